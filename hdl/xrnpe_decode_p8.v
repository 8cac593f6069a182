// Copyright The XR-NPE developers. Licensed under the Apache License, Version 2.0.
// SPDX-License-Identifier: Apache-2.0
//
// Takes one p8 code apart.
//
// Generated from configuration "default": edit the template, not this file. Regenerate:
//   xrnpe generate --unit coproc --preset default --out DIR

`default_nettype none

module xrnpe_decode_p8 (
  input  wire [7:0] code_i,        // posit, n = 8, es = 0
  output wire       nar_o,         // not a real: overrides the other outputs
  output wire       sign_o,        // of the value
  output wire [3:0] exponent_o,    // two's complement power of two; of zero anything
  output wire [5:0] significand_o  // leading one on top; 0 for zero and NaR
);

  // Magnitude without the sign bit; 0 for zero and NaR, which differ in the sign.
  wire [6:0]   body    = code_i[7] ? -code_i[6:0] : code_i[6:0];
  wire         nonzero = |body;

  // The regime is a run of equal bits. Ones in scan mark bits that differ from the first; two ones
  // at the end stop the count where the regime fills the code.
  wire         start   = body[6];
  wire [7:0]   scan_3  = {body[5:0] ^ {6{start}}, 2'b11};

  // Leading zeros of scan, halving the window at each step: the run's length less one.
  wire         run_2   = scan_3[7:4] == 4'd0;
  wire [3:0]   scan_2  = run_2 ? scan_3[3:0] : scan_3[7:4];
  wire         run_1   = scan_2[3:2] == 2'd0;
  wire [1:0]   scan_1  = run_1 ? scan_2[1:0] : scan_2[3:2];
  wire         run_0   = scan_1 == 2'b01;
  wire [2:0]   run     = {run_2, run_1, run_0};

  // What follows the regime and the bit that ends it: fraction.
  wire [4:0]   rest    = body[4:0] << run;

  // A run of r ones is the regime r - 1, a run of r zeros -r, which is ~(r - 1).
  assign nar_o         = code_i[7] & ~nonzero;
  assign sign_o        = code_i[7];
  assign exponent_o    = {~start, run ^ {3{~start}}};
  assign significand_o = {nonzero, rest[4:0]};

endmodule

`default_nettype wire
