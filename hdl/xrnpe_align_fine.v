// Copyright The XR-NPE developers. Licensed under the Apache License, Version 2.0.
// SPDX-License-Identifier: Apache-2.0
//
// Shifts p16's product by its distance below 32, and the outer lanes of the narrow formats by all
// of theirs.
//
// Generated for:
//   formats       = fp4 p4 p8 p16      input formats built in
//
// Generated from configuration "default": edit the template, not this file. Regenerate:
//   xrnpe generate --unit coproc --preset default --out DIR

`default_nettype none

module xrnpe_align_fine (
  input  wire        mode_p16_i,       // one field of 58 bits, else two lanes
  input  wire [25:0] product_i,        // product; lanes at 0 and 12
  input  wire        sign_i,           // of p16's product, and of the upper lane's
  input  wire        low_sign_i,       // of the lower lane's, and again of p16's
  input  wire [4:0]  low_distance_i,   // of the lower lane
  input  wire [4:0]  high_distance_i,  // of the upper lane
  input  wire [4:0]  wide_distance_i,  // of p16
  output wire [57:0] field_o           // one's complement; lanes in [26:0] and [54:28]
);

  // p16's product starts at the top of the field, a lane's with its lowest bit at 16 of its lane:
  // the upper lane's bits and p16's upper bits are the same.
  wire [57:0] start = {
    product_i[25:12] ^ {14{sign_i}},
    (product_i[11:0] & {12{mode_p16_i}}) ^ {12{sign_i}},
    {4{sign_i}},
    (product_i[11:0] & {12{~mode_p16_i}}) ^ {12{low_sign_i}},
    {16{low_sign_i}}
  };

  wire [4:0] high = mode_p16_i ? wide_distance_i : high_distance_i;
  wire [4:0] low  = mode_p16_i ? wide_distance_i : low_distance_i;

  // To the right, the halves from 28 on and below each by their own distance; only p16 crosses.
  wire [57:0] by_1 = {
    high[0] ? {{1{sign_i}}, start[57:29]} : start[57:28],
    low[0] ? {(mode_p16_i ? start[28:28] : {1{low_sign_i}}), start[27:1]} : start[27:0]
  };
  wire [57:0] by_2 = {
    high[1] ? {{2{sign_i}}, by_1[57:30]} : by_1[57:28],
    low[1] ? {(mode_p16_i ? by_1[29:28] : {2{low_sign_i}}), by_1[27:2]} : by_1[27:0]
  };
  wire [57:0] by_4 = {
    high[2] ? {{4{sign_i}}, by_2[57:32]} : by_2[57:28],
    low[2] ? {(mode_p16_i ? by_2[31:28] : {4{low_sign_i}}), by_2[27:4]} : by_2[27:0]
  };
  wire [57:0] by_8 = {
    high[3] ? {{8{sign_i}}, by_4[57:36]} : by_4[57:28],
    low[3] ? {(mode_p16_i ? by_4[35:28] : {8{low_sign_i}}), by_4[27:8]} : by_4[27:0]
  };
  assign field_o = {
    high[4] ? {{16{sign_i}}, by_8[57:44]} : by_8[57:28],
    low[4] ? {(mode_p16_i ? by_8[43:28] : {16{low_sign_i}}), by_8[27:16]} : by_8[27:0]
  };

endmodule

`default_nettype wire
