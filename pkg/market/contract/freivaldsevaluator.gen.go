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

// FreivaldsEvaluatorMetaData contains all meta data concerning the FreivaldsEvaluator contract.
var FreivaldsEvaluatorMetaData = bind.MetaData{
	ABI: "[{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"slot\",\"type\":\"uint256\"}],\"name\":\"BadHint\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"BadModel\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"bytes\",\"name\":\"payload\",\"type\":\"bytes\"},{\"internalType\":\"uint256\",\"name\":\"features\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"classes\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"groupSize\",\"type\":\"uint256\"}],\"name\":\"checkGroup\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"ok\",\"type\":\"bool\"}],\"stateMutability\":\"pure\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes\",\"name\":\"program\",\"type\":\"bytes\"},{\"internalType\":\"uint256\",\"name\":\"firstSlot\",\"type\":\"uint256\"},{\"internalType\":\"bytes[]\",\"name\":\"payloads\",\"type\":\"bytes[]\"},{\"internalType\":\"bytes[]\",\"name\":\"hints\",\"type\":\"bytes[]\"},{\"internalType\":\"uint256\",\"name\":\"groupSize\",\"type\":\"uint256\"}],\"name\":\"count\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"right\",\"type\":\"uint256\"}],\"stateMutability\":\"pure\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"features\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"groupSize\",\"type\":\"uint256\"}],\"name\":\"groupBytes\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"pure\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"lanes\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"pure\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"context\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"digest\",\"type\":\"bytes32\"},{\"internalType\":\"bool\",\"name\":\"first\",\"type\":\"bool\"},{\"internalType\":\"bytes\",\"name\":\"part\",\"type\":\"bytes\"},{\"internalType\":\"uint256\",\"name\":\"features\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"classes\",\"type\":\"uint256\"}],\"name\":\"load\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"next\",\"type\":\"bytes32\"},{\"internalType\":\"bool\",\"name\":\"done\",\"type\":\"bool\"}],\"stateMutability\":\"pure\",\"type\":\"function\"}]",
	ID:  "FreivaldsEvaluator",
	Bin: "0x60808060405234601557611a14908161001a8239f35b5f80fdfe60806040526004361015610011575f80fd5b5f3560e01c8063678f974c146100645780638abe31931461005f5780638ead93941461005a578063b9fdf041146100555763fcb2488714610050575f80fd5b610249565b61020e565b6101f4565b610166565b346101035760a03660031901126101035760043567ffffffffffffffff811161010357610095903690600401610107565b5060243560443567ffffffffffffffff8111610103576100b9903690600401610135565b92906064359267ffffffffffffffff8411610103576100ff946100e36100ef953690600401610135565b939092608435956103fc565b6040519081529081906020820190565b0390f35b5f80fd5b9181601f840112156101035782359167ffffffffffffffff8311610103576020838186019501011161010357565b9181601f840112156101035782359167ffffffffffffffff8311610103576020808501948460051b01011161010357565b346101035760803660031901126101035760043567ffffffffffffffff811161010357610197903690600401610107565b906001906044356101ac60243560643561033b565b935b8085106101c2576040518415158152602090f35b909192806101d9575b6001909401939291906101ae565b506001826101e88684876105c8565b3560f81c1090506101cb565b34610103575f366003190112610103576020604051818152f35b3461010357604036600319011261010357600435602435600182018092116102445760209161023c9161033b565b604051908152f35b6102b6565b346101035760c0366003190112610103576044356004356024358215158303610103576064359267ffffffffffffffff8411610103576102906102a4943690600401610107565b916084359361029e60a43590565b95610757565b60408051928352901515602083015290f35b634e487b7160e01b5f52601160045260245ffd5b908160030291600383040361024457565b908160041b917f0fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff81160361024457565b908160021b917f3fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff81160361024457565b8181029291811591840414171561024457565b634e487b7160e01b5f52603260045260245ffd5b91908110156103a45760051b81013590601e198136030182121561010357019081359167ffffffffffffffff8311610103576020018236038113610103579190565b61034e565b906020820180921161024457565b60c001908160c01161024457565b906010820180921161024457565b601401908160141161024457565b600401908160041161024457565b9190820180921161024457565b96959294969391935f9760c0820193606083013560ce84013560f01c9284355f525f5b848110610551575061043988610434866102ca565b61033b565b925f5b8b811061045157505050505050505050505050565b85888561045f848787610362565b898681839794971095861561052d575b505050505050610520575f905b8b821061048d57505060010161043c565b909e8f6104bd6104b98f8f908c60038f92876020918c60051b810135010101968792020288019161094a565b1590565b6104e5576104df916104d38e6104d9938f610cb7565b906103ef565b9f6103a9565b9061047c565b61051d6104f2858d6103ef565b7fd890f083000000000000000000000000000000000000000000000000000000005f52600452602490565b5ffd5b61051d6104f2838b6103ef565b6105449596509061053d916103ef565b91866108cb565b141585885f89868e61046f565b8060019160205260405f2060921c8160051b61020001520161041f565b90600410156103a45760040190565b90600510156103a45760050190565b90600c10156103a457600c0190565b90600d10156103a457600d0190565b90601010156103a45760100190565b90601110156103a45760110190565b908210156103a4570190565b909291928311610103579190565b906020116101035790602090565b906004116101035790600490565b906008116101035760060190600290565b90600a116101035760080190600290565b90600c1161010357600a0190600290565b9060101161010357600e0190600290565b906014116101035760120190600290565b90939293848311610103578411610103578101920390565b634e487b7160e01b5f52604160045260245ffd5b90601f8019910116810190811067ffffffffffffffff8211176106a157604052565b61066b565b604051906106b560608361067f565b565b67ffffffffffffffff81116106a157601f01601f191660200190565b906106dd826106b7565b6106ea604051918261067f565b82815280926106fb601f19916106b7565b0190602036910137565b929192610711826106b7565b9161071f604051938461067f565b829481845281830111610103578281602093845f960137010152565b359060208110610749575090565b5f199060200360031b1b1690565b939190949592610400604052815f146108c3576020935b84841061087557878161078386888187610653565b61078d9391611116565b956040870193845161079f90886103ef565b6107ab90888887610653565b92909786516107b9916103ef565b95516107c4906103b7565b6107cd8c6102db565b6107d6916103ef565b6107df906103c5565b6107e8906106d3565b9a8b921561083a5750928885938961081f9461082b9d8b9a99986108196108138d6108249f9c6105e2565b9061073b565b926113c4565b610653565b918561156f565b906020600f1982510191012091565b91505061084f93959492506104d391506102db565b9485821090811561089d575b506108755784818361082b976108249560208b0137610653565b7f4adfdf00000000000000000000000000000000000000000000000000000000005f5260045ffd5b90506108b46108ad8784866105d4565b3691610705565b6020815191012014155f61085b565b60c09361076e565b91909493601f801991011660a002908161820001905f82536182216182018401938685520190808583378060210183209785019401925b84841061091157505050505050565b909192939496843560018553600189161561094057825282525b604183209660011c9493602001929190610902565b908252825261092b565b929060ce840135918260f01c926c0100000001000000010000000160808701350260805b6101808110610cac5750506203fffc8460040160d288013560f01c029160ee1c1601850160d48082019160c688013561ffff8160d01c169061ffff8160e01c169060f01c020260041b0101925b838210610c11575050505060c05f930135600d1a91620fffff831c7c0100000001000000010000000100000001000000010000000100000001026103ff19601f840160051b16908161020001945f935b858510610a5957505050505050507ee0000000e0000000e0000000e0000000e0000000e0000000e0000000e000001660805b6101808110610a4b57501590565b906020908251179101610a3d565b8460051b61020001515f5b60048110610a815750506020606060019201970194019395610a0b565b807cff000000ff000000ff000000ff000000ff000000ff000000ff000000ff867effffff00ffffff00ffffff00ffffff00ffffff00ffffff00ffffff00ffffff809d7e0f8000000f8000000f8000000f8000000f8000000f8000000f8000000f800060019660031b7eff000000ff000000ff000000ff000000ff000000ff000000ff000000ff000060408b0135821c60101b1690867dff000000ff000000ff000000ff000000ff000000ff000000ff000000ff0060208d0135831c60081b16918c35901c161717019e8f16179d6101008560051b806080016effffff00ffffff00ffffff00ffffff8460801c168a028151039052016effffff00ffffff00ffffff00ffffff821688028151039052620fffff7c01000000010000000100000001000000010000000100000001000000018260141c16021616871c1660ff7c01000000010000000100000001000000010000000100000001000000017e0fff00000fff00000fff00000fff00000fff00000fff00000fff00000fff00830160141c160217168782028b015201610a64565b82601091833560801d6cff000000ff000000ff000000ff82358181168302610100510161010052818160081c1683026101205101610120528181871c168302610140510161014052818160181c168302610160510161016052818160801c16830260805101608052818160881c16830260a0510160a052818160901c16830260c0510160c05260981c160260e0510160e052019101906109bb565b81815260200161096e565b929190925f93600e820135926012830135925f5b60048110610d8957506006013561ffff8160d01c169061ffff8160e01c169060f01c0202020135915f925b60208410610d045750505050565b909192948560021c60070360051b5f905f9161020060038a1660030360051b6103ff19601f8960f01c0160051b166005020101915f925b8860f01c8410610d5a575050505082871a140194600101929190610cf6565b63ffffffff8151831c16838111610d7b575b50608060019101930192610d3b565b939450849392506080610d6c565b9394935f6001820160f087901c601f0160051b6103ff19160261020081015b610200621fffe08960eb1c16830101811061100d575060146203fffc8960ee1c166203fffc8960ee1c1686010101915f925b8960f01c8410610df35750505050600101949394610ccb565b8160071b7c01000000010000000100000001000000010000000100000001000000016210000060148c6203fffc8960021b9160ee1c168b0101013560e01d0102038184610200015b610200621fffe08d60eb1c168701018110610e8557505090600191610200878760021b0160051b8c601f6103ff199160f01c0160051b166005020101528960f01c01930192610dda565b90916020610400918435908451825f1a0201828501518260011a020160408501518260021a020160608501518260031a020160808501518260041a020160a08501518260051a020160c08501518260061a020160e08501518260071a02016101008501518260081a02016101208501518260091a020161014085015182600a1a020161016085015182600b1a020161018085015182600c1a02016101a085015182600d1a02016101c085015182600e1a02016101e085015182600f1a02016102008501518260101a02016102208501518260111a02016102408501518260121a02016102608501518260131a02016102808501518260141a02016102a08501518260151a02016102c08501518260161a02016102e08501518260171a02016103008501518260181a02016103208501518260191a020161034085015182601a1a020161036085015182601b1a020161038085015182601c1a02016103a085015182601d1a02016103c085015182601e1a02019060ff6103e08601519116020193019101610e3b565b916020908351019201610da8565b604051906060820182811067ffffffffffffffff8211176106a1576040525f6040838281528260208201520152565b919091357fffffffff000000000000000000000000000000000000000000000000000000008116926004811061107e575050565b7fffffffff00000000000000000000000000000000000000000000000000000000929350829060040360031b1b161690565b919091357fffff000000000000000000000000000000000000000000000000000000000000811692600281106110e4575050565b7fffff000000000000000000000000000000000000000000000000000000000000929350829060020360031b1b161690565b9190939261112261101b565b50601485108015611352575b8015611335575b8015611318575b6108755761119861118561116c61116561115f6111598a896105fe565b906110b0565b60f01c90565b61ffff1690565b61117f61116561115f6111598b8a61060f565b9061033b565b61117f61116561115f6111598a89610620565b8281149081159161130f575b8115611303575b50610875576111c361116561115f6111598887610631565b92600160ff6112046111fe6111d88a8661058c565b357fff000000000000000000000000000000000000000000000000000000000000001690565b60f81c90565b16148015906112e7575b80156112df575b80156112d4575b610875578186600161123d6112376111fe6111d885886105aa565b60ff1690565b14928315936112b7575b8315611296575b50505061087557611277906104d361126d6112688661030b565b6103d3565b9161117f866103e1565b916112806106a6565b9182526020820152816040820152921061087557565b61ffff9293506111596112ac9261115f92610642565b16141581865f61124e565b925060ff6112cb6111fe6111d884876105b9565b16151592611247565b50610400841161121c565b508315611215565b50601360ff6112fc6111fe6111d88a8661059b565b161161120e565b6110009150115f6111ab565b801591506111a4565b50600260ff61132d6111fe6111d8898861057d565b16141561113c565b50600860ff61134a6111fe6111d8898861056e565b161415611135565b507f47415131000000000000000000000000000000000000000000000000000000007fffffffff000000000000000000000000000000000000000000000000000000006113a86113a288876105f0565b9061104a565b16141561112e565b82600193925f83528483013701015f815290565b91956104b96020611407929a9697959a01986113ec6113e38b5161030b565b60148a016103ef565b906113ff6113f98261030b565b836103ef565b8b51926116a2565b6108755760408051602081019283529081018790526060810189905261143a81608081015b03601f19810183528261067f565b5190209660405160208101906114558161142c878a866113b0565b5190205f96875b89518910156114985760019061147c8a8d5f5260205260405f2060921c90565b6210000060148c60021b8c01013560e01d01020198019761145c565b949850909192949860e0969750602086015260408501526060840152608083015260a08201520137565b81156114cc570490565b634e487b7160e01b5f52601260045260245ffd5b909280926021947f0100000000000000000000000000000000000000000000000000000000000000845260018401528483013701015f815290565b67ffffffffffffffff81116106a15760051b60200190565b9061153d8261151b565b61154a604051918261067f565b82815280926106fb601f199161151b565b80518210156103a45760209160051b010190565b94939294602081015191604082015196606083019283519560c082019687519361159a8a51826114c2565b958615801561168e575b8015611678575b610875576104b96115c891888660148f51938b60021b01016116a2565b610875576115e561142c91604051928391866020840196876114e0565b519020956115f285611533565b905f5b868110611647575050602094926116269492611621928b61161b604082519201516103b7565b926117fa565b6103ef565b940151841480968161163c575b50610875575252565b90508214155f611633565b80611667611657600193896103ef565b845f5260205260405f2060921c90565b611671828661155b565b52016115f5565b5061168387876103ef565b60208c0151106115ab565b508161169b8c518961033b565b14156115a4565b93929190916001945f5b8381106116ba575050505050565b8060021b82013560e01d5f81126117f3575b5f848381028801815b6116fc57505090621000009160ff020110156116f4575b6001016116ac565b5f96506116ec565b8035602083106117b9575b927e01000100010001000100010001000100010001000100010001000100010001847f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f01010101010101010101010101010101010101010101010101010101010101016020969760071c191691607f83021816017eff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff808260081c169116010260f01c0192601f190191829101906116d5565b6020925f199060031b610100031b80197f808080808080808080808080808080808080808080808080808080808080808016911617611707565b5f036116cc565b9392602080840193805160051b0101905f845b838110611a06575060071b9401602001925f5b8381106118305750505050505050565b60805b61028081106119fb5750818782015b858583106118d857905082915003602081116118d0575b5f905b80821061186d575050602001611820565b909560106001916101e08960051b1660800151828a105f146118b95760801c5b81518b6fffffffffffffffffffffffffffffffff821692039060801d0160801b1781520196019061185c565b6fffffffffffffffffffffffffffffffff1661188d565b506020611859565b602091835170ff000000000000000000000000000000ff8235818160781c16830260805101608052818160701c16830260a0510160a052818160681c16830260c0510160c052818160601c16830260e0510160e052818160581c168302610100510161010052818160501c168302610120510161012052818160481c168302610140510161014052818160401c168302610160510161016052818160381c168302610180510161018052818160301c1683026101a051016101a052818160281c1683026101c051016101c0528181871c1683026101e051016101e052818160181c168302610200510161020052818160101c168302610220510161022052818160081c168302610240510161024052160261026051016102605201910190611842565b5f8152602001611833565b90602090825101910161180d56",
}

// FreivaldsEvaluator is an auto generated Go binding around an Ethereum contract.
type FreivaldsEvaluator struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *FreivaldsEvaluator) GetABI() abi.ABI {
	return c.abi
}

// NewFreivaldsEvaluator creates a new instance of FreivaldsEvaluator.
func NewFreivaldsEvaluator() *FreivaldsEvaluator {
	parsed, err := FreivaldsEvaluatorMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &FreivaldsEvaluator{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *FreivaldsEvaluator) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackCheckGroup is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8abe3193.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function checkGroup(bytes payload, uint256 features, uint256 classes, uint256 groupSize) pure returns(bool ok)
func (freivaldsEvaluator *FreivaldsEvaluator) PackCheckGroup(payload []byte, features *big.Int, classes *big.Int, groupSize *big.Int) []byte {
	enc, err := freivaldsEvaluator.abi.Pack("checkGroup", payload, features, classes, groupSize)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCheckGroup is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8abe3193.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function checkGroup(bytes payload, uint256 features, uint256 classes, uint256 groupSize) pure returns(bool ok)
func (freivaldsEvaluator *FreivaldsEvaluator) TryPackCheckGroup(payload []byte, features *big.Int, classes *big.Int, groupSize *big.Int) ([]byte, error) {
	return freivaldsEvaluator.abi.Pack("checkGroup", payload, features, classes, groupSize)
}

// UnpackCheckGroup is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x8abe3193.
//
// Solidity: function checkGroup(bytes payload, uint256 features, uint256 classes, uint256 groupSize) pure returns(bool ok)
func (freivaldsEvaluator *FreivaldsEvaluator) UnpackCheckGroup(data []byte) (bool, error) {
	out, err := freivaldsEvaluator.abi.Unpack("checkGroup", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackCount is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x678f974c.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function count(bytes program, uint256 firstSlot, bytes[] payloads, bytes[] hints, uint256 groupSize) pure returns(uint256 right)
func (freivaldsEvaluator *FreivaldsEvaluator) PackCount(program []byte, firstSlot *big.Int, payloads [][]byte, hints [][]byte, groupSize *big.Int) []byte {
	enc, err := freivaldsEvaluator.abi.Pack("count", program, firstSlot, payloads, hints, groupSize)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCount is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x678f974c.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function count(bytes program, uint256 firstSlot, bytes[] payloads, bytes[] hints, uint256 groupSize) pure returns(uint256 right)
func (freivaldsEvaluator *FreivaldsEvaluator) TryPackCount(program []byte, firstSlot *big.Int, payloads [][]byte, hints [][]byte, groupSize *big.Int) ([]byte, error) {
	return freivaldsEvaluator.abi.Pack("count", program, firstSlot, payloads, hints, groupSize)
}

// UnpackCount is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x678f974c.
//
// Solidity: function count(bytes program, uint256 firstSlot, bytes[] payloads, bytes[] hints, uint256 groupSize) pure returns(uint256 right)
func (freivaldsEvaluator *FreivaldsEvaluator) UnpackCount(data []byte) (*big.Int, error) {
	out, err := freivaldsEvaluator.abi.Unpack("count", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackGroupBytes is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb9fdf041.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function groupBytes(uint256 features, uint256 groupSize) pure returns(uint256)
func (freivaldsEvaluator *FreivaldsEvaluator) PackGroupBytes(features *big.Int, groupSize *big.Int) []byte {
	enc, err := freivaldsEvaluator.abi.Pack("groupBytes", features, groupSize)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGroupBytes is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb9fdf041.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function groupBytes(uint256 features, uint256 groupSize) pure returns(uint256)
func (freivaldsEvaluator *FreivaldsEvaluator) TryPackGroupBytes(features *big.Int, groupSize *big.Int) ([]byte, error) {
	return freivaldsEvaluator.abi.Pack("groupBytes", features, groupSize)
}

// UnpackGroupBytes is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xb9fdf041.
//
// Solidity: function groupBytes(uint256 features, uint256 groupSize) pure returns(uint256)
func (freivaldsEvaluator *FreivaldsEvaluator) UnpackGroupBytes(data []byte) (*big.Int, error) {
	out, err := freivaldsEvaluator.abi.Unpack("groupBytes", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackLanes is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8ead9394.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function lanes() pure returns(uint256)
func (freivaldsEvaluator *FreivaldsEvaluator) PackLanes() []byte {
	enc, err := freivaldsEvaluator.abi.Pack("lanes")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackLanes is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8ead9394.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function lanes() pure returns(uint256)
func (freivaldsEvaluator *FreivaldsEvaluator) TryPackLanes() ([]byte, error) {
	return freivaldsEvaluator.abi.Pack("lanes")
}

// UnpackLanes is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x8ead9394.
//
// Solidity: function lanes() pure returns(uint256)
func (freivaldsEvaluator *FreivaldsEvaluator) UnpackLanes(data []byte) (*big.Int, error) {
	out, err := freivaldsEvaluator.abi.Unpack("lanes", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackLoadPart is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xfcb24887.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function load(bytes32 context, bytes32 digest, bool first, bytes part, uint256 features, uint256 classes) pure returns(bytes32 next, bool done)
func (freivaldsEvaluator *FreivaldsEvaluator) PackLoadPart(context [32]byte, digest [32]byte, first bool, part []byte, features *big.Int, classes *big.Int) []byte {
	enc, err := freivaldsEvaluator.abi.Pack("load", context, digest, first, part, features, classes)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackLoadPart is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xfcb24887.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function load(bytes32 context, bytes32 digest, bool first, bytes part, uint256 features, uint256 classes) pure returns(bytes32 next, bool done)
func (freivaldsEvaluator *FreivaldsEvaluator) TryPackLoadPart(context [32]byte, digest [32]byte, first bool, part []byte, features *big.Int, classes *big.Int) ([]byte, error) {
	return freivaldsEvaluator.abi.Pack("load", context, digest, first, part, features, classes)
}

// LoadPartOutput serves as a container for the return parameters of contract
// method LoadPart.
type LoadPartOutput struct {
	Next [32]byte
	Done bool
}

// UnpackLoadPart is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xfcb24887.
//
// Solidity: function load(bytes32 context, bytes32 digest, bool first, bytes part, uint256 features, uint256 classes) pure returns(bytes32 next, bool done)
func (freivaldsEvaluator *FreivaldsEvaluator) UnpackLoadPart(data []byte) (LoadPartOutput, error) {
	out, err := freivaldsEvaluator.abi.Unpack("load", data)
	outstruct := new(LoadPartOutput)
	if err != nil {
		return *outstruct, err
	}
	outstruct.Next = *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	outstruct.Done = *abi.ConvertType(out[1], new(bool)).(*bool)
	return *outstruct, nil
}

// UnpackError attempts to decode the provided error data using user-defined
// error definitions.
func (freivaldsEvaluator *FreivaldsEvaluator) UnpackError(raw []byte) (any, error) {
	if bytes.Equal(raw[:4], freivaldsEvaluator.abi.Errors["BadHint"].ID.Bytes()[:4]) {
		return freivaldsEvaluator.UnpackBadHintError(raw[4:])
	}
	if bytes.Equal(raw[:4], freivaldsEvaluator.abi.Errors["BadModel"].ID.Bytes()[:4]) {
		return freivaldsEvaluator.UnpackBadModelError(raw[4:])
	}
	return nil, errors.New("Unknown error")
}

// FreivaldsEvaluatorBadHint represents a BadHint error raised by the FreivaldsEvaluator contract.
type FreivaldsEvaluatorBadHint struct {
	Slot *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadHint(uint256 slot)
func FreivaldsEvaluatorBadHintErrorID() common.Hash {
	return common.HexToHash("0xd890f08305be7e1d848fc5b9f2060f0b9a9756537537d011fd20a77c9957be98")
}

// UnpackBadHintError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadHint(uint256 slot)
func (freivaldsEvaluator *FreivaldsEvaluator) UnpackBadHintError(raw []byte) (*FreivaldsEvaluatorBadHint, error) {
	out := new(FreivaldsEvaluatorBadHint)
	if err := freivaldsEvaluator.abi.UnpackIntoInterface(out, "BadHint", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// FreivaldsEvaluatorBadModel represents a BadModel error raised by the FreivaldsEvaluator contract.
type FreivaldsEvaluatorBadModel struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadModel()
func FreivaldsEvaluatorBadModelErrorID() common.Hash {
	return common.HexToHash("0x4adfdf00074dfb483790ea8554f97f9b88e3f42cd19834f35cd548ef4dcd2799")
}

// UnpackBadModelError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadModel()
func (freivaldsEvaluator *FreivaldsEvaluator) UnpackBadModelError(raw []byte) (*FreivaldsEvaluatorBadModel, error) {
	out := new(FreivaldsEvaluatorBadModel)
	if err := freivaldsEvaluator.abi.UnpackIntoInterface(out, "BadModel", raw); err != nil {
		return nil, err
	}
	return out, nil
}
