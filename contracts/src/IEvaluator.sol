// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @title Counts the right answers of a model. An evaluator has no state, is
/// fixed when a market is deployed, and is only ever called by STATICCALL.
interface IEvaluator {
    /// The model is malformed, of another shape, or a row could overflow its lane.
    error BadModel();

    /// Vectors that are evaluated side by side; a group's size is a multiple of it.
    function lanes() external view returns (uint256);

    /// The bytes of a group of data: the evaluator's lanes decide its layout.
    function groupBytes(uint256 features, uint256 groupSize) external view returns (uint256);

    /// Whether a group of the right length is well formed: every label below
    /// `classes`, nothing set that has no meaning.
    function checkGroup(bytes calldata payload, uint256 features, uint256 classes, uint256 groupSize)
        external
        view
        returns (bool);

    /// Reverts unless `model` is well formed, takes `features` inputs, has
    /// `classes` outputs and no row's accumulator can leave its lane.
    function check(bytes calldata model, uint256 features, uint256 classes) external view;

    /// The number of vectors in `payloads` that a checked model classifies as labelled.
    function count(bytes calldata model, bytes[] calldata payloads, uint256 groupSize)
        external
        view
        returns (uint256 right);
}
