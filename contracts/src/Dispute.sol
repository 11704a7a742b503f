// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Draw} from "./Draw.sol";
import {IEvaluator} from "./IEvaluator.sol";
import {IMarket} from "./IMarket.sol";
import {Network} from "./Network.sol";
import {Trees} from "./Trees.sol";

/// @title A verdict by assertion and dispute, at a cost that does not grow with the
/// network. Who claims says of each example whether the model is right about it;
/// anybody may dispute one of these, and only who disputes can prove, one byte of one
/// tensor, that the claimant computed it wrongly. docs/PROTOCOL.md has the game.
///
///   a claim   None --assertRight--> Open --window over, no game left--> final
///                                    |
///                                    +--a game is lost by the claimant--> Lost
///
///   a game    Listing --list--> Choosing --choose--> Opening --open--> Choosing
///             (claimant's turn) (challenger's)      (claimant's)         |
///                                                                        +--prove--> the claimant has lost
///   Whoever's clock runs out, or who concedes, has lost. A game that nobody has ended as long again
///   after both clocks of the last one have run out holds the verdict up no longer.
///
/// @dev It holds the money of games, and no money of challenges. There is no administrator.
/// Where hold-out and models stand is for who inherits: CalldataDispute, BlobDispute.
abstract contract Dispute is IEvaluator {
    using Network for bytes;
    using Network for Network.Tensor;

    enum Turn { None, Listing, Choosing, Opening, Closed }

    /// What moves have to show of a claim; only its hash is stored.
    struct Facts {
        bytes32 datasetHash;
        bytes32 seed;
        bytes32 modelHash;
        bytes32 blobs; // the hash over those of the blobs that the model stands in; zero: it stands in calldata
        bytes32 bitmapHash;
        uint256 groups;
        uint256 groupSize;
        uint256 features;
        uint256 classes;
    }

    struct Claim {
        address solver; uint40 until; uint24 right; uint24 games; // that are open
        bytes32 facts;
        uint128 bond; uint32 clock; uint32 moves; bool lost; // moves: of challengers, in games that are open
        uint128 perMove; // once lost: what each of those moves gets back
    }

    struct Game {
        address challenger; Turn turn; uint40 since; uint8 tensor; uint8 opened; uint8 left; // levels
        bytes32 claim;
        bytes32 list; // the root over the roots of all tensors
        bytes32 node; // the one whose children were opened last
        uint24 example; uint32 index; uint16 chosen; uint32 usedByClaimant; uint32 usedByChallenger; uint32 moves; uint8 listed; uint8 depth;
    }

    /// @notice The claim or game is not there, or not as the call takes it to be.
    error NotThere();

    /// @notice It is not the caller's turn, or too early, or too late.
    error NotNow();

    /// @notice What was shown proves nothing.
    error NotProven();

    /// @notice The value sent along is not what the call asks for.
    /// @param want What it asks for, in wei.
    error WrongValue(uint256 want);

    event Asserted(bytes32 indexed claim, address indexed solver, address market, uint256 id, uint256 entry, Facts facts, bytes bitmap, uint256 until);
    event Disputed(bytes32 indexed claim, bytes32 indexed game, address challenger, uint256 example);
    event Listed(bytes32 indexed game, bytes32[] roots);
    event Chosen(bytes32 indexed game, uint256 chosen);
    event Opened(bytes32 indexed game, bytes32[] children);
    event Ended(bytes32 indexed game, bool claimantLost);
    event Withdrawn(address indexed who, uint256 amount);

    // The operations that whoever checks is taken to compute: two cores without vector instructions do nearly twice as many of any network.
    uint256 private constant PER_NANOSECOND = 1;
    uint256 private constant STEP = 5; // levels that are opened at once, at most
    uint256 private constant MOVE_GAS = 300_000; // what a challenger's move is reckoned at

    /// @notice The bond of a claim and of a game, in wei, are for so much gas at this price.
    uint256 public immutable gasPrice;
    uint256 private constant CLAIM_GAS = 100_000_000; // a hundred whole games
    uint256 private constant GAME_GAS = 1_000_000; // twice what a claimant sends in one

    mapping(bytes32 => Claim) private _claims;
    mapping(bytes32 => Game) internal _games;
    /// @notice What an account may withdraw, in wei.
    mapping(address => uint256) public balance;

    /// @param gasPrice_ A high price of gas, in wei; not zero.
    constructor(uint256 gasPrice_) {
        if (gasPrice_ == 0 || gasPrice_ > 1 ether) revert WrongValue(1);
        gasPrice = gasPrice_;
    }

    // ---- what the market asks

    /// @inheritdoc IEvaluator
    function lanes() external pure returns (uint256) {
        return 1;
    }

    /// @notice Nothing is computed in place.
    function count(bytes calldata, uint256, bytes calldata, bytes calldata, uint256) external pure returns (uint256) {
        revert NotThere();
    }

    /// @inheritdoc IEvaluator
    function verdict(uint256 id, uint256 entry) external view returns (Stage, uint256) {
        Claim storage c = _claims[claimOf(msg.sender, id, entry)];
        if (c.solver == address(0)) return (Stage.None, 0);
        if (c.lost) return (Stage.Final, 0);
        uint256 until = c.until;
        if (c.games != 0) until += 3 * uint256(c.clock); // both clocks of the last game, and as long again to end it
        if (block.timestamp <= until) return (Stage.Pending, 0);
        return (Stage.Final, c.right);
    }

    // ---- the claimant

    /// @notice Says of every example of the hold-out whether the model is right about it.
    /// The value is the bond, which claimBond says. Each side of a game then has the turn's
    /// window for all its moves together, and games can be opened for as long.
    /// @param market The market.
    /// @param id The challenge.
    /// @param entry The entry, whose turn it is, and whose model is revealed.
    /// @param bitmap Bit i % 8 of byte i / 8 is example i.
    /// @param program What the model was loaded as.
    function assertRight(IMarket market, uint256 id, uint256 entry, bytes calldata bitmap, bytes calldata program) external payable {
        IMarket.Case memory k = market.caseOf(id, entry);
        if (msg.sender != k.solver || k.status != IMarket.Status.Revealed || block.timestamp > k.deadline) revert NotNow();
        if (msg.value != claimBond()) revert WrongValue(claimBond());
        bytes32 key = claimOf(address(market), id, entry);
        Claim storage c = _claims[key];
        if (c.solver != address(0)) revert NotNow();
        (bytes32 modelHash, bytes32 blobs) = _loaded(k.modelHash, program);
        Facts memory f = Facts(k.datasetHash, k.seed, modelHash, blobs, keccak256(bitmap), k.groups, k.groupSize, k.features, k.classes);
        c.solver = msg.sender;
        c.until = uint40(block.timestamp + k.turnWindow);
        c.right = uint24(_ones(bitmap, uint256(k.holdoutGroups) * k.groupSize));
        c.facts = keccak256(abi.encode(f));
        c.bond = uint128(msg.value);
        c.clock = k.turnWindow;
        emit Asserted(key, msg.sender, address(market), id, entry, f, bitmap, c.until);
    }

    /// @notice Commits to every tensor of the example that is disputed.
    /// @param game The game.
    /// @param roots The root of each tensor.
    function list(bytes32 game, bytes32[] calldata roots) external {
        Game storage g = _games[game];
        Claim storage c = _move(g, Turn.Listing);
        if (msg.sender != c.solver) revert NotNow();
        if (roots.length < 2 || roots.length > 255) revert NotProven();
        bytes32 root = Trees.ofNodes(roots);
        g.list = root;
        g.node = root;
        g.listed = uint8(roots.length);
        g.depth = uint8(Trees.depth(32 * roots.length));
        g.turn = Turn.Choosing;
        emit Listed(game, roots);
    }

    /// @notice Opens the node that was chosen.
    /// @param game The game.
    /// @param siblings What proves it under the node that was opened before, the lowest first.
    /// @param children The nodes as many levels below it as are opened at once.
    function open(bytes32 game, bytes32[] calldata siblings, bytes32[] calldata children) external {
        Game storage g = _games[game];
        Claim storage c = _move(g, Turn.Opening);
        if (msg.sender != c.solver) revert NotNow();
        uint256 left = g.left;
        uint256 levels = (left + STEP - 1) % STEP + 1; // the first opening is the odd one
        if (siblings.length != g.opened || children.length != 1 << levels) revert Trees.BadTree();
        bytes32 node = Trees.ofNodes(children);
        if (Trees.above(node, g.chosen, siblings) != g.node) revert Trees.BadTree();
        g.node = node;
        g.opened = uint8(levels);
        g.left = uint8(left - levels);
        g.turn = Turn.Choosing;
        emit Opened(game, children);
    }

    /// @notice Takes the bond of a claim back that stood.
    /// @param key The claim.
    function release(bytes32 key) external {
        Claim storage c = _claims[key];
        if (c.lost || c.bond == 0 || c.games != 0 || block.timestamp <= c.until) revert NotNow();
        balance[c.solver] += c.bond;
        c.bond = 0;
    }

    // ---- the challenger

    /// @notice Disputes that the model is right about an example. The value is the bond,
    /// which gameBond says.
    /// @param key The claim.
    /// @param facts What was asserted, as the caller knows it.
    /// @param bitmap The claim's.
    /// @param example The example, whose bit is set.
    /// @param nonce Tells games of one challenger about one example apart.
    /// @return game The game.
    function dispute(bytes32 key, Facts calldata facts, bytes calldata bitmap, uint256 example, uint256 nonce)
        external
        payable
        returns (bytes32 game)
    {
        Claim storage c = _claims[key];
        if (c.facts != keccak256(abi.encode(facts)) || keccak256(bitmap) != facts.bitmapHash) revert NotThere();
        if (c.lost || block.timestamp > c.until) revert NotNow();
        if (msg.value != gameBond()) revert WrongValue(gameBond());
        if (uint8(bitmap[example / 8]) >> example % 8 & 1 == 0) revert NotThere();
        game = keccak256(abi.encode(key, c.facts, msg.sender, example, nonce));
        Game storage g = _games[game];
        if (g.turn != Turn.None) revert NotThere();
        g.challenger = msg.sender;
        g.turn = Turn.Listing;
        g.since = uint40(block.timestamp);
        g.claim = key;
        g.example = uint24(example);
        g.moves = 1;
        c.games++;
        c.moves++;
        emit Disputed(key, game, msg.sender, example);
    }

    /// @notice Chooses the first tensor that is wrong.
    /// @param game The game.
    /// @param list_ The list's root, as the caller knows it.
    /// @param facts The claim's.
    /// @param header The network's.
    /// @param weightsRoot The root of its weights.
    /// @param tensor Its number.
    function chooseTensor(bytes32 game, bytes32 list_, Facts calldata facts, bytes calldata header, bytes32 weightsRoot, uint256 tensor)
        external
    {
        Game storage g = _games[game];
        Claim storage c = _choose(game, g, list_, tensor);
        _check(c, facts, header, weightsRoot);
        uint256 depth = Trees.depth(Network.size(header.read(tensor)));
        if (tensor >= header.tensors() || g.left != 0 || g.opened != 0 || depth == 0) revert NotNow();
        g.tensor = uint8(tensor);
        g.left = uint8(depth);
        g.opened = uint8(g.depth);
    }

    /// @notice Chooses a child that is wrong.
    /// @param game The game.
    /// @param node The node whose children were opened last, as the caller knows it.
    /// @param child Which of them.
    function choose(bytes32 game, bytes32 node, uint256 child) external {
        Game storage g = _games[game];
        _choose(game, g, node, child);
        if (g.left == 0 || child >> g.opened != 0) revert NotNow();
        g.index = uint32(g.index << g.opened | child);
    }

    /// @notice Proves that one output of the tensor that was chosen is not what its
    /// inputs and weights give, or that what lies beyond the tensor is not zero.
    /// @param game The game.
    /// @param facts The claim's.
    /// @param header The network's.
    /// @param weightsRoot The root of its weights.
    /// @param pos The byte within the tensor; of logits, the first of four.
    /// @param word The claimant's word that holds it.
    /// @param siblings What proves the word: under the node that was opened last; of a
    /// tensor of one word, under the list's root.
    /// @param a Of the tensor that it reads.
    /// @param b Of the other one, if it is a sum.
    /// @param row Of the weights; its path is empty.
    function prove(
        bytes32 game, Facts calldata facts, bytes calldata header, bytes32 weightsRoot, uint256 tensor, uint256 pos,
        bytes32 word, bytes32[] calldata siblings,
        Network.Shown calldata a, Network.Shown calldata b, Network.Shown calldata row
    ) external {
        Game storage g = _games[game];
        if (tensor >= header.tensors()) revert NotProven();
        Network.Tensor t = header.read(tensor);
        _proving(g, facts, header, weightsRoot, tensor, pos, word, siblings, Network.size(t));
        uint256 says = uint256(word) >> 8 * (31 - pos % 32) & 255;
        if (pos < Network.size(t)) {
            if (t.op() == Network.INPUT) revert NotProven();
            if (t.op() == Network.LOGITS) {
                if (pos % 4 != 0) revert NotProven();
                says = uint256(word) >> 8 * (28 - pos % 32) & 0xffffffff;
            }
            if (says == header.output(g.list, weightsRoot, t, pos, a, b, row)) revert NotProven();
        } else if (says == 0) {
            revert NotProven();
        }
        _end(game, g, true);
    }

    /// @notice Proves that a byte of the input is not the hold-out's.
    /// @param group The example's, as it was revealed; the other parameters are prove's.
    function proveInput(
        bytes32 game, Facts calldata facts, bytes calldata header, bytes32 weightsRoot, uint256 pos,
        bytes32 word, bytes32[] calldata siblings, Group calldata group
    ) external {
        Game storage g = _games[game];
        Network.Tensor t = header.read(0);
        _proving(g, facts, header, weightsRoot, 0, pos, word, siblings, Network.size(t));
        if (pos >= facts.features) revert NotProven();
        uint256 i = _grouped(g, facts, group) * facts.features + pos % t.channels() * (t.height() * t.width()) + pos / t.channels();
        if (uint256(word) >> 8 * (31 - pos % 32) & 255 == _shown(group.payload, i)) revert NotProven();
        _end(game, g, true);
    }

    /// @notice Proves that the claimant did not list as many roots as there are tensors.
    function proveList(bytes32 game, Facts calldata facts, bytes calldata header, bytes32 weightsRoot) external {
        Game storage g = _games[game];
        Claim storage c = _move(g, Turn.Choosing);
        if (msg.sender != g.challenger) revert NotNow();
        _check(c, facts, header, weightsRoot);
        if (g.listed == header.tensors()) revert NotProven();
        _end(game, g, true);
    }

    /// A group of the hold-out, as it was revealed.
    struct Group {
        bytes32 salt;
        bytes32[] proof;
        bytes payload; // of a group in blobs their hashes, and what opens the one that counts
    }

    /// @notice Proves that the largest of the claimant's logits is not the label's.
    /// @param siblings What proves the logits' root under the list's.
    /// @param logits All words of the logits.
    /// @param group The example's; the other parameters are prove's.
    function proveClass(
        bytes32 game, Facts calldata facts, bytes calldata header, bytes32 weightsRoot,
        bytes32[] calldata siblings, bytes calldata logits, Group calldata group
    ) external {
        Game storage g = _games[game];
        Claim storage c = _move(g, Turn.Choosing);
        if (msg.sender != g.challenger) revert NotNow();
        _check(c, facts, header, weightsRoot);
        uint256 last = header.tensors() - 1;
        if (siblings.length != g.depth || logits.length != 32 << Trees.depth(4 * facts.classes)) revert Trees.BadTree();
        if (Trees.above(Trees.ofBytes(logits, logits.length), last, siblings) != g.list) revert Trees.BadTree();
        uint256 best = 0;
        int256 most = type(int256).min;
        for (uint256 j = 0; j < facts.classes; j++) {
            int256 v = int32(uint32(bytes4(logits[4 * j:])));
            if (v > most) (most, best) = (v, j);
        }
        uint256 label = _shown(group.payload, facts.groupSize * facts.features + _grouped(g, facts, group));
        if (best == label) revert NotProven();
        _end(game, g, true);
    }

    // ---- ends and money

    /// @notice Ends a game whose clock has run out: whose turn it is has lost.
    /// @param game The game.
    function timeout(bytes32 game) external {
        Game storage g = _games[game];
        Claim storage c = _claims[g.claim];
        bool claimant = g.turn == Turn.Listing || g.turn == Turn.Opening;
        if (!claimant && g.turn != Turn.Choosing) revert NotThere();
        if (c.lost || block.timestamp - g.since + (claimant ? g.usedByClaimant : g.usedByChallenger) <= c.clock) revert NotNow();
        _end(game, g, claimant);
    }

    /// @notice Gives a game up.
    /// @param game The game, in which the caller plays.
    function concede(bytes32 game) external {
        Game storage g = _games[game];
        Claim storage c = _claims[g.claim];
        if (g.turn == Turn.None || g.turn == Turn.Closed || c.lost) revert NotThere();
        if (msg.sender != g.challenger && msg.sender != c.solver) revert NotNow();
        _end(game, g, msg.sender == c.solver);
    }

    /// @notice Pays out a game of a claim that was lost in another: its bond, and a part
    /// of the claim's for each move that its challenger made.
    /// @param game The game.
    function settle(bytes32 game) external {
        Game storage g = _games[game];
        Claim storage c = _claims[g.claim];
        if (!c.lost || g.turn == Turn.None || g.turn == Turn.Closed) revert NotThere();
        g.turn = Turn.Closed;
        balance[g.challenger] += gameBond() + g.moves * uint256(c.perMove);
        emit Ended(game, true);
    }

    /// @notice Pays out of the caller's balance.
    /// @param to Who gets it.
    function withdraw(address to) external {
        uint256 amount = balance[msg.sender];
        if (amount == 0) revert NotThere();
        balance[msg.sender] = 0;
        emit Withdrawn(msg.sender, amount);
        (bool ok,) = to.call{value: amount}("");
        if (!ok) revert NotNow();
    }

    // ---- views

    /// @notice The bond of an assertion, in wei.
    function claimBond() public view returns (uint256) {
        return CLAIM_GAS * gasPrice;
    }

    /// @notice The bond of a game, in wei.
    function gameBond() public view returns (uint256) {
        return GAME_GAS * gasPrice;
    }

    /// @notice The key of an entry's claim.
    function claimOf(address market, uint256 id, uint256 entry) public pure returns (bytes32) {
        return keccak256(abi.encode(market, id, entry));
    }

    /// @notice A claim as it stands; without a solver there is none.
    function getClaim(bytes32 key) external view returns (Claim memory) {
        return _claims[key];
    }

    /// @notice A game as it stands.
    function getGame(bytes32 game) external view returns (Game memory) {
        return _games[game];
    }

    // ---- where data and models stand

    /// The hash that a solver commits to of a model that was loaded with such an end, and the
    /// hash over those of its blobs.
    function _loaded(bytes32 end, bytes calldata program) internal pure virtual returns (bytes32 modelHash, bytes32 blobs);

    /// What of a group that is shown was committed to.
    function _committed(bytes calldata payload) internal pure virtual returns (bytes calldata);

    /// Byte i of a group: its vectors, then its labels.
    function _shown(bytes calldata payload, uint256 i) internal view virtual returns (uint256);

    // ---- parts

    /// The header that a part of a model begins with, and the bytes of all weights that it stands for. The network takes
    /// so many values, has so many classes, and can be computed in time; behind the header there are so many bytes more, at least.
    function _header(bytes calldata part, uint256 more, uint256 time, uint256 features, uint256 classes)
        internal
        pure
        returns (bytes calldata header, uint256 weights)
    {
        if (part.length < Network.HEAD) revert BadModel();
        uint256 end = Network.HEAD + part.tensors() * Network.RECORD;
        if (part.length < end + more) revert BadModel();
        header = part[:end];
        weights = header.check(time * PER_NANOSECOND);
        if (Network.size(header.read(0)) != features || header.read(header.tensors() - 1).channels() != classes) revert BadModel();
    }

    function _modelHash(bytes calldata header, bytes32 weightsRoot) internal pure returns (bytes32) {
        return Trees.pair(keccak256(header), weightsRoot);
    }

    /// The facts and the network are the claim's.
    function _check(Claim storage c, Facts calldata facts, bytes calldata header, bytes32 weightsRoot) internal view {
        if (keccak256(abi.encode(facts)) != c.facts || _modelHash(header, weightsRoot) != facts.modelHash) revert NotThere();
    }

    /// A move is made in time: the clock of whose turn it was stops, the other's starts.
    function _move(Game storage g, Turn turn) private returns (Claim storage c) {
        if (g.turn != turn) revert NotNow();
        c = _claims[g.claim];
        if (c.lost) revert NotNow();
        uint256 used = block.timestamp - g.since;
        used += turn == Turn.Choosing ? g.usedByChallenger : g.usedByClaimant;
        if (used > c.clock) revert NotNow();
        if (turn == Turn.Choosing) g.usedByChallenger = uint32(used);
        else g.usedByClaimant = uint32(used);
        g.since = uint40(block.timestamp);
    }

    function _choose(bytes32 game, Game storage g, bytes32 node, uint256 chosen) internal returns (Claim storage c) {
        c = _move(g, Turn.Choosing);
        if (msg.sender != g.challenger) revert NotNow();
        if (g.node != node) revert NotThere();
        g.chosen = uint16(chosen);
        g.turn = Turn.Opening;
        g.moves++;
        c.moves++;
        emit Chosen(game, chosen);
    }

    /// The word is the claimant's, and holds the byte of the tensor.
    function _proving(
        Game storage g, Facts calldata facts, bytes calldata header, bytes32 weightsRoot, uint256 tensor, uint256 pos,
        bytes32 word, bytes32[] calldata siblings, uint256 size
    ) internal {
        Claim storage c = _move(g, Turn.Choosing);
        if (msg.sender != g.challenger) revert NotNow();
        _check(c, facts, header, weightsRoot);
        if (size <= 32) { // a tensor of one word stands in the list itself
            if (pos >= 32 || siblings.length != g.depth || Trees.above(word, tensor, siblings) != g.list) revert Trees.BadTree();
            return;
        }
        if (g.opened == 0 || g.left != 0 || g.tensor != tensor || pos / 32 >> g.opened != g.index) revert NotNow();
        if (siblings.length != g.opened || Trees.above(word, pos / 32, siblings) != g.node) revert Trees.BadTree();
    }

    /// The group is that of the game's example; gives its number in the group.
    function _grouped(Game storage g, Facts calldata facts, Group calldata group) private view returns (uint256) {
        uint256 slot = g.example / facts.groupSize;
        uint256 index = Draw.permute(facts.seed, slot, facts.groups);
        bytes32 leaf = keccak256(abi.encodePacked(bytes1(0x00), index, group.salt, _committed(group.payload)));
        if (group.proof.length != Draw.depth(facts.groups)) revert NotProven();
        if (!Draw.inTree(facts.datasetHash, leaf, index, group.proof)) revert NotProven();
        return g.example % facts.groupSize;
    }

    /// Of a claim that is lost a quarter goes to who has proven it, up to a quarter pays
    /// challengers' moves, of all games that were open, and the rest burns: a claimant who
    /// plays against themselves loses half and more. Of a game that its challenger has
    /// lost the bond is the claimant's.
    function _end(bytes32 game, Game storage g, bool claimantLost) internal {
        Claim storage c = _claims[g.claim];
        g.turn = Turn.Closed;
        emit Ended(game, claimantLost);
        if (!claimantLost) {
            c.games--;
            c.moves -= g.moves;
            balance[c.solver] += gameBond();
            return;
        }
        uint256 bond = c.bond;
        uint256 perMove = bond / 4 / c.moves;
        if (perMove > MOVE_GAS * gasPrice) perMove = MOVE_GAS * gasPrice;
        c.lost = true;
        c.bond = 0;
        c.perMove = uint128(perMove);
        balance[g.challenger] += gameBond() + bond / 4 + g.moves * perMove;
        (bool ok,) = address(0).call{value: bond - bond / 4 - c.moves * perMove}("");
        if (!ok) revert NotNow();
    }

    /// The number of bits that are set, of exactly so many.
    function _ones(bytes calldata bitmap, uint256 bits) private pure returns (uint256 n) {
        if (bitmap.length != (bits + 7) / 8) revert NotProven();
        if (bits % 8 != 0 && uint8(bitmap[bitmap.length - 1]) >> bits % 8 != 0) revert NotProven();
        for (uint256 pos = 0; pos < bitmap.length; pos += 32) {
            uint256 end = pos + 32 < bitmap.length ? pos + 32 : bitmap.length;
            uint256 w = uint256(bytes32(bitmap[pos:end]));
            w = w - (w >> 1 & 0x5555555555555555555555555555555555555555555555555555555555555555);
            w = (w & 0x3333333333333333333333333333333333333333333333333333333333333333)
                + (w >> 2 & 0x3333333333333333333333333333333333333333333333333333333333333333);
            w = (w + (w >> 4)) & 0x0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f;
            unchecked {
                n += (w * 0x0101010101010101010101010101010101010101010101010101010101010101) >> 248; // 256 wraps to 0
            }
            if (w == 0x0808080808080808080808080808080808080808080808080808080808080808) n += 256;
        }
    }
}
