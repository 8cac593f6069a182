// Copyright The XR-NPE developers. Licensed under the Apache License, Version 2.0.
// SPDX-License-Identifier: Apache-2.0
//
// The quire: an exact accumulator of 128 bits, two's complement. K <= 32767 terms cannot overflow
// it.
//
// Generated for:
//   quire         = carry-save         how the quire keeps its carries: binary or carry-save
//   slices        = 1                  16-bit words a PE takes per cycle, 1, 2 or 4
//
// Generated from configuration "default": edit the template, not this file. Regenerate:
//   xrnpe generate --unit coproc --preset default --out DIR

`default_nettype none

module xrnpe_accumulate (
  input  wire         clk_i,        // clock
  input  wire         first_i,      // the addend replaces the quire
  input  wire [127:0] addend_i,     // what to add; 0 when there is nothing
  input  wire         increment_i,  // to be added at bit 0
  input  wire         nar_i,        // one of the lanes was NaR
  output wire [127:0] sum_o,        // the quire, without the carries that wait
  output wire [14:0]  carry_o,      // carries that wait, carry i for bit 8(i + 1)
  output wire         nar_o         // one of its terms was NaR: overrides the sum
);

  // No reset is needed: the first addend of a dot product replaces whatever is held.
  reg [127:0] sum_q;
  reg         nar_q;

  wire [127:0] base   = sum_q & {128{~first_i}};
  wire [127:0] addend = addend_i;

  // 16 segments of 8 bits, each with an adder of its own. The carry out of one waits a cycle
  // before it enters the next: the quire is the sum and these carries.
  reg  [14:0]  carry_q;
  wire [127:0] sum;
  wire [15:0]  carry_in = {carry_q & {15{~first_i}}, increment_i};
  wire [15:0]  carry_out;

  genvar i;
  generate
    for (i = 0; i < 16; i = i + 1) begin : gen_segment
      assign {carry_out[i], sum[8*i +: 8]} =
        {1'b0, base[8*i +: 8]} + {1'b0, addend[8*i +: 8]} + { 8'd0, carry_in[i]};
    end
  endgenerate

  // A quire cannot overflow: the carry out of the highest segment is that of its two's complement.
  wire unused_carry = carry_out[15];

  always @(posedge clk_i) begin
    sum_q   <= sum;
    carry_q <= carry_out[14:0];
    nar_q   <= (nar_q & ~first_i) | nar_i;
  end

  assign sum_o   = sum_q;
  assign carry_o = carry_q;
  assign nar_o   = nar_q;

endmodule

`default_nettype wire
