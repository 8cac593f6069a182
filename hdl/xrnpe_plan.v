// Copyright The XR-NPE developers. Licensed under the Apache License, Version 2.0.
// SPDX-License-Identifier: Apache-2.0
//
// Decides how a job walks: which operand streams, which stays, and how much of it.
//
// Generated for:
//   data_width    = 128                AXI4 data bits, 64 or 128
//   buffer_depth  = 2048               16-bit words per lane, 64 to 16384
//
// Generated from configuration "default": edit the template, not this file. Regenerate:
//   xrnpe generate --unit coproc --preset default --out DIR
`default_nettype none

module xrnpe_plan (
  input  wire        clk_i,               // clock
  input  wire        load_i,              // the job's fields are there; the plan is one cycle later

  // The job
  input  wire [31:0] m_i,                 // rows of A and C
  input  wire [31:0] n_i,                 // columns of B and C
  input  wire [14:0] k_words_i,           // words of a packed row of A or B
  input  wire        window_i,            // A is an image
  input  wire [15:0] window_entries_i,    // with a window: entries of a panel of A in a buffer
  input  wire [63:0] a_address_i,
  input  wire [63:0] b_address_i,
  input  wire [31:0] a_stride_i,
  input  wire [31:0] b_stride_i,

  // The plan: one operand streams through its buffers; of the other, as much as fits stays
  output wire        swap_o,              // B streams and A stays; else A streams and B stays
  output wire [31:0] stream_count_o,      // rows or columns of the streaming operand
  output wire [63:0] stream_address_o,
  output wire [31:0] stream_stride_o,     // bytes
  output wire [15:0] stream_entries_o,    // entries of one of its panels in a lane's buffer
  output wire [31:0] resident_count_o,
  output wire [63:0] resident_address_o,
  output wire [31:0] resident_stride_o,
  output wire [15:0] resident_entries_o,
  output wire [4:0]  group_o,             // panels of the resident operand that stay at once
  output wire        reload_o             // a panel is longer than the buffer: read for every tile
);

  // Rows that share a tile are a panel. The operand with fewer rows stays.
  wire        swap    = !window_i && (m_i <= n_i);
  wire [15:0] entries = ({1'b0, k_words_i} + 16'd7) >> 3;
  wire [15:0] stream_entries = window_i ? window_entries_i : entries;

  // How many panels of so many entries a buffer of 256 holds.
  reg [4:0] fitting;

  always @(*) begin
    if (entries <= 16'd16) fitting = 5'd16;
    else if (entries <= 16'd17) fitting = 5'd15;
    else if (entries <= 16'd18) fitting = 5'd14;
    else if (entries <= 16'd19) fitting = 5'd13;
    else if (entries <= 16'd21) fitting = 5'd12;
    else if (entries <= 16'd23) fitting = 5'd11;
    else if (entries <= 16'd25) fitting = 5'd10;
    else if (entries <= 16'd28) fitting = 5'd9;
    else if (entries <= 16'd32) fitting = 5'd8;
    else if (entries <= 16'd36) fitting = 5'd7;
    else if (entries <= 16'd42) fitting = 5'd6;
    else if (entries <= 16'd51) fitting = 5'd5;
    else if (entries <= 16'd64) fitting = 5'd4;
    else if (entries <= 16'd85) fitting = 5'd3;
    else if (entries <= 16'd128) fitting = 5'd2;
    else if (entries <= 16'd256) fitting = 5'd1;
    else fitting = 5'd0;
  end

  // Several resident panels want every panel of the streaming operand as a whole, and the next
  // behind it.
  wire single = (stream_entries > 16'd128) || (fitting == 5'd0);

  reg        swap_q;
  reg [31:0] stream_count_q;
  reg [63:0] stream_address_q;
  reg [31:0] stream_stride_q;
  reg [15:0] stream_entries_q;
  reg [31:0] resident_count_q;
  reg [63:0] resident_address_q;
  reg [31:0] resident_stride_q;
  reg [15:0] resident_entries_q;
  reg [4:0]  group_q;
  reg        reload_q;

  always @(posedge clk_i) begin
    if (load_i) begin
      swap_q             <= swap;
      stream_count_q     <= swap ? n_i : m_i;
      stream_address_q   <= swap ? b_address_i : a_address_i;
      stream_stride_q    <= swap ? b_stride_i : a_stride_i;
      stream_entries_q   <= stream_entries;
      resident_count_q   <= swap ? m_i : n_i;
      resident_address_q <= swap ? a_address_i : b_address_i;
      resident_stride_q  <= swap ? a_stride_i : b_stride_i;
      resident_entries_q <= entries;
      group_q            <= single ? 5'd1 : fitting;
      reload_q           <= fitting == 5'd0;
    end
  end

  assign swap_o             = swap_q;
  assign stream_count_o     = stream_count_q;
  assign stream_address_o   = stream_address_q;
  assign stream_stride_o    = stream_stride_q;
  assign stream_entries_o   = stream_entries_q;
  assign resident_count_o   = resident_count_q;
  assign resident_address_o = resident_address_q;
  assign resident_stride_o  = resident_stride_q;
  assign resident_entries_o = resident_entries_q;
  assign group_o            = group_q;
  assign reload_o           = reload_q;

endmodule

`default_nettype wire
