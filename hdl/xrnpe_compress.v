// Copyright The XR-NPE developers. Licensed under the Apache License, Version 2.0.
// SPDX-License-Identifier: Apache-2.0
//
// Makes two numbers of three, with the same sum and no carry that runs.
//
// Generated from configuration "default": edit the template, not this file. Regenerate:
//   xrnpe generate --unit coproc --preset default --out DIR

`default_nettype none

module xrnpe_compress #(
  parameter integer WIDTH = 28  // bits
) (
  input  wire [WIDTH-1:0] a_i,
  input  wire [WIDTH-1:0] b_i,
  input  wire [WIDTH-1:0] c_i,
  output wire [WIDTH-1:0] sum_o,   // a + b + c = sum_o + carry_o, modulo 2^WIDTH
  output wire [WIDTH-1:0] carry_o
);

  wire [WIDTH-1:0] carry;

  genvar bit_number;
  generate
    for (bit_number = 0; bit_number < WIDTH; bit_number = bit_number + 1) begin : gen_bit
      xrnpe_full_adder u_full_adder (
        .a_i     (a_i[bit_number]),
        .b_i     (b_i[bit_number]),
        .c_i     (c_i[bit_number]),
        .sum_o   (sum_o[bit_number]),
        .carry_o (carry[bit_number])
      );
    end
  endgenerate

  assign carry_o = {carry[WIDTH-2:0], 1'b0};

  // The carry out of the highest bit leaves the word.
  wire unused_carry = carry[WIDTH-1];

endmodule

`default_nettype wire
