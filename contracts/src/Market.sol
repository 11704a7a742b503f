// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IEvaluator} from "./IEvaluator.sol";
import {Draw} from "./Draw.sol";
import {Ranking} from "./Ranking.sol";
import {Token} from "./Token.sol";

/// @title A market of challenges: a reward for a model that reaches a required
/// number of right answers on hold-out data which nobody could choose and no
/// solver knew. The contract evaluates the model itself; nobody's word is taken.
///
///   Created --draw--> Commit --commits end--> TestReveal --all revealed--> Claim
///      |                 |                        |                          |
///      | cancel,         | no commits             | not all revealed         | claims end
///      | draw missed     v                        v                          v
///      +------------> Closed <---- no winner, or the winner's turn ----- Evaluate
///
/// Every phase has a deadline; finalize carries out whatever a deadline that
/// has passed entails. Payments are pulled. There is no administrator.
contract Market {
    using Ranking for uint256[];

    enum Phase { None, Created, Commit, TestReveal, Claim, Evaluate, Closed }
    enum Outcome { Open, Won, NoWinner, Cancelled, DrawMissed, NotRevealed }
    enum Status { None, Committed, Claimed, Revealed, Counted, Lied, Settled, Loading }

    /// What an organiser chooses. Bonds in wei, windows in seconds.
    struct Terms {
        bytes32 datasetHash; // Merkle root of the salted groups
        uint32 groups;
        uint32 drawn; // how many of them become the hold-out
        uint16 groupSize; // vectors in a group
        uint16 features; // bytes of a vector
        uint16 classes;
        uint16 drawDelay; // blocks from creation to the block whose randomness draws
        address evaluator;
        address token; // what the reward is in; zero: ether. Bonds are in ether
        uint256 accuracyThreshold; // right answers needed, of drawn * groupSize
        uint256 organiserBond;
        uint256 commitBond;
        uint256 claimBond;
        uint32 commitWindow;
        uint32 revealWindow;
        uint32 claimWindow;
        uint32 turnWindow; // to reveal a model, and again to evaluate it
        string dataURI; // where the training groups are published after the draw
    }

    struct Challenge {
        address owner;
        bool active;
        Phase phase;
        Outcome outcome;
        uint64 drawBlock;
        uint64 deadline; // of the phase, in unix seconds; of the draw, a block number
        uint32 revealed; // drawn groups revealed so far
        uint32 commits;
        uint32 winner; // entry + 1
        bytes32 datasetHash;
        bytes32 seed;
        uint256 reward;
        uint256 accuracyThreshold;
        uint256 pot; // bonds lost by false claims
    }

    struct Entry {
        address solver;
        Status status;
        uint32 claimed; // right answers the solver claims
        uint32 right; // right answers the contract counted so far
        uint32 seen; // groups evaluated so far
        bytes32 commitment;
        bytes32 modelHash; // from the first part of the model on, what the evaluator makes of it
    }

    error NotAllowed();
    error WrongPhase(Phase phase);
    error BadTerms(string field);
    error WrongValue(uint256 want);
    error BadProof(uint256 slot);
    error BadGroup(uint256 slot);
    error NotYourTurn(uint256 entry);
    error NothingToDo();
    error Reentered();
    error NotDirect();

    event ChallengeCreated(uint256 indexed id, address indexed owner, bytes32 datasetHash, uint256 reward, uint64 drawBlock);
    event Funded(uint256 indexed id, address indexed sponsor, uint256 amount);
    event Cancelled(uint256 indexed id);
    event Drawn(uint256 indexed id, bytes32 seed, uint64 commitDeadline);
    event Committed(uint256 indexed id, uint256 indexed entry, address indexed solver, bytes32 commitment);
    event TestRevealed(uint256 indexed id, uint256 firstSlot, uint256 slots, uint256 revealed);
    event Claimed(uint256 indexed id, uint256 indexed entry, address indexed solver, uint256 count);
    event ModelPart(uint256 indexed id, uint256 indexed entry, bytes32 digest);
    event ModelRevealed(uint256 indexed id, uint256 indexed entry, bytes32 modelHash);
    event Evaluated(uint256 indexed id, uint256 indexed entry, uint256 groups, uint256 right, uint256 seen);
    event EntryFailed(uint256 indexed id, uint256 indexed entry, uint256 claimed, uint256 right);
    event Finalized(uint256 indexed id, Outcome outcome, uint256 indexed entry, address indexed winner, uint256 paid);
    event Withdrawn(address indexed to, address indexed token, uint256 amount);

    uint256 private constant TX_DATA = 100_000; // bytes of data that fit one transaction with their proofs
    uint256 private constant MAX_GROUP_BYTES = 50_000; // so that a group fits one beside the largest model
    uint256 private constant MAX_WINDOW = 90 days; // nobody's money is held longer in a phase
    uint256 private constant RECENT_HASHES = 8191; // EIP-2935 keeps so many block hashes

    /// The shortest window, in seconds; windows that need many transactions must be longer.
    uint32 public immutable minWindow;
    /// The smallest bond, in wei.
    uint256 public immutable minBond;
    /// The shortest drawDelay. It has to reach past the blocks whose proposers are
    /// known, or an organiser who proposes one chooses it for the draw.
    uint16 public immutable minDrawDelay;
    /// The evaluators that exist for this market; an organiser's own could lie.
    mapping(address => bool) public isEvaluator;
    address[] public evaluators;

    /// Number of challenges; their ids are 0 to count - 1.
    uint256 public challengeCount;
    /// What an address may withdraw, by token; the zero address stands for ether.
    mapping(address => mapping(address => uint256)) public balance;
    // A token's code runs in the middle of what moves its money.
    bool private transient _entered;

    // The same as Terms and Challenge, in fewer slots: most of what a challenge
    // costs to create is storage.
    struct StoredTerms {
        address evaluator;
        uint32 groups;
        uint32 drawn;
        uint16 groupSize;
        uint16 features;
        uint16 classes;
        uint16 drawDelay;
        uint32 commitWindow;
        uint32 revealWindow;
        uint32 claimWindow;
        uint32 turnWindow;
        uint96 organiserBond;
        address token;
        uint96 commitBond;
        uint96 claimBond;
        string dataURI;
    }

    struct Stored {
        address owner;
        Phase phase;
        Outcome outcome;
        uint64 drawBlock;
        uint64 deadline;
        uint32 revealed;
        uint32 commits;
        uint32 winner;
        uint32 accuracyThreshold;
        bytes32 datasetHash;
        bytes32 seed;
        uint256 reward;
        uint256 pot;
    }

    mapping(uint256 => Stored) private _challenges;
    mapping(uint256 => StoredTerms) private _terms;
    mapping(uint256 => Entry[]) private _entries;
    mapping(uint256 => uint256[]) private _ranking;
    mapping(uint256 => mapping(address => uint256)) public contribution;
    mapping(uint256 => mapping(uint256 => uint256)) private _revealedSlots; // challenge => bitmap word
    mapping(uint256 => mapping(uint256 => mapping(uint256 => uint256))) private _seenSlots; // and entry

    constructor(address[] memory evaluators_, uint32 minWindow_, uint256 minBond_, uint16 minDrawDelay_) {
        evaluators = evaluators_;
        for (uint256 i = 0; i < evaluators_.length; i++) isEvaluator[evaluators_[i]] = true;
        minWindow = minWindow_;
        minBond = minBond_;
        minDrawDelay = minDrawDelay_;
    }

    modifier guarded() {
        if (_entered) revert Reentered();
        _entered = true;
        _;
        _entered = false;
    }

    // ---- the organiser and the sponsors

    /// Opens a challenge. The value is the organiser's bond, plus the reward if
    /// that is in ether; a token's is taken by transferFrom. What arrives counts.
    function createChallenge(Terms calldata t, uint256 reward) external payable guarded returns (uint256 id) {
        _checkTerms(t, reward);
        uint256 received = _receive(t.token, reward, t.organiserBond);
        id = challengeCount++;
        _store(_terms[id], t);
        Stored storage c = _challenges[id];
        c.owner = msg.sender;
        c.phase = Phase.Created;
        c.drawBlock = uint64(block.number) + t.drawDelay;
        c.deadline = c.drawBlock + uint64(RECENT_HASHES);
        c.datasetHash = t.datasetHash;
        c.accuracyThreshold = uint32(t.accuracyThreshold); // checked: at most the hold-out's size
        c.reward = received;
        contribution[id][msg.sender] = received;
        emit ChallengeCreated(id, msg.sender, t.datasetHash, received, c.drawBlock);
    }

    function _store(StoredTerms storage s, Terms calldata t) private {
        s.evaluator = t.evaluator;
        s.groups = t.groups;
        s.drawn = t.drawn;
        s.groupSize = t.groupSize;
        s.features = t.features;
        s.classes = t.classes;
        s.drawDelay = t.drawDelay;
        s.commitWindow = t.commitWindow;
        s.revealWindow = t.revealWindow;
        s.claimWindow = t.claimWindow;
        s.turnWindow = t.turnWindow;
        s.organiserBond = uint96(t.organiserBond); // checked
        s.token = t.token;
        s.commitBond = uint96(t.commitBond);
        s.claimBond = uint96(t.claimBond);
        s.dataURI = t.dataURI;
    }

    function _checkTerms(Terms calldata t, uint256 reward) private view {
        if (!isEvaluator[t.evaluator]) revert BadTerms("evaluator");
        if (t.groups < 30 || t.groups > 65_535) revert BadTerms("groups");
        if (t.drawn == 0 || t.drawn > t.groups / 2) revert BadTerms("drawn");
        if (t.groupSize == 0 || t.groupSize % IEvaluator(t.evaluator).lanes() != 0) revert BadTerms("groupSize");
        if (t.features == 0 || t.features > 4096) revert BadTerms("features");
        if (t.classes < 2 || t.classes > 256) revert BadTerms("classes");
        uint256 groupBytes = IEvaluator(t.evaluator).groupBytes(t.features, t.groupSize);
        if (groupBytes > MAX_GROUP_BYTES || t.groupSize > IEvaluator(t.evaluator).maxGroup()) revert BadTerms("groupSize");
        uint256 points = uint256(t.drawn) * t.groupSize;
        if (t.accuracyThreshold == 0 || t.accuracyThreshold > points) revert BadTerms("accuracyThreshold");
        if (t.drawDelay < 2 || t.drawDelay < minDrawDelay || t.drawDelay > 50_000) revert BadTerms("drawDelay");
        if (t.organiserBond < minBond || t.organiserBond > type(uint96).max) revert BadTerms("organiserBond");
        if (t.commitBond < minBond || t.commitBond > type(uint96).max) revert BadTerms("commitBond");
        if (t.claimBond < minBond || t.claimBond > type(uint96).max) revert BadTerms("claimBond");
        // a lie must cost a share of what it delays
        if (t.token == address(0) && t.claimBond < reward / 200) revert BadTerms("claimBond");
        if (t.token != address(0) && t.token.code.length == 0) revert BadTerms("token");
        // 16 transactions of data for each shortest window
        uint256 shortest = minWindow * (1 + uint256(t.drawn) * groupBytes / TX_DATA / 16);
        if (t.commitWindow < minWindow || t.commitWindow > MAX_WINDOW) revert BadTerms("commitWindow");
        if (t.revealWindow < shortest || t.revealWindow > MAX_WINDOW) revert BadTerms("revealWindow");
        if (t.claimWindow < minWindow || t.claimWindow > MAX_WINDOW) revert BadTerms("claimWindow");
        if (t.turnWindow < shortest || t.turnWindow > MAX_WINDOW) revert BadTerms("turnWindow");
    }

    /// Adds to the reward. A challenge without a winner gives it back; but the
    /// organiser knows the hold-out data and could win their own challenge.
    function fund(uint256 id, uint256 amount) external payable guarded {
        Stored storage c = _challenges[id];
        bool open = c.phase == Phase.Created || (c.phase == Phase.Commit && block.timestamp <= c.deadline);
        if (!open) revert WrongPhase(c.phase);
        uint256 received = _receive(_terms[id].token, amount, 0);
        c.reward += received;
        contribution[id][msg.sender] += received;
        emit Funded(id, msg.sender, received);
    }

    /// Calls the challenge off, while nobody can know who proposes the draw's block:
    /// an organiser who proposes blocks could else open challenges until one suits.
    function cancel(uint256 id) external guarded {
        Stored storage c = _challenges[id];
        if (msg.sender != c.owner) revert NotAllowed();
        if (c.phase != Phase.Created || block.number + minDrawDelay > c.drawBlock) revert WrongPhase(c.phase);
        balance[address(0)][c.owner] += _terms[id].organiserBond;
        emit Cancelled(id);
        _close(id, c, Outcome.Cancelled);
    }

    /// Draws the hold-out by the randomness of one fixed block, proven by that
    /// block's header. Anyone may call it; nobody can choose or repeat it.
    function draw(uint256 id, bytes calldata header) external {
        Stored storage c = _challenges[id];
        if (c.phase != Phase.Created) revert WrongPhase(c.phase);
        if (block.number <= c.drawBlock || block.number > c.deadline) revert WrongPhase(c.phase);
        bytes32 hash = Draw.blockHash(c.drawBlock);
        if (hash == 0 || keccak256(header) != hash) revert Draw.BadHeader();
        c.seed = keccak256(abi.encode(Draw.prevRandao(header), block.chainid, address(this), id));
        c.phase = Phase.Commit;
        c.deadline = uint64(block.timestamp) + _terms[id].commitWindow;
        emit Drawn(id, c.seed, c.deadline);
    }

    /// Publishes drawn groups from firstSlot on, with their salts and proofs.
    /// Repeating one is harmless. A malformed group does not count as revealed.
    /// Anyone may call it, but no contract: what is revealed has to stand in the
    /// transaction itself, where everybody can read it, not in a call that only a
    /// tracing node sees.
    function revealTest(
        uint256 id,
        uint256 firstSlot,
        bytes32[] calldata salts,
        bytes32[][] calldata proofs,
        bytes[] calldata payloads
    ) external {
        if (msg.sender != tx.origin || msg.sender.code.length != 0) revert NotDirect();
        Stored storage c = _challenges[id];
        StoredTerms storage t = _terms[id];
        if (c.phase == Phase.Commit && block.timestamp > c.deadline && c.commits > 0) {
            c.phase = Phase.TestReveal;
            c.deadline += t.revealWindow;
        }
        if (c.phase != Phase.TestReveal || block.timestamp > c.deadline) revert WrongPhase(c.phase);
        uint256 fresh = 0;
        IEvaluator evaluator = IEvaluator(t.evaluator);
        for (uint256 i = 0; i < payloads.length; i++) {
            uint256 slot = firstSlot + i;
            if (payloads[i].length != evaluator.groupBytes(t.features, t.groupSize)) revert BadGroup(slot);
            _checkGroup(c, t, slot, salts[i], proofs[i], payloads[i]);
            if (!evaluator.checkGroup(payloads[i], t.features, t.classes, t.groupSize)) revert BadGroup(slot);
            if (_mark(_revealedSlots[id], slot)) fresh++;
        }
        c.revealed += uint32(fresh);
        emit TestRevealed(id, firstSlot, payloads.length, c.revealed);
        if (c.revealed == t.drawn) {
            c.phase = Phase.Claim;
            c.deadline = uint64(block.timestamp) + t.claimWindow;
        }
    }

    // ---- the solvers

    /// Commits to a model: keccak(chain, market, challenge, sender, modelHash, salt).
    function commit(uint256 id, bytes32 commitment) external payable returns (uint256 entry) {
        Stored storage c = _challenges[id];
        if (c.phase != Phase.Commit || block.timestamp > c.deadline) revert WrongPhase(c.phase);
        if (msg.value != _terms[id].commitBond) revert WrongValue(_terms[id].commitBond);
        entry = _entries[id].length;
        Entry storage e = _entries[id].push();
        e.solver = msg.sender;
        e.status = Status.Committed;
        e.commitment = commitment;
        c.commits++;
        emit Committed(id, entry, msg.sender, commitment);
    }

    /// Claims that the committed model gives count right answers. Of equal
    /// claims the earlier commit ranks first. A false claim loses its bond.
    function claim(uint256 id, uint256 entry, bytes32 modelHash, bytes32 salt, uint256 count) external payable {
        Stored storage c = _challenges[id];
        StoredTerms storage t = _terms[id];
        if (c.phase != Phase.Claim || block.timestamp > c.deadline) revert WrongPhase(c.phase);
        if (msg.value != t.claimBond) revert WrongValue(t.claimBond);
        Entry storage e = _entries[id][entry];
        if (e.solver != msg.sender || e.status != Status.Committed) revert NotAllowed();
        if (commitmentOf(id, msg.sender, modelHash, salt) != e.commitment) revert NotAllowed();
        if (count < c.accuracyThreshold || count > uint256(t.drawn) * t.groupSize) revert BadTerms("count");
        e.status = Status.Claimed;
        e.modelHash = modelHash;
        e.claimed = uint32(count);
        _ranking[id].add(count, entry);
        emit Claimed(id, entry, msg.sender, count);
    }

    /// Publishes the model of the best remaining claim, in its turn; a large one
    /// in parts, whose form the evaluator decides. The turn is as long for all.
    function revealModel(uint256 id, uint256 entry, bytes calldata part) external {
        Stored storage c = _challenges[id];
        StoredTerms storage t = _terms[id];
        _enterEvaluate(id, c, t);
        if (c.phase != Phase.Evaluate || c.winner != 0 || block.timestamp > c.deadline) revert WrongPhase(c.phase);
        if (_ranking[id].top() != entry) revert NotYourTurn(entry);
        Entry storage e = _entries[id][entry];
        bool first = e.status == Status.Claimed;
        if (e.solver != msg.sender || !(first || e.status == Status.Loading)) revert NotAllowed();
        bytes32 modelHash = e.modelHash;
        (bytes32 next, bool done) =
            IEvaluator(t.evaluator).load(contextOf(id, entry), modelHash, first, part, t.features, t.classes);
        if (next != modelHash) e.modelHash = next;
        e.status = done ? Status.Revealed : Status.Loading;
        if (!done) {
            emit ModelPart(id, entry, next);
            return;
        }
        c.deadline = uint64(block.timestamp) + t.turnWindow;
        emit ModelRevealed(id, entry, next);
    }

    /// Evaluates the revealed model on drawn groups from firstSlot on. Anyone
    /// may call it; groups already counted are skipped, so it can be resumed.
    /// The program is what the evaluator made of the model: for most, the model.
    function evaluate(
        uint256 id,
        uint256 entry,
        bytes calldata program,
        uint256 firstSlot,
        bytes32[] calldata salts,
        bytes32[][] calldata proofs,
        bytes[] calldata payloads,
        bytes[] calldata hints
    ) external {
        Stored storage c = _challenges[id];
        StoredTerms storage t = _terms[id];
        if (c.phase != Phase.Evaluate || block.timestamp > c.deadline) revert WrongPhase(c.phase);
        Entry storage e = _entries[id][entry];
        if (e.status != Status.Revealed || keccak256(program) != e.modelHash) revert NotAllowed();
        bool[] memory fresh = new bool[](payloads.length);
        uint256 n = 0;
        for (uint256 i = 0; i < payloads.length; i++) {
            _checkGroup(c, t, firstSlot + i, salts[i], proofs[i], payloads[i]);
            fresh[i] = _mark(_seenSlots[id][entry], firstSlot + i);
            if (fresh[i]) n++;
        }
        if (n == 0) revert NothingToDo();
        e.right += uint32(_count(t, program, firstSlot, payloads, hints, fresh, n));
        e.seen += uint32(n);
        emit Evaluated(id, entry, n, e.right, e.seen);
        uint256 reachable = e.right + uint256(t.drawn - e.seen) * t.groupSize;
        if (e.seen == t.drawn || reachable < c.accuracyThreshold) _conclude(id, c, t, e, entry);
    }

    // ---- closing and money

    /// Carries out what a passed deadline or a finished evaluation entails.
    function finalize(uint256 id) external {
        Stored storage c = _challenges[id];
        StoredTerms storage t = _terms[id];
        _enterEvaluate(id, c, t);
        if (c.phase == Phase.Created && block.number > c.deadline) {
            _pay(address(0), t.organiserBond);
            return _close(id, c, Outcome.DrawMissed);
        }
        if (c.phase == Phase.Evaluate && c.winner != 0) return _payWinner(id, c, t);
        if (c.phase == Phase.None || c.phase == Phase.Created || c.phase == Phase.Closed) revert NothingToDo();
        if (block.timestamp <= c.deadline) revert NothingToDo();
        if (c.phase == Phase.Commit && c.commits > 0) {
            // nothing was revealed yet: the reveal's deadline counts
            if (block.timestamp <= c.deadline + t.revealWindow) revert NothingToDo();
            c.phase = Phase.TestReveal;
        }
        if (c.phase == Phase.TestReveal) {
            // each committer may take at most its own bond's worth; the rest is burned
            uint256 each = _slashShare(c, t);
            _pay(address(0), t.organiserBond - each * c.commits);
            return _close(id, c, Outcome.NotRevealed);
        }
        if (c.phase == Phase.Evaluate && _ranking[id].length > 0) {
            uint256 entry = _ranking[id].top();
            _fail(id, c, t, _entries[id][entry], entry);
            if (c.winner != 0) return _payWinner(id, c, t);
            if (_ranking[id].length > 0) return;
        }
        balance[address(0)][c.owner] += t.organiserBond;
        _pay(address(0), c.pot);
        c.pot = 0;
        _close(id, c, Outcome.NoWinner);
    }

    /// Moves an entry's bonds to its solver's balance once the challenge is closed.
    function claimBond(uint256 id, uint256 entry) external {
        Stored storage c = _challenges[id];
        StoredTerms storage t = _terms[id];
        if (c.phase != Phase.Closed) revert WrongPhase(c.phase);
        Entry storage e = _entries[id][entry];
        if (e.status == Status.Settled || e.status == Status.None) revert NothingToDo();
        uint256 amount = t.commitBond;
        bool told = e.status == Status.Claimed || e.status == Status.Loading || e.status == Status.Revealed;
        if (told || (e.status == Status.Counted && e.right >= e.claimed)) amount += t.claimBond;
        if (c.outcome == Outcome.NotRevealed) amount += _slashShare(c, t);
        e.status = Status.Settled;
        balance[address(0)][e.solver] += amount;
    }

    /// Moves a sponsor's share of a reward that nobody won to their balance.
    function refund(uint256 id, address sponsor) external guarded {
        Stored storage c = _challenges[id];
        if (c.phase != Phase.Closed || c.outcome == Outcome.Won) revert WrongPhase(c.phase);
        uint256 amount = contribution[id][sponsor];
        if (amount == 0) revert NothingToDo();
        contribution[id][sponsor] = 0;
        balance[_terms[id].token][sponsor] += amount;
    }

    /// Pays the caller's balance in a token out, or in ether (the zero address).
    function withdraw(address token) external guarded {
        uint256 amount = balance[token][msg.sender];
        if (amount == 0) revert NothingToDo();
        balance[token][msg.sender] = 0;
        emit Withdrawn(msg.sender, token, amount);
        if (token == address(0)) _pay(msg.sender, amount);
        else Token.send(token, msg.sender, amount);
    }

    // ---- views

    function getChallenge(uint256 id) external view returns (Challenge memory) {
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

    function getTerms(uint256 id) external view returns (Terms memory) {
        StoredTerms storage t = _terms[id];
        return Terms({
            datasetHash: _challenges[id].datasetHash,
            groups: t.groups,
            drawn: t.drawn,
            groupSize: t.groupSize,
            features: t.features,
            classes: t.classes,
            drawDelay: t.drawDelay,
            evaluator: t.evaluator,
            token: t.token,
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

    function getEntry(uint256 id, uint256 entry) external view returns (Entry memory) {
        return _entries[id][entry];
    }

    function entryCount(uint256 id) external view returns (uint256) {
        return _entries[id].length;
    }

    /// The entry whose turn it is; reverts if none is left.
    function leader(uint256 id) external view returns (uint256) {
        if (_ranking[id].length == 0) revert NothingToDo();
        return _ranking[id].top();
    }

    /// The group that slot 0 to drawn-1 stands for, once drawn.
    function groupOf(uint256 id, uint256 slot) external view returns (uint256) {
        if (_challenges[id].seed == 0 || slot >= _terms[id].groups) revert NothingToDo();
        return Draw.permute(_challenges[id].seed, slot, _terms[id].groups);
    }

    function isRevealed(uint256 id, uint256 slot) external view returns (bool) {
        return _revealedSlots[id][slot >> 8] >> (slot & 255) & 1 == 1;
    }

    function isSeen(uint256 id, uint256 entry, uint256 slot) external view returns (bool) {
        return _seenSlots[id][entry][slot >> 8] >> (slot & 255) & 1 == 1;
    }

    function commitmentOf(uint256 id, address solver, bytes32 modelHash, bytes32 salt) public view returns (bytes32) {
        return keccak256(abi.encode(block.chainid, address(this), id, solver, modelHash, salt));
    }

    /// What an evaluation is of, for evaluators that need randomness: the drawn
    /// data by the tree's root and the seed.
    function contextOf(uint256 id, uint256 entry) public view returns (bytes32) {
        Stored storage c = _challenges[id];
        return keccak256(abi.encode(block.chainid, address(this), id, entry, c.datasetHash, c.seed));
    }

    // ---- parts

    /// The claims' deadline has passed: the best claim's turn begins.
    function _enterEvaluate(uint256 id, Stored storage c, StoredTerms storage t) private {
        if (c.phase == Phase.Claim && block.timestamp > c.deadline && _ranking[id].length > 0) {
            c.phase = Phase.Evaluate;
            c.deadline += t.turnWindow;
        }
    }

    /// Counts the fresh groups. If somebody else has evaluated some of them in
    /// the meantime, the others are counted one by one: to front-run an
    /// evaluation with one of its groups must not undo it.
    function _count(
        StoredTerms storage t,
        bytes calldata program,
        uint256 firstSlot,
        bytes[] calldata payloads,
        bytes[] calldata hints,
        bool[] memory fresh,
        uint256 n
    ) private view returns (uint256 right) {
        IEvaluator evaluator = IEvaluator(t.evaluator);
        if (n == payloads.length) return evaluator.count(program, firstSlot, payloads, hints, t.groupSize);
        bytes[] memory one = new bytes[](1);
        bytes[] memory hint = new bytes[](hints.length == 0 ? 0 : 1);
        for (uint256 i = 0; i < payloads.length; i++) {
            if (!fresh[i]) continue;
            one[0] = payloads[i];
            if (hint.length == 1) hint[0] = hints[i];
            right += evaluator.count(program, firstSlot + i, one, hint, t.groupSize);
        }
    }

    /// The model's count is known, or can no longer reach what is needed.
    function _conclude(uint256 id, Stored storage c, StoredTerms storage t, Entry storage e, uint256 entry) private {
        if (e.seen < t.drawn || e.right < c.accuracyThreshold) return _fail(id, c, t, e, entry);
        e.status = Status.Counted;
        if (e.right < e.claimed) {
            c.pot += t.claimBond;
            emit EntryFailed(id, entry, e.claimed, e.right);
            _ranking[id].removeTop();
            _ranking[id].add(e.right, entry);
        }
        _nextTurn(id, c, t);
    }

    /// The entry whose turn it was drops out and loses its claim's bond.
    function _fail(uint256 id, Stored storage c, StoredTerms storage t, Entry storage e, uint256 entry) private {
        e.status = Status.Lied;
        c.pot += t.claimBond;
        emit EntryFailed(id, entry, e.claimed, e.right);
        _ranking[id].removeTop();
        _nextTurn(id, c, t);
    }

    function _nextTurn(uint256 id, Stored storage c, StoredTerms storage t) private {
        if (_ranking[id].length > 0) {
            uint256 top = _ranking[id].top();
            if (_entries[id][top].status == Status.Counted) c.winner = uint32(top + 1);
            else c.deadline = uint64(block.timestamp) + t.turnWindow;
        } else {
            c.deadline = 0; // without claims left, finalize may close it at once
        }
    }

    function _payWinner(uint256 id, Stored storage c, StoredTerms storage t) private {
        address solver = _entries[id][c.winner - 1].solver;
        balance[t.token][solver] += c.reward;
        balance[address(0)][solver] += c.pot;
        balance[address(0)][c.owner] += t.organiserBond;
        c.pot = 0;
        c.phase = Phase.Closed;
        c.outcome = Outcome.Won;
        emit Finalized(id, Outcome.Won, c.winner - 1, solver, c.reward);
    }

    function _close(uint256 id, Stored storage c, Outcome outcome) private {
        c.phase = Phase.Closed;
        c.outcome = outcome;
        emit Finalized(id, outcome, type(uint256).max, address(0), 0);
    }

    function _slashShare(Stored storage c, StoredTerms storage t) private view returns (uint256) {
        // At least half burns, or an organiser's own commits would win it back.
        uint256 each = t.organiserBond / 2 / c.commits;
        return each < t.commitBond ? each : t.commitBond;
    }

    /// The payload is what the organiser committed to for the slot. Its form was
    /// checked when it was revealed: a slot that is evaluated was revealed before.
    function _checkGroup(
        Stored storage c,
        StoredTerms storage t,
        uint256 slot,
        bytes32 salt,
        bytes32[] calldata proof,
        bytes calldata payload
    ) private view {
        uint256 groups = t.groups;
        if (slot >= t.drawn) revert BadProof(slot);
        uint256 index = Draw.permute(c.seed, slot, groups);
        bytes32 leaf = keccak256(abi.encodePacked(bytes1(0x00), index, salt, payload));
        if (!Draw.inTree(c.datasetHash, leaf, index, groups, proof)) revert BadProof(slot);
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
    function _receive(address token, uint256 amount, uint256 bond) private returns (uint256 received) {
        uint256 ether_ = token == address(0) ? amount + bond : bond;
        if (msg.value != ether_) revert WrongValue(ether_);
        return token == address(0) ? amount : Token.take(token, msg.sender, amount);
    }

    function _pay(address to, uint256 amount) private {
        if (amount == 0) return;
        (bool ok,) = to.call{value: amount}("");
        if (!ok) revert Token.TransferFailed();
    }
}
