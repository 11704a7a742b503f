// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IEvaluator, InPlace} from "./IEvaluator.sol";
import {Bounds} from "./Bounds.sol";

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
contract FreivaldsEvaluator is InPlace {
    uint256 private constant LANES = 32;
    uint256 private constant MAX_OUTPUTS = 1024; // 2^110 * 128 * 1024 = 2^127: r W fits int128
    uint256 private constant MAX_FEATURES = 4096;
    uint256 private constant MAX_SHIFT = 19;
    uint256 private constant BOUND = 1 << 20; // every pre-activation is in (-2^20, 2^20)
    uint256 private constant R_SHIFT = 146; // keccak >> 146: coefficients of 110 bits

    // The state between parts, and at last the program that count takes:
    // 0 seed, 32 hash of the model, 64 hash of what was read of it, 96 root of
    // the witnesses, 128 r (b + 2^20), 160 rows read, 192 the head, then r W as
    // int128, filled up with zeroes to a multiple of four.
    uint256 private constant HEAD = 192;
    // The head is the model without the hidden layer's weights: 20 bytes of
    // header and descriptors, the hidden biases, the output layer.
    uint256 private constant PARAMS = 20;

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
    function maxGroup() external pure returns (uint256) {
        return LANES;
    }

    /// @inheritdoc IEvaluator
    /// @dev Byte 32*f+v is feature f of vector v; then one label byte for each vector.
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
    /// @dev The first part is the root of the witnesses, the head, and hidden rows;
    /// the others are the state and more rows. The model's hash is that of
    /// 0x00 | head, then, for each part, of 0x01 | hash so far | rows.
    /// The hash of the model and the root of the witnesses are fixed before the seed is
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
        uint256 columns = 16 * ((features + 3) & ~uint256(3));
        bytes memory state = new bytes(HEAD + s.headBytes + columns + 16); // 16 of room behind the last
        if (first) {
            _begin(state, context, digest, bytes32(part[:32]), head, s, classes);
        } else {
            pos += columns;
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
        if (!Bounds.kept(output, output + 4 * classes, classes, s.hidden, 255, BOUND)) revert BadModel();
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
        if (!Bounds.kept(biases, weights, n, s.features, 255, BOUND)) revert BadModel();
        chain = keccak256(abi.encodePacked(bytes1(0x01), chain, rows));
        uint256[] memory r = new uint256[]((n + 1) & ~uint256(1)); // an odd row is folded with nothing
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
    /// stand in `state` behind its first `skip` bytes. Rows are taken two at a time, columns 32 at a
    /// time: column i and column i+16 of a row share one product.
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
                for { let j := from } lt(j, to) { j := add(j, 64) } {
                    let r0 := mload(j)
                    let r1 := mload(add(j, 32))
                    let w0 := calldataload(p)
                    let w1 := calldataload(add(p, fan))
                    mstore(0x080, add(add(mload(0x080), mul(r0, and(shr(120, w0), pair))), mul(r1, and(shr(120, w1), pair))))
                    mstore(0x0a0, add(add(mload(0x0a0), mul(r0, and(shr(112, w0), pair))), mul(r1, and(shr(112, w1), pair))))
                    mstore(0x0c0, add(add(mload(0x0c0), mul(r0, and(shr(104, w0), pair))), mul(r1, and(shr(104, w1), pair))))
                    mstore(0x0e0, add(add(mload(0x0e0), mul(r0, and(shr(96, w0), pair))), mul(r1, and(shr(96, w1), pair))))
                    mstore(0x100, add(add(mload(0x100), mul(r0, and(shr(88, w0), pair))), mul(r1, and(shr(88, w1), pair))))
                    mstore(0x120, add(add(mload(0x120), mul(r0, and(shr(80, w0), pair))), mul(r1, and(shr(80, w1), pair))))
                    mstore(0x140, add(add(mload(0x140), mul(r0, and(shr(72, w0), pair))), mul(r1, and(shr(72, w1), pair))))
                    mstore(0x160, add(add(mload(0x160), mul(r0, and(shr(64, w0), pair))), mul(r1, and(shr(64, w1), pair))))
                    mstore(0x180, add(add(mload(0x180), mul(r0, and(shr(56, w0), pair))), mul(r1, and(shr(56, w1), pair))))
                    mstore(0x1a0, add(add(mload(0x1a0), mul(r0, and(shr(48, w0), pair))), mul(r1, and(shr(48, w1), pair))))
                    mstore(0x1c0, add(add(mload(0x1c0), mul(r0, and(shr(40, w0), pair))), mul(r1, and(shr(40, w1), pair))))
                    mstore(0x1e0, add(add(mload(0x1e0), mul(r0, and(shr(32, w0), pair))), mul(r1, and(shr(32, w1), pair))))
                    mstore(0x200, add(add(mload(0x200), mul(r0, and(shr(24, w0), pair))), mul(r1, and(shr(24, w1), pair))))
                    mstore(0x220, add(add(mload(0x220), mul(r0, and(shr(16, w0), pair))), mul(r1, and(shr(16, w1), pair))))
                    mstore(0x240, add(add(mload(0x240), mul(r0, and(shr(8, w0), pair))), mul(r1, and(shr(8, w1), pair))))
                    mstore(0x260, add(add(mload(0x260), mul(r0, and(w0, pair))), mul(r1, and(w1, pair))))
                    p := add(add(p, fan), fan)
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

    // Memory of count: 0x080 the eight sums; 0x200 a block of 32 activations;
    // 0x600 the coefficients r; then the activations, the outputs, and room for
    // hashing. Rows are filled up to
    // a multiple of 32.

    /// @inheritdoc IEvaluator
    /// @dev The program is the state after the last part. A witness is, for every
    /// 32 vectors and hidden row, three words: the low, middle and high bytes of
    /// (h + 2^15) mod 2^24, vector k in byte k (the high byte is zero, and cheap,
    /// for small h); then the proof that keccak(0x00 | slot | those words) stands
    /// under the root.
    function count(
        bytes calldata program,
        uint256 firstSlot,
        bytes calldata payloads,
        bytes calldata witnesses,
        uint256 groupSize
    ) external pure returns (uint256 right) {
        uint256 state;
        uint256 head;
        bytes32 root;
        uint256 hidden;
        assembly {
            state := program.offset
            head := add(state, HEAD)
            root := calldataload(add(state, 96))
            hidden := shr(240, calldataload(add(head, 14)))
            mstore(0x00, calldataload(state))
            for { let j := 0 } lt(j, hidden) { j := add(j, 1) } {
                mstore(0x20, j)
                mstore(add(0x600, mul(32, j)), shr(R_SHIFT, keccak256(0x00, 0x40)))
            }
        }
        uint256 data;
        uint256 planes;
        uint256 group; // bytes of a group's data
        assembly {
            let shape := calldataload(add(head, 6))
            group := mul(mul(shr(240, shape), and(shr(224, shape), 0xffff)), and(shr(208, shape), 0xffff))
            group := mul(groupSize, add(group, 1))
            data := payloads.offset
            planes := witnesses.offset
        }
        uint256 end = data + payloads.length;
        uint256 each = witnesses.length / (payloads.length / group); // one length, since all slots stand equally deep
        // a group is one batch: maxGroup
        if (each < 3 * hidden * LANES || each * (payloads.length / group) != witnesses.length) revert BadWitness(firstSlot);
        for (; data < end; data += group) {
            if (_root(planes, 3 * hidden * LANES, each, firstSlot, hidden) != root) revert BadWitness(firstSlot);
            _inputs(state, data, LANES);
            if (!_hidden(head, planes)) revert BadWitness(firstSlot);
            right += _outputs(head, data, LANES);
            planes += each;
            firstSlot++;
        }
    }

    /// The root of the tree in which a witness's own proof puts it. The leaf names
    /// its slot, and leaves and nodes begin with different bytes: depth and
    /// order of the tree do not matter.
    function _root(uint256 witness, uint256 size, uint256 length, uint256 slot, uint256 hidden)
        private
        pure
        returns (bytes32 node)
    {
        assembly {
            // behind the outputs of 256 classes
            let buffer := add(0x2600, mul(160, and(add(hidden, 31), not(31))))
            mstore8(buffer, 0)
            mstore(add(buffer, 1), slot)
            calldatacopy(add(buffer, 33), witness, size)
            node := keccak256(buffer, add(33, size))
            let end := add(witness, length)
            for { let p := add(witness, size) } lt(p, end) { p := add(p, 32) } {
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

    /// The eight sums r (b + 2^20) + (r W) X, of four vectors each: sum k of the
    /// first four has the vectors v < 16 with v % 4 = 3 - k, the others the rest.
    /// Features are taken four at a time; where none is left, r W is zero.
    function _inputs(uint256 state, uint256 data, uint256 stride) private pure {
        assembly {
            let byte4th := 0x000000ff000000ff000000ff000000ff
            let head := add(state, HEAD)
            let hidden := shr(240, calldataload(add(head, 14)))
            let classes := shr(240, calldataload(add(head, 18)))
            let s := add(add(head, PARAMS), add(mul(4, hidden), mul(classes, add(4, hidden))))
            let shape := calldataload(add(head, 6))
            let end := add(s, mul(16, mul(mul(shr(240, shape), and(shr(224, shape), 0xffff)), and(shr(208, shape), 0xffff))))
            {
                let biases := mul(calldataload(add(state, 128)), 0x00000001000000010000000100000001)
                for { let a := 0x80 } lt(a, 0x180) { a := add(a, 32) } { mstore(a, biases) }
            }
            for {} lt(s, end) { s := add(s, 64) } {
                let x0 := calldataload(data)
                data := add(data, stride)
                let x1 := calldataload(data)
                data := add(data, stride)
                let x2 := calldataload(data)
                data := add(data, stride)
                let x3 := calldataload(data)
                data := add(data, stride)
                let c0 := sar(128, calldataload(s))
                let c1 := sar(128, calldataload(add(s, 16)))
                let c2 := sar(128, calldataload(add(s, 32)))
                let c3 := sar(128, calldataload(add(s, 48)))
                // the lower half of a word, then the upper
                mstore(0x100, add(add(mload(0x100), add(mul(c0, and(x0, byte4th)), mul(c1, and(x1, byte4th)))), add(mul(c2, and(x2, byte4th)), mul(c3, and(x3, byte4th)))))
                mstore(0x120, add(add(mload(0x120), add(mul(c0, and(shr(8, x0), byte4th)), mul(c1, and(shr(8, x1), byte4th)))), add(mul(c2, and(shr(8, x2), byte4th)), mul(c3, and(shr(8, x3), byte4th)))))
                mstore(0x140, add(add(mload(0x140), add(mul(c0, and(shr(16, x0), byte4th)), mul(c1, and(shr(16, x1), byte4th)))), add(mul(c2, and(shr(16, x2), byte4th)), mul(c3, and(shr(16, x3), byte4th)))))
                mstore(0x160, add(add(mload(0x160), add(mul(c0, and(shr(24, x0), byte4th)), mul(c1, and(shr(24, x1), byte4th)))), add(mul(c2, and(shr(24, x2), byte4th)), mul(c3, and(shr(24, x3), byte4th)))))
                x0 := shr(128, x0)
                x1 := shr(128, x1)
                x2 := shr(128, x2)
                x3 := shr(128, x3)
                mstore(0x080, add(add(mload(0x080), add(mul(c0, and(x0, byte4th)), mul(c1, and(x1, byte4th)))), add(mul(c2, and(x2, byte4th)), mul(c3, and(x3, byte4th)))))
                mstore(0x0a0, add(add(mload(0x0a0), add(mul(c0, and(shr(8, x0), byte4th)), mul(c1, and(shr(8, x1), byte4th)))), add(mul(c2, and(shr(8, x2), byte4th)), mul(c3, and(shr(8, x3), byte4th)))))
                mstore(0x0c0, add(add(mload(0x0c0), add(mul(c0, and(shr(16, x0), byte4th)), mul(c1, and(shr(16, x1), byte4th)))), add(mul(c2, and(shr(16, x2), byte4th)), mul(c3, and(shr(16, x3), byte4th)))))
                mstore(0x0e0, add(add(mload(0x0e0), add(mul(c0, and(shr(24, x0), byte4th)), mul(c1, and(shr(24, x1), byte4th)))), add(mul(c2, and(shr(24, x2), byte4th)), mul(c3, and(shr(24, x3), byte4th)))))
            }
        }
    }

    /// Whether the planes are the pre-activations: every h + 2^20 is in its lane,
    /// and less r (h + 2^20) the eight sums are zero. Leaves the activations in
    /// memory, 8 vectors to a word: vector v in word 3 - v%4, lane v/4 from the top.
    function _hidden(uint256 head, uint256 planes) private pure returns (bool ok) {
        assembly {
            // (h + 2^15) mod 2^24 -> h + 2^20, in the lanes of one word
            function unpack(p0, p1, p2) -> u {
                u := or(
                    and(p0, 0x000000ff000000ff000000ff000000ff000000ff000000ff000000ff000000ff),
                    or(
                        shl(8, and(p1, 0x000000ff000000ff000000ff000000ff000000ff000000ff000000ff000000ff)),
                        shl(16, and(p2, 0x000000ff000000ff000000ff000000ff000000ff000000ff000000ff000000ff))
                    )
                )
                u := and(
                    add(u, 0x000f8000000f8000000f8000000f8000000f8000000f8000000f8000000f8000),
                    0x00ffffff00ffffff00ffffff00ffffff00ffffff00ffffff00ffffff00ffffff
                )
            }

            // ReLU, shift, clamp to 255
            function activate(u, shift, keep) -> a {
                let ones := 0x0000000100000001000000010000000100000001000000010000000100000001
                a := and(shr(shift, and(u, mul(and(shr(20, u), ones), 0xfffff))), keep)
                // bit 20 of a + 2^20 - 256 is set where a >= 256
                let over := and(shr(20, add(a, 0x000fff00000fff00000fff00000fff00000fff00000fff00000fff00000fff00)), ones)
                a := and(or(a, mul(over, 0xff)), 0x000000ff000000ff000000ff000000ff000000ff000000ff000000ff000000ff)
            }

            let low := 0x00000000000000000000000000000000ffffffffffffffffffffffffffffffff
            let range := 0
            {
                let shift := byte(13, calldataload(head))
                let keep := mul(0x0000000100000001000000010000000100000001000000010000000100000001, shr(shift, 0xfffff))
                let hidden := shr(240, calldataload(add(head, 14)))
                let row := mul(32, and(add(hidden, 31), not(31)))
                let end := add(0x600, mul(32, hidden))
                for { let j := 0x600 } lt(j, end) { j := add(j, 32) } {
                    let r := mload(j)
                    let p0 := calldataload(planes)
                    let p1 := calldataload(add(planes, 32))
                    let p2 := calldataload(add(planes, 64))
                    planes := add(planes, 96)
                    let out := add(j, row)
                    {
                        let u := unpack(p0, p1, p2)
                        range := or(range, u)
                        mstore(0x080, sub(mload(0x080), mul(r, shr(128, u))))
                        mstore(0x100, sub(mload(0x100), mul(r, and(u, low))))
                        mstore(out, activate(u, shift, keep))
                    }
                    {
                        let u := unpack(shr(8, p0), shr(8, p1), shr(8, p2))
                        range := or(range, u)
                        mstore(0x0a0, sub(mload(0x0a0), mul(r, shr(128, u))))
                        mstore(0x120, sub(mload(0x120), mul(r, and(u, low))))
                        mstore(add(out, row), activate(u, shift, keep))
                    }
                    {
                        let u := unpack(shr(16, p0), shr(16, p1), shr(16, p2))
                        range := or(range, u)
                        mstore(0x0c0, sub(mload(0x0c0), mul(r, shr(128, u))))
                        mstore(0x140, sub(mload(0x140), mul(r, and(u, low))))
                        mstore(add(out, mul(2, row)), activate(u, shift, keep))
                    }
                    {
                        let u := unpack(shr(24, p0), shr(24, p1), shr(24, p2))
                        range := or(range, u)
                        mstore(0x0e0, sub(mload(0x0e0), mul(r, shr(128, u))))
                        mstore(0x160, sub(mload(0x160), mul(r, and(u, low))))
                        mstore(add(out, mul(3, row)), activate(u, shift, keep))
                    }
                }
            }
            // every h + 2^20 is below 2^21
            range := and(range, 0x00e0000000e0000000e0000000e0000000e0000000e0000000e0000000e00000)
            for { let a := 0x80 } lt(a, 0x180) { a := add(a, 32) } { range := or(range, mload(a)) }
            ok := iszero(range)
        }
    }

    /// The right answers among the 32 vectors whose activations _hidden has left:
    /// the largest output, the lowest index of equals, against the label.
    function _outputs(uint256 head, uint256 data, uint256 stride) private pure returns (uint256 n) {
        assembly {
            let ones := 0x0000000100000001000000010000000100000001000000010000000100000001
            let hidden := shr(240, calldataload(add(head, 14)))
            let classes := shr(240, calldataload(add(head, 18)))
            let row := mul(32, and(add(hidden, 31), not(31)))
            let outputs := add(0x600, mul(5, row))
            let end := add(outputs, mul(32, classes))
            let labels
            {
                let shape := calldataload(add(head, 6))
                let features := mul(mul(shr(240, shape), and(shr(224, shape), 0xffff)), and(shr(208, shape), 0xffff))
                labels := calldataload(add(data, mul(features, stride)))
            }
            head := add(add(head, PARAMS), mul(4, hidden)) // of the output layer from here on
            for { let from := add(0x600, row) } lt(from, outputs) { from := add(from, row) } {
                {
                    // weights are stored as w + 128
                    let total := 0
                    let to := add(from, mul(32, hidden))
                    for { let a := from } lt(a, to) { a := add(a, 32) } { total := add(total, mload(a)) }
                    total := mul(128, total)
                    let bias := head
                    for { let y := outputs } lt(y, end) { y := add(y, 32) } {
                        mstore(y, sub(mul(add(signextend(3, shr(224, calldataload(bias))), BOUND), ones), total))
                        bias := add(bias, 4)
                    }
                }
                let weights := add(head, mul(4, classes))
                for { let a := 0 } lt(a, row) { a := add(a, 0x400) } {
                    // activations behind the last are zero: what is read behind a row does not count
                    mcopy(0x200, add(from, a), 0x400)
                    let p := weights
                    for { let y := outputs } lt(y, end) { y := add(y, 32) } {
                        let w := calldataload(p)
                        let acc := mload(y)
                        acc := add(acc, mul(byte(0, w), mload(0x200)))
                        acc := add(acc, mul(byte(1, w), mload(0x220)))
                        acc := add(acc, mul(byte(2, w), mload(0x240)))
                        acc := add(acc, mul(byte(3, w), mload(0x260)))
                        acc := add(acc, mul(byte(4, w), mload(0x280)))
                        acc := add(acc, mul(byte(5, w), mload(0x2a0)))
                        acc := add(acc, mul(byte(6, w), mload(0x2c0)))
                        acc := add(acc, mul(byte(7, w), mload(0x2e0)))
                        acc := add(acc, mul(byte(8, w), mload(0x300)))
                        acc := add(acc, mul(byte(9, w), mload(0x320)))
                        acc := add(acc, mul(byte(10, w), mload(0x340)))
                        acc := add(acc, mul(byte(11, w), mload(0x360)))
                        acc := add(acc, mul(byte(12, w), mload(0x380)))
                        acc := add(acc, mul(byte(13, w), mload(0x3a0)))
                        acc := add(acc, mul(byte(14, w), mload(0x3c0)))
                        acc := add(acc, mul(byte(15, w), mload(0x3e0)))
                        acc := add(acc, mul(byte(16, w), mload(0x400)))
                        acc := add(acc, mul(byte(17, w), mload(0x420)))
                        acc := add(acc, mul(byte(18, w), mload(0x440)))
                        acc := add(acc, mul(byte(19, w), mload(0x460)))
                        acc := add(acc, mul(byte(20, w), mload(0x480)))
                        acc := add(acc, mul(byte(21, w), mload(0x4a0)))
                        acc := add(acc, mul(byte(22, w), mload(0x4c0)))
                        acc := add(acc, mul(byte(23, w), mload(0x4e0)))
                        acc := add(acc, mul(byte(24, w), mload(0x500)))
                        acc := add(acc, mul(byte(25, w), mload(0x520)))
                        acc := add(acc, mul(byte(26, w), mload(0x540)))
                        acc := add(acc, mul(byte(27, w), mload(0x560)))
                        acc := add(acc, mul(byte(28, w), mload(0x580)))
                        acc := add(acc, mul(byte(29, w), mload(0x5a0)))
                        acc := add(acc, mul(byte(30, w), mload(0x5c0)))
                        acc := add(acc, mul(byte(31, w), mload(0x5e0)))
                        mstore(y, acc)
                        p := add(p, hidden)
                    }
                    weights := add(weights, 32)
                }
                let best := 0
                let answer := 0
                let class := 0
                for { let y := outputs } lt(y, end) { y := add(y, 32) } {
                    // bit 21 of value + 2^21 - 1 - best is set where value > best
                    let value := mload(y)
                    let over := and(shr(21, sub(add(value, mul(ones, 0x1fffff)), best)), ones)
                    best := xor(best, and(xor(best, value), mul(over, 0x1fffff)))
                    answer := xor(answer, and(xor(answer, class), mul(over, 0xff)))
                    class := add(class, ones)
                }
                // bit 8 of (answer xor label) + 255 is set where they differ
                let wrong := xor(answer, and(labels, mul(ones, 0xff)))
                wrong := and(shr(8, add(wrong, mul(ones, 0xff))), ones)
                n := add(n, sub(8, shr(224, mul(wrong, ones))))
                labels := shr(8, labels)
            }
        }
    }
}
