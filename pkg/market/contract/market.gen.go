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
	ABI: "[{\"inputs\":[{\"internalType\":\"address[]\",\"name\":\"evaluators_\",\"type\":\"address[]\"},{\"internalType\":\"uint32\",\"name\":\"minWindow_\",\"type\":\"uint32\"},{\"internalType\":\"uint256\",\"name\":\"minBond_\",\"type\":\"uint256\"}],\"stateMutability\":\"nonpayable\",\"type\":\"constructor\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"slot\",\"type\":\"uint256\"}],\"name\":\"BadGroup\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"BadHeader\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"slot\",\"type\":\"uint256\"}],\"name\":\"BadProof\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"string\",\"name\":\"field\",\"type\":\"string\"}],\"name\":\"BadTerms\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"NotAllowed\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"entry\",\"type\":\"uint256\"}],\"name\":\"NotYourTurn\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"NothingToDo\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"TransferFailed\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"enumMarket.Phase\",\"name\":\"phase\",\"type\":\"uint8\"}],\"name\":\"WrongPhase\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"want\",\"type\":\"uint256\"}],\"name\":\"WrongValue\",\"type\":\"error\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"}],\"name\":\"Cancelled\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"owner\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"bytes32\",\"name\":\"datasetHash\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"reward\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint64\",\"name\":\"drawBlock\",\"type\":\"uint64\"}],\"name\":\"ChallengeCreated\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"entry\",\"type\":\"uint256\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"solver\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"count\",\"type\":\"uint256\"}],\"name\":\"Claimed\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"entry\",\"type\":\"uint256\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"solver\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"bytes32\",\"name\":\"commitment\",\"type\":\"bytes32\"}],\"name\":\"Committed\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"bytes32\",\"name\":\"seed\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"uint64\",\"name\":\"commitDeadline\",\"type\":\"uint64\"}],\"name\":\"Drawn\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"entry\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"claimed\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"right\",\"type\":\"uint256\"}],\"name\":\"EntryFailed\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"entry\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"groups\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"right\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"seen\",\"type\":\"uint256\"}],\"name\":\"Evaluated\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"enumMarket.Outcome\",\"name\":\"outcome\",\"type\":\"uint8\"},{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"entry\",\"type\":\"uint256\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"winner\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"paid\",\"type\":\"uint256\"}],\"name\":\"Finalized\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"sponsor\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"Funded\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"entry\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"bytes32\",\"name\":\"modelHash\",\"type\":\"bytes32\"}],\"name\":\"ModelRevealed\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"firstSlot\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"slots\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"revealed\",\"type\":\"uint256\"}],\"name\":\"TestRevealed\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"Withdrawn\",\"type\":\"event\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"name\":\"balance\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"}],\"name\":\"cancel\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"challengeCount\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"entry\",\"type\":\"uint256\"},{\"internalType\":\"bytes32\",\"name\":\"modelHash\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"salt\",\"type\":\"bytes32\"},{\"internalType\":\"uint256\",\"name\":\"count\",\"type\":\"uint256\"}],\"name\":\"claim\",\"outputs\":[],\"stateMutability\":\"payable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"entry\",\"type\":\"uint256\"}],\"name\":\"claimBond\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"internalType\":\"bytes32\",\"name\":\"commitment\",\"type\":\"bytes32\"}],\"name\":\"commit\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"entry\",\"type\":\"uint256\"}],\"stateMutability\":\"payable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"internalType\":\"address\",\"name\":\"solver\",\"type\":\"address\"},{\"internalType\":\"bytes32\",\"name\":\"modelHash\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"salt\",\"type\":\"bytes32\"}],\"name\":\"commitmentOf\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"},{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"name\":\"contribution\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"components\":[{\"internalType\":\"bytes32\",\"name\":\"datasetHash\",\"type\":\"bytes32\"},{\"internalType\":\"uint32\",\"name\":\"groups\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"drawn\",\"type\":\"uint32\"},{\"internalType\":\"uint16\",\"name\":\"groupSize\",\"type\":\"uint16\"},{\"internalType\":\"uint16\",\"name\":\"features\",\"type\":\"uint16\"},{\"internalType\":\"uint16\",\"name\":\"classes\",\"type\":\"uint16\"},{\"internalType\":\"uint16\",\"name\":\"drawDelay\",\"type\":\"uint16\"},{\"internalType\":\"address\",\"name\":\"evaluator\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"accuracyThreshold\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"organiserBond\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"commitBond\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"claimBond\",\"type\":\"uint256\"},{\"internalType\":\"uint32\",\"name\":\"commitWindow\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"revealWindow\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"claimWindow\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"turnWindow\",\"type\":\"uint32\"},{\"internalType\":\"string\",\"name\":\"dataURI\",\"type\":\"string\"}],\"internalType\":\"structMarket.Terms\",\"name\":\"t\",\"type\":\"tuple\"}],\"name\":\"createChallenge\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"}],\"stateMutability\":\"payable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"internalType\":\"bytes\",\"name\":\"header\",\"type\":\"bytes\"}],\"name\":\"draw\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"}],\"name\":\"entryCount\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"entry\",\"type\":\"uint256\"},{\"internalType\":\"bytes\",\"name\":\"model\",\"type\":\"bytes\"},{\"internalType\":\"uint256\",\"name\":\"firstSlot\",\"type\":\"uint256\"},{\"internalType\":\"bytes32[]\",\"name\":\"salts\",\"type\":\"bytes32[]\"},{\"internalType\":\"bytes32[][]\",\"name\":\"proofs\",\"type\":\"bytes32[][]\"},{\"internalType\":\"bytes[]\",\"name\":\"payloads\",\"type\":\"bytes[]\"}],\"name\":\"evaluate\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"name\":\"evaluators\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"}],\"name\":\"finalize\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"}],\"name\":\"fund\",\"outputs\":[],\"stateMutability\":\"payable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"}],\"name\":\"getChallenge\",\"outputs\":[{\"components\":[{\"internalType\":\"address\",\"name\":\"owner\",\"type\":\"address\"},{\"internalType\":\"bool\",\"name\":\"active\",\"type\":\"bool\"},{\"internalType\":\"enumMarket.Phase\",\"name\":\"phase\",\"type\":\"uint8\"},{\"internalType\":\"enumMarket.Outcome\",\"name\":\"outcome\",\"type\":\"uint8\"},{\"internalType\":\"uint64\",\"name\":\"drawBlock\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"deadline\",\"type\":\"uint64\"},{\"internalType\":\"uint32\",\"name\":\"revealed\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"commits\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"winner\",\"type\":\"uint32\"},{\"internalType\":\"bytes32\",\"name\":\"datasetHash\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"seed\",\"type\":\"bytes32\"},{\"internalType\":\"uint256\",\"name\":\"reward\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"accuracyThreshold\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"pot\",\"type\":\"uint256\"}],\"internalType\":\"structMarket.Challenge\",\"name\":\"\",\"type\":\"tuple\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"entry\",\"type\":\"uint256\"}],\"name\":\"getEntry\",\"outputs\":[{\"components\":[{\"internalType\":\"address\",\"name\":\"solver\",\"type\":\"address\"},{\"internalType\":\"enumMarket.Status\",\"name\":\"status\",\"type\":\"uint8\"},{\"internalType\":\"uint32\",\"name\":\"claimed\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"right\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"seen\",\"type\":\"uint32\"},{\"internalType\":\"bytes32\",\"name\":\"commitment\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"modelHash\",\"type\":\"bytes32\"}],\"internalType\":\"structMarket.Entry\",\"name\":\"\",\"type\":\"tuple\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"}],\"name\":\"getTerms\",\"outputs\":[{\"components\":[{\"internalType\":\"bytes32\",\"name\":\"datasetHash\",\"type\":\"bytes32\"},{\"internalType\":\"uint32\",\"name\":\"groups\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"drawn\",\"type\":\"uint32\"},{\"internalType\":\"uint16\",\"name\":\"groupSize\",\"type\":\"uint16\"},{\"internalType\":\"uint16\",\"name\":\"features\",\"type\":\"uint16\"},{\"internalType\":\"uint16\",\"name\":\"classes\",\"type\":\"uint16\"},{\"internalType\":\"uint16\",\"name\":\"drawDelay\",\"type\":\"uint16\"},{\"internalType\":\"address\",\"name\":\"evaluator\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"accuracyThreshold\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"organiserBond\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"commitBond\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"claimBond\",\"type\":\"uint256\"},{\"internalType\":\"uint32\",\"name\":\"commitWindow\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"revealWindow\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"claimWindow\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"turnWindow\",\"type\":\"uint32\"},{\"internalType\":\"string\",\"name\":\"dataURI\",\"type\":\"string\"}],\"internalType\":\"structMarket.Terms\",\"name\":\"\",\"type\":\"tuple\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"slot\",\"type\":\"uint256\"}],\"name\":\"groupOf\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"name\":\"isEvaluator\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"slot\",\"type\":\"uint256\"}],\"name\":\"isRevealed\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"entry\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"slot\",\"type\":\"uint256\"}],\"name\":\"isSeen\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"}],\"name\":\"leader\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"minBond\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"minWindow\",\"outputs\":[{\"internalType\":\"uint32\",\"name\":\"\",\"type\":\"uint32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"internalType\":\"address\",\"name\":\"sponsor\",\"type\":\"address\"}],\"name\":\"refund\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"entry\",\"type\":\"uint256\"},{\"internalType\":\"bytes\",\"name\":\"model\",\"type\":\"bytes\"}],\"name\":\"revealModel\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"firstSlot\",\"type\":\"uint256\"},{\"internalType\":\"bytes32[]\",\"name\":\"salts\",\"type\":\"bytes32[]\"},{\"internalType\":\"bytes32[][]\",\"name\":\"proofs\",\"type\":\"bytes32[][]\"},{\"internalType\":\"bytes[]\",\"name\":\"payloads\",\"type\":\"bytes[]\"}],\"name\":\"revealTest\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"withdraw\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"}]",
	ID:  "Market",
	Bin: "0x60c0604052346101b65761457480380380610019816101da565b9283398101906060818303126101b65780516001600160401b0381116101b657810182601f820112156101b6578051906001600160401b0382116101a2578160051b9360206100698187016101da565b809481520191602083968201019182116101b657602001915b8183106101ba5750505060208201519163ffffffff831683036101b65760400151815190936001600160401b0382116101a2576801000000000000000082116101a25760015482600155808310610177575b5060015f5260205f205f5b83811061015a57505050505f5b815181101561012357600190818060a01b0360208260051b85010151165f525f60205260405f208260ff19825416179055016100ec565b505060805260a05260405161437490816102008239608051818181610b1601526120d1015260a051818181610a7f015261255d0152f35b82516001600160a01b0316818301556020909201916001016100df565b60015f52828060205f20019103905f5b8281106101955750506100d4565b5f82820155600101610187565b634e487b7160e01b5f52604160045260245ffd5b5f80fd5b82516001600160a01b03811681036101b657815260209283019201610082565b6040519190601f01601f191682016001600160401b038111838210176101a25760405256fe60806040526004361015610011575f80fd5b5f5f3560e01c80630508bcb41461306157806305261aea146130455780631b561cf9146130095780631bdd4b7414612de75780631d1b039c14612dbd5780632390696314612b555780633ccfd60b14612aec57806340e58ee5146129cf57806357accdd7146129a15780635cdf98de1461266f5780637ad226dc14612580578063831518b714612546578063956926941461227557806398ba676d14612160578063a2f0572514612142578063a6775a77146120f5578063ac66a3ef146120b4578063ae0bb2d214611ee0578063b6a29b4514611e98578063c025902c14611e5d578063c194e4ca14611c1a578063c9836df914611711578063c9af3f0d146108dd578063c9f1150c14610530578063ca1d209d14610443578063dfa3a432146103fd578063e168afe31461037b578063e3d670d7146103435763f2f0387714610159575f80fd5b604036600319011261034057600435906024358282526004602052604082209160ff835460a81c1661018a816130c8565b60028114801590610329575b61030d57508381526005602052600560408220015434036102eb578381526006602052604081205492848252600660205260408220805490680100000000000000008210156102d75760026101f483879360018097960181556131db565b506001600160a01b03331673ffffffffffffffffffffffffffffffffffffffff198254161781557401000000000000000000000000000000000000000060ff60a01b198254161781550155019063ffffffff825460601c169063ffffffff82146102c3575081546fffffffff0000000000000000000000001916600190910160601b6fffffffff0000000000000000000000001617905560209282906040519283527fc277832bdc9f224f32f9a5ecaaa5ab0dd1885217e79485b56a792878f2a749fa853394a4604051908152f35b80634e487b7160e01b602492526011600452fd5b602484634e487b7160e01b81526041600452fd5b8084602492526005602052600560408220015463cfde146160e01b8252600452fd5b602492506396fe8cdd60e01b8252610324816130c8565b600452fd5b5067ffffffffffffffff6001850154164211610196565b80fd5b50346103405760203660031901126103405760406020916001600160a01b0361036a61309c565b168152600383522054604051908152f35b5034610340576020366003190112610340576004356001548110156103f9576001548110156103e557600182527fb10e2d527612073b26eecdfd717e6a320cf44b4afac2b0732d9fcbe2b7fa0cf6015460405160039290921b1c6001600160a01b03168152602090f35b602482634e487b7160e01b81526032600452fd5b5080fd5b5034610340576040366003190112610340576001600160a01b0360406104216130b2565b92600435815260086020522091165f52602052602060405f2054604051908152f35b5060203660031901126103405760043580825260046020526040822060ff815460a81c16610470816130c8565b600181148015610504575b156104ed575060040161048f3482546131f4565b90558082526008602052604082206001600160a01b0333165f5260205260405f206104bb3482546131f4565b9055604051903482527f38c48552690c96ec2872092ac1db6c19fb59f5a8c5b49bbf41ed4886d0ca692660203393a380f35b836024916396fe8cdd60e01b8252610324816130c8565b5061050e816130c8565b60028114801561047b575067ffffffffffffffff60018301541642111561047b565b50346103405760a03660031901126103405760243560043560443567ffffffffffffffff81116108d957610568903690600401613123565b91909260643567ffffffffffffffff81116108d55761058b903690600401613123565b94909260843567ffffffffffffffff81116108d1576105ae903690600401613123565b93909482895260046020526040892095838a52600560205260408a20978754600260ff8260a81c166105df816130c8565b14806108ba575b806108a4575b610855575b5060ff885460a81c16610603816130c8565b6003811480159061083e575b61082757508a9960018a0196938b5b8d8c8c8c8085106107255790919294508f935063ffffffff8c8c7f3c75c44c4b35bad367335bd451fc0780f967bbea70d52fda9d38e3d60638506460608e61069f6106758760018b019c16888d5460401c166137d1565b8b546bffffffff0000000000000000191660409190911b6bffffffff000000000000000016178b55565b858a5460401c16966040519182526020820152866040820152a25460201c16146106c7578380f35b63ffffffff600767ffffffffffffffff9361070d93750400000000000000000000000000000000000000000060ff60a81b19825416179055015460401c1682421661317d565b1667ffffffffffffffff198254161790558180808380f35b9187918594938a8c6107388f89906131f4565b9788966107449261372e565b3588610751818d8d61373e565b9461075d9291946137b6565b95610769979195613e12565b610774838d896137b6565b8c54918260601c61ffff16928060501c61ffff169060401c61ffff169061079a9161319f565b925b8284106107f457505050506107e2576107c1908f808b60409252600960205220613eff565b6107ce575b60010161061e565b9b6107da600191613803565b9c90506107c6565b6368a58bf360e01b8f5260045260248efd5b90919293801561080b575b9360010192919061079c565b5060018161081a868686613c8f565b3560f81c101590506107ff565b8b6024916396fe8cdd60e01b8252610324816130c8565b5067ffffffffffffffff60018a015416421161060f565b60ff60a81b19600360a81b911617885563ffffffff60078a015460201c1667ffffffffffffffff61088d60018b01928284541661317d565b1667ffffffffffffffff198254161790555f6105f1565b5063ffffffff60018a015460601c1615156105ec565b5067ffffffffffffffff60018a01541642116105e6565b8780fd5b8580fd5b8380fd5b5060203660031901126103405767ffffffffffffffff600435116103405761022060043536036003190112610340576001600160a01b0361092260e460043501613831565b1681528060205260ff604082205416156116cc57601e63ffffffff61094b602460043501613811565b161080156116ae575b6116695763ffffffff61096b604460043501613811565b16158015611636575b6115f15761ffff610989606460043501613822565b16158015611525575b6114095761ffff6109a7608460043501613822565b16158015611509575b6114c457600261ffff6109c760a460043501613822565b161080156114a8575b6114635761ffff6109e5606460043501613822565b1661ffff6109f7608460043501613822565b16906001820180921161144f5790610a0e9161319f565b620186a0811161140957610a4763ffffffff610a2e604460043501613811565b1661ffff610a40606460043501613822565b169061319f565b6101046004350135159081156113f8575b506113b357600261ffff610a7060c460043501613822565b16108015611397575b611352577f0000000000000000000000000000000000000000000000000000000000000000806101246004350135108015611332575b6112ed578061014460043501351080156112cd575b611288576101646004350135108015611268575b61122357610afd620186a09163ffffffff610af7604460043501613811565b1661319f565b0460041c6001018060011161120f57610b3d63ffffffff7f000000000000000000000000000000000000000000000000000000000000000016918261319f565b908063ffffffff610b5361018460043501613811565b16106111ca578163ffffffff610b6e6101a460043501613811565b16106111855763ffffffff610b886101c460043501613811565b16106111405763ffffffff610ba26101e460043501613811565b16106110fb57610124600435013534106110e15760025490610bc382613803565b60025581815260056020526008604082206004356004013581556001810163ffffffff610bf4602460043501613811565b1663ffffffff19825416178155610c34610c12604460043501613811565b825467ffffffff00000000191660209190911b67ffffffff0000000016178255565b610c42606460043501613822565b81546bffff00000000000000000000610c5f608460043501613822565b60501b167fffffffffffffffffffffffffffffffff0000ffffffffffffffffffffffffffff6dffff000000000000000000000000610ca160a460043501613822565b60601b169269ffff00000000000000006fffff0000000000000000000000000000610cd060c460043501613822565b60701b169560401b16906dffffffffffff0000000000000000191617161717179055610d0060e460043501613831565b6001600160a01b0360028301911673ffffffffffffffffffffffffffffffffffffffff1982541617905561010460043501356003820155610124600435013560048201556101446004350135600582015561016460043501356006820155610e146007820163ffffffff610d7961018460043501613811565b1663ffffffff19825416178155610d98610c126101a460043501613811565b610dd4610daa6101c460043501613811565b82546bffffffff0000000000000000191660409190911b6bffffffff000000000000000016178255565b610de36101e460043501613811565b6fffffffff000000000000000000000000196fffffffff00000000000000000000000083549260601b169116179055565b0191610e2b61020460043501600435600401613783565b67ffffffffffffffff81959295116102d757610e4782546136d6565b601f811161108f575b5083601f821160011461102c5784958293949592611021575b50508160011b915f199060031b1c19161790555b8082526004602052604082206001600160a01b03331673ffffffffffffffffffffffffffffffffffffffff19825416178155611fff67ffffffffffffffff825475010100000000000000000000000000000000000000007fff0000000000000000ff0000ffffffffffffffffffffffffffffffffffffffff7effffffffffffffff0000000000000000000000000000000000000000000000610f3261ffff610f2960c460043501613822565b1686431661317d565b60b81b169216171780845560b81c160167ffffffffffffffff811161100d5760018201805467ffffffffffffffff191667ffffffffffffffff92831617905560048035908101356002840155610104810135600584015560209490610f9c906101240135346131ce565b6040600485019282845586815260088852206001600160a01b0333165f52865260405f205554915460b81c1660405191600435600401358352848301526040820152817f952db02c8aca8cec4fa8c6fdb897874976ae898280f19711773766b61649437660603393a3604051908152f35b602484634e487b7160e01b81526011600452fd5b013590505f80610e69565b601f198216958386526020862091865b8881106110775750836001959697981061105e575b505050811b019055610e7d565b01355f19600384901b60f8161c191690555f8080611051565b9092602060018192868601358155019401910161103c565b81811115610e505782855260208520601f830160051c90602084106110d9575b81601f9101920160051c0390855b8281106110cb575050610e50565b8087600192840155016110bd565b8691506110af565b8063cfde146160e01b602492526101246004350135600452fd5b60646040516339bac5cd60e11b815260206004820152600a60248201527f7475726e57696e646f77000000000000000000000000000000000000000000006044820152fd5b60646040516339bac5cd60e11b815260206004820152600b60248201527f636c61696d57696e646f770000000000000000000000000000000000000000006044820152fd5b60646040516339bac5cd60e11b815260206004820152600c60248201527f72657665616c57696e646f7700000000000000000000000000000000000000006044820152fd5b60646040516339bac5cd60e11b815260206004820152600c60248201527f636f6d6d697457696e646f7700000000000000000000000000000000000000006044820152fd5b602482634e487b7160e01b81526011600452fd5b60646040516339bac5cd60e11b815260206004820152600960248201527f636c61696d426f6e6400000000000000000000000000000000000000000000006044820152fd5b506fffffffffffffffffffffffffffffffff610164600435013511610ad8565b60646040516339bac5cd60e11b815260206004820152600a60248201527f636f6d6d6974426f6e64000000000000000000000000000000000000000000006044820152fd5b506fffffffffffffffffffffffffffffffff610144600435013511610ac4565b60646040516339bac5cd60e11b815260206004820152600d60248201527f6f7267616e69736572426f6e64000000000000000000000000000000000000006044820152fd5b506fffffffffffffffffffffffffffffffff610124600435013511610aaf565b60646040516339bac5cd60e11b815260206004820152600960248201527f6472617744656c617900000000000000000000000000000000000000000000006044820152fd5b5061c35061ffff6113ac60c460043501613822565b1611610a79565b60646040516339bac5cd60e11b815260206004820152601160248201527f61636375726163795468726573686f6c640000000000000000000000000000006044820152fd5b90506101046004350135115f610a58565b6040516339bac5cd60e11b815260206004820152600960248201527f67726f757053697a6500000000000000000000000000000000000000000000006044820152606490fd5b602483634e487b7160e01b81526011600452fd5b60646040516339bac5cd60e11b815260206004820152600760248201527f636c6173736573000000000000000000000000000000000000000000000000006044820152fd5b5061010061ffff6114bd60a460043501613822565b16116109d0565b60646040516339bac5cd60e11b815260206004820152600860248201527f66656174757265730000000000000000000000000000000000000000000000006044820152fd5b5061100061ffff61151e608460043501613822565b16116109b0565b5060046115356064823501613822565b60206001600160a01b0361154c60e4853501613831565b16604051938480927f8ead93940000000000000000000000000000000000000000000000000000000082525afa9182156115e65783926115ae575b50811561159a5761ffff16061515610992565b602483634e487b7160e01b81526012600452fd5b9091506020813d6020116115de575b816115ca6020938361361b565b810103126115da5751905f611587565b5f80fd5b3d91506115bd565b6040513d85823e3d90fd5b60646040516339bac5cd60e11b815260206004820152600560248201527f647261776e0000000000000000000000000000000000000000000000000000006044820152fd5b50611645604460043501613811565b63ffffffff637fffffff61165d602460043501613811565b60011c16911611610974565b60646040516339bac5cd60e11b815260206004820152600660248201527f67726f75707300000000000000000000000000000000000000000000000000006044820152fd5b5061ffff63ffffffff6116c5602460043501613811565b1611610954565b60646040516339bac5cd60e11b815260206004820152600960248201527f6576616c7561746f7200000000000000000000000000000000000000000000006044820152fd5b50346103405760e0366003190112610340578060043560243560443567ffffffffffffffff8111611c155761174a9036906004016130df565b60643560843567ffffffffffffffff8111611c115761176d903690600401613123565b93909260a43567ffffffffffffffff8111611c0d57611790903690600401613123565b9560c43567ffffffffffffffff8111611c09576117b1903690600401613123565b9590928a8c52600460205260408c20978b8d52600560205260408d2099895460a81c60ff169e8f90506117e3816130c8565b600514801590611bf2575b611bda578d9e5060038e8e9f8e9f9e60ff9f61181392526006602052604083206131db565b509d8e5460a01c169050611826816130c8565b14801590611bbb575b611bac57888f8f8f908e8e849d9c9b9d955b808710611b0857505096505050505050506001600160a01b0392506002915001541690600187019361ffff855460401c168c6118b06040519687957f4fddcd0500000000000000000000000000000000000000000000000000000000875260606004880152606487019161370e565b600319858203016024860152888152602081019060208a60051b82010194809390601e19813603015b8c8310611a985750505050505082602094928192604483015203915afa908115611a8d578991611a5b575b507fffffff00000000ffffffffffffffffffffffffffffffffffffffffffffffffff7cffffffff0000000000000000000000000000000000000000000000000061195f63ffffffff8954941663ffffffff8560c81c166137d1565b60c81b169116178555600185019063ffffffff611981818516828554166137d1565b1663ffffffff1983541617825586887f8f2d691f4e16ca753b5d6a9f29ebd70c6c066413790d5e4cdc69cd0db101d48e606063ffffffff808b5460c81c1696541696604051908152866020820152876040820152a3549063ffffffff8260201c16918383039063ffffffff8211611a4757611a14929163ffffffff61ffff611a0e9360401c16911661319f565b906131f4565b9114908115611a39575b50611a27578580f35b611a3094613f38565b5f808080808580f35b90506005820154115f611a1e565b60248b634e487b7160e01b81526011600452fd5b90506020813d602011611a85575b81611a766020938361361b565b810103126115da57515f611904565b3d9150611a69565b6040513d8b823e3d90fd5b919395969092949750601f19858203018652873582811215611b01578301906020823592019167ffffffffffffffff8111611af9578036038313611af957611ae6602092839260019561370e565b99019601930190918997969594926118d9565b505050508f80fd5b5050508f80fd5b604094928f9d9e9f92611b5792611b789896948f8f8f918f918f8f611b4791611b4082611b4f96611b3a8280986131f4565b9861372e565b359661373e565b9690956137b6565b969095613e12565b8252600a60205282822090825260205220611b7283886131f4565b90613eff565b15611b90576001018f8f8f908e8e8e9d9c9b9d611841565b8f611b9d602492876131f4565b6368a58bf360e01b8252600452fd5b60048f631eb49d6d60e11b8152fd5b50611bc736888a613659565b6020815191012060038d0154141561182f565b5060248d8f6396fe8cdd60e01b8252610324816130c8565b5067ffffffffffffffff60018b01541642116117ee565b8a80fd5b8880fd5b8680fd5b505050fd5b5060a0366003190112610340576004356024356044359160843592818552600460205260408520908286526005602052604086209160ff815460a81c16611c60816130c8565b60048114801590611e46575b611e2f57506006830154803403611e1d57508387526006602052611c9385604089206131db565b5092835491336001600160a01b03841614801590611e03575b611df457611cbe60643585338961368f565b600286015403611df457600501548710908115611dcc575b50611d875760038301919091557fffffffffffffff0000000000ffffffffffffffffffffffffffffffffffffffff1660a885901b78ffffffff000000000000000000000000000000000000000000161774020000000000000000000000000000000000000000179055808452600760205260408420611d589083908590613d69565b6040519283527fb94bf7f9302edf52a596286915a69b4b0685574cffdedd0712e3c62f2550f0ba60203394a480f35b60646040516339bac5cd60e11b815260206004820152600560248201527f636f756e740000000000000000000000000000000000000000000000000000006044820152fd5b611dec91506001015463ffffffff61ffff8260401c169160201c1661319f565b86115f611cd6565b600489631eb49d6d60e11b8152fd5b50600160ff8460a01c16611e16816130c8565b1415611cac565b63cfde146160e01b8852600452602487fd5b876024916396fe8cdd60e01b8252610324816130c8565b5067ffffffffffffffff6001830154164211611c6c565b50346103405760018060209260ff6040611e763661310d565b93908152600987528181208460081c82528752205491161c1614604051908152f35b503461034057611ed8602091604063ffffffff6001611eb63661310d565b9390948581526004885260038282200154958152600588522001541691613c9b565b604051908152f35b503461034057611eef3661310d565b908083526004602052604083208184526005602052604084209281549260ff8460a81c16611f1c816130c8565b6006810361209d575090611f3a9186526006602052604086206131db565b509283549160ff8360a01c1693611f50856130c8565b60068514801561208c575b61207d57600583015494611f6e816130c8565b60028114908115612068575b8115612032575b50612018575b60b01c60ff16600681101561200457600514611fe7575b50506001600160a01b0391927406000000000000000000000000000000000000000060ff60a01b1983161790551682526003602052611fe2604083209182546131f4565b905580f35b92611a0e611ffd926001600160a01b0395613b18565b915f611f9e565b602487634e487b7160e01b81526021600452fd5b9361202a60ff916006850154906131f4565b949050611f87565b6004915061203f816130c8565b148061204c575b5f611f81565b5063ffffffff8460a81c1663ffffffff8560c81c161015612046565b9050612073816130c8565b6003811490611f7a565b600487630b8a550d60e31b8152fd5b50612096856130c8565b8415611f5b565b866024916396fe8cdd60e01b8252610324816130c8565b5034610340578060031936011261034057602060405163ffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b50346103405760603660031901126103405760018060209260ff6040604435926004358152600a8752818120602435825287528181208460081c82528752205491161c1614604051908152f35b50346103405780600319360112610340576020600254604051908152f35b5034610340576121b660e09160406121773661310d565b92908160c08451612187816135ff565b82815282602082015282868201528260608201528260808201528260a0820152015281526006602052206131db565b50604051906121c4826135ff565b8054906001600160a01b038216835263ffffffff60ff8360a01c169260208501936121ee816130c8565b8452816040860191818160a81c16835281606088019160c81c16815281806001870154169360808901948552600360028801549760a08b0198895201549760c08a019889526001600160a01b036040519a51168a525161224d816130c8565b60208a01525116604088015251166060860152511660808401525160a08301525160c0820152f35b50346115da5760603660031901126115da5760243560043560443567ffffffffffffffff81116115da576122ad9036906004016130df565b825f52600460205260405f2090835f52600560205260405f20906122d2828487613868565b60ff835460a81c166122e3816130c8565b60058114801590612530575b8015612519575b6124fe5750845f5260076020528561231060405f20613845565b036124d257845f52600660205261232a8660405f206131db565b5093845491336001600160a01b038416148015906124b8575b8015612499575b61248a576001600160a01b03600285015416600185015490803b156115da5761ffff935f936123b193604051968795869485947f1c8026cb00000000000000000000000000000000000000000000000000000000865260606004870152606486019161370e565b91818160501c16602485015260601c16604483015203915afa801561247f57612464575b5060ff60a01b191674030000000000000000000000000000000000000000178355600701547f8a1484d56b8dad6ca2ff8cf893c476aaac0214b7848f6f6cf8c3db9ecf7e503b9260209260039267ffffffffffffffff906001906124449060601c63ffffffff1642841661317d565b9201911667ffffffffffffffff198254161790550154604051908152a380f35b6124749192939497505f9061361b565b5f959291905f6123d5565b6040513d5f823e3d90fd5b631eb49d6d60e11b5f5260045ffd5b506124a5368284613659565b602081519101206003870154141561234a565b50600260ff8460a01c166124cb816130c8565b1415612343565b857f8fd24229000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b6396fe8cdd60e01b5f52612511816130c8565b60045260245ffd5b5067ffffffffffffffff60018501541642116122f6565b5063ffffffff600185015460801c1615156122ef565b346115da575f3660031901126115da5760206040517f00000000000000000000000000000000000000000000000000000000000000008152f35b346115da5760403660031901126115da5760043561259c6130b2565b90805f52600460205260405f205460ff8160a81c16906125bb826130c8565b6006821490811591612641575b506124fe5750805f52600860205260405f206001600160a01b0383165f5260205260405f2054918215612632576001600160a01b03915f52600860205260405f208282165f526020525f6040812055165f52600360205261262e60405f209182546131f4565b9055005b630b8a550d60e31b5f5260045ffd5b60ff915060b01c16600681101561265b57600114846125c8565b634e487b7160e01b5f52602160045260245ffd5b346115da5760203660031901126115da576060610200604051612691816135e2565b5f81525f60208201525f60408201525f838201525f60808201525f60a08201525f60c08201525f60e08201525f6101008201525f6101208201525f6101408201525f6101608201525f6101808201525f6101a08201525f6101c08201525f6101e082015201526004355f52600560205260405f20600860405191612714836135e2565b8054835261ffff600182015463ffffffff8116602086015263ffffffff8160201c166040860152818160401c166060860152818160501c166080860152818160601c1660a086015260701c1660c08401526001600160a01b0360028201541660e0840152600381015461010084015260048101546101208401526005810154610140840152600681015461016084015263ffffffff6007820154818116610180860152818160201c166101a0860152818160401c166101c086015260601c166101e084015201604051905f908054906127ec826136d6565b808552916001811690811561297a575060011461293d575b61020061026086866128188188038261361b565b83820152602060405193849282845280518385015263ffffffff8382015116604085015263ffffffff604082015116606085015261ffff606082015116608085015261ffff60808201511660a085015261ffff60a08201511660c085015261ffff60c08201511660e08501526001600160a01b0360e08201511661010085015261010081015161012085015261012081015161014085015261014081015161016085015261016081015161018085015263ffffffff610180820151166101a085015263ffffffff6101a0820151166101c085015263ffffffff6101c0820151166101e085015263ffffffff6101e08201511682850152015161022080840152805191829182610240860152018484015e5f828201840152601f01601f19168101030190f35b5f908152602081209092505b818310612960575050810160200181612818612804565b600181602092949394548385880101520191019190612949565b60ff191660208087019190915292151560051b850190920192508391506128189050612804565b346115da5760803660031901126115da576020611ed86129bf6130b2565b606435906044359060043561368f565b346115da5760203660031901126115da57600435805f52600460205260405f2080546001600160a01b0381169081330361248a5760ff8160a81c1690612a14826130c8565b6001821490811591612ad4575b506124fe5750825f526005602052600460405f200154905f526003602052612a4e60405f209182546131f4565b9055817fc41d93b8bfbf9fd7cf5bfe271fd649ab6a6fec0ea101c23b82a2a28eca2533a95f80a2600360a91b60ff60a81b19825416178155612a916003826139b4565b805460ff60a01b191690556040515f91600382528260208301527ffef694932bf9a4a2de588912a19f04226cc8272d5858c6047f3db4620b661b4f6040841993a4005b67ffffffffffffffff915060b81c1643101585612a21565b346115da575f3660031901126115da57335f52600360205260405f2054801561263257612b5390335f5260036020525f60408120556040518181527f7084f5476618d8e60b11ef0d7d3f06914655adb8793e28ff7f018d4c76d505d560203392a23361399a565b005b346115da5760403660031901126115da5760043560243567ffffffffffffffff81116115da57612b899036906004016130df565b90825f52600460205260405f2080549260ff8460a81c16612ba9816130c8565b600181036124fe5767ffffffffffffffff8560b81c1690814311801590612da6575b6124fe5750612bd990613c09565b8015908115612d8a575b50612d0b576101c0905f5b60068110612d33575060a0612c04838387613c8f565b3560f81c03612d0b5760018201808311612cf7576021830190818411612cf75781106115da57116115da577e8730a1be858aec13e75fed4e2e707a41ba4ba540727ce369681b4f8dc4b21393750200000000000000000000000000000000000000000060ff60a81b19600167ffffffffffffffff94604097010135865160208101918252468882015230606082015289608082015260808152612ca860a08261361b565b519020926003860193845516178355855f526005602052816001612cda63ffffffff6007885f2001541683421661317d565b9401931682198454161783555491541682519182526020820152a2005b634e487b7160e01b5f52601160045260245ffd5b7f451b7cff000000000000000000000000000000000000000000000000000000005f5260045ffd5b91612d3f818387613c8f565b3560f81c6080811015612d63575060018101809111612cf757600190925b01612bee565b9060b78211612d0b57607e198201918211612cf757600191612d84916131f4565b92612d5d565b9050612d97368386613659565b60208151910120141586612be3565b5067ffffffffffffffff6001850154164311612bcb565b346115da5760203660031901126115da576004355f526006602052602060405f2054604051908152f35b346115da5760203660031901126115da575f6101a0604051612e08816135b1565b8281528260208201528260408201528260608201528260808201528260a08201528260c08201528260e0820152826101008201528261012082015282610140820152826101608201528261018082015201526004355f52600460205260405f20604051612e74816135b1565b8154916001600160a01b0383168252602082019260ff8160a01c161515845260ff8160a81c16906040840191612ea9816130c8565b825260ff8160b01c16906060850191600681101561265b578252608085019060b81c67ffffffffffffffff168152600184015460a0860167ffffffffffffffff8216815260c087018260401c63ffffffff16815260e08801918360601c63ffffffff16835261010089019360801c63ffffffff1684526002880154946101208a019586526003890154966101408b0197885260048a0154986101608c01998a5260058b01549a6101808d019b8c52600601549b6101a081019c8d526040519d8e91516001600160a01b03168252511515906020015251612f88816130c8565b60408d01525160608c01612f9b916130d2565b5167ffffffffffffffff1660808b01525167ffffffffffffffff1660a08a01525163ffffffff1660c08901525163ffffffff1660e08801525163ffffffff1661010087015251610120860152516101408501525161016084015251610180830152516101a08201526101c090f35b346115da5760203660031901126115da576001600160a01b0361302a61309c565b165f525f602052602060ff60405f2054166040519015158152f35b346115da5760203660031901126115da57612b53600435613201565b346115da5760203660031901126115da57600435805f52600760205260405f205415612632575f5260076020526020611ed860405f20613845565b600435906001600160a01b03821682036115da57565b602435906001600160a01b03821682036115da57565b6007111561265b57565b90600682101561265b5752565b9181601f840112156115da5782359167ffffffffffffffff83116115da57602083818601950101116115da57565b60409060031901126115da576004359060243590565b9181601f840112156115da5782359167ffffffffffffffff83116115da576020808501948460051b0101116115da57565b8054821015613169575f5260205f2001905f90565b634e487b7160e01b5f52603260045260245ffd5b9067ffffffffffffffff8091169116019067ffffffffffffffff8211612cf757565b81810292918115918404141715612cf757565b67ffffffffffffffff039067ffffffffffffffff8211612cf757565b91908203918211612cf757565b8054821015613169575f5260205f209060021b01905f90565b91908201809211612cf757565b805f52600460205260405f20815f52600560205260405f20613224818385613868565b600160ff835460a81c16613237816130c8565b148061359a575b61352e57600560ff835460a81c16613255816130c8565b1480613518575b6133eb57815460ff8160a81c16613272816130c8565b80158015613505575b80156134f2575b61263257600184019182549167ffffffffffffffff83169081421115612632576002906132ae816130c8565b14806134e0575b6134a1575b5050600360ff855460a81c166132cf816130c8565b1461340c5750600560ff845460a81c166132e8816130c8565b14806133f7575b61338b575b50600401546001600160a01b038254165f52600360205261331a60405f209182546131f4565b90555f6006820161332b8154613951565b55600360a91b60ff60a81b198254161781556133486002826139b4565b805460ff60a01b191690556040515f91600282528260208301527ffef694932bf9a4a2de588912a19f04226cc8272d5858c6047f3db4620b661b4f6040841993a4565b63ffffffff90845f5260076020526133c66133a860405f20613845565b865f5260066020526133bd8160405f206131db565b50858789613b5e565b5460801c166133eb57825f52600760205260405f20546133e6575f6132f4565b505050565b906133f592613a05565b565b50835f52600760205260405f205415156132ef565b61343d91506134378363ffffffff60046134296134429789613b18565b9201549360601c169061319f565b906131ce565b613951565b600360a91b60ff60a81b1982541617815561345e6005826139b4565b805460ff60a01b191690556040515f91600582528260208301527ffef694932bf9a4a2de588912a19f04226cc8272d5858c6047f3db4620b661b4f6040841993a4565b6134c267ffffffffffffffff9163ffffffff600788015460201c169061317d565b164211156126325760ff60a81b1916600360a81b1784555f806132ba565b5063ffffffff8360601c1615156132b5565b506134fc816130c8565b60068114613282565b5061350f816130c8565b6001811461327b565b5063ffffffff600183015460801c16151561325c565b600461353b910154613951565b600360a91b60ff60a81b198254161781556135576004826139b4565b805460ff60a01b191690556040515f91600482528260208301527ffef694932bf9a4a2de588912a19f04226cc8272d5858c6047f3db4620b661b4f6040841993a4565b5067ffffffffffffffff600183015416431161323e565b6101c0810190811067ffffffffffffffff8211176135ce57604052565b634e487b7160e01b5f52604160045260245ffd5b610220810190811067ffffffffffffffff8211176135ce57604052565b60e0810190811067ffffffffffffffff8211176135ce57604052565b90601f8019910116810190811067ffffffffffffffff8211176135ce57604052565b67ffffffffffffffff81116135ce57601f01601f191660200190565b9291926136658261363d565b91613673604051938461361b565b8294818452818301116115da578281602093845f960137010152565b9290916001600160a01b03604051936020850195468752306040870152606086015216608084015260a083015260c082015260c081526136d060e08261361b565b51902090565b90600182811c92168015613704575b60208310146136f057565b634e487b7160e01b5f52602260045260245ffd5b91607f16916136e5565b908060209392818452848401375f828201840152601f01601f1916010190565b91908110156131695760051b0190565b91908110156131695760051b81013590601e19813603018212156115da57019081359167ffffffffffffffff83116115da576020018260051b360381136115da579190565b903590601e19813603018212156115da570180359067ffffffffffffffff82116115da576020019181360383136115da57565b90821015613169576137cd9160051b810190613783565b9091565b9063ffffffff8091169116019063ffffffff8211612cf757565b63ffffffff5f199116019063ffffffff8211612cf757565b5f198114612cf75760010190565b3563ffffffff811681036115da5790565b3561ffff811681036115da5790565b356001600160a01b03811681036115da5790565b805415613169575f5261386567ffffffffffffffff60205f2054166131b2565b90565b9091825491600460ff8460a81c1661387f816130c8565b14908161390a575b816138f4575b5061389757505050565b600163ffffffff60076138e193750500000000000000000000000000000000000000000060ff60a81b1967ffffffffffffffff9716178755015460601c169301928284541661317d565b1667ffffffffffffffff19825416179055565b90505f52600760205260405f205415155f61388d565b600185015467ffffffffffffffff1642119150613887565b3d1561394c573d906139338261363d565b91613941604051938461361b565b82523d5f602084013e565b606090565b8015613997575f80808093815af1613967613922565b501561396f57565b7f90b8ec18000000000000000000000000000000000000000000000000000000005f5260045ffd5b50565b81156139b0575f80809381935af1613967613922565b5050565b90600681101561265b577fffffffffffffffffff00ffffffffffffffffffffffffffffffffffffffffffff76ff0000000000000000000000000000000000000000000083549260b01b169116179055565b919091805f5260066020527ffef694932bf9a4a2de588912a19f04226cc8272d5858c6047f3db4620b661b4f604063ffffffff613b0781835f206001600160a01b03613a6460018b0192613a5e85855460801c166137eb565b906131db565b50541698600480820154995f613a80600685019c8d54906131f4565b9b558b5f526003602052875f20613a988c82546131f4565b905501546001600160a01b038254165f526003602052613abc875f209182546131f4565b905580547fffffffffffffffffff000000ffffffffffffffffffffffffffffffffffffffff167601060000000000000000000000000000000000000000001790555460801c166137eb565b1693815190600182526020820152a4565b63ffffffff6001600484015492015460601c168015613b4a57600591049101548082105f14613b45575090565b905090565b634e487b7160e01b5f52601260045260245ffd5b90919293817f10ebadeee3caa282ff56c358a4b3dd6b81bfc273ddb97589d49aeeca72af3568613bed6133f5977405000000000000000000000000000000000000000060ff60a01b198254161781556006880154613bc1600689019182546131f4565b9055546040805163ffffffff60a884901c8116825260c89390931c909216602083015290918291820190565b0390a3805f526007602052613c0460405f20614062565b6141a7565b905f91610100613c1982436131ce565b1115613c8a575f80916040516020810191825260208152613c3b60408261361b565b519071f90827f1c53a10cb7a02335b1753200029355afa613c5a613922565b9080613c7f575b613c685750565b9091506020818051810103126115da576020015190565b506020815114613c61565b409150565b90821015613169570190565b9291909260015b7f7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff81168103612cf75782600182811b1b1015613ce657613ce190613803565b613ca2565b91926001831b945f198601958611612cf7579360015b15613d59575b5f9486811690851c865b60048110613d1e5750851b1794613cfc565b909160019089604051602081019089825285604082015283606082015260608152613d4a60808261361b565b51902016909318929101613d0c565b80851015613d0257509293505050565b9291613d74906131b2565b9060401b17825492680100000000000000008410156135ce579260018101845580613dbb83613da38388613154565b90919082549060031b91821b915f19901b1916179055565b613dce575b613da3906133f59394613154565b5f198101818111612cf75760011c90613de78286613154565b90549060031b1c90838211613e0a5790613da3613e049287613154565b80613dbb565b915050613dc0565b906001909897939896929601549263ffffffff84169363ffffffff8160201c16881015613eec5761ffff8160501c1660018101809111612cf75761ffff613e5c9260401c1661319f565b8103613ed957869798600291613eb46061613e7f88613ebf9c6003890154613c9b565b968360405194859260208401975f89528b602186015260418501528484013781015f838201520301601f19810183528261361b565b5190209101546142a5565b15613ec75750565b630196930160e31b5f5260045260245ffd5b866368a58bf360e01b5f5260045260245ffd5b87630196930160e31b5f5260045260245ffd5b908060081c91825f5280602052600160ff60405f205493161b92838316613f30575f526020521760405f2055600190565b505050505f90565b90919263ffffffff60018201541663ffffffff600186015460201c1611801561404b575b61403f576133f5947404000000000000000000000000000000000000000060ff60a01b198354161780835563ffffffff808260a81c169160c81c1610613fa4575b50506141a7565b614038916006860154613fbc600687019182546131f4565b905580546040805163ffffffff60a884901c8116825260c89390931c9092166020830152839186917f10ebadeee3caa282ff56c358a4b3dd6b81bfc273ddb97589d49aeeca72af356891a3835f52600760205261401b60405f20614062565b835f52600760205263ffffffff60405f20915460c81c1690613d69565b5f80613f9d565b916133f5949391613b5e565b5063ffffffff815460c81c16600584015411613f5c565b80545f19810191818311612cf75761407a8382613154565b90549060031b1c9115614193576140918382613154565b8154905f199060031b1b1916905582815582156133e6575f5b8060011b907f7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff81168103612cf75760018201808311612cf75780928682101561418157600201808211612cf7578681109081614157575b50614145575b506141128284613154565b90549060031b1c908185116141345790613da361412f9285613154565b6140aa565b9150506133f59350613da391613154565b614150919250613803565b905f614107565b614162915085613154565b90549060031b1c6141738286613154565b90549060031b1c105f614101565b505090506133f59350613da391613154565b634e487b7160e01b5f52603160045260245ffd5b91825f52600760205260405f205415155f1461428f57825f5260076020526141d160405f20613845565b925f526006602052600460ff6141ea8560405f206131db565b505460a01c166141f9816130c8565b03614252575060018201809211612cf757600101907fffffffffffffffffffffffff00000000ffffffffffffffffffffffffffffffff73ffffffff0000000000000000000000000000000083549260801b169116179055565b67ffffffffffffffff91925061427963ffffffff6007600193015460601c1683421661317d565b9201911667ffffffffffffffff19825416179055565b50600101805467ffffffffffffffff1916905550565b949093915f935b806001861b10614364575083820361435a579291905f935b8385106142d45750505050501490565b90919293946001908183881c16155f14614348576142f387858761372e565b355b6040519060208201927f01000000000000000000000000000000000000000000000000000000000000008452602183015260418201526041815261433a60618261361b565b5190209501939291906142c4565b61435387858761372e565b35906142f5565b5050505050505f90565b9361436e90613803565b936142ac56",
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
// the contract method with ID 0xc9836df9.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function evaluate(uint256 id, uint256 entry, bytes model, uint256 firstSlot, bytes32[] salts, bytes32[][] proofs, bytes[] payloads) returns()
func (market *Market) PackEvaluate(id *big.Int, entry *big.Int, model []byte, firstSlot *big.Int, salts [][32]byte, proofs [][][32]byte, payloads [][]byte) []byte {
	enc, err := market.abi.Pack("evaluate", id, entry, model, firstSlot, salts, proofs, payloads)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackEvaluate is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc9836df9.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function evaluate(uint256 id, uint256 entry, bytes model, uint256 firstSlot, bytes32[] salts, bytes32[][] proofs, bytes[] payloads) returns()
func (market *Market) TryPackEvaluate(id *big.Int, entry *big.Int, model []byte, firstSlot *big.Int, salts [][32]byte, proofs [][][32]byte, payloads [][]byte) ([]byte, error) {
	return market.abi.Pack("evaluate", id, entry, model, firstSlot, salts, proofs, payloads)
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
// Solidity: function revealModel(uint256 id, uint256 entry, bytes model) returns()
func (market *Market) PackRevealModel(id *big.Int, entry *big.Int, model []byte) []byte {
	enc, err := market.abi.Pack("revealModel", id, entry, model)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRevealModel is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x95692694.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function revealModel(uint256 id, uint256 entry, bytes model) returns()
func (market *Market) TryPackRevealModel(id *big.Int, entry *big.Int, model []byte) ([]byte, error) {
	return market.abi.Pack("revealModel", id, entry, model)
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
