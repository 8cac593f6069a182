// Copyright The XR-NPE developers. Licensed under the Apache License, Version 2.0.
// SPDX-License-Identifier: Apache-2.0
//
// Registers, descriptor layout and error codes for C.
//
// Generated from configuration "default": edit the template, not this file. Regenerate:
//   xrnpe generate --unit coproc --preset default --out DIR

#ifndef XRNPE_REGS_H
#define XRNPE_REGS_H

// ------------------------------------------------------------------------------------------------
// Registers: byte offsets from the base of the AXI4-Lite slave; fields by shift and mask
// ------------------------------------------------------------------------------------------------

// Identification.
#define XRNPE_ID 0x00u
#define XRNPE_ID_ID_SHIFT 0u
#define XRNPE_ID_ID_MASK 0xffffffffu

// Version of registers and descriptors.
#define XRNPE_ABI 0x04u
#define XRNPE_ABI_MINOR_SHIFT 0u
#define XRNPE_ABI_MINOR_MASK 0x0000ffffu
#define XRNPE_ABI_MAJOR_SHIFT 16u
#define XRNPE_ABI_MAJOR_MASK 0xffff0000u

// Shape of the PE array.
#define XRNPE_CONFIG_ARRAY 0x08u
#define XRNPE_CONFIG_ARRAY_ROWS_SHIFT 0u
#define XRNPE_CONFIG_ARRAY_ROWS_MASK 0x000000ffu
#define XRNPE_CONFIG_ARRAY_COLS_SHIFT 8u
#define XRNPE_CONFIG_ARRAY_COLS_MASK 0x0000ff00u
#define XRNPE_CONFIG_ARRAY_SLICES_SHIFT 16u
#define XRNPE_CONFIG_ARRAY_SLICES_MASK 0x00ff0000u

// The AXI4 master.
#define XRNPE_CONFIG_BUS 0x0cu
#define XRNPE_CONFIG_BUS_DATA_WIDTH_SHIFT 0u
#define XRNPE_CONFIG_BUS_DATA_WIDTH_MASK 0x0000ffffu
#define XRNPE_CONFIG_BUS_MAX_BURST_SHIFT 16u
#define XRNPE_CONFIG_BUS_MAX_BURST_MASK 0xffff0000u

// The operand buffers.
#define XRNPE_CONFIG_BUFFER 0x10u
#define XRNPE_CONFIG_BUFFER_DEPTH_SHIFT 0u
#define XRNPE_CONFIG_BUFFER_DEPTH_MASK 0xffffffffu

// Formats built in, one bit per format code.
#define XRNPE_CONFIG_FORMATS 0x14u
#define XRNPE_CONFIG_FORMATS_INPUT_SHIFT 0u
#define XRNPE_CONFIG_FORMATS_INPUT_MASK 0x000000ffu
#define XRNPE_CONFIG_FORMATS_OUTPUT_SHIFT 8u
#define XRNPE_CONFIG_FORMATS_OUTPUT_MASK 0x0000ff00u

// Control.
#define XRNPE_CONTROL 0x20u
#define XRNPE_CONTROL_START_SHIFT 0u
#define XRNPE_CONTROL_START_MASK 0x00000001u
#define XRNPE_CONTROL_IRQ_ENABLE_SHIFT 1u
#define XRNPE_CONTROL_IRQ_ENABLE_MASK 0x00000002u

// Status.
#define XRNPE_STATUS 0x24u
#define XRNPE_STATUS_BUSY_SHIFT 0u
#define XRNPE_STATUS_BUSY_MASK 0x00000001u
#define XRNPE_STATUS_DONE_SHIFT 1u
#define XRNPE_STATUS_DONE_MASK 0x00000002u

// How the last chain ended; cleared by start.
#define XRNPE_ERROR 0x28u
#define XRNPE_ERROR_CODE_SHIFT 0u
#define XRNPE_ERROR_CODE_MASK 0x000000ffu

// Watchdog.
#define XRNPE_WATCHDOG 0x2cu
#define XRNPE_WATCHDOG_CYCLES_SHIFT 0u
#define XRNPE_WATCHDOG_CYCLES_MASK 0xffffffffu

// Address of the first descriptor, bits 31:0.
#define XRNPE_DESCRIPTOR_LO 0x30u
#define XRNPE_DESCRIPTOR_LO_ADDRESS_SHIFT 0u
#define XRNPE_DESCRIPTOR_LO_ADDRESS_MASK 0xffffffffu

// Address of the first descriptor, bits 63:32.
#define XRNPE_DESCRIPTOR_HI 0x34u
#define XRNPE_DESCRIPTOR_HI_ADDRESS_SHIFT 0u
#define XRNPE_DESCRIPTOR_HI_ADDRESS_MASK 0xffffffffu

// Which descriptor of the chain ERROR speaks of.
#define XRNPE_ERROR_INDEX 0x38u
#define XRNPE_ERROR_INDEX_INDEX_SHIFT 0u
#define XRNPE_ERROR_INDEX_INDEX_MASK 0xffffffffu

// Address of that descriptor, bits 31:0.
#define XRNPE_ERROR_DESCRIPTOR_LO 0x40u
#define XRNPE_ERROR_DESCRIPTOR_LO_ADDRESS_SHIFT 0u
#define XRNPE_ERROR_DESCRIPTOR_LO_ADDRESS_MASK 0xffffffffu

// Address of that descriptor, bits 63:32.
#define XRNPE_ERROR_DESCRIPTOR_HI 0x44u
#define XRNPE_ERROR_DESCRIPTOR_HI_ADDRESS_SHIFT 0u
#define XRNPE_ERROR_DESCRIPTOR_HI_ADDRESS_MASK 0xffffffffu

// With NAR_TO_FP4: row of the first NaR in row-major order.
#define XRNPE_NAR_ROW 0x48u
#define XRNPE_NAR_ROW_ROW_SHIFT 0u
#define XRNPE_NAR_ROW_ROW_MASK 0xffffffffu

// With NAR_TO_FP4: column of that NaR.
#define XRNPE_NAR_COL 0x4cu
#define XRNPE_NAR_COL_COL_SHIFT 0u
#define XRNPE_NAR_COL_COL_MASK 0xffffffffu

// Cycles from start to done. Bits 31:0.
#define XRNPE_CYCLES_LO 0x50u
#define XRNPE_CYCLES_LO_COUNT_SHIFT 0u
#define XRNPE_CYCLES_LO_COUNT_MASK 0xffffffffu

// Cycles from start to done. Bits 63:32.
#define XRNPE_CYCLES_HI 0x54u
#define XRNPE_CYCLES_HI_COUNT_SHIFT 0u
#define XRNPE_CYCLES_HI_COUNT_MASK 0xffffffffu

// Cycles in which the array took operands. Bits 31:0.
#define XRNPE_BUSY_LO 0x58u
#define XRNPE_BUSY_LO_COUNT_SHIFT 0u
#define XRNPE_BUSY_LO_COUNT_MASK 0xffffffffu

// Cycles in which the array took operands. Bits 63:32.
#define XRNPE_BUSY_HI 0x5cu
#define XRNPE_BUSY_HI_COUNT_SHIFT 0u
#define XRNPE_BUSY_HI_COUNT_MASK 0xffffffffu

// Cycles spent waiting for read data. Bits 31:0.
#define XRNPE_READ_STALL_LO 0x60u
#define XRNPE_READ_STALL_LO_COUNT_SHIFT 0u
#define XRNPE_READ_STALL_LO_COUNT_MASK 0xffffffffu

// Cycles spent waiting for read data. Bits 63:32.
#define XRNPE_READ_STALL_HI 0x64u
#define XRNPE_READ_STALL_HI_COUNT_SHIFT 0u
#define XRNPE_READ_STALL_HI_COUNT_MASK 0xffffffffu

// Cycles spent waiting for writes. Bits 31:0.
#define XRNPE_WRITE_STALL_LO 0x68u
#define XRNPE_WRITE_STALL_LO_COUNT_SHIFT 0u
#define XRNPE_WRITE_STALL_LO_COUNT_MASK 0xffffffffu

// Cycles spent waiting for writes. Bits 63:32.
#define XRNPE_WRITE_STALL_HI 0x6cu
#define XRNPE_WRITE_STALL_HI_COUNT_SHIFT 0u
#define XRNPE_WRITE_STALL_HI_COUNT_MASK 0xffffffffu

// Bytes moved by read data beats, whole beats. Bits 31:0.
#define XRNPE_BYTES_READ_LO 0x70u
#define XRNPE_BYTES_READ_LO_COUNT_SHIFT 0u
#define XRNPE_BYTES_READ_LO_COUNT_MASK 0xffffffffu

// Bytes moved by read data beats, whole beats. Bits 63:32.
#define XRNPE_BYTES_READ_HI 0x74u
#define XRNPE_BYTES_READ_HI_COUNT_SHIFT 0u
#define XRNPE_BYTES_READ_HI_COUNT_MASK 0xffffffffu

// Bytes written, by strobes. Bits 31:0.
#define XRNPE_BYTES_WRITTEN_LO 0x78u
#define XRNPE_BYTES_WRITTEN_LO_COUNT_SHIFT 0u
#define XRNPE_BYTES_WRITTEN_LO_COUNT_MASK 0xffffffffu

// Bytes written, by strobes. Bits 63:32.
#define XRNPE_BYTES_WRITTEN_HI 0x7cu
#define XRNPE_BYTES_WRITTEN_HI_COUNT_SHIFT 0u
#define XRNPE_BYTES_WRITTEN_HI_COUNT_MASK 0xffffffffu

// ------------------------------------------------------------------------------------------------
// Descriptor: 128 bytes, 128-byte aligned, little-endian; bytes without a field must be 0
// ------------------------------------------------------------------------------------------------

#define XRNPE_DESCRIPTOR_BYTES 128u
#define XRNPE_OPCODE_MATMUL 1u
#define XRNPE_MAX_K 32767u

#define XRNPE_DESC_OPCODE 0u  // uint8: What to do: 1 is a matrix multiply.
#define XRNPE_DESC_INPUT_FORMAT 1u  // uint8: Format code of A and B.
#define XRNPE_DESC_OUTPUT_FORMAT 2u  // uint8: Format code of C.
#define XRNPE_DESC_ACTIVATION 3u  // uint8: 0 none, 1 ReLU, 2 leaky ReLU.
#define XRNPE_DESC_SLOPE_M 4u  // uint8: Numerator of the leaky slope m/2^s.
#define XRNPE_DESC_SLOPE_S 5u  // uint8: Shift s of the leaky slope, 0 to 15.
#define XRNPE_DESC_SCALE 6u  // int8: Power of two applied before rounding.
#define XRNPE_DESC_M 8u  // uint32: Rows of A and C.
#define XRNPE_DESC_N 12u  // uint32: Columns of B and C.
#define XRNPE_DESC_K 16u  // uint32: Terms of each dot product, at most 32767.
#define XRNPE_DESC_A_STRIDE 20u  // uint32: Bytes from one packed row of A to the next.
#define XRNPE_DESC_B_STRIDE 24u  // uint32: Bytes from one packed column of B to the next.
#define XRNPE_DESC_C_STRIDE 28u  // uint32: Bytes from one packed row of C to the next.
#define XRNPE_DESC_A_ADDRESS 32u  // uint64: Address of A.
#define XRNPE_DESC_B_ADDRESS 40u  // uint64: Address of B, K contiguous.
#define XRNPE_DESC_C_ADDRESS 48u  // uint64: Address of C.
#define XRNPE_DESC_NEXT 56u  // uint64: Address of the next descriptor; 0 ends the chain.
#define XRNPE_DESC_CHANNEL_TABLE 64u  // uint64: Address of the channel table; 0 for none.
#define XRNPE_DESC_WINDOW_HEIGHT 72u  // uint16: Image height in pixels; a window whose fields are all 0 is none.
#define XRNPE_DESC_WINDOW_WIDTH 74u  // uint16: Image width in pixels.
#define XRNPE_DESC_WINDOW_CHANNELS 76u  // uint16: Channels of a pixel.
#define XRNPE_DESC_WINDOW_KERNEL_HEIGHT 78u  // uint8: Kernel height in pixels.
#define XRNPE_DESC_WINDOW_KERNEL_WIDTH 79u  // uint8: Kernel width in pixels.
#define XRNPE_DESC_WINDOW_STRIDE_Y 80u  // uint8: Vertical step in pixels.
#define XRNPE_DESC_WINDOW_STRIDE_X 81u  // uint8: Horizontal step in pixels.
#define XRNPE_DESC_WINDOW_PAD_TOP 82u  // uint8: Zero rows above the image.
#define XRNPE_DESC_WINDOW_PAD_LEFT 83u  // uint8: Zero columns left of the image.
#define XRNPE_DESC_WINDOW_PAD_BOTTOM 84u  // uint8: Zero rows below the image.
#define XRNPE_DESC_WINDOW_PAD_RIGHT 85u  // uint8: Zero columns right of the image.

// ------------------------------------------------------------------------------------------------
// Format codes
// ------------------------------------------------------------------------------------------------

#define XRNPE_FORMAT_FP4 0u
#define XRNPE_FORMAT_P4 1u
#define XRNPE_FORMAT_P8 2u
#define XRNPE_FORMAT_P16 3u
#define XRNPE_FORMAT_F32 4u

// ------------------------------------------------------------------------------------------------
// Error codes, in ERROR.code
// ------------------------------------------------------------------------------------------------

#define XRNPE_ERROR_NONE 0u  // all went well
#define XRNPE_ERROR_DESCRIPTOR_MISALIGNED 1u  // the descriptor's address is not a multiple of 128
#define XRNPE_ERROR_PADDING_NOT_ZERO 2u  // a reserved byte of the descriptor is not 0
#define XRNPE_ERROR_BAD_OPCODE 3u  // the opcode is unknown
#define XRNPE_ERROR_BAD_FORMAT 4u  // the input or output format is unknown or not built in
#define XRNPE_ERROR_BAD_ACTIVATION 5u  // the activation is unknown or its shift is above 15
#define XRNPE_ERROR_ZERO_DIMENSION 6u  // M, N or K is 0
#define XRNPE_ERROR_DOT_TOO_LONG 7u  // K is above 32767, the longest dot product that provably fits the quire
#define XRNPE_ERROR_WINDOW_UNSUPPORTED 8u  // a window is given, but this hardware has no window engine
#define XRNPE_ERROR_CHANNEL_TABLE_UNSUPPORTED 9u  // a channel table is given, but this hardware has none
#define XRNPE_ERROR_MISALIGNED 10u  // a base address or stride is not a multiple of 2 (of 4 for a float32 C)
#define XRNPE_ERROR_STRIDE_TOO_SMALL 11u  // a stride is smaller than its packed row
#define XRNPE_ERROR_ADDRESS_WRAP 12u  // a matrix reaches past the end of the 64-bit address space
#define XRNPE_ERROR_OVERLAP 13u  // C overlaps A or B
#define XRNPE_ERROR_READ_SLAVE_ERROR 32u  // memory answered a read with SLVERR
#define XRNPE_ERROR_READ_DECODE_ERROR 33u  // memory answered a read with DECERR
#define XRNPE_ERROR_WRITE_SLAVE_ERROR 34u  // memory answered a write with SLVERR
#define XRNPE_ERROR_WRITE_DECODE_ERROR 35u  // memory answered a write with DECERR
#define XRNPE_ERROR_WATCHDOG 36u  // the bus made no progress for WATCHDOG.cycles cycles
#define XRNPE_ERROR_NAR_TO_FP4 64u  // NaR met an FP4 output, which has no code for it

#endif  // XRNPE_REGS_H
