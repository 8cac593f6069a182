// Copyright The XR-NPE developers. Licensed under the Apache License, Version 2.0.
// SPDX-License-Identifier: Apache-2.0
//
// Finishes one quire a cycle: carries, bias, activation, scale, rounding.
//
// Generated for:
//   formats       = fp4 p4 p8 p16      input formats built in
//   pipeline      = 6                  pipeline depth, 0 to 6
//   quire         = carry-save         how the quire keeps its carries: binary or carry-save
//
// Generated from configuration "default": edit the template, not this file. Regenerate:
//   xrnpe generate --unit coproc --preset default --out DIR
`default_nettype none

module xrnpe_out_unit (
  input  wire         clk_i,            // clock
  input  wire         rst_ni,           // asynchronous reset, active low
  input  wire         valid_i,          // a quire to finish; one a cycle, no back-pressure
  input  wire [127:0] sum_i,            // quire
  input  wire [14:0]  carry_i,          // its carries that wait
  input  wire         nar_i,            // quire holds NaR
  input  wire [31:0]  bias_i,           // its channel's bias
  input  wire [6:0]   exponent_i,       // the bias's power of two, in units of the product LSB
  input  wire [7:0]   channel_scale_i,  // its channel's scale, two's complement

  // Settings of the job, constant while anything is in flight
  input  wire [1:0]   input_format_i,   // format of A and B
  input  wire [2:0]   output_format_i,  // format of C
  input  wire [1:0]   activation_i,     // 0 none, 1 ReLU, 2 leaky ReLU
  input  wire [7:0]   slope_m_i,        // numerator of the leaky slope
  input  wire [3:0]   slope_s_i,        // its shift
  input  wire [7:0]   scale_i,          // power of two, two's complement
  output wire         valid_o,          // valid_i, 9 cycles later
  output wire [31:0]  code_o,           // result; bits above the format's width are 0
  output wire         nar_to_fp4_o      // NaR met FP4, which has no code for it
);

  // ----------------------------------------------------------------------------------------------
  // Resolve the carries
  // ----------------------------------------------------------------------------------------------
  wire [127:0] sum;

  xrnpe_resolve u_resolve (
    .sum_i   (sum_i),
    .carry_i (carry_i),
    .sum_o   (sum)
  );

  reg         valid_q;
  reg [127:0] sum_q;
  reg         nar_q;
  reg [31:0]  bias_q;
  reg [6:0]   exponent_q;
  reg [8:0]   scale_q;

  always @(posedge clk_i or negedge rst_ni) begin
    if (!rst_ni) begin
      valid_q <= 1'b0;
    end else begin
      valid_q <= valid_i;
    end
  end

  always @(posedge clk_i) begin
    sum_q      <= sum;
    nar_q      <= nar_i;
    bias_q     <= bias_i;
    exponent_q <= exponent_i;
    scale_q    <= {scale_i[7], scale_i} + {channel_scale_i[7], channel_scale_i};
  end

  // ----------------------------------------------------------------------------------------------
  // Bias, activation
  // ----------------------------------------------------------------------------------------------
  wire         biased_valid;
  wire [127:0] biased_sum;
  wire         biased_nar;
  wire [8:0]   biased_scale;

  xrnpe_bias u_bias (
    .clk_i      (clk_i),
    .rst_ni     (rst_ni),
    .valid_i    (valid_q),
    .sum_i      (sum_q),
    .nar_i      (nar_q),
    .bias_i     (bias_q),
    .exponent_i (exponent_q),
    .scale_i    (scale_q),
    .valid_o    (biased_valid),
    .sum_o      (biased_sum),
    .nar_o      (biased_nar),
    .scale_o    (biased_scale)
  );

  wire         active_valid;
  wire [127:0] active_sum;
  wire         active_sticky;
  wire         active_nar;
  wire [9:0]   active_scale;

  xrnpe_activate u_activate (
    .clk_i        (clk_i),
    .rst_ni       (rst_ni),
    .valid_i      (biased_valid),
    .sum_i        (biased_sum),
    .nar_i        (biased_nar),
    .activation_i (activation_i),
    .slope_m_i    (slope_m_i),
    .slope_s_i    (slope_s_i),
    .scale_i      (biased_scale),
    .valid_o      (active_valid),
    .sum_o        (active_sum),
    .sticky_o     (active_sticky),
    .nar_o        (active_nar),
    .scale_o      (active_scale)
  );

  // ----------------------------------------------------------------------------------------------
  // Scale, round, pack
  // ----------------------------------------------------------------------------------------------
  xrnpe_output u_output (
    .clk_i           (clk_i),
    .rst_ni          (rst_ni),
    .valid_i         (active_valid),
    .sum_i           (active_sum),
    .sticky_i        (active_sticky),
    .nar_i           (active_nar),
    .input_format_i  (input_format_i),
    .output_format_i (output_format_i),
    .scale_i         (active_scale),
    .valid_o         (valid_o),
    .code_o          (code_o),
    .nar_to_fp4_o    (nar_to_fp4_o)
  );

endmodule

`default_nettype wire
