// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @title A contract that takes part in a market for whoever calls it, and that
/// accepts ether, refuses it, or calls the market again on receiving it.
contract Puppet {
    bool public refuses;
    bytes public again; // what it calls the payer with on receiving ether
    uint256 public entered; // how often that was done
    uint256 public succeeded; // and how often it succeeded

    /// Calls a contract with the value sent along.
    function act(address to, bytes calldata data) external payable {
        (bool ok, bytes memory out) = to.call{value: msg.value}(data);
        if (!ok) assembly ("memory-safe") { revert(add(out, 32), mload(out)) }
    }

    function behave(bool refuses_, bytes calldata again_) external {
        refuses = refuses_;
        again = again_;
    }

    receive() external payable {
        if (refuses) revert();
        if (again.length == 0) return;
        entered++;
        (bool ok,) = msg.sender.call(again);
        if (ok) succeeded++;
    }
}
