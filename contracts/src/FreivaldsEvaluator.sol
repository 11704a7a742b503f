// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IEvaluator} from "./IEvaluator.sol";
import {Rows} from "./Rows.sol";

/// @title Wide dense networks of one hidden layer: the prover supplies the
/// hidden layer's pre-activations H, the contract checks H = W X + b by random
/// coefficients r that are known only once H is fixed (Freivalds):
///
///     (r W) X + r b = r H
///
/// r W is folded once, when the model is loaded; after that a vector costs
/// features + hidden products in place of features * hidden. The output layer
/// is computed in full. docs/freivalds.md has the argument and the numbers.
///
/// Three tricks.
/// 1. All arithmetic is modulo 2^256 with bounds under which nothing wraps, so
///    what is checked is an equation of integers. There is no prime, and no
///    difference but zero is a multiple of the modulus.
/// 2. A calldata word of 32 one-byte features is four words of 8 vectors each,
///    in lanes of 32 bits, by a shift and a mask. Half of such a word, 4 lanes,
///    times a coefficient of 128 bits is one MUL. Equality of the packed
///    numbers is equality in every lane, since lanes are range-checked.
/// 3. Two int8 weights, 128 bits apart in one word, times r is one MUL too: the
///    fold takes half a multiplication for each weight.
contract FreivaldsEvaluator is IEvaluator {
    uint256 private constant LANES = 32;
    uint256 private constant MAX_OUTPUTS = 1024; // 2^110 * 128 * 1024 = 2^127: r W fits int128
    uint256 private constant MAX_FEATURES = 4096;
    uint256 private constant MAX_SHIFT = 19;
    uint256 private constant BOUND = 1 << 20; // as in Rows: every pre-activation is in (-2^20, 2^20)
    uint256 private constant R_SHIFT = 146; // keccak >> 146: coefficients of 110 bits

    // The state between parts, and at last the program that count takes:
    // 0 seed, 32 hash of the model, 64 hash of what was read of it, 96 root of
    // the hints, 128 r (b + 2^20), 160 rows read, 192 the head, then r W as int128.
    uint256 private constant HEAD = 192;
    // The head is the model without the hidden layer's weights: 20 bytes of
    // header and descriptors, the hidden biases, the output layer.
    uint256 private constant PARAMS = 20;

    /// The hint of a slot is malformed, not what was committed to, or no
    /// pre-activations of the model on that group.
    error BadHint(uint256 slot);

    struct Shape {
        uint256 features;
        uint256 hidden;
        uint256 headBytes;
    }

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

    // ---- loading: the hash of the model, the rows' bounds, and r W

    /// @inheritdoc IEvaluator
    /// @dev The first part is the root of the hints, the head, and hidden rows;
    /// the others are the state and more rows. The model's hash is that of
    /// 0x00 | head, then, for each part, of 0x01 | hash so far | rows.
    /// The hash of the model and the root of the hints are fixed before the seed is
    /// known, and so is what the context binds: chain, market, challenge, data.
    function load(bytes32 context, bytes32 digest, bool first, bytes calldata part, uint256 features, uint256 classes)
        external
        pure
        returns (bytes32 next, bool done)
    {
        // 0x80 to 0x3ff is the fold's: its accumulators stand at fixed addresses
        assembly { mstore(0x40, 0x400) }
        uint256 pos = first ? 32 : HEAD;
        if (part.length < pos) revert BadModel();
        Shape memory s = _shape(part[pos:], features, classes);
        bytes calldata head = part[pos:pos + s.headBytes];
        pos += s.headBytes;
        bytes memory state = new bytes(HEAD + s.headBytes + 16 * features + 16); // 16 of room behind the last
        if (first) {
            _begin(state, context, digest, bytes32(part[:32]), head, s, classes);
        } else {
            pos += 16 * features;
            if (part.length < pos || keccak256(part[:pos]) != digest) revert BadModel();
            assembly { calldatacopy(add(state, 32), part.offset, pos) }
        }
        done = _rows(state, head, part[pos:], s);
        assembly { next := keccak256(add(state, 32), sub(mload(state), 16)) }
    }

    function _shape(bytes calldata head, uint256 features, uint256 classes) private pure returns (Shape memory s) {
        if (head.length < PARAMS || bytes4(head[0:4]) != "GAQ1" || uint8(head[4]) != 8 || uint8(head[5]) != 2) revert BadModel();
        uint256 size = uint256(uint16(bytes2(head[6:8]))) * uint16(bytes2(head[8:10])) * uint16(bytes2(head[10:12]));
        if (size != features || size == 0 || size > MAX_FEATURES) revert BadModel();
        uint256 hidden = uint16(bytes2(head[14:16]));
        if (uint8(head[12]) != 1 || uint8(head[13]) > MAX_SHIFT || hidden == 0 || hidden > MAX_OUTPUTS) revert BadModel();
        if (uint8(head[16]) != 1 || uint8(head[17]) != 0 || uint16(bytes2(head[18:20])) != classes) revert BadModel();
        s = Shape(features, hidden, PARAMS + 4 * hidden + classes * (4 + hidden));
        if (head.length < s.headBytes) revert BadModel();
    }

    function _begin(
        bytes memory state,
        bytes32 context,
        bytes32 modelHash,
        bytes32 root,
        bytes calldata head,
        Shape memory s,
        uint256 classes
    ) private pure {
        uint256 params;
        assembly { params := add(head.offset, PARAMS) }
        uint256 output = params + 4 * s.hidden;
        if (!Rows.bounded(output, output + 4 * classes, classes, s.hidden)) revert BadModel();
        bytes32 seed = keccak256(abi.encode(context, modelHash, root));
        bytes32 chain = keccak256(abi.encodePacked(bytes1(0x00), head));
        uint256 biases = 0;
        for (uint256 j = 0; j < s.hidden; j++) {
            unchecked {
                uint256 bias;
                assembly { bias := signextend(3, shr(224, calldataload(add(params, mul(4, j))))) }
                biases += _r(seed, j) * (bias + BOUND);
            }
        }
        assembly {
            mstore(add(state, 32), seed)
            mstore(add(state, 64), modelHash)
            mstore(add(state, 96), chain)
            mstore(add(state, 128), root)
            mstore(add(state, 160), biases)
            calldatacopy(add(state, 224), head.offset, head.length)
        }
    }

    /// Hashes, checks and folds whole rows into the state.
    function _rows(bytes memory state, bytes calldata head, bytes calldata rows, Shape memory s) private pure returns (bool done) {
        bytes32 seed;
        bytes32 modelHash;
        bytes32 chain;
        uint256 read;
        assembly {
            seed := mload(add(state, 32))
            modelHash := mload(add(state, 64))
            chain := mload(add(state, 96))
            read := mload(add(state, 192))
        }
        uint256 n = rows.length / s.features;
        if (n == 0 || n * s.features != rows.length || read + n > s.hidden) revert BadModel();
        uint256 biases;
        uint256 weights;
        assembly {
            biases := add(head.offset, add(PARAMS, mul(4, read)))
            weights := rows.offset
        }
        if (!Rows.bounded(biases, weights, n, s.features)) revert BadModel();
        chain = keccak256(abi.encodePacked(bytes1(0x01), chain, rows));
        uint256[] memory r = new uint256[](n);
        for (uint256 j = 0; j < n; j++) r[j] = _r(seed, read + j);
        _fold(weights, s.features, r, HEAD + s.headBytes, state);
        read += n;
        done = read == s.hidden;
        if (done && chain != modelHash) revert BadModel();
        assembly {
            mstore(add(state, 96), chain)
            mstore(add(state, 192), read)
        }
    }

    /// The random coefficient of row j, below 2^110.
    function _r(bytes32 seed, uint256 j) private pure returns (uint256 r) {
        assembly {
            mstore(0x00, seed)
            mstore(0x20, j)
            r := shr(R_SHIFT, keccak256(0x00, 0x40))
        }
    }

    /// Adds the sum over rows of r[j] * weights[j] to the 16-byte numbers that
    /// stand in `state` behind its first `skip` bytes. Columns are taken 32 at a time: column i
    /// and column i+16 of a row share one product.
    function _fold(uint256 weights, uint256 fan, uint256[] memory r, uint256 skip, bytes memory state) private pure {
        assembly {
            let low := 0x00000000000000000000000000000000ffffffffffffffffffffffffffffffff
            let pair := 0x000000000000000000000000000000ff000000000000000000000000000000ff
            let from := add(r, 32)
            let to := add(from, mul(32, mload(r)))
            // weights are stored as w + 128
            let offset := 0
            for { let j := from } lt(j, to) { j := add(j, 32) } { offset := add(offset, mload(j)) }
            offset := mul(128, offset)
            let out := add(add(state, 32), skip)
            for { let f := 0 } lt(f, fan) { f := add(f, 32) } {
                for { let a := 0x80 } lt(a, 0x280) { a := add(a, 32) } { mstore(a, 0) }
                let p := add(weights, f)
                for { let j := from } lt(j, to) { j := add(j, 32) } {
                    let x := mload(j)
                    let w := calldataload(p)
                    mstore(0x080, add(mload(0x080), mul(x, and(shr(120, w), pair))))
                    mstore(0x0a0, add(mload(0x0a0), mul(x, and(shr(112, w), pair))))
                    mstore(0x0c0, add(mload(0x0c0), mul(x, and(shr(104, w), pair))))
                    mstore(0x0e0, add(mload(0x0e0), mul(x, and(shr(96, w), pair))))
                    mstore(0x100, add(mload(0x100), mul(x, and(shr(88, w), pair))))
                    mstore(0x120, add(mload(0x120), mul(x, and(shr(80, w), pair))))
                    mstore(0x140, add(mload(0x140), mul(x, and(shr(72, w), pair))))
                    mstore(0x160, add(mload(0x160), mul(x, and(shr(64, w), pair))))
                    mstore(0x180, add(mload(0x180), mul(x, and(shr(56, w), pair))))
                    mstore(0x1a0, add(mload(0x1a0), mul(x, and(shr(48, w), pair))))
                    mstore(0x1c0, add(mload(0x1c0), mul(x, and(shr(40, w), pair))))
                    mstore(0x1e0, add(mload(0x1e0), mul(x, and(shr(32, w), pair))))
                    mstore(0x200, add(mload(0x200), mul(x, and(shr(24, w), pair))))
                    mstore(0x220, add(mload(0x220), mul(x, and(shr(16, w), pair))))
                    mstore(0x240, add(mload(0x240), mul(x, and(shr(8, w), pair))))
                    mstore(0x260, add(mload(0x260), mul(x, and(w, pair))))
                    p := add(p, fan)
                }
                // what was read behind the last column is not used
                let n := sub(fan, f)
                if gt(n, 32) { n := 32 }
                for { let i := 0 } lt(i, n) { i := add(i, 1) } {
                    let sum := mload(add(0x80, mul(32, and(i, 15))))
                    switch lt(i, 16)
                    case 0 { sum := and(sum, low) }
                    default { sum := shr(128, sum) }
                    let old := mload(out)
                    sum := add(sar(128, old), sub(sum, offset))
                    mstore(out, or(shl(128, sum), and(old, low)))
                    out := add(out, 16)
                }
            }
        }
    }

    // ---- counting

    /// @inheritdoc IEvaluator
    /// @dev The program is the state after the last part. A hint is, for every
    /// 32 vectors and hidden row, three words: the low, middle and high bytes of
    /// (h + 2^15) mod 2^24, vector k in byte k (the high byte is zero, and cheap, for small h);
    /// then the proof that keccak(0x00 | slot | those words) stands under the root.
    /// Memory: 0x80 eight sums; 0x200 the coefficients r; then the activations,
    /// the outputs and room for hashing.
    function count(
        bytes calldata program,
        uint256 firstSlot,
        bytes[] calldata payloads,
        bytes[] calldata hints,
        uint256 groupSize
    ) external pure returns (uint256 right) {
        uint256 state;
        uint256 head;
        bytes32 root;
        uint256 hidden;
        assembly {
            state := program.offset
            head := add(program.offset, HEAD)
            root := calldataload(add(program.offset, 96))
            hidden := shr(240, calldataload(add(head, 14)))
            mstore(0x00, calldataload(program.offset))
            for { let j := 0 } lt(j, hidden) { j := add(j, 1) } {
                mstore(0x20, j)
                mstore(add(0x200, mul(32, j)), shr(R_SHIFT, keccak256(0x00, 0x40)))
            }
        }
        uint256 size = 3 * hidden * groupSize;
        for (uint256 i = 0; i < payloads.length; i++) {
            bytes calldata hint = hints[i];
            if (hint.length < size || _root(hint, size, firstSlot + i, hidden) != root) revert BadHint(firstSlot + i);
            for (uint256 b = 0; b < groupSize; b += LANES) {
                uint256 data;
                uint256 planes;
                assembly {
                    let p := add(payloads.offset, calldataload(add(payloads.offset, mul(32, i))))
                    data := add(add(p, 32), b)
                    planes := add(hint.offset, mul(mul(3, hidden), b))
                }
                if (!_check(state, data, planes, groupSize)) revert BadHint(firstSlot + i);
                right += _right(head, data, groupSize);
            }
        }
    }

    /// The root of the tree in which a hint's own proof puts it. The leaf names
    /// its slot, and leaves and nodes begin with different bytes: depth and
    /// order of the tree do not matter.
    function _root(bytes calldata hint, uint256 size, uint256 slot, uint256 hidden) private pure returns (bytes32 node) {
        assembly {
            let buffer := add(0x8200, mul(160, and(add(hidden, 31), not(31)))) // behind 256 classes' outputs
            mstore8(buffer, 0)
            mstore(add(buffer, 1), slot)
            calldatacopy(add(buffer, 33), hint.offset, size)
            node := keccak256(buffer, add(33, size))
            let end := add(hint.offset, hint.length)
            for { let p := add(hint.offset, size) } lt(p, end) { p := add(p, 32) } {
                let sibling := calldataload(p)
                mstore8(buffer, 1)
                switch and(slot, 1)
                case 0 {
                    mstore(add(buffer, 1), node)
                    mstore(add(buffer, 33), sibling)
                }
                default {
                    mstore(add(buffer, 1), sibling)
                    mstore(add(buffer, 33), node)
                }
                node := keccak256(buffer, 65)
                slot := shr(1, slot)
            }
        }
    }

    /// Whether the planes are the pre-activations of the 32 vectors at data: the
    /// eight sums r b + (r W) X - r H, of four vectors each, are all zero. The
    /// activations that follow from them are left in memory, 8 vectors to a word:
    /// vector v in word 3 - v%4, lane v/4 from the top.
    function _check(uint256 program, uint256 data, uint256 planes, uint256 stride) private pure returns (bool ok) {
        assembly {
            let low := 0x00000000000000000000000000000000ffffffffffffffffffffffffffffffff
            let ones := 0x0000000100000001000000010000000100000001000000010000000100000001
            let head := add(program, HEAD)
            let hidden := shr(240, calldataload(add(head, 14)))
            {
                let biases := mul(calldataload(add(program, 128)), and(ones, low))
                for { let a := 0x80 } lt(a, 0x180) { a := add(a, 32) } { mstore(a, biases) }
            }
            {
                let bytes4th := 0x000000ff000000ff000000ff000000ff
                let classes := shr(240, calldataload(add(head, 18)))
                let s := add(add(head, PARAMS), add(mul(4, hidden), mul(classes, add(4, hidden))))
                let shape := calldataload(add(head, 6))
                let features := mul(mul(shr(240, shape), and(shr(224, shape), 0xffff)), and(shr(208, shape), 0xffff))
                for { let end := add(s, mul(16, features)) } lt(s, end) { s := add(s, 16) } {
                    let c := sar(128, calldataload(s))
                    let x := calldataload(data)
                    mstore(0x100, add(mload(0x100), mul(c, and(x, bytes4th))))
                    mstore(0x120, add(mload(0x120), mul(c, and(shr(8, x), bytes4th))))
                    mstore(0x140, add(mload(0x140), mul(c, and(shr(16, x), bytes4th))))
                    mstore(0x160, add(mload(0x160), mul(c, and(shr(24, x), bytes4th))))
                    x := shr(128, x)
                    mstore(0x080, add(mload(0x080), mul(c, and(x, bytes4th))))
                    mstore(0x0a0, add(mload(0x0a0), mul(c, and(shr(8, x), bytes4th))))
                    mstore(0x0c0, add(mload(0x0c0), mul(c, and(shr(16, x), bytes4th))))
                    mstore(0x0e0, add(mload(0x0e0), mul(c, and(shr(24, x), bytes4th))))
                    data := add(data, stride)
                }
            }
            let range := 0
            {
                let shift := byte(13, calldataload(head))
                let keep := mul(ones, shr(shift, 0xfffff))
                let byte4th := mul(ones, 0xff)
                let columns := mul(32, and(add(hidden, 31), not(31)))
                let activation := add(0x200, columns)
                for { let j := 0 } lt(j, hidden) { j := add(j, 1) } {
                    let r := mload(add(0x200, mul(32, j)))
                    for { let k := 0 } lt(k, 4) { k := add(k, 1) } {
                        let bits := mul(8, k)
                        // (h + 2^15) mod 2^24 -> h + 2^20
                        let u := and(shr(bits, calldataload(planes)), byte4th)
                        u := or(u, shl(8, and(shr(bits, calldataload(add(planes, 32))), byte4th)))
                        u := or(u, shl(16, and(shr(bits, calldataload(add(planes, 64))), byte4th)))
                        u := and(add(u, mul(ones, 0xf8000)), mul(ones, 0xffffff))
                        range := or(range, u)
                        let a := add(0x80, mul(32, k))
                        mstore(a, sub(mload(a), mul(r, shr(128, u))))
                        a := add(a, 0x80)
                        mstore(a, sub(mload(a), mul(r, and(u, low))))
                        // ReLU, shift, clamp to 255
                        u := and(shr(shift, and(u, mul(and(shr(20, u), ones), 0xfffff))), keep)
                        // bit 20 of u + 2^20 - 256 is set where u >= 256
                        u := or(u, mul(and(shr(20, add(u, mul(ones, 0xfff00))), ones), 0xff))
                        mstore(add(activation, mul(k, columns)), and(u, byte4th))
                    }
                    planes := add(planes, 96)
                    activation := add(activation, 32)
                }
                range := and(range, mul(ones, 0xe00000)) // every h + 2^20 is below 2^21
            }
            for { let a := 0x80 } lt(a, 0x180) { a := add(a, 32) } { range := or(range, mload(a)) }
            ok := iszero(range)
        }
    }

    /// The right answers among 32 vectors whose activations _check has left: the
    /// largest output, the lowest index of equals, against the label.
    function _right(uint256 head, uint256 data, uint256 stride) private pure returns (uint256 n) {
        assembly {
            let ones := 0x0000000100000001000000010000000100000001000000010000000100000001
            let hidden := shr(240, calldataload(add(head, 14)))
            let classes := shr(240, calldataload(add(head, 18)))
            let columns := mul(32, and(add(hidden, 31), not(31)))
            let outputs := add(0x200, mul(5, columns))
            let biases := add(add(head, PARAMS), mul(4, hidden))
            for { let k := 0 } lt(k, 4) { k := add(k, 1) } {
                let from := add(0x200, mul(add(k, 1), columns))
                let to := add(from, mul(32, hidden))
                // weights are stored as w + 128
                let total := 0
                for { let a := from } lt(a, to) { a := add(a, 32) } { total := add(total, mload(a)) }
                total := mul(128, total)
                let weights := add(biases, mul(4, classes))
                for { let c := 0 } lt(c, classes) { c := add(c, 1) } {
                    let bias := signextend(3, shr(224, calldataload(add(biases, mul(4, c)))))
                    let acc := sub(mul(add(bias, BOUND), ones), total)
                    let p := weights
                    // activations behind the last are zero: what is read behind the row does not count
                    for { let a := from } lt(a, to) { a := add(a, 0x400) } {
                        let w := calldataload(p)
                        acc := add(acc, mul(byte(0, w), mload(a)))
                        acc := add(acc, mul(byte(1, w), mload(add(a, 0x20))))
                        acc := add(acc, mul(byte(2, w), mload(add(a, 0x40))))
                        acc := add(acc, mul(byte(3, w), mload(add(a, 0x60))))
                        acc := add(acc, mul(byte(4, w), mload(add(a, 0x80))))
                        acc := add(acc, mul(byte(5, w), mload(add(a, 0xa0))))
                        acc := add(acc, mul(byte(6, w), mload(add(a, 0xc0))))
                        acc := add(acc, mul(byte(7, w), mload(add(a, 0xe0))))
                        acc := add(acc, mul(byte(8, w), mload(add(a, 0x100))))
                        acc := add(acc, mul(byte(9, w), mload(add(a, 0x120))))
                        acc := add(acc, mul(byte(10, w), mload(add(a, 0x140))))
                        acc := add(acc, mul(byte(11, w), mload(add(a, 0x160))))
                        acc := add(acc, mul(byte(12, w), mload(add(a, 0x180))))
                        acc := add(acc, mul(byte(13, w), mload(add(a, 0x1a0))))
                        acc := add(acc, mul(byte(14, w), mload(add(a, 0x1c0))))
                        acc := add(acc, mul(byte(15, w), mload(add(a, 0x1e0))))
                        acc := add(acc, mul(byte(16, w), mload(add(a, 0x200))))
                        acc := add(acc, mul(byte(17, w), mload(add(a, 0x220))))
                        acc := add(acc, mul(byte(18, w), mload(add(a, 0x240))))
                        acc := add(acc, mul(byte(19, w), mload(add(a, 0x260))))
                        acc := add(acc, mul(byte(20, w), mload(add(a, 0x280))))
                        acc := add(acc, mul(byte(21, w), mload(add(a, 0x2a0))))
                        acc := add(acc, mul(byte(22, w), mload(add(a, 0x2c0))))
                        acc := add(acc, mul(byte(23, w), mload(add(a, 0x2e0))))
                        acc := add(acc, mul(byte(24, w), mload(add(a, 0x300))))
                        acc := add(acc, mul(byte(25, w), mload(add(a, 0x320))))
                        acc := add(acc, mul(byte(26, w), mload(add(a, 0x340))))
                        acc := add(acc, mul(byte(27, w), mload(add(a, 0x360))))
                        acc := add(acc, mul(byte(28, w), mload(add(a, 0x380))))
                        acc := add(acc, mul(byte(29, w), mload(add(a, 0x3a0))))
                        acc := add(acc, mul(byte(30, w), mload(add(a, 0x3c0))))
                        acc := add(acc, mul(byte(31, w), mload(add(a, 0x3e0))))
                        p := add(p, 32)
                    }
                    mstore(add(outputs, mul(32, add(mul(4, c), k))), acc)
                    weights := add(weights, hidden)
                }
            }
            let shape := calldataload(add(head, 6))
            let features := mul(mul(shr(240, shape), and(shr(224, shape), 0xffff)), and(shr(208, shape), 0xffff))
            let labels := calldataload(add(data, mul(features, stride)))
            for { let v := 0 } lt(v, 32) { v := add(v, 1) } {
                let bits := mul(32, sub(7, div(v, 4)))
                let best := 0
                let class := 0
                let y := add(outputs, mul(32, sub(3, and(v, 3))))
                for { let c := 0 } lt(c, classes) { c := add(c, 1) } {
                    let value := and(shr(bits, mload(y)), 0xffffffff)
                    if gt(value, best) {
                        best := value
                        class := c
                    }
                    y := add(y, 128)
                }
                n := add(n, eq(class, byte(v, labels)))
            }
        }
    }
}
