// Copyright The XR-NPE developers. Licensed under the Apache License, Version 2.0.
// SPDX-License-Identifier: Apache-2.0
//
// Rounds a normalised value to p16: nearest on the pattern, ties to even, never to 0 or NaR.
//
// Generated from configuration "default": edit the template, not this file. Regenerate:
//   xrnpe generate --unit coproc --preset default --out DIR

`default_nettype none

module xrnpe_round_p16 (
  input  wire        nar_i,       // overrides the rest
  input  wire        zero_i,      // overrides what follows
  input  wire        sign_i,      // of the value
  input  wire [9:0]  exponent_i,  // two's complement power of two of the leading one
  input  wire [23:0] fraction_i,  // bits below the leading one
  input  wire        sticky_i,    // a bit below those is set
  output wire [15:0] code_o       // posit, n = 16, es = 1
);

  wire below_one = exponent_i[9];
  wire above     = !below_one && exponent_i >= 10'd28;  // at least maxpos
  wire below     = below_one && exponent_i < -10'd28;  // below minpos

  // The endless pattern regime, exponent, fraction starts 10 (regime 0) or 01 (regime -1). Each
  // step away from there repeats its first bit once more: an arithmetic shift.
  wire [3:0]   repeats = exponent_i[4:1] ^ {4{below_one}};
  wire signed [28:0]  unshifted = {
    ~below_one, below_one, exponent_i[0:0], fraction_i[23:11], 13'd0
  };
  wire [28:0]  pattern = unshifted >>> repeats;

  // Cut after 15 bits; nearest, ties to even.
  wire [14:0]  kept      = pattern[28:14];
  wire         guard     = pattern[13];
  wire         rest      = |{pattern[12:0], fraction_i[10:0], sticky_i};
  wire         up        = guard & (kept[0] | rest);
  wire [14:0]  rounded   = kept + {14'd0, up};
  wire [14:0]  magnitude = above ? {15{1'b1}} : below ? 15'd1 : rounded;

  assign code_o =
    nar_i  ? 16'h8000 :
    zero_i ? 16'd0 :
    sign_i ? -{1'b0, magnitude} : {1'b0, magnitude};

endmodule

`default_nettype wire
