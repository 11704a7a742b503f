// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @title What a market of challenges says: its states, its errors, its events.
interface IMarket {
    /// @notice Where a challenge stands; Market.sol draws how one leads to the next.
    enum Phase { None, Created, Commit, Reveal, Claim, Evaluate, Closed }

    /// @notice How a challenge ended.
    enum Outcome { Open, Won, NoWinner, Cancelled, DrawMissed, NotRevealed }

    /// @notice Where an entry stands. Slashed: its claim was false or was not
    /// backed in time. Loading: parts of its model are in, not all.
    enum Status { None, Committed, Claimed, Revealed, Counted, Slashed, Settled, Loading }

    /// @notice What an organiser chooses. Bonds in wei, windows in seconds.
    struct Terms {
        bytes32 datasetHash; // Merkle root of the salted groups
        uint16 groups;
        uint16 holdoutGroups; // how many of them are drawn to be the hold-out
        uint16 groupSize; // vectors in a group
        uint16 features; // bytes of a vector
        uint16 classes;
        uint16 drawDelay; // blocks from creation to the block whose randomness draws
        address evaluator;
        address token; // what the reward is in; zero: ether. Bonds are in ether
        uint128 tokenPrice; // wei that 2^64 of the token's smallest units are worth; zero for ether
        uint256 accuracyThreshold; // right answers needed, of holdoutGroups * groupSize
        uint256 organiserBond;
        uint256 commitBond; // at least: what is asked grows with the reward
        uint256 claimBond; // at least
        uint32 commitWindow;
        uint32 revealWindow;
        uint32 claimWindow;
        uint32 turnWindow; // to reveal a model, and again to evaluate it
        string dataURI; // where the training groups are published after the draw
    }

    /// @notice A challenge as it stands.
    struct Challenge {
        address owner;
        bool active;
        Phase phase;
        Outcome outcome;
        uint64 drawBlock;
        uint64 deadline; // of the phase, in unix seconds; of the draw, a block number
        uint32 revealed; // hold-out groups revealed so far
        uint32 commits; // entries are 0 to commits - 1
        uint32 winner; // entry + 1
        bytes32 datasetHash;
        bytes32 seed;
        uint256 reward;
        uint256 accuracyThreshold;
        uint256 pot; // bonds lost by false claims
    }

    /// @notice A commit and what became of it.
    struct Entry {
        address solver;
        Status status;
        uint32 claimed; // right answers the solver claims
        uint32 right; // right answers the contract counted so far
        uint16 seen; // groups evaluated so far
        uint8 doublings; // of the terms' commitBond: what the entry's bond is
        bytes32 commitment;
        bytes32 modelHash; // from the first part of the model on, what the evaluator makes of it
    }

    /// @notice What a verdict that is reached elsewhere has to know of an entry.
    struct Case {
        address solver;
        Status status;
        bytes32 modelHash;
        bytes32 datasetHash;
        bytes32 seed;
        uint64 deadline; // of the turn, in unix seconds
        uint32 turnWindow;
        uint16 groups;
        uint16 holdoutGroups;
        uint16 groupSize;
        uint16 features;
        uint16 classes;
    }

    /// @notice What a verdict that is reached elsewhere has to know of an entry.
    /// @param id The challenge.
    /// @param entry The entry.
    /// @return The case.
    function caseOf(uint256 id, uint256 entry) external view returns (Case memory);

    /// @notice The caller may not do that to this entry or challenge.
    error NotAllowed();

    /// @notice The call belongs to another phase or, within the phase, comes too early or too late.
    /// @param phase The phase that is recorded.
    error WrongPhase(Phase phase);

    /// @notice A term is out of its limits.
    /// @param field Which.
    error BadTerms(string field);

    /// @notice The value sent along is not what the call asks for.
    /// @param want What it asks for, in wei; commit takes doublings of it too.
    error WrongValue(uint256 want);

    /// @notice The challenge of this number is not the one that was meant: the chain
    /// may have taken blocks back and given the number to another.
    error WrongChallenge();

    /// @notice A group is not proven to be the one that was drawn for its slot.
    /// @param slot The slot.
    error BadProof(uint256 slot);

    /// @notice A group, or the number of them, is malformed.
    /// @param slot The slot, or the first of several.
    error BadGroup(uint256 slot);

    /// @notice Another entry leads.
    /// @param entry The entry that was named.
    error NotYourTurn(uint256 entry);

    /// @notice The call would change nothing.
    error NothingToDo();

    /// @notice A token has called back in the middle of its own transfer.
    error Reentered();

    /// @notice Hold-outs and models are revealed by transactions of an account without code
    /// only: they have to stand where everybody can read them.
    error NotDirect();

    /// @notice A transfer failed, or moved nothing, or the challenge would hold more
    /// than can be counted.
    error TransferFailed();

    /// @notice A challenge was opened.
    /// @param id Its number.
    /// @param owner The organiser.
    /// @param datasetHash The Merkle root of its groups.
    /// @param reward What arrived for its reward.
    /// @param drawBlock The block whose randomness draws the hold-out.
    event ChallengeCreated(
        uint256 indexed id, address indexed owner, bytes32 datasetHash, uint256 reward, uint64 drawBlock
    );

    /// @notice A sponsor added to a reward.
    /// @param id The challenge.
    /// @param sponsor Who.
    /// @param amount What arrived.
    event Funded(uint256 indexed id, address indexed sponsor, uint256 amount);

    /// @notice The organiser called a challenge off.
    /// @param id The challenge.
    event Cancelled(uint256 indexed id);

    /// @notice The hold-out was drawn.
    /// @param id The challenge.
    /// @param seed What the permutation of the groups is keyed by.
    /// @param commitDeadline Until when commits are taken, in unix seconds.
    event Drawn(uint256 indexed id, bytes32 seed, uint64 commitDeadline);

    /// @notice A solver committed to a model.
    /// @param id The challenge.
    /// @param entry The number of the commit.
    /// @param solver Who.
    /// @param commitment What binds the model.
    event Committed(uint256 indexed id, uint256 indexed entry, address indexed solver, bytes32 commitment);

    /// @notice Groups of the hold-out were revealed by this transaction.
    /// @param id The challenge.
    /// @param firstSlot The slot of the first of them.
    /// @param slots How many.
    /// @param revealed How many are revealed in all.
    event HoldoutRevealed(uint256 indexed id, uint256 firstSlot, uint256 slots, uint256 revealed);

    /// @notice A solver opened a commit and claims a count.
    /// @param id The challenge.
    /// @param entry The commit.
    /// @param solver Who.
    /// @param count The right answers claimed.
    event Claimed(uint256 indexed id, uint256 indexed entry, address indexed solver, uint256 count);

    /// @notice A part of a model came in; more follow.
    /// @param id The challenge.
    /// @param entry The commit.
    /// @param digest What the next part is read against.
    event ModelPart(uint256 indexed id, uint256 indexed entry, bytes32 digest);

    /// @notice A model is public as a whole.
    /// @param id The challenge.
    /// @param entry The commit.
    /// @param modelHash The hash of the program that evaluate takes.
    event ModelRevealed(uint256 indexed id, uint256 indexed entry, bytes32 modelHash);

    /// @notice Groups were evaluated.
    /// @param id The challenge.
    /// @param entry The commit.
    /// @param groups How many were new.
    /// @param right Right answers so far.
    /// @param seen Groups so far.
    event Evaluated(uint256 indexed id, uint256 indexed entry, uint256 groups, uint256 right, uint256 seen);

    /// @notice An entry's claim was false, or was not backed in time: its bond is lost.
    /// @param id The challenge.
    /// @param entry The commit.
    /// @param claimed What it claimed.
    /// @param right What the contract counted.
    event EntrySlashed(uint256 indexed id, uint256 indexed entry, uint256 claimed, uint256 right);

    /// @notice A challenge ended.
    /// @param id The challenge.
    /// @param outcome How.
    /// @param entry The winning commit, or 2^256 - 1.
    /// @param winner Its solver, or zero.
    /// @param paid The reward.
    event Finalized(
        uint256 indexed id, Outcome outcome, uint256 indexed entry, address indexed winner, uint256 paid
    );

    /// @notice Ether was paid out.
    /// @param from Whose balance it was.
    /// @param amount How much, in wei.
    event Withdrawn(address indexed from, uint256 amount);

    /// @notice Tokens were paid out.
    /// @param id The challenge whose reward they were.
    /// @param from Whose credit it was.
    /// @param to Where they went.
    /// @param credit By how much the credit shrank.
    /// @param arrived How many arrived.
    event TokenWithdrawn(uint256 indexed id, address indexed from, address to, uint256 credit, uint256 arrived);
}
