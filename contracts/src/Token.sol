// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @title Moves an ERC-20 whose code is nobody's to trust: it may answer nothing,
/// or false, keep a fee, or call back. The caller must be guarded against that.
library Token {
    error TransferFailed();

    /// Takes `amount` from an account that has approved it. Gives what arrived:
    /// some tokens keep a fee.
    function take(address token, address from, uint256 amount) internal returns (uint256 received) {
        if (amount == 0) return 0;
        uint256 before = _held(token);
        // transferFrom(address,address,uint256)
        _call(token, abi.encodeWithSelector(0x23b872dd, from, address(this), amount));
        uint256 held = _held(token);
        if (held <= before || held - before > amount) revert TransferFailed();
        return held - before;
    }

    function send(address token, address to, uint256 amount) internal {
        _call(token, abi.encodeWithSelector(0xa9059cbb, to, amount)); // transfer(address,uint256)
    }

    /// At most one word of what the token returns is looked at.
    function _call(address token, bytes memory data) private {
        bool ok;
        assembly ("memory-safe") {
            ok := call(gas(), token, 0, add(data, 32), mload(data), 0, 32)
            // no answer is as good as true; where there is no code there is no answer either
            switch returndatasize()
            case 0 { ok := and(ok, gt(extcodesize(token), 0)) }
            default { ok := and(ok, and(gt(returndatasize(), 31), eq(mload(0), 1))) }
        }
        if (!ok) revert TransferFailed();
    }

    function _held(address token) private view returns (uint256 amount) {
        bytes memory data = abi.encodeWithSelector(0x70a08231, address(this)); // balanceOf(address)
        bool ok;
        assembly ("memory-safe") {
            ok := staticcall(gas(), token, add(data, 32), mload(data), 0, 32)
            ok := and(ok, gt(returndatasize(), 31))
            amount := mload(0)
        }
        if (!ok) revert TransferFailed();
    }
}
