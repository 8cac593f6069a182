// Copyright The XR-NPE developers. Licensed under the Apache License, Version 2.0.
// SPDX-License-Identifier: Apache-2.0
//
// Adders as ripple chains of full adders: the smallest.

(* techmap_celltype = "$alu" *)
module _alu (A, B, CI, BI, X, Y, CO);
  parameter A_SIGNED = 0; parameter B_SIGNED = 0;
  parameter A_WIDTH = 1; parameter B_WIDTH = 1; parameter Y_WIDTH = 1;
  input [A_WIDTH-1:0] A; input [B_WIDTH-1:0] B; input CI, BI;
  output [Y_WIDTH-1:0] X, Y, CO;
  wire [Y_WIDTH-1:0] AA, BX;
  generate if (A_WIDTH == 0) assign AA = 0; else
  \$pos #(.A_SIGNED(A_SIGNED), .A_WIDTH(A_WIDTH), .Y_WIDTH(Y_WIDTH)) pa (.A(A), .Y(AA));
  endgenerate
  generate if (B_WIDTH == 0) assign BX = 0; else
  \$pos #(.A_SIGNED(B_SIGNED), .A_WIDTH(B_WIDTH), .Y_WIDTH(Y_WIDTH)) pb (.A(B), .Y(BX));
  endgenerate
  wire [Y_WIDTH-1:0] BB = BX ^ {Y_WIDTH{BI}};
  assign X = AA ^ BB;
  wire [Y_WIDTH:0] c; assign c[0] = CI;
  genvar i;
  generate for (i = 0; i < Y_WIDTH; i = i + 1) begin : g
    xrnpe_full_adder u (.a_i(AA[i]), .b_i(BB[i]), .c_i(c[i]), .sum_o(Y[i]), .carry_o(c[i+1]));
  end endgenerate
  assign CO = c[Y_WIDTH:1];
endmodule
