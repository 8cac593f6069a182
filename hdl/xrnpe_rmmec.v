// Copyright The XR-NPE developers. Licensed under the Apache License, Version 2.0.
// SPDX-License-Identifier: Apache-2.0
//
// Multiplies the significands of all lanes in one grid of 2-bit cells, and says where their
// exponents put the products.
//
// Generated for:
//   formats       = fp4 p4 p8 p16      input formats built in
//   exponents     = adders             exponents of narrow lanes: by adders or cells
//   pipeline      = 6                  pipeline depth, 0 to 6
//
// Generated from configuration "default": edit the template, not this file. Regenerate:
//   xrnpe generate --unit coproc --preset default --out DIR

`default_nettype none

module xrnpe_rmmec (
  input  wire        clk_i,            // clock
  input  wire [1:0]  format_i,         // format code
  input  wire [13:0] a_significand_i,  // significands as xrnpe_decode packs them
  input  wire [15:0] a_exponent_i,     // exponents as xrnpe_decode packs them
  input  wire [13:0] b_significand_i,
  input  wire [15:0] b_exponent_i,
  output wire [19:0] distance_o,       // slots of 5 bits: how far the product lies to the right
  output wire [6:0]  distance_wide_o,  // the same of p16
  output wire [27:0] product_o         // lane i at bit 4i in fp4, p4; 12i in p8; 0 in p16
);

  wire [27:0] sum;
  wire [27:0] carry;
  wire [19:0]  distance;
  wire [6:0]   distance_wide;

  xrnpe_rmmec_grid u_grid (
    .format_i        (format_i),
    .a_significand_i (a_significand_i),
    .a_exponent_i    (a_exponent_i),
    .b_significand_i (b_significand_i),
    .b_exponent_i    (b_exponent_i),
    .distance_o      (distance),
    .distance_wide_o (distance_wide),
    .sum_o           (sum),
    .carry_o         (carry)
  );

  // Register between the tree and the adder.
  reg [27:0] sum_q;
  reg [27:0] carry_q;
  reg [19:0]  distance_q;
  reg [6:0]   distance_wide_q;

  always @(posedge clk_i) begin
    sum_q <= sum;
    carry_q <= carry;
    distance_q <= distance;
    distance_wide_q <= distance_wide;
  end

  assign distance_o = distance_q;
  assign distance_wide_o = distance_wide_q;
  assign product_o = sum_q + carry_q;

endmodule

`default_nettype wire
