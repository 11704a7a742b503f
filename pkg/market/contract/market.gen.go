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
	ABI: "[{\"inputs\":[{\"internalType\":\"address[]\",\"name\":\"evaluators\",\"type\":\"address[]\"},{\"internalType\":\"uint32\",\"name\":\"minWindow_\",\"type\":\"uint32\"},{\"internalType\":\"uint256\",\"name\":\"minBond_\",\"type\":\"uint256\"}],\"stateMutability\":\"nonpayable\",\"type\":\"constructor\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"slot\",\"type\":\"uint256\"}],\"name\":\"BadGroup\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"BadHeader\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"slot\",\"type\":\"uint256\"}],\"name\":\"BadProof\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"string\",\"name\":\"field\",\"type\":\"string\"}],\"name\":\"BadTerms\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"NotAllowed\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"entry\",\"type\":\"uint256\"}],\"name\":\"NotYourTurn\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"NothingToDo\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"TransferFailed\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"enumMarket.Phase\",\"name\":\"phase\",\"type\":\"uint8\"}],\"name\":\"WrongPhase\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"want\",\"type\":\"uint256\"}],\"name\":\"WrongValue\",\"type\":\"error\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"}],\"name\":\"Cancelled\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"owner\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"bytes32\",\"name\":\"datasetHash\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"reward\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint64\",\"name\":\"drawBlock\",\"type\":\"uint64\"}],\"name\":\"ChallengeCreated\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"entry\",\"type\":\"uint256\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"solver\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"count\",\"type\":\"uint256\"}],\"name\":\"Claimed\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"entry\",\"type\":\"uint256\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"solver\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"bytes32\",\"name\":\"commitment\",\"type\":\"bytes32\"}],\"name\":\"Committed\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"bytes32\",\"name\":\"seed\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"uint64\",\"name\":\"commitDeadline\",\"type\":\"uint64\"}],\"name\":\"Drawn\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"entry\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"claimed\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"right\",\"type\":\"uint256\"}],\"name\":\"EntryFailed\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"entry\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"groups\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"right\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"seen\",\"type\":\"uint256\"}],\"name\":\"Evaluated\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"enumMarket.Outcome\",\"name\":\"outcome\",\"type\":\"uint8\"},{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"entry\",\"type\":\"uint256\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"winner\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"paid\",\"type\":\"uint256\"}],\"name\":\"Finalized\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"sponsor\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"Funded\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"entry\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"bytes32\",\"name\":\"modelHash\",\"type\":\"bytes32\"}],\"name\":\"ModelRevealed\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"firstSlot\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"slots\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"revealed\",\"type\":\"uint256\"}],\"name\":\"TestRevealed\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"Withdrawn\",\"type\":\"event\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"name\":\"balance\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"}],\"name\":\"cancel\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"challengeCount\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"entry\",\"type\":\"uint256\"},{\"internalType\":\"bytes32\",\"name\":\"modelHash\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"salt\",\"type\":\"bytes32\"},{\"internalType\":\"uint256\",\"name\":\"count\",\"type\":\"uint256\"}],\"name\":\"claim\",\"outputs\":[],\"stateMutability\":\"payable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"entry\",\"type\":\"uint256\"}],\"name\":\"claimBond\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"internalType\":\"bytes32\",\"name\":\"commitment\",\"type\":\"bytes32\"}],\"name\":\"commit\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"entry\",\"type\":\"uint256\"}],\"stateMutability\":\"payable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"internalType\":\"address\",\"name\":\"solver\",\"type\":\"address\"},{\"internalType\":\"bytes32\",\"name\":\"modelHash\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"salt\",\"type\":\"bytes32\"}],\"name\":\"commitmentOf\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"},{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"name\":\"contribution\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"components\":[{\"internalType\":\"bytes32\",\"name\":\"datasetHash\",\"type\":\"bytes32\"},{\"internalType\":\"uint32\",\"name\":\"groups\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"drawn\",\"type\":\"uint32\"},{\"internalType\":\"uint16\",\"name\":\"groupSize\",\"type\":\"uint16\"},{\"internalType\":\"uint16\",\"name\":\"features\",\"type\":\"uint16\"},{\"internalType\":\"uint16\",\"name\":\"classes\",\"type\":\"uint16\"},{\"internalType\":\"uint16\",\"name\":\"drawDelay\",\"type\":\"uint16\"},{\"internalType\":\"address\",\"name\":\"evaluator\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"accuracyThreshold\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"organiserBond\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"commitBond\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"claimBond\",\"type\":\"uint256\"},{\"internalType\":\"uint32\",\"name\":\"commitWindow\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"revealWindow\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"claimWindow\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"turnWindow\",\"type\":\"uint32\"},{\"internalType\":\"string\",\"name\":\"dataURI\",\"type\":\"string\"}],\"internalType\":\"structMarket.Terms\",\"name\":\"t\",\"type\":\"tuple\"}],\"name\":\"createChallenge\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"}],\"stateMutability\":\"payable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"internalType\":\"bytes\",\"name\":\"header\",\"type\":\"bytes\"}],\"name\":\"draw\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"}],\"name\":\"entryCount\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"entry\",\"type\":\"uint256\"},{\"internalType\":\"bytes\",\"name\":\"model\",\"type\":\"bytes\"},{\"internalType\":\"uint256\",\"name\":\"firstSlot\",\"type\":\"uint256\"},{\"internalType\":\"bytes32[]\",\"name\":\"salts\",\"type\":\"bytes32[]\"},{\"internalType\":\"bytes32[][]\",\"name\":\"proofs\",\"type\":\"bytes32[][]\"},{\"internalType\":\"bytes[]\",\"name\":\"payloads\",\"type\":\"bytes[]\"}],\"name\":\"evaluate\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"}],\"name\":\"finalize\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"}],\"name\":\"fund\",\"outputs\":[],\"stateMutability\":\"payable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"}],\"name\":\"getChallenge\",\"outputs\":[{\"components\":[{\"internalType\":\"address\",\"name\":\"owner\",\"type\":\"address\"},{\"internalType\":\"bool\",\"name\":\"active\",\"type\":\"bool\"},{\"internalType\":\"enumMarket.Phase\",\"name\":\"phase\",\"type\":\"uint8\"},{\"internalType\":\"enumMarket.Outcome\",\"name\":\"outcome\",\"type\":\"uint8\"},{\"internalType\":\"uint64\",\"name\":\"drawBlock\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"deadline\",\"type\":\"uint64\"},{\"internalType\":\"uint32\",\"name\":\"revealed\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"commits\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"winner\",\"type\":\"uint32\"},{\"internalType\":\"bytes32\",\"name\":\"datasetHash\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"seed\",\"type\":\"bytes32\"},{\"internalType\":\"uint256\",\"name\":\"reward\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"accuracyThreshold\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"pot\",\"type\":\"uint256\"}],\"internalType\":\"structMarket.Challenge\",\"name\":\"\",\"type\":\"tuple\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"entry\",\"type\":\"uint256\"}],\"name\":\"getEntry\",\"outputs\":[{\"components\":[{\"internalType\":\"address\",\"name\":\"solver\",\"type\":\"address\"},{\"internalType\":\"enumMarket.Status\",\"name\":\"status\",\"type\":\"uint8\"},{\"internalType\":\"uint32\",\"name\":\"claimed\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"right\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"seen\",\"type\":\"uint32\"},{\"internalType\":\"bytes32\",\"name\":\"commitment\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"modelHash\",\"type\":\"bytes32\"}],\"internalType\":\"structMarket.Entry\",\"name\":\"\",\"type\":\"tuple\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"}],\"name\":\"getTerms\",\"outputs\":[{\"components\":[{\"internalType\":\"bytes32\",\"name\":\"datasetHash\",\"type\":\"bytes32\"},{\"internalType\":\"uint32\",\"name\":\"groups\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"drawn\",\"type\":\"uint32\"},{\"internalType\":\"uint16\",\"name\":\"groupSize\",\"type\":\"uint16\"},{\"internalType\":\"uint16\",\"name\":\"features\",\"type\":\"uint16\"},{\"internalType\":\"uint16\",\"name\":\"classes\",\"type\":\"uint16\"},{\"internalType\":\"uint16\",\"name\":\"drawDelay\",\"type\":\"uint16\"},{\"internalType\":\"address\",\"name\":\"evaluator\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"accuracyThreshold\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"organiserBond\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"commitBond\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"claimBond\",\"type\":\"uint256\"},{\"internalType\":\"uint32\",\"name\":\"commitWindow\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"revealWindow\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"claimWindow\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"turnWindow\",\"type\":\"uint32\"},{\"internalType\":\"string\",\"name\":\"dataURI\",\"type\":\"string\"}],\"internalType\":\"structMarket.Terms\",\"name\":\"\",\"type\":\"tuple\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"slot\",\"type\":\"uint256\"}],\"name\":\"groupOf\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"name\":\"isEvaluator\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"slot\",\"type\":\"uint256\"}],\"name\":\"isRevealed\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"entry\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"slot\",\"type\":\"uint256\"}],\"name\":\"isSeen\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"}],\"name\":\"leader\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"minBond\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"minWindow\",\"outputs\":[{\"internalType\":\"uint32\",\"name\":\"\",\"type\":\"uint32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"internalType\":\"address\",\"name\":\"sponsor\",\"type\":\"address\"}],\"name\":\"refund\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"entry\",\"type\":\"uint256\"},{\"internalType\":\"bytes\",\"name\":\"model\",\"type\":\"bytes\"}],\"name\":\"revealModel\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"firstSlot\",\"type\":\"uint256\"},{\"internalType\":\"bytes32[]\",\"name\":\"salts\",\"type\":\"bytes32[]\"},{\"internalType\":\"bytes32[][]\",\"name\":\"proofs\",\"type\":\"bytes32[][]\"},{\"internalType\":\"bytes[]\",\"name\":\"payloads\",\"type\":\"bytes[]\"}],\"name\":\"revealTest\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"withdraw\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"}]",
	ID:  "Market",
	Bin: "0x60c0604052346101115761444e8038038061001981610149565b9283398101906060818303126101115780516001600160401b03811161011157810182601f82011215610111578051926001600160401b038411610135578360051b9160208061006a818601610149565b80978152019382010191821161011157602001915b8183106101155750505060208101519063ffffffff821682036101115760400151915f5b81518110156100da57600190818060a01b0360208260051b85010151165f525f60205260405f208260ff19825416179055016100a3565b505060805260a0526040516142df908161016f8239608051818181610a89015261203c015260a0518181816109f201526124c80152f35b5f80fd5b82516001600160a01b03811681036101115781526020928301920161007f565b634e487b7160e01b5f52604160045260245ffd5b6040519190601f01601f191682016001600160401b038111838210176101355760405256fe60806040526004361015610011575f80fd5b5f5f3560e01c80630508bcb414612fcc57806305261aea14612fb05780631b561cf914612f745780631bdd4b7414612d525780631d1b039c14612d285780632390696314612ac05780633ccfd60b14612a5757806340e58ee51461293a57806357accdd71461290c5780635cdf98de146125da5780637ad226dc146124eb578063831518b7146124b157806395692694146121e057806398ba676d146120cb578063a2f05725146120ad578063a6775a7714612060578063ac66a3ef1461201f578063ae0bb2d214611e4b578063b6a29b4514611e03578063c025902c14611dc8578063c194e4ca14611b85578063c9836df91461167c578063c9af3f0d14610850578063c9f1150c146104a3578063ca1d209d146103b6578063dfa3a43214610370578063e3d670d7146103385763f2f038771461014e575f80fd5b604036600319011261033557600435906024358282526003602052604082209160ff835460a81c1661017f81613033565b6002811480159061031e575b61030257508381526004602052600560408220015434036102e0578381526005602052604081205492848252600560205260408220805490680100000000000000008210156102cc5760026101e9838793600180979601815561311d565b506001600160a01b03331673ffffffffffffffffffffffffffffffffffffffff198254161781557401000000000000000000000000000000000000000060ff60a01b198254161781550155019063ffffffff825460601c169063ffffffff82146102b8575081546fffffffff0000000000000000000000001916600190910160601b6fffffffff0000000000000000000000001617905560209282906040519283527fc277832bdc9f224f32f9a5ecaaa5ab0dd1885217e79485b56a792878f2a749fa853394a4604051908152f35b80634e487b7160e01b602492526011600452fd5b602484634e487b7160e01b81526041600452fd5b8084602492526004602052600560408220015463cfde146160e01b8252600452fd5b602492506396fe8cdd60e01b825261031981613033565b600452fd5b5067ffffffffffffffff600185015416421161018b565b80fd5b50346103355760203660031901126103355760406020916001600160a01b0361035f613007565b168152600283522054604051908152f35b5034610335576040366003190112610335576001600160a01b03604061039461301d565b92600435815260076020522091165f52602052602060405f2054604051908152f35b5060203660031901126103355760043580825260036020526040822060ff815460a81c166103e381613033565b600181148015610477575b15610460575060040161040234825461314a565b90558082526007602052604082206001600160a01b0333165f5260205260405f2061042e34825461314a565b9055604051903482527f38c48552690c96ec2872092ac1db6c19fb59f5a8c5b49bbf41ed4886d0ca692660203393a380f35b836024916396fe8cdd60e01b825261031981613033565b5061048181613033565b6002811480156103ee575067ffffffffffffffff6001830154164211156103ee565b50346103355760a03660031901126103355760243560043560443567ffffffffffffffff811161084c576104db90369060040161308e565b91909260643567ffffffffffffffff8111610848576104fe90369060040161308e565b94909260843567ffffffffffffffff81116108445761052190369060040161308e565b93909482895260036020526040892095838a52600460205260408a20978754600260ff8260a81c1661055281613033565b148061082d575b80610817575b6107c8575b5060ff885460a81c1661057681613033565b600381148015906107b1575b61079a57508a9960018a0196938b5b8d8c8c8c8085106106985790919294508f935063ffffffff8c8c7f3c75c44c4b35bad367335bd451fc0780f967bbea70d52fda9d38e3d60638506460608e6106126105e88760018b019c16888d5460401c16613727565b8b546bffffffff0000000000000000191660409190911b6bffffffff000000000000000016178b55565b858a5460401c16966040519182526020820152866040820152a25460201c161461063a578380f35b63ffffffff600767ffffffffffffffff9361068093750400000000000000000000000000000000000000000060ff60a81b19825416179055015460401c168242166130bf565b1667ffffffffffffffff198254161790558180808380f35b9187918594938a8c6106ab8f899061314a565b9788966106b792613684565b35886106c4818d8d613694565b946106d092919461370c565b956106dc979195613d7d565b6106e7838d8961370c565b8c54918260601c61ffff16928060501c61ffff169060401c61ffff169061070d916130e1565b925b828410610767575050505061075557610734908f808b60409252600860205220613e6a565b610741575b600101610591565b9b61074d600191613759565b9c9050610739565b6368a58bf360e01b8f5260045260248efd5b90919293801561077e575b9360010192919061070f565b5060018161078d868686613bfa565b3560f81c10159050610772565b8b6024916396fe8cdd60e01b825261031981613033565b5067ffffffffffffffff60018a0154164211610582565b60ff60a81b19600360a81b911617885563ffffffff60078a015460201c1667ffffffffffffffff61080060018b0192828454166130bf565b1667ffffffffffffffff198254161790555f610564565b5063ffffffff60018a015460601c16151561055f565b5067ffffffffffffffff60018a0154164211610559565b8780fd5b8580fd5b8380fd5b5060203660031901126103355767ffffffffffffffff600435116103355761022060043536036003190112610335576001600160a01b0361089560e460043501613787565b1681528060205260ff6040822054161561163757601e63ffffffff6108be602460043501613767565b16108015611619575b6115d45763ffffffff6108de604460043501613767565b161580156115a1575b61155c5761ffff6108fc606460043501613778565b16158015611490575b6113745761ffff61091a608460043501613778565b16158015611474575b61142f57600261ffff61093a60a460043501613778565b16108015611413575b6113ce5761ffff610958606460043501613778565b1661ffff61096a608460043501613778565b1690600182018092116113ba5790610981916130e1565b620186a08111611374576109ba63ffffffff6109a1604460043501613767565b1661ffff6109b3606460043501613778565b16906130e1565b610104600435013515908115611363575b5061131e57600261ffff6109e360c460043501613778565b16108015611302575b6112bd577f000000000000000000000000000000000000000000000000000000000000000080610124600435013510801561129d575b61125857806101446004350135108015611238575b6111f35761016460043501351080156111d3575b61118e57610a70620186a09163ffffffff610a6a604460043501613767565b166130e1565b0460041c6001018060011161117a57610ab063ffffffff7f00000000000000000000000000000000000000000000000000000000000000001691826130e1565b908063ffffffff610ac661018460043501613767565b1610611135578163ffffffff610ae16101a460043501613767565b16106110f05763ffffffff610afb6101c460043501613767565b16106110ab5763ffffffff610b156101e460043501613767565b1610611066576101246004350135341061104c5760015490610b3682613759565b60015581815260046020526008604082206004356004013581556001810163ffffffff610b67602460043501613767565b1663ffffffff19825416178155610ba7610b85604460043501613767565b825467ffffffff00000000191660209190911b67ffffffff0000000016178255565b610bb5606460043501613778565b81546bffff00000000000000000000610bd2608460043501613778565b60501b167fffffffffffffffffffffffffffffffff0000ffffffffffffffffffffffffffff6dffff000000000000000000000000610c1460a460043501613778565b60601b169269ffff00000000000000006fffff0000000000000000000000000000610c4360c460043501613778565b60701b169560401b16906dffffffffffff0000000000000000191617161717179055610c7360e460043501613787565b6001600160a01b0360028301911673ffffffffffffffffffffffffffffffffffffffff1982541617905561010460043501356003820155610124600435013560048201556101446004350135600582015561016460043501356006820155610d876007820163ffffffff610cec61018460043501613767565b1663ffffffff19825416178155610d0b610b856101a460043501613767565b610d47610d1d6101c460043501613767565b82546bffffffff0000000000000000191660409190911b6bffffffff000000000000000016178255565b610d566101e460043501613767565b6fffffffff000000000000000000000000196fffffffff00000000000000000000000083549260601b169116179055565b0191610d9e610204600435016004356004016136d9565b67ffffffffffffffff81959295116102cc57610dba825461362c565b601f8111610ffa575b5083601f8211600114610f975784958293949592610f8c575b50508160011b915f199060031b1c19161790555b808252600360205260408220805473ffffffffffffffffffffffffffffffffffffffff19163317808255611fff9067ffffffffffffffff9075010100000000000000000000000000000000000000007fff0000000000000000ff0000ffffffffffffffffffffffffffffffffffffffff7effffffffffffffff0000000000000000000000000000000000000000000000610e9d61ffff610e9460043560c401613778565b168643166130bf565b60b81b169216171780845560b81c160167ffffffffffffffff8111610f785760018201805467ffffffffffffffff191667ffffffffffffffff92831617905560048035908101356002840155610104810135600584015560209490610f0790610124013534613110565b6040600485019282845586815260078852206001600160a01b0333165f52865260405f205554915460b81c1660405191600435600401358352848301526040820152817f952db02c8aca8cec4fa8c6fdb897874976ae898280f19711773766b61649437660603393a3604051908152f35b602484634e487b7160e01b81526011600452fd5b013590505f80610ddc565b601f198216958386526020862091865b888110610fe257508360019596979810610fc9575b505050811b019055610df0565b01355f19600384901b60f8161c191690555f8080610fbc565b90926020600181928686013581550194019101610fa7565b81811115610dc35782855260208520601f830160051c9060208410611044575b81601f9101920160051c0390855b828110611036575050610dc3565b808760019284015501611028565b86915061101a565b8063cfde146160e01b602492526101246004350135600452fd5b60646040516339bac5cd60e11b815260206004820152600a60248201527f7475726e57696e646f77000000000000000000000000000000000000000000006044820152fd5b60646040516339bac5cd60e11b815260206004820152600b60248201527f636c61696d57696e646f770000000000000000000000000000000000000000006044820152fd5b60646040516339bac5cd60e11b815260206004820152600c60248201527f72657665616c57696e646f7700000000000000000000000000000000000000006044820152fd5b60646040516339bac5cd60e11b815260206004820152600c60248201527f636f6d6d697457696e646f7700000000000000000000000000000000000000006044820152fd5b602482634e487b7160e01b81526011600452fd5b60646040516339bac5cd60e11b815260206004820152600960248201527f636c61696d426f6e6400000000000000000000000000000000000000000000006044820152fd5b506fffffffffffffffffffffffffffffffff610164600435013511610a4b565b60646040516339bac5cd60e11b815260206004820152600a60248201527f636f6d6d6974426f6e64000000000000000000000000000000000000000000006044820152fd5b506fffffffffffffffffffffffffffffffff610144600435013511610a37565b60646040516339bac5cd60e11b815260206004820152600d60248201527f6f7267616e69736572426f6e64000000000000000000000000000000000000006044820152fd5b506fffffffffffffffffffffffffffffffff610124600435013511610a22565b60646040516339bac5cd60e11b815260206004820152600960248201527f6472617744656c617900000000000000000000000000000000000000000000006044820152fd5b5061c35061ffff61131760c460043501613778565b16116109ec565b60646040516339bac5cd60e11b815260206004820152601160248201527f61636375726163795468726573686f6c640000000000000000000000000000006044820152fd5b90506101046004350135115f6109cb565b6040516339bac5cd60e11b815260206004820152600960248201527f67726f757053697a6500000000000000000000000000000000000000000000006044820152606490fd5b602483634e487b7160e01b81526011600452fd5b60646040516339bac5cd60e11b815260206004820152600760248201527f636c6173736573000000000000000000000000000000000000000000000000006044820152fd5b5061010061ffff61142860a460043501613778565b1611610943565b60646040516339bac5cd60e11b815260206004820152600860248201527f66656174757265730000000000000000000000000000000000000000000000006044820152fd5b5061100061ffff611489608460043501613778565b1611610923565b5060046114a06064823501613778565b60206001600160a01b036114b760e4853501613787565b16604051938480927f8ead93940000000000000000000000000000000000000000000000000000000082525afa918215611551578392611519575b5081156115055761ffff16061515610905565b602483634e487b7160e01b81526012600452fd5b9091506020813d602011611549575b8161153560209383613571565b810103126115455751905f6114f2565b5f80fd5b3d9150611528565b6040513d85823e3d90fd5b60646040516339bac5cd60e11b815260206004820152600560248201527f647261776e0000000000000000000000000000000000000000000000000000006044820152fd5b506115b0604460043501613767565b63ffffffff637fffffff6115c8602460043501613767565b60011c169116116108e7565b60646040516339bac5cd60e11b815260206004820152600660248201527f67726f75707300000000000000000000000000000000000000000000000000006044820152fd5b5061ffff63ffffffff611630602460043501613767565b16116108c7565b60646040516339bac5cd60e11b815260206004820152600960248201527f6576616c7561746f7200000000000000000000000000000000000000000000006044820152fd5b50346103355760e0366003190112610335578060043560243560443567ffffffffffffffff8111611b80576116b590369060040161304a565b60643560843567ffffffffffffffff8111611b7c576116d890369060040161308e565b93909260a43567ffffffffffffffff8111611b78576116fb90369060040161308e565b9560c43567ffffffffffffffff8111611b745761171c90369060040161308e565b9590928a8c52600360205260408c20978b8d52600460205260408d2099895460a81c60ff169e8f905061174e81613033565b600514801590611b5d575b611b45578d9e5060038e8e9f8e9f9e60ff9f61177e925260056020526040832061311d565b509d8e5460a01c16905061179181613033565b14801590611b26575b611b1757888f8f8f908e8e849d9c9b9d955b808710611a7357505096505050505050506001600160a01b0392506002915001541690600187019361ffff855460401c168c61181b6040519687957f4fddcd05000000000000000000000000000000000000000000000000000000008752606060048801526064870191613664565b600319858203016024860152888152602081019060208a60051b82010194809390601e19813603015b8c8310611a035750505050505082602094928192604483015203915afa9081156119f85789916119c6575b507fffffff00000000ffffffffffffffffffffffffffffffffffffffffffffffffff7cffffffff000000000000000000000000000000000000000000000000006118ca63ffffffff8954941663ffffffff8560c81c16613727565b60c81b169116178555600185019063ffffffff6118ec81851682855416613727565b1663ffffffff1983541617825586887f8f2d691f4e16ca753b5d6a9f29ebd70c6c066413790d5e4cdc69cd0db101d48e606063ffffffff808b5460c81c1696541696604051908152866020820152876040820152a3549063ffffffff8260201c16918383039063ffffffff82116119b25761197f929163ffffffff61ffff6119799360401c1691166130e1565b9061314a565b91149081156119a4575b50611992578580f35b61199b94613ea3565b5f808080808580f35b90506005820154115f611989565b60248b634e487b7160e01b81526011600452fd5b90506020813d6020116119f0575b816119e160209383613571565b8101031261154557515f61186f565b3d91506119d4565b6040513d8b823e3d90fd5b919395969092949750601f19858203018652873582811215611a6c578301906020823592019167ffffffffffffffff8111611a64578036038313611a6457611a516020928392600195613664565b9901960193019091899796959492611844565b505050508f80fd5b5050508f80fd5b604094928f9d9e9f92611ac292611ae39896948f8f8f918f918f8f611ab291611aab82611aba96611aa582809861314a565b98613684565b3596613694565b96909561370c565b969095613d7d565b8252600960205282822090825260205220611add838861314a565b90613e6a565b15611afb576001018f8f8f908e8e8e9d9c9b9d6117ac565b8f611b086024928761314a565b6368a58bf360e01b8252600452fd5b60048f631eb49d6d60e11b8152fd5b50611b3236888a6135af565b6020815191012060038d0154141561179a565b5060248d8f6396fe8cdd60e01b825261031981613033565b5067ffffffffffffffff60018b0154164211611759565b8a80fd5b8880fd5b8680fd5b505050fd5b5060a0366003190112610335576004356024356044359160843592818552600360205260408520908286526004602052604086209160ff815460a81c16611bcb81613033565b60048114801590611db1575b611d9a57506006830154803403611d8857508387526005602052611bfe856040892061311d565b5092835491336001600160a01b03841614801590611d6e575b611d5f57611c296064358533896135e5565b600286015403611d5f57600501548710908115611d37575b50611cf25760038301919091557fffffffffffffff0000000000ffffffffffffffffffffffffffffffffffffffff1660a885901b78ffffffff000000000000000000000000000000000000000000161774020000000000000000000000000000000000000000179055808452600660205260408420611cc39083908590613cd4565b6040519283527fb94bf7f9302edf52a596286915a69b4b0685574cffdedd0712e3c62f2550f0ba60203394a480f35b60646040516339bac5cd60e11b815260206004820152600560248201527f636f756e740000000000000000000000000000000000000000000000000000006044820152fd5b611d5791506001015463ffffffff61ffff8260401c169160201c166130e1565b86115f611c41565b600489631eb49d6d60e11b8152fd5b50600160ff8460a01c16611d8181613033565b1415611c17565b63cfde146160e01b8852600452602487fd5b876024916396fe8cdd60e01b825261031981613033565b5067ffffffffffffffff6001830154164211611bd7565b50346103355760018060209260ff6040611de136613078565b93908152600887528181208460081c82528752205491161c1614604051908152f35b503461033557611e43602091604063ffffffff6001611e2136613078565b9390948581526003885260038282200154958152600488522001541691613c06565b604051908152f35b503461033557611e5a36613078565b908083526003602052604083208184526004602052604084209281549260ff8460a81c16611e8781613033565b60068103612008575090611ea591865260056020526040862061311d565b509283549160ff8360a01c1693611ebb85613033565b600685148015611ff7575b611fe857600583015494611ed981613033565b60028114908115611fd3575b8115611f9d575b50611f83575b60b01c60ff166006811015611f6f57600514611f52575b50506001600160a01b0391927406000000000000000000000000000000000000000060ff60a01b1983161790551682526002602052611f4d6040832091825461314a565b905580f35b92611979611f68926001600160a01b0395613a83565b915f611f09565b602487634e487b7160e01b81526021600452fd5b93611f9560ff9160068501549061314a565b949050611ef2565b60049150611faa81613033565b1480611fb7575b5f611eec565b5063ffffffff8460a81c1663ffffffff8560c81c161015611fb1565b9050611fde81613033565b6003811490611ee5565b600487630b8a550d60e31b8152fd5b5061200185613033565b8415611ec6565b866024916396fe8cdd60e01b825261031981613033565b5034610335578060031936011261033557602060405163ffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b50346103355760603660031901126103355760018060209260ff604060443592600435815260098752818120602435825287528181208460081c82528752205491161c1614604051908152f35b50346103355780600319360112610335576020600154604051908152f35b50346103355761212160e09160406120e236613078565b92908160c084516120f281613555565b82815282602082015282868201528260608201528260808201528260a08201520152815260056020522061311d565b506040519061212f82613555565b8054906001600160a01b038216835263ffffffff60ff8360a01c1692602085019361215981613033565b8452816040860191818160a81c16835281606088019160c81c16815281806001870154169360808901948552600360028801549760a08b0198895201549760c08a019889526001600160a01b036040519a51168a52516121b881613033565b60208a01525116604088015251166060860152511660808401525160a08301525160c0820152f35b50346115455760603660031901126115455760243560043560443567ffffffffffffffff81116115455761221890369060040161304a565b825f52600360205260405f2090835f52600460205260405f209061223d8284876137d3565b60ff835460a81c1661224e81613033565b6005811480159061249b575b8015612484575b6124695750845f5260066020528561227b60405f206137b0565b0361243d57845f5260056020526122958660405f2061311d565b5093845491336001600160a01b03841614801590612423575b8015612404575b6123f5576001600160a01b03600285015416600185015490803b156115455761ffff935f9361231c93604051968795869485947f1c8026cb000000000000000000000000000000000000000000000000000000008652606060048701526064860191613664565b91818160501c16602485015260601c16604483015203915afa80156123ea576123cf575b5060ff60a01b191674030000000000000000000000000000000000000000178355600701547f8a1484d56b8dad6ca2ff8cf893c476aaac0214b7848f6f6cf8c3db9ecf7e503b9260209260039267ffffffffffffffff906001906123af9060601c63ffffffff164284166130bf565b9201911667ffffffffffffffff198254161790550154604051908152a380f35b6123df9192939497505f90613571565b5f959291905f612340565b6040513d5f823e3d90fd5b631eb49d6d60e11b5f5260045ffd5b506124103682846135af565b60208151910120600387015414156122b5565b50600260ff8460a01c1661243681613033565b14156122ae565b857f8fd24229000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b6396fe8cdd60e01b5f5261247c81613033565b60045260245ffd5b5067ffffffffffffffff6001850154164211612261565b5063ffffffff600185015460801c16151561225a565b34611545575f3660031901126115455760206040517f00000000000000000000000000000000000000000000000000000000000000008152f35b346115455760403660031901126115455760043561250761301d565b90805f52600360205260405f205460ff8160a81c169061252682613033565b60068214908115916125ac575b506124695750805f52600760205260405f206001600160a01b0383165f5260205260405f205491821561259d576001600160a01b03915f52600760205260405f208282165f526020525f6040812055165f52600260205261259960405f2091825461314a565b9055005b630b8a550d60e31b5f5260045ffd5b60ff915060b01c1660068110156125c65760011484612533565b634e487b7160e01b5f52602160045260245ffd5b346115455760203660031901126115455760606102006040516125fc81613538565b5f81525f60208201525f60408201525f838201525f60808201525f60a08201525f60c08201525f60e08201525f6101008201525f6101208201525f6101408201525f6101608201525f6101808201525f6101a08201525f6101c08201525f6101e082015201526004355f52600460205260405f2060086040519161267f83613538565b8054835261ffff600182015463ffffffff8116602086015263ffffffff8160201c166040860152818160401c166060860152818160501c166080860152818160601c1660a086015260701c1660c08401526001600160a01b0360028201541660e0840152600381015461010084015260048101546101208401526005810154610140840152600681015461016084015263ffffffff6007820154818116610180860152818160201c166101a0860152818160401c166101c086015260601c166101e084015201604051905f908054906127578261362c565b80855291600181169081156128e557506001146128a8575b610200610260868661278381880382613571565b83820152602060405193849282845280518385015263ffffffff8382015116604085015263ffffffff604082015116606085015261ffff606082015116608085015261ffff60808201511660a085015261ffff60a08201511660c085015261ffff60c08201511660e08501526001600160a01b0360e08201511661010085015261010081015161012085015261012081015161014085015261014081015161016085015261016081015161018085015263ffffffff610180820151166101a085015263ffffffff6101a0820151166101c085015263ffffffff6101c0820151166101e085015263ffffffff6101e08201511682850152015161022080840152805191829182610240860152018484015e5f828201840152601f01601f19168101030190f35b5f908152602081209092505b8183106128cb57505081016020018161278361276f565b6001816020929493945483858801015201910191906128b4565b60ff191660208087019190915292151560051b85019092019250839150612783905061276f565b34611545576080366003190112611545576020611e4361292a61301d565b60643590604435906004356135e5565b3461154557602036600319011261154557600435805f52600360205260405f2080546001600160a01b038116908133036123f55760ff8160a81c169061297f82613033565b6001821490811591612a3f575b506124695750825f526004602052600460405f200154905f5260026020526129b960405f2091825461314a565b9055817fc41d93b8bfbf9fd7cf5bfe271fd649ab6a6fec0ea101c23b82a2a28eca2533a95f80a2600360a91b60ff60a81b198254161781556129fc60038261391f565b805460ff60a01b191690556040515f91600382528260208301527ffef694932bf9a4a2de588912a19f04226cc8272d5858c6047f3db4620b661b4f6040841993a4005b67ffffffffffffffff915060b81c164310158561298c565b34611545575f36600319011261154557335f52600260205260405f2054801561259d57612abe90335f5260026020525f60408120556040518181527f7084f5476618d8e60b11ef0d7d3f06914655adb8793e28ff7f018d4c76d505d560203392a233613905565b005b346115455760403660031901126115455760043560243567ffffffffffffffff811161154557612af490369060040161304a565b90825f52600360205260405f2080549260ff8460a81c16612b1481613033565b600181036124695767ffffffffffffffff8560b81c1690814311801590612d11575b6124695750612b4490613b74565b8015908115612cf5575b50612c76576101c0905f5b60068110612c9e575060a0612b6f838387613bfa565b3560f81c03612c765760018201808311612c62576021830190818411612c625781106115455711611545577e8730a1be858aec13e75fed4e2e707a41ba4ba540727ce369681b4f8dc4b21393750200000000000000000000000000000000000000000060ff60a81b19600167ffffffffffffffff94604097010135865160208101918252468882015230606082015289608082015260808152612c1360a082613571565b519020926003860193845516178355855f526004602052816001612c4563ffffffff6007885f200154168342166130bf565b9401931682198454161783555491541682519182526020820152a2005b634e487b7160e01b5f52601160045260245ffd5b7f451b7cff000000000000000000000000000000000000000000000000000000005f5260045ffd5b91612caa818387613bfa565b3560f81c6080811015612cce575060018101809111612c6257600190925b01612b59565b9060b78211612c7657607e198201918211612c6257600191612cef9161314a565b92612cc8565b9050612d023683866135af565b60208151910120141586612b4e565b5067ffffffffffffffff6001850154164311612b36565b34611545576020366003190112611545576004355f526005602052602060405f2054604051908152f35b34611545576020366003190112611545575f6101a0604051612d7381613507565b8281528260208201528260408201528260608201528260808201528260a08201528260c08201528260e0820152826101008201528261012082015282610140820152826101608201528261018082015201526004355f52600360205260405f20604051612ddf81613507565b8154916001600160a01b0383168252602082019260ff8160a01c161515845260ff8160a81c16906040840191612e1481613033565b825260ff8160b01c1690606085019160068110156125c6578252608085019060b81c67ffffffffffffffff168152600184015460a0860167ffffffffffffffff8216815260c087018260401c63ffffffff16815260e08801918360601c63ffffffff16835261010089019360801c63ffffffff1684526002880154946101208a019586526003890154966101408b0197885260048a0154986101608c01998a5260058b01549a6101808d019b8c52600601549b6101a081019c8d526040519d8e91516001600160a01b03168252511515906020015251612ef381613033565b60408d01525160608c01612f069161303d565b5167ffffffffffffffff1660808b01525167ffffffffffffffff1660a08a01525163ffffffff1660c08901525163ffffffff1660e08801525163ffffffff1661010087015251610120860152516101408501525161016084015251610180830152516101a08201526101c090f35b34611545576020366003190112611545576001600160a01b03612f95613007565b165f525f602052602060ff60405f2054166040519015158152f35b3461154557602036600319011261154557612abe600435613157565b3461154557602036600319011261154557600435805f52600660205260405f20541561259d575f5260066020526020611e4360405f206137b0565b600435906001600160a01b038216820361154557565b602435906001600160a01b038216820361154557565b600711156125c657565b9060068210156125c65752565b9181601f840112156115455782359167ffffffffffffffff8311611545576020838186019501011161154557565b6040906003190112611545576004359060243590565b9181601f840112156115455782359167ffffffffffffffff8311611545576020808501948460051b01011161154557565b9067ffffffffffffffff8091169116019067ffffffffffffffff8211612c6257565b81810292918115918404141715612c6257565b67ffffffffffffffff039067ffffffffffffffff8211612c6257565b91908203918211612c6257565b8054821015613136575f5260205f209060021b01905f90565b634e487b7160e01b5f52603260045260245ffd5b91908201809211612c6257565b805f52600360205260405f20815f52600460205260405f2061317a8183856137d3565b600160ff835460a81c1661318d81613033565b14806134f0575b61348457600560ff835460a81c166131ab81613033565b148061346e575b61334157815460ff8160a81c166131c881613033565b8015801561345b575b8015613448575b61259d57600184019182549167ffffffffffffffff8316908142111561259d5760029061320481613033565b1480613436575b6133f7575b5050600360ff855460a81c1661322581613033565b146133625750600560ff845460a81c1661323e81613033565b148061334d575b6132e1575b50600401546001600160a01b038254165f52600260205261327060405f2091825461314a565b90555f6006820161328181546138bc565b55600360a91b60ff60a81b1982541617815561329e60028261391f565b805460ff60a01b191690556040515f91600282528260208301527ffef694932bf9a4a2de588912a19f04226cc8272d5858c6047f3db4620b661b4f6040841993a4565b63ffffffff90845f52600660205261331c6132fe60405f206137b0565b865f5260056020526133138160405f2061311d565b50858789613ac9565b5460801c1661334157825f52600660205260405f205461333c575f61324a565b505050565b9061334b92613970565b565b50835f52600660205260405f20541515613245565b613393915061338d8363ffffffff600461337f6133989789613a83565b9201549360601c16906130e1565b90613110565b6138bc565b600360a91b60ff60a81b198254161781556133b460058261391f565b805460ff60a01b191690556040515f91600582528260208301527ffef694932bf9a4a2de588912a19f04226cc8272d5858c6047f3db4620b661b4f6040841993a4565b61341867ffffffffffffffff9163ffffffff600788015460201c16906130bf565b1642111561259d5760ff60a81b1916600360a81b1784555f80613210565b5063ffffffff8360601c16151561320b565b5061345281613033565b600681146131d8565b5061346581613033565b600181146131d1565b5063ffffffff600183015460801c1615156131b2565b60046134919101546138bc565b600360a91b60ff60a81b198254161781556134ad60048261391f565b805460ff60a01b191690556040515f91600482528260208301527ffef694932bf9a4a2de588912a19f04226cc8272d5858c6047f3db4620b661b4f6040841993a4565b5067ffffffffffffffff6001830154164311613194565b6101c0810190811067ffffffffffffffff82111761352457604052565b634e487b7160e01b5f52604160045260245ffd5b610220810190811067ffffffffffffffff82111761352457604052565b60e0810190811067ffffffffffffffff82111761352457604052565b90601f8019910116810190811067ffffffffffffffff82111761352457604052565b67ffffffffffffffff811161352457601f01601f191660200190565b9291926135bb82613593565b916135c96040519384613571565b829481845281830111611545578281602093845f960137010152565b9290916001600160a01b03604051936020850195468752306040870152606086015216608084015260a083015260c082015260c0815261362660e082613571565b51902090565b90600182811c9216801561365a575b602083101461364657565b634e487b7160e01b5f52602260045260245ffd5b91607f169161363b565b908060209392818452848401375f828201840152601f01601f1916010190565b91908110156131365760051b0190565b91908110156131365760051b81013590601e198136030182121561154557019081359167ffffffffffffffff8311611545576020018260051b36038113611545579190565b903590601e1981360301821215611545570180359067ffffffffffffffff82116115455760200191813603831361154557565b90821015613136576137239160051b8101906136d9565b9091565b9063ffffffff8091169116019063ffffffff8211612c6257565b63ffffffff5f199116019063ffffffff8211612c6257565b5f198114612c625760010190565b3563ffffffff811681036115455790565b3561ffff811681036115455790565b356001600160a01b03811681036115455790565b8054821015613136575f5260205f2001905f90565b805415613136575f526137d067ffffffffffffffff60205f2054166130f4565b90565b9091825491600460ff8460a81c166137ea81613033565b149081613875575b8161385f575b5061380257505050565b600163ffffffff600761384c93750500000000000000000000000000000000000000000060ff60a81b1967ffffffffffffffff9716178755015460601c16930192828454166130bf565b1667ffffffffffffffff19825416179055565b90505f52600660205260405f205415155f6137f8565b600185015467ffffffffffffffff16421191506137f2565b3d156138b7573d9061389e82613593565b916138ac6040519384613571565b82523d5f602084013e565b606090565b8015613902575f80808093815af16138d261388d565b50156138da57565b7f90b8ec18000000000000000000000000000000000000000000000000000000005f5260045ffd5b50565b811561391b575f80809381935af16138d261388d565b5050565b9060068110156125c6577fffffffffffffffffff00ffffffffffffffffffffffffffffffffffffffffffff76ff0000000000000000000000000000000000000000000083549260b01b169116179055565b919091805f5260056020527ffef694932bf9a4a2de588912a19f04226cc8272d5858c6047f3db4620b661b4f604063ffffffff613a7281835f206001600160a01b036139cf60018b01926139c985855460801c16613741565b9061311d565b50541698600480820154995f6139eb600685019c8d549061314a565b9b558b5f526002602052875f20613a038c825461314a565b905501546001600160a01b038254165f526002602052613a27875f2091825461314a565b905580547fffffffffffffffffff000000ffffffffffffffffffffffffffffffffffffffff167601060000000000000000000000000000000000000000001790555460801c16613741565b1693815190600182526020820152a4565b63ffffffff6001600484015492015460601c168015613ab557600591049101548082105f14613ab0575090565b905090565b634e487b7160e01b5f52601260045260245ffd5b90919293817f10ebadeee3caa282ff56c358a4b3dd6b81bfc273ddb97589d49aeeca72af3568613b5861334b977405000000000000000000000000000000000000000060ff60a01b198254161781556006880154613b2c6006890191825461314a565b9055546040805163ffffffff60a884901c8116825260c89390931c909216602083015290918291820190565b0390a3805f526006602052613b6f60405f20613fcd565b614112565b905f91610100613b848243613110565b1115613bf5575f80916040516020810191825260208152613ba6604082613571565b519071f90827f1c53a10cb7a02335b1753200029355afa613bc561388d565b9080613bea575b613bd35750565b909150602081805181010312611545576020015190565b506020815114613bcc565b409150565b90821015613136570190565b9291909260015b7f7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff81168103612c625782600182811b1b1015613c5157613c4c90613759565b613c0d565b91926001831b945f198601958611612c62579360015b15613cc4575b5f9486811690851c865b60048110613c895750851b1794613c67565b909160019089604051602081019089825285604082015283606082015260608152613cb5608082613571565b51902016909318929101613c77565b80851015613c6d57509293505050565b9291613cdf906130f4565b9060401b1782549268010000000000000000841015613524579260018101845580613d2683613d0e838861379b565b90919082549060031b91821b915f19901b1916179055565b613d39575b613d0e9061334b939461379b565b5f198101818111612c625760011c90613d52828661379b565b90549060031b1c90838211613d755790613d0e613d6f928761379b565b80613d26565b915050613d2b565b906001909897939896929601549263ffffffff84169363ffffffff8160201c16881015613e575761ffff8160501c1660018101809111612c625761ffff613dc79260401c166130e1565b8103613e4457869798600291613e1f6061613dea88613e2a9c6003890154613c06565b968360405194859260208401975f89528b602186015260418501528484013781015f838201520301601f198101835282613571565b519020910154614210565b15613e325750565b630196930160e31b5f5260045260245ffd5b866368a58bf360e01b5f5260045260245ffd5b87630196930160e31b5f5260045260245ffd5b908060081c91825f5280602052600160ff60405f205493161b92838316613e9b575f526020521760405f2055600190565b505050505f90565b90919263ffffffff60018201541663ffffffff600186015460201c16118015613fb6575b613faa5761334b947404000000000000000000000000000000000000000060ff60a01b198354161780835563ffffffff808260a81c169160c81c1610613f0f575b5050614112565b613fa3916006860154613f276006870191825461314a565b905580546040805163ffffffff60a884901c8116825260c89390931c9092166020830152839186917f10ebadeee3caa282ff56c358a4b3dd6b81bfc273ddb97589d49aeeca72af356891a3835f526006602052613f8660405f20613fcd565b835f52600660205263ffffffff60405f20915460c81c1690613cd4565b5f80613f08565b9161334b949391613ac9565b5063ffffffff815460c81c16600584015411613ec7565b80545f19810191818311612c6257613fe5838261379b565b90549060031b1c91156140fe57613ffc838261379b565b8154905f199060031b1b19169055828155821561333c575f5b8060011b907f7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff81168103612c625760018201808311612c62578092868210156140ec57600201808211612c625786811090816140c2575b506140b0575b5061407d828461379b565b90549060031b1c9081851161409f5790613d0e61409a928561379b565b614015565b91505061334b9350613d0e9161379b565b6140bb919250613759565b905f614072565b6140cd91508561379b565b90549060031b1c6140de828661379b565b90549060031b1c105f61406c565b5050905061334b9350613d0e9161379b565b634e487b7160e01b5f52603160045260245ffd5b91825f52600660205260405f205415155f146141fa57825f52600660205261413c60405f206137b0565b925f526005602052600460ff6141558560405f2061311d565b505460a01c1661416481613033565b036141bd575060018201809211612c6257600101907fffffffffffffffffffffffff00000000ffffffffffffffffffffffffffffffff73ffffffff0000000000000000000000000000000083549260801b169116179055565b67ffffffffffffffff9192506141e463ffffffff6007600193015460601c168342166130bf565b9201911667ffffffffffffffff19825416179055565b50600101805467ffffffffffffffff1916905550565b949093915f935b806001861b106142cf57508382036142c5579291905f935b83851061423f5750505050501490565b90919293946001908183881c16155f146142b35761425e878587613684565b355b6040519060208201927f0100000000000000000000000000000000000000000000000000000000000000845260218301526041820152604181526142a5606182613571565b51902095019392919061422f565b6142be878587613684565b3590614260565b5050505050505f90565b936142d990613759565b9361421756",
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
// Solidity: constructor(address[] evaluators, uint32 minWindow_, uint256 minBond_) returns()
func (market *Market) PackConstructor(evaluators []common.Address, minWindow_ uint32, minBond_ *big.Int) []byte {
	enc, err := market.abi.Pack("", evaluators, minWindow_, minBond_)
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
