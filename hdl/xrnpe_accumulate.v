// Copyright The XR-NPE developers. Licensed under the Apache License, Version 2.0.
// SPDX-License-Identifier: Apache-2.0
//
// The quire: an exact accumulator of 128 bits, two's complement. K <= 32767 terms cannot overflow
// it.
//
// Generated from configuration "default": edit the template, not this file. Regenerate:
//   xrnpe generate --unit coproc --preset default --out DIR

`default_nettype none

module xrnpe_accumulate (
  input  wire         clk_i,        // clock
  input  wire         rst_ni,       // reset, asynchronous assert, active low
  input  wire         valid_i,      // the addend counts
  input  wire         first_i,      // the addend replaces the quire
  input  wire [127:0] addend_i,     // exact sum of lane products
  input  wire         nar_i,        // one of the lanes was NaR
  input  wire         shift_i,      // load the quire from the chain; only while valid_i is low
  input  wire [127:0] chain_sum_i,  // quire of the chain's predecessor
  input  wire         chain_nar_i,
  output wire [127:0] sum_o,        // the quire
  output wire         nar_o         // one of its terms was NaR: overrides the sum
);

  reg [127:0] sum_q;
  reg         nar_q;

  wire [127:0] base = sum_q & {128{~first_i}};

  always @(posedge clk_i or negedge rst_ni) begin
    if (!rst_ni) begin
      sum_q <= 128'd0;
      nar_q <= 1'b0;
    end else if (shift_i) begin
      sum_q <= chain_sum_i;
      nar_q <= chain_nar_i;
    end else if (valid_i) begin
      sum_q <= base + addend_i;
      nar_q <= (nar_q & ~first_i) | nar_i;
    end
  end

  assign sum_o = sum_q;
  assign nar_o = nar_q;

endmodule

`default_nettype wire
