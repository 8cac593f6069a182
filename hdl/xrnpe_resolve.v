// Copyright The XR-NPE developers. Licensed under the Apache License, Version 2.0.
// SPDX-License-Identifier: Apache-2.0
//
// Lets the carries that wait between a quire's segments run.
//
// Generated from configuration "default": edit the template, not this file. Regenerate:
//   xrnpe generate --unit coproc --preset default --out DIR

`default_nettype none

module xrnpe_resolve (
  input  wire [127:0] sum_i,    // quire
  input  wire [14:0]  carry_i,  // its carries that wait, carry i for bit 8(i + 1)
  output wire [127:0] sum_o     // both in one number
);

  // ---------------------------------------------------------------------------------------------
  // Carries. One enters a segment at its lowest bit, and runs on where all bits above are ones.
  // ---------------------------------------------------------------------------------------------

  // Generate and propagate of segments 1 to 14: a carry leaves if the waiting one
  // alone, or with one from below, runs through.
  wire [15:0] runs;
  wire [15:0] generates;
  wire [15:0] propagates;
  wire [15:0] waiting = {carry_i, 1'b0};
  wire [15:0] below;  // a carry out of the next lower segment

  genvar i, k;
  generate
    for (i = 0; i < 16; i = i + 1) begin : gen_segment
      assign runs[i]       = &sum_i[8*i + 1 +: 7];
      assign generates[i]  = runs[i] & sum_i[8*i] & waiting[i];
      assign propagates[i] = runs[i] & (sum_i[8*i] | waiting[i]);

      // At bit 0 both carries count; above there is one at most.
      wire bit_0_carry = (sum_i[8*i] & (waiting[i] | below[i])) | (waiting[i] & below[i]);
      assign sum_o[8*i] = sum_i[8*i] ^ waiting[i] ^ below[i];

      // A bit above flips where all between are ones.
      wire [7:1] ones;
      assign ones[1] = 1'b1;
      for (k = 2; k < 8; k = k + 1) begin : gen_ones
        assign ones[k] = &sum_i[8*i + 1 +: k - 1];
      end
      assign sum_o[8*i + 1 +: 7] = sum_i[8*i + 1 +: 7] ^ (ones & {7{bit_0_carry}});
    end
  endgenerate

  // Carries between segments, looked ahead: spans of 1, 2, 4 and 8 segments.
  wire [15:0] generates_2  = generates | (propagates & {generates[14:0], 1'd0});
  wire [15:0] propagates_2 = propagates & {propagates[14:0], 1'd0};
  wire [15:0] generates_4  = generates_2 | (propagates_2 & {generates_2[13:0], 2'd0});
  wire [15:0] propagates_4 = propagates_2 & {propagates_2[13:0], 2'd0};
  wire [15:0] generates_8  = generates_4 | (propagates_4 & {generates_4[11:0], 4'd0});
  wire [15:0] propagates_8 = propagates_4 & {propagates_4[11:0], 4'd0};
  wire [15:0] generates_16  = generates_8 | (propagates_8 & {generates_8[7:0], 8'd0});
  assign below = {generates_16[14:0], 1'b0};

  // What leaves the highest segment is the carry of the two's complement.
  wire unused_carry = generates_16[15];

endmodule

`default_nettype wire
