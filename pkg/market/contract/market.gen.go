// Code generated via abigen V2 - DO NOT EDIT.
// This file is a generated binding and any manual changes will be lost.

package contract

import (
	"bytes"
	"errors"
	"math/big"

	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/accounts/abi/bind/v2"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
)

// Reference imports to suppress errors if they are not otherwise used.
var (
	_ = bytes.Equal
	_ = errors.New
	_ = big.NewInt
	_ = common.Big1
	_ = types.BloomLookup
	_ = abi.ConvertType
)

// IMarketCase is an auto generated low-level Go binding around an user-defined struct.
type IMarketCase struct {
	Solver        common.Address
	Status        uint8
	ModelHash     [32]byte
	DatasetHash   [32]byte
	Seed          [32]byte
	Deadline      uint64
	TurnWindow    uint32
	Groups        uint16
	HoldoutGroups uint16
	GroupSize     uint16
	Features      uint16
	Classes       uint16
}

// IMarketChallenge is an auto generated low-level Go binding around an user-defined struct.
type IMarketChallenge struct {
	Owner             common.Address
	Active            bool
	Phase             uint8
	Outcome           uint8
	DrawBlock         uint64
	Deadline          uint64
	Revealed          uint32
	Commits           uint32
	Winner            uint32
	DatasetHash       [32]byte
	Seed              [32]byte
	Reward            *big.Int
	AccuracyThreshold *big.Int
	Pot               *big.Int
}

// IMarketEntry is an auto generated low-level Go binding around an user-defined struct.
type IMarketEntry struct {
	Solver     common.Address
	Status     uint8
	Claimed    uint32
	Right      uint32
	Seen       uint16
	Doublings  uint8
	Commitment [32]byte
	ModelHash  [32]byte
}

// IMarketTerms is an auto generated low-level Go binding around an user-defined struct.
type IMarketTerms struct {
	DatasetHash       [32]byte
	Groups            uint16
	HoldoutGroups     uint16
	GroupSize         uint16
	Features          uint16
	Classes           uint16
	DrawDelay         uint16
	Evaluator         common.Address
	Token             common.Address
	TokenPrice        *big.Int
	AccuracyThreshold *big.Int
	OrganiserBond     *big.Int
	CommitBond        *big.Int
	ClaimBond         *big.Int
	CommitWindow      uint32
	RevealWindow      uint32
	ClaimWindow       uint32
	TurnWindow        uint32
	DataURI           string
}

// MarketMetaData contains all meta data concerning the Market contract.
var MarketMetaData = bind.MetaData{
	ABI: "[{\"inputs\":[{\"internalType\":\"address[]\",\"name\":\"evaluators_\",\"type\":\"address[]\"},{\"internalType\":\"uint32\",\"name\":\"minWindow_\",\"type\":\"uint32\"},{\"internalType\":\"uint256\",\"name\":\"minBond_\",\"type\":\"uint256\"},{\"internalType\":\"uint16\",\"name\":\"minDrawDelay_\",\"type\":\"uint16\"}],\"stateMutability\":\"nonpayable\",\"type\":\"constructor\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"slot\",\"type\":\"uint256\"}],\"name\":\"BadGroup\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"BadHeader\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"slot\",\"type\":\"uint256\"}],\"name\":\"BadProof\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"string\",\"name\":\"field\",\"type\":\"string\"}],\"name\":\"BadTerms\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"FailedDeployment\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"balance\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"needed\",\"type\":\"uint256\"}],\"name\":\"InsufficientBalance\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"NotAllowed\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"NotDirect\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"entry\",\"type\":\"uint256\"}],\"name\":\"NotYourTurn\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"NothingToDo\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"Reentered\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"token\",\"type\":\"address\"}],\"name\":\"SafeERC20FailedOperation\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"TransferFailed\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"WrongChallenge\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"enumIMarket.Phase\",\"name\":\"phase\",\"type\":\"uint8\"}],\"name\":\"WrongPhase\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"want\",\"type\":\"uint256\"}],\"name\":\"WrongValue\",\"type\":\"error\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"}],\"name\":\"Cancelled\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"owner\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"bytes32\",\"name\":\"datasetHash\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"reward\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint64\",\"name\":\"drawBlock\",\"type\":\"uint64\"}],\"name\":\"ChallengeCreated\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"entry\",\"type\":\"uint256\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"solver\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"count\",\"type\":\"uint256\"}],\"name\":\"Claimed\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"entry\",\"type\":\"uint256\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"solver\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"bytes32\",\"name\":\"commitment\",\"type\":\"bytes32\"}],\"name\":\"Committed\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"bytes32\",\"name\":\"seed\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"uint64\",\"name\":\"commitDeadline\",\"type\":\"uint64\"}],\"name\":\"Drawn\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"entry\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"claimed\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"right\",\"type\":\"uint256\"}],\"name\":\"EntrySlashed\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"entry\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"groups\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"right\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"seen\",\"type\":\"uint256\"}],\"name\":\"Evaluated\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"enumIMarket.Outcome\",\"name\":\"outcome\",\"type\":\"uint8\"},{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"entry\",\"type\":\"uint256\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"winner\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"paid\",\"type\":\"uint256\"}],\"name\":\"Finalized\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"sponsor\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"Funded\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"firstSlot\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"slots\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"revealed\",\"type\":\"uint256\"}],\"name\":\"HoldoutRevealed\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"entry\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"bytes32\",\"name\":\"digest\",\"type\":\"bytes32\"}],\"name\":\"ModelPart\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"entry\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"bytes32\",\"name\":\"modelHash\",\"type\":\"bytes32\"}],\"name\":\"ModelRevealed\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"from\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"credit\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"arrived\",\"type\":\"uint256\"}],\"name\":\"TokenWithdrawn\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"from\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"Withdrawn\",\"type\":\"event\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"name\":\"balance\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"}],\"name\":\"bondsOf\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"forCommit\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"forClaim\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"}],\"name\":\"cancel\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"entry\",\"type\":\"uint256\"}],\"name\":\"caseOf\",\"outputs\":[{\"components\":[{\"internalType\":\"address\",\"name\":\"solver\",\"type\":\"address\"},{\"internalType\":\"enumIMarket.Status\",\"name\":\"status\",\"type\":\"uint8\"},{\"internalType\":\"bytes32\",\"name\":\"modelHash\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"datasetHash\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"seed\",\"type\":\"bytes32\"},{\"internalType\":\"uint64\",\"name\":\"deadline\",\"type\":\"uint64\"},{\"internalType\":\"uint32\",\"name\":\"turnWindow\",\"type\":\"uint32\"},{\"internalType\":\"uint16\",\"name\":\"groups\",\"type\":\"uint16\"},{\"internalType\":\"uint16\",\"name\":\"holdoutGroups\",\"type\":\"uint16\"},{\"internalType\":\"uint16\",\"name\":\"groupSize\",\"type\":\"uint16\"},{\"internalType\":\"uint16\",\"name\":\"features\",\"type\":\"uint16\"},{\"internalType\":\"uint16\",\"name\":\"classes\",\"type\":\"uint16\"}],\"internalType\":\"structIMarket.Case\",\"name\":\"\",\"type\":\"tuple\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"challengeCount\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"entry\",\"type\":\"uint256\"},{\"internalType\":\"bytes32\",\"name\":\"modelHash\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"salt\",\"type\":\"bytes32\"},{\"internalType\":\"uint256\",\"name\":\"count\",\"type\":\"uint256\"}],\"name\":\"claim\",\"outputs\":[],\"stateMutability\":\"payable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"entry\",\"type\":\"uint256\"}],\"name\":\"claimBond\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"internalType\":\"bytes32\",\"name\":\"datasetHash\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"commitment\",\"type\":\"bytes32\"}],\"name\":\"commit\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"entry\",\"type\":\"uint256\"}],\"stateMutability\":\"payable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"internalType\":\"address\",\"name\":\"solver\",\"type\":\"address\"},{\"internalType\":\"bytes32\",\"name\":\"modelHash\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"salt\",\"type\":\"bytes32\"}],\"name\":\"commitmentOf\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"},{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"name\":\"contribution\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"components\":[{\"internalType\":\"bytes32\",\"name\":\"datasetHash\",\"type\":\"bytes32\"},{\"internalType\":\"uint16\",\"name\":\"groups\",\"type\":\"uint16\"},{\"internalType\":\"uint16\",\"name\":\"holdoutGroups\",\"type\":\"uint16\"},{\"internalType\":\"uint16\",\"name\":\"groupSize\",\"type\":\"uint16\"},{\"internalType\":\"uint16\",\"name\":\"features\",\"type\":\"uint16\"},{\"internalType\":\"uint16\",\"name\":\"classes\",\"type\":\"uint16\"},{\"internalType\":\"uint16\",\"name\":\"drawDelay\",\"type\":\"uint16\"},{\"internalType\":\"address\",\"name\":\"evaluator\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"token\",\"type\":\"address\"},{\"internalType\":\"uint128\",\"name\":\"tokenPrice\",\"type\":\"uint128\"},{\"internalType\":\"uint256\",\"name\":\"accuracyThreshold\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"organiserBond\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"commitBond\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"claimBond\",\"type\":\"uint256\"},{\"internalType\":\"uint32\",\"name\":\"commitWindow\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"revealWindow\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"claimWindow\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"turnWindow\",\"type\":\"uint32\"},{\"internalType\":\"string\",\"name\":\"dataURI\",\"type\":\"string\"}],\"internalType\":\"structIMarket.Terms\",\"name\":\"t\",\"type\":\"tuple\"},{\"internalType\":\"uint256\",\"name\":\"reward\",\"type\":\"uint256\"}],\"name\":\"createChallenge\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"}],\"stateMutability\":\"payable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"internalType\":\"bytes\",\"name\":\"header\",\"type\":\"bytes\"}],\"name\":\"draw\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"entry\",\"type\":\"uint256\"},{\"internalType\":\"bytes\",\"name\":\"program\",\"type\":\"bytes\"},{\"internalType\":\"uint256\",\"name\":\"firstSlot\",\"type\":\"uint256\"},{\"internalType\":\"bytes32[]\",\"name\":\"salts\",\"type\":\"bytes32[]\"},{\"internalType\":\"bytes32[]\",\"name\":\"proofs\",\"type\":\"bytes32[]\"},{\"internalType\":\"bytes\",\"name\":\"payloads\",\"type\":\"bytes\"},{\"internalType\":\"bytes\",\"name\":\"witnesses\",\"type\":\"bytes\"}],\"name\":\"evaluate\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"name\":\"evaluators\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"}],\"name\":\"finalize\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"internalType\":\"address\",\"name\":\"owner\",\"type\":\"address\"},{\"internalType\":\"bytes32\",\"name\":\"datasetHash\",\"type\":\"bytes32\"},{\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"fund\",\"outputs\":[],\"stateMutability\":\"payable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"}],\"name\":\"getChallenge\",\"outputs\":[{\"components\":[{\"internalType\":\"address\",\"name\":\"owner\",\"type\":\"address\"},{\"internalType\":\"bool\",\"name\":\"active\",\"type\":\"bool\"},{\"internalType\":\"enumIMarket.Phase\",\"name\":\"phase\",\"type\":\"uint8\"},{\"internalType\":\"enumIMarket.Outcome\",\"name\":\"outcome\",\"type\":\"uint8\"},{\"internalType\":\"uint64\",\"name\":\"drawBlock\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"deadline\",\"type\":\"uint64\"},{\"internalType\":\"uint32\",\"name\":\"revealed\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"commits\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"winner\",\"type\":\"uint32\"},{\"internalType\":\"bytes32\",\"name\":\"datasetHash\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"seed\",\"type\":\"bytes32\"},{\"internalType\":\"uint256\",\"name\":\"reward\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"accuracyThreshold\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"pot\",\"type\":\"uint256\"}],\"internalType\":\"structIMarket.Challenge\",\"name\":\"\",\"type\":\"tuple\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256[]\",\"name\":\"ids\",\"type\":\"uint256[]\"}],\"name\":\"getChallenges\",\"outputs\":[{\"components\":[{\"internalType\":\"address\",\"name\":\"owner\",\"type\":\"address\"},{\"internalType\":\"bool\",\"name\":\"active\",\"type\":\"bool\"},{\"internalType\":\"enumIMarket.Phase\",\"name\":\"phase\",\"type\":\"uint8\"},{\"internalType\":\"enumIMarket.Outcome\",\"name\":\"outcome\",\"type\":\"uint8\"},{\"internalType\":\"uint64\",\"name\":\"drawBlock\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"deadline\",\"type\":\"uint64\"},{\"internalType\":\"uint32\",\"name\":\"revealed\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"commits\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"winner\",\"type\":\"uint32\"},{\"internalType\":\"bytes32\",\"name\":\"datasetHash\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"seed\",\"type\":\"bytes32\"},{\"internalType\":\"uint256\",\"name\":\"reward\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"accuracyThreshold\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"pot\",\"type\":\"uint256\"}],\"internalType\":\"structIMarket.Challenge[]\",\"name\":\"all\",\"type\":\"tuple[]\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"entry\",\"type\":\"uint256\"}],\"name\":\"getEntry\",\"outputs\":[{\"components\":[{\"internalType\":\"address\",\"name\":\"solver\",\"type\":\"address\"},{\"internalType\":\"enumIMarket.Status\",\"name\":\"status\",\"type\":\"uint8\"},{\"internalType\":\"uint32\",\"name\":\"claimed\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"right\",\"type\":\"uint32\"},{\"internalType\":\"uint16\",\"name\":\"seen\",\"type\":\"uint16\"},{\"internalType\":\"uint8\",\"name\":\"doublings\",\"type\":\"uint8\"},{\"internalType\":\"bytes32\",\"name\":\"commitment\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"modelHash\",\"type\":\"bytes32\"}],\"internalType\":\"structIMarket.Entry\",\"name\":\"\",\"type\":\"tuple\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"}],\"name\":\"getTerms\",\"outputs\":[{\"components\":[{\"internalType\":\"bytes32\",\"name\":\"datasetHash\",\"type\":\"bytes32\"},{\"internalType\":\"uint16\",\"name\":\"groups\",\"type\":\"uint16\"},{\"internalType\":\"uint16\",\"name\":\"holdoutGroups\",\"type\":\"uint16\"},{\"internalType\":\"uint16\",\"name\":\"groupSize\",\"type\":\"uint16\"},{\"internalType\":\"uint16\",\"name\":\"features\",\"type\":\"uint16\"},{\"internalType\":\"uint16\",\"name\":\"classes\",\"type\":\"uint16\"},{\"internalType\":\"uint16\",\"name\":\"drawDelay\",\"type\":\"uint16\"},{\"internalType\":\"address\",\"name\":\"evaluator\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"token\",\"type\":\"address\"},{\"internalType\":\"uint128\",\"name\":\"tokenPrice\",\"type\":\"uint128\"},{\"internalType\":\"uint256\",\"name\":\"accuracyThreshold\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"organiserBond\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"commitBond\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"claimBond\",\"type\":\"uint256\"},{\"internalType\":\"uint32\",\"name\":\"commitWindow\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"revealWindow\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"claimWindow\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"turnWindow\",\"type\":\"uint32\"},{\"internalType\":\"string\",\"name\":\"dataURI\",\"type\":\"string\"}],\"internalType\":\"structIMarket.Terms\",\"name\":\"\",\"type\":\"tuple\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"slot\",\"type\":\"uint256\"}],\"name\":\"groupOf\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"name\":\"isEvaluator\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"word\",\"type\":\"uint256\"}],\"name\":\"isRevealed\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"entry\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"word\",\"type\":\"uint256\"}],\"name\":\"isSeen\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"}],\"name\":\"leader\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"minBond\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"minDrawDelay\",\"outputs\":[{\"internalType\":\"uint16\",\"name\":\"\",\"type\":\"uint16\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"minWindow\",\"outputs\":[{\"internalType\":\"uint32\",\"name\":\"\",\"type\":\"uint32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"internalType\":\"address\",\"name\":\"sponsor\",\"type\":\"address\"}],\"name\":\"refund\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"firstSlot\",\"type\":\"uint256\"},{\"internalType\":\"bytes32[]\",\"name\":\"salts\",\"type\":\"bytes32[]\"},{\"internalType\":\"bytes32[]\",\"name\":\"proofs\",\"type\":\"bytes32[]\"},{\"internalType\":\"bytes\",\"name\":\"payloads\",\"type\":\"bytes\"}],\"name\":\"revealHoldout\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"entry\",\"type\":\"uint256\"},{\"internalType\":\"bytes\",\"name\":\"part\",\"type\":\"bytes\"}],\"name\":\"revealModel\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"},{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"name\":\"tokenCredit\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"}],\"name\":\"vaultOf\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"withdraw\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"},{\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"}],\"name\":\"withdrawToken\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"arrived\",\"type\":\"uint256\"}],\"stateMutability\":\"nonpayable\",\"type\":\"function\"}]",
	ID:  "Market",
	Bin: "0x6101006040523461026f57615efd8038038061001a81610293565b92833981019060808183031261026f5780516001600160401b03811161026f57810182601f8201121561026f578051906001600160401b0382116101e3578160051b93602061006a818701610293565b8094815201916020839682010191821161026f57602001915b8183106102735750505060208201519163ffffffff8316830361026f57606060408201519101519361ffff8516850361026f57811561023f578251906001600160401b0382116101e3576801000000000000000082116101e35760015482600155808310610214575b5060015f5260205f205f5b8381106101f757505050505f5b825181101561013b57600190818060a01b0360208260051b86010151165f525f60205260405f208260ff1982541617905501610104565b608084905260a082905260c08590526040516101308082016001600160401b038111838210176101e3578291615dcd833903905ff080156101d8576001600160a01b031660e052604051615b1490816102b98239608051818181610b5101526114c2015260a0518181816123860152615a6d015260c051818181610b1001528181611ffe01526132ca015260e051818181611e640152614a620152f35b6040513d5f823e3d90fd5b634e487b7160e01b5f52604160045260245ffd5b82516001600160a01b0316818301556020909201916001016100f7565b60015f52828060205f20019103905f5b8281106102325750506100ec565b5f82820155600101610224565b6040516339bac5cd60e11b81526020600482015260076024820152661b5a5b909bdb9960ca1b6044820152606490fd5b5f80fd5b82516001600160a01b038116810361026f57815260209283019201610083565b6040519190601f01601f191682016001600160401b038111838210176101e35760405256fe6101206040526004361015610012575f80fd5b5f5f3560e01c80630508bcb414613d0d57806305261aea14613cef5780631b561cf914613cb35780631bdd4b7414613c855780631cd98bce14613aaa5780632390696314613834578063247674031461372d57806334d762ae1461330b57806340e58ee51461319c57806357accdd71461316e5780635cdf98de14612dcc5780635d61210d146128ae578063630d8178146124d15780636b9c7be81461248c5780637ad226dc146123a9578063831518b71461236e5780638e786a6f146111c2578063956926941461118257806398ba676d1461105b5780639a50f4cb14610bd1578063a2f0572514610bb3578063a6775a7714610b75578063ac66a3ef14610b34578063adccbae814610af5578063ae0bb2d214610895578063b6a29b4514610817578063c025902c146107ea578063c194e4ca146105cf578063da391066146103eb578063daa0bfba146103ba578063dfa3a43214610375578063e168afe3146102f4578063e3d670d7146102bb578063f3fef3a3146102005763fed4f2de1461019c575f80fd5b346101fd5760203660031901126101fd576040906101f16004358083526006602052836101d6818520838652600760205282862090614f12565b9382815260066020528181209281526007602052209061567c565b82519182526020820152f35b80fd5b50346101fd5760403660031901126101fd5761021a613d48565b90602435338252600360205260408220548082116102b3575b81156102a4578282819561024983958495613f69565b338452600360205260408420556040518281527f7084f5476618d8e60b11ef0d7d3f06914655adb8793e28ff7f018d4c76d505d560203392a25af161028c614f74565b50156102955780f35b6312171d8360e31b8152600490fd5b630b8a550d60e31b8352600483fd5b905080610233565b50346101fd5760203660031901126101fd576020906040906001600160a01b036102e3613d48565b168152600383522054604051908152f35b50346101fd5760203660031901126101fd57600435906001548210156101fd5760015482101561036157600181527fb10e2d527612073b26eecdfd717e6a320cf44b4afac2b0732d9fcbe2b7fa0cf69091015460405160039290921b1c6001600160a01b03168152602090f35b634e487b7160e01b81526032600452602490fd5b50346101fd5760403660031901126101fd576040610391613d5e565b9160043581526005602052209060018060a01b03165f52602052602060405f2054604051908152f35b50346101fd5760203660031901126101fd5760206103d9600435614a41565b6040516001600160a01b039091168152f35b50346101fd576103fa36613ee3565b91806040516104088161439e565b8181528160208201528160408201528160608201528160808201528160a08201528160c08201528160e0820152816101008201528161012082015281610140820152610160015281815260066020526040812092828252600760205260408220928252600860205260408220908252602052604090208054906002015460028401546003850154946001015464ffffffffff1694600185015460e81c945494604051966104b48861439e565b6001600160a01b038616885260208801956104d59060a01c60ff1687614a35565b60408801948552606088019384526080880192835260a0880190815260c0880191825260e08801928760a01c61ffff1684526101008901948860b01c61ffff1686526101208a01968960c01c61ffff1688526101408b01988a60d01c61ffff168a526101608c019a60e01c61ffff168b526040519b600160a01b600190039051168c525160208c0161056691613ef9565b5160408b01525160608a0152516080890152516001600160401b031660a08801525163ffffffff1660c08701525161ffff1660e08601525161ffff166101008501525161ffff166101208401525161ffff166101408301525161ffff1661016082015261018090f35b5060a03660031901126101fd57600435602435604435916084359281855260066020526040852082865260076020526040862060ff825460a01c1660078110156107d657600481148015906107c2575b6107aa575061062e818361567c565b8034036107985750838752600860205260408720858852602052604087209182543360018060a01b0382161490811591610769575b5061075a57610676606435853388614668565b60018401540361075a576001015460681c62ffffff168610908115610739575b5061070b57805464ffffffffff60a01b191660a886901b63ffffffff60a81b1617600160a11b178155600201558084526009602052604084206106dc9083908590615753565b6040519283527fb94bf7f9302edf52a596286915a69b4b0685574cffdedd0712e3c62f2550f0ba60203394a480f35b6040516339bac5cd60e11b815260206004820152600560248201526418dbdd5b9d60da1b6044820152606490fd5b61075291505461ffff808260c01c169160b01c16613f3c565b85115f610696565b631eb49d6d60e11b8852600488fd5b60ff915060a01c16600881101561078457600114155f610663565b634e487b7160e01b89526021600452602489fd5b63cfde146160e01b8852600452602487fd5b876107c06024926396fe8cdd60e01b8352613d74565bfd5b5064ffffffffff600184015416421161061f565b634e487b7160e01b88526021600452602488fd5b50346101fd5760406020916107fe36613ee3565b908252600a845282822090825283522054604051908152f35b50346101fd5761082636613ee3565b81835260066020526003604084200154158015610878575b6102a457906108709161ffff6040858460209752600687526003828220015494815260078752205460a01c16916156a7565b604051908152f35b50818352600760205261ffff604084205460a01c1681101561083e565b50346101fd576108a436613ee3565b818352600660205260408320918084526007602052604084209183549160ff8360a01c166007811015610ae15760068103610acb57508552600860205260408520908552602052604084209182549360ff8560a01c1694600886101595866107d657600681148015610ac0575b610ab157866001600160501b03600286015460501c168360f81c1b9586938a99610a7d5760028414908115610aa3575b838215610a91575b8215610a49575b5050610a30575b60a81c60ff166006811015610a1c57889594939291906005036109de575050509261098861098e926109a495614e03565b90613f2f565b835460ff60a01b1916600360a11b178455613f69565b90546001600160a01b03168352600360205260408320805490916109c791613f2f565b9055806109d2575080f35b6109db906157fc565b80f35b925092509250610a08576001146109fb575b50826109a49161098e565b60011c92506109a46109f0565b634e487b7160e01b86526021600452602486fd5b634e487b7160e01b8a52602160045260248afd5b95610a4160ff91610988888861567c565b969050610957565b909150610a7d57600484149081610a63575b505f83610950565b905063ffffffff808260a81c169160c81c1610155f610a5b565b634e487b7160e01b8b52602160045260248bfd5b909150610a7d57600384149083610949565b8b9350600785149150610941565b630b8a550d60e31b8852600488fd5b508796508015610911565b866107c06024926396fe8cdd60e01b8352613d74565b634e487b7160e01b87526021600452602487fd5b50346101fd57806003193601126101fd57602060405161ffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b50346101fd57806003193601126101fd57602060405163ffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b50346101fd5760603660031901126101fd5760406020916004358152600b835281812060243582528352818120604435825283522054604051908152f35b50346101fd57806003193601126101fd576020600254604051908152f35b5060803660031901126101fd57600435610be9613d5e565b818352600660205260408320805460643593926001600160a01b0380831691161480159061104b575b61103c5760ff8160a01c166007811015610a085760018114801561101c575b15611006575060b01c60ff161561100057818452600760205260408420600101546001600160a01b03165b6001600160a01b0316801593908415610ffa57815b803403610fe85750819415610d46575b50506001600160801b038311610d3757600101610ca283825460801c613f2f565b6001600160801b038111610d285781546001600160801b031660809190911b6001600160801b03191617905580835260056020526040832060018060a01b0333165f5260205260405f20610cf7838254613f2f565b90556040519182527f38c48552690c96ec2872092ac1db6c19fb59f5a8c5b49bbf41ed4886d0ca692660203393a380f35b6312171d8360e31b8552600485fd5b6312171d8360e31b8452600484fd5b919350906001600160a01b03610d5b84614a41565b16908386526006602052600160408720015460801c9060ff875c16610fd957865c60ff1916600117875d6040516370a0823160e01b81526004810184905292602084602481855afa938415610fce578894610f9a575b506040516323b872dd60e01b895233600452816024528560445260208960648180875af160018a5114811615610f7b575b816040528960605215610f67578890823b15610f63576303bcd7f360e11b815283600482015282602482015260016044820152818160648183875af18015610f5857610f3f575b50506020906024604051809481936370a0823160e01b835260048301525afa908115610f34578791610efe575b5082811115610eef5782610e6991613f69565b92808411610ee7575b5080151580610edd575b610e93575b5050835c60ff1916845d915f80610c81565b9091818360011c118015610ed5575b610ec657610eb99291610eb491613f3c565b6146e6565b8015610d37575f80610e81565b6312171d8360e31b8652600486fd5b508215610ea2565b5081811415610e7c565b92505f610e72565b6312171d8360e31b8752600487fd5b90506020813d602011610f2c575b81610f19602093836143d6565b81010312610f2857515f610e56565b5f80fd5b3d9150610f0c565b6040513d89823e3d90fd5b81610f49916143d6565b610f5457875f610e29565b8780fd5b6040513d84823e3d90fd5b5080fd5b635274afe760e01b89526004839052602489fd5b6001811516610f9157833b15153d151616610de2565b503d89823e3d90fd5b9093506020813d602011610fc6575b81610fb6602093836143d6565b81010312610f285751925f610db1565b3d9150610fa9565b6040513d8a823e3d90fd5b63b5dfd9e560e01b8752600487fd5b63cfde146160e01b8752600452602486fd5b85610c71565b83610c5c565b856107c06024926396fe8cdd60e01b8352613d74565b50600281148015610c31575064ffffffffff600184015416421115610c31565b63095c49ad60e21b8552600485fd5b5060443560028301541415610c12565b50346101fd5760406101009161107036613ee3565b908260e0855161107f81614382565b82815282602082015282878201528260608201528260808201528260a08201528260c082015201528252600860205282822090825260205220604051906110c582614382565b8160ff825460018060a01b038116835261ffff60208401946110ec848460a01c1687614a35565b63ffffffff60408601818560a81c168152816060880191818760c81c168352611158600260808b0196888a60e81c16885260a08c019960f81c8a5260c060018201549c019b8c5201549a60e08d019b8c526040519c60018060a01b039051168d525160208d0190613ef9565b511660408a01525116606088015251166080860152511660a08401525160c08301525160e0820152f35b50346101fd5760603660031901126101fd576044356001600160401b038111610f63576111b66109db913690600401613e62565b90602435600435614751565b5060403660031901126101fd576001600160401b03600435116101fd57610260600435360360031901126101fd576001600160a01b0361120660043560e40161472e565b1681528060205260ff6040822054161561233c57601e61ffff61122d602460043501614742565b161061230d5761ffff611244604460043501614742565b161580156122de575b6120715761ffff611262606460043501614742565b1615801561223e575b6120ac5761ffff611280608460043501614742565b16158015612222575b6121f157600261ffff6112a060a460043501614742565b161080156121d5575b6121a55761131560206001600160a01b036112c860043560e40161472e565b166112d7608460043501614742565b906112e6606460043501614742565b60405163b9fdf04160e01b815261ffff9384166004820152921660248301529092839190829081906044820190565b03915afa908115610f58578291612173575b5061c350811180156120de575b6120ac5761136561ffff61134c604460043501614742565b1661ffff61135e606460043501614742565b1690613f3c565b62ffffff811161207157610144600435013515908115612060575b5061202657600261ffff61139860c460043501614742565b16108015611fe9575b8015611fcd575b611f9b576040906113e582516113be84826143d6565b600d81526c1bdc99d85b9a5cd95c909bdb99609a1b60208201526101646004350135615a6b565b61141882516113f484826143d6565b600a81526918dbdb5b5a5d109bdb9960b21b60208201526101846004350135615a6b565b61144a825161142784826143d6565b600981526818db185a5b509bdb9960ba1b60208201526101a46004350135615a6b565b6001600160a01b036114616004356101040161472e565b16611f14576001600160801b0361147d61012460043501615657565b16611ee2576114a2620186a0915b61ffff61149c604460043501614742565b16613f3c565b0460041c60010180600111611a69576115f1906115b26114e963ffffffff7f0000000000000000000000000000000000000000000000000000000000000000169283613f3c565b9161152e63ffffffff6115016101c46004350161566b565b168287519161151089846143d6565b600c83526b636f6d6d697457696e646f7760a01b6020840152615ad4565b61157263ffffffff6115456101e46004350161566b565b168487519161155489846143d6565b600c83526b72657665616c57696e646f7760a01b6020840152615ad4565b63ffffffff6115866102046004350161566b565b169085519161159587846143d6565b600b83526a636c61696d57696e646f7760a81b6020840152615ad4565b63ffffffff6115c66102246004350161566b565b16908351916115d585846143d6565b600a8352697475726e57696e646f7760b01b6020840152615ad4565b600254906115fe8261465a565b6002556001600160a01b036116186004356101040161472e565b1615159283611e62575b6116316101046004350161472e565b6001600160a01b038116611e55576116526101646004350135602435613f2f565b803403611e435750602435906001600160a01b038116611b99575b506001600160801b038111611b8a5783825260076020528282206001600160a01b0361169d60043560e40161472e565b82546001600160a01b03191691161781556116bc600435602401614742565b815461ffff60b01b6116d2600435604401614742565b60b01b169161ffff60c01b6116eb600435606401614742565b60c01b169061ffff60d01b611704600435608401614742565b60d01b169161ffff60e01b61171d60043560a401614742565b60e01b16936001600160f01b031961173960043560c401614742565b60f01b169560018060f01b039361ffff60e01b199261ffff60d01b199161ffff60a01b9060a01b169065ffffffffffff60a01b191617161716171617171781556117886101046004350161472e565b6001820180546001600160a01b0319166001600160a01b039092169190911781556117b86004356101c40161566b565b81549062ffffff60b81b6117d16004356101e40161566b565b60b81b1662ffffff60d01b6117eb6004356102040161566b565b60d01b16916001600160e81b03196118086004356102240161566b565b60e81b169360018060e81b039162ffffff60a01b9060a01b169068ffffffffffffffffff60a01b1916171617171790556002810180546001600160501b0360a01b6101a4600435013560a01b16906001600160501b036101646004350135169061ffff60f01b16176001600160501b0360501b610184600435013560501b16171790556102446004350135602219600435360301811215611b86576004350160048101356001600160401b038111611b82578036036024830113611b82578060038401926118d684546146ae565b601f8111611b28575b508690601f8311600114611abc578792611aae575b50508160011b915f199060031b1c19161790555b6001600160a01b0361191f6004356101040161472e565b16611a7d575b508382526006602052828220805460ff60a01b1933166001600160a81b031990911617600160a01b1780825590959064ffffffffff60b81b61197861ffff61197160043560c401614742565b1643613f2f565b60b81b169160ff60b01b9060b01b169065ffffffffffff60b01b1916171785556119ac61ffff61197160c460043501614742565b611fff8101809111611a69576001860180546cffffffffffffffff00000000001664ffffffffff92831617600435610144013560681b62ffffff60681b1617608084901b6001600160801b031916179055602095846004356004013594856002840155878152600589522060018060a01b0333165f52875282855f20555460b81c169083519283528583015282820152827f952db02c8aca8cec4fa8c6fdb897874976ae898280f19711773766b61649437660603393a351908152f35b634e487b7160e01b83526011600452602483fd5b6001600160801b036004611a95610124823501615657565b920191166001600160801b03198254161790555f611925565b016024013590505f806118f4565b84885260208820925090601f198416885b818110611b0d5750908460019594939210611af0575b505050811b019055611908565b6024910101355f19600384901b60f8161c191690555f8080611ae3565b60248484010135855560019094019360209283019201611acd565b828111156118df5790915083875260208720601f840160051c9060208510611b7a575b849392601f0160051c8290039101885b828110611b695750506118df565b8082018a9055859450600101611b5b565b889150611b4b565b8480fd5b8380fd5b6312171d8360e31b8252600482fd5b90506001600160a01b03611bac85614a41565b1684835260066020526001848420015460801c9160ff845c16611e3457835c60ff1916600117845d84516370a0823160e01b815260048101839052916020836024816001600160a01b0386165afa928315611e2a578593611df6575b5085516323b872dd60e01b865233600452602482815235604452602086606481806001600160a01b0388165af16001875114811615611dce575b8188528660605215611db257813b15611dae576303bcd7f360e11b81526001600160a01b03831660048201526024810182905260016044820152858160648183865af18015611da457908691611d8f575b505085516370a0823160e01b8152600481019190915290602090829060249082906001600160a01b03165afa908115611d85578491611d53575b5081811115610d375781611ce091613f69565b916024358311611d49575b80151580611d3f575b611d09575b5050815c60ff1916825d5f61166d565b9091818360011c118015611d37575b610d3757611d2a9291610eb491613f3c565b8015611b8a575f80611cf9565b508215611d18565b5081811415611cf4565b6024359250611ceb565b90506020813d602011611d7d575b81611d6e602093836143d6565b81010312610f2857515f611ccd565b3d9150611d61565b85513d86823e3d90fd5b81611d99916143d6565b611b8257845f611c93565b87513d88823e3d90fd5b8580fd5b635274afe760e01b86526001600160a01b038316600452602486fd5b6001811516611ded573d156001600160a01b0385163b15151616611c42565b503d86823e3d90fd5b9092506020813d602011611e22575b81611e12602093836143d6565b81010312610f285751915f611c08565b3d9150611e05565b86513d87823e3d90fd5b63b5dfd9e560e01b8452600484fd5b63cfde146160e01b8352600452602482fd5b6101646004350135611652565b7f0000000000000000000000000000000000000000000000000000000000000000608881901c62ffffff16763d602d80600a3d3981f3363d3d373d3d3d363d7300000017825260781b6e5af43d82803e903d91602b57fd5bf3176020526001600160a01b03836037600984f5166116225763b06ebf3d60e01b8152600490fd5b81516339bac5cd60e11b815260206004820152600a602482015269746f6b656e507269636560b01b6044820152606490fd5b611f236101046004350161472e565b3b15611f6e57600260243510611f40576114a2620186a09161148b565b81516339bac5cd60e11b81526020600482015260066024820152651c995dd85c9960d21b6044820152606490fd5b81516339bac5cd60e11b81526020600482015260056024820152643a37b5b2b760d91b6044820152606490fd5b6040516339bac5cd60e11b81526020600482015260096024820152686472617744656c617960b81b6044820152606490fd5b5061c35061ffff611fe260c460043501614742565b16116113a8565b50611ff860c460043501614742565b61ffff807f0000000000000000000000000000000000000000000000000000000000000000169116106113a1565b6040516339bac5cd60e11b81526020600482015260116024820152701858d8dd5c9858de551a1c995cda1bdb19607a1b6044820152606490fd5b90506101446004350135115f611380565b6040516339bac5cd60e11b815260206004820152600d60248201526c686f6c646f757447726f75707360981b604482015280606481015b0390fd5b6040516339bac5cd60e11b815260206004820152600960248201526867726f757053697a6560b81b6044820152606490fd5b5060046120ee6064823501614742565b60206001600160a01b03612105843560e40161472e565b1660405193848092637a2c254f60e11b82525afa918215612168578492612132575b5061ffff1611611334565b9091506020813d602011612160575b8161214e602093836143d6565b81010312610f2857519061ffff612127565b3d9150612141565b6040513d86823e3d90fd5b90506020813d60201161219d575b8161218e602093836143d6565b81010312610f2857515f611327565b3d9150612181565b6040516339bac5cd60e11b8152602060048201526007602482015266636c617373657360c81b6044820152606490fd5b5061010061ffff6121ea60a460043501614742565b16116112a9565b6040516339bac5cd60e11b8152602060048201526008602482015267666561747572657360c01b6044820152606490fd5b5061100061ffff612237608460043501614742565b1611611289565b50600461224e6064823501614742565b60206001600160a01b03612265843560e40161472e565b16604051938480926323ab64e560e21b82525afa9182156122d357839261229d575b509061ffff6122969216614724565b151561126b565b91506020823d6020116122cb575b816122b8602093836143d6565b81010312610f285790519061ffff612287565b3d91506122ab565b6040513d85823e3d90fd5b506122ed604460043501614742565b61ffff617fff612301602460043501614742565b60011c1691161161124d565b6040516339bac5cd60e11b815260206004820152600660248201526567726f75707360d01b6044820152606490fd5b6040516339bac5cd60e11b815260206004820152600960248201526832bb30b63ab0ba37b960b91b6044820152606490fd5b50346101fd57806003193601126101fd5760206040517f00000000000000000000000000000000000000000000000000000000000000008152f35b50346101fd5760403660031901126101fd57600435906123c7613d5e565b8282526006602052604082205460ff8160a01c1690600782101561247857600682149081159161245e575b50612448575082825260056020526040822060018060a01b0382165f5260205260405f20549081156102a4578383946109db945260056020526040852060018060a01b0383165f526020528460405f20556155f3565b826107c06024926396fe8cdd60e01b8352613d74565b60ff915060a81c166006811015612478576001145f6123f2565b634e487b7160e01b84526021600452602484fd5b50346101fd5760403660031901126101fd5760406124a8613d5e565b9160043581526004602052209060018060a01b03165f52602052602060405f2054604051908152f35b50346101fd576101003660031901126101fd576044356001600160401b038111610f6357612503903690600401613e62565b906084356001600160401b038111611b8657612523903690600401613e8f565b60a4356001600160401b038111611dae57612542903690600401613e8f565b93909460c4356001600160401b038111610f5457612564903690600401613e62565b9060e4356001600160401b0381116128aa57612584903690600401613e62565b9290916004358b52600660205260408b20986004358c52600760205260408c209a60ff8b5460a01c1660078110156128965760058114801590612882575b61286c57506004358d52600860205260408d208d602435905260205260408d209960ff8b5460a01c16600881101561285857600314801590612839575b61282a57891561281b576126138a86614724565b612806576126389285928b8f938f94889561262e84896146e6565b916064359161505f565b612641876145da565b9461264f60405196876143d6565b878652601f1961265e896145da565b013660208801378b978c5b8d82821061279d57505050871561278e576126b495889561ffff956126aa9561269b958f8a968f549d606435926152d1565b63ffffffff8660c81c16613f2f565b9360e81c16613f2f565b835461ffff60e81b60e883901b1665ffffffffffff60c81b1990911663ffffffff60c81b60c885901b1617178455604080519384526020840183905283018190529160243590600435907f8f2d691f4e16ca753b5d6a9f29ebd70c6c066413790d5e4cdc69cd0db101d48e90606090a361274e85549161098861ffff8460b01c169361ffff6127438787613f69565b9160c01c1690613f3c565b9114908115612778575b50612761578380f35b61277192602435926004356154a8565b5f80808380f35b905062ffffff600184015460681c16115f612758565b630b8a550d60e31b8c5260048cfd5b60406127cb916004358152600b6020528181206024358252602052206127c583606435613f2f565b90615249565b6127d5828a614601565b90151590526127e48189614601565b516127f2575b600101612669565b986127fe60019161465a565b9990506127ea565b6368a58bf360e01b8e5260643560045260248efd5b630b8a550d60e31b8e5260048efd5b631eb49d6d60e11b8e5260048efd5b5061284536898b614588565b6020815191012060028c015414156125ff565b634e487b7160e01b8f52602160045260248ffd5b8d6107c06024926396fe8cdd60e01b8352613d74565b5064ffffffffff60018d01541642116125c2565b634e487b7160e01b8e52602160045260248efd5b8980fd5b5034610f28576060366003190112610f285760243590600435906044356001600160a01b03811690819003610f285760ff5f5c16612dbd57600160ff195f5c16175f5d5f8381526004602090815260408083203384529091529020549392848411612db5575b5f8181526006602090815260408083206007909252909120600101546001600160a01b0390811695919061294784614a41565b16604051976370a0823160e01b89528160048a01526020896024818b5afa988915612d11575f99612d81575b506001600160801b03891015612d715761298e895b85613f3c565b978815612d62576004600185015460801c940193845460801c90036001600160801b038111612d4e576001600160801b036129cb9116809a6146e6565b926040516370a0823160e01b8152886004820152602081602481865afa908115612d11575f91612d1c575b50813b15610f28576040516303bcd7f360e11b81528360048201528960248201528560448201525f8160648183875af18015612d1157612cfc575b50604051916370a0823160e01b83526004830152602082602481865afa918215612cbc578a92612cc7575b50602060249293604051938480926370a0823160e01b82528d60048301525afa8015612cbc578a90612c88575b612a939250613f69565b98818b1115612c8157612aa6828c613f69565b9a5b8b8b158015612c6f575b612c60578b11612c57575b6001600160801b038c11612c485784808d1491821592612c34575b5050612b91575b5050505060209650612b4b90838652600488526040862060018060a01b0333165f52885260405f20612b12848254613f69565b9055612b2b6001600160801b038416825460801c614704565b81546001600160801b031660809190911b6001600160801b031916179055565b604051928352858301528360408301527f24a091f2d7faf33a9857e2b22ebee46981e3870937bcd2e296571bbe7db560e960603393a3805c60ff1916905d604051908152f35b819293955090612ba88b612ba881612bad95613f3c565b613f2f565b5f19810191908211612c205790612bc7612bcd928b613f2f565b906146e6565b928184119081612bf4575b5060209850612bea575b808080612adf565b9150612b4b612be2565b905060028101809111612c0c5760209811155f612bd8565b634e487b7160e01b87526011600452602487fd5b634e487b7160e01b88526011600452602488fd5b612c3e9250613f69565b821415845f612ad8565b6312171d8360e31b8a5260048afd5b9a50899a612abd565b6312171d8360e31b8b5260048bfd5b5080158015612ab25750818414612ab2565b889a612aa8565b506020823d602011612cb4575b81612ca2602093836143d6565b81010312610f2857612a939151612a89565b3d9150612c95565b6040513d8c823e3d90fd5b91506020823d602011612cf4575b81612ce2602093836143d6565b81010312610f28579051906020612a5c565b3d9150612cd5565b612d09919a505f906143d6565b5f985f612a31565b6040513d5f823e3d90fd5b90506020813d602011612d46575b81612d37602093836143d6565b81010312610f2857515f6129f6565b3d9150612d2a565b634e487b7160e01b5f52601160045260245ffd5b630b8a550d60e31b5f5260045ffd5b61298e6001600160801b03612988565b9098506020813d602011612dad575b81612d9d602093836143d6565b81010312610f285751975f612973565b3d9150612d90565b849350612914565b63b5dfd9e560e01b5f5260045ffd5b34610f28576020366003190112610f28576004356060610240604051612df181614352565b5f81525f60208201525f60408201525f838201525f60808201525f60a08201525f60c08201525f60e08201525f6101008201525f6101208201525f6101408201525f6101608201525f6101808201525f6101a08201525f6101c08201525f6101e08201525f6102008201525f6102208201520152805f52600760205260405f2090805f526006602052600260405f200154906001600160501b0383546001850154926001600160801b03600487015416905f52600660205262ffffff600160405f20015460681c169060028701549260405196612ecd88614352565b875261ffff8160a01c16602088015261ffff8160b01c16604088015261ffff8160c01c16606088015261ffff8160d01c16608088015261ffff8160e01c1660a08801528060f01c60c088015260018060a01b031660e087015260018060a01b038516610100870152610120860152610140850152818116610160850152818160501c1661018085015260a01c166101a083015262ffffff8160a01c166101c083015262ffffff8160b81c166101e083015262ffffff8160d01c1661020083015260e81c6102208201526040515f92600381015490612faa826146ae565b80845291600181169081156131465750600114613109575b5050612fd3816102409403826143d6565b82820152613105604051928392602084528051602085015261ffff602082015116604085015261ffff604082015116606085015261ffff606082015116608085015261ffff60808201511660a085015261ffff60a08201511660c085015261ffff60c08201511660e085015260018060a01b0360e08201511661010085015260018060a01b03610100820151166101208501526001600160801b03610120820151166101408501526101408101516101608501526101608101516101808501526101808101516101a08501526101a08101516101c085015263ffffffff6101c0820151166101e085015263ffffffff6101e08201511661020085015263ffffffff6102008201511661022085015263ffffffff6102208201511682850152015161026080840152610280830190613ebf565b0390f35b6003919450015f5260205f205f905b848210613130575081016020019250612fd381612fc2565b6001816020925483858701015201910190613118565b61024096508492506020915092612fd39360ff191682840152151560051b8201019450612fc2565b34610f28576080366003190112610f2857602061087061318c613d5e565b6064359060443590600435614668565b34610f28576020366003190112610f28576004355f81815260066020526040902080546001600160a01b03811690338290036132fc5760ff8160a01c1690600782101561328e5760018214908115916132ba575b506132a2575061326991600391845f5260076020526001600160501b03600260405f20015416905f528260205261322c60405f20918254613f2f565b9055837fc41d93b8bfbf9fd7cf5bfe271fd649ab6a6fec0ea101c23b82a2a28eca2533a95f80a2805460ff60a01b191660a183901b178155614b82565b6040515f91600382528260208301525f516020615af45f395f51905f526040841993a4005b634e487b7160e01b5f52602160045260245ffd5b6396fe8cdd60e01b5f526132b590613d74565b60245ffd5b905064ffffffffff6132f061ffff7f00000000000000000000000000000000000000000000000000000000000000001643613f2f565b9160b81c1610856131f0565b631eb49d6d60e11b5f5260045ffd5b34610f285760a0366003190112610f28576024356004356044356001600160401b038111610f2857613341903690600401613e8f565b916064356001600160401b038111610f2857613361903690600401613e8f565b9190936084356001600160401b038111610f2857613383903690600401613e62565b94909361338e615035565b835f52600660205260405f2095845f52600760205260405f209760ff885460a01c16600781101561328e5760021480613719575b80613704575b6136bc575b60ff885460a01c16600781101561328e57600381148015906136a8575b6132a25750885460405163b9fdf04160e01b815261ffff60d083901c8116600483015260c083901c1660248201526001600160a01b0390911694602082604481895afa948515612d11578c925f96613671575b506134488689613f3c565b850361365e5761346193888b93888f968f978a9861505f565b5f955f5b85811061353c5750505050508215612d62577f38a64ccc378002a3fabf61721152979348ea6fd83549bd5619705ea6a7751aed9060018501966134b188549561ffff8760281c16613f2f565b66ffff000000000019909516602886901b66ffff00000000001617885560408051918252602082019290925290810184905280606081010390a261ffff835460b01c16146134fb57005b805460ff60a01b1916600160a21b1790556001015464ffffffffff9061352b9060d01c62ffffff164283166145be565b825464ffffffffff19169116179055005b6135468482613f3c565b6001820190818311612d4e5761356d6020916135658861359595613f3c565b908787614615565b8d5461ffff6040519586948594638abe319360e01b865260806004870152608486019161463a565b91818160d01c166024850152818160e01c16604485015260c01c1660648301520381895afa908115612d11575f91613625575b501561360957865f52600a6020526135e88b6127c58360405f2092613f2f565b6135f5575b600101613465565b9661360160019161465a565b9790506135ed565b613613908b613f2f565b6368a58bf360e01b5f5260045260245ffd5b90506020813d8211613656575b8161363f602093836143d6565b81010312610f28576136509061462d565b8c6135c8565b3d9150613632565b826368a58bf360e01b5f5260045260245ffd5b925094506020823d6020116136a0575b8161368e602093836143d6565b81010312610f28578b9151948d61343d565b3d9150613681565b5064ffffffffff60018a01541642116133ea565b600360a01b60ff60a01b1989541617885562ffffff60018a015460b81c1664ffffffffff6136f160018b0192828454166145be565b1664ffffffffff198254161790556133cd565b5062ffffff600189015460381c1615156133c8565b5064ffffffffff60018901541642116133c2565b34610f28576020366003190112610f28576004356001600160401b038111610f285761375d903690600401613e8f565b90613767826145da565b9161377560405193846143d6565b808352601f19613784826145da565b015f5b81811061381d5750505f5b8181106137ea57836040518091602082016020835281518091526020604084019201905f5b8181106137c5575050500390f35b9193509160206101c0826137dc6001948851613d8f565b0194019101918493926137b7565b806138016137fb60019385876145f1565b3561445d565b61380b8287614601565b526138168186614601565b5001613792565b6020906138286143f7565b82828801015201613787565b34610f28576040366003190112610f28576004356024356001600160401b038111610f2857613867903690600401613e62565b90825f52600660205260405f20805460ff64ffffffffff8260b81c169160a01c16600781101561328e5760018114801590613aa0575b8015613a8c575b6132a257506138b290614fa3565b8015908115613a70575b506139d0576101c0925f5b600681106139df575060a06138dd858386615029565b3560f81c036139d0576001840192838511612d4e5760218501809511612d4e577e8730a1be858aec13e75fed4e2e707a41ba4ba540727ce369681b4f8dc4b2139460409464ffffffffff9361393193614615565b903590602081106139bf575b5083516020810191825246858201523060608201528660808201526080815261396760a0826143d6565b51902091855f526007602052600161398e62ffffff82875f20015460a01c168442166145be565b918460038201558160a11b60ff60a01b198254161781550182821683198254161790558351928352166020820152a2005b5f199060200360031b1b168661393d565b63451b7cff60e01b5f5260045ffd5b936139eb818386615029565b3560f81c6080811015613a0f575060018101809111612d4e57600190945b016138c7565b9060b78211613a3657607e198201918211612d4e57600191613a3091613f2f565b94613a09565b9060b8036139d05760018101808211612d4e57613a54908386615029565b3560f81c6002019081600211612d4e57600191613a3091613f2f565b9050613a7d368585614588565b602081519101201415856138bc565b5064ffffffffff60018401541643116138a4565b508143111561389d565b6060366003190112610f2857600435604435815f52600660205260405f2090825f52600760205260405f209160ff815460a01c16600781101561328e5760028114801590613c71575b6132a25750602435600282015403613c6257613b0f8382614f12565b92833410613c4f57600201545f939060501c6001600160501b03165b348110613c26573403613c1457506001019182549362ffffff8560381c169362ffffff8514612d4e5769ffffff0000000000000019909516600185810160381b69ffffff0000000000000016919091179095555f81815260086020908152604080832087845282529182902080546001600160f81b0360ff60a01b19339081166001600160a81b031990931692909217600160a01b171660f89690961b6001600160f81b0319169590951781559096018490555192835290918391907fc277832bdc9f224f32f9a5ecaaa5ab0dd1885217e79485b56a792878f2a749fa908690a4604051908152f35b63cfde146160e01b5f5260045260245ffd5b8060011b9080820460021490151715612d4e5760ff90941660ff8114612d4e5760010193613b2b565b8363cfde146160e01b5f5260045260245ffd5b63095c49ad60e21b5f5260045ffd5b5064ffffffffff6001830154164211613af3565b34610f28576020366003190112610f28576101c0613ca460043561445d565b613cb16040518092613d8f565bf35b34610f28576020366003190112610f28576001600160a01b03613cd4613d48565b165f525f602052602060ff60405f2054166040519015158152f35b34610f28576020366003190112610f2857613d0b600435613f76565b005b34610f28576020366003190112610f2857600435805f52600960205260405f205415612d62575f526009602052602061087060405f20614ac5565b600435906001600160a01b0382168203610f2857565b602435906001600160a01b0382168203610f2857565b600781101561328e57600452565b90600682101561328e5752565b80516001600160a01b031682526020808201511515908301526040810151600781101561328e576101a09182916040850152613dd360608201516060860190613d82565b6001600160401b0360808201511660808501526001600160401b0360a08201511660a085015263ffffffff60c08201511660c085015263ffffffff60e08201511660e085015263ffffffff610100820151166101008501526101208101516101208501526101408101516101408501526101608101516101608501526101808101516101808501520151910152565b9181601f84011215610f28578235916001600160401b038311610f285760208381860195010111610f2857565b9181601f84011215610f28578235916001600160401b038311610f28576020808501948460051b010111610f2857565b805180835260209291819084018484015e5f828201840152601f01601f1916010190565b6040906003190112610f28576004359060243590565b90600882101561328e5752565b8054821015613f1b575f5260205f2001905f90565b634e487b7160e01b5f52603260045260245ffd5b91908201809211612d4e57565b81810292918115918404141715612d4e57565b6001600160401b0303906001600160401b038211612d4e57565b91908203918211612d4e57565b805f52600660205260405f2090805f52600760205260405f20613f9a818484614ae7565b60ff835460a01c16600781101561328e576001148061433e575b6142e55760ff835460a01c16600781101561328e57600514806142d0575b6141865760ff835460a01c1660078110158061328e57811580156142c4575b8181156142b4575b50612d625761328e576005148061429f575b8061428e575b61426d5760018301805464ffffffffff81169081421115612d625760ff865460a01c16600781101561328e57600214908161425b575b50614226575b5060ff845460a01c16600781101561328e576003146141a65760ff845460a01c16600781101561328e5760051480614191575b614127575b5060026001600160501b039101541660018060a01b038354165f5260036020526140b460405f20918254613f2f565b90556004820180546001600160801b03198116909155825460ff60a01b1916600360a11b1783556001600160801b0316916140f190600290614b82565b6040515f91600282528260208301525f516020615af45f395f51905f526040841993a48061411c5750565b614125906157fc565b565b62ffffff90835f52600960205261416161414360405f20614ac5565b855f52600860205260405f20815f5260205260405f20858888614e50565b5460501c1661418657815f52600960205260405f2054614181575f614085565b505050565b909161412592614ba6565b50825f52600960205260405f20541515614080565b835460ff60a01b1916600360a11b1784559192916141c5600584614b82565b6040519361420c614218935f8762ffffff94600561421e9a528260208301525f516020615af45f395f51905f526040841993a46001600160501b0360028201541695614e03565b915460381c1690613f3c565b90613f69565b8061411c5750565b61423d9062ffffff600185015460b81c1690613f2f565b421115612d6257835460ff60a01b1916600360a01b1784555f61404d565b62ffffff915060381c1615155f614047565b909162ffffff600182015460501c1661428557505050565b61412592614ba6565b5061429a818484614cc3565b614011565b50815f52600960205260405f2054151561400b565b905061328e576006821481613ff9565b50505f60018214613ff1565b5062ffffff600184015460501c161515613fd2565b825460ff60a01b1916600360a11b178355909161430490600490614b82565b604051905f826001600160501b03946004600295528260208301525f516020615af45f395f51905f526040841993a40154168061411c5750565b5064ffffffffff6001840154164311613fb4565b61026081019081106001600160401b0382111761436e57604052565b634e487b7160e01b5f52604160045260245ffd5b61010081019081106001600160401b0382111761436e57604052565b61018081019081106001600160401b0382111761436e57604052565b6101c081019081106001600160401b0382111761436e57604052565b90601f801991011681019081106001600160401b0382111761436e57604052565b60405190614404826143ba565b5f6101a0838281528260208201528260408201528260608201528260808201528260a08201528260c08201528260e082015282610100820152826101208201528261014082015282610160820152826101808201520152565b6144656143f7565b505f52600660205260405f20805460ff8160a01c16906007821015918261328e57801515938461455e575b60ff8360a81c16916001820154926002830154916001600160801b03600460038601549501541696604051986144c58a6143ba565b6001600160a01b0388168a52151560208a015261328e576040880152600681101561328e5762ffffff9464ffffffffff91606089015260b81c16608087015264ffffffffff831660a087015261ffff8360281c1660c0870152838360381c1660e0870152838360501c166101008701526101208601526101408501528060801c61016085015260681c166101808301526101a082015290565b600682141594505f9350614490565b6001600160401b03811161436e57601f01601f191660200190565b9291926145948261456d565b916145a260405193846143d6565b829481845281830111610f28578281602093845f960137010152565b9064ffffffffff8091169116019064ffffffffff8211612d4e57565b6001600160401b03811161436e5760051b60200190565b9190811015613f1b5760051b0190565b8051821015613f1b5760209160051b010190565b90939293848311610f28578411610f28578101920390565b51908115158203610f2857565b908060209392818452848401375f828201840152601f01601f1916010190565b5f198114612d4e5760010190565b929091604051926020840194468652306040860152606085015260018060a01b0316608084015260a083015260c082015260c081526146a860e0826143d6565b51902090565b90600182811c921680156146dc575b60208310146146c857565b634e487b7160e01b5f52602260045260245ffd5b91607f16916146bd565b81156146f0570490565b634e487b7160e01b5f52601260045260245ffd5b906001600160801b03809116911601906001600160801b038211612d4e57565b81156146f0570690565b356001600160a01b0381168103610f285790565b3561ffff81168103610f285790565b91909261475c615035565b825f52600660205260405f2090835f52600760205260405f2090614781828487614ae7565b60ff835460a01c16600781101561328e5760058114801590614a20575b8015614a0c575b6132a25750845f526009602052856147bf60405f20614ac5565b036149f957845f52600860205260405f20865f5260205260405f2080549260ff8460a01c16600881101561328e5760028114946001600160a01b03163314801591906149dc575b506132fc5760028201908154936001820195865460e81c90633b9aca00820291808304633b9aca001490151715612d4e576148576040945492612bc761ffff8560c01c1661ffff8660b01c16613f3c565b61488e85519b8c9586948594630cd0b53d60e21b865260048601528b6024860152604485015260c0606485015260c484019161463a565b61ffff60d085901c8116608484015260e085901c1660a483015203916001600160a01b03165afa928315612d11575f965f94614996575b50908691820361498e575b505081156149875760035b600881101561328e57815460ff60a01b191660a09190911b60ff60a01b1617905515614958579160209164ffffffffff600161493e7f8a1484d56b8dad6ca2ff8cf893c476aaac0214b7848f6f6cf8c3db9ecf7e503b965460e81c8342166145be565b9201911664ffffffffff19825416179055604051908152a3565b505060207fc2d790311f9190fb8d9c7a5dc569ff0a8eccad829ba727d8d0ba2d05adda4f5291604051908152a3565b60076148db565b55845f6148d0565b91965092506040813d6040116149d4575b816149b4604093836143d6565b81010312610f28576149ca60208251920161462d565b90959092866148c5565b3d91506149a7565b85915081156149ee575b50155f614806565b60079150145f6149e6565b85638fd2422960e01b5f5260045260245ffd5b5064ffffffffff60018501541642116147a5565b5062ffffff600185015460501c16151561479e565b600882101561328e5752565b6040513060388201526f5af43d82803e903d91602b57fd5bf3ff60248201527f00000000000000000000000000000000000000000000000000000000000000006014820152733d602d80600a3d3981f3363d3d373d3d3d363d73815260588101919091526037600c820120607882015260556043909101206001600160a01b031690565b805415613f1b575f52614ae46001600160401b0360205f205416613f4f565b90565b91909160ff835460a01c16600781101561328e576004149081614b6d575b81614b57575b50614b14575050565b815460ff60a01b1916600560a01b17825560019081015491018054909164ffffffffff91614b479160e81c9083166145be565b1664ffffffffff19825416179055565b90505f52600960205260405f205415155f614b0b565b600184015464ffffffffff1642119150614b05565b90600681101561328e57815460ff60a81b191660a89190911b60ff60a81b16179055565b91906001810154915f1962ffffff8460501c16019162ffffff8311612d4e5761421e9462ffffff6f7fffffffffffffffffffffffffffffff941690805f52600860205260405f20825f526020525f516020615af45f395f51905f52604060018060a01b03815f2054169460048101906001600160501b0360028354996001600160801b038b169c60801c948d614c92575b5001541660018060a01b038254165f526003602052614c5a845f20918254613f2f565b9055614c678288876155f3565b805461ffff60a01b1916608360a11b1790558151600181526020810191909152a460011c1690613f69565b6001600160801b03198154169055895f526003602052855f20614cbb8d8d60011c168254613f2f565b90555f614c37565b9190825f526009602052614cd960405f20614ac5565b91835f52600860205260405f20835f5260205260405f209160ff835460a01c16600881101561328e57600303614dfa57815460408051635c70cf6b60e11b815260048101889052602481018790529691879060449082906001600160a01b03165afa958615612d11575f905f97614db7575b50600381101561328e5760018114612d625715614dad57835463ffffffff60c81b191660c89690961b63ffffffff60c81b16959095178355614da8948254845461ffff60e81b191660389190911b61ffff60e81b161784556154a8565b600190565b5050505050505f90565b9650506040863d604011614df2575b81614dd3604093836143d6565b81010312610f28578551956003871015610f285760200151955f614d4b565b3d9150614dc6565b50505050505f90565b90600201549062ffffff6001697fffffffffffffffffff8085831c161692015460381c169081156146f057046001600160501b039081169160501c1680821015614e4b575090565b905090565b90919293817f0acb23ec0fde81ce54c9018c6d55e176706c20a0a9e82cabb985c903cc9e27b0614ef661412597600560a01b60ff60a01b198254161781556001600160801b03614ea0898961567c565b166001600160801b03614eba60048a019282845416614704565b82546001600160801b0319169116179055546040805160a883901c63ffffffff908116825260c89390931c909216602083015290918291820190565b0390a3805f526009602052614f0d60405f20615823565b615950565b90614f306032916001600160501b03600282015460501c1693615a1a565b04905b8015801580614f6b575b15614f65578160011b91820460021417614f3357634e487b7160e01b5f52601160045260245ffd5b50919050565b50828210614f3d565b3d15614f9e573d90614f858261456d565b91614f9360405193846143d6565b82523d5f602084013e565b606090565b905f91610100614fb38243613f69565b1115615024575f80916040516020810191825260208152614fd56040826143d6565b519071f90827f1c53a10cb7a02335b1753200029355afa614ff4614f74565b9080615019575b6150025750565b909150602081805181010312610f28576020015190565b506020815114614ffb565b409150565b90821015613f1b570190565b323314801590615055575b61504657565b63eb8cd61160e01b5f5260045ffd5b50333b1515615040565b93989198979497969092959660e05260c0526080525461ffff8160a01c16915f60a0525f60a0525b82600160a0511b106152365760026003820154910154610100526150ad60a05188613f3c565b60c05103615223575f5b8781106150c957505050505050505050565b6150d3818a613f2f565b61ffff8460b01c168110156151ce576150ed8582856156a7565b6150fa838b60e0516145f1565b356151058985613f3c565b906001850191828611612d4e576151666151306061926151258e87613f3c565b908d60805190614615565b92908360405194859260208401975f89528a602186015260418501528484013781015f838201520301601f1981018352826143d6565b5190209061518361517960a05187613f3c565b9160a05190613f3c565b90818111610f285760c0518211610f285792908360051b8c0191929360405160018153835b82840360051b810185106151e05750505050505061010051036151ce57506001016150b7565b630196930160e31b5f5260045260245ffd5b909192939495600187165f14615212578535600184015260218301525b6020604183209660011c9501939291906151a8565b6001830152843560218301526151fd565b87630196930160e31b5f5260045260245ffd5b61524160a05161465a565b60a052615087565b908060081c91825f5280602052600160ff60405f205493161b9283831661527a575f526020521760405f2055600190565b505050505f90565b96919261ffff956152ca956152a96152bc9460809a979d9c9d60a08d5260a08d019161463a565b9260208b015289830360408b015261463a565b91868303606088015261463a565b9416910152565b999894979593919296975f9a5495875114615425576152f18751826146e6565b976152fd88518b6146e6565b975f9c5b8d82511115615416576153148e83614601565b511561540d578d6153258185613f2f565b906153308d82613f3c565b906001810110612d4e578f8b8f8f8f8d968f6153868f918f95988f9761537061536a9560209d6153a99b61536a61ffff9f60018801613f3c565b92614615565b959097600161537f8286613f3c565b9401613f3c565b9390926040519a8b998a9963cadcfd9560e01b8b5260c01c169660048a01615282565b03816001600160a01b038e165afa908115612d11575f916153db575b506153d290600192613f2f565b9d5b019c615301565b90506020813d8211615405575b816153f5602093836143d6565b81010312610f28575160016153c5565b3d91506153e8565b9c6001906153d4565b9c505050505050505050505050565b989950909593945060209661545b9293604051998a988997889763cadcfd9560e01b895261ffff8b60c01c169660048a01615282565b03916001600160a01b03165afa908115612d11575f91615479575090565b90506020813d6020116154a0575b81615494602093836143d6565b81010312610f28575190565b3d9150615487565b909192805461ffff855460b01c1661ffff8260e81c16109081156155d3575b506155c757805460ff60a01b1916600160a21b17808255614125959060a881901c63ffffffff90811660c89290921c1610615504575b5050615950565b6155c0916001600160801b0361551a878761567c565b166001600160801b03615534600488019282845416614704565b82546001600160801b031916911617905580546040805160a883901c63ffffffff908116825260c89390931c9092166020830152839186917f0acb23ec0fde81ce54c9018c6d55e176706c20a0a9e82cabb985c903cc9e27b091a3835f5260096020526155a360405f20615823565b835f52600960205263ffffffff60405f20915460c81c1690615753565b5f806154fd565b91614125949391614e50565b905063ffffffff62ffffff600186015460681c169160c81c16105f6154c7565b805f52600660205260ff60405f205460b01c165f14615638575f52600460205260405f209060018060a01b03165f5260205261563460405f20918254613f2f565b9055565b5060018060a01b03165f52600360205261563460405f20918254613f2f565b356001600160801b0381168103610f285790565b3563ffffffff81168103610f285790565b60026064615692846001600160501b0394615a1a565b0492015460a01c168181105f14614e4b575090565b92909160015b6001600160ff1b0381168103612d4e5781600182811b1b10156156d8576156d39061465a565b6156ad565b929091926001811b915f198301928311612d4e5794929190604051938452600191602085019060408601935b61571057505050505050565b9091929394968181851c9116905f5b6004811061573a5750841b1796949392919084881015615704565b91906001908386528288528460608c201618920161571f565b929161575e90613f4f565b9060401b178254926801000000000000000084101561436e5792600181018455806157a58361578d8388613f06565b90919082549060031b91821b915f19901b1916179055565b6157b8575b61578d906141259394613f06565b5f198101818111612d4e5760011c906157d18286613f06565b90549060031b1c908382116157f4579061578d6157ee9287613f06565b806157a5565b9150506157aa565b5f80808093815af161580c614f74565b501561581457565b6312171d8360e31b5f5260045ffd5b80545f19810191818311612d4e5761583b8382613f06565b90549060031b1c911561593c576158528382613f06565b8154905f199060031b1b191690558281558215614181575f5b600181901b906001600160ff1b0381168103612d4e5760018201808311612d4e5780928682101561592a57600201808211612d4e578681109081615900575b506158ee575b506158bb8284613f06565b90549060031b1c908185116158dd579061578d6158d89285613f06565b61586b565b915050614125935061578d91613f06565b6158f991925061465a565b905f6158b0565b61590b915085613f06565b90549060031b1c61591c8286613f06565b90549060031b1c105f6158aa565b50509050614125935061578d91613f06565b634e487b7160e01b5f52603160045260245ffd5b91825f52600960205260405f205415155f14615a0757825f52600960205261597a60405f20614ac5565b925f52600860205260405f20835f5260205260ff60405f205460a01c16600881101561328e576004036159d7575060018201809211612d4e57600101805462ffffff60501b191660509290921b62ffffff60501b16919091179055565b64ffffffffff9192506159f460018092015460e81c8342166145be565b9201911664ffffffffff19825416179055565b50600101805464ffffffffff1916905550565b919060ff600184015460801c935460b01c16615a48575b50600160641b8211615a3f57565b600160641b9150565b916001600160801b036004615a61939401541690613f3c565b60401c905f615a31565b7f00000000000000000000000000000000000000000000000000000000000000008110908115615ac3575b50615a9e5750565b6040516339bac5cd60e11b8152602060048201529081906120a8906024830190613ebf565b6001600160501b039150115f615a96565b908110908115615ae65750615a9e5750565b6276a7009150115f615a9656fefef694932bf9a4a2de588912a19f04226cc8272d5858c6047f3db4620b661b4f60a080604052346021573360805261010a908161002682396080518160630152f35b5f80fdfe6080806040526004361015610012575f80fd5b5f3560e01c630779afe614610025575f80fd5b34610106576060366003190112610106576004356001600160a01b0381169190828103610106576024356001600160a01b03811690819003610106577f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031633036100f75763a9059cbb60e01b5f5260045260443560245260205f60448180855af19160015f51148316156100d7575b5050156100c557005b635274afe760e01b5f5260045260245ffd5b60018315166100ef57503b15153d1516165f806100bc565b3d5f823e3d90fd5b631eb49d6d60e11b5f5260045ffd5b5f80fd",
}

// Market is an auto generated Go binding around an Ethereum contract.
type Market struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *Market) GetABI() abi.ABI {
	return c.abi
}

// NewMarket creates a new instance of Market.
func NewMarket() *Market {
	parsed, err := MarketMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &Market{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *Market) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackConstructor is the Go binding used to pack the parameters required for
// contract deployment.
//
// Solidity: constructor(address[] evaluators_, uint32 minWindow_, uint256 minBond_, uint16 minDrawDelay_) returns()
func (market *Market) PackConstructor(evaluators_ []common.Address, minWindow_ uint32, minBond_ *big.Int, minDrawDelay_ uint16) []byte {
	enc, err := market.abi.Pack("", evaluators_, minWindow_, minBond_, minDrawDelay_)
	if err != nil {
		panic(err)
	}
	return enc
}

// PackBalance is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe3d670d7.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function balance(address ) view returns(uint256)
func (market *Market) PackBalance(arg0 common.Address) []byte {
	enc, err := market.abi.Pack("balance", arg0)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackBalance is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe3d670d7.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function balance(address ) view returns(uint256)
func (market *Market) TryPackBalance(arg0 common.Address) ([]byte, error) {
	return market.abi.Pack("balance", arg0)
}

// UnpackBalance is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xe3d670d7.
//
// Solidity: function balance(address ) view returns(uint256)
func (market *Market) UnpackBalance(data []byte) (*big.Int, error) {
	out, err := market.abi.Unpack("balance", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackBondsOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xfed4f2de.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function bondsOf(uint256 id) view returns(uint256 forCommit, uint256 forClaim)
func (market *Market) PackBondsOf(id *big.Int) []byte {
	enc, err := market.abi.Pack("bondsOf", id)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackBondsOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xfed4f2de.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function bondsOf(uint256 id) view returns(uint256 forCommit, uint256 forClaim)
func (market *Market) TryPackBondsOf(id *big.Int) ([]byte, error) {
	return market.abi.Pack("bondsOf", id)
}

// BondsOfOutput serves as a container for the return parameters of contract
// method BondsOf.
type BondsOfOutput struct {
	ForCommit *big.Int
	ForClaim  *big.Int
}

// UnpackBondsOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xfed4f2de.
//
// Solidity: function bondsOf(uint256 id) view returns(uint256 forCommit, uint256 forClaim)
func (market *Market) UnpackBondsOf(data []byte) (BondsOfOutput, error) {
	out, err := market.abi.Unpack("bondsOf", data)
	outstruct := new(BondsOfOutput)
	if err != nil {
		return *outstruct, err
	}
	outstruct.ForCommit = abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	outstruct.ForClaim = abi.ConvertType(out[1], new(big.Int)).(*big.Int)
	return *outstruct, nil
}

// PackCancel is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x40e58ee5.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function cancel(uint256 id) returns()
func (market *Market) PackCancel(id *big.Int) []byte {
	enc, err := market.abi.Pack("cancel", id)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCancel is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x40e58ee5.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function cancel(uint256 id) returns()
func (market *Market) TryPackCancel(id *big.Int) ([]byte, error) {
	return market.abi.Pack("cancel", id)
}

// PackCaseOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xda391066.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function caseOf(uint256 id, uint256 entry) view returns((address,uint8,bytes32,bytes32,bytes32,uint64,uint32,uint16,uint16,uint16,uint16,uint16))
func (market *Market) PackCaseOf(id *big.Int, entry *big.Int) []byte {
	enc, err := market.abi.Pack("caseOf", id, entry)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCaseOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xda391066.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function caseOf(uint256 id, uint256 entry) view returns((address,uint8,bytes32,bytes32,bytes32,uint64,uint32,uint16,uint16,uint16,uint16,uint16))
func (market *Market) TryPackCaseOf(id *big.Int, entry *big.Int) ([]byte, error) {
	return market.abi.Pack("caseOf", id, entry)
}

// UnpackCaseOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xda391066.
//
// Solidity: function caseOf(uint256 id, uint256 entry) view returns((address,uint8,bytes32,bytes32,bytes32,uint64,uint32,uint16,uint16,uint16,uint16,uint16))
func (market *Market) UnpackCaseOf(data []byte) (IMarketCase, error) {
	out, err := market.abi.Unpack("caseOf", data)
	if err != nil {
		return *new(IMarketCase), err
	}
	out0 := *abi.ConvertType(out[0], new(IMarketCase)).(*IMarketCase)
	return out0, nil
}

// PackChallengeCount is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa2f05725.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function challengeCount() view returns(uint256)
func (market *Market) PackChallengeCount() []byte {
	enc, err := market.abi.Pack("challengeCount")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackChallengeCount is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa2f05725.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function challengeCount() view returns(uint256)
func (market *Market) TryPackChallengeCount() ([]byte, error) {
	return market.abi.Pack("challengeCount")
}

// UnpackChallengeCount is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xa2f05725.
//
// Solidity: function challengeCount() view returns(uint256)
func (market *Market) UnpackChallengeCount(data []byte) (*big.Int, error) {
	out, err := market.abi.Unpack("challengeCount", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackClaim is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc194e4ca.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function claim(uint256 id, uint256 entry, bytes32 modelHash, bytes32 salt, uint256 count) payable returns()
func (market *Market) PackClaim(id *big.Int, entry *big.Int, modelHash [32]byte, salt [32]byte, count *big.Int) []byte {
	enc, err := market.abi.Pack("claim", id, entry, modelHash, salt, count)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackClaim is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc194e4ca.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function claim(uint256 id, uint256 entry, bytes32 modelHash, bytes32 salt, uint256 count) payable returns()
func (market *Market) TryPackClaim(id *big.Int, entry *big.Int, modelHash [32]byte, salt [32]byte, count *big.Int) ([]byte, error) {
	return market.abi.Pack("claim", id, entry, modelHash, salt, count)
}

// PackClaimBond is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xae0bb2d2.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function claimBond(uint256 id, uint256 entry) returns()
func (market *Market) PackClaimBond(id *big.Int, entry *big.Int) []byte {
	enc, err := market.abi.Pack("claimBond", id, entry)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackClaimBond is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xae0bb2d2.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function claimBond(uint256 id, uint256 entry) returns()
func (market *Market) TryPackClaimBond(id *big.Int, entry *big.Int) ([]byte, error) {
	return market.abi.Pack("claimBond", id, entry)
}

// PackCommit is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x1cd98bce.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function commit(uint256 id, bytes32 datasetHash, bytes32 commitment) payable returns(uint256 entry)
func (market *Market) PackCommit(id *big.Int, datasetHash [32]byte, commitment [32]byte) []byte {
	enc, err := market.abi.Pack("commit", id, datasetHash, commitment)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCommit is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x1cd98bce.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function commit(uint256 id, bytes32 datasetHash, bytes32 commitment) payable returns(uint256 entry)
func (market *Market) TryPackCommit(id *big.Int, datasetHash [32]byte, commitment [32]byte) ([]byte, error) {
	return market.abi.Pack("commit", id, datasetHash, commitment)
}

// UnpackCommit is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x1cd98bce.
//
// Solidity: function commit(uint256 id, bytes32 datasetHash, bytes32 commitment) payable returns(uint256 entry)
func (market *Market) UnpackCommit(data []byte) (*big.Int, error) {
	out, err := market.abi.Unpack("commit", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackCommitmentOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x57accdd7.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function commitmentOf(uint256 id, address solver, bytes32 modelHash, bytes32 salt) view returns(bytes32)
func (market *Market) PackCommitmentOf(id *big.Int, solver common.Address, modelHash [32]byte, salt [32]byte) []byte {
	enc, err := market.abi.Pack("commitmentOf", id, solver, modelHash, salt)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCommitmentOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x57accdd7.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function commitmentOf(uint256 id, address solver, bytes32 modelHash, bytes32 salt) view returns(bytes32)
func (market *Market) TryPackCommitmentOf(id *big.Int, solver common.Address, modelHash [32]byte, salt [32]byte) ([]byte, error) {
	return market.abi.Pack("commitmentOf", id, solver, modelHash, salt)
}

// UnpackCommitmentOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x57accdd7.
//
// Solidity: function commitmentOf(uint256 id, address solver, bytes32 modelHash, bytes32 salt) view returns(bytes32)
func (market *Market) UnpackCommitmentOf(data []byte) ([32]byte, error) {
	out, err := market.abi.Unpack("commitmentOf", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackContribution is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xdfa3a432.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function contribution(uint256 , address ) view returns(uint256)
func (market *Market) PackContribution(arg0 *big.Int, arg1 common.Address) []byte {
	enc, err := market.abi.Pack("contribution", arg0, arg1)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackContribution is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xdfa3a432.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function contribution(uint256 , address ) view returns(uint256)
func (market *Market) TryPackContribution(arg0 *big.Int, arg1 common.Address) ([]byte, error) {
	return market.abi.Pack("contribution", arg0, arg1)
}

// UnpackContribution is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xdfa3a432.
//
// Solidity: function contribution(uint256 , address ) view returns(uint256)
func (market *Market) UnpackContribution(data []byte) (*big.Int, error) {
	out, err := market.abi.Unpack("contribution", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackCreateChallenge is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8e786a6f.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function createChallenge((bytes32,uint16,uint16,uint16,uint16,uint16,uint16,address,address,uint128,uint256,uint256,uint256,uint256,uint32,uint32,uint32,uint32,string) t, uint256 reward) payable returns(uint256 id)
func (market *Market) PackCreateChallenge(t IMarketTerms, reward *big.Int) []byte {
	enc, err := market.abi.Pack("createChallenge", t, reward)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCreateChallenge is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8e786a6f.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function createChallenge((bytes32,uint16,uint16,uint16,uint16,uint16,uint16,address,address,uint128,uint256,uint256,uint256,uint256,uint32,uint32,uint32,uint32,string) t, uint256 reward) payable returns(uint256 id)
func (market *Market) TryPackCreateChallenge(t IMarketTerms, reward *big.Int) ([]byte, error) {
	return market.abi.Pack("createChallenge", t, reward)
}

// UnpackCreateChallenge is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x8e786a6f.
//
// Solidity: function createChallenge((bytes32,uint16,uint16,uint16,uint16,uint16,uint16,address,address,uint128,uint256,uint256,uint256,uint256,uint32,uint32,uint32,uint32,string) t, uint256 reward) payable returns(uint256 id)
func (market *Market) UnpackCreateChallenge(data []byte) (*big.Int, error) {
	out, err := market.abi.Unpack("createChallenge", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackDraw is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x23906963.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function draw(uint256 id, bytes header) returns()
func (market *Market) PackDraw(id *big.Int, header []byte) []byte {
	enc, err := market.abi.Pack("draw", id, header)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackDraw is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x23906963.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function draw(uint256 id, bytes header) returns()
func (market *Market) TryPackDraw(id *big.Int, header []byte) ([]byte, error) {
	return market.abi.Pack("draw", id, header)
}

// PackEvaluate is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x630d8178.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function evaluate(uint256 id, uint256 entry, bytes program, uint256 firstSlot, bytes32[] salts, bytes32[] proofs, bytes payloads, bytes witnesses) returns()
func (market *Market) PackEvaluate(id *big.Int, entry *big.Int, program []byte, firstSlot *big.Int, salts [][32]byte, proofs [][32]byte, payloads []byte, witnesses []byte) []byte {
	enc, err := market.abi.Pack("evaluate", id, entry, program, firstSlot, salts, proofs, payloads, witnesses)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackEvaluate is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x630d8178.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function evaluate(uint256 id, uint256 entry, bytes program, uint256 firstSlot, bytes32[] salts, bytes32[] proofs, bytes payloads, bytes witnesses) returns()
func (market *Market) TryPackEvaluate(id *big.Int, entry *big.Int, program []byte, firstSlot *big.Int, salts [][32]byte, proofs [][32]byte, payloads []byte, witnesses []byte) ([]byte, error) {
	return market.abi.Pack("evaluate", id, entry, program, firstSlot, salts, proofs, payloads, witnesses)
}

// PackEvaluators is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe168afe3.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function evaluators(uint256 ) view returns(address)
func (market *Market) PackEvaluators(arg0 *big.Int) []byte {
	enc, err := market.abi.Pack("evaluators", arg0)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackEvaluators is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe168afe3.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function evaluators(uint256 ) view returns(address)
func (market *Market) TryPackEvaluators(arg0 *big.Int) ([]byte, error) {
	return market.abi.Pack("evaluators", arg0)
}

// UnpackEvaluators is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xe168afe3.
//
// Solidity: function evaluators(uint256 ) view returns(address)
func (market *Market) UnpackEvaluators(data []byte) (common.Address, error) {
	out, err := market.abi.Unpack("evaluators", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackFinalize is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x05261aea.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function finalize(uint256 id) returns()
func (market *Market) PackFinalize(id *big.Int) []byte {
	enc, err := market.abi.Pack("finalize", id)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackFinalize is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x05261aea.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function finalize(uint256 id) returns()
func (market *Market) TryPackFinalize(id *big.Int) ([]byte, error) {
	return market.abi.Pack("finalize", id)
}

// PackFund is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x9a50f4cb.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function fund(uint256 id, address owner, bytes32 datasetHash, uint256 amount) payable returns()
func (market *Market) PackFund(id *big.Int, owner common.Address, datasetHash [32]byte, amount *big.Int) []byte {
	enc, err := market.abi.Pack("fund", id, owner, datasetHash, amount)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackFund is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x9a50f4cb.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function fund(uint256 id, address owner, bytes32 datasetHash, uint256 amount) payable returns()
func (market *Market) TryPackFund(id *big.Int, owner common.Address, datasetHash [32]byte, amount *big.Int) ([]byte, error) {
	return market.abi.Pack("fund", id, owner, datasetHash, amount)
}

// PackGetChallenge is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x1bdd4b74.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function getChallenge(uint256 id) view returns((address,bool,uint8,uint8,uint64,uint64,uint32,uint32,uint32,bytes32,bytes32,uint256,uint256,uint256))
func (market *Market) PackGetChallenge(id *big.Int) []byte {
	enc, err := market.abi.Pack("getChallenge", id)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGetChallenge is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x1bdd4b74.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function getChallenge(uint256 id) view returns((address,bool,uint8,uint8,uint64,uint64,uint32,uint32,uint32,bytes32,bytes32,uint256,uint256,uint256))
func (market *Market) TryPackGetChallenge(id *big.Int) ([]byte, error) {
	return market.abi.Pack("getChallenge", id)
}

// UnpackGetChallenge is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x1bdd4b74.
//
// Solidity: function getChallenge(uint256 id) view returns((address,bool,uint8,uint8,uint64,uint64,uint32,uint32,uint32,bytes32,bytes32,uint256,uint256,uint256))
func (market *Market) UnpackGetChallenge(data []byte) (IMarketChallenge, error) {
	out, err := market.abi.Unpack("getChallenge", data)
	if err != nil {
		return *new(IMarketChallenge), err
	}
	out0 := *abi.ConvertType(out[0], new(IMarketChallenge)).(*IMarketChallenge)
	return out0, nil
}

// PackGetChallenges is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x24767403.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function getChallenges(uint256[] ids) view returns((address,bool,uint8,uint8,uint64,uint64,uint32,uint32,uint32,bytes32,bytes32,uint256,uint256,uint256)[] all)
func (market *Market) PackGetChallenges(ids []*big.Int) []byte {
	enc, err := market.abi.Pack("getChallenges", ids)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGetChallenges is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x24767403.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function getChallenges(uint256[] ids) view returns((address,bool,uint8,uint8,uint64,uint64,uint32,uint32,uint32,bytes32,bytes32,uint256,uint256,uint256)[] all)
func (market *Market) TryPackGetChallenges(ids []*big.Int) ([]byte, error) {
	return market.abi.Pack("getChallenges", ids)
}

// UnpackGetChallenges is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x24767403.
//
// Solidity: function getChallenges(uint256[] ids) view returns((address,bool,uint8,uint8,uint64,uint64,uint32,uint32,uint32,bytes32,bytes32,uint256,uint256,uint256)[] all)
func (market *Market) UnpackGetChallenges(data []byte) ([]IMarketChallenge, error) {
	out, err := market.abi.Unpack("getChallenges", data)
	if err != nil {
		return *new([]IMarketChallenge), err
	}
	out0 := *abi.ConvertType(out[0], new([]IMarketChallenge)).(*[]IMarketChallenge)
	return out0, nil
}

// PackGetEntry is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x98ba676d.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function getEntry(uint256 id, uint256 entry) view returns((address,uint8,uint32,uint32,uint16,uint8,bytes32,bytes32))
func (market *Market) PackGetEntry(id *big.Int, entry *big.Int) []byte {
	enc, err := market.abi.Pack("getEntry", id, entry)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGetEntry is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x98ba676d.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function getEntry(uint256 id, uint256 entry) view returns((address,uint8,uint32,uint32,uint16,uint8,bytes32,bytes32))
func (market *Market) TryPackGetEntry(id *big.Int, entry *big.Int) ([]byte, error) {
	return market.abi.Pack("getEntry", id, entry)
}

// UnpackGetEntry is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x98ba676d.
//
// Solidity: function getEntry(uint256 id, uint256 entry) view returns((address,uint8,uint32,uint32,uint16,uint8,bytes32,bytes32))
func (market *Market) UnpackGetEntry(data []byte) (IMarketEntry, error) {
	out, err := market.abi.Unpack("getEntry", data)
	if err != nil {
		return *new(IMarketEntry), err
	}
	out0 := *abi.ConvertType(out[0], new(IMarketEntry)).(*IMarketEntry)
	return out0, nil
}

// PackGetTerms is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x5cdf98de.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function getTerms(uint256 id) view returns((bytes32,uint16,uint16,uint16,uint16,uint16,uint16,address,address,uint128,uint256,uint256,uint256,uint256,uint32,uint32,uint32,uint32,string))
func (market *Market) PackGetTerms(id *big.Int) []byte {
	enc, err := market.abi.Pack("getTerms", id)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGetTerms is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x5cdf98de.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function getTerms(uint256 id) view returns((bytes32,uint16,uint16,uint16,uint16,uint16,uint16,address,address,uint128,uint256,uint256,uint256,uint256,uint32,uint32,uint32,uint32,string))
func (market *Market) TryPackGetTerms(id *big.Int) ([]byte, error) {
	return market.abi.Pack("getTerms", id)
}

// UnpackGetTerms is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x5cdf98de.
//
// Solidity: function getTerms(uint256 id) view returns((bytes32,uint16,uint16,uint16,uint16,uint16,uint16,address,address,uint128,uint256,uint256,uint256,uint256,uint32,uint32,uint32,uint32,string))
func (market *Market) UnpackGetTerms(data []byte) (IMarketTerms, error) {
	out, err := market.abi.Unpack("getTerms", data)
	if err != nil {
		return *new(IMarketTerms), err
	}
	out0 := *abi.ConvertType(out[0], new(IMarketTerms)).(*IMarketTerms)
	return out0, nil
}

// PackGroupOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb6a29b45.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function groupOf(uint256 id, uint256 slot) view returns(uint256)
func (market *Market) PackGroupOf(id *big.Int, slot *big.Int) []byte {
	enc, err := market.abi.Pack("groupOf", id, slot)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGroupOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb6a29b45.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function groupOf(uint256 id, uint256 slot) view returns(uint256)
func (market *Market) TryPackGroupOf(id *big.Int, slot *big.Int) ([]byte, error) {
	return market.abi.Pack("groupOf", id, slot)
}

// UnpackGroupOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xb6a29b45.
//
// Solidity: function groupOf(uint256 id, uint256 slot) view returns(uint256)
func (market *Market) UnpackGroupOf(data []byte) (*big.Int, error) {
	out, err := market.abi.Unpack("groupOf", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackIsEvaluator is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x1b561cf9.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function isEvaluator(address ) view returns(bool)
func (market *Market) PackIsEvaluator(arg0 common.Address) []byte {
	enc, err := market.abi.Pack("isEvaluator", arg0)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackIsEvaluator is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x1b561cf9.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function isEvaluator(address ) view returns(bool)
func (market *Market) TryPackIsEvaluator(arg0 common.Address) ([]byte, error) {
	return market.abi.Pack("isEvaluator", arg0)
}

// UnpackIsEvaluator is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x1b561cf9.
//
// Solidity: function isEvaluator(address ) view returns(bool)
func (market *Market) UnpackIsEvaluator(data []byte) (bool, error) {
	out, err := market.abi.Unpack("isEvaluator", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackIsRevealed is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc025902c.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function isRevealed(uint256 id, uint256 word) view returns(uint256)
func (market *Market) PackIsRevealed(id *big.Int, word *big.Int) []byte {
	enc, err := market.abi.Pack("isRevealed", id, word)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackIsRevealed is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc025902c.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function isRevealed(uint256 id, uint256 word) view returns(uint256)
func (market *Market) TryPackIsRevealed(id *big.Int, word *big.Int) ([]byte, error) {
	return market.abi.Pack("isRevealed", id, word)
}

// UnpackIsRevealed is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xc025902c.
//
// Solidity: function isRevealed(uint256 id, uint256 word) view returns(uint256)
func (market *Market) UnpackIsRevealed(data []byte) (*big.Int, error) {
	out, err := market.abi.Unpack("isRevealed", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackIsSeen is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa6775a77.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function isSeen(uint256 id, uint256 entry, uint256 word) view returns(uint256)
func (market *Market) PackIsSeen(id *big.Int, entry *big.Int, word *big.Int) []byte {
	enc, err := market.abi.Pack("isSeen", id, entry, word)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackIsSeen is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa6775a77.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function isSeen(uint256 id, uint256 entry, uint256 word) view returns(uint256)
func (market *Market) TryPackIsSeen(id *big.Int, entry *big.Int, word *big.Int) ([]byte, error) {
	return market.abi.Pack("isSeen", id, entry, word)
}

// UnpackIsSeen is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xa6775a77.
//
// Solidity: function isSeen(uint256 id, uint256 entry, uint256 word) view returns(uint256)
func (market *Market) UnpackIsSeen(data []byte) (*big.Int, error) {
	out, err := market.abi.Unpack("isSeen", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackLeader is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x0508bcb4.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function leader(uint256 id) view returns(uint256)
func (market *Market) PackLeader(id *big.Int) []byte {
	enc, err := market.abi.Pack("leader", id)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackLeader is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x0508bcb4.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function leader(uint256 id) view returns(uint256)
func (market *Market) TryPackLeader(id *big.Int) ([]byte, error) {
	return market.abi.Pack("leader", id)
}

// UnpackLeader is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x0508bcb4.
//
// Solidity: function leader(uint256 id) view returns(uint256)
func (market *Market) UnpackLeader(data []byte) (*big.Int, error) {
	out, err := market.abi.Unpack("leader", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackMinBond is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x831518b7.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function minBond() view returns(uint256)
func (market *Market) PackMinBond() []byte {
	enc, err := market.abi.Pack("minBond")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackMinBond is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x831518b7.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function minBond() view returns(uint256)
func (market *Market) TryPackMinBond() ([]byte, error) {
	return market.abi.Pack("minBond")
}

// UnpackMinBond is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x831518b7.
//
// Solidity: function minBond() view returns(uint256)
func (market *Market) UnpackMinBond(data []byte) (*big.Int, error) {
	out, err := market.abi.Unpack("minBond", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackMinDrawDelay is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xadccbae8.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function minDrawDelay() view returns(uint16)
func (market *Market) PackMinDrawDelay() []byte {
	enc, err := market.abi.Pack("minDrawDelay")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackMinDrawDelay is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xadccbae8.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function minDrawDelay() view returns(uint16)
func (market *Market) TryPackMinDrawDelay() ([]byte, error) {
	return market.abi.Pack("minDrawDelay")
}

// UnpackMinDrawDelay is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xadccbae8.
//
// Solidity: function minDrawDelay() view returns(uint16)
func (market *Market) UnpackMinDrawDelay(data []byte) (uint16, error) {
	out, err := market.abi.Unpack("minDrawDelay", data)
	if err != nil {
		return *new(uint16), err
	}
	out0 := *abi.ConvertType(out[0], new(uint16)).(*uint16)
	return out0, nil
}

// PackMinWindow is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xac66a3ef.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function minWindow() view returns(uint32)
func (market *Market) PackMinWindow() []byte {
	enc, err := market.abi.Pack("minWindow")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackMinWindow is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xac66a3ef.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function minWindow() view returns(uint32)
func (market *Market) TryPackMinWindow() ([]byte, error) {
	return market.abi.Pack("minWindow")
}

// UnpackMinWindow is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xac66a3ef.
//
// Solidity: function minWindow() view returns(uint32)
func (market *Market) UnpackMinWindow(data []byte) (uint32, error) {
	out, err := market.abi.Unpack("minWindow", data)
	if err != nil {
		return *new(uint32), err
	}
	out0 := *abi.ConvertType(out[0], new(uint32)).(*uint32)
	return out0, nil
}

// PackRefund is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x7ad226dc.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function refund(uint256 id, address sponsor) returns()
func (market *Market) PackRefund(id *big.Int, sponsor common.Address) []byte {
	enc, err := market.abi.Pack("refund", id, sponsor)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRefund is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x7ad226dc.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function refund(uint256 id, address sponsor) returns()
func (market *Market) TryPackRefund(id *big.Int, sponsor common.Address) ([]byte, error) {
	return market.abi.Pack("refund", id, sponsor)
}

// PackRevealHoldout is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x34d762ae.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function revealHoldout(uint256 id, uint256 firstSlot, bytes32[] salts, bytes32[] proofs, bytes payloads) returns()
func (market *Market) PackRevealHoldout(id *big.Int, firstSlot *big.Int, salts [][32]byte, proofs [][32]byte, payloads []byte) []byte {
	enc, err := market.abi.Pack("revealHoldout", id, firstSlot, salts, proofs, payloads)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRevealHoldout is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x34d762ae.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function revealHoldout(uint256 id, uint256 firstSlot, bytes32[] salts, bytes32[] proofs, bytes payloads) returns()
func (market *Market) TryPackRevealHoldout(id *big.Int, firstSlot *big.Int, salts [][32]byte, proofs [][32]byte, payloads []byte) ([]byte, error) {
	return market.abi.Pack("revealHoldout", id, firstSlot, salts, proofs, payloads)
}

// PackRevealModel is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x95692694.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function revealModel(uint256 id, uint256 entry, bytes part) returns()
func (market *Market) PackRevealModel(id *big.Int, entry *big.Int, part []byte) []byte {
	enc, err := market.abi.Pack("revealModel", id, entry, part)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRevealModel is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x95692694.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function revealModel(uint256 id, uint256 entry, bytes part) returns()
func (market *Market) TryPackRevealModel(id *big.Int, entry *big.Int, part []byte) ([]byte, error) {
	return market.abi.Pack("revealModel", id, entry, part)
}

// PackTokenCredit is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6b9c7be8.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function tokenCredit(uint256 , address ) view returns(uint256)
func (market *Market) PackTokenCredit(arg0 *big.Int, arg1 common.Address) []byte {
	enc, err := market.abi.Pack("tokenCredit", arg0, arg1)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTokenCredit is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6b9c7be8.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function tokenCredit(uint256 , address ) view returns(uint256)
func (market *Market) TryPackTokenCredit(arg0 *big.Int, arg1 common.Address) ([]byte, error) {
	return market.abi.Pack("tokenCredit", arg0, arg1)
}

// UnpackTokenCredit is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x6b9c7be8.
//
// Solidity: function tokenCredit(uint256 , address ) view returns(uint256)
func (market *Market) UnpackTokenCredit(data []byte) (*big.Int, error) {
	out, err := market.abi.Unpack("tokenCredit", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackVaultOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xdaa0bfba.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function vaultOf(uint256 id) view returns(address)
func (market *Market) PackVaultOf(id *big.Int) []byte {
	enc, err := market.abi.Pack("vaultOf", id)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackVaultOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xdaa0bfba.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function vaultOf(uint256 id) view returns(address)
func (market *Market) TryPackVaultOf(id *big.Int) ([]byte, error) {
	return market.abi.Pack("vaultOf", id)
}

// UnpackVaultOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xdaa0bfba.
//
// Solidity: function vaultOf(uint256 id) view returns(address)
func (market *Market) UnpackVaultOf(data []byte) (common.Address, error) {
	out, err := market.abi.Unpack("vaultOf", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackWithdraw is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf3fef3a3.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function withdraw(address to, uint256 amount) returns()
func (market *Market) PackWithdraw(to common.Address, amount *big.Int) []byte {
	enc, err := market.abi.Pack("withdraw", to, amount)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackWithdraw is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf3fef3a3.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function withdraw(address to, uint256 amount) returns()
func (market *Market) TryPackWithdraw(to common.Address, amount *big.Int) ([]byte, error) {
	return market.abi.Pack("withdraw", to, amount)
}

// PackWithdrawToken is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x5d61210d.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function withdrawToken(uint256 id, uint256 amount, address to) returns(uint256 arrived)
func (market *Market) PackWithdrawToken(id *big.Int, amount *big.Int, to common.Address) []byte {
	enc, err := market.abi.Pack("withdrawToken", id, amount, to)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackWithdrawToken is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x5d61210d.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function withdrawToken(uint256 id, uint256 amount, address to) returns(uint256 arrived)
func (market *Market) TryPackWithdrawToken(id *big.Int, amount *big.Int, to common.Address) ([]byte, error) {
	return market.abi.Pack("withdrawToken", id, amount, to)
}

// UnpackWithdrawToken is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x5d61210d.
//
// Solidity: function withdrawToken(uint256 id, uint256 amount, address to) returns(uint256 arrived)
func (market *Market) UnpackWithdrawToken(data []byte) (*big.Int, error) {
	out, err := market.abi.Unpack("withdrawToken", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// MarketCancelled represents a Cancelled event raised by the Market contract.
type MarketCancelled struct {
	Id  *big.Int
	Raw *types.Log // Blockchain specific contextual infos
}

const MarketCancelledEventName = "Cancelled"

// ContractEventName returns the user-defined event name.
func (MarketCancelled) ContractEventName() string {
	return MarketCancelledEventName
}

// UnpackCancelledEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Cancelled(uint256 indexed id)
func (market *Market) UnpackCancelledEvent(log *types.Log) (*MarketCancelled, error) {
	event := "Cancelled"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != market.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(MarketCancelled)
	if len(log.Data) > 0 {
		if err := market.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range market.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// MarketChallengeCreated represents a ChallengeCreated event raised by the Market contract.
type MarketChallengeCreated struct {
	Id          *big.Int
	Owner       common.Address
	DatasetHash [32]byte
	Reward      *big.Int
	DrawBlock   uint64
	Raw         *types.Log // Blockchain specific contextual infos
}

const MarketChallengeCreatedEventName = "ChallengeCreated"

// ContractEventName returns the user-defined event name.
func (MarketChallengeCreated) ContractEventName() string {
	return MarketChallengeCreatedEventName
}

// UnpackChallengeCreatedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event ChallengeCreated(uint256 indexed id, address indexed owner, bytes32 datasetHash, uint256 reward, uint64 drawBlock)
func (market *Market) UnpackChallengeCreatedEvent(log *types.Log) (*MarketChallengeCreated, error) {
	event := "ChallengeCreated"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != market.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(MarketChallengeCreated)
	if len(log.Data) > 0 {
		if err := market.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range market.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// MarketClaimed represents a Claimed event raised by the Market contract.
type MarketClaimed struct {
	Id     *big.Int
	Entry  *big.Int
	Solver common.Address
	Count  *big.Int
	Raw    *types.Log // Blockchain specific contextual infos
}

const MarketClaimedEventName = "Claimed"

// ContractEventName returns the user-defined event name.
func (MarketClaimed) ContractEventName() string {
	return MarketClaimedEventName
}

// UnpackClaimedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Claimed(uint256 indexed id, uint256 indexed entry, address indexed solver, uint256 count)
func (market *Market) UnpackClaimedEvent(log *types.Log) (*MarketClaimed, error) {
	event := "Claimed"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != market.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(MarketClaimed)
	if len(log.Data) > 0 {
		if err := market.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range market.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// MarketCommitted represents a Committed event raised by the Market contract.
type MarketCommitted struct {
	Id         *big.Int
	Entry      *big.Int
	Solver     common.Address
	Commitment [32]byte
	Raw        *types.Log // Blockchain specific contextual infos
}

const MarketCommittedEventName = "Committed"

// ContractEventName returns the user-defined event name.
func (MarketCommitted) ContractEventName() string {
	return MarketCommittedEventName
}

// UnpackCommittedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Committed(uint256 indexed id, uint256 indexed entry, address indexed solver, bytes32 commitment)
func (market *Market) UnpackCommittedEvent(log *types.Log) (*MarketCommitted, error) {
	event := "Committed"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != market.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(MarketCommitted)
	if len(log.Data) > 0 {
		if err := market.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range market.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// MarketDrawn represents a Drawn event raised by the Market contract.
type MarketDrawn struct {
	Id             *big.Int
	Seed           [32]byte
	CommitDeadline uint64
	Raw            *types.Log // Blockchain specific contextual infos
}

const MarketDrawnEventName = "Drawn"

// ContractEventName returns the user-defined event name.
func (MarketDrawn) ContractEventName() string {
	return MarketDrawnEventName
}

// UnpackDrawnEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Drawn(uint256 indexed id, bytes32 seed, uint64 commitDeadline)
func (market *Market) UnpackDrawnEvent(log *types.Log) (*MarketDrawn, error) {
	event := "Drawn"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != market.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(MarketDrawn)
	if len(log.Data) > 0 {
		if err := market.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range market.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// MarketEntrySlashed represents a EntrySlashed event raised by the Market contract.
type MarketEntrySlashed struct {
	Id      *big.Int
	Entry   *big.Int
	Claimed *big.Int
	Right   *big.Int
	Raw     *types.Log // Blockchain specific contextual infos
}

const MarketEntrySlashedEventName = "EntrySlashed"

// ContractEventName returns the user-defined event name.
func (MarketEntrySlashed) ContractEventName() string {
	return MarketEntrySlashedEventName
}

// UnpackEntrySlashedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event EntrySlashed(uint256 indexed id, uint256 indexed entry, uint256 claimed, uint256 right)
func (market *Market) UnpackEntrySlashedEvent(log *types.Log) (*MarketEntrySlashed, error) {
	event := "EntrySlashed"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != market.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(MarketEntrySlashed)
	if len(log.Data) > 0 {
		if err := market.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range market.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// MarketEvaluated represents a Evaluated event raised by the Market contract.
type MarketEvaluated struct {
	Id     *big.Int
	Entry  *big.Int
	Groups *big.Int
	Right  *big.Int
	Seen   *big.Int
	Raw    *types.Log // Blockchain specific contextual infos
}

const MarketEvaluatedEventName = "Evaluated"

// ContractEventName returns the user-defined event name.
func (MarketEvaluated) ContractEventName() string {
	return MarketEvaluatedEventName
}

// UnpackEvaluatedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Evaluated(uint256 indexed id, uint256 indexed entry, uint256 groups, uint256 right, uint256 seen)
func (market *Market) UnpackEvaluatedEvent(log *types.Log) (*MarketEvaluated, error) {
	event := "Evaluated"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != market.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(MarketEvaluated)
	if len(log.Data) > 0 {
		if err := market.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range market.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// MarketFinalized represents a Finalized event raised by the Market contract.
type MarketFinalized struct {
	Id      *big.Int
	Outcome uint8
	Entry   *big.Int
	Winner  common.Address
	Paid    *big.Int
	Raw     *types.Log // Blockchain specific contextual infos
}

const MarketFinalizedEventName = "Finalized"

// ContractEventName returns the user-defined event name.
func (MarketFinalized) ContractEventName() string {
	return MarketFinalizedEventName
}

// UnpackFinalizedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Finalized(uint256 indexed id, uint8 outcome, uint256 indexed entry, address indexed winner, uint256 paid)
func (market *Market) UnpackFinalizedEvent(log *types.Log) (*MarketFinalized, error) {
	event := "Finalized"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != market.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(MarketFinalized)
	if len(log.Data) > 0 {
		if err := market.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range market.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// MarketFunded represents a Funded event raised by the Market contract.
type MarketFunded struct {
	Id      *big.Int
	Sponsor common.Address
	Amount  *big.Int
	Raw     *types.Log // Blockchain specific contextual infos
}

const MarketFundedEventName = "Funded"

// ContractEventName returns the user-defined event name.
func (MarketFunded) ContractEventName() string {
	return MarketFundedEventName
}

// UnpackFundedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Funded(uint256 indexed id, address indexed sponsor, uint256 amount)
func (market *Market) UnpackFundedEvent(log *types.Log) (*MarketFunded, error) {
	event := "Funded"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != market.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(MarketFunded)
	if len(log.Data) > 0 {
		if err := market.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range market.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// MarketHoldoutRevealed represents a HoldoutRevealed event raised by the Market contract.
type MarketHoldoutRevealed struct {
	Id        *big.Int
	FirstSlot *big.Int
	Slots     *big.Int
	Revealed  *big.Int
	Raw       *types.Log // Blockchain specific contextual infos
}

const MarketHoldoutRevealedEventName = "HoldoutRevealed"

// ContractEventName returns the user-defined event name.
func (MarketHoldoutRevealed) ContractEventName() string {
	return MarketHoldoutRevealedEventName
}

// UnpackHoldoutRevealedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event HoldoutRevealed(uint256 indexed id, uint256 firstSlot, uint256 slots, uint256 revealed)
func (market *Market) UnpackHoldoutRevealedEvent(log *types.Log) (*MarketHoldoutRevealed, error) {
	event := "HoldoutRevealed"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != market.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(MarketHoldoutRevealed)
	if len(log.Data) > 0 {
		if err := market.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range market.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// MarketModelPart represents a ModelPart event raised by the Market contract.
type MarketModelPart struct {
	Id     *big.Int
	Entry  *big.Int
	Digest [32]byte
	Raw    *types.Log // Blockchain specific contextual infos
}

const MarketModelPartEventName = "ModelPart"

// ContractEventName returns the user-defined event name.
func (MarketModelPart) ContractEventName() string {
	return MarketModelPartEventName
}

// UnpackModelPartEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event ModelPart(uint256 indexed id, uint256 indexed entry, bytes32 digest)
func (market *Market) UnpackModelPartEvent(log *types.Log) (*MarketModelPart, error) {
	event := "ModelPart"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != market.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(MarketModelPart)
	if len(log.Data) > 0 {
		if err := market.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range market.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// MarketModelRevealed represents a ModelRevealed event raised by the Market contract.
type MarketModelRevealed struct {
	Id        *big.Int
	Entry     *big.Int
	ModelHash [32]byte
	Raw       *types.Log // Blockchain specific contextual infos
}

const MarketModelRevealedEventName = "ModelRevealed"

// ContractEventName returns the user-defined event name.
func (MarketModelRevealed) ContractEventName() string {
	return MarketModelRevealedEventName
}

// UnpackModelRevealedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event ModelRevealed(uint256 indexed id, uint256 indexed entry, bytes32 modelHash)
func (market *Market) UnpackModelRevealedEvent(log *types.Log) (*MarketModelRevealed, error) {
	event := "ModelRevealed"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != market.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(MarketModelRevealed)
	if len(log.Data) > 0 {
		if err := market.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range market.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// MarketTokenWithdrawn represents a TokenWithdrawn event raised by the Market contract.
type MarketTokenWithdrawn struct {
	Id      *big.Int
	From    common.Address
	To      common.Address
	Credit  *big.Int
	Arrived *big.Int
	Raw     *types.Log // Blockchain specific contextual infos
}

const MarketTokenWithdrawnEventName = "TokenWithdrawn"

// ContractEventName returns the user-defined event name.
func (MarketTokenWithdrawn) ContractEventName() string {
	return MarketTokenWithdrawnEventName
}

// UnpackTokenWithdrawnEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event TokenWithdrawn(uint256 indexed id, address indexed from, address to, uint256 credit, uint256 arrived)
func (market *Market) UnpackTokenWithdrawnEvent(log *types.Log) (*MarketTokenWithdrawn, error) {
	event := "TokenWithdrawn"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != market.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(MarketTokenWithdrawn)
	if len(log.Data) > 0 {
		if err := market.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range market.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// MarketWithdrawn represents a Withdrawn event raised by the Market contract.
type MarketWithdrawn struct {
	From   common.Address
	Amount *big.Int
	Raw    *types.Log // Blockchain specific contextual infos
}

const MarketWithdrawnEventName = "Withdrawn"

// ContractEventName returns the user-defined event name.
func (MarketWithdrawn) ContractEventName() string {
	return MarketWithdrawnEventName
}

// UnpackWithdrawnEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Withdrawn(address indexed from, uint256 amount)
func (market *Market) UnpackWithdrawnEvent(log *types.Log) (*MarketWithdrawn, error) {
	event := "Withdrawn"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != market.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(MarketWithdrawn)
	if len(log.Data) > 0 {
		if err := market.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range market.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// UnpackError attempts to decode the provided error data using user-defined
// error definitions.
func (market *Market) UnpackError(raw []byte) (any, error) {
	if bytes.Equal(raw[:4], market.abi.Errors["BadGroup"].ID.Bytes()[:4]) {
		return market.UnpackBadGroupError(raw[4:])
	}
	if bytes.Equal(raw[:4], market.abi.Errors["BadHeader"].ID.Bytes()[:4]) {
		return market.UnpackBadHeaderError(raw[4:])
	}
	if bytes.Equal(raw[:4], market.abi.Errors["BadProof"].ID.Bytes()[:4]) {
		return market.UnpackBadProofError(raw[4:])
	}
	if bytes.Equal(raw[:4], market.abi.Errors["BadTerms"].ID.Bytes()[:4]) {
		return market.UnpackBadTermsError(raw[4:])
	}
	if bytes.Equal(raw[:4], market.abi.Errors["FailedDeployment"].ID.Bytes()[:4]) {
		return market.UnpackFailedDeploymentError(raw[4:])
	}
	if bytes.Equal(raw[:4], market.abi.Errors["InsufficientBalance"].ID.Bytes()[:4]) {
		return market.UnpackInsufficientBalanceError(raw[4:])
	}
	if bytes.Equal(raw[:4], market.abi.Errors["NotAllowed"].ID.Bytes()[:4]) {
		return market.UnpackNotAllowedError(raw[4:])
	}
	if bytes.Equal(raw[:4], market.abi.Errors["NotDirect"].ID.Bytes()[:4]) {
		return market.UnpackNotDirectError(raw[4:])
	}
	if bytes.Equal(raw[:4], market.abi.Errors["NotYourTurn"].ID.Bytes()[:4]) {
		return market.UnpackNotYourTurnError(raw[4:])
	}
	if bytes.Equal(raw[:4], market.abi.Errors["NothingToDo"].ID.Bytes()[:4]) {
		return market.UnpackNothingToDoError(raw[4:])
	}
	if bytes.Equal(raw[:4], market.abi.Errors["Reentered"].ID.Bytes()[:4]) {
		return market.UnpackReenteredError(raw[4:])
	}
	if bytes.Equal(raw[:4], market.abi.Errors["SafeERC20FailedOperation"].ID.Bytes()[:4]) {
		return market.UnpackSafeERC20FailedOperationError(raw[4:])
	}
	if bytes.Equal(raw[:4], market.abi.Errors["TransferFailed"].ID.Bytes()[:4]) {
		return market.UnpackTransferFailedError(raw[4:])
	}
	if bytes.Equal(raw[:4], market.abi.Errors["WrongChallenge"].ID.Bytes()[:4]) {
		return market.UnpackWrongChallengeError(raw[4:])
	}
	if bytes.Equal(raw[:4], market.abi.Errors["WrongPhase"].ID.Bytes()[:4]) {
		return market.UnpackWrongPhaseError(raw[4:])
	}
	if bytes.Equal(raw[:4], market.abi.Errors["WrongValue"].ID.Bytes()[:4]) {
		return market.UnpackWrongValueError(raw[4:])
	}
	return nil, errors.New("Unknown error")
}

// MarketBadGroup represents a BadGroup error raised by the Market contract.
type MarketBadGroup struct {
	Slot *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadGroup(uint256 slot)
func MarketBadGroupErrorID() common.Hash {
	return common.HexToHash("0x68a58bf3e9716c0b070326d063757ddd82c7ae7c176a729a3ac7a601d4be6efc")
}

// UnpackBadGroupError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadGroup(uint256 slot)
func (market *Market) UnpackBadGroupError(raw []byte) (*MarketBadGroup, error) {
	out := new(MarketBadGroup)
	if err := market.abi.UnpackIntoInterface(out, "BadGroup", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// MarketBadHeader represents a BadHeader error raised by the Market contract.
type MarketBadHeader struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadHeader()
func MarketBadHeaderErrorID() common.Hash {
	return common.HexToHash("0x451b7cffd5afdd96a51fe8544f5ec6ffb29228bad9c3d25b5d9e4bcb05191f5c")
}

// UnpackBadHeaderError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadHeader()
func (market *Market) UnpackBadHeaderError(raw []byte) (*MarketBadHeader, error) {
	out := new(MarketBadHeader)
	if err := market.abi.UnpackIntoInterface(out, "BadHeader", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// MarketBadProof represents a BadProof error raised by the Market contract.
type MarketBadProof struct {
	Slot *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadProof(uint256 slot)
func MarketBadProofErrorID() common.Hash {
	return common.HexToHash("0x0cb498088432094dff5fa194648f6d3bbde37e11dd1af6364b86c1cf23893734")
}

// UnpackBadProofError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadProof(uint256 slot)
func (market *Market) UnpackBadProofError(raw []byte) (*MarketBadProof, error) {
	out := new(MarketBadProof)
	if err := market.abi.UnpackIntoInterface(out, "BadProof", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// MarketBadTerms represents a BadTerms error raised by the Market contract.
type MarketBadTerms struct {
	Field string
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadTerms(string field)
func MarketBadTermsErrorID() common.Hash {
	return common.HexToHash("0x73758b9a3cf6651064ab6f331e84205cf570d3c534baa7d3c8b70e6e0efd4fba")
}

// UnpackBadTermsError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadTerms(string field)
func (market *Market) UnpackBadTermsError(raw []byte) (*MarketBadTerms, error) {
	out := new(MarketBadTerms)
	if err := market.abi.UnpackIntoInterface(out, "BadTerms", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// MarketFailedDeployment represents a FailedDeployment error raised by the Market contract.
type MarketFailedDeployment struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error FailedDeployment()
func MarketFailedDeploymentErrorID() common.Hash {
	return common.HexToHash("0xb06ebf3d5067824a3fe5d5ba19471e035a7de6c88dac362c77b162830a5b9093")
}

// UnpackFailedDeploymentError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error FailedDeployment()
func (market *Market) UnpackFailedDeploymentError(raw []byte) (*MarketFailedDeployment, error) {
	out := new(MarketFailedDeployment)
	if err := market.abi.UnpackIntoInterface(out, "FailedDeployment", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// MarketInsufficientBalance represents a InsufficientBalance error raised by the Market contract.
type MarketInsufficientBalance struct {
	Balance *big.Int
	Needed  *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error InsufficientBalance(uint256 balance, uint256 needed)
func MarketInsufficientBalanceErrorID() common.Hash {
	return common.HexToHash("0xcf4791818fba6e019216eb4864093b4947f674afada5d305e57d598b641dad1d")
}

// UnpackInsufficientBalanceError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error InsufficientBalance(uint256 balance, uint256 needed)
func (market *Market) UnpackInsufficientBalanceError(raw []byte) (*MarketInsufficientBalance, error) {
	out := new(MarketInsufficientBalance)
	if err := market.abi.UnpackIntoInterface(out, "InsufficientBalance", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// MarketNotAllowed represents a NotAllowed error raised by the Market contract.
type MarketNotAllowed struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotAllowed()
func MarketNotAllowedErrorID() common.Hash {
	return common.HexToHash("0x3d693ada2b7d6a2edee20ea0cf19d7267a84cc4ae96aafe9d465faf4dde58518")
}

// UnpackNotAllowedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotAllowed()
func (market *Market) UnpackNotAllowedError(raw []byte) (*MarketNotAllowed, error) {
	out := new(MarketNotAllowed)
	if err := market.abi.UnpackIntoInterface(out, "NotAllowed", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// MarketNotDirect represents a NotDirect error raised by the Market contract.
type MarketNotDirect struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotDirect()
func MarketNotDirectErrorID() common.Hash {
	return common.HexToHash("0xeb8cd61154f0f1995961401590701c0b5480a3c121d8d4616551205563760328")
}

// UnpackNotDirectError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotDirect()
func (market *Market) UnpackNotDirectError(raw []byte) (*MarketNotDirect, error) {
	out := new(MarketNotDirect)
	if err := market.abi.UnpackIntoInterface(out, "NotDirect", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// MarketNotYourTurn represents a NotYourTurn error raised by the Market contract.
type MarketNotYourTurn struct {
	Entry *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotYourTurn(uint256 entry)
func MarketNotYourTurnErrorID() common.Hash {
	return common.HexToHash("0x8fd242290bc8717576302987bb8e1a7696a11442dc0dcc8c1e54cc55d2db2da1")
}

// UnpackNotYourTurnError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotYourTurn(uint256 entry)
func (market *Market) UnpackNotYourTurnError(raw []byte) (*MarketNotYourTurn, error) {
	out := new(MarketNotYourTurn)
	if err := market.abi.UnpackIntoInterface(out, "NotYourTurn", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// MarketNothingToDo represents a NothingToDo error raised by the Market contract.
type MarketNothingToDo struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NothingToDo()
func MarketNothingToDoErrorID() common.Hash {
	return common.HexToHash("0x5c52a8685c474c69637a8bd0989a1142629129e3293bd9aa6468eff5dd643948")
}

// UnpackNothingToDoError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NothingToDo()
func (market *Market) UnpackNothingToDoError(raw []byte) (*MarketNothingToDo, error) {
	out := new(MarketNothingToDo)
	if err := market.abi.UnpackIntoInterface(out, "NothingToDo", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// MarketReentered represents a Reentered error raised by the Market contract.
type MarketReentered struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error Reentered()
func MarketReenteredErrorID() common.Hash {
	return common.HexToHash("0xb5dfd9e53a10d4d747ca3de749b98baf23546e800cbacdb1dbc28233e586d1ee")
}

// UnpackReenteredError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error Reentered()
func (market *Market) UnpackReenteredError(raw []byte) (*MarketReentered, error) {
	out := new(MarketReentered)
	if err := market.abi.UnpackIntoInterface(out, "Reentered", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// MarketSafeERC20FailedOperation represents a SafeERC20FailedOperation error raised by the Market contract.
type MarketSafeERC20FailedOperation struct {
	Token common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error SafeERC20FailedOperation(address token)
func MarketSafeERC20FailedOperationErrorID() common.Hash {
	return common.HexToHash("0x5274afe73c98b4749fc91ffae6b7b574e7842cb2144a159e9377a5f20b32edf9")
}

// UnpackSafeERC20FailedOperationError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error SafeERC20FailedOperation(address token)
func (market *Market) UnpackSafeERC20FailedOperationError(raw []byte) (*MarketSafeERC20FailedOperation, error) {
	out := new(MarketSafeERC20FailedOperation)
	if err := market.abi.UnpackIntoInterface(out, "SafeERC20FailedOperation", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// MarketTransferFailed represents a TransferFailed error raised by the Market contract.
type MarketTransferFailed struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error TransferFailed()
func MarketTransferFailedErrorID() common.Hash {
	return common.HexToHash("0x90b8ec1877afffd816d05d9b13947f3ff18ec5851c38bad15ec2b710f92391b1")
}

// UnpackTransferFailedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error TransferFailed()
func (market *Market) UnpackTransferFailedError(raw []byte) (*MarketTransferFailed, error) {
	out := new(MarketTransferFailed)
	if err := market.abi.UnpackIntoInterface(out, "TransferFailed", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// MarketWrongChallenge represents a WrongChallenge error raised by the Market contract.
type MarketWrongChallenge struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error WrongChallenge()
func MarketWrongChallengeErrorID() common.Hash {
	return common.HexToHash("0x257126b45e91d069648bbed72b4e918a2aea13b9798f4a4b73365ec020923e9d")
}

// UnpackWrongChallengeError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error WrongChallenge()
func (market *Market) UnpackWrongChallengeError(raw []byte) (*MarketWrongChallenge, error) {
	out := new(MarketWrongChallenge)
	if err := market.abi.UnpackIntoInterface(out, "WrongChallenge", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// MarketWrongPhase represents a WrongPhase error raised by the Market contract.
type MarketWrongPhase struct {
	Phase uint8
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error WrongPhase(uint8 phase)
func MarketWrongPhaseErrorID() common.Hash {
	return common.HexToHash("0x96fe8cdd585d6e16539084786ef0330f221a01706accefe0bc861b9b7c7ccd00")
}

// UnpackWrongPhaseError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error WrongPhase(uint8 phase)
func (market *Market) UnpackWrongPhaseError(raw []byte) (*MarketWrongPhase, error) {
	out := new(MarketWrongPhase)
	if err := market.abi.UnpackIntoInterface(out, "WrongPhase", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// MarketWrongValue represents a WrongValue error raised by the Market contract.
type MarketWrongValue struct {
	Want *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error WrongValue(uint256 want)
func MarketWrongValueErrorID() common.Hash {
	return common.HexToHash("0xcfde1461dbd5c4818ac4f9f0e212e11b515f06eb86a3f7bc7c67901154911599")
}

// UnpackWrongValueError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error WrongValue(uint256 want)
func (market *Market) UnpackWrongValueError(raw []byte) (*MarketWrongValue, error) {
	out := new(MarketWrongValue)
	if err := market.abi.UnpackIntoInterface(out, "WrongValue", raw); err != nil {
		return nil, err
	}
	return out, nil
}
