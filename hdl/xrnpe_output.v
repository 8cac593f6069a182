// Copyright The XR-NPE developers. Licensed under the Apache License, Version 2.0.
// SPDX-License-Identifier: Apache-2.0
//
// Quire to result: scale, normalise, one rounding.
//
// Generated for:
//   formats       = fp4 p4 p8 p16      input formats built in
//   pipeline      = 6                  pipeline depth, 0 to 6
//
// Generated from configuration "default": edit the template, not this file. Regenerate:
//   xrnpe generate --unit coproc --preset default --out DIR

`default_nettype none

module xrnpe_output (
  input  wire         clk_i,            // clock
  input  wire         rst_ni,           // reset, asynchronous assert, active low
  input  wire         valid_i,          // a quire to finish; one a cycle, no back-pressure
  input  wire [127:0] sum_i,            // quire
  input  wire         sticky_i,         // a bit below it is set; only where |sum_i| >= 2^119
  input  wire         nar_i,            // quire holds NaR
  input  wire [1:0]   input_format_i,   // format code of A and B
  input  wire [2:0]   output_format_i,  // format code of the result; constant while in flight
  input  wire [9:0]   scale_i,          // two's complement power of two, -271 to 254
  output wire         valid_o,          // valid_i, 5 cycles later
  output wire [31:0]  code_o,           // result; bits above the format's width are 0
  output wire         nar_to_fp4_o      // NaR met FP4, which has no code for it: code_o is 8
);

  // ---------------------------------------------------------------------------------------------
  // Scale
  // ---------------------------------------------------------------------------------------------

  wire [127:0] sum;
  wire [9:0]   base;

  xrnpe_scale u_scale (
    .clk_i          (clk_i),
    .sum_i          (sum_i),
    .input_format_i (input_format_i),
    .to_f32_i       (output_format_i[2]),
    .scale_i        (scale_i),
    .sum_o          (sum),
    .base_o         (base)
  );

  reg sum_nar_q;
  reg sum_sticky_q;

  always @(posedge clk_i) begin
    sum_nar_q    <= nar_i;
    sum_sticky_q <= sticky_i;
  end

  wire summed_nar    = sum_nar_q;
  wire summed_sticky = sum_sticky_q;

  // ---------------------------------------------------------------------------------------------
  // Normalise
  // ---------------------------------------------------------------------------------------------

  wire        zero;
  wire        sign;
  wire [9:0]  exponent;
  wire [23:0] fraction;
  wire        sticky;

  xrnpe_normalize u_normalize (
    .clk_i      (clk_i),
    .sum_i      (sum),
    .sticky_i   (summed_sticky),
    .base_i     (base),
    .zero_o     (zero),
    .sign_o     (sign),
    .exponent_o (exponent),
    .fraction_o (fraction),
    .sticky_o   (sticky)
  );

  reg coarse_nar_q;

  always @(posedge clk_i) begin
    coarse_nar_q <= summed_nar;
  end

  wire normal_nar = coarse_nar_q;

  // ---------------------------------------------------------------------------------------------
  // Round, pack
  // ---------------------------------------------------------------------------------------------

  xrnpe_round_pack u_round_pack (
    .clk_i           (clk_i),
    .nar_i           (normal_nar),
    .zero_i          (zero),
    .sign_i          (sign),
    .exponent_i      (exponent),
    .fraction_i      (fraction),
    .sticky_i        (sticky),
    .output_format_i (output_format_i),
    .code_o          (code_o),
    .nar_to_fp4_o    (nar_to_fp4_o)
  );

  reg [4:0]   valid_q;

  always @(posedge clk_i or negedge rst_ni) begin
    if (!rst_ni) begin
      valid_q <= 5'd0;
    end else begin
      valid_q <= {valid_q[3:0], valid_i};
    end
  end

  assign valid_o = valid_q[4];

endmodule

`default_nettype wire
