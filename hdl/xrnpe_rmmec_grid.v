// Copyright The XR-NPE developers. Licensed under the Apache License, Version 2.0.
// SPDX-License-Identifier: Apache-2.0
//
// The multiplier's grid of 2-bit cells, with its sum in carry-save form, and what becomes of the
// exponents.
//
// Generated for:
//   formats       = fp4 p4 p8 p16      input formats built in
//   exponents     = adders             exponents of narrow lanes: by adders or cells
//
// Generated from configuration "default": edit the template, not this file. Regenerate:
//   xrnpe generate --unit coproc --preset default --out DIR

`default_nettype none

module xrnpe_rmmec_grid (
  input  wire [1:0]  format_i,         // format code
  input  wire [13:0] a_significand_i,  // significands as xrnpe_decode packs them
  input  wire [15:0] a_exponent_i,     // exponents as xrnpe_decode packs them
  input  wire [13:0] b_significand_i,
  input  wire [15:0] b_exponent_i,
  output wire [19:0] distance_o,       // slots of 5 bits: how far the product lies to the right
  output wire [6:0]  distance_wide_o,  // the same of p16
  output wire [27:0] sum_o,            // product = sum_o + carry_o
  output wire [27:0] carry_o
);

  wire mode_small = ~format_i[1];
  wire mode_p16   = format_i == 2'd3;

  // ---------------------------------------------------------------------------------------------
  // Operand isolation. Cell (row, col) multiplies digit row of A with digit col of B, weight
  // 4^(row + col). A format whose significand has d digits multiplies lane i with the d by d cells
  // from (di, di) on, and no cell outside, so the products of its lanes cannot meet in the sum.
  // ---------------------------------------------------------------------------------------------

  // Cells of p8's two groups that no 4-bit lane uses.
  wire [11:0] a_group = a_significand_i[11:0] & {12{~mode_small}};
  wire [11:0] b_group = b_significand_i[11:0] & {12{~mode_small}};

  // Cells that p16 alone multiplies with.
  wire [13:0] a_wide = {1'b0, a_significand_i[12:0] & {13{mode_p16}}};
  wire [13:0] b_wide = {1'b0, b_significand_i[12:0] & {13{mode_p16}}};

  // Partial products of row r, from bit 14r on: with the lower bit of A's digit, and with its
  // upper bit.
  wire [97:0] lower;
  wire [97:0] upper;

  genvar row, col;
  generate
    for (row = 0; row < 7; row = row + 1) begin : gen_row
      for (col = 0; col < 7; col = col + 1) begin : gen_col
        localparam [0:0] IN_SMALL = row == col && row < 4;
        localparam [0:0] IN_GROUP = row / 3 == col / 3 && row < 6;
        wire [3:0] partial;
        if (IN_SMALL) begin : gen_own
          xrnpe_rmmec_cell u_cell (
            .a_i       (a_significand_i[2*row +: 2]),
            .b_i       (b_significand_i[2*col +: 2]),
            .partial_o (partial)
          );
        end else
        if (IN_GROUP) begin : gen_group
          xrnpe_rmmec_cell u_cell (
            .a_i       (a_group[2*row +: 2]),
            .b_i       (b_group[2*col +: 2]),
            .partial_o (partial)
          );
        end else
        begin : gen_wide
          xrnpe_rmmec_cell u_cell (
            .a_i       (a_wide[2*row +: 2]),
            .b_i       (b_wide[2*col +: 2]),
            .partial_o (partial)
          );
        end
        assign lower[14*row + 2*col +: 2] = {partial[2], partial[0]};
        assign upper[14*row + 2*col +: 2] = {partial[3], partial[1]};
      end
    end
  endgenerate

  // ---------------------------------------------------------------------------------------------
  // The sum, in carry-save form: three rows become two until two are left
  // ---------------------------------------------------------------------------------------------

  wire [27:0] row_0 = {14'd0, lower[13:0]};
  wire [27:0] row_1 = {13'd0, upper[13:0], 1'd0};
  wire [27:0] row_2 = {12'd0, lower[27:14], 2'd0};
  wire [27:0] row_3 = {11'd0, upper[27:14], 3'd0};
  wire [27:0] row_4 = {10'd0, lower[41:28], 4'd0};
  wire [27:0] row_5 = {9'd0, upper[41:28], 5'd0};
  wire [27:0] row_6 = {8'd0, lower[55:42], 6'd0};
  wire [27:0] row_7 = {7'd0, upper[55:42], 7'd0};
  wire [27:0] row_8 = {6'd0, lower[69:56], 8'd0};
  wire [27:0] row_9 = {5'd0, upper[69:56], 9'd0};
  wire [27:0] row_10 = {4'd0, lower[83:70], 10'd0};
  wire [27:0] row_11 = {3'd0, upper[83:70], 11'd0};
  wire [27:0] row_12 = {2'd0, lower[97:84], 12'd0};

  wire [27:0] sum_1_0;
  wire [27:0] carry_1_0;
  xrnpe_compress #(.WIDTH(28)) u_sum_1_0 (
    .a_i     (row_0),
    .b_i     (row_1),
    .c_i     (row_2),
    .sum_o   (sum_1_0),
    .carry_o (carry_1_0)
  );

  wire [27:0] sum_1_1;
  wire [27:0] carry_1_1;
  xrnpe_compress #(.WIDTH(28)) u_sum_1_1 (
    .a_i     (row_3),
    .b_i     (row_4),
    .c_i     (row_5),
    .sum_o   (sum_1_1),
    .carry_o (carry_1_1)
  );

  wire [27:0] sum_1_2;
  wire [27:0] carry_1_2;
  xrnpe_compress #(.WIDTH(28)) u_sum_1_2 (
    .a_i     (row_6),
    .b_i     (row_7),
    .c_i     (row_8),
    .sum_o   (sum_1_2),
    .carry_o (carry_1_2)
  );

  wire [27:0] sum_1_3;
  wire [27:0] carry_1_3;
  xrnpe_compress #(.WIDTH(28)) u_sum_1_3 (
    .a_i     (row_9),
    .b_i     (row_10),
    .c_i     (row_11),
    .sum_o   (sum_1_3),
    .carry_o (carry_1_3)
  );

  wire [27:0] sum_2_0;
  wire [27:0] carry_2_0;
  xrnpe_compress #(.WIDTH(28)) u_sum_2_0 (
    .a_i     (sum_1_0),
    .b_i     (carry_1_0),
    .c_i     (sum_1_1),
    .sum_o   (sum_2_0),
    .carry_o (carry_2_0)
  );

  wire [27:0] sum_2_1;
  wire [27:0] carry_2_1;
  xrnpe_compress #(.WIDTH(28)) u_sum_2_1 (
    .a_i     (carry_1_1),
    .b_i     (sum_1_2),
    .c_i     (carry_1_2),
    .sum_o   (sum_2_1),
    .carry_o (carry_2_1)
  );

  wire [27:0] sum_2_2;
  wire [27:0] carry_2_2;
  xrnpe_compress #(.WIDTH(28)) u_sum_2_2 (
    .a_i     (sum_1_3),
    .b_i     (carry_1_3),
    .c_i     (row_12),
    .sum_o   (sum_2_2),
    .carry_o (carry_2_2)
  );

  wire [27:0] sum_3_0;
  wire [27:0] carry_3_0;
  xrnpe_compress #(.WIDTH(28)) u_sum_3_0 (
    .a_i     (sum_2_0),
    .b_i     (carry_2_0),
    .c_i     (sum_2_1),
    .sum_o   (sum_3_0),
    .carry_o (carry_3_0)
  );

  wire [27:0] sum_3_1;
  wire [27:0] carry_3_1;
  xrnpe_compress #(.WIDTH(28)) u_sum_3_1 (
    .a_i     (carry_2_1),
    .b_i     (sum_2_2),
    .c_i     (carry_2_2),
    .sum_o   (sum_3_1),
    .carry_o (carry_3_1)
  );

  wire [27:0] sum_4_0;
  wire [27:0] carry_4_0;
  xrnpe_compress #(.WIDTH(28)) u_sum_4_0 (
    .a_i     (sum_3_0),
    .b_i     (carry_3_0),
    .c_i     (sum_3_1),
    .sum_o   (sum_4_0),
    .carry_o (carry_4_0)
  );

  wire [27:0] sum_5_0;
  wire [27:0] carry_5_0;
  xrnpe_compress #(.WIDTH(28)) u_sum_5_0 (
    .a_i     (sum_4_0),
    .b_i     (carry_4_0),
    .c_i     (carry_3_1),
    .sum_o   (sum_5_0),
    .carry_o (carry_5_0)
  );

  assign sum_o   = sum_5_0;
  assign carry_o = carry_5_0;

  // ---------------------------------------------------------------------------------------------
  // Distances: one small adder per slot; p16's goes over slots 1 and 2
  // ---------------------------------------------------------------------------------------------

  wire [4:0] slot_0 =
    {1'b0, a_exponent_i[3:0]} + {1'b0, b_exponent_i[3:0]};
  wire [4:0] slot_1 =
    {1'b0, a_exponent_i[7:4]} + {1'b0, b_exponent_i[7:4]};
  wire [4:0] slot_2 =
    {1'b0, a_exponent_i[11:8]} + {1'b0, b_exponent_i[11:8]} + {4'd0, slot_1[4] & mode_p16};
  wire [4:0] slot_3 =
    {1'b0, a_exponent_i[15:12]} + {1'b0, b_exponent_i[15:12]};
  assign distance_o = {slot_3, slot_2, slot_1, slot_0};
  assign distance_wide_o = {slot_2[2:0], slot_1[3:0]};

  // No format has so many bits.
  wire unused_rows = ^{upper[97:84]};

  // Operand bits that no format built in uses.
  wire unused_operand = ^{
    a_significand_i[13:13], b_significand_i[13:13]
  };

endmodule

`default_nettype wire
