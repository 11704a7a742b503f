// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @title Bytes in blobs (EIP-4844): 31 in each of 4,096 field elements, the lower ones. The
/// top byte of an element means nothing, so that there is no blob without content.
library Blobs {
    /// @notice The blob that was named does not hold what is shown.
    error BadBlob();

    uint256 internal constant BYTES = 31 * 4096; // in a blob
    uint256 internal constant PER_TRANSACTION = 6;
    uint256 internal constant OPENING = 160; // bytes

    uint256 private constant MODULUS = 52435875175126190479447740508185965837690552500527637822603658699938581184513;
    uint256 private constant ROOT = 39033254847818212395286706435128746857159659164139250548781411570340225835782; // of unity, the 4,096th

    /// Byte i of a blob.
    /// @param opening The blob's hash (32 bytes), the element (32), the commitment (48), the proof (48).
    function shown(bytes calldata opening, uint256 i) internal view returns (uint256) {
        if (opening.length != OPENING || i >= BYTES) revert BadBlob();
        uint256 k = i / 31;
        uint256 z = 1; // elements stand at roots of unity, in the order of their reversed bits
        uint256 w = ROOT;
        for (uint256 bit = 2048; bit > 0; bit /= 2) {
            if (k & bit != 0) z = mulmod(z, w, MODULUS);
            w = mulmod(w, w, MODULUS);
        }
        (bool ok,) = address(0x0a).staticcall(abi.encodePacked(opening[:32], z, opening[32:])); // point evaluation
        if (!ok) revert BadBlob();
        return uint256(bytes32(opening[32:64])) >> 8 * (30 - i % 31) & 255;
    }
}
