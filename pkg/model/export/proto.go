package export

import (
	"encoding/binary"

	"google.golang.org/protobuf/encoding/protowire"
)

// value describes an input or an output: a number of each dimension, or its name.
func value(name string, elements int, dims []any) []byte {
	var shape []byte
	for _, d := range dims {
		var dim []byte
		switch d := d.(type) {
		case int:
			dim = number(nil, 1, uint64(d))
		case string:
			dim = text(nil, 2, d)
		}
		shape = message(shape, 1, dim)
	}
	tensor := message(number(nil, 1, uint64(elements)), 2, shape)
	return message(text(nil, 1, name), 2, message(nil, 1, tensor))
}

func attrInt(name string, v uint64) []byte {
	return message(nil, 5, number(number(text(nil, 1, name), 3, v), 20, 2))
}

func attrInts(name string, vs ...uint64) []byte {
	b := text(nil, 1, name)
	for _, v := range vs {
		b = number(b, 8, v)
	}
	return message(nil, 5, number(b, 20, 7))
}

func attrText(name, v string) []byte {
	return message(nil, 5, number(text(text(nil, 1, name), 4, v), 20, 3))
}

func word(v int32) []byte { return binary.LittleEndian.AppendUint32(nil, uint32(v)) }

// The wire format of protocol buffers, field by field.

func number(b []byte, field protowire.Number, v uint64) []byte {
	return protowire.AppendVarint(protowire.AppendTag(b, field, protowire.VarintType), v)
}

func text(b []byte, field protowire.Number, v string) []byte { return bytesOf(b, field, []byte(v)) }

func message(b []byte, field protowire.Number, v []byte) []byte { return bytesOf(b, field, v) }

func bytesOf(b []byte, field protowire.Number, v []byte) []byte {
	return protowire.AppendBytes(protowire.AppendTag(b, field, protowire.BytesType), v)
}
