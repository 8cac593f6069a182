// Copyright The XR-NPE developers. Licensed under the Apache License, Version 2.0.
// SPDX-License-Identifier: Apache-2.0
//
// Feeds a MAC's netlist with words and dumps the nets of its modules. SLICES, CYCLES, WARMUP are defined on the command line.

`default_nettype none
`timescale 1ns / 1ps

module activity_tb;

  // {output format, input format, 1'b0, last, first, valid, lanes, b, a}, formats 4 bits each
  reg [36*`SLICES+11:0] stimulus [0:`CYCLES-1];

  reg         clk_i = 1'b0;
  reg         rst_ni = 1'b0;
  reg [2:0]   output_format_i;
  reg [1:0]   input_format_i;
  reg         valid_i;
  reg         first_i;
  reg         last_i;
  reg [4*`SLICES-1:0]  lane_valid_i;
  reg [16*`SLICES-1:0] a_i;
  reg [16*`SLICES-1:0] b_i;
  wire        valid_o;
  wire [31:0] code_o;
  wire        nar_to_fp4_o;

  always #5 clk_i = ~clk_i;

  xrnpe_mac dut (
    .clk_i           (clk_i),
    .rst_ni          (rst_ni),
    .output_format_i (output_format_i),
    .scale_i         (8'd0),
    .input_format_i  (input_format_i),
    .valid_i         (valid_i),
    .first_i         (first_i),
    .last_i          (last_i),
    .lane_valid_i    (lane_valid_i),
    .a_i             (a_i),
    .b_i             (b_i),
    .valid_o         (valid_o),
    .code_o          (code_o),
    .nar_to_fp4_o    (nar_to_fp4_o)
  );

  integer cycle = -3;
  reg     unused_output_format;
  reg [1:0] unused_input_format;
  reg     unused_flag;

  initial begin
    $readmemh("stimulus.hex", stimulus);
    $dumpfile("activity.vcd");
`include "scopes.vh"
    $dumpoff;
  end

  always @(negedge clk_i) begin
    if (cycle < 0) {output_format_i, input_format_i, valid_i, first_i, last_i, lane_valid_i, b_i, a_i} = 0;
    if (cycle == 0) rst_ni = 1'b1;
    if (cycle >= 0)
      {unused_output_format, output_format_i, unused_input_format, input_format_i, unused_flag, last_i, first_i, valid_i,
       lane_valid_i, b_i, a_i} = stimulus[cycle];
    if (cycle == `WARMUP) $dumpon;
    if (cycle == `CYCLES - 1) $finish;
    cycle = cycle + 1;
  end

endmodule

`default_nettype wire
