// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @title An ERC-20 that behaves as badly as it is told to. For tests only.
contract TestToken {
    enum Answer { True, Nothing, False, Reverts, Junk, Flood }

    mapping(address => uint256) public balanceOf;
    mapping(address => mapping(address => uint256)) public allowance;
    Answer private _answer;
    uint256 private _fee; // of each transfer, in hundredths
    address private _target;
    bytes private _hook; // called in the middle of each transfer, once
    /// Whether the last hook succeeded, and what it returned.
    bool public hookOK;
    bytes public hookSaid;

    function mint(address to, uint256 amount) external {
        balanceOf[to] += amount;
    }

    function behave(Answer answer, uint256 fee, address target, bytes calldata hook) external {
        (_answer, _fee, _target, _hook) = (answer, fee, target, hook);
    }

    function approve(address spender, uint256 amount) external returns (bool) {
        allowance[msg.sender][spender] = amount;
        return true;
    }

    /// Approves for the token itself, which a hook may act as.
    function approveOwn(address spender, uint256 amount) external {
        allowance[address(this)][spender] = amount;
    }

    function transfer(address to, uint256 amount) external returns (bool) {
        return _move(msg.sender, to, amount);
    }

    function transferFrom(address from, address to, uint256 amount) external returns (bool) {
        allowance[from][msg.sender] -= amount;
        return _move(from, to, amount);
    }

    function _move(address from, address to, uint256 amount) private returns (bool) {
        if (_hook.length > 0) {
            bytes memory hook = _hook;
            delete _hook;
            (hookOK, hookSaid) = _target.call(hook);
        }
        if (_answer == Answer.Reverts) revert("no");
        if (_answer != Answer.False) {
            balanceOf[from] -= amount;
            balanceOf[to] += amount - amount * _fee / 100;
        }
        if (_answer == Answer.Nothing) assembly { return(0, 0) }
        if (_answer == Answer.Junk) assembly {
            mstore(0, 2)
            return(0, 32)
        }
        if (_answer == Answer.Flood) assembly {
            mstore(0, 1)
            return(0, 200000)
        }
        return _answer != Answer.False;
    }
}
