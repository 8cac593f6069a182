// Copyright The XR-NPE developers. Licensed under the Apache License, Version 2.0.
// SPDX-License-Identifier: Apache-2.0
//
// Holds what the descriptor of the job at work says, so that the next descriptor can come
// meanwhile.
//
// Generated for:
//   data_width    = 128                AXI4 data bits, 64 or 128
//   buffer_depth  = 2048               16-bit words per lane, 64 to 16384
//
// Generated from configuration "default": edit the template, not this file. Regenerate:
//   xrnpe generate --unit coproc --preset default --out DIR
`default_nettype none

module xrnpe_job (
  input  wire        clk_i,              // clock
  input  wire [1:0]  input_format_i,
  output wire [1:0]  input_format_o,
  input  wire [2:0]  output_format_i,
  output wire [2:0]  output_format_o,
  input  wire [1:0]  activation_i,
  output wire [1:0]  activation_o,
  input  wire [7:0]  slope_m_i,
  output wire [7:0]  slope_m_o,
  input  wire [3:0]  slope_s_i,
  output wire [3:0]  slope_s_o,
  input  wire [7:0]  scale_i,
  output wire [7:0]  scale_o,
  input  wire [31:0] m_i,
  output wire [31:0] m_o,
  input  wire [31:0] n_i,
  output wire [31:0] n_o,
  input  wire [14:0] k_i,
  output wire [14:0] k_o,
  input  wire [14:0] k_words_i,
  output wire [14:0] k_words_o,
  input  wire [14:0] row_words_i,
  output wire [14:0] row_words_o,
  input  wire [14:0] channel_words_i,
  output wire [14:0] channel_words_o,
  input  wire [2:0]  last_lanes_i,
  output wire [2:0]  last_lanes_o,
  input  wire [34:0] c_row_bytes_i,
  output wire [34:0] c_row_bytes_o,
  input  wire [31:0] a_stride_i,
  output wire [31:0] a_stride_o,
  input  wire [31:0] b_stride_i,
  output wire [31:0] b_stride_o,
  input  wire [31:0] c_stride_i,
  output wire [31:0] c_stride_o,
  input  wire [63:0] a_address_i,
  output wire [63:0] a_address_o,
  input  wire [63:0] b_address_i,
  output wire [63:0] b_address_o,
  input  wire [63:0] c_address_i,
  output wire [63:0] c_address_o,
  input  wire        has_table_i,
  output wire        has_table_o,
  input  wire [63:0] table_address_i,
  output wire [63:0] table_address_o,
  input  wire        window_i,
  output wire        window_o,
  input  wire [8:0]  row_entries_i,
  output wire [8:0]  row_entries_o,
  input  wire [15:0] window_entries_i,
  output wire [15:0] window_entries_o,
  input  wire [22:0] lane_step_words_i,
  output wire [22:0] lane_step_words_o,
  input  wire [7:0]  kernel_height_i,
  output wire [7:0]  kernel_height_o,
  input  wire [7:0]  kernel_width_i,
  output wire [7:0]  kernel_width_o,
  input  wire [7:0]  stride_x_i,
  output wire [7:0]  stride_x_o,
  input  wire [7:0]  stride_y_i,
  output wire [7:0]  stride_y_o,
  input  wire [7:0]  pad_top_i,
  output wire [7:0]  pad_top_o,
  input  wire [7:0]  pad_left_i,
  output wire [7:0]  pad_left_o,
  input  wire [15:0] image_height_i,
  output wire [15:0] image_height_o,
  input  wire [15:0] image_width_i,
  output wire [15:0] image_width_o,
  input  wire [15:0] out_height_i,
  output wire [15:0] out_height_o,
  input  wire [15:0] out_width_i,
  output wire [15:0] out_width_o,
  input  wire        load_i              // the descriptor becomes the job
);

  reg [1:0]   input_format_q;
  reg [2:0]   output_format_q;
  reg [1:0]   activation_q;
  reg [7:0]   slope_m_q;
  reg [3:0]   slope_s_q;
  reg [7:0]   scale_q;
  reg [31:0]  m_q;
  reg [31:0]  n_q;
  reg [14:0]  k_q;
  reg [14:0]  k_words_q;
  reg [14:0]  row_words_q;
  reg [14:0]  channel_words_q;
  reg [2:0]   last_lanes_q;
  reg [34:0]  c_row_bytes_q;
  reg [31:0]  a_stride_q;
  reg [31:0]  b_stride_q;
  reg [31:0]  c_stride_q;
  reg [63:0]  a_address_q;
  reg [63:0]  b_address_q;
  reg [63:0]  c_address_q;
  reg         has_table_q;
  reg [63:0]  table_address_q;
  reg         window_q;
  reg [8:0]   row_entries_q;
  reg [15:0]  window_entries_q;
  reg [22:0]  lane_step_words_q;
  reg [7:0]   kernel_height_q;
  reg [7:0]   kernel_width_q;
  reg [7:0]   stride_x_q;
  reg [7:0]   stride_y_q;
  reg [7:0]   pad_top_q;
  reg [7:0]   pad_left_q;
  reg [15:0]  image_height_q;
  reg [15:0]  image_width_q;
  reg [15:0]  out_height_q;
  reg [15:0]  out_width_q;

  always @(posedge clk_i) begin
    if (load_i) begin
      input_format_q <= input_format_i;
      output_format_q <= output_format_i;
      activation_q <= activation_i;
      slope_m_q <= slope_m_i;
      slope_s_q <= slope_s_i;
      scale_q <= scale_i;
      m_q <= m_i;
      n_q <= n_i;
      k_q <= k_i;
      k_words_q <= k_words_i;
      row_words_q <= row_words_i;
      channel_words_q <= channel_words_i;
      last_lanes_q <= last_lanes_i;
      c_row_bytes_q <= c_row_bytes_i;
      a_stride_q <= a_stride_i;
      b_stride_q <= b_stride_i;
      c_stride_q <= c_stride_i;
      a_address_q <= a_address_i;
      b_address_q <= b_address_i;
      c_address_q <= c_address_i;
      has_table_q <= has_table_i;
      table_address_q <= table_address_i;
      window_q <= window_i;
      row_entries_q <= row_entries_i;
      window_entries_q <= window_entries_i;
      lane_step_words_q <= lane_step_words_i;
      kernel_height_q <= kernel_height_i;
      kernel_width_q <= kernel_width_i;
      stride_x_q <= stride_x_i;
      stride_y_q <= stride_y_i;
      pad_top_q <= pad_top_i;
      pad_left_q <= pad_left_i;
      image_height_q <= image_height_i;
      image_width_q <= image_width_i;
      out_height_q <= out_height_i;
      out_width_q <= out_width_i;
    end
  end

  assign input_format_o = input_format_q;
  assign output_format_o = output_format_q;
  assign activation_o = activation_q;
  assign slope_m_o = slope_m_q;
  assign slope_s_o = slope_s_q;
  assign scale_o = scale_q;
  assign m_o = m_q;
  assign n_o = n_q;
  assign k_o = k_q;
  assign k_words_o = k_words_q;
  assign row_words_o = row_words_q;
  assign channel_words_o = channel_words_q;
  assign last_lanes_o = last_lanes_q;
  assign c_row_bytes_o = c_row_bytes_q;
  assign a_stride_o = a_stride_q;
  assign b_stride_o = b_stride_q;
  assign c_stride_o = c_stride_q;
  assign a_address_o = a_address_q;
  assign b_address_o = b_address_q;
  assign c_address_o = c_address_q;
  assign has_table_o = has_table_q;
  assign table_address_o = table_address_q;
  assign window_o = window_q;
  assign row_entries_o = row_entries_q;
  assign window_entries_o = window_entries_q;
  assign lane_step_words_o = lane_step_words_q;
  assign kernel_height_o = kernel_height_q;
  assign kernel_width_o = kernel_width_q;
  assign stride_x_o = stride_x_q;
  assign stride_y_o = stride_y_q;
  assign pad_top_o = pad_top_q;
  assign pad_left_o = pad_left_q;
  assign image_height_o = image_height_q;
  assign image_width_o = image_width_q;
  assign out_height_o = out_height_q;
  assign out_width_o = out_width_q;

endmodule

`default_nettype wire
