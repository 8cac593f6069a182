// Copyright The XR-NPE developers. Licensed under the Apache License, Version 2.0.
// SPDX-License-Identifier: Apache-2.0
//
// Walks the chain of descriptors, starts each job, and says how it ended.
//
// Generated from configuration "default": edit the template, not this file. Regenerate:
//   xrnpe generate --unit coproc --preset default --out DIR
`default_nettype none

module xrnpe_control (
  input  wire        clk_i,                 // clock
  input  wire        rst_ni,                // asynchronous reset, active low

  // Software
  input  wire        start_i,               // run the chain, one cycle; ignored while busy
  input  wire        soft_reset_i,          // end it, one cycle; ignored while idle
  input  wire [63:0] descriptor_address_i,  // first descriptor
  input  wire [31:0] watchdog_cycles_i,     // cycles without progress that end a chain; 0: never
  output wire        started_o,             // the chain starts, one cycle
  output wire        busy_o,                // a chain is running
  output wire        done_o,                // it has ended, one cycle
  output wire [7:0]  error_code_o,          // how
  output wire [31:0] error_index_o,         // which descriptor, 0 the first
  output wire [63:0] error_descriptor_o,    // its address

  // Descriptor: the next one is fetched and checked while a job runs
  output wire        fetch_valid_o,         // a read request for it
  input  wire        fetch_ready_i,
  output wire [63:0] fetch_address_o,
  input  wire        fetched_i,             // its last entry is loaded
  output wire        check_o,               // check it
  input  wire        checked_i,             // checked
  input  wire [7:0]  descriptor_error_i,    // the verdict
  output wire        accept_o,              // it becomes the job
  input  wire [63:0] following_i,           // of the descriptor that is accepted: the one after it

  // The job
  output wire        job_start_o,           // all walks start
  output wire        running_o,             // the job is at work
  output wire        stop_o,                // no job may go on: throw away what is under way
  input  wire        loader_busy_i,         // operands are left to ask for
  input  wire        issue_busy_i,          // steps are left
  input  wire        segments_i,            // results are on their way to memory
  input  wire        nar_i,                 // a NaR met FP4

  // The bus
  output wire        clear_o,               // forget old errors
  input  wire        read_idle_i,           // nothing under way
  input  wire [1:0]  read_error_i,          // first bad response, 0 if none
  input  wire        read_error_fetch_i,    // it is the descriptor's
  input  wire        read_progress_i,       // a handshake
  input  wire        write_idle_i,
  input  wire [1:0]  write_error_i,
  input  wire        write_progress_i
);

  localparam [2:0] IDLE    = 3'd0;
  localparam [2:0] QUIESCE = 3'd1;
  localparam [2:0] WAIT    = 3'd2;
  localparam [2:0] START   = 3'd3;
  localparam [2:0] RUN     = 3'd4;
  localparam [2:0] SETTLE  = 3'd5;
  localparam [2:0] DONE    = 3'd6;

  reg [2:0]  state_q;
  reg [63:0] descriptor_q;  // address of the current descriptor
  reg [31:0] index_q;       // its number in the chain
  reg [7:0]  error_q;

  // ----------------------------------------------------------------------------------------------
  // Watchdog: cycles in which the bus owes something and nothing moves
  // ----------------------------------------------------------------------------------------------
  reg [31:0] timer_q;

  wire waiting = (state_q != IDLE) && (state_q != DONE) && !(read_idle_i && write_idle_i);
  wire expired = waiting && (watchdog_cycles_i != 32'd0) && (timer_q >= watchdog_cycles_i);

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
  // The chain
  // ----------------------------------------------------------------------------------------------
  wire [7:0] read_error_code  = read_error_i[0] ? 8'd33 : 8'd32;
  wire [7:0] write_error_code = write_error_i[0] ? 8'd35 : 8'd34;
  wire       quiet            = read_idle_i && write_idle_i && !segments_i;
  wire       reset            = soft_reset_i && (state_q != IDLE) && (state_q != SETTLE)
                             && (state_q != DONE);
  wire       read_failed      = (read_error_i != 2'd0) && !read_error_fetch_i;
  wire       failed           = (state_q == RUN) && (read_failed || (write_error_i != 2'd0));
  wire       job_ends         = (state_q == RUN) && !issue_busy_i && write_idle_i && !segments_i;

  // ----------------------------------------------------------------------------------------------
  // The next descriptor
  // ----------------------------------------------------------------------------------------------
  localparam [2:0] NONE    = 3'd0;
  localparam [2:0] HOLD    = 3'd1;
  localparam [2:0] FETCH   = 3'd2;
  localparam [2:0] LOAD    = 3'd3;
  localparam [2:0] CHECK   = 3'd4;
  localparam [2:0] VERDICT = 3'd5;
  localparam [2:0] KNOWN   = 3'd6;

  reg [2:0]  fetch_q;
  reg [63:0] following_q;     // its address
  reg [7:0]  verdict_q;

  wire       misplaced   = following_q[6:0] != 7'd0;
  wire       fetch_fails = (fetch_q == LOAD) && (read_error_i != 2'd0) && read_error_fetch_i;
  wire       known       = (fetch_q == KNOWN) || ((fetch_q == VERDICT) && checked_i);
  wire [7:0] verdict     = (fetch_q == KNOWN) ? verdict_q : descriptor_error_i;
  wire       accept      = (state_q == WAIT) && known && (verdict == 8'd0) && !expired && !reset;
  wire       begins      = (state_q == IDLE) && start_i;

  always @(posedge clk_i or negedge rst_ni) begin
    if (!rst_ni) begin
      fetch_q     <= NONE;
      following_q <= 64'd0;
      verdict_q   <= 8'd0;
    end else if (begins) begin
      fetch_q     <= quiet ? FETCH : HOLD;
      following_q <= descriptor_address_i;
    end else if ((state_q == SETTLE) || (state_q == DONE) || (state_q == IDLE)) begin
      fetch_q     <= NONE;
    end else begin
      case (fetch_q)
        // A job's own requests go first.
        HOLD: begin
          if ((state_q == WAIT) || ((state_q == RUN) && !loader_busy_i)) begin
            fetch_q <= FETCH;
          end
        end

        FETCH: begin
          if (misplaced) begin
            fetch_q   <= KNOWN;
            verdict_q <= 8'd1;
          end else if (fetch_ready_i) begin
            fetch_q <= LOAD;
          end
        end

        LOAD: begin
          if (fetch_fails) begin
            fetch_q   <= KNOWN;
            verdict_q <= read_error_code;
          end else if (fetched_i) begin
            fetch_q <= CHECK;
          end
        end

        CHECK: fetch_q <= VERDICT;

        VERDICT: begin
          if (checked_i) begin
            fetch_q   <= KNOWN;
            verdict_q <= descriptor_error_i;
          end
        end

        default: ;  // NONE, KNOWN
      endcase

      if (accept) begin
        fetch_q     <= (following_i == 64'd0) ? NONE : HOLD;
        following_q <= following_i;
      end
    end
  end

  // ----------------------------------------------------------------------------------------------
  // The chain
  // ----------------------------------------------------------------------------------------------
  always @(posedge clk_i or negedge rst_ni) begin
    if (!rst_ni) begin
      state_q      <= IDLE;
      descriptor_q <= 64'd0;
      index_q      <= 32'd0;
      error_q      <= 8'd0;
    end else if (expired) begin
      // An error found before stays the one that is reported.
      state_q <= DONE;
      if (error_q == 8'd0) begin
        error_q <= 8'd36;
      end
    end else if (reset) begin
      state_q <= SETTLE;
      error_q <= 8'd37;
    end else if (failed) begin
      state_q <= SETTLE;
      error_q <= (write_error_i == 2'd0) ? read_error_code : write_error_code;
    end else begin
      case (state_q)
        IDLE: begin
          if (start_i) begin
            state_q      <= quiet ? WAIT : QUIESCE;
            descriptor_q <= descriptor_address_i;
            index_q      <= 32'd0;
            error_q      <= 8'd0;
          end
        end

        // A chain that the watchdog ended may have left transfers behind: they are waited for here.
        QUIESCE: begin
          if (quiet) begin
            state_q <= WAIT;
          end
        end

        // For the descriptor and its verdict.
        WAIT: begin
          if (accept) begin
            state_q <= START;
          end else if (known) begin
            state_q <= SETTLE;
            error_q <= verdict;
          end
        end

        START: begin
          state_q <= RUN;
        end

        // A job is over when all its writes are answered: the next one may read what it wrote.
        RUN: begin
          if (job_ends && nar_i) begin
            state_q <= SETTLE;
            error_q <= 8'd64;
          end else if (job_ends && (fetch_q == NONE)) begin
            state_q <= DONE;
          end else if (job_ends) begin
            state_q      <= WAIT;
            descriptor_q <= following_q;
            index_q      <= index_q + 32'd1;
          end
        end

        // After an error: let the bus come to rest before saying done.
        SETTLE: begin
          if (quiet) begin
            state_q <= DONE;
          end
        end

        default: state_q <= IDLE;  // DONE
      endcase
    end
  end

  assign started_o          = begins;
  assign busy_o             = state_q != IDLE;
  assign done_o             = state_q == DONE;
  assign error_code_o       = error_q;
  assign error_index_o      = index_q;
  assign error_descriptor_o = descriptor_q;
  assign fetch_valid_o      = (fetch_q == FETCH) && !misplaced;
  assign fetch_address_o    = following_q;
  assign check_o            = fetch_q == CHECK;
  assign accept_o           = accept;
  assign job_start_o        = state_q == START;
  assign running_o          = state_q == RUN;
  assign stop_o             = (state_q == IDLE) || (state_q == QUIESCE) || (state_q == SETTLE)
                           || (state_q == DONE);
  assign clear_o            = begins || ((state_q == QUIESCE) && quiet);

endmodule

`default_nettype wire
