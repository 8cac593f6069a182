// Copyright The XR-NPE developers. Licensed under the Apache License, Version 2.0.
// SPDX-License-Identifier: Apache-2.0
//
// Multiplies the significands of all lanes in one grid of 2-bit cells and adds their exponents.
//
// Generated for:
//   formats       = fp4 p4 p8 p16      input formats built in
//
// Generated from configuration "default": edit the template, not this file. Regenerate:
//   xrnpe generate --unit coproc --preset default --out DIR

`default_nettype none

module xrnpe_rmmec (
  input  wire [1:0]  format_i,         // format code
  input  wire [13:0] a_significand_i,  // significands as xrnpe_decode packs them
  input  wire [15:0] a_exponent_i,     // exponents as xrnpe_decode packs them
  input  wire [13:0] b_significand_i,
  input  wire [15:0] b_exponent_i,
  output wire [19:0] exponent_o,       // exponent sums of slots 0, 1, 2, 3, 5 bits each
  output wire [6:0]  exponent_wide_o,  // exponent sum of p16
  output wire [27:0] product_o         // lane i at bit 4i in fp4, p4; 12i in p8; 0 in p16
);

  // ---------------------------------------------------------------------------------------------
  // The grid: cell (row, col) multiplies digit row of A with digit col of B, weight 4^(row + col).
  // A format whose significand has d digits multiplies lane i with the d by d cells from (di, di)
  // on, and no cell outside, so the products of its lanes cannot meet in the sum.
  // ---------------------------------------------------------------------------------------------

  wire mode_fp4_p4 = format_i == 2'd0 || format_i == 2'd1;
  wire mode_p8 = format_i == 2'd2;
  wire mode_p16 = format_i == 2'd3;

  // Product of cell (row, col) at 4 * (7 * row + col).
  wire [195:0] cells;

  genvar row, col;
  generate
    for (row = 0; row < 7; row = row + 1) begin : gen_row
      for (col = 0; col < 7; col = col + 1) begin : gen_col
        localparam [0:0] IN_FP4_P4 = row / 1 == col / 1 && row / 1 < 4;
        localparam [0:0] IN_P8 = row / 3 == col / 3 && row / 3 < 2;
        localparam [0:0] IN_P16 = row / 7 == col / 7 && row / 7 < 1;
        xrnpe_rmmec_cell u_cell (
          .enable_i  ((mode_fp4_p4 & IN_FP4_P4) | (mode_p8 & IN_P8) | (mode_p16 & IN_P16)),
          .a_i       (a_significand_i[2*row +: 2]),
          .b_i       (b_significand_i[2*col +: 2]),
          .product_o (cells[4*(7*row+col) +: 4])
        );
      end
    end
  endgenerate

  // ---------------------------------------------------------------------------------------------
  // The sum. Products on one diagonal have weights 4 bits apart and stand side by side, so each
  // diagonal is one number for free, and only the diagonals are added.
  // ---------------------------------------------------------------------------------------------

  wire [27:0]  upper_0 = {
    cells[195:192],
    cells[163:160],
    cells[131:128],
    cells[99:96],
    cells[67:64],
    cells[35:32],
    cells[3:0]
  };
  wire [23:0]  upper_1 = {
    cells[167:164],
    cells[135:132],
    cells[103:100],
    cells[71:68],
    cells[39:36],
    cells[7:4]
  };
  wire [23:0]  lower_1 = {
    cells[191:188],
    cells[159:156],
    cells[127:124],
    cells[95:92],
    cells[63:60],
    cells[31:28]
  };
  wire [19:0]  upper_2 = {
    cells[139:136],
    cells[107:104],
    cells[75:72],
    cells[43:40],
    cells[11:8]
  };
  wire [19:0]  lower_2 = {
    cells[187:184],
    cells[155:152],
    cells[123:120],
    cells[91:88],
    cells[59:56]
  };
  wire [15:0]  upper_3 = {
    cells[111:108],
    cells[79:76],
    cells[47:44],
    cells[15:12]
  };
  wire [15:0]  lower_3 = {
    cells[183:180],
    cells[151:148],
    cells[119:116],
    cells[87:84]
  };
  wire [11:0]  upper_4 = {
    cells[83:80],
    cells[51:48],
    cells[19:16]
  };
  wire [11:0]  lower_4 = {
    cells[179:176],
    cells[147:144],
    cells[115:112]
  };
  wire [7:0]   upper_5 = {
    cells[55:52],
    cells[23:20]
  };
  wire [7:0]   lower_5 = {
    cells[175:172],
    cells[143:140]
  };
  wire [3:0]   upper_6 = {
    cells[27:24]
  };
  wire [3:0]   lower_6 = {
    cells[171:168]
  };

  assign product_o =
    upper_0 +
    {2'd0, upper_1, 2'd0} +
    {2'd0, lower_1, 2'd0} +
    {4'd0, upper_2, 4'd0} +
    {4'd0, lower_2, 4'd0} +
    {6'd0, upper_3, 6'd0} +
    {6'd0, lower_3, 6'd0} +
    {8'd0, upper_4, 8'd0} +
    {8'd0, lower_4, 8'd0} +
    {10'd0, upper_5, 10'd0} +
    {10'd0, lower_5, 10'd0} +
    {12'd0, upper_6, 12'd0} +
    {12'd0, lower_6, 12'd0};

  // ---------------------------------------------------------------------------------------------
  // Exponent sums: one small adder per slot of 4 bits, a dedicated one for p16
  // ---------------------------------------------------------------------------------------------

  assign exponent_o[4:0] =
    {a_exponent_i[3], a_exponent_i[3:0]} + {b_exponent_i[3], b_exponent_i[3:0]};
  assign exponent_o[9:5] =
    {a_exponent_i[7], a_exponent_i[7:4]} + {b_exponent_i[7], b_exponent_i[7:4]};
  assign exponent_o[14:10] =
    {a_exponent_i[11], a_exponent_i[11:8]} + {b_exponent_i[11], b_exponent_i[11:8]};
  assign exponent_o[19:15] =
    {a_exponent_i[15], a_exponent_i[15:12]} + {b_exponent_i[15], b_exponent_i[15:12]};
  assign exponent_wide_o =
    {a_exponent_i[5], a_exponent_i[5:0]} + {b_exponent_i[5], b_exponent_i[5:0]};

endmodule

`default_nettype wire
