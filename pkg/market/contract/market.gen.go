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

// MarketChallenge is an auto generated low-level Go binding around an user-defined struct.
type MarketChallenge struct {
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

// MarketEntry is an auto generated low-level Go binding around an user-defined struct.
type MarketEntry struct {
	Solver     common.Address
	Status     uint8
	Claimed    uint32
	Right      uint32
	Seen       uint32
	Commitment [32]byte
	ModelHash  [32]byte
}

// MarketTerms is an auto generated low-level Go binding around an user-defined struct.
type MarketTerms struct {
	DatasetHash       [32]byte
	Groups            uint32
	Drawn             uint32
	GroupSize         uint16
	Features          uint16
	Classes           uint16
	DrawDelay         uint16
	Evaluator         common.Address
	Token             common.Address
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
	ABI: "[{\"inputs\":[{\"internalType\":\"address[]\",\"name\":\"evaluators_\",\"type\":\"address[]\"},{\"internalType\":\"uint32\",\"name\":\"minWindow_\",\"type\":\"uint32\"},{\"internalType\":\"uint256\",\"name\":\"minBond_\",\"type\":\"uint256\"},{\"internalType\":\"uint16\",\"name\":\"minDrawDelay_\",\"type\":\"uint16\"}],\"stateMutability\":\"nonpayable\",\"type\":\"constructor\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"slot\",\"type\":\"uint256\"}],\"name\":\"BadGroup\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"BadHeader\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"slot\",\"type\":\"uint256\"}],\"name\":\"BadProof\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"string\",\"name\":\"field\",\"type\":\"string\"}],\"name\":\"BadTerms\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"NotAllowed\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"entry\",\"type\":\"uint256\"}],\"name\":\"NotYourTurn\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"NothingToDo\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"Reentered\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"TransferFailed\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"enumMarket.Phase\",\"name\":\"phase\",\"type\":\"uint8\"}],\"name\":\"WrongPhase\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"want\",\"type\":\"uint256\"}],\"name\":\"WrongValue\",\"type\":\"error\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"}],\"name\":\"Cancelled\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"owner\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"bytes32\",\"name\":\"datasetHash\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"reward\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint64\",\"name\":\"drawBlock\",\"type\":\"uint64\"}],\"name\":\"ChallengeCreated\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"entry\",\"type\":\"uint256\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"solver\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"count\",\"type\":\"uint256\"}],\"name\":\"Claimed\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"entry\",\"type\":\"uint256\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"solver\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"bytes32\",\"name\":\"commitment\",\"type\":\"bytes32\"}],\"name\":\"Committed\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"bytes32\",\"name\":\"seed\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"uint64\",\"name\":\"commitDeadline\",\"type\":\"uint64\"}],\"name\":\"Drawn\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"entry\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"claimed\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"right\",\"type\":\"uint256\"}],\"name\":\"EntryFailed\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"entry\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"groups\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"right\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"seen\",\"type\":\"uint256\"}],\"name\":\"Evaluated\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"enumMarket.Outcome\",\"name\":\"outcome\",\"type\":\"uint8\"},{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"entry\",\"type\":\"uint256\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"winner\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"paid\",\"type\":\"uint256\"}],\"name\":\"Finalized\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"sponsor\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"Funded\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"entry\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"bytes32\",\"name\":\"digest\",\"type\":\"bytes32\"}],\"name\":\"ModelPart\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"entry\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"bytes32\",\"name\":\"modelHash\",\"type\":\"bytes32\"}],\"name\":\"ModelRevealed\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"firstSlot\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"slots\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"revealed\",\"type\":\"uint256\"}],\"name\":\"TestRevealed\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"token\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"Withdrawn\",\"type\":\"event\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"name\":\"balance\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"}],\"name\":\"cancel\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"challengeCount\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"entry\",\"type\":\"uint256\"},{\"internalType\":\"bytes32\",\"name\":\"modelHash\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"salt\",\"type\":\"bytes32\"},{\"internalType\":\"uint256\",\"name\":\"count\",\"type\":\"uint256\"}],\"name\":\"claim\",\"outputs\":[],\"stateMutability\":\"payable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"entry\",\"type\":\"uint256\"}],\"name\":\"claimBond\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"internalType\":\"bytes32\",\"name\":\"commitment\",\"type\":\"bytes32\"}],\"name\":\"commit\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"entry\",\"type\":\"uint256\"}],\"stateMutability\":\"payable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"internalType\":\"address\",\"name\":\"solver\",\"type\":\"address\"},{\"internalType\":\"bytes32\",\"name\":\"modelHash\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"salt\",\"type\":\"bytes32\"}],\"name\":\"commitmentOf\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"entry\",\"type\":\"uint256\"}],\"name\":\"contextOf\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"},{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"name\":\"contribution\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"components\":[{\"internalType\":\"bytes32\",\"name\":\"datasetHash\",\"type\":\"bytes32\"},{\"internalType\":\"uint32\",\"name\":\"groups\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"drawn\",\"type\":\"uint32\"},{\"internalType\":\"uint16\",\"name\":\"groupSize\",\"type\":\"uint16\"},{\"internalType\":\"uint16\",\"name\":\"features\",\"type\":\"uint16\"},{\"internalType\":\"uint16\",\"name\":\"classes\",\"type\":\"uint16\"},{\"internalType\":\"uint16\",\"name\":\"drawDelay\",\"type\":\"uint16\"},{\"internalType\":\"address\",\"name\":\"evaluator\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"token\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"accuracyThreshold\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"organiserBond\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"commitBond\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"claimBond\",\"type\":\"uint256\"},{\"internalType\":\"uint32\",\"name\":\"commitWindow\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"revealWindow\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"claimWindow\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"turnWindow\",\"type\":\"uint32\"},{\"internalType\":\"string\",\"name\":\"dataURI\",\"type\":\"string\"}],\"internalType\":\"structMarket.Terms\",\"name\":\"t\",\"type\":\"tuple\"},{\"internalType\":\"uint256\",\"name\":\"reward\",\"type\":\"uint256\"}],\"name\":\"createChallenge\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"}],\"stateMutability\":\"payable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"internalType\":\"bytes\",\"name\":\"header\",\"type\":\"bytes\"}],\"name\":\"draw\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"}],\"name\":\"entryCount\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"entry\",\"type\":\"uint256\"},{\"internalType\":\"bytes\",\"name\":\"program\",\"type\":\"bytes\"},{\"internalType\":\"uint256\",\"name\":\"firstSlot\",\"type\":\"uint256\"},{\"internalType\":\"bytes32[]\",\"name\":\"salts\",\"type\":\"bytes32[]\"},{\"internalType\":\"bytes32[][]\",\"name\":\"proofs\",\"type\":\"bytes32[][]\"},{\"internalType\":\"bytes[]\",\"name\":\"payloads\",\"type\":\"bytes[]\"},{\"internalType\":\"bytes[]\",\"name\":\"hints\",\"type\":\"bytes[]\"}],\"name\":\"evaluate\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"name\":\"evaluators\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"}],\"name\":\"finalize\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"fund\",\"outputs\":[],\"stateMutability\":\"payable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"}],\"name\":\"getChallenge\",\"outputs\":[{\"components\":[{\"internalType\":\"address\",\"name\":\"owner\",\"type\":\"address\"},{\"internalType\":\"bool\",\"name\":\"active\",\"type\":\"bool\"},{\"internalType\":\"enumMarket.Phase\",\"name\":\"phase\",\"type\":\"uint8\"},{\"internalType\":\"enumMarket.Outcome\",\"name\":\"outcome\",\"type\":\"uint8\"},{\"internalType\":\"uint64\",\"name\":\"drawBlock\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"deadline\",\"type\":\"uint64\"},{\"internalType\":\"uint32\",\"name\":\"revealed\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"commits\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"winner\",\"type\":\"uint32\"},{\"internalType\":\"bytes32\",\"name\":\"datasetHash\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"seed\",\"type\":\"bytes32\"},{\"internalType\":\"uint256\",\"name\":\"reward\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"accuracyThreshold\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"pot\",\"type\":\"uint256\"}],\"internalType\":\"structMarket.Challenge\",\"name\":\"\",\"type\":\"tuple\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"entry\",\"type\":\"uint256\"}],\"name\":\"getEntry\",\"outputs\":[{\"components\":[{\"internalType\":\"address\",\"name\":\"solver\",\"type\":\"address\"},{\"internalType\":\"enumMarket.Status\",\"name\":\"status\",\"type\":\"uint8\"},{\"internalType\":\"uint32\",\"name\":\"claimed\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"right\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"seen\",\"type\":\"uint32\"},{\"internalType\":\"bytes32\",\"name\":\"commitment\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"modelHash\",\"type\":\"bytes32\"}],\"internalType\":\"structMarket.Entry\",\"name\":\"\",\"type\":\"tuple\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"}],\"name\":\"getTerms\",\"outputs\":[{\"components\":[{\"internalType\":\"bytes32\",\"name\":\"datasetHash\",\"type\":\"bytes32\"},{\"internalType\":\"uint32\",\"name\":\"groups\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"drawn\",\"type\":\"uint32\"},{\"internalType\":\"uint16\",\"name\":\"groupSize\",\"type\":\"uint16\"},{\"internalType\":\"uint16\",\"name\":\"features\",\"type\":\"uint16\"},{\"internalType\":\"uint16\",\"name\":\"classes\",\"type\":\"uint16\"},{\"internalType\":\"uint16\",\"name\":\"drawDelay\",\"type\":\"uint16\"},{\"internalType\":\"address\",\"name\":\"evaluator\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"token\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"accuracyThreshold\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"organiserBond\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"commitBond\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"claimBond\",\"type\":\"uint256\"},{\"internalType\":\"uint32\",\"name\":\"commitWindow\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"revealWindow\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"claimWindow\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"turnWindow\",\"type\":\"uint32\"},{\"internalType\":\"string\",\"name\":\"dataURI\",\"type\":\"string\"}],\"internalType\":\"structMarket.Terms\",\"name\":\"\",\"type\":\"tuple\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"slot\",\"type\":\"uint256\"}],\"name\":\"groupOf\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"name\":\"isEvaluator\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"slot\",\"type\":\"uint256\"}],\"name\":\"isRevealed\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"entry\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"slot\",\"type\":\"uint256\"}],\"name\":\"isSeen\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"}],\"name\":\"leader\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"minBond\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"minDrawDelay\",\"outputs\":[{\"internalType\":\"uint16\",\"name\":\"\",\"type\":\"uint16\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"minWindow\",\"outputs\":[{\"internalType\":\"uint32\",\"name\":\"\",\"type\":\"uint32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"internalType\":\"address\",\"name\":\"sponsor\",\"type\":\"address\"}],\"name\":\"refund\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"entry\",\"type\":\"uint256\"},{\"internalType\":\"bytes\",\"name\":\"part\",\"type\":\"bytes\"}],\"name\":\"revealModel\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"firstSlot\",\"type\":\"uint256\"},{\"internalType\":\"bytes32[]\",\"name\":\"salts\",\"type\":\"bytes32[]\"},{\"internalType\":\"bytes32[][]\",\"name\":\"proofs\",\"type\":\"bytes32[][]\"},{\"internalType\":\"bytes[]\",\"name\":\"payloads\",\"type\":\"bytes[]\"}],\"name\":\"revealTest\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"token\",\"type\":\"address\"}],\"name\":\"withdraw\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"}]",
	ID:  "Market",
	Bin: "0x60e0604052346101db5761525380380380610019816101ff565b9283398101906080818303126101db5780516001600160401b0381116101db57810182601f820112156101db578051906001600160401b0382116101c7578160051b9360206100698187016101ff565b809481520191602083968201019182116101db57602001915b8183106101df5750505060208201519163ffffffff831683036101db57606060408201519101519361ffff851685036101db578251906001600160401b0382116101c7576801000000000000000082116101c7576001548260015580831061019c575b5060015f5260205f205f5b83811061017f57505050505f5b825181101561013457600190818060a01b0360208260051b86010151165f525f60205260405f208260ff19825416179055016100fd565b84828560805260a05260c05260405161502e90816102258239608051818181610eb90152611537015260a051818181611459015261242f015260c051818181610e780152611fd50152f35b82516001600160a01b0316818301556020909201916001016100f0565b60015f52828060205f20019103905f5b8281106101ba5750506100e5565b5f828201556001016101ac565b634e487b7160e01b5f52604160045260245ffd5b5f80fd5b82516001600160a01b03811681036101db57815260209283019201610082565b6040519190601f01601f191682016001600160401b038111838210176101c75760405256fe60e06040526004361015610011575f80fd5b5f5f3560e01c806302fc2e2b146134ad5780630508bcb41461347257806305261aea146134565780631b561cf91461341a5780631bdd4b74146131ec5780631d1b039c146131c25780632390696314612f3157806324195f7b14612b8557806340e58ee514612a2657806351cff8d91461290f57806357accdd7146128e15780635cdf98de146125715780637ad226dc14612452578063831518b714612418578063905854a21461124d578063956926941461120b57806398ba676d146110e8578063a2f05725146110cb578063a65e2cfd14610f2a578063a6775a7714610edd578063ac66a3ef14610e9c578063adccbae814610e5d578063ae0bb2d214610c5e578063b203bb9914610c10578063b6a29b4514610b7f578063c025902c14610b44578063c194e4ca146108cf578063c9f1150c14610415578063dfa3a432146103cf578063e168afe3146103515763f2f038771461016f575f80fd5b604036600319011261034e57600435906024358282526004602052604082209160ff835460a01c16600781101561033a5760028114801590610323575b61030b57508381526005602052600260408220015460a01c34036102e6578381526006602052604081205492848252600660205260408220805490680100000000000000008210156102d257600261020d83879360018097960181556136f8565b506001600160a01b0333166001600160a01b0319825416178155600160a01b60ff60a01b198254161781550155019063ffffffff825460601c169063ffffffff82146102be575081546fffffffff0000000000000000000000001916600190910160601b6fffffffff0000000000000000000000001617905560209282906040519283527fc277832bdc9f224f32f9a5ecaaa5ab0dd1885217e79485b56a792878f2a749fa853394a4604051908152f35b80634e487b7160e01b602492526011600452fd5b602484634e487b7160e01b81526041600452fd5b8084602492526005602052600260408220015460a01c63cfde146160e01b8252600452fd5b906103216024926396fe8cdd60e01b8352613508565bfd5b5067ffffffffffffffff60018501541642116101ac565b602482634e487b7160e01b81526021600452fd5b80fd5b503461034e57602036600319011261034e576004356001548110156103cb576001548110156103b75760019091527fb10e2d527612073b26eecdfd717e6a320cf44b4afac2b0732d9fcbe2b7fa0cf601546040516001600160a01b039091168152602090f35b602482634e487b7160e01b81526032600452fd5b5080fd5b503461034e57604036600319011261034e576001600160a01b0360406103f36134f2565b92600435815260086020522091165f52602052602060405f2054604051908152f35b503461034e5760a036600319011261034e5760443567ffffffffffffffff81116103cb57610447903690600401613551565b60643567ffffffffffffffff81116108cb57610467903690600401613551565b92909160843567ffffffffffffffff81116108c75761048a903690600401613551565b91909460043587526004602052604087209360043588526005602052604088209560ff865460a01c16600781101561083757600214806108b0575b8061089a575b61084b575b60ff865460a01c1660078110156108375760038114801590610820575b61080a575088976001600160a01b03885416918a5b878110610603575050505050505061055b61053163ffffffff60018501961663ffffffff875460401c16613bf6565b85546bffffffff0000000000000000191660409190911b6bffffffff000000000000000016178555565b63ffffffff845460401c169060405190602435825260208201528160408201527f3c75c44c4b35bad367335bd451fc0780f967bbea70d52fda9d38e3d606385064606060043592a263ffffffff835460c01c16146105b7578380f35b63ffffffff600167ffffffffffffffff936105eb93600160a21b60ff60a01b19825416179055015460601c1682421661369a565b1667ffffffffffffffff198254161790555f80808380f35b61060f81602435613711565b61061a828a86613bac565b8c5460405163b9fdf04160e01b815260f082901c600482015261ffff60e083901c1660248201529092508f91906020816044818c5afa9283156107b457926107d3575b50036107c0576106fd60208f9260018f918f8f8f8f8f928e6106b58f8f94978f918c9261069f8861ffff9c610698828f9e9d6106ba9e613b24565b3594613b34565b9290916106ad8a8a8a613bac565b96909561447d565b613bac565b9490950154169160405196879586957f8abe3193000000000000000000000000000000000000000000000000000000008752608060048801526084870191613cd1565b928160f01c6024860152604485015260e01c16606483015203818a5afa9182156107b45791610777575b5015610765576107449060408e6004358152600960205220614528565b610751575b600101610502565b9961075d600191613be8565b9a9050610749565b6368a58bf360e01b8d5260045260248cfd5b90506020813d82116107ac575b8161079160209383613625565b810103126107a8576107a290613cc4565b5f610727565b8d80fd5b3d9150610784565b604051903d90823e3d90fd5b60248e836368a58bf360e01b8252600452fd5b9091506020813d8211610802575b816107ee60209383613625565b810103126107fe5751905f61065d565b5f80fd5b3d91506107e1565b896103216024926396fe8cdd60e01b8352613508565b5067ffffffffffffffff60018801541642116104ed565b60248a634e487b7160e01b81526021600452fd5b600360a01b60ff60a01b1987541617865563ffffffff600188015460401c1667ffffffffffffffff61088460018901928284541661369a565b1667ffffffffffffffff198254161790556104d0565b5063ffffffff600187015460601c1615156104cb565b5067ffffffffffffffff60018701541642116104c5565b8580fd5b8380fd5b5060a036600319011261034e5760043560243560443591608435928185526004602052604085209082865260056020526040862060ff835460a01c166007811015610b305760048114801590610b19575b610b0357506bffffffffffffffffffffffff600382015416803403610af15750838752600660205261095585604089206136f8565b50928354336001600160a01b0382161490811591610ac2575b50610ab357610981606435843388613c28565b600285015403610ab3576001015460a01c63ffffffff168610908115610a8e575b50610a4957600160a11b60ff60a01b19835416178255600382015580547fffffffffffffff00000000ffffffffffffffffffffffffffffffffffffffffff78ffffffff0000000000000000000000000000000000000000008660a81b1691161790558084526007602052610a1a828460408720614b49565b6040519283527fb94bf7f9302edf52a596286915a69b4b0685574cffdedd0712e3c62f2550f0ba60203394a480f35b60646040516339bac5cd60e11b815260206004820152600560248201527f636f756e740000000000000000000000000000000000000000000000000000006044820152fd5b610aab91505463ffffffff61ffff8260e01c169160c01c166136bc565b85115f6109a2565b600488631eb49d6d60e11b8152fd5b60ff915060a01c166008811015610add57600114155f61096e565b602489634e487b7160e01b81526021600452fd5b63cfde146160e01b8852600452602487fd5b876103216024926396fe8cdd60e01b8352613508565b5067ffffffffffffffff6001850154164211610920565b602488634e487b7160e01b81526021600452fd5b503461034e5760018060209260ff6040610b5d366134c6565b93908152600987528181208460081c82528752205491161c1614604051908152f35b503461034e57610b8e366134c6565b81835260046020526003604084200154158015610bf1575b610be25790610bda9163ffffffff6040858460209752600487526003828220015494815260058752205460a01c1691614a7b565b604051908152f35b600483630b8a550d60e31b8152fd5b50818352600560205263ffffffff604084205460a01c16811015610ba6565b503461034e57604036600319011261034e576001600160a01b036040610c346134dc565b9282610c3e6134f2565b9416815260036020522091165f52602052602060405f2054604051908152f35b503461034e57610c6d366134c6565b818352600460205260408320908284526005602052604084209082549360ff8560a01c166007811015610e495760068103610e33575090610cb89186526006602052604086206136f8565b509182549360ff8560a01c169460088610159586610b3057600681148015610e28575b610e1957908691600286015460a01c97610add5760028114928315610e0c575b8315610dfb575b8315610dc6575b505050610d9e575b60a81c60ff166006811015610d8a57600514610d6d575b5050600360a11b60ff60a01b1982541617815582805260036020526001600160a01b038060408520925416165f52602052610d6860405f20918254613711565b905580f35b610d82929391610d7c916142fc565b90613711565b905f80610d28565b602486634e487b7160e01b81526021600452fd5b93610dbe60ff916bffffffffffffffffffffffff60038601541690613711565b949050610d11565b90919250610b30576004149081610de1575b505f8080610d09565b905063ffffffff808260a81c169160c81c1610155f610dd8565b809350610add576003811492610d02565b5060078114925088610cfb565b600488630b8a550d60e31b8152fd5b508796508015610cdb565b866103216024926396fe8cdd60e01b8352613508565b602487634e487b7160e01b81526021600452fd5b503461034e578060031936011261034e57602060405161ffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b503461034e578060031936011261034e57602060405163ffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b503461034e57606036600319011261034e5760018060209260ff6040604435926004358152600a8752818120602435825287528181208460081c82528752205491161c1614604051908152f35b50610f34366134c6565b9060ff5f5c166110a357600160ff195f5c16175f5d805f52600460205260405f209060ff825460a01c16600781101561108f5760018114801561106c575b156110545750805f5260056020526001600160a01b03600260405f2001541692831594855f1461104c57505f9381955b863403611039576004929190156110275750925b01610fc2838254613711565b90558083526008602052604083206001600160a01b0333165f5260205260405f20610fee838254613711565b90556040519182527f38c48552690c96ec2872092ac1db6c19fb59f5a8c5b49bbf41ed4886d0ca692660203393a3805c60ff1916815d80f35b90611033913390614f2d565b92610fb6565b6024868863cfde146160e01b8252600452fd5b935f95610fa2565b611067906396fe8cdd60e01b5f52613508565b60245ffd5b50600281148015610f72575067ffffffffffffffff600184015416421115610f72565b634e487b7160e01b5f52602160045260245ffd5b7fb5dfd9e5000000000000000000000000000000000000000000000000000000005f5260045ffd5b346107fe575f3660031901126107fe576020600254604051908152f35b346107fe5761113c6110f9366134c6565b905f60c060405161110981613609565b8281528260208201528260408201528260608201528260808201528260a082015201525f52600660205260405f206136f8565b5060405161114981613609565b8154916001600160a01b038316825260ff8360a01c16906020830191600881101561108f5782526040830163ffffffff8560a81c16815263ffffffff606085019560c81c16855263ffffffff60018301541660808501908152600360028401549360a0870194855201549360c086019485526001600160a01b0360405196511686525191600883101561108f5760e09663ffffffff809492819360208a01525116604088015251166060860152511660808401525160a08301525160c0820152f35b346107fe5760603660031901126107fe5760443567ffffffffffffffff81116107fe5761123f61124b913690600401613523565b90602435600435613cf1565b005b60403660031901126107fe5767ffffffffffffffff600435116107fe57600435600401610240600319600435360301126107fe5760243560ff5f5c166110a357600160ff195f5c16175f5d6001600160a01b036112ae60e460043501613ca1565b165f525f60205260ff60405f205416156123d357601e63ffffffff6112d7602460043501614a6a565b161080156123b5575b6123705763ffffffff6112f7604460043501614a6a565b1615801561233d575b6122f85761ffff611315606460043501613cb5565b1615801561223b575b6120535761ffff611333608460043501613cb5565b1615801561221f575b6121da57600261ffff61135360a460043501613cb5565b161080156121be575b612179576113c860206001600160a01b0361137b60e460043501613ca1565b1661138a608460043501613cb5565b90611399606460043501613cb5565b60405163b9fdf04160e01b815261ffff9384166004820152921660248301529092839190829081906044820190565b03915afa90811561213c575f91612147575b5061c35081118015612099575b6120535761141a63ffffffff611401604460043501614a6a565b1661ffff611413606460043501613cb5565b16906136bc565b610124600435013515908115612042575b50611ffd57600261ffff61144360c460043501613cb5565b16108015611fc0575b8015611fa4575b611f5f577f0000000000000000000000000000000000000000000000000000000000000000806101446004350135108015611f43575b611efe57806101646004350135108015611ee2575b611e9d576101846004350135108015611e81575b611e28576001600160a01b036114cd61010460043501613ca1565b161580611e6e575b611e28576001600160a01b036114f061010460043501613ca1565b16151580611e11575b611dcc5761151e620186a09163ffffffff611518604460043501614a6a565b166136bc565b0460041c60010180600111611b145761155e63ffffffff7f00000000000000000000000000000000000000000000000000000000000000001691826136bc565b908063ffffffff6115746101a460043501614a6a565b16108015611dac575b611d67578163ffffffff6115966101c460043501614a6a565b16108015611d47575b611d025763ffffffff6115b76101e460043501614a6a565b16108015611ce2575b611c9d5763ffffffff6115d861020460043501614a6a565b16108015611c7d575b611c38576115f461010460043501613ca1565b6001600160a01b038116158015611c2b57611616610144600435013584613711565b803403611c19575015611c075750905b6002549061163382613be8565b600255815f52600560205260405f206001600160a01b0361165860e460043501613ca1565b166001600160a01b03198254161781556116b1611679602460043501614a6a565b82547fffffffffffffffff00000000ffffffffffffffffffffffffffffffffffffffff1660a09190911b63ffffffff60a01b16178255565b6116bf604460043501614a6a565b81547dffff000000000000000000000000000000000000000000000000000000006116ee606460043501613cb5565b60e01b169077ffffffffffffffffffffffffffffffffffffffffffffffff7bffffffff0000000000000000000000000000000000000000000000007fffff000000000000000000000000000000000000000000000000000000000000611758608460043501613cb5565b60f01b169460c01b16911617171781556118bb61177960a460043501613cb5565b6001830190815463ffff000061179360c460043501613cb5565b60101b169061ffff67ffffffff000000006117b36101a460043501614a6a565b60201b1693169067ffffffffffffffff191617171781556118066117dc6101c460043501614a6a565b82546bffffffff0000000000000000191660409190911b6bffffffff000000000000000016178255565b61184a6118186101e460043501614a6a565b82546fffffffff000000000000000000000000191660609190911b6fffffffff00000000000000000000000016178255565b61189661185c61020460043501614a6a565b825473ffffffff00000000000000000000000000000000191660809190911b73ffffffff0000000000000000000000000000000016178255565b80546001600160a01b0316600435610144013560a01b6001600160a01b031916179055565b6118f36118cd61010460043501613ca1565b6001600160a01b03166001600160a01b0319610164600435013560a01b16176002830155565b600381016bffffffffffffffffffffffff6101846004350135166bffffffffffffffffffffffff19825416179055600461193261022482350184613b79565b919092019167ffffffffffffffff8211611bf35781906119528454613c69565b601f8111611b9a575b505f90601f8311600114611b33575f92611b28575b50508160011b915f199060031b1c19161790555b815f52600460205260405f20926001600160a01b0333166001600160a01b0319855416178455600160a01b60ff60a01b19855416178455611fff67ffffffffffffffff6119e461ffff6119db60c460043501613cb5565b1682431661369a565b7fffff0000000000000000ffffffffffffffffffffffffffffffffffffffffffff7dffffffffffffffff0000000000000000000000000000000000000000000088549260b01b1691161780875560b01c16019167ffffffffffffffff8311611b14576001850180549135600287018190557fffffffffffffffff00000000ffffffffffffffffffffffff000000000000000090921667ffffffffffffffff94851617600435610124013560a01b63ffffffff60a01b16179055602094909290826004820155845f526008865260405f206001600160a01b0333165f5286528260405f20555460b01c1690604051928352848301526040820152817f952db02c8aca8cec4fa8c6fdb897874976ae898280f19711773766b61649437660603393a360ff195f5c165f5d604051908152f35b634e487b7160e01b5f52601160045260245ffd5b013590508680611970565b909150601f19831691845f5260205f20925f5b818110611b825750908460019594939210611b69575b505050811b019055611984565b01355f19600384901b60f8161c19169055868080611b5c565b91936020600181928787013581550195019201611b46565b8281111561195b57909150835f5260205f20601f840160051c9060208510611beb575b849392601f0160051c82900391015f5b828110611bdb57505061195b565b5f81830155859450600101611bcd565b5f9150611bbd565b634e487b7160e01b5f52604160045260245ffd5b90611c13913390614f2d565b90611626565b63cfde146160e01b5f5260045260245ffd5b6101446004350135611616565b60646040516339bac5cd60e11b815260206004820152600a60248201527f7475726e57696e646f77000000000000000000000000000000000000000000006044820152fd5b506276a70063ffffffff611c9661020460043501614a6a565b16116115e1565b60646040516339bac5cd60e11b815260206004820152600b60248201527f636c61696d57696e646f770000000000000000000000000000000000000000006044820152fd5b506276a70063ffffffff611cfb6101e460043501614a6a565b16116115c0565b60646040516339bac5cd60e11b815260206004820152600c60248201527f72657665616c57696e646f7700000000000000000000000000000000000000006044820152fd5b506276a70063ffffffff611d606101c460043501614a6a565b161161159f565b60646040516339bac5cd60e11b815260206004820152600c60248201527f636f6d6d697457696e646f7700000000000000000000000000000000000000006044820152fd5b506276a70063ffffffff611dc56101a460043501614a6a565b161161157d565b60646040516339bac5cd60e11b815260206004820152600560248201527f746f6b656e0000000000000000000000000000000000000000000000000000006044820152fd5b50611e2161010460043501613ca1565b3b156114f9565b6040516339bac5cd60e11b815260206004820152600960248201527f636c61696d426f6e6400000000000000000000000000000000000000000000006044820152606490fd5b5060c882046101846004350135106114d5565b506bffffffffffffffffffffffff6101846004350135116114b2565b60646040516339bac5cd60e11b815260206004820152600a60248201527f636f6d6d6974426f6e64000000000000000000000000000000000000000000006044820152fd5b506bffffffffffffffffffffffff61016460043501351161149e565b60646040516339bac5cd60e11b815260206004820152600d60248201527f6f7267616e69736572426f6e64000000000000000000000000000000000000006044820152fd5b506bffffffffffffffffffffffff610144600435013511611489565b60646040516339bac5cd60e11b815260206004820152600960248201527f6472617744656c617900000000000000000000000000000000000000000000006044820152fd5b5061c35061ffff611fb960c460043501613cb5565b1611611453565b50611fcf60c460043501613cb5565b61ffff807f00000000000000000000000000000000000000000000000000000000000000001691161061144c565b60646040516339bac5cd60e11b815260206004820152601160248201527f61636375726163795468726573686f6c640000000000000000000000000000006044820152fd5b90506101246004350135118461142b565b6040516339bac5cd60e11b815260206004820152600960248201527f67726f757053697a6500000000000000000000000000000000000000000000006044820152606490fd5b5060046120a96064823501613cb5565b60206001600160a01b036120c060e4853501613ca1565b16604051938480927ff4584a9e0000000000000000000000000000000000000000000000000000000082525afa91821561213c575f92612106575b5061ffff16116113e7565b9091506020813d602011612134575b8161212260209383613625565b810103126107fe57519061ffff6120fb565b3d9150612115565b6040513d5f823e3d90fd5b90506020813d602011612171575b8161216260209383613625565b810103126107fe5751836113da565b3d9150612155565b60646040516339bac5cd60e11b815260206004820152600760248201527f636c6173736573000000000000000000000000000000000000000000000000006044820152fd5b5061010061ffff6121d360a460043501613cb5565b161161135c565b60646040516339bac5cd60e11b815260206004820152600860248201527f66656174757265730000000000000000000000000000000000000000000000006044820152fd5b5061100061ffff612234608460043501613cb5565b161161133c565b50600461224b6064823501613cb5565b60206001600160a01b0361226260e4853501613ca1565b16604051938480927f8ead93940000000000000000000000000000000000000000000000000000000082525afa91821561213c575f926122c4575b5081156122b05761ffff1606151561131e565b634e487b7160e01b5f52601260045260245ffd5b9091506020813d6020116122f0575b816122e060209383613625565b810103126107fe5751908461229d565b3d91506122d3565b60646040516339bac5cd60e11b815260206004820152600560248201527f647261776e0000000000000000000000000000000000000000000000000000006044820152fd5b5061234c604460043501614a6a565b63ffffffff637fffffff612364602460043501614a6a565b60011c16911611611300565b60646040516339bac5cd60e11b815260206004820152600660248201527f67726f75707300000000000000000000000000000000000000000000000000006044820152fd5b5061ffff63ffffffff6123cc602460043501614a6a565b16116112e0565b60646040516339bac5cd60e11b815260206004820152600960248201527f6576616c7561746f7200000000000000000000000000000000000000000000006044820152fd5b346107fe575f3660031901126107fe5760206040517f00000000000000000000000000000000000000000000000000000000000000008152f35b346107fe5760403660031901126107fe5760043561246e6134f2565b60ff5f5c166110a357600160ff195f5c16175f5d815f52600460205260405f205460ff8160a01c1690600782101561108f576006821490811591612557575b506110545750815f52600860205260405f206001600160a01b0382165f5260205260405f205491821561254857805f52600860205260405f206001600160a01b0383165f526020525f60408120555f5260056020526001600160a01b03600260405f200154165f5260036020526001600160a01b0360405f2091165f5260205261253c60405f20918254613711565b905560ff195f5c165f5d005b630b8a550d60e31b5f5260045ffd5b60ff915060a81c16600681101561108f57600114846124ad565b346107fe5760203660031901126107fe576004356060610220604051612596816135ec565b5f81525f60208201525f60408201525f838201525f60808201525f60a08201525f60c08201525f60e08201525f6101008201525f6101208201525f6101408201525f6101608201525f6101808201525f6101a08201525f6101c08201525f6101e08201525f6102008201520152805f52600560205260405f2090805f52600460205263ffffffff600260405f200154918354936001810154916002820154905f52600460205283600160405f20015460a01c166001600160a01b0360046bffffffffffffffffffffffff60038601541694019760405197612676896135ec565b8852868160a01c166020890152868160c01c16604089015261ffff8160e01c1660608901528060f01c608089015261ffff861660a089015261ffff8660101c1660c08901521660e08701526001600160a01b0382166101008701526101208601528260a01c61014086015260a01c610160850152610180840152818160201c166101a0840152818160401c166101c0840152818160601c166101e084015260801c166102008201526040515f9280549061272f82613c69565b80845291600181169081156128b9575060011461287f575b505061275881610220940382613625565b8282015261287b604051928392602084528051602085015263ffffffff602082015116604085015263ffffffff604082015116606085015261ffff606082015116608085015261ffff60808201511660a085015261ffff60a08201511660c085015261ffff60c08201511660e08501526001600160a01b0360e0820151166101008501526001600160a01b03610100820151166101208501526101208101516101408501526101408101516101608501526101608101516101808501526101808101516101a085015263ffffffff6101a0820151166101c085015263ffffffff6101c0820151166101e085015263ffffffff6101e08201511661020085015263ffffffff6102008201511682850152015161024080840152610260830190613582565b0390f35b9093505f5260205f205f905b8482106128a357508101602001925061275881612747565b600181602092548385870101520191019061288b565b610220965084925060209150926127589360ff191682840152151560051b8201019450612747565b346107fe5760803660031901126107fe576020610bda6128ff6134f2565b6064359060443590600435613c28565b346107fe5760203660031901126107fe576129286134dc565b60ff5f5c166110a357600160ff195f5c16175f5d6001600160a01b038116805f52600360205260405f206001600160a01b0333165f5260205260405f205490811561254857805f52600360205260405f206001600160a01b0333165f526020525f6040812055806040518381527fd1c19fbcd4551a5edfb66d43d2e337c04837afda3482b42bdf569a8fccdae5fb60203392a36129d4576129ca91503361412b565b60ff195f5c165f5d005b612a2191604051917fa9059cbb000000000000000000000000000000000000000000000000000000006020840152336024840152604483015260448252612a1c606483613625565b614efb565b6129ca565b346107fe5760203660031901126107fe5760043560ff5f5c166110a357600160ff195f5c16175f5d805f52600460205260405f2080546001600160a01b03811690813303612b765760ff8160a01c1690600782101561108f576001821490811591612b53575b506110545750612b1391600391845f526005602052600160405f20015460a01c905f8052836020526001600160a01b0360405f2091165f52602052612ad660405f20918254613711565b9055837fc41d93b8bfbf9fd7cf5bfe271fd649ab6a6fec0ea101c23b82a2a28eca2533a95f80a2600360a11b60ff60a01b19825416178155614145565b6040515f91600382528260208301527ffef694932bf9a4a2de588912a19f04226cc8272d5858c6047f3db4620b661b4f6040841993a460ff195f5c165f5d005b90506001430190814311611b145760b01c67ffffffffffffffff16111585612a8c565b631eb49d6d60e11b5f5260045ffd5b346107fe576101003660031901126107fe5760443567ffffffffffffffff81116107fe57612bb7903690600401613523565b60843567ffffffffffffffff81116107fe57612bd7903690600401613551565b929060a43567ffffffffffffffff81116107fe57612bf9903690600401613551565b91909260c43567ffffffffffffffff81116107fe57612c1c903690600401613551565b95909260e43567ffffffffffffffff81116107fe57612c3f903690600401613551565b906004355f52600460205260405f20986004355f52600560205260405f209a60ff8b5460a01c16600781101561108f5760058114801590612f1a575b61105457506004355f526006602052612c9960243560405f206136f8565b509960ff8b5460a01c16600881101561108f57600314801590612efb575b612b76578c9995612cc784613b0c565b96612cd56040519889613625565b848852601f19612ce486613b0c565b013660208a01378d8b5f9d5f925b88808510612e565750505050505050505087156125485763ffffffff968b8996612d1f9860643592614644565b167fffffff00000000ffffffffffffffffffffffffffffffffffffffffffffffffff7cffffffff00000000000000000000000000000000000000000000000000612d7485549363ffffffff8560c81c16613bf6565b60c81b169116179081835563ffffffff600184019283549382612d9b818616828816613bf6565b16809584191617905560c81c1690604051908152816020820152826040820152602435907f8f2d691f4e16ca753b5d6a9f29ebd70c6c066413790d5e4cdc69cd0db101d48e606060043592a3845463ffffffff8160c01c16918383039163ffffffff8311611b1457612e1e9263ffffffff61ffff610d7c9360e01c1691166136bc565b9114908115612e3f575b50612e2f57005b61124b926024359260043561493c565b905063ffffffff600184015460a01c161184612e28565b612e8c9388886106ad88612e84818f612e7d828f92612e7782606435613711565b98613b24565b3596613b34565b969095613bac565b6004355f52600a60205260405f206024355f52602052612ebb60405f20612eb583606435613711565b90614528565b612ec5828b613bd4565b9015159052612ed4818a613bd4565b51612ee7575b6001018f8f908d91612cf2565b9b612ef3600191613be8565b9c9050612eda565b50612f0736888a613ad6565b6020815191012060038c01541415612cb7565b5067ffffffffffffffff60018d0154164211612c7b565b346107fe5760403660031901126107fe5760043560243567ffffffffffffffff81116107fe57612f65903690600401613523565b90825f52600460205260405f20805460ff8160a01c1690600782101561108f57600182036131af5767ffffffffffffffff9060b01c1690814311801590613198575b6110545750612fb5906143eb565b801590811561317c575b506130c3576101c0925f5b600681106130eb575060a0612fe0858386614471565b3560f81c036130c35760018401808511611b14576021850190818611611b145781106107fe57116107fe5767ffffffffffffffff60017e8730a1be858aec13e75fed4e2e707a41ba4ba540727ce369681b4f8dc4b2139460409401013583516020810191825246858201523060608201528660808201526080815261306660a082613625565b51902060038301908155600160a11b60ff60a01b19845416178355855f5260056020528160016130a663ffffffff82885f20015460201c1683421661369a565b9401931682198454161783555491541682519182526020820152a2005b7f451b7cff000000000000000000000000000000000000000000000000000000005f5260045ffd5b936130f7818386614471565b3560f81c608081101561311b575060018101809111611b1457600190945b01612fca565b9060b7821161314257607e198201918211611b145760019161313c91613711565b94613115565b9060b8036130c35760018101808211611b1457613160908386614471565b3560f81c6002019081600211611b145760019161313c91613711565b9050613189368585613ad6565b60208151910120141585612fbf565b5067ffffffffffffffff6001840154164311612fa7565b611067826396fe8cdd60e01b5f52613508565b346107fe5760203660031901126107fe576004355f526006602052602060405f2054604051908152f35b346107fe5760203660031901126107fe575f6101a060405161320d816135cf565b8281528260208201528260408201528260608201528260808201528260a08201528260c08201528260e0820152826101008201528261012082015282610140820152826101608201528261018082015201526004355f52600460205260405f20805460ff8160a01c169060078210158061108f57821515938461340b575b60ff8360a81c16946001820154926002830154906003840154926005600486015495015496604051986132bd8a6135cf565b6001600160a01b0382168a5260208a01921515835260408a019361108f5783526060890199600681101561108f5787928a918c5267ffffffffffffffff608083019360b01c16835260a082019467ffffffffffffffff8516865260c083019163ffffffff8660401c16835263ffffffff61018060e0860195828960601c1687528261010082019960801c16895261012081019a8b5261014081019b8c5261016081019c8d52019b60a01c168b526101a08d019b8c526001600160a01b036040519d51168d5251151560208d01525190600782101561108f5767ffffffffffffffff63ffffffff968d6101c09f838a986133c46080938b996040870152516060860190613516565b5116910152511660a08d0152511660c08b0152511660e0890152511661010087015251610120860152516101408501525161016084015251610180830152516101a0820152f35b9350505f60068314159361328b565b346107fe5760203660031901126107fe576001600160a01b0361343b6134dc565b165f525f602052602060ff60405f2054166040519015158152f35b346107fe5760203660031901126107fe5761124b60043561371e565b346107fe5760203660031901126107fe57600435805f52600760205260405f205415612548575f5260076020526020610bda60405f20613fea565b346107fe576020610bda6134c0366134c6565b90613647565b60409060031901126107fe576004359060243590565b600435906001600160a01b03821682036107fe57565b602435906001600160a01b03821682036107fe57565b600781101561108f57600452565b90600682101561108f5752565b9181601f840112156107fe5782359167ffffffffffffffff83116107fe57602083818601950101116107fe57565b9181601f840112156107fe5782359167ffffffffffffffff83116107fe576020808501948460051b0101116107fe57565b805180835260209291819084018484015e5f828201840152601f01601f1916010190565b80548210156135bb575f5260205f2001905f90565b634e487b7160e01b5f52603260045260245ffd5b6101c0810190811067ffffffffffffffff821117611bf357604052565b610240810190811067ffffffffffffffff821117611bf357604052565b60e0810190811067ffffffffffffffff821117611bf357604052565b90601f8019910116810190811067ffffffffffffffff821117611bf357604052565b90815f52600460205260405f2060036002820154910154906040519260208401944686523060408601526060850152608084015260a083015260c082015260c0815261369460e082613625565b51902090565b9067ffffffffffffffff8091169116019067ffffffffffffffff8211611b1457565b81810292918115918404141715611b1457565b67ffffffffffffffff039067ffffffffffffffff8211611b1457565b91908203918211611b1457565b80548210156135bb575f5260205f209060021b01905f90565b91908201809211611b1457565b805f52600460205260405f20815f52600560205260405f2061374181838561400d565b60ff825460a01c16600781101561108f5760011480613aa3575b613a555760ff825460a01c16600781101561108f5760051480613a3f575b6139225760ff825460a01c1660078110158061108f5781158015613a33575b818115613a23575b5061254857600184019182549067ffffffffffffffff821692834211156125485761108f576002149081613a10575b506139d0575b5060ff835460a01c16600781101561108f576003146139435760ff835460a01c16600781101561108f576005148061392e575b6138c2575b506001015481546001600160a01b03165f9081527f3617319a054d772f909f7c479a2cebe5066e836a939412e32403c99029b92eff60205260409020805461388a936002939092916138629160a01c90613711565b90555f6005820161387381546140e2565b55600360a11b60ff60a01b19825416178155614145565b6040515f91600282528260208301527ffef694932bf9a4a2de588912a19f04226cc8272d5858c6047f3db4620b661b4f6040841993a4565b63ffffffff90845f5260076020526138fd6138df60405f20613fea565b865f5260066020526138f48160405f206136f8565b50858789614343565b5460801c1661392257825f52600760205260405f205461391d575f61380d565b505050565b9061392c92614195565b565b50835f52600760205260405f20541515613808565b9161398261397d613998946139778563ffffffff6001613965600599896142fc565b92015460a01c935460601c16906136bc565b906136eb565b6140e2565b600360a11b60ff60a01b19825416178155614145565b6040515f91600582528260208301527ffef694932bf9a4a2de588912a19f04226cc8272d5858c6047f3db4620b661b4f6040841993a4565b6139f167ffffffffffffffff9163ffffffff600186015460401c169061369a565b1642111561254857600360a01b60ff60a01b198454161783555f6137d5565b63ffffffff915060601c1615155f6137cf565b905061108f5760068214816137a0565b50505f60018214613798565b5063ffffffff600183015460801c161515613779565b613a6b916139826001600493015460a01c6140e2565b6040515f91600482528260208301527ffef694932bf9a4a2de588912a19f04226cc8272d5858c6047f3db4620b661b4f6040841993a4565b5067ffffffffffffffff600183015416431161375b565b67ffffffffffffffff8111611bf357601f01601f191660200190565b929192613ae282613aba565b91613af06040519384613625565b8294818452818301116107fe578281602093845f960137010152565b67ffffffffffffffff8111611bf35760051b60200190565b91908110156135bb5760051b0190565b91908110156135bb5760051b81013590601e19813603018212156107fe57019081359167ffffffffffffffff83116107fe576020018260051b360381136107fe579190565b903590601e19813603018212156107fe570180359067ffffffffffffffff82116107fe576020019181360383136107fe57565b908210156135bb57613bc39160051b810190613b79565b9091565b8051156135bb5760200190565b80518210156135bb5760209160051b010190565b5f198114611b145760010190565b9063ffffffff8091169116019063ffffffff8211611b1457565b63ffffffff5f199116019063ffffffff8211611b1457565b9290916001600160a01b03604051936020850195468752306040870152606086015216608084015260a083015260c082015260c0815261369460e082613625565b90600182811c92168015613c97575b6020831014613c8357565b634e487b7160e01b5f52602260045260245ffd5b91607f1691613c78565b356001600160a01b03811681036107fe5790565b3561ffff811681036107fe5790565b519081151582036107fe57565b908060209392818452848401375f828201840152601f01601f1916010190565b919092825f52600460205260405f2090835f52600560205260405f2090613d1982848761400d565b60ff835460a01c16600781101561108f5760058114801590613fd4575b8015613fbd575b6110545750845f52600760205285613d5760405f20613fea565b03613f9157845f526006602052613d718660405f206136f8565b50805460ff8160a01c16600881101561108f5760028114916001600160a01b0316331480159190613f74575b50612b7657604088938860038501936001600160a01b036001613dc48754998b5495613647565b99019861ffff8a5416613e1d87519d8e97889687957ffcb2488700000000000000000000000000000000000000000000000000000000875260048701528d6024870152604486015260c0606486015260c4850191613cd1565b908560f01c608484015260a48301520392165afa92831561213c575f965f94613f2e575b509086918203613f26575b50508115613f1f5760035b600881101561108f5760ff60a01b1974ff000000000000000000000000000000000000000083549260a01b16911617905515613ef0579160209167ffffffffffffffff6001613ed363ffffffff7f8a1484d56b8dad6ca2ff8cf893c476aaac0214b7848f6f6cf8c3db9ecf7e503b975460801c1683421661369a565b9201911667ffffffffffffffff19825416179055604051908152a3565b505060207fc2d790311f9190fb8d9c7a5dc569ff0a8eccad829ba727d8d0ba2d05adda4f5291604051908152a3565b6007613e57565b55845f613e4c565b91965092506040813d604011613f6c575b81613f4c60409383613625565b810103126107fe57613f62602082519201613cc4565b9095909286613e41565b3d9150613f3f565b8291508115613f86575b50155f613d9d565b60079150145f613f7e565b857f8fd24229000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b5067ffffffffffffffff6001850154164211613d3d565b5063ffffffff600185015460801c161515613d36565b8054156135bb575f5261400a67ffffffffffffffff60205f2054166136cf565b90565b91909160ff835460a01c16600781101561108f57600414908161409b575b81614085575b5061403a575050565b614072600163ffffffff8167ffffffffffffffff94600560a01b60ff60a01b19885416178755015460801c169301928284541661369a565b1667ffffffffffffffff19825416179055565b90505f52600760205260405f205415155f614031565b600184015467ffffffffffffffff164211915061402b565b3d156140dd573d906140c482613aba565b916140d26040519384613625565b82523d5f602084013e565b606090565b8015614128575f80808093815af16140f86140b3565b501561410057565b7f90b8ec18000000000000000000000000000000000000000000000000000000005f5260045ffd5b50565b8115614141575f80809381935af16140f86140b3565b5050565b90600681101561108f577fffffffffffffffffffff00ffffffffffffffffffffffffffffffffffffffffff75ff00000000000000000000000000000000000000000083549260a81b169116179055565b919091805f5260066020527ffef694932bf9a4a2de588912a19f04226cc8272d5858c6047f3db4620b661b4f604063ffffffff6142e881835f206001600160a01b036141f460018b01926141ee85855460801c16613c10565b906136f8565b505416985f60048201998a546001600160a01b03600283015416835260036020528c6001600160a01b038a852091168452602052614236898420918254613711565b9055600160058401918d83549085805260036020526001600160a01b038c87209116865260205261426b8b8620918254613711565b9055015460a01c82805260036020528883206001600160a01b038086541616845260205261429d898420918254613711565b90555580547fffffffffffffffffffff0000ffffffffffffffffffffffffffffffffffffffff1675010600000000000000000000000000000000000000001790555460801c16613c10565b9454948251956001875260208701521693a4565b63ffffffff60018084015460a11c92015460601c169081156122b0576002916bffffffffffffffffffffffff91041691015460a01c8082105f1461433e575090565b905090565b90919293817f10ebadeee3caa282ff56c358a4b3dd6b81bfc273ddb97589d49aeeca72af35686143cf61392c97600560a01b60ff60a01b198254161781556bffffffffffffffffffffffff6003890154166143a360058901918254613711565b9055546040805163ffffffff60a884901c8116825260c89390931c909216602083015290918291820190565b0390a3805f5260076020526143e660405f20614bf2565b614d37565b905f916101006143fb82436136eb565b111561446c575f8091604051602081019182526020815261441d604082613625565b519071f90827f1c53a10cb7a02335b1753200029355afa61443c6140b3565b9080614461575b61444a5750565b9091506020818051810103126107fe576020015190565b506020815114614443565b409150565b908210156135bb570190565b9097969297959195549263ffffffff808560a01c169460c01c16871015614515578697986002916144f060616144bb886144fb9c6003890154614a7b565b968360405194859260208401975f89528b602186015260418501528484013781015f838201520301601f198101835282613625565b519020910154614e2c565b156145035750565b630196930160e31b5f5260045260245ffd5b86630196930160e31b5f5260045260245ffd5b908060081c91825f5280602052600160ff60405f205493161b92838316614559575f526020521760405f2055600190565b505050505f90565b90602083828152019060208160051b85010193835f91601e1982360301905b848410614591575050505050505090565b90919293949596601f198282030187528735838112156107fe578401906020823592019167ffffffffffffffff81116107fe5780360383136107fe576145dd6020928392600195613cd1565b99019701959401929190614580565b9080602083519182815201916020808360051b8301019401925f915b83831061461757505050505090565b9091929394602080614635600193601f198682030187528951613582565b97019301930191939290614608565b9998959094969193929660805260a05260c0525f97549360805114614879576040805195906146738188613625565b60018752601f19015f5b81811061486857505060c0516148585760ff5f979695949392975b16906146a382613b0c565b916146b16040519384613625565b8083526146c0601f1991613b0c565b015f5b8181106148455750505f975b60805189106146e357505050505050505050565b9091929394959697996146f68b8a613bd4565b511561483c5761476f602087876147988f8d61474b82614727614720614786958d60805190613bac565b3691613ad6565b61473084613bc7565b5261473a83613bc7565b5060018d5114614810575b8b613711565b9060405197889687966319e3e5d360e21b885260a0600489015260a4880191613cd1565b9160248601526003198583030160448601526145ec565b828103600319016064840152896145ec565b61ffff8c60e01c16608483015203816001600160a01b038c165afa90811561213c575f916147de575b506147ce90600192613711565b9a5b0197969594939291906146cf565b90506020813d8211614808575b816147f860209383613625565b810103126107fe575160016147c1565b3d91506147eb565b8c61482c6148266147208460c05160a051613bac565b91613bc7565b526148368d613bc7565b50614745565b996001906147d0565b60606020828601810191909152016146c3565b60ff600197969594939297614698565b806060602080938b0101520161467d565b959650602094506001600160a01b03906148ea6148d36148b896604051998a98899788966319e3e5d360e21b885260a0600489015260a4880191613cd1565b91602486015260031985830301604486015260805190614561565b82810360031901606484015260c05160a051614561565b61ffff8560e01c1660848301520392165afa90811561213c575f9161490d575090565b90506020813d602011614934575b8161492860209383613625565b810103126107fe575190565b3d915061491b565b90919263ffffffff60018201541663ffffffff855460c01c16118015614a4a575b614a3e5761392c94600160a21b60ff60a01b19835416178255815463ffffffff808260a81c169160c81c1610614995575b5050614d37565b614a37916bffffffffffffffffffffffff6003870154166149bb60058701918254613711565b905580546040805163ffffffff60a884901c8116825260c89390931c9092166020830152839186917f10ebadeee3caa282ff56c358a4b3dd6b81bfc273ddb97589d49aeeca72af356891a3835f526007602052614a1a60405f20614bf2565b835f52600760205263ffffffff60405f20915460c81c1690614b49565b5f8061498e565b9161392c949391614343565b5063ffffffff815460c81c1663ffffffff600185015460a01c161161495d565b3563ffffffff811681036107fe5790565b9291909260015b7f7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff81168103611b145782600182811b1b1015614ac657614ac190613be8565b614a82565b91926001831b945f198601958611611b14579360015b15614b39575b5f9486811690851c865b60048110614afe5750851b1794614adc565b909160019089604051602081019089825285604082015283606082015260608152614b2a608082613625565b51902016909318929101614aec565b80851015614ae257509293505050565b9291614b54906136cf565b9060401b1782549268010000000000000000841015611bf3579260018101845580614b9b83614b8383886135a6565b90919082549060031b91821b915f19901b1916179055565b614bae575b614b839061392c93946135a6565b5f198101818111611b145760011c90614bc782866135a6565b90549060031b1c90838211614bea5790614b83614be492876135a6565b80614b9b565b915050614ba0565b80545f19810191818311611b1457614c0a83826135a6565b90549060031b1c9115614d2357614c2183826135a6565b8154905f199060031b1b19169055828155821561391d575f5b8060011b907f7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff81168103611b145760018201808311611b1457809286821015614d1157600201808211611b14578681109081614ce7575b50614cd5575b50614ca282846135a6565b90549060031b1c90818511614cc45790614b83614cbf92856135a6565b614c3a565b91505061392c9350614b83916135a6565b614ce0919250613be8565b905f614c97565b614cf29150856135a6565b90549060031b1c614d0382866135a6565b90549060031b1c105f614c91565b5050905061392c9350614b83916135a6565b634e487b7160e01b5f52603160045260245ffd5b91825f52600760205260405f205415155f14614e1657825f526007602052614d6160405f20613fea565b925f52600660205260ff614d788460405f206136f8565b505460a01c16600881101561108f57600403614dda575060018201809211611b1457600101805473ffffffff00000000000000000000000000000000191660809290921b73ffffffff0000000000000000000000000000000016919091179055565b67ffffffffffffffff919250614e0063ffffffff60018093015460801c1683421661369a565b9201911667ffffffffffffffff19825416179055565b50600101805467ffffffffffffffff1916905550565b949093915f935b806001861b10614eeb5750838203614ee1579291905f935b838510614e5b5750505050501490565b90919293946001908183881c16155f14614ecf57614e7a878587613b24565b355b6040519060208201927f010000000000000000000000000000000000000000000000000000000000000084526021830152604182015260418152614ec1606182613625565b519020950193929190614e4b565b614eda878587613b24565b3590614e7c565b5050505050505f90565b93614ef590613be8565b93614e33565b905f602091828151910182855af1903d15614f24575060015f5114601f3d1116165b1561410057565b3b151516614f1d565b8215614fd05780614f9d614f43614fa293614fd7565b936001600160a01b03604051917f23b872dd00000000000000000000000000000000000000000000000000000000602084015216602482015230604482015285606482015260648152614f97608482613625565b82614efb565b614fd7565b9181831190811591614fbd575b506141005761400a916136eb565b9050614fc982846136eb565b115f614faf565b5050505f90565b5f602091604051838101907f70a082310000000000000000000000000000000000000000000000000000000082523060248201526024815261501a604482613625565b51915afa601f3d1116905f5191156141005756",
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
// the contract method with ID 0xb203bb99.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function balance(address , address ) view returns(uint256)
func (market *Market) PackBalance(arg0 common.Address, arg1 common.Address) []byte {
	enc, err := market.abi.Pack("balance", arg0, arg1)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackBalance is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb203bb99.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function balance(address , address ) view returns(uint256)
func (market *Market) TryPackBalance(arg0 common.Address, arg1 common.Address) ([]byte, error) {
	return market.abi.Pack("balance", arg0, arg1)
}

// UnpackBalance is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xb203bb99.
//
// Solidity: function balance(address , address ) view returns(uint256)
func (market *Market) UnpackBalance(data []byte) (*big.Int, error) {
	out, err := market.abi.Unpack("balance", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
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
// the contract method with ID 0xf2f03877.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function commit(uint256 id, bytes32 commitment) payable returns(uint256 entry)
func (market *Market) PackCommit(id *big.Int, commitment [32]byte) []byte {
	enc, err := market.abi.Pack("commit", id, commitment)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCommit is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf2f03877.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function commit(uint256 id, bytes32 commitment) payable returns(uint256 entry)
func (market *Market) TryPackCommit(id *big.Int, commitment [32]byte) ([]byte, error) {
	return market.abi.Pack("commit", id, commitment)
}

// UnpackCommit is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xf2f03877.
//
// Solidity: function commit(uint256 id, bytes32 commitment) payable returns(uint256 entry)
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
// the contract method with ID 0x905854a2.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function createChallenge((bytes32,uint32,uint32,uint16,uint16,uint16,uint16,address,address,uint256,uint256,uint256,uint256,uint32,uint32,uint32,uint32,string) t, uint256 reward) payable returns(uint256 id)
func (market *Market) PackCreateChallenge(t MarketTerms, reward *big.Int) []byte {
	enc, err := market.abi.Pack("createChallenge", t, reward)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCreateChallenge is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x905854a2.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function createChallenge((bytes32,uint32,uint32,uint16,uint16,uint16,uint16,address,address,uint256,uint256,uint256,uint256,uint32,uint32,uint32,uint32,string) t, uint256 reward) payable returns(uint256 id)
func (market *Market) TryPackCreateChallenge(t MarketTerms, reward *big.Int) ([]byte, error) {
	return market.abi.Pack("createChallenge", t, reward)
}

// UnpackCreateChallenge is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x905854a2.
//
// Solidity: function createChallenge((bytes32,uint32,uint32,uint16,uint16,uint16,uint16,address,address,uint256,uint256,uint256,uint256,uint32,uint32,uint32,uint32,string) t, uint256 reward) payable returns(uint256 id)
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

// PackEntryCount is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x1d1b039c.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function entryCount(uint256 id) view returns(uint256)
func (market *Market) PackEntryCount(id *big.Int) []byte {
	enc, err := market.abi.Pack("entryCount", id)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackEntryCount is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x1d1b039c.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function entryCount(uint256 id) view returns(uint256)
func (market *Market) TryPackEntryCount(id *big.Int) ([]byte, error) {
	return market.abi.Pack("entryCount", id)
}

// UnpackEntryCount is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x1d1b039c.
//
// Solidity: function entryCount(uint256 id) view returns(uint256)
func (market *Market) UnpackEntryCount(data []byte) (*big.Int, error) {
	out, err := market.abi.Unpack("entryCount", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackEvaluate is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x24195f7b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function evaluate(uint256 id, uint256 entry, bytes program, uint256 firstSlot, bytes32[] salts, bytes32[][] proofs, bytes[] payloads, bytes[] hints) returns()
func (market *Market) PackEvaluate(id *big.Int, entry *big.Int, program []byte, firstSlot *big.Int, salts [][32]byte, proofs [][][32]byte, payloads [][]byte, hints [][]byte) []byte {
	enc, err := market.abi.Pack("evaluate", id, entry, program, firstSlot, salts, proofs, payloads, hints)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackEvaluate is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x24195f7b.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function evaluate(uint256 id, uint256 entry, bytes program, uint256 firstSlot, bytes32[] salts, bytes32[][] proofs, bytes[] payloads, bytes[] hints) returns()
func (market *Market) TryPackEvaluate(id *big.Int, entry *big.Int, program []byte, firstSlot *big.Int, salts [][32]byte, proofs [][][32]byte, payloads [][]byte, hints [][]byte) ([]byte, error) {
	return market.abi.Pack("evaluate", id, entry, program, firstSlot, salts, proofs, payloads, hints)
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
// the contract method with ID 0xa65e2cfd.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function fund(uint256 id, uint256 amount) payable returns()
func (market *Market) PackFund(id *big.Int, amount *big.Int) []byte {
	enc, err := market.abi.Pack("fund", id, amount)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackFund is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa65e2cfd.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function fund(uint256 id, uint256 amount) payable returns()
func (market *Market) TryPackFund(id *big.Int, amount *big.Int) ([]byte, error) {
	return market.abi.Pack("fund", id, amount)
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
func (market *Market) UnpackGetChallenge(data []byte) (MarketChallenge, error) {
	out, err := market.abi.Unpack("getChallenge", data)
	if err != nil {
		return *new(MarketChallenge), err
	}
	out0 := *abi.ConvertType(out[0], new(MarketChallenge)).(*MarketChallenge)
	return out0, nil
}

// PackGetEntry is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x98ba676d.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function getEntry(uint256 id, uint256 entry) view returns((address,uint8,uint32,uint32,uint32,bytes32,bytes32))
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
// Solidity: function getEntry(uint256 id, uint256 entry) view returns((address,uint8,uint32,uint32,uint32,bytes32,bytes32))
func (market *Market) TryPackGetEntry(id *big.Int, entry *big.Int) ([]byte, error) {
	return market.abi.Pack("getEntry", id, entry)
}

// UnpackGetEntry is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x98ba676d.
//
// Solidity: function getEntry(uint256 id, uint256 entry) view returns((address,uint8,uint32,uint32,uint32,bytes32,bytes32))
func (market *Market) UnpackGetEntry(data []byte) (MarketEntry, error) {
	out, err := market.abi.Unpack("getEntry", data)
	if err != nil {
		return *new(MarketEntry), err
	}
	out0 := *abi.ConvertType(out[0], new(MarketEntry)).(*MarketEntry)
	return out0, nil
}

// PackGetTerms is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x5cdf98de.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function getTerms(uint256 id) view returns((bytes32,uint32,uint32,uint16,uint16,uint16,uint16,address,address,uint256,uint256,uint256,uint256,uint32,uint32,uint32,uint32,string))
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
// Solidity: function getTerms(uint256 id) view returns((bytes32,uint32,uint32,uint16,uint16,uint16,uint16,address,address,uint256,uint256,uint256,uint256,uint32,uint32,uint32,uint32,string))
func (market *Market) TryPackGetTerms(id *big.Int) ([]byte, error) {
	return market.abi.Pack("getTerms", id)
}

// UnpackGetTerms is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x5cdf98de.
//
// Solidity: function getTerms(uint256 id) view returns((bytes32,uint32,uint32,uint16,uint16,uint16,uint16,address,address,uint256,uint256,uint256,uint256,uint32,uint32,uint32,uint32,string))
func (market *Market) UnpackGetTerms(data []byte) (MarketTerms, error) {
	out, err := market.abi.Unpack("getTerms", data)
	if err != nil {
		return *new(MarketTerms), err
	}
	out0 := *abi.ConvertType(out[0], new(MarketTerms)).(*MarketTerms)
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
// Solidity: function isRevealed(uint256 id, uint256 slot) view returns(bool)
func (market *Market) PackIsRevealed(id *big.Int, slot *big.Int) []byte {
	enc, err := market.abi.Pack("isRevealed", id, slot)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackIsRevealed is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc025902c.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function isRevealed(uint256 id, uint256 slot) view returns(bool)
func (market *Market) TryPackIsRevealed(id *big.Int, slot *big.Int) ([]byte, error) {
	return market.abi.Pack("isRevealed", id, slot)
}

// UnpackIsRevealed is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xc025902c.
//
// Solidity: function isRevealed(uint256 id, uint256 slot) view returns(bool)
func (market *Market) UnpackIsRevealed(data []byte) (bool, error) {
	out, err := market.abi.Unpack("isRevealed", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackIsSeen is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa6775a77.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function isSeen(uint256 id, uint256 entry, uint256 slot) view returns(bool)
func (market *Market) PackIsSeen(id *big.Int, entry *big.Int, slot *big.Int) []byte {
	enc, err := market.abi.Pack("isSeen", id, entry, slot)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackIsSeen is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa6775a77.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function isSeen(uint256 id, uint256 entry, uint256 slot) view returns(bool)
func (market *Market) TryPackIsSeen(id *big.Int, entry *big.Int, slot *big.Int) ([]byte, error) {
	return market.abi.Pack("isSeen", id, entry, slot)
}

// UnpackIsSeen is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xa6775a77.
//
// Solidity: function isSeen(uint256 id, uint256 entry, uint256 slot) view returns(bool)
func (market *Market) UnpackIsSeen(data []byte) (bool, error) {
	out, err := market.abi.Unpack("isSeen", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
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

// PackRevealTest is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc9f1150c.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function revealTest(uint256 id, uint256 firstSlot, bytes32[] salts, bytes32[][] proofs, bytes[] payloads) returns()
func (market *Market) PackRevealTest(id *big.Int, firstSlot *big.Int, salts [][32]byte, proofs [][][32]byte, payloads [][]byte) []byte {
	enc, err := market.abi.Pack("revealTest", id, firstSlot, salts, proofs, payloads)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRevealTest is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc9f1150c.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function revealTest(uint256 id, uint256 firstSlot, bytes32[] salts, bytes32[][] proofs, bytes[] payloads) returns()
func (market *Market) TryPackRevealTest(id *big.Int, firstSlot *big.Int, salts [][32]byte, proofs [][][32]byte, payloads [][]byte) ([]byte, error) {
	return market.abi.Pack("revealTest", id, firstSlot, salts, proofs, payloads)
}

// PackWithdraw is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x51cff8d9.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function withdraw(address token) returns()
func (market *Market) PackWithdraw(token common.Address) []byte {
	enc, err := market.abi.Pack("withdraw", token)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackWithdraw is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x51cff8d9.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function withdraw(address token) returns()
func (market *Market) TryPackWithdraw(token common.Address) ([]byte, error) {
	return market.abi.Pack("withdraw", token)
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

// MarketEntryFailed represents a EntryFailed event raised by the Market contract.
type MarketEntryFailed struct {
	Id      *big.Int
	Entry   *big.Int
	Claimed *big.Int
	Right   *big.Int
	Raw     *types.Log // Blockchain specific contextual infos
}

const MarketEntryFailedEventName = "EntryFailed"

// ContractEventName returns the user-defined event name.
func (MarketEntryFailed) ContractEventName() string {
	return MarketEntryFailedEventName
}

// UnpackEntryFailedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event EntryFailed(uint256 indexed id, uint256 indexed entry, uint256 claimed, uint256 right)
func (market *Market) UnpackEntryFailedEvent(log *types.Log) (*MarketEntryFailed, error) {
	event := "EntryFailed"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != market.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(MarketEntryFailed)
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

// MarketTestRevealed represents a TestRevealed event raised by the Market contract.
type MarketTestRevealed struct {
	Id        *big.Int
	FirstSlot *big.Int
	Slots     *big.Int
	Revealed  *big.Int
	Raw       *types.Log // Blockchain specific contextual infos
}

const MarketTestRevealedEventName = "TestRevealed"

// ContractEventName returns the user-defined event name.
func (MarketTestRevealed) ContractEventName() string {
	return MarketTestRevealedEventName
}

// UnpackTestRevealedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event TestRevealed(uint256 indexed id, uint256 firstSlot, uint256 slots, uint256 revealed)
func (market *Market) UnpackTestRevealedEvent(log *types.Log) (*MarketTestRevealed, error) {
	event := "TestRevealed"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != market.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(MarketTestRevealed)
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
	To     common.Address
	Token  common.Address
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
// Solidity: event Withdrawn(address indexed to, address indexed token, uint256 amount)
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
	if bytes.Equal(raw[:4], market.abi.Errors["NotAllowed"].ID.Bytes()[:4]) {
		return market.UnpackNotAllowedError(raw[4:])
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
	if bytes.Equal(raw[:4], market.abi.Errors["TransferFailed"].ID.Bytes()[:4]) {
		return market.UnpackTransferFailedError(raw[4:])
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
