// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @title Every strange token there is, by knobs that can be turned at any time; and
/// a party that holds tokens and answers their hooks. For tests only.
contract WeirdToken {
    // What it is at all.
    enum Kind { ERC20, ERC721, Kitty, ERC1155, NoTransfer, NoBalance, Silent }
    // What it answers to transfer and transferFrom.
    enum Answer {
        True, Nothing, FalseThoughMoved, FalseOnFailure, Reverts, Two, Flood, FloodRevert, BurnsGas, TrueUnmoved, FalseUnmoved
    }
    // What balanceOf answers.
    enum Balance { Honest, Reverts, Plus, Percent, Huge, PercentToContracts, BurnsGas, Flood, Nothing, Fickle }
    enum Knob {
        Kind, AnswerTransfer, AnswerFrom, Balance, By, FloodSize, // By: of the balance's lie
        FeeTo, FeeFrom, FlatTo, FlatFrom, BurnUp, Reflect, // fees of receiver and sender in hundredths of a per cent
        Rounding, Cap, Partly, Most, Least, Paused, NoSelf, NoNull, NoContracts, Cooldown, // what is refused
        Notify, HookAt, HookGas, Ledger, StrictApprove, Unlimited, MaxIsAll
    }

    struct Call {
        address to;
        uint256 value;
        bytes data;
    }

    mapping(Knob => uint256) public knob;
    mapping(address => bool) public blocked;
    mapping(address => mapping(address => uint256)) public allowance;
    mapping(uint256 => address) public ownerOf;
    uint256 public index = 1e18; // what a share is worth
    mapping(address => uint256) private _shares;
    mapping(address => uint256) private _pending; // interest that the next transfer pays out
    mapping(address => uint256) private _last; // block in which it moved
    uint256 private _total;

    Call[] private _hooks;
    bool private _hooked;
    /// How many of the hook's calls succeeded, and what the others said.
    uint256 public succeeded;
    bytes[] private _said;

    receive() external payable {}

    // ---- what tests turn

    function set(Knob k, uint256 value) external {
        knob[k] = value;
    }

    function setBlocked(address who, bool is_) external {
        blocked[who] = is_;
    }

    function mint(address to, uint256 amount) external {
        _shares[to] += amount * 1e18 / index;
        _total += amount * 1e18 / index;
    }

    function mintOne(address to, uint256 tokenId) external {
        ownerOf[tokenId] = to;
        _shares[to]++;
    }

    /// Takes away what an account holds, as a token's owner may.
    function seize(address from, uint256 amount) external {
        _shares[from] -= amount * 1e18 / index;
        _total -= amount * 1e18 / index;
    }

    /// Changes all balances alike.
    function rebase(uint256 index_) external {
        index = index_;
    }

    function grow(uint256 percent) external {
        index = index * percent / 100;
    }

    function accrue(address to, uint256 amount) external {
        _pending[to] += amount;
    }

    function setHooks(Call[] calldata calls) external {
        delete _hooks;
        delete _said;
        succeeded = 0;
        for (uint256 i = 0; i < calls.length; i++) _hooks.push(calls[i]);
    }

    function said() external view returns (bytes[] memory) {
        return _said;
    }

    /// Calls a contract as this one.
    function act(address to, uint256 value, bytes calldata data) external payable {
        _call(to, value, data);
    }

    /// Calls several while a loan that was made of nothing is there.
    function flash(WeirdToken token, uint256 amount, Call[] calldata calls) external {
        token.mint(address(this), amount);
        for (uint256 i = 0; i < calls.length; i++) _call(calls[i].to, calls[i].value, calls[i].data);
        token.seize(address(this), amount);
    }

    /// Makes a token that is gone again when the transaction is over.
    function nurse(bytes memory code, bytes calldata mint_, bytes calldata approve_, address market, uint256 value, bytes calldata create)
        external
        payable
        returns (address child)
    {
        assembly ("memory-safe") { child := create2(0, add(code, 32), mload(code), 0) }
        _call(child, 0, mint_);
        _call(child, 0, approve_);
        _call(market, value, create);
        bytes memory dies = hex"6033ff"; // selfdestruct
        bytes memory init = abi.encodePacked(hex"62", dies, hex"5f526003601df3");
        address end;
        assembly ("memory-safe") { end := create(0, add(init, 32), mload(init)) }
        WeirdToken(payable(child)).lend(end);
    }

    function lend(address code) external {
        (bool ok,) = code.delegatecall("");
        require(ok);
    }

    /// What ERC-777 calls at sender and receiver.
    function told() external {
        _runHooks();
    }

    // ---- the token

    function approve(address spender, uint256 amount) external returns (bool) {
        if (knob[Knob.StrictApprove] != 0 && amount != 0 && allowance[msg.sender][spender] != 0) revert("approve zero first");
        allowance[msg.sender][spender] = amount;
        return true;
    }

    /// What an account has, whatever balanceOf says.
    function real(address of_) public view returns (uint256) {
        if (knob[Knob.Ledger] != 0) return WeirdToken(payable(address(uint160(knob[Knob.Ledger])))).real(of_);
        uint256 half = knob[Knob.Rounding] == 1 ? 0.5e18 : 0;
        return (_shares[of_] * index + half) / 1e18;
    }

    function balanceOf(address of_) external returns (uint256 amount) {
        Kind kind = Kind(knob[Knob.Kind]);
        if (kind == Kind.ERC1155 || kind == Kind.NoBalance) revert();
        if (kind == Kind.Silent) assembly { return(0, 0) }
        if (knob[Knob.HookAt] & 4 != 0) {
            for (uint256 i = 0; i < _hooks.length; i++) {
                (bool ok,) = _hooks[i].to.call{gas: knob[Knob.HookGas]}(_hooks[i].data);
                if (ok) amount = 0; // nothing can be written down here
            }
        }
        amount = real(of_);
        uint256 by = knob[Knob.By];
        Balance b = Balance(knob[Knob.Balance]);
        if (b == Balance.Reverts) revert("no");
        if (b == Balance.Plus) amount += by;
        if (b == Balance.Percent) amount = amount * by / 100;
        if (b == Balance.Huge) amount = type(uint256).max;
        if (b == Balance.PercentToContracts && msg.sender != tx.origin) amount = amount * by / 100;
        if (b == Balance.BurnsGas) _burnGas();
        if (b == Balance.Fickle) amount += gasleft() % by;
        if (b == Balance.Nothing) assembly { return(0, 0) }
        if (b == Balance.Flood) {
            uint256 size = knob[Knob.FloodSize];
            assembly {
                mstore(0, amount)
                return(0, size)
            }
        }
    }

    function transfer(address to, uint256 amount) external returns (bool) {
        Kind kind = Kind(knob[Knob.Kind]);
        if (kind == Kind.ERC721 || kind == Kind.ERC1155 || kind == Kind.NoTransfer) revert();
        if (kind == Kind.Silent) assembly { return(0, 0) }
        if (knob[Knob.HookAt] & 2 != 0) _runHooks();
        if (kind == Kind.Kitty) _moveOne(msg.sender, to, amount);
        else return _answer(Answer(knob[Knob.AnswerTransfer]), msg.sender, to, amount);
        assembly { return(0, 0) }
    }

    function transferFrom(address from, address to, uint256 amount) external returns (bool) {
        Kind kind = Kind(knob[Knob.Kind]);
        if (kind == Kind.ERC1155) revert();
        if (kind == Kind.Silent) assembly { return(0, 0) }
        if (knob[Knob.HookAt] & 1 != 0) _runHooks();
        if (knob[Knob.MaxIsAll] != 0 && amount == type(uint256).max) amount = real(from);
        if (kind == Kind.ERC721 || kind == Kind.Kitty) {
            _moveOne(from, to, amount);
            assembly { return(0, 0) }
        }
        Answer a = Answer(knob[Knob.AnswerFrom]);
        uint256 may = allowance[from][msg.sender];
        if (may < amount) {
            if (a == Answer.FalseOnFailure) return false;
            revert("allowance");
        }
        if (may != type(uint256).max || knob[Knob.Unlimited] == 0) allowance[from][msg.sender] = may - amount;
        return _answer(a, from, to, amount);
    }

    /// What another entry to the same ledger calls.
    function moveFor(address from, address to, uint256 amount) external {
        _move(from, to, amount);
    }

    function _answer(Answer a, address from, address to, uint256 amount) private returns (bool) {
        uint256 size = knob[Knob.FloodSize];
        if (a == Answer.Reverts) revert("no");
        if (a == Answer.BurnsGas) _burnGas();
        if (a == Answer.FloodRevert) assembly { revert(0, size) }
        if (a == Answer.TrueUnmoved) return true;
        if (a == Answer.FalseUnmoved) return false;
        if (a == Answer.FalseOnFailure && real(from) < amount) return false;
        _move(from, to, amount);
        if (a == Answer.Nothing) assembly { return(0, 0) }
        if (a == Answer.Two) assembly {
            mstore(0, 2)
            return(0, 32)
        }
        if (a == Answer.Flood) assembly {
            mstore(0, 1)
            return(0, size)
        }
        return a != Answer.FalseThoughMoved;
    }

    function _move(address from, address to, uint256 amount) private {
        if (knob[Knob.Ledger] != 0) return WeirdToken(payable(address(uint160(knob[Knob.Ledger])))).moveFor(from, to, amount);
        if (knob[Knob.Paused] != 0) revert("paused");
        if (blocked[from] || blocked[to]) revert("blocked");
        if (amount < knob[Knob.Least]) revert("too little");
        if (knob[Knob.Most] != 0 && amount > knob[Knob.Most]) revert("too much");
        if (knob[Knob.NoSelf] != 0 && from == to) revert("to itself");
        if (knob[Knob.NoNull] != 0 && to == address(0)) revert("to nobody");
        if (knob[Knob.NoContracts] != 0 && to.code.length != 0) revert("to a contract");
        if (knob[Knob.Cooldown] != 0) {
            if (_last[from] == block.number) revert("cooldown");
            _last[from] = _last[to] = block.number;
        }
        if (knob[Knob.Notify] != 0) _tell(from);
        _touch(from);
        _touch(to);
        uint256 cap = knob[Knob.Cap];
        if (cap != 0 && from != to && real(to) + amount > cap) {
            if (knob[Knob.Partly] == 0) revert("wallet full");
            amount = cap - real(to);
        }
        uint256 fee = amount * knob[Knob.FeeTo] / 10_000 + knob[Knob.FlatTo];
        if (knob[Knob.BurnUp] != 0) fee += (amount + 99) / 100; // never nothing
        uint256 more = amount * knob[Knob.FeeFrom] / 10_000 + knob[Knob.FlatFrom];
        uint256 out = _toShares(amount);
        uint256 paid = more == 0 ? out : _toShares(amount + more);
        uint256 in_ = fee == 0 ? out : _toShares(amount - fee);
        _shares[from] -= paid;
        _shares[to] += in_;
        uint256 lost = paid - in_;
        if (lost != 0) {
            if (knob[Knob.Reflect] != 0) index = index * _total / (_total - lost);
            _total -= lost;
        }
        if (knob[Knob.Notify] != 0) _tell(to);
    }

    function _moveOne(address from, address to, uint256 tokenId) private {
        require(ownerOf[tokenId] == from, "not yours");
        ownerOf[tokenId] = to;
        _shares[from]--;
        _shares[to]++;
    }

    function _toShares(uint256 amount) private view returns (uint256) {
        uint256 r = knob[Knob.Rounding];
        return (amount * 1e18 + (r == 1 ? index / 2 : r == 2 ? index - 1 : 0)) / index;
    }

    function _touch(address who) private {
        uint256 more = _pending[who] * 1e18 / index;
        if (more == 0) return;
        _pending[who] = 0;
        _shares[who] += more;
        _total += more;
    }

    function _tell(address who) private {
        if (who.code.length == 0) return;
        (bool ok,) = who.call(abi.encodeCall(this.told, ()));
        if (!ok) return; // who knows no hooks has none
    }

    function _runHooks() private {
        if (_hooked) return;
        _hooked = true;
        for (uint256 i = 0; i < _hooks.length; i++) {
            (bool ok, bytes memory out) = _hooks[i].to.call{value: _hooks[i].value}(_hooks[i].data);
            if (ok) succeeded++;
            _said.push(ok ? bytes("") : out);
        }
        _hooked = false;
    }

    function _call(address to, uint256 value, bytes calldata data) private {
        (bool ok, bytes memory out) = to.call{value: value}(data);
        if (!ok) assembly ("memory-safe") { revert(add(out, 32), mload(out)) }
    }

    function _burnGas() private pure {
        assembly { invalid() }
    }
}
