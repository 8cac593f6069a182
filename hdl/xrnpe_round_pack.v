// Copyright The XR-NPE developers. Licensed under the Apache License, Version 2.0.
// SPDX-License-Identifier: Apache-2.0
//
// The one rounding: exact value to output code; 2 cycles.
//
// Generated for:
//   formats       = fp4 p4 p8 p16      input formats built in
//
// Generated from configuration "default": edit the template, not this file. Regenerate:
//   xrnpe generate --unit coproc --preset default --out DIR

`default_nettype none

module xrnpe_round_pack (
  input  wire         clk_i,            // clock
  input  wire         rst_ni,           // reset, asynchronous assert, active low
  input  wire         valid_i,          // a value to round
  input  wire         nar_i,            // overrides the value
  input  wire         sign_i,           // of the value
  input  wire [135:0] magnitude_i,      // exact magnitude
  input  wire [9:0]   lsb_exponent_i,   // two's complement power of two of its LSB
  input  wire [2:0]   output_format_i,  // format code; constant while in flight
  output wire         valid_o,          // valid_i, 2 cycles later
  output wire [31:0]  code_o,           // result; bits above the format's width are 0
  output wire         nar_to_fp4_o      // NaR met FP4, which has no code for it
);

  // ---------------------------------------------------------------------------------------------
  // Normalise: common to all formats
  // ---------------------------------------------------------------------------------------------

  wire         zero;
  wire [9:0]   exponent;
  wire [23:0]  fraction;
  wire         sticky;

  xrnpe_normalize u_normalize (
    .magnitude_i    (magnitude_i),
    .lsb_exponent_i (lsb_exponent_i),
    .zero_o         (zero),
    .exponent_o     (exponent),
    .fraction_o     (fraction),
    .sticky_o       (sticky)
  );

  reg         normal_valid_q;
  reg         nar_q;
  reg         zero_q;
  reg         sign_q;
  reg [9:0]   exponent_q;
  reg [23:0]  fraction_q;
  reg         sticky_q;

  always @(posedge clk_i) begin
    if (valid_i) begin
      nar_q      <= nar_i;
      zero_q     <= zero;
      sign_q     <= sign_i;
      exponent_q <= exponent;
      fraction_q <= fraction;
      sticky_q   <= sticky;
    end
  end

  // ---------------------------------------------------------------------------------------------
  // One rounder per output format
  // ---------------------------------------------------------------------------------------------

  wire [3:0]   fp4_code;

  xrnpe_round_fp4 u_round_fp4 (
    .nar_i      (nar_q),
    .zero_i     (zero_q),
    .sign_i     (sign_q),
    .exponent_i (exponent_q),
    .fraction_i (fraction_q),
    .sticky_i   (sticky_q),
    .code_o     (fp4_code)
  );

  wire [3:0]   p4_code;

  xrnpe_round_p4 u_round_p4 (
    .nar_i      (nar_q),
    .zero_i     (zero_q),
    .sign_i     (sign_q),
    .exponent_i (exponent_q),
    .fraction_i (fraction_q),
    .sticky_i   (sticky_q),
    .code_o     (p4_code)
  );

  wire [7:0]   p8_code;

  xrnpe_round_p8 u_round_p8 (
    .nar_i      (nar_q),
    .zero_i     (zero_q),
    .sign_i     (sign_q),
    .exponent_i (exponent_q),
    .fraction_i (fraction_q),
    .sticky_i   (sticky_q),
    .code_o     (p8_code)
  );

  wire [15:0]  p16_code;

  xrnpe_round_p16 u_round_p16 (
    .nar_i      (nar_q),
    .zero_i     (zero_q),
    .sign_i     (sign_q),
    .exponent_i (exponent_q),
    .fraction_i (fraction_q),
    .sticky_i   (sticky_q),
    .code_o     (p16_code)
  );

  wire [31:0]  f32_code;

  xrnpe_round_f32 u_round_f32 (
    .nar_i      (nar_q),
    .zero_i     (zero_q),
    .sign_i     (sign_q),
    .exponent_i (exponent_q),
    .fraction_i (fraction_q),
    .sticky_i   (sticky_q),
    .code_o     (f32_code)
  );

  wire [31:0] code =
    output_format_i == 3'd0 ? {28'd0, fp4_code} :
    output_format_i == 3'd1 ? {28'd0, p4_code} :
    output_format_i == 3'd2 ? {24'd0, p8_code} :
    output_format_i == 3'd3 ? {16'd0, p16_code} :
    f32_code;

  reg        valid_q;
  reg [31:0] code_q;
  reg        nar_to_fp4_q;

  always @(posedge clk_i) begin
    if (normal_valid_q) begin
      code_q       <= code;
      nar_to_fp4_q <= nar_q && output_format_i == 3'd0;
    end
  end

  always @(posedge clk_i or negedge rst_ni) begin
    if (!rst_ni) begin
      normal_valid_q <= 1'b0;
      valid_q        <= 1'b0;
    end else begin
      normal_valid_q <= valid_i;
      valid_q        <= normal_valid_q;
    end
  end

  assign valid_o      = valid_q;
  assign code_o       = code_q;
  assign nar_to_fp4_o = nar_to_fp4_q;

endmodule

`default_nettype wire
