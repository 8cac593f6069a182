// Copyright The XR-NPE developers. Licensed under the Apache License, Version 2.0.
// SPDX-License-Identifier: Apache-2.0
//
// Compressor trees of yosys out of full adders.

(* techmap_celltype = "$fa" *)
module _fa (A, B, C, X, Y);
  parameter WIDTH = 1;
  input [WIDTH-1:0] A, B, C; output [WIDTH-1:0] X, Y;
  genvar i;
  generate for (i = 0; i < WIDTH; i = i + 1) begin : g
    xrnpe_full_adder u (.a_i(A[i]), .b_i(B[i]), .c_i(C[i]), .sum_o(Y[i]), .carry_o(X[i]));
  end endgenerate
endmodule
