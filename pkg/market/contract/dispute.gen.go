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
	Bin: "0x60a0346100a157601f61550538819003918201601f19168301916001600160401b038311848410176100a5578084926020946040528339810103126100a1575180158015610090575b61007c5760805260405161544b90816100ba823960805181818161017101528181612d7201528181612ed90152613f830152f35b63cfde146160e01b5f52600160045260245ffd5b50670de0b6b3a76400008111610048565b5f80fd5b634e487b7160e01b5f52604160045260245ffdfe6101a06040526004361015610012575f80fd5b5f5f3560e01c80630bbe0b8014612883578063262134b71461266a578063304c60271461263e5780634d0b91d61461259d57806351cff8d91461250d57806367d42a8b1461244857806373931bbf146121b1578063795ea18e146120b75780637ac74dfe14611f285780637df7ce6514611f0d5780638abe319314611ebb5780638ead939414611e9f578063934781dc14611cc65780639782758214611a44578063987757dd146119305780639b73f5251461117f578063b5c5204f146110d8578063b8e19ed614611092578063b9fdf0411461106a578063c1314d1114610ce5578063c7cf748414610cc2578063c9100bcb14610b33578063cadcfd9514610aad578063db31b6b5146109c3578063e3d21e2114610745578063e3d670d71461070d578063f4584a9e146106f1578063fcb24887146101975763fe173b971461015a575f80fd5b3461019457806003193601126101945760206040517f00000000000000000000000000000000000000000000000000000000000000008152f35b80fd5b50346101945760c03660031901126101945760243590604435801515036101945760643567ffffffffffffffff81116106ed576101d8903690600401612b2b565b600881106106df576101ea8183612d41565b3560f81c6016810290808204601614901517156106cb5760080190816008116106cb57818110610308578082116106c7576102258282612b92565b8490600884108015610672575b61065f57836004101561064b57600485013560f81c600281108015610611575b8015610563575b610550576102668161306f565b906102746040519283612c63565b808252601f196102838261306f565b01885b8181106105395750509087915b80831061035e5750505003610308576084356102b76102b28486613201565b613323565b14801590610316575b6103085791816102df6102d9856102e595899786612f0f565b9061469b565b916146c1565b036102fa576040805183815260016020820152f35b80624adfdf60e81b60049252fd5b600484624adfdf60e81b8152fd5b506103218284612d41565b3560f81c5f19810190811161034a5761016061034160a4359285876132e4565b015114156102c0565b602485634e487b7160e01b81526011600452fd5b90919361036c85888a6132e4565b8061037787866146ad565b5261038286856146ad565b5085158151158115911480159061050a575b61046357806104ee575b6104db576101608101805180159081156104cf575b5080156104a0575b610463576103d76103d06020840151876146ad565b5183614aaa565b91624000006103e582613323565b118015610495575b610482578215610476576101c08491015103610463575190600501908160051161044f57610425929161041f91612be6565b90612b85565b936302000000851161043d576001905b019190610293565b634a4019c560e01b8952600452602488fd5b60248b634e487b7160e01b81526011600452fd5b60248b88634a4019c560e01b8252600452fd5b50505093600190610435565b60248c89634a4019c560e01b8252600452fd5b5061800083116103ed565b506104c96104b26020840151876146ad565b516104c16040850151886146ad565b519084614b74565b156103bb565b6110009150115f6103b3565b60248a87634a4019c560e01b8252600452fd5b5060208101518611158061039e5750856040820151101561039e565b505f1984018481116105255760068351149088141415610394565b60248c634e487b7160e01b81526011600452fd5b602090610544613166565b82828701015201610286565b602487634a4019c560e01b815280600452fd5b5084600510156105fd5784600610156105fd5784600710156105fd577fff000000000000000000000000000000000000000000000000000000000000006006870135167fff00000000000000000000000000000000000000000000000000000000000000600588013516177fff00000000000000000000000000000000000000000000000000000000000000600788013516171515610259565b602487634e487b7160e01b81526032600452fd5b506016810281810460161482151715610637576008018060081161063757851415610252565b602488634e487b7160e01b81526011600452fd5b602486634e487b7160e01b81526032600452fd5b602486634a4019c560e01b815280600452fd5b507f47415132000000000000000000000000000000000000000000000000000000007fffffffff000000000000000000000000000000000000000000000000000000006106bf8688612f27565b161415610232565b8380fd5b602484634e487b7160e01b81526011600452fd5b600483624adfdf60e81b8152fd5b5080fd5b5034610194578060031936011261019457602060405160408152f35b50346101945760203660031901126101945760406020916001600160a01b03610734612b59565b168152600283522054604051908152f35b5034610194576101c0366003190112610194576004356101003660231901126106ed576101243567ffffffffffffffff81116109bf57610789903690600401612b2b565b6101649291923567ffffffffffffffff81116109bb576107ad903690600401612afa565b91906101843567ffffffffffffffff81116109b7576107d0903690600401612b2b565b90936101a4359267ffffffffffffffff84116109b3578360040194606060031986360301126109af57878a52600160205260408a209861080f8a612f8d565b6001600160a01b038b541633036109a05790610835839261083a948361014435926141e7565b612d41565b3560f81c5f19810190811161098c5760ff60048a015460b01c168314801590610960575b61095157906108779291610872858961469b565b613103565b600287015403610942578693600160ff1b889161010435925b8381106108f6575050505050906108cb6108b060446108d1940183612d0e565b91909261041f6108c460e43560c435612be6565b918961435d565b91612d64565b3560f81c146108e757906108e491613f02565b80f35b600483632941b4cd60e21b8152fd5b6001600160fe1b038116810361044f5761091e610918868360021b8186612f0f565b90612f27565b60e01d60030b838113610935575b50600101610890565b909750915086600161092c565b60048763425525fb60e11b8152fd5b60048a63425525fb60e11b8152fd5b50610104356001600160fe1b038116810361044f5761098360209160021b61467a565b1b84141561085e565b60248a634e487b7160e01b81526011600452fd5b60048c633f02146f60e21b8152fd5b8980fd5b8880fd5b8680fd5b8480fd5b8280fd5b503461019457602036600319011261019457600435908181526001602052604081209160018301548252816020526040822092805460ff8160a01c166005811015610a99578015908115610a8e575b508015610a7d575b610a6e576001600160a01b031633141580610a5a575b610a4b576001600160a01b036108e4939454163314916140bc565b600483633f02146f60e21b8152fd5b506001600160a01b03845416331415610a30565b600484631694684760e01b8152fd5b5060ff600286015460c01c16610a1a565b60049150145f610a12565b602485634e487b7160e01b81526021600452fd5b50346101945760a03660031901126101945760043567ffffffffffffffff81116106ed57610adf903690600401612b2b565b505060443567ffffffffffffffff81116106ed57610b01903690600401612b2b565b505060643567ffffffffffffffff81116106ed5790610b2560049236908401612b2b565b5050631694684760e01b8152fd5b50346101945760203660031901126101945780604051610b5281612c2a565b8181528160208201528160408201528160608201528160808201528160a08201528160c08201528160e082015281610100820152610120015260043581528060205260409020604051610ba481612c2a565b81546001600160a01b03811692838352602083018260a01c64ffffffffff168152604084018360c81c62ffffff168152606085019360e01c62ffffff16845260018301546080860190815260028401549460a08701926001600160801b038716845260c08801948760801c63ffffffff16865260e08901968860a01c63ffffffff1688526101008a019860c01c60ff1615158952600301546001600160801b03169861012001988952604051998a525164ffffffffff1660208a01525162ffffff1660408901525162ffffff166060880152516080870152516001600160801b031660a08601525163ffffffff1660c08501525163ffffffff1660e0840152511515610100830152516001600160801b031661012082015261014090f35b50346101945780600319360112610194576020610cdd612ed7565b604051908152f35b506101803660031901126101945760043590610100366023190112610194576101243567ffffffffffffffff81116106ed57610d25903690600401612b2b565b6101443591848452836020526040842090600182015490604051602081016024358152604435604083015260643560608301526084359182608082015260a43560a082015260c43560c082015260e43560e0820152610104356101008201526101008152610d9561012082612c63565b51902083149081159161104e575b5061103f57600283019360ff855460c01c16801561102b575b61101c57610dc8612d70565b3403610fe957600191610ddf918760031c91612d64565b3560f81c600786161c1615610fda57604051602081019187835260408201523360608201528460808201526101643560a082015260a08152610e2260c082612c63565b5190209384815260016020526040812060ff815460a01c166005811015610fc657610fb757805464ffffffffff60a81b1960ff60a01b1933167fffffffffffffffffffffff000000000000000000000000000000000000000000909216919091177401000000000000000000000000000000000000000017164260a81b64ffffffffff60a81b16178155600490600181018890550180547fffffffffffffffffffffff00000000ffffffffffffffffffffffffffff0000001662ffffff868116919091177101000000000000000000000000000000000017909155825460e01c811691908214610fa357508493610f9060209794610f5e7f2d7f68dd97e180519693537bbd016d860182781ceff1bb74878028cc91e50e309560016040960162ffffff60e01b1962ffffff60e01b83549260e01b169116179055565b610f7163ffffffff825460a01c16612ec0565b63ffffffff60a01b1963ffffffff60a01b83549260a01b169116179055565b81519033825287820152a3604051908152f35b80634e487b7160e01b602492526011600452fd5b600482631694684760e01b8152fd5b602483634e487b7160e01b81526021600452fd5b600485631694684760e01b8152fd5b602487610ff4612d70565b7fcfde1461000000000000000000000000000000000000000000000000000000008252600452fd5b600487633f02146f60e21b8152fd5b5064ffffffffff845460a01c164211610dbc565b600486631694684760e01b8152fd5b905061105b368684612e04565b6020815191012014155f610da3565b50346101945761107936612b6f565b909160018301809311610fa3576020610cdd8484612be6565b5034610194576110aa6110a436612b6f565b90612e3a565b6040519160038110156110c4576040935082526020820152f35b602484634e487b7160e01b81526021600452fd5b503461019457606036600319011261019457600435604435818352600160205261110b816040852093846024359161455d565b5081549160ff8360e01c1615801561116e575b61115f57600466ffffffff00000091019263ffffffff80855494169160ff828660181c169160d81c161b161760181b169066ffffffff000000191617905580f35b600484633f02146f60e21b8152fd5b508160ff8460d81c161c151561111e565b506080366003190112610194576004356001600160a01b0381168091036106ed57602435906044359060643567ffffffffffffffff81116109bb576111c8903690600401612b2b565b93906040517fda39106600000000000000000000000000000000000000000000000000000000815282600482015284602482015261018081604481875afa9081156119255787916117eb575b506001600160a01b0381511633148015906117bf575b80156117a8575b61101c5761123d612ed7565b340361179d5761124e858486612c85565b9485885287602052604088206001600160a01b0381541661178e576060830151926080810151604082015190611285368c89612e04565b602081519101209161ffff60e0850151169261012085019361ffff8551169161ffff610140880151169361ffff61016089015116956040519b6101008d018d811067ffffffffffffffff821117611775576040528c5260208c015260408b015260608a0152608089015260a088015260c087015260e08601526001600160a01b0333167fffffffffffffffffffffffff000000000000000000000000000000000000000084541617835560c082019161135f61134863ffffffff85511642612b85565b9261ffff8061010088549501511691511690612be6565b8c90600781018082116117195760031c8d0361176657600716801515908161173c575b5061172d57908b9699989795949392918d5b8881106115b257509264ffffffffff927f90e607899e7915b7381fae564b34e8f0c082713716a52b8d19ee7caf78f258cf9b95927fffffffff0000000000000000ffffffffffffffffffffffffffffffffffffffff78ffffffffff00000000000000000000000000000000000000007bffffff000000000000000000000000000000000000000000000000006115779a9860c81b169360a01b16911617178255604051602081019061148c828860e08091805184526020810151602085015260408101516040850152606081015160608501526080810151608085015260a081015160a085015260c081015160c08501520151910152565b610100815261149d61012082612c63565b519020600183015560028201906001600160801b03803416166fffffffffffffffffffffffffffffffff19835416178255517fffffffffffffffffffffffff00000000ffffffffffffffffffffffffffffffff73ffffffff0000000000000000000000000000000083549260801b1691161790555460a01c169560405197885260208801526040870152606086019060e08091805184526020810151602085015260408101516040850152606081015160608501526080810151608085015260a081015160a085015260c081015160c08501520151910152565b6101a0610160850152816101a08501526101c0840137856101c086840101526101808201526101c0813395601f80199101168101030190a380f35b9091929394959698999a975060208101808211611719577f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f8f8f6116656116396116338f88611693957f0808080808080808080808080808080808080808080808080808080808080808998861169d99508282105f14611710575092612f0f565b906131e5565b7f55555555555555555555555555555555555555555555555555555555555555558160011c1690612b92565b7f3333333333333333333333333333333333333333333333333333333333333333808260021c169116612b85565b8060041c90612b85565b16927f0101010101010101010101010101010101010101010101010101010101010101840260f81c0192146116fd575b602081018091116116e957908c979a9998969594939291611394565b60248e634e487b7160e01b81526011600452fd5b9061010081018091116116e957906116cd565b50508092612f0f565b60248f634e487b7160e01b81526011600452fd5b60048d632941b4cd60e21b8152fd5b90505f198d018d8111611719579061175760ff928f8c612d64565b3560f81c901c1615155f611382565b60048e632941b4cd60e21b8152fd5b505050505060248f634e487b7160e01b81526041600452fd5b600489633f02146f60e21b8152fd5b602487610ff4612ed7565b5067ffffffffffffffff60a0820151164211611231565b50602081015160088110156117d7576003141561122a565b602488634e487b7160e01b81526021600452fd5b9050610180813d821161191d575b816118076101809383612c63565b810103126109b75760405190610180820182811067ffffffffffffffff8211176119095760405280516001600160a01b03811681036109b3578252602081015160088110156109b357602083015260408101516040830152606081015160608301526080810151608083015260a081015167ffffffffffffffff811681036109b35760a083015260c081015163ffffffff811681036109b3576118fd916101609160c08501526118b960e08201612df5565b60e08501526118cb6101008201612df5565b6101008501526118de6101208201612df5565b6101208501526118f16101408201612df5565b61014085015201612df5565b6101608201525f611214565b602489634e487b7160e01b81526041600452fd5b3d91506117f9565b6040513d89823e3d90fd5b50346101945760203660031901126101945760043580825260016020526040822060018101548352826020526040832060ff600282015460c01c16158015611a2c575b8015611a12575b610a6e576119c96001600160a01b0391600160a21b60ff60a01b1985541617845561041f6119a6612d70565b916001600160801b03600363ffffffff600489015460881c169201541690612be6565b915416835260026020526119e260408420918254612b85565b90557f7642456a231c0ab25bd1a88e2c491f5519fc38c5d156de031fd711db18c562c5602060405160018152a280f35b5060ff825460a01c166005811015610a995760041461197a565b5060ff825460a01c166005811015610a995715611973565b5034610194576040366003190112610194576004359060243567ffffffffffffffff81116106ed57611a7a903690600401612afa565b90838352600160205260408320805460ff8160a01c166005811015611cb257600103611ca3576001820154855284602052604085209060028201549060ff8260c01c1661101c5764ffffffffff611ad59160a81c1642612b92565b9563ffffffff611af06004860198828a5460481c1690612b85565b9260801c168211611c945780611c80575085546cffffffff000000000000000000191660489190911b6cffffffff00000000000000000016178555815464ffffffffff60a81b19164260a81b64ffffffffff60a81b161782556001600160a01b039054163303611c7157600283108015611c67575b611c5857611b7383836130b9565b80600283015560038201558354936001600160fb1b0384168403611c44577f8f1d023d8e7437bd6c3c4baca4e61eea91f2eab10d309f1b9cfa6b6022f22bc29476ff00000000000000000000000000000000000000000000611bd78660051b61467a565b60b01b16907fffffffffffffffffff0000ffffffffffffffffffffffffffffffffffffffffff75ff0000000000000000000000000000000000000000008760a81b16911617179055600160a11b60ff60a01b19825416179055611c3f60405192839283612bbd565b0390a2005b634e487b7160e01b5f52601160045260245ffd5b632941b4cd60e21b5f5260045ffd5b5060ff8311611b65565b633f02146f60e21b5f5260045ffd5b80634e487b7160e01b602492526021600452fd5b80633f02146f60e21b60049252fd5b600485633f02146f60e21b8152fd5b602486634e487b7160e01b81526021600452fd5b5034610194576101a0366003190112610194576004356101003660431901126106ed576101443567ffffffffffffffff81116109bf57611d0a903690600401612b2b565b61018435908385526001602052611d2a826040872095866024359161455d565b604080516044356020820190815260643592820192909252608435606082015260a435608082015260c43560a082015260e43560c08201526101043560e08201526101243561010082015260019190611d918161012081015b03601f198101835282612c63565b51902091015414801590611e86575b610fda5780611dbe611db96102b285611dc495886132e4565b61467a565b93612d41565b3560f81c8110801590611e76575b8015611e66575b8015611e5e575b61115f5782547fffffff00ff00ffffffffffffffffffffffffffffffffffffffffffffffffffff1660d09190911b7aff0000000000000000000000000000000000000000000000000000161760e09190911b60ff60e01b161781556108e4906004810154815460ff60d81b191660289190911b60ff60d81b16179055565b508115611de0565b5060ff835460d81c161515611dd9565b5060ff835460e01c161515611dd2565b50611e956101643582856146c1565b6084351415611da0565b5034610194578060031936011261019457602060405160018152f35b5034610194576080366003190112610194576004359067ffffffffffffffff8211610194576020611f03611ef23660048601612b2b565b606435916044359160243591612da6565b6040519015158152f35b50346101945780600319360112610194576020610cdd612d70565b5034610194576101e0366003190112610194576004356101003660231901126106ed576101243567ffffffffffffffff81116109bf57611f6c903690600401612b2b565b919061018435610164356101a43567ffffffffffffffff81116109b757611f97903690600401612afa565b9390956101c4359467ffffffffffffffff86116109b3578560040192606060031988360301126109af57611ff491888b52600160205260408b209987878c611fdf8887613201565b97611fe989613323565b966101443592613497565b60e435808410156120a857601f9161041f61204e61201e61205694612019888e61435d565b612be6565b61041f61016085019461204861203587518c612b9f565b916101a061018082015191015190612be6565b90612be6565b915186612d04565b9216601f0393601f8511610637576001600160fd1b0385168503610637579161208961208f92604460ff96950190612d0e565b90612d64565b3560f81c9260031b1c16146108e757906108e491613f02565b600489632941b4cd60e21b8152fd5b5034610194576020366003190112610194576004359081815260016020526040812060018101548252816020526040822090805460ff8160a01c1692600584101580611cb257600185149485156121a3575b85159182612191575b5050610fda576002015460ff8160c01c1691821561213b575b5050610a4b576108e492936140bc565b63ffffffff91925061215a64ffffffffff6121739260a81c1642612b92565b8515612181578280600487015460481c165b1690612b85565b9160801c1610155f8061212b565b8280600487015460681c1661216c565b909150611cb257600214155f80612112565b945050846003851494612109565b503461019457602036600319011261019457806102006040516121d381612bf9565b8281528260208201528260408201528260608201528260808201528260a08201528260c08201528260e08201528261010082015282610120820152826101408201528261016082015282610180820152826101a0820152826101c0820152826101e082015201526004358152600160205260408120906040519161225683612bf9565b80546001600160a01b038116845260ff8160a01c1660058110156110c4579160ff6004928194602088015264ffffffffff8160a81c166040880152818160d01c166060880152818160d81c16608088015260e01c1660a0860152600181015460c0860152600281015460e08601526003810154610100860152015462ffffff811661012085015263ffffffff8160181c1661014085015261ffff8160381c1661016085015263ffffffff8160481c1661018085015263ffffffff8160681c166101a085015263ffffffff8160881c166101c0850152818160a81c166101e085015260b01c16610200830152604051906001600160a01b0383511682526020830151906005821015611c8057506102006102209360ff92602085015264ffffffffff60408201511660408501528260608201511660608501528260808201511660808501528260a08201511660a085015260c081015160c085015260e081015160e085015261010081015161010085015262ffffff6101208201511661012085015263ffffffff6101408201511661014085015261ffff6101608201511661016085015263ffffffff6101808201511661018085015263ffffffff6101a0820151166101a085015263ffffffff6101c0820151166101c0850152826101e0820151166101e0850152015116610200820152f35b50346101945760203660031901126101945760043581528060205260408120600281019081549060ff8260c01c1680156124fc575b80156124ea575b80156124d5575b61115f576001600160a01b03905416835260026020526124b96001600160801b036040852092168254612b85565b90556fffffffffffffffffffffffffffffffff19815416905580f35b5064ffffffffff815460a01c1642111561248b565b5062ffffff815460e01c161515612484565b506001600160801b0382161561247d565b503461019457602036600319011261019457612527612b59565b3382526002602052604082205490811561258e5782808093819333835260026020528260408120556040518281527f7084f5476618d8e60b11ef0d7d3f06914655adb8793e28ff7f018d4c76d505d560203392a25af1612585612cd5565b5015611c945780f35b600483631694684760e01b8152fd5b503461019457610160366003190112610194576004356101003660231901126106ed576101243567ffffffffffffffff81116109bf576125e1903690600401612b2b565b9190818452600160205260408420926125f984612f8d565b6001600160a01b03855416330361262f579061261e6108d192828561014435926141e7565b60ff600486015460a81c1692612d41565b600486633f02146f60e21b8152fd5b5034610194576060366003190112610194576020610cdd61265d612b59565b6044359060243590612c85565b5034610194576102403660031901126101945760043590610100366023190112610194576101243567ffffffffffffffff81116106ed576126af903690600401612b2b565b9261014435610164359261018435916101a435966101c43567ffffffffffffffff811161287f576126e4903690600401612afa565b9490966101e4359367ffffffffffffffff85116109af57608060031986360301126109af57610204359567ffffffffffffffff871161287b576080600319883603011261287b57610224359767ffffffffffffffff89116128775760806003198a36030112612877578c6127809160408e8d81526001602052209c8d928861276d898c896132e4565b98888c8961277a8d613323565b9861336c565b601f84169788601f03601f8111612863576001600160fd1b0381168103612863578d60ff9160031b1c16986127b485613323565b8610156128465784511561172d5760068551146127fc575b506127ed98999a9b9c5060040196600401956004019460028c0154916135c1565b146108e757906108e491613f02565b9098506003851661283757601c03601c8111610525576001600160fd1b0381168103610525579a9b8c9b60031b1c63ffffffff16975f6127cc565b60048c632941b4cd60e21b8152fd5b5050505050505050509091929350156108e757906108e491613f02565b60248d634e487b7160e01b81526011600452fd5b8b80fd5b8a80fd5b8780fd5b34612af6576060366003190112612af65760043560243567ffffffffffffffff8111612af6576128b7903690600401612afa565b60443567ffffffffffffffff8111612af6576128d7903690600401612afa565b91845f52600160205260405f2090815460ff8160a01c166005811015612ae257600303611c715760018301545f525f60205260405f209060028201549060ff8260c01c16611c715764ffffffffff6129339160a81c1642612b92565b9163ffffffff61294e600487019482865460481c1690612b85565b9260801c168211611c715782546cffffffff000000000000000000191660489290921b6cffffffff00000000000000000016919091178255835464ffffffffff60a81b19164260a81b64ffffffffff60a81b161784556001600160a01b039054163303611c715782549560ff8760e01c169260058401808511611c445760048501908111611c4457600590069760018901809911611c445760d81c60ff168114801590612ad5575b612ac657612a179161ffff612a0b89896130b9565b945460381c1684613103565b6003840190815403612ac65755815460ff60d81b191660d886901b60ff60d81b161782557f065eccaccf5a5d0f3f7ffc1e2114d59c8a01494980aa91208b51a3fa0294358a94612aa69160ff91612a7291612b92565b612b92565b83547fffffff00ffffffffffffffffffffffffffffffffffffffffffffffffffffffff16911660e01b60ff60e01b16178255565b600160a11b60ff60a01b19825416179055611c3f60405192839283612bbd565b63425525fb60e11b5f5260045ffd5b506001881b8714156129f6565b634e487b7160e01b5f52602160045260245ffd5b5f80fd5b9181601f84011215612af65782359167ffffffffffffffff8311612af6576020808501948460051b010111612af657565b9181601f84011215612af65782359167ffffffffffffffff8311612af65760208381860195010111612af657565b600435906001600160a01b0382168203612af657565b6040906003190112612af6576004359060243590565b91908201809211611c4457565b91908203918211611c4457565b8115612ba9570690565b634e487b7160e01b5f52601260045260245ffd5b602081528260208201526001600160fb1b038311612af65760409260051b809284830137010190565b81810292918115918404141715611c4457565b610220810190811067ffffffffffffffff821117612c1657604052565b634e487b7160e01b5f52604160045260245ffd5b610140810190811067ffffffffffffffff821117612c1657604052565b6060810190811067ffffffffffffffff821117612c1657604052565b90601f8019910116810190811067ffffffffffffffff821117612c1657604052565b91604051916001600160a01b0360208401941684526040830152606082015260608152612cb3608082612c63565b51902090565b67ffffffffffffffff8111612c1657601f01601f191660200190565b3d15612cff573d90612ce682612cb9565b91612cf46040519384612c63565b82523d5f602084013e565b606090565b8115612ba9570490565b903590601e1981360301821215612af6570180359067ffffffffffffffff8211612af657602001918136038313612af657565b9060041015612d505760040190565b634e487b7160e01b5f52603260045260245ffd5b90821015612d50570190565b7f000000000000000000000000000000000000000000000000000000000000000080620f42400290620f4240820403611c445790565b905f5b858110612dbb57505050505050600190565b84612dd9612dd283612dcd888b612be6565b612b85565b8486612d64565b3560f81c1015612deb57600101612da9565b5050505050505f90565b519061ffff82168203612af657565b929192612e1082612cb9565b91612e1e6040519384612c63565b829481845281830111612af6578281602093845f960137010152565b90612e459133612c85565b5f525f60205260405f20908154916001600160a01b03831615612eb8576002015460c01c60ff16612eb05764ffffffffff8260a01c164211801590612e9f575b612e975762ffffff60029260c81c1690565b600191505f90565b5062ffffff8260e01c161515612e85565b600291505f90565b505f91508190565b63ffffffff1663ffffffff8114611c445760010190565b7f0000000000000000000000000000000000000000000000000000000000000000806305f5e10002906305f5e100820403611c445790565b90939293848311612af6578411612af6578101920390565b919091357fffffffff0000000000000000000000000000000000000000000000000000000081169260048110612f5b575050565b7fffffffff00000000000000000000000000000000000000000000000000000000929350829060040360031b1b161690565b90815460ff8160a01c166005811015612ae257600203611c715760018301545f525f60205260405f209260028401549160ff8360c01c16611c715764ffffffffff612fdc9160a81c1642612b92565b63ffffffff612ff6600484019282845460681c1690612b85565b9360801c168311611c715761306d927fffffffffffffffffffffffffffffff00000000ffffffffffffffffffffffffff70ffffffff0000000000000000000000000083549260681b16911617905564ffffffffff421664ffffffffff60a81b1964ffffffffff60a81b83549260a81b169116179055565b565b67ffffffffffffffff8111612c165760051b60200190565b906130918261306f565b61309e6040519182612c63565b82815280926130af601f199161306f565b0190602036910137565b8160051b916001600160fb1b03811603611c4457816130e560016130df6130f09561467a565b1b613087565b9160208301376146df565b90565b9190811015612d505760051b0190565b92915f925b808410613116575050505090565b90919293600184861c16155f1461314a576131328583856130f3565b35905f52602052600160405f205b9401929190613108565b6131558583856130f3565b355f52602052600160405f20613140565b604051906101e0820182811067ffffffffffffffff821117612c16576040525f6101c0838281528260208201528260408201528260608201528260808201528260a08201528260c08201528260e08201528261010082015282610120820152826101408201528261016082015282610180820152826101a08201520152565b3590602081106131f3575090565b5f199060200360031b1b1690565b919061320b613166565b9281600811612af65763ffffffff91600861322c92019060071901906131e5565b8060f81c845260ff8160f01c16602085015260ff8160e81c16604085015260ff8160e01c16606085015260ff8160d81c16608085015260ff8160d01c1660a085015260ff8160c81c1660c085015260ff8160c01c1660e085015260ff8160b81c1661010085015260ff8160b01c1661012085015261ffff8160a01c1661014085015261ffff8160901c1661016085015261ffff8160801c1661018085015261ffff8160701c166101a085015260501c166101c0830152565b9291926132ef613166565b93601681029080820460161490151715611c44576008019081600811611c44578261322c9263ffffffff9461163393612f0f565b80516006036133475761016001516001600160fe1b0381168103611c445760021b90565b806101a06133636101606130f094015161018084015190612be6565b91015190612be6565b9694989197959792909261337f88612f8d565b938854946001600160a01b0386163303611c71576133a4938383602461083594614286565b3560f81c831015611c5857602010156134535760ff8160d81c16918215918215613442575b8215613431575b50508015613415575b611c71578214938415946133f4575b505050509050612ac657565b60039450613406939560051c90613103565b9101541415805f8080806133e8565b5063ffffffff600485015460181c168660051c821c14156133d9565b60d01c60ff16141590505f806133d0565b915060ff8260e01c161515916133c9565b50939460201193841594613482575b841561347457505050509050612ac657565b600294506134069395613103565b600484015460b01c60ff168314159450613462565b959397919694969290926134aa87612f8d565b938754946001600160a01b0386163303611c71576134cf938383602461083594614286565b3560f81c15611c58576020101561353b5760ff8160d81c1690811590811561352a575b811561351a575b50801561341557611c71578214938415946133f457505050509050612ac657565b60ff915060d01c1615155f6134f9565b905060ff8160e01c161515906134f2565b50929360201192831593613579575b831561355c575b5050509050612ac657565b600293505f61356b9395613103565b9101541415805f8080613551565b600483015460b01c60ff16821415935061354a565b81810392915f138015828513169184121617611c4457565b9190915f8382019384129112908015821691151617611c4457565b96919795909360c05260a0525f966135f4602060c051016135e48151878b6132e4565b610160525160a05183878b614727565b600560c0515114613e7057505060c0515160038114908115613e65575b50613e4c576136256101605160c051614aaa565b94600660c05151145f14613e35578360021c945b6101c060c051015195876005019687600511611c445761041f8861365c93612be6565b9160408801808911611c44576136729083614e38565b92604084015197602089018911611c44575f6020601f198c168b010152601b89019060208a018211611c44576136a9928587614f75565b8460041015612d5057600481013560f81c5f198101908111611c44576136d36136f59187846132e4565b6136ef6101c082015193610160830151986020840151916132e4565b90614aaa565b6005019081600511611c445761041f6137119261371797612be6565b91615038565b81519360208401808511611c44576137319060a051614e38565b61010052604061010051015160805260c06101605101517f01010101010101010101010101010101010101010101010101010101010101018102908082047f01010101010101010101010101010101010101010101010101010101010101011490151715611c44576137a585608051612b85565b610120526080515b610120518110613e2a57505060c05151600114613b635750505f905f198301838111611c445760051c61010051518015801580613b3f575b613b32575b508060051b916001600160fb1b0382168203611c4457908592915f60206101005101905b82811115613b0257505050610100515261382f604060a0510160a051612d0e565b5001608051375b61385661384561016051613323565b60a051359060a05161010051615038565b601f831680613ae7575b50601f830192838111613ad3578360051c9360805190602084019160208692601f1916860101905b8184106139765750506138a8915063ffffffff8760081c1660030b6135a6565b908060071b90808204608014901517156106cb57916138f86138e26138fe936138dc6139079660c061016051015190612be6565b906135a6565b9161204887602060c06101605101519301614b03565b9061358e565b92608051614b03565b907f01ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff82168203610fa35750906139409160071b9061358e565b90600660c051511461396c576130f0916001601f61396093161b906151a9565b60c08051015190614834565b5063ffffffff1690565b9091602080918551845160ff811660ff83160281601e1a83601e1a020181601d1a83601d1a0282601c1a84601c1a0201019281601b1a83601b1a0282601a1a84601a1a02018260191a8460191a028360181a8560181a020101928260171a8160171a028360161a8260161a02018360151a8260151a028460141a8360141a020101928d8160131a8360131a028260121a8460121a02018260111a8460111a028360101a8560101a0201019382600f1a84600f1a0283600e1a85600e1a020183600d1a85600d1a0284600c1a86600c1a0201019383600b1a81600b1a0284600a1a82600a1a02018460091a8260091a028560081a8360081a020101938060071a8260071a028160061a8360061a02018160051a8360051a028260041a8460041a020101938160031a8360031a028260021a8460021a0201928260011a8160011a0292821a911a02010101010101010101019401910192919092613888565b602483634e487b7160e01b81526011600452fd5b61012051035f1960f88560031b161c1981511690525f613860565b81929394955080613b21613b27935196613b1b8161466c565b976146ad565b5261466c565b90879493929161380e565b611c44575f19015f6137ea565b5061010051602001515f198301838111611c4457613b5c916146ad565b51156137e5565b613b816101608096949695939551015161014060c051015190612d04565b60e052613c1161016060c0510194613bbe613b9d875183612b9f565b612019885191613bb860e0519361014060c051015190612d04565b90612d04565b61018052613c09613bd0875183612d04565b613c01613be66101a060c0510192835190612d04565b93613bf9608060c0510195865190612be6565b995190612d04565b905190612b9f565b905190612be6565b610140525f5b606060c0510151811015613e1f57613c2f8186612b85565b60a060c0510151118015613df4575b613dec57613c6e613c5f613c528388612b85565b60a060c051015190612b92565b6101a061016051015190612be6565b60a060c05101518061014051105f14613de45761014051613c8e91612b92565b905b81613cb260a060c0510151612a6d61014051916101a061016051015190612b85565b92606060c0510151808511613ddc575b50600161014060c051015114613d5657505b828110613ce8575050506001905b01613c17565b80613d50613d1a613d05613c52600195612dcd6101405189612b85565b612dcd61018051916101608051015190612be6565b613d3f613d3760e05161201986612dcd606060c05101518d612be6565b608051612b85565b9060e0519060a05161010051614f75565b01613cd4565b836001959492508110613d6c575b505050613ce2565b613dc7613d37613daf613da1613d8d85612dcd613dd4996101405190612b85565b61201960e0519160a060c051015190612b92565b946120198560e05192612b92565b9261201960e05191612dcd606060c05101518a612be6565b9160a05161010051614f75565b5f8080613d64565b93505f613cc2565b505f90613c90565b600190613ce2565b50613dff8186612b85565b613e1860a060c051015161018061016051015190612b85565b1115613c3e565b509193909250613836565b8181526020016137ad565b613e4661016060c051015185612b9f565b94613639565b50509150506130f0915060a0516101605160c05161485a565b60049150145f613611565b6130f09750613ef2955060c091949250613eaa61396097613ee395613eda93613ea36040875101918a8351918587614727565b51916132e4565b92613ecb613ebe8260a05161016051614795565b846101605101519061358e565b610100845101511b9584614795565b9101519061358e565b61012060c05101511b906135a6565b600160e060c05101511b906151a9565b60018201545f525f60205260405f2090600160a21b60ff60a01b198454161783557f7642456a231c0ab25bd1a88e2c491f5519fc38c5d156de031fd711db18c562c5602060405160018152a260028101918254906f3fffffffffffffffffffffffffffffff8260021c1692613f8063ffffffff8460a01c1685612d04565b947f000000000000000000000000000000000000000000000000000000000000000080620493e00290620493e0820403611c44575f9687968796879661409f96614099958086116140b2575b507fffffffffffffff00ffffffffffffffff000000000000000000000000000000008316780100000000000000000000000000000000000000000000000017875560030180546fffffffffffffffffffffffffffffffff19166001600160801b038681169190911790915563ffffffff9361408e9390926001600160a01b0361406d61405a86612dcd612d70565b61041f8a8a600487015460881c16612be6565b9154168b52600260205261408660408c20918254612b85565b905516612b92565b935460a01c16612be6565b90612b92565b815af16140aa612cd5565b5015611c7157565b945061408e613fcc565b909160018301545f525f60205260405f2091600160a21b60ff60a01b198554161784557f7642456a231c0ab25bd1a88e2c491f5519fc38c5d156de031fd711db18c562c5602060405193159384158152a26141435760028101918254906f3fffffffffffffffffffffffffffffff8260021c1692613f8063ffffffff8460a01c1685612d04565b9062ffffff825460e01c168015611c4457825462ffffff60e01b19165f1990910160e01b62ffffff60e01b1617825563ffffffff906004015460881c16600282019063ffffffff825460a01c160363ffffffff8111611c4457815463ffffffff60a01b191660a09190911b63ffffffff60a01b161790556001600160a01b036141ca612d70565b9154165f5260026020526141e360405f20918254612b85565b9055565b6040805160243560208201908152604435928201929092526064356060820152608435608082015260a43560a082015260c43560c082015260e43560e0820152610104356101008201529294939260019190614247816101208101611d83565b519020910154149283159361426f575b50505061426057565b631694684760e01b5f5260045ffd5b61427993506146c1565b60643514155f8080614257565b93909193600160405160208101906142f081611d83888591909160e080610100830194803584526020810135602085015260408101356040850152606081013560608501526080810135608085015260a081013560a085015260c081013560c08501520135910152565b519020910154149283159361430b575b505050905061426057565b6040935061431992946146c1565b9101351415805f8080614300565b903590601e1981360301821215612af6570180359067ffffffffffffffff8211612af657602001918160051b36038313612af657565b6004015460c435919062ffffff166143758382612d04565b936044359160a4359460015b6001600160ff1b0381168103611c445786600182811b1b10156143ac576143a79061466c565b614381565b94956001861b975f198901988911611c44579660015b1561441f575b5f9789811690881c895b600481106143e45750881b17976143c2565b90916001908c60405160208101908c825285604082015283606082015260608152614410608082612c63565b519020169093189291016143d2565b818810156143c85792969397509350935061443d6040820182612d0e565b614477606160405183819460208301965f8852896021850152883560418501528484013781015f838201520301601f198101835282612c63565b51902092602082019061448a8284614327565b90505f915b806001841b1061454d575003611c58576144a891614327565b91905f925b8084106144c9575050505060243503611c58576130f091612b9f565b909192936001908185871c16155f1461453b576144e78684866130f3565b355b6040519060208201927f01000000000000000000000000000000000000000000000000000000000000008452602183015260418201526041815261452e606182612c63565b51902094019291906144ad565b6145468684866130f3565b35906144e9565b916145579061466c565b9161448f565b9193929061456a81612f8d565b946001600160a01b038254163303611c7157600382015403614260577f8f0a03c20406c8a46e7aae1166b65997381eefc3eb781876d70eec6f3637825a918160046020930190815468ffff000000000000008460381b169068ffff0000000000000019161782557403000000000000000000000000000000000000000060ff60a01b1982541617905561460663ffffffff825460881c16612ec0565b7fffffffffffffffffffffff00000000ffffffffffffffffffffffffffffffffff74ffffffff000000000000000000000000000000000083549260881b16911617905561466360028701610f7163ffffffff825460a01c16612ec0565b604051908152a2565b5f198114611c445760010190565b905f915b806020841b1061468b5750565b916146959061466c565b9161467e565b6130f0916130e560016130df8361467a565b8051821015612d505760209160051b010190565b6146cc913691612e04565b602081519101205f5260205260405f2090565b602081019080515b600181116146f55750505190565b60208160051b8301018384905b8282106147145750505060011c6146e7565b6020604091828420815201910190614702565b93919290602082019461473a8684614327565b92905060041015612d50576004013560f31c611fe016611fe061475d911661467a565b1493841594614771575b50505050612ac657565b61478a9394506147819082614327565b92909135613103565b14155f808080614767565b9190604051906147a482612c47565b5f8252602082016060815260408301905f82526147c46040840184612d0e565b905060051c906147d38261306f565b916147e16040519384612c63565b8083526147f0601f199161306f565b013660208401375260405160408101604052815251935f8552601f850190818611611c44576102b261482792614830968587614eaf565b90803592615038565b5190565b9061483e916135a6565b5f81121561484b57505f90565b60ff8113156130f0575060ff90565b9291909261486c606082015180612be6565b60208101809111611c44576148819083614e38565b915f9461489361016084015186612d04565b956148cb6148a86101a0860198895190612d04565b613c096148bb6080880192835190612be6565b99613c016101608901518b612d04565b60408601945f915b6060820151831015614a1a576148e9838b612b85565b60a08301511180156149f4575b6149eb575f5b60608301518110156149de5780808c8c85878b8a61491c60019985612b85565b60a08401511180156149b8575b6149ac576149a696612dcd61041f95612dcd614970956101a061336361497c9960a061495c6149899f9a6149659b612b85565b91015190612b92565b60a08b015190612b92565b6101608d015190612be6565b9161016089015190612b9f565b61499e8b51986149988161466c565b99612b85565b908a8d614eaf565b016148fc565b505050505050506149a6565b506149c38785612b85565b6149d760a08501516101a085015190612b85565b1115614929565b50916001905b01916148d3565b916001906149e4565b506149ff838b612b85565b614a1360a084015161018088015190612b85565b11156148f6565b5096505095509192614a2f9161482784613323565b5f5f925f5b868110614a775750506003845114614a6f57506130f093614a6160c0936138f885614a6695015184612be6565b6151a9565b91015190614834565b935050505090565b614a8f614a85828451612b85565b515f1a8096612b85565b94838111614aa1575b50600101614a34565b92506001614a98565b6001815114614adf575160028114908115614ad4575b5015614acf576130f090613323565b505f90565b60069150145f614ac0565b610140614afa6130f093610160613363606086015180612be6565b91015190612d04565b5f929160051b81015b808210614b17575050565b90926020907e0100010001000100010001000100010001000100010001000100010001000185517eff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff808260081c169116010260f01c01930190614b0c565b908151600181149081159081614e2d575b8215614e22575b821580614e09575b612deb578180614dfb575b612deb57600581141580614dda575b612deb5781614dce575b81614dc2575b5080614db4575b614dac57614da1578151928315614d3c5760058414614c62575050600161018082015114801590614c52575b614c4c5760028214918215614c0557505090565b600614915081614c3f575b81614c2e575b81614c1f575090565b61010091506101600151111590565b905060016101608201511190614c16565b60c0810151159150614c10565b50505f90565b5060016101a08201511415614bf1565b909250610160820151926101608101518094149384614d27575b84614d12575b84614d03575b5083614cee575b83614cda575b505081614cca575b81614cb9575b81614cac575090565b6008915061012001511090565b905060086101008201511090614ca3565b9050601060e08201511090614c9d565b6101a0908101519101511491505f80614c95565b92506101808301516101808201511492614c8f565b6101608301511493505f614c88565b93506101a08301516101a08201511493614c82565b93506101808301516101808201511493614c7c565b5050602081015115915081614d92575b81614d7f575b81614d70575b81614d61575090565b61100091506101a00151111590565b6101a081015115159150614d58565b9050611000610180820151111590614d52565b61018081015115159150614d4c565b906130f0925061525f565b505050505f90565b506101c08301511515614bc5565b6006915014155f614bbe565b60028114159150614bb8565b50604085015160e08601511761010086015117610120860151171515614bae565b506101408501511515614b9f565b50606085015160808601511760a0860151171515614b94565b600481149250614b8c565b600381149250614b85565b9190604051614e4681612c47565b5f81526020810160608152614e6760408301925f8452956040810190612d0e565b905060051c90614e768261306f565b91614e846040519384612c63565b808352614e93601f199161306f565b013660208401375260405191603f601f19910116820160405252565b909392918060051c91600182018211611c44578051918215801580614f51575b614f40575b506001600160fb1b0383168303611c4457601f614ef591168360051b612b85565b9260208201815b82811115614f215750505094614f1b9160019596526040810190612d0e565b50019037565b80614f3b91613b21845197614f358161466c565b986146ad565b614efc565b929092611c44575f1901915f614ed4565b5060208301515f19850190858211611c44578691614f6e916146ad565b5114614ecf565b919392938060051c92614f888683612b85565b5f198101908111611c445760051c8151928315801580615014575b615003575b506001600160fb1b0384168403611c4457601f614fc991168460051b612b85565b9460208301905b82811115614fea5750505052614f1b906040810190612d0e565b80614ffe91613b21845197614f358161466c565b614fd0565b939093611c44575f1901925f614fa8565b5060208401515f19860190868211611c44578891615031916146ad565b5114614fa3565b909291926020825192019182515114938415946150595750505050612ac657565b615086929394506150699061467a565b9251926150796040830183612d0e565b9390926060810190614327565b929091938551958615801561518c575b612ac657859160405193843783955b6150db5750505193600114801593906150cb575b505050612ac65714155f808080614767565b0360051c141590505f80806150b9565b90955f9060051b5f905b8082106150fc57505060051c955f190190816150a5565b909182840197602089015198848701805191602087019260018d16600114615173575f52604060018d01910151148583101660011461515e5750506020918282819335825201995b60011c82828801015260405f2081880152019201906150e5565b60208094929181949c97500151835294615144565b60209593508594859350809250355f5282520199615144565b506001600160fb1b0387168703611c44578660051b821415615096565b91908015612ba957600160ff1b83145f19821416611c4457808305925f8282071261524a575b818402600160ff1b83145f861216611c4457848105831485151715611c44576151f79161358e565b908160011b916002830503611c445780821391821561522e575b505061521957565b906001600160ff1b038114611c445760010190565b1490508061523e575b5f80615211565b50600180831614615237565b92600160ff1b8114611c44575f1901926151cf565b606081018051908115801561542b575b801561541f575b8015615411575b614dac5760a083019182519060048551145f1461540857505f905b11614dac576101808401518251906001600160ff1b0382168203611c44576152c39160011b90612b85565b916101a08501519051906001600160ff1b0382168203611c44576152ea9160011b90612b85565b91815180821080156153ff575b612deb5761530b9061018086015192612b92565b9061531c6080860192835190612d04565b9060018201809211611c445714928315936153c9575b505050614c4c57600181511461537c5761016081015161016083015114918261535a57505090565b8151600414925090821561536d57505090565b60c09192508101519101511490565b610140810190815180151593846153b0575b50508261539a57505090565b6153ac92506101600151905190612b9f565b1590565b6153c09294506101600151612b9f565b15915f8061538e565b6153e99293506153e1906101a0860151945190612b92565b905190612d04565b9060018201809211611c445714155f8080615332565b508084106152f7565b60011c90615298565b50601060808401511161527d565b50608083015115615276565b5082516001036154425760ff60075b16821161526f565b60ff601061543a56",
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
