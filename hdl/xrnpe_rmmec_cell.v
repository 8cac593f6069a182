// Copyright The XR-NPE developers. Licensed under the Apache License, Version 2.0.
// SPDX-License-Identifier: Apache-2.0
//
// One cell of the mantissa multiplier: the partial products of a 2-bit and a 2-bit digit.
//
// Generated from configuration "default": edit the template, not this file. Regenerate:
//   xrnpe generate --unit coproc --preset default --out DIR

`default_nettype none

module xrnpe_rmmec_cell (
  input  wire [1:0] a_i,       // a digit of A; 0 when the mode does not multiply here
  input  wire [1:0] b_i,       // a digit of B
  output wire [3:0] partial_o  // {a1 b1, a0 b1, a1 b0, a0 b0}, weights 4, 2, 2, 1
);

  // The four bits stay apart: adding the two of weight 2 here would cost more than in the columns
  // of the grid, where full adders take them as they are.
  assign partial_o = {a_i & {2{b_i[1]}}, a_i & {2{b_i[0]}}};

endmodule

`default_nettype wire
