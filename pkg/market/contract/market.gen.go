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
	ABI: "[{\"inputs\":[{\"internalType\":\"address[]\",\"name\":\"evaluators_\",\"type\":\"address[]\"},{\"internalType\":\"uint32\",\"name\":\"minWindow_\",\"type\":\"uint32\"},{\"internalType\":\"uint256\",\"name\":\"minBond_\",\"type\":\"uint256\"},{\"internalType\":\"uint16\",\"name\":\"minDrawDelay_\",\"type\":\"uint16\"}],\"stateMutability\":\"nonpayable\",\"type\":\"constructor\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"slot\",\"type\":\"uint256\"}],\"name\":\"BadGroup\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"BadHeader\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"slot\",\"type\":\"uint256\"}],\"name\":\"BadProof\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"string\",\"name\":\"field\",\"type\":\"string\"}],\"name\":\"BadTerms\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"FailedDeployment\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"balance\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"needed\",\"type\":\"uint256\"}],\"name\":\"InsufficientBalance\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"NotAllowed\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"NotDirect\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"entry\",\"type\":\"uint256\"}],\"name\":\"NotYourTurn\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"NothingToDo\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"Reentered\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"token\",\"type\":\"address\"}],\"name\":\"SafeERC20FailedOperation\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"TransferFailed\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"WrongChallenge\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"enumIMarket.Phase\",\"name\":\"phase\",\"type\":\"uint8\"}],\"name\":\"WrongPhase\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"want\",\"type\":\"uint256\"}],\"name\":\"WrongValue\",\"type\":\"error\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"}],\"name\":\"Cancelled\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"owner\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"bytes32\",\"name\":\"datasetHash\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"reward\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint64\",\"name\":\"drawBlock\",\"type\":\"uint64\"}],\"name\":\"ChallengeCreated\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"entry\",\"type\":\"uint256\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"solver\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"count\",\"type\":\"uint256\"}],\"name\":\"Claimed\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"entry\",\"type\":\"uint256\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"solver\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"bytes32\",\"name\":\"commitment\",\"type\":\"bytes32\"}],\"name\":\"Committed\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"bytes32\",\"name\":\"seed\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"uint64\",\"name\":\"commitDeadline\",\"type\":\"uint64\"}],\"name\":\"Drawn\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"entry\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"claimed\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"right\",\"type\":\"uint256\"}],\"name\":\"EntrySlashed\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"entry\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"groups\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"right\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"seen\",\"type\":\"uint256\"}],\"name\":\"Evaluated\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"enumIMarket.Outcome\",\"name\":\"outcome\",\"type\":\"uint8\"},{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"entry\",\"type\":\"uint256\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"winner\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"paid\",\"type\":\"uint256\"}],\"name\":\"Finalized\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"sponsor\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"Funded\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"firstSlot\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"slots\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"revealed\",\"type\":\"uint256\"}],\"name\":\"HoldoutRevealed\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"entry\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"bytes32\",\"name\":\"digest\",\"type\":\"bytes32\"}],\"name\":\"ModelPart\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"entry\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"bytes32\",\"name\":\"modelHash\",\"type\":\"bytes32\"}],\"name\":\"ModelRevealed\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"from\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"credit\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"arrived\",\"type\":\"uint256\"}],\"name\":\"TokenWithdrawn\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"from\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"Withdrawn\",\"type\":\"event\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"name\":\"balance\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"}],\"name\":\"bondsOf\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"forCommit\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"forClaim\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"}],\"name\":\"cancel\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"challengeCount\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"entry\",\"type\":\"uint256\"},{\"internalType\":\"bytes32\",\"name\":\"modelHash\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"salt\",\"type\":\"bytes32\"},{\"internalType\":\"uint256\",\"name\":\"count\",\"type\":\"uint256\"}],\"name\":\"claim\",\"outputs\":[],\"stateMutability\":\"payable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"entry\",\"type\":\"uint256\"}],\"name\":\"claimBond\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"internalType\":\"bytes32\",\"name\":\"datasetHash\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"commitment\",\"type\":\"bytes32\"}],\"name\":\"commit\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"entry\",\"type\":\"uint256\"}],\"stateMutability\":\"payable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"internalType\":\"address\",\"name\":\"solver\",\"type\":\"address\"},{\"internalType\":\"bytes32\",\"name\":\"modelHash\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"salt\",\"type\":\"bytes32\"}],\"name\":\"commitmentOf\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"entry\",\"type\":\"uint256\"}],\"name\":\"contextOf\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"},{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"name\":\"contribution\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"components\":[{\"internalType\":\"bytes32\",\"name\":\"datasetHash\",\"type\":\"bytes32\"},{\"internalType\":\"uint16\",\"name\":\"groups\",\"type\":\"uint16\"},{\"internalType\":\"uint16\",\"name\":\"holdoutGroups\",\"type\":\"uint16\"},{\"internalType\":\"uint16\",\"name\":\"groupSize\",\"type\":\"uint16\"},{\"internalType\":\"uint16\",\"name\":\"features\",\"type\":\"uint16\"},{\"internalType\":\"uint16\",\"name\":\"classes\",\"type\":\"uint16\"},{\"internalType\":\"uint16\",\"name\":\"drawDelay\",\"type\":\"uint16\"},{\"internalType\":\"address\",\"name\":\"evaluator\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"token\",\"type\":\"address\"},{\"internalType\":\"uint128\",\"name\":\"tokenPrice\",\"type\":\"uint128\"},{\"internalType\":\"uint256\",\"name\":\"accuracyThreshold\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"organiserBond\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"commitBond\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"claimBond\",\"type\":\"uint256\"},{\"internalType\":\"uint32\",\"name\":\"commitWindow\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"revealWindow\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"claimWindow\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"turnWindow\",\"type\":\"uint32\"},{\"internalType\":\"string\",\"name\":\"dataURI\",\"type\":\"string\"}],\"internalType\":\"structIMarket.Terms\",\"name\":\"t\",\"type\":\"tuple\"},{\"internalType\":\"uint256\",\"name\":\"reward\",\"type\":\"uint256\"}],\"name\":\"createChallenge\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"}],\"stateMutability\":\"payable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"internalType\":\"bytes\",\"name\":\"header\",\"type\":\"bytes\"}],\"name\":\"draw\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"entry\",\"type\":\"uint256\"},{\"internalType\":\"bytes\",\"name\":\"program\",\"type\":\"bytes\"},{\"internalType\":\"uint256\",\"name\":\"firstSlot\",\"type\":\"uint256\"},{\"internalType\":\"bytes32[]\",\"name\":\"salts\",\"type\":\"bytes32[]\"},{\"internalType\":\"bytes32[]\",\"name\":\"proofs\",\"type\":\"bytes32[]\"},{\"internalType\":\"bytes\",\"name\":\"payloads\",\"type\":\"bytes\"},{\"internalType\":\"bytes\",\"name\":\"witnesses\",\"type\":\"bytes\"}],\"name\":\"evaluate\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"name\":\"evaluators\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"}],\"name\":\"finalize\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"internalType\":\"address\",\"name\":\"owner\",\"type\":\"address\"},{\"internalType\":\"bytes32\",\"name\":\"datasetHash\",\"type\":\"bytes32\"},{\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"fund\",\"outputs\":[],\"stateMutability\":\"payable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"}],\"name\":\"getChallenge\",\"outputs\":[{\"components\":[{\"internalType\":\"address\",\"name\":\"owner\",\"type\":\"address\"},{\"internalType\":\"bool\",\"name\":\"active\",\"type\":\"bool\"},{\"internalType\":\"enumIMarket.Phase\",\"name\":\"phase\",\"type\":\"uint8\"},{\"internalType\":\"enumIMarket.Outcome\",\"name\":\"outcome\",\"type\":\"uint8\"},{\"internalType\":\"uint64\",\"name\":\"drawBlock\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"deadline\",\"type\":\"uint64\"},{\"internalType\":\"uint32\",\"name\":\"revealed\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"commits\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"winner\",\"type\":\"uint32\"},{\"internalType\":\"bytes32\",\"name\":\"datasetHash\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"seed\",\"type\":\"bytes32\"},{\"internalType\":\"uint256\",\"name\":\"reward\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"accuracyThreshold\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"pot\",\"type\":\"uint256\"}],\"internalType\":\"structIMarket.Challenge\",\"name\":\"\",\"type\":\"tuple\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256[]\",\"name\":\"ids\",\"type\":\"uint256[]\"}],\"name\":\"getChallenges\",\"outputs\":[{\"components\":[{\"internalType\":\"address\",\"name\":\"owner\",\"type\":\"address\"},{\"internalType\":\"bool\",\"name\":\"active\",\"type\":\"bool\"},{\"internalType\":\"enumIMarket.Phase\",\"name\":\"phase\",\"type\":\"uint8\"},{\"internalType\":\"enumIMarket.Outcome\",\"name\":\"outcome\",\"type\":\"uint8\"},{\"internalType\":\"uint64\",\"name\":\"drawBlock\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"deadline\",\"type\":\"uint64\"},{\"internalType\":\"uint32\",\"name\":\"revealed\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"commits\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"winner\",\"type\":\"uint32\"},{\"internalType\":\"bytes32\",\"name\":\"datasetHash\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"seed\",\"type\":\"bytes32\"},{\"internalType\":\"uint256\",\"name\":\"reward\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"accuracyThreshold\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"pot\",\"type\":\"uint256\"}],\"internalType\":\"structIMarket.Challenge[]\",\"name\":\"all\",\"type\":\"tuple[]\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"entry\",\"type\":\"uint256\"}],\"name\":\"getEntry\",\"outputs\":[{\"components\":[{\"internalType\":\"address\",\"name\":\"solver\",\"type\":\"address\"},{\"internalType\":\"enumIMarket.Status\",\"name\":\"status\",\"type\":\"uint8\"},{\"internalType\":\"uint32\",\"name\":\"claimed\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"right\",\"type\":\"uint32\"},{\"internalType\":\"uint16\",\"name\":\"seen\",\"type\":\"uint16\"},{\"internalType\":\"uint8\",\"name\":\"doublings\",\"type\":\"uint8\"},{\"internalType\":\"bytes32\",\"name\":\"commitment\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"modelHash\",\"type\":\"bytes32\"}],\"internalType\":\"structIMarket.Entry\",\"name\":\"\",\"type\":\"tuple\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"}],\"name\":\"getTerms\",\"outputs\":[{\"components\":[{\"internalType\":\"bytes32\",\"name\":\"datasetHash\",\"type\":\"bytes32\"},{\"internalType\":\"uint16\",\"name\":\"groups\",\"type\":\"uint16\"},{\"internalType\":\"uint16\",\"name\":\"holdoutGroups\",\"type\":\"uint16\"},{\"internalType\":\"uint16\",\"name\":\"groupSize\",\"type\":\"uint16\"},{\"internalType\":\"uint16\",\"name\":\"features\",\"type\":\"uint16\"},{\"internalType\":\"uint16\",\"name\":\"classes\",\"type\":\"uint16\"},{\"internalType\":\"uint16\",\"name\":\"drawDelay\",\"type\":\"uint16\"},{\"internalType\":\"address\",\"name\":\"evaluator\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"token\",\"type\":\"address\"},{\"internalType\":\"uint128\",\"name\":\"tokenPrice\",\"type\":\"uint128\"},{\"internalType\":\"uint256\",\"name\":\"accuracyThreshold\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"organiserBond\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"commitBond\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"claimBond\",\"type\":\"uint256\"},{\"internalType\":\"uint32\",\"name\":\"commitWindow\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"revealWindow\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"claimWindow\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"turnWindow\",\"type\":\"uint32\"},{\"internalType\":\"string\",\"name\":\"dataURI\",\"type\":\"string\"}],\"internalType\":\"structIMarket.Terms\",\"name\":\"\",\"type\":\"tuple\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"slot\",\"type\":\"uint256\"}],\"name\":\"groupOf\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"name\":\"isEvaluator\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"word\",\"type\":\"uint256\"}],\"name\":\"isRevealed\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"entry\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"word\",\"type\":\"uint256\"}],\"name\":\"isSeen\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"}],\"name\":\"leader\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"minBond\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"minDrawDelay\",\"outputs\":[{\"internalType\":\"uint16\",\"name\":\"\",\"type\":\"uint16\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"minWindow\",\"outputs\":[{\"internalType\":\"uint32\",\"name\":\"\",\"type\":\"uint32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"internalType\":\"address\",\"name\":\"sponsor\",\"type\":\"address\"}],\"name\":\"refund\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"firstSlot\",\"type\":\"uint256\"},{\"internalType\":\"bytes32[]\",\"name\":\"salts\",\"type\":\"bytes32[]\"},{\"internalType\":\"bytes32[]\",\"name\":\"proofs\",\"type\":\"bytes32[]\"},{\"internalType\":\"bytes\",\"name\":\"payloads\",\"type\":\"bytes\"}],\"name\":\"revealHoldout\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"entry\",\"type\":\"uint256\"},{\"internalType\":\"bytes\",\"name\":\"part\",\"type\":\"bytes\"}],\"name\":\"revealModel\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"},{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"name\":\"tokenCredit\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"}],\"name\":\"vaultOf\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"withdraw\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"},{\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"}],\"name\":\"withdrawToken\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"arrived\",\"type\":\"uint256\"}],\"stateMutability\":\"nonpayable\",\"type\":\"function\"}]",
	ID:  "Market",
	Bin: "0x61010060405234610284576163e78038038061001a816102a8565b9283398101906080818303126102845780516001600160401b03811161028457810182601f82011215610284578051906001600160401b0382116101f8578160051b93602061006a8187016102a8565b8094815201916020839682010191821161028457602001915b8183106102885750505060208201519163ffffffff8316830361028457606060408201519101519361ffff85168503610284578115610254578251906001600160401b0382116101f8576801000000000000000082116101f85760015482600155808310610229575b5060015f5260205f205f5b83811061020c57505050505f5b825181101561013b57600190818060a01b0360208260051b86010151165f525f60205260405f208260ff1982541617905501610104565b608084905260a082905260c08590526040516101a18082016001600160401b038111838210176101f8578291616246833903905ff080156101ed576001600160a01b031660e052604051615f7890816102ce8239608051818181610a34015261149a015260a0518181816127430152615eef015260c0518181816109f3015281816123080152613779015260e05181818161040401528181610c6201528181611dfe015281816121140152612d890152f35b6040513d5f823e3d90fd5b634e487b7160e01b5f52604160045260245ffd5b82516001600160a01b0316818301556020909201916001016100f7565b60015f52828060205f20019103905f5b8281106102475750506100ec565b5f82820155600101610239565b6040516339bac5cd60e11b81526020600482015260076024820152661b5a5b909bdb9960ca1b6044820152606490fd5b5f80fd5b82516001600160a01b038116810361028457815260209283019201610083565b6040519190601f01601f191682016001600160401b038111838210176101f85760405256fe6101006040526004361015610012575f80fd5b5f5f3560e01c806302fc2e2b146142a55780630508bcb41461426a57806305261aea1461424c5780631b561cf9146142105780631bdd4b74146141e25780631cd98bce14613fca5780632390696314613d395780632476740314613c3157806334d762ae146137ba57806340e58ee51461363757806357accdd7146136095780635cdf98de146132605780635d61210d14612cbc578063630d8178146128915780636b9c7be81461284b5780637ad226dc14612766578063831518b71461272b5780638e786a6f14611162578063956926941461112157806398ba676d14610fb65780639a50f4cb14610ab4578063a2f0572514610a96578063a6775a7714610a58578063ac66a3ef14610a17578063adccbae8146109d8578063ae0bb2d21461076e578063b6a29b45146106f0578063c025902c146106c3578063c194e4ca14610467578063daa0bfba146103bb578063dfa3a43214610375578063e168afe3146102f3578063e3d670d7146102bb578063f3fef3a3146102005763fed4f2de1461019c575f80fd5b346101fd5760203660031901126101fd576040906101f16004358083526006602052836101d6818520838652600760205282862090615338565b93828152600660205281812092815260076020522090615aa4565b82519182526020820152f35b80fd5b50346101fd5760403660031901126101fd5761021a6142d4565b90602435338252600360205260408220548082116102b3575b81156102a45782828195610249839584956145b8565b338452600360205260408420556040518281527f7084f5476618d8e60b11ef0d7d3f06914655adb8793e28ff7f018d4c76d505d560203392a25af161028c61539d565b50156102955780f35b806312171d8360e31b60049252fd5b600483630b8a550d60e31b8152fd5b905080610233565b50346101fd5760203660031901126101fd5760406020916001600160a01b036102e26142d4565b168152600383522054604051908152f35b50346101fd5760203660031901126101fd576004356001548110156103715760015481101561035d57600182527fb10e2d527612073b26eecdfd717e6a320cf44b4afac2b0732d9fcbe2b7fa0cf6015460405160039290921b1c6001600160a01b03168152602090f35b602482634e487b7160e01b81526032600452fd5b5080fd5b50346101fd5760403660031901126101fd576001600160a01b0360406103996142ea565b92600435815260056020522091165f52602052602060405f2054604051908152f35b50346101fd5760203660031901126101fd576020610456600435605560436001600160a01b0392604051903060388301526f5af43d82803e903d91602b57fd5bf3ff60248301527f00000000000000000000000000000000000000000000000000000000000000006014830152733d602d80600a3d3981f3363d3d373d3d3d363d73825260588201526037600c820120607882015201201690565b6001600160a01b0360405191168152f35b5060a03660031901126101fd57600435602435604435916084359281855260066020526040852082865260076020526040862060ff825460a01c1660078110156106af576004811480159061069b575b61068357506104c68183615aa4565b803403610671575083875260086020526040872085885260205260408720918254336001600160a01b0382161490811591610642575b506106335761050f606435853388614bec565b600184015403610633576001015460681c62ffffff168610908115610612575b506105cd5780547fffffffffffffff0000000000ffffffffffffffffffffffffffffffffffffffff1660a886901b78ffffffff0000000000000000000000000000000000000000001617600160a11b1781556002015580845260096020526040842061059e9083908590615ba0565b6040519283527fb94bf7f9302edf52a596286915a69b4b0685574cffdedd0712e3c62f2550f0ba60203394a480f35b60646040516339bac5cd60e11b815260206004820152600560248201527f636f756e740000000000000000000000000000000000000000000000000000006044820152fd5b61062b91505461ffff808260c01c169160b01c16614589565b85115f61052f565b600488631eb49d6d60e11b8152fd5b60ff915060a01c16600881101561065d57600114155f6104fc565b602489634e487b7160e01b81526021600452fd5b63cfde146160e01b8852600452602487fd5b876106996024926396fe8cdd60e01b8352614300565bfd5b5064ffffffffff60018401541642116104b7565b602488634e487b7160e01b81526021600452fd5b50346101fd5760406020916106d7366142be565b908252600a845282822090825283522054604051908152f35b50346101fd576106ff366142be565b81835260066020526003604084200154158015610751575b6102a457906107499161ffff6040858460209752600687526003828220015494815260078752205460a01c1691615ad2565b604051908152f35b50818352600760205261ffff604084205460a01c16811015610717565b50346101fd5761077d366142be565b818352600660205260408320918084526007602052604084209183549160ff8360a01c1660078110156109c457600681036109ae57508552600860205260408520908552602052604084209182549360ff8560a01c1694600886101595866106af576006811480156109a3575b610994578669ffffffffffffffffffff600286015460501c168360f81c1b9586938a996109605760028414908115610986575b838215610974575b821561092c575b5050610913575b60a81c60ff1660068110156108ff57889594939291906005036108b9575050506001600160a01b039361086d610889949361087393615226565b9061457c565b600360a11b60ff60a01b198654161785556145b8565b915416835260036020526108a26040842091825461457c565b9055806108ad575080f35b6108b690615c49565b80f35b9250925092506108eb576001146108de575b50610889836001600160a01b0392610873565b60011c92506108896108cb565b602486634e487b7160e01b81526021600452fd5b60248a634e487b7160e01b81526021600452fd5b9561092460ff9161086d8888615aa4565b969050610833565b90915061096057600484149081610946575b505f8361082c565b905063ffffffff808260a81c169160c81c1610155f61093e565b60248b634e487b7160e01b81526021600452fd5b90915061096057600384149083610825565b8b935060078514915061081d565b600488630b8a550d60e31b8152fd5b5087965080156107ea565b866106996024926396fe8cdd60e01b8352614300565b602487634e487b7160e01b81526021600452fd5b50346101fd57806003193601126101fd57602060405161ffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b50346101fd57806003193601126101fd57602060405163ffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b50346101fd5760603660031901126101fd5760406020916004358152600b835281812060243582528352818120604435825283522054604051908152f35b50346101fd57806003193601126101fd576020600254604051908152f35b5060803660031901126101fd57600435610acc6142ea565b818352600660205260408320805460643593926001600160a01b03828116911614801590610fa6575b610f975760ff8160a01c1660078110156108eb57600181148015610f77575b15610f61575060b01c60ff1615610f535781845260076020526001600160a01b03806001604087200154165b16801593908415610f4d57815b803403610f3b5750819415610c23575b50506001600160801b038311610c1457600101610b7e83825460801c61457c565b6001600160801b038111610c055781546001600160801b031660809190911b6001600160801b0319161790558083526005602052604083206001600160a01b0333165f5260205260405f20610bd483825461457c565b90556040519182527f38c48552690c96ec2872092ac1db6c19fb59f5a8c5b49bbf41ed4886d0ca692660203393a380f35b6004856312171d8360e31b8152fd5b6004846312171d8360e31b8152fd5b909193506001600160a01b03610cb484605560436001600160a01b0392604051903060388301526f5af43d82803e903d91602b57fd5bf3ff60248301527f00000000000000000000000000000000000000000000000000000000000000006014830152733d602d80600a3d3981f3363d3d373d3d3d363d73825260588201526037600c820120607882015201201690565b16908386526006602052600160408720015460801c9060ff875c16610f2c57865c60ff1916600117875d604051926370a0823160e01b8452806004850152602084602481855afa938415610f21578894610eed575b506040516323b872dd60e01b895233600452816024528560445260208960648180875af160018a5114811615610ece575b816040528960605215610ebb578890823b15610371576303bcd7f360e11b815283600482015282602482015260016044820152818160648183875af18015610eb057610e97575b50506020906024604051809481936370a0823160e01b835260048301525afa908115610e8c578791610e56575b5082811115610e475782610dc1916145b8565b92808411610e3f575b5080151580610e35575b610deb575b5050835c60ff1916845d915f80610b5d565b9091818360011c118015610e2d575b610e1e57610e119291610e0c91614589565b614c65565b8015610c14575f80610dd9565b6004866312171d8360e31b8152fd5b508215610dfa565b5081811415610dd4565b92505f610dca565b6004876312171d8360e31b8152fd5b90506020813d602011610e84575b81610e7160209383614507565b81010312610e8057515f610dae565b5f80fd5b3d9150610e64565b6040513d89823e3d90fd5b81610ea191614507565b610eac57875f610d81565b8780fd5b6040513d84823e3d90fd5b60248984635274afe760e01b8252600452fd5b6001811516610ee457833b15153d151616610d3a565b503d89823e3d90fd5b9093506020813d602011610f19575b81610f0960209383614507565b81010312610e805751925f610d09565b3d9150610efc565b6040513d8a823e3d90fd5b60048763b5dfd9e560e01b8152fd5b63cfde146160e01b8752600452602486fd5b85610b4d565b6001600160a01b0384610b40565b856106996024926396fe8cdd60e01b8352614300565b50600281148015610b14575064ffffffffff600184015416421115610b14565b60048563095c49ad60e21b8152fd5b5060443560028301541415610af5565b50346101fd57610fc5366142be565b908260e0604051610fd5816144cd565b8281528260208201528260408201528260608201528260808201528260a08201528260c082015201528252600860205260408220908252602052604081209060405190611021826144cd565b8254926001600160a01b038416835260ff8460a01c16916020840192600881101561110d5783526040840163ffffffff8660a81c168152606085019063ffffffff8760c81c168252608086019261ffff8860e81c16845260a087019760f81c8852600260018601549560c0890196875201549560e088019687526001600160a01b036040519851168852519060088210156110f957509263ffffffff61010098938161ffff9460ff9760208c0152511660408a01525116606088015251166080860152511660a08401525160c08301525160e0820152f35b80634e487b7160e01b602492526021600452fd5b602482634e487b7160e01b81526021600452fd5b50346101fd5760603660031901126101fd5760443567ffffffffffffffff8111610371576111566108b69136906004016143f0565b90602435600435614cd0565b5060403660031901126101fd5767ffffffffffffffff600435116101fd57610260600435360360031901126101fd576001600160a01b036111a760e460043501614cad565b1681528060205260ff604082205416156126e657601e61ffff6111ce602460043501614cc1565b16106126a15761ffff6111e5604460043501614cc1565b16158015612672575b6123865761ffff611203606460043501614cc1565b161580156125b9575b6123d15761ffff611221608460043501614cc1565b1615801561259d575b61255857600261ffff61124160a460043501614cc1565b1610801561253c575b6124f7576112b660206001600160a01b0361126960e460043501614cad565b16611278608460043501614cc1565b90611287606460043501614cc1565b60405163b9fdf04160e01b815261ffff9384166004820152921660248301529092839190829081906044820190565b03915afa908115610eb05782916124c5575b5061c35081118015612417575b6123d15761130661ffff6112ed604460043501614cc1565b1661ffff6112ff606460043501614cc1565b1690614589565b62ffffff811161238657610144600435013515908115612375575b5061233057600261ffff61133960c460043501614cc1565b161080156122f3575b80156122d7575b61229257604090611396825161135f8482614507565b600d81527f6f7267616e69736572426f6e640000000000000000000000000000000000000060208201526101646004350135615eed565b6113dc82516113a58482614507565b600a81527f636f6d6d6974426f6e640000000000000000000000000000000000000000000060208201526101846004350135615eed565b61142282516113eb8482614507565b600981527f636c61696d426f6e64000000000000000000000000000000000000000000000060208201526101a46004350135615eed565b6001600160a01b0361143961010460043501614cad565b166121de576001600160801b0361145561012460043501615a7f565b1661219a5761147a620186a0915b61ffff611474604460043501614cc1565b16614589565b0460041c60010180600111611c9157611610906115be6114c163ffffffff7f0000000000000000000000000000000000000000000000000000000000000000169283614589565b9161151763ffffffff6114d96101c460043501615a93565b16828751916114e88984614507565b600c83527f636f6d6d697457696e646f7700000000000000000000000000000000000000006020840152615f59565b61156c63ffffffff61152e6101e460043501615a93565b168487519161153d8984614507565b600c83527f72657665616c57696e646f7700000000000000000000000000000000000000006020840152615f59565b63ffffffff61158061020460043501615a93565b169085519161158f8784614507565b600b83527f636c61696d57696e646f770000000000000000000000000000000000000000006020840152615f59565b63ffffffff6115d261022460043501615a93565b16908351916115e18584614507565b600a83527f7475726e57696e646f77000000000000000000000000000000000000000000006020840152615f59565b6002549061161d82614bde565b6002556001600160a01b0361163761010460043501614cad565b1615159283612102575b61165061010460043501614cad565b6001600160a01b0381166120f557611671610164600435013560243561457c565b8034036120e35750602435906001600160a01b038116611dc1575b506001600160801b038111611db25783825260076020528282206001600160a01b036116bc60e460043501614cad565b1673ffffffffffffffffffffffffffffffffffffffff198254161781556116e7602460043501614cc1565b815477ffff00000000000000000000000000000000000000000000611710604460043501614cc1565b60b01b167dffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff79ffff00000000000000000000000000000000000000000000000061175c606460043501614cc1565b60c01b167fffff0000ffffffffffffffffffffffffffffffffffffffffffffffffffffffff7bffff00000000000000000000000000000000000000000000000000006117ac608460043501614cc1565b60d01b16937fffffffff0000ffffffffffffffffffffffffffffffffffffffffffffffffffff7dffff000000000000000000000000000000000000000000000000000000006117ff60a460043501614cc1565b60e01b16967fffffffffffff000000000000ffffffffffffffffffffffffffffffffffffffff75ffff00000000000000000000000000000000000000007fffff00000000000000000000000000000000000000000000000000000000000061186b60c460043501614cc1565b60f01b169a60a01b169116171617161716171717815561189061010460043501614cad565b6001600160a01b0360018301911673ffffffffffffffffffffffffffffffffffffffff198254161781556118c96101c460043501615a93565b815479ffffff00000000000000000000000000000000000000000000006118f56101e460043501615a93565b60b81b167cffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7cffffff000000000000000000000000000000000000000000000000000061194461020460043501615a93565b60d01b16927fffffff000000000000000000ffffffffffffffffffffffffffffffffffffffff76ffffff00000000000000000000000000000000000000007fffffff00000000000000000000000000000000000000000000000000000000006119b261022460043501615a93565b60e81b169660a01b169116171617171790556002810180547dffffffffffffffffffff00000000000000000000000000000000000000006101a4600435013560a01b16907fffff00000000000000000000000000000000000000000000000000000000000069ffffffffffffffffffff61016460043501351691161773ffffffffffffffffffff00000000000000000000610184600435013560501b16171790556102446004350135602219600435360301811215611dae5760043501600481013567ffffffffffffffff8111611daa578036036024830113611daa57806003840192611a9f8454614c2d565b601f8111611d50575b508690601f8311600114611ce4578792611cd6575b50508160011b915f199060031b1c19161790555b6001600160a01b03611ae861010460043501614cad565b16611ca5575b508382526006602052828220805460ff60a01b1933167fffffffffffffffffffffff00000000000000000000000000000000000000000090911617600160a01b178082559095907fffffffff000000000000ffffffffffffffffffffffffffffffffffffffffffff76ff000000000000000000000000000000000000000000007bffffffffff0000000000000000000000000000000000000000000000611ba661ffff611b9f60043560c401614cc1565b164361457c565b60b81b169360b01b16911617178555611bc961ffff611b9f60c460043501614cc1565b611fff8101809111611c91576001860180546cffffffffffffffff00000000001664ffffffffff92831617600435610144013560681b6fffffff000000000000000000000000001617608084901b6001600160801b03191617905560209584600435600401359485600284015587815260058952206001600160a01b0333165f52875282855f20555460b81c169083519283528583015282820152827f952db02c8aca8cec4fa8c6fdb897874976ae898280f19711773766b61649437660603393a351908152f35b602483634e487b7160e01b81526011600452fd5b6001600160801b036004611cbd610124823501615a7f565b920191166001600160801b03198254161790555f611aee565b016024013590505f80611abd565b84885260208820925090601f198416885b818110611d355750908460019594939210611d18575b505050811b019055611ad1565b6024910101355f19600384901b60f8161c191690555f8080611d0b565b60248484010135855560019094019360209283019201611cf5565b82811115611aa85790915083875260208720601f840160051c9060208510611da2575b849392601f0160051c8290039101885b828110611d91575050611aa8565b8082018a9055859450600101611d83565b889150611d73565b8480fd5b8380fd5b6004826312171d8360e31b8152fd5b90506001600160a01b03611e5085605560436001600160a01b0392604051903060388301526f5af43d82803e903d91602b57fd5bf3ff60248301527f00000000000000000000000000000000000000000000000000000000000000006014830152733d602d80600a3d3981f3363d3d373d3d3d363d73825260588201526037600c820120607882015201201690565b1684835260066020526001848420015460801c9160ff845c166120d457835c60ff1916600117845d8451916370a0823160e01b83528060048401526020836024816001600160a01b0386165afa9283156120ca578593612096575b5085516323b872dd60e01b86523360045281602452602435604452602086606481806001600160a01b0388165af1600187511481161561206e575b818852866060521561205257813b1561204e576303bcd7f360e11b81526001600160a01b038316600482015281602482015260016044820152858160648183865af180156120445790869161202f575b50506001600160a01b03916024602092885194859384926370a0823160e01b84526004840152165afa908115612025578491611ff3575b5081811115610c145781611f80916145b8565b916024358311611fe9575b80151580611fdf575b611fa9575b5050815c60ff1916825d5f61168c565b9091818360011c118015611fd7575b610c1457611fca9291610e0c91614589565b8015611db2575f80611f99565b508215611fb8565b5081811415611f94565b6024359250611f8b565b90506020813d60201161201d575b8161200e60209383614507565b81010312610e8057515f611f6d565b3d9150612001565b85513d86823e3d90fd5b8161203991614507565b611daa57845f611f36565b87513d88823e3d90fd5b8580fd5b6024866001600160a01b0385635274afe760e01b835216600452fd5b600181151661208d576001600160a01b0384163b15153d151616611ee6565b503d86823e3d90fd5b9092506020813d6020116120c2575b816120b260209383614507565b81010312610e805751915f611eab565b3d91506120a5565b86513d87823e3d90fd5b60048463b5dfd9e560e01b8152fd5b63cfde146160e01b8352600452602482fd5b6101646004350135611671565b6e5af43d82803e903d91602b57fd5bf37f0000000000000000000000000000000000000000000000000000000000000000763d602d80600a3d3981f3363d3d373d3d3d363d7300000062ffffff8260881c1617835260781b176020526001600160a01b03836037600984f51661164157807fb06ebf3d0000000000000000000000000000000000000000000000000000000060049252fd5b606482516339bac5cd60e11b815260206004820152600a60248201527f746f6b656e5072696365000000000000000000000000000000000000000000006044820152fd5b6121ed61010460043501614cad565b3b1561224e5760026024351061220a5761147a620186a091611463565b606482516339bac5cd60e11b815260206004820152600660248201527f72657761726400000000000000000000000000000000000000000000000000006044820152fd5b606482516339bac5cd60e11b815260206004820152600560248201527f746f6b656e0000000000000000000000000000000000000000000000000000006044820152fd5b60646040516339bac5cd60e11b815260206004820152600960248201527f6472617744656c617900000000000000000000000000000000000000000000006044820152fd5b5061c35061ffff6122ec60c460043501614cc1565b1611611349565b5061230260c460043501614cc1565b61ffff807f000000000000000000000000000000000000000000000000000000000000000016911610611342565b60646040516339bac5cd60e11b815260206004820152601160248201527f61636375726163795468726573686f6c640000000000000000000000000000006044820152fd5b90506101446004350135115f611321565b6040516339bac5cd60e11b815260206004820152600d60248201527f686f6c646f757447726f75707300000000000000000000000000000000000000604482015280606481015b0390fd5b6040516339bac5cd60e11b815260206004820152600960248201527f67726f757053697a6500000000000000000000000000000000000000000000006044820152606490fd5b5060046124276064823501614cc1565b60206001600160a01b0361243e60e4853501614cad565b16604051938480927ff4584a9e0000000000000000000000000000000000000000000000000000000082525afa9182156124ba578492612484575b5061ffff16116112d5565b9091506020813d6020116124b2575b816124a060209383614507565b81010312610e8057519061ffff612479565b3d9150612493565b6040513d86823e3d90fd5b90506020813d6020116124ef575b816124e060209383614507565b81010312610e8057515f6112c8565b3d91506124d3565b60646040516339bac5cd60e11b815260206004820152600760248201527f636c6173736573000000000000000000000000000000000000000000000000006044820152fd5b5061010061ffff61255160a460043501614cc1565b161161124a565b60646040516339bac5cd60e11b815260206004820152600860248201527f66656174757265730000000000000000000000000000000000000000000000006044820152fd5b5061100061ffff6125b2608460043501614cc1565b161161122a565b5060046125c96064823501614cc1565b60206001600160a01b036125e060e4853501614cad565b16604051938480927f8ead93940000000000000000000000000000000000000000000000000000000082525afa918215612667578392612631575b509061ffff61262a9216614ca3565b151561120c565b91506020823d60201161265f575b8161264c60209383614507565b81010312610e805790519061ffff61261b565b3d915061263f565b6040513d85823e3d90fd5b50612681604460043501614cc1565b61ffff617fff612695602460043501614cc1565b60011c169116116111ee565b60646040516339bac5cd60e11b815260206004820152600660248201527f67726f75707300000000000000000000000000000000000000000000000000006044820152fd5b60646040516339bac5cd60e11b815260206004820152600960248201527f6576616c7561746f7200000000000000000000000000000000000000000000006044820152fd5b50346101fd57806003193601126101fd5760206040517f00000000000000000000000000000000000000000000000000000000000000008152f35b50346101fd5760403660031901126101fd57600435906127846142ea565b8282526006602052604082205460ff8160a01c1690600782101561283757600682149081159161281d575b5061280757508282526005602052604082206001600160a01b0382165f5260205260405f20549081156102a4578383946108b694526005602052604085206001600160a01b0383165f526020528460405f2055615a19565b826106996024926396fe8cdd60e01b8352614300565b60ff915060a81c166006811015612837576001145f6127af565b602484634e487b7160e01b81526021600452fd5b50346101fd5760403660031901126101fd576001600160a01b03604061286f6142ea565b92600435815260046020522091165f52602052602060405f2054604051908152f35b50346101fd576101003660031901126101fd5760443567ffffffffffffffff8111610371576128c49036906004016143f0565b9060843567ffffffffffffffff8111611dae576128e590369060040161441e565b9160a43567ffffffffffffffff811161204e5761290690369060040161441e565b93909460c43567ffffffffffffffff8111610eac576129299036906004016143f0565b9060e43567ffffffffffffffff8111612cb85761294a9036906004016143f0565b9290916004358b52600660205260408b20986004358c52600760205260408c209a60ff8b5460a01c166007811015612ca45760058114801590612c90575b612c7a57506004358d52600860205260408d208d602435905260205260408d209960ff8b5460a01c166008811015612c6657600314801590612c47575b612c38578815612c29576129d98986614ca3565b612c14576129fe9285928a8f938f9488956129f48489614c65565b916064359161545e565b612a0786614b5d565b94612a156040519687614507565b868652601f19612a2488614b5d565b013660208801378b968c5b8d828210612bab575050508615612b9c5792612a699592612a5a95928c89968c549b606435926156f1565b63ffffffff8460c81c1661457c565b90612a7b8161ffff8560e81c1661457c565b7fff000000000000ffffffffffffffffffffffffffffffffffffffffffffffffff90931660c883901b7cffffffff00000000000000000000000000000000000000000000000000161760e884901b7effff0000000000000000000000000000000000000000000000000000000000161784556040805191825260208201839052810183905260243590600435907f8f2d691f4e16ca753b5d6a9f29ebd70c6c066413790d5e4cdc69cd0db101d48e9080606081010390a3612b5c85549161086d61ffff8460b01c169361ffff612b5187876145b8565b9160c01c1690614589565b9114908115612b86575b50612b6f578380f35b612b7f92602435926004356158c1565b5f80808380f35b905062ffffff600184015460681c16115f612b66565b60048c630b8a550d60e31b8152fd5b6040612bd9916004358152600b602052818120602435825260205220612bd38360643561457c565b90615669565b612be3828a614b85565b9015159052612bf28189614b85565b51612c00575b600101612a2f565b97612c0c600191614bde565b989050612bf8565b60248e6368a58bf360e01b8152606435600452fd5b60048e630b8a550d60e31b8152fd5b60048e631eb49d6d60e11b8152fd5b50612c5336898c614b0b565b6020815191012060028c015414156129c5565b60248f634e487b7160e01b81526021600452fd5b8d6106996024926396fe8cdd60e01b8352614300565b5064ffffffffff60018d0154164211612988565b60248e634e487b7160e01b81526021600452fd5b8980fd5b5034610e80576060366003190112610e8057600435602435916044356001600160a01b038116809103610e805760ff5f5c1661325157600160ff195f5c16175f5d8392805f52600460205260405f206001600160a01b0333165f5260205260405f2054809511613249575b805f52600660205260405f2093815f5260076020526001600160a01b03600160405f20015416946001600160a01b03612ddb84605560436001600160a01b0392604051903060388301526f5af43d82803e903d91602b57fd5bf3ff60248301527f00000000000000000000000000000000000000000000000000000000000000006014830152733d602d80600a3d3981f3363d3d373d3d3d363d73825260588201526037600c820120607882015201201690565b16604051976370a0823160e01b89528160048a01526020896024818b5afa9889156131a5575f99613215575b506001600160801b0389101561320557612e22895b85614589565b9788156131f6576004600185015460801c940193845460801c90036001600160801b0381116131e2576001600160801b03612e5f9116809a614c65565b926040516370a0823160e01b8152886004820152602081602481865afa9081156131a5575f916131b0575b50813b15610e80576040516303bcd7f360e11b81528360048201528960248201528560448201525f8160648183875af180156131a557613190575b50604051916370a0823160e01b83526004830152602082602481865afa918215613150578a9261315b575b50602060249293604051938480926370a0823160e01b82528d60048301525afa8015613150578a9061311c575b612f2792506145b8565b98818b111561311557612f3a828c6145b8565b9a5b8b8b158015613103575b6130f4578b116130eb575b6001600160801b038c116130dc5784808d14918215926130c8575b5050613025575b5050505060209650612fdf9083865260048852604086206001600160a01b0333165f52885260405f20612fa78482546145b8565b9055612fc06001600160801b038416825460801c614c83565b6001600160801b036001600160801b031983549260801b169116179055565b604051928352858301528360408301527f24a091f2d7faf33a9857e2b22ebee46981e3870937bcd2e296571bbe7db560e960603393a3805c60ff1916905d604051908152f35b81929395509061303c8b61303c8161304195614589565b61457c565b5f198101919082116130b4579061305b613061928b61457c565b90614c65565b928184119081613088575b506020985061307e575b808080612f73565b9150612fdf613076565b9050600281018091116130a05760209811155f61306c565b602487634e487b7160e01b81526011600452fd5b602488634e487b7160e01b81526011600452fd5b6130d292506145b8565b821415845f612f6c565b60048a6312171d8360e31b8152fd5b9a50899a612f51565b60048b6312171d8360e31b8152fd5b5080158015612f465750818414612f46565b889a612f3c565b506020823d602011613148575b8161313660209383614507565b81010312610e8057612f279151612f1d565b3d9150613129565b6040513d8c823e3d90fd5b91506020823d602011613188575b8161317660209383614507565b81010312610e80579051906020612ef0565b3d9150613169565b61319d919a505f90614507565b5f985f612ec5565b6040513d5f823e3d90fd5b90506020813d6020116131da575b816131cb60209383614507565b81010312610e8057515f612e8a565b3d91506131be565b634e487b7160e01b5f52601160045260245ffd5b630b8a550d60e31b5f5260045ffd5b612e226001600160801b03612e1c565b9098506020813d602011613241575b8161323160209383614507565b81010312610e805751975f612e07565b3d9150613224565b849350612d27565b63b5dfd9e560e01b5f5260045ffd5b34610e80576020366003190112610e805760043560606102406040516132858161449c565b5f81525f60208201525f60408201525f838201525f60808201525f60a08201525f60c08201525f60e08201525f6101008201525f6101208201525f6101408201525f6101608201525f6101808201525f6101a08201525f6101c08201525f6101e08201525f6102008201525f6102208201520152805f52600760205260405f2090805f526006602052600260405f2001549069ffffffffffffffffffff83546001850154926001600160801b03600487015416905f52600660205262ffffff600160405f20015460681c16906001600160a01b036002880154936040519761336c8961449c565b885261ffff8160a01c16602089015261ffff8160b01c16604089015261ffff8160c01c16606089015261ffff8160d01c16608089015261ffff8160e01c1660a08901528060f01c60c08901521660e08701526001600160a01b038516610100870152610120860152610140850152818116610160850152818160501c1661018085015260a01c166101a083015262ffffff8160a01c166101c083015262ffffff8160b81c166101e083015262ffffff8160d01c1661020083015260e81c6102208201526040515f9260038101549061344382614c2d565b80845291600181169081156135e157506001146135a4575b505061346c81610240940382614507565b828201526135a0604051928392602084528051602085015261ffff602082015116604085015261ffff604082015116606085015261ffff606082015116608085015261ffff60808201511660a085015261ffff60a08201511660c085015261ffff60c08201511660e08501526001600160a01b0360e0820151166101008501526001600160a01b03610100820151166101208501526001600160801b03610120820151166101408501526101408101516101608501526101608101516101808501526101808101516101a08501526101a08101516101c085015263ffffffff6101c0820151166101e085015263ffffffff6101e08201511661020085015263ffffffff6102008201511661022085015263ffffffff610220820151168285015201516102608084015261028083019061444f565b0390f35b6003919450015f5260205f205f905b8482106135cb57508101602001925061346c8161345b565b60018160209254838587010152019101906135b3565b6102409650849250602091509261346c9360ff191682840152151560051b820101945061345b565b34610e80576080366003190112610e805760206107496136276142ea565b6064359060443590600435614bec565b34610e80576020366003190112610e8057600435805f52600660205260405f2080546001600160a01b038116908133036137ab5760ff8160a01c1690600782101561373d576001821490811591613769575b50613751575061370591600391845f52600760205269ffffffffffffffffffff600260405f20015416905f52826020526136c860405f2091825461457c565b9055837fc41d93b8bfbf9fd7cf5bfe271fd649ab6a6fec0ea101c23b82a2a28eca2533a95f80a2600360a11b60ff60a01b19825416178155615075565b6040515f91600382528260208301527ffef694932bf9a4a2de588912a19f04226cc8272d5858c6047f3db4620b661b4f6040841993a4005b634e487b7160e01b5f52602160045260245ffd5b613764906396fe8cdd60e01b5f52614300565b60245ffd5b905064ffffffffff61379f61ffff7f0000000000000000000000000000000000000000000000000000000000000000164361457c565b9160b81c161085613689565b631eb49d6d60e11b5f5260045ffd5b34610e805760a0366003190112610e805760243560043560443567ffffffffffffffff8111610e80576137f190369060040161441e565b9160643567ffffffffffffffff8111610e805761381290369060040161441e565b91909360843567ffffffffffffffff8111610e80576138359036906004016143f0565b949093323314801590613c27575b613bff57835f52600660205260405f2095845f52600760205260405f209760ff885460a01c16600781101561373d5760021480613beb575b80613bd6575b613b8e575b60ff885460a01c16600781101561373d5760038114801590613b7a575b6137515750885460405163b9fdf04160e01b815261ffff60d083901c8116600483015260c083901c1660248201526001600160a01b0390911694602082604481895afa9485156131a5578c925f96613b43575b506139018689614589565b8503613b305761391a93888b93888f968f978a9861545e565b5f955f5b8581106139f557505050505082156131f6577f38a64ccc378002a3fabf61721152979348ea6fd83549bd5619705ea6a7751aed90600185019661396a88549561ffff8760281c1661457c565b66ffff000000000019909516602886901b66ffff00000000001617885560408051918252602082019290925290810184905280606081010390a261ffff835460b01c16146139b457005b62ffffff600164ffffffffff936139e493600160a21b60ff60a01b19825416179055015460d01c16824216614b41565b825464ffffffffff19169116179055005b6139ff8482614589565b60018201908183116131e257613a26602091613a1e88613a6795614589565b908787614b99565b8d5461ffff60405195869485947f8abe3193000000000000000000000000000000000000000000000000000000008652608060048701526084860191614bbe565b91818160d01c166024850152818160e01c16604485015260c01c1660648301520381895afa9081156131a5575f91613af7575b5015613adb57865f52600a602052613aba8b612bd38360405f209261457c565b613ac7575b60010161391e565b96613ad3600191614bde565b979050613abf565b613ae5908b61457c565b6368a58bf360e01b5f5260045260245ffd5b90506020813d8211613b28575b81613b1160209383614507565b81010312610e8057613b2290614bb1565b8c613a9a565b3d9150613b04565b826368a58bf360e01b5f5260045260245ffd5b925094506020823d602011613b72575b81613b6060209383614507565b81010312610e80578b9151948d6138f6565b3d9150613b53565b5064ffffffffff60018a01541642116138a3565b600360a01b60ff60a01b1989541617885562ffffff60018a015460b81c1664ffffffffff613bc360018b019282845416614b41565b1664ffffffffff19825416179055613886565b5062ffffff600189015460381c161515613881565b5064ffffffffff600189015416421161387b565b7feb8cd611000000000000000000000000000000000000000000000000000000005f5260045ffd5b50333b1515613843565b34610e80576020366003190112610e805760043567ffffffffffffffff8111610e8057613c6290369060040161441e565b90613c6c82614b5d565b91613c7a6040519384614507565b808352601f19613c8982614b5d565b015f5b818110613d225750505f5b818110613cef57836040518091602082016020835281518091526020604084019201905f5b818110613cca575050500390f35b9193509160206101c082613ce1600194885161431b565b019401910191849392613cbc565b80613d06613d006001938587614b75565b356149df565b613d108287614b85565b52613d1b8186614b85565b5001613c97565b602090613d2d614979565b82828801015201613c8c565b34610e80576040366003190112610e805760043560243567ffffffffffffffff8111610e8057613d6d9036906004016143f0565b90825f52600660205260405f20805460ff64ffffffffff8260b81c169160a01c16600781101561373d5760018114801590613fc0575b8015613fac575b6137515750613db8906153cc565b8015908115613f90575b50613ed7576101c0925f5b60068110613eff575060a0613de3858386615452565b3560f81c03613ed75760018401928385116131e257602185018095116131e2577e8730a1be858aec13e75fed4e2e707a41ba4ba540727ce369681b4f8dc4b2139460409464ffffffffff93613e3793614b99565b90359060208110613ec6575b50835160208101918252468582015230606082015286608082015260808152613e6d60a082614507565b51902091855f5260076020526001613e9462ffffff82875f20015460a01c16844216614b41565b91846003820155600160a11b60ff60a01b198254161781550182821683198254161790558351928352166020820152a2005b5f199060200360031b1b1686613e43565b7f451b7cff000000000000000000000000000000000000000000000000000000005f5260045ffd5b93613f0b818386615452565b3560f81c6080811015613f2f5750600181018091116131e257600190945b01613dcd565b9060b78211613f5657607e1982019182116131e257600191613f509161457c565b94613f29565b9060b803613ed757600181018082116131e257613f74908386615452565b3560f81c60020190816002116131e257600191613f509161457c565b9050613f9d368585614b0b565b60208151910120141585613dc2565b5064ffffffffff6001840154164311613daa565b5081431115613da3565b6060366003190112610e8057600435604435815f52600660205260405f2090825f52600760205260405f209160ff815460a01c16600781101561373d57600281148015906141ce575b61375157506024356002820154036141bf5761402f8382615338565b928334106141ac57600201545f939060501c69ffffffffffffffffffff165b34811061418357340361417157506001019182549362ffffff8560381c169362ffffff85146131e25760018593859260209869ffffff0000000000000084880160381b169069ffffff000000000000001916179055835f526008885260405f20855f52885260405f20906001600160a01b03331673ffffffffffffffffffffffffffffffffffffffff19835416178255600160a01b60ff60a01b198354161782557effffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7fff0000000000000000000000000000000000000000000000000000000000000083549260f81b16911617815501556040519283527fc277832bdc9f224f32f9a5ecaaa5ab0dd1885217e79485b56a792878f2a749fa853394a4604051908152f35b63cfde146160e01b5f5260045260245ffd5b8060011b90808204600214901517156131e25760ff90941660ff81146131e2576001019361404e565b8363cfde146160e01b5f5260045260245ffd5b63095c49ad60e21b5f5260045ffd5b5064ffffffffff6001830154164211614013565b34610e80576020366003190112610e80576101c06142016004356149df565b61420e604051809261431b565bf35b34610e80576020366003190112610e80576001600160a01b036142316142d4565b165f525f602052602060ff60405f2054166040519015158152f35b34610e80576020366003190112610e80576142686004356145c5565b005b34610e80576020366003190112610e8057600435805f52600960205260405f2054156131f6575f526009602052602061074960405f20614fbb565b34610e805760206107496142b8366142be565b90614529565b6040906003190112610e80576004359060243590565b600435906001600160a01b0382168203610e8057565b602435906001600160a01b0382168203610e8057565b600781101561373d57600452565b90600682101561373d5752565b6001600160a01b0381511682526020810151151560208301526040810151600781101561373d576101a0918291604085015261435f6060820151606086019061430e565b67ffffffffffffffff608082015116608085015267ffffffffffffffff60a08201511660a085015263ffffffff60c08201511660c085015263ffffffff60e08201511660e085015263ffffffff610100820151166101008501526101208101516101208501526101408101516101408501526101608101516101608501526101808101516101808501520151910152565b9181601f84011215610e805782359167ffffffffffffffff8311610e805760208381860195010111610e8057565b9181601f84011215610e805782359167ffffffffffffffff8311610e80576020808501948460051b010111610e8057565b805180835260209291819084018484015e5f828201840152601f01601f1916010190565b8054821015614488575f5260205f2001905f90565b634e487b7160e01b5f52603260045260245ffd5b610260810190811067ffffffffffffffff8211176144b957604052565b634e487b7160e01b5f52604160045260245ffd5b610100810190811067ffffffffffffffff8211176144b957604052565b6101c0810190811067ffffffffffffffff8211176144b957604052565b90601f8019910116810190811067ffffffffffffffff8211176144b957604052565b90815f52600660205260405f2060036002820154910154906040519260208401944686523060408601526060850152608084015260a083015260c082015260c0815261457660e082614507565b51902090565b919082018092116131e257565b818102929181159184041417156131e257565b67ffffffffffffffff039067ffffffffffffffff82116131e257565b919082039182116131e257565b805f52600660205260405f2090805f52600760205260405f206145e9818484614fde565b60ff835460a01c16600781101561373d5760011480614965575b6148f75760ff835460a01c16600781101561373d57600514806148e2575b6147c95760ff835460a01c1660078110158061373d57811580156148d6575b8181156148c6575b506131f657600185019182549064ffffffffff821692834211156131f65761373d5760021490816148b4575b5061487f575b5060ff845460a01c16600781101561373d576003146147e95760ff845460a01c16600781101561373d57600514806147d4575b61476a575b50600269ffffffffffffffffffff910154166001600160a01b038354165f5260036020526146e560405f2091825461457c565b9055614721600260048401936001600160801b03855416946001600160801b03198154169055600360a11b60ff60a01b19825416178155615075565b6040515f91600282528260208301527ffef694932bf9a4a2de588912a19f04226cc8272d5858c6047f3db4620b661b4f6040841993a48061475f5750565b61476890615c49565b565b62ffffff90835f5260096020526147a461478660405f20614fbb565b855f52600860205260405f20815f5260205260405f20858888615276565b5460501c166147c957815f52600960205260405f20546147c4575f6146b2565b505050565b9091614768926150c5565b50825f52600960205260405f205415156146ad565b835460ff60a01b1916600360a11b178455919291614808600584615075565b60405193614865614871935f8762ffffff9460056148779a528260208301527ffef694932bf9a4a2de588912a19f04226cc8272d5858c6047f3db4620b661b4f6040841993a469ffffffffffffffffffff60028201541695615226565b915460381c1690614589565b906145b8565b8061475f5750565b6148969062ffffff600185015460b81c169061457c565b4211156131f657600360a01b60ff60a01b198554161784555f61467a565b62ffffff915060381c1615155f614674565b905061373d576006821481614648565b50505f60018214614640565b5062ffffff600184015460501c161515614621565b9091600461491591600360a11b60ff60a01b19825416178155615075565b604051905f8269ffffffffffffffffffff946004600295528260208301527ffef694932bf9a4a2de588912a19f04226cc8272d5858c6047f3db4620b661b4f6040841993a40154168061475f5750565b5064ffffffffff6001840154164311614603565b60405190614986826144ea565b5f6101a0838281528260208201528260408201528260608201528260808201528260a08201528260c08201528260e082015282610100820152826101208201528261014082015282610160820152826101808201520152565b6149e7614979565b505f52600660205260405f20805460ff8160a01c16906007821015918261373d578015159384614ae0575b60ff8360a81c16916001820154926002830154916001600160801b0360046003860154950154169660405198614a478a6144ea565b6001600160a01b0388168a52151560208a015261373d576040880152600681101561373d5762ffffff9464ffffffffff91606089015260b81c16608087015264ffffffffff831660a087015261ffff8360281c1660c0870152838360381c1660e0870152838360501c166101008701526101208601526101408501528060801c61016085015260681c166101808301526101a082015290565b600682141594505f9350614a12565b67ffffffffffffffff81116144b957601f01601f191660200190565b929192614b1782614aef565b91614b256040519384614507565b829481845281830111610e80578281602093845f960137010152565b9064ffffffffff8091169116019064ffffffffff82116131e257565b67ffffffffffffffff81116144b95760051b60200190565b91908110156144885760051b0190565b80518210156144885760209160051b010190565b90939293848311610e80578411610e80578101920390565b51908115158203610e8057565b908060209392818452848401375f828201840152601f01601f1916010190565b5f1981146131e25760010190565b9290916001600160a01b03604051936020850195468752306040870152606086015216608084015260a083015260c082015260c0815261457660e082614507565b90600182811c92168015614c5b575b6020831014614c4757565b634e487b7160e01b5f52602260045260245ffd5b91607f1691614c3c565b8115614c6f570490565b634e487b7160e01b5f52601260045260245ffd5b906001600160801b03809116911601906001600160801b0382116131e257565b8115614c6f570690565b356001600160a01b0381168103610e805790565b3561ffff81168103610e805790565b919092825f52600660205260405f2090835f52600760205260405f2090614cf8828487614fde565b60ff835460a01c16600781101561373d5760058114801590614fa6575b8015614f92575b6137515750845f52600960205285614d3660405f20614fbb565b03614f6657845f52600860205260405f20865f5260205260405f2080549160ff8360a01c16600881101561373d5760028114936001600160a01b0316331480159190614f49575b506137ab57604060028301918254948654906001600160a01b03614da18d8d614529565b614df186519c8d96879586947ffcb2488700000000000000000000000000000000000000000000000000000000865260048601528c6024860152604485015260c0606485015260c4840191614bbe565b61ffff8560d01c16608483015261ffff8560e01c1660a48301520392165afa9283156131a5575f965f94614f03575b509086918203614efb575b50508115614ef45760035b600881101561373d5760ff60a01b1974ff000000000000000000000000000000000000000083549260a01b16911617905515614ec5579160209164ffffffffff6001614eab817f8a1484d56b8dad6ca2ff8cf893c476aaac0214b7848f6f6cf8c3db9ecf7e503b97015460e81c834216614b41565b9201911664ffffffffff19825416179055604051908152a3565b505060207fc2d790311f9190fb8d9c7a5dc569ff0a8eccad829ba727d8d0ba2d05adda4f5291604051908152a3565b6007614e36565b55845f614e2b565b91965092506040813d604011614f41575b81614f2160409383614507565b81010312610e8057614f37602082519201614bb1565b9095909286614e20565b3d9150614f14565b8491508115614f5b575b50155f614d7d565b60079150145f614f53565b857f8fd24229000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b5064ffffffffff6001850154164211614d1c565b5062ffffff600185015460501c161515614d15565b805415614488575f52614fdb67ffffffffffffffff60205f20541661459c565b90565b91909160ff835460a01c16600781101561373d576004149081615060575b8161504a575b5061500b575050565b61503a60018064ffffffffff93600560a01b60ff60a01b19875416178655015460e81c93019282845416614b41565b1664ffffffffff19825416179055565b90505f52600960205260405f205415155f615002565b600184015464ffffffffff1642119150614ffc565b90600681101561373d577fffffffffffffffffffff00ffffffffffffffffffffffffffffffffffffffffff75ff00000000000000000000000000000000000000000083549260a81b169116179055565b91906001810154915f1962ffffff8460501c16019162ffffff83116131e2576148779462ffffff6f7fffffffffffffffffffffffffffffff941690805f52600860205260405f20825f526020527ffef694932bf9a4a2de588912a19f04226cc8272d5858c6047f3db4620b661b4f60406001600160a01b03815f20541694600481019069ffffffffffffffffffff60028354996001600160801b038b169c60801c948d6151f5575b500154166001600160a01b038254165f526003602052615191845f2091825461457c565b905561519e828887615a19565b80547fffffffffffffffffffff0000ffffffffffffffffffffffffffffffffffffffff1675010600000000000000000000000000000000000000001790558151600181526020810191909152a460011c16906145b8565b6001600160801b03198154169055895f526003602052855f2061521e8d8d60011c16825461457c565b90555f61516d565b90600201549062ffffff6001697fffffffffffffffffff8085831c161692015460381c16908115614c6f570469ffffffffffffffffffff9081169160501c1680821015615271575090565b905090565b90919293817f0acb23ec0fde81ce54c9018c6d55e176706c20a0a9e82cabb985c903cc9e27b061531c61476897600560a01b60ff60a01b198254161781556001600160801b036152c68989615aa4565b166001600160801b036152e060048a019282845416614c83565b82546001600160801b0319169116179055546040805160a883901c63ffffffff908116825260c89390931c909216602083015290918291820190565b0390a3805f52600960205261533360405f20615c70565b615db5565b9061535960329169ffffffffffffffffffff600282015460501c1693615e8a565b04905b8015801580615394575b1561538e578160011b9182046002141761535c57634e487b7160e01b5f52601160045260245ffd5b50919050565b50828210615366565b3d156153c7573d906153ae82614aef565b916153bc6040519384614507565b82523d5f602084013e565b606090565b905f916101006153dc82436145b8565b111561544d575f809160405160208101918252602081526153fe604082614507565b519071f90827f1c53a10cb7a02335b1753200029355afa61541d61539d565b9080615442575b61542b5750565b909150602081805181010312610e80576020015190565b506020815114615424565b409150565b90821015614488570190565b9496919893909260e05260a0526080525461ffff8160a01c16905f935b826001861b10615659576002600382015491015460c05261549c8588614589565b60805103615646575f5b8781106154b95750505050505050505050565b6154c3818b61457c565b61ffff8460b01c168110156155aa576154dd858285615ad2565b6154ea838b60a051614b75565b356154f760e05185614589565b9060018501918286116131e2576155576155218f6061938d61551b60e05189614589565b92614b99565b92908360405194859260208401975f89528a602186015260418501528484013781015f838201520301601f198101835282614507565b5190209161556f8a6155698188614589565b93614589565b808311610e80576080518111610e80575f929190600583901b8d015b83820385106155bc57505050505060c051036155aa57506001016154a6565b630196930160e31b5f5260045260245ffd5b90919293946001908185881c16155f14615632576155dd8787860385614b75565b355b6040519060208201927f010000000000000000000000000000000000000000000000000000000000000084526021830152604182015260418152615624606182614507565b51902095019392919061558b565b61563f8787860385614b75565b35906155df565b88630196930160e31b5f5260045260245ffd5b9361566390614bde565b9361547b565b908060081c91825f5280602052600160ff60405f205493161b9283831661569a575f526020521760405f2055600190565b505050505f90565b96919261ffff956156ea956156c96156dc9460809a979d9c9d60a08d5260a08d0191614bbe565b9260208b015289830360408b0152614bbe565b918683036060880152614bbe565b9416910152565b999894979593905f9a549587511461583d5761570e87518a614c65565b9361571a88518a614c65565b975f9c5b8d8251111561582e576157318e83614b85565b5115615825578d615742818561457c565b61574c8983614589565b9160018101106131e2578f8b8f928f8f936157ca8f8f8f93918f928f939661578d6001600160a01b039861551b9e60209e61551b6157a39860018801614589565b9d909b600161579c8286614589565b9401614589565b906040519a8b998a98899763cadcfd9560e01b895261ffff8c60c01c169660048a016156a2565b0392165afa9081156131a5575f916157f3575b506157ea9060019261457c565b9d5b019c61571e565b90506020813d821161581d575b8161580d60209383614507565b81010312610e80575160016157dd565b3d9150615800565b9c6001906157ec565b9c505050505050505050505050565b9096602098999a5061587c92939596506001600160a01b03946040519a8b998a98899763cadcfd9560e01b895261ffff8c60c01c169660048a016156a2565b0392165afa9081156131a5575f91615892575090565b90506020813d6020116158b9575b816158ad60209383614507565b81010312610e80575190565b3d91506158a0565b909192805461ffff855460b01c1661ffff8260e81c16109081156159f9575b506159ed5761476894600160a21b60ff60a01b19835416178255815463ffffffff808260a81c169160c81c1610615919575b5050615db5565b6159e6916001600160801b0361592f8787615aa4565b166001600160801b03615949600488019282845416614c83565b166001600160801b031982541617905581847f0acb23ec0fde81ce54c9018c6d55e176706c20a0a9e82cabb985c903cc9e27b06159b28454604051918163ffffffff80859460c81c169160a81c168390929163ffffffff60209181604085019616845216910152565b0390a3835f5260096020526159c960405f20615c70565b835f52600960205263ffffffff60405f20915460c81c1690615ba0565b5f80615912565b91614768949391615276565b905063ffffffff62ffffff600186015460681c169160c81c16105f6158e0565b805f52600660205260ff60405f205460b01c165f14615a5f575f5260046020526001600160a01b0360405f2091165f52602052615a5b60405f2091825461457c565b9055565b506001600160a01b03165f526003602052615a5b60405f2091825461457c565b356001600160801b0381168103610e805790565b3563ffffffff81168103610e805790565b60026064615abd8469ffffffffffffffffffff94615e8a565b0492015460a01c168181105f14615271575090565b9291909260015b7f7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff811681036131e25782600182811b1b1015615b1d57615b1890614bde565b615ad9565b91926001831b945f1986019586116131e2579360015b15615b90575b5f9486811690851c865b60048110615b555750851b1794615b33565b909160019089604051602081019089825285604082015283606082015260608152615b81608082614507565b51902016909318929101615b43565b80851015615b3957509293505050565b9291615bab9061459c565b9060401b17825492680100000000000000008410156144b9579260018101845580615bf283615bda8388614473565b90919082549060031b91821b915f19901b1916179055565b615c05575b615bda906147689394614473565b5f1981018181116131e25760011c90615c1e8286614473565b90549060031b1c90838211615c415790615bda615c3b9287614473565b80615bf2565b915050615bf7565b5f80808093815af1615c5961539d565b5015615c6157565b6312171d8360e31b5f5260045ffd5b80545f198101918183116131e257615c888382614473565b90549060031b1c9115615da157615c9f8382614473565b8154905f199060031b1b1916905582815582156147c4575f5b8060011b907f7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff811681036131e257600182018083116131e257809286821015615d8f576002018082116131e2578681109081615d65575b50615d53575b50615d208284614473565b90549060031b1c90818511615d425790615bda615d3d9285614473565b615cb8565b9150506147689350615bda91614473565b615d5e919250614bde565b905f615d15565b615d70915085614473565b90549060031b1c615d818286614473565b90549060031b1c105f615d0f565b505090506147689350615bda91614473565b634e487b7160e01b5f52603160045260245ffd5b91825f52600960205260405f205415155f14615e7757825f526009602052615ddf60405f20614fbb565b925f52600860205260405f20835f5260205260ff60405f205460a01c16600881101561373d57600403615e475750600182018092116131e257600101906cffffff0000000000000000000082549160501b16906cffffff000000000000000000001916179055565b64ffffffffff919250615e6460018092015460e81c834216614b41565b9201911664ffffffffff19825416179055565b50600101805464ffffffffff1916905550565b919060ff600184015460801c935460b01c16615eca575b506c100000000000000000000000008211615eb857565b6c100000000000000000000000009150565b916001600160801b036004615ee3939401541690614589565b60401c905f615ea1565b7f00000000000000000000000000000000000000000000000000000000000000008110908115615f45575b50615f205750565b6123cd906040519182916339bac5cd60e11b835260206004840152602483019061444f565b69ffffffffffffffffffff9150115f615f18565b908110908115615f6b5750615f205750565b6276a7009150115f615f185660a080604052346021573360805261017b908161002682396080518160910152f35b5f80fdfe6080806040526004361015610012575f80fd5b5f3560e01c630779afe614610025575f80fd5b34610177576060366003190112610177576004359073ffffffffffffffffffffffffffffffffffffffff8216918281036101775760243573ffffffffffffffffffffffffffffffffffffffff81168091036101775773ffffffffffffffffffffffffffffffffffffffff7f000000000000000000000000000000000000000000000000000000000000000016330361014f577fa9059cbb000000000000000000000000000000000000000000000000000000005f5260045260443560245260205f60448180855af19160015f511483161561012f575b50501561010457005b7f5274afe7000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b600183151661014757503b15153d1516165f806100fb565b3d5f823e3d90fd5b7f3d693ada000000000000000000000000000000000000000000000000000000005f5260045ffd5b5f80fd",
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

// PackContextOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x02fc2e2b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function contextOf(uint256 id, uint256 entry) view returns(bytes32)
func (market *Market) PackContextOf(id *big.Int, entry *big.Int) []byte {
	enc, err := market.abi.Pack("contextOf", id, entry)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackContextOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x02fc2e2b.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function contextOf(uint256 id, uint256 entry) view returns(bytes32)
func (market *Market) TryPackContextOf(id *big.Int, entry *big.Int) ([]byte, error) {
	return market.abi.Pack("contextOf", id, entry)
}

// UnpackContextOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x02fc2e2b.
//
// Solidity: function contextOf(uint256 id, uint256 entry) view returns(bytes32)
func (market *Market) UnpackContextOf(data []byte) ([32]byte, error) {
	out, err := market.abi.Unpack("contextOf", data)
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
