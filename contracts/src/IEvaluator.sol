// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @title Says how many answers of a model are right: computed in place, group by group,
/// or by a verdict that is reached elsewhere, as by dispute. An evaluator is fixed when
/// a market is deployed, and the market only ever calls it by STATICCALL.
/// @dev Groups of one challenge all have the same length, and so have their
/// witnesses: several travel as one run of bytes, end to end. Nothing in the
/// interface is an array of things that have a length of their own.
interface IEvaluator {
    /// @notice Where a verdict stands that is reached elsewhere. None: there is none, or
    /// not begun.
    enum Stage { None, Pending, Final }

    /// @notice The model is malformed, of another shape, or a row could overflow its lane.
    error BadModel();

    /// @notice A witness is malformed, not what was committed to, or none of the
    /// model on that group.
    /// @param slot The slot of the group that it is for.
    error BadWitness(uint256 slot);

    /// @notice Vectors that are evaluated side by side; a group's size is a multiple of it.
    /// @return The number of vectors.
    function lanes() external view returns (uint256);

    /// @notice The most vectors in a group: so many are evaluated within the gas of
    /// one transaction by any model that load accepts.
    /// @return The number of vectors.
    function maxGroup() external view returns (uint256);

    /// @notice The bytes of a group of data: the evaluator's lanes decide its layout.
    /// @param features Bytes of a vector.
    /// @param groupSize Vectors in a group.
    /// @return The length of a group's payload.
    function groupBytes(uint256 features, uint256 groupSize) external view returns (uint256);

    /// @notice Whether a group of the right length is well formed: every label below
    /// `classes`, nothing set that has no meaning.
    /// @param payload One group, of groupBytes bytes.
    /// @param features Bytes of a vector.
    /// @param classes The labels are 0 to classes - 1.
    /// @param groupSize Vectors in the group.
    /// @return Whether it is well formed.
    function checkGroup(bytes calldata payload, uint256 features, uint256 classes, uint256 groupSize)
        external
        view
        returns (bool);

    /// @notice Reads the next part of a model. Reverts unless the part is well formed
    /// and fits the digest, takes `features` inputs, has `classes` outputs, no
    /// row's accumulator can leave its lane, and, where the verdict is asserted, it can be checked in time.
    /// @param time What whoever checks an answer that is right has for it, in nanoseconds: the
    /// turn's window, by the vectors of the hold-out.
    /// @param digest For the first part the model's hash, which the evaluator
    /// defines; for the others what the part before returned.
    /// @param first Whether it is the first part.
    /// @param part The part.
    /// @param features Bytes of a vector.
    /// @param classes The number of outputs.
    /// @return next What the next part is read against; when `done`, the hash of the
    /// program that count takes.
    /// @return done Whether the model is whole.
    function load(uint256 time, bytes32 digest, bool first, bytes calldata part, uint256 features, uint256 classes)
        external
        view
        returns (bytes32 next, bool done);

    /// @notice The number of vectors that a loaded program classifies as labelled.
    /// Reverts if a witness, of which an evaluator may need one for each group, is false.
    /// @param program What load ended with.
    /// @param firstSlot The slot of the first group.
    /// @param payloads The groups, end to end: a whole number of them.
    /// @param witnesses Their witnesses, end to end, all of one length.
    /// @param groupSize Vectors in a group.
    /// @return right The number of right answers.
    function count(
        bytes calldata program,
        uint256 firstSlot,
        bytes calldata payloads,
        bytes calldata witnesses,
        uint256 groupSize
    ) external view returns (uint256 right);

    /// @notice The verdict about an entry of the calling market, if it is reached elsewhere
    /// than in count.
    /// @param id The challenge.
    /// @param entry The entry, whose model is revealed.
    /// @return stage Where it stands. The market waits while it is Pending.
    /// @return right Once it is Final: the number of right answers.
    function verdict(uint256 id, uint256 entry) external view returns (Stage stage, uint256 right);
}

/// @title An evaluator that computes everything in place.
abstract contract InPlace is IEvaluator {
    /// @inheritdoc IEvaluator
    function verdict(uint256, uint256) external pure returns (Stage, uint256) {
        return (Stage.None, 0);
    }
}
