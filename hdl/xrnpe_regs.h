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

// The AXI4 master's transactions, and the output units.
#define XRNPE_CONFIG_MASTER 0x18u
#define XRNPE_CONFIG_MASTER_ID_WIDTH_SHIFT 0u
#define XRNPE_CONFIG_MASTER_ID_WIDTH_MASK 0x000000ffu
#define XRNPE_CONFIG_MASTER_OUTSTANDING_READS_SHIFT 8u
#define XRNPE_CONFIG_MASTER_OUTSTANDING_READS_MASK 0x0000ff00u
#define XRNPE_CONFIG_MASTER_OUT_UNITS_SHIFT 16u
#define XRNPE_CONFIG_MASTER_OUT_UNITS_MASK 0x00ff0000u

// The datapath.
#define XRNPE_CONFIG_DATAPATH 0x1cu
#define XRNPE_CONFIG_DATAPATH_PIPELINE_SHIFT 0u
#define XRNPE_CONFIG_DATAPATH_PIPELINE_MASK 0x000000ffu
#define XRNPE_CONFIG_DATAPATH_QUIRE_SHIFT 8u
#define XRNPE_CONFIG_DATAPATH_QUIRE_MASK 0x0000ff00u
#define XRNPE_CONFIG_DATAPATH_EXPONENTS_SHIFT 16u
#define XRNPE_CONFIG_DATAPATH_EXPONENTS_MASK 0x00ff0000u
#define XRNPE_CONFIG_DATAPATH_CLOCK_GATE_SHIFT 24u
#define XRNPE_CONFIG_DATAPATH_CLOCK_GATE_MASK 0x01000000u

// Control.
#define XRNPE_CONTROL 0x20u
#define XRNPE_CONTROL_START_SHIFT 0u
#define XRNPE_CONTROL_START_MASK 0x00000001u
#define XRNPE_CONTROL_IRQ_ENABLE_SHIFT 1u
#define XRNPE_CONTROL_IRQ_ENABLE_MASK 0x00000002u
#define XRNPE_CONTROL_SOFT_RESET_SHIFT 2u
#define XRNPE_CONTROL_SOFT_RESET_MASK 0x00000004u

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

// Cycles in which the array waited for operands. Bits 31:0.
#define XRNPE_READ_STALL_LO 0x60u
#define XRNPE_READ_STALL_LO_COUNT_SHIFT 0u
#define XRNPE_READ_STALL_LO_COUNT_MASK 0xffffffffu

// Cycles in which the array waited for operands. Bits 63:32.
#define XRNPE_READ_STALL_HI 0x64u
#define XRNPE_READ_STALL_HI_COUNT_SHIFT 0u
#define XRNPE_READ_STALL_HI_COUNT_MASK 0xffffffffu

// Cycles in which the array waited for the output. Bits 31:0.
#define XRNPE_WRITE_STALL_LO 0x68u
#define XRNPE_WRITE_STALL_LO_COUNT_SHIFT 0u
#define XRNPE_WRITE_STALL_LO_COUNT_MASK 0xffffffffu

// Cycles in which the array waited for the output. Bits 63:32.
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

// Cycles before a job's first operands. Bits 31:0.
#define XRNPE_FILL_LO 0x80u
#define XRNPE_FILL_LO_COUNT_SHIFT 0u
#define XRNPE_FILL_LO_COUNT_MASK 0xffffffffu

// Cycles before a job's first operands. Bits 63:32.
#define XRNPE_FILL_HI 0x84u
#define XRNPE_FILL_HI_COUNT_SHIFT 0u
#define XRNPE_FILL_HI_COUNT_MASK 0xffffffffu

// Cycles after a job's last operands. Bits 31:0.
#define XRNPE_DRAIN_LO 0x88u
#define XRNPE_DRAIN_LO_COUNT_SHIFT 0u
#define XRNPE_DRAIN_LO_COUNT_MASK 0xffffffffu

// Cycles after a job's last operands. Bits 63:32.
#define XRNPE_DRAIN_HI 0x8cu
#define XRNPE_DRAIN_HI_COUNT_SHIFT 0u
#define XRNPE_DRAIN_HI_COUNT_MASK 0xffffffffu

// ------------------------------------------------------------------------------------------------
// Descriptor: 128 bytes, 128-byte aligned, little-endian; bytes without a field must be 0
// ------------------------------------------------------------------------------------------------

#define XRNPE_DESCRIPTOR_BYTES 128u
#define XRNPE_ABI_VERSION_MAJOR 1u  // the ABI that this header is for
#define XRNPE_ID_VALUE 0x584e5045u
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
#define XRNPE_DESC_A_STRIDE 20u  // uint32: Bytes from one packed row of A to the next; with a window, from one row of the image to the next.
#define XRNPE_DESC_B_STRIDE 24u  // uint32: Bytes from one packed column of B to the next.
#define XRNPE_DESC_C_STRIDE 28u  // uint32: Bytes from one packed row of C to the next.
#define XRNPE_DESC_A_ADDRESS 32u  // uint64: Address of A; with a window, of the image's first pixel.
#define XRNPE_DESC_B_ADDRESS 40u  // uint64: Address of B, K contiguous; with a window, the channels of each pixel padded to whole words.
#define XRNPE_DESC_C_ADDRESS 48u  // uint64: Address of C.
#define XRNPE_DESC_NEXT 56u  // uint64: Address of the next descriptor; 0 ends the chain.
#define XRNPE_DESC_CHANNEL_TABLE 64u  // uint64: Address of the channel table, a multiple of 8; 0 for none.
#define XRNPE_DESC_WINDOW_HEIGHT 72u  // uint16: Image height in pixels; a window whose fields are all 0 is none.
#define XRNPE_DESC_WINDOW_WIDTH 74u  // uint16: Image width in pixels.
#define XRNPE_DESC_WINDOW_CHANNELS 76u  // uint16: Channels of a pixel; K is kernel height × kernel width × channels.
#define XRNPE_DESC_WINDOW_KERNEL_HEIGHT 78u  // uint8: Kernel height in pixels.
#define XRNPE_DESC_WINDOW_KERNEL_WIDTH 79u  // uint8: Kernel width in pixels.
#define XRNPE_DESC_WINDOW_STRIDE_Y 80u  // uint8: Vertical step in pixels from one output pixel to the next.
#define XRNPE_DESC_WINDOW_STRIDE_X 81u  // uint8: Horizontal step in pixels from one output pixel to the next.
#define XRNPE_DESC_WINDOW_PAD_TOP 82u  // uint8: Zero rows above the image.
#define XRNPE_DESC_WINDOW_PAD_LEFT 83u  // uint8: Zero columns left of the image.
#define XRNPE_DESC_WINDOW_PAD_BOTTOM 84u  // uint8: Zero rows below the image: they only limit the result's height.
#define XRNPE_DESC_WINDOW_PAD_RIGHT 85u  // uint8: Zero columns right of the image: they only limit the result's width.
#define XRNPE_DESC_WINDOW_OUT_HEIGHT 88u  // uint16: Rows of pixels of the result.
#define XRNPE_DESC_WINDOW_OUT_WIDTH 90u  // uint16: Columns of pixels of the result; M is their product.

// ------------------------------------------------------------------------------------------------
// Channel table: an entry of 8 bytes for each column of B
// ------------------------------------------------------------------------------------------------

#define XRNPE_CHANNEL_BYTES 8u
#define XRNPE_CHANNEL_BIAS 0u  // int32: Added to the exact sum, times 2^bias_exponent, in units of the product LSB.
#define XRNPE_CHANNEL_BIAS_EXPONENT 4u  // uint8: Power of two of the bias, 0 to 127; hardware ignores bit 7.
#define XRNPE_CHANNEL_SCALE 5u  // int8: Power of two, added to the job's scale.

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
#define XRNPE_ERROR_BAD_WINDOW 8u  // a window has a 0 where none may be, does not match M or K, or reaches past image and padding
#define XRNPE_ERROR_WINDOW_TOO_WIDE 9u  // a row of the window's kernel does not fit the operand buffers
#define XRNPE_ERROR_MISALIGNED 10u  // a base address or stride is not a multiple of 2 (of 4 for a float32 C, of 8 for a channel table)
#define XRNPE_ERROR_STRIDE_TOO_SMALL 11u  // a stride is smaller than its packed row, or A's than a row of the image
#define XRNPE_ERROR_ADDRESS_WRAP 12u  // a matrix, an image or a channel table reaches past the end of the 64-bit address space
#define XRNPE_ERROR_OVERLAP 13u  // C overlaps A, B or the channel table
#define XRNPE_ERROR_READ_SLAVE_ERROR 32u  // memory answered a read with SLVERR
#define XRNPE_ERROR_READ_DECODE_ERROR 33u  // memory answered a read with DECERR
#define XRNPE_ERROR_WRITE_SLAVE_ERROR 34u  // memory answered a write with SLVERR
#define XRNPE_ERROR_WRITE_DECODE_ERROR 35u  // memory answered a write with DECERR
#define XRNPE_ERROR_WATCHDOG 36u  // the bus made no progress for WATCHDOG.cycles cycles
#define XRNPE_ERROR_SOFT_RESET 37u  // software ended the chain with CONTROL.soft_reset
#define XRNPE_ERROR_NAR_TO_FP4 64u  // NaR met an FP4 output, which has no code for it

// ------------------------------------------------------------------------------------------------
// The same as lists, for structs and tables: a new entry needs no new code
// ------------------------------------------------------------------------------------------------

// X(name, byte offset, bytes, type)
#define XRNPE_DESCRIPTOR_FIELDS(X) \
  X(opcode, 0u, 1u, uint8_t) \
  X(input_format, 1u, 1u, uint8_t) \
  X(output_format, 2u, 1u, uint8_t) \
  X(activation, 3u, 1u, uint8_t) \
  X(slope_m, 4u, 1u, uint8_t) \
  X(slope_s, 5u, 1u, uint8_t) \
  X(scale, 6u, 1u, int8_t) \
  X(m, 8u, 4u, uint32_t) \
  X(n, 12u, 4u, uint32_t) \
  X(k, 16u, 4u, uint32_t) \
  X(a_stride, 20u, 4u, uint32_t) \
  X(b_stride, 24u, 4u, uint32_t) \
  X(c_stride, 28u, 4u, uint32_t) \
  X(a_address, 32u, 8u, uint64_t) \
  X(b_address, 40u, 8u, uint64_t) \
  X(c_address, 48u, 8u, uint64_t) \
  X(next, 56u, 8u, uint64_t) \
  X(channel_table, 64u, 8u, uint64_t) \
  X(window_height, 72u, 2u, uint16_t) \
  X(window_width, 74u, 2u, uint16_t) \
  X(window_channels, 76u, 2u, uint16_t) \
  X(window_kernel_height, 78u, 1u, uint8_t) \
  X(window_kernel_width, 79u, 1u, uint8_t) \
  X(window_stride_y, 80u, 1u, uint8_t) \
  X(window_stride_x, 81u, 1u, uint8_t) \
  X(window_pad_top, 82u, 1u, uint8_t) \
  X(window_pad_left, 83u, 1u, uint8_t) \
  X(window_pad_bottom, 84u, 1u, uint8_t) \
  X(window_pad_right, 85u, 1u, uint8_t) \
  X(window_out_height, 88u, 2u, uint16_t) \
  X(window_out_width, 90u, 2u, uint16_t)

// X(name, byte offset, bytes, type)
#define XRNPE_CHANNEL_FIELDS(X) \
  X(bias, 0u, 4u, int32_t) \
  X(bias_exponent, 4u, 1u, uint8_t) \
  X(scale, 5u, 1u, int8_t)

// X(name, register, shift, mask)
#define XRNPE_CONFIG_FIELDS(X) \
  X(array_rows, XRNPE_CONFIG_ARRAY, XRNPE_CONFIG_ARRAY_ROWS_SHIFT, XRNPE_CONFIG_ARRAY_ROWS_MASK) \
  X(array_cols, XRNPE_CONFIG_ARRAY, XRNPE_CONFIG_ARRAY_COLS_SHIFT, XRNPE_CONFIG_ARRAY_COLS_MASK) \
  X(array_slices, XRNPE_CONFIG_ARRAY, XRNPE_CONFIG_ARRAY_SLICES_SHIFT, XRNPE_CONFIG_ARRAY_SLICES_MASK) \
  X(bus_data_width, XRNPE_CONFIG_BUS, XRNPE_CONFIG_BUS_DATA_WIDTH_SHIFT, XRNPE_CONFIG_BUS_DATA_WIDTH_MASK) \
  X(bus_max_burst, XRNPE_CONFIG_BUS, XRNPE_CONFIG_BUS_MAX_BURST_SHIFT, XRNPE_CONFIG_BUS_MAX_BURST_MASK) \
  X(buffer_depth, XRNPE_CONFIG_BUFFER, XRNPE_CONFIG_BUFFER_DEPTH_SHIFT, XRNPE_CONFIG_BUFFER_DEPTH_MASK) \
  X(formats_input, XRNPE_CONFIG_FORMATS, XRNPE_CONFIG_FORMATS_INPUT_SHIFT, XRNPE_CONFIG_FORMATS_INPUT_MASK) \
  X(formats_output, XRNPE_CONFIG_FORMATS, XRNPE_CONFIG_FORMATS_OUTPUT_SHIFT, XRNPE_CONFIG_FORMATS_OUTPUT_MASK) \
  X(master_id_width, XRNPE_CONFIG_MASTER, XRNPE_CONFIG_MASTER_ID_WIDTH_SHIFT, XRNPE_CONFIG_MASTER_ID_WIDTH_MASK) \
  X(master_outstanding_reads, XRNPE_CONFIG_MASTER, XRNPE_CONFIG_MASTER_OUTSTANDING_READS_SHIFT, XRNPE_CONFIG_MASTER_OUTSTANDING_READS_MASK) \
  X(master_out_units, XRNPE_CONFIG_MASTER, XRNPE_CONFIG_MASTER_OUT_UNITS_SHIFT, XRNPE_CONFIG_MASTER_OUT_UNITS_MASK) \
  X(datapath_pipeline, XRNPE_CONFIG_DATAPATH, XRNPE_CONFIG_DATAPATH_PIPELINE_SHIFT, XRNPE_CONFIG_DATAPATH_PIPELINE_MASK) \
  X(datapath_quire, XRNPE_CONFIG_DATAPATH, XRNPE_CONFIG_DATAPATH_QUIRE_SHIFT, XRNPE_CONFIG_DATAPATH_QUIRE_MASK) \
  X(datapath_exponents, XRNPE_CONFIG_DATAPATH, XRNPE_CONFIG_DATAPATH_EXPONENTS_SHIFT, XRNPE_CONFIG_DATAPATH_EXPONENTS_MASK) \
  X(datapath_clock_gate, XRNPE_CONFIG_DATAPATH, XRNPE_CONFIG_DATAPATH_CLOCK_GATE_SHIFT, XRNPE_CONFIG_DATAPATH_CLOCK_GATE_MASK)

// X(name, register of the low word; the high word is 4 bytes above)
#define XRNPE_COUNTERS(X) \
  X(cycles, XRNPE_CYCLES_LO) \
  X(busy, XRNPE_BUSY_LO) \
  X(read_stall, XRNPE_READ_STALL_LO) \
  X(write_stall, XRNPE_WRITE_STALL_LO) \
  X(bytes_read, XRNPE_BYTES_READ_LO) \
  X(bytes_written, XRNPE_BYTES_WRITTEN_LO) \
  X(fill, XRNPE_FILL_LO) \
  X(drain, XRNPE_DRAIN_LO)

// X(name, code, bits)
#define XRNPE_FORMATS(X) \
  X(fp4, XRNPE_FORMAT_FP4, 4u) \
  X(p4, XRNPE_FORMAT_P4, 4u) \
  X(p8, XRNPE_FORMAT_P8, 8u) \
  X(p16, XRNPE_FORMAT_P16, 16u) \
  X(f32, XRNPE_FORMAT_F32, 32u)

// X(name, code, what it means)
#define XRNPE_ERRORS(X) \
  X(NONE, XRNPE_ERROR_NONE, "all went well") \
  X(DESCRIPTOR_MISALIGNED, XRNPE_ERROR_DESCRIPTOR_MISALIGNED, "the descriptor's address is not a multiple of 128") \
  X(PADDING_NOT_ZERO, XRNPE_ERROR_PADDING_NOT_ZERO, "a reserved byte of the descriptor is not 0") \
  X(BAD_OPCODE, XRNPE_ERROR_BAD_OPCODE, "the opcode is unknown") \
  X(BAD_FORMAT, XRNPE_ERROR_BAD_FORMAT, "the input or output format is unknown or not built in") \
  X(BAD_ACTIVATION, XRNPE_ERROR_BAD_ACTIVATION, "the activation is unknown or its shift is above 15") \
  X(ZERO_DIMENSION, XRNPE_ERROR_ZERO_DIMENSION, "M, N or K is 0") \
  X(DOT_TOO_LONG, XRNPE_ERROR_DOT_TOO_LONG, "K is above 32767, the longest dot product that provably fits the quire") \
  X(BAD_WINDOW, XRNPE_ERROR_BAD_WINDOW, "a window has a 0 where none may be, does not match M or K, or reaches past image and padding") \
  X(WINDOW_TOO_WIDE, XRNPE_ERROR_WINDOW_TOO_WIDE, "a row of the window's kernel does not fit the operand buffers") \
  X(MISALIGNED, XRNPE_ERROR_MISALIGNED, "a base address or stride is not a multiple of 2 (of 4 for a float32 C, of 8 for a channel table)") \
  X(STRIDE_TOO_SMALL, XRNPE_ERROR_STRIDE_TOO_SMALL, "a stride is smaller than its packed row, or A's than a row of the image") \
  X(ADDRESS_WRAP, XRNPE_ERROR_ADDRESS_WRAP, "a matrix, an image or a channel table reaches past the end of the 64-bit address space") \
  X(OVERLAP, XRNPE_ERROR_OVERLAP, "C overlaps A, B or the channel table") \
  X(READ_SLAVE_ERROR, XRNPE_ERROR_READ_SLAVE_ERROR, "memory answered a read with SLVERR") \
  X(READ_DECODE_ERROR, XRNPE_ERROR_READ_DECODE_ERROR, "memory answered a read with DECERR") \
  X(WRITE_SLAVE_ERROR, XRNPE_ERROR_WRITE_SLAVE_ERROR, "memory answered a write with SLVERR") \
  X(WRITE_DECODE_ERROR, XRNPE_ERROR_WRITE_DECODE_ERROR, "memory answered a write with DECERR") \
  X(WATCHDOG, XRNPE_ERROR_WATCHDOG, "the bus made no progress for WATCHDOG.cycles cycles") \
  X(SOFT_RESET, XRNPE_ERROR_SOFT_RESET, "software ended the chain with CONTROL.soft_reset") \
  X(NAR_TO_FP4, XRNPE_ERROR_NAR_TO_FP4, "NaR met an FP4 output, which has no code for it")

#endif  // XRNPE_REGS_H
