// Small modules side by side, so that the verification ladder builds them in one go. Not part of the design.
// XRNPE_EXPONENT_CELLS is defined where exponents go through cells.

`default_nettype none

module xrnpe_units (
  // xrnpe_decode
  input  wire [1:0]  format_i,
  input  wire [15:0] word_i,
  input  wire [3:0]  lane_valid_i,
  output wire [34:0] operand_o,

  // Both kinds of cell, which share their operands.
  input  wire [1:0]  a_i,
  input  wire [1:0]  b_i,
  input  wire        exponent_i,
  input  wire [1:0]  a_exponent_i,
  input  wire [1:0]  b_exponent_i,
  input  wire        a_borrow_i,
  input  wire        b_borrow_i,
  output wire [3:0]  cell_partial_o,  // of xrnpe_rmmec_cell
  output wire [3:0]  partial_o,       // these of xrnpe_rmmec_cell_exponent
  output wire [1:0]  a_minus_b_o,
  output wire [1:0]  b_minus_a_o,
  output wire        a_borrow_o,
  output wire        b_borrow_o,

  // xrnpe_resolve
  input  wire [127:0] segments_i,
  input  wire [14:0]  carry_i,
  output wire [127:0] resolved_o,

  // xrnpe_bias and xrnpe_activate, which share what they have in common.
  input  wire         clk_i,
  input  wire         rst_ni,
  input  wire         valid_i,
  input  wire [127:0] sum_i,
  input  wire         nar_i,
  input  wire [8:0]   scale_i,
  input  wire [31:0]  bias_i,
  input  wire [6:0]   bias_exponent_i,
  output wire         biased_valid_o,
  output wire [127:0] biased_sum_o,
  output wire         biased_nar_o,
  output wire [8:0]   biased_scale_o,
  input  wire [1:0]   activation_i,
  input  wire [7:0]   slope_m_i,
  input  wire [3:0]   slope_s_i,
  output wire         valid_o,
  output wire [127:0] sum_o,
  output wire         sticky_o,
  output wire         nar_o,
  output wire [9:0]   scale_o
);

  xrnpe_decode u_decode (
    .format_i    (format_i),
    .word_i      (word_i),
    .lane_valid_i(lane_valid_i),
    .operand_o   (operand_o)
  );

  xrnpe_rmmec_cell u_cell (
    .a_i      (a_i),
    .b_i      (b_i),
    .partial_o(cell_partial_o)
  );

`ifdef XRNPE_EXPONENT_CELLS
  xrnpe_rmmec_cell_exponent u_cell_exponent (
    .a_i         (a_i),
    .b_i         (b_i),
    .exponent_i  (exponent_i),
    .a_exponent_i(a_exponent_i),
    .b_exponent_i(b_exponent_i),
    .a_borrow_i  (a_borrow_i),
    .b_borrow_i  (b_borrow_i),
    .partial_o   (partial_o),
    .a_minus_b_o (a_minus_b_o),
    .b_minus_a_o (b_minus_a_o),
    .a_borrow_o  (a_borrow_o),
    .b_borrow_o  (b_borrow_o)
  );
`else
  wire unused = ^{exponent_i, a_exponent_i, b_exponent_i, a_borrow_i, b_borrow_i};
  assign partial_o   = cell_partial_o;
  assign a_minus_b_o = 2'd0;
  assign b_minus_a_o = 2'd0;
  assign a_borrow_o  = 1'b0;
  assign b_borrow_o  = 1'b0;
`endif

  xrnpe_resolve u_resolve (
    .sum_i  (segments_i),
    .carry_i(carry_i),
    .sum_o  (resolved_o)
  );

  xrnpe_bias u_bias (
    .clk_i     (clk_i),
    .rst_ni    (rst_ni),
    .valid_i   (valid_i),
    .sum_i     (sum_i),
    .nar_i     (nar_i),
    .bias_i    (bias_i),
    .exponent_i(bias_exponent_i),
    .scale_i   (scale_i),
    .valid_o   (biased_valid_o),
    .sum_o     (biased_sum_o),
    .nar_o     (biased_nar_o),
    .scale_o   (biased_scale_o)
  );

  xrnpe_activate u_activate (
    .clk_i       (clk_i),
    .rst_ni      (rst_ni),
    .valid_i     (valid_i),
    .sum_i       (sum_i),
    .nar_i       (nar_i),
    .activation_i(activation_i),
    .slope_m_i   (slope_m_i),
    .slope_s_i   (slope_s_i),
    .scale_i     (scale_i),
    .valid_o     (valid_o),
    .sum_o       (sum_o),
    .sticky_o    (sticky_o),
    .nar_o       (nar_o),
    .scale_o     (scale_o)
  );

endmodule

`default_nettype wire
