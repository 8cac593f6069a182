// Copyright The XR-NPE developers. Licensed under the Apache License, Version 2.0.
// SPDX-License-Identifier: Apache-2.0
//
// Holds a descriptor, checks it, and hands its fields to the sequencer.
//
// Generated for:
//   formats       = fp4 p4 p8 p16      input formats built in
//
// Generated from configuration "default": edit the template, not this file. Regenerate:
//   xrnpe generate --unit coproc --preset default --out DIR
`default_nettype none

module xrnpe_descriptor (
  input  wire         clk_i,            // clock
  input  wire         rst_ni,           // asynchronous reset, active low

  // Loading: the descriptor's entries in order, lowest bytes first
  input  wire         load_i,           // take an entry
  input  wire [127:0] load_data_i,      // the entry

  // Checking: a few cycles, after the last entry
  input  wire         check_i,          // start, one cycle
  output wire         checked_o,        // one cycle; error_o is valid from then on
  output wire [7:0]   error_o,          // an error code, or 0

  // The fields, for a descriptor that passed
  output wire [1:0]   input_format_o,   // format of A and B
  output wire [2:0]   output_format_o,  // format of C
  output wire [1:0]   activation_o,     // 0 none, 1 ReLU, 2 leaky ReLU
  output wire [7:0]   slope_m_o,        // numerator of the leaky slope
  output wire [3:0]   slope_s_o,        // its shift
  output wire [7:0]   scale_o,          // power of two before rounding, two's complement
  output wire [31:0]  m_o,              // rows of A and C
  output wire [31:0]  n_o,              // columns of B and C
  output wire [14:0]  k_o,              // terms of each dot product
  output wire [14:0]  k_words_o,        // 16-bit words of a packed row of A or B
  output wire [34:0]  c_row_bytes_o,    // bytes of a packed row of C
  output wire [31:0]  a_stride_o,       // bytes from row to row of A
  output wire [31:0]  b_stride_o,       // bytes from column to column of B
  output wire [31:0]  c_stride_o,       // bytes from row to row of C
  output wire [63:0]  a_address_o,      // first byte of A
  output wire [63:0]  b_address_o,      // first byte of B
  output wire [63:0]  c_address_o,      // first byte of C
  output wire [63:0]  next_o            // next descriptor, 0 for none
);

  // ----------------------------------------------------------------------------------------------
  // Fields, where the descriptor layout puts them
  // ----------------------------------------------------------------------------------------------
  reg [1023:0] descriptor_q;

  always @(posedge clk_i) begin
    if (load_i) begin
      descriptor_q <= {load_data_i, descriptor_q[1023:128]};
    end
  end

  wire [7:0] opcode = descriptor_q[7:0];
  wire [7:0] input_format = descriptor_q[15:8];
  wire [7:0] output_format = descriptor_q[23:16];
  wire [7:0] activation = descriptor_q[31:24];
  wire [7:0] slope_m = descriptor_q[39:32];
  wire [7:0] slope_s = descriptor_q[47:40];
  wire [7:0] scale = descriptor_q[55:48];
  wire [31:0] m = descriptor_q[95:64];
  wire [31:0] n = descriptor_q[127:96];
  wire [31:0] k = descriptor_q[159:128];
  wire [31:0] a_stride = descriptor_q[191:160];
  wire [31:0] b_stride = descriptor_q[223:192];
  wire [31:0] c_stride = descriptor_q[255:224];
  wire [63:0] a_address = descriptor_q[319:256];
  wire [63:0] b_address = descriptor_q[383:320];
  wire [63:0] c_address = descriptor_q[447:384];
  wire [63:0] next = descriptor_q[511:448];
  wire [63:0] channel_table = descriptor_q[575:512];
  wire [15:0] window_height = descriptor_q[591:576];
  wire [15:0] window_width = descriptor_q[607:592];
  wire [15:0] window_channels = descriptor_q[623:608];
  wire [7:0] window_kernel_height = descriptor_q[631:624];
  wire [7:0] window_kernel_width = descriptor_q[639:632];
  wire [7:0] window_stride_y = descriptor_q[647:640];
  wire [7:0] window_stride_x = descriptor_q[655:648];
  wire [7:0] window_pad_top = descriptor_q[663:656];
  wire [7:0] window_pad_left = descriptor_q[671:664];
  wire [7:0] window_pad_bottom = descriptor_q[679:672];
  wire [7:0] window_pad_right = descriptor_q[687:680];

  wire padding_not_zero = (descriptor_q[63:56] != 8'd0)
                       || (descriptor_q[1023:688] != 336'd0);
  wire window_given     = (window_height != 16'd0)
                       || (window_width != 16'd0)
                       || (window_channels != 16'd0)
                       || (window_kernel_height != 8'd0)
                       || (window_kernel_width != 8'd0)
                       || (window_stride_y != 8'd0)
                       || (window_stride_x != 8'd0)
                       || (window_pad_top != 8'd0)
                       || (window_pad_left != 8'd0)
                       || (window_pad_bottom != 8'd0)
                       || (window_pad_right != 8'd0);

  // ----------------------------------------------------------------------------------------------
  // Formats and row lengths
  // ----------------------------------------------------------------------------------------------
  reg        input_known;
  reg [32:0] k_words;       // words of a packed row of A and B
  reg        output_known;
  reg [34:0] c_row_bytes;   // bytes of a packed row of C

  always @(*) begin
    input_known = 1'b1;
    k_words     = {1'b0, k};
    case (input_format)
      8'd0: k_words = ({1'b0, k} + 33'd3) >> 2;  // fp4
      8'd1: k_words = ({1'b0, k} + 33'd3) >> 2;  // p4
      8'd2: k_words = ({1'b0, k} + 33'd1) >> 1;  // p8
      8'd3: k_words = {1'b0, k};  // p16
      default: input_known = 1'b0;
    endcase
  end

  always @(*) begin
    output_known = 1'b1;
    c_row_bytes  = {1'b0, n, 2'b00};
    case (output_format)
      8'd0: c_row_bytes = (({3'b000, n} + 35'd3) >> 2) << 1;  // fp4
      8'd1: c_row_bytes = (({3'b000, n} + 35'd3) >> 2) << 1;  // p4
      8'd2: c_row_bytes = (({3'b000, n} + 35'd1) >> 1) << 1;  // p8
      8'd3: c_row_bytes = {2'b00, n, 1'b0};  // p16
      8'd4: c_row_bytes = {1'b0, n, 2'b00};  // f32
      default: output_known = 1'b0;
    endcase
  end

  wire [33:0] ab_row_bytes = {k_words, 1'b0};
  wire        f32_output   = output_format == 8'd4;

  // ----------------------------------------------------------------------------------------------
  // Extents: the last byte of A, of B and of C, one a cycle, with one multiplier
  // ----------------------------------------------------------------------------------------------
  localparam [2:0] STEP_IDLE = 3'd0;
  localparam [2:0] STEP_A    = 3'd1;
  localparam [2:0] STEP_B    = 3'd2;
  localparam [2:0] STEP_C    = 3'd3;
  localparam [2:0] STEP_DONE = 3'd4;

  reg  [2:0]  step_q;
  reg  [63:0] a_last_q, b_last_q, c_last_q;
  reg         wrap_q;

  wire [31:0] rows    = (step_q == STEP_B) ? n        : m;
  wire [31:0] stride  = (step_q == STEP_A) ? a_stride : (step_q == STEP_B) ? b_stride : c_stride;
  wire [63:0] address = (step_q == STEP_A) ? a_address
                      : (step_q == STEP_B) ? b_address : c_address;
  wire [34:0] length  = (step_q == STEP_C) ? c_row_bytes : {1'b0, ab_row_bytes};
  wire [63:0] reach   = {32'd0, rows - 32'd1} * {32'd0, stride};
  wire [65:0] last    = {2'd0, address} + {2'd0, reach} + {31'd0, length - 35'd1};

  always @(posedge clk_i or negedge rst_ni) begin
    if (!rst_ni) begin
      step_q   <= STEP_IDLE;
      a_last_q <= 64'd0;
      b_last_q <= 64'd0;
      c_last_q <= 64'd0;
      wrap_q   <= 1'b0;
    end else begin
      case (step_q)
        STEP_IDLE: step_q <= check_i ? STEP_A : STEP_IDLE;
        STEP_A: begin
          step_q   <= STEP_B;
          a_last_q <= last[63:0];
          wrap_q   <= |last[65:64];
        end
        STEP_B: begin
          step_q   <= STEP_C;
          b_last_q <= last[63:0];
          wrap_q   <= wrap_q || (|last[65:64]);
        end
        STEP_C: begin
          step_q   <= STEP_DONE;
          c_last_q <= last[63:0];
          wrap_q   <= wrap_q || (|last[65:64]);
        end
        default: step_q <= STEP_IDLE;
      endcase
    end
  end

  // ----------------------------------------------------------------------------------------------
  // The checks, in the order of the error codes: the first that fails is reported
  // ----------------------------------------------------------------------------------------------
  wire misaligned = a_address[0] || b_address[0] || c_address[0]
                 || a_stride[0] || b_stride[0] || c_stride[0]
                 || (f32_output && (c_address[1] || c_stride[1]));
  wire too_small  = ({2'd0, a_stride} < ab_row_bytes)
                 || ({2'd0, b_stride} < ab_row_bytes)
                 || ({3'd0, c_stride} < c_row_bytes);
  wire overlap    = ((c_address <= a_last_q) && (a_address <= c_last_q))
                 || ((c_address <= b_last_q) && (b_address <= c_last_q));

  reg [7:0] error;

  always @(*) begin
    if (padding_not_zero) begin
      error = 8'd2;
    end else if (opcode != 8'd1) begin
      error = 8'd3;
    end else if (!input_known || !output_known) begin
      error = 8'd4;
    end else if ((activation > 8'd2) || (slope_s > 8'd15)) begin
      error = 8'd5;
    end else if ((m == 32'd0) || (n == 32'd0) || (k == 32'd0)) begin
      error = 8'd6;
    end else if (k > 32'd32767) begin
      error = 8'd7;
    end else if (window_given) begin
      error = 8'd8;
    end else if (channel_table != 64'd0) begin
      error = 8'd9;
    end else if (misaligned) begin
      error = 8'd10;
    end else if (too_small) begin
      error = 8'd11;
    end else if (wrap_q) begin
      error = 8'd12;
    end else if (overlap) begin
      error = 8'd13;
    end else begin
      error = 8'd0;
    end
  end

  assign checked_o       = step_q == STEP_DONE;
  assign error_o         = error;
  assign input_format_o  = input_format[1:0];
  assign output_format_o = output_format[2:0];
  assign activation_o    = activation[1:0];
  assign slope_m_o       = slope_m;
  assign slope_s_o       = slope_s[3:0];
  assign scale_o         = scale;
  assign m_o             = m;
  assign n_o             = n;
  assign k_o             = k[14:0];
  assign k_words_o       = k_words[14:0];
  assign c_row_bytes_o   = c_row_bytes;
  assign a_stride_o      = a_stride;
  assign b_stride_o      = b_stride;
  assign c_stride_o      = c_stride;
  assign a_address_o     = a_address;
  assign b_address_o     = b_address;
  assign c_address_o     = c_address;
  assign next_o          = next;

endmodule

`default_nettype wire
