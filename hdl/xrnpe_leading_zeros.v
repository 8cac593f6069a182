// Copyright The XR-NPE developers. Licensed under the Apache License, Version 2.0.
// SPDX-License-Identifier: Apache-2.0
//
// Counts the zeros above the highest one of a byte.
//
// Generated from configuration "default": edit the template, not this file. Regenerate:
//   xrnpe generate --unit coproc --preset default --out DIR

`default_nettype none

module xrnpe_leading_zeros (
  input  wire [7:0] bits_i,
  output wire       some_o,  // a one is there; without, the count is 7
  output wire [2:0] count_o  // zeros above the highest one
);

  wire       high   = |bits_i[7:4];
  wire [3:0] nibble = high ? bits_i[7:4] : bits_i[3:0];
  wire       upper  = |nibble[3:2];
  wire       top    = upper ? nibble[3] : nibble[1];

  assign some_o  = |bits_i;
  assign count_o = {~high, ~upper, ~top};

  // Where no higher bit is one, the last one needs no look.
  wire unused_nibble = ^{nibble[2], nibble[0]};

endmodule

`default_nettype wire
