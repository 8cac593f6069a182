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
  output wire        b_borrow_o
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

endmodule

`default_nettype wire
