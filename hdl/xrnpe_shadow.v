// Copyright The XR-NPE developers. Licensed under the Apache License, Version 2.0.
// SPDX-License-Identifier: Apache-2.0
//
// Holds one finished quire while the next tile computes, and moves it up to the output.
//
// Generated for:
//   quire         = carry-save         how the quire keeps its carries: binary or carry-save
//
// Generated from configuration "default": edit the template, not this file. Regenerate:
//   xrnpe generate --unit coproc --preset default --out DIR

`default_nettype none

module xrnpe_shadow (
  input  wire         clk_i,          // clock
  input  wire         capture_i,      // take the finished quire; wins over shift_i
  input  wire [127:0] sum_i,          // the quire of this place
  input  wire [14:0]  carry_i,        // its carries that wait
  input  wire         nar_i,          // one of its terms was NaR
  input  wire         shift_i,        // take what the row below holds
  input  wire [127:0] below_sum_i,    // the row below
  input  wire [14:0]  below_carry_i,
  input  wire         below_nar_i,
  output wire [127:0] sum_o,          // what this place holds
  output wire [14:0]  carry_o,
  output wire         nar_o
);

  // No reset: nothing is read before it was captured.
  reg [127:0] sum_q;
  reg [14:0]  carry_q;
  reg         nar_q;

  always @(posedge clk_i) begin
    if (capture_i || shift_i) begin
      sum_q   <= capture_i ? sum_i : below_sum_i;
      carry_q <= capture_i ? carry_i : below_carry_i;
      nar_q   <= capture_i ? nar_i : below_nar_i;
    end
  end

  assign sum_o   = sum_q;
  assign carry_o = carry_q;
  assign nar_o   = nar_q;

endmodule

`default_nettype wire
