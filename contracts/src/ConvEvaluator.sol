// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IEvaluator, InPlace} from "./IEvaluator.sol";
import {Bounds} from "./Bounds.sol";

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
contract ConvEvaluator is InPlace {
    uint256 private constant LANES = 12;
    uint256 private constant MAX_BYTES = 76 << 10; // beside a market's largest group within one transaction
    uint256 private constant MAX_LAYERS = 8;
    uint256 private constant MAX_OUTPUTS = 1024;
    uint256 private constant MAX_FEATURES = 4096;
    uint256 private constant MAX_CLASSES = 256;
    uint256 private constant MAX_SHIFT = 19;
    uint256 private constant MAX_GAS = 16_250_000; // of one batch and its calldata; a transaction may cost 2^24
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
    // because only 16 words of the stack can be reached. A map is a feature map of 12 vectors,
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
    uint256 private constant SHAPE = 0x0a0; // bytes in the five words of a map's description
    uint256 private constant CHANNELS = 0x140; // of the map that is read
    uint256 private constant HEIGHT = 0x160;
    uint256 private constant WIDTH = 0x180;
    uint256 private constant OUTPUTS = 0x1a0; // of the layer
    uint256 private constant INPUTS = 0x2c0; // channels of the map that a convolution reads
    uint256 private constant SHIFT = 0x1c0;
    uint256 private constant KEEP = 0x1e0; // the bits of a lane that a shift leaves
    uint256 private constant PARAMS = 0x200; // in calldata: biases, weights
    uint256 private constant POOLED = 0x220; // the convolution's outputs are pooled
    uint256 private constant FIRST = 0x240; // the first of the output channels at work
    uint256 private constant KERNELS = 0x280; // their transformed kernels
    uint256 private constant BIASES = 0x2a0; // their biases, four times and in every lane
    uint256 private constant PATCHES = 0x2e0; // transformed patches, if they are too many for V
    // Then the operands of unrolled loops, at addresses that stand as numbers in
    // the code: 0x300 to 0x4e0 are T.
    uint256 private constant T = 0x300; // 16 accumulators of a tile; before, words between the halves of a transform
    uint256 private constant V = 0x500; // transformed patches: [16][34 channels]
    uint256 private constant U = 0x4900; // transformed kernels of a block of up to 16 channels
    uint256 private constant X = 0x300; // dense layers: 64 inputs
    uint256 private constant ACC = 0xb00; // and up to 1024 accumulators
    uint256 private constant MAPS = 0x8b00; // and the maps.

    /// @inheritdoc IEvaluator
    function lanes() external pure returns (uint256) {
        return LANES;
    }

    /// @inheritdoc IEvaluator
    function maxGroup() external pure returns (uint256) {
        return LANES;
    }

    /// @inheritdoc IEvaluator
    /// @dev Batch by batch of 12 vectors, byte 12*f+v is feature f of vector v; then
    /// one label byte for each vector.
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
    /// A model whose evaluation on one batch of 12 vectors would not fit a
    /// transaction is refused too.
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
        Shape memory s = _input(model);
        if (s.c * s.h * s.w != features || features == 0 || features > MAX_FEATURES) revert BadModel();
        for (uint256 i = 0; i < layers; i++) {
            (uint256 kind, uint256 shift, uint256 outputs) = _layer(model, i);
            bool last = i == layers - 1;
            if (last && (kind != DENSE || outputs != classes || outputs < 2 || outputs > MAX_CLASSES || shift != 0)) revert BadModel();
            if (kind == POOL) {
                if (shift != 0 || outputs != 0 || s.h < 2 || s.w < 2) revert BadModel();
                (s.h, s.w) = (s.h / 2, s.w / 2);
                continue;
            }
            if (shift > MAX_SHIFT || outputs == 0 || outputs > MAX_OUTPUTS) revert BadModel();
            uint256 fan;
            if (kind == DENSE) (fan, s.h, s.w) = (s.c * s.h * s.w, 1, 1);
            else if (kind == CONV) fan = 9 * s.c;
            else revert BadModel();
            uint256 size = outputs * (4 + fan);
            if (model.length < pos + size) revert BadModel();
            uint256 biases;
            assembly ("memory-safe") { biases := add(model.offset, pos) }
            if (!Bounds.kept(biases, biases + 4 * outputs, outputs, fan, 255, BOUND)) revert BadModel();
            pos += size;
            s.c = outputs;
        }
        if (pos != model.length || _batchGas(model) > MAX_GAS) revert BadModel();
    }

    struct Shape {
        uint256 c;
        uint256 h;
        uint256 w;
    }

    function _input(bytes calldata model) private pure returns (Shape memory) {
        return Shape(uint16(bytes2(model[6:8])), uint16(bytes2(model[8:10])), uint16(bytes2(model[10:12])));
    }

    /// The descriptor of a layer; zeros after the last.
    function _layer(bytes calldata model, uint256 i) private pure returns (uint256 kind, uint256 shift, uint256 outputs) {
        if (i >= uint8(model[5])) return (0, 0, 0);
        bytes calldata d = model[12 + 4 * i:16 + 4 * i];
        return (uint8(d[0]), uint8(d[1]), uint16(bytes2(d[2:4])));
    }

    /// What evaluating is thought to cost: gas so far; the map that was placed
    /// last, from begin to end; memory that is free beside it and the one that is
    /// read, and the most that is used.
    struct Plan {
        uint256 gas;
        uint256 begin;
        uint256 end;
        uint256 free;
        uint256 top;
    }

    /// An upper bound of the gas that count takes for one batch of 12 vectors,
    /// and the calldata of model and batch. It is pkg/model's ConvGas; the
    /// constants were measured.
    function _batchGas(bytes calldata model) private pure returns (uint256) {
        Plan memory p = Plan(0, MAPS, MAPS, MAPS, MAPS);
        Shape memory s = _input(model);
        (uint256 kind,, uint256 outputs) = _layer(model, 0);
        _place(p, kind, s);
        uint256 features = s.c * s.h * s.w;
        p.gas += 8000 + 16 * (model.length + 12 * (features + 1)) + 205 * features + 225 * s.c * s.h;
        for (uint256 i = 0; kind != 0; i++) {
            (uint256 reader,, uint256 next) = _layer(model, i + 1);
            uint256 fan = s.c * s.h * s.w;
            uint256 cin = s.c;
            if (kind == DENSE) s = Shape(outputs, 1, 1);
            if (kind == CONV) s.c = outputs;
            bool pooled = kind == CONV && reader == POOL;
            if (pooled) (reader,, next) = _layer(model, ++i + 1);
            if (pooled || kind == POOL) (s.h, s.w) = (s.h / 2, s.w / 2);
            _place(p, reader, s);
            if (kind == DENSE) {
                uint256 tail = (fan % 64 + 15) / 16;
                p.gas += 26 * outputs * (fan / 64 * 64 + tail * 16) + 60 * outputs * (fan / 64 + tail) + 365 * outputs + 75 * fan;
            }
            if (kind == CONV) _convolution(p, cin, s, pooled);
            if (kind == POOL) p.gas += 410 * s.c * s.h * s.w;
            (kind, outputs) = (reader, next);
        }
        uint256 words = (p.top + 31) / 32;
        return p.gas + 830 * s.c + 3 * words + words * words / 512;
    }

    function _place(Plan memory p, uint256 reader, Shape memory s) private pure {
        uint256 size = 32 * s.c * s.h * s.w;
        if (reader == CONV) {
            size = 32 * s.c * (2 * ((s.h + 1) / 2) + 2) * (2 * ((s.w + 1) / 2) + 2);
            p.gas += 3 * size / 32;
        }
        uint256 begin = MAPS + size > p.begin ? p.end : MAPS;
        p.free = begin + size > p.end ? begin + size : p.end;
        if (p.free > p.top) p.top = p.free;
        (p.begin, p.end) = (begin, begin + size);
        p.gas += 2500; // and all else that is done once a layer
    }

    function _convolution(Plan memory p, uint256 cin, Shape memory s, bool pooled) private pure {
        uint256 chunk = cin > 256 ? 1 : 256 / cin;
        if (chunk > s.c) chunk = s.c;
        uint256 chunks = (s.c + chunk - 1) / chunk;
        uint256 blocks = cin / 16 + cin % 16 / 8 + cin % 8 / 4 + (cin % 4 > 0 ? 1 : 0);
        uint256 kept = cin > 31 ? cin / 16 : 0;
        uint256 tiles = pooled ? s.h * s.w : (s.h + 1) / 2 * ((s.w + 1) / 2);
        p.gas += pooled ? 1092 * tiles * s.c : 575 * tiles * s.c + 208 * s.c * s.h * s.w;
        p.gas += s.c * (1080 * cin + 145 * blocks + 270) + chunks * tiles * (920 * cin + 360 * blocks + 305);
        p.gas += tiles * s.c * (367 * cin + 505 * (blocks - 1) + 1700 * kept);
        uint256 top = p.free + 32 * chunk * (1 + 16 * cin) + 17408 * kept;
        if (top > p.top) p.top = top;
    }

    /// @inheritdoc IEvaluator
    /// @dev The model must have been loaded and the groups have passed checkGroup:
    /// nothing is validated again here. There are no witnesses.
    function count(bytes calldata model, uint256, bytes calldata payloads, bytes calldata, uint256 groupSize)
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

            // the pixels of 12 vectors, from the bytes of a batch
            function input(data) {
                let planes := add(mload(DST), mul(mload(CHANNELS), mload(DST_PLANE)))
                let width := mul(32, mload(WIDTH))
                for { let plane := mload(DST) } lt(plane, planes) { plane := add(plane, mload(DST_PLANE)) } {
                    let rows := add(plane, mul(mload(HEIGHT), mload(DST_ROW)))
                    for { let row := plane } lt(row, rows) { row := add(row, mload(DST_ROW)) } {
                        let end := add(row, width)
                        for { let at := row } lt(at, end) { at := add(at, 32) } {
                            mstore(at, spread(calldataload(data)))
                            data := add(data, 12)
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

            // the 3x3 weights at the top of w, transformed, every step bytes from to
            function kernel(w, to, step) {
                // 2G times the columns; T is [row][column]
                {
                    let b := sub(byte(3, w), 128)
                    let c := sub(byte(6, w), 128)
                    let a := sub(byte(0, w), 128)
                    mstore(0x300, add(a, a))
                    a := add(a, c)
                    mstore(0x360, add(a, b))
                    mstore(0x3c0, sub(a, b))
                    mstore(0x420, add(c, c))
                }
                {
                    let b := sub(byte(4, w), 128)
                    let c := sub(byte(7, w), 128)
                    let a := sub(byte(1, w), 128)
                    mstore(0x320, add(a, a))
                    a := add(a, c)
                    mstore(0x380, add(a, b))
                    mstore(0x3e0, sub(a, b))
                    mstore(0x440, add(c, c))
                }
                {
                    let b := sub(byte(5, w), 128)
                    let c := sub(byte(8, w), 128)
                    let a := sub(byte(2, w), 128)
                    mstore(0x340, add(a, a))
                    a := add(a, c)
                    mstore(0x3a0, add(a, b))
                    mstore(0x400, sub(a, b))
                    mstore(0x460, add(c, c))
                }
                // and the rows of that
                {
                    let a := mload(0x300)
                    let b := mload(0x320)
                    let c := mload(0x340)
                    mstore(to, add(a, a))
                    to := add(to, step)
                    a := add(a, c)
                    mstore(to, add(a, b))
                    to := add(to, step)
                    mstore(to, sub(a, b))
                    to := add(to, step)
                    mstore(to, add(c, c))
                    to := add(to, step)
                }
                {
                    let a := mload(0x360)
                    let b := mload(0x380)
                    let c := mload(0x3a0)
                    mstore(to, add(a, a))
                    to := add(to, step)
                    a := add(a, c)
                    mstore(to, add(a, b))
                    to := add(to, step)
                    mstore(to, sub(a, b))
                    to := add(to, step)
                    mstore(to, add(c, c))
                    to := add(to, step)
                }
                {
                    let a := mload(0x3c0)
                    let b := mload(0x3e0)
                    let c := mload(0x400)
                    mstore(to, add(a, a))
                    to := add(to, step)
                    a := add(a, c)
                    mstore(to, add(a, b))
                    to := add(to, step)
                    mstore(to, sub(a, b))
                    to := add(to, step)
                    mstore(to, add(c, c))
                    to := add(to, step)
                }
                {
                    let a := mload(0x420)
                    let b := mload(0x440)
                    let c := mload(0x460)
                    mstore(to, add(a, a))
                    to := add(to, step)
                    a := add(a, c)
                    mstore(to, add(a, b))
                    to := add(to, step)
                    mstore(to, sub(a, b))
                    to := add(to, step)
                    mstore(to, add(c, c))
                    to := add(to, step)
                }
            }

            // how many of the input channels left the next block takes: each
            // size at most once, but for 16
            function blockOf(left) -> k {
                k := left
                if gt(left, 3) { k := 4 }
                if gt(left, 7) { k := 8 }
                if gt(left, 15) { k := 16 }
            }

            // the kernels of n output channels from FIRST on, in blocks of input
            // channels: [output][block][16][channel of the block]; and their biases
            function kernels(cin, n) {
                let to := mload(KERNELS)
                let w := add(mload(PARAMS), add(mul(4, mload(OUTPUTS)), mul(9, mul(mload(FIRST), cin))))
                for { let o := n } o { o := sub(o, 1) } {
                    for { let left := cin } left {} {
                        let k := blockOf(left)
                        for { let end := add(to, mul(32, k)) } lt(to, end) { to := add(to, 32) } {
                            kernel(calldataload(w), to, mul(32, k))
                            w := add(w, 9)
                        }
                        to := add(to, mul(480, k))
                        left := sub(left, k)
                    }
                }
                to := mload(BIASES)
                w := add(mload(PARAMS), mul(4, mload(FIRST)))
                for { let end := add(w, mul(4, n)) } lt(w, end) { w := add(w, 4) } {
                    mstore(to, mul(shl(2, add(signextend(3, shr(224, calldataload(w))), BOUND)), ONES))
                    to := add(to, 32)
                }
            }

            // the 4x4 patch at p, transformed, every 34 words from to
            function patch(p, row, to) {
                {
                    // B times the columns; T is [row][column]
                    let q := add(p, row)
                    let r := add(q, row)
                    let s := add(r, row)
                    {
                        let b := mload(q)
                        let c := mload(r)
                        mstore(0x300, sub(mload(p), c))
                        mstore(0x380, add(b, c))
                        mstore(0x400, sub(c, b))
                        mstore(0x480, sub(b, mload(s)))
                    }
                    {
                        let b := mload(add(q, 32))
                        let c := mload(add(r, 32))
                        mstore(0x320, sub(mload(add(p, 32)), c))
                        mstore(0x3a0, add(b, c))
                        mstore(0x420, sub(c, b))
                        mstore(0x4a0, sub(b, mload(add(s, 32))))
                    }
                    {
                        let b := mload(add(q, 64))
                        let c := mload(add(r, 64))
                        mstore(0x340, sub(mload(add(p, 64)), c))
                        mstore(0x3c0, add(b, c))
                        mstore(0x440, sub(c, b))
                        mstore(0x4c0, sub(b, mload(add(s, 64))))
                    }
                    {
                        let b := mload(add(q, 96))
                        let c := mload(add(r, 96))
                        mstore(0x360, sub(mload(add(p, 96)), c))
                        mstore(0x3e0, add(b, c))
                        mstore(0x460, sub(c, b))
                        mstore(0x4e0, sub(b, mload(add(s, 96))))
                    }
                }
                // and the rows of that
                {
                    let b := mload(0x320)
                    let c := mload(0x340)
                    mstore(to, sub(mload(0x300), c))
                    mstore(add(to, 0x0440), add(b, c))
                    mstore(add(to, 0x0880), sub(c, b))
                    mstore(add(to, 0x0cc0), sub(b, mload(0x360)))
                }
                {
                    let b := mload(0x3a0)
                    let c := mload(0x3c0)
                    mstore(add(to, 0x1100), sub(mload(0x380), c))
                    mstore(add(to, 0x1540), add(b, c))
                    mstore(add(to, 0x1980), sub(c, b))
                    mstore(add(to, 0x1dc0), sub(b, mload(0x3e0)))
                }
                {
                    let b := mload(0x420)
                    let c := mload(0x440)
                    mstore(add(to, 0x2200), sub(mload(0x400), c))
                    mstore(add(to, 0x2640), add(b, c))
                    mstore(add(to, 0x2a80), sub(c, b))
                    mstore(add(to, 0x2ec0), sub(b, mload(0x460)))
                }
                {
                    let b := mload(0x4a0)
                    let c := mload(0x4c0)
                    mstore(add(to, 0x3300), sub(mload(0x480), c))
                    mstore(add(to, 0x3740), add(b, c))
                    mstore(add(to, 0x3b80), sub(c, b))
                    mstore(add(to, 0x3fc0), sub(b, mload(0x4e0)))
                }
            }

            // Where the gas goes. The inner loop is unrolled, so that the addresses of both
            // operands are constants: 2 PUSH, 2 MLOAD, MUL, ADD are 20 gas. The
            // kernels get there by MCOPY, 3 gas a word.
            function tap(v, u) -> r {
                r := mul(mload(v), mload(u))
            }

            // the accumulators = (first) or += (next) patches * kernels of a block
            // of channels; every size of block has patches of its own in V
            function first16() {
                mstore(0x300, add(add(add(add(add(add(add(add(add(add(add(add(add(add(add(tap(0x0500, 0x4900), tap(0x0520, 0x4920)), tap(0x0540, 0x4940)), tap(0x0560, 0x4960)), tap(0x0580, 0x4980)), tap(0x05a0, 0x49a0)), tap(0x05c0, 0x49c0)), tap(0x05e0, 0x49e0)), tap(0x0600, 0x4a00)), tap(0x0620, 0x4a20)), tap(0x0640, 0x4a40)), tap(0x0660, 0x4a60)), tap(0x0680, 0x4a80)), tap(0x06a0, 0x4aa0)), tap(0x06c0, 0x4ac0)), tap(0x06e0, 0x4ae0)))
                mstore(0x320, add(add(add(add(add(add(add(add(add(add(add(add(add(add(add(tap(0x0940, 0x4b00), tap(0x0960, 0x4b20)), tap(0x0980, 0x4b40)), tap(0x09a0, 0x4b60)), tap(0x09c0, 0x4b80)), tap(0x09e0, 0x4ba0)), tap(0x0a00, 0x4bc0)), tap(0x0a20, 0x4be0)), tap(0x0a40, 0x4c00)), tap(0x0a60, 0x4c20)), tap(0x0a80, 0x4c40)), tap(0x0aa0, 0x4c60)), tap(0x0ac0, 0x4c80)), tap(0x0ae0, 0x4ca0)), tap(0x0b00, 0x4cc0)), tap(0x0b20, 0x4ce0)))
                mstore(0x340, add(add(add(add(add(add(add(add(add(add(add(add(add(add(add(tap(0x0d80, 0x4d00), tap(0x0da0, 0x4d20)), tap(0x0dc0, 0x4d40)), tap(0x0de0, 0x4d60)), tap(0x0e00, 0x4d80)), tap(0x0e20, 0x4da0)), tap(0x0e40, 0x4dc0)), tap(0x0e60, 0x4de0)), tap(0x0e80, 0x4e00)), tap(0x0ea0, 0x4e20)), tap(0x0ec0, 0x4e40)), tap(0x0ee0, 0x4e60)), tap(0x0f00, 0x4e80)), tap(0x0f20, 0x4ea0)), tap(0x0f40, 0x4ec0)), tap(0x0f60, 0x4ee0)))
                mstore(0x360, add(add(add(add(add(add(add(add(add(add(add(add(add(add(add(tap(0x11c0, 0x4f00), tap(0x11e0, 0x4f20)), tap(0x1200, 0x4f40)), tap(0x1220, 0x4f60)), tap(0x1240, 0x4f80)), tap(0x1260, 0x4fa0)), tap(0x1280, 0x4fc0)), tap(0x12a0, 0x4fe0)), tap(0x12c0, 0x5000)), tap(0x12e0, 0x5020)), tap(0x1300, 0x5040)), tap(0x1320, 0x5060)), tap(0x1340, 0x5080)), tap(0x1360, 0x50a0)), tap(0x1380, 0x50c0)), tap(0x13a0, 0x50e0)))
                mstore(0x380, add(add(add(add(add(add(add(add(add(add(add(add(add(add(add(tap(0x1600, 0x5100), tap(0x1620, 0x5120)), tap(0x1640, 0x5140)), tap(0x1660, 0x5160)), tap(0x1680, 0x5180)), tap(0x16a0, 0x51a0)), tap(0x16c0, 0x51c0)), tap(0x16e0, 0x51e0)), tap(0x1700, 0x5200)), tap(0x1720, 0x5220)), tap(0x1740, 0x5240)), tap(0x1760, 0x5260)), tap(0x1780, 0x5280)), tap(0x17a0, 0x52a0)), tap(0x17c0, 0x52c0)), tap(0x17e0, 0x52e0)))
                mstore(0x3a0, add(add(add(add(add(add(add(add(add(add(add(add(add(add(add(tap(0x1a40, 0x5300), tap(0x1a60, 0x5320)), tap(0x1a80, 0x5340)), tap(0x1aa0, 0x5360)), tap(0x1ac0, 0x5380)), tap(0x1ae0, 0x53a0)), tap(0x1b00, 0x53c0)), tap(0x1b20, 0x53e0)), tap(0x1b40, 0x5400)), tap(0x1b60, 0x5420)), tap(0x1b80, 0x5440)), tap(0x1ba0, 0x5460)), tap(0x1bc0, 0x5480)), tap(0x1be0, 0x54a0)), tap(0x1c00, 0x54c0)), tap(0x1c20, 0x54e0)))
                mstore(0x3c0, add(add(add(add(add(add(add(add(add(add(add(add(add(add(add(tap(0x1e80, 0x5500), tap(0x1ea0, 0x5520)), tap(0x1ec0, 0x5540)), tap(0x1ee0, 0x5560)), tap(0x1f00, 0x5580)), tap(0x1f20, 0x55a0)), tap(0x1f40, 0x55c0)), tap(0x1f60, 0x55e0)), tap(0x1f80, 0x5600)), tap(0x1fa0, 0x5620)), tap(0x1fc0, 0x5640)), tap(0x1fe0, 0x5660)), tap(0x2000, 0x5680)), tap(0x2020, 0x56a0)), tap(0x2040, 0x56c0)), tap(0x2060, 0x56e0)))
                mstore(0x3e0, add(add(add(add(add(add(add(add(add(add(add(add(add(add(add(tap(0x22c0, 0x5700), tap(0x22e0, 0x5720)), tap(0x2300, 0x5740)), tap(0x2320, 0x5760)), tap(0x2340, 0x5780)), tap(0x2360, 0x57a0)), tap(0x2380, 0x57c0)), tap(0x23a0, 0x57e0)), tap(0x23c0, 0x5800)), tap(0x23e0, 0x5820)), tap(0x2400, 0x5840)), tap(0x2420, 0x5860)), tap(0x2440, 0x5880)), tap(0x2460, 0x58a0)), tap(0x2480, 0x58c0)), tap(0x24a0, 0x58e0)))
                mstore(0x400, add(add(add(add(add(add(add(add(add(add(add(add(add(add(add(tap(0x2700, 0x5900), tap(0x2720, 0x5920)), tap(0x2740, 0x5940)), tap(0x2760, 0x5960)), tap(0x2780, 0x5980)), tap(0x27a0, 0x59a0)), tap(0x27c0, 0x59c0)), tap(0x27e0, 0x59e0)), tap(0x2800, 0x5a00)), tap(0x2820, 0x5a20)), tap(0x2840, 0x5a40)), tap(0x2860, 0x5a60)), tap(0x2880, 0x5a80)), tap(0x28a0, 0x5aa0)), tap(0x28c0, 0x5ac0)), tap(0x28e0, 0x5ae0)))
                mstore(0x420, add(add(add(add(add(add(add(add(add(add(add(add(add(add(add(tap(0x2b40, 0x5b00), tap(0x2b60, 0x5b20)), tap(0x2b80, 0x5b40)), tap(0x2ba0, 0x5b60)), tap(0x2bc0, 0x5b80)), tap(0x2be0, 0x5ba0)), tap(0x2c00, 0x5bc0)), tap(0x2c20, 0x5be0)), tap(0x2c40, 0x5c00)), tap(0x2c60, 0x5c20)), tap(0x2c80, 0x5c40)), tap(0x2ca0, 0x5c60)), tap(0x2cc0, 0x5c80)), tap(0x2ce0, 0x5ca0)), tap(0x2d00, 0x5cc0)), tap(0x2d20, 0x5ce0)))
                mstore(0x440, add(add(add(add(add(add(add(add(add(add(add(add(add(add(add(tap(0x2f80, 0x5d00), tap(0x2fa0, 0x5d20)), tap(0x2fc0, 0x5d40)), tap(0x2fe0, 0x5d60)), tap(0x3000, 0x5d80)), tap(0x3020, 0x5da0)), tap(0x3040, 0x5dc0)), tap(0x3060, 0x5de0)), tap(0x3080, 0x5e00)), tap(0x30a0, 0x5e20)), tap(0x30c0, 0x5e40)), tap(0x30e0, 0x5e60)), tap(0x3100, 0x5e80)), tap(0x3120, 0x5ea0)), tap(0x3140, 0x5ec0)), tap(0x3160, 0x5ee0)))
                mstore(0x460, add(add(add(add(add(add(add(add(add(add(add(add(add(add(add(tap(0x33c0, 0x5f00), tap(0x33e0, 0x5f20)), tap(0x3400, 0x5f40)), tap(0x3420, 0x5f60)), tap(0x3440, 0x5f80)), tap(0x3460, 0x5fa0)), tap(0x3480, 0x5fc0)), tap(0x34a0, 0x5fe0)), tap(0x34c0, 0x6000)), tap(0x34e0, 0x6020)), tap(0x3500, 0x6040)), tap(0x3520, 0x6060)), tap(0x3540, 0x6080)), tap(0x3560, 0x60a0)), tap(0x3580, 0x60c0)), tap(0x35a0, 0x60e0)))
                mstore(0x480, add(add(add(add(add(add(add(add(add(add(add(add(add(add(add(tap(0x3800, 0x6100), tap(0x3820, 0x6120)), tap(0x3840, 0x6140)), tap(0x3860, 0x6160)), tap(0x3880, 0x6180)), tap(0x38a0, 0x61a0)), tap(0x38c0, 0x61c0)), tap(0x38e0, 0x61e0)), tap(0x3900, 0x6200)), tap(0x3920, 0x6220)), tap(0x3940, 0x6240)), tap(0x3960, 0x6260)), tap(0x3980, 0x6280)), tap(0x39a0, 0x62a0)), tap(0x39c0, 0x62c0)), tap(0x39e0, 0x62e0)))
                mstore(0x4a0, add(add(add(add(add(add(add(add(add(add(add(add(add(add(add(tap(0x3c40, 0x6300), tap(0x3c60, 0x6320)), tap(0x3c80, 0x6340)), tap(0x3ca0, 0x6360)), tap(0x3cc0, 0x6380)), tap(0x3ce0, 0x63a0)), tap(0x3d00, 0x63c0)), tap(0x3d20, 0x63e0)), tap(0x3d40, 0x6400)), tap(0x3d60, 0x6420)), tap(0x3d80, 0x6440)), tap(0x3da0, 0x6460)), tap(0x3dc0, 0x6480)), tap(0x3de0, 0x64a0)), tap(0x3e00, 0x64c0)), tap(0x3e20, 0x64e0)))
                mstore(0x4c0, add(add(add(add(add(add(add(add(add(add(add(add(add(add(add(tap(0x4080, 0x6500), tap(0x40a0, 0x6520)), tap(0x40c0, 0x6540)), tap(0x40e0, 0x6560)), tap(0x4100, 0x6580)), tap(0x4120, 0x65a0)), tap(0x4140, 0x65c0)), tap(0x4160, 0x65e0)), tap(0x4180, 0x6600)), tap(0x41a0, 0x6620)), tap(0x41c0, 0x6640)), tap(0x41e0, 0x6660)), tap(0x4200, 0x6680)), tap(0x4220, 0x66a0)), tap(0x4240, 0x66c0)), tap(0x4260, 0x66e0)))
                mstore(0x4e0, add(add(add(add(add(add(add(add(add(add(add(add(add(add(add(tap(0x44c0, 0x6700), tap(0x44e0, 0x6720)), tap(0x4500, 0x6740)), tap(0x4520, 0x6760)), tap(0x4540, 0x6780)), tap(0x4560, 0x67a0)), tap(0x4580, 0x67c0)), tap(0x45a0, 0x67e0)), tap(0x45c0, 0x6800)), tap(0x45e0, 0x6820)), tap(0x4600, 0x6840)), tap(0x4620, 0x6860)), tap(0x4640, 0x6880)), tap(0x4660, 0x68a0)), tap(0x4680, 0x68c0)), tap(0x46a0, 0x68e0)))
            }
            function first8() {
                mstore(0x300, add(add(add(add(add(add(add(tap(0x0700, 0x4900), tap(0x0720, 0x4920)), tap(0x0740, 0x4940)), tap(0x0760, 0x4960)), tap(0x0780, 0x4980)), tap(0x07a0, 0x49a0)), tap(0x07c0, 0x49c0)), tap(0x07e0, 0x49e0)))
                mstore(0x320, add(add(add(add(add(add(add(tap(0x0b40, 0x4a00), tap(0x0b60, 0x4a20)), tap(0x0b80, 0x4a40)), tap(0x0ba0, 0x4a60)), tap(0x0bc0, 0x4a80)), tap(0x0be0, 0x4aa0)), tap(0x0c00, 0x4ac0)), tap(0x0c20, 0x4ae0)))
                mstore(0x340, add(add(add(add(add(add(add(tap(0x0f80, 0x4b00), tap(0x0fa0, 0x4b20)), tap(0x0fc0, 0x4b40)), tap(0x0fe0, 0x4b60)), tap(0x1000, 0x4b80)), tap(0x1020, 0x4ba0)), tap(0x1040, 0x4bc0)), tap(0x1060, 0x4be0)))
                mstore(0x360, add(add(add(add(add(add(add(tap(0x13c0, 0x4c00), tap(0x13e0, 0x4c20)), tap(0x1400, 0x4c40)), tap(0x1420, 0x4c60)), tap(0x1440, 0x4c80)), tap(0x1460, 0x4ca0)), tap(0x1480, 0x4cc0)), tap(0x14a0, 0x4ce0)))
                mstore(0x380, add(add(add(add(add(add(add(tap(0x1800, 0x4d00), tap(0x1820, 0x4d20)), tap(0x1840, 0x4d40)), tap(0x1860, 0x4d60)), tap(0x1880, 0x4d80)), tap(0x18a0, 0x4da0)), tap(0x18c0, 0x4dc0)), tap(0x18e0, 0x4de0)))
                mstore(0x3a0, add(add(add(add(add(add(add(tap(0x1c40, 0x4e00), tap(0x1c60, 0x4e20)), tap(0x1c80, 0x4e40)), tap(0x1ca0, 0x4e60)), tap(0x1cc0, 0x4e80)), tap(0x1ce0, 0x4ea0)), tap(0x1d00, 0x4ec0)), tap(0x1d20, 0x4ee0)))
                mstore(0x3c0, add(add(add(add(add(add(add(tap(0x2080, 0x4f00), tap(0x20a0, 0x4f20)), tap(0x20c0, 0x4f40)), tap(0x20e0, 0x4f60)), tap(0x2100, 0x4f80)), tap(0x2120, 0x4fa0)), tap(0x2140, 0x4fc0)), tap(0x2160, 0x4fe0)))
                mstore(0x3e0, add(add(add(add(add(add(add(tap(0x24c0, 0x5000), tap(0x24e0, 0x5020)), tap(0x2500, 0x5040)), tap(0x2520, 0x5060)), tap(0x2540, 0x5080)), tap(0x2560, 0x50a0)), tap(0x2580, 0x50c0)), tap(0x25a0, 0x50e0)))
                mstore(0x400, add(add(add(add(add(add(add(tap(0x2900, 0x5100), tap(0x2920, 0x5120)), tap(0x2940, 0x5140)), tap(0x2960, 0x5160)), tap(0x2980, 0x5180)), tap(0x29a0, 0x51a0)), tap(0x29c0, 0x51c0)), tap(0x29e0, 0x51e0)))
                mstore(0x420, add(add(add(add(add(add(add(tap(0x2d40, 0x5200), tap(0x2d60, 0x5220)), tap(0x2d80, 0x5240)), tap(0x2da0, 0x5260)), tap(0x2dc0, 0x5280)), tap(0x2de0, 0x52a0)), tap(0x2e00, 0x52c0)), tap(0x2e20, 0x52e0)))
                mstore(0x440, add(add(add(add(add(add(add(tap(0x3180, 0x5300), tap(0x31a0, 0x5320)), tap(0x31c0, 0x5340)), tap(0x31e0, 0x5360)), tap(0x3200, 0x5380)), tap(0x3220, 0x53a0)), tap(0x3240, 0x53c0)), tap(0x3260, 0x53e0)))
                mstore(0x460, add(add(add(add(add(add(add(tap(0x35c0, 0x5400), tap(0x35e0, 0x5420)), tap(0x3600, 0x5440)), tap(0x3620, 0x5460)), tap(0x3640, 0x5480)), tap(0x3660, 0x54a0)), tap(0x3680, 0x54c0)), tap(0x36a0, 0x54e0)))
                mstore(0x480, add(add(add(add(add(add(add(tap(0x3a00, 0x5500), tap(0x3a20, 0x5520)), tap(0x3a40, 0x5540)), tap(0x3a60, 0x5560)), tap(0x3a80, 0x5580)), tap(0x3aa0, 0x55a0)), tap(0x3ac0, 0x55c0)), tap(0x3ae0, 0x55e0)))
                mstore(0x4a0, add(add(add(add(add(add(add(tap(0x3e40, 0x5600), tap(0x3e60, 0x5620)), tap(0x3e80, 0x5640)), tap(0x3ea0, 0x5660)), tap(0x3ec0, 0x5680)), tap(0x3ee0, 0x56a0)), tap(0x3f00, 0x56c0)), tap(0x3f20, 0x56e0)))
                mstore(0x4c0, add(add(add(add(add(add(add(tap(0x4280, 0x5700), tap(0x42a0, 0x5720)), tap(0x42c0, 0x5740)), tap(0x42e0, 0x5760)), tap(0x4300, 0x5780)), tap(0x4320, 0x57a0)), tap(0x4340, 0x57c0)), tap(0x4360, 0x57e0)))
                mstore(0x4e0, add(add(add(add(add(add(add(tap(0x46c0, 0x5800), tap(0x46e0, 0x5820)), tap(0x4700, 0x5840)), tap(0x4720, 0x5860)), tap(0x4740, 0x5880)), tap(0x4760, 0x58a0)), tap(0x4780, 0x58c0)), tap(0x47a0, 0x58e0)))
            }
            function first4() {
                mstore(0x300, add(add(add(tap(0x0800, 0x4900), tap(0x0820, 0x4920)), tap(0x0840, 0x4940)), tap(0x0860, 0x4960)))
                mstore(0x320, add(add(add(tap(0x0c40, 0x4980), tap(0x0c60, 0x49a0)), tap(0x0c80, 0x49c0)), tap(0x0ca0, 0x49e0)))
                mstore(0x340, add(add(add(tap(0x1080, 0x4a00), tap(0x10a0, 0x4a20)), tap(0x10c0, 0x4a40)), tap(0x10e0, 0x4a60)))
                mstore(0x360, add(add(add(tap(0x14c0, 0x4a80), tap(0x14e0, 0x4aa0)), tap(0x1500, 0x4ac0)), tap(0x1520, 0x4ae0)))
                mstore(0x380, add(add(add(tap(0x1900, 0x4b00), tap(0x1920, 0x4b20)), tap(0x1940, 0x4b40)), tap(0x1960, 0x4b60)))
                mstore(0x3a0, add(add(add(tap(0x1d40, 0x4b80), tap(0x1d60, 0x4ba0)), tap(0x1d80, 0x4bc0)), tap(0x1da0, 0x4be0)))
                mstore(0x3c0, add(add(add(tap(0x2180, 0x4c00), tap(0x21a0, 0x4c20)), tap(0x21c0, 0x4c40)), tap(0x21e0, 0x4c60)))
                mstore(0x3e0, add(add(add(tap(0x25c0, 0x4c80), tap(0x25e0, 0x4ca0)), tap(0x2600, 0x4cc0)), tap(0x2620, 0x4ce0)))
                mstore(0x400, add(add(add(tap(0x2a00, 0x4d00), tap(0x2a20, 0x4d20)), tap(0x2a40, 0x4d40)), tap(0x2a60, 0x4d60)))
                mstore(0x420, add(add(add(tap(0x2e40, 0x4d80), tap(0x2e60, 0x4da0)), tap(0x2e80, 0x4dc0)), tap(0x2ea0, 0x4de0)))
                mstore(0x440, add(add(add(tap(0x3280, 0x4e00), tap(0x32a0, 0x4e20)), tap(0x32c0, 0x4e40)), tap(0x32e0, 0x4e60)))
                mstore(0x460, add(add(add(tap(0x36c0, 0x4e80), tap(0x36e0, 0x4ea0)), tap(0x3700, 0x4ec0)), tap(0x3720, 0x4ee0)))
                mstore(0x480, add(add(add(tap(0x3b00, 0x4f00), tap(0x3b20, 0x4f20)), tap(0x3b40, 0x4f40)), tap(0x3b60, 0x4f60)))
                mstore(0x4a0, add(add(add(tap(0x3f40, 0x4f80), tap(0x3f60, 0x4fa0)), tap(0x3f80, 0x4fc0)), tap(0x3fa0, 0x4fe0)))
                mstore(0x4c0, add(add(add(tap(0x4380, 0x5000), tap(0x43a0, 0x5020)), tap(0x43c0, 0x5040)), tap(0x43e0, 0x5060)))
                mstore(0x4e0, add(add(add(tap(0x47c0, 0x5080), tap(0x47e0, 0x50a0)), tap(0x4800, 0x50c0)), tap(0x4820, 0x50e0)))
            }
            function first3() {
                mstore(0x300, add(add(tap(0x0880, 0x4900), tap(0x08a0, 0x4920)), tap(0x08c0, 0x4940)))
                mstore(0x320, add(add(tap(0x0cc0, 0x4960), tap(0x0ce0, 0x4980)), tap(0x0d00, 0x49a0)))
                mstore(0x340, add(add(tap(0x1100, 0x49c0), tap(0x1120, 0x49e0)), tap(0x1140, 0x4a00)))
                mstore(0x360, add(add(tap(0x1540, 0x4a20), tap(0x1560, 0x4a40)), tap(0x1580, 0x4a60)))
                mstore(0x380, add(add(tap(0x1980, 0x4a80), tap(0x19a0, 0x4aa0)), tap(0x19c0, 0x4ac0)))
                mstore(0x3a0, add(add(tap(0x1dc0, 0x4ae0), tap(0x1de0, 0x4b00)), tap(0x1e00, 0x4b20)))
                mstore(0x3c0, add(add(tap(0x2200, 0x4b40), tap(0x2220, 0x4b60)), tap(0x2240, 0x4b80)))
                mstore(0x3e0, add(add(tap(0x2640, 0x4ba0), tap(0x2660, 0x4bc0)), tap(0x2680, 0x4be0)))
                mstore(0x400, add(add(tap(0x2a80, 0x4c00), tap(0x2aa0, 0x4c20)), tap(0x2ac0, 0x4c40)))
                mstore(0x420, add(add(tap(0x2ec0, 0x4c60), tap(0x2ee0, 0x4c80)), tap(0x2f00, 0x4ca0)))
                mstore(0x440, add(add(tap(0x3300, 0x4cc0), tap(0x3320, 0x4ce0)), tap(0x3340, 0x4d00)))
                mstore(0x460, add(add(tap(0x3740, 0x4d20), tap(0x3760, 0x4d40)), tap(0x3780, 0x4d60)))
                mstore(0x480, add(add(tap(0x3b80, 0x4d80), tap(0x3ba0, 0x4da0)), tap(0x3bc0, 0x4dc0)))
                mstore(0x4a0, add(add(tap(0x3fc0, 0x4de0), tap(0x3fe0, 0x4e00)), tap(0x4000, 0x4e20)))
                mstore(0x4c0, add(add(tap(0x4400, 0x4e40), tap(0x4420, 0x4e60)), tap(0x4440, 0x4e80)))
                mstore(0x4e0, add(add(tap(0x4840, 0x4ea0), tap(0x4860, 0x4ec0)), tap(0x4880, 0x4ee0)))
            }
            function first2() {
                mstore(0x300, add(tap(0x08e0, 0x4900), tap(0x0900, 0x4920)))
                mstore(0x320, add(tap(0x0d20, 0x4940), tap(0x0d40, 0x4960)))
                mstore(0x340, add(tap(0x1160, 0x4980), tap(0x1180, 0x49a0)))
                mstore(0x360, add(tap(0x15a0, 0x49c0), tap(0x15c0, 0x49e0)))
                mstore(0x380, add(tap(0x19e0, 0x4a00), tap(0x1a00, 0x4a20)))
                mstore(0x3a0, add(tap(0x1e20, 0x4a40), tap(0x1e40, 0x4a60)))
                mstore(0x3c0, add(tap(0x2260, 0x4a80), tap(0x2280, 0x4aa0)))
                mstore(0x3e0, add(tap(0x26a0, 0x4ac0), tap(0x26c0, 0x4ae0)))
                mstore(0x400, add(tap(0x2ae0, 0x4b00), tap(0x2b00, 0x4b20)))
                mstore(0x420, add(tap(0x2f20, 0x4b40), tap(0x2f40, 0x4b60)))
                mstore(0x440, add(tap(0x3360, 0x4b80), tap(0x3380, 0x4ba0)))
                mstore(0x460, add(tap(0x37a0, 0x4bc0), tap(0x37c0, 0x4be0)))
                mstore(0x480, add(tap(0x3be0, 0x4c00), tap(0x3c00, 0x4c20)))
                mstore(0x4a0, add(tap(0x4020, 0x4c40), tap(0x4040, 0x4c60)))
                mstore(0x4c0, add(tap(0x4460, 0x4c80), tap(0x4480, 0x4ca0)))
                mstore(0x4e0, add(tap(0x48a0, 0x4cc0), tap(0x48c0, 0x4ce0)))
            }
            function first1() {
                mstore(0x300, tap(0x0920, 0x4900))
                mstore(0x320, tap(0x0d60, 0x4920))
                mstore(0x340, tap(0x11a0, 0x4940))
                mstore(0x360, tap(0x15e0, 0x4960))
                mstore(0x380, tap(0x1a20, 0x4980))
                mstore(0x3a0, tap(0x1e60, 0x49a0))
                mstore(0x3c0, tap(0x22a0, 0x49c0))
                mstore(0x3e0, tap(0x26e0, 0x49e0))
                mstore(0x400, tap(0x2b20, 0x4a00))
                mstore(0x420, tap(0x2f60, 0x4a20))
                mstore(0x440, tap(0x33a0, 0x4a40))
                mstore(0x460, tap(0x37e0, 0x4a60))
                mstore(0x480, tap(0x3c20, 0x4a80))
                mstore(0x4a0, tap(0x4060, 0x4aa0))
                mstore(0x4c0, tap(0x44a0, 0x4ac0))
                mstore(0x4e0, tap(0x48e0, 0x4ae0))
            }
            function next16() {
                mstore(0x300, add(add(add(add(add(add(add(add(add(add(add(add(add(add(add(add(mload(0x300), tap(0x0500, 0x4900)), tap(0x0520, 0x4920)), tap(0x0540, 0x4940)), tap(0x0560, 0x4960)), tap(0x0580, 0x4980)), tap(0x05a0, 0x49a0)), tap(0x05c0, 0x49c0)), tap(0x05e0, 0x49e0)), tap(0x0600, 0x4a00)), tap(0x0620, 0x4a20)), tap(0x0640, 0x4a40)), tap(0x0660, 0x4a60)), tap(0x0680, 0x4a80)), tap(0x06a0, 0x4aa0)), tap(0x06c0, 0x4ac0)), tap(0x06e0, 0x4ae0)))
                mstore(0x320, add(add(add(add(add(add(add(add(add(add(add(add(add(add(add(add(mload(0x320), tap(0x0940, 0x4b00)), tap(0x0960, 0x4b20)), tap(0x0980, 0x4b40)), tap(0x09a0, 0x4b60)), tap(0x09c0, 0x4b80)), tap(0x09e0, 0x4ba0)), tap(0x0a00, 0x4bc0)), tap(0x0a20, 0x4be0)), tap(0x0a40, 0x4c00)), tap(0x0a60, 0x4c20)), tap(0x0a80, 0x4c40)), tap(0x0aa0, 0x4c60)), tap(0x0ac0, 0x4c80)), tap(0x0ae0, 0x4ca0)), tap(0x0b00, 0x4cc0)), tap(0x0b20, 0x4ce0)))
                mstore(0x340, add(add(add(add(add(add(add(add(add(add(add(add(add(add(add(add(mload(0x340), tap(0x0d80, 0x4d00)), tap(0x0da0, 0x4d20)), tap(0x0dc0, 0x4d40)), tap(0x0de0, 0x4d60)), tap(0x0e00, 0x4d80)), tap(0x0e20, 0x4da0)), tap(0x0e40, 0x4dc0)), tap(0x0e60, 0x4de0)), tap(0x0e80, 0x4e00)), tap(0x0ea0, 0x4e20)), tap(0x0ec0, 0x4e40)), tap(0x0ee0, 0x4e60)), tap(0x0f00, 0x4e80)), tap(0x0f20, 0x4ea0)), tap(0x0f40, 0x4ec0)), tap(0x0f60, 0x4ee0)))
                mstore(0x360, add(add(add(add(add(add(add(add(add(add(add(add(add(add(add(add(mload(0x360), tap(0x11c0, 0x4f00)), tap(0x11e0, 0x4f20)), tap(0x1200, 0x4f40)), tap(0x1220, 0x4f60)), tap(0x1240, 0x4f80)), tap(0x1260, 0x4fa0)), tap(0x1280, 0x4fc0)), tap(0x12a0, 0x4fe0)), tap(0x12c0, 0x5000)), tap(0x12e0, 0x5020)), tap(0x1300, 0x5040)), tap(0x1320, 0x5060)), tap(0x1340, 0x5080)), tap(0x1360, 0x50a0)), tap(0x1380, 0x50c0)), tap(0x13a0, 0x50e0)))
                mstore(0x380, add(add(add(add(add(add(add(add(add(add(add(add(add(add(add(add(mload(0x380), tap(0x1600, 0x5100)), tap(0x1620, 0x5120)), tap(0x1640, 0x5140)), tap(0x1660, 0x5160)), tap(0x1680, 0x5180)), tap(0x16a0, 0x51a0)), tap(0x16c0, 0x51c0)), tap(0x16e0, 0x51e0)), tap(0x1700, 0x5200)), tap(0x1720, 0x5220)), tap(0x1740, 0x5240)), tap(0x1760, 0x5260)), tap(0x1780, 0x5280)), tap(0x17a0, 0x52a0)), tap(0x17c0, 0x52c0)), tap(0x17e0, 0x52e0)))
                mstore(0x3a0, add(add(add(add(add(add(add(add(add(add(add(add(add(add(add(add(mload(0x3a0), tap(0x1a40, 0x5300)), tap(0x1a60, 0x5320)), tap(0x1a80, 0x5340)), tap(0x1aa0, 0x5360)), tap(0x1ac0, 0x5380)), tap(0x1ae0, 0x53a0)), tap(0x1b00, 0x53c0)), tap(0x1b20, 0x53e0)), tap(0x1b40, 0x5400)), tap(0x1b60, 0x5420)), tap(0x1b80, 0x5440)), tap(0x1ba0, 0x5460)), tap(0x1bc0, 0x5480)), tap(0x1be0, 0x54a0)), tap(0x1c00, 0x54c0)), tap(0x1c20, 0x54e0)))
                mstore(0x3c0, add(add(add(add(add(add(add(add(add(add(add(add(add(add(add(add(mload(0x3c0), tap(0x1e80, 0x5500)), tap(0x1ea0, 0x5520)), tap(0x1ec0, 0x5540)), tap(0x1ee0, 0x5560)), tap(0x1f00, 0x5580)), tap(0x1f20, 0x55a0)), tap(0x1f40, 0x55c0)), tap(0x1f60, 0x55e0)), tap(0x1f80, 0x5600)), tap(0x1fa0, 0x5620)), tap(0x1fc0, 0x5640)), tap(0x1fe0, 0x5660)), tap(0x2000, 0x5680)), tap(0x2020, 0x56a0)), tap(0x2040, 0x56c0)), tap(0x2060, 0x56e0)))
                mstore(0x3e0, add(add(add(add(add(add(add(add(add(add(add(add(add(add(add(add(mload(0x3e0), tap(0x22c0, 0x5700)), tap(0x22e0, 0x5720)), tap(0x2300, 0x5740)), tap(0x2320, 0x5760)), tap(0x2340, 0x5780)), tap(0x2360, 0x57a0)), tap(0x2380, 0x57c0)), tap(0x23a0, 0x57e0)), tap(0x23c0, 0x5800)), tap(0x23e0, 0x5820)), tap(0x2400, 0x5840)), tap(0x2420, 0x5860)), tap(0x2440, 0x5880)), tap(0x2460, 0x58a0)), tap(0x2480, 0x58c0)), tap(0x24a0, 0x58e0)))
                mstore(0x400, add(add(add(add(add(add(add(add(add(add(add(add(add(add(add(add(mload(0x400), tap(0x2700, 0x5900)), tap(0x2720, 0x5920)), tap(0x2740, 0x5940)), tap(0x2760, 0x5960)), tap(0x2780, 0x5980)), tap(0x27a0, 0x59a0)), tap(0x27c0, 0x59c0)), tap(0x27e0, 0x59e0)), tap(0x2800, 0x5a00)), tap(0x2820, 0x5a20)), tap(0x2840, 0x5a40)), tap(0x2860, 0x5a60)), tap(0x2880, 0x5a80)), tap(0x28a0, 0x5aa0)), tap(0x28c0, 0x5ac0)), tap(0x28e0, 0x5ae0)))
                mstore(0x420, add(add(add(add(add(add(add(add(add(add(add(add(add(add(add(add(mload(0x420), tap(0x2b40, 0x5b00)), tap(0x2b60, 0x5b20)), tap(0x2b80, 0x5b40)), tap(0x2ba0, 0x5b60)), tap(0x2bc0, 0x5b80)), tap(0x2be0, 0x5ba0)), tap(0x2c00, 0x5bc0)), tap(0x2c20, 0x5be0)), tap(0x2c40, 0x5c00)), tap(0x2c60, 0x5c20)), tap(0x2c80, 0x5c40)), tap(0x2ca0, 0x5c60)), tap(0x2cc0, 0x5c80)), tap(0x2ce0, 0x5ca0)), tap(0x2d00, 0x5cc0)), tap(0x2d20, 0x5ce0)))
                mstore(0x440, add(add(add(add(add(add(add(add(add(add(add(add(add(add(add(add(mload(0x440), tap(0x2f80, 0x5d00)), tap(0x2fa0, 0x5d20)), tap(0x2fc0, 0x5d40)), tap(0x2fe0, 0x5d60)), tap(0x3000, 0x5d80)), tap(0x3020, 0x5da0)), tap(0x3040, 0x5dc0)), tap(0x3060, 0x5de0)), tap(0x3080, 0x5e00)), tap(0x30a0, 0x5e20)), tap(0x30c0, 0x5e40)), tap(0x30e0, 0x5e60)), tap(0x3100, 0x5e80)), tap(0x3120, 0x5ea0)), tap(0x3140, 0x5ec0)), tap(0x3160, 0x5ee0)))
                mstore(0x460, add(add(add(add(add(add(add(add(add(add(add(add(add(add(add(add(mload(0x460), tap(0x33c0, 0x5f00)), tap(0x33e0, 0x5f20)), tap(0x3400, 0x5f40)), tap(0x3420, 0x5f60)), tap(0x3440, 0x5f80)), tap(0x3460, 0x5fa0)), tap(0x3480, 0x5fc0)), tap(0x34a0, 0x5fe0)), tap(0x34c0, 0x6000)), tap(0x34e0, 0x6020)), tap(0x3500, 0x6040)), tap(0x3520, 0x6060)), tap(0x3540, 0x6080)), tap(0x3560, 0x60a0)), tap(0x3580, 0x60c0)), tap(0x35a0, 0x60e0)))
                mstore(0x480, add(add(add(add(add(add(add(add(add(add(add(add(add(add(add(add(mload(0x480), tap(0x3800, 0x6100)), tap(0x3820, 0x6120)), tap(0x3840, 0x6140)), tap(0x3860, 0x6160)), tap(0x3880, 0x6180)), tap(0x38a0, 0x61a0)), tap(0x38c0, 0x61c0)), tap(0x38e0, 0x61e0)), tap(0x3900, 0x6200)), tap(0x3920, 0x6220)), tap(0x3940, 0x6240)), tap(0x3960, 0x6260)), tap(0x3980, 0x6280)), tap(0x39a0, 0x62a0)), tap(0x39c0, 0x62c0)), tap(0x39e0, 0x62e0)))
                mstore(0x4a0, add(add(add(add(add(add(add(add(add(add(add(add(add(add(add(add(mload(0x4a0), tap(0x3c40, 0x6300)), tap(0x3c60, 0x6320)), tap(0x3c80, 0x6340)), tap(0x3ca0, 0x6360)), tap(0x3cc0, 0x6380)), tap(0x3ce0, 0x63a0)), tap(0x3d00, 0x63c0)), tap(0x3d20, 0x63e0)), tap(0x3d40, 0x6400)), tap(0x3d60, 0x6420)), tap(0x3d80, 0x6440)), tap(0x3da0, 0x6460)), tap(0x3dc0, 0x6480)), tap(0x3de0, 0x64a0)), tap(0x3e00, 0x64c0)), tap(0x3e20, 0x64e0)))
                mstore(0x4c0, add(add(add(add(add(add(add(add(add(add(add(add(add(add(add(add(mload(0x4c0), tap(0x4080, 0x6500)), tap(0x40a0, 0x6520)), tap(0x40c0, 0x6540)), tap(0x40e0, 0x6560)), tap(0x4100, 0x6580)), tap(0x4120, 0x65a0)), tap(0x4140, 0x65c0)), tap(0x4160, 0x65e0)), tap(0x4180, 0x6600)), tap(0x41a0, 0x6620)), tap(0x41c0, 0x6640)), tap(0x41e0, 0x6660)), tap(0x4200, 0x6680)), tap(0x4220, 0x66a0)), tap(0x4240, 0x66c0)), tap(0x4260, 0x66e0)))
                mstore(0x4e0, add(add(add(add(add(add(add(add(add(add(add(add(add(add(add(add(mload(0x4e0), tap(0x44c0, 0x6700)), tap(0x44e0, 0x6720)), tap(0x4500, 0x6740)), tap(0x4520, 0x6760)), tap(0x4540, 0x6780)), tap(0x4560, 0x67a0)), tap(0x4580, 0x67c0)), tap(0x45a0, 0x67e0)), tap(0x45c0, 0x6800)), tap(0x45e0, 0x6820)), tap(0x4600, 0x6840)), tap(0x4620, 0x6860)), tap(0x4640, 0x6880)), tap(0x4660, 0x68a0)), tap(0x4680, 0x68c0)), tap(0x46a0, 0x68e0)))
            }
            function next8() {
                mstore(0x300, add(add(add(add(add(add(add(add(mload(0x300), tap(0x0700, 0x4900)), tap(0x0720, 0x4920)), tap(0x0740, 0x4940)), tap(0x0760, 0x4960)), tap(0x0780, 0x4980)), tap(0x07a0, 0x49a0)), tap(0x07c0, 0x49c0)), tap(0x07e0, 0x49e0)))
                mstore(0x320, add(add(add(add(add(add(add(add(mload(0x320), tap(0x0b40, 0x4a00)), tap(0x0b60, 0x4a20)), tap(0x0b80, 0x4a40)), tap(0x0ba0, 0x4a60)), tap(0x0bc0, 0x4a80)), tap(0x0be0, 0x4aa0)), tap(0x0c00, 0x4ac0)), tap(0x0c20, 0x4ae0)))
                mstore(0x340, add(add(add(add(add(add(add(add(mload(0x340), tap(0x0f80, 0x4b00)), tap(0x0fa0, 0x4b20)), tap(0x0fc0, 0x4b40)), tap(0x0fe0, 0x4b60)), tap(0x1000, 0x4b80)), tap(0x1020, 0x4ba0)), tap(0x1040, 0x4bc0)), tap(0x1060, 0x4be0)))
                mstore(0x360, add(add(add(add(add(add(add(add(mload(0x360), tap(0x13c0, 0x4c00)), tap(0x13e0, 0x4c20)), tap(0x1400, 0x4c40)), tap(0x1420, 0x4c60)), tap(0x1440, 0x4c80)), tap(0x1460, 0x4ca0)), tap(0x1480, 0x4cc0)), tap(0x14a0, 0x4ce0)))
                mstore(0x380, add(add(add(add(add(add(add(add(mload(0x380), tap(0x1800, 0x4d00)), tap(0x1820, 0x4d20)), tap(0x1840, 0x4d40)), tap(0x1860, 0x4d60)), tap(0x1880, 0x4d80)), tap(0x18a0, 0x4da0)), tap(0x18c0, 0x4dc0)), tap(0x18e0, 0x4de0)))
                mstore(0x3a0, add(add(add(add(add(add(add(add(mload(0x3a0), tap(0x1c40, 0x4e00)), tap(0x1c60, 0x4e20)), tap(0x1c80, 0x4e40)), tap(0x1ca0, 0x4e60)), tap(0x1cc0, 0x4e80)), tap(0x1ce0, 0x4ea0)), tap(0x1d00, 0x4ec0)), tap(0x1d20, 0x4ee0)))
                mstore(0x3c0, add(add(add(add(add(add(add(add(mload(0x3c0), tap(0x2080, 0x4f00)), tap(0x20a0, 0x4f20)), tap(0x20c0, 0x4f40)), tap(0x20e0, 0x4f60)), tap(0x2100, 0x4f80)), tap(0x2120, 0x4fa0)), tap(0x2140, 0x4fc0)), tap(0x2160, 0x4fe0)))
                mstore(0x3e0, add(add(add(add(add(add(add(add(mload(0x3e0), tap(0x24c0, 0x5000)), tap(0x24e0, 0x5020)), tap(0x2500, 0x5040)), tap(0x2520, 0x5060)), tap(0x2540, 0x5080)), tap(0x2560, 0x50a0)), tap(0x2580, 0x50c0)), tap(0x25a0, 0x50e0)))
                mstore(0x400, add(add(add(add(add(add(add(add(mload(0x400), tap(0x2900, 0x5100)), tap(0x2920, 0x5120)), tap(0x2940, 0x5140)), tap(0x2960, 0x5160)), tap(0x2980, 0x5180)), tap(0x29a0, 0x51a0)), tap(0x29c0, 0x51c0)), tap(0x29e0, 0x51e0)))
                mstore(0x420, add(add(add(add(add(add(add(add(mload(0x420), tap(0x2d40, 0x5200)), tap(0x2d60, 0x5220)), tap(0x2d80, 0x5240)), tap(0x2da0, 0x5260)), tap(0x2dc0, 0x5280)), tap(0x2de0, 0x52a0)), tap(0x2e00, 0x52c0)), tap(0x2e20, 0x52e0)))
                mstore(0x440, add(add(add(add(add(add(add(add(mload(0x440), tap(0x3180, 0x5300)), tap(0x31a0, 0x5320)), tap(0x31c0, 0x5340)), tap(0x31e0, 0x5360)), tap(0x3200, 0x5380)), tap(0x3220, 0x53a0)), tap(0x3240, 0x53c0)), tap(0x3260, 0x53e0)))
                mstore(0x460, add(add(add(add(add(add(add(add(mload(0x460), tap(0x35c0, 0x5400)), tap(0x35e0, 0x5420)), tap(0x3600, 0x5440)), tap(0x3620, 0x5460)), tap(0x3640, 0x5480)), tap(0x3660, 0x54a0)), tap(0x3680, 0x54c0)), tap(0x36a0, 0x54e0)))
                mstore(0x480, add(add(add(add(add(add(add(add(mload(0x480), tap(0x3a00, 0x5500)), tap(0x3a20, 0x5520)), tap(0x3a40, 0x5540)), tap(0x3a60, 0x5560)), tap(0x3a80, 0x5580)), tap(0x3aa0, 0x55a0)), tap(0x3ac0, 0x55c0)), tap(0x3ae0, 0x55e0)))
                mstore(0x4a0, add(add(add(add(add(add(add(add(mload(0x4a0), tap(0x3e40, 0x5600)), tap(0x3e60, 0x5620)), tap(0x3e80, 0x5640)), tap(0x3ea0, 0x5660)), tap(0x3ec0, 0x5680)), tap(0x3ee0, 0x56a0)), tap(0x3f00, 0x56c0)), tap(0x3f20, 0x56e0)))
                mstore(0x4c0, add(add(add(add(add(add(add(add(mload(0x4c0), tap(0x4280, 0x5700)), tap(0x42a0, 0x5720)), tap(0x42c0, 0x5740)), tap(0x42e0, 0x5760)), tap(0x4300, 0x5780)), tap(0x4320, 0x57a0)), tap(0x4340, 0x57c0)), tap(0x4360, 0x57e0)))
                mstore(0x4e0, add(add(add(add(add(add(add(add(mload(0x4e0), tap(0x46c0, 0x5800)), tap(0x46e0, 0x5820)), tap(0x4700, 0x5840)), tap(0x4720, 0x5860)), tap(0x4740, 0x5880)), tap(0x4760, 0x58a0)), tap(0x4780, 0x58c0)), tap(0x47a0, 0x58e0)))
            }
            function next4() {
                mstore(0x300, add(add(add(add(mload(0x300), tap(0x0800, 0x4900)), tap(0x0820, 0x4920)), tap(0x0840, 0x4940)), tap(0x0860, 0x4960)))
                mstore(0x320, add(add(add(add(mload(0x320), tap(0x0c40, 0x4980)), tap(0x0c60, 0x49a0)), tap(0x0c80, 0x49c0)), tap(0x0ca0, 0x49e0)))
                mstore(0x340, add(add(add(add(mload(0x340), tap(0x1080, 0x4a00)), tap(0x10a0, 0x4a20)), tap(0x10c0, 0x4a40)), tap(0x10e0, 0x4a60)))
                mstore(0x360, add(add(add(add(mload(0x360), tap(0x14c0, 0x4a80)), tap(0x14e0, 0x4aa0)), tap(0x1500, 0x4ac0)), tap(0x1520, 0x4ae0)))
                mstore(0x380, add(add(add(add(mload(0x380), tap(0x1900, 0x4b00)), tap(0x1920, 0x4b20)), tap(0x1940, 0x4b40)), tap(0x1960, 0x4b60)))
                mstore(0x3a0, add(add(add(add(mload(0x3a0), tap(0x1d40, 0x4b80)), tap(0x1d60, 0x4ba0)), tap(0x1d80, 0x4bc0)), tap(0x1da0, 0x4be0)))
                mstore(0x3c0, add(add(add(add(mload(0x3c0), tap(0x2180, 0x4c00)), tap(0x21a0, 0x4c20)), tap(0x21c0, 0x4c40)), tap(0x21e0, 0x4c60)))
                mstore(0x3e0, add(add(add(add(mload(0x3e0), tap(0x25c0, 0x4c80)), tap(0x25e0, 0x4ca0)), tap(0x2600, 0x4cc0)), tap(0x2620, 0x4ce0)))
                mstore(0x400, add(add(add(add(mload(0x400), tap(0x2a00, 0x4d00)), tap(0x2a20, 0x4d20)), tap(0x2a40, 0x4d40)), tap(0x2a60, 0x4d60)))
                mstore(0x420, add(add(add(add(mload(0x420), tap(0x2e40, 0x4d80)), tap(0x2e60, 0x4da0)), tap(0x2e80, 0x4dc0)), tap(0x2ea0, 0x4de0)))
                mstore(0x440, add(add(add(add(mload(0x440), tap(0x3280, 0x4e00)), tap(0x32a0, 0x4e20)), tap(0x32c0, 0x4e40)), tap(0x32e0, 0x4e60)))
                mstore(0x460, add(add(add(add(mload(0x460), tap(0x36c0, 0x4e80)), tap(0x36e0, 0x4ea0)), tap(0x3700, 0x4ec0)), tap(0x3720, 0x4ee0)))
                mstore(0x480, add(add(add(add(mload(0x480), tap(0x3b00, 0x4f00)), tap(0x3b20, 0x4f20)), tap(0x3b40, 0x4f40)), tap(0x3b60, 0x4f60)))
                mstore(0x4a0, add(add(add(add(mload(0x4a0), tap(0x3f40, 0x4f80)), tap(0x3f60, 0x4fa0)), tap(0x3f80, 0x4fc0)), tap(0x3fa0, 0x4fe0)))
                mstore(0x4c0, add(add(add(add(mload(0x4c0), tap(0x4380, 0x5000)), tap(0x43a0, 0x5020)), tap(0x43c0, 0x5040)), tap(0x43e0, 0x5060)))
                mstore(0x4e0, add(add(add(add(mload(0x4e0), tap(0x47c0, 0x5080)), tap(0x47e0, 0x50a0)), tap(0x4800, 0x50c0)), tap(0x4820, 0x50e0)))
            }
            function next3() {
                mstore(0x300, add(add(add(mload(0x300), tap(0x0880, 0x4900)), tap(0x08a0, 0x4920)), tap(0x08c0, 0x4940)))
                mstore(0x320, add(add(add(mload(0x320), tap(0x0cc0, 0x4960)), tap(0x0ce0, 0x4980)), tap(0x0d00, 0x49a0)))
                mstore(0x340, add(add(add(mload(0x340), tap(0x1100, 0x49c0)), tap(0x1120, 0x49e0)), tap(0x1140, 0x4a00)))
                mstore(0x360, add(add(add(mload(0x360), tap(0x1540, 0x4a20)), tap(0x1560, 0x4a40)), tap(0x1580, 0x4a60)))
                mstore(0x380, add(add(add(mload(0x380), tap(0x1980, 0x4a80)), tap(0x19a0, 0x4aa0)), tap(0x19c0, 0x4ac0)))
                mstore(0x3a0, add(add(add(mload(0x3a0), tap(0x1dc0, 0x4ae0)), tap(0x1de0, 0x4b00)), tap(0x1e00, 0x4b20)))
                mstore(0x3c0, add(add(add(mload(0x3c0), tap(0x2200, 0x4b40)), tap(0x2220, 0x4b60)), tap(0x2240, 0x4b80)))
                mstore(0x3e0, add(add(add(mload(0x3e0), tap(0x2640, 0x4ba0)), tap(0x2660, 0x4bc0)), tap(0x2680, 0x4be0)))
                mstore(0x400, add(add(add(mload(0x400), tap(0x2a80, 0x4c00)), tap(0x2aa0, 0x4c20)), tap(0x2ac0, 0x4c40)))
                mstore(0x420, add(add(add(mload(0x420), tap(0x2ec0, 0x4c60)), tap(0x2ee0, 0x4c80)), tap(0x2f00, 0x4ca0)))
                mstore(0x440, add(add(add(mload(0x440), tap(0x3300, 0x4cc0)), tap(0x3320, 0x4ce0)), tap(0x3340, 0x4d00)))
                mstore(0x460, add(add(add(mload(0x460), tap(0x3740, 0x4d20)), tap(0x3760, 0x4d40)), tap(0x3780, 0x4d60)))
                mstore(0x480, add(add(add(mload(0x480), tap(0x3b80, 0x4d80)), tap(0x3ba0, 0x4da0)), tap(0x3bc0, 0x4dc0)))
                mstore(0x4a0, add(add(add(mload(0x4a0), tap(0x3fc0, 0x4de0)), tap(0x3fe0, 0x4e00)), tap(0x4000, 0x4e20)))
                mstore(0x4c0, add(add(add(mload(0x4c0), tap(0x4400, 0x4e40)), tap(0x4420, 0x4e60)), tap(0x4440, 0x4e80)))
                mstore(0x4e0, add(add(add(mload(0x4e0), tap(0x4840, 0x4ea0)), tap(0x4860, 0x4ec0)), tap(0x4880, 0x4ee0)))
            }
            function next2() {
                mstore(0x300, add(add(mload(0x300), tap(0x08e0, 0x4900)), tap(0x0900, 0x4920)))
                mstore(0x320, add(add(mload(0x320), tap(0x0d20, 0x4940)), tap(0x0d40, 0x4960)))
                mstore(0x340, add(add(mload(0x340), tap(0x1160, 0x4980)), tap(0x1180, 0x49a0)))
                mstore(0x360, add(add(mload(0x360), tap(0x15a0, 0x49c0)), tap(0x15c0, 0x49e0)))
                mstore(0x380, add(add(mload(0x380), tap(0x19e0, 0x4a00)), tap(0x1a00, 0x4a20)))
                mstore(0x3a0, add(add(mload(0x3a0), tap(0x1e20, 0x4a40)), tap(0x1e40, 0x4a60)))
                mstore(0x3c0, add(add(mload(0x3c0), tap(0x2260, 0x4a80)), tap(0x2280, 0x4aa0)))
                mstore(0x3e0, add(add(mload(0x3e0), tap(0x26a0, 0x4ac0)), tap(0x26c0, 0x4ae0)))
                mstore(0x400, add(add(mload(0x400), tap(0x2ae0, 0x4b00)), tap(0x2b00, 0x4b20)))
                mstore(0x420, add(add(mload(0x420), tap(0x2f20, 0x4b40)), tap(0x2f40, 0x4b60)))
                mstore(0x440, add(add(mload(0x440), tap(0x3360, 0x4b80)), tap(0x3380, 0x4ba0)))
                mstore(0x460, add(add(mload(0x460), tap(0x37a0, 0x4bc0)), tap(0x37c0, 0x4be0)))
                mstore(0x480, add(add(mload(0x480), tap(0x3be0, 0x4c00)), tap(0x3c00, 0x4c20)))
                mstore(0x4a0, add(add(mload(0x4a0), tap(0x4020, 0x4c40)), tap(0x4040, 0x4c60)))
                mstore(0x4c0, add(add(mload(0x4c0), tap(0x4460, 0x4c80)), tap(0x4480, 0x4ca0)))
                mstore(0x4e0, add(add(mload(0x4e0), tap(0x48a0, 0x4cc0)), tap(0x48c0, 0x4ce0)))
            }
            function next1() {
                mstore(0x300, add(mload(0x300), tap(0x0920, 0x4900)))
                mstore(0x320, add(mload(0x320), tap(0x0d60, 0x4920)))
                mstore(0x340, add(mload(0x340), tap(0x11a0, 0x4940)))
                mstore(0x360, add(mload(0x360), tap(0x15e0, 0x4960)))
                mstore(0x380, add(mload(0x380), tap(0x1a20, 0x4980)))
                mstore(0x3a0, add(mload(0x3a0), tap(0x1e60, 0x49a0)))
                mstore(0x3c0, add(mload(0x3c0), tap(0x22a0, 0x49c0)))
                mstore(0x3e0, add(mload(0x3e0), tap(0x26e0, 0x49e0)))
                mstore(0x400, add(mload(0x400), tap(0x2b20, 0x4a00)))
                mstore(0x420, add(mload(0x420), tap(0x2f60, 0x4a20)))
                mstore(0x440, add(mload(0x440), tap(0x33a0, 0x4a40)))
                mstore(0x460, add(mload(0x460), tap(0x37e0, 0x4a60)))
                mstore(0x480, add(mload(0x480), tap(0x3c20, 0x4a80)))
                mstore(0x4a0, add(mload(0x4a0), tap(0x4060, 0x4aa0)))
                mstore(0x4c0, add(mload(0x4c0), tap(0x44a0, 0x4ac0)))
                mstore(0x4e0, add(mload(0x4e0), tap(0x48e0, 0x4ae0)))
            }

            // the place in V of a block's patches
            function slot(k) -> v {
                switch k
                case 16 { v := 0 }
                case 8 { v := 0x200 }
                case 4 { v := 0x300 }
                case 3 { v := 0x380 }
                case 2 { v := 0x3e0 }
                default { v := 0x420 }
            }

            // all patches of the tile whose first patch begins at p, in V; for
            // several blocks of 16, in a row of copies of V, smaller blocks in the last
            function patches(p) {
                let v := V
                if mload(PATCHES) { v := mload(PATCHES) }
                for { let left := mload(INPUTS) } left {} {
                    let k := blockOf(left)
                    let to := add(v, slot(k))
                    for { let end := add(to, mul(32, k)) } lt(to, end) { to := add(to, 32) } {
                        patch(p, mload(SRC_ROW), to)
                        p := add(p, mload(SRC_PLANE))
                    }
                    left := sub(left, k)
                    if gt(left, 15) { v := add(v, 0x4400) }
                }
            }

            // the accumulators of one output, from kernels at u
            function accumulate(u) -> end {
                let left := mload(INPUTS)
                let kept := mload(PATCHES)
                if kept { mcopy(V, kept, 0x4400) }
                let k := blockOf(left)
                end := add(u, mul(512, k))
                mcopy(U, u, mul(512, k))
                switch k
                case 16 { first16() }
                case 8 { first8() }
                case 4 { first4() }
                case 3 { first3() }
                case 2 { first2() }
                default { first1() }
                for { left := sub(left, k) } left { left := sub(left, k) } {
                    k := blockOf(left)
                    mcopy(U, end, mul(512, k))
                    end := add(end, mul(512, k))
                    switch k
                    case 16 {
                        kept := add(kept, 0x4400)
                        mcopy(V, kept, 0x4400)
                        next16()
                    }
                    case 8 { next8() }
                    case 4 { next4() }
                    case 3 { next3() }
                    case 2 { next2() }
                    default { next1() }
                }
            }

            // A (accumulators) A' and ReLU, to one output a tile: the largest of four,
            // found before the scaling, which is monotone. Written without calls: of
            // all but the products this costs most.
            function storePooled(to, n) {
                let u := mload(KERNELS)
                let b := mload(BIASES)
                for { let end := add(b, mul(32, n)) } lt(b, end) { b := add(b, 32) } {
                    u := accumulate(u)
                    // the accumulator in the middle goes into all four once, and so does the bias
                    let middle := add(mload(0x3a0), mload(b))
                    let y0
                    {
                        let s1 := add(add(mload(0x320), middle), mload(0x420))
                        let s2 := add(add(mload(0x340), mload(0x3c0)), mload(0x440))
                        let l := shr(2, add(add(add(mload(0x300), mload(0x380)), mload(0x400)), add(s1, s2)))
                        let r := shr(2, sub(sub(s1, s2), add(add(mload(0x360), mload(0x3e0)), mload(0x460))))
                        r := and(r, mul(and(shr(20, r), ONES), 0xfffff))
                        l := sub(or(and(l, mul(and(shr(20, l), ONES), 0xfffff)), GUARDS), r)
                        y0 := add(r, and(l, mul(and(shr(20, l), ONES), 0xfffff)))
                    }
                    {
                        let d1 := sub(sub(middle, mload(0x420)), mload(0x4a0))
                        let d2 := sub(sub(mload(0x3c0), mload(0x440)), mload(0x4c0))
                        let l := shr(2, add(sub(sub(mload(0x380), mload(0x400)), mload(0x480)), add(d1, d2)))
                        let r := shr(2, sub(sub(d1, d2), sub(sub(mload(0x3e0), mload(0x460)), mload(0x4e0))))
                        r := and(r, mul(and(shr(20, r), ONES), 0xfffff))
                        l := sub(or(and(l, mul(and(shr(20, l), ONES), 0xfffff)), GUARDS), r)
                        r := add(r, and(l, mul(and(shr(20, l), ONES), 0xfffff)))
                        l := sub(or(y0, GUARDS), r)
                        y0 := add(r, and(l, mul(and(shr(20, l), ONES), 0xfffff)))
                    }
                    let v := and(shr(mload(SHIFT), y0), mload(KEEP))
                    mstore(to, and(or(v, mul(and(shr(20, add(v, OVER)), ONES), 0xff)), BYTES))
                    to := add(to, mload(DST_PLANE))
                }
            }

            // the same, to the four outputs of the tile; right and below say that
            // its second column and row exist
            function store(to, n, right, below) {
                let u := mload(KERNELS)
                let b := mload(BIASES)
                for { let end := add(b, mul(32, n)) } lt(b, end) { b := add(b, 32) } {
                    u := accumulate(u)
                    let middle := add(mload(0x3a0), mload(b))
                    {
                        let s1 := add(add(mload(0x320), middle), mload(0x420))
                        let s2 := add(add(mload(0x340), mload(0x3c0)), mload(0x440))
                        mstore(to, scale(relu(shr(2, add(add(add(mload(0x300), mload(0x380)), mload(0x400)), add(s1, s2))))))
                        if right {
                            mstore(add(to, 32), scale(relu(shr(2, sub(sub(s1, s2), add(add(mload(0x360), mload(0x3e0)), mload(0x460)))))))
                        }
                    }
                    if below {
                        let next := add(to, mload(DST_ROW))
                        let d1 := sub(sub(middle, mload(0x420)), mload(0x4a0))
                        let d2 := sub(sub(mload(0x3c0), mload(0x440)), mload(0x4c0))
                        mstore(next, scale(relu(shr(2, add(sub(sub(mload(0x380), mload(0x400)), mload(0x480)), add(d1, d2))))))
                        if right {
                            mstore(add(next, 32), scale(relu(shr(2, sub(sub(d1, d2), sub(sub(mload(0x3e0), mload(0x460)), mload(0x4e0)))))))
                        }
                    }
                    to := add(to, mload(DST_PLANE))
                }
            }

            // n output channels of a convolution of an h x w map
            function channels(n, h, w) {
                // a tile's step in bytes of the output; pooled, the last odd row and column fall away
                let step := shr(mload(POOLED), 64)
                if mload(POOLED) {
                    h := and(h, not(1))
                    w := and(w, not(1))
                }
                let to := add(mload(DST), mul(mload(FIRST), mload(DST_PLANE)))
                let p := sub(mload(SRC), add(mload(SRC_ROW), 32))
                for { let y := 0 } lt(y, h) { y := add(y, 2) } {
                    let next := to
                    let q := p
                    for { let x := 0 } lt(x, w) { x := add(x, 2) } {
                        patches(q)
                        switch mload(POOLED)
                        case 0 { store(next, n, lt(add(x, 1), w), lt(add(y, 1), h)) }
                        default { storePooled(next, n) }
                        q := add(q, 64)
                        next := add(next, step)
                    }
                    p := add(p, mul(2, mload(SRC_ROW)))
                    to := add(to, mul(shr(5, step), mload(DST_ROW)))
                }
            }

            // a convolution of an h x w map of cin channels, into a map that is placed.
            // So many output channels at a time that 256 transformed kernels, 128 KiB, suffice.
            function convolution(cin, cout, h, w) {
                let n := div(256, cin)
                if iszero(n) { n := 1 }
                if gt(n, cout) { n := cout }
                let free := mload(SRC_END)
                if gt(mload(DST_END), free) { free := mload(DST_END) }
                mstore(BIASES, free)
                free := add(free, mul(32, n))
                mstore(KERNELS, free)
                mstore(PATCHES, mul(add(free, mul(512, mul(n, cin))), gt(cin, 31)))
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

            function weigh(k, w, x) -> r {
                r := mul(byte(k, w), mload(x))
            }

            // acc[j] += sum over a block of inputs, for every row j
            function rows64(w, fan, end) {
                for { let a := ACC } lt(a, end) { a := add(a, 32) } {
                    let acc := mload(a)
                    let w0 := calldataload(w)
                    let w1 := calldataload(add(w, 32))
                    acc := add(add(add(add(acc, weigh(0, w0, 0x0300)), weigh(1, w0, 0x0320)), weigh(2, w0, 0x0340)), weigh(3, w0, 0x0360))
                    acc := add(add(add(add(acc, weigh(4, w0, 0x0380)), weigh(5, w0, 0x03a0)), weigh(6, w0, 0x03c0)), weigh(7, w0, 0x03e0))
                    acc := add(add(add(add(acc, weigh(8, w0, 0x0400)), weigh(9, w0, 0x0420)), weigh(10, w0, 0x0440)), weigh(11, w0, 0x0460))
                    acc := add(add(add(add(acc, weigh(12, w0, 0x0480)), weigh(13, w0, 0x04a0)), weigh(14, w0, 0x04c0)), weigh(15, w0, 0x04e0))
                    acc := add(add(add(add(acc, weigh(16, w0, 0x0500)), weigh(17, w0, 0x0520)), weigh(18, w0, 0x0540)), weigh(19, w0, 0x0560))
                    acc := add(add(add(add(acc, weigh(20, w0, 0x0580)), weigh(21, w0, 0x05a0)), weigh(22, w0, 0x05c0)), weigh(23, w0, 0x05e0))
                    acc := add(add(add(add(acc, weigh(24, w0, 0x0600)), weigh(25, w0, 0x0620)), weigh(26, w0, 0x0640)), weigh(27, w0, 0x0660))
                    acc := add(add(add(add(acc, weigh(28, w0, 0x0680)), weigh(29, w0, 0x06a0)), weigh(30, w0, 0x06c0)), weigh(31, w0, 0x06e0))
                    acc := add(add(add(add(acc, weigh(0, w1, 0x0700)), weigh(1, w1, 0x0720)), weigh(2, w1, 0x0740)), weigh(3, w1, 0x0760))
                    acc := add(add(add(add(acc, weigh(4, w1, 0x0780)), weigh(5, w1, 0x07a0)), weigh(6, w1, 0x07c0)), weigh(7, w1, 0x07e0))
                    acc := add(add(add(add(acc, weigh(8, w1, 0x0800)), weigh(9, w1, 0x0820)), weigh(10, w1, 0x0840)), weigh(11, w1, 0x0860))
                    acc := add(add(add(add(acc, weigh(12, w1, 0x0880)), weigh(13, w1, 0x08a0)), weigh(14, w1, 0x08c0)), weigh(15, w1, 0x08e0))
                    acc := add(add(add(add(acc, weigh(16, w1, 0x0900)), weigh(17, w1, 0x0920)), weigh(18, w1, 0x0940)), weigh(19, w1, 0x0960))
                    acc := add(add(add(add(acc, weigh(20, w1, 0x0980)), weigh(21, w1, 0x09a0)), weigh(22, w1, 0x09c0)), weigh(23, w1, 0x09e0))
                    acc := add(add(add(add(acc, weigh(24, w1, 0x0a00)), weigh(25, w1, 0x0a20)), weigh(26, w1, 0x0a40)), weigh(27, w1, 0x0a60))
                    acc := add(add(add(add(acc, weigh(28, w1, 0x0a80)), weigh(29, w1, 0x0aa0)), weigh(30, w1, 0x0ac0)), weigh(31, w1, 0x0ae0))
                    mstore(a, acc)
                    w := add(w, fan)
                }
            }
            function rows16(w, fan, end) {
                for { let a := ACC } lt(a, end) { a := add(a, 32) } {
                    let acc := mload(a)
                    let w0 := calldataload(w)
                    acc := add(add(add(add(acc, weigh(0, w0, 0x0300)), weigh(1, w0, 0x0320)), weigh(2, w0, 0x0340)), weigh(3, w0, 0x0360))
                    acc := add(add(add(add(acc, weigh(4, w0, 0x0380)), weigh(5, w0, 0x03a0)), weigh(6, w0, 0x03c0)), weigh(7, w0, 0x03e0))
                    acc := add(add(add(add(acc, weigh(8, w0, 0x0400)), weigh(9, w0, 0x0420)), weigh(10, w0, 0x0440)), weigh(11, w0, 0x0460))
                    acc := add(add(add(add(acc, weigh(12, w0, 0x0480)), weigh(13, w0, 0x04a0)), weigh(14, w0, 0x04c0)), weigh(15, w0, 0x04e0))
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

            // a whole network on the batch of 12 vectors at data
            function batch(m, data, labels) -> n {
                let d := add(m, 12) // the layer's descriptor: kind, shift, outputs
                let end := add(d, mul(4, byte(5, calldataload(m))))
                mstore(PARAMS, end)
                mstore(SRC_AT, MAPS)
                mstore(SRC_END, MAPS)
                {
                    let shape := calldataload(add(m, 6))
                    place(byte(0, calldataload(d)), shr(240, shape), and(shr(224, shape), 0xffff), and(shr(208, shape), 0xffff))
                }
                input(data)
                for {} lt(d, end) { d := add(d, 4) } {
                    mcopy(SRC, DST, SHAPE)
                    n := layer(d, eq(add(d, 4), end), labels)
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
            let features := calldataload(add(model.offset, 6))
            features := mul(mul(shr(240, features), and(shr(224, features), 0xffff)), and(shr(208, features), 0xffff))
            let data := payloads.offset
            for { let last := add(data, payloads.length) } lt(data, last) { data := add(data, groupSize) } {
                let labels := add(data, mul(groupSize, features))
                for { let end := labels } lt(data, end) { data := add(data, mul(12, features)) } {
                    right := add(right, batch(model.offset, data, labels))
                    labels := add(labels, 12)
                }
            }
            mstore(0, right)
            return(0, 32)
        }
    }
}
