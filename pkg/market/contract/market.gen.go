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
	Bin: "0x60c0604052346101b657614a5880380380610019816101da565b9283398101906060818303126101b65780516001600160401b0381116101b657810182601f820112156101b6578051906001600160401b0382116101a2578160051b9360206100698187016101da565b809481520191602083968201019182116101b657602001915b8183106101ba5750505060208201519163ffffffff831683036101b65760400151815190936001600160401b0382116101a2576801000000000000000082116101a25760015482600155808310610177575b5060015f5260205f205f5b83811061015a57505050505f5b815181101561012357600190818060a01b0360208260051b85010151165f525f60205260405f208260ff19825416179055016100ec565b505060805260a05260405161485890816102008239608051818181610c430152612261015260a051818181610bac015261270c0152f35b82516001600160a01b0316818301556020909201916001016100df565b60015f52828060205f20019103905f5b8281106101955750506100d4565b5f82820155600101610187565b634e487b7160e01b5f52604160045260245ffd5b5f80fd5b82516001600160a01b03811681036101b657815260209283019201610082565b6040519190601f01601f191682016001600160401b038111838210176101a25760405256fe60806040526004361015610011575f80fd5b5f5f3560e01c80630508bcb41461327957806305261aea1461325d5780631b561cf9146132215780631bdd4b7414612fda5780631d1b039c14612fb05780632390696314612d335780633ccfd60b14612cca57806340e58ee514612b9157806357accdd714612b635780635cdf98de1461281e5780637ad226dc1461272f578063831518b7146126f5578063956926941461240557806398ba676d146122f0578063a2f05725146122d2578063a6775a7714612285578063ac66a3ef14612244578063ae0bb2d214612075578063b6a29b4514611fe4578063c025902c14611fa9578063c194e4ca14611d69578063c9836df914611985578063c9af3f0d146109c4578063c9f1150c14610523578063ca1d209d14610437578063dfa3a432146103f1578063e168afe31461036f578063e3d670d7146103375763f2f0387714610159575f80fd5b604036600319011261033457600435906024358282526004602052604082209160ff835460a01c1661018a816132e0565b6002811480159061031e575b61030257508381526005602052600260408220015460801c34036102dd578381526006602052604081205492848252600660205260408220805490680100000000000000008210156102c95760026101f78387936001809796018155613411565b506001600160a01b03331673ffffffffffffffffffffffffffffffffffffffff19825416178155600160a01b60ff60a01b198254161781550155019063ffffffff825460601c169063ffffffff82146102b5575081546fffffffff0000000000000000000000001916600190910160601b6fffffffff0000000000000000000000001617905560209282906040519283527fc277832bdc9f224f32f9a5ecaaa5ab0dd1885217e79485b56a792878f2a749fa853394a4604051908152f35b80634e487b7160e01b602492526011600452fd5b602484634e487b7160e01b81526041600452fd5b8084602492526005602052600260408220015460801c63cfde146160e01b8252600452fd5b602492506396fe8cdd60e01b8252610319816132e0565b600452fd5b506001600160401b036001850154164211610196565b80fd5b50346103345760203660031901126103345760406020916001600160a01b0361035e6132b4565b168152600383522054604051908152f35b5034610334576020366003190112610334576004356001548110156103ed576001548110156103d957600182527fb10e2d527612073b26eecdfd717e6a320cf44b4afac2b0732d9fcbe2b7fa0cf6015460405160039290921b1c6001600160a01b03168152602090f35b602482634e487b7160e01b81526032600452fd5b5080fd5b5034610334576040366003190112610334576001600160a01b0360406104156132ca565b92600435815260086020522091165f52602052602060405f2054604051908152f35b5060203660031901126103345760043580825260046020526040822060ff815460a01c16610464816132e0565b6001811480156104f8575b156104e1575060040161048334825461342a565b90558082526008602052604082206001600160a01b0333165f5260205260405f206104af34825461342a565b9055604051903482527f38c48552690c96ec2872092ac1db6c19fb59f5a8c5b49bbf41ed4886d0ca692660203393a380f35b836024916396fe8cdd60e01b8252610319816132e0565b50610502816132e0565b60028114801561046f57506001600160401b0360018301541642111561046f565b50346103345760a0366003190112610334576044356001600160401b0381116103ed5761055490369060040161335e565b6064356001600160401b0381116109c05761057390369060040161335e565b9290916084356001600160401b0381116109bc5761059590369060040161335e565b9190946004358752600460205260408720936004358852600560205260408820958554600260ff8260a01c166105ca816132e0565b14806109a6575b80610990575b610943575b5060ff865460a01c166105ee816132e0565b6003811480159061092d575b610916575088976001600160a01b03885416918a5b87811061070e575050505050505061066861063e63ffffffff60018501961663ffffffff875460401c16613a28565b85546bffffffff0000000000000000191660409190911b6bffffffff000000000000000016178555565b63ffffffff845460401c169060405190602435825260208201528160408201527f3c75c44c4b35bad367335bd451fc0780f967bbea70d52fda9d38e3d606385064606060043592a263ffffffff835460c01c16146106c4578380f35b63ffffffff60016001600160401b03936106f793600160a21b60ff60a01b19825416179055015460601c168242166133b7565b166001600160401b03198254161790555f80808380f35b61071a8160243561342a565b610725828a866139de565b8c5460405163b9fdf04160e01b815260f082901c600482015261ffff60e083901c1660248201529092508f91906020816044818c5afa9283156108c057926108df575b50036108cc5761080860208f9260018f918f8f8f8f8f928e6107c08f8f94978f918c926107aa8861ffff9c6107a3828f9e9d6107c59e613958565b3594613968565b9290916107b88a8a8a6139de565b96909561403e565b6139de565b9490950154169160405196879586957f8abe3193000000000000000000000000000000000000000000000000000000008752608060048801526084870191613921565b928160f01c6024860152604485015260e01c16606483015203818a5afa9182156108c05791610882575b50156108705761084f9060408e60043581526009602052206140e9565b61085c575b60010161060f565b99610868600191613a1a565b9a9050610854565b6368a58bf360e01b8d5260045260248cfd5b90506020813d82116108b8575b8161089c60209383613830565b810103126108b4575180151581036108b4575f610832565b8d80fd5b3d915061088f565b604051903d90823e3d90fd5b60248e836368a58bf360e01b8252600452fd5b9091506020813d821161090e575b816108fa60209383613830565b8101031261090a5751905f610768565b5f80fd5b3d91506108ed565b896024916396fe8cdd60e01b8252610319816132e0565b506001600160401b0360018801541642116105fa565b60ff60a01b19600360a01b911617865563ffffffff600188015460401c166001600160401b0361097a6001890192828454166133b7565b166001600160401b03198254161790555f6105dc565b5063ffffffff600188015460601c1615156105d7565b506001600160401b0360018801541642116105d1565b8580fd5b8380fd5b506020366003190112610334576001600160401b03600435116103345761022060043536036003190112610334576001600160a01b03610a0860e46004350161452c565b1681528060205260ff6040822054161561194057601e63ffffffff610a31602460043501614540565b16108015611922575b6118dd5763ffffffff610a51604460043501614540565b161580156118aa575b6118655761ffff610a6f606460043501613a5a565b1615801561179d575b61163d5761ffff610a8d608460043501613a5a565b16158015611781575b61173c57600261ffff610aad60a460043501613a5a565b16108015611720575b6116db57610b2260206001600160a01b03610ad560e46004350161452c565b16610ae4608460043501613a5a565b90610af3606460043501613a5a565b60405163b9fdf04160e01b815261ffff9384166004820152921660248301529092839190829081906044820190565b03915afa9081156116d057829161169e575b5061c35081118015611683575b61163d57610b7463ffffffff610b5b604460043501614540565b1661ffff610b6d606460043501613a5a565b16906133d7565b61010460043501351590811561162c575b506115e757600261ffff610b9d60c460043501613a5a565b161080156115cb575b611586577f000000000000000000000000000000000000000000000000000000000000000080610124600435013510801561156f575b61152a57806101446004350135108015611513575b6114ce5761016460043501351080156114b7575b61147257610c2a620186a09163ffffffff610c24604460043501614540565b166133d7565b0460041c6001018060011161145e57610c6a63ffffffff7f00000000000000000000000000000000000000000000000000000000000000001691826133d7565b908063ffffffff610c8061018460043501614540565b1610801561143e575b6113f9578163ffffffff610ca26101a460043501614540565b161080156113d9575b6113945763ffffffff610cc36101c460043501614540565b16108015611374575b61132f5763ffffffff610ce46101e460043501614540565b1610801561130f575b6112ca57610124600435013534106112b05760025490610d0c82613a1a565b600255818152600560205260408120916001600160a01b03610d3260e46004350161452c565b1673ffffffffffffffffffffffffffffffffffffffff19845416178355610d98610d60602460043501614540565b84547fffffffffffffffff00000000ffffffffffffffffffffffffffffffffffffffff1660a09190911b63ffffffff60a01b16178455565b610da6604460043501614540565b83547dffff00000000000000000000000000000000000000000000000000000000610dd5606460043501613a5a565b60e01b169077ffffffffffffffffffffffffffffffffffffffffffffffff7bffffffff0000000000000000000000000000000000000000000000007fffff000000000000000000000000000000000000000000000000000000000000610e3f608460043501613a5a565b60f01b169460c01b1691161717178355610f78610e6060a460043501613a5a565b6001850190815463ffff0000610e7a60c460043501613a5a565b60101b169061ffff67ffffffff00000000610e9a61018460043501614540565b60201b169316906001600160401b0319161717178155610eec610ec26101a460043501614540565b82546bffffffff0000000000000000191660409190911b6bffffffff000000000000000016178255565b610f30610efe6101c460043501614540565b82546fffffffff000000000000000000000000191660609190911b6fffffffff00000000000000000000000016178255565b610f3f6101e460043501614540565b73ffffffff000000000000000000000000000000001973ffffffff0000000000000000000000000000000083549260801b169116179055565b610144600480359182013560801b7fffffffffffffffffffffffffffffffff000000000000000000000000000000009081166101248401356001600160801b0390811691909117600288015560038701805490921661016485013590911617905590610feb9061020481019083016139ac565b91909401906001600160401b0381116102c95761100882546138e9565b601f811161125e575b5083601f82116001146111fb57849582939495926111f0575b50508160011b915f199060031b1c19161790555b8082526004602052604082206001600160a01b03331673ffffffffffffffffffffffffffffffffffffffff19825416178155611fff6001600160401b03600160a01b83547fffff0000000000000000ff00ffffffffffffffffffffffffffffffffffffffff7dffffffffffffffff000000000000000000000000000000000000000000006110df61ffff6110d660c460043501613a5a565b168643166133b7565b60b01b169116171780845560b01c1601906001600160401b0382116111dc576001810180546004803590810135600285018190557fffffffffffffffff00000000ffffffffffffffffffffffff00000000000000009092166001600160401b03958616176101049091013560a01b63ffffffff60a01b1617909155602094909290611171610124600435013534613404565b6040600485019282845587815260088952206001600160a01b0333165f52875260405f205554915460b01c1690604051928352848301526040820152817f952db02c8aca8cec4fa8c6fdb897874976ae898280f19711773766b61649437660603393a3604051908152f35b602484634e487b7160e01b81526011600452fd5b013590505f8061102a565b601f198216958386526020862091865b8881106112465750836001959697981061122d575b505050811b01905561103e565b01355f19600384901b60f8161c191690555f8080611220565b9092602060018192868601358155019401910161120b565b818111156110115782855260208520601f830160051c90602084106112a8575b81601f9101920160051c0390855b82811061129a575050611011565b80876001928401550161128c565b86915061127e565b8063cfde146160e01b602492526101246004350135600452fd5b60646040516339bac5cd60e11b815260206004820152600a60248201527f7475726e57696e646f77000000000000000000000000000000000000000000006044820152fd5b506276a70063ffffffff6113286101e460043501614540565b1611610ced565b60646040516339bac5cd60e11b815260206004820152600b60248201527f636c61696d57696e646f770000000000000000000000000000000000000000006044820152fd5b506276a70063ffffffff61138d6101c460043501614540565b1611610ccc565b60646040516339bac5cd60e11b815260206004820152600c60248201527f72657665616c57696e646f7700000000000000000000000000000000000000006044820152fd5b506276a70063ffffffff6113f26101a460043501614540565b1611610cab565b60646040516339bac5cd60e11b815260206004820152600c60248201527f636f6d6d697457696e646f7700000000000000000000000000000000000000006044820152fd5b506276a70063ffffffff61145761018460043501614540565b1611610c89565b602482634e487b7160e01b81526011600452fd5b60646040516339bac5cd60e11b815260206004820152600960248201527f636c61696d426f6e6400000000000000000000000000000000000000000000006044820152fd5b506001600160801b03610164600435013511610c05565b60646040516339bac5cd60e11b815260206004820152600a60248201527f636f6d6d6974426f6e64000000000000000000000000000000000000000000006044820152fd5b506001600160801b03610144600435013511610bf1565b60646040516339bac5cd60e11b815260206004820152600d60248201527f6f7267616e69736572426f6e64000000000000000000000000000000000000006044820152fd5b506001600160801b03610124600435013511610bdc565b60646040516339bac5cd60e11b815260206004820152600960248201527f6472617744656c617900000000000000000000000000000000000000000000006044820152fd5b5061c35061ffff6115e060c460043501613a5a565b1611610ba6565b60646040516339bac5cd60e11b815260206004820152601160248201527f61636375726163795468726573686f6c640000000000000000000000000000006044820152fd5b90506101046004350135115f610b85565b6040516339bac5cd60e11b815260206004820152600960248201527f67726f757053697a6500000000000000000000000000000000000000000000006044820152606490fd5b5060f061ffff611697606460043501613a5a565b1611610b41565b90506020813d6020116116c8575b816116b960209383613830565b8101031261090a57515f610b34565b3d91506116ac565b6040513d84823e3d90fd5b60646040516339bac5cd60e11b815260206004820152600760248201527f636c6173736573000000000000000000000000000000000000000000000000006044820152fd5b5061010061ffff61173560a460043501613a5a565b1611610ab6565b60646040516339bac5cd60e11b815260206004820152600860248201527f66656174757265730000000000000000000000000000000000000000000000006044820152fd5b5061100061ffff611796608460043501613a5a565b1611610a96565b5060046117ad6064823501613a5a565b60206001600160a01b036117c460e485350161452c565b16604051938480927f8ead93940000000000000000000000000000000000000000000000000000000082525afa91821561185a578392611826575b5081156118125761ffff16061515610a78565b602483634e487b7160e01b81526012600452fd5b9091506020813d602011611852575b8161184260209383613830565b8101031261090a5751905f6117ff565b3d9150611835565b6040513d85823e3d90fd5b60646040516339bac5cd60e11b815260206004820152600560248201527f647261776e0000000000000000000000000000000000000000000000000000006044820152fd5b506118b9604460043501614540565b63ffffffff637fffffff6118d1602460043501614540565b60011c16911611610a5a565b60646040516339bac5cd60e11b815260206004820152600660248201527f67726f75707300000000000000000000000000000000000000000000000000006044820152fd5b5061ffff63ffffffff611939602460043501614540565b1611610a3a565b60646040516339bac5cd60e11b815260206004820152600960248201527f6576616c7561746f7200000000000000000000000000000000000000000000006044820152fd5b50346103345760e0366003190112610334576044356001600160401b0381116103ed576119b69036906004016132f7565b906084356001600160401b0381116109c0576119d690369060040161335e565b929060a4356001600160401b0381116109bc576119f790369060040161335e565b91909260c4356001600160401b038111611d6557611a1990369060040161335e565b916004358952600460205260408920966004358a52600560205260408a209860ff895460a01c16611a49816132e0565b60058114801590611d4f575b611d3857506004358b526006602052611a7360243560408d20613411565b5097600360ff8a5460a01c16611a88816132e0565b14801590611d19575b611d0a578b9796611aa187613941565b97611aaf604051998a613830565b878952601f19611abe89613941565b013660208b01378c8c898c8a81945b838610611c6357505050505050505050508515611c545792859263ffffffff9592611af8958b614122565b167fffffff00000000ffffffffffffffffffffffffffffffffffffffffffffffffff7cffffffff00000000000000000000000000000000000000000000000000611b4d85549363ffffffff8560c81c16613a28565b60c81b169116179081835563ffffffff600184019283549382611b74818616828816613a28565b16809584191617905560c81c1690604051908152816020820152826040820152602435907f8f2d691f4e16ca753b5d6a9f29ebd70c6c066413790d5e4cdc69cd0db101d48e606060043592a384549063ffffffff8260c01c16918383039063ffffffff8211611c4057611bff929163ffffffff61ffff611bf99360e01c1691166133d7565b9061342a565b9114908115611c29575b50611c12578380f35b611c229260243592600435614404565b5f80808380f35b905063ffffffff600184015460a01c16115f611c09565b602489634e487b7160e01b81526011600452fd5b60048a630b8a550d60e31b8152fd5b611cc894604094611ca0938b8b6107b88f611c988d8f611c91828095611c8b8260643561342a565b98613958565b3596613968565b9690956139de565b6004358152600a602052818120602435825260205220611cc28360643561342a565b906140e9565b611cd2828c613a06565b9015159052611ce1818b613a06565b51611cf6575b6001018c8f8f908a8c92611acd565b99611d02600191613a1a565b9a9050611ce7565b60048c631eb49d6d60e11b8152fd5b50611d2536858561386c565b6020815191012060038a01541415611a91565b8b6024916396fe8cdd60e01b8252610319816132e0565b506001600160401b0360018b0154164211611a55565b8780fd5b5060a0366003190112610334576004356024356044359160843592818552600460205260408520908286526005602052604086209160ff815460a01c16611daf816132e0565b60048114801590611f93575b611f7c57506001600160801b03600384015416803403611f6a57508387526006602052611deb8560408920613411565b5092835491336001600160a01b03841614801590611f50575b611f4157611e166064358533896138a2565b600286015403611f41576001015460a01c63ffffffff168710908115611f1c575b50611ed75760038301919091557fffffffffffffff0000000000ffffffffffffffffffffffffffffffffffffffff1660a885901b78ffffffff0000000000000000000000000000000000000000001617600160a11b179055808452600760205260408420611ea89083908590613f95565b6040519283527fb94bf7f9302edf52a596286915a69b4b0685574cffdedd0712e3c62f2550f0ba60203394a480f35b60646040516339bac5cd60e11b815260206004820152600560248201527f636f756e740000000000000000000000000000000000000000000000000000006044820152fd5b611f3991505463ffffffff61ffff8260e01c169160c01c166133d7565b86115f611e37565b600489631eb49d6d60e11b8152fd5b50600160ff8460a01c16611f63816132e0565b1415611e04565b63cfde146160e01b8852600452602487fd5b876024916396fe8cdd60e01b8252610319816132e0565b506001600160401b036001830154164211611dbb565b50346103345760018060209260ff6040611fc236613348565b93908152600987528181208460081c82528752205491161c1614604051908152f35b503461033457611ff336613348565b81835260046020526003604084200154158015612056575b612047579061203f9163ffffffff6040858460209752600487526003828220015494815260058752205460a01c1691613ec7565b604051908152f35b600483630b8a550d60e31b8152fd5b50818352600560205263ffffffff604084205460a01c1681101561200b565b50346103345761208436613348565b908083526004602052604083208184526005602052604084209281549260ff8460a01c166120b1816132e0565b6006810361222d5750906120cf918652600660205260408620613411565b509283549160ff8360a01c16936120e5856132e0565b60068514801561221c575b61220d57600283015460801c94612106816132e0565b600281149081156121f8575b81156121c2575b5061219f575b60a81c60ff16600681101561218b5760051461216e575b50506001600160a01b039192600360a11b60ff60a01b19831617905516825260036020526121696040832091825461342a565b905580f35b92611bf9612184926001600160a01b0395613d2d565b915f612136565b602487634e487b7160e01b81526021600452fd5b936121ba60ff916001600160801b036003860154169061342a565b94905061211f565b600491506121cf816132e0565b14806121dc575b5f612119565b5063ffffffff8460a81c1663ffffffff8560c81c1610156121d6565b9050612203816132e0565b6003811490612112565b600487630b8a550d60e31b8152fd5b50612226856132e0565b84156120f0565b866024916396fe8cdd60e01b8252610319816132e0565b5034610334578060031936011261033457602060405163ffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b50346103345760603660031901126103345760018060209260ff6040604435926004358152600a8752818120602435825287528181208460081c82528752205491161c1614604051908152f35b50346103345780600319360112610334576020600254604051908152f35b50346103345761234660e091604061230736613348565b92908160c0845161231781613815565b82815282602082015282868201528260608201528260808201528260a082015201528152600660205220613411565b506040519061235482613815565b8054906001600160a01b038216835263ffffffff60ff8360a01c1692602085019361237e816132e0565b8452816040860191818160a81c16835281606088019160c81c16815281806001870154169360808901948552600360028801549760a08b0198895201549760c08a019889526001600160a01b036040519a51168a52516123dd816132e0565b60208a01525116604088015251166060860152511660808401525160a08301525160c0820152f35b503461090a57606036600319011261090a576024356004356044356001600160401b03811161090a5761243c9036906004016132f7565b825f52600460205260405f2090835f52600560205260405f2090612461828487613a8b565b60ff835460a01c16612472816132e0565b600581148015906126df575b80156126c9575b6126ae5750845f5260076020528561249f60405f20613a69565b0361268257845f5260066020526124b98660405f20613411565b5093845491336001600160a01b03841614801590612668575b8015612649575b61263a57835460016001600160a01b03821695019461ffff86541693813b1561090a575f9361254093604051968795869485947f1c8026cb000000000000000000000000000000000000000000000000000000008652606060048701526064860191613921565b9160f01c6024840152604483015203915afa801561262f576125d4575b50926020926001600160401b0360016125b563ffffffff600396600360a01b60ff60a01b197f8a1484d56b8dad6ca2ff8cf893c476aaac0214b7848f6f6cf8c3db9ecf7e503b9b161787555460801c168342166133b7565b920191166001600160401b03198254161790550154604051908152a380f35b7f8a1484d56b8dad6ca2ff8cf893c476aaac0214b7848f6f6cf8c3db9ecf7e503b94919750926001600160401b0360016125b563ffffffff60039661261b5f60209a613830565b5f9c969950949794965061255d9350505050565b6040513d5f823e3d90fd5b631eb49d6d60e11b5f5260045ffd5b5061265536828461386c565b60208151910120600387015414156124d9565b50600260ff8460a01c1661267b816132e0565b14156124d2565b857f8fd24229000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b6396fe8cdd60e01b5f526126c1816132e0565b60045260245ffd5b506001600160401b036001850154164211612485565b5063ffffffff600185015460801c16151561247e565b3461090a575f36600319011261090a5760206040517f00000000000000000000000000000000000000000000000000000000000000008152f35b3461090a57604036600319011261090a5760043561274b6132ca565b90805f52600460205260405f205460ff8160a01c169061276a826132e0565b60068214908115916127f0575b506126ae5750805f52600860205260405f206001600160a01b0383165f5260205260405f20549182156127e1576001600160a01b03915f52600860205260405f208282165f526020525f6040812055165f5260036020526127dd60405f2091825461342a565b9055005b630b8a550d60e31b5f5260045ffd5b60ff915060a81c16600681101561280a5760011484612777565b634e487b7160e01b5f52602160045260245ffd5b3461090a57602036600319011261090a576004356060610200604051612843816137f9565b5f81525f60208201525f60408201525f838201525f60808201525f60a08201525f60c08201525f60e08201525f6101008201525f6101208201525f6101408201525f6101608201525f6101808201525f6101a08201525f6101c08201525f6101e08201520152805f52600560205260405f2090805f52600460205263ffffffff600260405f200154918354936001810154915f52600460205282600160405f20015460a01c166002820154906001600160a01b0360046001600160801b0360038601541694019760405197612917896137f9565b8852868160a01c166020890152868160c01c16604089015261ffff8160e01c1660608901528060f01c608089015261ffff861660a089015261ffff8660101c1660c08901521660e08701526101008601526001600160801b03811661012086015260801c610140850152610160840152818160201c16610180840152818160401c166101a0840152818160601c166101c084015260801c166101e08201526040515f928054906129c6826138e9565b8084529160018116908115612b3b5750600114612b01575b50506129ef81610200940382613830565b82820152612afd604051928392602084528051602085015263ffffffff602082015116604085015263ffffffff604082015116606085015261ffff606082015116608085015261ffff60808201511660a085015261ffff60a08201511660c085015261ffff60c08201511660e08501526001600160a01b0360e08201511661010085015261010081015161012085015261012081015161014085015261014081015161016085015261016081015161018085015263ffffffff610180820151166101a085015263ffffffff6101a0820151166101c085015263ffffffff6101c0820151166101e085015263ffffffff6101e08201511682850152015161022080840152610240830190613324565b0390f35b9093505f5260205f205f905b848210612b255750810160200192506129ef816129de565b6001816020925483858701015201910190612b0d565b610200965084925060209150926129ef9360ff191682840152151560051b82010194506129de565b3461090a57608036600319011261090a57602061203f612b816132ca565b60643590604435906004356138a2565b3461090a57602036600319011261090a57600435805f52600460205260405f2080546001600160a01b0381169081330361263a5760ff8160a01c1690612bd6826132e0565b6001821490811591612c94575b506126ae5750612c5c91600391845f5260056020526001600160801b03600260405f20015416905f5282602052612c1f60405f2091825461342a565b9055837fc41d93b8bfbf9fd7cf5bfe271fd649ab6a6fec0ea101c23b82a2a28eca2533a95f80a2600360a11b60ff60a01b19825416178155613bc1565b6040515f91600382528260208301527ffef694932bf9a4a2de588912a19f04226cc8272d5858c6047f3db4620b661b4f6040841993a4005b90506001430190814311612cb65760b01c6001600160401b0316111585612be3565b634e487b7160e01b5f52601160045260245ffd5b3461090a575f36600319011261090a57335f52600360205260405f205480156127e157612d3190335f5260036020525f60408120556040518181527f7084f5476618d8e60b11ef0d7d3f06914655adb8793e28ff7f018d4c76d505d560203392a233613ba7565b005b3461090a57604036600319011261090a576004356024356001600160401b03811161090a57612d669036906004016132f7565b90825f52600460205260405f2080549260ff8460a01c16612d86816132e0565b600181036126ae576001600160401b038560b01c1690814311801590612f9a575b6126ae5750612db590613e35565b8015908115612f7e575b50612ec2576101c0905f5b60068110612eea575060a0612de0838387613ebb565b3560f81c03612ec25760018201808311612cb6576021830190818411612cb657811061090a571161090a577e8730a1be858aec13e75fed4e2e707a41ba4ba540727ce369681b4f8dc4b21393600160a11b60ff60a01b1960016001600160401b0394604097010135865160208101918252468882015230606082015289608082015260808152612e7160a082613830565b519020926003860193845516178355855f526005602052816001612ea563ffffffff82885f20015460201c168342166133b7565b9401931682198454161783555491541682519182526020820152a2005b7f451b7cff000000000000000000000000000000000000000000000000000000005f5260045ffd5b91612ef6818387613ebb565b3560f81c6080811015612f1a575060018101809111612cb657600190925b01612dca565b9060b78211612f4157607e198201918211612cb657600191612f3b9161342a565b92612f14565b9060b803612ec25760018101808211612cb657612f5f908387613ebb565b3560f81c60020160ff8111612cb65760019160ff612f3b92169061342a565b9050612f8b36838661386c565b60208151910120141586612dbf565b506001600160401b036001850154164311612da7565b3461090a57602036600319011261090a576004355f526006602052602060405f2054604051908152f35b3461090a57602036600319011261090a575f6101a0604051612ffb816137c9565b8281528260208201528260408201528260608201528260808201528260a08201528260c08201528260e0820152826101008201528261012082015282610140820152826101608201528261018082015201526004355f52600460205260405f20805460ff8160a01c169061306e826132e0565b811515928361320b575b60ff8260a81c16926001820154926002830154906003840154926005600486015495015496604051926130aa846137c9565b6001600160a01b0381168452602084019915158a5260408401926130cd816132e0565b83526060840191600681101561280a578252608084019060b01c6001600160401b0316815260a08401906001600160401b038916825260c08501928960401c63ffffffff16845260e08601948a60601c63ffffffff1686526101008701968b60801c63ffffffff16885261012081019889526101408101998a5261016081019a8b5261018081019b60a01c63ffffffff168c526101a081019c8d526040519d8e91516001600160a01b0316825251151590602001525161318c816132e0565b60408d01525160608c0161319f916132ea565b516001600160401b031660808b0152516001600160401b031660a08a01525163ffffffff1660c08901525163ffffffff1660e08801525163ffffffff1661010087015251610120860152516101408501525161016084015251610180830152516101a08201526101c090f35b9250613216826132e0565b600682141592613078565b3461090a57602036600319011261090a576001600160a01b036132426132b4565b165f525f602052602060ff60405f2054166040519015158152f35b3461090a57602036600319011261090a57612d31600435613437565b3461090a57602036600319011261090a57600435805f52600760205260405f2054156127e1575f526007602052602061203f60405f20613a69565b600435906001600160a01b038216820361090a57565b602435906001600160a01b038216820361090a57565b6007111561280a57565b90600682101561280a5752565b9181601f8401121561090a578235916001600160401b03831161090a576020838186019501011161090a57565b805180835260209291819084018484015e5f828201840152601f01601f1916010190565b604090600319011261090a576004359060243590565b9181601f8401121561090a578235916001600160401b03831161090a576020808501948460051b01011161090a57565b80548210156133a3575f5260205f2001905f90565b634e487b7160e01b5f52603260045260245ffd5b906001600160401b03809116911601906001600160401b038211612cb657565b81810292918115918404141715612cb657565b6001600160401b0303906001600160401b038211612cb657565b91908203918211612cb657565b80548210156133a3575f5260205f209060021b01905f90565b91908201809211612cb657565b805f52600460205260405f20815f52600560205260405f2061345a818385613a8b565b600160ff835460a01c1661346d816132e0565b14806137b3575b61375f57600560ff835460a01c1661348b816132e0565b1480613749575b61361e57815460ff8160a01c166134a8816132e0565b80158015613736575b8015613723575b6127e15760018401918254916001600160401b03831690814211156127e1576002906134e3816132e0565b1480613711575b6136d3575b5050600360ff855460a01c16613504816132e0565b1461363f5750600560ff845460a01c1661351d816132e0565b148061362a575b6135be575b50613586916001600160801b03600280930154166001600160a01b038254165f52600360205261355e60405f2091825461342a565b90555f6005820161356f8154613b5e565b55600360a11b60ff60a01b19825416178155613bc1565b6040515f91600282528260208301527ffef694932bf9a4a2de588912a19f04226cc8272d5858c6047f3db4620b661b4f6040841993a4565b63ffffffff90845f5260076020526135f96135db60405f20613a69565b865f5260066020526135f08160405f20613411565b50858789613d92565b5460801c1661361e57825f52600760205260405f2054613619575f613529565b505050565b9061362892613c11565b565b50835f52600760205260405f20541515613524565b8391506136806136859161367a8563ffffffff6001600160801b03600261366b60059a61369b9c613d2d565b930154169360601c16906133d7565b90613404565b613b5e565b600360a11b60ff60a01b19825416178155613bc1565b6040515f91600582528260208301527ffef694932bf9a4a2de588912a19f04226cc8272d5858c6047f3db4620b661b4f6040841993a4565b6136f36001600160401b039163ffffffff600188015460401c16906133b7565b164211156127e15760ff60a01b1916600360a01b1784555f806134ef565b5063ffffffff8360601c1615156134ea565b5061372d816132e0565b600681146134b8565b50613740816132e0565b600181146134b1565b5063ffffffff600183015460801c161515613492565b61377b916136856001600160801b036002600494015416613b5e565b6040515f91600482528260208301527ffef694932bf9a4a2de588912a19f04226cc8272d5858c6047f3db4620b661b4f6040841993a4565b506001600160401b036001830154164311613474565b6101c081019081106001600160401b038211176137e557604052565b634e487b7160e01b5f52604160045260245ffd5b61022081019081106001600160401b038211176137e557604052565b60e081019081106001600160401b038211176137e557604052565b90601f801991011681019081106001600160401b038211176137e557604052565b6001600160401b0381116137e557601f01601f191660200190565b92919261387882613851565b916138866040519384613830565b82948184528183011161090a578281602093845f960137010152565b9290916001600160a01b03604051936020850195468752306040870152606086015216608084015260a083015260c082015260c081526138e360e082613830565b51902090565b90600182811c92168015613917575b602083101461390357565b634e487b7160e01b5f52602260045260245ffd5b91607f16916138f8565b908060209392818452848401375f828201840152601f01601f1916010190565b6001600160401b0381116137e55760051b60200190565b91908110156133a35760051b0190565b91908110156133a35760051b81013590601e198136030182121561090a5701908135916001600160401b03831161090a576020018260051b3603811361090a579190565b903590601e198136030182121561090a57018035906001600160401b03821161090a5760200191813603831361090a57565b908210156133a3576139f59160051b8101906139ac565b9091565b8051156133a35760200190565b80518210156133a35760209160051b010190565b5f198114612cb65760010190565b9063ffffffff8091169116019063ffffffff8211612cb657565b63ffffffff5f199116019063ffffffff8211612cb657565b3561ffff8116810361090a5790565b8054156133a3575f52613a886001600160401b0360205f2054166133ea565b90565b9091825491600460ff8460a01c16613aa2816132e0565b149081613b18575b81613b02575b50613aba57505050565b600163ffffffff81613af093600560a01b60ff60a01b196001600160401b039716178755015460801c16930192828454166133b7565b166001600160401b0319825416179055565b90505f52600760205260405f205415155f613ab0565b60018501546001600160401b031642119150613aaa565b3d15613b59573d90613b4082613851565b91613b4e6040519384613830565b82523d5f602084013e565b606090565b8015613ba4575f80808093815af1613b74613b2f565b5015613b7c57565b7f90b8ec18000000000000000000000000000000000000000000000000000000005f5260045ffd5b50565b8115613bbd575f80809381935af1613b74613b2f565b5050565b90600681101561280a577fffffffffffffffffffff00ffffffffffffffffffffffffffffffffffffffffff75ff00000000000000000000000000000000000000000083549260a81b169116179055565b919091805f5260066020527ffef694932bf9a4a2de588912a19f04226cc8272d5858c6047f3db4620b661b4f604063ffffffff613d1c81835f206001600160a01b03613c7060018b0192613c6a85855460801c16613a42565b90613411565b505416986001600160801b03600260048301549a5f613c95600586019d8e549061342a565b9c558c5f526003602052885f20613cad8d825461342a565b90550154166001600160a01b038254165f526003602052613cd2875f2091825461342a565b905580547fffffffffffffffffffff0000ffffffffffffffffffffffffffffffffffffffff1675010600000000000000000000000000000000000000001790555460801c16613a42565b1693815190600182526020820152a4565b90600201549063ffffffff60016f7fffffffffffffffffffffffffffffff8085831c161692015460601c168015613d7e5790046001600160801b03169060801c80821015613d79575090565b905090565b634e487b7160e01b5f52601260045260245ffd5b90919293817f10ebadeee3caa282ff56c358a4b3dd6b81bfc273ddb97589d49aeeca72af3568613e1961362897600560a01b60ff60a01b198254161781556001600160801b03600389015416613ded6005890191825461342a565b9055546040805163ffffffff60a884901c8116825260c89390931c909216602083015290918291820190565b0390a3805f526007602052613e3060405f20614551565b614696565b905f91610100613e458243613404565b1115613eb6575f80916040516020810191825260208152613e67604082613830565b519071f90827f1c53a10cb7a02335b1753200029355afa613e86613b2f565b9080613eab575b613e945750565b90915060208180518101031261090a576020015190565b506020815114613e8d565b409150565b908210156133a3570190565b9291909260015b7f7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff81168103612cb65782600182811b1b1015613f1257613f0d90613a1a565b613ece565b91926001831b945f198601958611612cb6579360015b15613f85575b5f9486811690851c865b60048110613f4a5750851b1794613f28565b909160019089604051602081019089825285604082015283606082015260608152613f76608082613830565b51902016909318929101613f38565b80851015613f2e57509293505050565b9291613fa0906133ea565b9060401b17825492680100000000000000008410156137e5579260018101845580613fe783613fcf838861338e565b90919082549060031b91821b915f19901b1916179055565b613ffa575b613fcf90613628939461338e565b5f198101818111612cb65760011c90614013828661338e565b90549060031b1c908382116140365790613fcf614030928761338e565b80613fe7565b915050613fec565b9097969297959195549263ffffffff808560a01c169460c01c168710156140d6578697986002916140b1606161407c886140bc9c6003890154613ec7565b968360405194859260208401975f89528b602186015260418501528484013781015f838201520301601f198101835282613830565b519020910154614789565b156140c45750565b630196930160e31b5f5260045260245ffd5b86630196930160e31b5f5260045260245ffd5b908060081c91825f5280602052600160ff60405f205493161b9283831661411a575f526020521760405f2055600190565b505050505f90565b969591929093945f975495806001600160a01b03881694146142e75790949392916040948551906141538783613830565b600182526020820193601f1988015f5b8181106142d457505061ffff5f9a60e01c16935b818b1061418b575050505050505050505050565b909192939495969798999b6141a08d8c613a06565b51156142cb576141bb6141b48e85856139de565b369161386c565b6141c4866139f9565b526141ce856139f9565b508951634fddcd0560e01b815260606004820152806141f1606482018c88613921565b6003198282030160248301528751908181526020810160208360051b830101928c925f5b82811061429a57505050505090806020928a604483015203818c5afa908115614290575f9161425e575b5061424c9060019261342a565b9c5b0199989796959493929190614177565b90506020813d8211614288575b8161427860209383613830565b8101031261090a5751600161423f565b3d915061426b565b8b513d5f823e3d90fd5b9193955091936020806142b9600193601f198782030189528951613324565b97019501910191869594939192614215565b9b60019061424e565b6060602082870181019190915201614163565b939496975050614314604095929551968795634fddcd0560e01b8752606060048801526064870191613921565b92600319858503016024860152808452602084019060208160051b86010194835f91601e1982360301905b8484106143a45750505050505050826020949261ffff829360e01c16604483015203915afa90811561262f575f91614375575090565b90506020813d60201161439c575b8161439060209383613830565b8101031261090a575190565b3d9150614383565b919395985091939596601f1982820301875288358381121561090a57840190602082359201916001600160401b03811161090a57803603831361090a576143f16020928392600195613921565b9a0197019401918a98979695939161433f565b90919263ffffffff60018201541663ffffffff855460c01c1611801561450c575b6145005761362894600160a21b60ff60a01b198354161780835563ffffffff808260a81c169160c81c161061445c575b5050614696565b6144f9916001600160801b0360038701541661447d6005870191825461342a565b905580546040805163ffffffff60a884901c8116825260c89390931c9092166020830152839186917f10ebadeee3caa282ff56c358a4b3dd6b81bfc273ddb97589d49aeeca72af356891a3835f5260076020526144dc60405f20614551565b835f52600760205263ffffffff60405f20915460c81c1690613f95565b5f80614455565b91613628949391613d92565b5063ffffffff815460c81c1663ffffffff600185015460a01c1611614425565b356001600160a01b038116810361090a5790565b3563ffffffff8116810361090a5790565b80545f19810191818311612cb657614569838261338e565b90549060031b1c911561468257614580838261338e565b8154905f199060031b1b191690558281558215613619575f5b8060011b907f7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff81168103612cb65760018201808311612cb65780928682101561467057600201808211612cb6578681109081614646575b50614634575b50614601828461338e565b90549060031b1c908185116146235790613fcf61461e928561338e565b614599565b9150506136289350613fcf9161338e565b61463f919250613a1a565b905f6145f6565b61465191508561338e565b90549060031b1c614662828661338e565b90549060031b1c105f6145f0565b505090506136289350613fcf9161338e565b634e487b7160e01b5f52603160045260245ffd5b91825f52600760205260405f205415155f1461477357825f5260076020526146c060405f20613a69565b925f526006602052600460ff6146d98560405f20613411565b505460a01c166146e8816132e0565b03614739575060018201809211612cb657600101805473ffffffff00000000000000000000000000000000191660809290921b73ffffffff0000000000000000000000000000000016919091179055565b6001600160401b0391925061475e63ffffffff60018093015460801c168342166133b7565b920191166001600160401b0319825416179055565b50600101805467ffffffffffffffff1916905550565b949093915f935b806001861b10614848575083820361483e579291905f935b8385106147b85750505050501490565b90919293946001908183881c16155f1461482c576147d7878587613958565b355b6040519060208201927f01000000000000000000000000000000000000000000000000000000000000008452602183015260418201526041815261481e606182613830565b5190209501939291906147a8565b614837878587613958565b35906147d9565b5050505050505f90565b9361485290613a1a565b9361479056",
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
