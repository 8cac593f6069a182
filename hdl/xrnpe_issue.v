// Copyright The XR-NPE developers. Licensed under the Apache License, Version 2.0.
// SPDX-License-Identifier: Apache-2.0
//
// Walks the tiles of a job step by step, as their operands are there, and feeds the array.
//
// Generated for:
//   rows          = 8                  rows of PEs, 2 to 16
//   cols          = 8                  columns of PEs, 2 to 16
//   slices        = 1                  16-bit words a PE takes per cycle, 1, 2 or 4
//   data_width    = 128                AXI4 data bits, 64 or 128
//   buffer_depth  = 2048               16-bit words per lane, 64 to 16384
//   out_units     = 4                  results finished in a cycle, 1 to cols
//   formats       = fp4 p4 p8 p16      input formats built in
//
// Generated from configuration "default": edit the template, not this file. Regenerate:
//   xrnpe generate --unit coproc --preset default --out DIR
`default_nettype none

module xrnpe_issue (
  input  wire        clk_i,                    // clock
  input  wire        rst_ni,                   // asynchronous reset, active low
  input  wire        start_i,                  // a job starts, its fields and plan are there
  input  wire        stop_i,                   // issue nothing more
  output wire        busy_o,                   // steps are left
  output wire        begun_o,                  // the job's first step was issued
  output wire        blocked_o,                // the operands are there, the output is not free

  // The job, see xrnpe_descriptor; constant while it runs
  input  wire [1:0]  input_format_i,
  input  wire [2:0]  output_format_i,
  input  wire        window_i,
  input  wire [14:0] k_words_i,
  input  wire [14:0] row_words_i,
  input  wire [14:0] channel_words_i,
  input  wire [2:0]  last_lanes_i,
  input  wire [15:0] row_entries_i,
  input  wire [7:0]  stride_x_i,
  input  wire [7:0]  stride_y_i,
  input  wire [7:0]  pad_top_i,
  input  wire [7:0]  pad_left_i,
  input  wire [15:0] image_height_i,
  input  wire [15:0] image_width_i,
  input  wire [15:0] out_height_i,
  input  wire [15:0] out_width_i,
  input  wire [34:0] c_row_bytes_i,
  input  wire [63:0] c_address_i,
  input  wire [31:0] c_stride_i,

  // Its plan, see xrnpe_plan
  input  wire        swap_i,
  input  wire [31:0] stream_count_i,
  input  wire [15:0] stream_entries_i,
  input  wire [31:0] resident_count_i,
  input  wire [15:0] resident_entries_i,
  input  wire [4:0]  group_i,
  input  wire        reload_i,

  // Blocks of operands that have come, and those that are no longer needed
  input  wire        stream_ready_i,           // one more of the streaming operand is there
  input  wire        resident_ready_i,
  output wire        stream_free_o,
  output wire [15:0] stream_free_entries_o,
  output wire        resident_free_o,
  output wire [15:0] resident_free_entries_o,

  // The step: 1 word(s) of K
  output wire        step_o,                   // the buffers read
  output wire [15:0] a_word_o,                 // where in the rows' buffers
  output wire [15:0] b_word_o,                 // where in the columns' buffers

  // What goes with the step, one cycle later, as the words do
  output wire        array_valid_o,
  output wire        array_first_o,            // the first of a tile
  output wire [3:0]  array_lane_valid_o,       // lanes below K, 4 bits a word
  output wire [7:0]  array_zero_o,             // words of A outside the image

  // A tile's last step: what the drain must know of the tile
  input  wire        segment_taken_i,          // the write engine took a segment
  output wire        segments_o,               // segments are on their way or wait
  output wire        tile_o,
  output wire [63:0] tile_address_o,           // its first byte of C
  output wire [4:0]  tile_rows_o,
  output wire [4:0]  tile_cols_o,
  output wire [5:0]  tile_bytes_o,             // bytes of each of its rows
  output wire [31:0] tile_row_o,               // its first row of C
  output wire [31:0] tile_col_o,               // its first column of C
  output wire [3:0]  tile_place_o,             // of its columns in the channel table
  output wire        tile_frees_o              // the columns' last tile
);

  localparam [15:0] FIRST_BLOCK = 16'd16;  // words, as xrnpe_loader cuts them
  localparam [15:0] BLOCK       = 16'd64;
  localparam [5:0]  SEGMENTS    = 6'd16;  // room for finished segments

  reg run_q;
  reg begun_q;

  // ----------------------------------------------------------------------------------------------
  // The walk, as in xrnpe_loader, but with every tile
  // ----------------------------------------------------------------------------------------------
  reg [31:0] group_left_q;     // resident rows from the group's first panel on
  reg [31:0] resident_left_q;  // from this panel on
  reg [31:0] stream_left_q;    // stream rows from this panel on; with a window, pixels of the row
  reg [15:0] out_rows_left_q;  // with a window: rows of output pixels from this one on
  reg [3:0]  panel_q;          // number of the resident panel in its group
  reg        loading_q;        // the first pass over the stream operand
  reg        first_tile_q;     // the job's first tile

  wire [31:0] stream_lanes   = swap_i ? 32'd8 : 32'd8;
  wire [31:0] resident_lanes = swap_i ? 32'd8 : 32'd8;
  wire [31:0] stream_rows    = (stream_left_q < stream_lanes) ? stream_left_q : stream_lanes;
  wire        last_resident  = resident_left_q <= resident_lanes;
  wire [31:0] resident_rows  = last_resident ? resident_left_q : resident_lanes;
  wire        row_ends       = stream_left_q <= stream_lanes;
  wire        last_panel     = ({1'b0, panel_q} + 5'd1 == group_i) || last_resident;
  wire        last_stream    = row_ends && (!window_i || (out_rows_left_q == 16'd1));
  wire        last_tile      = last_panel && last_stream && last_resident;

  // ----------------------------------------------------------------------------------------------
  // The step: words of K, pixel by pixel and kernel row by kernel row; without a window K is one
  // pixel
  // ----------------------------------------------------------------------------------------------
  reg [15:0] k_left_q;         // words of K from this step on
  reg [15:0] row_left_q;       // words of the kernel row
  reg [15:0] channel_q;        // word in the pixel
  reg [7:0]  kernel_x_q;       // pixel in the kernel row
  reg        first_q;          // no step of this tile was issued yet

  wire [15:0] k_words       = {1'b0, k_words_i};
  wire [15:0] row_words     = {1'b0, row_words_i};
  wire [15:0] channel_words = {1'b0, channel_words_i};
  wire [15:0] count     = 16'd1;
  wire        row_last  = row_left_q == count;
  wire        tile_last = k_left_q == count;

  // ----------------------------------------------------------------------------------------------
  // Blocks: how much of this one is left, and how many came that the walk has not passed
  // ----------------------------------------------------------------------------------------------
  reg [15:0] stream_block_q;    // words of the stream operand's block, without a window
  reg [15:0] stream_in_q;       // of these, from this step on
  reg [15:0] resident_block_q;
  reg [15:0] resident_in_q;
  reg [15:0] stream_came_q;
  reg [15:0] resident_came_q;

  wire        new_stream     = panel_q == 4'd0;
  wire [15:0] block_most     = first_tile_q ? FIRST_BLOCK : BLOCK;
  wire        new_resident   = loading_q || reload_i;
  wire        stream_ends    = window_i ? row_last : stream_in_q <= count;
  wire        resident_ends  = resident_in_q <= count;
  wire [15:0] stream_next    = next_block(k_left_q - stream_in_q, block_most);
  wire [15:0] resident_next  = next_block(k_left_q - resident_in_q, block_most);

  // A step may need the next block, too, when a kernel row ends in the middle of it.
  // The last step of K may use up both.
  wire        needs_two      = (resident_in_q < count);
  wire        ends_two       = needs_two && tile_last;
  wire        stream_there   = !new_stream || (stream_came_q != 16'd0);
  wire        resident_there = !new_resident || (resident_came_q > {15'd0, needs_two});

  function [15:0] next_block;
    input [15:0] left;
    input [15:0] most;
    begin
      next_block = (left < most) ? left : most;
    end
  endfunction

  // Of this tile, and of the next one, which is no job's first.
  wire [15:0] first_block = (k_words < FIRST_BLOCK) ? k_words : FIRST_BLOCK;
  wire [15:0] later_block = (k_words < BLOCK) ? k_words : BLOCK;

  // ----------------------------------------------------------------------------------------------
  // The output: a tile may end when its predecessor has left the shadows by the time it gets
  // there, and when there is room for its segments
  // ----------------------------------------------------------------------------------------------
  reg [7:0] gap_q;           // cycles until the next tile may end
  reg [5:0] segments_q;      // segments on their way or waiting

  wire [4:0] tile_rows = swap_i ? resident_rows[4:0] : stream_rows[4:0];
  wire       room      = segments_q + {1'b0, tile_rows} <= SEGMENTS;
  wire       free      = (gap_q == 8'd0) && room;
  wire       there     = run_q && !stop_i && stream_there && resident_there;
  wire       step      = there && (!tile_last || free);
  wire       last      = step && tile_last;

  // ----------------------------------------------------------------------------------------------
  // Places in the buffers' rings, in words and entries
  // ----------------------------------------------------------------------------------------------
  reg [15:0] stream_word_q;     // this step
  reg [15:0] stream_row_q;      // with a window: first entry of the kernel row
  reg [15:0] stream_panel_q;    // first entry of the stream panel
  reg [15:0] resident_word_q;   // this step
  reg [15:0] resident_panel_q;  // first entry of the resident panel
  reg [15:0] resident_group_q;  // first entry of the group

  wire [15:0] stream_row_next     = stream_row_q + row_entries_i;
  wire [15:0] stream_panel_next   = last_panel ? stream_panel_q + stream_entries_i : stream_panel_q;
  wire [15:0] resident_after      = resident_panel_q + resident_entries_i;
  wire        group_ends          = last_panel && last_stream;
  wire [15:0] resident_panel_next = (!last_panel || group_ends || reload_i) ? resident_after
                                  : resident_group_q;

  // ----------------------------------------------------------------------------------------------
  // Places in C and in the channel table
  // ----------------------------------------------------------------------------------------------
  reg [63:0] stream_c_q;        // bytes from C's start, by stream panels and by resident panels
  reg [63:0] resident_c_q;
  reg [63:0] group_c_q;
  reg [31:0] stream_index_q;    // first row or column of the tile
  reg [31:0] resident_index_q;
  reg [31:0] group_index_q;
  reg [3:0]  place_q;           // of the group's first columns, or of the stream panel's
  reg [5:0]   cols_bytes;        // bytes of a full tile's row of C

  always @(*) begin
    case (output_format_i)
      3'd0: cols_bytes = 6'd4;  // fp4
      3'd1: cols_bytes = 6'd4;  // p4
      3'd2: cols_bytes = 6'd8;  // p8
      3'd3: cols_bytes = 6'd16;  // p16
      default: cols_bytes = 6'd32;  // f32
    endcase
  end

  wire [63:0] rows_bytes    = {32'd0, c_stride_i} * {59'd0, tile_rows};
  wire [63:0] cols_step     = { 58'd0, cols_bytes};
  wire [63:0] stream_step   = swap_i ? cols_step : rows_bytes;
  wire [63:0] resident_step = swap_i ? rows_bytes : cols_step;
  wire [34:0] cols_offset   = swap_i ? stream_c_q[34:0] : resident_c_q[34:0];
  wire [34:0] bytes_left    = c_row_bytes_i - cols_offset;
  wire        last_cols     = swap_i ? row_ends : last_resident;

  // ----------------------------------------------------------------------------------------------
  // Places in the image
  // ----------------------------------------------------------------------------------------------
  reg [17:0] x_q;  // image column of the first output pixel's first kernel column, two's complement
  reg [17:0] y_q;  // image row of the first kernel row
  reg [17:0] row_q;  // image row of this kernel row

  wire [17:0] left_edge = 18'd0 - {10'd0, pad_left_i};
  wire [17:0] top_edge  = 18'd0 - {10'd0, pad_top_i};
  wire [17:0] y_next    = !(last_panel && row_ends) ? y_q
                        : last_stream ? top_edge : y_q + {10'd0, stride_y_i};

  always @(posedge clk_i or negedge rst_ni) begin
    if (!rst_ni) begin
      run_q   <= 1'b0;
      begun_q <= 1'b0;
    end else if (start_i) begin
      run_q   <= 1'b1;
      begun_q <= 1'b0;
    end else begin
      run_q   <= run_q && !stop_i && !(last && last_tile);
      begun_q <= begun_q || step;
    end
  end

  always @(posedge clk_i) begin
    if (start_i) begin
      group_left_q     <= resident_count_i;
      resident_left_q  <= resident_count_i;
      stream_left_q    <= window_i ? {16'd0, out_width_i} : stream_count_i;
      out_rows_left_q  <= out_height_i;
      panel_q          <= 4'd0;
      loading_q        <= 1'b1;
      first_tile_q     <= 1'b1;
      k_left_q         <= k_words;
      row_left_q       <= row_words;
      channel_q        <= 16'd0;
      kernel_x_q       <= 8'd0;
      first_q          <= 1'b1;
      stream_block_q   <= first_block;
      stream_in_q      <= first_block;
      resident_block_q <= first_block;
      resident_in_q    <= first_block;
      stream_word_q    <= 16'd0;
      stream_row_q     <= 16'd0;
      stream_panel_q   <= 16'd0;
      resident_word_q  <= 16'd0;
      resident_panel_q <= 16'd0;
      resident_group_q <= 16'd0;
      stream_c_q       <= 64'd0;
      resident_c_q     <= 64'd0;
      group_c_q        <= 64'd0;
      stream_index_q   <= 32'd0;
      resident_index_q <= 32'd0;
      group_index_q    <= 32'd0;
      place_q          <= 4'd0;
      x_q              <= left_edge;
      y_q              <= top_edge;
      row_q            <= top_edge;
    end else if (step && !tile_last) begin
      k_left_q   <= k_left_q - count;
      row_left_q <= row_last ? row_words : row_left_q - count;
      channel_q  <= row_last ? 16'd0 : channel_next;
      kernel_x_q <= row_last ? 8'd0 : kernel_x_next;
      first_q    <= 1'b0;

      stream_word_q <= (window_i && row_last) ? stream_row_next << 3 : stream_word_q + count;
      if (row_last) begin
        stream_row_q <= stream_row_next;
        row_q        <= row_q + 18'd1;
      end
      resident_word_q <= resident_word_q + count;

      stream_in_q <= stream_in_q - count;
      if (stream_ends) begin
        stream_block_q <= stream_next;
        stream_in_q    <= stream_in_q + stream_next - count;
      end
      resident_in_q <= resident_in_q - count;
      if (resident_ends) begin
        resident_block_q <= resident_next;
        resident_in_q    <= resident_in_q + resident_next - count;
      end
    end else if (last) begin
      k_left_q         <= k_words;
      row_left_q       <= row_words;
      channel_q        <= 16'd0;
      kernel_x_q       <= 8'd0;
      first_q          <= 1'b1;
      first_tile_q     <= 1'b0;
      stream_block_q   <= later_block;
      stream_in_q      <= later_block;
      resident_block_q <= later_block;
      resident_in_q    <= later_block;
      stream_panel_q   <= stream_panel_next;
      stream_row_q     <= stream_panel_next;
      stream_word_q    <= stream_panel_next << 3;
      resident_panel_q <= resident_panel_next;
      resident_word_q  <= resident_panel_next << 3;
      y_q              <= y_next;
      row_q            <= y_next;

      if (!last_panel) begin
        panel_q          <= panel_q + 4'd1;
        resident_left_q  <= resident_left_q - resident_rows;
        resident_c_q     <= resident_c_q + resident_step;
        resident_index_q <= resident_index_q + resident_rows;
      end else begin
        panel_q          <= 4'd0;
        loading_q        <= last_stream;
        resident_left_q  <= last_stream ? resident_left_q - resident_rows : group_left_q;
        resident_c_q     <= last_stream ? resident_c_q + resident_step : group_c_q;
        resident_index_q <= last_stream ? resident_index_q + resident_rows : group_index_q;
        stream_left_q    <= stream_left_q - stream_rows;
        stream_c_q       <= last_stream ? 64'd0 : stream_c_q + stream_step;
        stream_index_q   <= last_stream ? 32'd0 : stream_index_q + stream_rows;
        x_q              <= x_q + {2'd0, {8'd0, stride_x_i} << 3};
        if (row_ends) begin
          stream_left_q   <= window_i ? {16'd0, out_width_i} : stream_count_i;
          out_rows_left_q <= last_stream ? out_height_i : out_rows_left_q - 16'd1;
          x_q             <= left_edge;
        end
        if (last_stream) begin
          group_left_q     <= resident_left_q - resident_rows;
          group_c_q        <= resident_c_q + resident_step;
          group_index_q    <= resident_index_q + resident_rows;
          resident_group_q <= resident_after;
        end
        if (swap_i) begin
          place_q <= place_q + 4'd1;
        end else if (last_stream) begin
          place_q <= place_q + panel_q + 4'd1;
        end
      end
    end
  end

  always @(posedge clk_i or negedge rst_ni) begin
    if (!rst_ni) begin
      stream_came_q   <= 16'd0;
      resident_came_q <= 16'd0;
      gap_q           <= 8'd0;
      segments_q      <= 6'd0;
    end else begin
      if (start_i) begin
        stream_came_q   <= 16'd0;
        resident_came_q <= 16'd0;
      end else begin
        stream_came_q   <= stream_came_q + {15'd0, stream_ready_i}
                         - {15'd0, step && stream_ends && new_stream};
        resident_came_q <= resident_came_q + {15'd0, resident_ready_i}
                         - {15'd0, step && resident_ends && new_resident}
                         - {15'd0, step && ends_two && new_resident};
      end
      gap_q      <= last ? ({3'd0, tile_rows} << 1) - 8'd1 : gap_q - {7'd0, gap_q != 8'd0};
      segments_q <= segments_q + (last ? {1'b0, tile_rows} : 6'd0) - {5'd0, segment_taken_i};
    end
  end

  assign stream_free_o           = step && stream_ends && last_panel;
  assign stream_free_entries_o   = window_i ? row_entries_i
                                 : (stream_block_q + 16'd7) >> 3;
  assign resident_free_o         = step && resident_ends && (last_stream || reload_i);
  assign resident_free_entries_o = ((resident_block_q + 16'd7) >> 3)
                                 + (ends_two ? (resident_next + 16'd7) >> 3 : 16'd0);

  // ----------------------------------------------------------------------------------------------
  // Which lanes count: channels beyond the last are masked on both sides, pixels outside the image
  // are zeros
  // ----------------------------------------------------------------------------------------------
  reg  [3:0]  all_lanes;   // of the format
  wire [3:0]  some_lanes = ~(4'hf << last_lanes_i);  // of a pixel's last word
  wire        inside_y   = !row_q[17] && (row_q < {2'd0, image_height_i});

  always @(*) begin
    case (input_format_i)
      2'd0: all_lanes = 4'hf;  // fp4
      2'd1: all_lanes = 4'hf;  // p4
      2'd2: all_lanes = 4'h3;  // p8
      2'd3: all_lanes = 4'h1;  // p16
      default: all_lanes = 4'h0;
    endcase
  end

  wire [15:0] channel_0    = channel_q;
  wire [7:0]  kernel_x_0   = kernel_x_q;
  wire        pixel_ends_0 = channel_0 + 16'd1 == channel_words;
  wire [17:0] x_0          = x_q + {10'd0, kernel_x_0};
  wire [15:0] channel_next   = pixel_ends_0 ? 16'd0 : channel_0 + 16'd1;
  wire [7:0]  kernel_x_next  = kernel_x_0 + {7'd0, pixel_ends_0};

  wire [3:0]   lane_valid;
  wire [7:0]   zero;

  assign lane_valid[0 +: 4] = (pixel_ends_0 ? some_lanes : all_lanes);
  wire [17:0] offset_0 = 18'd0;
  wire [17:0] x_0_0 = x_0 + offset_0;
  assign zero[0] = window_i
    && (!inside_y || x_0_0[17] || (x_0_0 >= {2'd0, image_width_i}));
  wire [17:0] offset_1 = {10'd0, stride_x_i} * 18'd1;
  wire [17:0] x_1_0 = x_0 + offset_1;
  assign zero[1] = window_i
    && (!inside_y || x_1_0[17] || (x_1_0 >= {2'd0, image_width_i}));
  wire [17:0] offset_2 = {10'd0, stride_x_i} * 18'd2;
  wire [17:0] x_2_0 = x_0 + offset_2;
  assign zero[2] = window_i
    && (!inside_y || x_2_0[17] || (x_2_0 >= {2'd0, image_width_i}));
  wire [17:0] offset_3 = {10'd0, stride_x_i} * 18'd3;
  wire [17:0] x_3_0 = x_0 + offset_3;
  assign zero[3] = window_i
    && (!inside_y || x_3_0[17] || (x_3_0 >= {2'd0, image_width_i}));
  wire [17:0] offset_4 = {10'd0, stride_x_i} * 18'd4;
  wire [17:0] x_4_0 = x_0 + offset_4;
  assign zero[4] = window_i
    && (!inside_y || x_4_0[17] || (x_4_0 >= {2'd0, image_width_i}));
  wire [17:0] offset_5 = {10'd0, stride_x_i} * 18'd5;
  wire [17:0] x_5_0 = x_0 + offset_5;
  assign zero[5] = window_i
    && (!inside_y || x_5_0[17] || (x_5_0 >= {2'd0, image_width_i}));
  wire [17:0] offset_6 = {10'd0, stride_x_i} * 18'd6;
  wire [17:0] x_6_0 = x_0 + offset_6;
  assign zero[6] = window_i
    && (!inside_y || x_6_0[17] || (x_6_0 >= {2'd0, image_width_i}));
  wire [17:0] offset_7 = {10'd0, stride_x_i} * 18'd7;
  wire [17:0] x_7_0 = x_0 + offset_7;
  assign zero[7] = window_i
    && (!inside_y || x_7_0[17] || (x_7_0 >= {2'd0, image_width_i}));

  reg        array_valid_q;
  reg        array_first_q;
  reg [3:0]   array_lane_valid_q;
  reg [7:0]   array_zero_q;

  always @(posedge clk_i or negedge rst_ni) begin
    if (!rst_ni) begin
      array_valid_q <= 1'b0;
    end else begin
      array_valid_q <= step;
    end
  end

  always @(posedge clk_i) begin
    array_first_q      <= first_q;
    array_lane_valid_q <= lane_valid;
    array_zero_q       <= zero;
  end

  assign busy_o             = run_q;
  assign begun_o            = begun_q;
  assign blocked_o          = there && !step;
  assign step_o             = step;
  assign a_word_o           = swap_i ? resident_word_q : stream_word_q;
  assign b_word_o           = swap_i ? stream_word_q : resident_word_q;
  assign array_valid_o      = array_valid_q;
  assign array_first_o      = array_first_q;
  assign array_lane_valid_o = array_lane_valid_q;
  assign array_zero_o       = array_zero_q;

  assign segments_o     = segments_q != 6'd0;
  assign tile_o         = last;
  assign tile_address_o = c_address_i + stream_c_q + resident_c_q;
  assign tile_rows_o    = tile_rows;
  assign tile_cols_o    = swap_i ? stream_rows[4:0] : resident_rows[4:0];
  assign tile_bytes_o   = last_cols ? bytes_left[5:0] : cols_bytes;
  assign tile_row_o     = swap_i ? resident_index_q : stream_index_q;
  assign tile_col_o     = swap_i ? stream_index_q : resident_index_q;
  assign tile_place_o   = swap_i ? place_q : place_q + panel_q;
  assign tile_frees_o   = swap_i ? last_panel : last_stream;

  // Above what a segment can have.
  wire unused_ok = &{1'b0, bytes_left[34:6], 1'b0};

endmodule

`default_nettype wire
