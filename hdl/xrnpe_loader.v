// Copyright The XR-NPE developers. Licensed under the Apache License, Version 2.0.
// SPDX-License-Identifier: Apache-2.0
//
// Walks the tiles of a job ahead of the array and asks for their operands, block by block.
//
// Generated for:
//   rows          = 8                  rows of PEs, 2 to 16
//   cols          = 8                  columns of PEs, 2 to 16
//   data_width    = 128                AXI4 data bits, 64 or 128
//   buffer_depth  = 2048               16-bit words per lane, 64 to 16384
//
// Generated from configuration "default": edit the template, not this file. Regenerate:
//   xrnpe generate --unit coproc --preset default --out DIR
`default_nettype none

module xrnpe_loader (
  input  wire        clk_i,                    // clock
  input  wire        rst_ni,                   // asynchronous reset, active low
  input  wire        start_i,                  // a job starts, its fields and plan are there
  input  wire        stop_i,                   // ask for nothing more
  output wire        busy_o,                   // operands are left to ask for

  // The job, see xrnpe_descriptor; constant while it runs
  input  wire        has_table_i,
  input  wire [63:0] table_address_i,
  input  wire        window_i,
  input  wire [14:0] k_words_i,
  input  wire [14:0] row_words_i,
  input  wire [14:0] channel_words_i,
  input  wire [15:0] row_entries_i,
  input  wire [63:0] a_address_i,
  input  wire [31:0] a_stride_i,
  input  wire [7:0]  kernel_width_i,
  input  wire [7:0]  stride_x_i,
  input  wire [7:0]  stride_y_i,
  input  wire [7:0]  pad_top_i,
  input  wire [7:0]  pad_left_i,
  input  wire [15:0] image_height_i,
  input  wire [15:0] image_width_i,
  input  wire [15:0] out_height_i,
  input  wire [15:0] out_width_i,

  // Its plan, see xrnpe_plan
  input  wire        swap_i,
  input  wire [31:0] stream_count_i,
  input  wire [63:0] stream_address_i,
  input  wire [31:0] stream_stride_i,
  input  wire [31:0] resident_count_i,
  input  wire [63:0] resident_address_i,
  input  wire [31:0] resident_stride_i,
  input  wire [4:0]  group_i,
  input  wire        reload_i,

  // Room: what the array is done with
  input  wire        stream_free_i,            // a block of the streaming operand
  input  wire [15:0] stream_free_entries_i,    // its entries
  input  wire        resident_free_i,          // a block of the resident operand
  input  wire [15:0] resident_free_entries_i,
  input  wire        table_free_i,             // a panel of columns

  // Read requests
  output wire        request_valid_o,
  input  wire        request_ready_i,
  output wire [63:0] request_address_o,
  output wire [16:0] request_bytes_o,
  output wire [3:0]  request_skip_o,
  output wire        request_table_o,          // it fetches a channel table; else operands
  output wire        request_operand_o,        // of A (0) or of B (1)
  output wire        request_spread_o,         // for every lane what its window needs; else for one
  output wire [2:0]  request_lane_o,           // which
  output wire [15:0] request_entry_o,          // first entry in the buffer, or the table's place
  output wire [15:0] request_first_o,          // with a window: first entry of the kernel row
  output wire        request_ends_o            // the last of its block
);

  localparam [2:0] IDLE    = 3'd0;
  localparam [2:0] GROUP   = 3'd1;
  localparam [2:0] PANEL   = 3'd2;
  localparam [2:0] TABLE   = 3'd3;
  localparam [2:0] PICK    = 3'd4;
  localparam [2:0] REQUEST = 3'd5;
  localparam [2:0] NEXT    = 3'd6;

  localparam [15:0] ENTRIES     = 16'd256;  // of a buffer
  localparam [15:0] FIRST_BLOCK = 16'd16;   // words, in a job's first tile
  localparam [15:0] BLOCK       = 16'd64;   // words

  reg [2:0] state_q;

  // ----------------------------------------------------------------------------------------------
  // The walk: groups of resident panels; for each all stream panels; for each all panels of the
  // group. This is the order in which the array wants them, too, see xrnpe_issue.
  // ----------------------------------------------------------------------------------------------
  reg [63:0] resident_address_q;  // first row of the resident panel
  reg [31:0] resident_left_q;     // resident rows from it on
  reg [63:0] stream_address_q;    // first row of the stream panel
  reg [31:0] stream_left_q;       // stream rows from it on; with a window, pixels of the image row
  reg [3:0]  panel_q;             // number of the resident panel in its group
  reg        first_tile_q;        // the job's first tile, in short blocks: the array starts early
  reg        loading_q;           // the first pass over the stream operand: the group's panels come
  reg [63:0] table_address_q;     // entries of the column panel

  wire [31:0] stream_lanes   = swap_i ? 32'd8 : 32'd8;
  wire [31:0] resident_lanes = swap_i ? 32'd8 : 32'd8;
  wire [31:0] stream_rows    = (stream_left_q < stream_lanes) ? stream_left_q : stream_lanes;
  wire        last_resident  = resident_left_q <= resident_lanes;
  wire [31:0] resident_rows  = last_resident ? resident_left_q : resident_lanes;
  wire [63:0] stream_step    = swap_i ? { 29'd0, stream_stride_i, 3'd0}
                             : { 29'd0, stream_stride_i, 3'd0};
  wire [63:0] resident_step  = swap_i ? { 29'd0, resident_stride_i, 3'd0}
                             : { 29'd0, resident_stride_i, 3'd0};

  wire group_full      = {1'b0, panel_q} + 5'd1 == group_i;
  wire last_panel      = !loading_q || group_full || last_resident;  // later passes load none
  wire need_stream     = panel_q == 4'd0;
  wire need_resident   = loading_q || reload_i;
  wire new_columns     = swap_i ? need_stream : loading_q;

  // ----------------------------------------------------------------------------------------------
  // The window: where in the image the stream panel's pixels lie
  // ----------------------------------------------------------------------------------------------
  reg  [15:0] out_rows_left_q;  // rows of output pixels from this one on
  reg  [17:0] x_q;              // image column of the first kernel column, two's complement
  reg  [17:0] y_q;              // image row of the first kernel row, two's complement
  reg  [63:0] origin_q;         // where that image row starts, for the first row of output pixels
  reg  [63:0] y_address_q;      // where it starts
  reg  [63:0] row_step_q;       // bytes from there to the next row of output pixels
  reg  [63:0] row_address_q;    // where the image row of this kernel row starts
  reg  [17:0] row_q;            // number of that image row, two's complement
  reg  [15:0] first_pixel_q;    // first column that is fetched
  reg  [15:0] clip_q;           // pixels left of the image
  reg  [15:0] pixels_q;         // columns that are fetched
  reg  [15:0] segment_words_q;  // their words
  reg  [15:0] clip_words_q;
  reg  [15:0] place_words_q;
  reg  [47:0] product_q;

  wire [17:0] width     = {2'd0, image_width_i};
  wire [11:0] steps     = {7'd0, stream_rows[4:0] - 5'd1} * {4'd0, stride_x_i};
  wire [17:0] reach     = {6'd0, steps} + {10'd0, kernel_width_i} - 18'd1;
  wire [17:0] last_x    = x_q + reach;
  wire        outside_x = last_x[17] || (!x_q[17] && (x_q >= width));
  wire        left_of   = x_q[17] && !outside_x;
  wire        right_of  = !last_x[17] && (last_x >= width);
  wire [17:0] first_x   = (x_q[17] || outside_x) ? 18'd0 : x_q;
  wire [17:0] end_x     = outside_x ? 18'd1 : right_of ? width : last_x + 18'd1;
  wire [17:0] pixels    = end_x - first_x;
  wire [17:0] clip      = left_of ? 18'd0 - x_q : 18'd0;
  wire        inside_y  = !row_q[17] && (row_q < {2'd0, image_height_i});

  // Products of the geometry, one a cycle: for the job the way from image row to image row, for a
  // panel its pixels' words. Blocks of the resident operand go out meanwhile.
  localparam [2:0] READY  = 3'd0;
  localparam [2:0] STEP   = 3'd1;
  localparam [2:0] PAD    = 3'd2;
  localparam [2:0] ORIGIN = 3'd3;
  localparam [2:0] PIXELS = 3'd4;
  localparam [2:0] CLIP   = 3'd5;
  localparam [2:0] PLACE  = 3'd6;
  localparam [2:0] PLACED = 3'd7;

  reg  [2:0]  geometry_q;
  reg  [31:0] factor_a;
  reg  [15:0] factor_b;

  always @(*) begin
    factor_b = {1'b0, channel_words_i};
    case (geometry_q)
      STEP: begin
        factor_a = a_stride_i;
        factor_b = {8'd0, stride_y_i};
      end
      PAD: begin
        factor_a = a_stride_i;
        factor_b = {8'd0, pad_top_i};
      end
      PIXELS:  factor_a = {16'd0, pixels_q};
      CLIP:    factor_a = {16'd0, clip_q};
      default: factor_a = {16'd0, first_pixel_q};  // PLACE
    endcase
  end

  always @(posedge clk_i) begin
    product_q <= {16'd0, factor_a} * {32'd0, factor_b};
    case (geometry_q)
      PAD:     row_step_q      <= {16'd0, product_q};
      ORIGIN:  origin_q        <= a_address_i - {16'd0, product_q};
      CLIP:    segment_words_q <= product_q[15:0];
      PLACE:   clip_words_q    <= product_q[15:0];
      PLACED:  place_words_q   <= product_q[15:0];
      default: ;  // the multiplier is fed
    endcase
  end

  always @(posedge clk_i or negedge rst_ni) begin
    if (!rst_ni) begin
      geometry_q <= READY;
    end else if (start_i) begin
      geometry_q <= window_i ? STEP : READY;
    end else if (geometry_q != READY) begin
      geometry_q <= geometry_q + 3'd1;  // READY follows on PLACED
    end else if ((state_q == PANEL) && window_i && need_stream) begin
      geometry_q <= PIXELS;
    end
  end

  // ----------------------------------------------------------------------------------------------
  // Blocks: a piece of K of one operand for all its lanes. Both operands proceed side by side.
  // ----------------------------------------------------------------------------------------------
  reg [15:0] stream_word_q;       // words of K of the stream panel that were asked for
  reg [15:0] resident_word_q;     // of the resident panel
  reg        stream_done_q;       // nothing is left to ask for of the stream panel
  reg        resident_done_q;
  reg [15:0] stream_entry_q;      // next entry of the stream operand's ring
  reg [15:0] resident_entry_q;
  reg [15:0] stream_used_q;       // entries of the ring in use
  reg [15:0] resident_used_q;
  reg [4:0]  table_used_q;        // places of the channel table in use
  reg [3:0]  table_place_q;       // the next of them

  wire        pick_resident = !resident_done_q
                           && (stream_done_q || (resident_word_q <= stream_word_q));
  wire        pick_spread   = window_i && !pick_resident;
  wire [15:0] word          = pick_resident ? resident_word_q : stream_word_q;
  wire [15:0] words_left    = {1'b0, k_words_i} - word;
  wire [15:0] words_most    = first_tile_q ? FIRST_BLOCK : BLOCK;
  wire [15:0] words_block   = (words_left < words_most) ? words_left : words_most;
  wire [15:0] words         = pick_spread ? {1'b0, row_words_i} : words_block;
  wire [15:0] entries       = pick_spread ? row_entries_i
                            : (words_block + 16'd7) >> 3;
  wire [15:0] used          = pick_resident ? resident_used_q : stream_used_q;
  wire        fits          = {1'b0, used} + {1'b0, entries} <= {1'b0, ENTRIES};
  wire        pick          = (state_q == PICK) && fits && !(pick_spread && (geometry_q != READY));
  wire        block_is_last = words == words_left;
  wire [63:0] base          = pick_resident ? resident_address_q : !window_i ? stream_address_q
                            : inside_y ? row_address_q : a_address_i;

  // The block being asked for
  reg [63:0] address_q;
  reg [15:0] words_q;
  reg [15:0] entry_q;
  reg [15:0] first_q;
  reg [2:0]   skip_q;
  reg        operand_q;
  reg        spread_q;
  reg [4:0]  lanes_left_q;
  reg [2:0]   lane_q;
  reg [31:0] lane_stride_q;

  wire asking = (state_q == REQUEST) || ((state_q == TABLE) && (table_used_q != 5'd16));
  wire asked  = asking && request_ready_i;
  wire ends   = lanes_left_q == 5'd1;

  always @(posedge clk_i or negedge rst_ni) begin
    if (!rst_ni) begin
      state_q <= IDLE;
    end else if (stop_i) begin
      state_q <= IDLE;
    end else begin
      case (state_q)
        IDLE:    state_q <= start_i ? PANEL : IDLE;
        GROUP:   state_q <= PANEL;
        PANEL:   state_q <= (has_table_i && new_columns) ? TABLE : PICK;
        TABLE:   state_q <= asked ? PICK : TABLE;
        PICK:    state_q <= pick ? REQUEST : PICK;
        REQUEST: state_q <= !(asked && ends) ? REQUEST
                          : (stream_done_q && resident_done_q) ? NEXT : PICK;
        NEXT:    state_q <= !last_panel || !last_stream ? PANEL : last_group ? IDLE : GROUP;
        default: state_q <= IDLE;
      endcase
    end
  end

  // A pass over the stream operand ends with its last panel; with a window, in the last row of
  // output pixels.
  wire last_stream = (stream_left_q <= stream_lanes) && (!window_i || (out_rows_left_q == 16'd1));
  wire last_group  = (loading_q || reload_i) ? last_resident : resident_left_q == 32'd0;

  always @(posedge clk_i) begin
    case (state_q)
      IDLE: begin
        resident_address_q <= resident_address_i;
        resident_left_q    <= resident_count_i;
        stream_entry_q     <= 16'd0;
        resident_entry_q   <= 16'd0;
        table_address_q    <= table_address_i;
        table_place_q      <= 4'd0;
        first_tile_q       <= 1'b1;
        stream_address_q <= stream_address_i;
        stream_left_q    <= window_i ? {16'd0, out_width_i} : stream_count_i;
        panel_q          <= 4'd0;
        loading_q        <= 1'b1;
        out_rows_left_q  <= out_height_i;
        x_q              <= 18'd0 - {10'd0, pad_left_i};
        y_q              <= 18'd0 - {10'd0, pad_top_i};
        y_address_q      <= origin_q;
      end

      GROUP: begin
        stream_address_q <= stream_address_i;
        stream_left_q    <= window_i ? {16'd0, out_width_i} : stream_count_i;
        panel_q          <= 4'd0;
        loading_q        <= 1'b1;
        out_rows_left_q  <= out_height_i;
        x_q              <= 18'd0 - {10'd0, pad_left_i};
        y_q              <= 18'd0 - {10'd0, pad_top_i};
        y_address_q      <= origin_q;
        if (swap_i) begin
          table_address_q <= table_address_i;
        end
      end

      PANEL: begin
        stream_word_q   <= 16'd0;
        resident_word_q <= 16'd0;
        stream_done_q   <= !need_stream;
        resident_done_q <= !need_resident;
        first_pixel_q   <= first_x[15:0];
        clip_q          <= clip[15:0];
        pixels_q        <= pixels[15:0];
        row_q           <= y_q;
        row_address_q   <= y_address_q;
      end

      TABLE: begin
        if (asked) begin
          table_address_q <= table_address_q + 64'd64;
          table_place_q   <= table_place_q + 4'd1;
        end
      end

      PICK: begin
        operand_q     <= pick_resident ^ swap_i;
        spread_q      <= pick_spread;
        entry_q       <= pick_resident ? resident_entry_q : stream_entry_q;
        words_q       <= pick_spread ? segment_words_q : words;
        first_q       <= clip_words_q >> 3;
        skip_q        <= pick_spread ? clip_words_q[2:0] : 3'd0;
        lane_q        <= 3'd0;
        lanes_left_q  <= pick_spread ? 5'd1
                       : pick_resident ? resident_rows[4:0] : stream_rows[4:0];
        lane_stride_q <= pick_resident ? resident_stride_i : stream_stride_i;
        address_q     <= base + {47'd0, pick_spread ? place_words_q : word, 1'b0};
        if (pick && pick_resident) begin
          resident_word_q  <= resident_word_q + words;
          resident_entry_q <= resident_entry_q + entries;
          resident_done_q  <= block_is_last;
        end
        if (pick && !pick_resident) begin
          stream_word_q  <= stream_word_q + words;
          stream_entry_q <= stream_entry_q + entries;
          stream_done_q  <= block_is_last;
          row_q          <= row_q + 18'd1;
          row_address_q  <= row_address_q + {32'd0, a_stride_i};
        end
      end

      REQUEST: begin
        if (asked) begin
          lane_q       <= lane_q + 3'd1;
          lanes_left_q <= lanes_left_q - 5'd1;
          address_q    <= address_q + {32'd0, lane_stride_q};
        end
      end

      NEXT: begin
        first_tile_q <= 1'b0;

        // The resident panel moves on while the group loads, and at the group's end if it was
        // reloaded.
        if (reload_i ? last_stream : loading_q) begin
          resident_address_q <= resident_address_q + resident_step;
          resident_left_q    <= resident_left_q - resident_rows;
        end
        panel_q <= last_panel ? 4'd0 : panel_q + 4'd1;
        if (last_panel) begin
          loading_q        <= 1'b0;
          stream_address_q <= stream_address_q + stream_step;
          stream_left_q    <= stream_left_q - stream_rows;
          x_q              <= x_q + {2'd0, {8'd0, stride_x_i} << 3};
          if (window_i && (stream_left_q <= stream_lanes)) begin
            stream_left_q   <= {16'd0, out_width_i};
            out_rows_left_q <= out_rows_left_q - 16'd1;
            x_q             <= 18'd0 - {10'd0, pad_left_i};
            y_q             <= y_q + {10'd0, stride_y_i};
            y_address_q     <= y_address_q + row_step_q;
          end
        end
      end

      default: begin
        // No other state.
      end
    endcase

    // The job's first panel could not know yet.
    if (geometry_q == ORIGIN) begin
      y_address_q   <= a_address_i - {16'd0, product_q};
      row_address_q <= a_address_i - {16'd0, product_q};
    end
  end

  // Room is taken when a block is picked and given back when the array is done with it.
  wire [15:0] stream_more   = (pick && !pick_resident) ? entries : 16'd0;
  wire [15:0] resident_more = (pick && pick_resident) ? entries : 16'd0;
  wire [15:0] stream_less   = stream_free_i ? stream_free_entries_i : 16'd0;
  wire [15:0] resident_less = resident_free_i ? resident_free_entries_i : 16'd0;

  always @(posedge clk_i or negedge rst_ni) begin
    if (!rst_ni) begin
      stream_used_q   <= 16'd0;
      resident_used_q <= 16'd0;
      table_used_q    <= 5'd0;
    end else if (start_i) begin
      stream_used_q   <= 16'd0;
      resident_used_q <= 16'd0;
      table_used_q    <= 5'd0;
    end else begin
      stream_used_q   <= stream_used_q + stream_more - stream_less;
      resident_used_q <= resident_used_q + resident_more - resident_less;
      table_used_q    <= table_used_q + {4'd0, asked && (state_q == TABLE)}
                       - {4'd0, table_free_i && has_table_i};
    end
  end

  assign busy_o            = state_q != IDLE;
  assign request_valid_o   = asking;
  assign request_address_o = request_table_o ? table_address_q : address_q;
  assign request_bytes_o   = request_table_o ? table_bytes : {words_q, 1'b0};
  assign request_skip_o    = request_table_o ? 4'd0 : {skip_q, 1'b0};
  assign request_table_o   = state_q == TABLE;
  assign request_operand_o = operand_q;
  assign request_spread_o  = spread_q;
  assign request_lane_o    = lane_q;
  assign request_entry_o   = request_table_o ? {12'd0, table_place_q} : entry_q;
  assign request_first_o   = first_q;
  assign request_ends_o    = (state_q == REQUEST) && ends;

  // A channel has 8 bytes; there are none behind the last column.
  wire [4:0] columns = swap_i ? stream_rows[4:0] : resident_rows[4:0];
  wire [16:0]  table_bytes = { 9'd0, columns, 3'd0};

  // Both are below 2^16: a row of pixels is no longer.
  wire unused_ok = &{1'b0, pixels[17:16], clip[17:16], 1'b0};

endmodule

`default_nettype wire
