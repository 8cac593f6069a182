// Copyright The XR-NPE developers. Licensed under the Apache License, Version 2.0.
// SPDX-License-Identifier: Apache-2.0
//
// Holds the channels, bias and scale, of the columns at work.
//
// Generated for:
//   cols          = 8                  columns of PEs, 2 to 16
//   data_width    = 128                AXI4 data bits, 64 or 128
//
// Generated from configuration "default": edit the template, not this file. Regenerate:
//   xrnpe generate --unit coproc --preset default --out DIR
`default_nettype none

module xrnpe_channel_table (
  input  wire         clk_i,          // clock

  // Write: entries of the table in memory, 2 channel(s) each
  input  wire         write_i,
  input  wire [3:0]   write_place_i,  // which columns of C they are for
  input  wire [15:0]  write_index_i,  // number of the entry
  input  wire [127:0] write_data_i,

  // Read: the channels of a tile, without delay
  input  wire [3:0]   read_place_i,
  output wire [383:0] channels_o      // by column: bias, exponent, scale
);

  genvar col;
  generate
    for (col = 0; col < 8; col = col + 1) begin : gen_column
      localparam [15:0] INDEX = col / 2;

      reg [47:0]  memory [0:15];

      always @(posedge clk_i) begin
        if (write_i && (write_index_i == INDEX)) begin
          memory[write_place_i] <= write_data_i[(col % 2)*64 +: 48];
        end
      end

      assign channels_o[col*48 +: 48] = memory[read_place_i];
    end
  endgenerate

  // A channel's last bytes are reserved.
  wire unused_data = &{1'b0, write_data_i[127:112], write_data_i[63:48], 1'b0};

endmodule

`default_nettype wire
