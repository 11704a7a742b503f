// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IEvaluator} from "./IEvaluator.sol";
import {Rows} from "./Rows.sol";

/// @title Dense networks with int8 weights and 8-bit activations, in batch lanes.
///
/// One 256-bit word holds one feature of 12 vectors, in lanes of 21 bits: a
/// weight times the word is 12 multiply-accumulates for one MUL. A signed lane
/// needs only an offset of 2^20, since arithmetic modulo 2^256 is exact: what
/// counts is that the final value of every lane lies in [0, 2^21), which load
/// proves from each row: |bias| + 255 * sum|w| < 2^20.
///
/// Weights are stored as w + 128, so that BYTE yields them without a sign:
/// sum(w*x) = sum((w+128)*x) - 128*sum(x), and sum(x) is shared by all rows.
///
/// The model's byte format is pkg/model/format.go's; pkg/model is the oracle.
contract DenseEvaluator is IEvaluator {
    uint256 private constant LANES = 12;
    uint256 private constant MAX_BYTES = 76 << 10; // beside a market's largest group within one transaction
    uint256 private constant MAX_LAYERS = 8;
    uint256 private constant MAX_OUTPUTS = 1024;
    uint256 private constant MAX_FEATURES = 4096;
    uint256 private constant MAX_SHIFT = 19;
    uint256 private constant BOUND = 1 << 20; // as in Rows

    /// @inheritdoc IEvaluator
    function lanes() external pure returns (uint256) {
        return LANES;
    }

    /// @inheritdoc IEvaluator
    /// @dev Feature-major: byte f*groupSize+v is feature f of vector v; then one
    /// label byte for each vector.
    function groupBytes(uint256 features, uint256 groupSize) external pure returns (uint256) {
        return groupSize * (features + 1);
    }

    /// @inheritdoc IEvaluator
    function checkGroup(bytes calldata payload, uint256 features, uint256 classes, uint256 groupSize)
        external
        pure
        returns (bool ok)
    {
        ok = true;
        for (uint256 i = groupSize * features; i < payload.length; i++) ok = ok && uint8(payload[i]) < classes;
    }

    /// @inheritdoc IEvaluator
    /// @dev The model is one part, its hash its keccak, and the program the model.
    function load(bytes32, bytes32 digest, bool, bytes calldata model, uint256 features, uint256 classes)
        external
        pure
        returns (bytes32, bool)
    {
        if (keccak256(model) != digest) revert BadModel();
        _check(model, features, classes);
        return (digest, true);
    }

    function _check(bytes calldata model, uint256 features, uint256 classes) private pure {
        if (model.length < 12 || model.length > MAX_BYTES || bytes4(model[0:4]) != "GAQ1" || uint8(model[4]) != 8) revert BadModel();
        uint256 layers = uint8(model[5]);
        if (layers == 0 || layers > MAX_LAYERS) revert BadModel();
        uint256 pos = 12 + 4 * layers;
        if (model.length < pos) revert BadModel();
        uint256 fan =
            uint256(uint16(bytes2(model[6:8]))) * uint16(bytes2(model[8:10])) * uint16(bytes2(model[10:12]));
        if (fan != features || fan == 0 || fan > MAX_FEATURES) revert BadModel();
        for (uint256 i = 0; i < layers; i++) {
            bytes calldata d = model[12 + 4 * i:16 + 4 * i];
            uint256 outputs = uint16(bytes2(d[2:4]));
            if (uint8(d[0]) != 1 || uint8(d[1]) > MAX_SHIFT || outputs == 0 || outputs > MAX_OUTPUTS) revert BadModel();
            if (i == layers - 1 && (outputs != classes || uint8(d[1]) != 0)) revert BadModel();
            uint256 size = outputs * (4 + fan);
            if (model.length < pos + size) revert BadModel();
            uint256 params;
            assembly ("memory-safe") { params := add(model.offset, pos) }
            if (!Rows.bounded(params, params + 4 * outputs, outputs, fan)) revert BadModel();
            pos += size;
            fan = outputs;
        }
        if (pos != model.length) revert BadModel();
    }

    /// @inheritdoc IEvaluator
    /// @dev The model must have been loaded: nothing is validated again here.
    /// There are no hints.
    /// Memory: 0x080 64 words of inputs, at fixed addresses for the unrolled
    /// inner loop; 0x0880 the accumulators; 0x8880 the activations.
    function count(bytes calldata model, uint256, bytes[] calldata payloads, bytes[] calldata, uint256 groupSize)
        external
        pure
        returns (uint256)
    {
        assembly {
            // 12 bytes at the top of a word -> 12 lanes of 21 bits; vector k in lane 11-k
            function spread(v) -> x {
                x := shr(160, v)
                x := or(and(x, 0x0000000000000000000000000000000000000000000000000000ffffffffffff), shl(78, and(x, 0x0000000000000000000000000000000000000000ffffffffffff000000000000)))
                x := or(and(x, 0x000000000000000000000000003fffffc0000000000000000000000000ffffff), shl(39, and(x, 0x000000000000000000003fffffc0000000000000000000000000ffffff000000)))
                x := or(
                    or(and(x, 0x000000000000001fe00000000000003fc00000000000007f80000000000000ff), shl(13, and(x, 0x0000000000001fe00000000000003fc00000000000007f80000000000000ff00))),
                    shl(26, and(x, 0x00000000001fe00000000000003fc00000000000007f80000000000000ff0000))
                )
            }

            // acc[j] += sum over a block of inputs, for every row j; blocks of 64, then of 16
            function rows64(w, fan, outputs) {
                let end := add(0x880, mul(32, outputs))
                for { let a := 0x880 } lt(a, end) { a := add(a, 32) } {
                    let acc := mload(a)
                    {
                        let w0 := calldataload(w)
                        let w1 := calldataload(add(w, 32))
                        {
                            acc := add(acc, mul(byte(0, w0), mload(0x080)))
                            acc := add(acc, mul(byte(1, w0), mload(0x0a0)))
                            acc := add(acc, mul(byte(2, w0), mload(0x0c0)))
                            acc := add(acc, mul(byte(3, w0), mload(0x0e0)))
                            acc := add(acc, mul(byte(4, w0), mload(0x100)))
                            acc := add(acc, mul(byte(5, w0), mload(0x120)))
                            acc := add(acc, mul(byte(6, w0), mload(0x140)))
                            acc := add(acc, mul(byte(7, w0), mload(0x160)))
                            acc := add(acc, mul(byte(8, w0), mload(0x180)))
                            acc := add(acc, mul(byte(9, w0), mload(0x1a0)))
                            acc := add(acc, mul(byte(10, w0), mload(0x1c0)))
                            acc := add(acc, mul(byte(11, w0), mload(0x1e0)))
                            acc := add(acc, mul(byte(12, w0), mload(0x200)))
                            acc := add(acc, mul(byte(13, w0), mload(0x220)))
                            acc := add(acc, mul(byte(14, w0), mload(0x240)))
                            acc := add(acc, mul(byte(15, w0), mload(0x260)))
                            acc := add(acc, mul(byte(16, w0), mload(0x280)))
                            acc := add(acc, mul(byte(17, w0), mload(0x2a0)))
                            acc := add(acc, mul(byte(18, w0), mload(0x2c0)))
                            acc := add(acc, mul(byte(19, w0), mload(0x2e0)))
                            acc := add(acc, mul(byte(20, w0), mload(0x300)))
                            acc := add(acc, mul(byte(21, w0), mload(0x320)))
                            acc := add(acc, mul(byte(22, w0), mload(0x340)))
                            acc := add(acc, mul(byte(23, w0), mload(0x360)))
                            acc := add(acc, mul(byte(24, w0), mload(0x380)))
                            acc := add(acc, mul(byte(25, w0), mload(0x3a0)))
                            acc := add(acc, mul(byte(26, w0), mload(0x3c0)))
                            acc := add(acc, mul(byte(27, w0), mload(0x3e0)))
                            acc := add(acc, mul(byte(28, w0), mload(0x400)))
                            acc := add(acc, mul(byte(29, w0), mload(0x420)))
                            acc := add(acc, mul(byte(30, w0), mload(0x440)))
                            acc := add(acc, mul(byte(31, w0), mload(0x460)))
                            acc := add(acc, mul(byte(0, w1), mload(0x480)))
                            acc := add(acc, mul(byte(1, w1), mload(0x4a0)))
                            acc := add(acc, mul(byte(2, w1), mload(0x4c0)))
                            acc := add(acc, mul(byte(3, w1), mload(0x4e0)))
                            acc := add(acc, mul(byte(4, w1), mload(0x500)))
                            acc := add(acc, mul(byte(5, w1), mload(0x520)))
                            acc := add(acc, mul(byte(6, w1), mload(0x540)))
                            acc := add(acc, mul(byte(7, w1), mload(0x560)))
                            acc := add(acc, mul(byte(8, w1), mload(0x580)))
                            acc := add(acc, mul(byte(9, w1), mload(0x5a0)))
                            acc := add(acc, mul(byte(10, w1), mload(0x5c0)))
                            acc := add(acc, mul(byte(11, w1), mload(0x5e0)))
                            acc := add(acc, mul(byte(12, w1), mload(0x600)))
                            acc := add(acc, mul(byte(13, w1), mload(0x620)))
                            acc := add(acc, mul(byte(14, w1), mload(0x640)))
                            acc := add(acc, mul(byte(15, w1), mload(0x660)))
                            acc := add(acc, mul(byte(16, w1), mload(0x680)))
                            acc := add(acc, mul(byte(17, w1), mload(0x6a0)))
                            acc := add(acc, mul(byte(18, w1), mload(0x6c0)))
                            acc := add(acc, mul(byte(19, w1), mload(0x6e0)))
                            acc := add(acc, mul(byte(20, w1), mload(0x700)))
                            acc := add(acc, mul(byte(21, w1), mload(0x720)))
                            acc := add(acc, mul(byte(22, w1), mload(0x740)))
                            acc := add(acc, mul(byte(23, w1), mload(0x760)))
                            acc := add(acc, mul(byte(24, w1), mload(0x780)))
                            acc := add(acc, mul(byte(25, w1), mload(0x7a0)))
                            acc := add(acc, mul(byte(26, w1), mload(0x7c0)))
                            acc := add(acc, mul(byte(27, w1), mload(0x7e0)))
                            acc := add(acc, mul(byte(28, w1), mload(0x800)))
                            acc := add(acc, mul(byte(29, w1), mload(0x820)))
                            acc := add(acc, mul(byte(30, w1), mload(0x840)))
                            acc := add(acc, mul(byte(31, w1), mload(0x860)))
                        }
                    }
                    mstore(a, acc)
                    w := add(w, fan)
                }
            }
            function rows16(w, fan, outputs) {
                let end := add(0x880, mul(32, outputs))
                for { let a := 0x880 } lt(a, end) { a := add(a, 32) } {
                    let acc := mload(a)
                    {
                        let w0 := calldataload(w)
                        {
                            acc := add(acc, mul(byte(0, w0), mload(0x080)))
                            acc := add(acc, mul(byte(1, w0), mload(0x0a0)))
                            acc := add(acc, mul(byte(2, w0), mload(0x0c0)))
                            acc := add(acc, mul(byte(3, w0), mload(0x0e0)))
                            acc := add(acc, mul(byte(4, w0), mload(0x100)))
                            acc := add(acc, mul(byte(5, w0), mload(0x120)))
                            acc := add(acc, mul(byte(6, w0), mload(0x140)))
                            acc := add(acc, mul(byte(7, w0), mload(0x160)))
                            acc := add(acc, mul(byte(8, w0), mload(0x180)))
                            acc := add(acc, mul(byte(9, w0), mload(0x1a0)))
                            acc := add(acc, mul(byte(10, w0), mload(0x1c0)))
                            acc := add(acc, mul(byte(11, w0), mload(0x1e0)))
                            acc := add(acc, mul(byte(12, w0), mload(0x200)))
                            acc := add(acc, mul(byte(13, w0), mload(0x220)))
                            acc := add(acc, mul(byte(14, w0), mload(0x240)))
                            acc := add(acc, mul(byte(15, w0), mload(0x260)))
                        }
                    }
                    mstore(a, acc)
                    w := add(w, fan)
                }
            }

            // one dense layer from 0x8880 (or, first, from the payload at data) into the accumulators
            function layer(params, fan, outputs, data, stride) -> total {
                for { let j := 0 } lt(j, outputs) { j := add(j, 1) } {
                    let bias := signextend(3, shr(224, calldataload(add(params, mul(4, j)))))
                    mstore(add(0x880, mul(32, j)), mul(add(bias, BOUND), 0x0000008000040000200001000008000040000200001000008000040000200001))
                }
                let w := add(params, mul(4, outputs))
                let i := 0
                for {} lt(i, fan) {} {
                    let n := 64
                    if lt(sub(fan, i), 64) { n := 16 }
                    let to := add(0x80, mul(32, n))
                    for { let m := 0x80 } lt(m, to) { m := add(m, 32) } {
                        let x := 0
                        if lt(i, fan) {
                            switch data
                            case 0 { x := mload(add(0x8880, mul(32, i))) }
                            default { x := spread(calldataload(add(data, mul(stride, i)))) }
                        }
                        mstore(m, x)
                        total := add(total, x)
                        i := add(i, 1)
                    }
                    switch n
                    case 64 { rows64(w, fan, outputs) }
                    default { rows16(w, fan, outputs) }
                    w := add(w, n)
                }
                total := shl(7, total)
            }

            // ReLU, shift and clamp to 255 of every accumulator, into 0x8880
            function requantise(outputs, total, shift) {
                let keep := mul(0x0000008000040000200001000008000040000200001000008000040000200001, shr(shift, 0xfffff))
                for { let j := 0 } lt(j, outputs) { j := add(j, 1) } {
                    let v := sub(mload(add(0x880, mul(32, j))), total)
                    let positive := and(shr(20, v), 0x0000008000040000200001000008000040000200001000008000040000200001)
                    v := and(shr(shift, and(v, mul(positive, 0xfffff))), keep)
                    // bit 20 of v + 2^20 - 256 is set where v >= 256
                    let over := and(shr(20, add(v, 0x07ff803ffc01ffe00fff007ff803ffc01ffe00fff007ff803ffc01ffe00fff00)), 0x0000008000040000200001000008000040000200001000008000040000200001)
                    mstore(add(0x8880, mul(32, j)), and(or(v, mul(over, 0xff)), 0x00007f8003fc001fe000ff0007f8003fc001fe000ff0007f8003fc001fe000ff))
                }
            }

            // the largest output of each vector, the lowest index of equals, against its label
            function rightAnswers(outputs, total, labels) -> n {
                for { let j := 0 } lt(j, outputs) { j := add(j, 1) } {
                    let a := add(0x880, mul(32, j))
                    mstore(a, sub(mload(a), total))
                }
                for { let k := 0 } lt(k, 12) { k := add(k, 1) } {
                    let bits := mul(21, sub(11, k))
                    let best := 0
                    let class := 0
                    for { let j := 0 } lt(j, outputs) { j := add(j, 1) } {
                        let v := and(shr(bits, mload(add(0x880, mul(32, j)))), 0x1fffff)
                        if gt(v, best) {
                            best := v
                            class := j
                        }
                    }
                    n := add(n, eq(class, byte(0, calldataload(add(labels, k)))))
                }
            }

            // a whole network on the 12 vectors whose first feature is at data
            function batch(m, data, groupSize_) -> n {
                let layers := byte(5, calldataload(m))
                let shape := calldataload(add(m, 6))
                let fan := mul(mul(shr(240, shape), and(shr(224, shape), 0xffff)), and(shr(208, shape), 0xffff))
                let features := fan
                let params := add(m, add(12, mul(4, layers)))
                let input := data
                for { let l := 0 } lt(l, layers) { l := add(l, 1) } {
                    let d := calldataload(add(m, add(12, mul(4, l))))
                    let outputs := and(shr(224, d), 0xffff)
                    let total := layer(params, fan, outputs, input, groupSize_)
                    switch eq(l, sub(layers, 1))
                    case 0 { requantise(outputs, total, byte(1, d)) }
                    default { n := rightAnswers(outputs, total, add(data, mul(features, groupSize_))) }
                    params := add(params, mul(outputs, add(fan, 4)))
                    fan := outputs
                    input := 0
                }
            }

            let right := 0
            for { let g := 0 } lt(g, payloads.length) { g := add(g, 1) } {
                // a bytes[] in calldata: offsets relative to the first, each to a length and the bytes
                let data := add(add(payloads.offset, calldataload(add(payloads.offset, mul(32, g)))), 32)
                for { let b := 0 } lt(b, groupSize) { b := add(b, 12) } {
                    right := add(right, batch(model.offset, add(data, b), groupSize))
                }
            }
            mstore(0, right)
            return(0, 32)
        }
    }
}
