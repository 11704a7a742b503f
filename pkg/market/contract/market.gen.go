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
	ABI: "[{\"inputs\":[{\"internalType\":\"address[]\",\"name\":\"evaluators_\",\"type\":\"address[]\"},{\"internalType\":\"uint32\",\"name\":\"minWindow_\",\"type\":\"uint32\"},{\"internalType\":\"uint256\",\"name\":\"minBond_\",\"type\":\"uint256\"}],\"stateMutability\":\"nonpayable\",\"type\":\"constructor\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"slot\",\"type\":\"uint256\"}],\"name\":\"BadGroup\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"BadHeader\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"slot\",\"type\":\"uint256\"}],\"name\":\"BadProof\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"string\",\"name\":\"field\",\"type\":\"string\"}],\"name\":\"BadTerms\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"NotAllowed\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"entry\",\"type\":\"uint256\"}],\"name\":\"NotYourTurn\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"NothingToDo\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"TransferFailed\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"enumMarket.Phase\",\"name\":\"phase\",\"type\":\"uint8\"}],\"name\":\"WrongPhase\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"want\",\"type\":\"uint256\"}],\"name\":\"WrongValue\",\"type\":\"error\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"}],\"name\":\"Cancelled\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"owner\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"bytes32\",\"name\":\"datasetHash\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"reward\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint64\",\"name\":\"drawBlock\",\"type\":\"uint64\"}],\"name\":\"ChallengeCreated\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"entry\",\"type\":\"uint256\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"solver\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"count\",\"type\":\"uint256\"}],\"name\":\"Claimed\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"entry\",\"type\":\"uint256\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"solver\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"bytes32\",\"name\":\"commitment\",\"type\":\"bytes32\"}],\"name\":\"Committed\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"bytes32\",\"name\":\"seed\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"uint64\",\"name\":\"commitDeadline\",\"type\":\"uint64\"}],\"name\":\"Drawn\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"entry\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"claimed\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"right\",\"type\":\"uint256\"}],\"name\":\"EntryFailed\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"entry\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"groups\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"right\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"seen\",\"type\":\"uint256\"}],\"name\":\"Evaluated\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"enumMarket.Outcome\",\"name\":\"outcome\",\"type\":\"uint8\"},{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"entry\",\"type\":\"uint256\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"winner\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"paid\",\"type\":\"uint256\"}],\"name\":\"Finalized\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"sponsor\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"Funded\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"entry\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"bytes32\",\"name\":\"digest\",\"type\":\"bytes32\"}],\"name\":\"ModelPart\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"entry\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"bytes32\",\"name\":\"modelHash\",\"type\":\"bytes32\"}],\"name\":\"ModelRevealed\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"firstSlot\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"slots\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"revealed\",\"type\":\"uint256\"}],\"name\":\"TestRevealed\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"Withdrawn\",\"type\":\"event\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"name\":\"balance\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"}],\"name\":\"cancel\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"challengeCount\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"entry\",\"type\":\"uint256\"},{\"internalType\":\"bytes32\",\"name\":\"modelHash\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"salt\",\"type\":\"bytes32\"},{\"internalType\":\"uint256\",\"name\":\"count\",\"type\":\"uint256\"}],\"name\":\"claim\",\"outputs\":[],\"stateMutability\":\"payable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"entry\",\"type\":\"uint256\"}],\"name\":\"claimBond\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"internalType\":\"bytes32\",\"name\":\"commitment\",\"type\":\"bytes32\"}],\"name\":\"commit\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"entry\",\"type\":\"uint256\"}],\"stateMutability\":\"payable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"internalType\":\"address\",\"name\":\"solver\",\"type\":\"address\"},{\"internalType\":\"bytes32\",\"name\":\"modelHash\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"salt\",\"type\":\"bytes32\"}],\"name\":\"commitmentOf\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"entry\",\"type\":\"uint256\"}],\"name\":\"contextOf\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"},{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"name\":\"contribution\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"components\":[{\"internalType\":\"bytes32\",\"name\":\"datasetHash\",\"type\":\"bytes32\"},{\"internalType\":\"uint32\",\"name\":\"groups\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"drawn\",\"type\":\"uint32\"},{\"internalType\":\"uint16\",\"name\":\"groupSize\",\"type\":\"uint16\"},{\"internalType\":\"uint16\",\"name\":\"features\",\"type\":\"uint16\"},{\"internalType\":\"uint16\",\"name\":\"classes\",\"type\":\"uint16\"},{\"internalType\":\"uint16\",\"name\":\"drawDelay\",\"type\":\"uint16\"},{\"internalType\":\"address\",\"name\":\"evaluator\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"accuracyThreshold\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"organiserBond\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"commitBond\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"claimBond\",\"type\":\"uint256\"},{\"internalType\":\"uint32\",\"name\":\"commitWindow\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"revealWindow\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"claimWindow\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"turnWindow\",\"type\":\"uint32\"},{\"internalType\":\"string\",\"name\":\"dataURI\",\"type\":\"string\"}],\"internalType\":\"structMarket.Terms\",\"name\":\"t\",\"type\":\"tuple\"}],\"name\":\"createChallenge\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"}],\"stateMutability\":\"payable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"internalType\":\"bytes\",\"name\":\"header\",\"type\":\"bytes\"}],\"name\":\"draw\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"}],\"name\":\"entryCount\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"entry\",\"type\":\"uint256\"},{\"internalType\":\"bytes\",\"name\":\"program\",\"type\":\"bytes\"},{\"internalType\":\"uint256\",\"name\":\"firstSlot\",\"type\":\"uint256\"},{\"internalType\":\"bytes32[]\",\"name\":\"salts\",\"type\":\"bytes32[]\"},{\"internalType\":\"bytes32[][]\",\"name\":\"proofs\",\"type\":\"bytes32[][]\"},{\"internalType\":\"bytes[]\",\"name\":\"payloads\",\"type\":\"bytes[]\"},{\"internalType\":\"bytes[]\",\"name\":\"hints\",\"type\":\"bytes[]\"}],\"name\":\"evaluate\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"name\":\"evaluators\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"}],\"name\":\"finalize\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"}],\"name\":\"fund\",\"outputs\":[],\"stateMutability\":\"payable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"}],\"name\":\"getChallenge\",\"outputs\":[{\"components\":[{\"internalType\":\"address\",\"name\":\"owner\",\"type\":\"address\"},{\"internalType\":\"bool\",\"name\":\"active\",\"type\":\"bool\"},{\"internalType\":\"enumMarket.Phase\",\"name\":\"phase\",\"type\":\"uint8\"},{\"internalType\":\"enumMarket.Outcome\",\"name\":\"outcome\",\"type\":\"uint8\"},{\"internalType\":\"uint64\",\"name\":\"drawBlock\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"deadline\",\"type\":\"uint64\"},{\"internalType\":\"uint32\",\"name\":\"revealed\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"commits\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"winner\",\"type\":\"uint32\"},{\"internalType\":\"bytes32\",\"name\":\"datasetHash\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"seed\",\"type\":\"bytes32\"},{\"internalType\":\"uint256\",\"name\":\"reward\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"accuracyThreshold\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"pot\",\"type\":\"uint256\"}],\"internalType\":\"structMarket.Challenge\",\"name\":\"\",\"type\":\"tuple\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"entry\",\"type\":\"uint256\"}],\"name\":\"getEntry\",\"outputs\":[{\"components\":[{\"internalType\":\"address\",\"name\":\"solver\",\"type\":\"address\"},{\"internalType\":\"enumMarket.Status\",\"name\":\"status\",\"type\":\"uint8\"},{\"internalType\":\"uint32\",\"name\":\"claimed\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"right\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"seen\",\"type\":\"uint32\"},{\"internalType\":\"bytes32\",\"name\":\"commitment\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"modelHash\",\"type\":\"bytes32\"}],\"internalType\":\"structMarket.Entry\",\"name\":\"\",\"type\":\"tuple\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"}],\"name\":\"getTerms\",\"outputs\":[{\"components\":[{\"internalType\":\"bytes32\",\"name\":\"datasetHash\",\"type\":\"bytes32\"},{\"internalType\":\"uint32\",\"name\":\"groups\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"drawn\",\"type\":\"uint32\"},{\"internalType\":\"uint16\",\"name\":\"groupSize\",\"type\":\"uint16\"},{\"internalType\":\"uint16\",\"name\":\"features\",\"type\":\"uint16\"},{\"internalType\":\"uint16\",\"name\":\"classes\",\"type\":\"uint16\"},{\"internalType\":\"uint16\",\"name\":\"drawDelay\",\"type\":\"uint16\"},{\"internalType\":\"address\",\"name\":\"evaluator\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"accuracyThreshold\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"organiserBond\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"commitBond\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"claimBond\",\"type\":\"uint256\"},{\"internalType\":\"uint32\",\"name\":\"commitWindow\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"revealWindow\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"claimWindow\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"turnWindow\",\"type\":\"uint32\"},{\"internalType\":\"string\",\"name\":\"dataURI\",\"type\":\"string\"}],\"internalType\":\"structMarket.Terms\",\"name\":\"\",\"type\":\"tuple\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"slot\",\"type\":\"uint256\"}],\"name\":\"groupOf\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"name\":\"isEvaluator\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"slot\",\"type\":\"uint256\"}],\"name\":\"isRevealed\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"entry\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"slot\",\"type\":\"uint256\"}],\"name\":\"isSeen\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"}],\"name\":\"leader\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"minBond\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"minWindow\",\"outputs\":[{\"internalType\":\"uint32\",\"name\":\"\",\"type\":\"uint32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"internalType\":\"address\",\"name\":\"sponsor\",\"type\":\"address\"}],\"name\":\"refund\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"entry\",\"type\":\"uint256\"},{\"internalType\":\"bytes\",\"name\":\"part\",\"type\":\"bytes\"}],\"name\":\"revealModel\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"firstSlot\",\"type\":\"uint256\"},{\"internalType\":\"bytes32[]\",\"name\":\"salts\",\"type\":\"bytes32[]\"},{\"internalType\":\"bytes32[][]\",\"name\":\"proofs\",\"type\":\"bytes32[][]\"},{\"internalType\":\"bytes[]\",\"name\":\"payloads\",\"type\":\"bytes[]\"}],\"name\":\"revealTest\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"withdraw\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"}]",
	ID:  "Market",
	Bin: "0x60c0604052346101b657614b1180380380610019816101da565b9283398101906060818303126101b65780516001600160401b0381116101b657810182601f820112156101b6578051906001600160401b0382116101a2578160051b9360206100698187016101da565b809481520191602083968201019182116101b657602001915b8183106101ba5750505060208201519163ffffffff831683036101b65760400151815190936001600160401b0382116101a2576801000000000000000082116101a25760015482600155808310610177575b5060015f5260205f205f5b83811061015a57505050505f5b815181101561012357600190818060a01b0360208260051b85010151165f525f60205260405f208260ff19825416179055016100ec565b505060805260a05260405161491190816102008239608051818181610bcf0152611e16015260a051818181610b3f01526120200152f35b82516001600160a01b0316818301556020909201916001016100df565b60015f52828060205f20019103905f5b8281106101955750506100d4565b5f82820155600101610187565b634e487b7160e01b5f52604160045260245ffd5b5f80fd5b82516001600160a01b03811681036101b657815260209283019201610082565b6040519190601f01601f191682016001600160401b038111838210176101a25760405256fe60e06040526004361015610011575f80fd5b5f3560e01c806302fc2e2b14612f365780630508bcb414612efb57806305261aea14612edf5780631b561cf914612ea35780631bdd4b7414612c755780631d1b039c14612c4b57806323906963146129b757806324195f7b1461260b5780633ccfd60b146125a457806340e58ee51461247e57806357accdd7146124505780635cdf98de1461210b5780637ad226dc14612043578063831518b7146120095780639569269414611fc757806398ba676d14611ea4578063a2f0572514611e87578063a6775a7714611e3a578063ac66a3ef14611dfa578063ae0bb2d214611c56578063b6a29b4514611bac578063c025902c14611b72578063c194e4ca1461193b578063c9af3f0d1461094d578063c9f1150c146104e8578063ca1d209d1461041d578063dfa3a432146103d8578063e168afe31461037f578063e3d670d7146103475763f2f0387714610163575f80fd5b604036600319011261034357600435602435815f52600460205260405f209060ff825460a01c16600781101561032f5760028114801590610318575b6103005750825f526005602052600260405f20015460801c34036102db575f8381526006602052604090208054928391680100000000000000008310156102c75760026101f48486936001809701815561316d565b50805460ff60a01b1933167fffffffffffffffffffffff00000000000000000000000000000000000000000090911617600160a01b178155015501805460601c63ffffffff908116949085146102b35761028084926001602097016fffffffff000000000000000000000000196fffffffff00000000000000000000000083549260601b169116179055565b6040519283527fc277832bdc9f224f32f9a5ecaaa5ab0dd1885217e79485b56a792878f2a749fa853394a4604051908152f35b634e487b7160e01b5f52601160045260245ffd5b634e487b7160e01b5f52604160045260245ffd5b825f526005602052600260405f20015460801c63cfde146160e01b5f5260045260245ffd5b610313906396fe8cdd60e01b5f52612f91565b60245ffd5b5067ffffffffffffffff600184015416421161019f565b634e487b7160e01b5f52602160045260245ffd5b5f80fd5b34610343576020366003190112610343576001600160a01b03610368612f65565b165f526003602052602060405f2054604051908152f35b3461034357602036600319011261034357600435600154811015610343576001548110156103c4576001600160a01b0360209160015f52825f20015416604051908152f35b634e487b7160e01b5f52603260045260245ffd5b34610343576040366003190112610343576103f1612f7b565b6004355f5260086020526001600160a01b0360405f2091165f52602052602060405f2054604051908152f35b602036600319011261034357600435805f52600460205260405f2060ff815460a01c16600781101561032f576001811480156104c5575b156103005750600401610468348254613186565b9055805f52600860205260405f206001600160a01b0333165f5260205260405f20610494348254613186565b9055604051903482527f38c48552690c96ec2872092ac1db6c19fb59f5a8c5b49bbf41ed4886d0ca692660203393a3005b50600281148015610454575067ffffffffffffffff600183015416421115610454565b346103435760a03660031901126103435760243560043560443567ffffffffffffffff81116103435761051f903690600401612fda565b9260643567ffffffffffffffff811161034357610540903690600401612fda565b92909360843567ffffffffffffffff811161034357610563903690600401612fda565b939094825f52600460205260405f2096835f52600560205260405f209460ff895460a01c16600781101561032f5760021480610936575b80610920575b6108d1575b60ff895460a01c16600781101561032f57600381148015906108ba575b61030057505f979197996001600160a01b03875416915f99600189019a5b8a81106106c75750505050505050907f3c75c44c4b35bad367335bd451fc0780f967bbea70d52fda9d38e3d606385064606063ffffffff949361065c6106328760018c019c16888d5460401c16613657565b8b546bffffffff0000000000000000191660409190911b6bffffffff000000000000000016178b55565b858a5460401c16966040519182526020820152866040820152a25460c01c161461068257005b63ffffffff6106b39167ffffffffffffffff93600160a21b60ff60a01b198254161790555460601c1682421661310f565b825467ffffffffffffffff19169116179055005b6106d18189613186565b6106dc828d8961360d565b8c5460405163b9fdf04160e01b815260f082901c6004820181905260e09290921c61ffff166024820181905291935090916020826044818d5afa918215610869575f92610887575b5003610874578f8f908f938f9361077e888f978f6107798f998f988f8e6107636107bf9f60209f9061075c61ffff9f8c938491613585565b3594613595565b9290916107718a8a8a61360d565b969095613e84565b61360d565b939094541660405196879586957f8abe319300000000000000000000000000000000000000000000000000000000875260806004880152608487019161370f565b9260248501526044840152606483015203818a5afa908115610869575f91610830575b501561081e576107fd908a5f52600960205260405f20613f2f565b61080a575b6001016105e0565b9c610816600191613649565b9d9050610802565b6368a58bf360e01b5f5260045260245ffd5b90506020813d8211610861575b8161084a6020938361309a565b810103126103435761085b90613702565b5f6107e2565b3d915061083d565b6040513d5f823e3d90fd5b826368a58bf360e01b5f5260045260245ffd5b9091506020813d82116108b2575b816108a26020938361309a565b810103126103435751905f610724565b3d9150610895565b5067ffffffffffffffff60018b01541642116105c2565b600360a01b60ff60a01b198a541617895563ffffffff600187015460401c1667ffffffffffffffff61090a60018c01928284541661310f565b1667ffffffffffffffff198254161790556105a5565b5063ffffffff60018a015460601c1615156105a0565b5067ffffffffffffffff60018a015416421161059a565b60203660031901126103435767ffffffffffffffff600435116103435761022060043536036003190112610343576001600160a01b0361099160e4600435016145e3565b165f525f60205260ff60405f205416156118f657601e63ffffffff6109ba6024600435016145f7565b161080156118d8575b6118935763ffffffff6109da6044600435016145f7565b16158015611860575b61181b5761ffff6109f8606460043501613a28565b1615801561175e575b6115865761ffff610a16608460043501613a28565b16158015611742575b6116fd5760a460043501600261ffff610a3783613a28565b161080156116e6575b6116a157610aac60206001600160a01b03610a5f60e4600435016145e3565b16610a6e608460043501613a28565b90610a7d606460043501613a28565b60405163b9fdf04160e01b815261ffff9384166004820152921660248301529092839190829081906044820190565b03915afa908115610869575f9161166f575b5061c350811180156115cc575b61158657610afe63ffffffff610ae56044600435016145f7565b1661ffff610af7606460043501613a28565b1690613131565b610104600435013515908115611575575b5061153057600261ffff610b2760c460043501613a28565b16108015611514575b6114cf576101246004350135907f000000000000000000000000000000000000000000000000000000000000000080831080156114bf575b61147a57806101446004350135108015611463575b61141e576101646004350135108015611407575b6113c257610bb6620186a09163ffffffff610bb06044600435016145f7565b16613131565b0460041c600101806001116102b357610bf663ffffffff7f0000000000000000000000000000000000000000000000000000000000000000169182613131565b908063ffffffff610c0c610184600435016145f7565b161080156113a2575b61135d578163ffffffff610c2e6101a4600435016145f7565b1610801561133d575b6112f85763ffffffff610c4f6101c4600435016145f7565b161080156112d8575b6112935763ffffffff610c706101e4600435016145f7565b16108015611273575b61122e5780341061121c57600254610c9081613649565b600255805f526005602052610ef7610dde60405f20946001600160a01b03610cbc60e4600435016145e3565b1673ffffffffffffffffffffffffffffffffffffffff19875416178655610d22610cea6024600435016145f7565b87547fffffffffffffffff00000000ffffffffffffffffffffffffffffffffffffffff1660a09190911b63ffffffff60a01b16178755565b610d306044600435016145f7565b86547dffff00000000000000000000000000000000000000000000000000000000610d5f606460043501613a28565b60e01b169077ffffffffffffffffffffffffffffffffffffffffffffffff7bffffffff0000000000000000000000000000000000000000000000007fffff000000000000000000000000000000000000000000000000000000000000610dc9608460043501613a28565b60f01b169460c01b1691161717178655613a28565b6001850190815463ffff0000610df860c460043501613a28565b60101b169061ffff67ffffffff00000000610e18610184600435016145f7565b60201b1693169067ffffffffffffffff19161717178155610e6b610e416101a4600435016145f7565b82546bffffffff0000000000000000191660409190911b6bffffffff000000000000000016178255565b610eaf610e7d6101c4600435016145f7565b82546fffffffff000000000000000000000000191660609190911b6fffffffff00000000000000000000000016178255565b610ebe6101e4600435016145f7565b73ffffffff000000000000000000000000000000001973ffffffff0000000000000000000000000000000083549260801b169116179055565b6004803561014481013560801b7fffffffffffffffffffffffffffffffff000000000000000000000000000000009081166001600160801b03868116919091176002880155600387018054909216610164840135909116179055610f629061020481019083016135da565b919094019067ffffffffffffffff81116102c757610f8082546136ca565b601f81116111cb575b505f601f82116001146111685781929394955f9261115d575b50508160011b915f199060031b1c19161790555b805f52600460205260405f206001600160a01b03331673ffffffffffffffffffffffffffffffffffffffff19825416178155600160a01b60ff60a01b19825416178155611fff67ffffffffffffffff61102261ffff61101960c460043501613a28565b1682431661310f565b7fffff0000000000000000ffffffffffffffffffffffffffffffffffffffffffff7dffffffffffffffff0000000000000000000000000000000000000000000085549260b01b1691161780845560b01c16019067ffffffffffffffff82116102b3576001810180546004803590810135600285018190557fffffffffffffffff00000000ffffffffffffffffffffffff000000000000000090921667ffffffffffffffff958616176101049091013560a01b63ffffffff60a01b16179091556020949092906110f19034613160565b6004830190808255855f526008875260405f206001600160a01b0333165f52875260405f205554915460b01c1690604051928352848301526040820152817f952db02c8aca8cec4fa8c6fdb897874976ae898280f19711773766b61649437660603393a3604051908152f35b013590508580610fa2565b601f19821695835f5260205f20915f5b8881106111b35750836001959697981061119a575b505050811b019055610fb6565b01355f19600384901b60f8161c1916905585808061118d565b90926020600181928686013581550194019101611178565b81811115610f8957825f5260205f20601f830160051c9060208410611214575b81601f9101920160051c03905f5b828110611207575050610f89565b5f828201556001016111f9565b5f91506111eb565b63cfde146160e01b5f5260045260245ffd5b60646040516339bac5cd60e11b815260206004820152600a60248201527f7475726e57696e646f77000000000000000000000000000000000000000000006044820152fd5b506276a70063ffffffff61128c6101e4600435016145f7565b1611610c79565b60646040516339bac5cd60e11b815260206004820152600b60248201527f636c61696d57696e646f770000000000000000000000000000000000000000006044820152fd5b506276a70063ffffffff6112f16101c4600435016145f7565b1611610c58565b60646040516339bac5cd60e11b815260206004820152600c60248201527f72657665616c57696e646f7700000000000000000000000000000000000000006044820152fd5b506276a70063ffffffff6113566101a4600435016145f7565b1611610c37565b60646040516339bac5cd60e11b815260206004820152600c60248201527f636f6d6d697457696e646f7700000000000000000000000000000000000000006044820152fd5b506276a70063ffffffff6113bb610184600435016145f7565b1611610c15565b60646040516339bac5cd60e11b815260206004820152600960248201527f636c61696d426f6e6400000000000000000000000000000000000000000000006044820152fd5b506001600160801b03610164600435013511610b91565b60646040516339bac5cd60e11b815260206004820152600a60248201527f636f6d6d6974426f6e64000000000000000000000000000000000000000000006044820152fd5b506001600160801b03610144600435013511610b7d565b60646040516339bac5cd60e11b815260206004820152600d60248201527f6f7267616e69736572426f6e64000000000000000000000000000000000000006044820152fd5b506001600160801b038311610b68565b60646040516339bac5cd60e11b815260206004820152600960248201527f6472617744656c617900000000000000000000000000000000000000000000006044820152fd5b5061c35061ffff61152960c460043501613a28565b1611610b30565b60646040516339bac5cd60e11b815260206004820152601160248201527f61636375726163795468726573686f6c640000000000000000000000000000006044820152fd5b905061010460043501351183610b0f565b6040516339bac5cd60e11b815260206004820152600960248201527f67726f757053697a6500000000000000000000000000000000000000000000006044820152606490fd5b5060046115dc6064823501613a28565b60206001600160a01b036115f360e48535016145e3565b16604051938480927ff4584a9e0000000000000000000000000000000000000000000000000000000082525afa918215610869575f92611639575b5061ffff1611610acb565b9091506020813d602011611667575b816116556020938361309a565b8101031261034357519061ffff61162e565b3d9150611648565b90506020813d602011611699575b8161168a6020938361309a565b81010312610343575182610abe565b3d915061167d565b60646040516339bac5cd60e11b815260206004820152600760248201527f636c6173736573000000000000000000000000000000000000000000000000006044820152fd5b5061010061ffff6116f683613a28565b1611610a40565b60646040516339bac5cd60e11b815260206004820152600860248201527f66656174757265730000000000000000000000000000000000000000000000006044820152fd5b5061100061ffff611757608460043501613a28565b1611610a1f565b50600461176e6064823501613a28565b60206001600160a01b0361178560e48535016145e3565b16604051938480927f8ead93940000000000000000000000000000000000000000000000000000000082525afa918215610869575f926117e7575b5081156117d35761ffff16061515610a01565b634e487b7160e01b5f52601260045260245ffd5b9091506020813d602011611813575b816118036020938361309a565b81010312610343575190826117c0565b3d91506117f6565b60646040516339bac5cd60e11b815260206004820152600560248201527f647261776e0000000000000000000000000000000000000000000000000000006044820152fd5b5061186f6044600435016145f7565b63ffffffff637fffffff6118876024600435016145f7565b60011c169116116109e3565b60646040516339bac5cd60e11b815260206004820152600660248201527f67726f75707300000000000000000000000000000000000000000000000000006044820152fd5b5061ffff63ffffffff6118ef6024600435016145f7565b16116109c3565b60646040516339bac5cd60e11b815260206004820152600960248201527f6576616c7561746f7200000000000000000000000000000000000000000000006044820152fd5b60a0366003190112610343576004356024356044359160843592815f52600460205260405f2090825f52600560205260405f2060ff835460a01c16600781101561032f5760048114801590611b5b575b61030057506001600160801b0360038201541680340361121c5750835f5260066020526119bb8560405f2061316d565b50928354336001600160a01b0382161490811591611b40575b50611b18576119e7606435843388613689565b600285015403611b18576001015460a01c63ffffffff168610908115611af3575b50611aae57600160a11b60ff60a01b19835416178255600382015580547fffffffffffffff00000000ffffffffffffffffffffffffffffffffffffffffff78ffffffff0000000000000000000000000000000000000000008660a81b169116179055805f526007602052611a80828460405f2061453a565b6040519283527fb94bf7f9302edf52a596286915a69b4b0685574cffdedd0712e3c62f2550f0ba60203394a4005b60646040516339bac5cd60e11b815260206004820152600560248201527f636f756e740000000000000000000000000000000000000000000000000000006044820152fd5b611b1091505463ffffffff61ffff8260e01c169160c01c16613131565b851186611a08565b7f3d693ada000000000000000000000000000000000000000000000000000000005f5260045ffd5b60ff915060a01c16600881101561032f5760011415886119d4565b5067ffffffffffffffff600185015416421161198b565b34610343576020600180611b8536612f4f565b905f526009845260405f208160081c5f52845260ff60405f205491161c1614604051908152f35b3461034357611bba36612f4f565b815f526004602052600360405f200154158015611c37575b611c0f5781611c07916020935f5260048452600360405f200154915f526005845263ffffffff60405f205460a01c169161446c565b604051908152f35b7f5c52a868000000000000000000000000000000000000000000000000000000005f5260045ffd5b50815f52600560205263ffffffff60405f205460a01c16811015611bd2565b3461034357611c6436612f4f565b815f52600460205260405f2090825f52600560205260405f209082549360ff8560a01c16600781101561032f5760068103610300575090611caf915f52600660205260405f2061316d565b509182549360ff8560a01c166008811015958661032f57600682148015611def575b611c0f578691600286015460801c9761032f5760028114928315611de2575b8315611dd1575b8315611d9c575b505050611d79575b60a81c60ff16600681101561032f57600514611d54575b836001600160a01b0384600360a11b60ff60a01b1982541617815554165f526003602052611d5060405f20918254613186565b9055005b92611d6b611d71926001600160a01b039495613cfe565b90613186565b919083611d1d565b93611d9460ff916001600160801b0360038601541690613186565b949050611d06565b9091925061032f576004149081611db7575b50868080611cfe565b905063ffffffff808260a81c169160c81c16101586611dae565b80935061032f576003811492611cf7565b506007811492505f611cf0565b505f96508115611cd1565b34610343575f36600319011261034357602060405163ffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b346103435760603660031901126103435760206001806044356004355f52600a845260405f206024355f52845260405f208160081c5f52845260ff60405f205491161c1614604051908152f35b34610343575f366003190112610343576020600254604051908152f35b3461034357611ef8611eb536612f4f565b905f60c0604051611ec58161307e565b8281528260208201528260408201528260608201528260808201528260a082015201525f52600660205260405f2061316d565b50604051611f058161307e565b8154916001600160a01b038316825260ff8360a01c16906020830191600881101561032f5782526040830163ffffffff8560a81c16815263ffffffff606085019560c81c16855263ffffffff60018301541660808501908152600360028401549360a0870194855201549360c086019485526001600160a01b0360405196511686525191600883101561032f5760e09663ffffffff809492819360208a01525116604088015251166060860152511660808401525160a08301525160c0820152f35b346103435760603660031901126103435760443567ffffffffffffffff811161034357611ffb612007913690600401612fac565b9060243560043561372f565b005b34610343575f3660031901126103435760206040517f00000000000000000000000000000000000000000000000000000000000000008152f35b346103435760403660031901126103435760043561205f612f7b565b90805f52600460205260405f205460ff8160a01c1690600782101561032f5760068214908115916120f1575b506103005750805f52600860205260405f206001600160a01b0383165f5260205260405f2054918215611c0f576001600160a01b03915f52600860205260405f208282165f526020525f6040812055165f526003602052611d5060405f20918254613186565b60ff915060a81c16600681101561032f576001148461208b565b3461034357602036600319011261034357600435606061020060405161213081613061565b5f81525f60208201525f60408201525f838201525f60808201525f60a08201525f60c08201525f60e08201525f6101008201525f6101208201525f6101408201525f6101608201525f6101808201525f6101a08201525f6101c08201525f6101e08201520152805f52600560205260405f2090805f52600460205263ffffffff600260405f200154918354936001810154915f52600460205282600160405f20015460a01c166002820154906001600160a01b0360046001600160801b036003860154169401976040519761220489613061565b8852868160a01c166020890152868160c01c16604089015261ffff8160e01c1660608901528060f01c608089015261ffff861660a089015261ffff8660101c1660c08901521660e08701526101008601526001600160801b03811661012086015260801c610140850152610160840152818160201c16610180840152818160401c166101a0840152818160601c166101c084015260801c166101e08201526040515f928054906122b3826136ca565b808452916001811690811561242857506001146123ee575b50506122dc8161020094038261309a565b828201526123ea604051928392602084528051602085015263ffffffff602082015116604085015263ffffffff604082015116606085015261ffff606082015116608085015261ffff60808201511660a085015261ffff60a08201511660c085015261ffff60c08201511660e08501526001600160a01b0360e08201511661010085015261010081015161012085015261012081015161014085015261014081015161016085015261016081015161018085015263ffffffff610180820151166101a085015263ffffffff6101a0820151166101c085015263ffffffff6101c0820151166101e085015263ffffffff6101e0820151168285015201516102208084015261024083019061300b565b0390f35b9093505f5260205f205f905b8482106124125750810160200192506122dc816122cb565b60018160209254838587010152019101906123fa565b610200965084925060209150926122dc9360ff191682840152151560051b82010194506122cb565b34610343576080366003190112610343576020611c0761246e612f7b565b6064359060443590600435613689565b3461034357602036600319011261034357600435805f52600460205260405f2080546001600160a01b03811690813303611b185760ff8160a01c1690600782101561032f576001821490811591612581575b50610300575061254991600391845f5260056020526001600160801b03600260405f20015416905f528260205261250c60405f20918254613186565b9055837fc41d93b8bfbf9fd7cf5bfe271fd649ab6a6fec0ea101c23b82a2a28eca2533a95f80a2600360a11b60ff60a01b19825416178155613b92565b6040515f91600382528260208301527ffef694932bf9a4a2de588912a19f04226cc8272d5858c6047f3db4620b661b4f6040841993a4005b905060014301908143116102b35760b01c67ffffffffffffffff161115856124d0565b34610343575f36600319011261034357335f52600360205260405f20548015611c0f5761200790335f5260036020525f60408120556040518181527f7084f5476618d8e60b11ef0d7d3f06914655adb8793e28ff7f018d4c76d505d560203392a233613b78565b34610343576101003660031901126103435760443567ffffffffffffffff81116103435761263d903690600401612fac565b60843567ffffffffffffffff81116103435761265d903690600401612fda565b929060a43567ffffffffffffffff81116103435761267f903690600401612fda565b91909260c43567ffffffffffffffff8111610343576126a2903690600401612fda565b95909260e43567ffffffffffffffff8111610343576126c5903690600401612fda565b906004355f52600460205260405f20986004355f52600560205260405f209a60ff8b5460a01c16600781101561032f57600581148015906129a0575b61030057506004355f52600660205261271f60243560405f2061316d565b509960ff8b5460a01c16600881101561032f57600314801590612981575b611b18578c999561274d8461356d565b9661275b604051988961309a565b848852601f1961276a8661356d565b013660208a01378d8b5f9d5f925b888085106128dc575050505050505050508715611c0f5763ffffffff968b89966127a5986064359261404b565b167fffffff00000000ffffffffffffffffffffffffffffffffffffffffffffffffff7cffffffff000000000000000000000000000000000000000000000000006127fa85549363ffffffff8560c81c16613657565b60c81b169116179081835563ffffffff600184019283549382612821818616828816613657565b16809584191617905560c81c1690604051908152816020820152826040820152602435907f8f2d691f4e16ca753b5d6a9f29ebd70c6c066413790d5e4cdc69cd0db101d48e606060043592a3845463ffffffff8160c01c16918383039163ffffffff83116102b3576128a49263ffffffff61ffff611d6b9360e01c169116613131565b91149081156128c5575b506128b557005b6120079260243592600435614343565b905063ffffffff600184015460a01c1611846128ae565b6129129388886107718861290a818f612903828f926128fd82606435613186565b98613585565b3596613595565b96909561360d565b6004355f52600a60205260405f206024355f5260205261294160405f2061293b83606435613186565b90613f2f565b61294b828b613635565b901515905261295a818a613635565b5161296d575b6001018f8f908d91612778565b9b612979600191613649565b9c9050612960565b5061298d36888a613537565b6020815191012060038c0154141561273d565b5067ffffffffffffffff60018d0154164211612701565b346103435760403660031901126103435760043560243567ffffffffffffffff8111610343576129eb903690600401612fac565b90825f52600460205260405f20805460ff8160a01c1690600782101561032f5760018203612c385767ffffffffffffffff9060b01c1690814311801590612c21575b6103005750612a3b90613df2565b8015908115612c05575b50612b49576101c0925f5b60068110612b71575060a0612a66858386613e78565b3560f81c03612b4957600184018085116102b35760218501908186116102b357811061034357116103435767ffffffffffffffff60017e8730a1be858aec13e75fed4e2e707a41ba4ba540727ce369681b4f8dc4b21394604094010135835160208101918252468582015230606082015286608082015260808152612aec60a08261309a565b51902060038301908155600160a11b60ff60a01b19845416178355855f526005602052816001612b2c63ffffffff82885f20015460201c1683421661310f565b9401931682198454161783555491541682519182526020820152a2005b7f451b7cff000000000000000000000000000000000000000000000000000000005f5260045ffd5b93612b7d818386613e78565b3560f81c6080811015612ba15750600181018091116102b357600190945b01612a50565b9060b78211612bc857607e1982019182116102b357600191612bc291613186565b94612b9b565b9060b803612b4957600181018082116102b357612be6908386613e78565b3560f81c60020160ff81116102b35760019160ff612bc2921690613186565b9050612c12368585613537565b60208151910120141585612a45565b5067ffffffffffffffff6001840154164311612a2d565b610313826396fe8cdd60e01b5f52612f91565b34610343576020366003190112610343576004355f526006602052602060405f2054604051908152f35b34610343576020366003190112610343575f6101a0604051612c9681613044565b8281528260208201528260408201528260608201528260808201528260a08201528260c08201528260e0820152826101008201528261012082015282610140820152826101608201528261018082015201526004355f52600460205260405f20805460ff8160a01c169060078210158061032f578215159384612e94575b60ff8360a81c1694600182015492600283015490600384015492600560048601549501549660405198612d468a613044565b6001600160a01b0382168a5260208a01921515835260408a019361032f5783526060890199600681101561032f5787928a918c5267ffffffffffffffff608083019360b01c16835260a082019467ffffffffffffffff8516865260c083019163ffffffff8660401c16835263ffffffff61018060e0860195828960601c1687528261010082019960801c16895261012081019a8b5261014081019b8c5261016081019c8d52019b60a01c168b526101a08d019b8c526001600160a01b036040519d51168d5251151560208d01525190600782101561032f5767ffffffffffffffff63ffffffff968d6101c09f838a98612e4d6080938b996040870152516060860190612f9f565b5116910152511660a08d0152511660c08b0152511660e0890152511661010087015251610120860152516101408501525161016084015251610180830152516101a0820152f35b9350505f600683141593612d14565b34610343576020366003190112610343576001600160a01b03612ec4612f65565b165f525f602052602060ff60405f2054166040519015158152f35b3461034357602036600319011261034357612007600435613193565b3461034357602036600319011261034357600435805f52600760205260405f205415611c0f575f5260076020526020611c0760405f20613a37565b34610343576020611c07612f4936612f4f565b906130bc565b6040906003190112610343576004359060243590565b600435906001600160a01b038216820361034357565b602435906001600160a01b038216820361034357565b600781101561032f57600452565b90600682101561032f5752565b9181601f840112156103435782359167ffffffffffffffff8311610343576020838186019501011161034357565b9181601f840112156103435782359167ffffffffffffffff8311610343576020808501948460051b01011161034357565b805180835260209291819084018484015e5f828201840152601f01601f1916010190565b80548210156103c4575f5260205f2001905f90565b6101c0810190811067ffffffffffffffff8211176102c757604052565b610220810190811067ffffffffffffffff8211176102c757604052565b60e0810190811067ffffffffffffffff8211176102c757604052565b90601f8019910116810190811067ffffffffffffffff8211176102c757604052565b90815f52600460205260405f2060036002820154910154906040519260208401944686523060408601526060850152608084015260a083015260c082015260c0815261310960e08261309a565b51902090565b9067ffffffffffffffff8091169116019067ffffffffffffffff82116102b357565b818102929181159184041417156102b357565b67ffffffffffffffff039067ffffffffffffffff82116102b357565b919082039182116102b357565b80548210156103c4575f5260205f209060021b01905f90565b919082018092116102b357565b805f52600460205260405f20815f52600560205260405f206131b6818385613a5a565b60ff825460a01c16600781101561032f5760011480613504575b6134b05760ff825460a01c16600781101561032f576005148061349a575b6133775760ff825460a01c1660078110158061032f578115801561348e575b81811561347e575b50611c0f57600184019182549067ffffffffffffffff82169283421115611c0f5761032f57600214908161346b575b5061342b575b5060ff835460a01c16600781101561032f576003146133985760ff835460a01c16600781101561032f5760051480613383575b613317575b506132df916001600160801b03600280930154166001600160a01b038254165f5260036020526132b760405f20918254613186565b90555f600582016132c88154613b2f565b55600360a11b60ff60a01b19825416178155613b92565b6040515f91600282528260208301527ffef694932bf9a4a2de588912a19f04226cc8272d5858c6047f3db4620b661b4f6040841993a4565b63ffffffff90845f52600760205261335261333460405f20613a37565b865f5260066020526133498160405f2061316d565b50858789613d4f565b5460801c1661337757825f52600760205260405f2054613372575f613282565b505050565b9061338192613be2565b565b50835f52600760205260405f2054151561327d565b916133dd6133d86133f3946133d28563ffffffff6001600160801b0360026133c260059a8a613cfe565b93015416935460601c1690613131565b90613160565b613b2f565b600360a11b60ff60a01b19825416178155613b92565b6040515f91600582528260208301527ffef694932bf9a4a2de588912a19f04226cc8272d5858c6047f3db4620b661b4f6040841993a4565b61344c67ffffffffffffffff9163ffffffff600186015460401c169061310f565b16421115611c0f57600360a01b60ff60a01b198454161783555f61324a565b63ffffffff915060601c1615155f613244565b905061032f576006821481613215565b50505f6001821461320d565b5063ffffffff600183015460801c1615156131ee565b6134cc916133dd6001600160801b036002600494015416613b2f565b6040515f91600482528260208301527ffef694932bf9a4a2de588912a19f04226cc8272d5858c6047f3db4620b661b4f6040841993a4565b5067ffffffffffffffff60018301541643116131d0565b67ffffffffffffffff81116102c757601f01601f191660200190565b9291926135438261351b565b91613551604051938461309a565b829481845281830111610343578281602093845f960137010152565b67ffffffffffffffff81116102c75760051b60200190565b91908110156103c45760051b0190565b91908110156103c45760051b81013590601e198136030182121561034357019081359167ffffffffffffffff8311610343576020018260051b36038113610343579190565b903590601e1981360301821215610343570180359067ffffffffffffffff82116103435760200191813603831361034357565b908210156103c4576136249160051b8101906135da565b9091565b8051156103c45760200190565b80518210156103c45760209160051b010190565b5f1981146102b35760010190565b9063ffffffff8091169116019063ffffffff82116102b357565b63ffffffff5f199116019063ffffffff82116102b357565b9290916001600160a01b03604051936020850195468752306040870152606086015216608084015260a083015260c082015260c0815261310960e08261309a565b90600182811c921680156136f8575b60208310146136e457565b634e487b7160e01b5f52602260045260245ffd5b91607f16916136d9565b5190811515820361034357565b908060209392818452848401375f828201840152601f01601f1916010190565b919092825f52600460205260405f2090835f52600560205260405f2090613757828487613a5a565b60ff835460a01c16600781101561032f5760058114801590613a12575b80156139fb575b6103005750845f5260076020528561379560405f20613a37565b036139cf57845f5260066020526137af8660405f2061316d565b50805460ff8160a01c16600881101561032f5760028114916001600160a01b03163314801591906139b2575b50611b1857604088938860038501936001600160a01b0360016138028754998b54956130bc565b99019861ffff8a541661385b87519d8e97889687957ffcb2488700000000000000000000000000000000000000000000000000000000875260048701528d6024870152604486015260c0606486015260c485019161370f565b908560f01c608484015260a48301520392165afa928315610869575f965f9461396c575b509086918203613964575b5050811561395d5760035b600881101561032f5760ff60a01b1974ff000000000000000000000000000000000000000083549260a01b1691161790551561392e579160209167ffffffffffffffff600161391163ffffffff7f8a1484d56b8dad6ca2ff8cf893c476aaac0214b7848f6f6cf8c3db9ecf7e503b975460801c1683421661310f565b9201911667ffffffffffffffff19825416179055604051908152a3565b505060207fc2d790311f9190fb8d9c7a5dc569ff0a8eccad829ba727d8d0ba2d05adda4f5291604051908152a3565b6007613895565b55845f61388a565b91965092506040813d6040116139aa575b8161398a6040938361309a565b81010312610343576139a0602082519201613702565b909590928661387f565b3d915061397d565b82915081156139c4575b50155f6137db565b60079150145f6139bc565b857f8fd24229000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b5067ffffffffffffffff600185015416421161377b565b5063ffffffff600185015460801c161515613774565b3561ffff811681036103435790565b8054156103c4575f52613a5767ffffffffffffffff60205f205416613144565b90565b91909160ff835460a01c16600781101561032f576004149081613ae8575b81613ad2575b50613a87575050565b613abf600163ffffffff8167ffffffffffffffff94600560a01b60ff60a01b19885416178755015460801c169301928284541661310f565b1667ffffffffffffffff19825416179055565b90505f52600760205260405f205415155f613a7e565b600184015467ffffffffffffffff1642119150613a78565b3d15613b2a573d90613b118261351b565b91613b1f604051938461309a565b82523d5f602084013e565b606090565b8015613b75575f80808093815af1613b45613b00565b5015613b4d57565b7f90b8ec18000000000000000000000000000000000000000000000000000000005f5260045ffd5b50565b8115613b8e575f80809381935af1613b45613b00565b5050565b90600681101561032f577fffffffffffffffffffff00ffffffffffffffffffffffffffffffffffffffffff75ff00000000000000000000000000000000000000000083549260a81b169116179055565b919091805f5260066020527ffef694932bf9a4a2de588912a19f04226cc8272d5858c6047f3db4620b661b4f604063ffffffff613ced81835f206001600160a01b03613c4160018b0192613c3b85855460801c16613671565b9061316d565b505416986001600160801b03600260048301549a5f613c66600586019d8e5490613186565b9c558c5f526003602052885f20613c7e8d8254613186565b90550154166001600160a01b038254165f526003602052613ca3875f20918254613186565b905580547fffffffffffffffffffff0000ffffffffffffffffffffffffffffffffffffffff1675010600000000000000000000000000000000000000001790555460801c16613671565b1693815190600182526020820152a4565b90600201549063ffffffff60016f7fffffffffffffffffffffffffffffff8085831c161692015460601c1680156117d35790046001600160801b03169060801c80821015613d4a575090565b905090565b90919293817f10ebadeee3caa282ff56c358a4b3dd6b81bfc273ddb97589d49aeeca72af3568613dd661338197600560a01b60ff60a01b198254161781556001600160801b03600389015416613daa60058901918254613186565b9055546040805163ffffffff60a884901c8116825260c89390931c909216602083015290918291820190565b0390a3805f526007602052613ded60405f20614608565b61474d565b905f91610100613e028243613160565b1115613e73575f80916040516020810191825260208152613e2460408261309a565b519071f90827f1c53a10cb7a02335b1753200029355afa613e43613b00565b9080613e68575b613e515750565b909150602081805181010312610343576020015190565b506020815114613e4a565b409150565b908210156103c4570190565b9097969297959195549263ffffffff808560a01c169460c01c16871015613f1c57869798600291613ef76061613ec288613f029c600389015461446c565b968360405194859260208401975f89528b602186015260418501528484013781015f838201520301601f19810183528261309a565b519020910154614842565b15613f0a5750565b630196930160e31b5f5260045260245ffd5b86630196930160e31b5f5260045260245ffd5b908060081c91825f5280602052600160ff60405f205493161b92838316613f60575f526020521760405f2055600190565b505050505f90565b90602083828152019060208160051b85010193835f91601e1982360301905b848410613f98575050505050505090565b90919293949596601f19828203018752873583811215610343578401906020823592019167ffffffffffffffff811161034357803603831361034357613fe4602092839260019561370f565b99019701959401929190613f87565b9080602083519182815201916020808360051b8301019401925f915b83831061401e57505050505090565b909192939460208061403c600193601f19868203018752895161300b565b9701930193019193929061400f565b9998959094969193929660805260a05260c0525f975493608051146142805760408051959061407a818861309a565b60018752601f19015f5b81811061426f57505060c05161425f5760ff5f979695949392975b16906140aa8261356d565b916140b8604051938461309a565b8083526140c7601f199161356d565b015f5b81811061424c5750505f975b60805189106140ea57505050505050505050565b9091929394959697996140fd8b8a613635565b5115614243576141766020878761419f8f8d6141528261412e61412761418d958d6080519061360d565b3691613537565b61413784613628565b5261414183613628565b5060018d5114614217575b8b613186565b9060405197889687966319e3e5d360e21b885260a0600489015260a488019161370f565b916024860152600319858303016044860152613ff3565b82810360031901606484015289613ff3565b61ffff8c60e01c16608483015203816001600160a01b038c165afa908115610869575f916141e5575b506141d590600192613186565b9a5b0197969594939291906140d6565b90506020813d821161420f575b816141ff6020938361309a565b81010312610343575160016141c8565b3d91506141f2565b8c61423361422d6141278460c05160a05161360d565b91613628565b5261423d8d613628565b5061414c565b996001906141d7565b60606020828601810191909152016140ca565b60ff60019796959493929761409f565b806060602080938b01015201614084565b959650602094506001600160a01b03906142f16142da6142bf96604051998a98899788966319e3e5d360e21b885260a0600489015260a488019161370f565b91602486015260031985830301604486015260805190613f68565b82810360031901606484015260c05160a051613f68565b61ffff8560e01c1660848301520392165afa908115610869575f91614314575090565b90506020813d60201161433b575b8161432f6020938361309a565b81010312610343575190565b3d9150614322565b90919263ffffffff60018201541663ffffffff855460c01c1611801561444c575b6144405761338194600160a21b60ff60a01b19835416178255815463ffffffff808260a81c169160c81c161061439c575b505061474d565b614439916001600160801b036003870154166143bd60058701918254613186565b905580546040805163ffffffff60a884901c8116825260c89390931c9092166020830152839186917f10ebadeee3caa282ff56c358a4b3dd6b81bfc273ddb97589d49aeeca72af356891a3835f52600760205261441c60405f20614608565b835f52600760205263ffffffff60405f20915460c81c169061453a565b5f80614395565b91613381949391613d4f565b5063ffffffff815460c81c1663ffffffff600185015460a01c1611614364565b9291909260015b7f7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff811681036102b35782600182811b1b10156144b7576144b290613649565b614473565b91926001831b945f1986019586116102b3579360015b1561452a575b5f9486811690851c865b600481106144ef5750851b17946144cd565b90916001908960405160208101908982528560408201528360608201526060815261451b60808261309a565b519020169093189291016144dd565b808510156144d357509293505050565b929161454590613144565b9060401b17825492680100000000000000008410156102c757926001810184558061458c83614574838861302f565b90919082549060031b91821b915f19901b1916179055565b61459f575b61457490613381939461302f565b5f1981018181116102b35760011c906145b8828661302f565b90549060031b1c908382116145db57906145746145d5928761302f565b8061458c565b915050614591565b356001600160a01b03811681036103435790565b3563ffffffff811681036103435790565b80545f198101918183116102b357614620838261302f565b90549060031b1c911561473957614637838261302f565b8154905f199060031b1b191690558281558215613372575f5b8060011b907f7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff811681036102b357600182018083116102b357809286821015614727576002018082116102b35786811090816146fd575b506146eb575b506146b8828461302f565b90549060031b1c908185116146da57906145746146d5928561302f565b614650565b91505061338193506145749161302f565b6146f6919250613649565b905f6146ad565b61470891508561302f565b90549060031b1c614719828661302f565b90549060031b1c105f6146a7565b5050905061338193506145749161302f565b634e487b7160e01b5f52603160045260245ffd5b91825f52600760205260405f205415155f1461482c57825f52600760205261477760405f20613a37565b925f52600660205260ff61478e8460405f2061316d565b505460a01c16600881101561032f576004036147f05750600182018092116102b357600101805473ffffffff00000000000000000000000000000000191660809290921b73ffffffff0000000000000000000000000000000016919091179055565b67ffffffffffffffff91925061481663ffffffff60018093015460801c1683421661310f565b9201911667ffffffffffffffff19825416179055565b50600101805467ffffffffffffffff1916905550565b949093915f935b806001861b1061490157508382036148f7579291905f935b8385106148715750505050501490565b90919293946001908183881c16155f146148e557614890878587613585565b355b6040519060208201927f0100000000000000000000000000000000000000000000000000000000000000845260218301526041820152604181526148d760618261309a565b519020950193929190614861565b6148f0878587613585565b3590614892565b5050505050505f90565b9361490b90613649565b9361484956",
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
// Solidity: constructor(address[] evaluators_, uint32 minWindow_, uint256 minBond_) returns()
func (market *Market) PackConstructor(evaluators_ []common.Address, minWindow_ uint32, minBond_ *big.Int) []byte {
	enc, err := market.abi.Pack("", evaluators_, minWindow_, minBond_)
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
// the contract method with ID 0xc9af3f0d.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function createChallenge((bytes32,uint32,uint32,uint16,uint16,uint16,uint16,address,uint256,uint256,uint256,uint256,uint32,uint32,uint32,uint32,string) t) payable returns(uint256 id)
func (market *Market) PackCreateChallenge(t MarketTerms) []byte {
	enc, err := market.abi.Pack("createChallenge", t)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCreateChallenge is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc9af3f0d.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function createChallenge((bytes32,uint32,uint32,uint16,uint16,uint16,uint16,address,uint256,uint256,uint256,uint256,uint32,uint32,uint32,uint32,string) t) payable returns(uint256 id)
func (market *Market) TryPackCreateChallenge(t MarketTerms) ([]byte, error) {
	return market.abi.Pack("createChallenge", t)
}

// UnpackCreateChallenge is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xc9af3f0d.
//
// Solidity: function createChallenge((bytes32,uint32,uint32,uint16,uint16,uint16,uint16,address,uint256,uint256,uint256,uint256,uint32,uint32,uint32,uint32,string) t) payable returns(uint256 id)
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
// the contract method with ID 0xca1d209d.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function fund(uint256 id) payable returns()
func (market *Market) PackFund(id *big.Int) []byte {
	enc, err := market.abi.Pack("fund", id)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackFund is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xca1d209d.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function fund(uint256 id) payable returns()
func (market *Market) TryPackFund(id *big.Int) ([]byte, error) {
	return market.abi.Pack("fund", id)
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
// Solidity: function getTerms(uint256 id) view returns((bytes32,uint32,uint32,uint16,uint16,uint16,uint16,address,uint256,uint256,uint256,uint256,uint32,uint32,uint32,uint32,string))
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
// Solidity: function getTerms(uint256 id) view returns((bytes32,uint32,uint32,uint16,uint16,uint16,uint16,address,uint256,uint256,uint256,uint256,uint32,uint32,uint32,uint32,string))
func (market *Market) TryPackGetTerms(id *big.Int) ([]byte, error) {
	return market.abi.Pack("getTerms", id)
}

// UnpackGetTerms is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x5cdf98de.
//
// Solidity: function getTerms(uint256 id) view returns((bytes32,uint32,uint32,uint16,uint16,uint16,uint16,address,uint256,uint256,uint256,uint256,uint32,uint32,uint32,uint32,string))
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
// the contract method with ID 0x3ccfd60b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function withdraw() returns()
func (market *Market) PackWithdraw() []byte {
	enc, err := market.abi.Pack("withdraw")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackWithdraw is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3ccfd60b.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function withdraw() returns()
func (market *Market) TryPackWithdraw() ([]byte, error) {
	return market.abi.Pack("withdraw")
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
// Solidity: event Withdrawn(address indexed to, uint256 amount)
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
