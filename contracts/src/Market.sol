// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Clones} from "@openzeppelin/contracts/proxy/Clones.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {Draw} from "./Draw.sol";
import {IEvaluator} from "./IEvaluator.sol";
import {IMarket} from "./IMarket.sol";
import {Ranking} from "./Ranking.sol";
import {Vault} from "./Vault.sol";

/// @title A market of challenges: a reward for a model that reaches a required
/// number of right answers on hold-out data which nobody could choose and no
/// solver knew. The contract evaluates the model itself; nobody's word is taken.
///
///   Created --draw--> Commit --commits end--> Reveal --all revealed--> Claim
///      |                 |                      |                        |
///      | cancel,         | no commits           | not all revealed       | claims end
///      | draw missed     v                      v                        v
///      +------------> Closed <---- no winner, or the winner's turn --- Evaluate
///
/// Every phase has a deadline; finalize carries out whatever a deadline that
/// has passed entails. Payments are pulled. There is no administrator.
///
/// @dev What every argument of every call is: no array of arrays. Groups have one
/// length, and so have their proofs and witnesses, so they stand end to end.
/// A token's code can run only in what takes or pays that token, which is guarded;
/// ether moves in none of the places that a token can stop.
contract Market is IMarket {
    using Ranking for uint256[];
    using SafeERC20 for IERC20;

    uint256 private constant TX_DATA = 100_000; // bytes of data that fit one transaction with their proofs
    uint256 private constant MAX_GROUP_BYTES = 50_000; // so that a group fits one beside the largest model
    uint256 private constant MAX_WINDOW = 90 days; // nobody's money is held longer in a phase
    uint256 private constant RECENT_HASHES = 8191; // EIP-2935 keeps so many block hashes
    uint256 private constant COMMIT_SHARE = 50; // a commit's bond is at least this part of the reward
    uint256 private constant CLAIM_SHARE = 100; // and a claim's this one

    /// @notice The shortest window, in seconds; windows that need many transactions must be longer.
    uint32 public immutable minWindow;
    /// @notice The smallest bond, in wei.
    uint256 public immutable minBond;
    /// @notice The shortest drawDelay. It has to reach past the blocks whose proposers are
    /// known, or an organiser who proposes one chooses it for the draw.
    uint16 public immutable minDrawDelay;
    /// @notice The evaluators that exist for this market; an organiser's own could lie.
    mapping(address => bool) public isEvaluator;
    /// @notice The same as a list.
    address[] public evaluators;
    address private immutable VAULT; // which every token challenge's own is a clone of

    /// @notice Number of challenges; their ids are 0 to count - 1.
    uint256 public challengeCount;
    /// @notice What an account may withdraw, in wei.
    mapping(address => uint256) public balance;
    /// @notice What an account may withdraw of a challenge's token: its share of what
    /// the challenge's vault holds.
    mapping(uint256 => mapping(address => uint256)) public tokenCredit;
    /// @notice What an account has added to a challenge's reward.
    mapping(uint256 => mapping(address => uint256)) public contribution;

    // The same as Terms and Challenge, in fewer slots: most of what a challenge
    // costs to create is storage. Each line is one slot.
    struct StoredTerms {
        address evaluator; uint16 groups; uint16 holdoutGroups; uint16 groupSize; uint16 features; uint16 classes; uint16 drawDelay;
        address token; uint24 commitWindow; uint24 revealWindow; uint24 claimWindow; uint24 turnWindow;
        uint80 organiserBond; uint80 commitBond; uint80 claimBond;
        string dataURI;
        uint128 tokenPrice;
    }

    struct Stored {
        address owner; Phase phase; Outcome outcome; bool inToken; uint40 drawBlock;
        uint40 deadline; uint16 revealed; uint24 commits; uint24 winner; uint24 accuracyThreshold; uint128 reward;
        bytes32 datasetHash;
        bytes32 seed;
        uint128 pot; uint128 withdrawn; // of the reward's credits, where it is in a token
    }

    mapping(uint256 => Stored) private _challenges;
    mapping(uint256 => StoredTerms) private _terms;
    mapping(uint256 => mapping(uint256 => Entry)) private _entries;
    mapping(uint256 => uint256[]) private _ranking;
    mapping(uint256 => mapping(uint256 => uint256)) private _revealedSlots; // challenge => bitmap word
    mapping(uint256 => mapping(uint256 => mapping(uint256 => uint256))) private _seenSlots; // and entry

    // A token's code runs in the middle of what moves its money.
    bool private transient _entered;

    modifier guarded() {
        if (_entered) revert Reentered();
        _entered = true;
        _;
        _entered = false;
    }

    /// @param evaluators_ The evaluators that organisers may choose from.
    /// @param minWindow_ The shortest window, in seconds.
    /// @param minBond_ The smallest bond, in wei; not zero.
    /// @param minDrawDelay_ The shortest delay of the draw, in blocks.
    constructor(address[] memory evaluators_, uint32 minWindow_, uint256 minBond_, uint16 minDrawDelay_) {
        if (minBond_ == 0) revert BadTerms("minBond");
        evaluators = evaluators_;
        for (uint256 i = 0; i < evaluators_.length; i++) isEvaluator[evaluators_[i]] = true;
        minWindow = minWindow_;
        minBond = minBond_;
        minDrawDelay = minDrawDelay_;
        VAULT = address(new Vault());
    }

    // ---- the organiser and the sponsors

    /// @notice Opens a challenge. The value is the organiser's bond, plus the reward if
    /// that is in ether; a token's is taken by transferFrom, for which this
    /// contract must be approved. What arrives counts.
    /// @param t What the challenge is about.
    /// @param reward What is paid for it, in wei or the token's smallest unit.
    /// @return id Its number.
    function createChallenge(Terms calldata t, uint256 reward) external payable returns (uint256 id) {
        _checkTerms(t, reward);
        id = challengeCount++;
        bool inToken = t.token != address(0);
        if (inToken) Clones.cloneDeterministic(VAULT, bytes32(id));
        uint256 received = _receive(id, t.token, reward, t.organiserBond);
        _store(_terms[id], t);
        Stored storage c = _challenges[id];
        c.owner = msg.sender;
        c.phase = Phase.Created;
        c.inToken = inToken;
        c.drawBlock = uint40(block.number + t.drawDelay);
        c.deadline = uint40(block.number + t.drawDelay + RECENT_HASHES);
        c.accuracyThreshold = uint24(t.accuracyThreshold); // checked: at most the hold-out's size
        c.reward = uint128(received); // checked
        c.datasetHash = t.datasetHash;
        contribution[id][msg.sender] = received;
        emit ChallengeCreated(id, msg.sender, t.datasetHash, received, c.drawBlock);
    }

    function _store(StoredTerms storage s, Terms calldata t) private {
        s.evaluator = t.evaluator;
        s.groups = t.groups;
        s.holdoutGroups = t.holdoutGroups;
        s.groupSize = t.groupSize;
        s.features = t.features;
        s.classes = t.classes;
        s.drawDelay = t.drawDelay;
        s.token = t.token;
        s.commitWindow = uint24(t.commitWindow); // checked: at most MAX_WINDOW
        s.revealWindow = uint24(t.revealWindow);
        s.claimWindow = uint24(t.claimWindow);
        s.turnWindow = uint24(t.turnWindow);
        s.organiserBond = uint80(t.organiserBond); // checked
        s.commitBond = uint80(t.commitBond);
        s.claimBond = uint80(t.claimBond);
        s.dataURI = t.dataURI;
        if (t.token != address(0)) s.tokenPrice = t.tokenPrice;
    }

    function _checkTerms(Terms calldata t, uint256 reward) private view {
        if (!isEvaluator[t.evaluator]) revert BadTerms("evaluator");
        if (t.groups < 30) revert BadTerms("groups");
        if (t.holdoutGroups == 0 || t.holdoutGroups > t.groups / 2) revert BadTerms("holdoutGroups");
        if (t.groupSize == 0 || t.groupSize % IEvaluator(t.evaluator).lanes() != 0) revert BadTerms("groupSize");
        if (t.features == 0 || t.features > 4096) revert BadTerms("features");
        if (t.classes < 2 || t.classes > 256) revert BadTerms("classes");
        uint256 groupBytes = IEvaluator(t.evaluator).groupBytes(t.features, t.groupSize);
        if (groupBytes > MAX_GROUP_BYTES || t.groupSize > IEvaluator(t.evaluator).maxGroup()) revert BadTerms("groupSize");
        uint256 points = uint256(t.holdoutGroups) * t.groupSize;
        if (points > type(uint24).max) revert BadTerms("holdoutGroups");
        if (t.accuracyThreshold == 0 || t.accuracyThreshold > points) revert BadTerms("accuracyThreshold");
        if (t.drawDelay < 2 || t.drawDelay < minDrawDelay || t.drawDelay > 50_000) revert BadTerms("drawDelay");
        _checkBond(t.organiserBond, "organiserBond");
        _checkBond(t.commitBond, "commitBond");
        _checkBond(t.claimBond, "claimBond");
        if (t.token == address(0)) {
            if (t.tokenPrice != 0) revert BadTerms("tokenPrice");
        } else {
            if (t.token.code.length == 0) revert BadTerms("token");
            if (reward < 2) revert BadTerms("reward"); // it shows that the token is one
        }
        // 16 transactions of data for each shortest window
        uint256 shortest = minWindow * (1 + uint256(t.holdoutGroups) * groupBytes / TX_DATA / 16);
        _checkWindow(t.commitWindow, minWindow, "commitWindow");
        _checkWindow(t.revealWindow, shortest, "revealWindow");
        _checkWindow(t.claimWindow, minWindow, "claimWindow");
        _checkWindow(t.turnWindow, shortest, "turnWindow");
    }

    function _checkBond(uint256 bond, string memory field) private view {
        if (bond < minBond || bond > type(uint80).max) revert BadTerms(field);
    }

    function _checkWindow(uint256 window, uint256 shortest, string memory field) private pure {
        if (window < shortest || window > MAX_WINDOW) revert BadTerms(field);
    }

    /// @notice Adds to the reward. A challenge without a winner gives it back; but the
    /// organiser knows the hold-out data and could win their own challenge.
    /// @param id The challenge.
    /// @param owner Its organiser, and
    /// @param datasetHash its data: a number alone may name another by the time
    /// that the call is mined.
    /// @param amount How much, in wei or the token's smallest unit.
    function fund(uint256 id, address owner, bytes32 datasetHash, uint256 amount) external payable {
        Stored storage c = _challenges[id];
        if (c.owner != owner || c.datasetHash != datasetHash) revert WrongChallenge();
        bool open = c.phase == Phase.Created || (c.phase == Phase.Commit && block.timestamp <= c.deadline);
        if (!open) revert WrongPhase(c.phase);
        uint256 received = _receive(id, c.inToken ? _terms[id].token : address(0), amount, 0);
        uint256 reward = c.reward + received;
        if (reward > type(uint128).max) revert TransferFailed();
        c.reward = uint128(reward);
        contribution[id][msg.sender] += received;
        emit Funded(id, msg.sender, received);
    }

    /// @notice Calls the challenge off, while nobody can know who proposes the draw's block:
    /// an organiser who proposes blocks could else open challenges until one suits.
    /// @param id The challenge.
    function cancel(uint256 id) external {
        Stored storage c = _challenges[id];
        if (msg.sender != c.owner) revert NotAllowed();
        if (c.phase != Phase.Created || block.number + minDrawDelay > c.drawBlock) revert WrongPhase(c.phase);
        balance[c.owner] += _terms[id].organiserBond;
        emit Cancelled(id);
        _close(id, c, Outcome.Cancelled);
    }

    /// @notice Draws the hold-out by the randomness of one fixed block, proven by that
    /// block's header. Anyone may call it; nobody can choose or repeat it.
    /// @param id The challenge.
    /// @param header The RLP of the header of the challenge's drawBlock.
    function draw(uint256 id, bytes calldata header) external {
        Stored storage c = _challenges[id];
        uint256 drawBlock = c.drawBlock;
        if (c.phase != Phase.Created || block.number <= drawBlock || block.number > c.deadline) revert WrongPhase(c.phase);
        bytes32 hash = Draw.blockHash(drawBlock);
        if (hash == 0 || keccak256(header) != hash) revert Draw.BadHeader();
        bytes32 seed = keccak256(abi.encode(Draw.prevRandao(header), block.chainid, address(this), id));
        uint40 deadline = uint40(block.timestamp) + _terms[id].commitWindow;
        c.seed = seed;
        c.phase = Phase.Commit;
        c.deadline = deadline;
        emit Drawn(id, seed, deadline);
    }

    /// @notice Publishes groups of the hold-out, from firstSlot on, with their salts and
    /// proofs. One among them may be public already, not all. A malformed group
    /// does not count as revealed. Anyone may call it, but no contract: what is
    /// revealed has to stand in the transaction itself, where everybody can read
    /// it, not in a call that only a tracing node sees.
    /// @param id The challenge.
    /// @param firstSlot The slot of the first group.
    /// @param salts One for each group.
    /// @param proofs For each group the siblings from its leaf to the root, end to end.
    /// @param payloads The groups, end to end.
    function revealHoldout(
        uint256 id,
        uint256 firstSlot,
        bytes32[] calldata salts,
        bytes32[] calldata proofs,
        bytes calldata payloads
    ) external {
        _direct();
        Stored storage c = _challenges[id];
        StoredTerms storage t = _terms[id];
        if (c.phase == Phase.Commit && block.timestamp > c.deadline && c.commits > 0) {
            c.phase = Phase.Reveal;
            c.deadline += t.revealWindow;
        }
        if (c.phase != Phase.Reveal || block.timestamp > c.deadline) revert WrongPhase(c.phase);
        IEvaluator evaluator = IEvaluator(t.evaluator);
        uint256 size = evaluator.groupBytes(t.features, t.groupSize);
        if (payloads.length != salts.length * size) revert BadGroup(firstSlot);
        _checkGroups(c, t, firstSlot, size, salts, proofs, payloads);
        uint256 fresh = 0;
        for (uint256 i = 0; i < salts.length; i++) {
            bytes calldata payload = payloads[i * size:(i + 1) * size];
            if (!evaluator.checkGroup(payload, t.features, t.classes, t.groupSize)) revert BadGroup(firstSlot + i);
            if (_mark(_revealedSlots[id], firstSlot + i)) fresh++;
        }
        if (fresh == 0) revert NothingToDo();
        uint256 revealed = c.revealed + fresh;
        c.revealed = uint16(revealed); // at most holdoutGroups
        emit HoldoutRevealed(id, firstSlot, salts.length, revealed);
        if (revealed == t.holdoutGroups) {
            c.phase = Phase.Claim;
            c.deadline = uint40(block.timestamp) + t.claimWindow;
        }
    }

    // ---- the solvers

    /// @notice Commits to a model. The value is the bond: commitBond of the terms,
    /// doubled until it is at least a fiftieth of the reward, or more often. Half
    /// of it is lost if the hold-out is revealed and the entry does not claim:
    /// who enters many models to choose among them afterwards pays for that.
    /// @param id The challenge.
    /// @param datasetHash Its data: a number alone may name another challenge by
    /// the time that the call is mined.
    /// @param commitment commitmentOf(id, sender, modelHash, salt).
    /// @return entry The number of the commit.
    function commit(uint256 id, bytes32 datasetHash, bytes32 commitment) external payable returns (uint256 entry) {
        Stored storage c = _challenges[id];
        StoredTerms storage t = _terms[id];
        if (c.phase != Phase.Commit || block.timestamp > c.deadline) revert WrongPhase(c.phase);
        if (c.datasetHash != datasetHash) revert WrongChallenge();
        uint256 asked = _commitBond(c, t);
        if (msg.value < asked) revert WrongValue(asked);
        uint256 bond = t.commitBond;
        uint8 doublings = 0;
        while (bond < msg.value) {
            bond *= 2;
            doublings++;
        }
        if (bond != msg.value) revert WrongValue(asked);
        entry = c.commits++;
        Entry storage e = _entries[id][entry];
        e.solver = msg.sender;
        e.status = Status.Committed;
        e.doublings = doublings;
        e.commitment = commitment;
        emit Committed(id, entry, msg.sender, commitment);
    }

    /// @notice Claims that the committed model gives count right answers. Of equal
    /// claims the earlier commit ranks first. A false claim loses its bond. The
    /// value is that bond: claimBond of the terms, or a hundredth of the reward.
    /// @param id The challenge.
    /// @param entry The commit.
    /// @param modelHash What it committed to, and
    /// @param salt what hid it.
    /// @param count The right answers claimed.
    function claim(uint256 id, uint256 entry, bytes32 modelHash, bytes32 salt, uint256 count) external payable {
        Stored storage c = _challenges[id];
        StoredTerms storage t = _terms[id];
        if (c.phase != Phase.Claim || block.timestamp > c.deadline) revert WrongPhase(c.phase);
        uint256 bond = _claimBond(c, t);
        if (msg.value != bond) revert WrongValue(bond);
        Entry storage e = _entries[id][entry];
        if (e.solver != msg.sender || e.status != Status.Committed) revert NotAllowed();
        if (commitmentOf(id, msg.sender, modelHash, salt) != e.commitment) revert NotAllowed();
        if (count < c.accuracyThreshold || count > uint256(t.holdoutGroups) * t.groupSize) revert BadTerms("count");
        e.status = Status.Claimed;
        e.claimed = uint32(count);
        e.modelHash = modelHash;
        _ranking[id].add(count, entry);
        emit Claimed(id, entry, msg.sender, count);
    }

    /// @notice Publishes the model of the best remaining claim, in its turn; a large one
    /// in parts, whose form the evaluator decides. The turn is as long for all.
    /// @param id The challenge.
    /// @param entry The commit.
    /// @param part The next part of its model.
    function revealModel(uint256 id, uint256 entry, bytes calldata part) external {
        _direct();
        Stored storage c = _challenges[id];
        StoredTerms storage t = _terms[id];
        _enterEvaluate(id, c, t);
        if (c.phase != Phase.Evaluate || c.winner != 0 || block.timestamp > c.deadline) revert WrongPhase(c.phase);
        if (_ranking[id].top() != entry) revert NotYourTurn(entry);
        Entry storage e = _entries[id][entry];
        bool first = e.status == Status.Claimed;
        if (e.solver != msg.sender || !(first || e.status == Status.Loading)) revert NotAllowed();
        bytes32 modelHash = e.modelHash;
        uint256 time = uint256(t.turnWindow) * 1e9 / (uint256(t.holdoutGroups) * t.groupSize);
        (bytes32 next, bool done) =
            IEvaluator(t.evaluator).load(time, modelHash, first, part, t.features, t.classes);
        if (next != modelHash) e.modelHash = next;
        e.status = done ? Status.Revealed : Status.Loading;
        if (!done) {
            emit ModelPart(id, entry, next);
            return;
        }
        c.deadline = uint40(block.timestamp) + t.turnWindow;
        emit ModelRevealed(id, entry, next);
    }

    /// @notice Evaluates the revealed model on hold-out groups from firstSlot on. Anyone
    /// may call it; groups already counted are skipped, so it can be resumed.
    /// @param id The challenge.
    /// @param entry The commit.
    /// @param program What the evaluator made of the model: for most, the model.
    /// @param firstSlot The slot of the first group.
    /// @param salts One for each group.
    /// @param proofs For each group the siblings from its leaf to the root, end to end.
    /// @param payloads The groups, end to end.
    /// @param witnesses What the evaluator needs for each of them, end to end.
    function evaluate(
        uint256 id,
        uint256 entry,
        bytes calldata program,
        uint256 firstSlot,
        bytes32[] calldata salts,
        bytes32[] calldata proofs,
        bytes calldata payloads,
        bytes calldata witnesses
    ) external {
        Stored storage c = _challenges[id];
        StoredTerms storage t = _terms[id];
        if (c.phase != Phase.Evaluate || block.timestamp > c.deadline) revert WrongPhase(c.phase);
        Entry storage e = _entries[id][entry];
        if (e.status != Status.Revealed || keccak256(program) != e.modelHash) revert NotAllowed();
        if (salts.length == 0) revert NothingToDo();
        // a payload of another length has another leaf
        if (payloads.length % salts.length != 0) revert BadGroup(firstSlot);
        _checkGroups(c, t, firstSlot, payloads.length / salts.length, salts, proofs, payloads);
        bool[] memory fresh = new bool[](salts.length);
        uint256 n = 0;
        for (uint256 i = 0; i < salts.length; i++) {
            fresh[i] = _mark(_seenSlots[id][entry], firstSlot + i);
            if (fresh[i]) n++;
        }
        if (n == 0) revert NothingToDo();
        uint256 right = e.right + _count(t, program, firstSlot, payloads, witnesses, fresh, n);
        uint256 seen = e.seen + n;
        e.right = uint32(right); // at most what there are vectors
        e.seen = uint16(seen);
        emit Evaluated(id, entry, n, right, seen);
        uint256 reachable = right + (t.holdoutGroups - seen) * t.groupSize;
        if (seen == t.holdoutGroups || reachable < c.accuracyThreshold) _conclude(id, c, t, e, entry);
    }

    // ---- closing and money

    /// @notice Carries out what a passed deadline or a finished evaluation entails.
    /// @param id The challenge.
    function finalize(uint256 id) external {
        Stored storage c = _challenges[id];
        StoredTerms storage t = _terms[id];
        _enterEvaluate(id, c, t);
        if (c.phase == Phase.Created && block.number > c.deadline) {
            _close(id, c, Outcome.DrawMissed);
            return _burn(t.organiserBond);
        }
        if (c.phase == Phase.Evaluate && c.winner != 0) return _payWinner(id, c, t);
        if (c.phase == Phase.None || c.phase == Phase.Created || c.phase == Phase.Closed) revert NothingToDo();
        if (c.phase == Phase.Evaluate && _ranking[id].length > 0 && _judged(id, c, t)) {
            if (c.winner != 0) _payWinner(id, c, t);
            return;
        }
        if (block.timestamp <= c.deadline) revert NothingToDo();
        if (c.phase == Phase.Commit && c.commits > 0) {
            // nothing was revealed yet: the reveal's deadline counts
            if (block.timestamp <= uint256(c.deadline) + t.revealWindow) revert NothingToDo();
            c.phase = Phase.Reveal;
        }
        if (c.phase == Phase.Reveal) {
            // each committer may take at most its own bond's worth; the rest is burned
            _close(id, c, Outcome.NotRevealed);
            return _burn(t.organiserBond - _slashShare(c, t) * c.commits);
        }
        if (c.phase == Phase.Evaluate && _ranking[id].length > 0) {
            uint256 entry = _ranking[id].top();
            _slash(id, c, t, _entries[id][entry], entry);
            if (c.winner != 0) return _payWinner(id, c, t);
            if (_ranking[id].length > 0) return;
        }
        balance[c.owner] += t.organiserBond;
        uint256 pot = c.pot;
        c.pot = 0;
        _close(id, c, Outcome.NoWinner);
        _burn(pot);
    }

    /// @notice Moves an entry's bonds to its solver's balance once the challenge is closed.
    /// @param id The challenge.
    /// @param entry The commit.
    function claimBond(uint256 id, uint256 entry) external {
        Stored storage c = _challenges[id];
        StoredTerms storage t = _terms[id];
        if (c.phase != Phase.Closed) revert WrongPhase(c.phase);
        Entry storage e = _entries[id][entry];
        if (e.status == Status.Settled || e.status == Status.None) revert NothingToDo();
        uint256 bond = uint256(t.commitBond) << e.doublings;
        uint256 amount = bond;
        uint256 forfeited = 0;
        bool told = e.status == Status.Claimed || e.status == Status.Loading || e.status == Status.Revealed;
        if (told || (e.status == Status.Counted && e.right >= e.claimed)) amount += _claimBond(c, t);
        if (c.outcome == Outcome.NotRevealed) amount += _slashShare(c, t);
        else if (e.status == Status.Committed) forfeited = bond / 2; // the hold-out was public, and it did not claim
        e.status = Status.Settled;
        balance[e.solver] += amount - forfeited;
        _burn(forfeited);
    }

    /// @notice Moves a sponsor's share of a reward that nobody won to where they can
    /// withdraw it: their balance, or their credit of the token.
    /// @param id The challenge.
    /// @param sponsor Who.
    function refund(uint256 id, address sponsor) external {
        Stored storage c = _challenges[id];
        if (c.phase != Phase.Closed || c.outcome == Outcome.Won) revert WrongPhase(c.phase);
        uint256 amount = contribution[id][sponsor];
        if (amount == 0) revert NothingToDo();
        contribution[id][sponsor] = 0;
        _credit(id, sponsor, amount);
    }

    /// @notice Pays out of the caller's balance.
    /// @param to Who gets it.
    /// @param amount How much, in wei; more than there is means all.
    function withdraw(address to, uint256 amount) external {
        uint256 has = balance[msg.sender];
        if (amount > has) amount = has;
        if (amount == 0) revert NothingToDo();
        balance[msg.sender] = has - amount;
        emit Withdrawn(msg.sender, amount);
        _send(to, amount);
    }

    /// @notice Pays out of the caller's credit of a challenge's token: the same share of
    /// what the vault holds as the credit is of all credits, so that whatever the
    /// token did to the vault meets all alike. What left the vault and what
    /// arrived are measured: credit shrinks by what left, and not at all if
    /// nothing arrived. A token that takes a fee from the sender wants an amount
    /// for which the credit suffices.
    /// @param id The challenge.
    /// @param amount How much of the credit; more than there is means all.
    /// @param to Who gets it.
    /// @return arrived What arrived there.
    function withdrawToken(uint256 id, uint256 amount, address to) external guarded returns (uint256 arrived) {
        uint256 has = tokenCredit[id][msg.sender];
        if (amount > has) amount = has;
        Stored storage c = _challenges[id];
        IERC20 token = IERC20(_terms[id].token);
        Vault vault = Vault(vaultOf(id));
        uint256 held = token.balanceOf(address(vault));
        // credits are below 2^128, and a token that says more than that lies
        uint256 share = amount * (held < type(uint128).max ? held : type(uint128).max);
        if (share == 0) revert NothingToDo();
        uint256 credits = c.reward - c.withdrawn;
        share /= credits;
        uint256 before = token.balanceOf(to);
        vault.send(token, to, share);
        uint256 remains = token.balanceOf(address(vault));
        arrived = token.balanceOf(to) - before;
        // what was taken: what is missing now, or what arrived, if the vault got more meanwhile
        uint256 taken = held > remains ? held - remains : 0;
        if (arrived == 0 || (taken == 0 && remains == held)) revert TransferFailed();
        if (taken < arrived) taken = arrived;
        if (taken > type(uint128).max) revert TransferFailed();
        // the credit pays for the part that this is of all there was
        if (taken != share || remains != held - share) {
            amount = (credits * taken + taken + remains - 1) / (taken + remains);
            // a unit or two that a token rounds off is no fee
            if (amount > has && taken <= share + 2) amount = has;
        }
        tokenCredit[id][msg.sender] -= amount; // reverts if the credit does not suffice
        c.withdrawn += uint128(amount);
        emit TokenWithdrawn(id, msg.sender, to, amount, arrived);
    }

    // ---- views

    /// @notice A challenge.
    /// @param id Its number.
    /// @return The challenge; its phase is None if there is none.
    function getChallenge(uint256 id) public view returns (Challenge memory) {
        Stored storage c = _challenges[id];
        return Challenge({
            owner: c.owner,
            active: c.phase != Phase.None && c.phase != Phase.Closed,
            phase: c.phase,
            outcome: c.outcome,
            drawBlock: c.drawBlock,
            deadline: c.deadline,
            revealed: c.revealed,
            commits: c.commits,
            winner: c.winner,
            datasetHash: c.datasetHash,
            seed: c.seed,
            reward: c.reward,
            accuracyThreshold: c.accuracyThreshold,
            pot: c.pot
        });
    }

    /// @notice Several challenges in one call.
    /// @param ids Their numbers.
    /// @return all The challenges, in that order.
    function getChallenges(uint256[] calldata ids) external view returns (Challenge[] memory all) {
        all = new Challenge[](ids.length);
        for (uint256 i = 0; i < ids.length; i++) all[i] = getChallenge(ids[i]);
    }

    /// @notice A challenge's terms.
    /// @param id Its number.
    /// @return The terms.
    function getTerms(uint256 id) external view returns (Terms memory) {
        StoredTerms storage t = _terms[id];
        return Terms({
            datasetHash: _challenges[id].datasetHash,
            groups: t.groups,
            holdoutGroups: t.holdoutGroups,
            groupSize: t.groupSize,
            features: t.features,
            classes: t.classes,
            drawDelay: t.drawDelay,
            evaluator: t.evaluator,
            token: t.token,
            tokenPrice: t.tokenPrice,
            accuracyThreshold: _challenges[id].accuracyThreshold,
            organiserBond: t.organiserBond,
            commitBond: t.commitBond,
            claimBond: t.claimBond,
            commitWindow: t.commitWindow,
            revealWindow: t.revealWindow,
            claimWindow: t.claimWindow,
            turnWindow: t.turnWindow,
            dataURI: t.dataURI
        });
    }

    /// @notice A commit.
    /// @param id The challenge.
    /// @param entry Its number.
    /// @return The commit; its status is None if there is none.
    function getEntry(uint256 id, uint256 entry) external view returns (Entry memory) {
        return _entries[id][entry];
    }

    /// @inheritdoc IMarket
    function caseOf(uint256 id, uint256 entry) external view returns (Case memory) {
        Stored storage c = _challenges[id];
        StoredTerms storage t = _terms[id];
        Entry storage e = _entries[id][entry];
        return Case({
            solver: e.solver,
            status: e.status,
            modelHash: e.modelHash,
            datasetHash: c.datasetHash,
            seed: c.seed,
            deadline: c.deadline,
            turnWindow: t.turnWindow,
            groups: t.groups,
            holdoutGroups: t.holdoutGroups,
            groupSize: t.groupSize,
            features: t.features,
            classes: t.classes
        });
    }

    /// @notice What commit and claim ask for now.
    /// @param id The challenge.
    /// @return forCommit The value of a commit, in wei.
    /// @return forClaim The value of a claim, in wei.
    function bondsOf(uint256 id) external view returns (uint256 forCommit, uint256 forClaim) {
        return (_commitBond(_challenges[id], _terms[id]), _claimBond(_challenges[id], _terms[id]));
    }

    /// @notice The entry whose turn it is; reverts if none is left.
    /// @param id The challenge.
    /// @return The commit's number.
    function leader(uint256 id) external view returns (uint256) {
        if (_ranking[id].length == 0) revert NothingToDo();
        return _ranking[id].top();
    }

    /// @notice The group that slot 0 to holdoutGroups-1 stands for, once drawn.
    /// @param id The challenge.
    /// @param slot The slot.
    /// @return The group's number.
    function groupOf(uint256 id, uint256 slot) external view returns (uint256) {
        if (_challenges[id].seed == 0 || slot >= _terms[id].groups) revert NothingToDo();
        return Draw.permute(_challenges[id].seed, slot, _terms[id].groups);
    }

    /// @notice Which slots are revealed, 256 in a word.
    /// @param id The challenge.
    /// @param word Bit b is slot 256 * word + b.
    /// @return The word.
    function isRevealed(uint256 id, uint256 word) external view returns (uint256) {
        return _revealedSlots[id][word];
    }

    /// @notice On which slots an entry was evaluated, 256 in a word.
    /// @param id The challenge.
    /// @param entry The commit.
    /// @param word Bit b is slot 256 * word + b.
    /// @return The word.
    function isSeen(uint256 id, uint256 entry, uint256 word) external view returns (uint256) {
        return _seenSlots[id][entry][word];
    }

    /// @notice The account that holds a challenge's token.
    /// @param id The challenge.
    /// @return Its address; nothing stands there if the reward is in ether.
    function vaultOf(uint256 id) public view returns (address) {
        return Clones.predictDeterministicAddress(VAULT, bytes32(id));
    }

    /// @notice What commit takes.
    /// @param id The challenge.
    /// @param solver Who commits.
    /// @param modelHash The model's hash, as the evaluator defines it.
    /// @param salt What hides it.
    /// @return The commitment.
    function commitmentOf(uint256 id, address solver, bytes32 modelHash, bytes32 salt) public view returns (bytes32) {
        return keccak256(abi.encode(block.chainid, address(this), id, solver, modelHash, salt));
    }

    // ---- parts

    /// The claims' deadline has passed: the best claim's turn begins.
    function _enterEvaluate(uint256 id, Stored storage c, StoredTerms storage t) private {
        if (c.phase == Phase.Claim && block.timestamp > c.deadline && _ranking[id].length > 0) {
            c.phase = Phase.Evaluate;
            c.deadline += t.turnWindow;
        }
    }

    /// What is revealed has to stand where everybody can read it.
    function _direct() private view {
        if (msg.sender != tx.origin || msg.sender.code.length != 0) revert NotDirect();
    }

    /// Counts the fresh groups. If somebody else has evaluated some of them in
    /// the meantime, the others are counted one by one: to front-run an
    /// evaluation with one of its groups must not undo it.
    function _count(
        StoredTerms storage t,
        bytes calldata program,
        uint256 firstSlot,
        bytes calldata payloads,
        bytes calldata witnesses,
        bool[] memory fresh,
        uint256 n
    ) private view returns (uint256 right) {
        IEvaluator evaluator = IEvaluator(t.evaluator);
        if (n == fresh.length) return evaluator.count(program, firstSlot, payloads, witnesses, t.groupSize);
        uint256 size = payloads.length / fresh.length;
        uint256 each = witnesses.length / fresh.length;
        for (uint256 i = 0; i < fresh.length; i++) {
            if (!fresh[i]) continue;
            right += evaluator.count(
                program, firstSlot + i, payloads[i * size:(i + 1) * size], witnesses[i * each:(i + 1) * each], t.groupSize
            );
        }
    }

    /// Takes the verdict about the entry whose turn it is, where that is reached elsewhere.
    function _judged(uint256 id, Stored storage c, StoredTerms storage t) private returns (bool) {
        uint256 entry = _ranking[id].top();
        Entry storage e = _entries[id][entry];
        if (e.status != Status.Revealed) return false;
        (IEvaluator.Stage stage, uint256 right) = IEvaluator(t.evaluator).verdict(id, entry);
        if (stage == IEvaluator.Stage.Pending) revert NothingToDo();
        if (stage == IEvaluator.Stage.None) return false;
        e.right = uint32(right);
        e.seen = t.holdoutGroups;
        _conclude(id, c, t, e, entry);
        return true;
    }

    /// The model's count is known, or can no longer reach what is needed.
    function _conclude(uint256 id, Stored storage c, StoredTerms storage t, Entry storage e, uint256 entry) private {
        if (e.seen < t.holdoutGroups || e.right < c.accuracyThreshold) return _slash(id, c, t, e, entry);
        e.status = Status.Counted;
        if (e.right < e.claimed) {
            c.pot += uint128(_claimBond(c, t));
            emit EntrySlashed(id, entry, e.claimed, e.right);
            _ranking[id].removeTop();
            _ranking[id].add(e.right, entry);
        }
        _nextTurn(id, c, t);
    }

    /// The entry whose turn it was drops out and loses its claim's bond.
    function _slash(uint256 id, Stored storage c, StoredTerms storage t, Entry storage e, uint256 entry) private {
        e.status = Status.Slashed;
        c.pot += uint128(_claimBond(c, t));
        emit EntrySlashed(id, entry, e.claimed, e.right);
        _ranking[id].removeTop();
        _nextTurn(id, c, t);
    }

    function _nextTurn(uint256 id, Stored storage c, StoredTerms storage t) private {
        if (_ranking[id].length > 0) {
            uint256 top = _ranking[id].top();
            if (_entries[id][top].status == Status.Counted) c.winner = uint24(top + 1);
            else c.deadline = uint40(block.timestamp) + t.turnWindow;
        } else {
            c.deadline = 0; // without claims left, finalize may close it at once
        }
    }

    /// Half of what false claims have lost burns: the best model's owner, who gets
    /// the rest, should not lie for free either.
    function _payWinner(uint256 id, Stored storage c, StoredTerms storage t) private {
        uint256 entry = c.winner - 1;
        address solver = _entries[id][entry].solver;
        uint256 pot = c.pot;
        uint256 reward = c.reward;
        if (pot != 0) {
            c.pot = 0;
            balance[solver] += pot / 2;
        }
        balance[c.owner] += t.organiserBond;
        _credit(id, solver, reward);
        c.phase = Phase.Closed;
        c.outcome = Outcome.Won;
        emit Finalized(id, Outcome.Won, entry, solver, reward);
        _burn(pot - pot / 2);
    }

    function _close(uint256 id, Stored storage c, Outcome outcome) private {
        c.phase = Phase.Closed;
        c.outcome = outcome;
        emit Finalized(id, outcome, type(uint256).max, address(0), 0);
    }

    /// What a commit asks for now.
    function _commitBond(Stored storage c, StoredTerms storage t) private view returns (uint256 bond) {
        bond = t.commitBond;
        uint256 least = _worth(c, t) / COMMIT_SHARE;
        while (bond != 0 && bond < least) bond *= 2;
    }

    /// What a claim asks for: the reward stands when claims begin.
    function _claimBond(Stored storage c, StoredTerms storage t) private view returns (uint256) {
        uint256 least = _worth(c, t) / CLAIM_SHARE;
        return t.claimBond < least ? least : t.claimBond;
    }

    /// What the reward is worth, in wei: of a token, by the terms' word, which
    /// sponsors and solvers read. At most 2^100, so that sums of bonds fit.
    function _worth(Stored storage c, StoredTerms storage t) private view returns (uint256 worth) {
        worth = c.reward;
        if (c.inToken) worth = worth * t.tokenPrice >> 64;
        if (worth > 1 << 100) worth = 1 << 100;
    }

    function _slashShare(Stored storage c, StoredTerms storage t) private view returns (uint256) {
        // At least half burns, or an organiser's own commits would win it back.
        uint256 each = t.organiserBond / 2 / c.commits;
        return each < t.commitBond ? each : t.commitBond;
    }

    /// The payloads are what the organiser committed to for the slots from firstSlot
    /// on. Their form was checked when they were revealed: a slot that is
    /// evaluated was revealed before.
    function _checkGroups(
        Stored storage c,
        StoredTerms storage t,
        uint256 firstSlot,
        uint256 size,
        bytes32[] calldata salts,
        bytes32[] calldata proofs,
        bytes calldata payloads
    ) private view {
        uint256 groups = t.groups;
        uint256 holdoutGroups = t.holdoutGroups;
        uint256 depth = Draw.depth(groups);
        bytes32 seed = c.seed;
        bytes32 root = c.datasetHash;
        if (proofs.length != salts.length * depth) revert BadProof(firstSlot);
        for (uint256 i = 0; i < salts.length; i++) {
            uint256 slot = firstSlot + i;
            if (slot >= holdoutGroups) revert BadProof(slot);
            uint256 index = Draw.permute(seed, slot, groups);
            bytes32 leaf = keccak256(abi.encodePacked(bytes1(0x00), index, salts[i], payloads[i * size:(i + 1) * size]));
            if (!Draw.inTree(root, leaf, index, proofs[i * depth:(i + 1) * depth])) revert BadProof(slot);
        }
    }

    /// Sets the slot's bit; false if it was set.
    function _mark(mapping(uint256 => uint256) storage bitmap, uint256 slot) private returns (bool) {
        uint256 word = bitmap[slot >> 8];
        uint256 bit = 1 << (slot & 255);
        if (word & bit != 0) return false;
        bitmap[slot >> 8] = word | bit;
        return true;
    }

    /// Takes what the caller owes: `amount` in the token, and ether for the bond.
    function _receive(uint256 id, address token, uint256 amount, uint256 bond) private returns (uint256 received) {
        uint256 ether_ = token == address(0) ? amount + bond : bond;
        if (msg.value != ether_) revert WrongValue(ether_);
        received = amount;
        if (token != address(0)) received = _take(IERC20(token), Vault(vaultOf(id)), amount, _challenges[id].reward);
        if (received > type(uint128).max) revert TransferFailed();
    }

    /// Takes tokens into a vault and gives how many arrived, at most what was
    /// asked for: some tokens keep a fee, some round up. What cannot be sent on,
    /// like a token of which each is one of its kind, is not taken.
    /// Where a token has moved what the vault holds since, credits cost what they are worth.
    function _take(IERC20 token, Vault vault, uint256 amount, uint256 credits) private guarded returns (uint256 received) {
        uint256 before = token.balanceOf(address(vault));
        token.safeTransferFrom(msg.sender, address(vault), amount);
        vault.send(token, address(vault), 1);
        uint256 held = token.balanceOf(address(vault));
        if (held <= before) revert TransferFailed();
        received = held - before;
        if (received > amount) received = amount;
        if (credits != 0 && credits != before) {
            // above twice as much, rounding to credits could cost more than a unit or two
            if (before / 2 > credits || before == 0) revert TransferFailed();
            received = received * credits / before;
            if (received == 0) revert TransferFailed();
        }
    }

    function _credit(uint256 id, address to, uint256 amount) private {
        if (_challenges[id].inToken) tokenCredit[id][to] += amount;
        else balance[to] += amount;
    }

    function _burn(uint256 amount) private {
        if (amount != 0) _send(address(0), amount);
    }

    function _send(address to, uint256 amount) private {
        (bool ok,) = to.call{value: amount}("");
        if (!ok) revert TransferFailed();
    }
}
