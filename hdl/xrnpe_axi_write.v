// Copyright The XR-NPE developers. Licensed under the Apache License, Version 2.0.
// SPDX-License-Identifier: Apache-2.0
//
// Writes one segment of a C row over AXI4, at any byte address, touching nothing else.
//
// Generated for:
//   data_width    = 128                AXI4 data bits, 64 or 128
//   max_burst     = 16                 longest burst in beats, 1 to 256
//
// Generated from configuration "default": edit the template, not this file. Regenerate:
//   xrnpe generate --unit coproc --preset default --out DIR
`default_nettype none

module xrnpe_axi_write (
  input  wire         clk_i,              // clock
  input  wire         rst_ni,             // asynchronous reset, active low

  // Request: taken when valid and ready.
  input  wire         request_valid_i,    // a segment is offered
  output wire         request_ready_o,    // the segment before is on the bus, maybe not answered
  input  wire [63:0]  request_address_i,  // first byte, any
  input  wire [5:0]   request_bytes_i,    // length, 1 to 32
  input  wire [255:0] request_data_i,     // the segment, byte 0 lowest
  input  wire         clear_i,            // forget an old error
  output wire         idle_o,             // nothing to send and every write answered
  output wire [1:0]   error_o,            // 0, or the first SLVERR (2) or DECERR (3) since clear
  output wire         progress_o,         // any handshake

  // AXI4 write channels
  output wire [63:0]  m_axi_awaddr_o,     // address, aligned to the bus
  output wire [7:0]   m_axi_awlen_o,      // beats - 1
  output wire [2:0]   m_axi_awsize_o,     // full width
  output wire [1:0]   m_axi_awburst_o,    // INCR
  output wire [3:0]   m_axi_awcache_o,    // normal, non-cacheable, bufferable
  output wire [2:0]   m_axi_awprot_o,     // data, secure, unprivileged
  output wire         m_axi_awvalid_o,    // address valid
  input  wire         m_axi_awready_i,    // address taken
  output wire [127:0] m_axi_wdata_o,      // data
  output wire [15:0]  m_axi_wstrb_o,      // which bytes
  output wire         m_axi_wlast_o,      // last beat of the burst
  output wire         m_axi_wvalid_o,     // data valid
  input  wire         m_axi_wready_i,     // data taken
  input  wire [1:0]   m_axi_bresp_i,      // response
  input  wire         m_axi_bvalid_i,     // response valid
  output wire         m_axi_bready_o      // response taken
);

  localparam integer OFFSET_W = 4;   // bits of a byte offset in a beat
  localparam integer BEATS_W  = 2;   // bits of a segment's beats
  localparam integer DATA_W   = 128;  // bus width in bits
  localparam integer STRB_W   = 16;  // bytes of a beat
  localparam integer SEG_W    = 384;  // a segment shifted to its place in the first beat, in bits
  localparam integer SEG_B    = 48;  // the same in bytes

  // ----------------------------------------------------------------------------------------------
  // Request: shifted to its place in the first beat
  // ----------------------------------------------------------------------------------------------
  wire [OFFSET_W-1:0] request_offset = request_address_i[OFFSET_W-1:0];
  wire [5:0] request_span = { {(6 - 6){1'b0}}, request_bytes_i}
                                + { {(6 - OFFSET_W){1'b0}}, request_offset}
                                + 6'd15;
  wire [SEG_B-1:0] request_strobes = ~({SEG_B{1'b1}} << request_bytes_i);
  wire [OFFSET_W+2:0] request_shift = {request_offset, 3'd0};
  wire             request_taken   = request_valid_i && request_ready_o;

  // ----------------------------------------------------------------------------------------------
  // Address and data: a burst's address and its beats are offered together, as AXI demands
  // ----------------------------------------------------------------------------------------------
  reg [63-OFFSET_W:0]  beat_address_q;  // next beat to send, counted in beats
  reg [BEATS_W-1:0]    beats_left_q;    // beats in no burst yet
  reg                  aw_valid_q;
  reg [63-OFFSET_W:0]  aw_address_q;
  reg [7:0]            aw_len_q;
  reg [BEATS_W-1:0]    w_left_q;        // beats of this burst still to send
  reg [SEG_W-1:0]      data_q;
  reg [SEG_B-1:0]      strobes_q;
  reg [3:0]            pending_q;       // bursts without an answer
  reg [1:0]            error_q;

  // A burst ends at the longest length allowed, at the segment's end or at a 4 KiB boundary,
  // whichever comes first.
  wire [9:0] page_beat   = { 2'd0, beat_address_q[7:0]};
  wire [9:0] to_boundary = 10'd256 - page_beat;
  wire [9:0] longest     = 10'd16;
  wire [9:0] burst_most  = (to_boundary < longest) ? to_boundary : longest;
  wire [9:0] left        = { {(10 - BEATS_W){1'b0}}, beats_left_q};
  wire [9:0] burst       = (left < burst_most) ? left : burst_most;
  wire [9:0] burst_len   = burst - 10'd1;
  wire [9:0] left_after  = left - burst;

  wire more     = beats_left_q != {BEATS_W{1'b0}};
  wire sending  = w_left_q != {BEATS_W{1'b0}};
  wire start    = more && !aw_valid_q && !sending && (pending_q != 4'd15);
  wire aw_taken = aw_valid_q && m_axi_awready_i;
  wire w_taken  = sending && m_axi_wready_i;
  wire b_taken  = m_axi_bvalid_i && m_axi_bready_o;

  always @(posedge clk_i or negedge rst_ni) begin
    if (!rst_ni) begin
      beat_address_q <= {(64 - OFFSET_W){1'b0}};
      beats_left_q   <= {BEATS_W{1'b0}};
      aw_valid_q     <= 1'b0;
      aw_address_q   <= {(64 - OFFSET_W){1'b0}};
      aw_len_q       <= 8'd0;
      w_left_q       <= {BEATS_W{1'b0}};
      data_q         <= {SEG_W{1'b0}};
      strobes_q      <= {SEG_B{1'b0}};
      pending_q      <= 4'd0;
      error_q        <= 2'd0;
    end else begin
      if (request_taken) begin
        beat_address_q <= request_address_i[63:OFFSET_W];
        beats_left_q   <= request_span[OFFSET_W+BEATS_W-1:OFFSET_W];
        data_q         <= { {DATA_W{1'b0}}, request_data_i} << request_shift;
        strobes_q      <= request_strobes << request_offset;
      end else if (start) begin
        beat_address_q <= beat_address_q + { {(64 - OFFSET_W - 10){1'b0}}, burst};
        beats_left_q   <= left_after[BEATS_W-1:0];
      end else if (w_taken) begin
        data_q         <= data_q >> DATA_W;
        strobes_q      <= strobes_q >> STRB_W;
      end

      if (start) begin
        aw_valid_q   <= 1'b1;
        aw_address_q <= beat_address_q;
        aw_len_q     <= burst_len[7:0];
        w_left_q     <= burst[BEATS_W-1:0];
      end else begin
        if (aw_taken) begin
          aw_valid_q <= 1'b0;
        end
        if (w_taken) begin
          w_left_q   <= w_left_q - { {(BEATS_W - 1){1'b0}}, 1'b1};
        end
      end

      // Counted from the moment it is offered, so that no answer can come too early.
      if (start && !b_taken) begin
        pending_q <= pending_q + 4'd1;
      end else if (b_taken && !start) begin
        pending_q <= pending_q - 4'd1;
      end

      if (clear_i) begin
        error_q <= 2'd0;
      end else if (b_taken && error_q == 2'd0 && m_axi_bresp_i[1]) begin
        error_q <= m_axi_bresp_i;
      end
    end
  end

  assign request_ready_o = !more && !aw_valid_q && !sending;
  assign idle_o          = request_ready_o && (pending_q == 4'd0);
  assign error_o         = error_q;
  assign progress_o      = aw_taken || w_taken || b_taken;

  // Bits that only carry into those in use.
  wire unused_ok = &{1'b0, request_span[OFFSET_W-1:0], burst_len[9:8],
                     left_after[9:BEATS_W], 1'b0};

  assign m_axi_awaddr_o  = {aw_address_q, 4'd0};
  assign m_axi_awlen_o   = aw_len_q;
  assign m_axi_awsize_o  = 3'd4;
  assign m_axi_awburst_o = 2'b01;
  assign m_axi_awcache_o = 4'b0011;
  assign m_axi_awprot_o  = 3'b000;
  assign m_axi_awvalid_o = aw_valid_q;
  assign m_axi_wdata_o   = data_q[DATA_W-1:0];
  assign m_axi_wstrb_o   = strobes_q[STRB_W-1:0];
  assign m_axi_wlast_o   = w_left_q == { {(BEATS_W - 1){1'b0}}, 1'b1};
  assign m_axi_wvalid_o  = sending;
  assign m_axi_bready_o  = pending_q != 4'd0;

endmodule

`default_nettype wire
