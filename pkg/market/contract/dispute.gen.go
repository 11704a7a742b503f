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
	Bin: "0x60a0346100a157601f6157e038819003918201601f19168301916001600160401b038311848410176100a5578084926020946040528339810103126100a1575180158015610090575b61007c5760805260405161572690816100ba8239608051818181610171015281816128c801528181612a2f015261425e0152f35b63cfde146160e01b5f52600160045260245ffd5b50670de0b6b3a76400008111610048565b5f80fd5b634e487b7160e01b5f52604160045260245ffdfe6101a06040526004361015610012575f80fd5b5f5f3560e01c80630bbe0b80146123d9578063262134b7146121ac578063304c6027146121805780634d0b91d6146120df57806351cff8d91461204f57806367d42a8b14611f8a57806373931bbf14611cf3578063795ea18e14611bf95780637ac74dfe14611a565780637df7ce6514611a3b5780638abe3193146119e95780638ead9394146119cd578063934781dc146117ef578063978275821461156d578063987757dd146114595780639b73f52514610ca8578063b5c5204f14610c01578063b8e19ed614610bbb578063b9fdf04114610b93578063c1314d111461080e578063c7cf7484146107eb578063c9100bcb1461065c578063cadcfd95146105d6578063db31b6b5146104ec578063e3d21e211461024f578063e3d670d714610217578063f4584a9e146101fb578063fcb24887146101975763fe173b971461015a575f80fd5b3461019457806003193601126101945760206040517f00000000000000000000000000000000000000000000000000000000000000008152f35b80fd5b50346101945760c036600319011261019457604435908115158203610194576064359067ffffffffffffffff82116101945760406101ed846101dc3660048701612681565b60a435926084359290602435612aff565b825191825215156020820152f35b5034610194578060031936011261019457602060405160408152f35b50346101945760203660031901126101945760406020916001600160a01b0361023e6126af565b168152600283522054604051908152f35b5034610194576101c0366003190112610194576004356101003660231901126104e8576101243567ffffffffffffffff81116104e457610293903690600401612681565b6101649291923567ffffffffffffffff81116104e0576102b7903690600401612650565b91906101843567ffffffffffffffff81116104dc576102da903690600401612681565b90936101a4359267ffffffffffffffff84116104d8578360040194606060031986360301126104d457878a52600160205260408a20986103198a613276565b6001600160a01b038b541633036104c5579061033f8392610344948361014435926144c2565b612897565b3560f81c5f1981019081116104b15760ff60048a015460b01c168314801590610485575b6104765790610382929161037d85808a614976565b6133e6565b600287015403610467578693600160ff1b889161010435925b838110610407575050505050906103dc6103bb60446103e2940183612864565b9190926103d66103cf60e43560c43561273c565b9189614638565b906126db565b916128ba565b3560f81c146103f857906103f5916141dd565b80f35b600483632941b4cd60e21b8152fd5b6001600160fe1b03811681036104535761042f610429868360021b8186612a65565b90612a7d565b60e01d60030b838113610446575b5060010161039b565b909750915086600161043d565b60248b634e487b7160e01b81526011600452fd5b60048763425525fb60e11b8152fd5b60048a63425525fb60e11b8152fd5b50610104356001600160fe1b0381168103610453576104a860209160021b614955565b1b841415610368565b60248a634e487b7160e01b81526011600452fd5b60048c633f02146f60e21b8152fd5b8980fd5b8880fd5b8680fd5b8480fd5b8280fd5b5080fd5b503461019457602036600319011261019457600435908181526001602052604081209160018301548252816020526040822092805460ff8160a01c1660058110156105c25780159081156105b7575b5080156105a6575b610597576001600160a01b031633141580610583575b610574576001600160a01b036103f593945416331491614397565b600483633f02146f60e21b8152fd5b506001600160a01b03845416331415610559565b600484631694684760e01b8152fd5b5060ff600286015460c01c16610543565b60049150145f61053b565b602485634e487b7160e01b81526021600452fd5b50346101945760a03660031901126101945760043567ffffffffffffffff81116104e857610608903690600401612681565b505060443567ffffffffffffffff81116104e85761062a903690600401612681565b505060643567ffffffffffffffff81116104e8579061064e60049236908401612681565b5050631694684760e01b8152fd5b5034610194576020366003190112610194578060405161067b81612780565b8181528160208201528160408201528160608201528160808201528160a08201528160c08201528160e0820152816101008201526101200152600435815280602052604090206040516106cd81612780565b81546001600160a01b03811692838352602083018260a01c64ffffffffff168152604084018360c81c62ffffff168152606085019360e01c62ffffff16845260018301546080860190815260028401549460a08701926001600160801b038716845260c08801948760801c63ffffffff16865260e08901968860a01c63ffffffff1688526101008a019860c01c60ff1615158952600301546001600160801b03169861012001988952604051998a525164ffffffffff1660208a01525162ffffff1660408901525162ffffff166060880152516080870152516001600160801b031660a08601525163ffffffff1660c08501525163ffffffff1660e0840152511515610100830152516001600160801b031661012082015261014090f35b50346101945780600319360112610194576020610806612a2d565b604051908152f35b506101803660031901126101945760043590610100366023190112610194576101243567ffffffffffffffff81116104e85761084e903690600401612681565b6101443591848452836020526040842090600182015490604051602081016024358152604435604083015260643560608301526084359182608082015260a43560a082015260c43560c082015260e43560e08201526101043561010082015261010081526108be610120826127b9565b519020831490811591610b77575b50610b6857600283019360ff855460c01c168015610b54575b610b45576108f16128c6565b3403610b1257600191610908918760031c916128ba565b3560f81c600786161c1615610b0357604051602081019187835260408201523360608201528460808201526101643560a082015260a0815261094b60c0826127b9565b5190209384815260016020526040812060ff815460a01c166005811015610aef57610ae057805464ffffffffff60a81b1960ff60a01b1933167fffffffffffffffffffffff000000000000000000000000000000000000000000909216919091177401000000000000000000000000000000000000000017164260a81b64ffffffffff60a81b16178155600490600181018890550180547fffffffffffffffffffffff00000000ffffffffffffffffffffffffffff0000001662ffffff868116919091177101000000000000000000000000000000000017909155825460e01c811691908214610acc57508493610ab960209794610a877f2d7f68dd97e180519693537bbd016d860182781ceff1bb74878028cc91e50e309560016040960162ffffff60e01b1962ffffff60e01b83549260e01b169116179055565b610a9a63ffffffff825460a01c16612a16565b63ffffffff60a01b1963ffffffff60a01b83549260a01b169116179055565b81519033825287820152a3604051908152f35b80634e487b7160e01b602492526011600452fd5b600482631694684760e01b8152fd5b602483634e487b7160e01b81526021600452fd5b600485631694684760e01b8152fd5b602487610b1d6128c6565b7fcfde1461000000000000000000000000000000000000000000000000000000008252600452fd5b600487633f02146f60e21b8152fd5b5064ffffffffff845460a01c1642116108e5565b600486631694684760e01b8152fd5b9050610b8436868461295a565b6020815191012014155f6108cc565b503461019457610ba2366126c5565b909160018301809311610acc576020610806848461273c565b503461019457610bd3610bcd366126c5565b90612990565b604051916003811015610bed576040935082526020820152f35b602484634e487b7160e01b81526021600452fd5b5034610194576060366003190112610194576004356044358183526001602052610c348160408520938460243591614838565b5081549160ff8360e01c16158015610c97575b610c8857600466ffffffff00000091019263ffffffff80855494169160ff828660181c169160d81c161b161760181b169066ffffffff000000191617905580f35b600484633f02146f60e21b8152fd5b508160ff8460d81c161c1515610c47565b506080366003190112610194576004356001600160a01b0381168091036104e857602435906044359060643567ffffffffffffffff81116104e057610cf1903690600401612681565b93906040517fda39106600000000000000000000000000000000000000000000000000000000815282600482015284602482015261018081604481875afa90811561144e578791611314575b506001600160a01b0381511633148015906112e8575b80156112d1575b610b4557610d66612a2d565b34036112c657610d778584866127db565b9485885287602052604088206001600160a01b038154166112b7576060830151926080810151604082015190610dae368c8961295a565b602081519101209161ffff60e0850151169261012085019361ffff8551169161ffff610140880151169361ffff61016089015116956040519b6101008d018d811067ffffffffffffffff82111761129e576040528c5260208c015260408b015260608a0152608089015260a088015260c087015260e08601526001600160a01b0333167fffffffffffffffffffffffff000000000000000000000000000000000000000084541617835560c0820191610e88610e7163ffffffff855116426126db565b9261ffff806101008854950151169151169061273c565b8c90600781018082116112425760031c8d0361128f576007168015159081611265575b5061125657908b9699989795949392918d5b8881106110db57509264ffffffffff927f90e607899e7915b7381fae564b34e8f0c082713716a52b8d19ee7caf78f258cf9b95927fffffffff0000000000000000ffffffffffffffffffffffffffffffffffffffff78ffffffffff00000000000000000000000000000000000000007bffffff000000000000000000000000000000000000000000000000006110a09a9860c81b169360a01b169116171782556040516020810190610fb5828860e08091805184526020810151602085015260408101516040850152606081015160608501526080810151608085015260a081015160a085015260c081015160c08501520151910152565b6101008152610fc6610120826127b9565b519020600183015560028201906001600160801b03803416166fffffffffffffffffffffffffffffffff19835416178255517fffffffffffffffffffffffff00000000ffffffffffffffffffffffffffffffff73ffffffff0000000000000000000000000000000083549260801b1691161790555460a01c169560405197885260208801526040870152606086019060e08091805184526020810151602085015260408101516040850152606081015160608501526080810151608085015260a081015160a085015260c081015160c08501520151910152565b6101a0610160850152816101a08501526101c0840137856101c086840101526101808201526101c0813395601f80199101168101030190a380f35b9091929394959698999a975060208101808211611242577f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f8f8f61118e61116261115c8f886111bc957f080808080808080808080808080808080808080808080808080808080808080899886111c699508282105f14611239575092612a65565b90612ae3565b7f55555555555555555555555555555555555555555555555555555555555555558160011c16906126e8565b7f3333333333333333333333333333333333333333333333333333333333333333808260021c1691166126db565b8060041c906126db565b16927f0101010101010101010101010101010101010101010101010101010101010101840260f81c019214611226575b6020810180911161121257908c979a9998969594939291610ebd565b60248e634e487b7160e01b81526011600452fd5b90610100810180911161121257906111f6565b50508092612a65565b60248f634e487b7160e01b81526011600452fd5b60048d632941b4cd60e21b8152fd5b90505f198d018d8111611242579061128060ff928f8c6128ba565b3560f81c901c1615155f610eab565b60048e632941b4cd60e21b8152fd5b505050505060248f634e487b7160e01b81526041600452fd5b600489633f02146f60e21b8152fd5b602487610b1d612a2d565b5067ffffffffffffffff60a0820151164211610d5a565b50602081015160088110156113005760031415610d53565b602488634e487b7160e01b81526021600452fd5b9050610180813d8211611446575b8161133061018093836127b9565b810103126104dc5760405190610180820182811067ffffffffffffffff8211176114325760405280516001600160a01b03811681036104d8578252602081015160088110156104d857602083015260408101516040830152606081015160608301526080810151608083015260a081015167ffffffffffffffff811681036104d85760a083015260c081015163ffffffff811681036104d857611426916101609160c08501526113e260e0820161294b565b60e08501526113f4610100820161294b565b610100850152611407610120820161294b565b61012085015261141a610140820161294b565b6101408501520161294b565b6101608201525f610d3d565b602489634e487b7160e01b81526041600452fd5b3d9150611322565b6040513d89823e3d90fd5b50346101945760203660031901126101945760043580825260016020526040822060018101548352826020526040832060ff600282015460c01c16158015611555575b801561153b575b610597576114f26001600160a01b0391600160a21b60ff60a01b198554161784556103d66114cf6128c6565b916001600160801b03600363ffffffff600489015460881c16920154169061273c565b9154168352600260205261150b604084209182546126db565b90557f7642456a231c0ab25bd1a88e2c491f5519fc38c5d156de031fd711db18c562c5602060405160018152a280f35b5060ff825460a01c1660058110156105c2576004146114a3565b5060ff825460a01c1660058110156105c2571561149c565b5034610194576040366003190112610194576004359060243567ffffffffffffffff81116104e8576115a3903690600401612650565b90838352600160205260408320805460ff8160a01c1660058110156117db576001036117cc576001820154855284602052604085209060028201549060ff8260c01c16610b455764ffffffffff6115fe9160a81c16426126e8565b9563ffffffff6116196004860198828a5460481c16906126db565b9260801c1682116117bd57806117a9575085546cffffffff000000000000000000191660489190911b6cffffffff00000000000000000016178555815464ffffffffff60a81b19164260a81b64ffffffffff60a81b161782556001600160a01b03905416330361179a57600283108015611790575b6117815761169c83836133a2565b80600283015560038201558354936001600160fb1b038416840361176d577f8f1d023d8e7437bd6c3c4baca4e61eea91f2eab10d309f1b9cfa6b6022f22bc29476ff000000000000000000000000000000000000000000006117008660051b614955565b60b01b16907fffffffffffffffffff0000ffffffffffffffffffffffffffffffffffffffffff75ff0000000000000000000000000000000000000000008760a81b16911617179055600160a11b60ff60a01b1982541617905561176860405192839283612713565b0390a2005b634e487b7160e01b5f52601160045260245ffd5b632941b4cd60e21b5f5260045ffd5b5060ff831161168e565b633f02146f60e21b5f5260045ffd5b80634e487b7160e01b602492526021600452fd5b80633f02146f60e21b60049252fd5b600485633f02146f60e21b8152fd5b602486634e487b7160e01b81526021600452fd5b5034610194576101a0366003190112610194576004356101003660431901126104e8576101443567ffffffffffffffff81116104e457611833903690600401612681565b610184359083855260016020526118538260408720958660243591614838565b604080516044356020820190815260643592820192909252608435606082015260a435608082015260c43560a082015260e43560c08201526101043560e082015261012435610100820152600191906118ba8161012081015b03601f1981018352826127b9565b519020910154148015906119b4575b610b0357806118ec6118e76118e2856118f295886135ab565b6135ea565b614955565b93612897565b3560f81c81108015906119a4575b8015611994575b801561198c575b610c885782547fffffff00ff00ffffffffffffffffffffffffffffffffffffffffffffffffffff1660d09190911b7aff0000000000000000000000000000000000000000000000000000161760e09190911b60ff60e01b161781556103f5906004810154815460ff60d81b191660289190911b60ff60d81b16179055565b50811561190e565b5060ff835460d81c161515611907565b5060ff835460e01c161515611900565b506119c361016435828561499c565b60843514156118c9565b5034610194578060031936011261019457602060405160018152f35b5034610194576080366003190112610194576004359067ffffffffffffffff8211610194576020611a31611a203660048601612681565b6064359160443591602435916128fc565b6040519015158152f35b503461019457806003193601126101945760206108066128c6565b5034610194576101e0366003190112610194576004356101003660231901126104e8576101243567ffffffffffffffff81116104e457611a9a903690600401612681565b919061018435610164356101a43567ffffffffffffffff81116104dc57611ac5903690600401612650565b9390956101c4359467ffffffffffffffff86116104d8578560040192606060031988360301126104d457611b2291888b52600160205260408b209987878c611b0d88876134c8565b97611b17896135ea565b96610144359261375e565b60e43580841015611bea57601f916103d6611b7c611b4c611b8494611b47888e614638565b61273c565b6103d6610160850194611b76611b6387518c6126f5565b916101a06101808201519101519061273c565b9061273c565b91518661285a565b9216601f0393601f8511611bd6576001600160fd1b0385168503611bd65791611bb7611bbd92604460ff96950190612864565b906128ba565b3560f81c9260031b1c16146103f857906103f5916141dd565b602488634e487b7160e01b81526011600452fd5b600489632941b4cd60e21b8152fd5b5034610194576020366003190112610194576004359081815260016020526040812060018101548252816020526040822090805460ff8160a01c16926005841015806117db5760018514948515611ce5575b85159182611cd3575b5050610b03576002015460ff8160c01c16918215611c7d575b5050610574576103f59293614397565b63ffffffff919250611c9c64ffffffffff611cb59260a81c16426126e8565b8515611cc3578280600487015460481c165b16906126db565b9160801c1610155f80611c6d565b8280600487015460681c16611cae565b9091506117db57600214155f80611c54565b945050846003851494611c4b565b50346101945760203660031901126101945780610200604051611d158161274f565b8281528260208201528260408201528260608201528260808201528260a08201528260c08201528260e08201528261010082015282610120820152826101408201528261016082015282610180820152826101a0820152826101c0820152826101e0820152015260043581526001602052604081209060405191611d988361274f565b80546001600160a01b038116845260ff8160a01c166005811015610bed579160ff6004928194602088015264ffffffffff8160a81c166040880152818160d01c166060880152818160d81c16608088015260e01c1660a0860152600181015460c0860152600281015460e08601526003810154610100860152015462ffffff811661012085015263ffffffff8160181c1661014085015261ffff8160381c1661016085015263ffffffff8160481c1661018085015263ffffffff8160681c166101a085015263ffffffff8160881c166101c0850152818160a81c166101e085015260b01c16610200830152604051906001600160a01b03835116825260208301519060058210156117a957506102006102209360ff92602085015264ffffffffff60408201511660408501528260608201511660608501528260808201511660808501528260a08201511660a085015260c081015160c085015260e081015160e085015261010081015161010085015262ffffff6101208201511661012085015263ffffffff6101408201511661014085015261ffff6101608201511661016085015263ffffffff6101808201511661018085015263ffffffff6101a0820151166101a085015263ffffffff6101c0820151166101c0850152826101e0820151166101e0850152015116610200820152f35b50346101945760203660031901126101945760043581528060205260408120600281019081549060ff8260c01c16801561203e575b801561202c575b8015612017575b610c88576001600160a01b0390541683526002602052611ffb6001600160801b0360408520921682546126db565b90556fffffffffffffffffffffffffffffffff19815416905580f35b5064ffffffffff815460a01c16421115611fcd565b5062ffffff815460e01c161515611fc6565b506001600160801b03821615611fbf565b5034610194576020366003190112610194576120696126af565b338252600260205260408220549081156120d05782808093819333835260026020528260408120556040518281527f7084f5476618d8e60b11ef0d7d3f06914655adb8793e28ff7f018d4c76d505d560203392a25af16120c761282b565b50156117bd5780f35b600483631694684760e01b8152fd5b503461019457610160366003190112610194576004356101003660231901126104e8576101243567ffffffffffffffff81116104e457612123903690600401612681565b91908184526001602052604084209261213b84613276565b6001600160a01b03855416330361217157906121606103e292828561014435926144c2565b60ff600486015460a81c1692612897565b600486633f02146f60e21b8152fd5b503461019457606036600319011261019457602061080661219f6126af565b60443590602435906127db565b5034610194576102403660031901126101945760043590610100366023190112610194576101243567ffffffffffffffff81116104e8576121f1903690600401612681565b9261014435610164359261018435916101a435966101c43567ffffffffffffffff81116123d557612226903690600401612650565b9490966101e4359367ffffffffffffffff85116104d457608060031986360301126104d457610204359567ffffffffffffffff87116123d157608060031988360301126123d157610224359767ffffffffffffffff89116123cd5760806003198a360301126123cd578c6122c29160408e8d81526001602052209c8d92886122af898c896135ab565b98888c896122bc8d6135ea565b98613633565b601f84169788601f03601f81116123b9576001600160fd1b03811681036123b9578d60ff9160031b1c16986122f6856135ea565b86101561239c5784511561125657600685511461233e575b5061232f98999a9b9c5060040196600401956004019460028c015491613888565b146103f857906103f5916141dd565b9098506003851661238d57601c03601c8111612379576001600160fd1b0381168103612379579a9b8c9b60031b1c63ffffffff16975f61230e565b60248c634e487b7160e01b81526011600452fd5b60048c632941b4cd60e21b8152fd5b5050505050505050509091929350156103f857906103f5916141dd565b60248d634e487b7160e01b81526011600452fd5b8b80fd5b8a80fd5b8780fd5b3461264c57606036600319011261264c5760043560243567ffffffffffffffff811161264c5761240d903690600401612650565b60443567ffffffffffffffff811161264c5761242d903690600401612650565b91845f52600160205260405f2090815460ff8160a01c1660058110156126385760030361179a5760018301545f525f60205260405f209060028201549060ff8260c01c1661179a5764ffffffffff6124899160a81c16426126e8565b9163ffffffff6124a4600487019482865460481c16906126db565b9260801c16821161179a5782546cffffffff000000000000000000191660489290921b6cffffffff00000000000000000016919091178255835464ffffffffff60a81b19164260a81b64ffffffffff60a81b161784556001600160a01b03905416330361179a5782549560ff8760e01c16926005840180851161176d576004850190811161176d5760059006976001890180991161176d5760d81c60ff16811480159061262b575b61261c5761256d9161ffff61256189896133a2565b945460381c16846133e6565b600384019081540361261c5755815460ff60d81b191660d886901b60ff60d81b161782557f065eccaccf5a5d0f3f7ffc1e2114d59c8a01494980aa91208b51a3fa0294358a946125fc9160ff916125c8916126e8565b6126e8565b83547fffffff00ffffffffffffffffffffffffffffffffffffffffffffffffffffffff16911660e01b60ff60e01b16178255565b600160a11b60ff60a01b1982541617905561176860405192839283612713565b63425525fb60e11b5f5260045ffd5b506001881b87141561254c565b634e487b7160e01b5f52602160045260245ffd5b5f80fd5b9181601f8401121561264c5782359167ffffffffffffffff831161264c576020808501948460051b01011161264c57565b9181601f8401121561264c5782359167ffffffffffffffff831161264c576020838186019501011161264c57565b600435906001600160a01b038216820361264c57565b604090600319011261264c576004359060243590565b9190820180921161176d57565b9190820391821161176d57565b81156126ff570690565b634e487b7160e01b5f52601260045260245ffd5b602081528260208201526001600160fb1b03831161264c5760409260051b809284830137010190565b8181029291811591840414171561176d57565b610220810190811067ffffffffffffffff82111761276c57604052565b634e487b7160e01b5f52604160045260245ffd5b610140810190811067ffffffffffffffff82111761276c57604052565b6060810190811067ffffffffffffffff82111761276c57604052565b90601f8019910116810190811067ffffffffffffffff82111761276c57604052565b91604051916001600160a01b03602084019416845260408301526060820152606081526128096080826127b9565b51902090565b67ffffffffffffffff811161276c57601f01601f191660200190565b3d15612855573d9061283c8261280f565b9161284a60405193846127b9565b82523d5f602084013e565b606090565b81156126ff570490565b903590601e198136030182121561264c570180359067ffffffffffffffff821161264c5760200191813603831361264c57565b90600410156128a65760040190565b634e487b7160e01b5f52603260045260245ffd5b908210156128a6570190565b7f000000000000000000000000000000000000000000000000000000000000000080620f42400290620f424082040361176d5790565b905f5b85811061291157505050505050600190565b8461292f61292883612923888b61273c565b6126db565b84866128ba565b3560f81c1015612941576001016128ff565b5050505050505f90565b519061ffff8216820361264c57565b9291926129668261280f565b9161297460405193846127b9565b82948184528183011161264c578281602093845f960137010152565b9061299b91336127db565b5f525f60205260405f20908154916001600160a01b03831615612a0e576002015460c01c60ff16612a065764ffffffffff8260a01c1642118015906129f5575b6129ed5762ffffff60029260c81c1690565b600191505f90565b5062ffffff8260e01c1615156129db565b600291505f90565b505f91508190565b63ffffffff1663ffffffff811461176d5760010190565b7f0000000000000000000000000000000000000000000000000000000000000000806305f5e10002906305f5e10082040361176d5790565b9093929384831161264c57841161264c578101920390565b919091357fffffffff0000000000000000000000000000000000000000000000000000000081169260048110612ab1575050565b7fffffffff00000000000000000000000000000000000000000000000000000000929350829060040360031b1b161690565b359060208110612af1575090565b5f199060200360031b1b1690565b919094929460088610612eb157612b168683612897565b3560f81c9260168402938085046016149015171561176d5783600801938460081161176d57602a81019586861161176d57868910612eb15788861161264c575f97600887108015613221575b61314e5786600410156128a657600486013560f81c6002811080156131fb575b8015613161575b61314e57612b9681613358565b90612ba460405192836127b9565b808252601f19612bb382613358565b015f5b818110613137575050905f915b808310612f8757505050612bda6118e288886134c8565b1490811591612f54575b50612eb157600a019586851161176d57612c0087868a87612a65565b9790357fffff00000000000000000000000000000000000000000000000000000000000081169860028110612f1d575b5050612c4561115c888a60f01c938c89612a65565b9863ffff00008960e01c16918015908304620100001481171561176d578584841091821592612f03575b5050612eb157612c92612c8b621fffe05f9b60eb1c168a6126db565b92846126e8565b9762010000891015612ef757612ca9895b846126db565b8203612eb15782612cbb918389612a65565b9490955f14612ebf578a905b03612eb157612cdf81612cf293620100009389612a65565b8285119391908415612eaa578391614976565b9711612e6f57612d26575b50505091612d0c91859361499c565b03612d18575090600190565b80624adfdf60e81b60049252fd5b9296955093926201000083989298019283811161176d5761ffff0192831161176d57958260101c91612d876001612d817e1fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe05f97600b1c16614955565b1b613370565b965f9460205b620100008110612e4557505f198501948511935f5b8a51811015612e21578561176d5786811015612dfe578060051b906001600160fb1b038116810361176d576020820180831161176d57612df78f612df18f938f9060019761115c928895612a65565b92614988565b5201612da2565b5f9550600190878103612e165789612df7828e614988565b8b612df7828b612df1565b50955097919950979250879550612d0c9450612e3d91506149ba565b938193612cfd565b95805f9b959b5260205260405f20958060011b908082046002149015171561176d57999399612d8d565b505094506020925060409150612ea293858351968793868501998a528585013782019083820152030180845201826127b9565b519020905f90565b8591614976565b624adfdf60e81b5f5260045ffd5b60405160208101908c825286886040830137612eee6040828981015f838201520301601f1981018352826127b9565b51902090612cc7565b612ca962010000612ca3565b90915081612f14575b50855f612c6f565b9050155f612f0c565b7fffff000000000000000000000000000000000000000000000000000000000000929950829060020360031b1b1616965f80612c30565b9050612f608686612897565b3560f81c5f19810190811161176d57612f7d6101609188886135ab565b015114155f612be4565b90919a612fa3908c612f9a818d8d6135ab565b92839186614988565b52612fae8d85614988565b508c158251158115911480159061311b575b61307457806130ff575b6130ec576101608201805180159081156130e0575b5080156130b1575b61307457613003612ffc602085015187614988565b5184614d85565b9262400000613011826135ea565b1180156130a6575b613093578315613087576101c08391015103613074575191600501918260051161176d5761304a926103d69161273c565b9a63020000008c11613062576001905b019190612bc3565b634a4019c560e01b5f5260045260245ffd5b8d634a4019c560e01b5f5260045260245ffd5b50509b6001915061305a565b8e634a4019c560e01b5f5260045260245ffd5b506180008411613019565b506130da6130c3602085015187614988565b516130d2604086015188614988565b519085614e4f565b15612fe7565b6110009150115f612fdf565b8c634a4019c560e01b5f5260045260245ffd5b5060208201518d111580612fca57508c60408301511015612fca565b505f19840184811161176d578e90600685511491141415612fc0565b602090613142613449565b82828701015201612bb6565b634a4019c560e01b5f525f60045260245ffd5b5087600510156128a65787600610156128a65787600710156128a6577fff000000000000000000000000000000000000000000000000000000000000006006880135167fff00000000000000000000000000000000000000000000000000000000000000600589013516177fff00000000000000000000000000000000000000000000000000000000000000600789013516171515612b89565b50601681028181046016148215171561176d576008018060081161176d57881415612b82565b507f47415132000000000000000000000000000000000000000000000000000000007fffffffff0000000000000000000000000000000000000000000000000000000061326e8989612a7d565b161415612b62565b90815460ff8160a01c1660058110156126385760020361179a5760018301545f525f60205260405f209260028401549160ff8360c01c1661179a5764ffffffffff6132c59160a81c16426126e8565b63ffffffff6132df600484019282845460681c16906126db565b9360801c16831161179a57613356927fffffffffffffffffffffffffffffff00000000ffffffffffffffffffffffffff70ffffffff0000000000000000000000000083549260681b16911617905564ffffffffff421664ffffffffff60a81b1964ffffffffff60a81b83549260a81b169116179055565b565b67ffffffffffffffff811161276c5760051b60200190565b9061337a82613358565b61338760405191826127b9565b8281528092613398601f1991613358565b0190602036910137565b8160051b916001600160fb1b0381160361176d57816133c86001612d816133d395614955565b9160208301376149ba565b90565b91908110156128a65760051b0190565b92915f925b8084106133f9575050505090565b90919293600184861c16155f1461342d576134158583856133d6565b35905f52602052600160405f205b94019291906133eb565b6134388583856133d6565b355f52602052600160405f20613423565b604051906101e0820182811067ffffffffffffffff82111761276c576040525f6101c0838281528260208201528260408201528260608201528260808201528260a08201528260c08201528260e08201528261010082015282610120820152826101408201528261016082015282610180820152826101a08201520152565b91906134d2613449565b928160081161264c5763ffffffff9160086134f39201906007190190612ae3565b8060f81c845260ff8160f01c16602085015260ff8160e81c16604085015260ff8160e01c16606085015260ff8160d81c16608085015260ff8160d01c1660a085015260ff8160c81c1660c085015260ff8160c01c1660e085015260ff8160b81c1661010085015260ff8160b01c1661012085015261ffff8160a01c1661014085015261ffff8160901c1661016085015261ffff8160801c1661018085015261ffff8160701c166101a085015260501c166101c0830152565b9291926135b6613449565b9360168102908082046016149015171561176d57600801908160081161176d57826134f39263ffffffff9461115c93612a65565b805160060361360e5761016001516001600160fe1b038116810361176d5760021b90565b806101a061362a6101606133d39401516101808401519061273c565b9101519061273c565b9694989197959792909261364688613276565b938854946001600160a01b038616330361179a5761366b938383602461033f94614561565b3560f81c831015611781576020101561371a5760ff8160d81c16918215918215613709575b82156136f8575b505080156136dc575b61179a578214938415946136bb575b50505050905061261c57565b600394506136cd939560051c906133e6565b9101541415805f8080806136af565b5063ffffffff600485015460181c168660051c821c14156136a0565b60d01c60ff16141590505f80613697565b915060ff8260e01c16151591613690565b50939460201193841594613749575b841561373b5750505050905061261c57565b600294506136cd93956133e6565b600484015460b01c60ff168314159450613729565b9593979196949692909261377187613276565b938754946001600160a01b038616330361179a57613796938383602461033f94614561565b3560f81c1561178157602010156138025760ff8160d81c169081159081156137f1575b81156137e1575b5080156136dc5761179a578214938415946136bb5750505050905061261c57565b60ff915060d01c1615155f6137c0565b905060ff8160e01c161515906137b9565b50929360201192831593613840575b8315613823575b505050905061261c57565b600293505f61383293956133e6565b9101541415805f8080613818565b600483015460b01c60ff168214159350613811565b81810392915f13801582851316918412161761176d57565b9190915f838201938412911290801582169115161761176d57565b96919795909360c05260a0525f966138bb602060c051016138ab8151878b6135ab565b610160525160a05183878b614a02565b600560c051511461414b57505060c0515160038114908115614140575b50614127576138ec6101605160c051614d85565b94600660c05151145f14614110578360021c945b6101c060c05101519587600501968760051161176d576103d6886139239361273c565b916040880180891161176d576139399083615113565b9260408401519760208901891161176d575f6020601f198c168b010152601b89019060208a01821161176d57613970928587615250565b84600410156128a657600481013560f81c5f19810190811161176d5761399a6139bc9187846135ab565b6139b66101c082015193610160830151986020840151916135ab565b90614d85565b600501908160051161176d576103d66139d8926139de9761273c565b91615313565b8151936020840180851161176d576139f89060a051615113565b61010052604061010051015160805260c06101605101517f01010101010101010101010101010101010101010101010101010101010101018102908082047f0101010101010101010101010101010101010101010101010101010101010101149015171561176d57613a6c856080516126db565b610120526080515b61012051811061410557505060c05151600114613e3e5750505f905f19830183811161176d5760051c61010051518015801580613e1a575b613e0d575b508060051b916001600160fb1b038216820361176d57908592915f60206101005101905b82811115613ddd575050506101005152613af6604060a0510160a051612864565b5001608051375b613b1d613b0c610160516135ea565b60a051359060a05161010051615313565b601f831680613dc2575b50601f830192838111613dae578360051c9360805190602084019160208692601f1916860101905b818410613c51575050613b6f915063ffffffff8760081c1660030b61386d565b908060071b9080820460801490151715613c3d5791613bbf613ba9613bc593613ba3613bce9660c06101605101519061273c565b9061386d565b91611b7687602060c06101605101519301614dde565b90613855565b92608051614dde565b907f01ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff82168203610acc575090613c079160071b90613855565b90600660c0515114613c33576133d3916001601f613c2793161b90615484565b60c08051015190614b0f565b5063ffffffff1690565b602484634e487b7160e01b81526011600452fd5b9091602080918551845160ff811660ff83160281601e1a83601e1a020181601d1a83601d1a0282601c1a84601c1a0201019281601b1a83601b1a0282601a1a84601a1a02018260191a8460191a028360181a8560181a020101928260171a8160171a028360161a8260161a02018360151a8260151a028460141a8360141a020101928d8160131a8360131a028260121a8460121a02018260111a8460111a028360101a8560101a0201019382600f1a84600f1a0283600e1a85600e1a020183600d1a85600d1a0284600c1a86600c1a0201019383600b1a81600b1a0284600a1a82600a1a02018460091a8260091a028560081a8360081a020101938060071a8260071a028160061a8360061a02018160051a8360051a028260041a8460041a020101938160031a8360031a028260021a8460021a0201928260011a8160011a0292821a911a02010101010101010101019401910192919092613b4f565b602483634e487b7160e01b81526011600452fd5b61012051035f1960f88560031b161c1981511690525f613b27565b81929394955080613dfc613e02935196613df681614947565b97614988565b52614947565b908794939291613ad5565b61176d575f19015f613ab1565b5061010051602001515f19830183811161176d57613e3791614988565b5115613aac565b613e5c6101608096949695939551015161014060c05101519061285a565b60e052613eec61016060c0510194613e99613e788751836126f5565b611b47885191613e9360e0519361014060c05101519061285a565b9061285a565b61018052613ee4613eab87518361285a565b613edc613ec16101a060c051019283519061285a565b93613ed4608060c051019586519061273c565b99519061285a565b9051906126f5565b90519061273c565b610140525f5b606060c05101518110156140fa57613f0a81866126db565b60a060c05101511180156140cf575b6140c757613f49613f3a613f2d83886126db565b60a060c0510151906126e8565b6101a06101605101519061273c565b60a060c05101518061014051105f146140bf5761014051613f69916126e8565b905b81613f8d60a060c05101516125c361014051916101a0610160510151906126db565b92606060c05101518085116140b7575b50600161014060c05101511461403157505b828110613fc3575050506001905b01613ef2565b8061402b613ff5613fe0613f2d60019561292361014051896126db565b6129236101805191610160805101519061273c565b61401a61401260e051611b4786612923606060c05101518d61273c565b6080516126db565b9060e0519060a05161010051615250565b01613faf565b836001959492508110614047575b505050613fbd565b6140a261401261408a61407c614068856129236140af9961014051906126db565b611b4760e0519160a060c0510151906126e8565b94611b478560e051926126e8565b92611b4760e05191612923606060c05101518a61273c565b9160a05161010051615250565b5f808061403f565b93505f613f9d565b505f90613f6b565b600190613fbd565b506140da81866126db565b6140f360a060c0510151610180610160510151906126db565b1115613f19565b509193909250613afd565b818152602001613a74565b61412161016060c0510151856126f5565b94613900565b50509150506133d3915060a0516101605160c051614b35565b60049150145f6138d8565b6133d397506141cd955060c091949250614185613c27976141be956141b59361417e6040875101918a8351918587614a02565b51916135ab565b926141a66141998260a05161016051614a70565b8461016051015190613855565b610100845101511b9584614a70565b91015190613855565b61012060c05101511b9061386d565b600160e060c05101511b90615484565b60018201545f525f60205260405f2090600160a21b60ff60a01b198454161783557f7642456a231c0ab25bd1a88e2c491f5519fc38c5d156de031fd711db18c562c5602060405160018152a260028101918254906f3fffffffffffffffffffffffffffffff8260021c169261425b63ffffffff8460a01c168561285a565b947f000000000000000000000000000000000000000000000000000000000000000080620493e00290620493e082040361176d575f9687968796879661437a966143749580861161438d575b507fffffffffffffff00ffffffffffffffff000000000000000000000000000000008316780100000000000000000000000000000000000000000000000017875560030180546fffffffffffffffffffffffffffffffff19166001600160801b038681169190911790915563ffffffff936143699390926001600160a01b03614348614335866129236128c6565b6103d68a8a600487015460881c1661273c565b9154168b52600260205261436160408c209182546126db565b9055166126e8565b935460a01c1661273c565b906126e8565b815af161438561282b565b501561179a57565b94506143696142a7565b909160018301545f525f60205260405f2091600160a21b60ff60a01b198554161784557f7642456a231c0ab25bd1a88e2c491f5519fc38c5d156de031fd711db18c562c5602060405193159384158152a261441e5760028101918254906f3fffffffffffffffffffffffffffffff8260021c169261425b63ffffffff8460a01c168561285a565b9062ffffff825460e01c16801561176d57825462ffffff60e01b19165f1990910160e01b62ffffff60e01b1617825563ffffffff906004015460881c16600282019063ffffffff825460a01c160363ffffffff811161176d57815463ffffffff60a01b191660a09190911b63ffffffff60a01b161790556001600160a01b036144a56128c6565b9154165f5260026020526144be60405f209182546126db565b9055565b6040805160243560208201908152604435928201929092526064356060820152608435608082015260a43560a082015260c43560c082015260e43560e08201526101043561010082015292949392600191906145228161012081016118ac565b519020910154149283159361454a575b50505061453b57565b631694684760e01b5f5260045ffd5b614554935061499c565b60643514155f8080614532565b93909193600160405160208101906145cb816118ac888591909160e080610100830194803584526020810135602085015260408101356040850152606081013560608501526080810135608085015260a081013560a085015260c081013560c08501520135910152565b51902091015414928315936145e6575b505050905061453b57565b604093506145f4929461499c565b9101351415805f80806145db565b903590601e198136030182121561264c570180359067ffffffffffffffff821161264c57602001918160051b3603831361264c57565b6004015460c435919062ffffff16614650838261285a565b936044359160a4359460015b6001600160ff1b038116810361176d5786600182811b1b10156146875761468290614947565b61465c565b94956001861b975f19890198891161176d579660015b156146fa575b5f9789811690881c895b600481106146bf5750881b179761469d565b90916001908c60405160208101908c8252856040820152836060820152606081526146eb6080826127b9565b519020169093189291016146ad565b818810156146a3579296939750935093506147186040820182612864565b614752606160405183819460208301965f8852896021850152883560418501528484013781015f838201520301601f1981018352826127b9565b5190209260208201906147658284614602565b90505f915b806001841b106148285750036117815761478391614602565b91905f925b8084106147a4575050505060243503611781576133d3916126f5565b909192936001908185871c16155f14614816576147c28684866133d6565b355b6040519060208201927f0100000000000000000000000000000000000000000000000000000000000000845260218301526041820152604181526148096061826127b9565b5190209401929190614788565b6148218684866133d6565b35906147c4565b9161483290614947565b9161476a565b9193929061484581613276565b946001600160a01b03825416330361179a5760038201540361453b577f8f0a03c20406c8a46e7aae1166b65997381eefc3eb781876d70eec6f3637825a918160046020930190815468ffff000000000000008460381b169068ffff0000000000000019161782557403000000000000000000000000000000000000000060ff60a01b198254161790556148e163ffffffff825460881c16612a16565b7fffffffffffffffffffffff00000000ffffffffffffffffffffffffffffffffff74ffffffff000000000000000000000000000000000083549260881b16911617905561493e60028701610a9a63ffffffff825460a01c16612a16565b604051908152a2565b5f19811461176d5760010190565b905f915b806020841b106149665750565b9161497090614947565b91614959565b906133c86001612d816133d395614955565b80518210156128a65760209160051b010190565b6149a791369161295a565b602081519101205f5260205260405f2090565b602081019080515b600181116149d05750505190565b60208160051b8301018384905b8282106149ef5750505060011c6149c2565b60206040918284208152019101906149dd565b939192906020820194614a158684614602565b929050600410156128a6576004013560f31c611fe016611fe0614a389116614955565b1493841594614a4c575b5050505061261c57565b614a65939450614a5c9082614602565b929091356133e6565b14155f808080614a42565b919060405190614a7f8261279d565b5f8252602082016060815260408301905f8252614a9f6040840184612864565b905060051c90614aae82613358565b91614abc60405193846127b9565b808352614acb601f1991613358565b013660208401375260405160408101604052815251935f8552601f85019081861161176d576118e2614b0292614b0b96858761518a565b90803592615313565b5190565b90614b199161386d565b5f811215614b2657505f90565b60ff8113156133d3575060ff90565b92919092614b4760608201518061273c565b6020810180911161176d57614b5c9083615113565b915f94614b6e6101608401518661285a565b95614ba6614b836101a086019889519061285a565b613ee4614b96608088019283519061273c565b99613edc6101608901518b61285a565b60408601945f915b6060820151831015614cf557614bc4838b6126db565b60a0830151118015614ccf575b614cc6575f5b6060830151811015614cb95780808c8c85878b8a614bf7600199856126db565b60a0840151118015614c93575b614c8757614c81966129236103d695612923614c4b956101a061362a614c579960a0614c37614c649f9a614c409b6126db565b910151906126e8565b60a08b0151906126e8565b6101608d01519061273c565b91610160890151906126f5565b614c798b5198614c7381614947565b996126db565b908a8d61518a565b01614bd7565b50505050505050614c81565b50614c9e87856126db565b614cb260a08501516101a0850151906126db565b1115614c04565b50916001905b0191614bae565b91600190614cbf565b50614cda838b6126db565b614cee60a0840151610180880151906126db565b1115614bd1565b5096505095509192614d0a91614b02846135ea565b5f5f925f5b868110614d525750506003845114614d4a57506133d393614d3c60c093613bbf85614d419501518461273c565b615484565b91015190614b0f565b935050505090565b614d6a614d608284516126db565b515f1a80966126db565b94838111614d7c575b50600101614d0f565b92506001614d73565b6001815114614dba575160028114908115614daf575b5015614daa576133d3906135ea565b505f90565b60069150145f614d9b565b610140614dd56133d39361016061362a60608601518061273c565b9101519061285a565b5f929160051b81015b808210614df2575050565b90926020907e0100010001000100010001000100010001000100010001000100010001000185517eff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff808260081c169116010260f01c01930190614de7565b908151600181149081159081615108575b82156150fd575b8215806150e4575b6129415781806150d6575b612941576005811415806150b5575b61294157816150a9575b8161509d575b508061508f575b6150875761507c5781519283156150175760058414614f3d575050600161018082015114801590614f2d575b614f275760028214918215614ee057505090565b600614915081614f1a575b81614f09575b81614efa575090565b61010091506101600151111590565b905060016101608201511190614ef1565b60c0810151159150614eeb565b50505f90565b5060016101a08201511415614ecc565b909250610160820151926101608101518094149384615002575b84614fed575b84614fde575b5083614fc9575b83614fb5575b505081614fa5575b81614f94575b81614f87575090565b6008915061012001511090565b905060086101008201511090614f7e565b9050601060e08201511090614f78565b6101a0908101519101511491505f80614f70565b92506101808301516101808201511492614f6a565b6101608301511493505f614f63565b93506101a08301516101a08201511493614f5d565b93506101808301516101808201511493614f57565b505060208101511591508161506d575b8161505a575b8161504b575b8161503c575090565b61100091506101a00151111590565b6101a081015115159150615033565b905061100061018082015111159061502d565b61018081015115159150615027565b906133d3925061553a565b505050505f90565b506101c08301511515614ea0565b6006915014155f614e99565b60028114159150614e93565b50604085015160e08601511761010086015117610120860151171515614e89565b506101408501511515614e7a565b50606085015160808601511760a0860151171515614e6f565b600481149250614e67565b600381149250614e60565b91906040516151218161279d565b5f8152602081016060815261514260408301925f8452956040810190612864565b905060051c9061515182613358565b9161515f60405193846127b9565b80835261516e601f1991613358565b013660208401375260405191603f601f19910116820160405252565b909392918060051c9160018201821161176d57805191821580158061522c575b61521b575b506001600160fb1b038316830361176d57601f6151d091168360051b6126db565b9260208201815b828111156151fc57505050946151f69160019596526040810190612864565b50019037565b8061521691613dfc84519761521081614947565b98614988565b6151d7565b92909261176d575f1901915f6151af565b5060208301515f1985019085821161176d57869161524991614988565b51146151aa565b919392938060051c9261526386836126db565b5f19810190811161176d5760051c81519283158015806152ef575b6152de575b506001600160fb1b038416840361176d57601f6152a491168460051b6126db565b9460208301905b828111156152c557505050526151f6906040810190612864565b806152d991613dfc84519761521081614947565b6152ab565b93909361176d575f1901925f615283565b5060208401515f1986019086821161176d57889161530c91614988565b511461527e565b90929192602082519201918251511493841594615334575050505061261c57565b6153619293945061534490614955565b9251926153546040830183612864565b9390926060810190614602565b9290919385519586158015615467575b61261c57859160405193843783955b6153b65750505193600114801593906153a6575b50505061261c5714155f808080614a42565b0360051c141590505f8080615394565b90955f9060051b5f905b8082106153d757505060051c955f19019081615380565b909182840197602089015198848701805191602087019260018d1660011461544e575f52604060018d0191015114858310166001146154395750506020918282819335825201995b60011c82828801015260405f2081880152019201906153c0565b60208094929181949c9750015183529461541f565b60209593508594859350809250355f528252019961541f565b506001600160fb1b038716870361176d578660051b821415615371565b919080156126ff57600160ff1b83145f1982141661176d57808305925f82820712615525575b818402600160ff1b83145f86121661176d5784810583148515171561176d576154d291613855565b908160011b91600283050361176d57808213918215615509575b50506154f457565b906001600160ff1b03811461176d5760010190565b14905080615519575b5f806154ec565b50600180831614615512565b92600160ff1b811461176d575f1901926154aa565b6060810180519081158015615706575b80156156fa575b80156156ec575b6150875760a083019182519060048551145f146156e357505f905b11615087576101808401518251906001600160ff1b038216820361176d5761559e9160011b906126db565b916101a08501519051906001600160ff1b038216820361176d576155c59160011b906126db565b91815180821080156156da575b612941576155e690610180860151926126e8565b906155f7608086019283519061285a565b906001820180921161176d5714928315936156a4575b505050614f275760018151146156575761016081015161016083015114918261563557505090565b8151600414925090821561564857505090565b60c09192508101519101511490565b6101408101908151801515938461568b575b50508261567557505090565b615687925061016001519051906126f5565b1590565b61569b92945061016001516126f5565b15915f80615669565b6156c49293506156bc906101a08601519451906126e8565b90519061285a565b906001820180921161176d5714155f808061560d565b508084106155d2565b60011c90615573565b506010608084015111615558565b50608083015115615551565b50825160010361571d5760ff60075b16821161554a565b60ff601061571556",
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
