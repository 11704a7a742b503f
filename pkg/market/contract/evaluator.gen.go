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

// EvaluatorMetaData contains all meta data concerning the Evaluator contract.
var EvaluatorMetaData = bind.MetaData{
	ABI: "[{\"inputs\":[],\"name\":\"BadModel\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"slot\",\"type\":\"uint256\"}],\"name\":\"BadWitness\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"bytes\",\"name\":\"payload\",\"type\":\"bytes\"},{\"internalType\":\"uint256\",\"name\":\"features\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"classes\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"groupSize\",\"type\":\"uint256\"}],\"name\":\"checkGroup\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes\",\"name\":\"program\",\"type\":\"bytes\"},{\"internalType\":\"uint256\",\"name\":\"firstSlot\",\"type\":\"uint256\"},{\"internalType\":\"bytes\",\"name\":\"payloads\",\"type\":\"bytes\"},{\"internalType\":\"bytes\",\"name\":\"witnesses\",\"type\":\"bytes\"},{\"internalType\":\"uint256\",\"name\":\"groupSize\",\"type\":\"uint256\"}],\"name\":\"count\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"right\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"features\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"groupSize\",\"type\":\"uint256\"}],\"name\":\"groupBytes\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"lanes\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"time\",\"type\":\"uint256\"},{\"internalType\":\"bytes32\",\"name\":\"digest\",\"type\":\"bytes32\"},{\"internalType\":\"bool\",\"name\":\"first\",\"type\":\"bool\"},{\"internalType\":\"bytes\",\"name\":\"part\",\"type\":\"bytes\"},{\"internalType\":\"uint256\",\"name\":\"features\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"classes\",\"type\":\"uint256\"}],\"name\":\"load\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"next\",\"type\":\"bytes32\"},{\"internalType\":\"bool\",\"name\":\"done\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"maxGroup\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"entry\",\"type\":\"uint256\"}],\"name\":\"verdict\",\"outputs\":[{\"internalType\":\"enumIEvaluator.Stage\",\"name\":\"stage\",\"type\":\"uint8\"},{\"internalType\":\"uint256\",\"name\":\"right\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"}]",
	ID:  "Evaluator",
}

// Evaluator is an auto generated Go binding around an Ethereum contract.
type Evaluator struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *Evaluator) GetABI() abi.ABI {
	return c.abi
}

// NewEvaluator creates a new instance of Evaluator.
func NewEvaluator() *Evaluator {
	parsed, err := EvaluatorMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &Evaluator{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *Evaluator) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackCheckGroup is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8abe3193.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function checkGroup(bytes payload, uint256 features, uint256 classes, uint256 groupSize) view returns(bool)
func (evaluator *Evaluator) PackCheckGroup(payload []byte, features *big.Int, classes *big.Int, groupSize *big.Int) []byte {
	enc, err := evaluator.abi.Pack("checkGroup", payload, features, classes, groupSize)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCheckGroup is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8abe3193.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function checkGroup(bytes payload, uint256 features, uint256 classes, uint256 groupSize) view returns(bool)
func (evaluator *Evaluator) TryPackCheckGroup(payload []byte, features *big.Int, classes *big.Int, groupSize *big.Int) ([]byte, error) {
	return evaluator.abi.Pack("checkGroup", payload, features, classes, groupSize)
}

// UnpackCheckGroup is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x8abe3193.
//
// Solidity: function checkGroup(bytes payload, uint256 features, uint256 classes, uint256 groupSize) view returns(bool)
func (evaluator *Evaluator) UnpackCheckGroup(data []byte) (bool, error) {
	out, err := evaluator.abi.Unpack("checkGroup", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackCount is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xcadcfd95.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function count(bytes program, uint256 firstSlot, bytes payloads, bytes witnesses, uint256 groupSize) view returns(uint256 right)
func (evaluator *Evaluator) PackCount(program []byte, firstSlot *big.Int, payloads []byte, witnesses []byte, groupSize *big.Int) []byte {
	enc, err := evaluator.abi.Pack("count", program, firstSlot, payloads, witnesses, groupSize)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCount is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xcadcfd95.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function count(bytes program, uint256 firstSlot, bytes payloads, bytes witnesses, uint256 groupSize) view returns(uint256 right)
func (evaluator *Evaluator) TryPackCount(program []byte, firstSlot *big.Int, payloads []byte, witnesses []byte, groupSize *big.Int) ([]byte, error) {
	return evaluator.abi.Pack("count", program, firstSlot, payloads, witnesses, groupSize)
}

// UnpackCount is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xcadcfd95.
//
// Solidity: function count(bytes program, uint256 firstSlot, bytes payloads, bytes witnesses, uint256 groupSize) view returns(uint256 right)
func (evaluator *Evaluator) UnpackCount(data []byte) (*big.Int, error) {
	out, err := evaluator.abi.Unpack("count", data)
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
// Solidity: function groupBytes(uint256 features, uint256 groupSize) view returns(uint256)
func (evaluator *Evaluator) PackGroupBytes(features *big.Int, groupSize *big.Int) []byte {
	enc, err := evaluator.abi.Pack("groupBytes", features, groupSize)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGroupBytes is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb9fdf041.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function groupBytes(uint256 features, uint256 groupSize) view returns(uint256)
func (evaluator *Evaluator) TryPackGroupBytes(features *big.Int, groupSize *big.Int) ([]byte, error) {
	return evaluator.abi.Pack("groupBytes", features, groupSize)
}

// UnpackGroupBytes is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xb9fdf041.
//
// Solidity: function groupBytes(uint256 features, uint256 groupSize) view returns(uint256)
func (evaluator *Evaluator) UnpackGroupBytes(data []byte) (*big.Int, error) {
	out, err := evaluator.abi.Unpack("groupBytes", data)
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
// Solidity: function lanes() view returns(uint256)
func (evaluator *Evaluator) PackLanes() []byte {
	enc, err := evaluator.abi.Pack("lanes")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackLanes is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8ead9394.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function lanes() view returns(uint256)
func (evaluator *Evaluator) TryPackLanes() ([]byte, error) {
	return evaluator.abi.Pack("lanes")
}

// UnpackLanes is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x8ead9394.
//
// Solidity: function lanes() view returns(uint256)
func (evaluator *Evaluator) UnpackLanes(data []byte) (*big.Int, error) {
	out, err := evaluator.abi.Unpack("lanes", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackLoad is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3342d4f4.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function load(uint256 time, bytes32 digest, bool first, bytes part, uint256 features, uint256 classes) view returns(bytes32 next, bool done)
func (evaluator *Evaluator) PackLoad(time *big.Int, digest [32]byte, first bool, part []byte, features *big.Int, classes *big.Int) []byte {
	enc, err := evaluator.abi.Pack("load", time, digest, first, part, features, classes)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackLoad is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3342d4f4.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function load(uint256 time, bytes32 digest, bool first, bytes part, uint256 features, uint256 classes) view returns(bytes32 next, bool done)
func (evaluator *Evaluator) TryPackLoad(time *big.Int, digest [32]byte, first bool, part []byte, features *big.Int, classes *big.Int) ([]byte, error) {
	return evaluator.abi.Pack("load", time, digest, first, part, features, classes)
}

// LoadOutput serves as a container for the return parameters of contract
// method Load.
type LoadOutput struct {
	Next [32]byte
	Done bool
}

// UnpackLoad is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x3342d4f4.
//
// Solidity: function load(uint256 time, bytes32 digest, bool first, bytes part, uint256 features, uint256 classes) view returns(bytes32 next, bool done)
func (evaluator *Evaluator) UnpackLoad(data []byte) (LoadOutput, error) {
	out, err := evaluator.abi.Unpack("load", data)
	outstruct := new(LoadOutput)
	if err != nil {
		return *outstruct, err
	}
	outstruct.Next = *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	outstruct.Done = *abi.ConvertType(out[1], new(bool)).(*bool)
	return *outstruct, nil
}

// PackMaxGroup is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf4584a9e.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function maxGroup() view returns(uint256)
func (evaluator *Evaluator) PackMaxGroup() []byte {
	enc, err := evaluator.abi.Pack("maxGroup")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackMaxGroup is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf4584a9e.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function maxGroup() view returns(uint256)
func (evaluator *Evaluator) TryPackMaxGroup() ([]byte, error) {
	return evaluator.abi.Pack("maxGroup")
}

// UnpackMaxGroup is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xf4584a9e.
//
// Solidity: function maxGroup() view returns(uint256)
func (evaluator *Evaluator) UnpackMaxGroup(data []byte) (*big.Int, error) {
	out, err := evaluator.abi.Unpack("maxGroup", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackVerdict is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb8e19ed6.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function verdict(uint256 id, uint256 entry) view returns(uint8 stage, uint256 right)
func (evaluator *Evaluator) PackVerdict(id *big.Int, entry *big.Int) []byte {
	enc, err := evaluator.abi.Pack("verdict", id, entry)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackVerdict is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb8e19ed6.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function verdict(uint256 id, uint256 entry) view returns(uint8 stage, uint256 right)
func (evaluator *Evaluator) TryPackVerdict(id *big.Int, entry *big.Int) ([]byte, error) {
	return evaluator.abi.Pack("verdict", id, entry)
}

// VerdictOutput serves as a container for the return parameters of contract
// method Verdict.
type VerdictOutput struct {
	Stage uint8
	Right *big.Int
}

// UnpackVerdict is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xb8e19ed6.
//
// Solidity: function verdict(uint256 id, uint256 entry) view returns(uint8 stage, uint256 right)
func (evaluator *Evaluator) UnpackVerdict(data []byte) (VerdictOutput, error) {
	out, err := evaluator.abi.Unpack("verdict", data)
	outstruct := new(VerdictOutput)
	if err != nil {
		return *outstruct, err
	}
	outstruct.Stage = *abi.ConvertType(out[0], new(uint8)).(*uint8)
	outstruct.Right = abi.ConvertType(out[1], new(big.Int)).(*big.Int)
	return *outstruct, nil
}

// UnpackError attempts to decode the provided error data using user-defined
// error definitions.
func (evaluator *Evaluator) UnpackError(raw []byte) (any, error) {
	if bytes.Equal(raw[:4], evaluator.abi.Errors["BadModel"].ID.Bytes()[:4]) {
		return evaluator.UnpackBadModelError(raw[4:])
	}
	if bytes.Equal(raw[:4], evaluator.abi.Errors["BadWitness"].ID.Bytes()[:4]) {
		return evaluator.UnpackBadWitnessError(raw[4:])
	}
	return nil, errors.New("Unknown error")
}

// EvaluatorBadModel represents a BadModel error raised by the Evaluator contract.
type EvaluatorBadModel struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadModel()
func EvaluatorBadModelErrorID() common.Hash {
	return common.HexToHash("0x4adfdf00074dfb483790ea8554f97f9b88e3f42cd19834f35cd548ef4dcd2799")
}

// UnpackBadModelError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadModel()
func (evaluator *Evaluator) UnpackBadModelError(raw []byte) (*EvaluatorBadModel, error) {
	out := new(EvaluatorBadModel)
	if err := evaluator.abi.UnpackIntoInterface(out, "BadModel", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// EvaluatorBadWitness represents a BadWitness error raised by the Evaluator contract.
type EvaluatorBadWitness struct {
	Slot *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadWitness(uint256 slot)
func EvaluatorBadWitnessErrorID() common.Hash {
	return common.HexToHash("0xe644bc14b6c8febe4cfed9786d8909e4648aa333b0d6ec374ce7519f4cf5e5a9")
}

// UnpackBadWitnessError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadWitness(uint256 slot)
func (evaluator *Evaluator) UnpackBadWitnessError(raw []byte) (*EvaluatorBadWitness, error) {
	out := new(EvaluatorBadWitness)
	if err := evaluator.abi.UnpackIntoInterface(out, "BadWitness", raw); err != nil {
		return nil, err
	}
	return out, nil
}
