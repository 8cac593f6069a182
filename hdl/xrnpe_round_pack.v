// Copyright The XR-NPE developers. Licensed under the Apache License, Version 2.0.
// SPDX-License-Identifier: Apache-2.0
//
// Rounds a normalised value to an output code.
//
// Generated for:
//   formats       = fp4 p4 p8 p16      input formats built in
//   pipeline      = 6                  pipeline depth, 0 to 6
//
// Generated from configuration "default": edit the template, not this file. Regenerate:
//   xrnpe generate --unit coproc --preset default --out DIR

`default_nettype none

module xrnpe_round_pack (
  input  wire        clk_i,            // clock
  input  wire        nar_i,            // overrides the value
  input  wire        zero_i,           // the value is 0
  input  wire        sign_i,           // of the value
  input  wire [9:0]  exponent_i,       // as xrnpe_normalize gives it
  input  wire [23:0] fraction_i,
  input  wire        sticky_i,
  input  wire [2:0]  output_format_i,  // format code
  output wire [31:0] code_o,           // result; bits above the format's width are 0
  output wire        nar_to_fp4_o      // NaR met FP4, which has no code for it
);

  // Register: the normalised value.
  reg          nar;
  reg          zero;
  reg          sign;
  reg  [9:0]   exponent;
  reg  [23:0]  fraction;
  reg          sticky;
  reg  [2:0]   output_format;

  always @(posedge clk_i) begin
    nar <= nar_i;
    zero <= zero_i;
    sign <= sign_i;
    exponent <= exponent_i;
    fraction <= fraction_i;
    sticky <= sticky_i;
    output_format <= output_format_i;
  end

  wire [31:0] code_d;

  xrnpe_round u_round (
    .clk_i           (clk_i),
    .output_format_i (output_format),
    .nar_i           (nar),
    .zero_i          (zero),
    .sign_i          (sign),
    .exponent_i      (exponent),
    .fraction_i      (fraction),
    .sticky_i        (sticky),
    .code_o          (code_d)
  );

  wire        nar_to_fp4_d = nar && output_format == 3'd0;

  reg         shifted_nar_to_fp4_q;

  always @(posedge clk_i) begin
    shifted_nar_to_fp4_q <= nar_to_fp4_d;
  end

  reg [31:0] code_q;
  reg        nar_to_fp4_q;

  always @(posedge clk_i) begin
    code_q       <= code_d;
    nar_to_fp4_q <= shifted_nar_to_fp4_q;
  end

  assign code_o       = code_q;
  assign nar_to_fp4_o = nar_to_fp4_q;

endmodule

`default_nettype wire
