// Copyright The XR-NPE developers. Licensed under the Apache License, Version 2.0.
// SPDX-License-Identifier: Apache-2.0
//
// Finds a magnitude's leading one: exponent, the fraction below it, and whether anything is left
// below that.
//
// Generated from configuration "default": edit the template, not this file. Regenerate:
//   xrnpe generate --unit coproc --preset default --out DIR

`default_nettype none

module xrnpe_normalize (
  input  wire [135:0] magnitude_i,     // exact magnitude
  input  wire [9:0]   lsb_exponent_i,  // two's complement power of two of its LSB
  output wire         zero_o,          // the magnitude is 0; the rest means nothing
  output wire [9:0]   exponent_o,      // two's complement power of two of the leading one
  output wire [23:0]  fraction_o,      // bits below the leading one
  output wire         sticky_o         // a bit below those is set
);

  // Shift left until the leading one is on top: by halves, the widest first.
  wire         zeros_7 = magnitude_i[135:8] == 128'd0;
  wire [135:0] level_7  = zeros_7 ? {magnitude_i[7:0], 128'd0} : magnitude_i;
  wire         zeros_6 = level_7[135:72] == 64'd0;
  wire [135:0] level_6  = zeros_6 ? {level_7[71:0], 64'd0} : level_7;
  wire         zeros_5 = level_6[135:104] == 32'd0;
  wire [135:0] level_5  = zeros_5 ? {level_6[103:0], 32'd0} : level_6;
  wire         zeros_4 = level_5[135:120] == 16'd0;
  wire [135:0] level_4  = zeros_4 ? {level_5[119:0], 16'd0} : level_5;
  wire         zeros_3 = level_4[135:128] == 8'd0;
  wire [135:0] level_3  = zeros_3 ? {level_4[127:0], 8'd0} : level_4;
  wire         zeros_2 = level_3[135:132] == 4'd0;
  wire [135:0] level_2  = zeros_2 ? {level_3[131:0], 4'd0} : level_3;
  wire         zeros_1 = level_2[135:134] == 2'd0;
  wire [135:0] level_1  = zeros_1 ? {level_2[133:0], 2'd0} : level_2;
  wire         zeros_0 = level_1[135:135] == 1'd0;
  wire [135:0] level_0  = zeros_0 ? {level_1[134:0], 1'd0} : level_1;

  wire [7:0]   zeros   = {
    zeros_7, zeros_6, zeros_5, zeros_4, zeros_3, zeros_2, zeros_1, zeros_0
  };

  assign zero_o     = ~level_0[135];
  assign exponent_o = lsb_exponent_i + 10'd135 - {2'd0, zeros};
  assign fraction_o = level_0[134:111];
  assign sticky_o   = |level_0[110:0];

endmodule

`default_nettype wire
