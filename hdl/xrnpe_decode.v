// Copyright The XR-NPE developers. Licensed under the Apache License, Version 2.0.
// SPDX-License-Identifier: Apache-2.0
//
// Takes a 16-bit SIMD word apart: sign, exponent and significand of each lane, NaR of the word.
//
// Generated for:
//   formats       = fp4 p4 p8 p16      input formats built in
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

  // ---------------------------------------------------------------------------------------------
  // fp4: 4 lanes of 4 bits
  // ---------------------------------------------------------------------------------------------

  wire [3:0]   fp4_sign;
  wire [15:0]  fp4_exponent;
  wire [13:0]  fp4_significand;
  assign fp4_significand[13:8] = 6'd0;

  // A lane that does not count is 0 before it is decoded: its decoder does not toggle.
  wire [3:0]   fp4_lane0 = word_i[3:0] & {4{lane_valid_i[0]}};
  xrnpe_decode_fp4 u_decode_fp4_lane0 (
    .code_i        (fp4_lane0),
    .sign_o        (fp4_sign[0]),
    .exponent_o    (fp4_exponent[3:0]),
    .significand_o (fp4_significand[1:0])
  );

  wire [3:0]   fp4_lane1 = word_i[7:4] & {4{lane_valid_i[1]}};
  xrnpe_decode_fp4 u_decode_fp4_lane1 (
    .code_i        (fp4_lane1),
    .sign_o        (fp4_sign[1]),
    .exponent_o    (fp4_exponent[7:4]),
    .significand_o (fp4_significand[3:2])
  );

  wire [3:0]   fp4_lane2 = word_i[11:8] & {4{lane_valid_i[2]}};
  xrnpe_decode_fp4 u_decode_fp4_lane2 (
    .code_i        (fp4_lane2),
    .sign_o        (fp4_sign[2]),
    .exponent_o    (fp4_exponent[11:8]),
    .significand_o (fp4_significand[5:4])
  );

  wire [3:0]   fp4_lane3 = word_i[15:12] & {4{lane_valid_i[3]}};
  xrnpe_decode_fp4 u_decode_fp4_lane3 (
    .code_i        (fp4_lane3),
    .sign_o        (fp4_sign[3]),
    .exponent_o    (fp4_exponent[15:12]),
    .significand_o (fp4_significand[7:6])
  );

  wire [34:0] fp4_operand = {
    1'b0, fp4_sign, fp4_exponent, fp4_significand
  };

  // ---------------------------------------------------------------------------------------------
  // p4: 4 lanes of 4 bits
  // ---------------------------------------------------------------------------------------------

  wire [3:0]   p4_nar;
  wire [3:0]   p4_sign;
  wire [15:0]  p4_exponent;
  wire [13:0]  p4_significand;
  assign p4_significand[13:8] = 6'd0;

  // A lane that does not count is 0 before it is decoded: its decoder does not toggle.
  wire [3:0]   p4_lane0 = word_i[3:0] & {4{lane_valid_i[0]}};
  xrnpe_decode_p4 u_decode_p4_lane0 (
    .code_i        (p4_lane0),
    .nar_o         (p4_nar[0]),
    .sign_o        (p4_sign[0]),
    .exponent_o    (p4_exponent[3:0]),
    .significand_o (p4_significand[0:0])
  );
  assign p4_significand[1:1] = 1'd0;

  wire [3:0]   p4_lane1 = word_i[7:4] & {4{lane_valid_i[1]}};
  xrnpe_decode_p4 u_decode_p4_lane1 (
    .code_i        (p4_lane1),
    .nar_o         (p4_nar[1]),
    .sign_o        (p4_sign[1]),
    .exponent_o    (p4_exponent[7:4]),
    .significand_o (p4_significand[2:2])
  );
  assign p4_significand[3:3] = 1'd0;

  wire [3:0]   p4_lane2 = word_i[11:8] & {4{lane_valid_i[2]}};
  xrnpe_decode_p4 u_decode_p4_lane2 (
    .code_i        (p4_lane2),
    .nar_o         (p4_nar[2]),
    .sign_o        (p4_sign[2]),
    .exponent_o    (p4_exponent[11:8]),
    .significand_o (p4_significand[4:4])
  );
  assign p4_significand[5:5] = 1'd0;

  wire [3:0]   p4_lane3 = word_i[15:12] & {4{lane_valid_i[3]}};
  xrnpe_decode_p4 u_decode_p4_lane3 (
    .code_i        (p4_lane3),
    .nar_o         (p4_nar[3]),
    .sign_o        (p4_sign[3]),
    .exponent_o    (p4_exponent[15:12]),
    .significand_o (p4_significand[6:6])
  );
  assign p4_significand[7:7] = 1'd0;

  wire [34:0] p4_operand = {
    |p4_nar, p4_sign, p4_exponent, p4_significand
  };

  // ---------------------------------------------------------------------------------------------
  // p8: 2 lanes of 8 bits
  // ---------------------------------------------------------------------------------------------

  wire [1:0]   p8_nar;
  wire [3:0]   p8_sign;
  wire [15:0]  p8_exponent;
  wire [13:0]  p8_significand;
  assign p8_sign[3:2] = 2'd0;
  assign p8_significand[13:12] = 2'd0;

  // A lane that does not count is 0 before it is decoded: its decoder does not toggle.
  wire [7:0]   p8_lane0 = word_i[7:0] & {8{lane_valid_i[0]}};
  xrnpe_decode_p8 u_decode_p8_lane0 (
    .code_i        (p8_lane0),
    .nar_o         (p8_nar[0]),
    .sign_o        (p8_sign[0]),
    .exponent_o    (p8_exponent[3:0]),
    .significand_o (p8_significand[5:0])
  );
  assign p8_exponent[7:4] = 4'd0;

  wire [7:0]   p8_lane1 = word_i[15:8] & {8{lane_valid_i[1]}};
  xrnpe_decode_p8 u_decode_p8_lane1 (
    .code_i        (p8_lane1),
    .nar_o         (p8_nar[1]),
    .sign_o        (p8_sign[1]),
    .exponent_o    (p8_exponent[11:8]),
    .significand_o (p8_significand[11:6])
  );
  assign p8_exponent[15:12] = 4'd0;

  wire [34:0] p8_operand = {
    |p8_nar, p8_sign, p8_exponent, p8_significand
  };

  // ---------------------------------------------------------------------------------------------
  // p16: 1 lane of 16 bits
  // ---------------------------------------------------------------------------------------------

  wire         p16_nar;
  wire [3:0]   p16_sign;
  wire [15:0]  p16_exponent;
  wire [13:0]  p16_significand;
  assign p16_sign[3:1] = 3'd0;

  // A lane that does not count is 0 before it is decoded: its decoder does not toggle.
  wire [15:0]  p16_lane0 = word_i[15:0] & {16{lane_valid_i[0]}};
  xrnpe_decode_p16 u_decode_p16_lane0 (
    .code_i        (p16_lane0),
    .nar_o         (p16_nar),
    .sign_o        (p16_sign[0]),
    .exponent_o    (p16_exponent[5:0]),
    .significand_o (p16_significand[12:0])
  );
  assign p16_exponent[15:6] = 10'd0;
  assign p16_significand[13:13] = 1'd0;

  wire [34:0] p16_operand = {
    p16_nar, p16_sign, p16_exponent, p16_significand
  };

  // ---------------------------------------------------------------------------------------------
  // The format in use
  // ---------------------------------------------------------------------------------------------

  assign operand_o =
    format_i == 2'd0 ? fp4_operand :
    format_i == 2'd1 ? p4_operand :
    format_i == 2'd2 ? p8_operand :
    p16_operand;

endmodule

`default_nettype wire
