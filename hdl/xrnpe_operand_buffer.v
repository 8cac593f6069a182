// Copyright The XR-NPE developers. Licensed under the Apache License, Version 2.0.
// SPDX-License-Identifier: Apache-2.0
//
// Holds the packed operand words of one array row or column: written in bus-wide entries, read by
// the step.
//
// Generated for:
//   data_width    = 128                AXI4 data bits, 64 or 128
//   buffer_depth  = 2048               16-bit words per lane, 64 to 16384
//
// Generated from configuration "default": edit the template, not this file. Regenerate:
//   xrnpe generate --unit coproc --preset default --out DIR
`default_nettype none

module xrnpe_operand_buffer (
  input  wire         clk_i,          // clock

  // Write: one bus-wide entry of 8 words
  input  wire         write_i,        // write the entry
  input  wire [7:0]   write_entry_i,  // its number
  input  wire [127:0] write_data_i,   // its words, the first one lowest

  // Read: 1 word(s) from any word on, one cycle later; the buffer is a ring
  input  wire         read_i,         // read
  input  wire [10:0]  read_word_i,    // the first word's number
  output wire [15:0]  words_o         // the words, the first one lowest
);

  // No reset: contents are undefined until written, as in a memory macro.
  reg [127:0] memory [0:255];
  reg [127:0] entry_q;
  reg [2:0]   select_q;  // the word's place in its entry

  always @(posedge clk_i) begin
    if (write_i) begin
      memory[write_entry_i] <= write_data_i;
    end
    if (read_i) begin
      entry_q  <= memory[read_word_i[10:3]];
      select_q <= read_word_i[2:0];
    end
  end

  assign words_o = entry_q[select_q*16 +: 16];

endmodule

`default_nettype wire
