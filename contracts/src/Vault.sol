// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";

/// @title Holds the reward of one challenge that is in a token.
/// @notice What a token does to this account, rebase, seize, freeze, or lie about
/// it, it does to its own challenge and to no other.
/// @dev A market deploys one and clones it (ERC-1167) for each such challenge.
contract Vault {
    using SafeERC20 for IERC20;

    /// @notice Somebody other than the market has called.
    error NotAllowed();

    address private immutable MARKET = msg.sender;

    /// @notice Sends tokens out. Only the market may call.
    /// @param token Which token.
    /// @param to Who gets them.
    /// @param amount How many of its smallest units.
    function send(IERC20 token, address to, uint256 amount) external {
        if (msg.sender != MARKET) revert NotAllowed();
        token.safeTransfer(to, amount);
    }
}
