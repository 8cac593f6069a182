// Copyright The XR-NPE developers. Licensed under the Apache License, Version 2.0.
// SPDX-License-Identifier: Apache-2.0
//
// Smoke test of xrnpe_coproc: reads every register after reset, writes what can be written and
// reads it back. Prints PASS or FAIL.
//
// Generated from configuration "default": edit the template, not this file. Regenerate:
//   xrnpe generate --unit coproc --preset default --out DIR
`default_nettype none

module xrnpe_coproc_tb;

  // ----------------------------------------------------------------------------------------------
  // The co-processor, and no memory behind it
  // ----------------------------------------------------------------------------------------------
  reg clk_i = 1'b0;
  reg rst_ni = 1'b0;
  wire irq_o;
  reg [7:0] s_axil_awaddr_i = 8'd0;
  reg [2:0] s_axil_awprot_i = 3'd0;
  reg s_axil_awvalid_i = 1'd0;
  wire s_axil_awready_o;
  reg [31:0] s_axil_wdata_i = 32'd0;
  reg [3:0] s_axil_wstrb_i = 4'd0;
  reg s_axil_wvalid_i = 1'd0;
  wire s_axil_wready_o;
  wire [1:0] s_axil_bresp_o;
  wire s_axil_bvalid_o;
  reg s_axil_bready_i = 1'd0;
  reg [7:0] s_axil_araddr_i = 8'd0;
  reg [2:0] s_axil_arprot_i = 3'd0;
  reg s_axil_arvalid_i = 1'd0;
  wire s_axil_arready_o;
  wire [31:0] s_axil_rdata_o;
  wire [1:0] s_axil_rresp_o;
  wire s_axil_rvalid_o;
  reg s_axil_rready_i = 1'd0;
  wire [3:0] m_axi_awid_o;
  wire [63:0] m_axi_awaddr_o;
  wire [7:0] m_axi_awlen_o;
  wire [2:0] m_axi_awsize_o;
  wire [1:0] m_axi_awburst_o;
  wire [3:0] m_axi_awcache_o;
  wire [2:0] m_axi_awprot_o;
  wire m_axi_awvalid_o;
  reg m_axi_awready_i = 1'd0;
  wire [127:0] m_axi_wdata_o;
  wire [15:0] m_axi_wstrb_o;
  wire m_axi_wlast_o;
  wire m_axi_wvalid_o;
  reg m_axi_wready_i = 1'd0;
  reg [3:0] m_axi_bid_i = 4'd0;
  reg [1:0] m_axi_bresp_i = 2'd0;
  reg m_axi_bvalid_i = 1'd0;
  wire m_axi_bready_o;
  wire [3:0] m_axi_arid_o;
  wire [63:0] m_axi_araddr_o;
  wire [7:0] m_axi_arlen_o;
  wire [2:0] m_axi_arsize_o;
  wire [1:0] m_axi_arburst_o;
  wire [3:0] m_axi_arcache_o;
  wire [2:0] m_axi_arprot_o;
  wire m_axi_arvalid_o;
  reg m_axi_arready_i = 1'd0;
  reg [3:0] m_axi_rid_i = 4'd0;
  reg [127:0] m_axi_rdata_i = 128'd0;
  reg [1:0] m_axi_rresp_i = 2'd0;
  reg m_axi_rlast_i = 1'd0;
  reg m_axi_rvalid_i = 1'd0;
  wire m_axi_rready_o;

  xrnpe_coproc u_coproc (
    .clk_i            (clk_i),
    .rst_ni           (rst_ni),
    .irq_o            (irq_o),
    .s_axil_awaddr_i  (s_axil_awaddr_i),
    .s_axil_awprot_i  (s_axil_awprot_i),
    .s_axil_awvalid_i (s_axil_awvalid_i),
    .s_axil_awready_o (s_axil_awready_o),
    .s_axil_wdata_i   (s_axil_wdata_i),
    .s_axil_wstrb_i   (s_axil_wstrb_i),
    .s_axil_wvalid_i  (s_axil_wvalid_i),
    .s_axil_wready_o  (s_axil_wready_o),
    .s_axil_bresp_o   (s_axil_bresp_o),
    .s_axil_bvalid_o  (s_axil_bvalid_o),
    .s_axil_bready_i  (s_axil_bready_i),
    .s_axil_araddr_i  (s_axil_araddr_i),
    .s_axil_arprot_i  (s_axil_arprot_i),
    .s_axil_arvalid_i (s_axil_arvalid_i),
    .s_axil_arready_o (s_axil_arready_o),
    .s_axil_rdata_o   (s_axil_rdata_o),
    .s_axil_rresp_o   (s_axil_rresp_o),
    .s_axil_rvalid_o  (s_axil_rvalid_o),
    .s_axil_rready_i  (s_axil_rready_i),
    .m_axi_awid_o     (m_axi_awid_o),
    .m_axi_awaddr_o   (m_axi_awaddr_o),
    .m_axi_awlen_o    (m_axi_awlen_o),
    .m_axi_awsize_o   (m_axi_awsize_o),
    .m_axi_awburst_o  (m_axi_awburst_o),
    .m_axi_awcache_o  (m_axi_awcache_o),
    .m_axi_awprot_o   (m_axi_awprot_o),
    .m_axi_awvalid_o  (m_axi_awvalid_o),
    .m_axi_awready_i  (m_axi_awready_i),
    .m_axi_wdata_o    (m_axi_wdata_o),
    .m_axi_wstrb_o    (m_axi_wstrb_o),
    .m_axi_wlast_o    (m_axi_wlast_o),
    .m_axi_wvalid_o   (m_axi_wvalid_o),
    .m_axi_wready_i   (m_axi_wready_i),
    .m_axi_bid_i      (m_axi_bid_i),
    .m_axi_bresp_i    (m_axi_bresp_i),
    .m_axi_bvalid_i   (m_axi_bvalid_i),
    .m_axi_bready_o   (m_axi_bready_o),
    .m_axi_arid_o     (m_axi_arid_o),
    .m_axi_araddr_o   (m_axi_araddr_o),
    .m_axi_arlen_o    (m_axi_arlen_o),
    .m_axi_arsize_o   (m_axi_arsize_o),
    .m_axi_arburst_o  (m_axi_arburst_o),
    .m_axi_arcache_o  (m_axi_arcache_o),
    .m_axi_arprot_o   (m_axi_arprot_o),
    .m_axi_arvalid_o  (m_axi_arvalid_o),
    .m_axi_arready_i  (m_axi_arready_i),
    .m_axi_rid_i      (m_axi_rid_i),
    .m_axi_rdata_i    (m_axi_rdata_i),
    .m_axi_rresp_i    (m_axi_rresp_i),
    .m_axi_rlast_i    (m_axi_rlast_i),
    .m_axi_rvalid_i   (m_axi_rvalid_i),
    .m_axi_rready_o   (m_axi_rready_o)
  );

  always #5 clk_i = !clk_i;

  // ----------------------------------------------------------------------------------------------
  // Register accesses. Inputs change at falling edges, away from those that sample them.
  // ----------------------------------------------------------------------------------------------
  integer    failures = 0;
  reg [31:0] data;
  reg [1:0]  response;

  task read (input [7:0] address);
    begin
      s_axil_araddr_i  = address;
      s_axil_arvalid_i = 1'b1;
      while (!s_axil_arready_o) @(negedge clk_i);
      @(negedge clk_i);
      s_axil_arvalid_i = 1'b0;
      while (!s_axil_rvalid_o) @(negedge clk_i);
      data           = s_axil_rdata_o;
      response       = s_axil_rresp_o;
      s_axil_rready_i = 1'b1;
      @(negedge clk_i);
      s_axil_rready_i = 1'b0;
    end
  endtask

  task write (input [7:0] address, input [31:0] value);
    begin
      s_axil_awaddr_i  = address;
      s_axil_awvalid_i = 1'b1;
      s_axil_wdata_i   = value;
      s_axil_wstrb_i   = 4'hf;
      s_axil_wvalid_i  = 1'b1;
      while (s_axil_awvalid_i || s_axil_wvalid_i) begin : both
        reg aw_taken, w_taken;
        aw_taken = s_axil_awready_o;
        w_taken  = s_axil_wready_o;
        @(negedge clk_i);
        if (aw_taken) s_axil_awvalid_i = 1'b0;
        if (w_taken) s_axil_wvalid_i = 1'b0;
      end
      while (!s_axil_bvalid_o) @(negedge clk_i);
      response       = s_axil_bresp_o;
      s_axil_bready_i = 1'b1;
      @(negedge clk_i);
      s_axil_bready_i = 1'b0;
    end
  endtask

  task expect_read (input [7:0] address, input [31:0] value);
    begin
      read(address);
      if (response !== 2'b00 || data !== value) begin
        failures = failures + 1;
        $display("register %h reads %h, response %b; should be %h", address, data, response, value);
      end
    end
  endtask

  // ----------------------------------------------------------------------------------------------
  // The test
  // ----------------------------------------------------------------------------------------------
  initial begin
    repeat (4) @(negedge clk_i);
    rst_ni = 1'b1;
    @(negedge clk_i);

    expect_read(8'h00, 32'h584e5045);  // ID
    expect_read(8'h04, 32'h00010000);  // ABI
    expect_read(8'h08, 32'h00010808);  // CONFIG_ARRAY
    expect_read(8'h0c, 32'h00100080);  // CONFIG_BUS
    expect_read(8'h10, 32'h00000800);  // CONFIG_BUFFER
    expect_read(8'h14, 32'h00001f0f);  // CONFIG_FORMATS
    expect_read(8'h18, 32'h00041004);  // CONFIG_MASTER
    expect_read(8'h1c, 32'h00000106);  // CONFIG_DATAPATH
    expect_read(8'h20, 32'h00000000);  // CONTROL
    expect_read(8'h24, 32'h00000000);  // STATUS
    expect_read(8'h28, 32'h00000000);  // ERROR
    expect_read(8'h2c, 32'h000f4240);  // WATCHDOG
    expect_read(8'h30, 32'h00000000);  // DESCRIPTOR_LO
    expect_read(8'h34, 32'h00000000);  // DESCRIPTOR_HI
    expect_read(8'h38, 32'h00000000);  // ERROR_INDEX
    expect_read(8'h40, 32'h00000000);  // ERROR_DESCRIPTOR_LO
    expect_read(8'h44, 32'h00000000);  // ERROR_DESCRIPTOR_HI
    expect_read(8'h48, 32'h00000000);  // NAR_ROW
    expect_read(8'h4c, 32'h00000000);  // NAR_COL
    expect_read(8'h50, 32'h00000000);  // CYCLES_LO
    expect_read(8'h54, 32'h00000000);  // CYCLES_HI
    expect_read(8'h58, 32'h00000000);  // BUSY_LO
    expect_read(8'h5c, 32'h00000000);  // BUSY_HI
    expect_read(8'h60, 32'h00000000);  // READ_STALL_LO
    expect_read(8'h64, 32'h00000000);  // READ_STALL_HI
    expect_read(8'h68, 32'h00000000);  // WRITE_STALL_LO
    expect_read(8'h6c, 32'h00000000);  // WRITE_STALL_HI
    expect_read(8'h70, 32'h00000000);  // BYTES_READ_LO
    expect_read(8'h74, 32'h00000000);  // BYTES_READ_HI
    expect_read(8'h78, 32'h00000000);  // BYTES_WRITTEN_LO
    expect_read(8'h7c, 32'h00000000);  // BYTES_WRITTEN_HI
    expect_read(8'h80, 32'h00000000);  // FILL_LO
    expect_read(8'h84, 32'h00000000);  // FILL_HI
    expect_read(8'h88, 32'h00000000);  // DRAIN_LO
    expect_read(8'h8c, 32'h00000000);  // DRAIN_HI

    // No pulse among them, so nothing starts.
    write(8'h20, 32'h00000000);  // CONTROL
    expect_read(8'h20, 32'h00000000);
    write(8'h2c, 32'ha5c39618);  // WATCHDOG
    expect_read(8'h2c, 32'ha5c39618);
    write(8'h30, 32'ha5c39618);  // DESCRIPTOR_LO
    expect_read(8'h30, 32'ha5c39618);
    write(8'h34, 32'ha5c39618);  // DESCRIPTOR_HI
    expect_read(8'h34, 32'ha5c39618);

    read(8'h3c);
    if (response !== 2'b10) begin
      failures = failures + 1;
      $display("offset 3c has no register, and answers %b", response);
    end
    if (irq_o !== 1'b0 || m_axi_arvalid_o !== 1'b0 || m_axi_awvalid_o !== 1'b0) begin
      failures = failures + 1;
      $display("not at rest: irq %b, arvalid %b, awvalid %b",
               irq_o, m_axi_arvalid_o, m_axi_awvalid_o);
    end

    if (failures == 0) $display("PASS");
    else $display("FAIL: %0d", failures);
    $finish;
  end

  initial begin
    #100000 $display("FAIL: no end");
    $finish;
  end

endmodule

`default_nettype wire
