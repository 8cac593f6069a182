// Copyright The XR-NPE developers. Licensed under the Apache License, Version 2.0.
// SPDX-License-Identifier: Apache-2.0
//
// The one rounding: to nearest, ties to even, of a normalised value to any of the output formats,
// with one shifter and one adder.
//
// Generated for:
//   formats       = fp4 p4 p8 p16      input formats built in
//   pipeline      = 6                  pipeline depth, 0 to 6
//
// Generated from configuration "default": edit the template, not this file. Regenerate:
//   xrnpe generate --unit coproc --preset default --out DIR

`default_nettype none

module xrnpe_round (
  input  wire        clk_i,            // clock
  input  wire [2:0]  output_format_i,  // format code
  input  wire        nar_i,            // overrides the rest
  input  wire        zero_i,           // overrides what follows
  input  wire        sign_i,           // of the value
  input  wire [9:0]  exponent_i,       // of the highest bit unlike the sign; float32: + 126
  input  wire [23:0] fraction_i,       // two's complement bits below that one
  input  wire        sticky_i,         // a bit below those is set
  output wire [31:0] code_o            // result; bits above the format's width are 0
);

  wire to_f32 = output_format_i[2];
  wire to_fp4 = output_format_i == 3'd0;
  wire to_p8  = output_format_i == 3'd2;
  wire to_p16 = output_format_i == 3'd3;
  wire ieee   = to_f32 | to_fp4;  // sign and magnitude, else two's complement

  // ---------------------------------------------------------------------------------------------
  // How far to shift right. The code's bits stand in the frame from the top on:
  //   posits: regime start, exponent, fraction; each step lengthens the regime by one, and 8 or 12
  //     more put a shorter code at p16's place;
  //   float32, fp4: the leading one and the fraction; subnormals move down.
  // ---------------------------------------------------------------------------------------------

  wire       below     = exponent_i[9];
  wire [8:0] distance  = exponent_i[8:0] ^ {9{below}};  // from exponent 0, or from -1 downwards

  // float32: 1 more than the distance, at most 31, which leaves nothing to round up from.
  wire [5:0] subnormal = {1'b0, distance[4:0]} + 6'd1;
  wire [4:0] by_f32    = {5{below}} & (subnormal[4:0] | {5{subnormal[5] | (|distance[8:5])}});

  // fp4: to the place of p16's lowest bits, and up to 3 more below 2^0.
  wire       fp4_tiny  = |distance[8:1];
  wire [4:0] by_fp4    = below ? {3'b011, fp4_tiny, distance[0] & ~fp4_tiny} : 5'd11;

  // Posits: the regime's length; too long ones saturate.
  wire       regime_0  = ~below ^ sign_i;  // its first bit
  wire       longest   = (|distance[8:5]) | (~to_p16 & (|distance[4:3]));
  wire [3:0] regime    = {
    to_p16 ? distance[4] : to_p8 ? 1'b1 : 1'b1,
    to_p16 ? distance[3] : to_p8 ? distance[2] : 1'b1,
    to_p16 ? distance[2] : to_p8 ? distance[1] : distance[2],
    to_p16 ? distance[1] : to_p8 ? distance[0] : distance[1]
  };
  wire [4:0] by_posit  = {1'b0, regime | {4{longest}}};

  wire [4:0] by = to_f32 ? by_f32 : to_fp4 ? by_fp4 : by_posit;

  // ---------------------------------------------------------------------------------------------
  // The frame: regime or sign, then the leading one or exponent, then the fraction; shift right
  // ---------------------------------------------------------------------------------------------

  wire        fill  = ieee ? sign_i : regime_0;

  // p8 has no exponent bit: its fraction begins one place higher. Ten of its bits are enough there.
  wire [26:0] start = {
    fill,
    ieee ? sign_i : ~regime_0,
    ieee ? ~sign_i : to_p8 ? fraction_i[23] : exponent_i[0] ^ sign_i,
    to_p8 ? fraction_i[22:17] : fraction_i[23:18],
    fraction_i[17:0]
  };
  wire [26:0] by_16 = by[4] ? {{16{fill}}, start[26:16]} : start;
  wire [26:0] by_8  = by[3] ? {{8{fill}}, by_16[26:8]} : by_16;
  wire [26:0] by_4  = by[2] ? {{4{fill}}, by_8[26:4]} : by_8;
  wire [26:0] by_2  = by[1] ? {{2{fill}}, by_4[26:2]} : by_4;
  wire [26:0] frame = by[0] ? {{1{fill}}, by_2[26:1]} : by_2;

  // What leaves the frame, and what stays in it below the bit to round at. A bit that p8 has twice
  // changes nothing.
  wire        lost  =
    (by[4] & (|start[15:0])) | (by[3] & (|by_16[7:0])) | (by[2] & (|by_8[3:0])) |
    (by[1] & (|by_4[1:0])) | (by[0] & by_2[0]);
  wire        rest  = sticky_i | lost | (~to_f32 & (|frame[10:0]));

  // ---------------------------------------------------------------------------------------------
  // Round to nearest, ties to even. A negative value becomes its magnitude on the way: the
  // complement of the bits kept, plus one where the bits dropped are zero; that turns the rule
  // around.
  // ---------------------------------------------------------------------------------------------

  wire        negate_d = ieee & sign_i;
  wire [23:0] kept_d   =
    (to_f32 ? frame[24:1] : {9'd0, frame[26:12]}) ^ { {9{negate_d & to_f32}}, {15{negate_d}}};
  wire        guard_d  = (to_f32 ? frame[0] : frame[11]) ^ negate_d;
  wire        infinite_d = ~below & (exponent_i[8] | (&exponent_i[7:1]));

  // The code but for rounding. float32: the leading one makes the exponent field, 127 more than the
  // exponent; without it, a subnormal, the field is 0. fp4 the same, its bias 1.
  wire [7:0]  field_d    = below ? {7'd0, kept_d[23]} : exponent_i[7:0] + 8'd1;
  wire [1:0]  binade_d   = below ? {1'b0, kept_d[1]} : exponent_i[1:0] + 2'd1;
  wire        fp4_top_d  = ~below & ((|exponent_i[8:2]) | (&exponent_i[1:0]));
  wire [30:0] pattern_d  = {
    field_d & {8{to_f32}}, kept_d[22:3], to_fp4 ? binade_d : kept_d[2:1], kept_d[0]
  };

  // Register between the shifter and the adder.
  reg  [30:0]  pattern;
  reg          guard;
  reg          below_rest;
  reg          negate;
  reg          infinite;
  reg          fp4_top;
  reg          posit;
  reg          sign;
  reg          zero;
  reg          nar;
  reg  [2:0]   output_format;

  always @(posedge clk_i) begin
    pattern <= pattern_d;
    guard <= guard_d;
    below_rest <= rest;
    negate <= negate_d;
    infinite <= infinite_d;
    fp4_top <= fp4_top_d;
    posit <= ~ieee;
    sign <= sign_i;
    zero <= zero_i;
    nar <= nar_i;
    output_format <= output_format_i;
  end

  wire        nearer = negate ?
    guard | (pattern[0] & ~below_rest) : guard & (pattern[0] | below_rest);

  // A posit never rounds up from its largest pattern, nor down to zero.
  wire        last   = posit & (&pattern[14:0]);
  wire        up     = nearer & ~last;

  wire [30:0] sum    = pattern + {30'd0, up};

  // ---------------------------------------------------------------------------------------------
  // Codes
  // ---------------------------------------------------------------------------------------------

  // float32: at 2^128 the exponent field is 254 and a carry more.
  wire [31:0] f32_code = {sign, infinite ? {8'hff, 23'd0} : sum};
  wire        top      = sum[3] | fp4_top;
  wire [3:0]  fp4_code = {sign, sum[2:0] | {3{top}}};
  wire [14:0]  body = {sum[14:1], sum[0] | ~(|sum[14:1])};

  reg  [31:0] code;
  reg  [31:0] nar_code;
  always @(*) begin
    case (output_format)
      3'd0: begin
        code     = {28'd0, fp4_code};
        nar_code = 32'h8;
      end
      3'd1: begin
        code     = {28'd0, sign, body[2:0]};
        nar_code = 32'h8;
      end
      3'd2: begin
        code     = {24'd0, sign, body[6:0]};
        nar_code = 32'h80;
      end
      3'd3: begin
        code     = {16'd0, sign, body};
        nar_code = 32'h8000;
      end
      default: begin  // f32
        code     = f32_code;
        nar_code = 32'h7fc00000;
      end
    endcase
  end

  assign code_o = nar ? nar_code : code & {32{~zero}};

endmodule

`default_nettype wire
