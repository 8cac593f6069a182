// Copyright The XR-NPE developers. Licensed under the Apache License, Version 2.0.
// SPDX-License-Identifier: Apache-2.0
//
// Adds the lanes of the narrow formats, exactly.
//
// Generated for:
//   formats       = fp4 p4 p8 p16      input formats built in
//   pipeline      = 6                  pipeline depth, 0 to 6
//
// Generated from configuration "default": edit the template, not this file. Regenerate:
//   xrnpe generate --unit coproc --preset default --out DIR

`default_nettype none

module xrnpe_align_sum (
  input  wire [17:0] second_i,       // lanes 1 and 2 of the 4-bit formats, else 0
  input  wire [17:0] third_i,
  input  wire        second_sign_i,  // of lane 1; that of lane 2 is pair_sign_i
  input  wire [26:0] low_i,          // lane 0
  input  wire [26:0] high_i,         // lane 3, 1 of p8
  input  wire        low_sign_i,     // signs that complete the complements; the highest lane's is
  input  wire        pair_sign_i,    // added by the quire; what lane 2 lacks in the pair
  output wire [27:0] sum_o           // exact sum of the lanes, without the sign of the highest
);

  // Four numbers in two steps of carry-save, and one adder. The carries' lowest bits are free for
  // signs.
  wire [27:0] partial;
  wire [27:0] partial_carry;
  wire [27:0] total;
  wire [27:0] total_carry;

  xrnpe_compress #(.WIDTH(28)) u_partial (
    .a_i     ({low_i[26], low_i}),
    .b_i     ({ {10{second_i[17]}}, second_i}),
    .c_i     ({ {10{third_i[17]}}, third_i}),
    .sum_o   (partial),
    .carry_o (partial_carry)
  );

  xrnpe_compress #(.WIDTH(28)) u_total (
    .a_i     ({high_i[26], high_i}),
    .b_i     (partial),
    .c_i     ({partial_carry[27:1], second_sign_i}),
    .sum_o   (total),
    .carry_o (total_carry)
  );

  assign sum_o = total + {total_carry[27:1], pair_sign_i} + {27'd0, low_sign_i};

  wire unused_carry = partial_carry[0] ^ total_carry[0];

endmodule

`default_nettype wire
