// Copyright The XR-NPE developers. Licensed under the Apache License, Version 2.0.
// SPDX-License-Identifier: Apache-2.0
//
// A full adder, kept whole by synthesis until the flow maps it.

(* blackbox *)
module xrnpe_full_adder (input a_i, input b_i, input c_i, output sum_o, output carry_o);
endmodule

// Takes the place of the unit's own module: the same function, full adder by full adder, so that each can become a cell of the library.
module xrnpe_compress #(
  parameter integer WIDTH = 28
) (
  input  wire [WIDTH-1:0] a_i,
  input  wire [WIDTH-1:0] b_i,
  input  wire [WIDTH-1:0] c_i,
  output wire [WIDTH-1:0] sum_o,
  output wire [WIDTH-1:0] carry_o
);

  wire [WIDTH-1:0] carry;

  genvar i;
  generate
    for (i = 0; i < WIDTH; i = i + 1) begin : gen_bit
      xrnpe_full_adder u_full_adder (.a_i(a_i[i]), .b_i(b_i[i]), .c_i(c_i[i]), .sum_o(sum_o[i]), .carry_o(carry[i]));
    end
  endgenerate

  assign carry_o = {carry[WIDTH-2:0], 1'b0};

endmodule
