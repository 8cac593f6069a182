// Copyright The XR-NPE developers. Licensed under the Apache License, Version 2.0.
// SPDX-License-Identifier: Apache-2.0
//
// One processing element: multiply, align, accumulate, with one quire.
//
// Generated for:
//   formats       = fp4 p4 p8 p16      input formats built in
//   slices        = 1                  16-bit words a PE takes per cycle, 1, 2 or 4
//   pipeline      = 6                  pipeline depth, 0 to 6
//   quire         = carry-save         how the quire keeps its carries: binary or carry-save
//   exponents     = adders             exponents of narrow lanes: by adders or cells
//
// Generated from configuration "default": edit the template, not this file. Regenerate:
//   xrnpe generate --unit coproc --preset default --out DIR

`default_nettype none

module xrnpe_pe (
  input  wire         clk_i,     // clock
  input  wire [1:0]   format_i,  // format code of the operands
  input  wire         first_i,   // these operands start a dot product
  input  wire [34:0]  a_i,       // operands of A, 35 bits a slice; zeros when there are none
  input  wire [34:0]  b_i,       // operands of B
  output wire [127:0] sum_o,     // quire: of a term, 5 cycles after its operands
  output wire [14:0]  carry_o,   // its carries that wait
  output wire         nar_o      // one of its terms was NaR: overrides the sum
);

  // ---------------------------------------------------------------------------------------------
  // Multiply
  // ---------------------------------------------------------------------------------------------

  wire [27:0]  product_d;
  wire [19:0]  distance_d;
  wire [6:0]   distance_wide_d;
  wire [3:0]   sign_d;
  wire [0:0] slice_nar;

  genvar slice;
  generate
    for (slice = 0; slice < 1; slice = slice + 1) begin : gen_multiply
      wire [34:0] a = a_i[35*slice +: 35];
      wire [34:0] b = b_i[35*slice +: 35];

      assign slice_nar[slice]    = a[34] | b[34];
      assign sign_d[4*slice +: 4] = a[33:30] ^ b[33:30];

      xrnpe_rmmec u_rmmec (
        .clk_i           (clk_i),
        .format_i        (format_i),
        .a_significand_i (a[13:0]),
        .a_exponent_i    (a[29:14]),
        .b_significand_i (b[13:0]),
        .b_exponent_i    (b[29:14]),
        .distance_o      (distance_d[20*slice +: 20]),
        .distance_wide_o (distance_wide_d[7*slice +: 7]),
        .product_o       (product_d[28*slice +: 28])
      );
    end
  endgenerate

  // What travels beside the data. Nothing here needs a reset: idle operands are zeros, and the
  // first of a dot product replaces what was there.
  reg [3:0]   partial_sign_q;
  reg         partial_nar_q;
  reg         partial_first_q;
  reg [1:0]   partial_format_q;

  always @(posedge clk_i) begin
    partial_sign_q   <= sign_d;
    partial_nar_q    <= |slice_nar;
    partial_first_q  <= first_i;
    partial_format_q <= format_i;
  end

  wire [3:0]   multiplied_sign   = partial_sign_q;
  wire         multiplied_nar    = partial_nar_q;
  wire         multiplied_first  = partial_first_q;
  wire [1:0]   multiplied_format = partial_format_q;

  // Register: products.
  reg  [27:0]  product;
  reg  [19:0]  distance;
  reg  [6:0]   distance_wide;
  reg  [3:0]   sign;
  reg  [1:0]   format;
  reg          first;
  reg          nar;

  always @(posedge clk_i) begin
    product <= product_d;
    distance <= distance_d;
    distance_wide <= distance_wide_d;
    sign <= multiplied_sign;
    format <= multiplied_format;
    first <= multiplied_first;
    nar <= multiplied_nar;
  end

  // ---------------------------------------------------------------------------------------------
  // Align
  // ---------------------------------------------------------------------------------------------

  wire [57:0]  field_d;
  wire [1:0]   coarse_d;
  wire [0:0] wide_d;
  wire [27:0]  lanes;
  wire [0:0] increment;

  generate
    for (slice = 0; slice < 1; slice = slice + 1) begin : gen_align
      xrnpe_align u_align (
        .clk_i           (clk_i),
        .format_i        (format),
        .product_i       (product[28*slice +: 28]),
        .sign_i          (sign[4*slice +: 4]),
        .distance_i      (distance[20*slice +: 20]),
        .distance_wide_i (distance_wide[7*slice +: 7]),
        .field_o         (field_d[58*slice +: 58]),
        .coarse_o        (coarse_d[2*slice +: 2]),
        .wide_o          (wide_d[slice]),
        .lanes_o         (lanes[28*slice +: 28]),
        .increment_o     (increment[slice])
      );
    end
  endgenerate

  reg         fine_nar_q;
  reg         fine_first_q;

  always @(posedge clk_i) begin
    fine_nar_q   <= nar;
    fine_first_q <= first;
  end

  wire         aligned_nar   = fine_nar_q;
  wire         aligned_first = fine_first_q;

  // Register: p16's product before its coarse shift, and the lanes.
  reg  [57:0]  field_q;
  reg  [1:0]   coarse_q;
  reg          wide_q;
  reg          sign_q;
  reg  [27:0]  lanes_q;
  reg          addend_nar_q;
  reg          addend_first_q;

  always @(posedge clk_i) begin
    field_q        <= field_d;
    coarse_q       <= coarse_d;
    wide_q         <= wide_d;
    sign_q         <= increment;
    lanes_q        <= lanes;
    addend_nar_q   <= aligned_nar;
    addend_first_q <= aligned_first;
  end

  wire [127:0] placed;

  xrnpe_align_coarse u_coarse (
    .mode_p16_i (wide_q),
    .field_i    (field_q),
    .sign_i     (sign_q),
    .distance_i (coarse_q),
    .addend_o   (placed)
  );

  // In p16 the lanes are 0; in the other modes p16's part is 0.
  wire [127:0] addend = placed | { {100{lanes_q[27]}}, lanes_q};

  // ---------------------------------------------------------------------------------------------
  // Accumulate
  // ---------------------------------------------------------------------------------------------

  xrnpe_accumulate u_accumulate (
    .clk_i       (clk_i),
    .first_i     (addend_first_q),
    .addend_i    (addend),
    .increment_i (sign_q),
    .nar_i       (addend_nar_q),
    .sum_o       (sum_o),
    .carry_o     (carry_o),
    .nar_o       (nar_o)
  );

endmodule

`default_nettype wire
