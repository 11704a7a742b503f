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
	ABI: "[{\"inputs\":[{\"internalType\":\"address[]\",\"name\":\"evaluators_\",\"type\":\"address[]\"},{\"internalType\":\"uint32\",\"name\":\"minWindow_\",\"type\":\"uint32\"},{\"internalType\":\"uint256\",\"name\":\"minBond_\",\"type\":\"uint256\"},{\"internalType\":\"uint16\",\"name\":\"minDrawDelay_\",\"type\":\"uint16\"}],\"stateMutability\":\"nonpayable\",\"type\":\"constructor\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"slot\",\"type\":\"uint256\"}],\"name\":\"BadGroup\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"BadHeader\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"slot\",\"type\":\"uint256\"}],\"name\":\"BadProof\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"string\",\"name\":\"field\",\"type\":\"string\"}],\"name\":\"BadTerms\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"FailedDeployment\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"balance\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"needed\",\"type\":\"uint256\"}],\"name\":\"InsufficientBalance\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"NotAllowed\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"NotDirect\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"entry\",\"type\":\"uint256\"}],\"name\":\"NotYourTurn\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"NothingToDo\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"Reentered\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"token\",\"type\":\"address\"}],\"name\":\"SafeERC20FailedOperation\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"TransferFailed\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"WrongChallenge\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"enumIMarket.Phase\",\"name\":\"phase\",\"type\":\"uint8\"}],\"name\":\"WrongPhase\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"want\",\"type\":\"uint256\"}],\"name\":\"WrongValue\",\"type\":\"error\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"}],\"name\":\"Cancelled\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"owner\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"bytes32\",\"name\":\"datasetHash\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"reward\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint64\",\"name\":\"drawBlock\",\"type\":\"uint64\"}],\"name\":\"ChallengeCreated\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"entry\",\"type\":\"uint256\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"solver\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"count\",\"type\":\"uint256\"}],\"name\":\"Claimed\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"entry\",\"type\":\"uint256\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"solver\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"bytes32\",\"name\":\"commitment\",\"type\":\"bytes32\"}],\"name\":\"Committed\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"bytes32\",\"name\":\"seed\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"uint64\",\"name\":\"commitDeadline\",\"type\":\"uint64\"}],\"name\":\"Drawn\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"entry\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"claimed\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"right\",\"type\":\"uint256\"}],\"name\":\"EntrySlashed\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"entry\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"groups\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"right\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"seen\",\"type\":\"uint256\"}],\"name\":\"Evaluated\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"enumIMarket.Outcome\",\"name\":\"outcome\",\"type\":\"uint8\"},{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"entry\",\"type\":\"uint256\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"winner\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"paid\",\"type\":\"uint256\"}],\"name\":\"Finalized\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"sponsor\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"Funded\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"firstSlot\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"slots\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"revealed\",\"type\":\"uint256\"}],\"name\":\"HoldoutRevealed\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"entry\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"bytes32\",\"name\":\"digest\",\"type\":\"bytes32\"}],\"name\":\"ModelPart\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"entry\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"bytes32\",\"name\":\"modelHash\",\"type\":\"bytes32\"}],\"name\":\"ModelRevealed\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"from\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"credit\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"arrived\",\"type\":\"uint256\"}],\"name\":\"TokenWithdrawn\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"from\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"Withdrawn\",\"type\":\"event\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"name\":\"balance\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"}],\"name\":\"bondsOf\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"forCommit\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"forClaim\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"}],\"name\":\"cancel\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"entry\",\"type\":\"uint256\"}],\"name\":\"caseOf\",\"outputs\":[{\"components\":[{\"internalType\":\"address\",\"name\":\"solver\",\"type\":\"address\"},{\"internalType\":\"enumIMarket.Status\",\"name\":\"status\",\"type\":\"uint8\"},{\"internalType\":\"bytes32\",\"name\":\"modelHash\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"datasetHash\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"seed\",\"type\":\"bytes32\"},{\"internalType\":\"uint64\",\"name\":\"deadline\",\"type\":\"uint64\"},{\"internalType\":\"uint32\",\"name\":\"turnWindow\",\"type\":\"uint32\"},{\"internalType\":\"uint16\",\"name\":\"groups\",\"type\":\"uint16\"},{\"internalType\":\"uint16\",\"name\":\"holdoutGroups\",\"type\":\"uint16\"},{\"internalType\":\"uint16\",\"name\":\"groupSize\",\"type\":\"uint16\"},{\"internalType\":\"uint16\",\"name\":\"features\",\"type\":\"uint16\"},{\"internalType\":\"uint16\",\"name\":\"classes\",\"type\":\"uint16\"}],\"internalType\":\"structIMarket.Case\",\"name\":\"\",\"type\":\"tuple\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"challengeCount\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"entry\",\"type\":\"uint256\"},{\"internalType\":\"bytes32\",\"name\":\"modelHash\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"salt\",\"type\":\"bytes32\"},{\"internalType\":\"uint256\",\"name\":\"count\",\"type\":\"uint256\"}],\"name\":\"claim\",\"outputs\":[],\"stateMutability\":\"payable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"entry\",\"type\":\"uint256\"}],\"name\":\"claimBond\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"internalType\":\"bytes32\",\"name\":\"datasetHash\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"commitment\",\"type\":\"bytes32\"}],\"name\":\"commit\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"entry\",\"type\":\"uint256\"}],\"stateMutability\":\"payable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"internalType\":\"address\",\"name\":\"solver\",\"type\":\"address\"},{\"internalType\":\"bytes32\",\"name\":\"modelHash\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"salt\",\"type\":\"bytes32\"}],\"name\":\"commitmentOf\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"entry\",\"type\":\"uint256\"}],\"name\":\"contextOf\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"},{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"name\":\"contribution\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"components\":[{\"internalType\":\"bytes32\",\"name\":\"datasetHash\",\"type\":\"bytes32\"},{\"internalType\":\"uint16\",\"name\":\"groups\",\"type\":\"uint16\"},{\"internalType\":\"uint16\",\"name\":\"holdoutGroups\",\"type\":\"uint16\"},{\"internalType\":\"uint16\",\"name\":\"groupSize\",\"type\":\"uint16\"},{\"internalType\":\"uint16\",\"name\":\"features\",\"type\":\"uint16\"},{\"internalType\":\"uint16\",\"name\":\"classes\",\"type\":\"uint16\"},{\"internalType\":\"uint16\",\"name\":\"drawDelay\",\"type\":\"uint16\"},{\"internalType\":\"address\",\"name\":\"evaluator\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"token\",\"type\":\"address\"},{\"internalType\":\"uint128\",\"name\":\"tokenPrice\",\"type\":\"uint128\"},{\"internalType\":\"uint256\",\"name\":\"accuracyThreshold\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"organiserBond\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"commitBond\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"claimBond\",\"type\":\"uint256\"},{\"internalType\":\"uint32\",\"name\":\"commitWindow\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"revealWindow\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"claimWindow\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"turnWindow\",\"type\":\"uint32\"},{\"internalType\":\"string\",\"name\":\"dataURI\",\"type\":\"string\"}],\"internalType\":\"structIMarket.Terms\",\"name\":\"t\",\"type\":\"tuple\"},{\"internalType\":\"uint256\",\"name\":\"reward\",\"type\":\"uint256\"}],\"name\":\"createChallenge\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"}],\"stateMutability\":\"payable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"internalType\":\"bytes\",\"name\":\"header\",\"type\":\"bytes\"}],\"name\":\"draw\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"entry\",\"type\":\"uint256\"},{\"internalType\":\"bytes\",\"name\":\"program\",\"type\":\"bytes\"},{\"internalType\":\"uint256\",\"name\":\"firstSlot\",\"type\":\"uint256\"},{\"internalType\":\"bytes32[]\",\"name\":\"salts\",\"type\":\"bytes32[]\"},{\"internalType\":\"bytes32[]\",\"name\":\"proofs\",\"type\":\"bytes32[]\"},{\"internalType\":\"bytes\",\"name\":\"payloads\",\"type\":\"bytes\"},{\"internalType\":\"bytes\",\"name\":\"witnesses\",\"type\":\"bytes\"}],\"name\":\"evaluate\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"name\":\"evaluators\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"}],\"name\":\"finalize\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"internalType\":\"address\",\"name\":\"owner\",\"type\":\"address\"},{\"internalType\":\"bytes32\",\"name\":\"datasetHash\",\"type\":\"bytes32\"},{\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"fund\",\"outputs\":[],\"stateMutability\":\"payable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"}],\"name\":\"getChallenge\",\"outputs\":[{\"components\":[{\"internalType\":\"address\",\"name\":\"owner\",\"type\":\"address\"},{\"internalType\":\"bool\",\"name\":\"active\",\"type\":\"bool\"},{\"internalType\":\"enumIMarket.Phase\",\"name\":\"phase\",\"type\":\"uint8\"},{\"internalType\":\"enumIMarket.Outcome\",\"name\":\"outcome\",\"type\":\"uint8\"},{\"internalType\":\"uint64\",\"name\":\"drawBlock\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"deadline\",\"type\":\"uint64\"},{\"internalType\":\"uint32\",\"name\":\"revealed\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"commits\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"winner\",\"type\":\"uint32\"},{\"internalType\":\"bytes32\",\"name\":\"datasetHash\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"seed\",\"type\":\"bytes32\"},{\"internalType\":\"uint256\",\"name\":\"reward\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"accuracyThreshold\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"pot\",\"type\":\"uint256\"}],\"internalType\":\"structIMarket.Challenge\",\"name\":\"\",\"type\":\"tuple\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256[]\",\"name\":\"ids\",\"type\":\"uint256[]\"}],\"name\":\"getChallenges\",\"outputs\":[{\"components\":[{\"internalType\":\"address\",\"name\":\"owner\",\"type\":\"address\"},{\"internalType\":\"bool\",\"name\":\"active\",\"type\":\"bool\"},{\"internalType\":\"enumIMarket.Phase\",\"name\":\"phase\",\"type\":\"uint8\"},{\"internalType\":\"enumIMarket.Outcome\",\"name\":\"outcome\",\"type\":\"uint8\"},{\"internalType\":\"uint64\",\"name\":\"drawBlock\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"deadline\",\"type\":\"uint64\"},{\"internalType\":\"uint32\",\"name\":\"revealed\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"commits\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"winner\",\"type\":\"uint32\"},{\"internalType\":\"bytes32\",\"name\":\"datasetHash\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"seed\",\"type\":\"bytes32\"},{\"internalType\":\"uint256\",\"name\":\"reward\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"accuracyThreshold\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"pot\",\"type\":\"uint256\"}],\"internalType\":\"structIMarket.Challenge[]\",\"name\":\"all\",\"type\":\"tuple[]\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"entry\",\"type\":\"uint256\"}],\"name\":\"getEntry\",\"outputs\":[{\"components\":[{\"internalType\":\"address\",\"name\":\"solver\",\"type\":\"address\"},{\"internalType\":\"enumIMarket.Status\",\"name\":\"status\",\"type\":\"uint8\"},{\"internalType\":\"uint32\",\"name\":\"claimed\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"right\",\"type\":\"uint32\"},{\"internalType\":\"uint16\",\"name\":\"seen\",\"type\":\"uint16\"},{\"internalType\":\"uint8\",\"name\":\"doublings\",\"type\":\"uint8\"},{\"internalType\":\"bytes32\",\"name\":\"commitment\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"modelHash\",\"type\":\"bytes32\"}],\"internalType\":\"structIMarket.Entry\",\"name\":\"\",\"type\":\"tuple\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"}],\"name\":\"getTerms\",\"outputs\":[{\"components\":[{\"internalType\":\"bytes32\",\"name\":\"datasetHash\",\"type\":\"bytes32\"},{\"internalType\":\"uint16\",\"name\":\"groups\",\"type\":\"uint16\"},{\"internalType\":\"uint16\",\"name\":\"holdoutGroups\",\"type\":\"uint16\"},{\"internalType\":\"uint16\",\"name\":\"groupSize\",\"type\":\"uint16\"},{\"internalType\":\"uint16\",\"name\":\"features\",\"type\":\"uint16\"},{\"internalType\":\"uint16\",\"name\":\"classes\",\"type\":\"uint16\"},{\"internalType\":\"uint16\",\"name\":\"drawDelay\",\"type\":\"uint16\"},{\"internalType\":\"address\",\"name\":\"evaluator\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"token\",\"type\":\"address\"},{\"internalType\":\"uint128\",\"name\":\"tokenPrice\",\"type\":\"uint128\"},{\"internalType\":\"uint256\",\"name\":\"accuracyThreshold\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"organiserBond\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"commitBond\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"claimBond\",\"type\":\"uint256\"},{\"internalType\":\"uint32\",\"name\":\"commitWindow\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"revealWindow\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"claimWindow\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"turnWindow\",\"type\":\"uint32\"},{\"internalType\":\"string\",\"name\":\"dataURI\",\"type\":\"string\"}],\"internalType\":\"structIMarket.Terms\",\"name\":\"\",\"type\":\"tuple\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"slot\",\"type\":\"uint256\"}],\"name\":\"groupOf\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"name\":\"isEvaluator\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"word\",\"type\":\"uint256\"}],\"name\":\"isRevealed\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"entry\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"word\",\"type\":\"uint256\"}],\"name\":\"isSeen\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"}],\"name\":\"leader\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"minBond\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"minDrawDelay\",\"outputs\":[{\"internalType\":\"uint16\",\"name\":\"\",\"type\":\"uint16\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"minWindow\",\"outputs\":[{\"internalType\":\"uint32\",\"name\":\"\",\"type\":\"uint32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"internalType\":\"address\",\"name\":\"sponsor\",\"type\":\"address\"}],\"name\":\"refund\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"firstSlot\",\"type\":\"uint256\"},{\"internalType\":\"bytes32[]\",\"name\":\"salts\",\"type\":\"bytes32[]\"},{\"internalType\":\"bytes32[]\",\"name\":\"proofs\",\"type\":\"bytes32[]\"},{\"internalType\":\"bytes\",\"name\":\"payloads\",\"type\":\"bytes\"}],\"name\":\"revealHoldout\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"entry\",\"type\":\"uint256\"},{\"internalType\":\"bytes\",\"name\":\"part\",\"type\":\"bytes\"}],\"name\":\"revealModel\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"},{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"name\":\"tokenCredit\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"}],\"name\":\"vaultOf\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"withdraw\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"},{\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"}],\"name\":\"withdrawToken\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"arrived\",\"type\":\"uint256\"}],\"stateMutability\":\"nonpayable\",\"type\":\"function\"}]",
	ID:  "Market",
	Bin: "0x6101006040523461026f57615f3b8038038061001a81610293565b92833981019060808183031261026f5780516001600160401b03811161026f57810182601f8201121561026f578051906001600160401b0382116101e3578160051b93602061006a818701610293565b8094815201916020839682010191821161026f57602001915b8183106102735750505060208201519163ffffffff8316830361026f57606060408201519101519361ffff8516850361026f57811561023f578251906001600160401b0382116101e3576801000000000000000082116101e35760015482600155808310610214575b5060015f5260205f205f5b8381106101f757505050505f5b825181101561013b57600190818060a01b0360208260051b86010151165f525f60205260405f208260ff1982541617905501610104565b608084905260a082905260c08590526040516101308082016001600160401b038111838210176101e3578291615e0b833903905ff080156101d8576001600160a01b031660e052604051615b5290816102b98239608051818181610b5c01526114cd015260a0518181816123910152615aab015260c051818181610b1b0152818161200901526132d5015260e051818181611e6f0152614aa00152f35b6040513d5f823e3d90fd5b634e487b7160e01b5f52604160045260245ffd5b82516001600160a01b0316818301556020909201916001016100f7565b60015f52828060205f20019103905f5b8281106102325750506100ec565b5f82820155600101610224565b6040516339bac5cd60e11b81526020600482015260076024820152661b5a5b909bdb9960ca1b6044820152606490fd5b5f80fd5b82516001600160a01b038116810361026f57815260209283019201610083565b6040519190601f01601f191682016001600160401b038111838210176101e35760405256fe6101206040526004361015610012575f80fd5b5f5f3560e01c806302fc2e2b14613d535780630508bcb414613d1857806305261aea14613cfa5780631b561cf914613cbe5780631bdd4b7414613c905780631cd98bce14613ab5578063239069631461383f578063247674031461373857806334d762ae1461331657806340e58ee5146131a757806357accdd7146131795780635cdf98de14612dd75780635d61210d146128b9578063630d8178146124dc5780636b9c7be8146124975780637ad226dc146123b4578063831518b7146123795780638e786a6f146111cd578063956926941461118d57806398ba676d146110665780639a50f4cb14610bdc578063a2f0572514610bbe578063a6775a7714610b80578063ac66a3ef14610b3f578063adccbae814610b00578063ae0bb2d2146108a0578063b6a29b4514610822578063c025902c146107f5578063c194e4ca146105da578063da391066146103f6578063daa0bfba146103c5578063dfa3a43214610380578063e168afe3146102ff578063e3d670d7146102c6578063f3fef3a31461020b5763fed4f2de146101a7575f80fd5b34610208576020366003190112610208576040906101fc6004358083526006602052836101e1818520838652600760205282862090614f50565b938281526006602052818120928152600760205220906156ba565b82519182526020820152f35b80fd5b503461020857604036600319011261020857610225613d82565b90602435338252600360205260408220548082116102be575b81156102af578282819561025483958495614085565b338452600360205260408420556040518281527f7084f5476618d8e60b11ef0d7d3f06914655adb8793e28ff7f018d4c76d505d560203392a25af1610297614fb2565b50156102a05780f35b6312171d8360e31b8152600490fd5b630b8a550d60e31b8352600483fd5b90508061023e565b5034610208576020366003190112610208576020906040906001600160a01b036102ee613d82565b168152600383522054604051908152f35b503461020857602036600319011261020857600435906001548210156102085760015482101561036c57600181527fb10e2d527612073b26eecdfd717e6a320cf44b4afac2b0732d9fcbe2b7fa0cf69091015460405160039290921b1c6001600160a01b03168152602090f35b634e487b7160e01b81526032600452602490fd5b503461020857604036600319011261020857604061039c613d98565b9160043581526005602052209060018060a01b03165f52602052602060405f2054604051908152f35b50346102085760203660031901126102085760206103e4600435614a7f565b6040516001600160a01b039091168152f35b50346102085761040536613d6c565b918060405161041381613f9f565b8181528160208201528160408201528160608201528160808201528160a08201528160c08201528160e0820152816101008201528161012082015281610140820152610160015281815260066020526040812092828252600760205260408220928252600860205260408220908252602052604090208054906002015460028401546003850154946001015464ffffffffff1694600185015460e81c945494604051966104bf88613f9f565b6001600160a01b038616885260208801956104e09060a01c60ff1687614a73565b60408801948552606088019384526080880192835260a0880190815260c0880191825260e08801928760a01c61ffff1684526101008901948860b01c61ffff1686526101208a01968960c01c61ffff1688526101408b01988a60d01c61ffff168a526101608c019a60e01c61ffff168b526040519b600160a01b600190039051168c525160208c0161057191613f1d565b5160408b01525160608a0152516080890152516001600160401b031660a08801525163ffffffff1660c08701525161ffff1660e08601525161ffff166101008501525161ffff166101208401525161ffff166101408301525161ffff1661016082015261018090f35b5060a036600319011261020857600435602435604435916084359281855260066020526040852082865260076020526040862060ff825460a01c1660078110156107e157600481148015906107cd575b6107b5575061063981836156ba565b8034036107a35750838752600860205260408720858852602052604087209182543360018060a01b0382161490811591610774575b50610765576106816064358533886146df565b600184015403610765576001015460681c62ffffff168610908115610744575b5061071657805464ffffffffff60a01b191660a886901b63ffffffff60a81b1617600160a11b178155600201558084526009602052604084206106e79083908590615791565b6040519283527fb94bf7f9302edf52a596286915a69b4b0685574cffdedd0712e3c62f2550f0ba60203394a480f35b6040516339bac5cd60e11b815260206004820152600560248201526418dbdd5b9d60da1b6044820152606490fd5b61075d91505461ffff808260c01c169160b01c16614058565b85115f6106a1565b631eb49d6d60e11b8852600488fd5b60ff915060a01c16600881101561078f57600114155f61066e565b634e487b7160e01b89526021600452602489fd5b63cfde146160e01b8852600452602487fd5b876107cb6024926396fe8cdd60e01b8352613dae565bfd5b5064ffffffffff600184015416421161062a565b634e487b7160e01b88526021600452602488fd5b503461020857604060209161080936613d6c565b908252600a845282822090825283522054604051908152f35b50346102085761083136613d6c565b81835260066020526003604084200154158015610883575b6102af579061087b9161ffff6040858460209752600687526003828220015494815260078752205460a01c16916156e5565b604051908152f35b50818352600760205261ffff604084205460a01c16811015610849565b5034610208576108af36613d6c565b818352600660205260408320918084526007602052604084209183549160ff8360a01c166007811015610aec5760068103610ad657508552600860205260408520908552602052604084209182549360ff8560a01c1694600886101595866107e157600681148015610acb575b610abc57866001600160501b03600286015460501c168360f81c1b9586938a99610a885760028414908115610aae575b838215610a9c575b8215610a54575b5050610a3b575b60a81c60ff166006811015610a2757889594939291906005036109e95750505092610993610999926109af95614e41565b9061404b565b835460ff60a01b1916600360a11b178455614085565b90546001600160a01b03168352600360205260408320805490916109d29161404b565b9055806109dd575080f35b6109e69061583a565b80f35b925092509250610a1357600114610a06575b50826109af91610999565b60011c92506109af6109fb565b634e487b7160e01b86526021600452602486fd5b634e487b7160e01b8a52602160045260248afd5b95610a4c60ff9161099388886156ba565b969050610962565b909150610a8857600484149081610a6e575b505f8361095b565b905063ffffffff808260a81c169160c81c1610155f610a66565b634e487b7160e01b8b52602160045260248bfd5b909150610a8857600384149083610954565b8b935060078514915061094c565b630b8a550d60e31b8852600488fd5b50879650801561091c565b866107cb6024926396fe8cdd60e01b8352613dae565b634e487b7160e01b87526021600452602487fd5b5034610208578060031936011261020857602060405161ffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b5034610208578060031936011261020857602060405163ffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b50346102085760603660031901126102085760406020916004358152600b835281812060243582528352818120604435825283522054604051908152f35b50346102085780600319360112610208576020600254604051908152f35b50608036600319011261020857600435610bf4613d98565b818352600660205260408320805460643593926001600160a01b03808316911614801590611056575b6110475760ff8160a01c166007811015610a1357600181148015611027575b15611011575060b01c60ff161561100b57818452600760205260408420600101546001600160a01b03165b6001600160a01b031680159390841561100557815b803403610ff35750819415610d51575b50506001600160801b038311610d4257600101610cad83825460801c61404b565b6001600160801b038111610d335781546001600160801b031660809190911b6001600160801b03191617905580835260056020526040832060018060a01b0333165f5260205260405f20610d0283825461404b565b90556040519182527f38c48552690c96ec2872092ac1db6c19fb59f5a8c5b49bbf41ed4886d0ca692660203393a380f35b6312171d8360e31b8552600485fd5b6312171d8360e31b8452600484fd5b919350906001600160a01b03610d6684614a7f565b16908386526006602052600160408720015460801c9060ff875c16610fe457865c60ff1916600117875d6040516370a0823160e01b81526004810184905292602084602481855afa938415610fd9578894610fa5575b506040516323b872dd60e01b895233600452816024528560445260208960648180875af160018a5114811615610f86575b816040528960605215610f72578890823b15610f6e576303bcd7f360e11b815283600482015282602482015260016044820152818160648183875af18015610f6357610f4a575b50506020906024604051809481936370a0823160e01b835260048301525afa908115610f3f578791610f09575b5082811115610efa5782610e7491614085565b92808411610ef2575b5080151580610ee8575b610e9e575b5050835c60ff1916845d915f80610c8c565b9091818360011c118015610ee0575b610ed157610ec49291610ebf91614058565b614757565b8015610d42575f80610e8c565b6312171d8360e31b8652600486fd5b508215610ead565b5081811415610e87565b92505f610e7d565b6312171d8360e31b8752600487fd5b90506020813d602011610f37575b81610f2460209383613fd7565b81010312610f3357515f610e61565b5f80fd5b3d9150610f17565b6040513d89823e3d90fd5b81610f5491613fd7565b610f5f57875f610e34565b8780fd5b6040513d84823e3d90fd5b5080fd5b635274afe760e01b89526004839052602489fd5b6001811516610f9c57833b15153d151616610ded565b503d89823e3d90fd5b9093506020813d602011610fd1575b81610fc160209383613fd7565b81010312610f335751925f610dbc565b3d9150610fb4565b6040513d8a823e3d90fd5b63b5dfd9e560e01b8752600487fd5b63cfde146160e01b8752600452602486fd5b85610c7c565b83610c67565b856107cb6024926396fe8cdd60e01b8352613dae565b50600281148015610c3c575064ffffffffff600184015416421115610c3c565b63095c49ad60e21b8552600485fd5b5060443560028301541415610c1d565b50346102085760406101009161107b36613d6c565b908260e0855161108a81613f83565b82815282602082015282878201528260608201528260808201528260a08201528260c082015201528252600860205282822090825260205220604051906110d082613f83565b8160ff825460018060a01b038116835261ffff60208401946110f7848460a01c1687614a73565b63ffffffff60408601818560a81c168152816060880191818760c81c168352611163600260808b0196888a60e81c16885260a08c019960f81c8a5260c060018201549c019b8c5201549a60e08d019b8c526040519c60018060a01b039051168d525160208d0190613f1d565b511660408a01525116606088015251166080860152511660a08401525160c08301525160e0820152f35b5034610208576060366003190112610208576044356001600160401b038111610f6e576111c16109e6913690600401613e9c565b906024356004356147c2565b506040366003190112610208576001600160401b03600435116102085761026060043536036003190112610208576001600160a01b0361121160043560e40161479f565b1681528060205260ff6040822054161561234757601e61ffff6112386024600435016147b3565b16106123185761ffff61124f6044600435016147b3565b161580156122e9575b61207c5761ffff61126d6064600435016147b3565b16158015612249575b6120b75761ffff61128b6084600435016147b3565b1615801561222d575b6121fc57600261ffff6112ab60a4600435016147b3565b161080156121e0575b6121b05761132060206001600160a01b036112d360043560e40161479f565b166112e26084600435016147b3565b906112f16064600435016147b3565b60405163b9fdf04160e01b815261ffff9384166004820152921660248301529092839190829081906044820190565b03915afa908115610f6357829161217e575b5061c350811180156120e9575b6120b75761137061ffff6113576044600435016147b3565b1661ffff6113696064600435016147b3565b1690614058565b62ffffff811161207c5761014460043501351590811561206b575b5061203157600261ffff6113a360c4600435016147b3565b16108015611ff4575b8015611fd8575b611fa6576040906113f082516113c98482613fd7565b600d81526c1bdc99d85b9a5cd95c909bdb99609a1b60208201526101646004350135615aa9565b61142382516113ff8482613fd7565b600a81526918dbdb5b5a5d109bdb9960b21b60208201526101846004350135615aa9565b61145582516114328482613fd7565b600981526818db185a5b509bdb9960ba1b60208201526101a46004350135615aa9565b6001600160a01b0361146c6004356101040161479f565b16611f1f576001600160801b0361148861012460043501615695565b16611eed576114ad620186a0915b61ffff6114a76044600435016147b3565b16614058565b0460041c60010180600111611a74576115fc906115bd6114f463ffffffff7f0000000000000000000000000000000000000000000000000000000000000000169283614058565b9161153963ffffffff61150c6101c4600435016156a9565b168287519161151b8984613fd7565b600c83526b636f6d6d697457696e646f7760a01b6020840152615b12565b61157d63ffffffff6115506101e4600435016156a9565b168487519161155f8984613fd7565b600c83526b72657665616c57696e646f7760a01b6020840152615b12565b63ffffffff611591610204600435016156a9565b16908551916115a08784613fd7565b600b83526a636c61696d57696e646f7760a81b6020840152615b12565b63ffffffff6115d1610224600435016156a9565b16908351916115e08584613fd7565b600a8352697475726e57696e646f7760b01b6020840152615b12565b60025490611609826146d1565b6002556001600160a01b036116236004356101040161479f565b1615159283611e6d575b61163c6101046004350161479f565b6001600160a01b038116611e605761165d610164600435013560243561404b565b803403611e4e5750602435906001600160a01b038116611ba4575b506001600160801b038111611b955783825260076020528282206001600160a01b036116a860043560e40161479f565b82546001600160a01b03191691161781556116c76004356024016147b3565b815461ffff60b01b6116dd6004356044016147b3565b60b01b169161ffff60c01b6116f66004356064016147b3565b60c01b169061ffff60d01b61170f6004356084016147b3565b60d01b169161ffff60e01b61172860043560a4016147b3565b60e01b16936001600160f01b031961174460043560c4016147b3565b60f01b169560018060f01b039361ffff60e01b199261ffff60d01b199161ffff60a01b9060a01b169065ffffffffffff60a01b191617161716171617171781556117936101046004350161479f565b6001820180546001600160a01b0319166001600160a01b039092169190911781556117c36004356101c4016156a9565b81549062ffffff60b81b6117dc6004356101e4016156a9565b60b81b1662ffffff60d01b6117f6600435610204016156a9565b60d01b16916001600160e81b0319611813600435610224016156a9565b60e81b169360018060e81b039162ffffff60a01b9060a01b169068ffffffffffffffffff60a01b1916171617171790556002810180546001600160501b0360a01b6101a4600435013560a01b16906001600160501b036101646004350135169061ffff60f01b16176001600160501b0360501b610184600435013560501b16171790556102446004350135602219600435360301811215611b91576004350160048101356001600160401b038111611b8d578036036024830113611b8d578060038401926118e1845461471f565b601f8111611b33575b508690601f8311600114611ac7578792611ab9575b50508160011b915f199060031b1c19161790555b6001600160a01b0361192a6004356101040161479f565b16611a88575b508382526006602052828220805460ff60a01b1933166001600160a81b031990911617600160a01b1780825590959064ffffffffff60b81b61198361ffff61197c60043560c4016147b3565b164361404b565b60b81b169160ff60b01b9060b01b169065ffffffffffff60b01b1916171785556119b761ffff61197c60c4600435016147b3565b611fff8101809111611a74576001860180546cffffffffffffffff00000000001664ffffffffff92831617600435610144013560681b62ffffff60681b1617608084901b6001600160801b031916179055602095846004356004013594856002840155878152600589522060018060a01b0333165f52875282855f20555460b81c169083519283528583015282820152827f952db02c8aca8cec4fa8c6fdb897874976ae898280f19711773766b61649437660603393a351908152f35b634e487b7160e01b83526011600452602483fd5b6001600160801b036004611aa0610124823501615695565b920191166001600160801b03198254161790555f611930565b016024013590505f806118ff565b84885260208820925090601f198416885b818110611b185750908460019594939210611afb575b505050811b019055611913565b6024910101355f19600384901b60f8161c191690555f8080611aee565b60248484010135855560019094019360209283019201611ad8565b828111156118ea5790915083875260208720601f840160051c9060208510611b85575b849392601f0160051c8290039101885b828110611b745750506118ea565b8082018a9055859450600101611b66565b889150611b56565b8480fd5b8380fd5b6312171d8360e31b8252600482fd5b90506001600160a01b03611bb785614a7f565b1684835260066020526001848420015460801c9160ff845c16611e3f57835c60ff1916600117845d84516370a0823160e01b815260048101839052916020836024816001600160a01b0386165afa928315611e35578593611e01575b5085516323b872dd60e01b865233600452602482815235604452602086606481806001600160a01b0388165af16001875114811615611dd9575b8188528660605215611dbd57813b15611db9576303bcd7f360e11b81526001600160a01b03831660048201526024810182905260016044820152858160648183865af18015611daf57908691611d9a575b505085516370a0823160e01b8152600481019190915290602090829060249082906001600160a01b03165afa908115611d90578491611d5e575b5081811115610d425781611ceb91614085565b916024358311611d54575b80151580611d4a575b611d14575b5050815c60ff1916825d5f611678565b9091818360011c118015611d42575b610d4257611d359291610ebf91614058565b8015611b95575f80611d04565b508215611d23565b5081811415611cff565b6024359250611cf6565b90506020813d602011611d88575b81611d7960209383613fd7565b81010312610f3357515f611cd8565b3d9150611d6c565b85513d86823e3d90fd5b81611da491613fd7565b611b8d57845f611c9e565b87513d88823e3d90fd5b8580fd5b635274afe760e01b86526001600160a01b038316600452602486fd5b6001811516611df8573d156001600160a01b0385163b15151616611c4d565b503d86823e3d90fd5b9092506020813d602011611e2d575b81611e1d60209383613fd7565b81010312610f335751915f611c13565b3d9150611e10565b86513d87823e3d90fd5b63b5dfd9e560e01b8452600484fd5b63cfde146160e01b8352600452602482fd5b610164600435013561165d565b7f0000000000000000000000000000000000000000000000000000000000000000608881901c62ffffff16763d602d80600a3d3981f3363d3d373d3d3d363d7300000017825260781b6e5af43d82803e903d91602b57fd5bf3176020526001600160a01b03836037600984f51661162d5763b06ebf3d60e01b8152600490fd5b81516339bac5cd60e11b815260206004820152600a602482015269746f6b656e507269636560b01b6044820152606490fd5b611f2e6101046004350161479f565b3b15611f7957600260243510611f4b576114ad620186a091611496565b81516339bac5cd60e11b81526020600482015260066024820152651c995dd85c9960d21b6044820152606490fd5b81516339bac5cd60e11b81526020600482015260056024820152643a37b5b2b760d91b6044820152606490fd5b6040516339bac5cd60e11b81526020600482015260096024820152686472617744656c617960b81b6044820152606490fd5b5061c35061ffff611fed60c4600435016147b3565b16116113b3565b5061200360c4600435016147b3565b61ffff807f0000000000000000000000000000000000000000000000000000000000000000169116106113ac565b6040516339bac5cd60e11b81526020600482015260116024820152701858d8dd5c9858de551a1c995cda1bdb19607a1b6044820152606490fd5b90506101446004350135115f61138b565b6040516339bac5cd60e11b815260206004820152600d60248201526c686f6c646f757447726f75707360981b604482015280606481015b0390fd5b6040516339bac5cd60e11b815260206004820152600960248201526867726f757053697a6560b81b6044820152606490fd5b5060046120f960648235016147b3565b60206001600160a01b03612110843560e40161479f565b1660405193848092637a2c254f60e11b82525afa91821561217357849261213d575b5061ffff161161133f565b9091506020813d60201161216b575b8161215960209383613fd7565b81010312610f3357519061ffff612132565b3d915061214c565b6040513d86823e3d90fd5b90506020813d6020116121a8575b8161219960209383613fd7565b81010312610f3357515f611332565b3d915061218c565b6040516339bac5cd60e11b8152602060048201526007602482015266636c617373657360c81b6044820152606490fd5b5061010061ffff6121f560a4600435016147b3565b16116112b4565b6040516339bac5cd60e11b8152602060048201526008602482015267666561747572657360c01b6044820152606490fd5b5061100061ffff6122426084600435016147b3565b1611611294565b50600461225960648235016147b3565b60206001600160a01b03612270843560e40161479f565b16604051938480926323ab64e560e21b82525afa9182156122de5783926122a8575b509061ffff6122a19216614795565b1515611276565b91506020823d6020116122d6575b816122c360209383613fd7565b81010312610f335790519061ffff612292565b3d91506122b6565b6040513d85823e3d90fd5b506122f86044600435016147b3565b61ffff617fff61230c6024600435016147b3565b60011c16911611611258565b6040516339bac5cd60e11b815260206004820152600660248201526567726f75707360d01b6044820152606490fd5b6040516339bac5cd60e11b815260206004820152600960248201526832bb30b63ab0ba37b960b91b6044820152606490fd5b503461020857806003193601126102085760206040517f00000000000000000000000000000000000000000000000000000000000000008152f35b503461020857604036600319011261020857600435906123d2613d98565b8282526006602052604082205460ff8160a01c16906007821015612483576006821490811591612469575b50612453575082825260056020526040822060018060a01b0382165f5260205260405f20549081156102af578383946109e6945260056020526040852060018060a01b0383165f526020528460405f2055615631565b826107cb6024926396fe8cdd60e01b8352613dae565b60ff915060a81c166006811015612483576001145f6123fd565b634e487b7160e01b84526021600452602484fd5b50346102085760403660031901126102085760406124b3613d98565b9160043581526004602052209060018060a01b03165f52602052602060405f2054604051908152f35b503461020857610100366003190112610208576044356001600160401b038111610f6e5761250e903690600401613e9c565b906084356001600160401b038111611b915761252e903690600401613ec9565b60a4356001600160401b038111611db95761254d903690600401613ec9565b93909460c4356001600160401b038111610f5f5761256f903690600401613e9c565b9060e4356001600160401b0381116128b55761258f903690600401613e9c565b9290916004358b52600660205260408b20986004358c52600760205260408c209a60ff8b5460a01c1660078110156128a1576005811480159061288d575b61287757506004358d52600860205260408d208d602435905260205260408d209960ff8b5460a01c16600881101561286357600314801590612844575b6128355789156128265761261e8a86614795565b612811576126439285928b8f938f9488956126398489614757565b916064359161509d565b61264c87614651565b9461265a6040519687613fd7565b878652601f1961266989614651565b013660208801378b978c5b8d8282106127a8575050508715612799576126bf95889561ffff956126b5956126a6958f8a968f549d6064359261530f565b63ffffffff8660c81c1661404b565b9360e81c1661404b565b835461ffff60e81b60e883901b1665ffffffffffff60c81b1990911663ffffffff60c81b60c885901b1617178455604080519384526020840183905283018190529160243590600435907f8f2d691f4e16ca753b5d6a9f29ebd70c6c066413790d5e4cdc69cd0db101d48e90606090a361275985549161099361ffff8460b01c169361ffff61274e8787614085565b9160c01c1690614058565b9114908115612783575b5061276c578380f35b61277c92602435926004356154e6565b5f80808380f35b905062ffffff600184015460681c16115f612763565b630b8a550d60e31b8c5260048cfd5b60406127d6916004358152600b6020528181206024358252602052206127d08360643561404b565b90615287565b6127e0828a614678565b90151590526127ef8189614678565b516127fd575b600101612674565b986128096001916146d1565b9990506127f5565b6368a58bf360e01b8e5260643560045260248efd5b630b8a550d60e31b8e5260048efd5b631eb49d6d60e11b8e5260048efd5b5061285036898b6145ff565b6020815191012060028c0154141561260a565b634e487b7160e01b8f52602160045260248ffd5b8d6107cb6024926396fe8cdd60e01b8352613dae565b5064ffffffffff60018d01541642116125cd565b634e487b7160e01b8e52602160045260248efd5b8980fd5b5034610f33576060366003190112610f335760243590600435906044356001600160a01b03811690819003610f335760ff5f5c16612dc857600160ff195f5c16175f5d5f8381526004602090815260408083203384529091529020549392848411612dc0575b5f8181526006602090815260408083206007909252909120600101546001600160a01b0390811695919061295284614a7f565b16604051976370a0823160e01b89528160048a01526020896024818b5afa988915612d1c575f99612d8c575b506001600160801b03891015612d7c57612999895b85614058565b978815612d6d576004600185015460801c940193845460801c90036001600160801b038111612d59576001600160801b036129d69116809a614757565b926040516370a0823160e01b8152886004820152602081602481865afa908115612d1c575f91612d27575b50813b15610f33576040516303bcd7f360e11b81528360048201528960248201528560448201525f8160648183875af18015612d1c57612d07575b50604051916370a0823160e01b83526004830152602082602481865afa918215612cc7578a92612cd2575b50602060249293604051938480926370a0823160e01b82528d60048301525afa8015612cc7578a90612c93575b612a9e9250614085565b98818b1115612c8c57612ab1828c614085565b9a5b8b8b158015612c7a575b612c6b578b11612c62575b6001600160801b038c11612c535784808d1491821592612c3f575b5050612b9c575b5050505060209650612b5690838652600488526040862060018060a01b0333165f52885260405f20612b1d848254614085565b9055612b366001600160801b038416825460801c614775565b81546001600160801b031660809190911b6001600160801b031916179055565b604051928352858301528360408301527f24a091f2d7faf33a9857e2b22ebee46981e3870937bcd2e296571bbe7db560e960603393a3805c60ff1916905d604051908152f35b819293955090612bb38b612bb381612bb895614058565b61404b565b5f19810191908211612c2b5790612bd2612bd8928b61404b565b90614757565b928184119081612bff575b5060209850612bf5575b808080612aea565b9150612b56612bed565b905060028101809111612c175760209811155f612be3565b634e487b7160e01b87526011600452602487fd5b634e487b7160e01b88526011600452602488fd5b612c499250614085565b821415845f612ae3565b6312171d8360e31b8a5260048afd5b9a50899a612ac8565b6312171d8360e31b8b5260048bfd5b5080158015612abd5750818414612abd565b889a612ab3565b506020823d602011612cbf575b81612cad60209383613fd7565b81010312610f3357612a9e9151612a94565b3d9150612ca0565b6040513d8c823e3d90fd5b91506020823d602011612cff575b81612ced60209383613fd7565b81010312610f33579051906020612a67565b3d9150612ce0565b612d14919a505f90613fd7565b5f985f612a3c565b6040513d5f823e3d90fd5b90506020813d602011612d51575b81612d4260209383613fd7565b81010312610f3357515f612a01565b3d9150612d35565b634e487b7160e01b5f52601160045260245ffd5b630b8a550d60e31b5f5260045ffd5b6129996001600160801b03612993565b9098506020813d602011612db8575b81612da860209383613fd7565b81010312610f335751975f61297e565b3d9150612d9b565b84935061291f565b63b5dfd9e560e01b5f5260045ffd5b34610f33576020366003190112610f33576004356060610240604051612dfc81613f53565b5f81525f60208201525f60408201525f838201525f60808201525f60a08201525f60c08201525f60e08201525f6101008201525f6101208201525f6101408201525f6101608201525f6101808201525f6101a08201525f6101c08201525f6101e08201525f6102008201525f6102208201520152805f52600760205260405f2090805f526006602052600260405f200154906001600160501b0383546001850154926001600160801b03600487015416905f52600660205262ffffff600160405f20015460681c169060028701549260405196612ed888613f53565b875261ffff8160a01c16602088015261ffff8160b01c16604088015261ffff8160c01c16606088015261ffff8160d01c16608088015261ffff8160e01c1660a08801528060f01c60c088015260018060a01b031660e087015260018060a01b038516610100870152610120860152610140850152818116610160850152818160501c1661018085015260a01c166101a083015262ffffff8160a01c166101c083015262ffffff8160b81c166101e083015262ffffff8160d01c1661020083015260e81c6102208201526040515f92600381015490612fb58261471f565b80845291600181169081156131515750600114613114575b5050612fde81610240940382613fd7565b82820152613110604051928392602084528051602085015261ffff602082015116604085015261ffff604082015116606085015261ffff606082015116608085015261ffff60808201511660a085015261ffff60a08201511660c085015261ffff60c08201511660e085015260018060a01b0360e08201511661010085015260018060a01b03610100820151166101208501526001600160801b03610120820151166101408501526101408101516101608501526101608101516101808501526101808101516101a08501526101a08101516101c085015263ffffffff6101c0820151166101e085015263ffffffff6101e08201511661020085015263ffffffff6102008201511661022085015263ffffffff6102208201511682850152015161026080840152610280830190613ef9565b0390f35b6003919450015f5260205f205f905b84821061313b575081016020019250612fde81612fcd565b6001816020925483858701015201910190613123565b61024096508492506020915092612fde9360ff191682840152151560051b8201019450612fcd565b34610f33576080366003190112610f3357602061087b613197613d98565b60643590604435906004356146df565b34610f33576020366003190112610f33576004355f81815260066020526040902080546001600160a01b03811690338290036133075760ff8160a01c169060078210156132995760018214908115916132c5575b506132ad575061327491600391845f5260076020526001600160501b03600260405f20015416905f528260205261323760405f2091825461404b565b9055837fc41d93b8bfbf9fd7cf5bfe271fd649ab6a6fec0ea101c23b82a2a28eca2533a95f80a2805460ff60a01b191660a183901b178155614bc0565b6040515f91600382528260208301525f516020615b325f395f51905f526040841993a4005b634e487b7160e01b5f52602160045260245ffd5b6396fe8cdd60e01b5f526132c090613dae565b60245ffd5b905064ffffffffff6132fb61ffff7f0000000000000000000000000000000000000000000000000000000000000000164361404b565b9160b81c1610856131fb565b631eb49d6d60e11b5f5260045ffd5b34610f335760a0366003190112610f33576024356004356044356001600160401b038111610f335761334c903690600401613ec9565b916064356001600160401b038111610f335761336c903690600401613ec9565b9190936084356001600160401b038111610f335761338e903690600401613e9c565b949093613399615073565b835f52600660205260405f2095845f52600760205260405f209760ff885460a01c1660078110156132995760021480613724575b8061370f575b6136c7575b60ff885460a01c16600781101561329957600381148015906136b3575b6132ad5750885460405163b9fdf04160e01b815261ffff60d083901c8116600483015260c083901c1660248201526001600160a01b0390911694602082604481895afa948515612d1c578c925f9661367c575b506134538689614058565b85036136695761346c93888b93888f968f978a9861509d565b5f955f5b8581106135475750505050508215612d6d577f38a64ccc378002a3fabf61721152979348ea6fd83549bd5619705ea6a7751aed9060018501966134bc88549561ffff8760281c1661404b565b66ffff000000000019909516602886901b66ffff00000000001617885560408051918252602082019290925290810184905280606081010390a261ffff835460b01c161461350657005b805460ff60a01b1916600160a21b1790556001015464ffffffffff906135369060d01c62ffffff16428316614635565b825464ffffffffff19169116179055005b6135518482614058565b6001820190818311612d5957613578602091613570886135a095614058565b90878761468c565b8d5461ffff6040519586948594638abe319360e01b86526080600487015260848601916146b1565b91818160d01c166024850152818160e01c16604485015260c01c1660648301520381895afa908115612d1c575f91613630575b501561361457865f52600a6020526135f38b6127d08360405f209261404b565b613600575b600101613470565b9661360c6001916146d1565b9790506135f8565b61361e908b61404b565b6368a58bf360e01b5f5260045260245ffd5b90506020813d8211613661575b8161364a60209383613fd7565b81010312610f335761365b906146a4565b8c6135d3565b3d915061363d565b826368a58bf360e01b5f5260045260245ffd5b925094506020823d6020116136ab575b8161369960209383613fd7565b81010312610f33578b9151948d613448565b3d915061368c565b5064ffffffffff60018a01541642116133f5565b600360a01b60ff60a01b1989541617885562ffffff60018a015460b81c1664ffffffffff6136fc60018b019282845416614635565b1664ffffffffff198254161790556133d8565b5062ffffff600189015460381c1615156133d3565b5064ffffffffff60018901541642116133cd565b34610f33576020366003190112610f33576004356001600160401b038111610f3357613768903690600401613ec9565b9061377282614651565b916137806040519384613fd7565b808352601f1961378f82614651565b015f5b8181106138285750505f5b8181106137f557836040518091602082016020835281518091526020604084019201905f5b8181106137d0575050500390f35b9193509160206101c0826137e76001948851613dc9565b0194019101918493926137c2565b8061380c6138066001938587614668565b356144d4565b6138168287614678565b526138218186614678565b500161379d565b60209061383361446e565b82828801015201613792565b34610f33576040366003190112610f33576004356024356001600160401b038111610f3357613872903690600401613e9c565b90825f52600660205260405f20805460ff64ffffffffff8260b81c169160a01c1660078110156132995760018114801590613aab575b8015613a97575b6132ad57506138bd90614fe1565b8015908115613a7b575b506139db576101c0925f5b600681106139ea575060a06138e8858386615067565b3560f81c036139db576001840192838511612d595760218501809511612d59577e8730a1be858aec13e75fed4e2e707a41ba4ba540727ce369681b4f8dc4b2139460409464ffffffffff9361393c9361468c565b903590602081106139ca575b5083516020810191825246858201523060608201528660808201526080815261397260a082613fd7565b51902091855f526007602052600161399962ffffff82875f20015460a01c16844216614635565b918460038201558160a11b60ff60a01b198254161781550182821683198254161790558351928352166020820152a2005b5f199060200360031b1b1686613948565b63451b7cff60e01b5f5260045ffd5b936139f6818386615067565b3560f81c6080811015613a1a575060018101809111612d5957600190945b016138d2565b9060b78211613a4157607e198201918211612d5957600191613a3b9161404b565b94613a14565b9060b8036139db5760018101808211612d5957613a5f908386615067565b3560f81c6002019081600211612d5957600191613a3b9161404b565b9050613a883685856145ff565b602081519101201415856138c7565b5064ffffffffff60018401541643116138af565b50814311156138a8565b6060366003190112610f3357600435604435815f52600660205260405f2090825f52600760205260405f209160ff815460a01c1660078110156132995760028114801590613c7c575b6132ad5750602435600282015403613c6d57613b1a8382614f50565b92833410613c5a57600201545f939060501c6001600160501b03165b348110613c31573403613c1f57506001019182549362ffffff8560381c169362ffffff8514612d595769ffffff0000000000000019909516600185810160381b69ffffff0000000000000016919091179095555f81815260086020908152604080832087845282529182902080546001600160f81b0360ff60a01b19339081166001600160a81b031990931692909217600160a01b171660f89690961b6001600160f81b0319169590951781559096018490555192835290918391907fc277832bdc9f224f32f9a5ecaaa5ab0dd1885217e79485b56a792878f2a749fa908690a4604051908152f35b63cfde146160e01b5f5260045260245ffd5b8060011b9080820460021490151715612d595760ff90941660ff8114612d595760010193613b36565b8363cfde146160e01b5f5260045260245ffd5b63095c49ad60e21b5f5260045ffd5b5064ffffffffff6001830154164211613afe565b34610f33576020366003190112610f33576101c0613caf6004356144d4565b613cbc6040518092613dc9565bf35b34610f33576020366003190112610f33576001600160a01b03613cdf613d82565b165f525f602052602060ff60405f2054166040519015158152f35b34610f33576020366003190112610f3357613d16600435614092565b005b34610f33576020366003190112610f3357600435805f52600960205260405f205415612d6d575f526009602052602061087b60405f20614b03565b34610f3357602061087b613d6636613d6c565b90613ff8565b6040906003190112610f33576004359060243590565b600435906001600160a01b0382168203610f3357565b602435906001600160a01b0382168203610f3357565b600781101561329957600452565b9060068210156132995752565b80516001600160a01b0316825260208082015115159083015260408101516007811015613299576101a09182916040850152613e0d60608201516060860190613dbc565b6001600160401b0360808201511660808501526001600160401b0360a08201511660a085015263ffffffff60c08201511660c085015263ffffffff60e08201511660e085015263ffffffff610100820151166101008501526101208101516101208501526101408101516101408501526101608101516101608501526101808101516101808501520151910152565b9181601f84011215610f33578235916001600160401b038311610f335760208381860195010111610f3357565b9181601f84011215610f33578235916001600160401b038311610f33576020808501948460051b010111610f3357565b805180835260209291819084018484015e5f828201840152601f01601f1916010190565b9060088210156132995752565b8054821015613f3f575f5260205f2001905f90565b634e487b7160e01b5f52603260045260245ffd5b61026081019081106001600160401b03821117613f6f57604052565b634e487b7160e01b5f52604160045260245ffd5b61010081019081106001600160401b03821117613f6f57604052565b61018081019081106001600160401b03821117613f6f57604052565b6101c081019081106001600160401b03821117613f6f57604052565b90601f801991011681019081106001600160401b03821117613f6f57604052565b90815f52600660205260405f2060036002820154910154906040519260208401944686523060408601526060850152608084015260a083015260c082015260c0815261404560e082613fd7565b51902090565b91908201809211612d5957565b81810292918115918404141715612d5957565b6001600160401b0303906001600160401b038211612d5957565b91908203918211612d5957565b805f52600660205260405f2090805f52600760205260405f206140b6818484614b25565b60ff835460a01c166007811015613299576001148061445a575b6144015760ff835460a01c16600781101561329957600514806143ec575b6142a25760ff835460a01c1660078110158061329957811580156143e0575b8181156143d0575b50612d6d5761329957600514806143bb575b806143aa575b6143895760018301805464ffffffffff81169081421115612d6d5760ff865460a01c166007811015613299576002149081614377575b50614342575b5060ff845460a01c166007811015613299576003146142c25760ff845460a01c16600781101561329957600514806142ad575b614243575b5060026001600160501b039101541660018060a01b038354165f5260036020526141d060405f2091825461404b565b90556004820180546001600160801b03198116909155825460ff60a01b1916600360a11b1783556001600160801b03169161420d90600290614bc0565b6040515f91600282528260208301525f516020615b325f395f51905f526040841993a4806142385750565b6142419061583a565b565b62ffffff90835f52600960205261427d61425f60405f20614b03565b855f52600860205260405f20815f5260205260405f20858888614e8e565b5460501c166142a257815f52600960205260405f205461429d575f6141a1565b505050565b909161424192614be4565b50825f52600960205260405f2054151561419c565b835460ff60a01b1916600360a11b1784559192916142e1600584614bc0565b60405193614328614334935f8762ffffff94600561433a9a528260208301525f516020615b325f395f51905f526040841993a46001600160501b0360028201541695614e41565b915460381c1690614058565b90614085565b806142385750565b6143599062ffffff600185015460b81c169061404b565b421115612d6d57835460ff60a01b1916600360a01b1784555f614169565b62ffffff915060381c1615155f614163565b909162ffffff600182015460501c166143a157505050565b61424192614be4565b506143b6818484614d01565b61412d565b50815f52600960205260405f20541515614127565b9050613299576006821481614115565b50505f6001821461410d565b5062ffffff600184015460501c1615156140ee565b825460ff60a01b1916600360a11b178355909161442090600490614bc0565b604051905f826001600160501b03946004600295528260208301525f516020615b325f395f51905f526040841993a4015416806142385750565b5064ffffffffff60018401541643116140d0565b6040519061447b82613fbb565b5f6101a0838281528260208201528260408201528260608201528260808201528260a08201528260c08201528260e082015282610100820152826101208201528261014082015282610160820152826101808201520152565b6144dc61446e565b505f52600660205260405f20805460ff8160a01c1690600782101591826132995780151593846145d5575b60ff8360a81c16916001820154926002830154916001600160801b036004600386015495015416966040519861453c8a613fbb565b6001600160a01b0388168a52151560208a015261329957604088015260068110156132995762ffffff9464ffffffffff91606089015260b81c16608087015264ffffffffff831660a087015261ffff8360281c1660c0870152838360381c1660e0870152838360501c166101008701526101208601526101408501528060801c61016085015260681c166101808301526101a082015290565b600682141594505f9350614507565b6001600160401b038111613f6f57601f01601f191660200190565b92919261460b826145e4565b916146196040519384613fd7565b829481845281830111610f33578281602093845f960137010152565b9064ffffffffff8091169116019064ffffffffff8211612d5957565b6001600160401b038111613f6f5760051b60200190565b9190811015613f3f5760051b0190565b8051821015613f3f5760209160051b010190565b90939293848311610f33578411610f33578101920390565b51908115158203610f3357565b908060209392818452848401375f828201840152601f01601f1916010190565b5f198114612d595760010190565b929091604051926020840194468652306040860152606085015260018060a01b0316608084015260a083015260c082015260c0815261404560e082613fd7565b90600182811c9216801561474d575b602083101461473957565b634e487b7160e01b5f52602260045260245ffd5b91607f169161472e565b8115614761570490565b634e487b7160e01b5f52601260045260245ffd5b906001600160801b03809116911601906001600160801b038211612d5957565b8115614761570690565b356001600160a01b0381168103610f335790565b3561ffff81168103610f335790565b9190926147cd615073565b825f52600660205260405f2090835f52600760205260405f20906147f2828487614b25565b60ff835460a01c1660078110156132995760058114801590614a5e575b8015614a4a575b6132ad5750845f5260096020528561483060405f20614b03565b03614a3757845f52600860205260405f20865f5260205260405f2080549160ff8360a01c1660088110156132995760028114936001600160a01b0316331480159190614a1a575b5061330757604060028301918254948654906148938c8c613ff8565b6148ca85519b8c958694859463fcb2488760e01b865260048601528b6024860152604485015260c0606485015260c48401916146b1565b61ffff60d085901c8116608484015260e085901c1660a483015203916001600160a01b03165afa928315612d1c575f965f946149d4575b5090869182036149cc575b505081156149c55760035b600881101561329957815460ff60a01b191660a09190911b60ff60a01b1617905515614996579160209164ffffffffff600161497c817f8a1484d56b8dad6ca2ff8cf893c476aaac0214b7848f6f6cf8c3db9ecf7e503b97015460e81c834216614635565b9201911664ffffffffff19825416179055604051908152a3565b505060207fc2d790311f9190fb8d9c7a5dc569ff0a8eccad829ba727d8d0ba2d05adda4f5291604051908152a3565b6007614917565b55845f61490c565b91965092506040813d604011614a12575b816149f260409383613fd7565b81010312610f3357614a086020825192016146a4565b9095909286614901565b3d91506149e5565b8491508115614a2c575b50155f614877565b60079150145f614a24565b85638fd2422960e01b5f5260045260245ffd5b5064ffffffffff6001850154164211614816565b5062ffffff600185015460501c16151561480f565b60088210156132995752565b6040513060388201526f5af43d82803e903d91602b57fd5bf3ff60248201527f00000000000000000000000000000000000000000000000000000000000000006014820152733d602d80600a3d3981f3363d3d373d3d3d363d73815260588101919091526037600c820120607882015260556043909101206001600160a01b031690565b805415613f3f575f52614b226001600160401b0360205f20541661406b565b90565b91909160ff835460a01c166007811015613299576004149081614bab575b81614b95575b50614b52575050565b815460ff60a01b1916600560a01b17825560019081015491018054909164ffffffffff91614b859160e81c908316614635565b1664ffffffffff19825416179055565b90505f52600960205260405f205415155f614b49565b600184015464ffffffffff1642119150614b43565b90600681101561329957815460ff60a81b191660a89190911b60ff60a81b16179055565b91906001810154915f1962ffffff8460501c16019162ffffff8311612d595761433a9462ffffff6f7fffffffffffffffffffffffffffffff941690805f52600860205260405f20825f526020525f516020615b325f395f51905f52604060018060a01b03815f2054169460048101906001600160501b0360028354996001600160801b038b169c60801c948d614cd0575b5001541660018060a01b038254165f526003602052614c98845f2091825461404b565b9055614ca5828887615631565b805461ffff60a01b1916608360a11b1790558151600181526020810191909152a460011c1690614085565b6001600160801b03198154169055895f526003602052855f20614cf98d8d60011c16825461404b565b90555f614c75565b9190825f526009602052614d1760405f20614b03565b91835f52600860205260405f20835f5260205260405f209160ff835460a01c16600881101561329957600303614e3857815460408051635c70cf6b60e11b815260048101889052602481018790529691879060449082906001600160a01b03165afa958615612d1c575f905f97614df5575b5060038110156132995760018114612d6d5715614deb57835463ffffffff60c81b191660c89690961b63ffffffff60c81b16959095178355614de6948254845461ffff60e81b191660389190911b61ffff60e81b161784556154e6565b600190565b5050505050505f90565b9650506040863d604011614e30575b81614e1160409383613fd7565b81010312610f33578551956003871015610f335760200151955f614d89565b3d9150614e04565b50505050505f90565b90600201549062ffffff6001697fffffffffffffffffff8085831c161692015460381c1690811561476157046001600160501b039081169160501c1680821015614e89575090565b905090565b90919293817f0acb23ec0fde81ce54c9018c6d55e176706c20a0a9e82cabb985c903cc9e27b0614f3461424197600560a01b60ff60a01b198254161781556001600160801b03614ede89896156ba565b166001600160801b03614ef860048a019282845416614775565b82546001600160801b0319169116179055546040805160a883901c63ffffffff908116825260c89390931c909216602083015290918291820190565b0390a3805f526009602052614f4b60405f20615861565b61598e565b90614f6e6032916001600160501b03600282015460501c1693615a58565b04905b8015801580614fa9575b15614fa3578160011b91820460021417614f7157634e487b7160e01b5f52601160045260245ffd5b50919050565b50828210614f7b565b3d15614fdc573d90614fc3826145e4565b91614fd16040519384613fd7565b82523d5f602084013e565b606090565b905f91610100614ff18243614085565b1115615062575f80916040516020810191825260208152615013604082613fd7565b519071f90827f1c53a10cb7a02335b1753200029355afa615032614fb2565b9080615057575b6150405750565b909150602081805181010312610f33576020015190565b506020815114615039565b409150565b90821015613f3f570190565b323314801590615093575b61508457565b63eb8cd61160e01b5f5260045ffd5b50333b151561507e565b93989198979497969092959660e05260c0526080525461ffff8160a01c16915f60a0525f60a0525b82600160a0511b106152745760026003820154910154610100526150eb60a05188614058565b60c05103615261575f5b87811061510757505050505050505050565b615111818a61404b565b61ffff8460b01c1681101561520c5761512b8582856156e5565b615138838b60e051614668565b356151438985614058565b906001850191828611612d59576151a461516e6061926151638e87614058565b908d6080519061468c565b92908360405194859260208401975f89528a602186015260418501528484013781015f838201520301601f198101835282613fd7565b519020906151c16151b760a05187614058565b9160a05190614058565b90818111610f335760c0518211610f335792908360051b8c0191929360405160018153835b82840360051b8101851061521e57505050505050610100510361520c57506001016150f5565b630196930160e31b5f5260045260245ffd5b909192939495600187165f14615250578535600184015260218301525b6020604183209660011c9501939291906151e6565b60018301528435602183015261523b565b87630196930160e31b5f5260045260245ffd5b61527f60a0516146d1565b60a0526150c5565b908060081c91825f5280602052600160ff60405f205493161b928383166152b8575f526020521760405f2055600190565b505050505f90565b96919261ffff95615308956152e76152fa9460809a979d9c9d60a08d5260a08d01916146b1565b9260208b015289830360408b01526146b1565b9186830360608801526146b1565b9416910152565b999894979593919296975f9a54958751146154635761532f875182614757565b9761533b88518b614757565b975f9c5b8d82511115615454576153528e83614678565b511561544b578d615363818561404b565b9061536e8d82614058565b906001810110612d59578f8b8f8f8f8d968f6153c48f918f95988f976153ae6153a89560209d6153e79b6153a861ffff9f60018801614058565b9261468c565b95909760016153bd8286614058565b9401614058565b9390926040519a8b998a9963cadcfd9560e01b8b5260c01c169660048a016152c0565b03816001600160a01b038e165afa908115612d1c575f91615419575b506154109060019261404b565b9d5b019c61533f565b90506020813d8211615443575b8161543360209383613fd7565b81010312610f3357516001615403565b3d9150615426565b9c600190615412565b9c505050505050505050505050565b98995090959394506020966154999293604051998a988997889763cadcfd9560e01b895261ffff8b60c01c169660048a016152c0565b03916001600160a01b03165afa908115612d1c575f916154b7575090565b90506020813d6020116154de575b816154d260209383613fd7565b81010312610f33575190565b3d91506154c5565b909192805461ffff855460b01c1661ffff8260e81c1610908115615611575b5061560557805460ff60a01b1916600160a21b17808255614241959060a881901c63ffffffff90811660c89290921c1610615542575b505061598e565b6155fe916001600160801b0361555887876156ba565b166001600160801b03615572600488019282845416614775565b82546001600160801b031916911617905580546040805160a883901c63ffffffff908116825260c89390931c9092166020830152839186917f0acb23ec0fde81ce54c9018c6d55e176706c20a0a9e82cabb985c903cc9e27b091a3835f5260096020526155e160405f20615861565b835f52600960205263ffffffff60405f20915460c81c1690615791565b5f8061553b565b91614241949391614e8e565b905063ffffffff62ffffff600186015460681c169160c81c16105f615505565b805f52600660205260ff60405f205460b01c165f14615676575f52600460205260405f209060018060a01b03165f5260205261567260405f2091825461404b565b9055565b5060018060a01b03165f52600360205261567260405f2091825461404b565b356001600160801b0381168103610f335790565b3563ffffffff81168103610f335790565b600260646156d0846001600160501b0394615a58565b0492015460a01c168181105f14614e89575090565b92909160015b6001600160ff1b0381168103612d595781600182811b1b101561571657615711906146d1565b6156eb565b929091926001811b915f198301928311612d595794929190604051938452600191602085019060408601935b61574e57505050505050565b9091929394968181851c9116905f5b600481106157785750841b1796949392919084881015615742565b91906001908386528288528460608c201618920161575d565b929161579c9061406b565b9060401b1782549268010000000000000000841015613f6f5792600181018455806157e3836157cb8388613f2a565b90919082549060031b91821b915f19901b1916179055565b6157f6575b6157cb906142419394613f2a565b5f198101818111612d595760011c9061580f8286613f2a565b90549060031b1c9083821161583257906157cb61582c9287613f2a565b806157e3565b9150506157e8565b5f80808093815af161584a614fb2565b501561585257565b6312171d8360e31b5f5260045ffd5b80545f19810191818311612d59576158798382613f2a565b90549060031b1c911561597a576158908382613f2a565b8154905f199060031b1b19169055828155821561429d575f5b600181901b906001600160ff1b0381168103612d595760018201808311612d595780928682101561596857600201808211612d5957868110908161593e575b5061592c575b506158f98284613f2a565b90549060031b1c9081851161591b57906157cb6159169285613f2a565b6158a9565b91505061424193506157cb91613f2a565b6159379192506146d1565b905f6158ee565b615949915085613f2a565b90549060031b1c61595a8286613f2a565b90549060031b1c105f6158e8565b5050905061424193506157cb91613f2a565b634e487b7160e01b5f52603160045260245ffd5b91825f52600960205260405f205415155f14615a4557825f5260096020526159b860405f20614b03565b925f52600860205260405f20835f5260205260ff60405f205460a01c16600881101561329957600403615a15575060018201809211612d5957600101805462ffffff60501b191660509290921b62ffffff60501b16919091179055565b64ffffffffff919250615a3260018092015460e81c834216614635565b9201911664ffffffffff19825416179055565b50600101805464ffffffffff1916905550565b919060ff600184015460801c935460b01c16615a86575b50600160641b8211615a7d57565b600160641b9150565b916001600160801b036004615a9f939401541690614058565b60401c905f615a6f565b7f00000000000000000000000000000000000000000000000000000000000000008110908115615b01575b50615adc5750565b6040516339bac5cd60e11b8152602060048201529081906120b3906024830190613ef9565b6001600160501b039150115f615ad4565b908110908115615b245750615adc5750565b6276a7009150115f615ad456fefef694932bf9a4a2de588912a19f04226cc8272d5858c6047f3db4620b661b4f60a080604052346021573360805261010a908161002682396080518160630152f35b5f80fdfe6080806040526004361015610012575f80fd5b5f3560e01c630779afe614610025575f80fd5b34610106576060366003190112610106576004356001600160a01b0381169190828103610106576024356001600160a01b03811690819003610106577f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031633036100f75763a9059cbb60e01b5f5260045260443560245260205f60448180855af19160015f51148316156100d7575b5050156100c557005b635274afe760e01b5f5260045260245ffd5b60018315166100ef57503b15153d1516165f806100bc565b3d5f823e3d90fd5b631eb49d6d60e11b5f5260045ffd5b5f80fd",
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
