// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @title The bound that every row of a layer must keep, so that its
/// accumulator fits a lane whatever the activations are.
library Bounds {
    /// Whether |bias| + largest * sum|w| < bound in each of `outputs` rows of
    /// `fan` weights. Biases of 4 bytes and weights of one stand at these offsets
    /// in the calldata. The absolute values of 32 weights are formed and added up
    /// within one word.
    function kept(uint256 biases, uint256 weights, uint256 outputs, uint256 fan, uint256 largest, uint256 bound)
        internal
        pure
        returns (bool ok)
    {
        ok = true;
        assembly ("memory-safe") {
            let ones := 0x0101010101010101010101010101010101010101010101010101010101010101
            let even := 0x00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff
            let sum16 := 0x0001000100010001000100010001000100010001000100010001000100010001
            for { let j := 0 } lt(j, outputs) { j := add(j, 1) } {
                let bias := signextend(3, shr(224, calldataload(add(biases, mul(4, j)))))
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
                if iszero(lt(add(bias, mul(largest, l1)), bound)) { ok := 0 }
            }
        }
    }
}
