// Copyright The XR-NPE developers. Licensed under the Apache License, Version 2.0.
// SPDX-License-Identifier: Apache-2.0
//
// Writes one segment of a C row over AXI4, at any byte address, touching nothing else.
//
// Generated for:
//   data_width    = 128                AXI4 data bits, 64 or 128
//   max_burst     = 16                 longest burst in beats, 1 to 256
//   id_width      = 4                  bits of a transaction ID, 1 to 16
//
// Generated from configuration "default": edit the template, not this file. Regenerate:
//   xrnpe generate --unit coproc --preset default --out DIR
`default_nettype none

module xrnpe_axi_write (
  input  wire         clk_i,              // clock
  input  wire         rst_ni,             // asynchronous reset, active low

  // Segments: taken when valid and ready
  input  wire         segment_valid_i,    // a segment is offered
  output wire         segment_ready_o,    // it is taken
  input  wire [63:0]  segment_address_i,  // first byte, even
  input  wire [5:0]   segment_bytes_i,    // length, 1 to 32
  input  wire [255:0] segment_data_i,     // its bytes, byte 0 lowest
  input  wire         stop_i,             // begin no more bursts; let those under way end
  input  wire         clear_i,            // forget an old error
  output wire         idle_o,             // nothing to send and every write answered
  output wire [1:0]   error_o,            // 0, or the first SLVERR (2) or DECERR (3) since clear
  output wire         progress_o,         // any handshake
  output wire [4:0]   written_o,          // bytes of the beat that goes now, by strobes

  // AXI4 write channels
  output wire [3:0]   m_axi_awid_o,       // ID: always 0
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
  input  wire [3:0]   m_axi_bid_i,        // not looked at: all bursts have ID 0
  input  wire [1:0]   m_axi_bresp_i,      // response
  input  wire         m_axi_bvalid_i,     // response valid
  output wire         m_axi_bready_o      // response taken
);

  localparam integer OFFSET_W  = 4;   // bits of a byte offset in a beat
  localparam integer BEATS_W   = 2;   // bits of a segment's beats
  localparam integer DATA_W    = 128;  // bus width in bits
  localparam integer STRB_W    = 16;  // bytes of a beat
  localparam integer SEG_W     = 384;  // a segment shifted to its place in the first beat, in bits
  localparam integer SEG_B     = 48;  // the same in bytes
  localparam integer PENDING_W = 6;   // bits of the bursts under way

  // ----------------------------------------------------------------------------------------------
  // Segment: shifted to its place in the first beat
  // ----------------------------------------------------------------------------------------------
  wire [OFFSET_W-1:0] offset = segment_address_i[OFFSET_W-1:0];
  wire [5:0]   span   = { {(6 - 6){1'b0}}, segment_bytes_i}
                                + { {(6 - OFFSET_W){1'b0}}, offset}
                                + 6'd15;
  wire [SEG_B-1:0]    strobes = ~({SEG_B{1'b1}} << segment_bytes_i);
  wire [OFFSET_W+2:0] shift   = {offset, 3'd0};

  // ----------------------------------------------------------------------------------------------
  // Bursts: a segment is one, unless it crosses a 4 KiB boundary or is longer than a burst may be.
  // A burst's address and its beats are offered together, as AXI demands.
  // ----------------------------------------------------------------------------------------------
  reg [63-OFFSET_W:0]  beat_address_q;  // next beat to send, counted in beats
  reg [BEATS_W-1:0]    beats_left_q;    // beats of the segment that are in no burst yet
  reg                  aw_valid_q;
  reg [63-OFFSET_W:0]  aw_address_q;
  reg [7:0]            aw_len_q;
  reg [BEATS_W-1:0]    w_left_q;        // beats of this burst still to send
  reg [SEG_W-1:0]      data_q;
  reg [SEG_B-1:0]      strobes_q;
  reg [PENDING_W-1:0]  pending_q;       // bursts without an answer
  reg [1:0]            error_q;

  wire w_valid  = w_left_q != {BEATS_W{1'b0}};
  wire w_last   = w_left_q == { {(BEATS_W - 1){1'b0}}, 1'b1};
  wire aw_taken = aw_valid_q && m_axi_awready_i;
  wire w_taken  = w_valid && m_axi_wready_i;
  wire b_taken  = m_axi_bvalid_i && m_axi_bready_o;

  // The next burst starts when the address is out of the way and the last beat goes or went.
  wire free     = (!aw_valid_q || aw_taken) && (!w_valid || (w_last && w_taken))
                && (pending_q != 6'd32) && !stop_i;
  wire more     = beats_left_q != {BEATS_W{1'b0}};  // of the segment begun
  wire taken    = segment_valid_i && segment_ready_o;
  wire start    = free && (more || segment_valid_i);

  wire [63-OFFSET_W:0] address = more ? beat_address_q : segment_address_i[63:OFFSET_W];
  wire [BEATS_W-1:0]   beats   = more ? beats_left_q : span[OFFSET_W +: BEATS_W];

  wire [14:0]  page_beat   = { 7'd0, address[7:0]};
  wire [14:0]  to_boundary = 15'd256 - page_beat;
  wire [14:0]  longest     = 15'd16;
  wire [14:0]  burst_most  = (to_boundary < longest) ? to_boundary : longest;
  wire [14:0]  left        = { {(15 - BEATS_W){1'b0}}, beats};
  wire [14:0]  burst       = (left < burst_most) ? left : burst_most;
  wire [14:0]  burst_len   = burst - 15'd1;
  wire [14:0]  left_after  = left - burst;

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
      pending_q      <= {PENDING_W{1'b0}};
      error_q        <= 2'd0;
    end else begin
      if (start) begin
        beat_address_q <= address + { {(64 - OFFSET_W - 15){1'b0}}, burst};
        beats_left_q   <= left_after[BEATS_W-1:0];
      end else if (stop_i) begin
        beats_left_q   <= {BEATS_W{1'b0}};
      end

      if (taken) begin
        data_q    <= { {DATA_W{1'b0}}, segment_data_i} << shift;
        strobes_q <= strobes << offset;
      end else if (w_taken) begin
        data_q    <= data_q >> DATA_W;
        strobes_q <= strobes_q >> STRB_W;
      end

      if (start) begin
        aw_valid_q   <= 1'b1;
        aw_address_q <= address;
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
        pending_q <= pending_q + { {(PENDING_W - 1){1'b0}}, 1'b1};
      end else if (b_taken && !start) begin
        pending_q <= pending_q - { {(PENDING_W - 1){1'b0}}, 1'b1};
      end

      if (clear_i) begin
        error_q <= 2'd0;
      end else if (b_taken && (error_q == 2'd0) && m_axi_bresp_i[1]) begin
        error_q <= m_axi_bresp_i;
      end
    end
  end

  // How many bytes a beat carries, for the counter.
  reg [4:0]   strobes_set;
  integer i;

  always @(*) begin
    strobes_set = 5'd0;
    for (i = 0; i < STRB_W; i = i + 1) begin
      strobes_set = strobes_set + { 4'd0, strobes_q[i]};
    end
  end

  assign segment_ready_o = free && !more;
  assign idle_o          = !more && !aw_valid_q && !w_valid && (pending_q == {PENDING_W{1'b0}});
  assign error_o         = error_q;
  assign progress_o      = aw_taken || w_taken || b_taken;
  assign written_o       = w_taken ? strobes_set : 5'd0;

  // Bits that only carry into those in use.
  wire unused_ok = &{1'b0, span[OFFSET_W-1:0], burst_len[14:8],
                     left_after[14:BEATS_W], m_axi_bid_i, 1'b0};

  assign m_axi_awid_o    = 4'd0;
  assign m_axi_awaddr_o  = {aw_address_q, 4'd0};
  assign m_axi_awlen_o   = aw_len_q;
  assign m_axi_awsize_o  = 3'd4;
  assign m_axi_awburst_o = 2'b01;
  assign m_axi_awcache_o = 4'b0011;
  assign m_axi_awprot_o  = 3'b000;
  assign m_axi_awvalid_o = aw_valid_q;
  assign m_axi_wdata_o   = data_q[DATA_W-1:0];
  assign m_axi_wstrb_o   = strobes_q[STRB_W-1:0];
  assign m_axi_wlast_o   = w_last;
  assign m_axi_wvalid_o  = w_valid;
  assign m_axi_bready_o  = pending_q != {PENDING_W{1'b0}};

endmodule

`default_nettype wire
