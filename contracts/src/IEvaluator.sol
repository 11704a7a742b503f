// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @title Counts the right answers of a model. An evaluator has no state, is
/// fixed when a market is deployed, and is only ever called by STATICCALL.
interface IEvaluator {
    /// The model is malformed, of another shape, or a row could overflow its lane.
    error BadModel();
    /// The hint of a slot is malformed, not what was committed to, or none of the
    /// model on that group.
    error BadHint(uint256 slot);

    /// Vectors that are evaluated side by side; a group's size is a multiple of it.
    function lanes() external view returns (uint256);

    /// The most vectors in a group: so many are evaluated within the gas of one
    /// transaction by any model that load accepts.
    function maxGroup() external view returns (uint256);

    /// The bytes of a group of data: the evaluator's lanes decide its layout.
    function groupBytes(uint256 features, uint256 groupSize) external view returns (uint256);

    /// Whether a group of the right length is well formed: every label below
    /// `classes`, nothing set that has no meaning.
    function checkGroup(bytes calldata payload, uint256 features, uint256 classes, uint256 groupSize)
        external
        view
        returns (bool);

    /// Reads the next part of a model. The first is read against the model's
    /// hash, which the evaluator defines, as `digest`; the others against what
    /// the part before returned. Reverts unless the part is well formed and
    /// fits the digest, takes `features` inputs, has `classes` outputs and no
    /// row's accumulator can leave its lane. `context` is of this entry alone: it
    /// binds chain, market, challenge, data and entry. When `done`, `next` is the
    /// hash of the program that count takes.
    function load(bytes32 context, bytes32 digest, bool first, bytes calldata part, uint256 features, uint256 classes)
        external
        view
        returns (bytes32 next, bool done);

    /// The number of vectors in `payloads`, the groups from firstSlot on, that a
    /// loaded program classifies as labelled. Reverts if a hint, of which an
    /// evaluator may need one for each group, is false.
    function count(
        bytes calldata program,
        uint256 firstSlot,
        bytes[] calldata payloads,
        bytes[] calldata hints,
        uint256 groupSize
    ) external view returns (uint256 right);
}
