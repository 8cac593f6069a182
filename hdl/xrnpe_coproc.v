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
//   buffer_depth  = 1024               16-bit words per lane, 16 to 16384
//   max_burst     = 16                 longest burst in beats, 1 to 256
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
  input  wire [1:0]   m_axi_bresp_i,     // write response
  input  wire         m_axi_bvalid_i,    // write response valid
  output wire         m_axi_bready_o,    // write response taken
  output wire [63:0]  m_axi_araddr_o,    // read address, aligned to the bus
  output wire [7:0]   m_axi_arlen_o,     // beats - 1
  output wire [2:0]   m_axi_arsize_o,    // full width
  output wire [1:0]   m_axi_arburst_o,   // INCR
  output wire [3:0]   m_axi_arcache_o,   // normal, non-cacheable, bufferable
  output wire [2:0]   m_axi_arprot_o,    // data, secure, unprivileged
  output wire         m_axi_arvalid_o,   // read address valid
  input  wire         m_axi_arready_i,   // read address taken
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

  xrnpe_axil_regs u_axil_regs (
    .control_start_o               (control_start),
    .control_irq_enable_o          (control_irq_enable),
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
  // Sequencer
  // ----------------------------------------------------------------------------------------------
  wire         started;
  wire         read_waiting;
  wire         write_waiting;
  wire         read_valid;
  wire         read_idle;
  wire [63:0]  read_address;
  wire [11:0]  read_bytes;
  wire         read_abort;
  wire         read_data_valid;
  wire [127:0] read_data;
  wire [1:0]   read_error;
  wire         read_beat;
  wire         read_progress;
  wire         descriptor_load;
  wire         descriptor_check;
  wire         descriptor_checked;
  wire [7:0]   descriptor_error;
  wire [1:0]   input_format;
  wire [2:0]   output_format;
  wire [1:0]   activation;
  wire [7:0]   slope_m;
  wire [3:0]   slope_s;
  wire [7:0]   scale;
  wire [31:0]  m;
  wire [31:0]  n;
  wire [14:0]  k;
  wire [14:0]  k_words;
  wire [34:0]  c_row_bytes;
  wire [31:0]  a_stride;
  wire [31:0]  b_stride;
  wire [31:0]  c_stride;
  wire [63:0]  a_address;
  wire [63:0]  b_address;
  wire [63:0]  c_address;
  wire [63:0]  next;
  wire         buffer_write;
  wire         buffer_operand;
  wire [2:0]   buffer_lane;
  wire [6:0]   buffer_entry;
  wire         step_read;
  wire [9:0]   step;
  wire         array_valid;
  wire         array_first;
  wire [3:0]   array_lane_valid;
  wire         array_shift;
  wire         drain_load;
  wire [3:0]   drain_count;
  wire         drain_valid;
  wire         drain_nar;
  wire [2:0]   drain_nar_col;
  wire         write_valid;
  wire         write_ready;
  wire [63:0]  write_address;
  wire [5:0]   write_bytes;
  wire         write_clear;
  wire         write_idle;
  wire [1:0]   write_error;
  wire         write_progress;

  xrnpe_sequencer u_sequencer (
    .clk_i                (clk_i),
    .rst_ni               (rst_ni),
    .start_i              (control_start),
    .descriptor_address_i ({descriptor_hi_address, descriptor_lo_address}),
    .watchdog_cycles_i    (watchdog_cycles),
    .started_o            (started),
    .busy_o               (status_busy),
    .done_o               (status_done_set),
    .error_code_o         (error_code),
    .error_index_o        (error_index_index),
    .error_descriptor_o   ({error_descriptor_hi_address, error_descriptor_lo_address}),
    .nar_row_o            (nar_row_row),
    .nar_col_o            (nar_col_col),
    .read_waiting_o       (read_waiting),
    .write_waiting_o      (write_waiting),
    .read_valid_o         (read_valid),
    .read_idle_i          (read_idle),
    .read_address_o       (read_address),
    .read_bytes_o         (read_bytes),
    .read_abort_o         (read_abort),
    .read_data_valid_i    (read_data_valid),
    .read_error_i         (read_error),
    .read_progress_i      (read_progress),
    .descriptor_load_o    (descriptor_load),
    .descriptor_check_o   (descriptor_check),
    .descriptor_checked_i (descriptor_checked),
    .descriptor_error_i   (descriptor_error),
    .input_format_i       (input_format),
    .output_format_i      (output_format),
    .m_i                  (m),
    .n_i                  (n),
    .k_i                  (k),
    .k_words_i            (k_words),
    .c_row_bytes_i        (c_row_bytes),
    .a_stride_i           (a_stride),
    .b_stride_i           (b_stride),
    .c_stride_i           (c_stride),
    .a_address_i          (a_address),
    .b_address_i          (b_address),
    .c_address_i          (c_address),
    .next_i               (next),
    .buffer_write_o       (buffer_write),
    .buffer_operand_o     (buffer_operand),
    .buffer_lane_o        (buffer_lane),
    .buffer_entry_o       (buffer_entry),
    .step_read_o          (step_read),
    .step_o               (step),
    .array_valid_o        (array_valid),
    .array_first_o        (array_first),
    .array_lane_valid_o   (array_lane_valid),
    .array_shift_o        (array_shift),
    .drain_load_o         (drain_load),
    .drain_count_o        (drain_count),
    .drain_valid_i        (drain_valid),
    .drain_nar_i          (drain_nar),
    .drain_nar_col_i      (drain_nar_col),
    .write_valid_o        (write_valid),
    .write_ready_i        (write_ready),
    .write_address_o      (write_address),
    .write_bytes_o        (write_bytes),
    .write_clear_o        (write_clear),
    .write_idle_i         (write_idle),
    .write_error_i        (write_error),
    .write_progress_i     (write_progress)
  );

  xrnpe_descriptor u_descriptor (
    .clk_i           (clk_i),
    .rst_ni          (rst_ni),
    .load_i          (descriptor_load),
    .load_data_i     (read_data),
    .check_i         (descriptor_check),
    .checked_o       (descriptor_checked),
    .error_o         (descriptor_error),
    .input_format_o  (input_format),
    .output_format_o (output_format),
    .activation_o    (activation),
    .slope_m_o       (slope_m),
    .slope_s_o       (slope_s),
    .scale_o         (scale),
    .m_o             (m),
    .n_o             (n),
    .k_o             (k),
    .k_words_o       (k_words),
    .c_row_bytes_o   (c_row_bytes),
    .a_stride_o      (a_stride),
    .b_stride_o      (b_stride),
    .c_stride_o      (c_stride),
    .a_address_o     (a_address),
    .b_address_o     (b_address),
    .c_address_o     (c_address),
    .next_o          (next)
  );

  // ----------------------------------------------------------------------------------------------
  // Memory
  // ----------------------------------------------------------------------------------------------
  wire [255:0] segment;

  xrnpe_axi_read u_axi_read (
    .clk_i             (clk_i),
    .rst_ni            (rst_ni),
    .request_valid_i   (read_valid),
    .request_ready_o   (read_idle),
    .request_address_i (read_address),
    .request_bytes_i   (read_bytes),
    .abort_i           (read_abort),
    .data_valid_o      (read_data_valid),
    .data_o            (read_data),
    .error_o           (read_error),
    .beat_o            (read_beat),
    .progress_o        (read_progress),
    .m_axi_araddr_o    (m_axi_araddr_o),
    .m_axi_arlen_o     (m_axi_arlen_o),
    .m_axi_arsize_o    (m_axi_arsize_o),
    .m_axi_arburst_o   (m_axi_arburst_o),
    .m_axi_arcache_o   (m_axi_arcache_o),
    .m_axi_arprot_o    (m_axi_arprot_o),
    .m_axi_arvalid_o   (m_axi_arvalid_o),
    .m_axi_arready_i   (m_axi_arready_i),
    .m_axi_rdata_i     (m_axi_rdata_i),
    .m_axi_rresp_i     (m_axi_rresp_i),
    .m_axi_rlast_i     (m_axi_rlast_i),
    .m_axi_rvalid_i    (m_axi_rvalid_i),
    .m_axi_rready_o    (m_axi_rready_o)
  );

  xrnpe_axi_write u_axi_write (
    .clk_i             (clk_i),
    .rst_ni            (rst_ni),
    .request_valid_i   (write_valid),
    .request_ready_o   (write_ready),
    .request_address_i (write_address),
    .request_bytes_i   (write_bytes),
    .request_data_i    (segment),
    .clear_i           (write_clear),
    .idle_o            (write_idle),
    .error_o           (write_error),
    .progress_o        (write_progress),
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
    .m_axi_bresp_i     (m_axi_bresp_i),
    .m_axi_bvalid_i    (m_axi_bvalid_i),
    .m_axi_bready_o    (m_axi_bready_o)
  );

  // ----------------------------------------------------------------------------------------------
  // Operand buffers: one per array row and per array column
  // ----------------------------------------------------------------------------------------------
  wire [127:0] a_words;
  wire [127:0] b_words;

  genvar lane;
  generate
    for (lane = 0; lane < 8; lane = lane + 1) begin : gen_buffer_a
      xrnpe_operand_buffer u_buffer (
        .clk_i         (clk_i),
        .write_i       (buffer_write && !buffer_operand && (buffer_lane == lane[2:0])),
        .write_entry_i (buffer_entry),
        .write_data_i  (read_data),
        .read_i        (step_read),
        .read_step_i   (step),
        .words_o       (a_words[lane*16 +: 16])
      );
    end
    for (lane = 0; lane < 8; lane = lane + 1) begin : gen_buffer_b
      xrnpe_operand_buffer u_buffer (
        .clk_i         (clk_i),
        .write_i       (buffer_write && buffer_operand && (buffer_lane == lane[2:0])),
        .write_entry_i (buffer_entry),
        .write_data_i  (read_data),
        .read_i        (step_read),
        .read_step_i   (step),
        .words_o       (b_words[lane*16 +: 16])
      );
    end
  endgenerate

  // ----------------------------------------------------------------------------------------------
  // Compute and drain
  // ----------------------------------------------------------------------------------------------
  wire [1023:0] sums;
  wire [119:0] carries;
  wire [7:0]    nars;

  xrnpe_array u_array (
    .clk_i        (clk_i),
    .format_i     (input_format),
    .valid_i      (array_valid),
    .first_i      (array_first),
    .lane_valid_i (array_lane_valid),
    .a_words_i    (a_words),
    .b_words_i    (b_words),
    .shift_i      (array_shift),
    .sums_o       (sums),
    .carries_o    (carries),
    .nars_o       (nars)
  );

  xrnpe_drain u_drain (
    .clk_i           (clk_i),
    .rst_ni          (rst_ni),
    .load_i          (drain_load),
    .count_i         (drain_count),
    .sums_i          (sums),
    .carries_i       (carries),
    .nars_i          (nars),
    .input_format_i  (input_format),
    .output_format_i (output_format),
    .activation_i    (activation),
    .slope_m_i       (slope_m),
    .slope_s_i       (slope_s),
    .scale_i         (scale),
    .valid_o         (drain_valid),
    .segment_o       (segment),
    .nar_o           (drain_nar),
    .nar_col_o       (drain_nar_col)
  );

  // ----------------------------------------------------------------------------------------------
  // Performance counters
  // ----------------------------------------------------------------------------------------------
  wire [7:0] bytes_written_add = (write_valid && write_ready) ? { 2'd0, write_bytes} : 8'd0;

  xrnpe_counters u_counters (
    .clk_i               (clk_i),
    .rst_ni              (rst_ni),
    .clear_i             (started),
    .cycles_add_i        ({7'd0, status_busy}),
    .busy_add_i          ({7'd0, array_valid}),
    .read_stall_add_i    ({7'd0, read_waiting && !read_beat}),
    .write_stall_add_i   ({7'd0, write_waiting && !write_ready}),
    .bytes_read_add_i    (read_beat ? 8'd16 : 8'd0),
    .bytes_written_add_i (bytes_written_add),
    .cycles_o            ({ cycles_hi_count, cycles_lo_count}),
    .busy_o              ({ busy_hi_count, busy_lo_count}),
    .read_stall_o        ({ read_stall_hi_count, read_stall_lo_count}),
    .write_stall_o       ({ write_stall_hi_count, write_stall_lo_count}),
    .bytes_read_o        ({ bytes_read_hi_count, bytes_read_lo_count}),
    .bytes_written_o     ({ bytes_written_hi_count, bytes_written_lo_count})
  );

endmodule

`default_nettype wire
