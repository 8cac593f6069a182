// Copyright The XR-NPE developers. Licensed under the Apache License, Version 2.0.
// SPDX-License-Identifier: Apache-2.0
//
// Holds a descriptor, checks it, and hands out its fields and what follows from them.
//
// Generated for:
//   data_width    = 128                AXI4 data bits, 64 or 128
//   buffer_depth  = 2048               16-bit words per lane, 64 to 16384
//   formats       = fp4 p4 p8 p16      input formats built in
//
// Generated from configuration "default": edit the template, not this file. Regenerate:
//   xrnpe generate --unit coproc --preset default --out DIR
`default_nettype none

module xrnpe_descriptor (
  input  wire         clk_i,              // clock
  input  wire         rst_ni,             // asynchronous reset, active low

  // Loading: the descriptor's entries in order, lowest bytes first
  input  wire         load_i,             // take an entry
  input  wire [127:0] load_data_i,        // the entry

  // Checking, after the last entry: 4 cycles, with a window 14
  input  wire         check_i,            // start, one cycle
  output wire         checked_o,          // one cycle; all outputs hold from then until a load
  output wire [7:0]   error_o,            // an error code, or 0

  // The fields, for a descriptor that passed
  output wire [1:0]   input_format_o,     // format of A and B
  output wire [2:0]   output_format_o,    // format of C
  output wire [1:0]   activation_o,       // 0 none, 1 ReLU, 2 leaky ReLU
  output wire [7:0]   slope_m_o,          // numerator of the leaky slope
  output wire [3:0]   slope_s_o,          // its shift
  output wire [7:0]   scale_o,            // power of two before rounding, two's complement
  output wire [31:0]  m_o,                // rows of A and C
  output wire [31:0]  n_o,                // columns of B and C
  output wire [14:0]  k_o,                // terms of each dot product
  output wire [31:0]  a_stride_o,         // bytes from row to row of A, with a window of the image
  output wire [31:0]  b_stride_o,         // bytes from column to column of B
  output wire [31:0]  c_stride_o,         // bytes from row to row of C
  output wire [63:0]  a_address_o,        // first byte of A, with a window of the image
  output wire [63:0]  b_address_o,        // first byte of B
  output wire [63:0]  c_address_o,        // first byte of C
  output wire [63:0]  next_o,             // next descriptor, 0 for none
  output wire         has_table_o,        // there is a channel table
  output wire [63:0]  table_address_o,    // its first byte
  output wire         window_o,           // A is a window over an image; without one the rest is 0
  output wire [7:0]   kernel_height_o,    // kernel rows
  output wire [7:0]   kernel_width_o,     // kernel columns
  output wire [7:0]   stride_y_o,         // image rows from output pixel to output pixel
  output wire [7:0]   stride_x_o,         // image columns from output pixel to output pixel
  output wire [7:0]   pad_top_o,          // zero rows above the image
  output wire [7:0]   pad_left_o,         // zero columns left of the image
  output wire [15:0]  image_height_o,     // image rows
  output wire [15:0]  image_width_o,      // image columns
  output wire [15:0]  out_height_o,       // rows of output pixels
  output wire [15:0]  out_width_o,        // columns of output pixels

  // What follows from them: words have 16 bits, buffer entries 128
  output wire [14:0]  channel_words_o,    // words of a pixel; without a window of a packed row of K
  output wire [14:0]  row_words_o,        // words of a kernel row; without a window the same
  output wire [14:0]  k_words_o,          // words of a packed row of B; without a window the same
  output wire [2:0]   last_lanes_o,       // valid lanes in the last of the channel words, 1 to 4
  output wire [8:0]   row_entries_o,      // with a window: buffer entries of a kernel row
  output wire [15:0]  window_entries_o,   // with a window: buffer entries of a kernel
  output wire [22:0]  lane_step_words_o,  // with a window: words from output pixel to output pixel
  output wire [34:0]  c_row_bytes_o       // bytes of a packed row of C
);

  // ----------------------------------------------------------------------------------------------
  // Fields, where the descriptor layout puts them
  // ----------------------------------------------------------------------------------------------
  reg [1023:0] descriptor_q;

  always @(posedge clk_i) begin
    if (load_i) begin
      descriptor_q <= {load_data_i, descriptor_q[1023:128]};
    end
  end

  wire [7:0] opcode = descriptor_q[7:0];
  wire [7:0] input_format = descriptor_q[15:8];
  wire [7:0] output_format = descriptor_q[23:16];
  wire [7:0] activation = descriptor_q[31:24];
  wire [7:0] slope_m = descriptor_q[39:32];
  wire [7:0] slope_s = descriptor_q[47:40];
  wire [7:0] scale = descriptor_q[55:48];
  wire [31:0] m = descriptor_q[95:64];
  wire [31:0] n = descriptor_q[127:96];
  wire [31:0] k = descriptor_q[159:128];
  wire [31:0] a_stride = descriptor_q[191:160];
  wire [31:0] b_stride = descriptor_q[223:192];
  wire [31:0] c_stride = descriptor_q[255:224];
  wire [63:0] a_address = descriptor_q[319:256];
  wire [63:0] b_address = descriptor_q[383:320];
  wire [63:0] c_address = descriptor_q[447:384];
  wire [63:0] next = descriptor_q[511:448];
  wire [63:0] channel_table = descriptor_q[575:512];
  wire [15:0] window_height = descriptor_q[591:576];
  wire [15:0] window_width = descriptor_q[607:592];
  wire [15:0] window_channels = descriptor_q[623:608];
  wire [7:0] window_kernel_height = descriptor_q[631:624];
  wire [7:0] window_kernel_width = descriptor_q[639:632];
  wire [7:0] window_stride_y = descriptor_q[647:640];
  wire [7:0] window_stride_x = descriptor_q[655:648];
  wire [7:0] window_pad_top = descriptor_q[663:656];
  wire [7:0] window_pad_left = descriptor_q[671:664];
  wire [7:0] window_pad_bottom = descriptor_q[679:672];
  wire [7:0] window_pad_right = descriptor_q[687:680];
  wire [15:0] window_out_height = descriptor_q[719:704];
  wire [15:0] window_out_width = descriptor_q[735:720];

  wire padding_not_zero = (descriptor_q[63:56] != 8'd0)
                       || (descriptor_q[703:688] != 16'd0)
                       || (descriptor_q[1023:736] != 288'd0);
  wire window           = (window_height != 16'd0)
                       || (window_width != 16'd0)
                       || (window_channels != 16'd0)
                       || (window_kernel_height != 8'd0)
                       || (window_kernel_width != 8'd0)
                       || (window_stride_y != 8'd0)
                       || (window_stride_x != 8'd0)
                       || (window_pad_top != 8'd0)
                       || (window_pad_left != 8'd0)
                       || (window_pad_bottom != 8'd0)
                       || (window_pad_right != 8'd0)
                       || (window_out_height != 16'd0)
                       || (window_out_width != 16'd0);
  wire has_table        = channel_table != 64'd0;

  // ----------------------------------------------------------------------------------------------
  // Formats and row lengths
  // ----------------------------------------------------------------------------------------------
  // Terms that share words: a pixel's channels, or all of K. Longer ones are refused for other
  // reasons.
  wire [15:0] terms = {1'b0, window ? window_channels[14:0] : k[14:0]};

  reg        input_known;
  reg [15:0] channel_words;
  reg [2:0]  last_lanes;
  reg        output_known;
  reg [34:0] c_row_bytes;

  always @(*) begin
    input_known   = 1'b1;
    channel_words = terms;
    last_lanes    = 3'd1;
    case (input_format)
      8'd0: begin  // fp4
        channel_words = (terms + 16'd3) >> 2;
        last_lanes    = {terms[1:0] == 2'd0, terms[1:0]};
      end
      8'd1: begin  // p4
        channel_words = (terms + 16'd3) >> 2;
        last_lanes    = {terms[1:0] == 2'd0, terms[1:0]};
      end
      8'd2: begin  // p8
        channel_words = (terms + 16'd1) >> 1;
        last_lanes    = {1'b0, !terms[0], terms[0]};
      end
      8'd3: begin  // p16
        channel_words = terms;
        last_lanes    = 3'd1;
      end
      default: input_known = 1'b0;
    endcase
  end

  always @(*) begin
    output_known = 1'b1;
    c_row_bytes  = {1'b0, n, 2'b00};
    case (output_format)
      8'd0: c_row_bytes = (({3'b000, n} + 35'd3) >> 2) << 1;  // fp4
      8'd1: c_row_bytes = (({3'b000, n} + 35'd3) >> 2) << 1;  // p4
      8'd2: c_row_bytes = (({3'b000, n} + 35'd1) >> 1) << 1;  // p8
      8'd3: c_row_bytes = {2'b00, n, 1'b0};  // p16
      8'd4: c_row_bytes = {1'b0, n, 2'b00};  // f32
      default: output_known = 1'b0;
    endcase
  end

  wire f32_output = output_format == 8'd4;

  // ----------------------------------------------------------------------------------------------
  // One multiplier: a step a cycle, whose product is there in the next
  // ----------------------------------------------------------------------------------------------
  localparam [3:0] STEP_C         = 4'd0;   // reach of C; the unit waits here
  localparam [3:0] STEP_AREA      = 4'd1;   // pixels of the kernel
  localparam [3:0] STEP_TERMS     = 4'd2;   // terms of the kernel: K
  localparam [3:0] STEP_ROW       = 4'd3;   // words of a kernel row
  localparam [3:0] STEP_K         = 4'd4;   // words of a kernel
  localparam [3:0] STEP_ENTRIES   = 4'd5;   // buffer entries of a kernel
  localparam [3:0] STEP_LANE      = 4'd6;   // words from output pixel to output pixel
  localparam [3:0] STEP_IMAGE_ROW = 4'd7;   // words of an image row
  localparam [3:0] STEP_PIXELS    = 4'd8;   // output pixels: M
  localparam [3:0] STEP_SPAN_X    = 4'd9;   // columns to the last output pixel
  localparam [3:0] STEP_SPAN_Y    = 4'd10;  // rows to the last output pixel
  localparam [3:0] STEP_A         = 4'd11;  // reach of A; without a window right after that of C
  localparam [3:0] STEP_B         = 4'd12;  // reach of B
  localparam [3:0] STEP_DONE      = 4'd14;  // all is known; 13 adds up the last product

  reg  [3:0]  step_q;
  reg  [3:0]  issued_q;           // the step of product_q
  reg  [63:0] product_q;
  reg  [64:0] end_q;              // last byte of a first row, for a reach

  reg  [15:0] channel_words_q;
  reg  [2:0]  last_lanes_q;
  reg  [14:0] row_words_q;
  reg  [14:0] k_words_q;
  reg  [15:0] window_entries_q;
  reg  [22:0] lane_step_words_q;
  reg  [31:0] image_row_words_q;

  // A kernel row may start anywhere in its first entry.
  wire [15:0] row_entries = ({1'b0, row_words_q} + 16'd14) >> 3;
  wire [32:0] a_row_bytes = {window ? image_row_words_q : {16'd0, channel_words_q}, 1'b0};
  wire [15:0] b_row_bytes = {k_words_q, 1'b0};

  reg  [31:0] left;
  reg  [31:0] right;
  reg  [63:0] base;
  reg  [34:0] length;

  always @(*) begin
    left   = m - 32'd1;
    right  = c_stride;
    base   = c_address;
    length = c_row_bytes;
    case (step_q)
      STEP_AREA: begin
        left  = {24'd0, window_kernel_height};
        right = {24'd0, window_kernel_width};
      end
      STEP_TERMS: begin
        left  = {16'd0, product_q[15:0]};
        right = {16'd0, window_channels};
      end
      STEP_ROW: begin
        left  = {24'd0, window_kernel_width};
        right = {16'd0, channel_words_q};
      end
      STEP_K: begin
        left  = {24'd0, window_kernel_height};
        right = {17'd0, product_q[14:0]};
      end
      STEP_ENTRIES: begin
        left  = {24'd0, window_kernel_height};
        right = {16'd0, row_entries};
      end
      STEP_LANE: begin
        left  = {24'd0, window_stride_x};
        right = {16'd0, channel_words_q};
      end
      STEP_IMAGE_ROW: begin
        left  = {16'd0, window_width};
        right = {16'd0, channel_words_q};
      end
      STEP_PIXELS: begin
        left  = {16'd0, window_out_height};
        right = {16'd0, window_out_width};
      end
      STEP_SPAN_X: begin
        left  = {16'd0, window_out_width} - 32'd1;
        right = {24'd0, window_stride_x};
      end
      STEP_SPAN_Y: begin
        left  = {16'd0, window_out_height} - 32'd1;
        right = {24'd0, window_stride_y};
      end
      STEP_A: begin
        left   = (window ? {16'd0, window_height} : m) - 32'd1;
        right  = a_stride;
        base   = a_address;
        length = {2'd0, a_row_bytes};
      end
      STEP_B: begin
        left   = n - 32'd1;
        right  = b_stride;
        base   = b_address;
        length = {19'd0, b_row_bytes};
      end
      default: ;  // STEP_C
    endcase
  end

  always @(posedge clk_i) begin
    issued_q        <= step_q;
    product_q       <= {32'd0, left} * {32'd0, right};
    end_q           <= {1'b0, base} + {30'd0, length - 35'd1};
    channel_words_q <= channel_words;
    last_lanes_q    <= last_lanes;
  end

  always @(posedge clk_i or negedge rst_ni) begin
    if (!rst_ni) begin
      step_q <= STEP_C;
    end else begin
      case (step_q)
        STEP_C:    step_q <= !check_i ? STEP_C : window ? STEP_AREA : STEP_A;
        STEP_DONE: step_q <= STEP_C;
        default:   step_q <= step_q + 4'd1;
      endcase
    end
  end

  // ----------------------------------------------------------------------------------------------
  // What the products say
  // ----------------------------------------------------------------------------------------------
  reg         misfit_q;   // the window does not match K or M, or passes image and padding
  reg         wrap_q;     // C, A or B passes the end of the address space
  reg         overlap_q;  // C meets A
  reg  [63:0] c_last_q;   // last byte of C
  reg  [63:0] last_q;     // last byte of A, then of B

  wire [24:0] span_x = {1'b0, product_q[23:0]} + {17'd0, window_kernel_width};
  wire [24:0] span_y = {1'b0, product_q[23:0]} + {17'd0, window_kernel_height};
  wire [24:0] room_x = {9'd0, window_width} + {17'd0, window_pad_left} + {17'd0, window_pad_right};
  wire [24:0] room_y = {9'd0, window_height} + {17'd0, window_pad_top} + {17'd0, window_pad_bottom};

  wire [65:0] last   = {1'b0, end_q} + {2'd0, product_q};
  wire        passes = |last[65:64];
  wire        meets  = (c_address <= last_q)
                    && (((issued_q == STEP_B) ? a_address : b_address) <= c_last_q);

  always @(posedge clk_i) begin
    if (step_q != STEP_C) begin
      case (issued_q)
        STEP_C: begin
          c_last_q <= last[63:0];
          wrap_q   <= passes;
          misfit_q <= 1'b0;
        end
        STEP_TERMS:     misfit_q          <= misfit_q || (product_q[31:0] != k);
        STEP_ROW:       row_words_q       <= product_q[14:0];
        STEP_K:         k_words_q         <= product_q[14:0];
        STEP_ENTRIES:   window_entries_q  <= product_q[15:0];
        STEP_LANE:      lane_step_words_q <= product_q[22:0];
        STEP_IMAGE_ROW: image_row_words_q <= product_q[31:0];
        STEP_PIXELS:    misfit_q          <= misfit_q || (product_q[31:0] != m);
        STEP_SPAN_X:    misfit_q          <= misfit_q || (span_x > room_x);
        STEP_SPAN_Y:    misfit_q          <= misfit_q || (span_y > room_y);
        STEP_A: begin
          last_q <= last[63:0];
          wrap_q <= wrap_q || passes;
        end
        STEP_B: begin
          last_q    <= last[63:0];
          wrap_q    <= wrap_q || passes;
          overlap_q <= meets;
        end
        default: ;  // nothing was issued
      endcase
    end

    if ((step_q == STEP_A) && !window) begin
      row_words_q       <= channel_words_q[14:0];
      k_words_q         <= channel_words_q[14:0];
      window_entries_q  <= 16'd0;
      lane_step_words_q <= 23'd0;
    end
  end

  // ----------------------------------------------------------------------------------------------
  // The checks, in the order of the error codes: the first that fails is reported
  // ----------------------------------------------------------------------------------------------
  reg [7:0] early;  // what the fields alone tell

  always @(*) begin
    if (padding_not_zero) begin
      early = 8'd2;
    end else if (opcode != 8'd1) begin
      early = 8'd3;
    end else if (!input_known || !output_known) begin
      early = 8'd4;
    end else if ((activation > 8'd2) || (slope_s > 8'd15)) begin
      early = 8'd5;
    end else if ((m == 32'd0) || (n == 32'd0) || (k == 32'd0)) begin
      early = 8'd6;
    end else if (k > 32'd32767) begin
      early = 8'd7;
    end else if (window && ((window_height == 16'd0)
                         || (window_width == 16'd0)
                         || (window_channels == 16'd0)
                         || (window_kernel_height == 8'd0)
                         || (window_kernel_width == 8'd0)
                         || (window_stride_y == 8'd0)
                         || (window_stride_x == 8'd0)
                         || (window_out_height == 16'd0)
                         || (window_out_width == 16'd0))) begin
      early = 8'd8;
    end else begin
      early = 8'd0;
    end
  end

  // All of this is known cycles before it is asked for: registers keep it off the longest path.
  reg  [7:0]  early_q;
  reg         misaligned_q;
  reg         too_small_q;
  reg  [64:0] table_last_q;
  reg         table_meets_q;

  always @(posedge clk_i) begin
    early_q       <= early;
    misaligned_q  <= a_address[0] || b_address[0] || c_address[0]
                  || a_stride[0] || b_stride[0] || c_stride[0]
                  || (f32_output && (c_address[1] || c_stride[1]))
                  || (channel_table[2:0] != 3'd0);
    too_small_q   <= ({1'b0, a_stride} < a_row_bytes)
                  || (b_stride < {16'd0, b_row_bytes})
                  || ({3'd0, c_stride} < c_row_bytes);
    table_last_q  <= {1'b0, channel_table} + {30'd0, n, 3'd0} - 65'd1;
    table_meets_q <= has_table && (c_address <= table_last_q[63:0]) && (channel_table <= c_last_q);
  end

  // What the windows of a tile's rows span in an image row.
  wire [26:0] segment = {4'd0, lane_step_words_q} * 27'd7 + {12'd0, row_words_q};

  reg [7:0] error;

  always @(*) begin
    if (early_q != 8'd0) begin
      error = early_q;
    end else if (window && misfit_q) begin
      error = 8'd8;
    end else if (window && ((row_entries > 16'd256) || (segment > 27'd32767))) begin
      error = 8'd9;
    end else if (misaligned_q) begin
      error = 8'd10;
    end else if (too_small_q) begin
      error = 8'd11;
    end else if (wrap_q || (has_table && table_last_q[64])) begin
      error = 8'd12;
    end else if (overlap_q || meets || table_meets_q) begin
      error = 8'd13;
    end else begin
      error = 8'd0;
    end
  end

  assign checked_o         = step_q == STEP_DONE;
  assign error_o           = error;
  assign input_format_o    = input_format[1:0];
  assign output_format_o   = output_format[2:0];
  assign activation_o      = activation[1:0];
  assign slope_m_o         = slope_m;
  assign slope_s_o         = slope_s[3:0];
  assign scale_o           = scale;
  assign m_o               = m;
  assign n_o               = n;
  assign k_o               = k[14:0];
  assign a_stride_o        = a_stride;
  assign b_stride_o        = b_stride;
  assign c_stride_o        = c_stride;
  assign a_address_o       = a_address;
  assign b_address_o       = b_address;
  assign c_address_o       = c_address;
  assign next_o            = next;
  assign has_table_o       = has_table;
  assign table_address_o   = channel_table;
  assign window_o          = window;
  assign kernel_height_o   = window_kernel_height;
  assign kernel_width_o    = window_kernel_width;
  assign stride_y_o        = window_stride_y;
  assign stride_x_o        = window_stride_x;
  assign pad_top_o         = window_pad_top;
  assign pad_left_o        = window_pad_left;
  assign image_height_o    = window_height;
  assign image_width_o     = window_width;
  assign out_height_o      = window_out_height;
  assign out_width_o       = window_out_width;
  assign channel_words_o   = channel_words_q[14:0];
  assign row_words_o       = row_words_q;
  assign k_words_o         = k_words_q;
  assign last_lanes_o      = last_lanes_q;
  assign row_entries_o     = row_entries[8:0];
  assign window_entries_o  = window_entries_q;
  assign lane_step_words_o = lane_step_words_q;
  assign c_row_bytes_o     = c_row_bytes;

endmodule

`default_nettype wire
