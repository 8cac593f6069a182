// Copyright The XR-NPE developers. Licensed under the Apache License, Version 2.0.
// SPDX-License-Identifier: Apache-2.0
//
// Walks the chain of descriptors and the tiles of each job, and says how it ended.
//
// Generated for:
//   rows          = 8                  rows of PEs, 2 to 16
//   cols          = 8                  columns of PEs, 2 to 16
//   slices        = 1                  16-bit words a PE takes per cycle, 1, 2 or 4
//   data_width    = 128                AXI4 data bits, 64 or 128
//   buffer_depth  = 1024               16-bit words per lane, 16 to 16384
//   pipeline      = 6                  pipeline depth, 0 to 6
//
// Generated from configuration "default": edit the template, not this file. Regenerate:
//   xrnpe generate --unit coproc --preset default --out DIR
`default_nettype none

module xrnpe_sequencer (
  input  wire        clk_i,                 // clock
  input  wire        rst_ni,                // asynchronous reset, active low

  // Software
  input  wire        start_i,               // run the chain, one cycle; ignored while busy
  input  wire [63:0] descriptor_address_i,  // first descriptor
  input  wire [31:0] watchdog_cycles_i,     // cycles without progress that end a chain; 0: never
  output wire        started_o,             // the chain starts, one cycle
  output wire        busy_o,                // a chain is running
  output wire        done_o,                // it has ended, one cycle
  output wire [7:0]  error_code_o,          // how
  output wire [31:0] error_index_o,         // which descriptor, 0 the first
  output wire [63:0] error_descriptor_o,    // its address
  output wire [31:0] nar_row_o,             // first NaR that met FP4: row of C
  output wire [31:0] nar_col_o,             // first NaR that met FP4: column of C
  output wire        read_waiting_o,        // waiting for read data
  output wire        write_waiting_o,       // waiting for writes

  // Read engine
  output wire        read_valid_o,          // a request is offered
  input  wire        read_idle_i,           // the engine is ready
  output wire [63:0] read_address_o,        // first byte
  output wire [11:0] read_bytes_o,          // length
  output wire        read_abort_o,          // ask for nothing more
  input  wire        read_data_valid_i,     // an entry came
  input  wire [1:0]  read_error_i,          // response of the request, 0 if good
  input  wire        read_progress_i,       // a handshake

  // Descriptor
  output wire        descriptor_load_o,     // the entry belongs to the descriptor
  output wire        descriptor_check_o,    // check it
  input  wire        descriptor_checked_i,  // checked
  input  wire [7:0]  descriptor_error_i,    // the verdict
  input  wire [1:0]  input_format_i,        // fields, see xrnpe_descriptor
  input  wire [2:0]  output_format_i,
  input  wire [31:0] m_i,
  input  wire [31:0] n_i,
  input  wire [14:0] k_i,
  input  wire [14:0] k_words_i,
  input  wire [34:0] c_row_bytes_i,
  input  wire [31:0] a_stride_i,
  input  wire [31:0] b_stride_i,
  input  wire [31:0] c_stride_i,
  input  wire [63:0] a_address_i,
  input  wire [63:0] b_address_i,
  input  wire [63:0] c_address_i,
  input  wire [63:0] next_i,

  // Operand buffers
  output wire        buffer_write_o,        // the entry belongs to a buffer
  output wire        buffer_operand_o,      // 0: a row of A, 1: a column of B
  output wire [2:0]  buffer_lane_o,         // which row or column
  output wire [6:0]  buffer_entry_o,        // which entry
  output wire        step_read_o,           // all buffers: read a step
  output wire [9:0]  step_o,                // which

  // Array, one cycle after step_read_o
  output wire        array_valid_o,         // a step's words are there
  output wire        array_first_o,         // the first of a tile
  output wire [3:0]  array_lane_valid_o,    // lanes below K
  output wire        array_shift_o,         // move the quires up

  // Drain
  output wire        drain_load_o,          // take a row of quires
  output wire [3:0]  drain_count_o,         // its columns inside C
  input  wire        drain_valid_i,         // its segment is there
  input  wire        drain_nar_i,           // a NaR met FP4 in it
  input  wire [2:0]  drain_nar_col_i,       // the first such column

  // Write engine
  output wire        write_valid_o,         // a segment is offered
  input  wire        write_ready_i,         // the engine takes it
  output wire [63:0] write_address_o,       // first byte
  output wire [5:0]  write_bytes_o,         // length
  output wire        write_clear_o,         // forget old errors
  input  wire        write_idle_i,          // every write is answered
  input  wire [1:0]  write_error_i,         // first bad response, 0 if none
  input  wire        write_progress_i       // a handshake
);

  localparam [4:0] IDLE       = 5'd0;
  localparam [4:0] QUIESCE    = 5'd1;
  localparam [4:0] FETCH      = 5'd2;
  localparam [4:0] FETCH_WAIT = 5'd3;
  localparam [4:0] CHECK      = 5'd4;
  localparam [4:0] SETUP      = 5'd5;
  localparam [4:0] ROW_TILE   = 5'd6;
  localparam [4:0] COL_TILE   = 5'd7;
  localparam [4:0] CHUNK_A    = 5'd8;
  localparam [4:0] CHUNK_B    = 5'd9;
  localparam [4:0] LOAD       = 5'd10;
  localparam [4:0] LOAD_WAIT  = 5'd11;
  localparam [4:0] COMPUTE    = 5'd12;
  localparam [4:0] FLUSH      = 5'd13;
  localparam [4:0] DRAIN      = 5'd14;
  localparam [4:0] DRAIN_WAIT = 5'd15;
  localparam [4:0] WRITE      = 5'd16;
  localparam [4:0] NEXT_COL   = 5'd17;
  localparam [4:0] NEXT_ROW   = 5'd18;
  localparam [4:0] FINISH     = 5'd19;
  localparam [4:0] SETTLE     = 5'd20;
  localparam [4:0] DONE       = 5'd21;

  reg [4:0]  state_q;

  // ----------------------------------------------------------------------------------------------
  // Chain: which descriptor, and how it ended
  // ----------------------------------------------------------------------------------------------
  reg [63:0] descriptor_q;  // address of the current descriptor
  reg [31:0] index_q;       // its number in the chain
  reg [7:0]  error_q;
  reg        nar_q;
  reg [31:0] nar_row_q;
  reg [31:0] nar_col_q;

  // ----------------------------------------------------------------------------------------------
  // Job: rows of tiles, in each of them columns of tiles
  // ----------------------------------------------------------------------------------------------
  reg [31:0] m_left_q;        // rows of C from this row of tiles on
  reg [31:0] row_base_q;      // first row of this row of tiles
  reg [63:0] a_panel_q;       // its first row of A
  reg [63:0] c_panel_q;       // its first row of C
  reg [31:0] n_left_q;        // columns of C from this tile on
  reg [31:0] col_base_q;      // first column of this tile
  reg [63:0] b_panel_q;       // its first column of B
  reg [63:0] c_tile_q;        // its first byte of C
  reg [34:0] c_bytes_left_q;  // bytes of a packed row of C from this tile on
  reg        a_resident_q;    // the buffers hold all of this row of tiles' A
  reg        b_resident_q;    // the buffers hold all of this tile's B

  wire        last_row_tile = m_left_q <= 32'd8;
  wire        last_col_tile = n_left_q <= 32'd8;
  wire [3:0]  tile_rows = last_row_tile ? m_left_q[3:0] : 4'd8;
  wire [3:0]  tile_cols = last_col_tile ? n_left_q[3:0] : 4'd8;
  wire        one_chunk = k_words_i <= 15'd1024;
  reg  [5:0]  tile_bytes;  // bytes of a full tile's row of C

  always @(*) begin
    case (output_format_i)
      3'd0: tile_bytes = 6'd4;  // fp4
      3'd1: tile_bytes = 6'd4;  // p4
      3'd2: tile_bytes = 6'd8;  // p8
      3'd3: tile_bytes = 6'd16;  // p16
      default: tile_bytes = 6'd32;  // f32
    endcase
  end

  // The last tile of a row also owns the pad lanes of C's last word.
  wire [5:0] segment_bytes = last_col_tile ? c_bytes_left_q[5:0] : tile_bytes;

  // ----------------------------------------------------------------------------------------------
  // Tile: K in chunks of what the buffers hold, each chunk in steps
  // ----------------------------------------------------------------------------------------------
  reg [14:0] words_left_q;    // words of K from this chunk on
  reg [15:0] chunk_offset_q;  // bytes of a packed row before this chunk
  reg [15:0] k_left_q;        // elements of K from this step on
  reg        first_q;         // no step of this tile was issued yet
  reg        operand_q;       // loading: 0 A, 1 B
  reg [2:0]  lane_q;          // loading: row of A or column of B
  reg [6:0]  entry_q;         // loading: next entry
  reg [63:0] row_address_q;   // loading and draining: the row's first byte
  reg [9:0]  step_q;          // computing: the step
  reg [2:0]  flush_q;         // flushing: cycles to go
  reg [3:0]  drain_row_q;     // draining: row of the tile

  wire [14:0] chunk_words = (words_left_q < 15'd1024) ? words_left_q : 15'd1024;
  wire [14:0] words_after = words_left_q - chunk_words;
  wire [14:0] last_step   = (chunk_words - 15'd1) >> 0;
  wire        is_last_step = step_q == last_step[9:0];
  wire [3:0]  lanes = operand_q ? tile_cols
                                   : tile_rows;
  wire        is_last_lane = { 1'b0, lane_q } == lanes - 4'd1;
  wire [31:0] load_stride  = operand_q ? b_stride_i : a_stride_i;

  // Lanes at and beyond K are masked, whatever they hold.
  reg  [3:0] lane_valid;
  reg  [15:0] step_elements;

  always @(*) begin
    lane_valid    = 4'd0;
    step_elements = 16'd1;
    case (input_format_i)
      2'd0: begin  // fp4
        step_elements = 16'd4;
        lane_valid[0] = k_left_q > 16'd0;
        lane_valid[1] = k_left_q > 16'd1;
        lane_valid[2] = k_left_q > 16'd2;
        lane_valid[3] = k_left_q > 16'd3;
      end
      2'd1: begin  // p4
        step_elements = 16'd4;
        lane_valid[0] = k_left_q > 16'd0;
        lane_valid[1] = k_left_q > 16'd1;
        lane_valid[2] = k_left_q > 16'd2;
        lane_valid[3] = k_left_q > 16'd3;
      end
      2'd2: begin  // p8
        step_elements = 16'd2;
        lane_valid[0] = k_left_q > 16'd0;
        lane_valid[1] = k_left_q > 16'd1;
      end
      2'd3: begin  // p16
        step_elements = 16'd1;
        lane_valid[0] = k_left_q > 16'd0;
      end
      default: lane_valid = 4'd0;
    endcase
  end

  // ----------------------------------------------------------------------------------------------
  // Watchdog: cycles spent waiting for a bus on which nothing moves
  // ----------------------------------------------------------------------------------------------
  reg [31:0] timer_q;

  wire waiting_read  = (state_q == FETCH_WAIT) || (state_q == LOAD_WAIT);
  wire waiting_write = (state_q == WRITE) || (state_q == FINISH);
  wire waiting       = waiting_read || waiting_write || (state_q == SETTLE) || (state_q == QUIESCE);
  wire expired       = waiting && (watchdog_cycles_i != 32'd0) && (timer_q >= watchdog_cycles_i);

  always @(posedge clk_i or negedge rst_ni) begin
    if (!rst_ni) begin
      timer_q <= 32'd0;
    end else if (!waiting || read_progress_i || write_progress_i || expired) begin
      timer_q <= 32'd0;
    end else begin
      timer_q <= timer_q + 32'd1;
    end
  end

  // ----------------------------------------------------------------------------------------------
  // The walk
  // ----------------------------------------------------------------------------------------------
  wire [7:0]  read_error_code  = read_error_i[0] ? 8'd33 : 8'd32;
  wire [7:0]  write_error_code = write_error_i[0] ? 8'd35 : 8'd34;
  wire [31:0] drain_row        = row_base_q + { 28'd0, drain_row_q};
  wire [31:0] drain_nar_col    = col_base_q + { 29'd0, drain_nar_col_i};
  wire        nar_is_earlier   = !nar_q || (drain_row < nar_row_q)
                               || ((drain_row == nar_row_q) && (drain_nar_col < nar_col_q));

  always @(posedge clk_i or negedge rst_ni) begin
    if (!rst_ni) begin
      state_q        <= IDLE;
      descriptor_q   <= 64'd0;
      index_q        <= 32'd0;
      error_q        <= 8'd0;
      nar_q          <= 1'b0;
      nar_row_q      <= 32'd0;
      nar_col_q      <= 32'd0;
      m_left_q       <= 32'd0;
      row_base_q     <= 32'd0;
      a_panel_q      <= 64'd0;
      c_panel_q      <= 64'd0;
      n_left_q       <= 32'd0;
      col_base_q     <= 32'd0;
      b_panel_q      <= 64'd0;
      c_tile_q       <= 64'd0;
      c_bytes_left_q <= 35'd0;
      a_resident_q   <= 1'b0;
      b_resident_q   <= 1'b0;
      words_left_q   <= 15'd0;
      chunk_offset_q <= 16'd0;
      k_left_q       <= 16'd0;
      first_q        <= 1'b0;
      operand_q      <= 1'b0;
      lane_q         <= 3'd0;
      entry_q        <= 7'd0;
      row_address_q  <= 64'd0;
      step_q         <= 10'd0;
      flush_q        <= 3'd0;
      drain_row_q    <= 4'd0;
    end else if (expired) begin
      // An error found before stays the one that is reported.
      state_q <= DONE;
      if (error_q == 8'd0) begin
        error_q <= 8'd36;
      end
    end else begin
      case (state_q)
        IDLE: begin
          if (start_i) begin
            state_q      <= QUIESCE;
            descriptor_q <= descriptor_address_i;
            index_q      <= 32'd0;
            error_q      <= 8'd0;
            nar_q        <= 1'b0;
            nar_row_q    <= 32'd0;
            nar_col_q    <= 32'd0;
          end
        end

        // A chain that the watchdog ended may have left transfers behind: they are waited for here.
        QUIESCE: begin
          if (read_idle_i && write_idle_i) begin
            state_q <= FETCH;
          end
        end

        FETCH: begin
          if (descriptor_q[6:0] != 7'd0) begin
            state_q <= SETTLE;
            error_q <= 8'd1;
          end else begin
            state_q <= FETCH_WAIT;
          end
        end

        FETCH_WAIT: begin
          if (read_idle_i && (read_error_i != 2'd0)) begin
            state_q <= SETTLE;
            error_q <= read_error_code;
          end else if (read_idle_i) begin
            state_q <= CHECK;
          end
        end

        CHECK: begin
          if (descriptor_checked_i && (descriptor_error_i != 8'd0)) begin
            state_q <= SETTLE;
            error_q <= descriptor_error_i;
          end else if (descriptor_checked_i) begin
            state_q <= SETUP;
          end
        end

        SETUP: begin
          state_q      <= ROW_TILE;
          m_left_q     <= m_i;
          row_base_q   <= 32'd0;
          a_panel_q    <= a_address_i;
          c_panel_q    <= c_address_i;
          b_resident_q <= 1'b0;
        end

        ROW_TILE: begin
          state_q        <= COL_TILE;
          n_left_q       <= n_i;
          col_base_q     <= 32'd0;
          b_panel_q      <= b_address_i;
          c_tile_q       <= c_panel_q;
          c_bytes_left_q <= c_row_bytes_i;
          a_resident_q   <= 1'b0;
        end

        COL_TILE: begin
          state_q        <= CHUNK_A;
          words_left_q   <= k_words_i;
          chunk_offset_q <= 16'd0;
          k_left_q       <= {1'b0, k_i};
          first_q        <= 1'b1;
        end

        CHUNK_A: begin
          state_q       <= a_resident_q ? CHUNK_B : LOAD;
          operand_q     <= 1'b0;
          lane_q        <= 3'd0;
          row_address_q <= a_panel_q + {48'd0, chunk_offset_q};
        end

        CHUNK_B: begin
          state_q       <= b_resident_q ? COMPUTE : LOAD;
          operand_q     <= 1'b1;
          lane_q        <= 3'd0;
          row_address_q <= b_panel_q + {48'd0, chunk_offset_q};
          step_q        <= 10'd0;
        end

        LOAD: begin
          state_q <= LOAD_WAIT;
          entry_q <= 7'd0;
        end

        LOAD_WAIT: begin
          if (read_data_valid_i) begin
            entry_q <= entry_q + 7'd1;
          end
          if (read_idle_i && (read_error_i != 2'd0)) begin
            state_q <= SETTLE;
            error_q <= read_error_code;
          end else if (read_idle_i && is_last_lane) begin
            state_q <= operand_q ? COMPUTE : CHUNK_B;
            if (operand_q) begin
              b_resident_q <= one_chunk;
            end else begin
              a_resident_q <= one_chunk;
            end
          end else if (read_idle_i) begin
            state_q       <= LOAD;
            lane_q        <= lane_q + 3'd1;
            row_address_q <= row_address_q + {32'd0, load_stride};
          end
        end

        COMPUTE: begin
          step_q   <= step_q + 10'd1;
          k_left_q <= k_left_q - step_elements;
          first_q  <= 1'b0;
          if (is_last_step) begin
            words_left_q   <= words_after;
            chunk_offset_q <= chunk_offset_q + 16'd2048;
            state_q        <= (words_after == 15'd0) ? FLUSH : CHUNK_A;
            flush_q        <= 3'd5;
          end
        end

        // The last step needs 6 cycles to reach the quires.
        FLUSH: begin
          flush_q       <= flush_q - 3'd1;
          row_address_q <= c_tile_q;
          drain_row_q   <= 4'd0;
          if (flush_q == 3'd0) begin
            state_q <= DRAIN;
          end
        end

        DRAIN: begin
          state_q <= DRAIN_WAIT;
        end

        DRAIN_WAIT: begin
          if (drain_valid_i) begin
            state_q <= WRITE;
            if (drain_nar_i && nar_is_earlier) begin
              nar_q     <= 1'b1;
              nar_row_q <= drain_row;
              nar_col_q <= drain_nar_col;
            end
          end
        end

        WRITE: begin
          if (write_error_i != 2'd0) begin
            state_q <= SETTLE;
            error_q <= write_error_code;
          end else if (write_ready_i) begin
            row_address_q <= row_address_q + {32'd0, c_stride_i};
            drain_row_q   <= drain_row_q + 4'd1;
            state_q       <= (drain_row_q + 4'd1 == tile_rows) ? NEXT_COL : DRAIN;
          end
        end

        NEXT_COL: begin
          state_q        <= last_col_tile ? NEXT_ROW : COL_TILE;
          n_left_q       <= n_left_q - 32'd8;
          col_base_q     <= col_base_q + 32'd8;
          b_panel_q      <= b_panel_q + { 29'd0, b_stride_i, 3'd0};
          c_tile_q       <= c_tile_q + { 58'd0, tile_bytes};
          c_bytes_left_q <= c_bytes_left_q - { 29'd0, tile_bytes};
          b_resident_q   <= b_resident_q && (n_i <= 32'd8);
        end

        NEXT_ROW: begin
          state_q    <= last_row_tile ? FINISH : ROW_TILE;
          m_left_q   <= m_left_q - 32'd8;
          row_base_q <= row_base_q + 32'd8;
          a_panel_q  <= a_panel_q + { 29'd0, a_stride_i, 3'd0};
          c_panel_q  <= c_panel_q + { 29'd0, c_stride_i, 3'd0};
        end

        // A job is over when all its writes are answered: the next one may read what it wrote.
        FINISH: begin
          if (write_idle_i && (write_error_i != 2'd0)) begin
            state_q <= DONE;
            error_q <= write_error_code;
          end else if (write_idle_i && nar_q) begin
            state_q <= DONE;
            error_q <= 8'd64;
          end else if (write_idle_i && (next_i == 64'd0)) begin
            state_q <= DONE;
          end else if (write_idle_i) begin
            state_q      <= FETCH;
            descriptor_q <= next_i;
            index_q      <= index_q + 32'd1;
          end
        end

        // After an error: let the bus come to rest before saying done.
        SETTLE: begin
          if (read_idle_i && write_idle_i) begin
            state_q <= DONE;
          end
        end

        default: state_q <= IDLE;  // DONE
      endcase
    end
  end

  // The buffers answer one cycle after the step is issued; what belongs to the step waits for them.
  reg        array_valid_q;
  reg        array_first_q;
  reg [3:0] array_lane_valid_q;

  always @(posedge clk_i or negedge rst_ni) begin
    if (!rst_ni) begin
      array_valid_q      <= 1'b0;
      array_first_q      <= 1'b0;
      array_lane_valid_q <= 4'd0;
    end else begin
      array_valid_q      <= step_read_o;
      array_first_q      <= first_q;
      array_lane_valid_q <= lane_valid;
    end
  end

  // Bits above the widest step a buffer can have.
  wire unused_ok = &{1'b0, last_step[14:10], chunk_words, 1'b0};

  assign started_o          = (state_q == IDLE) && start_i;
  assign busy_o             = state_q != IDLE;
  assign done_o             = state_q == DONE;
  assign error_code_o       = error_q;
  assign error_index_o      = index_q;
  assign error_descriptor_o = descriptor_q;
  assign nar_row_o          = nar_row_q;
  assign nar_col_o          = nar_col_q;
  assign read_waiting_o     = waiting_read;
  assign write_waiting_o    = waiting_write;

  assign read_valid_o       = (state_q == LOAD)
                            || ((state_q == FETCH) && (descriptor_q[6:0] == 7'd0));
  assign read_address_o     = (state_q == FETCH) ? descriptor_q : row_address_q;
  assign read_bytes_o       = (state_q == FETCH) ? 12'd128
                            : {chunk_words[10:0], 1'b0};
  assign read_abort_o       = expired;

  assign descriptor_load_o  = read_data_valid_i && (state_q == FETCH_WAIT);
  assign descriptor_check_o = (state_q == FETCH_WAIT) && read_idle_i;

  assign buffer_write_o     = read_data_valid_i && (state_q == LOAD_WAIT);
  assign buffer_operand_o   = operand_q;
  assign buffer_lane_o      = lane_q;
  assign buffer_entry_o     = entry_q;
  assign step_read_o        = state_q == COMPUTE;
  assign step_o             = step_q;

  assign array_valid_o      = array_valid_q;
  assign array_first_o      = array_first_q;
  assign array_lane_valid_o = array_lane_valid_q;
  assign array_shift_o      = state_q == DRAIN;

  assign drain_load_o       = state_q == DRAIN;
  assign drain_count_o      = tile_cols;

  assign write_valid_o      = (state_q == WRITE) && (write_error_i == 2'd0);
  assign write_address_o    = row_address_q;
  assign write_bytes_o      = segment_bytes;
  assign write_clear_o      = (state_q == QUIESCE) && read_idle_i && write_idle_i;

endmodule

`default_nettype wire
