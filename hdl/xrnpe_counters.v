// Copyright The XR-NPE developers. Licensed under the Apache License, Version 2.0.
// SPDX-License-Identifier: Apache-2.0
//
// The 64-bit performance counters.
//
// Generated for:
//   data_width    = 128                AXI4 data bits, 64 or 128
//   max_burst     = 16                 longest burst in beats, 1 to 256
//   id_width      = 4                  bits of a transaction ID, 1 to 16
//
// Generated from configuration "default": edit the template, not this file. Regenerate:
//   xrnpe generate --unit coproc --preset default --out DIR
`default_nettype none

module xrnpe_counters (
  input  wire        clk_i,                // clock
  input  wire        rst_ni,               // asynchronous reset, active low
  input  wire        clear_i,              // all counters to 0

  // What to add this cycle
  input  wire [7:0]  cycles_add_i,
  input  wire [7:0]  busy_add_i,
  input  wire [7:0]  read_stall_add_i,
  input  wire [7:0]  write_stall_add_i,
  input  wire [7:0]  bytes_read_add_i,
  input  wire [7:0]  bytes_written_add_i,
  input  wire [7:0]  fill_add_i,
  input  wire [7:0]  drain_add_i,

  // The counts
  output reg  [63:0] cycles_o,             // Cycles from start to done.
  output reg  [63:0] busy_o,               // Cycles in which the array took operands.
  output reg  [63:0] read_stall_o,         // Cycles in which the array waited for operands.
  output reg  [63:0] write_stall_o,        // Cycles in which the array waited for the output.
  output reg  [63:0] bytes_read_o,         // Bytes moved by read data beats, whole beats.
  output reg  [63:0] bytes_written_o,      // Bytes written, by strobes.
  output reg  [63:0] fill_o,               // Cycles before a job's first operands.
  output reg  [63:0] drain_o               // Cycles after a job's last operands.
);

  always @(posedge clk_i or negedge rst_ni) begin
    if (!rst_ni) begin
      cycles_o <= 64'd0;
      busy_o <= 64'd0;
      read_stall_o <= 64'd0;
      write_stall_o <= 64'd0;
      bytes_read_o <= 64'd0;
      bytes_written_o <= 64'd0;
      fill_o <= 64'd0;
      drain_o <= 64'd0;
    end else if (clear_i) begin
      cycles_o <= 64'd0;
      busy_o <= 64'd0;
      read_stall_o <= 64'd0;
      write_stall_o <= 64'd0;
      bytes_read_o <= 64'd0;
      bytes_written_o <= 64'd0;
      fill_o <= 64'd0;
      drain_o <= 64'd0;
    end else begin
      cycles_o <= cycles_o + {56'd0, cycles_add_i};
      busy_o <= busy_o + {56'd0, busy_add_i};
      read_stall_o <= read_stall_o + {56'd0, read_stall_add_i};
      write_stall_o <= write_stall_o + {56'd0, write_stall_add_i};
      bytes_read_o <= bytes_read_o + {56'd0, bytes_read_add_i};
      bytes_written_o <= bytes_written_o + {56'd0, bytes_written_add_i};
      fill_o <= fill_o + {56'd0, fill_add_i};
      drain_o <= drain_o + {56'd0, drain_add_i};
    end
  end

endmodule

`default_nettype wire
