// Copyright The XR-NPE developers. Licensed under the Apache License, Version 2.0.
// SPDX-License-Identifier: Apache-2.0
//
// Rounds one row of quires, one a cycle, and packs the codes into a segment of a C row.
//
// Generated for:
//   rows          = 8                  rows of PEs, 2 to 16
//   cols          = 8                  columns of PEs, 2 to 16
//   slices        = 1                  16-bit words a PE takes per cycle, 1, 2 or 4
//   pipeline      = 6                  pipeline depth, 0 to 6
//   quire         = carry-save         how the quire keeps its carries: binary or carry-save
//
// Generated from configuration "default": edit the template, not this file. Regenerate:
//   xrnpe generate --unit coproc --preset default --out DIR
`default_nettype none

module xrnpe_drain (
  input  wire          clk_i,            // clock
  input  wire          rst_ni,           // asynchronous reset, active low

  // A row of quires; only when the row before has come out
  input  wire          load_i,           // take the row
  input  wire [3:0]    count_i,          // its columns inside C, 1 to 8
  input  wire [1023:0] sums_i,           // quires, column 0 lowest
  input  wire [119:0]  carries_i,        // their carries that wait
  input  wire [7:0]    nars_i,           // their NaR flags

  // Settings of the job, constant while a row is in flight
  input  wire [1:0]    input_format_i,   // format of A and B
  input  wire [2:0]    output_format_i,  // format of C
  input  wire [1:0]    activation_i,     // 0 none, 1 ReLU, 2 leaky ReLU
  input  wire [7:0]    slope_m_i,        // numerator of the leaky slope
  input  wire [3:0]    slope_s_i,        // its shift
  input  wire [7:0]    scale_i,          // power of two, two's complement

  // The segment; pad lanes are 0
  output wire          valid_o,          // one cycle; segment_o stays until the next load
  output wire [255:0]  segment_o,        // packed codes, column 0 lowest
  output wire          nar_o,            // a NaR met an FP4 output in this row
  output wire [2:0]    nar_col_o         // the first such column
);

  localparam integer COLS    = 8;
  localparam integer COL_W   = 3;    // bits of a column number
  localparam integer QUIRE_W = 128;
  localparam integer SEG_W   = 256;  // 8 float32 values

  // ----------------------------------------------------------------------------------------------
  // The line: quires wait here and leave one a cycle
  // ----------------------------------------------------------------------------------------------
  reg [COLS*QUIRE_W-1:0] line_q;
  localparam integer CARRY_W = 15;
  reg [COLS*CARRY_W-1:0] line_carry_q;
  reg [COLS-1:0]         line_nar_q;
  reg [COL_W:0]          left_q;     // quires still in the line
  reg [COL_W:0]          count_q;
  wire                   leaving = left_q != {(COL_W + 1){1'b0}};

  always @(posedge clk_i or negedge rst_ni) begin
    if (!rst_ni) begin
      left_q  <= {(COL_W + 1){1'b0}};
      count_q <= {(COL_W + 1){1'b0}};
    end else if (load_i) begin
      left_q  <= 4'd8;
      count_q <= count_i;
    end else if (leaving) begin
      left_q  <= left_q - 4'd1;
    end
  end

  always @(posedge clk_i) begin
    if (load_i) begin
      line_q     <= sums_i;
      line_carry_q <= carries_i;
      line_nar_q <= nars_i;
    end else if (leaving) begin
      line_q     <= line_q >> QUIRE_W;
      line_carry_q <= line_carry_q >> CARRY_W;
      line_nar_q <= line_nar_q >> 1;
    end
  end

  // ----------------------------------------------------------------------------------------------
  // Activate, scale, round, pack
  // ----------------------------------------------------------------------------------------------
  wire [QUIRE_W-1:0] resolved;

  xrnpe_resolve u_resolve (
    .sum_i   (line_q[QUIRE_W-1:0]),
    .carry_i (line_carry_q[CARRY_W-1:0]),
    .sum_o   (resolved)
  );

  wire               active_valid;
  wire [QUIRE_W-1:0] active_sum;
  wire               active_sticky;
  wire               active_nar;
  wire [8:0]         active_scale;

  xrnpe_activate u_activate (
    .clk_i        (clk_i),
    .rst_ni       (rst_ni),
    .valid_i      (leaving),
    .sum_i        (resolved),
    .nar_i        (line_nar_q[0]),
    .activation_i (activation_i),
    .slope_m_i    (slope_m_i),
    .slope_s_i    (slope_s_i),
    .scale_i      (scale_i),
    .valid_o      (active_valid),
    .sum_o        (active_sum),
    .sticky_o     (active_sticky),
    .nar_o        (active_nar),
    .scale_o      (active_scale)
  );

  wire        code_valid;
  wire [31:0] code;
  wire        nar_to_fp4;

  xrnpe_output u_output (
    .clk_i           (clk_i),
    .rst_ni          (rst_ni),
    .valid_i         (active_valid),
    .sum_i           (active_sum),
    .sticky_i        (active_sticky),
    .nar_i           (active_nar),
    .input_format_i  (input_format_i),
    .output_format_i (output_format_i),
    .scale_i         (active_scale),
    .valid_o         (code_valid),
    .code_o          (code),
    .nar_to_fp4_o    (nar_to_fp4)
  );

  // Columns beyond C hold leftovers: their codes are replaced by the zeros that C's pad wants.
  reg  [COL_W-1:0] col_q;        // column of the code that comes out next
  reg  [SEG_W-1:0] segment_q;
  reg              valid_q;
  reg              nar_q;
  reg  [COL_W-1:0] nar_col_q;
  wire             inside_c = {1'b0, col_q} < count_q;
  wire [31:0]      lane     = inside_c ? code : 32'd0;
  reg  [SEG_W-1:0] segment_d;

  // Every row takes 8 steps, so that column 0 always ends in the low bits.
  always @(*) begin
    segment_d = {SEG_W{1'b0}};
    case (output_format_i)
      3'd0: segment_d[COLS*4-1:0] = {lane[3:0], segment_q[COLS*4-1:4]};  // fp4
      3'd1: segment_d[COLS*4-1:0] = {lane[3:0], segment_q[COLS*4-1:4]};  // p4
      3'd2: segment_d[COLS*8-1:0] = {lane[7:0], segment_q[COLS*8-1:8]};  // p8
      3'd3: segment_d[COLS*16-1:0] = {lane[15:0], segment_q[COLS*16-1:16]};  // p16
      default: segment_d = {lane, segment_q[SEG_W-1:32]};  // f32
    endcase
  end

  always @(posedge clk_i or negedge rst_ni) begin
    if (!rst_ni) begin
      col_q     <= {COL_W{1'b0}};
      segment_q <= {SEG_W{1'b0}};
      valid_q   <= 1'b0;
      nar_q     <= 1'b0;
      nar_col_q <= {COL_W{1'b0}};
    end else begin
      valid_q <= code_valid && (col_q == {COL_W{1'b1}});
      if (load_i) begin
        col_q <= {COL_W{1'b0}};
        nar_q <= 1'b0;
      end else if (code_valid) begin
        col_q     <= col_q + 3'd1;
        segment_q <= segment_d;
        if (nar_to_fp4 && inside_c && !nar_q) begin
          nar_q     <= 1'b1;
          nar_col_q <= col_q;
        end
      end
    end
  end

  assign valid_o   = valid_q;
  assign segment_o = segment_q;
  assign nar_o     = nar_q;
  assign nar_col_o = nar_col_q;

endmodule

`default_nettype wire
