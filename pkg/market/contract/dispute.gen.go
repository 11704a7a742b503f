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

// DisputeClaim is an auto generated low-level Go binding around an user-defined struct.
type DisputeClaim struct {
	Solver  common.Address
	Until   *big.Int
	Right   *big.Int
	Games   *big.Int
	Facts   [32]byte
	Bond    *big.Int
	Clock   uint32
	Moves   uint32
	Lost    bool
	PerMove *big.Int
}

// DisputeFacts is an auto generated low-level Go binding around an user-defined struct.
type DisputeFacts struct {
	DatasetHash [32]byte
	Seed        [32]byte
	ModelHash   [32]byte
	Blobs       [32]byte
	BitmapHash  [32]byte
	Groups      *big.Int
	GroupSize   *big.Int
	Features    *big.Int
	Classes     *big.Int
}

// DisputeGame is an auto generated low-level Go binding around an user-defined struct.
type DisputeGame struct {
	Challenger       common.Address
	Turn             uint8
	Since            *big.Int
	Tensor           uint8
	Opened           uint8
	Left             uint8
	Claim            [32]byte
	List             [32]byte
	Node             [32]byte
	Example          *big.Int
	Index            uint32
	Chosen           uint16
	UsedByClaimant   uint32
	UsedByChallenger uint32
	Moves            uint32
	Listed           uint8
	Depth            uint8
}

// DisputeGroup is an auto generated low-level Go binding around an user-defined struct.
type DisputeGroup struct {
	Salt    [32]byte
	Proof   [][32]byte
	Payload []byte
}

// NetworkShown is an auto generated low-level Go binding around an user-defined struct.
type NetworkShown struct {
	Root  [32]byte
	Path  [][32]byte
	Words []byte
	Proof [][32]byte
}

// DisputeMetaData contains all meta data concerning the Dispute contract.
var DisputeMetaData = bind.MetaData{
	ABI: "[{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"gasPrice_\",\"type\":\"uint256\"}],\"stateMutability\":\"nonpayable\",\"type\":\"constructor\"},{\"inputs\":[],\"name\":\"BadBlob\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"tensor\",\"type\":\"uint256\"}],\"name\":\"BadHeader\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"BadTree\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"NotNow\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"NotProven\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"NotThere\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"want\",\"type\":\"uint256\"}],\"name\":\"WrongValue\",\"type\":\"error\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"claim\",\"type\":\"bytes32\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"solver\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"address\",\"name\":\"market\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"entry\",\"type\":\"uint256\"},{\"components\":[{\"internalType\":\"bytes32\",\"name\":\"datasetHash\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"seed\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"modelHash\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"blobs\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"bitmapHash\",\"type\":\"bytes32\"},{\"internalType\":\"uint256\",\"name\":\"groups\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"groupSize\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"features\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"classes\",\"type\":\"uint256\"}],\"indexed\":false,\"internalType\":\"structDispute.Facts\",\"name\":\"facts\",\"type\":\"tuple\"},{\"indexed\":false,\"internalType\":\"bytes\",\"name\":\"bitmap\",\"type\":\"bytes\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"until\",\"type\":\"uint256\"}],\"name\":\"Asserted\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"game\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"chosen\",\"type\":\"uint256\"}],\"name\":\"Chosen\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"claim\",\"type\":\"bytes32\"},{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"game\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"address\",\"name\":\"challenger\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"example\",\"type\":\"uint256\"}],\"name\":\"Disputed\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"game\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"bool\",\"name\":\"claimantLost\",\"type\":\"bool\"}],\"name\":\"Ended\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"game\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"bytes32[]\",\"name\":\"roots\",\"type\":\"bytes32[]\"}],\"name\":\"Listed\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"game\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"bytes32[]\",\"name\":\"children\",\"type\":\"bytes32[]\"}],\"name\":\"Opened\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"who\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"Withdrawn\",\"type\":\"event\"},{\"inputs\":[{\"internalType\":\"contractIMarket\",\"name\":\"market\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"entry\",\"type\":\"uint256\"},{\"internalType\":\"bytes\",\"name\":\"bitmap\",\"type\":\"bytes\"},{\"internalType\":\"bytes\",\"name\":\"program\",\"type\":\"bytes\"}],\"name\":\"assertRight\",\"outputs\":[],\"stateMutability\":\"payable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"name\":\"balance\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"game\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"node\",\"type\":\"bytes32\"},{\"internalType\":\"uint256\",\"name\":\"child\",\"type\":\"uint256\"}],\"name\":\"choose\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"game\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"list_\",\"type\":\"bytes32\"},{\"components\":[{\"internalType\":\"bytes32\",\"name\":\"datasetHash\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"seed\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"modelHash\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"blobs\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"bitmapHash\",\"type\":\"bytes32\"},{\"internalType\":\"uint256\",\"name\":\"groups\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"groupSize\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"features\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"classes\",\"type\":\"uint256\"}],\"internalType\":\"structDispute.Facts\",\"name\":\"facts\",\"type\":\"tuple\"},{\"internalType\":\"bytes\",\"name\":\"header\",\"type\":\"bytes\"},{\"internalType\":\"bytes32\",\"name\":\"weightsRoot\",\"type\":\"bytes32\"},{\"internalType\":\"uint256\",\"name\":\"tensor\",\"type\":\"uint256\"}],\"name\":\"chooseTensor\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"game\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"list_\",\"type\":\"bytes32\"},{\"components\":[{\"internalType\":\"bytes32\",\"name\":\"datasetHash\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"seed\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"modelHash\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"blobs\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"bitmapHash\",\"type\":\"bytes32\"},{\"internalType\":\"uint256\",\"name\":\"groups\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"groupSize\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"features\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"classes\",\"type\":\"uint256\"}],\"internalType\":\"structDispute.Facts\",\"name\":\"facts\",\"type\":\"tuple\"},{\"internalType\":\"bytes\",\"name\":\"header\",\"type\":\"bytes\"},{\"internalType\":\"bytes32\",\"name\":\"weightsRoot\",\"type\":\"bytes32\"}],\"name\":\"chooseWeights\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"claimBond\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"market\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"entry\",\"type\":\"uint256\"}],\"name\":\"claimOf\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"pure\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"game\",\"type\":\"bytes32\"}],\"name\":\"concede\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"key\",\"type\":\"bytes32\"},{\"components\":[{\"internalType\":\"bytes32\",\"name\":\"datasetHash\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"seed\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"modelHash\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"blobs\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"bitmapHash\",\"type\":\"bytes32\"},{\"internalType\":\"uint256\",\"name\":\"groups\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"groupSize\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"features\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"classes\",\"type\":\"uint256\"}],\"internalType\":\"structDispute.Facts\",\"name\":\"facts\",\"type\":\"tuple\"},{\"internalType\":\"bytes\",\"name\":\"bitmap\",\"type\":\"bytes\"},{\"internalType\":\"uint256\",\"name\":\"example\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"nonce\",\"type\":\"uint256\"}],\"name\":\"dispute\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"game\",\"type\":\"bytes32\"}],\"stateMutability\":\"payable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"gameBond\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"gasPrice\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"key\",\"type\":\"bytes32\"}],\"name\":\"getClaim\",\"outputs\":[{\"components\":[{\"internalType\":\"address\",\"name\":\"solver\",\"type\":\"address\"},{\"internalType\":\"uint40\",\"name\":\"until\",\"type\":\"uint40\"},{\"internalType\":\"uint24\",\"name\":\"right\",\"type\":\"uint24\"},{\"internalType\":\"uint24\",\"name\":\"games\",\"type\":\"uint24\"},{\"internalType\":\"bytes32\",\"name\":\"facts\",\"type\":\"bytes32\"},{\"internalType\":\"uint128\",\"name\":\"bond\",\"type\":\"uint128\"},{\"internalType\":\"uint32\",\"name\":\"clock\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"moves\",\"type\":\"uint32\"},{\"internalType\":\"bool\",\"name\":\"lost\",\"type\":\"bool\"},{\"internalType\":\"uint128\",\"name\":\"perMove\",\"type\":\"uint128\"}],\"internalType\":\"structDispute.Claim\",\"name\":\"\",\"type\":\"tuple\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"game\",\"type\":\"bytes32\"}],\"name\":\"getGame\",\"outputs\":[{\"components\":[{\"internalType\":\"address\",\"name\":\"challenger\",\"type\":\"address\"},{\"internalType\":\"enumDispute.Turn\",\"name\":\"turn\",\"type\":\"uint8\"},{\"internalType\":\"uint40\",\"name\":\"since\",\"type\":\"uint40\"},{\"internalType\":\"uint8\",\"name\":\"tensor\",\"type\":\"uint8\"},{\"internalType\":\"uint8\",\"name\":\"opened\",\"type\":\"uint8\"},{\"internalType\":\"uint8\",\"name\":\"left\",\"type\":\"uint8\"},{\"internalType\":\"bytes32\",\"name\":\"claim\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"list\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"node\",\"type\":\"bytes32\"},{\"internalType\":\"uint24\",\"name\":\"example\",\"type\":\"uint24\"},{\"internalType\":\"uint32\",\"name\":\"index\",\"type\":\"uint32\"},{\"internalType\":\"uint16\",\"name\":\"chosen\",\"type\":\"uint16\"},{\"internalType\":\"uint32\",\"name\":\"usedByClaimant\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"usedByChallenger\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"moves\",\"type\":\"uint32\"},{\"internalType\":\"uint8\",\"name\":\"listed\",\"type\":\"uint8\"},{\"internalType\":\"uint8\",\"name\":\"depth\",\"type\":\"uint8\"}],\"internalType\":\"structDispute.Game\",\"name\":\"\",\"type\":\"tuple\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"game\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32[]\",\"name\":\"roots\",\"type\":\"bytes32[]\"}],\"name\":\"list\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"game\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32[]\",\"name\":\"siblings\",\"type\":\"bytes32[]\"},{\"internalType\":\"bytes32[]\",\"name\":\"children\",\"type\":\"bytes32[]\"}],\"name\":\"open\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"game\",\"type\":\"bytes32\"},{\"components\":[{\"internalType\":\"bytes32\",\"name\":\"datasetHash\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"seed\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"modelHash\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"blobs\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"bitmapHash\",\"type\":\"bytes32\"},{\"internalType\":\"uint256\",\"name\":\"groups\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"groupSize\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"features\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"classes\",\"type\":\"uint256\"}],\"internalType\":\"structDispute.Facts\",\"name\":\"facts\",\"type\":\"tuple\"},{\"internalType\":\"bytes\",\"name\":\"header\",\"type\":\"bytes\"},{\"internalType\":\"bytes32\",\"name\":\"weightsRoot\",\"type\":\"bytes32\"},{\"internalType\":\"uint256\",\"name\":\"tensor\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"pos\",\"type\":\"uint256\"},{\"internalType\":\"bytes32\",\"name\":\"word\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32[]\",\"name\":\"siblings\",\"type\":\"bytes32[]\"},{\"components\":[{\"internalType\":\"bytes32\",\"name\":\"root\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32[]\",\"name\":\"path\",\"type\":\"bytes32[]\"},{\"internalType\":\"bytes\",\"name\":\"words\",\"type\":\"bytes\"},{\"internalType\":\"bytes32[]\",\"name\":\"proof\",\"type\":\"bytes32[]\"}],\"internalType\":\"structNetwork.Shown\",\"name\":\"a\",\"type\":\"tuple\"},{\"components\":[{\"internalType\":\"bytes32\",\"name\":\"root\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32[]\",\"name\":\"path\",\"type\":\"bytes32[]\"},{\"internalType\":\"bytes\",\"name\":\"words\",\"type\":\"bytes\"},{\"internalType\":\"bytes32[]\",\"name\":\"proof\",\"type\":\"bytes32[]\"}],\"internalType\":\"structNetwork.Shown\",\"name\":\"b\",\"type\":\"tuple\"},{\"components\":[{\"internalType\":\"bytes32\",\"name\":\"root\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32[]\",\"name\":\"path\",\"type\":\"bytes32[]\"},{\"internalType\":\"bytes\",\"name\":\"words\",\"type\":\"bytes\"},{\"internalType\":\"bytes32[]\",\"name\":\"proof\",\"type\":\"bytes32[]\"}],\"internalType\":\"structNetwork.Shown\",\"name\":\"row\",\"type\":\"tuple\"}],\"name\":\"prove\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"game\",\"type\":\"bytes32\"},{\"components\":[{\"internalType\":\"bytes32\",\"name\":\"datasetHash\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"seed\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"modelHash\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"blobs\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"bitmapHash\",\"type\":\"bytes32\"},{\"internalType\":\"uint256\",\"name\":\"groups\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"groupSize\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"features\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"classes\",\"type\":\"uint256\"}],\"internalType\":\"structDispute.Facts\",\"name\":\"facts\",\"type\":\"tuple\"},{\"internalType\":\"bytes\",\"name\":\"header\",\"type\":\"bytes\"},{\"internalType\":\"bytes32\",\"name\":\"weightsRoot\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32[]\",\"name\":\"siblings\",\"type\":\"bytes32[]\"},{\"internalType\":\"bytes\",\"name\":\"logits\",\"type\":\"bytes\"},{\"components\":[{\"internalType\":\"bytes32\",\"name\":\"salt\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32[]\",\"name\":\"proof\",\"type\":\"bytes32[]\"},{\"internalType\":\"bytes\",\"name\":\"payload\",\"type\":\"bytes\"}],\"internalType\":\"structDispute.Group\",\"name\":\"group\",\"type\":\"tuple\"}],\"name\":\"proveClass\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"game\",\"type\":\"bytes32\"},{\"components\":[{\"internalType\":\"bytes32\",\"name\":\"datasetHash\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"seed\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"modelHash\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"blobs\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"bitmapHash\",\"type\":\"bytes32\"},{\"internalType\":\"uint256\",\"name\":\"groups\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"groupSize\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"features\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"classes\",\"type\":\"uint256\"}],\"internalType\":\"structDispute.Facts\",\"name\":\"facts\",\"type\":\"tuple\"},{\"internalType\":\"bytes\",\"name\":\"header\",\"type\":\"bytes\"},{\"internalType\":\"bytes32\",\"name\":\"weightsRoot\",\"type\":\"bytes32\"},{\"internalType\":\"uint256\",\"name\":\"pos\",\"type\":\"uint256\"},{\"internalType\":\"bytes32\",\"name\":\"word\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32[]\",\"name\":\"siblings\",\"type\":\"bytes32[]\"},{\"components\":[{\"internalType\":\"bytes32\",\"name\":\"salt\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32[]\",\"name\":\"proof\",\"type\":\"bytes32[]\"},{\"internalType\":\"bytes\",\"name\":\"payload\",\"type\":\"bytes\"}],\"internalType\":\"structDispute.Group\",\"name\":\"group\",\"type\":\"tuple\"}],\"name\":\"proveInput\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"game\",\"type\":\"bytes32\"},{\"components\":[{\"internalType\":\"bytes32\",\"name\":\"datasetHash\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"seed\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"modelHash\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"blobs\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"bitmapHash\",\"type\":\"bytes32\"},{\"internalType\":\"uint256\",\"name\":\"groups\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"groupSize\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"features\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"classes\",\"type\":\"uint256\"}],\"internalType\":\"structDispute.Facts\",\"name\":\"facts\",\"type\":\"tuple\"},{\"internalType\":\"bytes\",\"name\":\"header\",\"type\":\"bytes\"},{\"internalType\":\"bytes32\",\"name\":\"weightsRoot\",\"type\":\"bytes32\"}],\"name\":\"proveList\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"game\",\"type\":\"bytes32\"},{\"components\":[{\"internalType\":\"bytes32\",\"name\":\"datasetHash\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"seed\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"modelHash\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"blobs\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"bitmapHash\",\"type\":\"bytes32\"},{\"internalType\":\"uint256\",\"name\":\"groups\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"groupSize\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"features\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"classes\",\"type\":\"uint256\"}],\"internalType\":\"structDispute.Facts\",\"name\":\"facts\",\"type\":\"tuple\"},{\"internalType\":\"bytes\",\"name\":\"header\",\"type\":\"bytes\"},{\"internalType\":\"bytes32\",\"name\":\"weightsRoot\",\"type\":\"bytes32\"},{\"internalType\":\"uint256\",\"name\":\"pos\",\"type\":\"uint256\"},{\"internalType\":\"bytes32\",\"name\":\"word\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32[]\",\"name\":\"siblings\",\"type\":\"bytes32[]\"},{\"internalType\":\"bytes\",\"name\":\"blobs\",\"type\":\"bytes\"},{\"internalType\":\"bytes\",\"name\":\"opening\",\"type\":\"bytes\"}],\"name\":\"proveWeights\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"key\",\"type\":\"bytes32\"}],\"name\":\"release\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"game\",\"type\":\"bytes32\"}],\"name\":\"settle\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"game\",\"type\":\"bytes32\"}],\"name\":\"timeout\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"}],\"name\":\"withdraw\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"}]",
	ID:  "Dispute",
}

// Dispute is an auto generated Go binding around an Ethereum contract.
type Dispute struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *Dispute) GetABI() abi.ABI {
	return c.abi
}

// NewDispute creates a new instance of Dispute.
func NewDispute() *Dispute {
	parsed, err := DisputeMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &Dispute{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *Dispute) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackConstructor is the Go binding used to pack the parameters required for
// contract deployment.
//
// Solidity: constructor(uint256 gasPrice_) returns()
func (dispute *Dispute) PackConstructor(gasPrice_ *big.Int) []byte {
	enc, err := dispute.abi.Pack("", gasPrice_)
	if err != nil {
		panic(err)
	}
	return enc
}

// PackAssertRight is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xbb8a4c0c.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function assertRight(address market, uint256 id, uint256 entry, bytes bitmap, bytes program) payable returns()
func (dispute *Dispute) PackAssertRight(market common.Address, id *big.Int, entry *big.Int, bitmap []byte, program []byte) []byte {
	enc, err := dispute.abi.Pack("assertRight", market, id, entry, bitmap, program)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackAssertRight is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xbb8a4c0c.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function assertRight(address market, uint256 id, uint256 entry, bytes bitmap, bytes program) payable returns()
func (dispute *Dispute) TryPackAssertRight(market common.Address, id *big.Int, entry *big.Int, bitmap []byte, program []byte) ([]byte, error) {
	return dispute.abi.Pack("assertRight", market, id, entry, bitmap, program)
}

// PackBalance is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe3d670d7.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function balance(address ) view returns(uint256)
func (dispute *Dispute) PackBalance(arg0 common.Address) []byte {
	enc, err := dispute.abi.Pack("balance", arg0)
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
func (dispute *Dispute) TryPackBalance(arg0 common.Address) ([]byte, error) {
	return dispute.abi.Pack("balance", arg0)
}

// UnpackBalance is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xe3d670d7.
//
// Solidity: function balance(address ) view returns(uint256)
func (dispute *Dispute) UnpackBalance(data []byte) (*big.Int, error) {
	out, err := dispute.abi.Unpack("balance", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackChoose is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb5c5204f.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function choose(bytes32 game, bytes32 node, uint256 child) returns()
func (dispute *Dispute) PackChoose(game [32]byte, node [32]byte, child *big.Int) []byte {
	enc, err := dispute.abi.Pack("choose", game, node, child)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackChoose is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb5c5204f.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function choose(bytes32 game, bytes32 node, uint256 child) returns()
func (dispute *Dispute) TryPackChoose(game [32]byte, node [32]byte, child *big.Int) ([]byte, error) {
	return dispute.abi.Pack("choose", game, node, child)
}

// PackChooseTensor is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xef308063.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function chooseTensor(bytes32 game, bytes32 list_, (bytes32,bytes32,bytes32,bytes32,bytes32,uint256,uint256,uint256,uint256) facts, bytes header, bytes32 weightsRoot, uint256 tensor) returns()
func (dispute *Dispute) PackChooseTensor(game [32]byte, list [32]byte, facts DisputeFacts, header []byte, weightsRoot [32]byte, tensor *big.Int) []byte {
	enc, err := dispute.abi.Pack("chooseTensor", game, list, facts, header, weightsRoot, tensor)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackChooseTensor is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xef308063.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function chooseTensor(bytes32 game, bytes32 list_, (bytes32,bytes32,bytes32,bytes32,bytes32,uint256,uint256,uint256,uint256) facts, bytes header, bytes32 weightsRoot, uint256 tensor) returns()
func (dispute *Dispute) TryPackChooseTensor(game [32]byte, list [32]byte, facts DisputeFacts, header []byte, weightsRoot [32]byte, tensor *big.Int) ([]byte, error) {
	return dispute.abi.Pack("chooseTensor", game, list, facts, header, weightsRoot, tensor)
}

// PackChooseWeights is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3c3e31f5.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function chooseWeights(bytes32 game, bytes32 list_, (bytes32,bytes32,bytes32,bytes32,bytes32,uint256,uint256,uint256,uint256) facts, bytes header, bytes32 weightsRoot) returns()
func (dispute *Dispute) PackChooseWeights(game [32]byte, list [32]byte, facts DisputeFacts, header []byte, weightsRoot [32]byte) []byte {
	enc, err := dispute.abi.Pack("chooseWeights", game, list, facts, header, weightsRoot)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackChooseWeights is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3c3e31f5.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function chooseWeights(bytes32 game, bytes32 list_, (bytes32,bytes32,bytes32,bytes32,bytes32,uint256,uint256,uint256,uint256) facts, bytes header, bytes32 weightsRoot) returns()
func (dispute *Dispute) TryPackChooseWeights(game [32]byte, list [32]byte, facts DisputeFacts, header []byte, weightsRoot [32]byte) ([]byte, error) {
	return dispute.abi.Pack("chooseWeights", game, list, facts, header, weightsRoot)
}

// PackClaimBond is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc7cf7484.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function claimBond() view returns(uint256)
func (dispute *Dispute) PackClaimBond() []byte {
	enc, err := dispute.abi.Pack("claimBond")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackClaimBond is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc7cf7484.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function claimBond() view returns(uint256)
func (dispute *Dispute) TryPackClaimBond() ([]byte, error) {
	return dispute.abi.Pack("claimBond")
}

// UnpackClaimBond is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xc7cf7484.
//
// Solidity: function claimBond() view returns(uint256)
func (dispute *Dispute) UnpackClaimBond(data []byte) (*big.Int, error) {
	out, err := dispute.abi.Unpack("claimBond", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackClaimOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x304c6027.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function claimOf(address market, uint256 id, uint256 entry) pure returns(bytes32)
func (dispute *Dispute) PackClaimOf(market common.Address, id *big.Int, entry *big.Int) []byte {
	enc, err := dispute.abi.Pack("claimOf", market, id, entry)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackClaimOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x304c6027.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function claimOf(address market, uint256 id, uint256 entry) pure returns(bytes32)
func (dispute *Dispute) TryPackClaimOf(market common.Address, id *big.Int, entry *big.Int) ([]byte, error) {
	return dispute.abi.Pack("claimOf", market, id, entry)
}

// UnpackClaimOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x304c6027.
//
// Solidity: function claimOf(address market, uint256 id, uint256 entry) pure returns(bytes32)
func (dispute *Dispute) UnpackClaimOf(data []byte) ([32]byte, error) {
	out, err := dispute.abi.Unpack("claimOf", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackConcede is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xdb31b6b5.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function concede(bytes32 game) returns()
func (dispute *Dispute) PackConcede(game [32]byte) []byte {
	enc, err := dispute.abi.Pack("concede", game)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackConcede is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xdb31b6b5.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function concede(bytes32 game) returns()
func (dispute *Dispute) TryPackConcede(game [32]byte) ([]byte, error) {
	return dispute.abi.Pack("concede", game)
}

// PackDispute is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x7ca1e840.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function dispute(bytes32 key, (bytes32,bytes32,bytes32,bytes32,bytes32,uint256,uint256,uint256,uint256) facts, bytes bitmap, uint256 example, uint256 nonce) payable returns(bytes32 game)
func (dispute *Dispute) PackDispute(key [32]byte, facts DisputeFacts, bitmap []byte, example *big.Int, nonce *big.Int) []byte {
	enc, err := dispute.abi.Pack("dispute", key, facts, bitmap, example, nonce)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackDispute is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x7ca1e840.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function dispute(bytes32 key, (bytes32,bytes32,bytes32,bytes32,bytes32,uint256,uint256,uint256,uint256) facts, bytes bitmap, uint256 example, uint256 nonce) payable returns(bytes32 game)
func (dispute *Dispute) TryPackDispute(key [32]byte, facts DisputeFacts, bitmap []byte, example *big.Int, nonce *big.Int) ([]byte, error) {
	return dispute.abi.Pack("dispute", key, facts, bitmap, example, nonce)
}

// UnpackDispute is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x7ca1e840.
//
// Solidity: function dispute(bytes32 key, (bytes32,bytes32,bytes32,bytes32,bytes32,uint256,uint256,uint256,uint256) facts, bytes bitmap, uint256 example, uint256 nonce) payable returns(bytes32 game)
func (dispute *Dispute) UnpackDispute(data []byte) ([32]byte, error) {
	out, err := dispute.abi.Unpack("dispute", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackGameBond is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x7df7ce65.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function gameBond() view returns(uint256)
func (dispute *Dispute) PackGameBond() []byte {
	enc, err := dispute.abi.Pack("gameBond")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGameBond is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x7df7ce65.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function gameBond() view returns(uint256)
func (dispute *Dispute) TryPackGameBond() ([]byte, error) {
	return dispute.abi.Pack("gameBond")
}

// UnpackGameBond is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x7df7ce65.
//
// Solidity: function gameBond() view returns(uint256)
func (dispute *Dispute) UnpackGameBond(data []byte) (*big.Int, error) {
	out, err := dispute.abi.Unpack("gameBond", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackGasPrice is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xfe173b97.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function gasPrice() view returns(uint256)
func (dispute *Dispute) PackGasPrice() []byte {
	enc, err := dispute.abi.Pack("gasPrice")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGasPrice is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xfe173b97.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function gasPrice() view returns(uint256)
func (dispute *Dispute) TryPackGasPrice() ([]byte, error) {
	return dispute.abi.Pack("gasPrice")
}

// UnpackGasPrice is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xfe173b97.
//
// Solidity: function gasPrice() view returns(uint256)
func (dispute *Dispute) UnpackGasPrice(data []byte) (*big.Int, error) {
	out, err := dispute.abi.Unpack("gasPrice", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackGetClaim is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc9100bcb.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function getClaim(bytes32 key) view returns((address,uint40,uint24,uint24,bytes32,uint128,uint32,uint32,bool,uint128))
func (dispute *Dispute) PackGetClaim(key [32]byte) []byte {
	enc, err := dispute.abi.Pack("getClaim", key)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGetClaim is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc9100bcb.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function getClaim(bytes32 key) view returns((address,uint40,uint24,uint24,bytes32,uint128,uint32,uint32,bool,uint128))
func (dispute *Dispute) TryPackGetClaim(key [32]byte) ([]byte, error) {
	return dispute.abi.Pack("getClaim", key)
}

// UnpackGetClaim is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xc9100bcb.
//
// Solidity: function getClaim(bytes32 key) view returns((address,uint40,uint24,uint24,bytes32,uint128,uint32,uint32,bool,uint128))
func (dispute *Dispute) UnpackGetClaim(data []byte) (DisputeClaim, error) {
	out, err := dispute.abi.Unpack("getClaim", data)
	if err != nil {
		return *new(DisputeClaim), err
	}
	out0 := *abi.ConvertType(out[0], new(DisputeClaim)).(*DisputeClaim)
	return out0, nil
}

// PackGetGame is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x73931bbf.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function getGame(bytes32 game) view returns((address,uint8,uint40,uint8,uint8,uint8,bytes32,bytes32,bytes32,uint24,uint32,uint16,uint32,uint32,uint32,uint8,uint8))
func (dispute *Dispute) PackGetGame(game [32]byte) []byte {
	enc, err := dispute.abi.Pack("getGame", game)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGetGame is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x73931bbf.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function getGame(bytes32 game) view returns((address,uint8,uint40,uint8,uint8,uint8,bytes32,bytes32,bytes32,uint24,uint32,uint16,uint32,uint32,uint32,uint8,uint8))
func (dispute *Dispute) TryPackGetGame(game [32]byte) ([]byte, error) {
	return dispute.abi.Pack("getGame", game)
}

// UnpackGetGame is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x73931bbf.
//
// Solidity: function getGame(bytes32 game) view returns((address,uint8,uint40,uint8,uint8,uint8,bytes32,bytes32,bytes32,uint24,uint32,uint16,uint32,uint32,uint32,uint8,uint8))
func (dispute *Dispute) UnpackGetGame(data []byte) (DisputeGame, error) {
	out, err := dispute.abi.Unpack("getGame", data)
	if err != nil {
		return *new(DisputeGame), err
	}
	out0 := *abi.ConvertType(out[0], new(DisputeGame)).(*DisputeGame)
	return out0, nil
}

// PackList is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x97827582.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function list(bytes32 game, bytes32[] roots) returns()
func (dispute *Dispute) PackList(game [32]byte, roots [][32]byte) []byte {
	enc, err := dispute.abi.Pack("list", game, roots)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackList is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x97827582.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function list(bytes32 game, bytes32[] roots) returns()
func (dispute *Dispute) TryPackList(game [32]byte, roots [][32]byte) ([]byte, error) {
	return dispute.abi.Pack("list", game, roots)
}

// PackOpen is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x0bbe0b80.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function open(bytes32 game, bytes32[] siblings, bytes32[] children) returns()
func (dispute *Dispute) PackOpen(game [32]byte, siblings [][32]byte, children [][32]byte) []byte {
	enc, err := dispute.abi.Pack("open", game, siblings, children)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackOpen is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x0bbe0b80.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function open(bytes32 game, bytes32[] siblings, bytes32[] children) returns()
func (dispute *Dispute) TryPackOpen(game [32]byte, siblings [][32]byte, children [][32]byte) ([]byte, error) {
	return dispute.abi.Pack("open", game, siblings, children)
}

// PackProve is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xddbdda9b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function prove(bytes32 game, (bytes32,bytes32,bytes32,bytes32,bytes32,uint256,uint256,uint256,uint256) facts, bytes header, bytes32 weightsRoot, uint256 tensor, uint256 pos, bytes32 word, bytes32[] siblings, (bytes32,bytes32[],bytes,bytes32[]) a, (bytes32,bytes32[],bytes,bytes32[]) b, (bytes32,bytes32[],bytes,bytes32[]) row) returns()
func (dispute *Dispute) PackProve(game [32]byte, facts DisputeFacts, header []byte, weightsRoot [32]byte, tensor *big.Int, pos *big.Int, word [32]byte, siblings [][32]byte, a NetworkShown, b NetworkShown, row NetworkShown) []byte {
	enc, err := dispute.abi.Pack("prove", game, facts, header, weightsRoot, tensor, pos, word, siblings, a, b, row)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackProve is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xddbdda9b.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function prove(bytes32 game, (bytes32,bytes32,bytes32,bytes32,bytes32,uint256,uint256,uint256,uint256) facts, bytes header, bytes32 weightsRoot, uint256 tensor, uint256 pos, bytes32 word, bytes32[] siblings, (bytes32,bytes32[],bytes,bytes32[]) a, (bytes32,bytes32[],bytes,bytes32[]) b, (bytes32,bytes32[],bytes,bytes32[]) row) returns()
func (dispute *Dispute) TryPackProve(game [32]byte, facts DisputeFacts, header []byte, weightsRoot [32]byte, tensor *big.Int, pos *big.Int, word [32]byte, siblings [][32]byte, a NetworkShown, b NetworkShown, row NetworkShown) ([]byte, error) {
	return dispute.abi.Pack("prove", game, facts, header, weightsRoot, tensor, pos, word, siblings, a, b, row)
}

// PackProveClass is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x2ee0e45f.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function proveClass(bytes32 game, (bytes32,bytes32,bytes32,bytes32,bytes32,uint256,uint256,uint256,uint256) facts, bytes header, bytes32 weightsRoot, bytes32[] siblings, bytes logits, (bytes32,bytes32[],bytes) group) returns()
func (dispute *Dispute) PackProveClass(game [32]byte, facts DisputeFacts, header []byte, weightsRoot [32]byte, siblings [][32]byte, logits []byte, group DisputeGroup) []byte {
	enc, err := dispute.abi.Pack("proveClass", game, facts, header, weightsRoot, siblings, logits, group)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackProveClass is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x2ee0e45f.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function proveClass(bytes32 game, (bytes32,bytes32,bytes32,bytes32,bytes32,uint256,uint256,uint256,uint256) facts, bytes header, bytes32 weightsRoot, bytes32[] siblings, bytes logits, (bytes32,bytes32[],bytes) group) returns()
func (dispute *Dispute) TryPackProveClass(game [32]byte, facts DisputeFacts, header []byte, weightsRoot [32]byte, siblings [][32]byte, logits []byte, group DisputeGroup) ([]byte, error) {
	return dispute.abi.Pack("proveClass", game, facts, header, weightsRoot, siblings, logits, group)
}

// PackProveInput is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x2b117721.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function proveInput(bytes32 game, (bytes32,bytes32,bytes32,bytes32,bytes32,uint256,uint256,uint256,uint256) facts, bytes header, bytes32 weightsRoot, uint256 pos, bytes32 word, bytes32[] siblings, (bytes32,bytes32[],bytes) group) returns()
func (dispute *Dispute) PackProveInput(game [32]byte, facts DisputeFacts, header []byte, weightsRoot [32]byte, pos *big.Int, word [32]byte, siblings [][32]byte, group DisputeGroup) []byte {
	enc, err := dispute.abi.Pack("proveInput", game, facts, header, weightsRoot, pos, word, siblings, group)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackProveInput is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x2b117721.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function proveInput(bytes32 game, (bytes32,bytes32,bytes32,bytes32,bytes32,uint256,uint256,uint256,uint256) facts, bytes header, bytes32 weightsRoot, uint256 pos, bytes32 word, bytes32[] siblings, (bytes32,bytes32[],bytes) group) returns()
func (dispute *Dispute) TryPackProveInput(game [32]byte, facts DisputeFacts, header []byte, weightsRoot [32]byte, pos *big.Int, word [32]byte, siblings [][32]byte, group DisputeGroup) ([]byte, error) {
	return dispute.abi.Pack("proveInput", game, facts, header, weightsRoot, pos, word, siblings, group)
}

// PackProveList is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x22eca617.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function proveList(bytes32 game, (bytes32,bytes32,bytes32,bytes32,bytes32,uint256,uint256,uint256,uint256) facts, bytes header, bytes32 weightsRoot) returns()
func (dispute *Dispute) PackProveList(game [32]byte, facts DisputeFacts, header []byte, weightsRoot [32]byte) []byte {
	enc, err := dispute.abi.Pack("proveList", game, facts, header, weightsRoot)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackProveList is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x22eca617.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function proveList(bytes32 game, (bytes32,bytes32,bytes32,bytes32,bytes32,uint256,uint256,uint256,uint256) facts, bytes header, bytes32 weightsRoot) returns()
func (dispute *Dispute) TryPackProveList(game [32]byte, facts DisputeFacts, header []byte, weightsRoot [32]byte) ([]byte, error) {
	return dispute.abi.Pack("proveList", game, facts, header, weightsRoot)
}

// PackProveWeights is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf12c3ae8.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function proveWeights(bytes32 game, (bytes32,bytes32,bytes32,bytes32,bytes32,uint256,uint256,uint256,uint256) facts, bytes header, bytes32 weightsRoot, uint256 pos, bytes32 word, bytes32[] siblings, bytes blobs, bytes opening) returns()
func (dispute *Dispute) PackProveWeights(game [32]byte, facts DisputeFacts, header []byte, weightsRoot [32]byte, pos *big.Int, word [32]byte, siblings [][32]byte, blobs []byte, opening []byte) []byte {
	enc, err := dispute.abi.Pack("proveWeights", game, facts, header, weightsRoot, pos, word, siblings, blobs, opening)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackProveWeights is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf12c3ae8.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function proveWeights(bytes32 game, (bytes32,bytes32,bytes32,bytes32,bytes32,uint256,uint256,uint256,uint256) facts, bytes header, bytes32 weightsRoot, uint256 pos, bytes32 word, bytes32[] siblings, bytes blobs, bytes opening) returns()
func (dispute *Dispute) TryPackProveWeights(game [32]byte, facts DisputeFacts, header []byte, weightsRoot [32]byte, pos *big.Int, word [32]byte, siblings [][32]byte, blobs []byte, opening []byte) ([]byte, error) {
	return dispute.abi.Pack("proveWeights", game, facts, header, weightsRoot, pos, word, siblings, blobs, opening)
}

// PackRelease is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x67d42a8b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function release(bytes32 key) returns()
func (dispute *Dispute) PackRelease(key [32]byte) []byte {
	enc, err := dispute.abi.Pack("release", key)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRelease is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x67d42a8b.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function release(bytes32 key) returns()
func (dispute *Dispute) TryPackRelease(key [32]byte) ([]byte, error) {
	return dispute.abi.Pack("release", key)
}

// PackSettle is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x987757dd.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function settle(bytes32 game) returns()
func (dispute *Dispute) PackSettle(game [32]byte) []byte {
	enc, err := dispute.abi.Pack("settle", game)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSettle is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x987757dd.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function settle(bytes32 game) returns()
func (dispute *Dispute) TryPackSettle(game [32]byte) ([]byte, error) {
	return dispute.abi.Pack("settle", game)
}

// PackTimeout is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x795ea18e.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function timeout(bytes32 game) returns()
func (dispute *Dispute) PackTimeout(game [32]byte) []byte {
	enc, err := dispute.abi.Pack("timeout", game)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTimeout is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x795ea18e.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function timeout(bytes32 game) returns()
func (dispute *Dispute) TryPackTimeout(game [32]byte) ([]byte, error) {
	return dispute.abi.Pack("timeout", game)
}

// PackWithdraw is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x51cff8d9.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function withdraw(address to) returns()
func (dispute *Dispute) PackWithdraw(to common.Address) []byte {
	enc, err := dispute.abi.Pack("withdraw", to)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackWithdraw is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x51cff8d9.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function withdraw(address to) returns()
func (dispute *Dispute) TryPackWithdraw(to common.Address) ([]byte, error) {
	return dispute.abi.Pack("withdraw", to)
}

// DisputeAsserted represents a Asserted event raised by the Dispute contract.
type DisputeAsserted struct {
	Claim  [32]byte
	Solver common.Address
	Market common.Address
	Id     *big.Int
	Entry  *big.Int
	Facts  DisputeFacts
	Bitmap []byte
	Until  *big.Int
	Raw    *types.Log // Blockchain specific contextual infos
}

const DisputeAssertedEventName = "Asserted"

// ContractEventName returns the user-defined event name.
func (DisputeAsserted) ContractEventName() string {
	return DisputeAssertedEventName
}

// UnpackAssertedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Asserted(bytes32 indexed claim, address indexed solver, address market, uint256 id, uint256 entry, (bytes32,bytes32,bytes32,bytes32,bytes32,uint256,uint256,uint256,uint256) facts, bytes bitmap, uint256 until)
func (dispute *Dispute) UnpackAssertedEvent(log *types.Log) (*DisputeAsserted, error) {
	event := "Asserted"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != dispute.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(DisputeAsserted)
	if len(log.Data) > 0 {
		if err := dispute.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range dispute.abi.Events[event].Inputs {
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

// DisputeChosen represents a Chosen event raised by the Dispute contract.
type DisputeChosen struct {
	Game   [32]byte
	Chosen *big.Int
	Raw    *types.Log // Blockchain specific contextual infos
}

const DisputeChosenEventName = "Chosen"

// ContractEventName returns the user-defined event name.
func (DisputeChosen) ContractEventName() string {
	return DisputeChosenEventName
}

// UnpackChosenEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Chosen(bytes32 indexed game, uint256 chosen)
func (dispute *Dispute) UnpackChosenEvent(log *types.Log) (*DisputeChosen, error) {
	event := "Chosen"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != dispute.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(DisputeChosen)
	if len(log.Data) > 0 {
		if err := dispute.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range dispute.abi.Events[event].Inputs {
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

// DisputeDisputed represents a Disputed event raised by the Dispute contract.
type DisputeDisputed struct {
	Claim      [32]byte
	Game       [32]byte
	Challenger common.Address
	Example    *big.Int
	Raw        *types.Log // Blockchain specific contextual infos
}

const DisputeDisputedEventName = "Disputed"

// ContractEventName returns the user-defined event name.
func (DisputeDisputed) ContractEventName() string {
	return DisputeDisputedEventName
}

// UnpackDisputedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Disputed(bytes32 indexed claim, bytes32 indexed game, address challenger, uint256 example)
func (dispute *Dispute) UnpackDisputedEvent(log *types.Log) (*DisputeDisputed, error) {
	event := "Disputed"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != dispute.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(DisputeDisputed)
	if len(log.Data) > 0 {
		if err := dispute.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range dispute.abi.Events[event].Inputs {
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

// DisputeEnded represents a Ended event raised by the Dispute contract.
type DisputeEnded struct {
	Game         [32]byte
	ClaimantLost bool
	Raw          *types.Log // Blockchain specific contextual infos
}

const DisputeEndedEventName = "Ended"

// ContractEventName returns the user-defined event name.
func (DisputeEnded) ContractEventName() string {
	return DisputeEndedEventName
}

// UnpackEndedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Ended(bytes32 indexed game, bool claimantLost)
func (dispute *Dispute) UnpackEndedEvent(log *types.Log) (*DisputeEnded, error) {
	event := "Ended"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != dispute.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(DisputeEnded)
	if len(log.Data) > 0 {
		if err := dispute.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range dispute.abi.Events[event].Inputs {
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

// DisputeListed represents a Listed event raised by the Dispute contract.
type DisputeListed struct {
	Game  [32]byte
	Roots [][32]byte
	Raw   *types.Log // Blockchain specific contextual infos
}

const DisputeListedEventName = "Listed"

// ContractEventName returns the user-defined event name.
func (DisputeListed) ContractEventName() string {
	return DisputeListedEventName
}

// UnpackListedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Listed(bytes32 indexed game, bytes32[] roots)
func (dispute *Dispute) UnpackListedEvent(log *types.Log) (*DisputeListed, error) {
	event := "Listed"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != dispute.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(DisputeListed)
	if len(log.Data) > 0 {
		if err := dispute.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range dispute.abi.Events[event].Inputs {
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

// DisputeOpened represents a Opened event raised by the Dispute contract.
type DisputeOpened struct {
	Game     [32]byte
	Children [][32]byte
	Raw      *types.Log // Blockchain specific contextual infos
}

const DisputeOpenedEventName = "Opened"

// ContractEventName returns the user-defined event name.
func (DisputeOpened) ContractEventName() string {
	return DisputeOpenedEventName
}

// UnpackOpenedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Opened(bytes32 indexed game, bytes32[] children)
func (dispute *Dispute) UnpackOpenedEvent(log *types.Log) (*DisputeOpened, error) {
	event := "Opened"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != dispute.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(DisputeOpened)
	if len(log.Data) > 0 {
		if err := dispute.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range dispute.abi.Events[event].Inputs {
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

// DisputeWithdrawn represents a Withdrawn event raised by the Dispute contract.
type DisputeWithdrawn struct {
	Who    common.Address
	Amount *big.Int
	Raw    *types.Log // Blockchain specific contextual infos
}

const DisputeWithdrawnEventName = "Withdrawn"

// ContractEventName returns the user-defined event name.
func (DisputeWithdrawn) ContractEventName() string {
	return DisputeWithdrawnEventName
}

// UnpackWithdrawnEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Withdrawn(address indexed who, uint256 amount)
func (dispute *Dispute) UnpackWithdrawnEvent(log *types.Log) (*DisputeWithdrawn, error) {
	event := "Withdrawn"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != dispute.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(DisputeWithdrawn)
	if len(log.Data) > 0 {
		if err := dispute.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range dispute.abi.Events[event].Inputs {
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
func (dispute *Dispute) UnpackError(raw []byte) (any, error) {
	if bytes.Equal(raw[:4], dispute.abi.Errors["BadBlob"].ID.Bytes()[:4]) {
		return dispute.UnpackBadBlobError(raw[4:])
	}
	if bytes.Equal(raw[:4], dispute.abi.Errors["BadHeader"].ID.Bytes()[:4]) {
		return dispute.UnpackBadHeaderError(raw[4:])
	}
	if bytes.Equal(raw[:4], dispute.abi.Errors["BadTree"].ID.Bytes()[:4]) {
		return dispute.UnpackBadTreeError(raw[4:])
	}
	if bytes.Equal(raw[:4], dispute.abi.Errors["NotNow"].ID.Bytes()[:4]) {
		return dispute.UnpackNotNowError(raw[4:])
	}
	if bytes.Equal(raw[:4], dispute.abi.Errors["NotProven"].ID.Bytes()[:4]) {
		return dispute.UnpackNotProvenError(raw[4:])
	}
	if bytes.Equal(raw[:4], dispute.abi.Errors["NotThere"].ID.Bytes()[:4]) {
		return dispute.UnpackNotThereError(raw[4:])
	}
	if bytes.Equal(raw[:4], dispute.abi.Errors["WrongValue"].ID.Bytes()[:4]) {
		return dispute.UnpackWrongValueError(raw[4:])
	}
	return nil, errors.New("Unknown error")
}

// DisputeBadBlob represents a BadBlob error raised by the Dispute contract.
type DisputeBadBlob struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadBlob()
func DisputeBadBlobErrorID() common.Hash {
	return common.HexToHash("0x2e30a2117ebc42c8ee3d9cd52cdeb80e93c7749a010b5522ea15b848681eef7c")
}

// UnpackBadBlobError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadBlob()
func (dispute *Dispute) UnpackBadBlobError(raw []byte) (*DisputeBadBlob, error) {
	out := new(DisputeBadBlob)
	if err := dispute.abi.UnpackIntoInterface(out, "BadBlob", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// DisputeBadHeader represents a BadHeader error raised by the Dispute contract.
type DisputeBadHeader struct {
	Tensor *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadHeader(uint256 tensor)
func DisputeBadHeaderErrorID() common.Hash {
	return common.HexToHash("0x4a4019c56e48ffeb4330fa9ea49d2308e51df1f355c0fcfdfd8571d5d7be3196")
}

// UnpackBadHeaderError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadHeader(uint256 tensor)
func (dispute *Dispute) UnpackBadHeaderError(raw []byte) (*DisputeBadHeader, error) {
	out := new(DisputeBadHeader)
	if err := dispute.abi.UnpackIntoInterface(out, "BadHeader", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// DisputeBadTree represents a BadTree error raised by the Dispute contract.
type DisputeBadTree struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadTree()
func DisputeBadTreeErrorID() common.Hash {
	return common.HexToHash("0x84aa4bf688d45ed713b7643500ea1b00d4465d3c216b296234df2123a509d034")
}

// UnpackBadTreeError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadTree()
func (dispute *Dispute) UnpackBadTreeError(raw []byte) (*DisputeBadTree, error) {
	out := new(DisputeBadTree)
	if err := dispute.abi.UnpackIntoInterface(out, "BadTree", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// DisputeNotNow represents a NotNow error raised by the Dispute contract.
type DisputeNotNow struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotNow()
func DisputeNotNowErrorID() common.Hash {
	return common.HexToHash("0xfc0851bccbe1de060ef2e3f14e2bb5ddd37383997fecfbf716e1381bcd43584c")
}

// UnpackNotNowError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotNow()
func (dispute *Dispute) UnpackNotNowError(raw []byte) (*DisputeNotNow, error) {
	out := new(DisputeNotNow)
	if err := dispute.abi.UnpackIntoInterface(out, "NotNow", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// DisputeNotProven represents a NotProven error raised by the Dispute contract.
type DisputeNotProven struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotProven()
func DisputeNotProvenErrorID() common.Hash {
	return common.HexToHash("0xa506d3349468a933804dcafcb79729084c8b426aed169fc9da4517157e3fe116")
}

// UnpackNotProvenError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotProven()
func (dispute *Dispute) UnpackNotProvenError(raw []byte) (*DisputeNotProven, error) {
	out := new(DisputeNotProven)
	if err := dispute.abi.UnpackIntoInterface(out, "NotProven", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// DisputeNotThere represents a NotThere error raised by the Dispute contract.
type DisputeNotThere struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotThere()
func DisputeNotThereErrorID() common.Hash {
	return common.HexToHash("0x16946847d8f3bf6d4362fa9b9bbf4b177d05ef82361f4fa7a747a4f7b77fd0e2")
}

// UnpackNotThereError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotThere()
func (dispute *Dispute) UnpackNotThereError(raw []byte) (*DisputeNotThere, error) {
	out := new(DisputeNotThere)
	if err := dispute.abi.UnpackIntoInterface(out, "NotThere", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// DisputeWrongValue represents a WrongValue error raised by the Dispute contract.
type DisputeWrongValue struct {
	Want *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error WrongValue(uint256 want)
func DisputeWrongValueErrorID() common.Hash {
	return common.HexToHash("0xcfde1461dbd5c4818ac4f9f0e212e11b515f06eb86a3f7bc7c67901154911599")
}

// UnpackWrongValueError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error WrongValue(uint256 want)
func (dispute *Dispute) UnpackWrongValueError(raw []byte) (*DisputeWrongValue, error) {
	out := new(DisputeWrongValue)
	if err := dispute.abi.UnpackIntoInterface(out, "WrongValue", raw); err != nil {
		return nil, err
	}
	return out, nil
}
