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
	ABI: "[{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"gasPrice_\",\"type\":\"uint256\"}],\"stateMutability\":\"nonpayable\",\"type\":\"constructor\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"tensor\",\"type\":\"uint256\"}],\"name\":\"BadHeader\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"BadTree\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"NotNow\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"NotProven\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"NotThere\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"want\",\"type\":\"uint256\"}],\"name\":\"WrongValue\",\"type\":\"error\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"claim\",\"type\":\"bytes32\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"solver\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"address\",\"name\":\"market\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"entry\",\"type\":\"uint256\"},{\"components\":[{\"internalType\":\"bytes32\",\"name\":\"datasetHash\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"seed\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"modelHash\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"bitmapHash\",\"type\":\"bytes32\"},{\"internalType\":\"uint256\",\"name\":\"groups\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"groupSize\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"features\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"classes\",\"type\":\"uint256\"}],\"indexed\":false,\"internalType\":\"structDispute.Facts\",\"name\":\"facts\",\"type\":\"tuple\"},{\"indexed\":false,\"internalType\":\"bytes\",\"name\":\"bitmap\",\"type\":\"bytes\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"until\",\"type\":\"uint256\"}],\"name\":\"Asserted\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"game\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"chosen\",\"type\":\"uint256\"}],\"name\":\"Chosen\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"claim\",\"type\":\"bytes32\"},{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"game\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"address\",\"name\":\"challenger\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"example\",\"type\":\"uint256\"}],\"name\":\"Disputed\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"game\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"bool\",\"name\":\"claimantLost\",\"type\":\"bool\"}],\"name\":\"Ended\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"game\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"bytes32[]\",\"name\":\"roots\",\"type\":\"bytes32[]\"}],\"name\":\"Listed\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"game\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"bytes32[]\",\"name\":\"children\",\"type\":\"bytes32[]\"}],\"name\":\"Opened\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"who\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"Withdrawn\",\"type\":\"event\"},{\"inputs\":[{\"internalType\":\"contractIMarket\",\"name\":\"market\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"entry\",\"type\":\"uint256\"},{\"internalType\":\"bytes\",\"name\":\"bitmap\",\"type\":\"bytes\"}],\"name\":\"assertRight\",\"outputs\":[],\"stateMutability\":\"payable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"name\":\"balance\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"game\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"node\",\"type\":\"bytes32\"},{\"internalType\":\"uint256\",\"name\":\"child\",\"type\":\"uint256\"}],\"name\":\"choose\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"game\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"list_\",\"type\":\"bytes32\"},{\"components\":[{\"internalType\":\"bytes32\",\"name\":\"datasetHash\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"seed\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"modelHash\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"bitmapHash\",\"type\":\"bytes32\"},{\"internalType\":\"uint256\",\"name\":\"groups\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"groupSize\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"features\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"classes\",\"type\":\"uint256\"}],\"internalType\":\"structDispute.Facts\",\"name\":\"facts\",\"type\":\"tuple\"},{\"internalType\":\"bytes\",\"name\":\"header\",\"type\":\"bytes\"},{\"internalType\":\"bytes32\",\"name\":\"weightsRoot\",\"type\":\"bytes32\"},{\"internalType\":\"uint256\",\"name\":\"tensor\",\"type\":\"uint256\"}],\"name\":\"chooseTensor\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"claimBond\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"market\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"entry\",\"type\":\"uint256\"}],\"name\":\"claimOf\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"pure\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"game\",\"type\":\"bytes32\"}],\"name\":\"concede\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"key\",\"type\":\"bytes32\"},{\"components\":[{\"internalType\":\"bytes32\",\"name\":\"datasetHash\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"seed\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"modelHash\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"bitmapHash\",\"type\":\"bytes32\"},{\"internalType\":\"uint256\",\"name\":\"groups\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"groupSize\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"features\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"classes\",\"type\":\"uint256\"}],\"internalType\":\"structDispute.Facts\",\"name\":\"facts\",\"type\":\"tuple\"},{\"internalType\":\"bytes\",\"name\":\"bitmap\",\"type\":\"bytes\"},{\"internalType\":\"uint256\",\"name\":\"example\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"nonce\",\"type\":\"uint256\"}],\"name\":\"dispute\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"game\",\"type\":\"bytes32\"}],\"stateMutability\":\"payable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"gameBond\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"gasPrice\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"key\",\"type\":\"bytes32\"}],\"name\":\"getClaim\",\"outputs\":[{\"components\":[{\"internalType\":\"address\",\"name\":\"solver\",\"type\":\"address\"},{\"internalType\":\"uint40\",\"name\":\"until\",\"type\":\"uint40\"},{\"internalType\":\"uint24\",\"name\":\"right\",\"type\":\"uint24\"},{\"internalType\":\"uint24\",\"name\":\"games\",\"type\":\"uint24\"},{\"internalType\":\"bytes32\",\"name\":\"facts\",\"type\":\"bytes32\"},{\"internalType\":\"uint128\",\"name\":\"bond\",\"type\":\"uint128\"},{\"internalType\":\"uint32\",\"name\":\"clock\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"moves\",\"type\":\"uint32\"},{\"internalType\":\"bool\",\"name\":\"lost\",\"type\":\"bool\"},{\"internalType\":\"uint128\",\"name\":\"perMove\",\"type\":\"uint128\"}],\"internalType\":\"structDispute.Claim\",\"name\":\"\",\"type\":\"tuple\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"game\",\"type\":\"bytes32\"}],\"name\":\"getGame\",\"outputs\":[{\"components\":[{\"internalType\":\"address\",\"name\":\"challenger\",\"type\":\"address\"},{\"internalType\":\"enumDispute.Turn\",\"name\":\"turn\",\"type\":\"uint8\"},{\"internalType\":\"uint40\",\"name\":\"since\",\"type\":\"uint40\"},{\"internalType\":\"uint8\",\"name\":\"tensor\",\"type\":\"uint8\"},{\"internalType\":\"uint8\",\"name\":\"opened\",\"type\":\"uint8\"},{\"internalType\":\"uint8\",\"name\":\"left\",\"type\":\"uint8\"},{\"internalType\":\"bytes32\",\"name\":\"claim\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"list\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"node\",\"type\":\"bytes32\"},{\"internalType\":\"uint24\",\"name\":\"example\",\"type\":\"uint24\"},{\"internalType\":\"uint32\",\"name\":\"index\",\"type\":\"uint32\"},{\"internalType\":\"uint16\",\"name\":\"chosen\",\"type\":\"uint16\"},{\"internalType\":\"uint32\",\"name\":\"usedByClaimant\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"usedByChallenger\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"moves\",\"type\":\"uint32\"},{\"internalType\":\"uint8\",\"name\":\"listed\",\"type\":\"uint8\"},{\"internalType\":\"uint8\",\"name\":\"depth\",\"type\":\"uint8\"}],\"internalType\":\"structDispute.Game\",\"name\":\"\",\"type\":\"tuple\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"game\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32[]\",\"name\":\"roots\",\"type\":\"bytes32[]\"}],\"name\":\"list\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"game\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32[]\",\"name\":\"siblings\",\"type\":\"bytes32[]\"},{\"internalType\":\"bytes32[]\",\"name\":\"children\",\"type\":\"bytes32[]\"}],\"name\":\"open\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"game\",\"type\":\"bytes32\"},{\"components\":[{\"internalType\":\"bytes32\",\"name\":\"datasetHash\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"seed\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"modelHash\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"bitmapHash\",\"type\":\"bytes32\"},{\"internalType\":\"uint256\",\"name\":\"groups\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"groupSize\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"features\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"classes\",\"type\":\"uint256\"}],\"internalType\":\"structDispute.Facts\",\"name\":\"facts\",\"type\":\"tuple\"},{\"internalType\":\"bytes\",\"name\":\"header\",\"type\":\"bytes\"},{\"internalType\":\"bytes32\",\"name\":\"weightsRoot\",\"type\":\"bytes32\"},{\"internalType\":\"uint256\",\"name\":\"tensor\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"pos\",\"type\":\"uint256\"},{\"internalType\":\"bytes32\",\"name\":\"word\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32[]\",\"name\":\"siblings\",\"type\":\"bytes32[]\"},{\"components\":[{\"internalType\":\"bytes32\",\"name\":\"root\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32[]\",\"name\":\"path\",\"type\":\"bytes32[]\"},{\"internalType\":\"bytes\",\"name\":\"words\",\"type\":\"bytes\"},{\"internalType\":\"bytes32[]\",\"name\":\"proof\",\"type\":\"bytes32[]\"}],\"internalType\":\"structNetwork.Shown\",\"name\":\"a\",\"type\":\"tuple\"},{\"components\":[{\"internalType\":\"bytes32\",\"name\":\"root\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32[]\",\"name\":\"path\",\"type\":\"bytes32[]\"},{\"internalType\":\"bytes\",\"name\":\"words\",\"type\":\"bytes\"},{\"internalType\":\"bytes32[]\",\"name\":\"proof\",\"type\":\"bytes32[]\"}],\"internalType\":\"structNetwork.Shown\",\"name\":\"b\",\"type\":\"tuple\"},{\"components\":[{\"internalType\":\"bytes32\",\"name\":\"root\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32[]\",\"name\":\"path\",\"type\":\"bytes32[]\"},{\"internalType\":\"bytes\",\"name\":\"words\",\"type\":\"bytes\"},{\"internalType\":\"bytes32[]\",\"name\":\"proof\",\"type\":\"bytes32[]\"}],\"internalType\":\"structNetwork.Shown\",\"name\":\"row\",\"type\":\"tuple\"}],\"name\":\"prove\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"game\",\"type\":\"bytes32\"},{\"components\":[{\"internalType\":\"bytes32\",\"name\":\"datasetHash\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"seed\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"modelHash\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"bitmapHash\",\"type\":\"bytes32\"},{\"internalType\":\"uint256\",\"name\":\"groups\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"groupSize\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"features\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"classes\",\"type\":\"uint256\"}],\"internalType\":\"structDispute.Facts\",\"name\":\"facts\",\"type\":\"tuple\"},{\"internalType\":\"bytes\",\"name\":\"header\",\"type\":\"bytes\"},{\"internalType\":\"bytes32\",\"name\":\"weightsRoot\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32[]\",\"name\":\"siblings\",\"type\":\"bytes32[]\"},{\"internalType\":\"bytes\",\"name\":\"logits\",\"type\":\"bytes\"},{\"components\":[{\"internalType\":\"bytes32\",\"name\":\"salt\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32[]\",\"name\":\"proof\",\"type\":\"bytes32[]\"},{\"internalType\":\"bytes\",\"name\":\"payload\",\"type\":\"bytes\"}],\"internalType\":\"structDispute.Group\",\"name\":\"group\",\"type\":\"tuple\"}],\"name\":\"proveClass\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"game\",\"type\":\"bytes32\"},{\"components\":[{\"internalType\":\"bytes32\",\"name\":\"datasetHash\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"seed\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"modelHash\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"bitmapHash\",\"type\":\"bytes32\"},{\"internalType\":\"uint256\",\"name\":\"groups\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"groupSize\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"features\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"classes\",\"type\":\"uint256\"}],\"internalType\":\"structDispute.Facts\",\"name\":\"facts\",\"type\":\"tuple\"},{\"internalType\":\"bytes\",\"name\":\"header\",\"type\":\"bytes\"},{\"internalType\":\"bytes32\",\"name\":\"weightsRoot\",\"type\":\"bytes32\"},{\"internalType\":\"uint256\",\"name\":\"pos\",\"type\":\"uint256\"},{\"internalType\":\"bytes32\",\"name\":\"word\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32[]\",\"name\":\"siblings\",\"type\":\"bytes32[]\"},{\"components\":[{\"internalType\":\"bytes32\",\"name\":\"salt\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32[]\",\"name\":\"proof\",\"type\":\"bytes32[]\"},{\"internalType\":\"bytes\",\"name\":\"payload\",\"type\":\"bytes\"}],\"internalType\":\"structDispute.Group\",\"name\":\"group\",\"type\":\"tuple\"}],\"name\":\"proveInput\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"game\",\"type\":\"bytes32\"},{\"components\":[{\"internalType\":\"bytes32\",\"name\":\"datasetHash\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"seed\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"modelHash\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"bitmapHash\",\"type\":\"bytes32\"},{\"internalType\":\"uint256\",\"name\":\"groups\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"groupSize\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"features\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"classes\",\"type\":\"uint256\"}],\"internalType\":\"structDispute.Facts\",\"name\":\"facts\",\"type\":\"tuple\"},{\"internalType\":\"bytes\",\"name\":\"header\",\"type\":\"bytes\"},{\"internalType\":\"bytes32\",\"name\":\"weightsRoot\",\"type\":\"bytes32\"}],\"name\":\"proveList\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"key\",\"type\":\"bytes32\"}],\"name\":\"release\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"game\",\"type\":\"bytes32\"}],\"name\":\"settle\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"game\",\"type\":\"bytes32\"}],\"name\":\"timeout\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"}],\"name\":\"withdraw\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"}]",
	ID:  "Dispute",
	Bin: "0x60a0346100a157601f615b7338819003918201601f19168301916001600160401b038311848410176100a5578084926020946040528339810103126100a1575180158015610090575b61007c57608052604051615ab990816100ba823960805181818161017101528181612d4501528181612eac01526147f10152f35b63cfde146160e01b5f52600160045260245ffd5b50670de0b6b3a76400008111610048565b5f80fd5b634e487b7160e01b5f52604160045260245ffdfe6101a06040526004361015610012575f80fd5b5f5f3560e01c80630bbe0b8014612856578063262134b714612625578063304c6027146125f95780634d0b91d61461254557806351cff8d9146124b557806367d42a8b146123f057806373931bbf14612159578063795ea18e1461205f5780637ac74dfe14611c805780637df7ce6514611c655780638abe319314611c135780638ead939414611bf7578063934781dc14611a155780639782758214611793578063987757dd1461167f5780639b73f52514610ed5578063b5c5204f14610e2e578063b8e19ed614610de8578063b9fdf04114610dc0578063c1314d1114610a3b578063c7cf748414610a18578063c9100bcb14610889578063cadcfd9514610803578063db31b6b514610719578063e3d21e211461024f578063e3d670d714610217578063f4584a9e146101fb578063fcb24887146101975763fe173b971461015a575f80fd5b3461019457806003193601126101945760206040517f00000000000000000000000000000000000000000000000000000000000000008152f35b80fd5b50346101945760c036600319011261019457604435908115158203610194576064359067ffffffffffffffff82116101945760406101ed846101dc3660048701612afe565b60a435926084359290602435612f7c565b825191825215156020820152f35b5034610194578060031936011261019457602060405160408152f35b50346101945760203660031901126101945760406020916001600160a01b0361023e612b2c565b168152600283522054604051908152f35b5034610194576101c036600319011261019457610100366023190112610194576101243567ffffffffffffffff811161071557610290903690600401612afe565b6101643567ffffffffffffffff8111610711576102b1903690600401612acd565b6101849391933567ffffffffffffffff811161070d576102d5903690600401612afe565b91909367ffffffffffffffff6101a435116107095760606101a435360360031901126107095760043587526001602052604087209361031385613804565b6001600160a01b0386541633036106fa5790610339839261033e94836101443592614a55565b612d14565b3560f81c945f1986019586116106e657600484019560ff875460b01c1683148015906106ba575b6106ab579061037f929161037a858089614d09565b613974565b60028301540361069c578492600160ff1b869161010435925b8381106106505750505050506103ba60446101a435016101a435600401612ce1565b91909262ffffff6103cf60e43560c435612bb9565b955416936103df60c43586612cd7565b9360015b6001600160ff1b038116810361063c5760a435600182811b1b10156104105761040b90614cda565b6103e3565b95966001871b95865f19810111610628579760015b1561048a575b89985f198801811690891c8a5b6004811061044a5750891b1798610425565b909160019060405160208101604435815284604083015282606083015260608252610476608083612c36565b5f198d019151902016909318929101610438565b60a43589101561042b57899650888760616104f16104b460446101a435016101a435600401612ce1565b929083604051948592602084019788528860218501526101a4356004013560418501528484013781018d838201520301601f198101835282612c36565b5190209060246101a4350161050c816101a435600401614b95565b8b91505b60a4356001831b10610618570361060957610531906101a435600401614b95565b91908a925b8084106105a15750505050602435036105925761056b93929161055f6105659260c43590612b72565b90612b58565b91612d37565b3560f81c146105835761058090600435614770565b80f35b600482632941b4cd60e21b8152fd5b600487632941b4cd60e21b8152fd5b909192936001908185871c16155f146105f7576105bf868486613964565b355b604051906020820192600160f81b845260218301526041820152604181526105ea606182612c36565b5190209401929190610536565b610602868486613964565b35906105c1565b60048a632941b4cd60e21b8152fd5b9061062290614cda565b90610510565b60248a634e487b7160e01b81526011600452fd5b602489634e487b7160e01b81526011600452fd5b6001600160fe1b038116810361063c57610678610672868360021b8186612ee2565b90612efa565b60e01d60030b83811361068f575b50600101610398565b9096509150856001610686565b60048563425525fb60e11b8152fd5b60048863425525fb60e11b8152fd5b50610104356001600160fe1b038116810361063c576106dd60209160021b614ce8565b1b841415610365565b602487634e487b7160e01b81526011600452fd5b600489633f02146f60e21b8152fd5b8680fd5b8580fd5b8380fd5b5080fd5b503461019457602036600319011261019457600435908181526001602052604081209160018301548252816020526040822092805460ff8160a01c1660058110156107ef5780159081156107e4575b5080156107d3575b6107c4576001600160a01b0316331415806107b0575b6107a1576001600160a01b036105809394541633149161492a565b600483633f02146f60e21b8152fd5b506001600160a01b03845416331415610786565b600484631694684760e01b8152fd5b5060ff600286015460c01c16610770565b60049150145f610768565b602485634e487b7160e01b81526021600452fd5b50346101945760a03660031901126101945760043567ffffffffffffffff811161071557610835903690600401612afe565b505060443567ffffffffffffffff811161071557610857903690600401612afe565b505060643567ffffffffffffffff8111610715579061087b60049236908401612afe565b5050631694684760e01b8152fd5b503461019457602036600319011261019457806040516108a881612bfd565b8181528160208201528160408201528160608201528160808201528160a08201528160c08201528160e0820152816101008201526101200152600435815280602052604090206040516108fa81612bfd565b81546001600160a01b03811692838352602083018260a01c64ffffffffff168152604084018360c81c62ffffff168152606085019360e01c62ffffff16845260018301546080860190815260028401549460a08701926001600160801b038716845260c08801948760801c63ffffffff16865260e08901968860a01c63ffffffff1688526101008a019860c01c60ff1615158952600301546001600160801b03169861012001988952604051998a525164ffffffffff1660208a01525162ffffff1660408901525162ffffff166060880152516080870152516001600160801b031660a08601525163ffffffff1660c08501525163ffffffff1660e0840152511515610100830152516001600160801b031661012082015261014090f35b50346101945780600319360112610194576020610a33612eaa565b604051908152f35b506101803660031901126101945760043590610100366023190112610194576101243567ffffffffffffffff811161071557610a7b903690600401612afe565b6101443591848452836020526040842090600182015490604051602081016024358152604435604083015260643560608301526084359182608082015260a43560a082015260c43560c082015260e43560e0820152610104356101008201526101008152610aeb61012082612c36565b519020831490811591610da4575b50610d9557600283019360ff855460c01c168015610d81575b610d7257610b1e612d43565b3403610d3f57600191610b35918760031c91612d37565b3560f81c600786161c1615610d3057604051602081019187835260408201523360608201528460808201526101643560a082015260a08152610b7860c082612c36565b5190209384815260016020526040812060ff815460a01c166005811015610d1c57610d0d57805464ffffffffff60a81b1960ff60a01b1933167fffffffffffffffffffffff000000000000000000000000000000000000000000909216919091177401000000000000000000000000000000000000000017164260a81b64ffffffffff60a81b16178155600490600181018890550180547fffffffffffffffffffffff00000000ffffffffffffffffffffffffffff0000001662ffffff868116919091177101000000000000000000000000000000000017909155825460e01c811691908214610cf957508493610ce660209794610cb47f2d7f68dd97e180519693537bbd016d860182781ceff1bb74878028cc91e50e309560016040960162ffffff60e01b1962ffffff60e01b83549260e01b169116179055565b610cc763ffffffff825460a01c16612e93565b63ffffffff60a01b1963ffffffff60a01b83549260a01b169116179055565b81519033825287820152a3604051908152f35b80634e487b7160e01b602492526011600452fd5b600482631694684760e01b8152fd5b602483634e487b7160e01b81526021600452fd5b600485631694684760e01b8152fd5b602487610d4a612d43565b7fcfde1461000000000000000000000000000000000000000000000000000000008252600452fd5b600487633f02146f60e21b8152fd5b5064ffffffffff845460a01c164211610b12565b600486631694684760e01b8152fd5b9050610db1368684612dd7565b6020815191012014155f610af9565b503461019457610dcf36612b42565b909160018301809311610cf9576020610a338484612bb9565b503461019457610e00610dfa36612b42565b90612e0d565b604051916003811015610e1a576040935082526020820152f35b602484634e487b7160e01b81526021600452fd5b5034610194576060366003190112610194576004356044358183526001602052610e618160408520938460243591614bcb565b5081549160ff8360e01c16158015610ec4575b610eb557600466ffffffff00000091019263ffffffff80855494169160ff828660181c169160d81c161b161760181b169066ffffffff000000191617905580f35b600484633f02146f60e21b8152fd5b508160ff8460d81c161c1515610e74565b506080366003190112610194576004356001600160a01b03811680910361071557602435906044359060643567ffffffffffffffff811161167b57610f1e903690600401612afe565b93906040517fda39106600000000000000000000000000000000000000000000000000000000815282600482015284602482015261018081604481875afa908115611670578791611532575b506001600160a01b038151163314801590611506575b80156114ef575b610d7257610f93612eaa565b34036114e457610fa4858486612c58565b9485885287602052604088206001600160a01b038154166106fa576060830151926080810151604082015190610fdb368c89612dd7565b602081519101209161ffff60e0850151169261012085019361ffff8551169161ffff610140880151169361ffff61016089015116956040519b6101008d018d811067ffffffffffffffff8211176114cb576040528c5260208c015260408b015260608a0152608089015260a088015260c087015260e08601526001600160a01b0333167fffffffffffffffffffffffff000000000000000000000000000000000000000084541617835560c08201916110b561109e63ffffffff85511642612b58565b9261ffff8061010088549501511691511690612bb9565b8c906007810180821161146f5760031c8d036114bc576007168015159081611492575b5061148357908b9699989795949392918d5b88811061130857509264ffffffffff927f90e607899e7915b7381fae564b34e8f0c082713716a52b8d19ee7caf78f258cf9b95927fffffffff0000000000000000ffffffffffffffffffffffffffffffffffffffff78ffffffffff00000000000000000000000000000000000000007bffffff000000000000000000000000000000000000000000000000006112cd9a9860c81b169360a01b1691161717825560405160208101906111e2828860e08091805184526020810151602085015260408101516040850152606081015160608501526080810151608085015260a081015160a085015260c081015160c08501520151910152565b61010081526111f361012082612c36565b519020600183015560028201906001600160801b03803416166fffffffffffffffffffffffffffffffff19835416178255517fffffffffffffffffffffffff00000000ffffffffffffffffffffffffffffffff73ffffffff0000000000000000000000000000000083549260801b1691161790555460a01c169560405197885260208801526040870152606086019060e08091805184526020810151602085015260408101516040850152606081015160608501526080810151608085015260a081015160a085015260c081015160c08501520151910152565b6101a0610160850152816101a08501526101c0840137856101c086840101526101808201526101c0813395601f80199101168101030190a380f35b9091929394959698999a97506020810180821161146f577f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f8f8f6113bb61138f6113898f886113e9957f080808080808080808080808080808080808080808080808080808080808080899886113f399508282105f14611466575092612ee2565b90612f60565b7f55555555555555555555555555555555555555555555555555555555555555558160011c1690612b65565b7f3333333333333333333333333333333333333333333333333333333333333333808260021c169116612b58565b8060041c90612b58565b16927f0101010101010101010101010101010101010101010101010101010101010101840260f81c019214611453575b6020810180911161143f57908c979a99989695949392916110ea565b60248e634e487b7160e01b81526011600452fd5b90610100810180911161143f5790611423565b50508092612ee2565b60248f634e487b7160e01b81526011600452fd5b60048d632941b4cd60e21b8152fd5b90505f198d018d811161146f57906114ad60ff928f8c612d37565b3560f81c901c1615155f6110d8565b60048e632941b4cd60e21b8152fd5b505050505060248f634e487b7160e01b81526041600452fd5b602487610d4a612eaa565b5067ffffffffffffffff60a0820151164211610f87565b506020810151600881101561151e5760031415610f80565b602488634e487b7160e01b81526021600452fd5b9050610180813d8211611668575b8161154e6101809383612c36565b810103126107095760405190610180820182811067ffffffffffffffff8211176116545760405280516001600160a01b03811681036116505782526020810151600881101561165057602083015260408101516040830152606081015160608301526080810151608083015260a081015167ffffffffffffffff811681036116505760a083015260c081015163ffffffff8116810361165057611644916101609160c085015261160060e08201612dc8565b60e08501526116126101008201612dc8565b6101008501526116256101208201612dc8565b6101208501526116386101408201612dc8565b61014085015201612dc8565b6101608201525f610f6a565b8880fd5b602489634e487b7160e01b81526041600452fd5b3d9150611540565b6040513d89823e3d90fd5b8480fd5b50346101945760203660031901126101945760043580825260016020526040822060018101548352826020526040832060ff600282015460c01c1615801561177b575b8015611761575b6107c4576117186001600160a01b0391600160a21b60ff60a01b1985541617845561055f6116f5612d43565b916001600160801b03600363ffffffff600489015460881c169201541690612bb9565b9154168352600260205261173160408420918254612b58565b90557f7642456a231c0ab25bd1a88e2c491f5519fc38c5d156de031fd711db18c562c5602060405160018152a280f35b5060ff825460a01c1660058110156107ef576004146116c9565b5060ff825460a01c1660058110156107ef57156116c2565b5034610194576040366003190112610194576004359060243567ffffffffffffffff8111610715576117c9903690600401612acd565b90838352600160205260408320805460ff8160a01c166005811015611a01576001036119f2576001820154855284602052604085209060028201549060ff8260c01c16610d725764ffffffffff6118249160a81c1642612b65565b9563ffffffff61183f6004860198828a5460481c1690612b58565b9260801c1682116119e357806119cf575085546cffffffff000000000000000000191660489190911b6cffffffff00000000000000000016178555815464ffffffffff60a81b19164260a81b64ffffffffff60a81b161782556001600160a01b0390541633036119c0576002831080156119b6575b6119a7576118c28383613930565b80600283015560038201558354936001600160fb1b0384168403611993577f8f1d023d8e7437bd6c3c4baca4e61eea91f2eab10d309f1b9cfa6b6022f22bc29476ff000000000000000000000000000000000000000000006119268660051b614ce8565b60b01b16907fffffffffffffffffff0000ffffffffffffffffffffffffffffffffffffffffff75ff0000000000000000000000000000000000000000008760a81b16911617179055600160a11b60ff60a01b1982541617905561198e60405192839283612b90565b0390a2005b634e487b7160e01b5f52601160045260245ffd5b632941b4cd60e21b5f5260045ffd5b5060ff83116118b4565b633f02146f60e21b5f5260045ffd5b80634e487b7160e01b602492526021600452fd5b80633f02146f60e21b60049252fd5b600485633f02146f60e21b8152fd5b602486634e487b7160e01b81526021600452fd5b5034610194576101a036600319011261019457600435610100366043190112610715576101443567ffffffffffffffff8111611bf357611a59903690600401612afe565b61018435908385526001602052611a798260408720958660243591614bcb565b604080516044356020820190815260643592820192909252608435606082015260a435608082015260c43560a082015260e43560c08201526101043560e08201526101243561010082015260019190611ae08161012081015b03601f198101835282612c36565b51902091015414801590611bda575b610d305780611b12611b0d611b0885611b189588613b39565b613b78565b614ce8565b93612d14565b3560f81c8110801590611bca575b8015611bba575b8015611bb2575b610eb55782547fffffff00ff00ffffffffffffffffffffffffffffffffffffffffffffffffffff1660d09190911b7aff0000000000000000000000000000000000000000000000000000161760e09190911b60ff60e01b16178155610580906004810154815460ff60d81b191660289190911b60ff60d81b16179055565b508115611b34565b5060ff835460d81c161515611b2d565b5060ff835460e01c161515611b26565b50611be9610164358285614d2f565b6084351415611aef565b8280fd5b5034610194578060031936011261019457602060405160018152f35b5034610194576080366003190112610194576004359067ffffffffffffffff8211610194576020611c5b611c4a3660048601612afe565b606435916044359160243591612d79565b6040519015158152f35b50346101945780600319360112610194576020610a33612d43565b5034610194576101e036600319011261019457610100366023190112610194576101243567ffffffffffffffff811161071557611cc1903690600401612afe565b6101a43567ffffffffffffffff811161071157611ce2903690600401612acd565b909167ffffffffffffffff6101c4351161167b5760606101c4353603600319011261167b57611d4491600435865260016020526040862093611d248387613a56565b95611d2e87613b78565b9361018435916101643591610144359189613cec565b60e4356101643510156120505762ffffff60048201541690611d6860c43583612cd7565b9060015b6001600160ff1b038116810361203c5760a435600182811b1b1015611d9957611d9490614cda565b611d6c565b92936001841b92835f198101116106e6579460015b15611e13575b86955f198501811690861c875b60048110611dd35750861b1795611dae565b909160019060405160208101604435815284604083015282606083015260608252611dff608083612c36565b5f198a019151902016909318929101611dc1565b60a435861015611db457869291869160446101c4350192611e3a846101c435600401612ce1565b611e7a606160405183819460208301968d88528860218501526101c4356004013560418501528484013781018b838201520301601f198101835282612c36565b5190209060246101c43501611e95816101c435600401614b95565b8991505b60a4356001831b1061202c570361201d57611eba906101c435600401614b95565b919088925b808410611fb5575050505060243503611fa6579061055f611f28611ef5611eec611f339560c43590612b72565b60e43590612bb9565b61055f610160850194611f22611f0f875161016435612b72565b916101a061018082015191015190612bb9565b90612bb9565b915161016435612cd7565b601f6101643516601f0391601f8311611f92576001600160fd1b0383168303611f925760ff91611f6c611f72926101c435600401612ce1565b90612d37565b3560f81c91610184359060031b1c16146105835761058090600435614770565b602485634e487b7160e01b81526011600452fd5b600485632941b4cd60e21b8152fd5b909192936001908185871c16155f1461200b57611fd3868486613964565b355b604051906020820192600160f81b84526021830152604182015260418152611ffe606182612c36565b5190209401929190611ebf565b612016868486613964565b3590611fd5565b600488632941b4cd60e21b8152fd5b9061203690614cda565b90611e99565b602486634e487b7160e01b81526011600452fd5b600483632941b4cd60e21b8152fd5b5034610194576020366003190112610194576004359081815260016020526040812060018101548252816020526040822090805460ff8160a01c1692600584101580611a01576001851494851561214b575b85159182612139575b5050610d30576002015460ff8160c01c169182156120e3575b50506107a157610580929361492a565b63ffffffff91925061210264ffffffffff61211b9260a81c1642612b65565b8515612129578280600487015460481c165b1690612b58565b9160801c1610155f806120d3565b8280600487015460681c16612114565b909150611a0157600214155f806120ba565b9450508460038514946120b1565b5034610194576020366003190112610194578061020060405161217b81612bcc565b8281528260208201528260408201528260608201528260808201528260a08201528260c08201528260e08201528261010082015282610120820152826101408201528261016082015282610180820152826101a0820152826101c0820152826101e08201520152600435815260016020526040812090604051916121fe83612bcc565b80546001600160a01b038116845260ff8160a01c166005811015610e1a579160ff6004928194602088015264ffffffffff8160a81c166040880152818160d01c166060880152818160d81c16608088015260e01c1660a0860152600181015460c0860152600281015460e08601526003810154610100860152015462ffffff811661012085015263ffffffff8160181c1661014085015261ffff8160381c1661016085015263ffffffff8160481c1661018085015263ffffffff8160681c166101a085015263ffffffff8160881c166101c0850152818160a81c166101e085015260b01c16610200830152604051906001600160a01b03835116825260208301519060058210156119cf57506102006102209360ff92602085015264ffffffffff60408201511660408501528260608201511660608501528260808201511660808501528260a08201511660a085015260c081015160c085015260e081015160e085015261010081015161010085015262ffffff6101208201511661012085015263ffffffff6101408201511661014085015261ffff6101608201511661016085015263ffffffff6101808201511661018085015263ffffffff6101a0820151166101a085015263ffffffff6101c0820151166101c0850152826101e0820151166101e0850152015116610200820152f35b50346101945760203660031901126101945760043581528060205260408120600281019081549060ff8260c01c1680156124a4575b8015612492575b801561247d575b610eb5576001600160a01b03905416835260026020526124616001600160801b036040852092168254612b58565b90556fffffffffffffffffffffffffffffffff19815416905580f35b5064ffffffffff815460a01c16421115612433565b5062ffffff815460e01c16151561242c565b506001600160801b03821615612425565b5034610194576020366003190112610194576124cf612b2c565b338252600260205260408220549081156125365782808093819333835260026020528260408120556040518281527f7084f5476618d8e60b11ef0d7d3f06914655adb8793e28ff7f018d4c76d505d560203392a25af161252d612ca8565b50156119e35780f35b600483631694684760e01b8152fd5b50346101945761016036600319011261019457600435610100366023190112610715576101243567ffffffffffffffff8111611bf357612589903690600401612afe565b9190818452600160205260408420926125a184613804565b6001600160a01b0385541633036125ea57906125c66125d79282856101443592614a55565b60ff600486015460a81c1692612d14565b3560f81c14612050579061058091614770565b600486633f02146f60e21b8152fd5b5034610194576060366003190112610194576020610a33612618612b2c565b6044359060243590612c58565b5034610194576102403660031901126101945760043590610100366023190112610194576101243567ffffffffffffffff81116107155761266a903690600401612afe565b9261014435610164359261018435916101a435966101c43567ffffffffffffffff81116128525761269f903690600401612acd565b9490966101e4359367ffffffffffffffff851161284e576080600319863603011261284e57610204359567ffffffffffffffff871161284a576080600319883603011261284a57610224359767ffffffffffffffff89116128465760806003198a36030112612846578c61273b9160408e8d81526001602052209c8d9288612728898c89613b39565b98888c896127358d613b78565b98613bc1565b601f84169788601f03601f8111612832576001600160fd1b0381168103612832578d60ff9160031b1c169861276f85613b78565b861015612815578451156114835760068551146127b7575b506127a898999a9b9c5060040196600401956004019460028c015491613e16565b14612050579061058091614770565b9098506003851661280657601c03601c81116127f2576001600160fd1b03811681036127f2579a9b8c9b60031b1c63ffffffff16975f612787565b60248c634e487b7160e01b81526011600452fd5b60048c632941b4cd60e21b8152fd5b505050505050505050909192935015612050579061058091614770565b60248d634e487b7160e01b81526011600452fd5b8b80fd5b8a80fd5b8980fd5b8780fd5b34612ac9576060366003190112612ac95760043560243567ffffffffffffffff8111612ac95761288a903690600401612acd565b60443567ffffffffffffffff8111612ac9576128aa903690600401612acd565b91845f52600160205260405f2090815460ff8160a01c166005811015612ab5576003036119c05760018301545f525f60205260405f209060028201549060ff8260c01c166119c05764ffffffffff6129069160a81c1642612b65565b9163ffffffff612921600487019482865460481c1690612b58565b9260801c1682116119c05782546cffffffff000000000000000000191660489290921b6cffffffff00000000000000000016919091178255835464ffffffffff60a81b19164260a81b64ffffffffff60a81b161784556001600160a01b0390541633036119c05782549560ff8760e01c1692600584018085116119935760048501908111611993576005900697600189018099116119935760d81c60ff168114801590612aa8575b612a99576129ea9161ffff6129de8989613930565b945460381c1684613974565b6003840190815403612a995755815460ff60d81b191660d886901b60ff60d81b161782557f065eccaccf5a5d0f3f7ffc1e2114d59c8a01494980aa91208b51a3fa0294358a94612a799160ff91612a4591612b65565b612b65565b83547fffffff00ffffffffffffffffffffffffffffffffffffffffffffffffffffffff16911660e01b60ff60e01b16178255565b600160a11b60ff60a01b1982541617905561198e60405192839283612b90565b63425525fb60e11b5f5260045ffd5b506001881b8714156129c9565b634e487b7160e01b5f52602160045260245ffd5b5f80fd5b9181601f84011215612ac95782359167ffffffffffffffff8311612ac9576020808501948460051b010111612ac957565b9181601f84011215612ac95782359167ffffffffffffffff8311612ac95760208381860195010111612ac957565b600435906001600160a01b0382168203612ac957565b6040906003190112612ac9576004359060243590565b9190820180921161199357565b9190820391821161199357565b8115612b7c570690565b634e487b7160e01b5f52601260045260245ffd5b602081528260208201526001600160fb1b038311612ac95760409260051b809284830137010190565b8181029291811591840414171561199357565b610220810190811067ffffffffffffffff821117612be957604052565b634e487b7160e01b5f52604160045260245ffd5b610140810190811067ffffffffffffffff821117612be957604052565b6060810190811067ffffffffffffffff821117612be957604052565b90601f8019910116810190811067ffffffffffffffff821117612be957604052565b91604051916001600160a01b0360208401941684526040830152606082015260608152612c86608082612c36565b51902090565b67ffffffffffffffff8111612be957601f01601f191660200190565b3d15612cd2573d90612cb982612c8c565b91612cc76040519384612c36565b82523d5f602084013e565b606090565b8115612b7c570490565b903590601e1981360301821215612ac9570180359067ffffffffffffffff8211612ac957602001918136038313612ac957565b9060041015612d235760040190565b634e487b7160e01b5f52603260045260245ffd5b90821015612d23570190565b7f000000000000000000000000000000000000000000000000000000000000000080620f42400290620f42408204036119935790565b905f5b858110612d8e57505050505050600190565b84612dac612da583612da0888b612bb9565b612b58565b8486612d37565b3560f81c1015612dbe57600101612d7c565b5050505050505f90565b519061ffff82168203612ac957565b929192612de382612c8c565b91612df16040519384612c36565b829481845281830111612ac9578281602093845f960137010152565b90612e189133612c58565b5f525f60205260405f20908154916001600160a01b03831615612e8b576002015460c01c60ff16612e835764ffffffffff8260a01c164211801590612e72575b612e6a5762ffffff60029260c81c1690565b600191505f90565b5062ffffff8260e01c161515612e58565b600291505f90565b505f91508190565b63ffffffff1663ffffffff81146119935760010190565b7f0000000000000000000000000000000000000000000000000000000000000000806305f5e10002906305f5e1008204036119935790565b90939293848311612ac9578411612ac9578101920390565b919091357fffffffff0000000000000000000000000000000000000000000000000000000081169260048110612f2e575050565b7fffffffff00000000000000000000000000000000000000000000000000000000929350829060040360031b1b161690565b359060208110612f6e575090565b5f199060200360031b1b1690565b94906008841061339457612f908484612d14565b3560f81c9182601681020460161483151715611993576016830260080160081161199357602a6016840201601684026008011161199357602a6016840201851061339457846016840260080111612ac9575f9560086016850281011080156137a9575b6136b6576016840260080160041015612d23576002600486013560f81c108015613775575b80156136c9575b6136b657613033600486013560f81c6138e6565b6130406040519182612c36565b600486013560f81c808252601f1990613058906138e6565b015f5b81811061369f5750505f905f5f925b600489013560f81c8410613476575050505061308f611b086016860260080187613a56565b1490811591613437575b5061339457600a601683020195866016840260080111611993576130c587601685026008018787612ee2565b9690357fffff00000000000000000000000000000000000000000000000000000000000081169760028110613400575b50506131116113898860f01c99602a6016880201908989612ee2565b9763ffff00008860e01c1690801590820462010000148117156119935784838310918215926133e6575b50506133945761316461315d621fffe05f9a60eb1c16602a6016890201612b58565b9183612b65565b96620100008810156133da5761317b885b83612b58565b81036133945761319382602a6016890201838a612ee2565b9490955f146133a2578a905b03613394576131b7816131ca9362010000938a612ee2565b828511939190841561338d578391614d09565b971161335257613205575b505050916131eb91601686940260080190614d2f565b036131f7575090600190565b80624adfdf60e81b60049252fd5b929695509392620100008398929801928381116119935761ffff0192831161199357958260101c9161326660016132607e1fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe05f97600b1c16614ce8565b1b6138fe565b965f9460205b62010000811061332857505f198501948511935f5b8a51811015613300578561199357868110156132dd578060051b906001600160fb1b03811681036119935760208201808311611993576132d68f6132d08f938f90600197611389928895612ee2565b92614d1b565b5201613281565b5f95506001908781036132f557896132d6828e614d1b565b8b6132d6828b6132d0565b509550979098935061331f9199508896506131eb955060169250614d4d565b948294506131d5565b95805f9b959b5260205260405f20958060011b90808204600214901517156119935799939961326c565b50509450602092506040915061338593858351968793868501998a52858501378201908382015203018084520182612c36565b519020905f90565b8591614d09565b624adfdf60e81b5f5260045ffd5b60405160208101908c8252868860408301376133d16040828981015f838201520301601f198101835282612c36565b5190209061319f565b61317b62010000613175565b909150816133f7575b50845f61313b565b9050155f6133ef565b7fffff000000000000000000000000000000000000000000000000000000000000929850829060020360031b1b1616955f806130f5565b90506134496016840260080185612d14565b3560f81c5f1981019081116119935761346c610160916016860260080187613b39565b015114155f613099565b61348b8460168a9d95969d026008018b613b39565b92836134978d87614d1b565b526134a28c86614d1b565b508b158451158115911480159061367b575b6135aa578061365f575b613611576101608401518015908115613653575b508015613624575b613611576134f66134ef602086015187614d1b565b5185615118565b916240000061350486613b78565b118015613606575b6135aa5761351d9061055f86613b78565b9361353e61352a82613b78565b8415959061055f90876135e9578690612bb9565b936304000000861180156135db575b6135c8576135bd57816101c0820151036135aa576101600151916005019182600511611993576135809261055f91612bb9565b9963020000008b11613598576001905b01929161306a565b634a4019c560e01b5f5260045260245ffd5b8c634a4019c560e01b5f5260045260245ffd5b509a60019150613590565b8d634a4019c560e01b5f5260045260245ffd5b50640100000000851161354d565b606085015180156135fe5780611f2291612bb9565b506001611f22565b50618000831161350c565b8b634a4019c560e01b5f5260045260245ffd5b5061364d613636602086015187614d1b565b51613645604087015188614d1b565b5190866151e2565b156134da565b6110009150115f6134d2565b5060208401518c1115806134be57508b604085015110156134be565b5060048b013560f81c5f198101908111611993578d906006875114911414156134b4565b6020906136aa6139d7565b8282860101520161305b565b634a4019c560e01b5f525f60045260245ffd5b506016840260080160051015612d23576016840260080160061015612d23576016840260080160071015612d23577fff000000000000000000000000000000000000000000000000000000000000006006860135167fff00000000000000000000000000000000000000000000000000000000000000600587013516177fff0000000000000000000000000000000000000000000000000000000000000060078701351617151561301f565b506016600486013560f81c818102918183041490151715611993576008018060081161199357601685026008011415613018565b507f47415132000000000000000000000000000000000000000000000000000000007fffffffff000000000000000000000000000000000000000000000000000000006137fc6016870260080188612efa565b161415612ff3565b90815460ff8160a01c166005811015612ab5576002036119c05760018301545f525f60205260405f209260028401549160ff8360c01c166119c05764ffffffffff6138539160a81c1642612b65565b63ffffffff61386d600484019282845460681c1690612b58565b9360801c1683116119c0576138e4927fffffffffffffffffffffffffffffff00000000ffffffffffffffffffffffffff70ffffffff0000000000000000000000000083549260681b16911617905564ffffffffff421664ffffffffff60a81b1964ffffffffff60a81b83549260a81b169116179055565b565b67ffffffffffffffff8111612be95760051b60200190565b90613908826138e6565b6139156040519182612c36565b8281528092613926601f19916138e6565b0190602036910137565b8160051b916001600160fb1b038116036119935781613956600161326061396195614ce8565b916020830137614d4d565b90565b9190811015612d235760051b0190565b92915f925b808410613987575050505090565b90919293600184861c16155f146139bb576139a3858385613964565b35905f52602052600160405f205b9401929190613979565b6139c6858385613964565b355f52602052600160405f206139b1565b604051906101e0820182811067ffffffffffffffff821117612be9576040525f6101c0838281528260208201528260408201528260608201528260808201528260a08201528260c08201528260e08201528261010082015282610120820152826101408201528261016082015282610180820152826101a08201520152565b9190613a606139d7565b9281600811612ac95763ffffffff916008613a819201906007190190612f60565b8060f81c845260ff8160f01c16602085015260ff8160e81c16604085015260ff8160e01c16606085015260ff8160d81c16608085015260ff8160d01c1660a085015260ff8160c81c1660c085015260ff8160c01c1660e085015260ff8160b81c1661010085015260ff8160b01c1661012085015261ffff8160a01c1661014085015261ffff8160901c1661016085015261ffff8160801c1661018085015261ffff8160701c166101a085015260501c166101c0830152565b929192613b446139d7565b936016810290808204601614901517156119935760080190816008116119935782613a819263ffffffff9461138993612ee2565b8051600603613b9c5761016001516001600160fe1b03811681036119935760021b90565b806101a0613bb861016061396194015161018084015190612bb9565b91015190612bb9565b96949891979597929092613bd488613804565b938854946001600160a01b03861633036119c057613bf9938383602461033994614af4565b3560f81c8310156119a75760201015613ca85760ff8160d81c16918215918215613c97575b8215613c86575b50508015613c6a575b6119c057821493841594613c49575b505050509050612a9957565b60039450613c5b939560051c90613974565b9101541415805f808080613c3d565b5063ffffffff600485015460181c168660051c821c1415613c2e565b60d01c60ff16141590505f80613c25565b915060ff8260e01c16151591613c1e565b50939460201193841594613cd7575b8415613cc957505050509050612a9957565b60029450613c5b9395613974565b600484015460b01c60ff168314159450613cb7565b95939791969496929092613cff87613804565b938754946001600160a01b03861633036119c057613d24938383602461033994614af4565b3560f81c156119a75760201015613d905760ff8160d81c16908115908115613d7f575b8115613d6f575b508015613c6a576119c057821493841594613c4957505050509050612a9957565b60ff915060d01c1615155f613d4e565b905060ff8160e01c16151590613d47565b50929360201192831593613dce575b8315613db1575b5050509050612a9957565b600293505f613dc09395613974565b9101541415805f8080613da6565b600483015460b01c60ff168214159350613d9f565b81810392915f13801582851316918412161761199357565b9190915f838201938412911290801582169115161761199357565b96919795909360c05260a0525f96613e49602060c05101613e398151878b613b39565b610160525160a05183878b614d95565b600560c05151146146de57505060c05151600381149081156146d3575b506146ba57613e7a6101605160c051615118565b94600660c05151145f146146a3578360021c945b6101c060c0510151958760050196876005116119935761055f88613eb193612bb9565b916040880180891161199357613ec790836154a6565b92604084015197602089018911611993575f6020601f198c168b010152601b89019060208a01821161199357613efe9285876155e3565b8460041015612d2357600481013560f81c5f19810190811161199357613f28613f4a918784613b39565b613f446101c08201519361016083015198602084015191613b39565b90615118565b60050190816005116119935761055f613f6692613f6c97612bb9565b916156a6565b8151936020840180851161199357613f869060a0516154a6565b61010052604061010051015160805260c06101605101517f01010101010101010101010101010101010101010101010101010101010101018102908082047f0101010101010101010101010101010101010101010101010101010101010101149015171561199357613ffa85608051612b58565b610120526080515b61012051811061469857505060c051516001146143cc5750505f905f1983018381116119935760051c610100515180158015806143a8575b61439b575b508060051b916001600160fb1b038216820361199357908592915f60206101005101905b8281111561436b575050506101005152614084604060a0510160a051612ce1565b5001608051375b6140ab61409a61016051613b78565b60a051359060a051610100516156a6565b601f831680614350575b50601f83019283811161433c578360051c9360805190602084019160208692601f1916860101905b8184106141df5750506140fd915063ffffffff8760081c1660030b613dfb565b908060071b90808204608014901517156141cb579161414d6141376141539361413161415c9660c061016051015190612bb9565b90613dfb565b91611f2287602060c06101605101519301615171565b90613de3565b92608051615171565b907f01ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff82168203610cf95750906141959160071b90613de3565b90600660c05151146141c157613961916001601f6141b593161b90615817565b60c08051015190614ea2565b5063ffffffff1690565b602484634e487b7160e01b81526011600452fd5b9091602080918551845160ff811660ff83160281601e1a83601e1a020181601d1a83601d1a0282601c1a84601c1a0201019281601b1a83601b1a0282601a1a84601a1a02018260191a8460191a028360181a8560181a020101928260171a8160171a028360161a8260161a02018360151a8260151a028460141a8360141a020101928d8160131a8360131a028260121a8460121a02018260111a8460111a028360101a8560101a0201019382600f1a84600f1a0283600e1a85600e1a020183600d1a85600d1a0284600c1a86600c1a0201019383600b1a81600b1a0284600a1a82600a1a02018460091a8260091a028560081a8360081a020101938060071a8260071a028160061a8360061a02018160051a8360051a028260041a8460041a020101938160031a8360031a028260021a8460021a0201928260011a8160011a0292821a911a020101010101010101010194019101929190926140dd565b602483634e487b7160e01b81526011600452fd5b61012051035f1960f88560031b161c1981511690525f6140b5565b8192939495508061438a61439093519661438481614cda565b97614d1b565b52614cda565b908794939291614063565b611993575f19015f61403f565b5061010051602001515f198301838111611993576143c591614d1b565b511561403a565b6143ea6101608096949695939551015161014060c051015190612cd7565b60e05261447f61016060c051019461442c614406875183612b72565b61442788519161442160e0519361014060c051015190612cd7565b90612cd7565b612bb9565b6101805261447761443e875183612cd7565b61446f6144546101a060c0510192835190612cd7565b93614467608060c0510195865190612bb9565b995190612cd7565b905190612b72565b905190612bb9565b610140525f5b606060c051015181101561468d5761449d8186612b58565b60a060c0510151118015614662575b61465a576144dc6144cd6144c08388612b58565b60a060c051015190612b65565b6101a061016051015190612bb9565b60a060c05101518061014051105f1461465257610140516144fc91612b65565b905b8161452060a060c0510151612a4061014051916101a061016051015190612b58565b92606060c051015180851161464a575b50600161014060c0510151146145c457505b828110614556575050506001905b01614485565b806145be6145886145736144c0600195612da06101405189612b58565b612da061018051916101608051015190612bb9565b6145ad6145a560e05161442786612da0606060c05101518d612bb9565b608051612b58565b9060e0519060a051610100516155e3565b01614542565b8360019594925081106145da575b505050614550565b6146356145a561461d61460f6145fb85612da0614642996101405190612b58565b61442760e0519160a060c051015190612b65565b946144278560e05192612b65565b9261442760e05191612da0606060c05101518a612bb9565b9160a051610100516155e3565b5f80806145d2565b93505f614530565b505f906144fe565b600190614550565b5061466d8186612b58565b61468660a060c051015161018061016051015190612b58565b11156144ac565b50919390925061408b565b818152602001614002565b6146b461016060c051015185612b72565b94613e8e565b5050915050613961915060a0516101605160c051614ec8565b60049150145f613e66565b6139619750614760955060c0919492506147186141b59761475195614748936147116040875101918a8351918587614d95565b5191613b39565b9261473961472c8260a05161016051614e03565b8461016051015190613de3565b610100845101511b9584614e03565b91015190613de3565b61012060c05101511b90613dfb565b600160e060c05101511b90615817565b60018201545f525f60205260405f2090600160a21b60ff60a01b198454161783557f7642456a231c0ab25bd1a88e2c491f5519fc38c5d156de031fd711db18c562c5602060405160018152a260028101918254906f3fffffffffffffffffffffffffffffff8260021c16926147ee63ffffffff8460a01c1685612cd7565b947f000000000000000000000000000000000000000000000000000000000000000080620493e00290620493e0820403611993575f9687968796879661490d9661490795808611614920575b507fffffffffffffff00ffffffffffffffff000000000000000000000000000000008316780100000000000000000000000000000000000000000000000017875560030180546fffffffffffffffffffffffffffffffff19166001600160801b038681169190911790915563ffffffff936148fc9390926001600160a01b036148db6148c886612da0612d43565b61055f8a8a600487015460881c16612bb9565b9154168b5260026020526148f460408c20918254612b58565b905516612b65565b935460a01c16612bb9565b90612b65565b815af1614918612ca8565b50156119c057565b94506148fc61483a565b909160018301545f525f60205260405f2091600160a21b60ff60a01b198554161784557f7642456a231c0ab25bd1a88e2c491f5519fc38c5d156de031fd711db18c562c5602060405193159384158152a26149b15760028101918254906f3fffffffffffffffffffffffffffffff8260021c16926147ee63ffffffff8460a01c1685612cd7565b9062ffffff825460e01c16801561199357825462ffffff60e01b19165f1990910160e01b62ffffff60e01b1617825563ffffffff906004015460881c16600282019063ffffffff825460a01c160363ffffffff811161199357815463ffffffff60a01b191660a09190911b63ffffffff60a01b161790556001600160a01b03614a38612d43565b9154165f526002602052614a5160405f20918254612b58565b9055565b6040805160243560208201908152604435928201929092526064356060820152608435608082015260a43560a082015260c43560c082015260e43560e0820152610104356101008201529294939260019190614ab5816101208101611ad2565b5190209101541492831593614add575b505050614ace57565b631694684760e01b5f5260045ffd5b614ae79350614d2f565b60643514155f8080614ac5565b9390919360016040516020810190614b5e81611ad2888591909160e080610100830194803584526020810135602085015260408101356040850152606081013560608501526080810135608085015260a081013560a085015260c081013560c08501520135910152565b5190209101541492831593614b79575b5050509050614ace57565b60409350614b879294614d2f565b9101351415805f8080614b6e565b903590601e1981360301821215612ac9570180359067ffffffffffffffff8211612ac957602001918160051b36038313612ac957565b91939290614bd881613804565b946001600160a01b0382541633036119c057600382015403614ace577f8f0a03c20406c8a46e7aae1166b65997381eefc3eb781876d70eec6f3637825a918160046020930190815468ffff000000000000008460381b169068ffff0000000000000019161782557403000000000000000000000000000000000000000060ff60a01b19825416179055614c7463ffffffff825460881c16612e93565b7fffffffffffffffffffffff00000000ffffffffffffffffffffffffffffffffff74ffffffff000000000000000000000000000000000083549260881b169116179055614cd160028701610cc763ffffffff825460a01c16612e93565b604051908152a2565b5f1981146119935760010190565b905f915b806020841b10614cf95750565b91614d0390614cda565b91614cec565b90613956600161326061396195614ce8565b8051821015612d235760209160051b010190565b614d3a913691612dd7565b602081519101205f5260205260405f2090565b602081019080515b60018111614d635750505190565b60208160051b8301018384905b828210614d825750505060011c614d55565b6020604091828420815201910190614d70565b939192906020820194614da88684614b95565b92905060041015612d23576004013560f31c611fe016611fe0614dcb9116614ce8565b1493841594614ddf575b50505050612a9957565b614df8939450614def9082614b95565b92909135613974565b14155f808080614dd5565b919060405190614e1282612c1a565b5f8252602082016060815260408301905f8252614e326040840184612ce1565b905060051c90614e41826138e6565b91614e4f6040519384612c36565b808352614e5e601f19916138e6565b013660208401375260405160408101604052815251935f8552601f85019081861161199357611b08614e9592614e9e96858761551d565b908035926156a6565b5190565b90614eac91613dfb565b5f811215614eb957505f90565b60ff811315613961575060ff90565b92919092614eda606082015180612bb9565b6020810180911161199357614eef90836154a6565b915f94614f0161016084015186612cd7565b95614f39614f166101a0860198895190612cd7565b614477614f296080880192835190612bb9565b9961446f6101608901518b612cd7565b60408601945f915b606082015183101561508857614f57838b612b58565b60a0830151118015615062575b615059575f5b606083015181101561504c5780808c8c85878b8a614f8a60019985612b58565b60a0840151118015615026575b61501a5761501496612da061055f95612da0614fde956101a0613bb8614fea9960a0614fca614ff79f9a614fd39b612b58565b91015190612b65565b60a08b015190612b65565b6101608d015190612bb9565b9161016089015190612b72565b61500c8b519861500681614cda565b99612b58565b908a8d61551d565b01614f6a565b50505050505050615014565b506150318785612b58565b61504560a08501516101a085015190612b58565b1115614f97565b50916001905b0191614f41565b91600190615052565b5061506d838b612b58565b61508160a084015161018088015190612b58565b1115614f64565b509650509550919261509d91614e9584613b78565b5f5f925f5b8681106150e557505060038451146150dd5750613961936150cf60c09361414d856150d495015184612bb9565b615817565b91015190614ea2565b935050505090565b6150fd6150f3828451612b58565b515f1a8096612b58565b9483811161510f575b506001016150a2565b92506001615106565b600181511461514d575160028114908115615142575b501561513d5761396190613b78565b505f90565b60069150145f61512e565b61014061516861396193610160613bb8606086015180612bb9565b91015190612cd7565b5f929160051b81015b808210615185575050565b90926020907e0100010001000100010001000100010001000100010001000100010001000185517eff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff808260081c169116010260f01c0193019061517a565b90815160018114908115908161549b575b8215615490575b821580615477575b612dbe578180615469575b612dbe57600581141580615448575b612dbe578161543c575b81615430575b5080615422575b61541a5761540f5781519283156153aa57600584146152d05750506001610180820151148015906152c0575b6152ba576002821491821561527357505090565b6006149150816152ad575b8161529c575b8161528d575090565b61010091506101600151111590565b905060016101608201511190615284565b60c081015115915061527e565b50505f90565b5060016101a0820151141561525f565b909250610160820151926101608101518094149384615395575b84615380575b84615371575b508361535c575b83615348575b505081615338575b81615327575b8161531a575090565b6008915061012001511090565b905060086101008201511090615311565b9050601060e0820151109061530b565b6101a0908101519101511491505f80615303565b925061018083015161018082015114926152fd565b6101608301511493505f6152f6565b93506101a08301516101a082015114936152f0565b935061018083015161018082015114936152ea565b5050602081015115915081615400575b816153ed575b816153de575b816153cf575090565b61100091506101a00151111590565b6101a0810151151591506153c6565b90506110006101808201511115906153c0565b610180810151151591506153ba565b9061396192506158cd565b505050505f90565b506101c08301511515615233565b6006915014155f61522c565b60028114159150615226565b50604085015160e0860151176101008601511761012086015117151561521c565b50610140850151151561520d565b50606085015160808601511760a0860151171515615202565b6004811492506151fa565b6003811492506151f3565b91906040516154b481612c1a565b5f815260208101606081526154d560408301925f8452956040810190612ce1565b905060051c906154e4826138e6565b916154f26040519384612c36565b808352615501601f19916138e6565b013660208401375260405191603f601f19910116820160405252565b909392918060051c916001820182116119935780519182158015806155bf575b6155ae575b506001600160fb1b038316830361199357601f61556391168360051b612b58565b9260208201815b8281111561558f57505050946155899160019596526040810190612ce1565b50019037565b806155a99161438a8451976155a381614cda565b98614d1b565b61556a565b929092611993575f1901915f615542565b5060208301515f198501908582116119935786916155dc91614d1b565b511461553d565b919392938060051c926155f68683612b58565b5f1981019081116119935760051c8151928315801580615682575b615671575b506001600160fb1b038416840361199357601f61563791168460051b612b58565b9460208301905b828111156156585750505052615589906040810190612ce1565b8061566c9161438a8451976155a381614cda565b61563e565b939093611993575f1901925f615616565b5060208401515f1986019086821161199357889161569f91614d1b565b5114615611565b909291926020825192019182515114938415946156c75750505050612a9957565b6156f4929394506156d790614ce8565b9251926156e76040830183612ce1565b9390926060810190614b95565b92909193855195861580156157fa575b612a9957859160405193843783955b615749575050519360011480159390615739575b505050612a995714155f808080614dd5565b0360051c141590505f8080615727565b90955f9060051b5f905b80821061576a57505060051c955f19019081615713565b909182840197602089015198848701805191602087019260018d166001146157e1575f52604060018d0191015114858310166001146157cc5750506020918282819335825201995b60011c82828801015260405f208188015201920190615753565b60208094929181949c975001518352946157b2565b60209593508594859350809250355f52825201996157b2565b506001600160fb1b0387168703611993578660051b821415615704565b91908015612b7c57600160ff1b83145f1982141661199357808305925f828207126158b8575b818402600160ff1b83145f861216611993578481058314851517156119935761586591613de3565b908160011b9160028305036119935780821391821561589c575b505061588757565b906001600160ff1b0381146119935760010190565b149050806158ac575b5f8061587f565b506001808316146158a5565b92600160ff1b8114611993575f19019261583d565b6060810180519081158015615a99575b8015615a8d575b8015615a7f575b61541a5760a083019182519060048551145f14615a7657505f905b1161541a576101808401518251906001600160ff1b0382168203611993576159319160011b90612b58565b916101a08501519051906001600160ff1b0382168203611993576159589160011b90612b58565b9181518082108015615a6d575b612dbe576159799061018086015192612b65565b9061598a6080860192835190612cd7565b9060018201809211611993571492831593615a37575b5050506152ba5760018151146159ea576101608101516101608301511491826159c857505090565b815160041492509082156159db57505090565b60c09192508101519101511490565b61014081019081518015159384615a1e575b505082615a0857505090565b615a1a92506101600151905190612b72565b1590565b615a2e9294506101600151612b72565b15915f806159fc565b615a57929350615a4f906101a0860151945190612b65565b905190612cd7565b90600182018092116119935714155f80806159a0565b50808410615965565b60011c90615906565b5060106080840151116158eb565b506080830151156158e4565b508251600103615ab05760ff60075b1682116158dd565b60ff6010615aa856",
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
// the contract method with ID 0x9b73f525.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function assertRight(address market, uint256 id, uint256 entry, bytes bitmap) payable returns()
func (dispute *Dispute) PackAssertRight(market common.Address, id *big.Int, entry *big.Int, bitmap []byte) []byte {
	enc, err := dispute.abi.Pack("assertRight", market, id, entry, bitmap)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackAssertRight is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x9b73f525.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function assertRight(address market, uint256 id, uint256 entry, bytes bitmap) payable returns()
func (dispute *Dispute) TryPackAssertRight(market common.Address, id *big.Int, entry *big.Int, bitmap []byte) ([]byte, error) {
	return dispute.abi.Pack("assertRight", market, id, entry, bitmap)
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
// the contract method with ID 0x934781dc.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function chooseTensor(bytes32 game, bytes32 list_, (bytes32,bytes32,bytes32,bytes32,uint256,uint256,uint256,uint256) facts, bytes header, bytes32 weightsRoot, uint256 tensor) returns()
func (dispute *Dispute) PackChooseTensor(game [32]byte, list [32]byte, facts DisputeFacts, header []byte, weightsRoot [32]byte, tensor *big.Int) []byte {
	enc, err := dispute.abi.Pack("chooseTensor", game, list, facts, header, weightsRoot, tensor)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackChooseTensor is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x934781dc.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function chooseTensor(bytes32 game, bytes32 list_, (bytes32,bytes32,bytes32,bytes32,uint256,uint256,uint256,uint256) facts, bytes header, bytes32 weightsRoot, uint256 tensor) returns()
func (dispute *Dispute) TryPackChooseTensor(game [32]byte, list [32]byte, facts DisputeFacts, header []byte, weightsRoot [32]byte, tensor *big.Int) ([]byte, error) {
	return dispute.abi.Pack("chooseTensor", game, list, facts, header, weightsRoot, tensor)
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
// the contract method with ID 0xc1314d11.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function dispute(bytes32 key, (bytes32,bytes32,bytes32,bytes32,uint256,uint256,uint256,uint256) facts, bytes bitmap, uint256 example, uint256 nonce) payable returns(bytes32 game)
func (dispute *Dispute) PackDispute(key [32]byte, facts DisputeFacts, bitmap []byte, example *big.Int, nonce *big.Int) []byte {
	enc, err := dispute.abi.Pack("dispute", key, facts, bitmap, example, nonce)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackDispute is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc1314d11.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function dispute(bytes32 key, (bytes32,bytes32,bytes32,bytes32,uint256,uint256,uint256,uint256) facts, bytes bitmap, uint256 example, uint256 nonce) payable returns(bytes32 game)
func (dispute *Dispute) TryPackDispute(key [32]byte, facts DisputeFacts, bitmap []byte, example *big.Int, nonce *big.Int) ([]byte, error) {
	return dispute.abi.Pack("dispute", key, facts, bitmap, example, nonce)
}

// UnpackDispute is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xc1314d11.
//
// Solidity: function dispute(bytes32 key, (bytes32,bytes32,bytes32,bytes32,uint256,uint256,uint256,uint256) facts, bytes bitmap, uint256 example, uint256 nonce) payable returns(bytes32 game)
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
// the contract method with ID 0x262134b7.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function prove(bytes32 game, (bytes32,bytes32,bytes32,bytes32,uint256,uint256,uint256,uint256) facts, bytes header, bytes32 weightsRoot, uint256 tensor, uint256 pos, bytes32 word, bytes32[] siblings, (bytes32,bytes32[],bytes,bytes32[]) a, (bytes32,bytes32[],bytes,bytes32[]) b, (bytes32,bytes32[],bytes,bytes32[]) row) returns()
func (dispute *Dispute) PackProve(game [32]byte, facts DisputeFacts, header []byte, weightsRoot [32]byte, tensor *big.Int, pos *big.Int, word [32]byte, siblings [][32]byte, a NetworkShown, b NetworkShown, row NetworkShown) []byte {
	enc, err := dispute.abi.Pack("prove", game, facts, header, weightsRoot, tensor, pos, word, siblings, a, b, row)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackProve is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x262134b7.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function prove(bytes32 game, (bytes32,bytes32,bytes32,bytes32,uint256,uint256,uint256,uint256) facts, bytes header, bytes32 weightsRoot, uint256 tensor, uint256 pos, bytes32 word, bytes32[] siblings, (bytes32,bytes32[],bytes,bytes32[]) a, (bytes32,bytes32[],bytes,bytes32[]) b, (bytes32,bytes32[],bytes,bytes32[]) row) returns()
func (dispute *Dispute) TryPackProve(game [32]byte, facts DisputeFacts, header []byte, weightsRoot [32]byte, tensor *big.Int, pos *big.Int, word [32]byte, siblings [][32]byte, a NetworkShown, b NetworkShown, row NetworkShown) ([]byte, error) {
	return dispute.abi.Pack("prove", game, facts, header, weightsRoot, tensor, pos, word, siblings, a, b, row)
}

// PackProveClass is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe3d21e21.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function proveClass(bytes32 game, (bytes32,bytes32,bytes32,bytes32,uint256,uint256,uint256,uint256) facts, bytes header, bytes32 weightsRoot, bytes32[] siblings, bytes logits, (bytes32,bytes32[],bytes) group) returns()
func (dispute *Dispute) PackProveClass(game [32]byte, facts DisputeFacts, header []byte, weightsRoot [32]byte, siblings [][32]byte, logits []byte, group DisputeGroup) []byte {
	enc, err := dispute.abi.Pack("proveClass", game, facts, header, weightsRoot, siblings, logits, group)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackProveClass is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe3d21e21.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function proveClass(bytes32 game, (bytes32,bytes32,bytes32,bytes32,uint256,uint256,uint256,uint256) facts, bytes header, bytes32 weightsRoot, bytes32[] siblings, bytes logits, (bytes32,bytes32[],bytes) group) returns()
func (dispute *Dispute) TryPackProveClass(game [32]byte, facts DisputeFacts, header []byte, weightsRoot [32]byte, siblings [][32]byte, logits []byte, group DisputeGroup) ([]byte, error) {
	return dispute.abi.Pack("proveClass", game, facts, header, weightsRoot, siblings, logits, group)
}

// PackProveInput is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x7ac74dfe.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function proveInput(bytes32 game, (bytes32,bytes32,bytes32,bytes32,uint256,uint256,uint256,uint256) facts, bytes header, bytes32 weightsRoot, uint256 pos, bytes32 word, bytes32[] siblings, (bytes32,bytes32[],bytes) group) returns()
func (dispute *Dispute) PackProveInput(game [32]byte, facts DisputeFacts, header []byte, weightsRoot [32]byte, pos *big.Int, word [32]byte, siblings [][32]byte, group DisputeGroup) []byte {
	enc, err := dispute.abi.Pack("proveInput", game, facts, header, weightsRoot, pos, word, siblings, group)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackProveInput is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x7ac74dfe.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function proveInput(bytes32 game, (bytes32,bytes32,bytes32,bytes32,uint256,uint256,uint256,uint256) facts, bytes header, bytes32 weightsRoot, uint256 pos, bytes32 word, bytes32[] siblings, (bytes32,bytes32[],bytes) group) returns()
func (dispute *Dispute) TryPackProveInput(game [32]byte, facts DisputeFacts, header []byte, weightsRoot [32]byte, pos *big.Int, word [32]byte, siblings [][32]byte, group DisputeGroup) ([]byte, error) {
	return dispute.abi.Pack("proveInput", game, facts, header, weightsRoot, pos, word, siblings, group)
}

// PackProveList is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x4d0b91d6.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function proveList(bytes32 game, (bytes32,bytes32,bytes32,bytes32,uint256,uint256,uint256,uint256) facts, bytes header, bytes32 weightsRoot) returns()
func (dispute *Dispute) PackProveList(game [32]byte, facts DisputeFacts, header []byte, weightsRoot [32]byte) []byte {
	enc, err := dispute.abi.Pack("proveList", game, facts, header, weightsRoot)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackProveList is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x4d0b91d6.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function proveList(bytes32 game, (bytes32,bytes32,bytes32,bytes32,uint256,uint256,uint256,uint256) facts, bytes header, bytes32 weightsRoot) returns()
func (dispute *Dispute) TryPackProveList(game [32]byte, facts DisputeFacts, header []byte, weightsRoot [32]byte) ([]byte, error) {
	return dispute.abi.Pack("proveList", game, facts, header, weightsRoot)
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
// Solidity: event Asserted(bytes32 indexed claim, address indexed solver, address market, uint256 id, uint256 entry, (bytes32,bytes32,bytes32,bytes32,uint256,uint256,uint256,uint256) facts, bytes bitmap, uint256 until)
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
