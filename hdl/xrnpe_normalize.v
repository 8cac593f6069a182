// Copyright The XR-NPE developers. Licensed under the Apache License, Version 2.0.
// SPDX-License-Identifier: Apache-2.0
//
// Finds the highest bit of a sum that differs from its sign: exponent, the bits below it, and
// whether anything is left below those.
//
// Generated for:
//   pipeline      = 6                  pipeline depth, 0 to 6
//
// Generated from configuration "default": edit the template, not this file. Regenerate:
//   xrnpe generate --unit coproc --preset default --out DIR

`default_nettype none

module xrnpe_normalize (
  input  wire         clk_i,       // clock
  input  wire [127:0] sum_i,       // two's complement
  input  wire         sticky_i,    // a bit below it is set
  input  wire [9:0]   base_i,      // exponent of its bit 0, less 1
  output wire         zero_o,      // the sum is 0; the rest means nothing
  output wire         sign_o,      // of the sum
  output wire [9:0]   exponent_o,  // exponent of the highest bit that differs from the sign
  output wire [23:0]  fraction_o,  // bits below that one
  output wire         sticky_o     // a bit below those is set
);

  // Two's complement throughout: a sum is (1 + f) 2^e or (-2 + f) 2^e, and -1 finds its place in
  // the bit appended below.
  wire         sign = sum_i[127];
  wire [127:0] body = {sum_i[126:0], 1'b0};

  // ---------------------------------------------------------------------------------------------
  // Coarse: leading groups of 16 bits that are all sign
  // ---------------------------------------------------------------------------------------------

  wire [7:1] ones;
  wire [7:1] zeros;

  genvar i;
  generate
    for (i = 1; i < 8; i = i + 1) begin : gen_group
      assign ones[i]  = &body[16*i +: 16];
      assign zeros[i] = ~|body[16*i +: 16];
    end
  endgenerate

  wire [7:1] skip = sign ? ones : zeros;
  wire       by_64 = &skip[7:4];
  wire       by_32 = by_64 ? &skip[3:2] : &skip[7:6];
  wire       by_16 = by_64 ? (by_32 ? skip[1] : skip[3]) : (by_32 ? skip[5] : skip[7]);

  // No more than 40 bits from the first other group on are looked at; one bit stands for the rest.
  wire [87:0] from_64  = by_64 ? {body[63:0], 24'd0} : body[127:40];
  wire [55:0] from_32  = by_32 ? from_64[55:0] : from_64[87:32];
  wire [39:0] window_d = by_16 ? from_32[39:0] : from_32[55:16];
  wire        sticky_d =
    sticky_i | (~by_64 & (|body[39:0])) | (~by_32 & (|from_64[31:0])) | (~by_16 & (|from_32[15:0]));

  reg        sign_s;
  reg [2:0]  coarse_s;
  reg [39:0] window_s;
  reg        sticky_s;
  reg [9:0]  base_s;

  always @(posedge clk_i) begin
    sign_s   <= sign;
    coarse_s <= {by_64, by_32, by_16};
    window_s <= window_d;
    sticky_s <= sticky_d;
    base_s   <= base_i;
  end

  // ---------------------------------------------------------------------------------------------
  // Fine: leading bits that are sign, by halves
  // ---------------------------------------------------------------------------------------------

  // Counted from the window itself, so that the count does not wait for the shifts.
  wire [15:1] differs = window_s[39:25] ^ {15{sign_s}};
  wire        by_8    = ~(|differs[15:8]);
  wire        by_4    = by_8 ? ~(|differs[7:4]) : ~(|differs[15:12]);
  wire        by_2    = by_8 ?
    (by_4 ? ~(|differs[3:2]) : ~(|differs[7:6])) : (by_4 ? ~(|differs[11:10]) : ~(|differs[15:14]));
  wire [3:0]  upper   = by_8 ?
    {differs[7], differs[5], differs[3], differs[1]} :
    {differs[15], differs[13], differs[11], differs[9]};
  wire        by_1    = by_4 ? (by_2 ? ~upper[0] : ~upper[1]) : (by_2 ? ~upper[2] : ~upper[3]);
  wire [31:0] from_8  = by_8 ? window_s[31:0] : window_s[39:8];
  wire [27:0] from_4  = by_4 ? from_8[27:0] : from_8[31:4];
  wire [25:0] from_2  = by_2 ? from_4[25:0] : from_4[27:2];
  wire [24:0] from_1 = by_1 ? from_2[24:0] : from_2[25:1];

  assign zero_o     = ~sign_s & ~from_1[24];
  assign sign_o     = sign_s;
  assign exponent_o = base_s + {3'd0, ~{coarse_s, by_8, by_4, by_2, by_1}};
  assign fraction_o = from_1[23:0];
  assign sticky_o   =
    sticky_s | (~by_8 & (|window_s[7:0])) | (~by_4 & (|from_8[3:0])) | (~by_2 & (|from_4[1:0])) |
    (~by_1 & from_2[0]);

endmodule

`default_nettype wire
