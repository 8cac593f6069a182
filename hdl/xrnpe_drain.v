// Copyright The XR-NPE developers. Licensed under the Apache License, Version 2.0.
// SPDX-License-Identifier: Apache-2.0
//
// Takes finished tiles out of the array, row by row, and packs their results into segments of C.
//
// Generated for:
//   rows          = 8                  rows of PEs, 2 to 16
//   cols          = 8                  columns of PEs, 2 to 16
//   data_width    = 128                AXI4 data bits, 64 or 128
//   out_units     = 4                  results finished in a cycle, 1 to cols
//   pipeline      = 6                  pipeline depth, 0 to 6
//   quire         = carry-save         how the quire keeps its carries: binary or carry-save
//
// Generated from configuration "default": edit the template, not this file. Regenerate:
//   xrnpe generate --unit coproc --preset default --out DIR
`default_nettype none

module xrnpe_drain (
  input  wire          clk_i,              // clock
  input  wire          rst_ni,             // asynchronous reset, active low
  input  wire          start_i,            // a job starts
  input  wire          stop_i,             // throw finished segments away

  // A tile's last step is issued: what is to know of the tile, see xrnpe_issue
  input  wire          tile_i,
  input  wire [63:0]   tile_address_i,
  input  wire [4:0]    tile_rows_i,
  input  wire [4:0]    tile_cols_i,
  input  wire [5:0]    tile_bytes_i,
  input  wire [31:0]   tile_row_i,
  input  wire [31:0]   tile_col_i,
  input  wire [3:0]    tile_place_i,
  input  wire          tile_frees_i,

  // Its quires, 7 cycles later
  output wire          capture_o,          // the shadows take them
  output wire          shift_o,            // the shadows move up a row
  input  wire [1023:0] sums_i,             // the shadows of row 0, column 0 lowest
  input  wire [119:0]  carries_i,          // their carries that wait
  input  wire [7:0]    nars_i,             // their NaR flags

  // Its channels
  output wire [3:0]    place_o,            // where they are in the channel table
  input  wire [383:0]  channels_i,         // by column: bias, exponent, scale
  output wire          table_free_o,       // the place is no longer needed

  // Settings of the job, constant while anything is in flight
  input  wire          has_table_i,
  input  wire [31:0]   c_stride_i,         // bytes from row to row of C
  input  wire [1:0]    input_format_i,     // format of A and B
  input  wire [2:0]    output_format_i,    // format of C
  input  wire [1:0]    activation_i,       // 0 none, 1 ReLU, 2 leaky ReLU
  input  wire [7:0]    slope_m_i,          // numerator of the leaky slope
  input  wire [3:0]    slope_s_i,          // its shift
  input  wire [7:0]    scale_i,            // power of two, two's complement

  // Finished segments: a tile's part of a row of C, pad lanes 0
  output wire          segment_valid_o,
  input  wire          segment_ready_i,
  output wire          segment_taken_o,    // one leaves, to the bus or thrown away
  output wire [63:0]   segment_address_o,
  output wire [5:0]    segment_bytes_o,
  output wire [255:0]  segment_data_o,     // column 0 lowest

  // NaR that met FP4 in this job
  output wire          nar_o,
  output wire [31:0]   nar_row_o,          // the first in row-major order
  output wire [31:0]   nar_col_o
);

  localparam integer COLS    = 8;
  localparam integer UNITS   = 4;
  localparam integer QUIRE_W = 128;
  localparam integer SEG_W   = 256;  // 8 float32 values
  localparam integer PLACE_W = 4;  // bits of a place for a segment

  // ----------------------------------------------------------------------------------------------
  // Tiles on their way from the last step's issue to the quires
  // ----------------------------------------------------------------------------------------------
  localparam integer TILE_W = 149;

  reg [6:0]   coming_q;
  reg [TILE_W-1:0] tiles [0:7];
  reg [2:0]        tile_put_q;
  reg [2:0]        tile_take_q;

  wire              capture = coming_q[6];
  wire [TILE_W-1:0] tile    = tiles[tile_take_q];
  wire [63:0]       tile_address;
  wire [4:0]        tile_rows;
  wire [4:0]        tile_cols;
  wire [5:0]   tile_bytes;
  wire [31:0]       tile_row;
  wire [31:0]       tile_col;
  wire [3:0]        tile_place;
  wire              tile_frees;

  assign {tile_address, tile_rows, tile_cols, tile_bytes, tile_row, tile_col, tile_place,
          tile_frees} = tile;

  always @(posedge clk_i) begin
    if (tile_i) begin
      tiles[tile_put_q] <= {tile_address_i, tile_rows_i, tile_cols_i, tile_bytes_i, tile_row_i,
                            tile_col_i, tile_place_i, tile_frees_i};
    end
  end

  always @(posedge clk_i or negedge rst_ni) begin
    if (!rst_ni) begin
      coming_q    <= 7'd0;
      tile_put_q  <= 3'd0;
      tile_take_q <= 3'd0;
    end else begin
      coming_q    <= {coming_q[5:0], tile_i};
      tile_put_q  <= tile_put_q + {2'd0, tile_i};
      tile_take_q <= tile_take_q + {2'd0, capture};
    end
  end

  assign capture_o    = capture;
  assign place_o      = tile_place;
  assign table_free_o = capture && tile_frees;

  // ----------------------------------------------------------------------------------------------
  // The captured tile: row by row, 4 column(s) a cycle
  // ----------------------------------------------------------------------------------------------
  reg [4:0]  rows_left_q;
  reg         group_q;       // columns 4 group_q and on leave now
  reg [63:0] address_q;     // of the row in C
  reg [4:0]  cols_q;
  reg [5:0]   bytes_q;
  reg [31:0] row_q;
  reg [31:0] col_q;
  reg [383:0] channels_q;

  wire leaving    = rows_left_q != 5'd0;
  wire row_starts = leaving && (group_q == 1'd0);
  wire row_ends   = leaving && (group_q == 1'd1);

  always @(posedge clk_i or negedge rst_ni) begin
    if (!rst_ni) begin
      rows_left_q <= 5'd0;
      group_q     <= 1'd0;
    end else begin
      if (capture) begin
        rows_left_q <= tile_rows;
      end else if (row_ends) begin
        rows_left_q <= rows_left_q - 5'd1;
      end
      if (capture) begin
        group_q <= 1'd0;
      end else if (leaving) begin
        group_q <= group_q + 1'd1;
      end
    end
  end

  always @(posedge clk_i) begin
    if (capture) begin
      address_q  <= tile_address;
      cols_q     <= tile_cols;
      bytes_q    <= tile_bytes;
      row_q      <= tile_row;
      col_q      <= tile_col;
      channels_q <= has_table_i ? channels_i : { 384{1'b0}};
    end else if (row_ends) begin
      address_q  <= address_q + {32'd0, c_stride_i};
      row_q      <= row_q + 32'd1;
    end
  end

  assign shift_o = row_ends;

  wire [UNITS*QUIRE_W-1:0] sums = sums_i[group_q*(UNITS*QUIRE_W) +: UNITS*QUIRE_W];
  localparam integer CARRY_W = 15;

  wire [UNITS*CARRY_W-1:0] carries = carries_i[group_q*(UNITS*CARRY_W) +: UNITS*CARRY_W];
  wire [UNITS-1:0] nars = nars_i[group_q*UNITS +: UNITS];
  wire [UNITS*48-1:0] channels =
    channels_q[group_q*(UNITS*48) +: UNITS*48];

  // ----------------------------------------------------------------------------------------------
  // Output units
  // ----------------------------------------------------------------------------------------------
  wire [UNITS-1:0]    code_valid;
  wire [UNITS*32-1:0] codes;
  wire [UNITS-1:0]    nar_to_fp4;

  genvar unit;
  generate
    for (unit = 0; unit < UNITS; unit = unit + 1) begin : gen_unit
      wire [47:0]  channel = channels[unit*48 +: 48];

      xrnpe_out_unit u_out_unit (
        .clk_i           (clk_i),
        .rst_ni          (rst_ni),
        .valid_i         (leaving),
        .sum_i           (sums[unit*QUIRE_W +: QUIRE_W]),
        .carry_i         (carries[unit*CARRY_W +: CARRY_W]),
        .nar_i           (nars[unit]),
        .bias_i          (channel[31:0]),
        .exponent_i      (channel[38:32]),
        .channel_scale_i (channel[47:40]),
        .input_format_i  (input_format_i),
        .output_format_i (output_format_i),
        .activation_i    (activation_i),
        .slope_m_i       (slope_m_i),
        .slope_s_i       (slope_s_i),
        .scale_i         (scale_i),
        .valid_o         (code_valid[unit]),
        .code_o          (codes[unit*32 +: 32]),
        .nar_to_fp4_o    (nar_to_fp4[unit])
      );

      // The exponent's highest bit is reserved.
      wire unused_channel = channel[39];
    end
  endgenerate

  // ----------------------------------------------------------------------------------------------
  // Segments: a place is taken when a row starts to leave, filled when its codes have come, and
  // free when the write engine has taken it. The tiles see to it that there are places.
  // ----------------------------------------------------------------------------------------------
  localparam integer ABOUT_W = 139;

  reg [ABOUT_W-1:0] abouts [0:15];
  reg [SEG_W-1:0]   segments [0:15];
  reg [PLACE_W:0]   about_put_q;  // one bit more than a place needs, to tell all from none
  reg [PLACE_W:0]   put_q;
  reg [PLACE_W:0]   take_q;
  reg [SEG_W-1:0]   segment;
  reg [SEG_W-1:0]   segment_q;  // the columns that have come so far
  reg         packed_q;   // groups of them

  wire [63:0] about_address;  // not used: the write engine's place tells
  wire [4:0]  about_cols;
  wire [31:0] about_row;
  wire [31:0] about_col;
  wire [5:0]   about_bytes;

  assign {about_address, about_bytes, about_cols, about_row, about_col} =
    abouts[put_q[PLACE_W-1:0]];

  // Columns beyond C hold leftovers: their codes are replaced by the zeros that C's pad wants.
  wire [UNITS*32-1:0] lanes;
  wire [UNITS-1:0]    inside_c;

  assign inside_c[0]       = { 2'd0, packed_q, 2'd0} < about_cols;
  assign lanes[0 +: 32] = codes[0 +: 32] & {32{inside_c[0]}};
  assign inside_c[1]       = { 2'd0, packed_q, 2'd1} < about_cols;
  assign lanes[32 +: 32] = codes[32 +: 32] & {32{inside_c[1]}};
  assign inside_c[2]       = { 2'd0, packed_q, 2'd2} < about_cols;
  assign lanes[64 +: 32] = codes[64 +: 32] & {32{inside_c[2]}};
  assign inside_c[3]       = { 2'd0, packed_q, 2'd3} < about_cols;
  assign lanes[96 +: 32] = codes[96 +: 32] & {32{inside_c[3]}};

  // Every row takes all columns, so that column 0 always ends in the low bits.
  always @(*) begin
    segment = {SEG_W{1'b0}};
    case (output_format_i)
      3'd0: begin  // fp4
        segment[COLS*4-1:0] = segment_q[COLS*4-1:0] >> UNITS*4;
        segment[16 +: 4] = lanes[0 +: 4];
        segment[20 +: 4] = lanes[32 +: 4];
        segment[24 +: 4] = lanes[64 +: 4];
        segment[28 +: 4] = lanes[96 +: 4];
      end
      3'd1: begin  // p4
        segment[COLS*4-1:0] = segment_q[COLS*4-1:0] >> UNITS*4;
        segment[16 +: 4] = lanes[0 +: 4];
        segment[20 +: 4] = lanes[32 +: 4];
        segment[24 +: 4] = lanes[64 +: 4];
        segment[28 +: 4] = lanes[96 +: 4];
      end
      3'd2: begin  // p8
        segment[COLS*8-1:0] = segment_q[COLS*8-1:0] >> UNITS*8;
        segment[32 +: 8] = lanes[0 +: 8];
        segment[40 +: 8] = lanes[32 +: 8];
        segment[48 +: 8] = lanes[64 +: 8];
        segment[56 +: 8] = lanes[96 +: 8];
      end
      3'd3: begin  // p16
        segment[COLS*16-1:0] = segment_q[COLS*16-1:0] >> UNITS*16;
        segment[64 +: 16] = lanes[0 +: 16];
        segment[80 +: 16] = lanes[32 +: 16];
        segment[96 +: 16] = lanes[64 +: 16];
        segment[112 +: 16] = lanes[96 +: 16];
      end
      default: begin  // f32
        segment = segment_q >> UNITS*32;
        segment[SEG_W-1:SEG_W-UNITS*32] = lanes;
      end
    endcase
  end

  wire coded = code_valid[0];
  wire filled = coded && (packed_q == 1'd1);

  always @(posedge clk_i) begin
    if (row_starts) begin
      abouts[about_put_q[PLACE_W-1:0]] <= {address_q, bytes_q, cols_q, row_q, col_q};
    end
    if (filled) begin
      segments[put_q[PLACE_W-1:0]] <= segment;
    end
    if (coded) begin
      segment_q <= segment;
    end
  end

  wire taken = segment_valid_o && (segment_ready_i || stop_i);

  always @(posedge clk_i or negedge rst_ni) begin
    if (!rst_ni) begin
      about_put_q <= {(PLACE_W + 1){1'b0}};
      put_q       <= {(PLACE_W + 1){1'b0}};
      take_q      <= {(PLACE_W + 1){1'b0}};
      packed_q    <= 1'd0;
    end else begin
      about_put_q <= about_put_q + { {PLACE_W{1'b0}}, row_starts};
      put_q       <= put_q + { {PLACE_W{1'b0}}, filled};
      take_q      <= take_q + { {PLACE_W{1'b0}}, taken};
      packed_q    <= packed_q + { coded};
    end
  end

  wire [ABOUT_W-1:0] leaving_about = abouts[take_q[PLACE_W-1:0]];

  assign segment_valid_o   = take_q != put_q;
  assign segment_taken_o   = taken;
  assign segment_data_o    = segments[take_q[PLACE_W-1:0]];
  assign segment_address_o = leaving_about[ABOUT_W-1 -: 64];
  assign segment_bytes_o   = leaving_about[ABOUT_W-65 -: 6];

  // ----------------------------------------------------------------------------------------------
  // NaR that met FP4
  // ----------------------------------------------------------------------------------------------
  reg        nar_q;
  reg [31:0] nar_row_q;
  reg [31:0] nar_col_q;
  reg [31:0] unit_col;  // of the first unit with such a NaR
  integer    u;

  wire [UNITS-1:0] hits = nar_to_fp4 & inside_c;
  wire             hit  = coded && (hits != {UNITS{1'b0}});

  always @(*) begin
    unit_col = 32'd0;
    for (u = UNITS - 1; u >= 0; u = u - 1) begin
      if (hits[u]) begin
        unit_col = u;
      end
    end
  end

  wire [31:0] hit_col = about_col + { 29'd0, packed_q, 2'd0} + unit_col;
  wire earlier = !nar_q || (about_row < nar_row_q)
              || ((about_row == nar_row_q) && (hit_col < nar_col_q));

  always @(posedge clk_i or negedge rst_ni) begin
    if (!rst_ni) begin
      nar_q     <= 1'b0;
      nar_row_q <= 32'd0;
      nar_col_q <= 32'd0;
    end else if (start_i) begin
      nar_q     <= 1'b0;
    end else if (hit && earlier) begin
      nar_q     <= 1'b1;
      nar_row_q <= about_row;
      nar_col_q <= hit_col;
    end
  end

  assign nar_o     = nar_q;
  assign nar_row_o = nar_row_q;
  assign nar_col_o = nar_col_q;

  // All units work in step; what else is known of a segment is the write engine's.
  wire unused_ok = &{1'b0, code_valid, about_address, about_bytes, leaving_about, 1'b0};

endmodule

`default_nettype wire
