// Copyright The XR-NPE developers. Licensed under the Apache License, Version 2.0.
// SPDX-License-Identifier: Apache-2.0
//
// Places lane products in the quire's bits and adds the lanes of all slices.
//
// Generated for:
//   formats       = fp4 p4 p8 p16      input formats built in
//   slices        = 1                  16-bit words a PE takes per cycle, 1, 2 or 4
//
// Generated from configuration "default": edit the template, not this file. Regenerate:
//   xrnpe generate --unit coproc --preset default --out DIR

`default_nettype none

module xrnpe_align (
  input  wire [1:0]   format_i,         // format code
  input  wire [27:0]  product_i,        // products as xrnpe_rmmec packs them, slice 0 low
  input  wire [3:0]   sign_i,           // sign of each lane's product
  input  wire [19:0]  exponent_i,       // exponent sums of slots 0, 1, 2, 3
  input  wire [6:0]   exponent_wide_i,  // exponent sum of p16
  output wire [127:0] addend_o          // exact sum of all lane products, quire weight
);

  // ---------------------------------------------------------------------------------------------
  // fp4, p4: 4 lanes a slice, a window of 18 bits
  // ---------------------------------------------------------------------------------------------

  wire [4:0]   small_0_0_signed =
    sign_i[0] ? -{1'b0, product_i[3:0]} : {1'b0, product_i[3:0]};
  wire [4:0]   small_0_0_shift =
    exponent_i[4:0] + (format_i == 2'd1 ? 5'd8 : 5'd0);
  wire [17:0]  small_0_0_placed =
    {{13{small_0_0_signed[4]}}, small_0_0_signed} << small_0_0_shift;

  wire [4:0]   small_0_1_signed =
    sign_i[1] ? -{1'b0, product_i[7:4]} : {1'b0, product_i[7:4]};
  wire [4:0]   small_0_1_shift =
    exponent_i[9:5] + (format_i == 2'd1 ? 5'd8 : 5'd0);
  wire [17:0]  small_0_1_placed =
    {{13{small_0_1_signed[4]}}, small_0_1_signed} << small_0_1_shift;

  wire [4:0]   small_0_2_signed =
    sign_i[2] ? -{1'b0, product_i[11:8]} : {1'b0, product_i[11:8]};
  wire [4:0]   small_0_2_shift =
    exponent_i[14:10] + (format_i == 2'd1 ? 5'd8 : 5'd0);
  wire [17:0]  small_0_2_placed =
    {{13{small_0_2_signed[4]}}, small_0_2_signed} << small_0_2_shift;

  wire [4:0]   small_0_3_signed =
    sign_i[3] ? -{1'b0, product_i[15:12]} : {1'b0, product_i[15:12]};
  wire [4:0]   small_0_3_shift =
    exponent_i[19:15] + (format_i == 2'd1 ? 5'd8 : 5'd0);
  wire [17:0]  small_0_3_placed =
    {{13{small_0_3_signed[4]}}, small_0_3_signed} << small_0_3_shift;

  wire [19:0]  small_sum =
    {{2{small_0_0_placed[17]}}, small_0_0_placed} +
    {{2{small_0_1_placed[17]}}, small_0_1_placed} +
    {{2{small_0_2_placed[17]}}, small_0_2_placed} +
    {{2{small_0_3_placed[17]}}, small_0_3_placed};
  wire [127:0] small_addend = {{108{small_sum[19]}}, small_sum};

  // ---------------------------------------------------------------------------------------------
  // p8: 2 lanes a slice, a window of 27 bits
  // ---------------------------------------------------------------------------------------------

  wire [12:0]  p8_0_0_signed =
    sign_i[0] ? -{1'b0, product_i[11:0]} : {1'b0, product_i[11:0]};
  wire [4:0]   p8_0_0_distance = 5'd12 - exponent_i[4:0];
  wire signed [26:0]  p8_0_0_top = {p8_0_0_signed, 14'd0};
  wire [26:0]  p8_0_0_placed = p8_0_0_top >>> p8_0_0_distance;

  wire [12:0]  p8_0_1_signed =
    sign_i[1] ? -{1'b0, product_i[23:12]} : {1'b0, product_i[23:12]};
  wire [4:0]   p8_0_1_distance = 5'd12 - exponent_i[14:10];
  wire signed [26:0]  p8_0_1_top = {p8_0_1_signed, 14'd0};
  wire [26:0]  p8_0_1_placed = p8_0_1_top >>> p8_0_1_distance;

  wire [27:0]  p8_sum =
    {{1{p8_0_0_placed[26]}}, p8_0_0_placed} +
    {{1{p8_0_1_placed[26]}}, p8_0_1_placed};
  wire [127:0] p8_addend = {{100{p8_sum[27]}}, p8_sum};

  // ---------------------------------------------------------------------------------------------
  // p16: 1 lane a slice, a window of 115 bits
  // ---------------------------------------------------------------------------------------------

  wire [26:0]  p16_0_0_signed =
    sign_i[0] ? -{1'b0, product_i[25:0]} : {1'b0, product_i[25:0]};
  wire [6:0]   p16_0_0_distance = 7'd56 - exponent_wide_i[6:0];
  wire signed [114:0] p16_0_0_top = {p16_0_0_signed, 88'd0};
  wire [114:0] p16_0_0_placed = p16_0_0_top >>> p16_0_0_distance;

  wire [114:0] p16_sum =
    p16_0_0_placed;
  wire [127:0] p16_addend = {{13{p16_sum[114]}}, p16_sum};

  // ---------------------------------------------------------------------------------------------
  // The format in use
  // ---------------------------------------------------------------------------------------------

  assign addend_o =
    format_i == 2'd0 || format_i == 2'd1 ? small_addend :
    format_i == 2'd2 ? p8_addend :
    p16_addend;

  // Bits of the product that no format built in reaches.
  wire unused_product = ^{
    product_i[27:26]
  };

endmodule

`default_nettype wire
