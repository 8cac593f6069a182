// Copyright The XR-NPE developers. Licensed under the Apache License, Version 2.0.
// SPDX-License-Identifier: Apache-2.0
//
// The matrix-multiplication co-processor: AXI4-Lite registers, AXI4 master, operand buffers, PE
// array, output.
//
// Generated for:
//   rows          = 8                  rows of PEs, 2 to 16
//   cols          = 8                  columns of PEs, 2 to 16
//   slices        = 1                  16-bit words a PE takes per cycle, 1, 2 or 4
//   data_width    = 128                AXI4 data bits, 64 or 128
//   buffer_depth  = 2048               16-bit words per lane, 64 to 16384
//   max_burst     = 16                 longest burst in beats, 1 to 256
//   id_width      = 4                  bits of a transaction ID, 1 to 16
//   outstanding_reads = 16                 read bursts under way at once, 2 to 64
//   out_units     = 4                  results finished in a cycle, 1 to cols
//   formats       = fp4 p4 p8 p16      input formats built in
//
// Generated from configuration "default": edit the template, not this file. Regenerate:
//   xrnpe generate --unit coproc --preset default --out DIR
`default_nettype none

module xrnpe_coproc (
  input  wire         clk_i,             // clock
  input  wire         rst_ni,            // asynchronous reset, active low
  output wire         irq_o,             // interrupt, a level: STATUS.done and CONTROL.irq_enable

  // AXI4-Lite slave: registers
  input  wire [7:0]   s_axil_awaddr_i,   // write address
  input  wire [2:0]   s_axil_awprot_i,   // not looked at
  input  wire         s_axil_awvalid_i,  // write address valid
  output wire         s_axil_awready_o,  // write address taken
  input  wire [31:0]  s_axil_wdata_i,    // write data
  input  wire [3:0]   s_axil_wstrb_i,    // which bytes
  input  wire         s_axil_wvalid_i,   // write data valid
  output wire         s_axil_wready_o,   // write data taken
  output wire [1:0]   s_axil_bresp_o,    // OKAY, or SLVERR where no register is
  output wire         s_axil_bvalid_o,   // write response valid
  input  wire         s_axil_bready_i,   // write response taken
  input  wire [7:0]   s_axil_araddr_i,   // read address
  input  wire [2:0]   s_axil_arprot_i,   // not looked at
  input  wire         s_axil_arvalid_i,  // read address valid
  output wire         s_axil_arready_o,  // read address taken
  output wire [31:0]  s_axil_rdata_o,    // read data
  output wire [1:0]   s_axil_rresp_o,    // OKAY, or SLVERR where no register is
  output wire         s_axil_rvalid_o,   // read data valid
  input  wire         s_axil_rready_i,   // read data taken

  // AXI4 master: memory
  output wire [3:0]   m_axi_awid_o,      // write ID: always 0
  output wire [63:0]  m_axi_awaddr_o,    // write address, aligned to the bus
  output wire [7:0]   m_axi_awlen_o,     // beats - 1
  output wire [2:0]   m_axi_awsize_o,    // full width
  output wire [1:0]   m_axi_awburst_o,   // INCR
  output wire [3:0]   m_axi_awcache_o,   // normal, non-cacheable, bufferable
  output wire [2:0]   m_axi_awprot_o,    // data, secure, unprivileged
  output wire         m_axi_awvalid_o,   // write address valid
  input  wire         m_axi_awready_i,   // write address taken
  output wire [127:0] m_axi_wdata_o,     // write data
  output wire [15:0]  m_axi_wstrb_o,     // which bytes
  output wire         m_axi_wlast_o,     // last beat of a burst
  output wire         m_axi_wvalid_o,    // write data valid
  input  wire         m_axi_wready_i,    // write data taken
  input  wire [3:0]   m_axi_bid_i,       // ID of the response
  input  wire [1:0]   m_axi_bresp_i,     // write response
  input  wire         m_axi_bvalid_i,    // write response valid
  output wire         m_axi_bready_o,    // write response taken
  output wire [3:0]   m_axi_arid_o,      // read ID: always 0
  output wire [63:0]  m_axi_araddr_o,    // read address, aligned to the bus
  output wire [7:0]   m_axi_arlen_o,     // beats - 1
  output wire [2:0]   m_axi_arsize_o,    // full width
  output wire [1:0]   m_axi_arburst_o,   // INCR
  output wire [3:0]   m_axi_arcache_o,   // normal, non-cacheable, bufferable
  output wire [2:0]   m_axi_arprot_o,    // data, secure, unprivileged
  output wire         m_axi_arvalid_o,   // read address valid
  input  wire         m_axi_arready_i,   // read address taken
  input  wire [3:0]   m_axi_rid_i,       // ID of the data
  input  wire [127:0] m_axi_rdata_i,     // read data
  input  wire [1:0]   m_axi_rresp_i,     // read response
  input  wire         m_axi_rlast_i,     // last beat of a burst
  input  wire         m_axi_rvalid_i,    // read data valid
  output wire         m_axi_rready_o     // read data taken
);

  // ----------------------------------------------------------------------------------------------
  // Registers
  // ----------------------------------------------------------------------------------------------
  wire         control_start;
  wire         control_irq_enable;
  wire         control_soft_reset;
  wire         status_busy;
  wire         status_done;
  wire         status_done_set;
  wire [7:0]   error_code;
  wire [31:0]  watchdog_cycles;
  wire [31:0]  descriptor_lo_address;
  wire [31:0]  descriptor_hi_address;
  wire [31:0]  error_index_index;
  wire [31:0]  error_descriptor_lo_address;
  wire [31:0]  error_descriptor_hi_address;
  wire [31:0]  nar_row_row;
  wire [31:0]  nar_col_col;
  wire [31:0]  cycles_lo_count;
  wire [31:0]  cycles_hi_count;
  wire [31:0]  busy_lo_count;
  wire [31:0]  busy_hi_count;
  wire [31:0]  read_stall_lo_count;
  wire [31:0]  read_stall_hi_count;
  wire [31:0]  write_stall_lo_count;
  wire [31:0]  write_stall_hi_count;
  wire [31:0]  bytes_read_lo_count;
  wire [31:0]  bytes_read_hi_count;
  wire [31:0]  bytes_written_lo_count;
  wire [31:0]  bytes_written_hi_count;
  wire [31:0]  fill_lo_count;
  wire [31:0]  fill_hi_count;
  wire [31:0]  drain_lo_count;
  wire [31:0]  drain_hi_count;

  xrnpe_axil_regs u_axil_regs (
    .control_start_o               (control_start),
    .control_irq_enable_o          (control_irq_enable),
    .control_soft_reset_o          (control_soft_reset),
    .status_busy_i                 (status_busy),
    .status_done_o                 (status_done),
    .status_done_set_i             (status_done_set),
    .error_code_i                  (error_code),
    .watchdog_cycles_o             (watchdog_cycles),
    .descriptor_lo_address_o       (descriptor_lo_address),
    .descriptor_hi_address_o       (descriptor_hi_address),
    .error_index_index_i           (error_index_index),
    .error_descriptor_lo_address_i (error_descriptor_lo_address),
    .error_descriptor_hi_address_i (error_descriptor_hi_address),
    .nar_row_row_i                 (nar_row_row),
    .nar_col_col_i                 (nar_col_col),
    .cycles_lo_count_i             (cycles_lo_count),
    .cycles_hi_count_i             (cycles_hi_count),
    .busy_lo_count_i               (busy_lo_count),
    .busy_hi_count_i               (busy_hi_count),
    .read_stall_lo_count_i         (read_stall_lo_count),
    .read_stall_hi_count_i         (read_stall_hi_count),
    .write_stall_lo_count_i        (write_stall_lo_count),
    .write_stall_hi_count_i        (write_stall_hi_count),
    .bytes_read_lo_count_i         (bytes_read_lo_count),
    .bytes_read_hi_count_i         (bytes_read_hi_count),
    .bytes_written_lo_count_i      (bytes_written_lo_count),
    .bytes_written_hi_count_i      (bytes_written_hi_count),
    .fill_lo_count_i               (fill_lo_count),
    .fill_hi_count_i               (fill_hi_count),
    .drain_lo_count_i              (drain_lo_count),
    .drain_hi_count_i              (drain_hi_count),
    .clk_i                         (clk_i),
    .rst_ni                        (rst_ni),
    .s_axil_awaddr_i               (s_axil_awaddr_i),
    .s_axil_awprot_i               (s_axil_awprot_i),
    .s_axil_awvalid_i              (s_axil_awvalid_i),
    .s_axil_awready_o              (s_axil_awready_o),
    .s_axil_wdata_i                (s_axil_wdata_i),
    .s_axil_wstrb_i                (s_axil_wstrb_i),
    .s_axil_wvalid_i               (s_axil_wvalid_i),
    .s_axil_wready_o               (s_axil_wready_o),
    .s_axil_bresp_o                (s_axil_bresp_o),
    .s_axil_bvalid_o               (s_axil_bvalid_o),
    .s_axil_bready_i               (s_axil_bready_i),
    .s_axil_araddr_i               (s_axil_araddr_i),
    .s_axil_arprot_i               (s_axil_arprot_i),
    .s_axil_arvalid_i              (s_axil_arvalid_i),
    .s_axil_arready_o              (s_axil_arready_o),
    .s_axil_rdata_o                (s_axil_rdata_o),
    .s_axil_rresp_o                (s_axil_rresp_o),
    .s_axil_rvalid_o               (s_axil_rvalid_o),
    .s_axil_rready_i               (s_axil_rready_i)
  );

  assign irq_o = status_done && control_irq_enable;

  // ----------------------------------------------------------------------------------------------
  // Control
  // ----------------------------------------------------------------------------------------------
  wire         started;
  wire         fetch_valid;
  wire         read_ready;
  wire [63:0]  fetch_address;
  wire         fetched;
  wire         check;
  wire         checked;
  wire [7:0]   descriptor_error;
  wire         accept;
  wire         loader_busy;
  wire         job_start;
  wire         running;
  wire         stop;
  wire         issue_busy;
  wire         segments;
  wire         nar;
  wire [31:0]  nar_row;
  wire [31:0]  nar_col;
  wire         clear;
  wire         read_idle;
  wire [1:0]   read_error;
  wire [39:0]  read_error_tag;
  wire         read_progress;
  wire         write_idle;
  wire [1:0]   write_error;
  wire         write_progress;

  xrnpe_control u_control (
    .clk_i                (clk_i),
    .rst_ni               (rst_ni),
    .start_i              (control_start),
    .soft_reset_i         (control_soft_reset),
    .descriptor_address_i ({descriptor_hi_address, descriptor_lo_address}),
    .watchdog_cycles_i    (watchdog_cycles),
    .started_o            (started),
    .busy_o               (status_busy),
    .done_o               (status_done_set),
    .error_code_o         (error_code),
    .error_index_o        (error_index_index),
    .error_descriptor_o   ({error_descriptor_hi_address, error_descriptor_lo_address}),
    .fetch_valid_o        (fetch_valid),
    .fetch_ready_i        (read_ready),
    .fetch_address_o      (fetch_address),
    .fetched_i            (fetched),
    .check_o              (check),
    .checked_i            (checked),
    .descriptor_error_i   (descriptor_error),
    .accept_o             (accept),
    .following_i          (found_next),
    .job_start_o          (job_start),
    .running_o            (running),
    .stop_o               (stop),
    .loader_busy_i        (loader_busy),
    .issue_busy_i         (issue_busy),
    .segments_i           (segments),
    .nar_i                (nar),
    .clear_o              (clear),
    .read_idle_i          (read_idle),
    .read_error_i         (read_error),
    .read_error_fetch_i   (read_error_tag[39:38] == 2'd0),
    .read_progress_i      (read_progress),
    .write_idle_i         (write_idle),
    .write_error_i        (write_error),
    .write_progress_i     (write_progress)
  );

  // The place of a NaR is told with the code that needs it.
  assign nar_row_row = (error_code == 8'd64) ? nar_row : 32'd0;
  assign nar_col_col = (error_code == 8'd64) ? nar_col : 32'd0;

  // ----------------------------------------------------------------------------------------------
  // Job: what its descriptor says, and the plan. The next descriptor comes while it runs.
  // ----------------------------------------------------------------------------------------------
  wire [1:0]   found_input_format;
  wire [1:0]   input_format;
  wire [2:0]   found_output_format;
  wire [2:0]   output_format;
  wire [1:0]   found_activation;
  wire [1:0]   activation;
  wire [7:0]   found_slope_m;
  wire [7:0]   slope_m;
  wire [3:0]   found_slope_s;
  wire [3:0]   slope_s;
  wire [7:0]   found_scale;
  wire [7:0]   scale;
  wire [31:0]  found_m;
  wire [31:0]  m;
  wire [31:0]  found_n;
  wire [31:0]  n;
  wire [14:0]  found_k;
  wire [14:0]  k;
  wire [14:0]  found_k_words;
  wire [14:0]  k_words;
  wire [14:0]  found_row_words;
  wire [14:0]  row_words;
  wire [14:0]  found_channel_words;
  wire [14:0]  channel_words;
  wire [2:0]   found_last_lanes;
  wire [2:0]   last_lanes;
  wire [34:0]  found_c_row_bytes;
  wire [34:0]  c_row_bytes;
  wire [31:0]  found_a_stride;
  wire [31:0]  a_stride;
  wire [31:0]  found_b_stride;
  wire [31:0]  b_stride;
  wire [31:0]  found_c_stride;
  wire [31:0]  c_stride;
  wire [63:0]  found_a_address;
  wire [63:0]  a_address;
  wire [63:0]  found_b_address;
  wire [63:0]  b_address;
  wire [63:0]  found_c_address;
  wire [63:0]  c_address;
  wire         found_has_table;
  wire         has_table;
  wire [63:0]  found_table_address;
  wire [63:0]  table_address;
  wire         found_window;
  wire         window;
  wire [8:0]   found_row_entries;
  wire [8:0]   row_entries;
  wire [15:0]  found_window_entries;
  wire [15:0]  window_entries;
  wire [22:0]  found_lane_step_words;
  wire [22:0]  lane_step_words;
  wire [7:0]   found_kernel_height;
  wire [7:0]   kernel_height;
  wire [7:0]   found_kernel_width;
  wire [7:0]   kernel_width;
  wire [7:0]   found_stride_x;
  wire [7:0]   stride_x;
  wire [7:0]   found_stride_y;
  wire [7:0]   stride_y;
  wire [7:0]   found_pad_top;
  wire [7:0]   pad_top;
  wire [7:0]   found_pad_left;
  wire [7:0]   pad_left;
  wire [15:0]  found_image_height;
  wire [15:0]  image_height;
  wire [15:0]  found_image_width;
  wire [15:0]  image_width;
  wire [15:0]  found_out_height;
  wire [15:0]  out_height;
  wire [15:0]  found_out_width;
  wire [15:0]  out_width;
  wire         swap;
  wire [31:0]  stream_count;
  wire [63:0]  stream_address;
  wire [31:0]  stream_stride;
  wire [15:0]  stream_entries;
  wire [31:0]  resident_count;
  wire [63:0]  resident_address;
  wire [31:0]  resident_stride;
  wire [15:0]  resident_entries;
  wire [4:0]   group;
  wire         reload;
  wire [63:0]  found_next;

  wire         entry_valid;
  wire [127:0] entry_data;
  wire [15:0]  entry_index;
  wire [39:0]  entry_tag;
  wire         entry_last;

  // A tag says what a request's entries are for.
  wire [1:0]   entry_kind;     // 0 descriptor, 1 channel table, 2 operands
  wire         entry_operand;  // 0 A, 1 B
  wire         entry_spread;   // for all lanes what their windows need
  wire         entry_ends;     // the request is the last of its block
  wire [2:0]   entry_lane;
  wire [15:0]  entry_first;    // of the kernel row
  wire [15:0]  entry_place;    // in the buffer or in the channel table

  assign {entry_kind, entry_operand, entry_spread, entry_ends, entry_lane, entry_first,
          entry_place} = entry_tag;

  wire entry_is_descriptor = entry_valid && (entry_kind == 2'd0);
  wire entry_is_table      = entry_valid && (entry_kind == 2'd1);
  wire entry_is_operand    = entry_valid && (entry_kind == 2'd2);
  wire block_came          = entry_is_operand && entry_ends && entry_last;

  assign fetched = entry_is_descriptor && entry_last;

  xrnpe_descriptor u_descriptor (
    .clk_i             (clk_i),
    .rst_ni            (rst_ni),
    .load_i            (entry_is_descriptor),
    .load_data_i       (entry_data),
    .check_i           (check),
    .checked_o         (checked),
    .error_o           (descriptor_error),
    .input_format_o    (found_input_format),
    .output_format_o   (found_output_format),
    .activation_o      (found_activation),
    .slope_m_o         (found_slope_m),
    .slope_s_o         (found_slope_s),
    .scale_o           (found_scale),
    .m_o               (found_m),
    .n_o               (found_n),
    .k_o               (found_k),
    .k_words_o         (found_k_words),
    .row_words_o       (found_row_words),
    .channel_words_o   (found_channel_words),
    .last_lanes_o      (found_last_lanes),
    .c_row_bytes_o     (found_c_row_bytes),
    .a_stride_o        (found_a_stride),
    .b_stride_o        (found_b_stride),
    .c_stride_o        (found_c_stride),
    .a_address_o       (found_a_address),
    .b_address_o       (found_b_address),
    .c_address_o       (found_c_address),
    .has_table_o       (found_has_table),
    .table_address_o   (found_table_address),
    .window_o          (found_window),
    .row_entries_o     (found_row_entries),
    .window_entries_o  (found_window_entries),
    .lane_step_words_o (found_lane_step_words),
    .kernel_height_o   (found_kernel_height),
    .kernel_width_o    (found_kernel_width),
    .stride_x_o        (found_stride_x),
    .stride_y_o        (found_stride_y),
    .pad_top_o         (found_pad_top),
    .pad_left_o        (found_pad_left),
    .image_height_o    (found_image_height),
    .image_width_o     (found_image_width),
    .out_height_o      (found_out_height),
    .out_width_o       (found_out_width),
    .next_o            (found_next)
  );

  xrnpe_job u_job (
    .clk_i             (clk_i),
    .input_format_i    (found_input_format),
    .input_format_o    (input_format),
    .output_format_i   (found_output_format),
    .output_format_o   (output_format),
    .activation_i      (found_activation),
    .activation_o      (activation),
    .slope_m_i         (found_slope_m),
    .slope_m_o         (slope_m),
    .slope_s_i         (found_slope_s),
    .slope_s_o         (slope_s),
    .scale_i           (found_scale),
    .scale_o           (scale),
    .m_i               (found_m),
    .m_o               (m),
    .n_i               (found_n),
    .n_o               (n),
    .k_i               (found_k),
    .k_o               (k),
    .k_words_i         (found_k_words),
    .k_words_o         (k_words),
    .row_words_i       (found_row_words),
    .row_words_o       (row_words),
    .channel_words_i   (found_channel_words),
    .channel_words_o   (channel_words),
    .last_lanes_i      (found_last_lanes),
    .last_lanes_o      (last_lanes),
    .c_row_bytes_i     (found_c_row_bytes),
    .c_row_bytes_o     (c_row_bytes),
    .a_stride_i        (found_a_stride),
    .a_stride_o        (a_stride),
    .b_stride_i        (found_b_stride),
    .b_stride_o        (b_stride),
    .c_stride_i        (found_c_stride),
    .c_stride_o        (c_stride),
    .a_address_i       (found_a_address),
    .a_address_o       (a_address),
    .b_address_i       (found_b_address),
    .b_address_o       (b_address),
    .c_address_i       (found_c_address),
    .c_address_o       (c_address),
    .has_table_i       (found_has_table),
    .has_table_o       (has_table),
    .table_address_i   (found_table_address),
    .table_address_o   (table_address),
    .window_i          (found_window),
    .window_o          (window),
    .row_entries_i     (found_row_entries),
    .row_entries_o     (row_entries),
    .window_entries_i  (found_window_entries),
    .window_entries_o  (window_entries),
    .lane_step_words_i (found_lane_step_words),
    .lane_step_words_o (lane_step_words),
    .kernel_height_i   (found_kernel_height),
    .kernel_height_o   (kernel_height),
    .kernel_width_i    (found_kernel_width),
    .kernel_width_o    (kernel_width),
    .stride_x_i        (found_stride_x),
    .stride_x_o        (stride_x),
    .stride_y_i        (found_stride_y),
    .stride_y_o        (stride_y),
    .pad_top_i         (found_pad_top),
    .pad_top_o         (pad_top),
    .pad_left_i        (found_pad_left),
    .pad_left_o        (pad_left),
    .image_height_i    (found_image_height),
    .image_height_o    (image_height),
    .image_width_i     (found_image_width),
    .image_width_o     (image_width),
    .out_height_i      (found_out_height),
    .out_height_o      (out_height),
    .out_width_i       (found_out_width),
    .out_width_o       (out_width),
    .load_i            (accept)
  );

  wire [15:0] kernel_row_entries = { 7'd0, row_entries};

  // A tile's pixels in an image row are below 2^15 words; the plan has the rest.
  wire unused_job = &{1'b0, k, m, n, window_entries, b_address, b_stride, kernel_height,
                      lane_step_words[22:16], 1'b0};

  xrnpe_plan u_plan (
    .clk_i              (clk_i),
    .load_i             (accept),
    .m_i                (found_m),
    .n_i                (found_n),
    .k_words_i          (found_k_words),
    .window_i           (found_window),
    .window_entries_i   (found_window_entries),
    .a_address_i        (found_a_address),
    .b_address_i        (found_b_address),
    .a_stride_i         (found_a_stride),
    .b_stride_i         (found_b_stride),
    .swap_o             (swap),
    .stream_count_o     (stream_count),
    .stream_address_o   (stream_address),
    .stream_stride_o    (stream_stride),
    .stream_entries_o   (stream_entries),
    .resident_count_o   (resident_count),
    .resident_address_o (resident_address),
    .resident_stride_o  (resident_stride),
    .resident_entries_o (resident_entries),
    .group_o            (group),
    .reload_o           (reload)
  );

  // ----------------------------------------------------------------------------------------------
  // Reads: the loader's, and the descriptor between jobs
  // ----------------------------------------------------------------------------------------------
  wire         stream_free;
  wire [15:0]  stream_free_entries;
  wire         resident_free;
  wire [15:0]  resident_free_entries;
  wire         table_free;
  wire         load_valid;
  wire [63:0]  load_address;
  wire [16:0]  load_bytes;
  wire [3:0]   load_skip;
  wire         load_table;
  wire         load_operand;
  wire         load_spread;
  wire [2:0]   load_lane;
  wire [15:0]  load_entry;
  wire [15:0]  load_first;
  wire         load_ends;
  wire         read_beat;

  xrnpe_loader u_loader (
    .clk_i                   (clk_i),
    .rst_ni                  (rst_ni),
    .start_i                 (job_start),
    .stop_i                  (stop),
    .busy_o                  (loader_busy),
    .has_table_i             (has_table),
    .table_address_i         (table_address),
    .window_i                (window),
    .k_words_i               (k_words),
    .row_words_i             (row_words),
    .channel_words_i         (channel_words),
    .row_entries_i           (kernel_row_entries),
    .a_address_i             (a_address),
    .a_stride_i              (a_stride),
    .kernel_width_i          (kernel_width),
    .stride_x_i              (stride_x),
    .stride_y_i              (stride_y),
    .pad_top_i               (pad_top),
    .pad_left_i              (pad_left),
    .image_height_i          (image_height),
    .image_width_i           (image_width),
    .out_height_i            (out_height),
    .out_width_i             (out_width),
    .swap_i                  (swap),
    .stream_count_i          (stream_count),
    .stream_address_i        (stream_address),
    .stream_stride_i         (stream_stride),
    .resident_count_i        (resident_count),
    .resident_address_i      (resident_address),
    .resident_stride_i       (resident_stride),
    .group_i                 (group),
    .reload_i                (reload),
    .stream_free_i           (stream_free),
    .stream_free_entries_i   (stream_free_entries),
    .resident_free_i         (resident_free),
    .resident_free_entries_i (resident_free_entries),
    .table_free_i            (table_free),
    .request_valid_o         (load_valid),
    .request_ready_i         (read_ready),
    .request_address_o       (load_address),
    .request_bytes_o         (load_bytes),
    .request_skip_o          (load_skip),
    .request_table_o         (load_table),
    .request_operand_o       (load_operand),
    .request_spread_o        (load_spread),
    .request_lane_o          (load_lane),
    .request_entry_o         (load_entry),
    .request_first_o         (load_first),
    .request_ends_o          (load_ends)
  );

  // Of a failed request only what it was for matters.
  wire unused_tag = &{1'b0, read_error_tag[37:0], 1'b0};

  wire [39:0]  load_tag = {load_table ? 2'd1 : 2'd2, load_operand, load_spread, load_ends,
                              load_lane, load_first, load_entry};

  xrnpe_axi_read u_axi_read (
    .clk_i             (clk_i),
    .rst_ni            (rst_ni),
    .request_valid_i   (fetch_valid || load_valid),
    .request_ready_o   (read_ready),
    .request_address_i (fetch_valid ? fetch_address : load_address),
    .request_bytes_i   (fetch_valid ? 17'd128 : load_bytes),
    .request_skip_i    (fetch_valid ? 4'd0 : load_skip),
    .request_tag_i     (fetch_valid ? 40'd0 : load_tag),
    .stop_i            (stop),
    .clear_i           (clear),
    .entry_valid_o     (entry_valid),
    .entry_data_o      (entry_data),
    .entry_index_o     (entry_index),
    .entry_tag_o       (entry_tag),
    .entry_last_o      (entry_last),
    .idle_o            (read_idle),
    .error_o           (read_error),
    .error_tag_o       (read_error_tag),
    .beat_o            (read_beat),
    .progress_o        (read_progress),
    .m_axi_arid_o      (m_axi_arid_o),
    .m_axi_araddr_o    (m_axi_araddr_o),
    .m_axi_arlen_o     (m_axi_arlen_o),
    .m_axi_arsize_o    (m_axi_arsize_o),
    .m_axi_arburst_o   (m_axi_arburst_o),
    .m_axi_arcache_o   (m_axi_arcache_o),
    .m_axi_arprot_o    (m_axi_arprot_o),
    .m_axi_arvalid_o   (m_axi_arvalid_o),
    .m_axi_arready_i   (m_axi_arready_i),
    .m_axi_rid_i       (m_axi_rid_i),
    .m_axi_rdata_i     (m_axi_rdata_i),
    .m_axi_rresp_i     (m_axi_rresp_i),
    .m_axi_rlast_i     (m_axi_rlast_i),
    .m_axi_rvalid_i    (m_axi_rvalid_i),
    .m_axi_rready_o    (m_axi_rready_o)
  );

  // ----------------------------------------------------------------------------------------------
  // Issue
  // ----------------------------------------------------------------------------------------------
  wire         issue_begun;
  wire         issue_blocked;
  wire         step;
  wire [15:0]  a_word;
  wire [15:0]  b_word;
  wire         array_valid;
  wire         array_first;
  wire [3:0]   array_lane_valid;
  wire [7:0]   array_zero;
  wire         segment_taken;
  wire         tile;
  wire [63:0]  tile_address;
  wire [4:0]   tile_rows;
  wire [4:0]   tile_cols;
  wire [5:0]   tile_bytes;
  wire [31:0]  tile_row;
  wire [31:0]  tile_col;
  wire [3:0]   tile_place;
  wire         tile_frees;

  xrnpe_issue u_issue (
    .clk_i                   (clk_i),
    .rst_ni                  (rst_ni),
    .start_i                 (job_start),
    .stop_i                  (stop),
    .busy_o                  (issue_busy),
    .begun_o                 (issue_begun),
    .blocked_o               (issue_blocked),
    .input_format_i          (input_format),
    .output_format_i         (output_format),
    .window_i                (window),
    .k_words_i               (k_words),
    .row_words_i             (row_words),
    .channel_words_i         (channel_words),
    .last_lanes_i            (last_lanes),
    .row_entries_i           (kernel_row_entries),
    .stride_x_i              (stride_x),
    .stride_y_i              (stride_y),
    .pad_top_i               (pad_top),
    .pad_left_i              (pad_left),
    .image_height_i          (image_height),
    .image_width_i           (image_width),
    .out_height_i            (out_height),
    .out_width_i             (out_width),
    .c_row_bytes_i           (c_row_bytes),
    .c_address_i             (c_address),
    .c_stride_i              (c_stride),
    .swap_i                  (swap),
    .stream_count_i          (stream_count),
    .stream_entries_i        (stream_entries),
    .resident_count_i        (resident_count),
    .resident_entries_i      (resident_entries),
    .group_i                 (group),
    .reload_i                (reload),
    .stream_ready_i          (block_came && (entry_operand == swap)),
    .resident_ready_i        (block_came && (entry_operand != swap)),
    .stream_free_o           (stream_free),
    .stream_free_entries_o   (stream_free_entries),
    .resident_free_o         (resident_free),
    .resident_free_entries_o (resident_free_entries),
    .step_o                  (step),
    .a_word_o                (a_word),
    .b_word_o                (b_word),
    .array_valid_o           (array_valid),
    .array_first_o           (array_first),
    .array_lane_valid_o      (array_lane_valid),
    .array_zero_o            (array_zero),
    .segment_taken_i         (segment_taken),
    .segments_o              (segments),
    .tile_o                  (tile),
    .tile_address_o          (tile_address),
    .tile_rows_o             (tile_rows),
    .tile_cols_o             (tile_cols),
    .tile_bytes_o            (tile_bytes),
    .tile_row_o              (tile_row),
    .tile_col_o              (tile_col),
    .tile_place_o            (tile_place),
    .tile_frees_o            (tile_frees)
  );

  // ----------------------------------------------------------------------------------------------
  // Operand buffers: one per array row and per array column
  // ----------------------------------------------------------------------------------------------
  wire [127:0] a_words;
  wire [127:0] b_words;

  genvar lane;
  generate
    for (lane = 0; lane < 8; lane = lane + 1) begin : gen_buffer_a
      localparam [15:0] LANE = lane;

      // With a window, all lanes listen to a row of pixels, and each keeps what its kernel sees,
      // from the entry in which that begins. The words before it in that entry are skipped when it
      // is read.
      wire [15:0] offset   = lane_step_words[15:0] * LANE;
      wire [15:0] skip     = window ? offset & 16'd7 : 16'd0;
      wire [15:0] relative = entry_first + entry_index - (offset >> 3);
      wire        seen     = relative < kernel_row_entries;
      wire        mine     = entry_spread ? seen : (entry_lane == LANE[2:0]);
      wire [15:0] place    = entry_place + (entry_spread ? relative : entry_index);
      wire [15:0] word     = a_word + skip;

      xrnpe_operand_buffer u_buffer (
        .clk_i         (clk_i),
        .write_i       (entry_is_operand && !entry_operand && mine),
        .write_entry_i (place[7:0]),
        .write_data_i  (entry_data),
        .read_i        (step),
        .read_word_i   (word[10:0]),
        .words_o       (a_words[lane*16 +: 16])
      );

      wire unused_ok = &{1'b0, place[15:8], word[15:11], 1'b0};
    end
    for (lane = 0; lane < 8; lane = lane + 1) begin : gen_buffer_b
      localparam [15:0] LANE = lane;

      wire        mine  = entry_lane == LANE[2:0];
      wire [15:0] place = entry_place + entry_index;

      xrnpe_operand_buffer u_buffer (
        .clk_i         (clk_i),
        .write_i       (entry_is_operand && entry_operand && mine),
        .write_entry_i (place[7:0]),
        .write_data_i  (entry_data),
        .read_i        (step),
        .read_word_i   (b_word[10:0]),
        .words_o       (b_words[lane*16 +: 16])
      );

      wire unused_ok = &{1'b0, place[15:8], 1'b0};
    end
  endgenerate

  // The buffers are rings: higher bits of a place do not matter.
  wire unused_word = &{1'b0, b_word[15:11], 1'b0};

  // ----------------------------------------------------------------------------------------------
  // Array, channels, drain
  // ----------------------------------------------------------------------------------------------
  wire         capture;
  wire         shift;
  wire [1023:0] sums;
  wire [119:0] carries;
  wire [7:0]   nars;
  wire [3:0]   place;
  wire [383:0] channels;
  wire         segment_valid;
  wire         segment_ready;
  wire [63:0]  segment_address;
  wire [5:0]   segment_bytes;
  wire [255:0] segment_data;

  xrnpe_array u_array (
    .clk_i        (clk_i),
    .format_i     (input_format),
    .valid_i      (array_valid),
    .first_i      (array_first),
    .lane_valid_i (array_lane_valid),
    .a_zero_i     (array_zero),
    .a_words_i    (a_words),
    .b_words_i    (b_words),
    .capture_i    (capture),
    .shift_i      (shift),
    .sums_o       (sums),
    .carries_o    (carries),
    .nars_o       (nars)
  );

  xrnpe_channel_table u_channel_table (
    .clk_i         (clk_i),
    .write_i       (entry_is_table),
    .write_place_i (entry_place[3:0]),
    .write_index_i (entry_index),
    .write_data_i  (entry_data),
    .read_place_i  (place),
    .channels_o    (channels)
  );

  xrnpe_drain u_drain (
    .clk_i             (clk_i),
    .rst_ni            (rst_ni),
    .start_i           (job_start),
    .stop_i            (stop),
    .tile_i            (tile),
    .tile_address_i    (tile_address),
    .tile_rows_i       (tile_rows),
    .tile_cols_i       (tile_cols),
    .tile_bytes_i      (tile_bytes),
    .tile_row_i        (tile_row),
    .tile_col_i        (tile_col),
    .tile_place_i      (tile_place),
    .tile_frees_i      (tile_frees),
    .capture_o         (capture),
    .shift_o           (shift),
    .sums_i            (sums),
    .carries_i         (carries),
    .nars_i            (nars),
    .place_o           (place),
    .channels_i        (channels),
    .table_free_o      (table_free),
    .has_table_i       (has_table),
    .c_stride_i        (c_stride),
    .input_format_i    (input_format),
    .output_format_i   (output_format),
    .activation_i      (activation),
    .slope_m_i         (slope_m),
    .slope_s_i         (slope_s),
    .scale_i           (scale),
    .segment_valid_o   (segment_valid),
    .segment_ready_i   (segment_ready),
    .segment_taken_o   (segment_taken),
    .segment_address_o (segment_address),
    .segment_bytes_o   (segment_bytes),
    .segment_data_o    (segment_data),
    .nar_o             (nar),
    .nar_row_o         (nar_row),
    .nar_col_o         (nar_col)
  );

  // ----------------------------------------------------------------------------------------------
  // Writes
  // ----------------------------------------------------------------------------------------------
  wire [4:0]   written;

  xrnpe_axi_write u_axi_write (
    .clk_i             (clk_i),
    .rst_ni            (rst_ni),
    .segment_valid_i   (segment_valid),
    .segment_ready_o   (segment_ready),
    .segment_address_i (segment_address),
    .segment_bytes_i   (segment_bytes),
    .segment_data_i    (segment_data),
    .stop_i            (stop),
    .clear_i           (clear),
    .idle_o            (write_idle),
    .error_o           (write_error),
    .progress_o        (write_progress),
    .written_o         (written),
    .m_axi_awid_o      (m_axi_awid_o),
    .m_axi_awaddr_o    (m_axi_awaddr_o),
    .m_axi_awlen_o     (m_axi_awlen_o),
    .m_axi_awsize_o    (m_axi_awsize_o),
    .m_axi_awburst_o   (m_axi_awburst_o),
    .m_axi_awcache_o   (m_axi_awcache_o),
    .m_axi_awprot_o    (m_axi_awprot_o),
    .m_axi_awvalid_o   (m_axi_awvalid_o),
    .m_axi_awready_i   (m_axi_awready_i),
    .m_axi_wdata_o     (m_axi_wdata_o),
    .m_axi_wstrb_o     (m_axi_wstrb_o),
    .m_axi_wlast_o     (m_axi_wlast_o),
    .m_axi_wvalid_o    (m_axi_wvalid_o),
    .m_axi_wready_i    (m_axi_wready_i),
    .m_axi_bid_i       (m_axi_bid_i),
    .m_axi_bresp_i     (m_axi_bresp_i),
    .m_axi_bvalid_i    (m_axi_bvalid_i),
    .m_axi_bready_o    (m_axi_bready_o)
  );

  // ----------------------------------------------------------------------------------------------
  // Performance counters: every cycle of a chain is of one kind
  // ----------------------------------------------------------------------------------------------
  wire computing   = step;
  wire write_stall = issue_blocked;
  wire read_stall  = running && issue_busy && issue_begun && !step && !issue_blocked;
  wire fill        = status_busy && !stop && !(running && (issue_begun || !issue_busy))
                  && !step && !issue_blocked;
  wire draining    = status_busy && !computing && !write_stall && !read_stall && !fill;

  xrnpe_counters u_counters (
    .clk_i               (clk_i),
    .rst_ni              (rst_ni),
    .clear_i             (started),
    .cycles_add_i        ({7'd0, status_busy}),
    .busy_add_i          ({7'd0, computing}),
    .read_stall_add_i    ({7'd0, read_stall}),
    .write_stall_add_i   ({7'd0, write_stall}),
    .bytes_read_add_i    (read_beat ? 8'd16 : 8'd0),
    .bytes_written_add_i ({ 3'd0, written}),
    .fill_add_i          ({7'd0, fill}),
    .drain_add_i         ({7'd0, draining}),
    .cycles_o            ({ cycles_hi_count, cycles_lo_count}),
    .busy_o              ({ busy_hi_count, busy_lo_count}),
    .read_stall_o        ({ read_stall_hi_count, read_stall_lo_count}),
    .write_stall_o       ({ write_stall_hi_count, write_stall_lo_count}),
    .bytes_read_o        ({ bytes_read_hi_count, bytes_read_lo_count}),
    .bytes_written_o     ({ bytes_written_hi_count, bytes_written_lo_count}),
    .fill_o              ({ fill_hi_count, fill_lo_count}),
    .drain_o             ({ drain_hi_count, drain_lo_count})
  );

endmodule

`default_nettype wire
