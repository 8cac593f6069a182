// Copyright The XR-NPE developers. Licensed under the Apache License, Version 2.0.
// SPDX-License-Identifier: Apache-2.0
//
// Takes a 16-bit SIMD word apart: sign, exponent and significand of each lane, NaR of the word.
//
// Generated for:
//   formats       = fp4 p4 p8 p16      input formats built in
//   exponents     = adders             exponents of narrow lanes: by adders or cells
//
// Generated from configuration "default": edit the template, not this file. Regenerate:
//   xrnpe generate --unit coproc --preset default --out DIR

`default_nettype none

module xrnpe_decode (
  input  wire [1:0]  format_i,      // format code
  input  wire [15:0] word_i,        // SIMD word, lane 0 in the low bits
  input  wire [3:0]  lane_valid_i,  // lane i of the format counts; others are +0, NaR included
  output wire [34:0] operand_o      // {nar, sign[3:0], exponent[15:0], significand[13:0]}
);

  wire mode_small = ~format_i[1];
  wire mode_p8    = format_i == 2'd2;
  wire mode_p16   = format_i == 2'd3;

  // ---------------------------------------------------------------------------------------------
  // p16, and p8 in two halves: magnitude. A posit is negated below its sign bit, where every
  // bit above the lowest one flips.
  // ---------------------------------------------------------------------------------------------

  // some_i: a one at or below bit i of the lane.
  wire        some_0  = word_i[0];
  wire        some_1  = some_0 | word_i[1];
  wire        some_2  = some_1 | word_i[2];
  wire        some_3  = some_2 | word_i[3];
  wire        some_4  = some_3 | word_i[4];
  wire        some_5  = some_4 | word_i[5];
  wire        some_6  = some_5 | word_i[6];
  wire        some_7  = ~mode_p8 & (some_6 | word_i[7]);
  wire        some_8  = some_7 | word_i[8];
  wire        some_9  = some_8 | word_i[9];
  wire        some_10 = some_9 | word_i[10];
  wire        some_11 = some_10 | word_i[11];
  wire        some_12 = some_11 | word_i[12];
  wire        some_13 = some_12 | word_i[13];
  wire        some_14 = some_13 | word_i[14];

  wire        sign_low = mode_p8 ? word_i[7] : word_i[15];
  wire [14:0] body     = word_i[14:0] ^ {
    {some_13, some_12, some_11, some_10, some_9, some_8, some_7} & {7{word_i[15]}},
    {some_6, some_5, some_4, some_3, some_2, some_1, some_0} & {7{sign_low}}, 1'b0
  };

  // ---------------------------------------------------------------------------------------------
  // Regime: a run of equal bits. Ones in change mark where it ends.
  // ---------------------------------------------------------------------------------------------

  wire [13:0] change = body[14:1] ^ body[13:0];

  // In p8, the run of the upper half ends there at the latest.
  wire [7:0]  change_high = {change[13:8], change[7:6] | {2{mode_p8}}};
  wire [7:0]  change_low  = {change[5:0], 2'b11};
  wire        ends_high;
  wire        ends_low;
  wire [2:0]  run_high;  // length of the run, less one
  wire [2:0]  run_low;

  xrnpe_leading_zeros u_run_high (
    .bits_i  (change_high),
    .some_o  (ends_high),
    .count_o (run_high)
  );

  xrnpe_leading_zeros u_run_low (
    .bits_i  (change_low),
    .some_o  (ends_low),
    .count_o (run_low)
  );

  // The lower run always ends: two ones stand below the last bit.
  wire unused_ends = ends_low;

  // ---------------------------------------------------------------------------------------------
  // What follows the regime and the bit that ends it moves to the top of its lane.
  // p8 has fields [12:8] and [4:0], each with its own distance, and nothing crosses between them.
  // ---------------------------------------------------------------------------------------------

  wire [2:0]  shift_high = mode_p8 || ends_high ? run_high : run_low;
  wire [2:0]  shift_low  = !mode_p8 && ends_high ? run_high : run_low;
  wire        shift_8    = mode_p16 & ~ends_high;
  wire [12:0] rest_8     = shift_8 ? {body[4:0], 8'd0} : body[12:0];
  wire [12:0] rest_4     = {
    shift_high[2] ? {rest_8[8], rest_8[7:4] & {4{mode_p16}}} : rest_8[12:8],
    shift_low[2] ? {rest_8[3:0], 4'd0} : rest_8[7:0]
  };
  wire [12:0] rest_2     = {
    shift_high[1] ? {rest_4[10:8], rest_4[7:6] & {2{mode_p16}}} : rest_4[12:8],
    shift_low[1] ? {rest_4[5:0], 2'd0} : rest_4[7:0]
  };
  wire [12:0] rest       = {
    shift_high[0] ? {rest_2[11:8], rest_2[7:7] & {1{mode_p16}}} : rest_2[12:8],
    shift_low[0] ? {rest_2[6:0], 1'd0} : rest_2[7:0]
  };

  // ---------------------------------------------------------------------------------------------
  // Distances: 31 - exponent in p16, 7 - exponent in p8. A run of r ones is the regime
  // r - 1, one of r zeros -r; as distances these are the complement of r - 1, and r - 1.
  // ---------------------------------------------------------------------------------------------

  wire [5:0]  p16_exponent      = {~body[14], {~ends_high, shift_high} ^ {4{body[14]}}, ~rest[12]};
  wire [3:0]  p8_exponent_high  = {~body[14], run_high ^ {3{body[14]}}};
  wire [3:0]  p8_exponent_low   = {~body[6], run_low ^ {3{body[6]}}};
  wire [12:0] p16_significand   = {some_14, rest[11:0]};
  wire [11:0] p8_significand    = {some_14, rest[12:8], some_6, rest[4:0]};

  // ---------------------------------------------------------------------------------------------
  // fp4, p4: four lanes
  // ---------------------------------------------------------------------------------------------

  wire [3:0]  small_nar;
  wire [3:0]  small_valid = lane_valid_i & {4{mode_small}};
  wire [15:0] small_exponent;
  wire [7:0]  small_significand;
  wire        is_p4 = format_i[0];

  genvar lane;
  generate
    for (lane = 0; lane < 4; lane = lane + 1) begin : gen_lane
      xrnpe_decode_small u_decode (
        .is_p4_i       (is_p4),
        .code_i        (word_i[4*lane +: 4]),
        .nar_o         (small_nar[lane]),
        .exponent_o    (small_exponent[4*lane +: 4]),
        .significand_o (small_significand[2*lane +: 2])
      );
    end
  endgenerate

  // ---------------------------------------------------------------------------------------------
  // The operand. Exponents: slot i for lane i of the 4-bit formats, slots 0 and 3 for p8's lanes,
  // slots 1 and 2 for p16. Its two bits above are 0: with adders for exponents, the multiplier adds
  // the lower one of them, exponent[10].
  // ---------------------------------------------------------------------------------------------

  wire [15:0] exponent;
  assign exponent[15:12] = mode_small ? small_exponent[15:12] : p8_exponent_high;
  assign exponent[11:8]  =
    mode_small ? small_exponent[11:8] : {2'd0, p16_exponent[5:4] & {2{mode_p16}}};
  assign exponent[7:4]   = mode_small ? small_exponent[7:4] : p16_exponent[3:0] & {4{mode_p16}};
  assign exponent[3:0]   = mode_small ? small_exponent[3:0] : p8_exponent_low;

  // Significands of lanes that do not count are 0, and so is all that is made of them.
  wire [13:0] significand =
    ({1'b0, p16_significand} & {14{mode_p16 & lane_valid_i[0]}}) |
    ({2'd0, p8_significand} & {
      2'd0, {6{mode_p8 & lane_valid_i[1]}}, {6{mode_p8 & lane_valid_i[0]}}
    }) |
    ({6'd0, small_significand} & {
      6'd0, {2{small_valid[3]}}, {2{small_valid[2]}}, {2{small_valid[1]}}, {2{small_valid[0]}}
    });

  // Signs stand where the word has them: lane i's of the 4-bit formats, 1 and 3 for p8, 3 for p16.
  // Those of lanes that do not count are 0 as well: X there must not spread in simulation.
  wire [3:0]  sign_valid;
  assign sign_valid[0] = lane_valid_i[0];
  assign sign_valid[1] = mode_small ? lane_valid_i[1] : lane_valid_i[0];
  assign sign_valid[2] = mode_small ? lane_valid_i[2] : mode_p8 ? lane_valid_i[1] : lane_valid_i[0];
  assign sign_valid[3] = mode_small ? lane_valid_i[3] : mode_p8 ? lane_valid_i[1] : lane_valid_i[0];
  wire [3:0]  sign = {word_i[15], word_i[11], word_i[7], word_i[3]} & sign_valid;
  wire        nar = mode_small ?
    is_p4 & (|(small_nar & small_valid)) :
    (sign[3] & ~some_14) | (mode_p8 & sign[1] & ~some_6);


  assign operand_o = {nar, sign, exponent, significand};

endmodule

`default_nettype wire
