// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Blobs} from "./Blobs.sol";
import {Dispute} from "./Dispute.sol";
import {IEvaluator} from "./IEvaluator.sol";
import {Network} from "./Network.sol";
import {Trees} from "./Trees.sol";

/// @title Disputes over hold-outs and models that stand in blobs: a group of data is one to six of them,
/// a model's weights are as many as it takes. That a blob was sent along is the proof that all can read it.
contract BlobDispute is Dispute {
    using Network for bytes;

    constructor(uint256 gasPrice_) Dispute(gasPrice_) {}

    /// @inheritdoc IEvaluator
    function maxGroup() external pure returns (uint256) {
        return Blobs.BYTES / 2;
    }

    /// @inheritdoc IEvaluator
    /// @dev What stands in the tree of the data are the hashes of a group's blobs.
    function groupBytes(uint256 features, uint256 groupSize) external pure returns (uint256) {
        uint256 blobs = (groupSize * (features + 1) + Blobs.BYTES - 1) / Blobs.BYTES;
        if (blobs > Blobs.PER_TRANSACTION) revert Blobs.BadBlob();
        return 32 * blobs;
    }

    /// @inheritdoc IEvaluator
    /// @dev Nothing but the blobs' presence is checked, side by side. A label that is none counts for no model, and
    /// the training data, drawn from the same groups, have as many of them.
    function checkGroup(bytes calldata payload, uint256, uint256, uint256) external view returns (bool) {
        uint256 i = 0;
        while (blobhash(i) != bytes32(payload)) {
            if (blobhash(i++) == 0) return false;
        }
        for (uint256 pos = 0; pos < payload.length; pos += 32) {
            if (blobhash(i++) != bytes32(payload[pos:])) return false;
        }
        return blobhash(i - 1) != 0;
    }

    /// @inheritdoc IEvaluator
    /// @dev A part is the header, the model's hash, the root of its weights, and the hashes of the blobs
    /// before; those of its weights that come next are sent along.
    function load(uint256 time, bytes32 digest, bool first, bytes calldata part, uint256 features, uint256 classes)
        external
        view
        returns (bytes32, bool)
    {
        (bytes calldata header, uint256 weights) = _header(part, 64, time, features, classes);
        uint256 end = header.length;
        if (part.length % 32 != end % 32 || weights <= 32) revert BadModel();
        bytes32 modelHash = bytes32(part[end:end + 32]);
        if (_modelHash(header, bytes32(part[end + 32:end + 64])) != modelHash) revert BadModel();
        bytes memory program = abi.encodePacked(modelHash, part[end + 64:]);
        if (first != (program.length == 32) || digest != (first ? modelHash : keccak256(program))) revert BadModel();
        for (uint256 i = 0; blobhash(i) != 0; i++) program = abi.encodePacked(program, blobhash(i));
        uint256 n = program.length / 32 - 1;
        uint256 all = (weights + Blobs.BYTES - 1) / Blobs.BYTES;
        if (n == part.length / 32 - end / 32 - 2 || n > all) revert BadModel(); // none came, or too many
        return (keccak256(program), n == all);
    }

    /// @notice Chooses the weights: their root is not that of what the blobs hold.
    /// @param game The game.
    /// @param list_ The list's root, as the caller knows it.
    /// @param facts The claim's.
    /// @param header The network's.
    /// @param weightsRoot The root that the solver committed to.
    function chooseWeights(bytes32 game, bytes32 list_, Facts calldata facts, bytes calldata header, bytes32 weightsRoot) external {
        Game storage g = _games[game];
        _check(_choose(game, g, list_, 0), facts, header, weightsRoot);
        if (g.left != 0 || g.opened != 0) revert NotNow();
        g.tensor = uint8(header.tensors()); // one more than there are
        g.left = uint8(Trees.depth(header.weightBytes()));
        g.node = weightsRoot;
    }

    /// @notice Proves that a byte of the weights is not the blob's.
    /// @param blobs The hashes of all blobs of the model, end to end.
    /// @param opening Of the blob that holds the byte; beyond the weights, empty. The other parameters are prove's.
    function proveWeights(
        bytes32 game, Facts calldata facts, bytes calldata header, bytes32 weightsRoot, uint256 pos,
        bytes32 word, bytes32[] calldata siblings, bytes calldata blobs, bytes calldata opening
    ) external {
        Game storage g = _games[game];
        uint256 size = header.weightBytes();
        _proving(g, facts, header, weightsRoot, header.tensors(), pos, word, siblings, size);
        uint256 holds = 0;
        if (pos < size) {
            uint256 b = pos / Blobs.BYTES * 32;
            if (keccak256(blobs) != facts.blobs || bytes32(opening) != bytes32(blobs[b:b + 32])) revert NotThere();
            holds = Blobs.shown(opening, pos % Blobs.BYTES);
        }
        if (uint256(word) >> 8 * (31 - pos % 32) & 255 == holds) revert NotProven();
        _end(game, g, true);
    }

    /// The program is the model's hash and those of its blobs, end to end.
    function _loaded(bytes32 end, bytes calldata program) internal pure override returns (bytes32, bytes32) {
        if (keccak256(program) != end) revert NotThere();
        return (bytes32(program), keccak256(program[32:]));
    }

    function _committed(bytes calldata payload) internal pure override returns (bytes calldata) {
        return payload[:payload.length - Blobs.OPENING];
    }

    function _shown(bytes calldata payload, uint256 i) internal view override returns (uint256) {
        uint256 pos = i / Blobs.BYTES * 32;
        bytes calldata opening = payload[payload.length - Blobs.OPENING:];
        if (bytes32(opening) != bytes32(payload[pos:pos + 32])) revert Blobs.BadBlob();
        return Blobs.shown(opening, i % Blobs.BYTES);
    }
}
