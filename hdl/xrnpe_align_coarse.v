// Copyright The XR-NPE developers. Licensed under the Apache License, Version 2.0.
// SPDX-License-Identifier: Apache-2.0
//
// Places what is shifted finely in the quire's bits.
//
// Generated for:
//   formats       = fp4 p4 p8 p16      input formats built in
//   pipeline      = 6                  pipeline depth, 0 to 6
//
// Generated from configuration "default": edit the template, not this file. Regenerate:
//   xrnpe generate --unit coproc --preset default --out DIR

`default_nettype none

module xrnpe_align_coarse (
  input  wire         mode_p16_i,  // take the field, else 0
  input  wire [57:0]  field_i,     // p16's product in one's complement, its distance below 32 done
  input  wire         sign_i,      // its sign
  input  wire [1:0]   distance_i,  // what is left of its distance, in units of 32
  output wire [127:0] addend_o     // at its place in the quire, filled up with the sign
);

  wire        fill  = sign_i & mode_p16_i;
  wire [57:0] field = field_i;
  wire        at_0  = mode_p16_i & (distance_i == 2'd0);
  wire        at_32 = mode_p16_i & (distance_i == 2'd1);
  wire        at_64 = mode_p16_i & (distance_i == 2'd2);
  wire        at_96 = mode_p16_i & (distance_i == 2'd3);

  // The field's lower 32 and upper 26 bits; at 96, what stands below the quire is zero in value.
  wire [31:0] lower = field[31:0];
  wire [31:0] upper = { {6{fill}}, field[57:32]};
  wire [31:0] none  = {32{fill}};

  assign addend_o = {
    none[1:0],
    at_0  ? upper : none,
    at_0  ? lower : at_32 ? upper : none,
    at_32 ? lower : at_64 ? upper : none,
    at_64 ? lower[31:2] : at_96 ? upper[31:2] : none[29:0]
  };

endmodule

`default_nettype wire
