// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @title The draw's parts: a block's randomness proven by its header, the
/// permutation that it seeds, and membership in the data's Merkle tree.
library Draw {
    /// @notice The header is none, is not of the block that was asked for, or has
    /// no randomness where it is looked for.
    error BadHeader();

    /// Serves the hashes of the last 8,191 blocks (EIP-2935).
    address private constant HISTORY = 0x0000F90827F1C53a10cb7A02335B175320002935;

    /// The hash of a past block, or 0.
    function blockHash(uint256 number) internal view returns (bytes32 hash) {
        if (block.number - number <= 256) return blockhash(number);
        (bool ok, bytes memory out) = HISTORY.staticcall(abi.encode(number));
        if (ok && out.length == 32) hash = abi.decode(out, (bytes32));
    }

    /// prevrandao (mixHash) of an RLP header whose hash the caller has checked:
    /// the sixth item after the fixed ones (difficulty, number, gasLimit,
    /// gasUsed, timestamp, extraData, then mixHash).
    function prevRandao(bytes calldata header) internal pure returns (bytes32) {
        // list prefix 3, parent and uncle hash 33 each, coinbase 21, three roots 33 each, bloom 259
        uint256 pos = 3 + 2 * 33 + 21 + 3 * 33 + 259;
        for (uint256 i = 0; i < 6; i++) {
            uint256 prefix = uint8(header[pos]);
            if (prefix < 0x80) pos += 1;
            else if (prefix <= 0xb7) pos += prefix - 0x7f;
            else if (prefix == 0xb8) pos += 2 + uint256(uint8(header[pos + 1])); // some chains' extraData
            else revert BadHeader();
        }
        if (uint8(header[pos]) != 0xa0) revert BadHeader();
        return bytes32(header[pos + 1:pos + 33]);
    }

    /// A bijection of [0, n) keyed by the seed: a Feistel network of four
    /// rounds over the next even power of two, walked until it lands inside.
    function permute(bytes32 seed, uint256 slot, uint256 n) internal pure returns (uint256 x) {
        uint256 half = 1;
        while (1 << (2 * half) < n) half++;
        uint256 mask = (1 << half) - 1;
        x = slot;
        assembly ("memory-safe") {
            let at := mload(0x40) // scratch: keccak256(seed, round, r)
            mstore(at, seed)
            for { let more := 1 } more { more := iszero(lt(x, n)) } {
                let l := shr(half, x)
                let r := and(x, mask)
                for { let round := 0 } lt(round, 4) { round := add(round, 1) } {
                    mstore(add(at, 32), round)
                    mstore(add(at, 64), r)
                    let f := and(keccak256(at, 96), mask)
                    f := xor(l, f)
                    l := r
                    r := f
                }
                x := or(shl(half, l), r)
            }
        }
    }

    /// The depth of the tree over n leaves.
    function depth(uint256 n) internal pure returns (uint256 d) {
        while (1 << d < n) d++;
    }

    /// Whether leaf stands at index of a tree of the proof's depth. Nodes are
    /// keccak(0x01, left, right); absent leaves are zero.
    function inTree(bytes32 root, bytes32 leaf, uint256 index, bytes32[] calldata proof) internal pure returns (bool) {
        assembly ("memory-safe") {
            let at := mload(0x40) // scratch: 0x01, left, right
            mstore8(at, 1)
            let left := add(at, 1)
            let right := add(at, 33)
            let end := add(proof.offset, shl(5, proof.length))
            for { let p := proof.offset } lt(p, end) { p := add(p, 32) } {
                switch and(index, 1)
                case 0 {
                    mstore(left, leaf)
                    mstore(right, calldataload(p))
                }
                default {
                    mstore(left, calldataload(p))
                    mstore(right, leaf)
                }
                leaf := keccak256(at, 65)
                index := shr(1, index)
            }
        }
        return leaf == root;
    }
}
