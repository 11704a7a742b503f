// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {InPlace} from "../src/IEvaluator.sol";

/// @title An evaluator that uses all that a market hands one: its program is the model
/// behind the time that there is, each group needs a witness of 32 bytes, the hash of its slot and
/// its payload, and everything is right.
contract WitnessEvaluator is InPlace {
    uint256 public constant lanes = 1;
    uint256 public constant maxGroup = 100;

    function groupBytes(uint256 features, uint256 groupSize) public pure returns (uint256) {
        return (features + 1) * groupSize;
    }

    function checkGroup(bytes calldata payload, uint256 features, uint256, uint256 groupSize) external pure returns (bool) {
        return payload.length == groupBytes(features, groupSize);
    }

    function load(uint256 time, bytes32 digest, bool first, bytes calldata part, uint256, uint256)
        external
        pure
        returns (bytes32, bool)
    {
        if (!first || keccak256(part) != digest) revert BadModel();
        return (keccak256(abi.encodePacked(time, part)), true);
    }

    function count(bytes calldata, uint256 slot, bytes calldata payloads, bytes calldata witnesses, uint256 groupSize)
        external
        pure
        returns (uint256 right)
    {
        uint256 groups = witnesses.length / 32;
        if (groups == 0) revert BadWitness(slot);
        uint256 size = payloads.length / groups;
        for (uint256 i = 0; i < groups; i++) {
            bytes32 want = keccak256(abi.encodePacked(slot + i, payloads[i * size:(i + 1) * size]));
            if (bytes32(witnesses[32 * i:32 * i + 32]) != want) revert BadWitness(slot + i);
            right += groupSize;
        }
    }
}
