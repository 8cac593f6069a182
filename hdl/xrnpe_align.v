// Copyright The XR-NPE developers. Licensed under the Apache License, Version 2.0.
// SPDX-License-Identifier: Apache-2.0
//
// Places the lane products of one word in the quire's bits and adds them.
//
// Generated for:
//   formats       = fp4 p4 p8 p16      input formats built in
//   exponents     = adders             exponents of narrow lanes: by adders or cells
//   pipeline      = 6                  pipeline depth, 0 to 6
//
// Generated from configuration "default": edit the template, not this file. Regenerate:
//   xrnpe generate --unit coproc --preset default --out DIR

`default_nettype none

module xrnpe_align (
  input  wire        clk_i,            // clock
  input  wire [1:0]  format_i,         // format code
  input  wire [27:0] product_i,        // products as xrnpe_rmmec packs them
  input  wire [3:0]  sign_i,           // signs of the products, where the words have them
  input  wire [19:0] distance_i,       // distances, slots of 5 bits
  input  wire [6:0]  distance_wide_i,  // distance of p16
  output wire [57:0] field_o,          // p16's product, shifted by less than 32
  output wire [1:0]  coarse_o,         // what is left of its distance, in units of 32
  output wire        wide_o,           // p16: the field counts, else the lanes
  output wire [27:0] lanes_o,          // sum of the lanes, quire weight, less increment_o; in p16 0
  output wire        increment_o       // to be added at bit 0
);

  wire mode_small = ~format_i[1];
  wire mode_p8    = format_i == 2'd2;
  wire mode_p16   = format_i == 2'd3;

  // ---------------------------------------------------------------------------------------------
  // Fine: p16 by its distance below 32; the lanes by all of theirs
  // ---------------------------------------------------------------------------------------------

  wire        low_sign = mode_p16 ? sign_i[3] : mode_p8 ? sign_i[1] : sign_i[0];

  // The lower lane has 12 bits in p8, 4 in the 4-bit formats, where lane 1 stands above it.
  wire [25:0] lanes = {product_i[25:12], product_i[11:4] & {8{~mode_small}}, product_i[3:0]};
  wire [57:0] field_d;

  xrnpe_align_fine u_fine (
    .mode_p16_i      (mode_p16),
    .product_i       (lanes),
    .sign_i          (sign_i[3]),
    .low_sign_i      (low_sign),
    .low_distance_i  (distance_i[4:0]),
    .high_distance_i (distance_i[19:15]),
    .wide_distance_i (distance_wide_i[4:0]),
    .field_o         (field_d)
  );

  // Lanes 1 and 2 of the 4-bit formats; 0 in the other modes.
  wire        second_sign = sign_i[1] & mode_small;
  wire        third_sign  = sign_i[2] & mode_small;
  wire [17:0] second_d;

  xrnpe_align_lane u_second (
    .product_i  (product_i[7:4] & {4{mode_small}}),
    .sign_i     (second_sign),
    .distance_i (distance_i[9:5]),
    .placed_o   (second_d)
  );
  wire [17:0] third_d;

  xrnpe_align_lane u_third (
    .product_i  (product_i[11:8] & {4{mode_small}}),
    .sign_i     (third_sign),
    .distance_i (distance_i[14:10]),
    .placed_o   (third_d)
  );


  // Register between fine and coarse.
  reg          sign_s;
  reg  [57:0]  field_s;
  reg  [1:0]   coarse_s;
  reg          wide_s;
  reg          low_sign_s;
  reg  [17:0]  second_s;
  reg  [17:0]  third_s;
  reg          second_sign_s;
  reg          pair_sign_s;

  always @(posedge clk_i) begin
    sign_s <= sign_i[3];
    field_s <= field_d;
    coarse_s <= distance_wide_i[6:5];
    wide_s <= mode_p16;
    low_sign_s <= low_sign;
    second_s <= second_d;
    third_s <= third_d;
    second_sign_s <= second_sign;
    pair_sign_s <= third_sign;
  end

  // ---------------------------------------------------------------------------------------------
  // Sum of the lanes
  // ---------------------------------------------------------------------------------------------

  wire [27:0] lane_sum;

  xrnpe_align_sum u_sum (
    .second_i      (second_s),
    .third_i       (third_s),
    .second_sign_i (second_sign_s),
    .low_i         (field_s[26:0]),
    .high_i        (field_s[54:28]),
    .low_sign_i    (low_sign_s),
    .pair_sign_i   (pair_sign_s),
    .sum_o         (lane_sum)
  );

  assign field_o     = field_s;
  assign coarse_o    = coarse_s;
  assign wide_o      = wide_s;
  assign lanes_o     = lane_sum & {28{~wide_s}};
  assign increment_o = sign_s;

  // Bits that no format built in reaches.
  wire unused = ^{
    product_i[27:26]
  };

endmodule

`default_nettype wire
