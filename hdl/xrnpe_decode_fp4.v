// Copyright The XR-NPE developers. Licensed under the Apache License, Version 2.0.
// SPDX-License-Identifier: Apache-2.0
//
// Takes one FP4 (E2M1) code apart.
//
// Generated from configuration "default": edit the template, not this file. Regenerate:
//   xrnpe generate --unit coproc --preset default --out DIR

`default_nettype none

module xrnpe_decode_fp4 (
  input  wire [3:0] code_i,        // sign, 2-bit exponent field, fraction bit
  output wire       sign_o,        // of -0 too
  output wire [3:0] exponent_o,    // two's complement power of two of the significand's upper bit
  output wire [1:0] significand_o  // 0 for zero
);

  // Field 0 is subnormal: no leading one, and the exponent of field 1.
  wire normal = |code_i[2:1];

  assign sign_o        = code_i[3];
  assign exponent_o    = {2'd0, &code_i[2:1], code_i[2] & ~code_i[1]};
  assign significand_o = {normal, code_i[0]};

endmodule

`default_nettype wire
