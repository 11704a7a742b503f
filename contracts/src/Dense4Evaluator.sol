// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Dense} from "./Dense.sol";

/// @title Dense networks with 4-bit activations: 16 lanes of 16 bits.
///
/// A word of 32 bytes is 4 features of the 16 vectors of a batch: vector v has
/// bytes 2*v and 2*v+1 of it, which are, as a big-endian number, feature 0 and,
/// times 16, 256 and 4096, features 1 to 3.
contract Dense4Evaluator is Dense {
    uint256 private constant ONES = 0x0001000100010001000100010001000100010001000100010001000100010001;
    uint256 private constant NIBBLES = 0x000f000f000f000f000f000f000f000f000f000f000f000f000f000f000f000f;

    function _lanes() internal pure override returns (uint256) {
        return 16;
    }

    function _lane() internal pure override returns (uint256) {
        return 16;
    }

    function _bits() internal pure override returns (uint256) {
        return 4;
    }

    function _ones() internal pure override returns (uint256) {
        return ONES;
    }

    function _unit() internal pure override returns (uint256 inputs, uint256 size) {
        return (4, 32);
    }

    function _batchBytes(uint256 features) internal pure override returns (uint256) {
        unchecked {
            return (features + 3) / 4 * 32;
        }
    }

    function _unpack(uint256 data, uint256 inputs, uint256 x, uint256 stride)
        internal
        pure
        override
        returns (uint256 sum)
    {
        assembly {
            for { let end := add(x, mul(stride, inputs)) } lt(x, end) {} {
                let v := calldataload(data)
                let f := and(v, NIBBLES)
                mstore(x, f)
                sum := add(sum, f)
                x := add(x, stride)
                f := and(shr(4, v), NIBBLES)
                mstore(x, f)
                sum := add(sum, f)
                x := add(x, stride)
                f := and(shr(8, v), NIBBLES)
                mstore(x, f)
                sum := add(sum, f)
                x := add(x, stride)
                f := and(shr(12, v), NIBBLES)
                mstore(x, f)
                sum := add(sum, f)
                x := add(x, stride)
                data := add(data, 32)
            }
        }
    }

    function _spread(uint256 labels) internal pure override returns (uint256 x) {
        assembly {
            x := shr(128, labels)
            x := and(or(x, shl(64, x)), 0x0000000000000000ffffffffffffffff0000000000000000ffffffffffffffff)
            x := and(or(x, shl(32, x)), 0x00000000ffffffff00000000ffffffff00000000ffffffff00000000ffffffff)
            x := and(or(x, shl(16, x)), 0x0000ffff0000ffff0000ffff0000ffff0000ffff0000ffff0000ffff0000ffff)
            x := and(or(x, shl(8, x)), 0x00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff)
        }
    }
}
