// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IEvaluator, InPlace} from "./IEvaluator.sol";
import {Bounds} from "./Bounds.sol";
import {Rows, WINDOW, WINDOW_END, BATCHES} from "./Rows.sol";

/// @title Dense networks with int8 weights, in batch lanes; a form of
/// activations and lanes completes it.
///
/// One 256-bit word holds one feature of a batch of vectors, a lane for each: a
/// weight times the word is a multiply-accumulate for all of them with one MUL.
/// A signed lane needs only an offset of half its range, since arithmetic
/// modulo 2^256 is exact: what counts is that the final value of every lane
/// lies in [0, 2^lane), which load proves from each row:
/// |bias| + largest activation * sum|w| < 2^(lane-1).
///
/// Weights are stored as w + 128, so that BYTE yields them without a sign:
/// sum(w*x) = sum((w+128)*x) - 128*sum(x), and sum(x) is shared by all rows.
///
/// A run takes up to eight batches through the network side by side, layer by
/// layer; Rows says why. The model's byte format is pkg/model/format.go's;
/// pkg/model is the oracle.
abstract contract Dense is InPlace {
    uint256 private constant MAX_BYTES = 76 << 10; // beside a market's largest group within one transaction
    uint256 private constant MAX_LAYERS = 8;
    uint256 private constant MAX_OUTPUTS = 1024;
    uint256 private constant MAX_FEATURES = 4096;
    // What a row takes: its inputs in whole blocks, and as much as 16 more for
    // itself. Beyond this a run of batches would not fit a transaction.
    uint256 private constant MAX_WORK = 85_000;

    // Memory of a run, a word for each batch: where its data and its labels
    // stand in the calldata, and the sum of the inputs of the layer in work.
    uint256 private constant DATA = 0x300;
    uint256 private constant LABELS = 0x400;
    uint256 internal constant TOTALS = 0x500;

    // The form: lanes of a word, bits of a lane, bits of an activation, and a
    // word with one in every lane. Plain constants to the compiler.
    function _lanes() internal pure virtual returns (uint256);
    function _lane() internal pure virtual returns (uint256);
    function _bits() internal pure virtual returns (uint256);
    function _ones() internal pure virtual returns (uint256);

    /// The bytes that one batch's features take in a group.
    function _batchBytes(uint256 features) internal pure virtual returns (uint256);

    /// Unpacks inputs of one batch, a whole number of units, from the payload at
    /// data into words at x, x + stride and so on, and gives their sum.
    function _unpack(uint256 data, uint256 inputs, uint256 x, uint256 stride) internal pure virtual returns (uint256 sum);

    /// The smallest run of inputs that is packed together, and its bytes.
    function _unit() internal pure virtual returns (uint256 inputs, uint256 size);

    /// The labels at the top of a word, one byte each, moved into lanes.
    function _spread(uint256 labels) internal pure virtual returns (uint256);

    // ---- groups

    /// @inheritdoc IEvaluator
    function lanes() external pure returns (uint256) {
        return _lanes();
    }

    /// @inheritdoc IEvaluator
    /// @dev A run of batches: MAX_WORK keeps it within a transaction.
    function maxGroup() external pure returns (uint256) {
        return BATCHES * _lanes();
    }

    /// @inheritdoc IEvaluator
    /// @dev Batch by batch the vectors, then one label byte for each vector.
    function groupBytes(uint256 features, uint256 groupSize) public pure returns (uint256) {
        return groupSize / _lanes() * _batchBytes(features) + groupSize;
    }

    /// @inheritdoc IEvaluator
    function checkGroup(bytes calldata payload, uint256 features, uint256 classes, uint256 groupSize)
        external
        pure
        returns (bool ok)
    {
        if (payload.length != groupBytes(features, groupSize)) return false;
        ok = _labelsBelow(payload[payload.length - groupSize:], classes);
        (uint256 inputs, uint256 size) = _unit();
        uint256 used = features % inputs;
        if (used == 0) return ok;
        // the last unit of every batch has room that must be empty
        uint256 batch;
        assembly {
            batch := payload.offset
        }
        uint256 batchBytes = _batchBytes(features);
        for (uint256 end = batch + payload.length - groupSize; batch < end; batch += batchBytes) {
            _unpack(batch + batchBytes - size, inputs, WINDOW, 32);
            for (uint256 i = used; i < inputs; i++) {
                uint256 x;
                assembly {
                    x := mload(add(WINDOW, mul(32, i)))
                }
                ok = ok && x == 0;
            }
        }
    }

    /// Whether every byte is below `classes` (1 to 256), 32 of them at once.
    function _labelsBelow(bytes calldata labels, uint256 classes) private pure returns (bool ok) {
        ok = true;
        assembly {
            let even := 0x00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff
            let guard := 0x0100010001000100010001000100010001000100010001000100010001000100
            // bit 8 of largest - label stays set unless label > classes - 1
            let largest := mul(add(255, classes), shr(8, guard))
            for { let i := 0 } lt(i, labels.length) { i := add(i, 32) } {
                let v := calldataload(add(labels.offset, i))
                let left := sub(labels.length, i)
                if lt(left, 32) { v := and(v, not(shr(mul(8, left), not(0)))) }
                let fits := and(sub(largest, and(v, even)), sub(largest, and(shr(8, v), even)))
                if iszero(eq(and(fits, guard), guard)) { ok := 0 }
            }
        }
    }

    // ---- models

    /// @inheritdoc IEvaluator
    /// @dev The model is one part, its hash its keccak, and the program the model.
    function load(uint256, bytes32 digest, bool, bytes calldata model, uint256 features, uint256 classes)
        external
        pure
        returns (bytes32, bool)
    {
        if (keccak256(model) != digest) revert BadModel();
        _check(model, features, classes);
        return (digest, true);
    }

    function _check(bytes calldata model, uint256 features, uint256 classes) private pure {
        if (model.length < 12 || model.length > MAX_BYTES || bytes4(model[0:4]) != "GAQ1") revert BadModel();
        uint256 layers = uint8(model[5]);
        if (uint8(model[4]) != _bits() || layers == 0 || layers > MAX_LAYERS) revert BadModel();
        uint256 pos = 12 + 4 * layers;
        if (model.length < pos) revert BadModel();
        uint256 fan =
            uint256(uint16(bytes2(model[6:8]))) * uint16(bytes2(model[8:10])) * uint16(bytes2(model[10:12]));
        if (fan != features || fan == 0 || fan > MAX_FEATURES) revert BadModel();
        uint256 work = 0;
        for (uint256 i = 0; i < layers; i++) {
            bytes calldata d = model[12 + 4 * i:16 + 4 * i];
            uint256 outputs = uint16(bytes2(d[2:4]));
            // a larger shift would map every accumulator to zero
            if (uint8(d[0]) != 1 || uint8(d[1]) > _lane() - 2 || outputs == 0 || outputs > MAX_OUTPUTS) revert BadModel();
            if (i == layers - 1 && (outputs != classes || uint8(d[1]) != 0)) revert BadModel();
            uint256 size = outputs * (4 + fan);
            if (model.length < pos + size) revert BadModel();
            uint256 biases;
            assembly ("memory-safe") { biases := add(model.offset, pos) }
            if (!Bounds.kept(biases, biases + 4 * outputs, outputs, fan, (1 << _bits()) - 1, 1 << (_lane() - 1))) revert BadModel();
            pos += size;
            work += outputs * (((fan + 15) & ~uint256(15)) + 16);
            fan = outputs;
        }
        if (pos != model.length || work > MAX_WORK) revert BadModel();
    }

    // ---- evaluation

    /// @inheritdoc IEvaluator
    /// @dev The model must have been loaded and the groups have passed checkGroup:
    /// nothing is validated again here. There are no witnesses.
    function count(bytes calldata model, uint256, bytes calldata payloads, bytes calldata, uint256 groupSize)
        external
        pure
        returns (uint256 right)
    {
        unchecked {
            uint256 batchBytes = _batchBytes(_features(model));
            uint256 groupData = groupSize / _lanes() * batchBytes;
            uint256 n = 0;
            uint256 data;
            assembly {
                data := payloads.offset
            }
            for (uint256 last = data + payloads.length; data < last; data += groupSize) {
                uint256 labels = data + groupData;
                for (uint256 end = labels; data < end; data += batchBytes) {
                    assembly {
                        mstore(add(DATA, mul(32, n)), data)
                        mstore(add(LABELS, mul(32, n)), labels)
                    }
                    labels += _lanes();
                    if (++n < BATCHES) continue;
                    right += _run(model, 0, n);
                    n = 0;
                }
            }
            uint256 first = 0;
            for (uint256 size = BATCHES / 2; size > 0; size /= 2) {
                if (n & size == 0) continue;
                right += _run(model, first, size);
                first += size;
            }
        }
    }

    function _features(bytes calldata model) private pure returns (uint256 features) {
        assembly {
            let shape := calldataload(add(model.offset, 6))
            features := mul(mul(shr(240, shape), and(shr(224, shape), 0xffff)), and(shr(208, shape), 0xffff))
        }
    }

    /// Takes n batches (1, 2, 4 or 8), from number `first` on, through the network.
    function _run(bytes calldata model, uint256 first, uint256 n) private pure returns (uint256 right) {
        unchecked {
            uint256 layers;
            uint256 params;
            assembly {
                layers := byte(5, calldataload(model.offset))
                params := add(add(model.offset, 12), mul(4, layers))
            }
            uint256 fan = _features(model);
            uint256 inputs = 0; // none in memory yet: the first layer's are in the calldata
            uint256 a = WINDOW_END;
            for (uint256 l = 0; l < layers; l++) {
                uint256 shift;
                uint256 outputs;
                assembly {
                    let descriptor := calldataload(add(add(model.offset, 12), mul(4, l)))
                    shift := byte(1, descriptor)
                    outputs := and(shr(224, descriptor), 0xffff)
                }
                uint256 end = a + 32 * n * outputs;
                Rows.start(n, params, a, end, 1 << (_lane() - 1), _ones()); // offset to be positive
                if (inputs == 0) _firstLayer(params + 4 * outputs, fan, a, end, first, n);
                else _layer(params + 4 * outputs, fan, inputs, a, end, n);
                if (l < layers - 1) _requantise(a, end, n, shift);
                else right = _countRight(a, end, first, n);
                params += outputs * (fan + 4);
                fan = outputs;
                inputs = a;
                a = end;
            }
        }
    }

    /// A layer over inputs that stand in the payloads.
    function _firstLayer(uint256 w, uint256 fan, uint256 a, uint256 end, uint256 first, uint256 n) private pure {
        unchecked {
            _clear(TOTALS, 32 * n);
            (uint256 unit, uint256 size) = _unit();
            uint256 padded = (fan + unit - 1) / unit * unit;
            for (uint256 i = 0; i < fan;) {
                uint256 k = Rows.blockOf(fan - i);
                uint256 some = k < padded - i ? k : padded - i;
                _clear(WINDOW + 32 * n * some, 32 * n * (k - some));
                for (uint256 b = 0; b < n; b++) {
                    uint256 data;
                    assembly {
                        data := mload(add(DATA, mul(32, add(first, b))))
                    }
                    uint256 sum = _unpack(data + i / unit * size, some, WINDOW + 32 * b, 32 * n);
                    assembly {
                        let total := add(TOTALS, mul(32, b))
                        mstore(total, add(mload(total), sum))
                    }
                }
                Rows.add(n, k, w + i, fan, a, end);
                i += k;
            }
        }
    }

    /// A layer over the activations at `inputs`, which _requantise has added up.
    function _layer(uint256 w, uint256 fan, uint256 inputs, uint256 a, uint256 end, uint256 n) private pure {
        unchecked {
            for (uint256 i = 0; i < fan;) {
                uint256 k = Rows.blockOf(fan - i);
                uint256 some = k < fan - i ? k : fan - i;
                _clear(WINDOW + 32 * n * some, 32 * n * (k - some));
                assembly {
                    mcopy(WINDOW, add(inputs, mul(32, mul(n, i))), mul(32, mul(n, some)))
                }
                Rows.add(n, k, w + i, fan, a, end);
                i += k;
            }
        }
    }

    /// Zeroes memory: what lies behind the calldata reads as zero.
    function _clear(uint256 from, uint256 length) private pure {
        assembly {
            calldatacopy(from, calldatasize(), length)
        }
    }

    /// ReLU, shift and clamp to the largest activation of every accumulator, in
    /// place; the sums of the new activations into TOTALS.
    function _requantise(uint256 a, uint256 end, uint256 n, uint256 shift) private pure {
        uint256 ones = _ones();
        uint256 lane = _lane();
        uint256 bits = _bits();
        assembly {
            let sign := sub(lane, 1)
            let magnitude := sub(shl(sign, 1), 1)
            let largest := sub(shl(bits, 1), 1)
            let keep := mul(ones, shr(shift, magnitude))
            let stride := mul(32, n)
            for { let b := 0 } lt(b, stride) { b := add(b, 32) } {
                let total := shl(7, mload(add(TOTALS, b)))
                let sum := 0
                for { let p := add(a, b) } lt(p, end) { p := add(p, stride) } {
                    let v := sub(mload(p), total)
                    v := and(v, mul(and(shr(sign, v), ones), magnitude)) // zero unless positive
                    v := and(shr(shift, v), keep)
                    // the top bit of v + 2^sign - 1 - largest is set where v > largest
                    let over := and(shr(sign, add(v, mul(ones, sub(magnitude, largest)))), ones)
                    v := and(or(v, mul(over, largest)), mul(ones, largest))
                    mstore(p, v)
                    sum := add(sum, v)
                }
                mstore(add(TOTALS, b), sum)
            }
        }
    }

    /// Counts the vectors whose largest output, the first of equals, is their
    /// label's. Each half of the lanes goes into lanes of twice the width: there
    /// is room for a key output << 8 | 255 - class, whose maximum names the
    /// class, and for the guard bit above it that makes a subtraction a comparison.
    function _countRight(uint256 a, uint256 end, uint256 first, uint256 n) private pure returns (uint256 right) {
        unchecked {
            for (uint256 b = 0; b < n; b++) {
                uint256 labels;
                assembly {
                    labels := calldataload(mload(add(LABELS, mul(32, add(first, b)))))
                }
                labels = _spread(labels);
                (uint256 even, uint256 odd) = _best(a + 32 * b, end, 32 * n, TOTALS + 32 * b);
                right += _hits(even, labels) + _hits(odd, labels >> _lane());
            }
        }
    }

    /// The largest keys of the even and of the odd lanes.
    function _best(uint256 a, uint256 end, uint256 stride, uint256 total) private pure returns (uint256 even, uint256 odd) {
        uint256 ones = _ones();
        uint256 lane = _lane();
        assembly {
            ones := div(ones, add(shl(lane, 1), 1)) // in every second lane
            let low := mul(ones, sub(shl(lane, 1), 1))
            let guard := add(lane, 8)
            let guards := shl(guard, ones)
            let full := sub(shl(guard, 1), 1)
            let class := mul(ones, 255)
            total := shl(7, mload(total))
            for {} lt(a, end) { a := add(a, stride) } {
                let v := sub(mload(a), total)
                let key := or(shl(8, and(v, low)), class)
                let stays := and(shr(guard, sub(or(even, guards), key)), ones) // where even >= key
                even := xor(key, and(xor(even, key), mul(stays, full)))
                key := or(shl(8, and(shr(lane, v), low)), class)
                stays := and(shr(guard, sub(or(odd, guards), key)), ones)
                odd := xor(key, and(xor(odd, key), mul(stays, full)))
                class := sub(class, ones)
            }
        }
    }

    /// In how many lanes the class of the best key is the label.
    function _hits(uint256 best, uint256 labels) private pure returns (uint256 n) {
        uint256 ones = _ones();
        uint256 lane = _lane();
        uint256 half = _lanes() / 2;
        assembly {
            ones := div(ones, add(shl(lane, 1), 1))
            // zero where the class is the label; then bit 8 of 256 - it is set
            let wrong := and(xor(not(best), labels), mul(ones, 255))
            let hits := and(shr(8, sub(shl(8, ones), wrong)), ones)
            n := and(shr(mul(mul(2, lane), sub(half, 1)), mul(hits, ones)), 0xff)
        }
    }
}
