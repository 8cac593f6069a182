// Copyright The XR-NPE developers. Licensed under the Apache License, Version 2.0.
// SPDX-License-Identifier: Apache-2.0
//
// One processing element: multiply, align, accumulate; three registers deep, one quire.
//
// Generated for:
//   formats       = fp4 p4 p8 p16      input formats built in
//   slices        = 1                  16-bit words a PE takes per cycle, 1, 2 or 4
//
// Generated from configuration "default": edit the template, not this file. Regenerate:
//   xrnpe generate --unit coproc --preset default --out DIR

`default_nettype none

module xrnpe_pe (
  input  wire         clk_i,        // clock
  input  wire         rst_ni,       // reset, asynchronous assert, active low
  input  wire [1:0]   format_i,     // format code; constant while in flight
  input  wire         valid_i,      // the operands count
  input  wire         first_i,      // with valid_i: this term replaces the quire
  input  wire [34:0]  a_i,          // operands of A, 35 bits a slice
  input  wire [34:0]  b_i,          // operands of B
  input  wire         shift_i,      // load the quire from the chain; only when none is in flight
  input  wire [127:0] chain_sum_i,  // quire of the chain's predecessor
  input  wire         chain_nar_i,
  output wire [127:0] sum_o,        // quire: of a term, 3 cycles after valid_i
  output wire         nar_o         // one of its terms was NaR: overrides the sum
);

  // ---------------------------------------------------------------------------------------------
  // Multiply
  // ---------------------------------------------------------------------------------------------

  wire [27:0]  product;
  wire [3:0]   sign;
  wire [0:0]   nar;
  wire [19:0]  exponent;
  wire [6:0]   exponent_wide;

  genvar slice;
  generate
    for (slice = 0; slice < 1; slice = slice + 1) begin : gen_slice
      wire [34:0] a = a_i[35*slice +: 35];
      wire [34:0] b = b_i[35*slice +: 35];

      assign nar[slice]        = a[34] | b[34];
      assign sign[4*slice +: 4] = a[33:30] ^ b[33:30];

      xrnpe_rmmec u_rmmec (
        .format_i        (format_i),
        .a_significand_i (a[13:0]),
        .a_exponent_i    (a[29:14]),
        .b_significand_i (b[13:0]),
        .b_exponent_i    (b[29:14]),
        .exponent_o      (exponent[20*slice +: 20]),
        .exponent_wide_o (exponent_wide[7*slice +: 7]),
        .product_o       (product[28*slice +: 28])
      );
    end
  endgenerate

  // First register: products. What travels beside valid needs no reset; nobody looks at it before.
  reg         product_valid_q;
  reg         product_first_q;
  reg         product_nar_q;
  reg [27:0]  product_q;
  reg [3:0]   sign_q;
  reg [19:0]  exponent_q;
  reg [6:0]   exponent_wide_q;

  always @(posedge clk_i) begin
    if (valid_i) begin
      product_first_q <= first_i;
      product_nar_q   <= |nar;
      product_q       <= product;
      sign_q          <= sign;
      exponent_q      <= exponent;
      exponent_wide_q <= exponent_wide;
    end
  end

  // ---------------------------------------------------------------------------------------------
  // Align
  // ---------------------------------------------------------------------------------------------

  wire [127:0] addend;

  xrnpe_align u_align (
    .format_i        (format_i),
    .product_i       (product_q),
    .sign_i          (sign_q),
    .exponent_i      (exponent_q),
    .exponent_wide_i (exponent_wide_q),
    .addend_o        (addend)
  );

  // Second register: the aligned addend.
  reg         addend_valid_q;
  reg         addend_first_q;
  reg         addend_nar_q;
  reg [127:0] addend_q;

  always @(posedge clk_i) begin
    if (product_valid_q) begin
      addend_first_q <= product_first_q;
      addend_nar_q   <= product_nar_q;
      addend_q       <= addend;
    end
  end

  always @(posedge clk_i or negedge rst_ni) begin
    if (!rst_ni) begin
      product_valid_q <= 1'b0;
      addend_valid_q  <= 1'b0;
    end else begin
      product_valid_q <= valid_i;
      addend_valid_q  <= product_valid_q;
    end
  end

  // ---------------------------------------------------------------------------------------------
  // Accumulate: the third register is the quire
  // ---------------------------------------------------------------------------------------------

  xrnpe_accumulate u_accumulate (
    .clk_i       (clk_i),
    .rst_ni      (rst_ni),
    .valid_i     (addend_valid_q),
    .first_i     (addend_first_q),
    .addend_i    (addend_q),
    .nar_i       (addend_nar_q),
    .shift_i     (shift_i),
    .chain_sum_i (chain_sum_i),
    .chain_nar_i (chain_nar_i),
    .sum_o       (sum_o),
    .nar_o       (nar_o)
  );

endmodule

`default_nettype wire
