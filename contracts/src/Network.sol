// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Trees} from "./Trees.sol";

/// @title The network format GAQ2 (docs/FORMAT.md): what a header says, whether it is
/// well formed, and any one output computed from the few bytes that it hangs on.
library Network {
    /// @notice The header is none: at this tensor, something is not as the format has it.
    error BadHeader(uint256 tensor);

    uint256 internal constant HEAD = 8;
    uint256 internal constant RECORD = 22;
    uint256 internal constant MAX_BYTES = 1 << 22;
    uint256 internal constant MAX_WEIGHTS = 1 << 25;
    uint256 internal constant MAX_FAN_IN = 32768;
    uint256 internal constant MAX_ALL_BYTES = 1 << 26; // of all tensors
    uint256 internal constant MAX_WORK = 1 << 32; // operations for an example
    uint256 private constant OUTPUT_WORK = 16; // operations of an output besides one for each of its inputs

    uint256 internal constant INPUT = 0;
    uint256 internal constant CONV = 1;
    uint256 internal constant DENSE = 2;
    uint256 internal constant MAX = 3;
    uint256 internal constant AVERAGE = 4;
    uint256 internal constant ADD = 5;
    uint256 internal constant LOGITS = 6;

    /// What a header says of a tensor, in the record's order (docs/FORMAT.md), from the highest byte down.
    type Tensor is uint256;

    using Network for Tensor;

    /// Words of a tree that are shown, and what proves them.
    struct Shown {
        bytes32 root;
        bytes32[] path; // from the root up to the list's
        bytes words;
        bytes32[] proof;
    }

    /// The number of tensors.
    function tensors(bytes calldata header) internal pure returns (uint256) {
        return uint8(header[4]);
    }

    /// What the header says of a tensor.
    function read(bytes calldata header, uint256 k) internal pure returns (Tensor) {
        unchecked {
            return Tensor.wrap(uint256(bytes32(header[HEAD + k * RECORD:])));
        }
    }

    function op(Tensor t) internal pure returns (uint256) {
        return Tensor.unwrap(t) >> 248;
    }

    function sourceA(Tensor t) internal pure returns (uint256) {
        return Tensor.unwrap(t) >> 240 & 255;
    }

    function sourceB(Tensor t) internal pure returns (uint256) {
        return Tensor.unwrap(t) >> 232 & 255;
    }

    function kernel(Tensor t) internal pure returns (uint256) {
        return Tensor.unwrap(t) >> 224 & 255;
    }

    function stride(Tensor t) internal pure returns (uint256) {
        return Tensor.unwrap(t) >> 216 & 255;
    }

    function pad(Tensor t) internal pure returns (uint256) {
        return Tensor.unwrap(t) >> 208 & 255;
    }

    function zero(Tensor t) internal pure returns (uint256) {
        return Tensor.unwrap(t) >> 200 & 255;
    }

    function shiftBy(Tensor t) internal pure returns (uint256) {
        return Tensor.unwrap(t) >> 192 & 255;
    }

    function leftA(Tensor t) internal pure returns (uint256) {
        return Tensor.unwrap(t) >> 184 & 255;
    }

    function leftB(Tensor t) internal pure returns (uint256) {
        return Tensor.unwrap(t) >> 176 & 255;
    }

    function groups(Tensor t) internal pure returns (uint256) {
        return Tensor.unwrap(t) >> 160 & 65535;
    }

    function channels(Tensor t) internal pure returns (uint256) {
        return Tensor.unwrap(t) >> 144 & 65535;
    }

    function height(Tensor t) internal pure returns (uint256) {
        return Tensor.unwrap(t) >> 128 & 65535;
    }

    function width(Tensor t) internal pure returns (uint256) {
        return Tensor.unwrap(t) >> 112 & 65535;
    }

    function offset(Tensor t) internal pure returns (uint256) {
        return Tensor.unwrap(t) >> 80 & 0xffffffff;
    }

    /// The length of a tensor in bytes.
    function size(Tensor t) internal pure returns (uint256) {
        unchecked {
            return t.op() == LOGITS ? 4 * t.channels() : t.channels() * t.height() * t.width();
        }
    }

    /// The number of weights in a row of t, which reads a.
    function fanIn(Tensor t, Tensor a) internal pure returns (uint256) {
        unchecked {
            if (t.op() == CONV) return t.kernel() * t.kernel() * a.channels() / t.groups();
            return t.op() == DENSE || t.op() == LOGITS ? size(a) : 0;
        }
    }

    /// The bytes of all weights, of a header that is well formed.
    function weightBytes(bytes calldata header) internal pure returns (uint256) {
        Tensor t = read(header, tensors(header) - 1);
        return t.offset() + t.channels() * (5 + fanIn(t, read(header, t.sourceA())));
    }

    /// Reverts unless the header is well formed, and of no more work, in operations for an example; gives the length of its weights.
    function check(bytes calldata header, uint256 most) internal pure returns (uint256 weights) {
        unchecked {
            if (header.length < HEAD || bytes4(header) != "GAQ2") revert BadHeader(0);
            uint256 n = tensors(header);
            if (n < 2 || header.length != HEAD + n * RECORD || header[5] | header[6] | header[7] != 0) revert BadHeader(0);
            if (most > MAX_WORK) most = MAX_WORK;
            uint256 bytes_ = 0;
            uint256 work = 0;
            for (uint256 k = 0; k < n; k++) {
                Tensor t = read(header, k);
                if ((k == 0) != (t.op() == INPUT) || (k == n - 1) != (t.op() == LOGITS)) revert BadHeader(k);
                if (k > 0 ? t.sourceA() >= k || t.sourceB() >= k : t.sourceA() | t.sourceB() != 0) revert BadHeader(k);
                if (t.channels() == 0 || t.channels() > 4096 || !_placed(t, read(header, t.sourceA()), read(header, t.sourceB()))) revert BadHeader(k);
                uint256 fan = fanIn(t, read(header, t.sourceA()));
                if (size(t) > MAX_BYTES || fan > MAX_FAN_IN) revert BadHeader(k);
                bytes_ += size(t);
                work += size(t) * (OUTPUT_WORK + (fan > 0 ? fan : t.kernel() * t.kernel()));
                if (bytes_ > MAX_ALL_BYTES || work > most) revert BadHeader(k);
                if (fan == 0) continue;
                if (t.offset() != weights) revert BadHeader(k);
                weights += t.channels() * (5 + fan);
                if (weights > MAX_WEIGHTS) revert BadHeader(k);
            }
        }
    }

    /// Whether t's fields are what its operation makes of a and b; unused ones are zero.
    function _placed(Tensor t, Tensor a, Tensor b) private pure returns (bool) {
        unchecked {
            bool window = t.op() == CONV || t.op() == MAX || t.op() == AVERAGE;
            if (!window && t.kernel() | t.stride() | t.pad() != 0) return false;
            if (t.op() != CONV && t.groups() != 0) return false;
            if (t.op() != ADD && t.sourceB() | t.shiftBy() | t.leftA() | t.leftB() != 0) return false;
            if (t.op() != CONV && t.op() != DENSE && t.op() != LOGITS && t.offset() != 0) return false;
            if (window) return _window(t, a);
            if (t.op() == INPUT) return t.sourceA() == 0 && t.height() > 0 && t.height() <= 4096 && t.width() > 0 && t.width() <= 4096;
            if (t.op() == ADD) {
                return t.channels() == a.channels() && t.height() == a.height() && t.width() == a.width() && a.channels() == b.channels()
                    && a.height() == b.height() && a.width() == b.width() && t.shiftBy() < 16 && t.leftA() < 8 && t.leftB() < 8;
            }
            if (t.height() != 1 || t.width() != 1) return false;
            return t.op() == DENSE || (t.op() == LOGITS && t.zero() == 0 && t.channels() > 1 && t.channels() <= 256);
        }
    }

    function _window(Tensor t, Tensor a) private pure returns (bool) {
        unchecked {
            if (t.kernel() == 0 || t.kernel() > (t.op() == CONV ? 7 : 16) || t.stride() == 0 || t.stride() > 16) return false;
            if (t.pad() > (t.op() == AVERAGE ? 0 : t.kernel() / 2)) return false;
            uint256 h = a.height() + 2 * t.pad();
            uint256 w = a.width() + 2 * t.pad();
            if (h < t.kernel() || w < t.kernel()) return false;
            if (t.height() != (h - t.kernel()) / t.stride() + 1 || t.width() != (w - t.kernel()) / t.stride() + 1) return false;
            if (t.op() == CONV) return t.groups() > 0 && a.channels() % t.groups() == 0 && t.channels() % t.groups() == 0;
            return t.channels() == a.channels() && (t.op() == AVERAGE || t.zero() == a.zero());
        }
    }

    // ---- one output

    /// Bytes of a tensor, gathered from the words that are shown.
    struct Gather {
        uint256 n; // words so far
        uint256[] pos; // their numbers
        uint256 buffer; // where the bytes go
    }

    /// The number at a byte of tensor t: a byte, or of logits the 32 bits from there on.
    /// Everything that is shown is proven, and is no more than what counts.
    /// @param list The root of the list that the tensors' roots are in, as many as depth says.
    function output(
        bytes calldata header, bytes32 list, bytes32 weightsRoot, Tensor t, uint256 pos,
        Shown calldata a, Shown calldata b, Shown calldata row
    ) internal pure returns (uint256) {
        Tensor from = read(header, t.sourceA());
        _listed(header, list, a, t.sourceA());
        if (t.op() == ADD) {
            _listed(header, list, b, t.sourceB());
            Tensor other = read(header, t.sourceB());
            int256 sum = (int256(_byte(from, a, pos)) - int256(from.zero())) << t.leftA();
            sum += (int256(_byte(other, b, pos)) - int256(other.zero())) << t.leftB();
            return _activation(_rescale(sum, t.shiftBy()), t.zero());
        }
        if (t.op() == MAX || t.op() == AVERAGE) return _pooled(t, from, a, pos);
        uint256 fan = fanIn(t, from);
        uint256 channel = t.op() == LOGITS ? pos / 4 : pos % t.channels();
        int256 acc;
        uint256 shift;
        {
            (uint256 rowAt, uint256 bias, uint256 shift_) = _row(header, weightsRoot, row, t.offset() + channel * (5 + fan), fan);
            shift = shift_;
            uint256 inputs = _inputs(t, from, a, pos, fan);
            uint256 words = (fan + 31) / 32;
            acc = int256(int32(uint32(bias))) + int256(_dot(rowAt, inputs, words)) + int256(fan * 128 * from.zero())
                - int256(from.zero() * _sum(rowAt, words)) - int256(128 * _sum(inputs, words));
        }
        if (t.op() == LOGITS) return uint256(acc) & 0xffffffff;
        return _activation(_rescale(acc, shift), t.zero());
    }

    /// The tree that is shown is the list's k-th.
    function _listed(bytes calldata header, bytes32 list, Shown calldata s, uint256 k) private pure {
        if (s.path.length != Trees.depth(32 * tensors(header)) || Trees.above(s.root, k, s.path) != list) revert Trees.BadTree();
    }

    function _start(Shown calldata s, uint256 bytes_) private pure returns (Gather memory g) {
        g.pos = new uint256[](s.words.length / 32);
        uint256 buffer;
        assembly ("memory-safe") {
            buffer := mload(0x40)
            mstore(0x40, add(buffer, and(add(bytes_, 63), not(31))))
        }
        g.buffer = buffer;
    }

    /// Copies the bytes from `from` on to the buffer; ranges are asked for in ascending order.
    function _take(Gather memory g, Shown calldata s, uint256 from, uint256 length, uint256 to) private pure {
        uint256 first = from / 32;
        uint256 last = (from + length - 1) / 32;
        uint256 n = g.n;
        if (n > 0 && g.pos[n - 1] == first) n--;
        uint256 source = 32 * n + from % 32;
        for (uint256 w = first; w <= last; w++) g.pos[n++] = w; // panics beyond what is shown
        g.n = n;
        bytes calldata words = s.words;
        assembly ("memory-safe") {
            calldatacopy(to, add(words.offset, source), length)
        }
    }

    function _end(Gather memory g, Shown calldata s, uint256 runBytes, bytes32 root) private pure {
        if (g.n != g.pos.length || Trees.ofSome(Trees.depth(runBytes), g.pos, s.words, s.proof) != root) revert Trees.BadTree();
    }

    /// One byte of a tensor.
    function _byte(Tensor t, Shown calldata s, uint256 pos) private pure returns (uint256 v) {
        Gather memory g = _start(s, 32);
        uint256 buffer = g.buffer;
        assembly ("memory-safe") {
            mstore(buffer, 0)
        }
        _take(g, s, pos, 1, buffer + 31);
        _end(g, s, size(t), s.root);
        assembly ("memory-safe") {
            v := mload(buffer)
        }
    }

    /// A row of weights: where they are in memory, its bias, its shift.
    function _row(bytes calldata header, bytes32 root, Shown calldata s, uint256 from, uint256 fan)
        private
        pure
        returns (uint256 pos, uint256 bias, uint256 shift)
    {
        Gather memory g = _start(s, fan + 64);
        uint256 buffer = g.buffer;
        pos = buffer + 32; // the head stands before it
        assembly ("memory-safe") {
            mstore(add(pos, and(fan, not(31))), 0)
        }
        _take(g, s, from, 5 + fan, pos - 5);
        _end(g, s, weightBytes(header), root);
        assembly ("memory-safe") {
            let head := mload(buffer)
            bias := and(shr(8, head), 0xffffffff)
            shift := and(head, 31)
        }
    }

    /// The inputs of an output, in the order of its weights; beyond the borders the
    /// zero point. What fills the last word is zero.
    function _inputs(Tensor t, Tensor from, Shown calldata s, uint256 pos, uint256 fan)
        private
        pure
        returns (uint256 buffer)
    {
        Gather memory g = _start(s, fan + 32);
        buffer = g.buffer;
        uint256 fill = from.zero() * 0x0101010101010101010101010101010101010101010101010101010101010101;
        uint256 end = buffer + fan;
        assembly ("memory-safe") {
            for { let p := buffer } lt(p, end) { p := add(p, 32) } { mstore(p, fill) }
        }
        if (t.op() != CONV) {
            _take(g, s, 0, fan, buffer);
        } else {
            uint256 each = from.channels() / t.groups();
            uint256 first = pos % t.channels() / (t.channels() / t.groups()) * each;
            uint256 y = pos / t.channels() / t.width() * t.stride(); // all of them less the pad, so that none is negative
            uint256 x = pos / t.channels() % t.width() * t.stride();
            for (uint256 ky = 0; ky < t.kernel(); ky++) {
                if (y + ky < t.pad() || y + ky >= t.pad() + from.height()) continue;
                uint256 line = (y + ky - t.pad()) * from.width();
                uint256 kx = x < t.pad() ? t.pad() - x : 0;
                uint256 stop = t.pad() + from.width() - x; // the first beyond the border
                if (stop > t.kernel()) stop = t.kernel();
                if (t.groups() == 1) {
                    if (kx < stop) {
                        _take(g, s, (line + x + kx - t.pad()) * each, (stop - kx) * each, buffer + (ky * t.kernel() + kx) * each);
                    }
                    continue;
                }
                for (; kx < stop; kx++) {
                    _take(g, s, (line + x + kx - t.pad()) * from.channels() + first, each, buffer + (ky * t.kernel() + kx) * each);
                }
            }
        }
        _end(g, s, size(from), s.root);
        assembly ("memory-safe") {
            // clears what lies between the last input and the end of its word
            let rest := and(fan, 31)
            if rest {
                let p := sub(end, rest)
                mstore(p, and(mload(p), not(shr(shl(3, rest), not(0)))))
            }
        }
    }

    function _pooled(Tensor t, Tensor from, Shown calldata s, uint256 pos) private pure returns (uint256) {
        Gather memory g = _start(s, t.kernel() * t.kernel() + 32);
        uint256 cells = 0;
        uint256 y = pos / t.channels() / t.width() * t.stride();
        uint256 x = pos / t.channels() % t.width() * t.stride();
        for (uint256 ky = 0; ky < t.kernel(); ky++) {
            if (y + ky < t.pad() || y + ky >= t.pad() + from.height()) continue;
            for (uint256 kx = 0; kx < t.kernel(); kx++) {
                if (x + kx < t.pad() || x + kx >= t.pad() + from.width()) continue;
                uint256 cell = (y + ky - t.pad()) * from.width() + x + kx - t.pad();
                _take(g, s, cell * from.channels() + pos % t.channels(), 1, g.buffer + cells++);
            }
        }
        _end(g, s, size(from), s.root);
        uint256 most = 0;
        uint256 sum = 0;
        for (uint256 i = 0; i < cells; i++) {
            uint256 p = g.buffer + i;
            uint256 v;
            assembly ("memory-safe") {
                v := byte(0, mload(p))
            }
            sum += v;
            if (v > most) most = v;
        }
        if (t.op() == MAX) return most;
        return _activation(_quotient(int256(sum) - int256(cells * from.zero()), int256(cells)), t.zero());
    }

    /// v / 2^shift, to the nearest, of two as near the even one.
    function _rescale(int256 v, uint256 shift) private pure returns (int256) {
        return _quotient(v, int256(1 << shift));
    }

    /// v / d, to the nearest, of two as near the even one.
    function _quotient(int256 v, int256 d) private pure returns (int256 q) {
        q = v / d;
        if (v % d < 0) q--;
        int256 twice = 2 * (v - q * d);
        if (twice > d || (twice == d && q & 1 == 1)) q++;
    }

    function _activation(int256 v, uint256 zeroPoint) private pure returns (uint256) {
        v += int256(zeroPoint);
        return v < 0 ? 0 : v > 255 ? 255 : uint256(v);
    }

    /// The sum of the bytes of some words.
    function _sum(uint256 pos, uint256 words) private pure returns (uint256 sum) {
        assembly ("memory-safe") {
            let mask := 0x00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff
            let ones := 0x0001000100010001000100010001000100010001000100010001000100010001
            for { let end := add(pos, shl(5, words)) } lt(pos, end) { pos := add(pos, 32) } {
                let w := mload(pos)
                // sixteen sums of two bytes; their product with ones has all of them in its top 16 bits
                sum := add(sum, shr(240, mul(add(and(w, mask), and(shr(8, w), mask)), ones)))
            }
        }
    }

    /// The sum of the products of bytes with bytes.
    function _dot(uint256 a, uint256 b, uint256 words) private pure returns (uint256 sum) {
        assembly ("memory-safe") {
            for { let end := add(a, shl(5, words)) } lt(a, end) { a := add(a, 32) b := add(b, 32) } {
                let x := mload(a)
                let y := mload(b)
                sum := add(sum, add(add(mul(byte(0, x), byte(0, y)), mul(byte(1, x), byte(1, y))), add(mul(byte(2, x), byte(2, y)), mul(byte(3, x), byte(3, y)))))
                sum := add(sum, add(add(mul(byte(4, x), byte(4, y)), mul(byte(5, x), byte(5, y))), add(mul(byte(6, x), byte(6, y)), mul(byte(7, x), byte(7, y)))))
                sum := add(sum, add(add(mul(byte(8, x), byte(8, y)), mul(byte(9, x), byte(9, y))), add(mul(byte(10, x), byte(10, y)), mul(byte(11, x), byte(11, y)))))
                sum := add(sum, add(add(mul(byte(12, x), byte(12, y)), mul(byte(13, x), byte(13, y))), add(mul(byte(14, x), byte(14, y)), mul(byte(15, x), byte(15, y)))))
                sum := add(sum, add(add(mul(byte(16, x), byte(16, y)), mul(byte(17, x), byte(17, y))), add(mul(byte(18, x), byte(18, y)), mul(byte(19, x), byte(19, y)))))
                sum := add(sum, add(add(mul(byte(20, x), byte(20, y)), mul(byte(21, x), byte(21, y))), add(mul(byte(22, x), byte(22, y)), mul(byte(23, x), byte(23, y)))))
                sum := add(sum, add(add(mul(byte(24, x), byte(24, y)), mul(byte(25, x), byte(25, y))), add(mul(byte(26, x), byte(26, y)), mul(byte(27, x), byte(27, y)))))
                sum := add(sum, add(add(mul(byte(28, x), byte(28, y)), mul(byte(29, x), byte(29, y))), add(mul(byte(30, x), byte(30, y)), mul(byte(31, x), byte(31, y)))))
            }
        }
    }
}
