// Copyright The XR-NPE developers. Licensed under the Apache License, Version 2.0.
// SPDX-License-Identifier: Apache-2.0
//
// Adds the lanes of the narrow formats, exactly.
//
// Generated for:
//   formats       = fp4 p4 p8 p16      input formats built in
//
// Generated from configuration "default": edit the template, not this file. Regenerate:
//   xrnpe generate --unit coproc --preset default --out DIR

`default_nettype none

module xrnpe_align_sum (
  input  wire        mode_small_i,   // four lanes, else two
  input  wire [17:0] second_i,       // lanes 1 and 2 of the 4-bit formats, else 0; one's complement
  input  wire [17:0] third_i,
  input  wire [27:0] low_i,          // lane 0
  input  wire [27:0] high_i,         // lane 3, 1 of p8
  input  wire        low_sign_i,     // signs that complete the complements; the highest lane's is
  input  wire        second_sign_i,  // added by the quire
  input  wire        third_sign_i,
  output wire [28:0] sum_o           // exact sum of the lanes, without the sign of the highest
);

  wire [18:0] pair   = {second_i[17], second_i} + {third_i[17], third_i} + {18'd0, second_sign_i};
  wire [19:0] triple = {pair[18], pair} + low_i[19:0] + {19'd0, third_sign_i};

  // Above these bits there is only a lane of p8, or the sign of three 4-bit lanes.
  wire [27:0] lower  = {mode_small_i ? {8{triple[19]}} : low_i[27:20], triple};

  assign sum_o = {lower[27], lower} + {high_i[27], high_i} + {28'd0, low_sign_i};

endmodule

`default_nettype wire
