// Copyright The XR-NPE developers. Licensed under the Apache License, Version 2.0.
// SPDX-License-Identifier: Apache-2.0
//
// rows × cols PEs with decoders at the edges; a finished tile leaves upwards, one row of quires at
// a time.
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

module xrnpe_array (
  input  wire          clk_i,         // clock
  input  wire [1:0]    format_i,      // format of A and B, constant while anything is in flight

  // One step: 1 word(s) of every row of A and of every column of B
  input  wire          valid_i,       // a step; without, the PEs take zeros
  input  wire          first_i,       // the first of a tile: quires start anew
  input  wire [3:0]    lane_valid_i,  // lanes below K, 4 bits a word
  input  wire [7:0]    a_zero_i,      // words of A outside the image: 0
  input  wire [127:0]  a_words_i,     // words of A, row 0 lowest
  input  wire [127:0]  b_words_i,     // words of B, column 0 lowest

  // Drain: the captured quires of row 0
  input  wire          capture_i,     // a tile's last step has reached the quires: keep them
  input  wire          shift_i,       // move every captured row up by one
  output wire [1023:0] sums_o,        // quires of row 0, column 0 lowest
  output wire [119:0]  carries_o,     // their carries that wait
  output wire [7:0]    nars_o         // their NaR flags
);

  localparam integer ROWS      = 8;
  localparam integer COLS      = 8;
  localparam integer SLICES    = 1;
  localparam integer OPERAND_W = 35;  // a decoded word
  localparam integer EDGE_W    = SLICES * OPERAND_W;  // the decoded words of one row or column
  localparam integer QUIRE_W   = 128;

  // ----------------------------------------------------------------------------------------------
  // Decode at the edges: once per row and column, not once per PE
  // ----------------------------------------------------------------------------------------------
  wire [ROWS*EDGE_W-1:0] a_decoded;
  wire [COLS*EDGE_W-1:0] b_decoded;
  wire [ROWS*EDGE_W-1:0] a;
  wire [COLS*EDGE_W-1:0] b;
  wire [SLICES*4-1:0]    lane_valid = lane_valid_i & {(SLICES*4){valid_i}};
  reg                    first_q;

  genvar row, col, word;
  generate
    for (row = 0; row < ROWS; row = row + 1) begin : gen_decode_a
      for (word = 0; word < SLICES; word = word + 1) begin : gen_word
        xrnpe_decode u_decode (
          .format_i     (format_i),
          .word_i       (a_words_i[(row*SLICES + word)*16 +: 16]
                         & {16{~a_zero_i[row*SLICES + word]}}),
          .lane_valid_i (lane_valid[word*4 +: 4]),
          .operand_o    (a_decoded[(row*SLICES + word)*OPERAND_W +: OPERAND_W])
        );

        xrnpe_operand_register u_register (
          .clk_i     (clk_i),
          .format_i  (format_i),
          .operand_i (a_decoded[(row*SLICES + word)*OPERAND_W +: OPERAND_W]),
          .operand_o (a[(row*SLICES + word)*OPERAND_W +: OPERAND_W])
        );
      end
    end
    for (col = 0; col < COLS; col = col + 1) begin : gen_decode_b
      for (word = 0; word < SLICES; word = word + 1) begin : gen_word
        xrnpe_decode u_decode (
          .format_i     (format_i),
          .word_i       (b_words_i[(col*SLICES + word)*16 +: 16]),
          .lane_valid_i (lane_valid[word*4 +: 4]),
          .operand_o    (b_decoded[(col*SLICES + word)*OPERAND_W +: OPERAND_W])
        );

        xrnpe_operand_register u_register (
          .clk_i     (clk_i),
          .format_i  (format_i),
          .operand_i (b_decoded[(col*SLICES + word)*OPERAND_W +: OPERAND_W]),
          .operand_o (b[(col*SLICES + word)*OPERAND_W +: OPERAND_W])
        );
      end
    end
  endgenerate

  always @(posedge clk_i) begin
    first_q <= valid_i & first_i;
  end

  // ----------------------------------------------------------------------------------------------
  // PEs, each with a shadow of its quire; a shadow takes what the one below it holds, the last row
  // zeros
  // ----------------------------------------------------------------------------------------------
  wire [(ROWS+1)*COLS*QUIRE_W-1:0] sums;
  wire [(ROWS+1)*COLS-1:0]         nars;

  assign sums[ROWS*COLS*QUIRE_W +: COLS*QUIRE_W] = {(COLS*QUIRE_W){1'b0}};
  assign nars[ROWS*COLS +: COLS]                 = {COLS{1'b0}};
  localparam integer CARRY_W = 15;

  wire [(ROWS+1)*COLS*CARRY_W-1:0] carries;

  assign carries[ROWS*COLS*CARRY_W +: COLS*CARRY_W] = {(COLS*CARRY_W){1'b0}};

  generate
    for (row = 0; row < ROWS; row = row + 1) begin : gen_row
      for (col = 0; col < COLS; col = col + 1) begin : gen_col
        wire [QUIRE_W-1:0] sum;
        wire [CARRY_W-1:0] carry;
        wire               nar;

        xrnpe_pe u_pe (
          .clk_i    (clk_i),
          .format_i (format_i),
          .first_i  (first_q),
          .a_i      (a[row*EDGE_W +: EDGE_W]),
          .b_i      (b[col*EDGE_W +: EDGE_W]),
          .sum_o    (sum),
          .carry_o  (carry),
          .nar_o    (nar)
        );

        xrnpe_shadow u_shadow (
          .clk_i         (clk_i),
          .capture_i     (capture_i),
          .sum_i         (sum),
          .carry_i       (carry),
          .nar_i         (nar),
          .shift_i       (shift_i),
          .below_sum_i   (sums[((row+1)*COLS + col)*QUIRE_W +: QUIRE_W]),
          .below_carry_i (carries[((row+1)*COLS + col)*CARRY_W +: CARRY_W]),
          .below_nar_i   (nars[(row+1)*COLS + col]),
          .sum_o         (sums[(row*COLS + col)*QUIRE_W +: QUIRE_W]),
          .carry_o       (carries[(row*COLS + col)*CARRY_W +: CARRY_W]),
          .nar_o         (nars[row*COLS + col])
        );
      end
    end
  endgenerate

  assign sums_o = sums[0 +: COLS*QUIRE_W];
  assign carries_o = carries[0 +: COLS*CARRY_W];
  assign nars_o = nars[0 +: COLS];

endmodule

`default_nettype wire
