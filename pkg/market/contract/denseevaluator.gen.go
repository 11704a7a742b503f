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
	ABI: "[{\"inputs\":[],\"name\":\"BadModel\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"bytes\",\"name\":\"payload\",\"type\":\"bytes\"},{\"internalType\":\"uint256\",\"name\":\"features\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"classes\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"groupSize\",\"type\":\"uint256\"}],\"name\":\"checkGroup\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"ok\",\"type\":\"bool\"}],\"stateMutability\":\"pure\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes\",\"name\":\"model\",\"type\":\"bytes\"},{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"},{\"internalType\":\"bytes[]\",\"name\":\"payloads\",\"type\":\"bytes[]\"},{\"internalType\":\"bytes[]\",\"name\":\"\",\"type\":\"bytes[]\"},{\"internalType\":\"uint256\",\"name\":\"groupSize\",\"type\":\"uint256\"}],\"name\":\"count\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"pure\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"features\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"groupSize\",\"type\":\"uint256\"}],\"name\":\"groupBytes\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"pure\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"lanes\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"pure\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"digest\",\"type\":\"bytes32\"},{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"},{\"internalType\":\"bytes\",\"name\":\"model\",\"type\":\"bytes\"},{\"internalType\":\"uint256\",\"name\":\"features\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"classes\",\"type\":\"uint256\"}],\"name\":\"load\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"},{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"pure\",\"type\":\"function\"}]",
	ID:  "DenseEvaluator",
	Bin: "0x60808060405234601557611190908161001a8239f35b5f80fdfe60806040526004361015610011575f80fd5b5f3560e01c8063678f974c146100645780638abe31931461005f5780638ead93941461005a578063b9fdf041146100555763fcb2488714610050575f80fd5b610229565b6101ee565b6101d3565b610145565b346100e25760a03660031901126100e25760043567ffffffffffffffff81116100e2576100959036906004016100e6565b5060443567ffffffffffffffff81116100e2576100b6903690600401610114565b9060643567ffffffffffffffff81116100e2576100d7903690600401610114565b505060843592610937565b5f80fd5b9181601f840112156100e25782359167ffffffffffffffff83116100e257602083818601950101116100e257565b9181601f840112156100e25782359167ffffffffffffffff83116100e2576020808501948460051b0101116100e257565b346100e25760803660031901126100e25760043567ffffffffffffffff81116100e2576101769036906004016100e6565b9060019060443561018b602435606435610a9e565b935b8085106101a1576040518415158152602090f35b909192806101b8575b60019094019392919061018d565b506001826101c7868487610afb565b3560f81c1090506101aa565b346100e2575f3660031901126100e2576020604051600c8152f35b346100e25760403660031901126100e257600435602435600182018092116102245760209161021c91610a9e565b604051908152f35b610a5a565b346100e25760c03660031901126100e257602435604435801515036100e2576064359067ffffffffffffffff82116100e25761026c6102799236906004016100e6565b6084359160a43593610b52565b60408051928352901515602083015290f35b9160051b6108800191610880905b8382106102a65750505050565b82602091835181358483013591608051825f1a020160a0518260011a020160c0518260021a020160e0518260031a0201610100518260041a0201610120518260051a0201610140518260061a0201610160518260071a0201610180518260081a02016101a0518260091a02016101c05182600a1a02016101e05182600b1a02016102005182600c1a02016102205182600d1a02016102405182600e1a02016102605182600f1a0201610280518260101a02016102a0518260111a02016102c0518260121a02016102e0518260131a0201610300518260141a0201610320518260151a0201610340518260161a0201610360518260171a0201610380518260181a02016103a0518260191a02016103c05182601a1a02016103e05182601b1a02016104005182601c1a02016104205182601d1a02016104405182601e1a02019060ff610460519116020161048051825f1a02016104a0518260011a02016104c0518260021a02016104e0518260031a0201610500518260041a0201610520518260051a0201610540518260061a0201610560518260071a0201610580518260081a02016105a0518260091a02016105c05182600a1a02016105e05182600b1a02016106005182600c1a02016106205182600d1a02016106405182600e1a02016106605182600f1a0201610680518260101a02016106a0518260111a02016106c0518260121a02016106e0518260131a0201610700518260141a0201610720518260151a0201610740518260161a0201610760518260171a0201610780518260181a02016107a0518260191a02016107c05182601a1a02016107e05182601b1a02016108005182601c1a02016108205182601d1a02016108405182601e1a02019060ff6108605191160201845201910190610299565b9160051b6108800191610880905b8382106105555750505050565b826020918351813590608051825f1a020160a0518260011a020160c0518260021a020160e0518260031a0201610100518260041a0201610120518260051a0201610140518260061a0201610160518260071a0201610180518260081a02016101a0518260091a02016101c05182600a1a02016101e05182600b1a02016102005182600c1a02016102205182600d1a02016102405182600e1a0201906102605190600f1a0201845201910190610548565b915f9493925f5b82811061077e57508160021b01925f935b8385106106305750505050505060071b90565b6040908186860310610775575b8160051b6080016080905b80821061067a5750508160401461066a5761066484868361053a565b0161061d565b61067584868361028b565b610664565b90969860016020915f90898d1061069a575b818b52019a01970190610648565b90508615610766576107608c8c028801358060a01c9060521c9062ffffff723fffffc0000000000000000000000000000000753fffffc0000000000000000000000000000000000000841665ffffff00000084161760271b9316911617177d7f80000000000000ff00000000000001fe00000000000003fc000000000081601a1b1690781fe00000000000003fc00000000000007f80000000000000ff7b03fc00000000000007f80000000000000ff00000000000001fe0000082600d1b169116171790565b9061068c565b8b60051b61888001519061068c565b6010915061063d565b807c80000400002000010000080000400002000010000080000400002000016210000060019360021b85013560e01d01028160051b61088001520161060c565b91620fffff811c7c800004000020000100000800004000020000100000800004000020000102905f5b8481106107f5575050505050565b8060019160051b7d7f8003fc001fe000ff0007f8003fc001fe000ff0007f8003fc001fe000ff858783610880015103620fffff7c80000400002000010000080000400002000010000080000400002000018260141c160216861c1660ff7c80000400002000010000080000400002000010000080000400002000017f07ff803ffc01ffe00fff007ff803ffc01ffe00fff007ff803ffc01ffe00fff00830160141c16021716906188800152016107e7565b5f9392915f5b828110610920575050905f915b600c83106108c657505050565b90919384600b036015025f5f915f5b8581106108f257505050838601355f1a14019360010191906108b9565b621fffff8160051b6108800151831c16838111610913575b506001016108d5565b909350915082600161090a565b8060019160051b61088001838151039052016108ac565b5f93929190600681013590855b84811061095357865f5260205ff35b5f5b8681106109655750600101610944565b965f9061ffff8560d01c1661ffff8660e01c168660f01c0202600c853560051a60021b86010160208b8660051b8a01358a010101905f915b898d8d8b8b803560051a88106109c25750505050505050505090600c91019701610955565b996109e383600c8b9d8b60021b0101359761ffff8960e01c16809c8b610605565b958d3560051a5f19018903610a3c57505092600494926020928561ffff610a2b9760d01c169061ffff8160e01c169060f01c020202918c60051b8101350101010190866108a6565b955b0183020160015f92019161099d565b9150999350610a559250600494915060011a90876107be565b610a2d565b634e487b7160e01b5f52601160045260245ffd5b908160021b917f3fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff81160361022457565b8181029291811591840414171561022457565b9060041015610ac05760040190565b634e487b7160e01b5f52603260045260245ffd5b9060051015610ac05760050190565b9015610ac05790565b9060011015610ac05760010190565b90821015610ac0570190565b600c019081600c1161022457565b601001908160101161022457565b600401908160041161022457565b9190820180921161022457565b634e487b7160e01b5f52604160045260245ffd5b939192909267ffffffffffffffff8111610bec57604051601f8201601f19908116603f0116810167ffffffffffffffff811182821017610bec576040528181526020810136838701116100e2578691838783375f6020858301015251902003610bc457610bbe93610d35565b90600190565b7f4adfdf00000000000000000000000000000000000000000000000000000000005f5260045ffd5b610b3e565b906004116100e25790600490565b906008116100e25760060190600290565b90600a116100e25760080190600290565b90600c116100e257600a0190600290565b906004116100e25760020190600290565b909392938483116100e25784116100e2578101920390565b919091357fffffffff0000000000000000000000000000000000000000000000000000000081169260048110610c8f575050565b7fffffffff00000000000000000000000000000000000000000000000000000000929350829060040360031b1b161690565b919091357fffff00000000000000000000000000000000000000000000000000000000000081169260028110610cf5575050565b7fffff000000000000000000000000000000000000000000000000000000000000929350829060020360031b1b161690565b5f1981019190821161022457565b91929092600c8410801561102c575b8015610fce575b8015610fb1575b610bc457610d9b610d95610d8f610d698787610ad4565b357fff000000000000000000000000000000000000000000000000000000000000001690565b60f81c90565b60ff1690565b9081158015610fa7575b610bc457610dba610db583610a6e565b610b07565b93848610610bc457610e1a610e07610dee610de7610de1610ddb8b87610bff565b90610cc1565b60f01c90565b61ffff1690565b610e01610de7610de1610ddb8c88610c10565b90610a9e565b610e01610de7610de1610ddb8b87610c21565b918214801590610f9f575b8015610f94575b610bc4575f915b838310610e4657505050505003610bc457565b610e6e610e55610db585610a6e565b610e66610e6186610a6e565b610b15565b908985610c43565b610e83610de7610de1610ddb84869c96610c32565b976001610e99610d95610d8f610d698686610ae3565b14801590610f78575b8015610f70575b8015610f65575b610bc457610ebd87610d27565b86149182610f2f575b5050610bc457610ede610ed883610b23565b88610a9e565b91610ee98383610b31565b8910610bc457610f12610f169189848701610f0c610f0683610a6e565b82610b31565b90611038565b1590565b610bc457600191610f2691610b31565b95920191610e33565b90915087891491821592610f47575b50505f80610ec6565b60ff9250610d69610f5b92610d8f92610aec565b1615155f80610f3e565b506104008911610eb0565b508815610ea9565b50601360ff610f8d610d8f610d698686610aec565b1611610ea2565b506110008211610e2c565b508115610e25565b5060088211610da5565b50600860ff610fc6610d8f610d698888610ab1565b161415610d52565b507f47415131000000000000000000000000000000000000000000000000000000007fffffffff0000000000000000000000000000000000000000000000000000000061102461101e8787610bf1565b90610c5b565b161415610d4b565b50620130008411610d44565b93929190916001945f5b838110611050575050505050565b8060021b82013560e01d5f8112611189575b5f848381028801815b61109257505090621000009160ff0201101561108a575b600101611042565b5f9650611082565b80356020831061114f575b927e01000100010001000100010001000100010001000100010001000100010001847f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f01010101010101010101010101010101010101010101010101010101010101016020969760071c191691607f83021816017eff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff808260081c169116010260f01c0192601f1901918291019061106b565b6020925f199060031b610100031b80197f80808080808080808080808080808080808080808080808080808080808080801691161761109d565b5f0361106256",
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
// the contract method with ID 0x678f974c.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function count(bytes model, uint256 , bytes[] payloads, bytes[] , uint256 groupSize) pure returns(uint256)
func (denseEvaluator *DenseEvaluator) PackCount(model []byte, arg1 *big.Int, payloads [][]byte, arg3 [][]byte, groupSize *big.Int) []byte {
	enc, err := denseEvaluator.abi.Pack("count", model, arg1, payloads, arg3, groupSize)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCount is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x678f974c.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function count(bytes model, uint256 , bytes[] payloads, bytes[] , uint256 groupSize) pure returns(uint256)
func (denseEvaluator *DenseEvaluator) TryPackCount(model []byte, arg1 *big.Int, payloads [][]byte, arg3 [][]byte, groupSize *big.Int) ([]byte, error) {
	return denseEvaluator.abi.Pack("count", model, arg1, payloads, arg3, groupSize)
}

// UnpackCount is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x678f974c.
//
// Solidity: function count(bytes model, uint256 , bytes[] payloads, bytes[] , uint256 groupSize) pure returns(uint256)
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

// PackLoad is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xfcb24887.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function load(bytes32 , bytes32 digest, bool , bytes model, uint256 features, uint256 classes) pure returns(bytes32, bool)
func (denseEvaluator *DenseEvaluator) PackLoad(arg0 [32]byte, digest [32]byte, arg2 bool, model []byte, features *big.Int, classes *big.Int) []byte {
	enc, err := denseEvaluator.abi.Pack("load", arg0, digest, arg2, model, features, classes)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackLoad is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xfcb24887.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function load(bytes32 , bytes32 digest, bool , bytes model, uint256 features, uint256 classes) pure returns(bytes32, bool)
func (denseEvaluator *DenseEvaluator) TryPackLoad(arg0 [32]byte, digest [32]byte, arg2 bool, model []byte, features *big.Int, classes *big.Int) ([]byte, error) {
	return denseEvaluator.abi.Pack("load", arg0, digest, arg2, model, features, classes)
}

// LoadOutput serves as a container for the return parameters of contract
// method Load.
type LoadOutput struct {
	Arg0 [32]byte
	Arg1 bool
}

// UnpackLoad is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xfcb24887.
//
// Solidity: function load(bytes32 , bytes32 digest, bool , bytes model, uint256 features, uint256 classes) pure returns(bytes32, bool)
func (denseEvaluator *DenseEvaluator) UnpackLoad(data []byte) (LoadOutput, error) {
	out, err := denseEvaluator.abi.Unpack("load", data)
	outstruct := new(LoadOutput)
	if err != nil {
		return *outstruct, err
	}
	outstruct.Arg0 = *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	outstruct.Arg1 = *abi.ConvertType(out[1], new(bool)).(*bool)
	return *outstruct, nil
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
