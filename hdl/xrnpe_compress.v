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

  // A full adder for every bit. A module of its own, so that synthesis can put a library's full
  // adders in its place.
  wire [WIDTH-1:0] carry = (a_i & b_i) | (c_i & (a_i | b_i));

  assign sum_o   = a_i ^ b_i ^ c_i;
  assign carry_o = {carry[WIDTH-2:0], 1'b0};

  // The carry out of the highest bit leaves the word.
  wire unused_carry = carry[WIDTH-1];

endmodule

`default_nettype wire
