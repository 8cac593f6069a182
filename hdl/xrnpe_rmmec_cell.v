// Copyright The XR-NPE developers. Licensed under the Apache License, Version 2.0.
// SPDX-License-Identifier: Apache-2.0
//
// One cell of the mantissa multiplier: a 2-bit by 2-bit product.
//
// Generated from configuration "default": edit the template, not this file. Regenerate:
//   xrnpe generate --unit coproc --preset default --out DIR

`default_nettype none

module xrnpe_rmmec_cell (
  input  wire       enable_i,  // the mode in use multiplies with this cell
  input  wire [1:0] a_i,       // digit of A
  input  wire [1:0] b_i,       // digit of B
  output wire [3:0] product_o  // 0 while not enabled
);

  // Operand isolation: a dark cell sees constant zeros and does not toggle.
  wire [1:0] a = a_i & {2{enable_i}};
  wire [1:0] b = b_i & {2{enable_i}};

  assign product_o = {2'd0, a} * {2'd0, b};

endmodule

`default_nettype wire
