// Copyright The XR-NPE developers. Licensed under the Apache License, Version 2.0.
// SPDX-License-Identifier: Apache-2.0
//
// Activation of an exact sum: none, ReLU or leaky ReLU, exactly, in two's complement.
//
// Generated from configuration "default": edit the template, not this file. Regenerate:
//   xrnpe generate --unit coproc --preset default --out DIR

`default_nettype none

module xrnpe_activate (
  input  wire         clk_i,         // clock
  input  wire         rst_ni,        // reset, asynchronous assert, active low
  input  wire         valid_i,       // a sum to activate; one a cycle, no back-pressure
  input  wire [127:0] sum_i,         // quire
  input  wire         nar_i,         // quire holds NaR
  input  wire [1:0]   activation_i,  // 0 none, 1 ReLU, 2 leaky ReLU; constant while in flight
  input  wire [7:0]   slope_m_i,     // leaky slope m / 2^s; constant while in flight
  input  wire [3:0]   slope_s_i,
  input  wire [8:0]   scale_i,       // two's complement power of two, of this sum
  output wire         valid_o,       // valid_i, 2 cycles later
  output wire [127:0] sum_o,         // activated; times 2^scale_o, and more with sticky_o
  output wire         sticky_o,      // a bit below it is set
  output wire         nar_o,
  output wire [9:0]   scale_o        // two's complement, -271 to 254; too small only where, either
                                     // way, no output format has a value so large
);

  // ---------------------------------------------------------------------------------------------
  // ReLU leaves none of a negative sum; a leaky slope is for negative sums only
  // ---------------------------------------------------------------------------------------------

  reg         sum_valid_q;
  reg         sum_nar_q;
  reg         leaky_q;
  reg [127:0] sum_q;
  reg [8:0]   sum_scale_q;

  wire negative = sum_i[127];

  always @(posedge clk_i) begin
    sum_nar_q   <= nar_i;
    leaky_q     <= negative && activation_i == 2'd2;
    sum_q       <= sum_i & {128{~(negative && activation_i == 2'd1)}};
    sum_scale_q <= scale_i;
  end

  // ---------------------------------------------------------------------------------------------
  // Slope
  // ---------------------------------------------------------------------------------------------

  wire [7:0] factor = leaky_q ? slope_m_i : 8'd1;
  wire [9:0] divide = leaky_q ? {6'd0, slope_s_i} : 10'd0;

  reg         valid_q;
  reg         nar_q;
  reg [9:0]   scale_q;
  reg [135:0] product_q;

  always @(posedge clk_i) begin
    nar_q     <= sum_nar_q;
    scale_q   <= {sum_scale_q[8], sum_scale_q} - divide;
    product_q <= { {8{sum_q[127]}}, sum_q} * {128'd0, factor};
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

  // A product that leaves 128 bits gives its lowest 8 to the sticky bit, all at once. Its magnitude
  // is then 2^119 or more, and times 2^128 above what any output format holds: there the scale
  // stays, so that exponents of 10 bits are enough up to the rounder.
  wire       fits = (&product_q[135:127]) | ~(|product_q[135:127]);
  wire       huge = ~scale_q[9] & scale_q[7];

  assign valid_o  = valid_q;
  assign sum_o    = fits ? product_q[127:0] : product_q[135:8];
  assign sticky_o = ~fits & (|product_q[7:0]);
  assign nar_o    = nar_q;
  assign scale_o  = scale_q + {6'd0, ~fits & ~huge, 3'd0};

endmodule

`default_nettype wire
