// Copyright The XR-NPE developers. Licensed under the Apache License, Version 2.0.
// SPDX-License-Identifier: Apache-2.0
//
// AXI4-Lite slave with every register of the register map.
//
// Generated for:
//   rows          = 8                  rows of PEs, 2 to 16
//   cols          = 8                  columns of PEs, 2 to 16
//   slices        = 1                  16-bit words a PE takes per cycle, 1, 2 or 4
//   data_width    = 128                AXI4 data bits, 64 or 128
//   buffer_depth  = 2048               16-bit words per lane, 64 to 16384
//   formats       = fp4 p4 p8 p16      input formats built in
//
// Generated from configuration "default": edit the template, not this file. Regenerate:
//   xrnpe generate --unit coproc --preset default --out DIR
`default_nettype none

module xrnpe_axil_regs (
  input  wire        clk_i,                          // clock
  input  wire        rst_ni,                         // asynchronous reset, active low

  // AXI4-Lite slave
  input  wire [7:0]  s_axil_awaddr_i,                // write address
  input  wire [2:0]  s_axil_awprot_i,                // not looked at
  input  wire        s_axil_awvalid_i,               // write address valid
  output wire        s_axil_awready_o,               // write address taken
  input  wire [31:0] s_axil_wdata_i,                 // write data
  input  wire [3:0]  s_axil_wstrb_i,                 // which bytes
  input  wire        s_axil_wvalid_i,                // write data valid
  output wire        s_axil_wready_o,                // write data taken
  output wire [1:0]  s_axil_bresp_o,                 // OKAY, or SLVERR where no register is
  output wire        s_axil_bvalid_o,                // write response valid
  input  wire        s_axil_bready_i,                // write response taken
  input  wire [7:0]  s_axil_araddr_i,                // read address
  input  wire [2:0]  s_axil_arprot_i,                // not looked at
  input  wire        s_axil_arvalid_i,               // read address valid
  output wire        s_axil_arready_o,               // read address taken
  output wire [31:0] s_axil_rdata_o,                 // read data
  output wire [1:0]  s_axil_rresp_o,                 // OKAY, or SLVERR where no register is
  output wire        s_axil_rvalid_o,                // read data valid
  input  wire        s_axil_rready_i,                // read data taken

  // Fields that software writes and hardware reads
  output wire        control_start_o,                // CONTROL.start
  output wire        control_irq_enable_o,           // CONTROL.irq_enable
  output wire        control_soft_reset_o,           // CONTROL.soft_reset
  output wire        status_done_o,                  // STATUS.done
  input  wire        status_done_set_i,              // sets STATUS.done
  output wire [31:0] watchdog_cycles_o,              // WATCHDOG.cycles
  output wire [31:0] descriptor_lo_address_o,        // DESCRIPTOR_LO.address
  output wire [31:0] descriptor_hi_address_o,        // DESCRIPTOR_HI.address

  // Fields that hardware drives and software reads
  input  wire        status_busy_i,                  // STATUS.busy
  input  wire [7:0]  error_code_i,                   // ERROR.code
  input  wire [31:0] error_index_index_i,            // ERROR_INDEX.index
  input  wire [31:0] error_descriptor_lo_address_i,  // ERROR_DESCRIPTOR_LO.address
  input  wire [31:0] error_descriptor_hi_address_i,  // ERROR_DESCRIPTOR_HI.address
  input  wire [31:0] nar_row_row_i,                  // NAR_ROW.row
  input  wire [31:0] nar_col_col_i,                  // NAR_COL.col
  input  wire [31:0] cycles_lo_count_i,              // CYCLES_LO.count
  input  wire [31:0] cycles_hi_count_i,              // CYCLES_HI.count
  input  wire [31:0] busy_lo_count_i,                // BUSY_LO.count
  input  wire [31:0] busy_hi_count_i,                // BUSY_HI.count
  input  wire [31:0] read_stall_lo_count_i,          // READ_STALL_LO.count
  input  wire [31:0] read_stall_hi_count_i,          // READ_STALL_HI.count
  input  wire [31:0] write_stall_lo_count_i,         // WRITE_STALL_LO.count
  input  wire [31:0] write_stall_hi_count_i,         // WRITE_STALL_HI.count
  input  wire [31:0] bytes_read_lo_count_i,          // BYTES_READ_LO.count
  input  wire [31:0] bytes_read_hi_count_i,          // BYTES_READ_HI.count
  input  wire [31:0] bytes_written_lo_count_i,       // BYTES_WRITTEN_LO.count
  input  wire [31:0] bytes_written_hi_count_i,       // BYTES_WRITTEN_HI.count
  input  wire [31:0] fill_lo_count_i,                // FILL_LO.count
  input  wire [31:0] fill_hi_count_i,                // FILL_HI.count
  input  wire [31:0] drain_lo_count_i,               // DRAIN_LO.count
  input  wire [31:0] drain_hi_count_i                // DRAIN_HI.count
);

  // ----------------------------------------------------------------------------------------------
  // Writes: address and data may come in any order; both are held until they have met
  // ----------------------------------------------------------------------------------------------
  reg        aw_held_q;
  reg [7:2]  aw_address_q;
  reg        w_held_q;
  reg [31:0] w_data_q;
  reg [3:0]  w_strb_q;
  reg        b_valid_q;
  reg        b_error_q;

  wire        write = aw_held_q && w_held_q && !b_valid_q;
  wire [31:0] mask  = { {8{w_strb_q[3]}}, {8{w_strb_q[2]}}, {8{w_strb_q[1]}}, {8{w_strb_q[0]}}};
  wire [31:0] set   = w_data_q & mask;  // the ones that were written

  reg  write_known;
  wire write_control = write && (aw_address_q == 6'h08);
  wire write_status = write && (aw_address_q == 6'h09);
  wire write_watchdog = write && (aw_address_q == 6'h0b);
  wire write_descriptor_lo = write && (aw_address_q == 6'h0c);
  wire write_descriptor_hi = write && (aw_address_q == 6'h0d);

  always @(*) begin
    case (aw_address_q)
      6'h00,  // ID
      6'h01,  // ABI
      6'h02,  // CONFIG_ARRAY
      6'h03,  // CONFIG_BUS
      6'h04,  // CONFIG_BUFFER
      6'h05,  // CONFIG_FORMATS
      6'h06,  // CONFIG_MASTER
      6'h07,  // CONFIG_DATAPATH
      6'h08,  // CONTROL
      6'h09,  // STATUS
      6'h0a,  // ERROR
      6'h0b,  // WATCHDOG
      6'h0c,  // DESCRIPTOR_LO
      6'h0d,  // DESCRIPTOR_HI
      6'h0e,  // ERROR_INDEX
      6'h10,  // ERROR_DESCRIPTOR_LO
      6'h11,  // ERROR_DESCRIPTOR_HI
      6'h12,  // NAR_ROW
      6'h13,  // NAR_COL
      6'h14,  // CYCLES_LO
      6'h15,  // CYCLES_HI
      6'h16,  // BUSY_LO
      6'h17,  // BUSY_HI
      6'h18,  // READ_STALL_LO
      6'h19,  // READ_STALL_HI
      6'h1a,  // WRITE_STALL_LO
      6'h1b,  // WRITE_STALL_HI
      6'h1c,  // BYTES_READ_LO
      6'h1d,  // BYTES_READ_HI
      6'h1e,  // BYTES_WRITTEN_LO
      6'h1f,  // BYTES_WRITTEN_HI
      6'h20,  // FILL_LO
      6'h21,  // FILL_HI
      6'h22,  // DRAIN_LO
      6'h23: write_known = 1'b1;  // DRAIN_HI
      default: write_known = 1'b0;
    endcase
  end

  always @(posedge clk_i or negedge rst_ni) begin
    if (!rst_ni) begin
      aw_held_q    <= 1'b0;
      aw_address_q <= 6'd0;
      w_held_q     <= 1'b0;
      w_data_q     <= 32'd0;
      w_strb_q     <= 4'd0;
      b_valid_q    <= 1'b0;
      b_error_q    <= 1'b0;
    end else begin
      if (s_axil_awvalid_i && s_axil_awready_o) begin
        aw_held_q    <= 1'b1;
        aw_address_q <= s_axil_awaddr_i[7:2];
      end else if (write) begin
        aw_held_q    <= 1'b0;
      end
      if (s_axil_wvalid_i && s_axil_wready_o) begin
        w_held_q     <= 1'b1;
        w_data_q     <= s_axil_wdata_i;
        w_strb_q     <= s_axil_wstrb_i;
      end else if (write) begin
        w_held_q     <= 1'b0;
      end
      if (write) begin
        b_valid_q    <= 1'b1;
        b_error_q    <= !write_known;
      end else if (s_axil_bready_i) begin
        b_valid_q    <= 1'b0;
      end
    end
  end

  assign s_axil_awready_o = !aw_held_q;
  assign s_axil_wready_o  = !w_held_q;
  assign s_axil_bvalid_o  = b_valid_q;
  assign s_axil_bresp_o   = {b_error_q, 1'b0};

  // ----------------------------------------------------------------------------------------------
  // Fields
  // ----------------------------------------------------------------------------------------------
  assign control_start_o = write_control & set[0:0];  // CONTROL.start

  reg         control_irq_enable_q;  // CONTROL.irq_enable

  always @(posedge clk_i or negedge rst_ni) begin
    if (!rst_ni) begin
      control_irq_enable_q <= 1'd0;
    end else if (write_control) begin
      control_irq_enable_q <= (control_irq_enable_q & ~mask[1:1]) | set[1:1];
    end
  end

  assign control_irq_enable_o = control_irq_enable_q;

  assign control_soft_reset_o = write_control & set[2:2];  // CONTROL.soft_reset

  reg         status_done_q;  // STATUS.done; setting wins over clearing

  always @(posedge clk_i or negedge rst_ni) begin
    if (!rst_ni) begin
      status_done_q <= 1'd0;
    end else if (write_status) begin
      status_done_q <= (status_done_q & ~set[1:1]) | status_done_set_i;
    end else begin
      status_done_q <= status_done_q | status_done_set_i;
    end
  end

  assign status_done_o = status_done_q;

  reg [31:0]  watchdog_cycles_q;  // WATCHDOG.cycles

  always @(posedge clk_i or negedge rst_ni) begin
    if (!rst_ni) begin
      watchdog_cycles_q <= 32'd1000000;
    end else if (write_watchdog) begin
      watchdog_cycles_q <= (watchdog_cycles_q & ~mask[31:0]) | set[31:0];
    end
  end

  assign watchdog_cycles_o = watchdog_cycles_q;

  reg [31:0]  descriptor_lo_address_q;  // DESCRIPTOR_LO.address

  always @(posedge clk_i or negedge rst_ni) begin
    if (!rst_ni) begin
      descriptor_lo_address_q <= 32'd0;
    end else if (write_descriptor_lo) begin
      descriptor_lo_address_q <= (descriptor_lo_address_q & ~mask[31:0]) | set[31:0];
    end
  end

  assign descriptor_lo_address_o = descriptor_lo_address_q;

  reg [31:0]  descriptor_hi_address_q;  // DESCRIPTOR_HI.address

  always @(posedge clk_i or negedge rst_ni) begin
    if (!rst_ni) begin
      descriptor_hi_address_q <= 32'd0;
    end else if (write_descriptor_hi) begin
      descriptor_hi_address_q <= (descriptor_hi_address_q & ~mask[31:0]) | set[31:0];
    end
  end

  assign descriptor_hi_address_o = descriptor_hi_address_q;

  // ----------------------------------------------------------------------------------------------
  // Reads
  // ----------------------------------------------------------------------------------------------
  reg [31:0] read_data;
  reg        read_known;
  reg        r_valid_q;
  reg [31:0] r_data_q;
  reg        r_error_q;

  always @(*) begin
    read_known = 1'b1;
    case (s_axil_araddr_i[7:2])
      6'h00: read_data = 32'h584e5045;  // ID
      6'h01: read_data = 32'h00010000;  // ABI
      6'h02: read_data = 32'h00010808;  // CONFIG_ARRAY
      6'h03: read_data = 32'h00100080;  // CONFIG_BUS
      6'h04: read_data = 32'h00000800;  // CONFIG_BUFFER
      6'h05: read_data = 32'h00001f0f;  // CONFIG_FORMATS
      6'h06: read_data = 32'h00041004;  // CONFIG_MASTER
      6'h07: read_data = 32'h00000106;  // CONFIG_DATAPATH
      6'h08: read_data = {29'd0, 1'd0, control_irq_enable_q, 1'd0};  // CONTROL
      6'h09: read_data = {30'd0, status_done_q, status_busy_i};  // STATUS
      6'h0a: read_data = {24'd0, error_code_i};  // ERROR
      6'h0b: read_data = {watchdog_cycles_q};  // WATCHDOG
      6'h0c: read_data = {descriptor_lo_address_q};  // DESCRIPTOR_LO
      6'h0d: read_data = {descriptor_hi_address_q};  // DESCRIPTOR_HI
      6'h0e: read_data = {error_index_index_i};  // ERROR_INDEX
      6'h10: read_data = {error_descriptor_lo_address_i};  // ERROR_DESCRIPTOR_LO
      6'h11: read_data = {error_descriptor_hi_address_i};  // ERROR_DESCRIPTOR_HI
      6'h12: read_data = {nar_row_row_i};  // NAR_ROW
      6'h13: read_data = {nar_col_col_i};  // NAR_COL
      6'h14: read_data = {cycles_lo_count_i};  // CYCLES_LO
      6'h15: read_data = {cycles_hi_count_i};  // CYCLES_HI
      6'h16: read_data = {busy_lo_count_i};  // BUSY_LO
      6'h17: read_data = {busy_hi_count_i};  // BUSY_HI
      6'h18: read_data = {read_stall_lo_count_i};  // READ_STALL_LO
      6'h19: read_data = {read_stall_hi_count_i};  // READ_STALL_HI
      6'h1a: read_data = {write_stall_lo_count_i};  // WRITE_STALL_LO
      6'h1b: read_data = {write_stall_hi_count_i};  // WRITE_STALL_HI
      6'h1c: read_data = {bytes_read_lo_count_i};  // BYTES_READ_LO
      6'h1d: read_data = {bytes_read_hi_count_i};  // BYTES_READ_HI
      6'h1e: read_data = {bytes_written_lo_count_i};  // BYTES_WRITTEN_LO
      6'h1f: read_data = {bytes_written_hi_count_i};  // BYTES_WRITTEN_HI
      6'h20: read_data = {fill_lo_count_i};  // FILL_LO
      6'h21: read_data = {fill_hi_count_i};  // FILL_HI
      6'h22: read_data = {drain_lo_count_i};  // DRAIN_LO
      6'h23: read_data = {drain_hi_count_i};  // DRAIN_HI
      default: begin
        read_data  = 32'd0;
        read_known = 1'b0;
      end
    endcase
  end

  always @(posedge clk_i or negedge rst_ni) begin
    if (!rst_ni) begin
      r_valid_q <= 1'b0;
      r_data_q  <= 32'd0;
      r_error_q <= 1'b0;
    end else if (s_axil_arvalid_i && s_axil_arready_o) begin
      r_valid_q <= 1'b1;
      r_data_q  <= read_data;
      r_error_q <= !read_known;
    end else if (s_axil_rready_i) begin
      r_valid_q <= 1'b0;
    end
  end

  assign s_axil_arready_o = !r_valid_q;
  assign s_axil_rvalid_o  = r_valid_q;
  assign s_axil_rdata_o   = r_data_q;
  assign s_axil_rresp_o   = {r_error_q, 1'b0};

  // Byte addresses inside a register and protection bits mean nothing here.
  wire unused_ok = &{1'b0, s_axil_awprot_i, s_axil_awaddr_i[1:0],
                     s_axil_arprot_i, s_axil_araddr_i[1:0], 1'b0};

endmodule

`default_nettype wire
