// Copyright The XR-NPE developers. Licensed under the Apache License, Version 2.0.
// SPDX-License-Identifier: Apache-2.0
//
// Reads runs of bytes over AXI4, several at once, and delivers them realigned, one full-width
// entry after the other.
//
// Generated for:
//   data_width    = 128                AXI4 data bits, 64 or 128
//   max_burst     = 16                 longest burst in beats, 1 to 256
//   id_width      = 4                  bits of a transaction ID, 1 to 16
//   outstanding_reads = 16                 read bursts under way at once, 2 to 64
//
// Generated from configuration "default": edit the template, not this file. Regenerate:
//   xrnpe generate --unit coproc --preset default --out DIR
`default_nettype none

module xrnpe_axi_read (
  input  wire         clk_i,              // clock
  input  wire         rst_ni,             // asynchronous reset, active low

  // Requests, served in order; taken when valid and ready
  input  wire         request_valid_i,    // a request is offered
  output wire         request_ready_o,    // it is taken
  input  wire [63:0]  request_address_i,  // first byte, even
  input  wire [16:0]  request_bytes_i,    // length, 1 or more
  input  wire [3:0]   request_skip_i,     // where in the first entry the first byte goes
  input  wire [39:0]  request_tag_i,      // comes back with every entry
  input  wire         stop_i,             // forget all requests; let bursts under way end
  input  wire         clear_i,            // forget an old error

  // Entries: the bytes of a request, realigned and cut into the bus's width
  output wire         entry_valid_o,      // an entry; there is no back-pressure
  output wire [127:0] entry_data_o,       // bytes outside the request are undefined
  output wire [15:0]  entry_index_o,      // 0 for the first of a request
  output wire [39:0]  entry_tag_o,        // the request's
  output wire         entry_last_o,       // the last of its request
  output wire         idle_o,             // nothing under way
  output wire [1:0]   error_o,            // 0, or the first SLVERR (2) or DECERR (3) since clear
  output wire [39:0]  error_tag_o,        // of the request that met it
  output wire         beat_o,             // a beat came
  output wire         progress_o,         // any handshake

  // AXI4 read channels
  output wire [3:0]   m_axi_arid_o,       // ID: always 0
  output wire [63:0]  m_axi_araddr_o,     // address, aligned to the bus
  output wire [7:0]   m_axi_arlen_o,      // beats - 1
  output wire [2:0]   m_axi_arsize_o,     // full width
  output wire [1:0]   m_axi_arburst_o,    // INCR
  output wire [3:0]   m_axi_arcache_o,    // normal, non-cacheable, bufferable
  output wire [2:0]   m_axi_arprot_o,     // data, secure, unprivileged
  output wire         m_axi_arvalid_o,    // address valid
  input  wire         m_axi_arready_i,    // address taken
  input  wire [3:0]   m_axi_rid_i,        // not looked at: all bursts have ID 0
  input  wire [127:0] m_axi_rdata_i,      // data
  input  wire [1:0]   m_axi_rresp_i,      // response
  input  wire         m_axi_rlast_i,      // last beat of a burst
  input  wire         m_axi_rvalid_i,     // data valid
  output wire         m_axi_rready_o      // data taken
);

  localparam integer OFFSET_W = 4;   // bits of a byte offset in a beat
  localparam integer BYTES_W  = 17;  // bits of a request's length
  localparam integer BEATS_W  = BYTES_W - OFFSET_W + 1;  // bits of a request's beats
  localparam integer QUEUE_W  = 4;   // bits of a place in the queue

  // ----------------------------------------------------------------------------------------------
  // Request: from bytes to beats, and to entries
  // ----------------------------------------------------------------------------------------------
  wire [OFFSET_W-1:0] request_offset = request_address_i[OFFSET_W-1:0];
  wire [BYTES_W:0]    request_round  = {1'b0, request_bytes_i} + 18'd15;
  wire [BYTES_W:0]    request_span   = request_round
                                     + { {(BYTES_W + 1 - OFFSET_W){1'b0}}, request_offset};
  wire [BYTES_W:0]    request_reach  = request_round
                                     + { {(BYTES_W + 1 - OFFSET_W){1'b0}}, request_skip_i};
  wire [BEATS_W-1:0]  request_beats   = request_span[BYTES_W:OFFSET_W];
  wire [BEATS_W-1:0]  request_entries = request_reach[BYTES_W:OFFSET_W];

  // An entry is the end of one beat and the start of the next. Where the first byte goes deeper
  // into its entry than into its beat, the first entry's start lies before the first beat.
  wire                request_early = request_offset < request_skip_i;
  wire [OFFSET_W-1:0] request_shift = request_offset - request_skip_i;
  wire                request_tail  = request_entries
                                   == request_beats + { {(BEATS_W - 1){1'b0}}, request_early};
  wire                request_taken = request_valid_i && request_ready_o;

  // ----------------------------------------------------------------------------------------------
  // Address channel: requests, cut into bursts
  // ----------------------------------------------------------------------------------------------
  reg                  cut_q;           // a request is being cut
  reg [63-OFFSET_W:0]  beat_address_q;  // next beat to ask for, counted in beats
  reg [BEATS_W-1:0]    beats_left_q;    // beats not yet asked for
  reg                  ar_valid_q;
  reg [63-OFFSET_W:0]  ar_address_q;
  reg [7:0]            ar_len_q;
  reg [QUEUE_W:0]      bursts_q;        // bursts offered whose last beat is still to come

  // A burst ends at the longest length allowed, at the request's end or at a 4 KiB boundary,
  // whichever comes first.
  wire [14:0]  page_beat   = { 7'd0, beat_address_q[7:0]};
  wire [14:0]  to_boundary = 15'd256 - page_beat;
  wire [14:0]  longest     = 15'd16;
  wire [14:0]  burst_most  = (to_boundary < longest) ? to_boundary : longest;
  wire [14:0]  left        = { {(15 - BEATS_W){1'b0}}, beats_left_q};
  wire [14:0]  burst       = (left < burst_most) ? left : burst_most;
  wire [14:0]  burst_len   = burst - 15'd1;
  wire [14:0]  left_after  = left - burst;

  wire ar_taken  = ar_valid_q && m_axi_arready_i;
  wire ar_start  = cut_q && (!ar_valid_q || ar_taken)
                && (bursts_q != 5'd16);
  wire cut_ends  = ar_start && (left == burst);
  wire beat      = m_axi_rvalid_i && m_axi_rready_o;
  wire burst_end = beat && m_axi_rlast_i;

  always @(posedge clk_i or negedge rst_ni) begin
    if (!rst_ni) begin
      cut_q          <= 1'b0;
      beat_address_q <= {(64 - OFFSET_W){1'b0}};
      beats_left_q   <= {BEATS_W{1'b0}};
      ar_valid_q     <= 1'b0;
      ar_address_q   <= {(64 - OFFSET_W){1'b0}};
      ar_len_q       <= 8'd0;
      bursts_q       <= {(QUEUE_W + 1){1'b0}};
    end else begin
      if (stop_i) begin
        cut_q          <= 1'b0;
      end else if (request_taken) begin
        cut_q          <= 1'b1;
        beat_address_q <= request_address_i[63:OFFSET_W];
        beats_left_q   <= request_beats;
      end else if (ar_start) begin
        cut_q          <= !cut_ends;
        beat_address_q <= beat_address_q + { {(64 - OFFSET_W - 15){1'b0}}, burst};
        beats_left_q   <= left_after[BEATS_W-1:0];
      end

      if (ar_start && !stop_i) begin
        ar_valid_q   <= 1'b1;
        ar_address_q <= beat_address_q;
        ar_len_q     <= burst_len[7:0];
      end else if (ar_taken) begin
        ar_valid_q   <= 1'b0;
      end

      if (ar_start && !stop_i && !burst_end) begin
        bursts_q <= bursts_q + { {QUEUE_W{1'b0}}, 1'b1};
      end else if (burst_end && !(ar_start && !stop_i)) begin
        bursts_q <= bursts_q - { {QUEUE_W{1'b0}}, 1'b1};
      end
    end
  end

  // ----------------------------------------------------------------------------------------------
  // Queue: what is known of the requests whose data is still to come
  // ----------------------------------------------------------------------------------------------
  reg [60-1:0] queue [0:15];
  reg [QUEUE_W-1:0] put_q;
  reg [QUEUE_W-1:0] take_q;
  reg [QUEUE_W:0]   waiting_q;

  wire [60-1:0] head = queue[take_q];
  wire [39:0] head_tag   = head[39:0];
  wire                head_tail  = head[40];
  wire                head_early = head[41];
  wire [OFFSET_W-1:0] head_shift = head[42 +: OFFSET_W];
  wire [BEATS_W-1:0]  head_beats = head[42 + OFFSET_W +: BEATS_W];

  // ----------------------------------------------------------------------------------------------
  // Data channel
  // ----------------------------------------------------------------------------------------------
  reg [BEATS_W-1:0]    beat_q;       // beats of the head that came
  reg [BEATS_W-1:0]    index_q;      // its next entry
  reg [127:0] previous_q;   // the beat before
  reg                  tail_q;       // an entry waits that ends with its request's last beat
  reg [39:0]  tail_tag_q;
  reg [OFFSET_W-1:0]   tail_shift_q;
  reg [BEATS_W-1:0]    tail_index_q;

  wire first    = beat_q == {BEATS_W{1'b0}};
  wire last     = beat_q + { {(BEATS_W - 1){1'b0}}, 1'b1} == head_beats;
  wire pair     = beat && (!first || head_early);
  wire clashes  = tail_q && first && head_early;  // two entries at once
  wire finishes = beat && last;

  always @(posedge clk_i) begin
    if (request_taken) begin
      queue[put_q] <= {request_beats, request_shift, request_early, request_tail, request_tag_i};
    end
  end

  always @(posedge clk_i or negedge rst_ni) begin
    if (!rst_ni) begin
      put_q     <= {QUEUE_W{1'b0}};
      take_q    <= {QUEUE_W{1'b0}};
      waiting_q <= {(QUEUE_W + 1){1'b0}};
      beat_q    <= {BEATS_W{1'b0}};
      index_q   <= {BEATS_W{1'b0}};
      tail_q    <= 1'b0;
    end else if (stop_i) begin
      put_q     <= {QUEUE_W{1'b0}};
      take_q    <= {QUEUE_W{1'b0}};
      waiting_q <= {(QUEUE_W + 1){1'b0}};
      beat_q    <= {BEATS_W{1'b0}};
      index_q   <= {BEATS_W{1'b0}};
      tail_q    <= 1'b0;
    end else begin
      if (request_taken) begin
        put_q <= put_q + { {(QUEUE_W - 1){1'b0}}, 1'b1};
      end
      if (finishes) begin
        take_q <= take_q + { {(QUEUE_W - 1){1'b0}}, 1'b1};
      end
      if (request_taken && !finishes) begin
        waiting_q <= waiting_q + { {QUEUE_W{1'b0}}, 1'b1};
      end else if (finishes && !request_taken) begin
        waiting_q <= waiting_q - { {QUEUE_W{1'b0}}, 1'b1};
      end

      if (finishes) begin
        beat_q  <= {BEATS_W{1'b0}};
        index_q <= {BEATS_W{1'b0}};
      end else if (beat) begin
        beat_q  <= beat_q + { {(BEATS_W - 1){1'b0}}, 1'b1};
        index_q <= index_q + { {(BEATS_W - 1){1'b0}}, pair};
      end
      tail_q <= finishes && head_tail;
    end
  end

  always @(posedge clk_i) begin
    if (beat) begin
      previous_q <= m_axi_rdata_i;
    end
    tail_tag_q   <= head_tag;
    tail_shift_q <= head_shift;
    tail_index_q <= index_q + { {(BEATS_W - 1){1'b0}}, pair};
  end

  // ----------------------------------------------------------------------------------------------
  // Entries
  // ----------------------------------------------------------------------------------------------
  wire [OFFSET_W-1:0] shift      = tail_q ? tail_shift_q : head_shift;
  wire [7:0]   shift_bits = {1'b0, shift, 3'd0};
  wire [127:0] entry = (previous_q >> shift_bits)
                     | (m_axi_rdata_i << (8'd128 - shift_bits));

  reg                  entry_valid_q;
  reg [127:0] entry_q;
  reg [BEATS_W-1:0]    entry_index_q;
  reg [39:0]  entry_tag_q;
  reg                  entry_last_q;
  reg [1:0]            error_q;
  reg [39:0]  error_tag_q;

  always @(posedge clk_i or negedge rst_ni) begin
    if (!rst_ni) begin
      entry_valid_q <= 1'b0;
      error_q       <= 2'd0;
    end else begin
      entry_valid_q <= !stop_i && (tail_q || pair);
      if (clear_i) begin
        error_q <= 2'd0;
      end else if (beat && m_axi_rresp_i[1] && (error_q == 2'd0)) begin
        error_q <= m_axi_rresp_i;
      end
    end
  end

  always @(posedge clk_i) begin
    if (error_q == 2'd0) begin
      error_tag_q <= head_tag;
    end
    entry_q       <= entry;
    entry_index_q <= tail_q ? tail_index_q : index_q;
    entry_tag_q   <= tail_q ? tail_tag_q : head_tag;
    entry_last_q  <= tail_q || (last && !head_tail);
  end

  assign entry_valid_o   = entry_valid_q;
  assign entry_data_o    = entry_q;
  assign entry_index_o   = { {(16 - BEATS_W){1'b0}}, entry_index_q};
  assign entry_tag_o     = entry_tag_q;
  assign entry_last_o    = entry_last_q;
  assign error_o         = error_q;
  assign error_tag_o     = error_tag_q;
  assign beat_o          = beat;
  assign progress_o      = ar_taken || beat;
  assign idle_o          = !cut_q && !ar_valid_q && (bursts_q == {(QUEUE_W + 1){1'b0}})
                         && !tail_q && !entry_valid_q;
  assign request_ready_o = (!cut_q || cut_ends) && !stop_i
                         && (waiting_q != 5'd16);

  // Bits that only carry into those in use.
  wire unused_ok = &{1'b0, request_span[OFFSET_W-1:0], request_reach[OFFSET_W-1:0], m_axi_rid_i,
                     burst_len[14:8],
                     left_after[14:BEATS_W], 1'b0};

  assign m_axi_arid_o    = 4'd0;
  assign m_axi_araddr_o  = {ar_address_q, 4'd0};
  assign m_axi_arlen_o   = ar_len_q;
  assign m_axi_arsize_o  = 3'd4;
  assign m_axi_arburst_o = 2'b01;
  assign m_axi_arcache_o = 4'b0011;
  assign m_axi_arprot_o  = 3'b000;
  assign m_axi_arvalid_o = ar_valid_q;
  assign m_axi_rready_o  = (bursts_q != {(QUEUE_W + 1){1'b0}}) && (stop_i || !clashes);

endmodule

`default_nettype wire
