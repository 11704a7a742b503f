// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IEvaluator} from "./IEvaluator.sol";

/// @title Networks of 3x3 convolutions, 2x2 max pooling and dense layers, with
/// int8 weights and 8-bit activations, in batch lanes.
///
/// Lanes are DenseEvaluator's: one 256-bit word holds one activation of 12
/// vectors, 21 bits each; intermediate values may do anything, as arithmetic
/// modulo 2^256 is exact, if only the final value of every lane lies in
/// [0, 2^21), which check proves from each row.
///
/// Convolution is Winograd's F(2x2, 3x3): four neighbouring outputs take 16
/// products for each input channel instead of 36. With g the kernel, d the 4x4
/// patch under the four outputs, * the product element by element:
///
///     Y = A ((G g G') * (B d B')) A'          (X' is X transposed)
///         [1  0  0]       [1  0 -1  0]
///     G = [h  h  h]   B = [0  1  1  0]   A = [1  1  1  0]     h = 1/2
///         [h -h  h]       [0 -1  1  0]       [0  1 -1 -1]
///         [0  0  1]       [0  1  0 -1]
///
/// It is exact in integers: 2G takes the place of G, which makes 4Y, and a
/// word of twelve 21-bit lanes, 252 bits, has just the two spare bits that 4Y
/// needs before it is shifted down.
///
/// The model's byte format is pkg/model/format.go's; pkg/model is the oracle.
contract ConvEvaluator is IEvaluator {
    uint256 private constant LANES = 12;
    uint256 private constant MAX_BYTES = 76 << 10; // beside a market's largest group within one transaction
    uint256 private constant MAX_LAYERS = 8;
    uint256 private constant MAX_OUTPUTS = 1024;
    uint256 private constant MAX_FEATURES = 4096;
    uint256 private constant MAX_CLASSES = 256;
    uint256 private constant MAX_SHIFT = 19;
    uint256 private constant BOUND = 1 << 20;

    // Kinds of layers.
    uint256 private constant DENSE = 1;
    uint256 private constant CONV = 2;
    uint256 private constant POOL = 3;

    // A one in every lane; its multiples are the other lane constants.
    uint256 private constant ONES = 0x0000008000040000200001000008000040000200001000008000040000200001;
    uint256 private constant GUARDS = 0x0800004000020000100000800004000020000100000800004000020000100000; // ONES << 20
    uint256 private constant BYTES = 0x00007f8003fc001fe000ff0007f8003fc001fe000ff0007f8003fc001fe000ff; // ONES * 0xff
    uint256 private constant OVER = 0x07ff803ffc01ffe00fff007ff803ffc01ffe00fff007ff803ffc01ffe00fff00; // ONES * (2^20 - 256)

    // Memory. First the frame: what the layer at work is about, kept here
    // because the stack reaches 16 words. A map is a feature map of 12 vectors,
    // channel by channel, row by row; the one that a convolution reads has a
    // border of zeros, so that its loops need no conditions.
    uint256 private constant SRC = 0x000; // the map that is read: its first pixel,
    uint256 private constant SRC_ROW = 0x020; // bytes from row to row
    uint256 private constant SRC_PLANE = 0x040; // and from channel to channel,
    uint256 private constant SRC_AT = 0x060; // where it begins
    uint256 private constant SRC_END = 0x080; // and ends
    uint256 private constant DST = 0x0a0; // the map that is written, likewise
    uint256 private constant DST_ROW = 0x0c0;
    uint256 private constant DST_PLANE = 0x0e0;
    uint256 private constant DST_AT = 0x100;
    uint256 private constant DST_END = 0x120;
    uint256 private constant SHAPE = 0x0a0; // bytes of the five words above
    uint256 private constant CHANNELS = 0x140; // of the map that is read
    uint256 private constant HEIGHT = 0x160;
    uint256 private constant WIDTH = 0x180;
    uint256 private constant OUTPUTS = 0x1a0; // of the layer
    uint256 private constant INPUTS = 0x2c0; // channels of the map that a convolution reads
    uint256 private constant SHIFT = 0x1c0;
    uint256 private constant KEEP = 0x1e0; // the bits of a lane that a shift leaves
    uint256 private constant PARAMS = 0x200; // in calldata: biases, weights
    uint256 private constant POOLED = 0x220; // the convolution's outputs are pooled
    uint256 private constant FIRST = 0x240; // output channels from here,
    uint256 private constant COUNT = 0x260; // so many at a time
    uint256 private constant KERNELS = 0x280; // their transformed kernels
    uint256 private constant INITIAL = 0x2a0; // what their accumulators begin with
    // Then the operands of unrolled loops, at addresses that the code knows:
    uint256 private constant T = 0x300; // 16 words between the two halves of a transform
    uint256 private constant V = 0x500; // 8 transformed patches: [16][8] words
    uint256 private constant U = 0x1500; // 8 transformed kernels: [16][8] words
    uint256 private constant M = 0x2500; // accumulators of up to 48 output channels: [48][16]
    uint256 private constant X = 0x300; // dense layers: 64 inputs
    uint256 private constant ACC = 0xb00; // and up to 1024 accumulators
    uint256 private constant MAPS = 0x8b00; // and the maps.

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
    function check(bytes calldata model, uint256 features, uint256 classes) external pure {
        if (model.length < 12 || model.length > MAX_BYTES || bytes4(model[0:4]) != "GAQ1" || uint8(model[4]) != 8) revert BadModel();
        uint256 layers = uint8(model[5]);
        if (layers == 0 || layers > MAX_LAYERS) revert BadModel();
        uint256 pos = 12 + 4 * layers;
        if (model.length < pos) revert BadModel();
        uint256 c = uint16(bytes2(model[6:8]));
        uint256 h = uint16(bytes2(model[8:10]));
        uint256 w = uint16(bytes2(model[10:12]));
        if (c * h * w != features || features == 0 || features > MAX_FEATURES) revert BadModel();
        for (uint256 i = 0; i < layers; i++) {
            uint256 kind = uint8(model[12 + 4 * i]);
            uint256 shift = uint8(model[13 + 4 * i]);
            uint256 outputs = uint16(bytes2(model[14 + 4 * i:16 + 4 * i]));
            if (i == layers - 1 && (kind != DENSE || outputs != classes || outputs < 2 || outputs > MAX_CLASSES || shift != 0)) {
                revert BadModel();
            }
            if (kind == POOL) {
                if (shift != 0 || outputs != 0 || h < 2 || w < 2) revert BadModel();
                (h, w) = (h / 2, w / 2);
                continue;
            }
            if (shift > MAX_SHIFT || outputs == 0 || outputs > MAX_OUTPUTS) revert BadModel();
            uint256 fan;
            if (kind == DENSE) (fan, h, w) = (c * h * w, 1, 1);
            else if (kind == CONV) fan = 9 * c;
            else revert BadModel();
            uint256 size = outputs * (4 + fan);
            if (model.length < pos + size) revert BadModel();
            _checkRows(model[pos:pos + size], outputs, fan);
            pos += size;
            c = outputs;
        }
        if (pos != model.length) revert BadModel();
    }

    /// Every row: |bias| + 255 * sum|w| < 2^20. The absolute values of 32
    /// weights are formed and added up within one word.
    function _checkRows(bytes calldata params, uint256 outputs, uint256 fan) private pure {
        bool ok = true;
        assembly ("memory-safe") {
            let ones := 0x0101010101010101010101010101010101010101010101010101010101010101
            let even := 0x00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff
            let sum16 := 0x0001000100010001000100010001000100010001000100010001000100010001
            let weights := add(params.offset, mul(4, outputs))
            for { let j := 0 } lt(j, outputs) { j := add(j, 1) } {
                let bias := signextend(3, shr(224, calldataload(add(params.offset, mul(4, j)))))
                if slt(bias, 0) { bias := sub(0, bias) }
                let l1 := 0
                let p := add(weights, mul(j, fan))
                for { let left := fan } left {} {
                    let w := calldataload(p)
                    if lt(left, 32) {
                        // what follows the row counts as weight zero
                        let mask := shl(sub(256, mul(8, left)), not(0))
                        w := or(and(w, mask), and(mul(ones, 128), not(mask)))
                        left := 32
                    }
                    let negative := and(not(shr(7, w)), ones)
                    let magnitude := add(and(xor(w, mul(negative, 0x7f)), mul(ones, 0x7f)), negative)
                    magnitude := add(and(magnitude, even), and(shr(8, magnitude), even))
                    l1 := add(l1, shr(240, mul(magnitude, sum16)))
                    left := sub(left, 32)
                    p := add(p, 32)
                }
                if iszero(lt(add(bias, mul(255, l1)), BOUND)) { ok := 0 }
            }
        }
        if (!ok) revert BadModel();
    }

    /// @inheritdoc IEvaluator
    /// @dev The model must have passed check: nothing is validated again here.
    function count(bytes calldata model, bytes[] calldata payloads, uint256 groupSize)
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

            // ---- maps

            // chooses where the output map goes, beside the one that is read,
            // in the form that the layer which will read it wants
            function place(reader, c, h, w) {
                let row := mul(32, w)
                let plane := mul(row, h)
                let corner := 0
                if eq(reader, CONV) {
                    // whole tiles of 2x2 and a border of 1
                    row := mul(64, add(shr(1, add(w, 1)), 1))
                    plane := mul(row, mul(2, add(shr(1, add(h, 1)), 1)))
                    corner := add(row, 32)
                }
                let size := mul(c, plane)
                let at := MAPS
                if gt(add(at, size), mload(SRC_AT)) { at := mload(SRC_END) }
                if corner { calldatacopy(at, calldatasize(), size) } // zeros
                mstore(DST, add(at, corner))
                mstore(DST_ROW, row)
                mstore(DST_PLANE, plane)
                mstore(DST_AT, at)
                mstore(DST_END, add(at, size))
                mstore(add(DST_END, 32), c) // CHANNELS, HEIGHT, WIDTH: those of the old map are read by now
                mstore(HEIGHT, h)
                mstore(WIDTH, w)
            }

            // the pixels of 12 vectors, from bytes of a feature-major payload
            function input(data, stride) {
                let planes := add(mload(DST), mul(mload(CHANNELS), mload(DST_PLANE)))
                let width := mul(32, mload(WIDTH))
                for { let plane := mload(DST) } lt(plane, planes) { plane := add(plane, mload(DST_PLANE)) } {
                    let rows := add(plane, mul(mload(HEIGHT), mload(DST_ROW)))
                    for { let row := plane } lt(row, rows) { row := add(row, mload(DST_ROW)) } {
                        let end := add(row, width)
                        for { let at := row } lt(at, end) { at := add(at, 32) } {
                            mstore(at, spread(calldataload(data)))
                            data := add(data, stride)
                        }
                    }
                }
            }

            // ---- words of 12 lanes

            // ReLU: v is 2^20 + a in every lane, bit 20 says that a >= 0
            function relu(v) -> r {
                r := and(v, mul(and(shr(20, v), ONES), 0xfffff))
            }

            // the larger of two values below 2^20, in every lane: b + relu(a - b)
            function most(a, b) -> m {
                m := add(b, relu(sub(or(a, GUARDS), b)))
            }

            // shift and clamp to 255
            function scale(v) -> r {
                v := and(shr(mload(SHIFT), v), mload(KEEP))
                // bit 20 of v + 2^20 - 256 is set where v >= 256
                r := and(or(v, mul(and(shr(20, add(v, OVER)), ONES), 0xff)), BYTES)
            }

            // ---- convolution

            // a column or row of kernels times 2G
            function kernelLine(to, step, a, b, c) {
                mstore(to, add(a, a))
                to := add(to, step)
                let ac := add(a, c)
                mstore(to, add(ac, b))
                to := add(to, step)
                mstore(to, sub(ac, b))
                mstore(add(to, step), add(c, c))
            }

            // the 3x3 weights at the top of w, transformed, every step bytes from to
            function kernel(w, to, step) {
                // by columns, then by rows; T is [row][column]
                kernelLine(T, 0x60, sub(byte(0, w), 128), sub(byte(3, w), 128), sub(byte(6, w), 128))
                kernelLine(add(T, 0x20), 0x60, sub(byte(1, w), 128), sub(byte(4, w), 128), sub(byte(7, w), 128))
                kernelLine(add(T, 0x40), 0x60, sub(byte(2, w), 128), sub(byte(5, w), 128), sub(byte(8, w), 128))
                for { let t := T } lt(t, add(T, 0x180)) { t := add(t, 0x60) } {
                    kernelLine(to, step, mload(t), mload(add(t, 0x20)), mload(add(t, 0x40)))
                    to := add(to, mul(4, step))
                }
            }

            // how many of the channels left the next block takes
            function blockOf(left) -> k {
                k := 1
                if gt(left, 2) { k := 3 }
                if gt(left, 3) { k := 4 }
                if gt(left, 7) { k := 8 }
            }

            // the kernels of output channels FIRST and on, in blocks of input
            // channels: [block][output][16][channel of the block]; and their biases
            function kernels(cin, n) {
                let to := mload(KERNELS)
                for { let c := 0 } lt(c, cin) {} {
                    let k := blockOf(sub(cin, c))
                    for { let o := 0 } lt(o, n) { o := add(o, 1) } {
                        let w := add(mload(PARAMS), add(mul(4, mload(OUTPUTS)), mul(9, add(mul(add(mload(FIRST), o), cin), c))))
                        for { let i := 0 } lt(i, k) { i := add(i, 1) } {
                            kernel(calldataload(w), to, mul(32, k))
                            w := add(w, 9)
                            to := add(to, 32)
                        }
                        to := add(to, mul(480, k))
                    }
                    c := add(c, k)
                }
                // the product in the middle goes into all four outputs once,
                // and so does what is added to it: the bias, four times
                to := mload(INITIAL)
                calldatacopy(to, calldatasize(), mul(512, n))
                let b := add(mload(PARAMS), mul(4, mload(FIRST)))
                for { let end := add(b, mul(4, n)) } lt(b, end) { b := add(b, 4) } {
                    let bias := signextend(3, shr(224, calldataload(b)))
                    mstore(add(to, 0xa0), mul(shl(2, add(bias, BOUND)), ONES))
                    to := add(to, 512)
                }
            }

            // a column or row of a patch times B
            function patchLine(to, step, a, b, c, d) {
                mstore(to, sub(a, c))
                to := add(to, step)
                mstore(to, add(b, c))
                to := add(to, step)
                mstore(to, sub(c, b))
                mstore(add(to, step), sub(b, d))
            }

            // the 4x4 patch at p, transformed, every 8 words from to
            function patch(p, row, to) {
                // by columns, then by rows; T is [row][column]
                for { let t := T } lt(t, add(T, 0x80)) { t := add(t, 0x20) } {
                    let q := add(p, row)
                    patchLine(t, 0x80, mload(p), mload(q), mload(add(q, row)), mload(add(add(q, row), row)))
                    p := add(p, 32)
                }
                patchLine(to, 0x100, mload(T), mload(add(T, 0x20)), mload(add(T, 0x40)), mload(add(T, 0x60)))
                patchLine(add(to, 0x400), 0x100, mload(add(T, 0x80)), mload(add(T, 0xa0)), mload(add(T, 0xc0)), mload(add(T, 0xe0)))
                patchLine(add(to, 0x800), 0x100, mload(add(T, 0x100)), mload(add(T, 0x120)), mload(add(T, 0x140)), mload(add(T, 0x160)))
                patchLine(add(to, 0xc00), 0x100, mload(add(T, 0x180)), mload(add(T, 0x1a0)), mload(add(T, 0x1c0)), mload(add(T, 0x1e0)))
            }

            // The inner loop is unrolled, so that the addresses of both
            // operands are constants: 2 PUSH, 2 MLOAD, MUL, ADD are 20 gas. The
            // kernels get there by MCOPY, 3 gas a word.
            function one(v, u) -> r { r := mul(mload(v), mload(u)) }
            function pair(v, u) -> r { r := add(mul(mload(v), mload(u)), mul(mload(add(v, 32)), mload(add(u, 32)))) }

            // the 16 accumulators at m += patches * kernels of a block of channels
            function block8(m) {
                mstore(m, add(add(add(add(mload(m), pair(0x0500, 0x1500)), pair(0x0540, 0x1540)), pair(0x0580, 0x1580)), pair(0x05c0, 0x15c0)))
                mstore(add(m, 0x020), add(add(add(add(mload(add(m, 0x020)), pair(0x0600, 0x1600)), pair(0x0640, 0x1640)), pair(0x0680, 0x1680)), pair(0x06c0, 0x16c0)))
                mstore(add(m, 0x040), add(add(add(add(mload(add(m, 0x040)), pair(0x0700, 0x1700)), pair(0x0740, 0x1740)), pair(0x0780, 0x1780)), pair(0x07c0, 0x17c0)))
                mstore(add(m, 0x060), add(add(add(add(mload(add(m, 0x060)), pair(0x0800, 0x1800)), pair(0x0840, 0x1840)), pair(0x0880, 0x1880)), pair(0x08c0, 0x18c0)))
                mstore(add(m, 0x080), add(add(add(add(mload(add(m, 0x080)), pair(0x0900, 0x1900)), pair(0x0940, 0x1940)), pair(0x0980, 0x1980)), pair(0x09c0, 0x19c0)))
                mstore(add(m, 0x0a0), add(add(add(add(mload(add(m, 0x0a0)), pair(0x0a00, 0x1a00)), pair(0x0a40, 0x1a40)), pair(0x0a80, 0x1a80)), pair(0x0ac0, 0x1ac0)))
                mstore(add(m, 0x0c0), add(add(add(add(mload(add(m, 0x0c0)), pair(0x0b00, 0x1b00)), pair(0x0b40, 0x1b40)), pair(0x0b80, 0x1b80)), pair(0x0bc0, 0x1bc0)))
                mstore(add(m, 0x0e0), add(add(add(add(mload(add(m, 0x0e0)), pair(0x0c00, 0x1c00)), pair(0x0c40, 0x1c40)), pair(0x0c80, 0x1c80)), pair(0x0cc0, 0x1cc0)))
                mstore(add(m, 0x100), add(add(add(add(mload(add(m, 0x100)), pair(0x0d00, 0x1d00)), pair(0x0d40, 0x1d40)), pair(0x0d80, 0x1d80)), pair(0x0dc0, 0x1dc0)))
                mstore(add(m, 0x120), add(add(add(add(mload(add(m, 0x120)), pair(0x0e00, 0x1e00)), pair(0x0e40, 0x1e40)), pair(0x0e80, 0x1e80)), pair(0x0ec0, 0x1ec0)))
                mstore(add(m, 0x140), add(add(add(add(mload(add(m, 0x140)), pair(0x0f00, 0x1f00)), pair(0x0f40, 0x1f40)), pair(0x0f80, 0x1f80)), pair(0x0fc0, 0x1fc0)))
                mstore(add(m, 0x160), add(add(add(add(mload(add(m, 0x160)), pair(0x1000, 0x2000)), pair(0x1040, 0x2040)), pair(0x1080, 0x2080)), pair(0x10c0, 0x20c0)))
                mstore(add(m, 0x180), add(add(add(add(mload(add(m, 0x180)), pair(0x1100, 0x2100)), pair(0x1140, 0x2140)), pair(0x1180, 0x2180)), pair(0x11c0, 0x21c0)))
                mstore(add(m, 0x1a0), add(add(add(add(mload(add(m, 0x1a0)), pair(0x1200, 0x2200)), pair(0x1240, 0x2240)), pair(0x1280, 0x2280)), pair(0x12c0, 0x22c0)))
                mstore(add(m, 0x1c0), add(add(add(add(mload(add(m, 0x1c0)), pair(0x1300, 0x2300)), pair(0x1340, 0x2340)), pair(0x1380, 0x2380)), pair(0x13c0, 0x23c0)))
                mstore(add(m, 0x1e0), add(add(add(add(mload(add(m, 0x1e0)), pair(0x1400, 0x2400)), pair(0x1440, 0x2440)), pair(0x1480, 0x2480)), pair(0x14c0, 0x24c0)))
            }
            function block4(m) {
                mstore(m, add(add(mload(m), pair(0x0500, 0x1500)), pair(0x0540, 0x1540)))
                mstore(add(m, 0x020), add(add(mload(add(m, 0x020)), pair(0x0600, 0x1580)), pair(0x0640, 0x15c0)))
                mstore(add(m, 0x040), add(add(mload(add(m, 0x040)), pair(0x0700, 0x1600)), pair(0x0740, 0x1640)))
                mstore(add(m, 0x060), add(add(mload(add(m, 0x060)), pair(0x0800, 0x1680)), pair(0x0840, 0x16c0)))
                mstore(add(m, 0x080), add(add(mload(add(m, 0x080)), pair(0x0900, 0x1700)), pair(0x0940, 0x1740)))
                mstore(add(m, 0x0a0), add(add(mload(add(m, 0x0a0)), pair(0x0a00, 0x1780)), pair(0x0a40, 0x17c0)))
                mstore(add(m, 0x0c0), add(add(mload(add(m, 0x0c0)), pair(0x0b00, 0x1800)), pair(0x0b40, 0x1840)))
                mstore(add(m, 0x0e0), add(add(mload(add(m, 0x0e0)), pair(0x0c00, 0x1880)), pair(0x0c40, 0x18c0)))
                mstore(add(m, 0x100), add(add(mload(add(m, 0x100)), pair(0x0d00, 0x1900)), pair(0x0d40, 0x1940)))
                mstore(add(m, 0x120), add(add(mload(add(m, 0x120)), pair(0x0e00, 0x1980)), pair(0x0e40, 0x19c0)))
                mstore(add(m, 0x140), add(add(mload(add(m, 0x140)), pair(0x0f00, 0x1a00)), pair(0x0f40, 0x1a40)))
                mstore(add(m, 0x160), add(add(mload(add(m, 0x160)), pair(0x1000, 0x1a80)), pair(0x1040, 0x1ac0)))
                mstore(add(m, 0x180), add(add(mload(add(m, 0x180)), pair(0x1100, 0x1b00)), pair(0x1140, 0x1b40)))
                mstore(add(m, 0x1a0), add(add(mload(add(m, 0x1a0)), pair(0x1200, 0x1b80)), pair(0x1240, 0x1bc0)))
                mstore(add(m, 0x1c0), add(add(mload(add(m, 0x1c0)), pair(0x1300, 0x1c00)), pair(0x1340, 0x1c40)))
                mstore(add(m, 0x1e0), add(add(mload(add(m, 0x1e0)), pair(0x1400, 0x1c80)), pair(0x1440, 0x1cc0)))
            }
            function block3(m) {
                mstore(m, add(add(mload(m), pair(0x0500, 0x1500)), one(0x0540, 0x1540)))
                mstore(add(m, 0x020), add(add(mload(add(m, 0x020)), pair(0x0600, 0x1560)), one(0x0640, 0x15a0)))
                mstore(add(m, 0x040), add(add(mload(add(m, 0x040)), pair(0x0700, 0x15c0)), one(0x0740, 0x1600)))
                mstore(add(m, 0x060), add(add(mload(add(m, 0x060)), pair(0x0800, 0x1620)), one(0x0840, 0x1660)))
                mstore(add(m, 0x080), add(add(mload(add(m, 0x080)), pair(0x0900, 0x1680)), one(0x0940, 0x16c0)))
                mstore(add(m, 0x0a0), add(add(mload(add(m, 0x0a0)), pair(0x0a00, 0x16e0)), one(0x0a40, 0x1720)))
                mstore(add(m, 0x0c0), add(add(mload(add(m, 0x0c0)), pair(0x0b00, 0x1740)), one(0x0b40, 0x1780)))
                mstore(add(m, 0x0e0), add(add(mload(add(m, 0x0e0)), pair(0x0c00, 0x17a0)), one(0x0c40, 0x17e0)))
                mstore(add(m, 0x100), add(add(mload(add(m, 0x100)), pair(0x0d00, 0x1800)), one(0x0d40, 0x1840)))
                mstore(add(m, 0x120), add(add(mload(add(m, 0x120)), pair(0x0e00, 0x1860)), one(0x0e40, 0x18a0)))
                mstore(add(m, 0x140), add(add(mload(add(m, 0x140)), pair(0x0f00, 0x18c0)), one(0x0f40, 0x1900)))
                mstore(add(m, 0x160), add(add(mload(add(m, 0x160)), pair(0x1000, 0x1920)), one(0x1040, 0x1960)))
                mstore(add(m, 0x180), add(add(mload(add(m, 0x180)), pair(0x1100, 0x1980)), one(0x1140, 0x19c0)))
                mstore(add(m, 0x1a0), add(add(mload(add(m, 0x1a0)), pair(0x1200, 0x19e0)), one(0x1240, 0x1a20)))
                mstore(add(m, 0x1c0), add(add(mload(add(m, 0x1c0)), pair(0x1300, 0x1a40)), one(0x1340, 0x1a80)))
                mstore(add(m, 0x1e0), add(add(mload(add(m, 0x1e0)), pair(0x1400, 0x1aa0)), one(0x1440, 0x1ae0)))
            }
            function block1(m) {
                mstore(m, add(mload(m), one(0x0500, 0x1500)))
                mstore(add(m, 0x020), add(mload(add(m, 0x020)), one(0x0600, 0x1520)))
                mstore(add(m, 0x040), add(mload(add(m, 0x040)), one(0x0700, 0x1540)))
                mstore(add(m, 0x060), add(mload(add(m, 0x060)), one(0x0800, 0x1560)))
                mstore(add(m, 0x080), add(mload(add(m, 0x080)), one(0x0900, 0x1580)))
                mstore(add(m, 0x0a0), add(mload(add(m, 0x0a0)), one(0x0a00, 0x15a0)))
                mstore(add(m, 0x0c0), add(mload(add(m, 0x0c0)), one(0x0b00, 0x15c0)))
                mstore(add(m, 0x0e0), add(mload(add(m, 0x0e0)), one(0x0c00, 0x15e0)))
                mstore(add(m, 0x100), add(mload(add(m, 0x100)), one(0x0d00, 0x1600)))
                mstore(add(m, 0x120), add(mload(add(m, 0x120)), one(0x0e00, 0x1620)))
                mstore(add(m, 0x140), add(mload(add(m, 0x140)), one(0x0f00, 0x1640)))
                mstore(add(m, 0x160), add(mload(add(m, 0x160)), one(0x1000, 0x1660)))
                mstore(add(m, 0x180), add(mload(add(m, 0x180)), one(0x1100, 0x1680)))
                mstore(add(m, 0x1a0), add(mload(add(m, 0x1a0)), one(0x1200, 0x16a0)))
                mstore(add(m, 0x1c0), add(mload(add(m, 0x1c0)), one(0x1300, 0x16c0)))
                mstore(add(m, 0x1e0), add(mload(add(m, 0x1e0)), one(0x1400, 0x16e0)))
            }

            // all input channels of the tile whose patch begins at p, for n outputs, into M
            function tile(p, n) {
                mcopy(M, mload(INITIAL), mul(512, n))
                let u := mload(KERNELS)
                let end := add(M, mul(512, n))
                for { let left := mload(INPUTS) } left {} {
                    let k := blockOf(left)
                    for { let i := 0 } lt(i, k) { i := add(i, 1) } {
                        patch(p, mload(SRC_ROW), add(V, mul(32, i)))
                        p := add(p, mload(SRC_PLANE))
                    }
                    switch k
                    case 8 { for { let m := M } lt(m, end) { m := add(m, 512) } { mcopy(U, u, 4096) block8(m) u := add(u, 4096) } }
                    case 4 { for { let m := M } lt(m, end) { m := add(m, 512) } { mcopy(U, u, 2048) block4(m) u := add(u, 2048) } }
                    case 3 { for { let m := M } lt(m, end) { m := add(m, 512) } { mcopy(U, u, 1536) block3(m) u := add(u, 1536) } }
                    default { for { let m := M } lt(m, end) { m := add(m, 512) } { mcopy(U, u, 512) block1(m) u := add(u, 512) } }
                    left := sub(left, k)
                }
            }

            // the four outputs of the accumulators at m, through ReLU
            function outputs(m) -> y00, y01, y10, y11 {
                function column(at) -> s, d {
                    let a := mload(add(at, 0x080))
                    let b := mload(add(at, 0x100))
                    s := add(add(mload(at), a), b)
                    d := sub(sub(a, b), mload(add(at, 0x180)))
                }
                let s1, d1 := column(add(m, 0x20))
                let s2, d2 := column(add(m, 0x40))
                y00 := add(s1, s2)
                y10 := add(d1, d2)
                y01 := sub(s1, s2)
                y11 := sub(d1, d2)
                s1, d1 := column(m)
                y00 := relu(shr(2, add(y00, s1)))
                y10 := relu(shr(2, add(y10, d1)))
                s2, d2 := column(add(m, 0x60))
                y01 := relu(shr(2, sub(y01, s2)))
                y11 := relu(shr(2, sub(y11, d2)))
            }

            // n tiles' outputs; right and below say that the tile's second column and row exist
            function store(to, n, right, below) {
                for { let m := M } n { n := sub(n, 1) } {
                    let y00, y01, y10, y11 := outputs(m)
                    mstore(to, scale(y00))
                    if right { mstore(add(to, 32), scale(y01)) }
                    if below {
                        let next := add(to, mload(DST_ROW))
                        mstore(next, scale(y10))
                        if right { mstore(add(next, 32), scale(y11)) }
                    }
                    m := add(m, 512)
                    to := add(to, mload(DST_PLANE))
                }
            }

            // the same, pooled before the scaling: both are monotone
            function storePooled(to, n) {
                for { let m := M } n { n := sub(n, 1) } {
                    let y00, y01, y10, y11 := outputs(m)
                    mstore(to, scale(most(most(y00, y01), most(y10, y11))))
                    m := add(m, 512)
                    to := add(to, mload(DST_PLANE))
                }
            }

            // n output channels of a convolution of an h x w map
            function channels(n, h, w) {
                for { let y := 0 } lt(y, h) { y := add(y, 2) } {
                    let p := sub(add(mload(SRC), mul(y, mload(SRC_ROW))), add(mload(SRC_ROW), 32))
                    switch mload(POOLED)
                    case 0 {
                        let to := add(add(mload(DST), mul(mload(FIRST), mload(DST_PLANE))), mul(y, mload(DST_ROW)))
                        for { let x := 0 } lt(x, w) { x := add(x, 2) } {
                            tile(p, n)
                            store(to, n, lt(add(x, 1), w), lt(add(y, 1), h))
                            p := add(p, 64)
                            to := add(to, 64)
                        }
                    }
                    default {
                        let to := add(add(mload(DST), mul(mload(FIRST), mload(DST_PLANE))), mul(shr(1, y), mload(DST_ROW)))
                        for { let x := 1 } lt(x, w) { x := add(x, 2) } {
                            tile(p, n)
                            storePooled(to, n)
                            p := add(p, 64)
                            to := add(to, 32)
                        }
                    }
                }
            }

            // a convolution of an h x w map of cin channels, into a map that is placed.
            // So many output channels at a time that 256 transformed kernels, 128 KiB, suffice.
            function convolution(cin, cout, h, w) {
                let n := div(256, cin)
                if gt(n, 48) { n := 48 }
                if iszero(n) { n := 1 }
                if gt(n, cout) { n := cout }
                let free := mload(SRC_END)
                if gt(mload(DST_END), free) { free := mload(DST_END) }
                mstore(INITIAL, free)
                mstore(KERNELS, add(free, mul(512, n)))
                if mload(POOLED) { h := and(h, not(1)) }
                for { let first := 0 } lt(first, cout) { first := add(first, n) } {
                    if gt(add(first, n), cout) { n := sub(cout, first) }
                    mstore(FIRST, first)
                    kernels(cin, n)
                    channels(n, h, w)
                }
            }

            // 2x2 max pooling of an unpadded map of c channels, h x w
            function pool(c, h, w) {
                let to := mload(DST)
                for { let from := mload(SRC) } c { c := sub(c, 1) } {
                    for { let y := 0 } lt(add(y, 1), h) { y := add(y, 2) } {
                        let p := add(from, mul(y, mload(SRC_ROW)))
                        let q := add(p, mload(SRC_ROW))
                        let t := add(to, mul(shr(1, y), mload(DST_ROW)))
                        for { let x := 1 } lt(x, w) { x := add(x, 2) } {
                            mstore(t, most(most(mload(p), mload(add(p, 32))), most(mload(q), mload(add(q, 32)))))
                            p := add(p, 64)
                            q := add(q, 64)
                            t := add(t, 32)
                        }
                    }
                    from := add(from, mload(SRC_PLANE))
                    to := add(to, mload(DST_PLANE))
                }
            }

            // ---- dense layers, as in DenseEvaluator: weights are bytes w + 128,
            // and sum(w*x) = sum((w+128)*x) - 128*sum(x), where sum(x) is shared by all rows

            function two(w, k, x) -> r { r := add(mul(byte(k, w), mload(x)), mul(byte(add(k, 1), w), mload(add(x, 32)))) }

            // acc[j] += sum over a block of inputs, for every row j
            function rows64(w, fan, end) {
                for { let a := ACC } lt(a, end) { a := add(a, 32) } {
                    let acc := mload(a)
                    let w0 := calldataload(w)
                    let w1 := calldataload(add(w, 32))
                    acc := add(add(acc, two(w0, 0, 0x0300)), two(w0, 2, 0x0340))
                    acc := add(add(acc, two(w0, 4, 0x0380)), two(w0, 6, 0x03c0))
                    acc := add(add(acc, two(w0, 8, 0x0400)), two(w0, 10, 0x0440))
                    acc := add(add(acc, two(w0, 12, 0x0480)), two(w0, 14, 0x04c0))
                    acc := add(add(acc, two(w0, 16, 0x0500)), two(w0, 18, 0x0540))
                    acc := add(add(acc, two(w0, 20, 0x0580)), two(w0, 22, 0x05c0))
                    acc := add(add(acc, two(w0, 24, 0x0600)), two(w0, 26, 0x0640))
                    acc := add(add(acc, two(w0, 28, 0x0680)), two(w0, 30, 0x06c0))
                    acc := add(add(acc, two(w1, 0, 0x0700)), two(w1, 2, 0x0740))
                    acc := add(add(acc, two(w1, 4, 0x0780)), two(w1, 6, 0x07c0))
                    acc := add(add(acc, two(w1, 8, 0x0800)), two(w1, 10, 0x0840))
                    acc := add(add(acc, two(w1, 12, 0x0880)), two(w1, 14, 0x08c0))
                    acc := add(add(acc, two(w1, 16, 0x0900)), two(w1, 18, 0x0940))
                    acc := add(add(acc, two(w1, 20, 0x0980)), two(w1, 22, 0x09c0))
                    acc := add(add(acc, two(w1, 24, 0x0a00)), two(w1, 26, 0x0a40))
                    acc := add(add(acc, two(w1, 28, 0x0a80)), two(w1, 30, 0x0ac0))
                    mstore(a, acc)
                    w := add(w, fan)
                }
            }
            function rows16(w, fan, end) {
                for { let a := ACC } lt(a, end) { a := add(a, 32) } {
                    let acc := mload(a)
                    let w0 := calldataload(w)
                    acc := add(add(acc, two(w0, 0, 0x0300)), two(w0, 2, 0x0340))
                    acc := add(add(acc, two(w0, 4, 0x0380)), two(w0, 6, 0x03c0))
                    acc := add(add(acc, two(w0, 8, 0x0400)), two(w0, 10, 0x0440))
                    acc := add(add(acc, two(w0, 12, 0x0480)), two(w0, 14, 0x04c0))
                    mstore(a, acc)
                    w := add(w, fan)
                }
            }

            // one dense layer over the map, into the accumulators
            function dense(params, fan, rows) -> total {
                let end := add(ACC, mul(32, rows))
                for { let a := ACC } lt(a, end) { a := add(a, 32) } {
                    mstore(a, mul(add(signextend(3, shr(224, calldataload(params))), BOUND), ONES))
                    params := add(params, 4)
                }
                let from := mload(SRC)
                for { let left := fan } left {} {
                    let n := 64
                    if lt(left, 64) { n := 16 }
                    let k := n
                    if lt(left, n) {
                        k := left
                        calldatacopy(X, calldatasize(), 512)
                    }
                    mcopy(X, from, mul(32, k))
                    for { let x := add(X, mul(32, k)) } gt(x, X) {} {
                        x := sub(x, 32)
                        total := add(total, mload(x))
                    }
                    switch n
                    case 64 { rows64(params, fan, end) }
                    default { rows16(params, fan, end) }
                    params := add(params, k)
                    from := add(from, mul(32, k))
                    left := sub(left, k)
                }
                total := shl(7, total)
            }

            // ReLU, shift and clamp to 255 of every accumulator, into the map
            function requantise(rows, total) {
                let to := mload(DST)
                for { let a := ACC } rows { rows := sub(rows, 1) } {
                    mstore(to, scale(relu(sub(mload(a), total))))
                    a := add(a, 32)
                    to := add(to, mload(DST_PLANE))
                }
            }

            // the largest output of each vector, the lowest index of equals, against its label
            function rightAnswers(rows, total, labels) -> n {
                let end := add(ACC, mul(32, rows))
                for { let a := ACC } lt(a, end) { a := add(a, 32) } { mstore(a, sub(mload(a), total)) }
                for { let k := 0 } lt(k, 12) { k := add(k, 1) } {
                    let bits := mul(21, sub(11, k))
                    let best := 0
                    let class := ACC
                    for { let a := ACC } lt(a, end) { a := add(a, 32) } {
                        let v := and(shr(bits, mload(a)), 0x1fffff)
                        if gt(v, best) {
                            best := v
                            class := a
                        }
                    }
                    n := add(n, eq(shr(5, sub(class, ACC)), byte(0, calldataload(add(labels, k)))))
                }
            }

            // ---- networks

            // a whole network on the 12 vectors whose first feature is at data
            function batch(m, data, stride) -> n {
                let d := add(m, 12) // the layer's descriptor: kind, shift, outputs
                let end := add(d, mul(4, byte(5, calldataload(m))))
                mstore(PARAMS, end)
                mstore(SRC_AT, MAPS)
                mstore(SRC_END, MAPS)
                {
                    let shape := calldataload(add(m, 6))
                    place(byte(0, calldataload(d)), shr(240, shape), and(shr(224, shape), 0xffff), and(shr(208, shape), 0xffff))
                }
                input(data, stride)
                data := add(data, mul(stride, mul(mload(CHANNELS), mul(mload(HEIGHT), mload(WIDTH))))) // the labels
                for {} lt(d, end) { d := add(d, 4) } {
                    mcopy(SRC, DST, SHAPE)
                    n := layer(d, eq(add(d, 4), end), data)
                    // a convolution has done the pooling that follows it
                    d := add(d, mul(4, mload(POOLED)))
                }
            }

            function layer(d, last, labels) -> n {
                let word := calldataload(d)
                let rows := and(shr(224, word), 0xffff)
                let c := mload(CHANNELS)
                let h := mload(HEIGHT)
                let w := mload(WIDTH)
                mstore(INPUTS, c)
                mstore(OUTPUTS, rows)
                mstore(SHIFT, byte(1, word))
                mstore(KEEP, mul(ONES, shr(byte(1, word), 0xfffff)))
                mstore(POOLED, 0)
                let fan := mul(c, 9)
                switch byte(0, word)
                case 2 {
                    switch byte(4, word)
                    case 3 {
                        mstore(POOLED, 1)
                        place(byte(8, word), rows, shr(1, h), shr(1, w))
                    }
                    default { place(byte(4, word), rows, h, w) }
                    convolution(c, rows, h, w)
                }
                case 3 {
                    place(byte(4, word), c, shr(1, h), shr(1, w))
                    pool(c, h, w)
                    leave
                }
                default {
                    fan := mul(c, mul(h, w))
                    let total := dense(mload(PARAMS), fan, rows)
                    switch last
                    case 0 {
                        place(byte(4, word), rows, 1, 1)
                        requantise(rows, total)
                    }
                    default { n := rightAnswers(rows, total, labels) }
                }
                mstore(PARAMS, add(mload(PARAMS), mul(rows, add(fan, 4))))
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
