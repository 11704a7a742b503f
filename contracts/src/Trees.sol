// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @title Merkle trees of runs of bytes (docs/FORMAT.md): leaves are words of 32 bytes
/// themselves, a node is keccak-256 of its two children. The length of a run is
/// known wherever its root is used, so the depth is, and no leaf can pass for a node.
library Trees {
    /// @notice A tree's words, nodes or proof are not as many as it takes, or do not
    /// give the root that they are to be of.
    error BadTree();

    /// The depth of the tree of so many bytes.
    function depth(uint256 size) internal pure returns (uint256 d) {
        while (32 << d < size) d++;
    }

    /// The root of so many bytes, of which those that are not there are zero.
    function ofBytes(bytes calldata run, uint256 size) internal pure returns (bytes32) {
        bytes32[] memory words = new bytes32[](1 << depth(size));
        assembly ("memory-safe") {
            calldatacopy(add(words, 32), run.offset, run.length)
        }
        return ofWords(words);
    }

    /// The root of nodes, as many as a power of two; they are used up.
    function ofWords(bytes32[] memory nodes) internal pure returns (bytes32 root) {
        assembly ("memory-safe") {
            let base := add(nodes, 32)
            for { let n := mload(nodes) } gt(n, 1) { n := shr(1, n) } {
                let end := add(base, shl(5, n))
                let to := base
                for { let from := base } lt(from, end) { from := add(from, 64) } {
                    mstore(to, keccak256(from, 64))
                    to := add(to, 32)
                }
            }
            root := mload(base)
        }
    }

    /// The root of a few nodes, zero beyond them.
    function ofNodes(bytes32[] calldata nodes) internal pure returns (bytes32) {
        bytes32[] memory all = new bytes32[](1 << depth(32 * nodes.length));
        assembly ("memory-safe") {
            calldatacopy(add(all, 32), nodes.offset, shl(5, nodes.length))
        }
        return ofWords(all);
    }

    /// The node that stands above another at an index, by the siblings on the way up.
    function above(bytes32 node, uint256 index, bytes32[] calldata siblings) internal pure returns (bytes32) {
        for (uint256 i = 0; i < siblings.length; i++) {
            node = index >> i & 1 == 0 ? pair(node, siblings[i]) : pair(siblings[i], node);
        }
        return node;
    }

    /// The root of a tree of which some words are shown, ascending, with the siblings
    /// that cannot be made of them: level by level upwards, from left to right.
    function ofSome(uint256 depth_, uint256[] memory pos, bytes calldata words, bytes32[] calldata proof)
        internal
        pure
        returns (bytes32)
    {
        uint256 n = pos.length;
        if (n == 0 || words.length != 32 * n) revert BadTree();
        uint256 used;
        bytes32 root;
        assembly ("memory-safe") {
            let numbers := add(pos, 32)
            let nodes := mload(0x40) // scratch beyond what is allocated
            calldatacopy(nodes, words.offset, words.length)
            let sibling := proof.offset
            for { } depth_ { depth_ := sub(depth_, 1) } {
                let m := 0
                let end := shl(5, n)
                for { let i := 0 } lt(i, end) { i := add(i, 32) } {
                    let index := mload(add(numbers, i))
                    let node := mload(add(nodes, i))
                    let next := add(i, 32)
                    switch and(index, 1)
                    case 1 {
                        mstore(0, calldataload(sibling))
                        mstore(32, node)
                        sibling := add(sibling, 32)
                    }
                    default {
                        mstore(0, node)
                        switch and(lt(next, end), eq(mload(add(numbers, next)), add(index, 1)))
                        case 1 {
                            mstore(32, mload(add(nodes, next)))
                            i := next
                        }
                        default {
                            mstore(32, calldataload(sibling))
                            sibling := add(sibling, 32)
                        }
                    }
                    mstore(add(numbers, m), shr(1, index))
                    mstore(add(nodes, m), keccak256(0, 64))
                    m := add(m, 32)
                }
                n := shr(5, m)
            }
            used := shr(5, sub(sibling, proof.offset))
            root := mload(nodes)
        }
        if (n != 1 || used != proof.length) revert BadTree();
        return root;
    }

    function pair(bytes32 left, bytes32 right) internal pure returns (bytes32 node) {
        assembly ("memory-safe") {
            mstore(0, left)
            mstore(32, right)
            node := keccak256(0, 64)
        }
    }
}
