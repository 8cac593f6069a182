// Copyright The XR-NPE developers. Licensed under the Apache License, Version 2.0.
// SPDX-License-Identifier: Apache-2.0
//
// Activation and power-of-two scale of a quire, exactly: sign, magnitude and exponent of its LSB;
// 2 cycles.
//
// Generated for:
//   formats       = fp4 p4 p8 p16      input formats built in
//
// Generated from configuration "default": edit the template, not this file. Regenerate:
//   xrnpe generate --unit coproc --preset default --out DIR

`default_nettype none

module xrnpe_scale (
  input  wire         clk_i,           // clock
  input  wire         rst_ni,          // reset, asynchronous assert, active low
  input  wire         valid_i,         // a quire to finish
  input  wire [127:0] sum_i,           // quire
  input  wire         nar_i,           // quire holds NaR
  input  wire [1:0]   input_format_i,  // fixes the quire's LSB; constant while in flight
  input  wire [1:0]   activation_i,    // 0 none, 1 ReLU, 2 leaky ReLU; constant while in flight
  input  wire [7:0]   slope_m_i,       // leaky slope m / 2^s; constant while in flight
  input  wire [3:0]   slope_s_i,
  input  wire [7:0]   scale_i,         // two's complement power of two; constant while in flight
  output wire         valid_o,         // valid_i, 2 cycles later
  output wire         nar_o,           // overrides the rest
  output wire         sign_o,          // of the value; of zero anything
  output wire [135:0] magnitude_o,     // exact magnitude
  output wire [9:0]   lsb_exponent_o   // two's complement power of two of the magnitude's LSB
);

  // ---------------------------------------------------------------------------------------------
  // Magnitude; ReLU leaves none of a negative sum
  // ---------------------------------------------------------------------------------------------

  reg         sum_valid_q;
  reg         sum_nar_q;
  reg         sum_sign_q;
  reg [127:0] sum_magnitude_q;

  wire [127:0] negated = activation_i == 2'd1 ? 128'd0 : -sum_i;

  always @(posedge clk_i) begin
    if (valid_i) begin
      sum_nar_q       <= nar_i;
      sum_sign_q      <= sum_i[127];
      sum_magnitude_q <= sum_i[127] ? negated : sum_i;
    end
  end

  // ---------------------------------------------------------------------------------------------
  // Slope of a negative sum, and the exponent of the LSB
  // ---------------------------------------------------------------------------------------------

  wire [9:0]   product_lsb =
    input_format_i == 2'd0 ? -10'd2 :
    input_format_i == 2'd1 ? -10'd8 :
    input_format_i == 2'd2 ? -10'd12 :
    -10'd56;

  wire         leaky    = sum_sign_q && activation_i == 2'd2;
  wire [7:0]   factor   = leaky ? slope_m_i : 8'd1;
  wire [3:0]   divide   = leaky ? slope_s_i : 4'd0;
  wire [9:0]   exponent =
    product_lsb + {{2{scale_i[7]}}, scale_i} - {6'd0, divide};

  reg         valid_q;
  reg         nar_q;
  reg         sign_q;
  reg [135:0] magnitude_q;
  reg [9:0]   exponent_q;

  always @(posedge clk_i) begin
    if (sum_valid_q) begin
      nar_q       <= sum_nar_q;
      sign_q      <= sum_sign_q;
      magnitude_q <= {8'd0, sum_magnitude_q} * {128'd0, factor};
      exponent_q  <= exponent;
    end
  end

  always @(posedge clk_i or negedge rst_ni) begin
    if (!rst_ni) begin
      sum_valid_q <= 1'b0;
      valid_q     <= 1'b0;
    end else begin
      sum_valid_q <= valid_i;
      valid_q     <= sum_valid_q;
    end
  end

  assign valid_o        = valid_q;
  assign nar_o          = nar_q;
  assign sign_o         = sign_q;
  assign magnitude_o    = magnitude_q;
  assign lsb_exponent_o = exponent_q;

endmodule

`default_nettype wire
