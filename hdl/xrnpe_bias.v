// Copyright The XR-NPE developers. Licensed under the Apache License, Version 2.0.
// SPDX-License-Identifier: Apache-2.0
//
// Adds the bias of its channel to an exact sum, at any place in the quire.
//
// Generated from configuration "default": edit the template, not this file. Regenerate:
//   xrnpe generate --unit coproc --preset default --out DIR

`default_nettype none

module xrnpe_bias (
  input  wire         clk_i,       // clock
  input  wire         rst_ni,      // reset, asynchronous assert, active low
  input  wire         valid_i,     // a sum to add to; one a cycle, no back-pressure
  input  wire [127:0] sum_i,       // quire
  input  wire         nar_i,       // quire holds NaR
  input  wire [31:0]  bias_i,      // of the sum's channel, two's complement
  input  wire [6:0]   exponent_i,  // power of two of the bias, which counts the quire's lowest bit
  input  wire [8:0]   scale_i,     // scale of the result, carried along
  output wire         valid_o,     // valid_i, 1 cycle later
  output wire [127:0] sum_o,       // sum_i + bias_i * 2^exponent_i, modulo 2^128
  output wire         nar_o,
  output wire [8:0]   scale_o
);

  // Short distances first, while the bias is narrow.
  wire [62:0]  fine   = { {31{bias_i[31]}}, bias_i} << exponent_i[4:0];
  wire [127:0] addend = { {65{fine[62]}}, fine} << {exponent_i[6:5], 5'd0};

  reg         valid_q;
  reg [127:0] sum_q;
  reg         nar_q;
  reg [8:0]   scale_q;

  // What leaves 128 bits is lost: tables whose sums could are not made.
  always @(posedge clk_i) begin
    sum_q   <= sum_i + addend;
    nar_q   <= nar_i;
    scale_q <= scale_i;
  end

  always @(posedge clk_i or negedge rst_ni) begin
    if (!rst_ni) begin
      valid_q <= 1'b0;
    end else begin
      valid_q <= valid_i;
    end
  end

  assign valid_o = valid_q;
  assign sum_o   = sum_q;
  assign nar_o   = nar_q;
  assign scale_o = scale_q;

endmodule

`default_nettype wire
