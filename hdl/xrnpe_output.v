// Copyright The XR-NPE developers. Licensed under the Apache License, Version 2.0.
// SPDX-License-Identifier: Apache-2.0
//
// Quire to result: activation, scale, one rounding; a pipeline of 4 cycles.
//
// Generated for:
//   formats       = fp4 p4 p8 p16      input formats built in
//
// Generated from configuration "default": edit the template, not this file. Regenerate:
//   xrnpe generate --unit coproc --preset default --out DIR

`default_nettype none

module xrnpe_output (
  input  wire         clk_i,            // clock
  input  wire         rst_ni,           // reset, asynchronous assert, active low
  input  wire         valid_i,          // a quire to finish; one a cycle, no back-pressure
  input  wire [127:0] sum_i,            // quire
  input  wire         nar_i,            // quire holds NaR
  input  wire [1:0]   input_format_i,   // format code of A and B; constant while in flight
  input  wire [2:0]   output_format_i,  // format code of the result; constant while in flight
  input  wire [1:0]   activation_i,     // 0 none, 1 ReLU, 2 leaky ReLU; constant while in flight
  input  wire [7:0]   slope_m_i,        // leaky slope m / 2^s; constant while in flight
  input  wire [3:0]   slope_s_i,
  input  wire [7:0]   scale_i,          // two's complement power of two; constant while in flight
  output wire         valid_o,          // valid_i, 4 cycles later
  output wire [31:0]  code_o,           // result; bits above the format's width are 0
  output wire         nar_to_fp4_o      // NaR met FP4, which has no code for it: code_o is 8
);

  wire         scaled_valid;
  wire         scaled_nar;
  wire         scaled_sign;
  wire [135:0] scaled_magnitude;
  wire [9:0]   scaled_lsb_exponent;

  xrnpe_scale u_scale (
    .clk_i          (clk_i),
    .rst_ni         (rst_ni),
    .valid_i        (valid_i),
    .sum_i          (sum_i),
    .nar_i          (nar_i),
    .input_format_i (input_format_i),
    .activation_i   (activation_i),
    .slope_m_i      (slope_m_i),
    .slope_s_i      (slope_s_i),
    .scale_i        (scale_i),
    .valid_o        (scaled_valid),
    .nar_o          (scaled_nar),
    .sign_o         (scaled_sign),
    .magnitude_o    (scaled_magnitude),
    .lsb_exponent_o (scaled_lsb_exponent)
  );

  xrnpe_round_pack u_round_pack (
    .clk_i           (clk_i),
    .rst_ni          (rst_ni),
    .valid_i         (scaled_valid),
    .nar_i           (scaled_nar),
    .sign_i          (scaled_sign),
    .magnitude_i     (scaled_magnitude),
    .lsb_exponent_i  (scaled_lsb_exponent),
    .output_format_i (output_format_i),
    .valid_o         (valid_o),
    .code_o          (code_o),
    .nar_to_fp4_o    (nar_to_fp4_o)
  );

endmodule

`default_nettype wire
