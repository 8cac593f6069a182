// Copyright The XR-NPE developers. Licensed under the Apache License, Version 2.0.
// SPDX-License-Identifier: Apache-2.0
//
// Register of one decoded operand, with a clock enable for the digits that the 4-bit formats leave
// idle.
//
// Generated for:
//   formats       = fp4 p4 p8 p16      input formats built in
//   clock_gate    = false              idle operand registers have a clock gate, else an enable
//
// Generated from configuration "default": edit the template, not this file. Regenerate:
//   xrnpe generate --unit coproc --preset default --out DIR

`default_nettype none

module xrnpe_operand_register (
  input  wire        clk_i,      // clock
  input  wire [1:0]  format_i,   // format code of the operand
  input  wire [34:0] operand_i,
  output wire [34:0] operand_o   // a cycle later
);

  // The grid's quadrants part the digits into 0 to 3 and 4 to 6. In the 4-bit formats only the
  // first quadrant works: the upper digits keep what they hold, and the grid masks them.
  wire        upper_enable = format_i[1];
  reg  [28:0] lower_q;
  reg  [5:0]  upper_q;

  always @(posedge clk_i) begin
    lower_q <= {operand_i[34:14], operand_i[7:0]};
  end

  always @(posedge clk_i) begin
    if (upper_enable) begin
      upper_q <= operand_i[13:8];
    end
  end

  assign operand_o = {lower_q[28:8], upper_q, lower_q[7:0]};

  // Bit 1 of the format code tells the modes apart.
  wire unused_format = format_i[0];

endmodule

`default_nettype wire
