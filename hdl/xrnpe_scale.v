// Copyright The XR-NPE developers. Licensed under the Apache License, Version 2.0.
// SPDX-License-Identifier: Apache-2.0
//
// Finds the exponent of a sum's LSB, scale included.
//
// Generated for:
//   formats       = fp4 p4 p8 p16      input formats built in
//   pipeline      = 6                  pipeline depth, 0 to 6
//
// Generated from configuration "default": edit the template, not this file. Regenerate:
//   xrnpe generate --unit coproc --preset default --out DIR

`default_nettype none

module xrnpe_scale (
  input  wire         clk_i,           // clock
  input  wire [127:0] sum_i,           // quire
  input  wire [1:0]   input_format_i,  // fixes the quire's LSB
  input  wire         to_f32_i,        // the result is float32
  input  wire [9:0]   scale_i,         // two's complement power of two, -271 to 254
  output wire [127:0] sum_o,           // the sum, two's complement
  output wire [9:0]   base_o           // exponent of its bit 0, less 1, and for float32 plus 126
);

  // ---------------------------------------------------------------------------------------------
  // Exponent of the LSB. Less 1, because the leading one of 127 bits is found from above; plus 126
  // for float32, so that the sign tells subnormals. From -328 to 377, and up to 127 more where the
  // leading one stands: 10 bits.
  // ---------------------------------------------------------------------------------------------

  wire [9:0] lsb =
    input_format_i == 2'd0 ? -10'd3 :
    input_format_i == 2'd1 ? -10'd9 :
    input_format_i == 2'd2 ? -10'd13 :
    -10'd57;
  wire [9:0] base_d = scale_i + lsb + {3'd0, {6{to_f32_i}}, 1'b0};

  reg [127:0] sum_q;
  reg [9:0]   base_q;

  always @(posedge clk_i) begin
    sum_q  <= sum_i;
    base_q <= base_d;
  end

  assign sum_o  = sum_q;
  assign base_o = base_q;

endmodule

`default_nettype wire
