// Copyright The XR-NPE developers. Licensed under the Apache License, Version 2.0.
// SPDX-License-Identifier: Apache-2.0
//
// Rounds a normalised value to p4: nearest on the pattern, ties to even, never to 0 or NaR.
//
// Generated from configuration "default": edit the template, not this file. Regenerate:
//   xrnpe generate --unit coproc --preset default --out DIR

`default_nettype none

module xrnpe_round_p4 (
  input  wire        nar_i,       // overrides the rest
  input  wire        zero_i,      // overrides what follows
  input  wire        sign_i,      // of the value
  input  wire [9:0]  exponent_i,  // two's complement power of two of the leading one
  input  wire [23:0] fraction_i,  // bits below the leading one
  input  wire        sticky_i,    // a bit below those is set
  output wire [3:0]  code_o       // posit, n = 4, es = 1
);

  wire below_one = exponent_i[9];
  wire above     = !below_one && exponent_i >= 10'd4;  // at least maxpos
  wire below     = below_one && exponent_i < -10'd4;  // below minpos

  // The endless pattern regime, exponent, fraction starts 10 (regime 0) or 01 (regime -1). Each
  // step away from there repeats its first bit once more: an arithmetic shift.
  wire         repeats = exponent_i[1:1] ^ {1{below_one}};
  wire signed [4:0]   unshifted = {
    ~below_one, below_one, exponent_i[0:0], fraction_i[23:23], 1'd0
  };
  wire [4:0]   pattern = unshifted >>> repeats;

  // Cut after 3 bits; nearest, ties to even.
  wire [2:0]   kept      = pattern[4:2];
  wire         guard     = pattern[1];
  wire         rest      = |{pattern[0:0], fraction_i[22:0], sticky_i};
  wire         up        = guard & (kept[0] | rest);
  wire [2:0]   rounded   = kept + {2'd0, up};
  wire [2:0]   magnitude = above ? {3{1'b1}} : below ? 3'd1 : rounded;

  assign code_o =
    nar_i  ? 4'h8 :
    zero_i ? 4'd0 :
    sign_i ? -{1'b0, magnitude} : {1'b0, magnitude};

endmodule

`default_nettype wire
