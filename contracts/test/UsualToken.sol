// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {ERC20Capped} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Capped.sol";
import {ERC20FlashMint} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20FlashMint.sol";
import {ERC20Pausable} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Pausable.sol";
import {ERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Permit.sol";

/// @title What most tokens are made of: pausable, capped, with permits, votes and flash
/// loans. For tests only.
contract UsualToken is ERC20Pausable, ERC20Capped, ERC20Permit, ERC20FlashMint {
    mapping(address => address) public delegates;
    mapping(address => uint256) public votes;

    constructor() ERC20("Usual", "USL") ERC20Permit("Usual") ERC20Capped(1 << 100) {}

    function mint(address to, uint256 amount) external {
        _mint(to, amount);
    }

    function pause(bool is_) external {
        is_ ? _pause() : _unpause();
    }

    /// (ERC20Votes itself does not compile without warnings.)
    function delegate(address to) external {
        require(delegates[msg.sender] == address(0));
        delegates[msg.sender] = to;
        votes[to] += balanceOf(msg.sender);
    }

    function maxFlashLoan(address token) public view override returns (uint256) {
        return token == address(this) ? cap() - totalSupply() : 0;
    }

    function _update(address from, address to, uint256 value) internal override(ERC20, ERC20Pausable, ERC20Capped) {
        super._update(from, to, value);
        if (delegates[from] != address(0)) votes[delegates[from]] -= value;
        if (delegates[to] != address(0)) votes[delegates[to]] += value;
    }
}
