// What AXI4-Lite asks of a slave, and that a register written reads back: beside xrnpe_axil_regs, as immediate assertions.
// The master is anything: nothing is assumed of it.

`default_nettype none

module axil_checker #(
  parameter [5:0]  WORD  = 6'd0,   // the register that is followed: offset / 4
  parameter [31:0] MASK  = 32'd0,  // its bits that software writes and reads back
  parameter [31:0] RESET = 32'd0   // their value after reset
) (
  input wire        clk_i,
  input wire        rst_ni,
  input wire [7:0]  awaddr_i,
  input wire        aw_known_i,  // a register stands at awaddr_i
  input wire        awvalid_i,
  input wire        awready_i,
  input wire [31:0] wdata_i,
  input wire [3:0]  wstrb_i,
  input wire        wvalid_i,
  input wire        wready_i,
  input wire [1:0]  bresp_i,
  input wire        bvalid_i,
  input wire        bready_i,
  input wire [7:0]  araddr_i,
  input wire        ar_known_i,
  input wire        arvalid_i,
  input wire        arready_i,
  input wire [31:0] rdata_i,
  input wire [1:0]  rresp_i,
  input wire        rvalid_i,
  input wire        rready_i
);

  localparam [1:0] OKAY   = 2'b00;
  localparam [1:0] SLVERR = 2'b10;
  localparam [1:0] MOST   = 2'd2;  // requests that may wait: one held, one answered and not taken

  wire aw = awvalid_i && awready_i;
  wire w  = wvalid_i && wready_i;
  wire b  = bvalid_i && bready_i;
  wire ar = arvalid_i && arready_i;
  wire r  = rvalid_i && rready_i;

  // ----------------------------------------------------------------------------------------------
  // Requests without an answer yet, oldest in slot 0
  // ----------------------------------------------------------------------------------------------

  reg [1:0]  aw_open_q;
  reg [1:0]  w_open_q;
  reg [6:0]  aw_0_q;  // known, word
  reg [6:0]  aw_1_q;
  reg [35:0] w_0_q;   // strobes, data
  reg [35:0] w_1_q;
  reg        ar_open_q;
  reg [6:0]  ar_q;

  wire [1:0] aw_left = aw_open_q - {1'b0, b};
  wire [1:0] w_left  = w_open_q - {1'b0, b};

  always @(posedge clk_i or negedge rst_ni) begin
    if (!rst_ni) begin
      aw_open_q <= 2'd0;
      w_open_q  <= 2'd0;
      ar_open_q <= 1'b0;
      aw_0_q    <= 7'd0;
      aw_1_q    <= 7'd0;
      w_0_q     <= 36'd0;
      w_1_q     <= 36'd0;
      ar_q      <= 7'd0;
    end else begin
      aw_open_q <= aw_left + {1'b0, aw};
      w_open_q  <= w_left + {1'b0, w};
      if (b) aw_0_q <= aw_1_q;
      if (b) w_0_q <= w_1_q;
      if (aw && aw_left == 2'd0) aw_0_q <= {aw_known_i, awaddr_i[7:2]};
      if (aw && aw_left == 2'd1) aw_1_q <= {aw_known_i, awaddr_i[7:2]};
      if (w && w_left == 2'd0) w_0_q <= {wstrb_i, wdata_i};
      if (w && w_left == 2'd1) w_1_q <= {wstrb_i, wdata_i};
      ar_open_q <= ar || (ar_open_q && !r);
      if (ar) ar_q <= {ar_known_i, araddr_i[7:2]};
    end
  end

  // ----------------------------------------------------------------------------------------------
  // What the register that is followed should hold: a write takes effect with its response
  // ----------------------------------------------------------------------------------------------

  reg         b_waits_q;  // a response was there in the last cycle, and not taken
  reg         r_waits_q;
  reg  [1:0]  bresp_q;
  reg  [33:0] r_q;
  reg  [31:0] shadow_q;
  reg  [31:0] expected_q;

  wire [31:0] strobed = {{8{w_0_q[35]}}, {8{w_0_q[34]}}, {8{w_0_q[33]}}, {8{w_0_q[32]}}};
  wire        takes   = bvalid_i && !b_waits_q && aw_0_q[5:0] == WORD;
  wire [31:0] shadow  = takes ? (w_0_q[31:0] & strobed) | (shadow_q & ~strobed) : shadow_q;

  always @(posedge clk_i or negedge rst_ni) begin
    if (!rst_ni) begin
      b_waits_q  <= 1'b0;
      r_waits_q  <= 1'b0;
      bresp_q    <= 2'd0;
      r_q        <= 34'd0;
      shadow_q   <= RESET;
      expected_q <= 32'd0;
    end else begin
      b_waits_q <= bvalid_i && !bready_i;
      r_waits_q <= rvalid_i && !rready_i;
      bresp_q   <= bresp_i;
      r_q       <= {rresp_i, rdata_i};
      shadow_q  <= shadow;
      if (ar) expected_q <= shadow;
    end
  end

  // ----------------------------------------------------------------------------------------------
  // What was wrong in the last cycle
  // ----------------------------------------------------------------------------------------------

  reg b_unstable_q;
  reg r_unstable_q;
  reg b_early_q;
  reg r_early_q;
  reg b_late_q;
  reg r_late_q;
  reg w_waited_q;    // a whole write without response in the last cycle
  reg too_many_q;
  reg b_other_q;
  reg r_other_q;
  reg read_other_q;

  wire w_whole = aw_open_q != 2'd0 && w_open_q != 2'd0 && !bvalid_i;

  always @(posedge clk_i or negedge rst_ni) begin
    if (!rst_ni) begin
      b_unstable_q <= 1'b0;
      r_unstable_q <= 1'b0;
      b_early_q    <= 1'b0;
      r_early_q    <= 1'b0;
      b_late_q     <= 1'b0;
      r_late_q     <= 1'b0;
      w_waited_q   <= 1'b0;
      too_many_q   <= 1'b0;
      b_other_q    <= 1'b0;
      r_other_q    <= 1'b0;
      read_other_q <= 1'b0;
    end else begin
      b_unstable_q <= b_waits_q && (!bvalid_i || bresp_i != bresp_q);
      r_unstable_q <= r_waits_q && (!rvalid_i || {rresp_i, rdata_i} != r_q);
      b_early_q    <= bvalid_i && (aw_open_q == 2'd0 || w_open_q == 2'd0);
      r_early_q    <= rvalid_i && !ar_open_q;
      w_waited_q   <= w_whole;
      b_late_q     <= w_whole && w_waited_q;
      r_late_q     <= ar_open_q && !rvalid_i;
      too_many_q   <= (aw && aw_left == MOST) || (w && w_left == MOST) || (ar && ar_open_q && !r);
      b_other_q    <= bvalid_i && bresp_i != (aw_0_q[6] ? OKAY : SLVERR);
      r_other_q    <= rvalid_i && rresp_i != (ar_q[6] ? OKAY : SLVERR);
      read_other_q <= rvalid_i && ar_q[5:0] == WORD && ((rdata_i ^ expected_q) & MASK) != 32'd0;
    end
  end

  always @(posedge clk_i) begin
    begin : b_stays_until_taken
      assert (!b_unstable_q);
    end
    begin : r_stays_until_taken
      assert (!r_unstable_q);
    end
    begin : b_after_address_and_data
      assert (!b_early_q);
    end
    begin : r_after_address
      assert (!r_early_q);
    end
    begin : b_comes
      assert (!b_late_q);
    end
    begin : r_comes
      assert (!r_late_q);
    end
    begin : requests_wait_their_turn
      assert (!too_many_q);
    end
    begin : b_is_of_its_address
      assert (!b_other_q);
    end
    begin : r_is_of_its_address
      assert (!r_other_q);
    end
    begin : register_reads_back
      assert (!read_other_q);
    end
  end

endmodule

`default_nettype wire
