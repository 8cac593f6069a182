// Copyright The XR-NPE developers. Licensed under the Apache License, Version 2.0.
// SPDX-License-Identifier: Apache-2.0
//
// Places the product of a 4-bit lane.
//
// Generated for:
//   formats       = fp4 p4 p8 p16      input formats built in
//
// Generated from configuration "default": edit the template, not this file. Regenerate:
//   xrnpe generate --unit coproc --preset default --out DIR

`default_nettype none

module xrnpe_align_lane (
  input  wire [3:0]  product_i,   // product of one 4-bit lane
  input  wire        sign_i,      // its sign
  input  wire [4:0]  distance_i,  // its lowest bit is at 16 - distance; 0 to 16, fp4: 12 to 16
  output wire [17:0] placed_o     // the product in one's complement: add sign_i to get its value
);

  // Fine: by 0 to 3 to the right, in a field of 7 bits whose bit 3 is at distance 0.
  wire [3:0] signed_product = product_i ^ {4{sign_i}};
  wire [4:0] fine_1 = distance_i[0] ? {sign_i, signed_product} : {signed_product, sign_i};
  wire [6:0] fine   = distance_i[1] ? { {2{sign_i}}, fine_1} : {fine_1, {2{sign_i}}};

  // Coarse: the field's lowest bit at 13, 9, 5, 1 or -3. Where the field reaches a higher nibble
  // too, the value is fp4, whose distances end in the last two places.
  wire at_13 = distance_i[4:2] == 3'd0;
  wire at_9  = distance_i[4:2] == 3'd1;
  wire at_5  = distance_i[3:2] == 2'd2;
  wire at_1  = distance_i[3:2] == 2'd3;
  wire below = distance_i[4];

  assign placed_o = {
    sign_i,
    at_13 ? fine[3:0] : {4{sign_i}},
    at_9  ? fine[3:0] : {4{sign_i}},
    at_5  ? fine[3:0] : at_1 ? {sign_i, fine[6:4]} : {4{sign_i}},
    at_1  ? fine[3:0] : below ? {sign_i, fine[6:4]} : {4{sign_i}},
    below ? fine[3] : sign_i
  };

endmodule

`default_nettype wire
