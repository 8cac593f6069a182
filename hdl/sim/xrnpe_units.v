// Small modules side by side, so that the verification ladder builds them in one go. Not part of the design.

`default_nettype none

module xrnpe_units (
  // xrnpe_decode
  input  wire [1:0]  format_i,
  input  wire [15:0] word_i,
  input  wire [3:0]  lane_valid_i,
  output wire [34:0] operand_o,

  // xrnpe_rmmec_cell and xrnpe_rmmec_cell_exponent, which share their operands
  input  wire        multiply_i,
  input  wire        exponent_i,
  input  wire [1:0]  a_i,
  input  wire [1:0]  b_i,
  input  wire [1:0]  a_exponent_i,
  input  wire [1:0]  b_exponent_i,
  input  wire        a_borrow_i,
  input  wire        b_borrow_i,
  output wire [3:0]  cell_product_o,
  output wire [3:0]  product_o,
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
    .enable_i (multiply_i),
    .a_i      (a_i),
    .b_i      (b_i),
    .product_o(cell_product_o)
  );

  xrnpe_rmmec_cell_exponent u_cell_exponent (
    .multiply_i  (multiply_i),
    .exponent_i  (exponent_i),
    .a_i         (a_i),
    .b_i         (b_i),
    .a_exponent_i(a_exponent_i),
    .b_exponent_i(b_exponent_i),
    .a_borrow_i  (a_borrow_i),
    .b_borrow_i  (b_borrow_i),
    .product_o   (product_o),
    .a_minus_b_o (a_minus_b_o),
    .b_minus_a_o (b_minus_a_o),
    .a_borrow_o  (a_borrow_o),
    .b_borrow_o  (b_borrow_o)
  );

endmodule

`default_nettype wire
