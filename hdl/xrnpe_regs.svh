// Copyright The XR-NPE developers. Licensed under the Apache License, Version 2.0.
// SPDX-License-Identifier: Apache-2.0
//
// Registers, descriptor layout and error codes for SystemVerilog test benches.
//
// Generated from configuration "default": edit the template, not this file. Regenerate:
//   xrnpe generate --unit coproc --preset default --out DIR

`ifndef XRNPE_REGS_SVH
`define XRNPE_REGS_SVH

package xrnpe_regs;

  // ---------------------------------------------------------------------------------------------
  // Registers: byte offsets from the base of the AXI4-Lite slave; fields by lowest bit and mask
  // ---------------------------------------------------------------------------------------------

  // Identification.
  localparam [7:0] ID = 8'h00;
  localparam integer ID_ID_LSB = 0;
  localparam [31:0] ID_ID_MASK = 32'hffffffff;

  // Version of registers and descriptors.
  localparam [7:0] ABI = 8'h04;
  localparam integer ABI_MINOR_LSB = 0;
  localparam [31:0] ABI_MINOR_MASK = 32'h0000ffff;
  localparam integer ABI_MAJOR_LSB = 16;
  localparam [31:0] ABI_MAJOR_MASK = 32'hffff0000;

  // Shape of the PE array.
  localparam [7:0] CONFIG_ARRAY = 8'h08;
  localparam integer CONFIG_ARRAY_ROWS_LSB = 0;
  localparam [31:0] CONFIG_ARRAY_ROWS_MASK = 32'h000000ff;
  localparam integer CONFIG_ARRAY_COLS_LSB = 8;
  localparam [31:0] CONFIG_ARRAY_COLS_MASK = 32'h0000ff00;
  localparam integer CONFIG_ARRAY_SLICES_LSB = 16;
  localparam [31:0] CONFIG_ARRAY_SLICES_MASK = 32'h00ff0000;

  // The AXI4 master.
  localparam [7:0] CONFIG_BUS = 8'h0c;
  localparam integer CONFIG_BUS_DATA_WIDTH_LSB = 0;
  localparam [31:0] CONFIG_BUS_DATA_WIDTH_MASK = 32'h0000ffff;
  localparam integer CONFIG_BUS_MAX_BURST_LSB = 16;
  localparam [31:0] CONFIG_BUS_MAX_BURST_MASK = 32'hffff0000;

  // The operand buffers.
  localparam [7:0] CONFIG_BUFFER = 8'h10;
  localparam integer CONFIG_BUFFER_DEPTH_LSB = 0;
  localparam [31:0] CONFIG_BUFFER_DEPTH_MASK = 32'hffffffff;

  // Formats built in, one bit per format code.
  localparam [7:0] CONFIG_FORMATS = 8'h14;
  localparam integer CONFIG_FORMATS_INPUT_LSB = 0;
  localparam [31:0] CONFIG_FORMATS_INPUT_MASK = 32'h000000ff;
  localparam integer CONFIG_FORMATS_OUTPUT_LSB = 8;
  localparam [31:0] CONFIG_FORMATS_OUTPUT_MASK = 32'h0000ff00;

  // The AXI4 master's transactions, and the output units.
  localparam [7:0] CONFIG_MASTER = 8'h18;
  localparam integer CONFIG_MASTER_ID_WIDTH_LSB = 0;
  localparam [31:0] CONFIG_MASTER_ID_WIDTH_MASK = 32'h000000ff;
  localparam integer CONFIG_MASTER_OUTSTANDING_READS_LSB = 8;
  localparam [31:0] CONFIG_MASTER_OUTSTANDING_READS_MASK = 32'h0000ff00;
  localparam integer CONFIG_MASTER_OUT_UNITS_LSB = 16;
  localparam [31:0] CONFIG_MASTER_OUT_UNITS_MASK = 32'h00ff0000;

  // The datapath.
  localparam [7:0] CONFIG_DATAPATH = 8'h1c;
  localparam integer CONFIG_DATAPATH_PIPELINE_LSB = 0;
  localparam [31:0] CONFIG_DATAPATH_PIPELINE_MASK = 32'h000000ff;
  localparam integer CONFIG_DATAPATH_QUIRE_LSB = 8;
  localparam [31:0] CONFIG_DATAPATH_QUIRE_MASK = 32'h0000ff00;
  localparam integer CONFIG_DATAPATH_EXPONENTS_LSB = 16;
  localparam [31:0] CONFIG_DATAPATH_EXPONENTS_MASK = 32'h00ff0000;
  localparam integer CONFIG_DATAPATH_CLOCK_GATE_LSB = 24;
  localparam [31:0] CONFIG_DATAPATH_CLOCK_GATE_MASK = 32'h01000000;

  // Control.
  localparam [7:0] CONTROL = 8'h20;
  localparam integer CONTROL_START_LSB = 0;
  localparam [31:0] CONTROL_START_MASK = 32'h00000001;
  localparam integer CONTROL_IRQ_ENABLE_LSB = 1;
  localparam [31:0] CONTROL_IRQ_ENABLE_MASK = 32'h00000002;
  localparam integer CONTROL_SOFT_RESET_LSB = 2;
  localparam [31:0] CONTROL_SOFT_RESET_MASK = 32'h00000004;

  // Status.
  localparam [7:0] STATUS = 8'h24;
  localparam integer STATUS_BUSY_LSB = 0;
  localparam [31:0] STATUS_BUSY_MASK = 32'h00000001;
  localparam integer STATUS_DONE_LSB = 1;
  localparam [31:0] STATUS_DONE_MASK = 32'h00000002;

  // How the last chain ended; cleared by start.
  localparam [7:0] ERROR = 8'h28;
  localparam integer ERROR_CODE_LSB = 0;
  localparam [31:0] ERROR_CODE_MASK = 32'h000000ff;

  // Watchdog.
  localparam [7:0] WATCHDOG = 8'h2c;
  localparam integer WATCHDOG_CYCLES_LSB = 0;
  localparam [31:0] WATCHDOG_CYCLES_MASK = 32'hffffffff;

  // Address of the first descriptor, bits 31:0.
  localparam [7:0] DESCRIPTOR_LO = 8'h30;
  localparam integer DESCRIPTOR_LO_ADDRESS_LSB = 0;
  localparam [31:0] DESCRIPTOR_LO_ADDRESS_MASK = 32'hffffffff;

  // Address of the first descriptor, bits 63:32.
  localparam [7:0] DESCRIPTOR_HI = 8'h34;
  localparam integer DESCRIPTOR_HI_ADDRESS_LSB = 0;
  localparam [31:0] DESCRIPTOR_HI_ADDRESS_MASK = 32'hffffffff;

  // Which descriptor of the chain ERROR speaks of.
  localparam [7:0] ERROR_INDEX = 8'h38;
  localparam integer ERROR_INDEX_INDEX_LSB = 0;
  localparam [31:0] ERROR_INDEX_INDEX_MASK = 32'hffffffff;

  // Address of that descriptor, bits 31:0.
  localparam [7:0] ERROR_DESCRIPTOR_LO = 8'h40;
  localparam integer ERROR_DESCRIPTOR_LO_ADDRESS_LSB = 0;
  localparam [31:0] ERROR_DESCRIPTOR_LO_ADDRESS_MASK = 32'hffffffff;

  // Address of that descriptor, bits 63:32.
  localparam [7:0] ERROR_DESCRIPTOR_HI = 8'h44;
  localparam integer ERROR_DESCRIPTOR_HI_ADDRESS_LSB = 0;
  localparam [31:0] ERROR_DESCRIPTOR_HI_ADDRESS_MASK = 32'hffffffff;

  // With NAR_TO_FP4: row of the first NaR in row-major order.
  localparam [7:0] NAR_ROW = 8'h48;
  localparam integer NAR_ROW_ROW_LSB = 0;
  localparam [31:0] NAR_ROW_ROW_MASK = 32'hffffffff;

  // With NAR_TO_FP4: column of that NaR.
  localparam [7:0] NAR_COL = 8'h4c;
  localparam integer NAR_COL_COL_LSB = 0;
  localparam [31:0] NAR_COL_COL_MASK = 32'hffffffff;

  // Cycles from start to done. Bits 31:0.
  localparam [7:0] CYCLES_LO = 8'h50;
  localparam integer CYCLES_LO_COUNT_LSB = 0;
  localparam [31:0] CYCLES_LO_COUNT_MASK = 32'hffffffff;

  // Cycles from start to done. Bits 63:32.
  localparam [7:0] CYCLES_HI = 8'h54;
  localparam integer CYCLES_HI_COUNT_LSB = 0;
  localparam [31:0] CYCLES_HI_COUNT_MASK = 32'hffffffff;

  // Cycles in which the array took operands. Bits 31:0.
  localparam [7:0] BUSY_LO = 8'h58;
  localparam integer BUSY_LO_COUNT_LSB = 0;
  localparam [31:0] BUSY_LO_COUNT_MASK = 32'hffffffff;

  // Cycles in which the array took operands. Bits 63:32.
  localparam [7:0] BUSY_HI = 8'h5c;
  localparam integer BUSY_HI_COUNT_LSB = 0;
  localparam [31:0] BUSY_HI_COUNT_MASK = 32'hffffffff;

  // Cycles in which the array waited for operands. Bits 31:0.
  localparam [7:0] READ_STALL_LO = 8'h60;
  localparam integer READ_STALL_LO_COUNT_LSB = 0;
  localparam [31:0] READ_STALL_LO_COUNT_MASK = 32'hffffffff;

  // Cycles in which the array waited for operands. Bits 63:32.
  localparam [7:0] READ_STALL_HI = 8'h64;
  localparam integer READ_STALL_HI_COUNT_LSB = 0;
  localparam [31:0] READ_STALL_HI_COUNT_MASK = 32'hffffffff;

  // Cycles in which the array waited for the output. Bits 31:0.
  localparam [7:0] WRITE_STALL_LO = 8'h68;
  localparam integer WRITE_STALL_LO_COUNT_LSB = 0;
  localparam [31:0] WRITE_STALL_LO_COUNT_MASK = 32'hffffffff;

  // Cycles in which the array waited for the output. Bits 63:32.
  localparam [7:0] WRITE_STALL_HI = 8'h6c;
  localparam integer WRITE_STALL_HI_COUNT_LSB = 0;
  localparam [31:0] WRITE_STALL_HI_COUNT_MASK = 32'hffffffff;

  // Bytes moved by read data beats, whole beats. Bits 31:0.
  localparam [7:0] BYTES_READ_LO = 8'h70;
  localparam integer BYTES_READ_LO_COUNT_LSB = 0;
  localparam [31:0] BYTES_READ_LO_COUNT_MASK = 32'hffffffff;

  // Bytes moved by read data beats, whole beats. Bits 63:32.
  localparam [7:0] BYTES_READ_HI = 8'h74;
  localparam integer BYTES_READ_HI_COUNT_LSB = 0;
  localparam [31:0] BYTES_READ_HI_COUNT_MASK = 32'hffffffff;

  // Bytes written, by strobes. Bits 31:0.
  localparam [7:0] BYTES_WRITTEN_LO = 8'h78;
  localparam integer BYTES_WRITTEN_LO_COUNT_LSB = 0;
  localparam [31:0] BYTES_WRITTEN_LO_COUNT_MASK = 32'hffffffff;

  // Bytes written, by strobes. Bits 63:32.
  localparam [7:0] BYTES_WRITTEN_HI = 8'h7c;
  localparam integer BYTES_WRITTEN_HI_COUNT_LSB = 0;
  localparam [31:0] BYTES_WRITTEN_HI_COUNT_MASK = 32'hffffffff;

  // Cycles before a job's first operands. Bits 31:0.
  localparam [7:0] FILL_LO = 8'h80;
  localparam integer FILL_LO_COUNT_LSB = 0;
  localparam [31:0] FILL_LO_COUNT_MASK = 32'hffffffff;

  // Cycles before a job's first operands. Bits 63:32.
  localparam [7:0] FILL_HI = 8'h84;
  localparam integer FILL_HI_COUNT_LSB = 0;
  localparam [31:0] FILL_HI_COUNT_MASK = 32'hffffffff;

  // Cycles after a job's last operands. Bits 31:0.
  localparam [7:0] DRAIN_LO = 8'h88;
  localparam integer DRAIN_LO_COUNT_LSB = 0;
  localparam [31:0] DRAIN_LO_COUNT_MASK = 32'hffffffff;

  // Cycles after a job's last operands. Bits 63:32.
  localparam [7:0] DRAIN_HI = 8'h8c;
  localparam integer DRAIN_HI_COUNT_LSB = 0;
  localparam [31:0] DRAIN_HI_COUNT_MASK = 32'hffffffff;

  // ---------------------------------------------------------------------------------------------
  // Descriptor: 128 bytes, 128-byte aligned, little-endian; bytes without a field must be 0
  // ---------------------------------------------------------------------------------------------

  localparam integer DESCRIPTOR_BYTES = 128;
  localparam integer OPCODE_MATMUL = 1;
  localparam integer MAX_K = 32767;

  localparam integer DESC_OPCODE = 0;  // uint8: What to do: 1 is a matrix multiply.
  localparam integer DESC_INPUT_FORMAT = 1;  // uint8: Format code of A and B.
  localparam integer DESC_OUTPUT_FORMAT = 2;  // uint8: Format code of C.
  localparam integer DESC_ACTIVATION = 3;  // uint8: 0 none, 1 ReLU, 2 leaky ReLU.
  localparam integer DESC_SLOPE_M = 4;  // uint8: Numerator of the leaky slope m/2^s.
  localparam integer DESC_SLOPE_S = 5;  // uint8: Shift s of the leaky slope, 0 to 15.
  localparam integer DESC_SCALE = 6;  // int8: Power of two applied before rounding.
  localparam integer DESC_M = 8;  // uint32: Rows of A and C.
  localparam integer DESC_N = 12;  // uint32: Columns of B and C.
  localparam integer DESC_K = 16;  // uint32: Terms of each dot product, at most 32767.
  localparam integer DESC_A_STRIDE = 20;  // uint32: Bytes from one packed row of A to the next; with a window, from one row of the image to the next.
  localparam integer DESC_B_STRIDE = 24;  // uint32: Bytes from one packed column of B to the next.
  localparam integer DESC_C_STRIDE = 28;  // uint32: Bytes from one packed row of C to the next.
  localparam integer DESC_A_ADDRESS = 32;  // uint64: Address of A; with a window, of the image's first pixel.
  localparam integer DESC_B_ADDRESS = 40;  // uint64: Address of B, K contiguous; with a window, the channels of each pixel padded to whole words.
  localparam integer DESC_C_ADDRESS = 48;  // uint64: Address of C.
  localparam integer DESC_NEXT = 56;  // uint64: Address of the next descriptor; 0 ends the chain.
  localparam integer DESC_CHANNEL_TABLE = 64;  // uint64: Address of the channel table, a multiple of 8; 0 for none.
  localparam integer DESC_WINDOW_HEIGHT = 72;  // uint16: Image height in pixels; a window whose fields are all 0 is none.
  localparam integer DESC_WINDOW_WIDTH = 74;  // uint16: Image width in pixels.
  localparam integer DESC_WINDOW_CHANNELS = 76;  // uint16: Channels of a pixel; K is kernel height × kernel width × channels.
  localparam integer DESC_WINDOW_KERNEL_HEIGHT = 78;  // uint8: Kernel height in pixels.
  localparam integer DESC_WINDOW_KERNEL_WIDTH = 79;  // uint8: Kernel width in pixels.
  localparam integer DESC_WINDOW_STRIDE_Y = 80;  // uint8: Vertical step in pixels from one output pixel to the next.
  localparam integer DESC_WINDOW_STRIDE_X = 81;  // uint8: Horizontal step in pixels from one output pixel to the next.
  localparam integer DESC_WINDOW_PAD_TOP = 82;  // uint8: Zero rows above the image.
  localparam integer DESC_WINDOW_PAD_LEFT = 83;  // uint8: Zero columns left of the image.
  localparam integer DESC_WINDOW_PAD_BOTTOM = 84;  // uint8: Zero rows below the image: they only limit the result's height.
  localparam integer DESC_WINDOW_PAD_RIGHT = 85;  // uint8: Zero columns right of the image: they only limit the result's width.
  localparam integer DESC_WINDOW_OUT_HEIGHT = 88;  // uint16: Rows of pixels of the result.
  localparam integer DESC_WINDOW_OUT_WIDTH = 90;  // uint16: Columns of pixels of the result; M is their product.

  // ---------------------------------------------------------------------------------------------
  // Format codes
  // ---------------------------------------------------------------------------------------------

  localparam integer FORMAT_FP4 = 0;
  localparam integer FORMAT_P4 = 1;
  localparam integer FORMAT_P8 = 2;
  localparam integer FORMAT_P16 = 3;
  localparam integer FORMAT_F32 = 4;

  // ---------------------------------------------------------------------------------------------
  // Error codes, in ERROR.code
  // ---------------------------------------------------------------------------------------------

  localparam integer ERROR_NONE = 0;  // all went well
  localparam integer ERROR_DESCRIPTOR_MISALIGNED = 1;  // the descriptor's address is not a multiple of 128
  localparam integer ERROR_PADDING_NOT_ZERO = 2;  // a reserved byte of the descriptor is not 0
  localparam integer ERROR_BAD_OPCODE = 3;  // the opcode is unknown
  localparam integer ERROR_BAD_FORMAT = 4;  // the input or output format is unknown or not built in
  localparam integer ERROR_BAD_ACTIVATION = 5;  // the activation is unknown or its shift is above 15
  localparam integer ERROR_ZERO_DIMENSION = 6;  // M, N or K is 0
  localparam integer ERROR_DOT_TOO_LONG = 7;  // K is above 32767, the longest dot product that provably fits the quire
  localparam integer ERROR_BAD_WINDOW = 8;  // a window has a 0 where none may be, does not match M or K, or reaches past image and padding
  localparam integer ERROR_WINDOW_TOO_WIDE = 9;  // a row of the window's kernel does not fit the operand buffers
  localparam integer ERROR_MISALIGNED = 10;  // a base address or stride is not a multiple of 2 (of 4 for a float32 C, of 8 for a channel table)
  localparam integer ERROR_STRIDE_TOO_SMALL = 11;  // a stride is smaller than its packed row, or A's than a row of the image
  localparam integer ERROR_ADDRESS_WRAP = 12;  // a matrix, an image or a channel table reaches past the end of the 64-bit address space
  localparam integer ERROR_OVERLAP = 13;  // C overlaps A, B or the channel table
  localparam integer ERROR_READ_SLAVE_ERROR = 32;  // memory answered a read with SLVERR
  localparam integer ERROR_READ_DECODE_ERROR = 33;  // memory answered a read with DECERR
  localparam integer ERROR_WRITE_SLAVE_ERROR = 34;  // memory answered a write with SLVERR
  localparam integer ERROR_WRITE_DECODE_ERROR = 35;  // memory answered a write with DECERR
  localparam integer ERROR_WATCHDOG = 36;  // the bus made no progress for WATCHDOG.cycles cycles
  localparam integer ERROR_SOFT_RESET = 37;  // software ended the chain with CONTROL.soft_reset
  localparam integer ERROR_NAR_TO_FP4 = 64;  // NaR met an FP4 output, which has no code for it

endpackage

`endif  // XRNPE_REGS_SVH
