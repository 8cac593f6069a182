// Copyright The XR-NPE developers. Licensed under the Apache License, Version 2.0.
// SPDX-License-Identifier: Apache-2.0
//
// Rounds a normalised value to FP4 (E2M1): nearest, ties to even, saturates at 6.
//
// Generated from configuration "default": edit the template, not this file. Regenerate:
//   xrnpe generate --unit coproc --preset default --out DIR

`default_nettype none

module xrnpe_round_fp4 (
  input  wire        nar_i,       // overrides the rest; FP4 has no code for it
  input  wire        zero_i,      // overrides what follows
  input  wire        sign_i,      // of the value
  input  wire [9:0]  exponent_i,  // two's complement power of two of the leading one
  input  wire [23:0] fraction_i,  // bits below the leading one
  input  wire        sticky_i,    // a bit below those is set
  output wire [3:0]  code_o       // sign, 2-bit exponent field, fraction bit
);

  wire below_one = exponent_i[9];
  wire above     = !below_one && exponent_i > 10'd2;

  // Each binade from 2^0 on holds two codes, quantum half its leading one; below 2^0 the quantum
  // stays 1/2, so the leading one moves down: from exponent -3 on it is below the bit to round at.
  wire [1:0] binade   = below_one ? 2'd0 : exponent_i[1:0];
  wire [1:0] distance = !below_one ? 2'd0 : exponent_i >= -10'd3 ? -exponent_i[1:0] : 2'd3;
  wire [4:0] aligned  = {1'b1, fraction_i[23:22], 2'd0} >> distance;

  // Codes grow by two a binade, and a carry moves on to the next code by itself.
  wire       rest     = |{aligned[1:0], fraction_i[21:0], sticky_i};
  wire       up       = aligned[2] & (aligned[3] | rest);
  wire [3:0] rounded  = {1'b0, binade, 1'b0} + {2'd0, aligned[4:3]} + {3'd0, up};
  wire [2:0] magnitude = above || rounded[3] ? 3'd7 : rounded[2:0];

  assign code_o = nar_i ? 4'h8 : zero_i ? 4'd0 : {sign_i, magnitude};

endmodule

`default_nettype wire
