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

// DenseEvaluatorMetaData contains all meta data concerning the DenseEvaluator contract.
var DenseEvaluatorMetaData = bind.MetaData{
	ABI: "[{\"inputs\":[],\"name\":\"BadModel\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"bytes\",\"name\":\"model\",\"type\":\"bytes\"},{\"internalType\":\"uint256\",\"name\":\"features\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"classes\",\"type\":\"uint256\"}],\"name\":\"check\",\"outputs\":[],\"stateMutability\":\"pure\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes\",\"name\":\"payload\",\"type\":\"bytes\"},{\"internalType\":\"uint256\",\"name\":\"features\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"classes\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"groupSize\",\"type\":\"uint256\"}],\"name\":\"checkGroup\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"ok\",\"type\":\"bool\"}],\"stateMutability\":\"pure\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes\",\"name\":\"model\",\"type\":\"bytes\"},{\"internalType\":\"bytes[]\",\"name\":\"payloads\",\"type\":\"bytes[]\"},{\"internalType\":\"uint256\",\"name\":\"groupSize\",\"type\":\"uint256\"}],\"name\":\"count\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"pure\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"features\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"groupSize\",\"type\":\"uint256\"}],\"name\":\"groupBytes\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"pure\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"lanes\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"pure\",\"type\":\"function\"}]",
	ID:  "DenseEvaluator",
	Bin: "0x608080604052346015576110aa908161001a8239f35b5f80fdfe60806040526004361015610011575f80fd5b5f3560e01c80631c8026cb146100645780634fddcd051461005f5780638abe31931461005a5780638ead9394146100555763b9fdf04114610050575f80fd5b610518565b6104fd565b61046f565b6103ee565b346103bc5760603660031901126103bc5760043567ffffffffffffffff81116103bc576100959036906004016103c0565b90602435604435600c841080156103b0575b8015610352575b8015610335575b6101a7576100fe6100f86100f26100cc8787610646565b357fff000000000000000000000000000000000000000000000000000000000000001690565b60f81c90565b60ff1690565b8015801561032b575b6101a75761011c6101178261068d565b6106d0565b938486106101a75761017c61016961015061014961014361013d8b87610561565b90610707565b60f01c90565b61ffff1690565b61016361014961014361013d8c88610572565b906106bd565b61016361014961014361013d8b87610583565b938414801590610323575b8015610318575b6101a75791905f925b8184106101cf578686036101a757005b7f4adfdf00000000000000000000000000000000000000000000000000000000005f5260045ffd5b90919293946101fc6101e36101178761068d565b6101f46101ef8861068d565b6106de565b9089856105a5565b61021161014961014361013d84869c96610594565b9760016102276100f86100f26100cc8686610655565b148015906102fc575b80156102f4575b80156102e9575b6101a75761024b8661076d565b881491826102b3575b50506101a75761026c610266826106ec565b886106bd565b61027681846106fa565b89106101a757826102a36102a8938a61029d8d856102968860019b6106fa565b918b6105a5565b50610f4a565b6106fa565b959401929190610197565b909150868914918215926102cb575b50508980610254565b60ff92506100cc6102df926100f29261065e565b16151589806102c2565b50610400891161023e565b508815610237565b50601360ff6103116100f26100cc868661065e565b1611610230565b50611000841161018e565b508315610187565b5060088111610107565b50600860ff61034a6100f26100cc8888610623565b1614156100b5565b507f47415131000000000000000000000000000000000000000000000000000000007fffffffff000000000000000000000000000000000000000000000000000000006103a86103a28787610553565b906105bd565b1614156100ae565b506201300084116100a7565b5f80fd5b9181601f840112156103bc5782359167ffffffffffffffff83116103bc57602083818601950101116103bc57565b346103bc5760603660031901126103bc5760043567ffffffffffffffff81116103bc5761041f9036906004016103c0565b506024359067ffffffffffffffff82116103bc57366023830112156103bc5781600401359067ffffffffffffffff82116103bc573660248360051b850101116103bc576024604435930190610e27565b346103bc5760803660031901126103bc5760043567ffffffffffffffff81116103bc576104a09036906004016103c0565b906001906044356104b56024356064356106bd565b935b8085106104cb576040518415158152602090f35b909192806104e2575b6001909401939291906104b7565b506001826104f186848761066d565b3560f81c1090506104d4565b346103bc575f3660031901126103bc576020604051600c8152f35b346103bc5760403660031901126103bc576004356024356001820180921161054e57602091610546916106bd565b604051908152f35b610679565b906004116103bc5790600490565b906008116103bc5760060190600290565b90600a116103bc5760080190600290565b90600c116103bc57600a0190600290565b906004116103bc5760020190600290565b909392938483116103bc5784116103bc578101920390565b919091357fffffffff00000000000000000000000000000000000000000000000000000000811692600481106105f1575050565b7fffffffff00000000000000000000000000000000000000000000000000000000929350829060040360031b1b161690565b90600410156106325760040190565b634e487b7160e01b5f52603260045260245ffd5b90600510156106325760050190565b90156106325790565b90600110156106325760010190565b90821015610632570190565b634e487b7160e01b5f52601160045260245ffd5b908160021b917f3fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff81160361054e57565b8181029291811591840414171561054e57565b600c019081600c1161054e57565b601001908160101161054e57565b600401908160041161054e57565b9190820180921161054e57565b919091357fffff0000000000000000000000000000000000000000000000000000000000008116926002811061073b575050565b7fffff000000000000000000000000000000000000000000000000000000000000929350829060020360031b1b161690565b5f1981019190821161054e57565b9160051b6108800191610880905b8382106107965750505050565b82602091835181358483013591608051825f1a020160a0518260011a020160c0518260021a020160e0518260031a0201610100518260041a0201610120518260051a0201610140518260061a0201610160518260071a0201610180518260081a02016101a0518260091a02016101c05182600a1a02016101e05182600b1a02016102005182600c1a02016102205182600d1a02016102405182600e1a02016102605182600f1a0201610280518260101a02016102a0518260111a02016102c0518260121a02016102e0518260131a0201610300518260141a0201610320518260151a0201610340518260161a0201610360518260171a0201610380518260181a02016103a0518260191a02016103c05182601a1a02016103e05182601b1a02016104005182601c1a02016104205182601d1a02016104405182601e1a02019060ff610460519116020161048051825f1a02016104a0518260011a02016104c0518260021a02016104e0518260031a0201610500518260041a0201610520518260051a0201610540518260061a0201610560518260071a0201610580518260081a02016105a0518260091a02016105c05182600a1a02016105e05182600b1a02016106005182600c1a02016106205182600d1a02016106405182600e1a02016106605182600f1a0201610680518260101a02016106a0518260111a02016106c0518260121a02016106e0518260131a0201610700518260141a0201610720518260151a0201610740518260161a0201610760518260171a0201610780518260181a02016107a0518260191a02016107c05182601a1a02016107e05182601b1a02016108005182601c1a02016108205182601d1a02016108405182601e1a02019060ff6108605191160201845201910190610789565b9160051b6108800191610880905b838210610a455750505050565b826020918351813590608051825f1a020160a0518260011a020160c0518260021a020160e0518260031a0201610100518260041a0201610120518260051a0201610140518260061a0201610160518260071a0201610180518260081a02016101a0518260091a02016101c05182600a1a02016101e05182600b1a02016102005182600c1a02016102205182600d1a02016102405182600e1a0201906102605190600f1a0201845201910190610a38565b915f9493925f5b828110610c6e57508160021b01925f935b838510610b205750505050505060071b90565b6040908186860310610c65575b8160051b6080016080905b808210610b6a57505081604014610b5a57610b54848683610a2a565b01610b0d565b610b6584868361077b565b610b54565b90969860016020915f90898d10610b8a575b818b52019a01970190610b38565b90508615610c5657610c508c8c028801358060a01c9060521c9062ffffff723fffffc0000000000000000000000000000000753fffffc0000000000000000000000000000000000000841665ffffff00000084161760271b9316911617177d7f80000000000000ff00000000000001fe00000000000003fc000000000081601a1b1690781fe00000000000003fc00000000000007f80000000000000ff7b03fc00000000000007f80000000000000ff00000000000001fe0000082600d1b169116171790565b90610b7c565b8b60051b618880015190610b7c565b60109150610b2d565b807c80000400002000010000080000400002000010000080000400002000016210000060019360021b85013560e01d01028160051b610880015201610afc565b91620fffff811c7c800004000020000100000800004000020000100000800004000020000102905f5b848110610ce5575050505050565b8060019160051b7d7f8003fc001fe000ff0007f8003fc001fe000ff0007f8003fc001fe000ff858783610880015103620fffff7c80000400002000010000080000400002000010000080000400002000018260141c160216861c1660ff7c80000400002000010000080000400002000010000080000400002000017f07ff803ffc01ffe00fff007ff803ffc01ffe00fff007ff803ffc01ffe00fff00830160141c1602171690618880015201610cd7565b5f9392915f5b828110610e10575050905f915b600c8310610db657505050565b90919384600b036015025f5f915f5b858110610de257505050838601355f1a1401936001019190610da9565b621fffff8160051b6108800151831c16838111610e03575b50600101610dc5565b9093509150826001610dfa565b8060019160051b6108800183815103905201610d9c565b5f93929190600681013590855b848110610e4357865f5260205ff35b5f5b868110610e555750600101610e34565b965f9061ffff8560d01c1661ffff8660e01c168660f01c0202600c853560051a60021b86010160208b8660051b8a01358a010101905f915b898d8d8b8b803560051a8810610eb25750505050505050505090600c91019701610e45565b99610ed383600c8b9d8b60021b0101359761ffff8960e01c16809c8b610af5565b958d3560051a5f19018903610f2c57505092600494926020928561ffff610f1b9760d01c169061ffff8160e01c169060f01c020202918c60051b810135010101019086610d96565b955b0183020160015f920191610e8d565b9150999350610f459250600494915060011a9087610cae565b610f1d565b906001928160021b8301925f5b838110610f6a575050505050156101a757565b8060021b82013560e01d5f81126110a3575b5f848381028801815b610fac57505090621000009160ff02011015610fa4575b600101610f57565b5f9550610f9c565b803560208310611069575b927e01000100010001000100010001000100010001000100010001000100010001847f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f01010101010101010101010101010101010101010101010101010101010101016020969760071c191691607f83021816017eff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff808260081c169116010260f01c0192601f19019182910190610f85565b6020925f199060031b610100031b80197f808080808080808080808080808080808080808080808080808080808080808016911617610fb7565b5f03610f7c56",
}

// DenseEvaluator is an auto generated Go binding around an Ethereum contract.
type DenseEvaluator struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *DenseEvaluator) GetABI() abi.ABI {
	return c.abi
}

// NewDenseEvaluator creates a new instance of DenseEvaluator.
func NewDenseEvaluator() *DenseEvaluator {
	parsed, err := DenseEvaluatorMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &DenseEvaluator{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *DenseEvaluator) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackCheck is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x1c8026cb.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function check(bytes model, uint256 features, uint256 classes) pure returns()
func (denseEvaluator *DenseEvaluator) PackCheck(model []byte, features *big.Int, classes *big.Int) []byte {
	enc, err := denseEvaluator.abi.Pack("check", model, features, classes)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCheck is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x1c8026cb.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function check(bytes model, uint256 features, uint256 classes) pure returns()
func (denseEvaluator *DenseEvaluator) TryPackCheck(model []byte, features *big.Int, classes *big.Int) ([]byte, error) {
	return denseEvaluator.abi.Pack("check", model, features, classes)
}

// PackCheckGroup is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8abe3193.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function checkGroup(bytes payload, uint256 features, uint256 classes, uint256 groupSize) pure returns(bool ok)
func (denseEvaluator *DenseEvaluator) PackCheckGroup(payload []byte, features *big.Int, classes *big.Int, groupSize *big.Int) []byte {
	enc, err := denseEvaluator.abi.Pack("checkGroup", payload, features, classes, groupSize)
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
func (denseEvaluator *DenseEvaluator) TryPackCheckGroup(payload []byte, features *big.Int, classes *big.Int, groupSize *big.Int) ([]byte, error) {
	return denseEvaluator.abi.Pack("checkGroup", payload, features, classes, groupSize)
}

// UnpackCheckGroup is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x8abe3193.
//
// Solidity: function checkGroup(bytes payload, uint256 features, uint256 classes, uint256 groupSize) pure returns(bool ok)
func (denseEvaluator *DenseEvaluator) UnpackCheckGroup(data []byte) (bool, error) {
	out, err := denseEvaluator.abi.Unpack("checkGroup", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackCount is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x4fddcd05.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function count(bytes model, bytes[] payloads, uint256 groupSize) pure returns(uint256)
func (denseEvaluator *DenseEvaluator) PackCount(model []byte, payloads [][]byte, groupSize *big.Int) []byte {
	enc, err := denseEvaluator.abi.Pack("count", model, payloads, groupSize)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCount is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x4fddcd05.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function count(bytes model, bytes[] payloads, uint256 groupSize) pure returns(uint256)
func (denseEvaluator *DenseEvaluator) TryPackCount(model []byte, payloads [][]byte, groupSize *big.Int) ([]byte, error) {
	return denseEvaluator.abi.Pack("count", model, payloads, groupSize)
}

// UnpackCount is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x4fddcd05.
//
// Solidity: function count(bytes model, bytes[] payloads, uint256 groupSize) pure returns(uint256)
func (denseEvaluator *DenseEvaluator) UnpackCount(data []byte) (*big.Int, error) {
	out, err := denseEvaluator.abi.Unpack("count", data)
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
func (denseEvaluator *DenseEvaluator) PackGroupBytes(features *big.Int, groupSize *big.Int) []byte {
	enc, err := denseEvaluator.abi.Pack("groupBytes", features, groupSize)
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
func (denseEvaluator *DenseEvaluator) TryPackGroupBytes(features *big.Int, groupSize *big.Int) ([]byte, error) {
	return denseEvaluator.abi.Pack("groupBytes", features, groupSize)
}

// UnpackGroupBytes is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xb9fdf041.
//
// Solidity: function groupBytes(uint256 features, uint256 groupSize) pure returns(uint256)
func (denseEvaluator *DenseEvaluator) UnpackGroupBytes(data []byte) (*big.Int, error) {
	out, err := denseEvaluator.abi.Unpack("groupBytes", data)
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
func (denseEvaluator *DenseEvaluator) PackLanes() []byte {
	enc, err := denseEvaluator.abi.Pack("lanes")
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
func (denseEvaluator *DenseEvaluator) TryPackLanes() ([]byte, error) {
	return denseEvaluator.abi.Pack("lanes")
}

// UnpackLanes is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x8ead9394.
//
// Solidity: function lanes() pure returns(uint256)
func (denseEvaluator *DenseEvaluator) UnpackLanes(data []byte) (*big.Int, error) {
	out, err := denseEvaluator.abi.Unpack("lanes", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// UnpackError attempts to decode the provided error data using user-defined
// error definitions.
func (denseEvaluator *DenseEvaluator) UnpackError(raw []byte) (any, error) {
	if bytes.Equal(raw[:4], denseEvaluator.abi.Errors["BadModel"].ID.Bytes()[:4]) {
		return denseEvaluator.UnpackBadModelError(raw[4:])
	}
	return nil, errors.New("Unknown error")
}

// DenseEvaluatorBadModel represents a BadModel error raised by the DenseEvaluator contract.
type DenseEvaluatorBadModel struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadModel()
func DenseEvaluatorBadModelErrorID() common.Hash {
	return common.HexToHash("0x4adfdf00074dfb483790ea8554f97f9b88e3f42cd19834f35cd548ef4dcd2799")
}

// UnpackBadModelError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadModel()
func (denseEvaluator *DenseEvaluator) UnpackBadModelError(raw []byte) (*DenseEvaluatorBadModel, error) {
	out := new(DenseEvaluatorBadModel)
	if err := denseEvaluator.abi.UnpackIntoInterface(out, "BadModel", raw); err != nil {
		return nil, err
	}
	return out, nil
}
