// Copyright The XR-NPE developers. Licensed under the Apache License, Version 2.0.
// SPDX-License-Identifier: Apache-2.0
//
// Rounds a normalised value to float32: nearest, ties to even, subnormals kept.
//
// Generated from configuration "default": edit the template, not this file. Regenerate:
//   xrnpe generate --unit coproc --preset default --out DIR

`default_nettype none

module xrnpe_round_f32 (
  input  wire        nar_i,       // overrides the rest
  input  wire        zero_i,      // overrides what follows
  input  wire        sign_i,      // of the value
  input  wire [9:0]  exponent_i,  // two's complement power of two of the leading one
  input  wire [23:0] fraction_i,  // bits below the leading one
  input  wire        sticky_i,    // a bit below those is set
  output wire [31:0] code_o       // IEEE 754 binary32
);

  wire below_one = exponent_i[9];
  wire above     = !below_one && exponent_i > 10'd127;

  // A subnormal moves down to the smallest exponent; 25 steps leave nothing to round up from.
  wire         subnormal = below_one && exponent_i < -10'd126;
  wire [9:0]   deficit   = -10'd126 - exponent_i;
  wire [4:0]   distance  = !subnormal ? 5'd0 : deficit > 10'd25 ? 5'd25 : deficit[4:0];
  wire [49:0]  aligned   = {1'b1, fraction_i, 25'd0} >> distance;

  // 24 bits, then the bit to round at, then the rest.
  wire [23:0]  kept      = aligned[49:26];
  wire         guard     = aligned[25];
  wire         rest      = |{aligned[24:0], sticky_i};
  wire         up        = guard & (kept[0] | rest);

  // The hidden bit adds one to the exponent field; a subnormal has none. A carry out of the largest
  // exponent is infinity by itself.
  wire [7:0]   field     = subnormal ? 8'd0 : exponent_i[7:0] + 8'd126;
  wire [30:0]  finite    = {field, 23'd0} + {7'd0, kept} + {30'd0, up};
  wire [30:0]  magnitude = above ? {8'hff, 23'd0} : finite;

  assign code_o = nar_i ? 32'h7fc00000 : zero_i ? 32'd0 : {sign_i, magnitude};

endmodule

`default_nettype wire
