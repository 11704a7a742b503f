// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Dense} from "./Dense.sol";

/// @title Dense networks with 8-bit activations: 12 lanes of 21 bits.
///
/// The form of a group makes unpacking cheap. Three words of 32 bytes, a unit,
/// are 8 features of the 12 vectors of a batch. Vector v has lane 11-v, bits
/// 21*(11-v) and up, of each of the words:
///
///   bits      0-7        8-15       16-20
///   word 0    feature 0  feature 1  bits 0-4 of the tail
///   word 1    feature 2  feature 3  bits 5-9 of the tail
///   word 2    feature 4  feature 5  bits 10-14 of the tail
///
/// The tail of a lane is feature 6 and, times 256, feature 7. Its bit 15 stands
/// above the lanes: that of lane 4*i+k is bit 252+k of word i. So a unit has no
/// bit to spare, and five features in six cost a shift and a mask.
contract DenseEvaluator is Dense {
    uint256 private constant ONES = 0x0000008000040000200001000008000040000200001000008000040000200001;
    uint256 private constant BYTES = 0x00007f8003fc001fe000ff0007f8003fc001fe000ff0007f8003fc001fe000ff; // 255 * ONES
    uint256 private constant FIVES = 0x00000f80007c0003e0001f0000f80007c0003e0001f0000f80007c0003e0001f; // 31 * ONES
    // Four bits at 0 to 3, times FAN_i and masked with PICK_i, are bit 15 of lanes 4*i to 4*i+3.
    uint256 private constant FAN_0 = 0x0000000000000000000000000000000000000000000008000080000800008000;
    uint256 private constant PICK_0 = 0x0000000000000000000000000000000000000000000040000200001000008000;
    uint256 private constant FAN_1 = 0x0000000000000000000000008000080000800008000000000000000000000000;
    uint256 private constant PICK_1 = 0x0000000000000000000000040000200001000008000000000000000000000000;
    uint256 private constant FAN_2 = 0x0008000080000800008000000000000000000000000000000000000000000000;
    uint256 private constant PICK_2 = 0x0040000200001000008000000000000000000000000000000000000000000000;

    function _lanes() internal pure override returns (uint256) {
        return 12;
    }

    function _lane() internal pure override returns (uint256) {
        return 21;
    }

    function _bits() internal pure override returns (uint256) {
        return 8;
    }

    function _ones() internal pure override returns (uint256) {
        return ONES;
    }

    function _unit() internal pure override returns (uint256 inputs, uint256 size) {
        return (8, 96);
    }

    function _batchBytes(uint256 features) internal pure override returns (uint256) {
        unchecked {
            return (features + 7) / 8 * 96;
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
                let f := and(v, BYTES)
                mstore(x, f)
                sum := add(sum, f)
                x := add(x, stride)
                f := and(shr(8, v), BYTES)
                mstore(x, f)
                sum := add(sum, f)
                x := add(x, stride)
                let tail := or(and(shr(16, v), FIVES), and(mul(shr(252, v), FAN_0), PICK_0))

                v := calldataload(add(data, 32))
                f := and(v, BYTES)
                mstore(x, f)
                sum := add(sum, f)
                x := add(x, stride)
                f := and(shr(8, v), BYTES)
                mstore(x, f)
                sum := add(sum, f)
                x := add(x, stride)
                tail := or(tail, or(shl(5, and(shr(16, v), FIVES)), and(mul(shr(252, v), FAN_1), PICK_1)))

                v := calldataload(add(data, 64))
                f := and(v, BYTES)
                mstore(x, f)
                sum := add(sum, f)
                x := add(x, stride)
                f := and(shr(8, v), BYTES)
                mstore(x, f)
                sum := add(sum, f)
                x := add(x, stride)
                tail := or(tail, or(shl(10, and(shr(16, v), FIVES)), and(mul(shr(252, v), FAN_2), PICK_2)))

                f := and(tail, BYTES)
                mstore(x, f)
                sum := add(sum, f)
                x := add(x, stride)
                f := and(shr(8, tail), BYTES)
                mstore(x, f)
                sum := add(sum, f)
                x := add(x, stride)
                data := add(data, 96)
            }
        }
    }

    function _spread(uint256 labels) internal pure override returns (uint256 x) {
        assembly {
            x := shr(160, labels)
            x := or(and(x, 0x0000000000000000000000000000000000000000000000000000ffffffffffff), shl(78, and(x, 0x0000000000000000000000000000000000000000ffffffffffff000000000000)))
            x := or(and(x, 0x000000000000000000000000003fffffc0000000000000000000000000ffffff), shl(39, and(x, 0x000000000000000000003fffffc0000000000000000000000000ffffff000000)))
            x := or(
                or(and(x, 0x000000000000001fe00000000000003fc00000000000007f80000000000000ff), shl(13, and(x, 0x0000000000001fe00000000000003fc00000000000007f80000000000000ff00))),
                shl(26, and(x, 0x00000000001fe00000000000003fc00000000000007f80000000000000ff0000))
            )
        }
    }
}
