// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Dispute} from "./Dispute.sol";
import {IEvaluator} from "./IEvaluator.sol";
import {Trees} from "./Trees.sol";

/// @title Disputes over hold-outs and models that stand in calldata.
contract CalldataDispute is Dispute {
    uint256 private constant PART = 65536; // bytes of weights in a part of a model
    uint256 private constant MAX_GROUP = 64; // examples that a proof shows with the one that counts

    constructor(uint256 gasPrice_) Dispute(gasPrice_) {}

    /// @inheritdoc IEvaluator
    function maxGroup() external pure returns (uint256) {
        return MAX_GROUP;
    }

    /// @inheritdoc IEvaluator
    function groupBytes(uint256 features, uint256 groupSize) external pure returns (uint256) {
        return groupSize * (features + 1);
    }

    /// @inheritdoc IEvaluator
    function checkGroup(bytes calldata payload, uint256 features, uint256 classes, uint256 groupSize)
        external
        pure
        returns (bool)
    {
        for (uint256 i = 0; i < groupSize; i++) {
            if (uint8(payload[groupSize * features + i]) >= classes) return false;
        }
        return true;
    }

    /// @inheritdoc IEvaluator
    /// @dev A part is the header, the part's number (2 bytes), the model's hash, the roots of
    /// the parts before it, and its bytes of the weights: PART of them, or the rest.
    function load(uint256 time, bytes32 digest, bool first, bytes calldata part, uint256 features, uint256 classes)
        external
        pure
        returns (bytes32, bool)
    {
        (bytes calldata header, uint256 weights) = _header(part, 34, time, features, classes);
        uint256 end = header.length;
        uint256 k = uint16(bytes2(part[end:end + 2]));
        bytes32 modelHash = bytes32(part[end + 2:end + 34]);
        if (k * PART >= weights || (first && k != 0)) revert BadModel();
        uint256 start = end + 34 + 32 * k;
        uint256 left = weights - k * PART;
        if (part.length != start + (left < PART ? left : PART)) revert BadModel();
        bytes calldata roots = part[end + 34:start];
        if (digest != (first ? modelHash : keccak256(abi.encodePacked(modelHash, roots)))) revert BadModel();
        bytes32 root = Trees.ofBytes(part[start:], weights > PART ? PART : weights);
        if (left > PART) return (keccak256(abi.encodePacked(modelHash, roots, root)), false);
        if (weights > PART) root = _whole(roots, root, (weights + PART - 1) / PART);
        if (_modelHash(header, root) != modelHash) revert BadModel();
        return (modelHash, true);
    }

    /// The root over the roots of n parts, of which one is the last.
    function _whole(bytes calldata roots, bytes32 last, uint256 n) private pure returns (bytes32) {
        bytes32[] memory all = new bytes32[](1 << Trees.depth(32 * n));
        bytes32 none = 0; // the root of a part of zeros
        for (uint256 size = 32; size < PART; size *= 2) none = Trees.pair(none, none);
        for (uint256 i = 0; i < all.length; i++) {
            all[i] = i < n - 1 ? bytes32(roots[32 * i:32 * i + 32]) : i == n - 1 ? last : none;
        }
        return Trees.ofWords(all);
    }

    function _loaded(bytes32 end, bytes calldata) internal pure override returns (bytes32, bytes32) {
        return (end, 0);
    }

    function _committed(bytes calldata payload) internal pure override returns (bytes calldata) {
        return payload;
    }

    function _shown(bytes calldata payload, uint256 i) internal pure override returns (uint256) {
        return uint8(payload[i]);
    }
}
