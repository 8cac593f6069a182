// Copyright The XR-NPE developers. Licensed under the Apache License, Version 2.0.
// SPDX-License-Identifier: Apache-2.0
//
// Reads a run of bytes over AXI4 and delivers it realigned, one full-width entry after the other.
//
// Generated for:
//   data_width    = 128                AXI4 data bits, 64 or 128
//   max_burst     = 16                 longest burst in beats, 1 to 256
//
// Generated from configuration "default": edit the template, not this file. Regenerate:
//   xrnpe generate --unit coproc --preset default --out DIR
`default_nettype none

module xrnpe_axi_read (
  input  wire         clk_i,              // clock
  input  wire         rst_ni,             // asynchronous reset, active low

  // Request: taken when valid and ready; the engine is ready when it is idle.
  input  wire         request_valid_i,    // a request is offered
  output wire         request_ready_o,    // idle, nothing outstanding
  input  wire [63:0]  request_address_i,  // first byte, a multiple of 2
  input  wire [11:0]  request_bytes_i,    // length, a multiple of 2, at least 2
  input  wire         abort_i,            // ask for nothing more; what is on the bus is still taken

  // Entries: the request's bytes 0 to 15 first. Bytes past its end are undefined.
  output wire         data_valid_o,       // an entry, to be taken at once
  output wire [127:0] data_o,             // the entry
  output wire [1:0]   error_o,            // 0, or the first SLVERR (2) or DECERR (3) of the request
  output wire         beat_o,             // a data beat arrived
  output wire         progress_o,         // any handshake

  // AXI4 read channels
  output wire [63:0]  m_axi_araddr_o,     // address, aligned to the bus
  output wire [7:0]   m_axi_arlen_o,      // beats - 1
  output wire [2:0]   m_axi_arsize_o,     // full width
  output wire [1:0]   m_axi_arburst_o,    // INCR
  output wire [3:0]   m_axi_arcache_o,    // normal, non-cacheable, bufferable
  output wire [2:0]   m_axi_arprot_o,     // data, secure, unprivileged
  output wire         m_axi_arvalid_o,    // address valid
  input  wire         m_axi_arready_i,    // address taken
  input  wire [127:0] m_axi_rdata_i,      // data
  input  wire [1:0]   m_axi_rresp_i,      // response
  input  wire         m_axi_rlast_i,      // last beat of a burst
  input  wire         m_axi_rvalid_i,     // data valid
  output wire         m_axi_rready_o      // data taken
);

  localparam integer OFFSET_W = 4;                       // bits of a byte offset in a beat
  localparam integer BYTES_W  = 12;                      // bits of a request's length
  localparam integer BEATS_W  = BYTES_W - OFFSET_W + 1;  // bits of a request's beats

  // ----------------------------------------------------------------------------------------------
  // Request: from bytes to beats
  // ----------------------------------------------------------------------------------------------
  wire [OFFSET_W-1:0] request_offset  = request_address_i[OFFSET_W-1:0];
  wire [BYTES_W:0]    request_rounded = {1'b0, request_bytes_i} + 13'd15;
  wire [BYTES_W:0]    request_span    = request_rounded
                                      + { {(BYTES_W + 1 - OFFSET_W){1'b0}}, request_offset};
  wire [BEATS_W-1:0]  request_beats   = request_span[BYTES_W:OFFSET_W];
  wire [BEATS_W-1:0]  request_entries = request_rounded[BYTES_W:OFFSET_W];
  wire                request_taken   = request_valid_i && request_ready_o;

  // ----------------------------------------------------------------------------------------------
  // Address channel: the request, cut into bursts
  // ----------------------------------------------------------------------------------------------
  reg                  busy_q;          // a request is being served
  reg [63-OFFSET_W:0]  beat_address_q;  // next beat to ask for, counted in beats
  reg [BEATS_W-1:0]    beats_left_q;    // beats not yet asked for
  reg                  ar_valid_q;
  reg [63-OFFSET_W:0]  ar_address_q;
  reg [7:0]            ar_len_q;
  reg [BEATS_W-1:0]    bursts_q;        // bursts whose last beat is still to come

  // A burst ends at the longest length allowed, at the request's end or at a 4 KiB boundary,
  // whichever comes first.
  wire [9:0] page_beat   = { 2'd0, beat_address_q[7:0]};
  wire [9:0] to_boundary = 10'd256 - page_beat;
  wire [9:0] longest     = 10'd16;
  wire [9:0] burst_most  = (to_boundary < longest) ? to_boundary : longest;
  wire [9:0] left        = { {(10 - BEATS_W){1'b0}}, beats_left_q};
  wire [9:0] burst       = (left < burst_most) ? left : burst_most;
  wire [9:0] burst_len   = burst - 10'd1;
  wire [9:0] left_after  = left - burst;

  wire        ar_start  = !ar_valid_q && (beats_left_q != {BEATS_W{1'b0}}) && !abort_i;
  wire        ar_taken  = ar_valid_q && m_axi_arready_i;
  wire        beat      = m_axi_rvalid_i && m_axi_rready_o;
  wire        burst_end = beat && m_axi_rlast_i;
  wire        finished  = busy_q && (beats_left_q == {BEATS_W{1'b0}}) && !ar_valid_q
                        && (bursts_q == {BEATS_W{1'b0}});

  always @(posedge clk_i or negedge rst_ni) begin
    if (!rst_ni) begin
      busy_q         <= 1'b0;
      beat_address_q <= {(64 - OFFSET_W){1'b0}};
      beats_left_q   <= {BEATS_W{1'b0}};
      ar_valid_q     <= 1'b0;
      ar_address_q   <= {(64 - OFFSET_W){1'b0}};
      ar_len_q       <= 8'd0;
      bursts_q       <= {BEATS_W{1'b0}};
    end else begin
      if (request_taken) begin
        busy_q         <= 1'b1;
        beat_address_q <= request_address_i[63:OFFSET_W];
        beats_left_q   <= request_beats;
      end else if (finished) begin
        busy_q         <= 1'b0;
      end else if (abort_i) begin
        beats_left_q   <= {BEATS_W{1'b0}};
      end else if (ar_start) begin
        beat_address_q <= beat_address_q + { {(64 - OFFSET_W - 10){1'b0}}, burst};
        beats_left_q   <= left_after[BEATS_W-1:0];
      end

      if (ar_start) begin
        ar_valid_q   <= 1'b1;
        ar_address_q <= beat_address_q;
        ar_len_q     <= burst_len[7:0];
      end else if (ar_taken) begin
        ar_valid_q   <= 1'b0;
      end

      if (ar_taken && !burst_end) begin
        bursts_q <= bursts_q + { {(BEATS_W - 1){1'b0}}, 1'b1};
      end else if (burst_end && !ar_taken) begin
        bursts_q <= bursts_q - { {(BEATS_W - 1){1'b0}}, 1'b1};
      end
    end
  end

  // ----------------------------------------------------------------------------------------------
  // Data channel: an entry is the end of one beat and the start of the next
  // ----------------------------------------------------------------------------------------------
  reg [127:0]       previous_q;  // the beat before
  reg                previous_valid_q;
  reg [OFFSET_W-1:0] offset_q;    // where in a beat the request starts
  reg                tail_q;      // the last entry ends in the last beat: it needs no beat after it
  reg [1:0]          error_q;

  always @(posedge clk_i or negedge rst_ni) begin
    if (!rst_ni) begin
      previous_q       <= 128'd0;
      previous_valid_q <= 1'b0;
      offset_q         <= {OFFSET_W{1'b0}};
      tail_q           <= 1'b0;
      error_q          <= 2'd0;
    end else if (request_taken) begin
      previous_valid_q <= 1'b0;
      offset_q         <= request_offset;
      tail_q           <= request_beats == request_entries;
      error_q          <= 2'd0;
    end else if (beat) begin
      previous_q       <= m_axi_rdata_i;
      previous_valid_q <= 1'b1;
      if (error_q == 2'd0 && m_axi_rresp_i[1]) begin
        error_q <= m_axi_rresp_i;
      end
    end
  end

  wire [7:0] shift = {1'b0, offset_q, 3'd0};  // in bits

  assign data_valid_o    = previous_valid_q && (beat || (finished && tail_q));
  assign data_o          = (previous_q >> shift) | (m_axi_rdata_i << (8'd128 - shift));
  assign error_o         = error_q;
  assign beat_o          = beat;
  assign progress_o      = ar_taken || beat;
  assign request_ready_o = !busy_q;

  // Bits that only carry into those in use.
  wire unused_ok = &{1'b0, request_span[OFFSET_W-1:0], request_rounded[OFFSET_W-1:0],
                     burst_len[9:8], left_after[9:BEATS_W], 1'b0};

  assign m_axi_araddr_o  = {ar_address_q, 4'd0};
  assign m_axi_arlen_o   = ar_len_q;
  assign m_axi_arsize_o  = 3'd4;
  assign m_axi_arburst_o = 2'b01;
  assign m_axi_arcache_o = 4'b0011;
  assign m_axi_arprot_o  = 3'b000;
  assign m_axi_arvalid_o = ar_valid_q;
  assign m_axi_rready_o  = bursts_q != {BEATS_W{1'b0}};

endmodule

`default_nettype wire
