// The multiplier against `*` and `+`: an output that can be 1 is a case where they differ. SABOTAGE makes one product of each mode wrong.

`default_nettype none

module multiplier (
  input  wire [1:0]  format,
  input  wire [13:0] a,
  input  wire [13:0] b,
  input  wire [15:0] ea,
  input  wire [15:0] eb,
  output wire        bad_small,  // fp4, p4: four products of 2 bits by 2 bits
  output wire        bad_p8,     // two of 6 by 6
  output wire        bad_p16,    // one of 13 by 13
  output wire        bad_exponents,
  output wire        bad_exponent_wide
);

  wire [27:0] product;
  wire [6:0]  distance_wide;
`ifdef CELLS
  wire [19:0] left;
  wire [19:0] right;
`else
  wire [19:0] distance;
`endif

  xrnpe_rmmec u_rmmec (
    .format_i        (format),
    .a_significand_i (a),
    .a_exponent_i    (ea),
    .b_significand_i (b),
    .b_exponent_i    (eb),
`ifdef CELLS
    .left_o          (left),
    .right_o         (right),
`else
    .distance_o      (distance),
`endif
    .distance_wide_o (distance_wide),
    .product_o       (product)
  );

`ifdef SABOTAGE
  wire [27:0] p = product ^ {27'd0, a[1:0] == 2'd3 && b[1:0] == 2'd2 && a[12:7] == 6'd33};
`else
  wire [27:0] p = product;
`endif

  wire is_small = format < 2'd2;
  wire is_p8    = format == 2'd2;
  wire is_p16   = format == 2'd3;

  // Bits of the other lanes, and digits that the mode does not use, are anything: so they are without influence.
  assign bad_small = is_small && p != {
    12'd0, {2'd0, a[7:6]} * {2'd0, b[7:6]}, {2'd0, a[5:4]} * {2'd0, b[5:4]}, {2'd0, a[3:2]} * {2'd0, b[3:2]}, {2'd0, a[1:0]} * {2'd0, b[1:0]}};
  assign bad_p8 = is_p8 && p != {4'd0, {6'd0, a[11:6]} * {6'd0, b[11:6]}, {6'd0, a[5:0]} * {6'd0, b[5:0]}};
  assign bad_p16 = is_p16 && p != {15'd0, a[12:0]} * {15'd0, b[12:0]};

  // Exponents, in the slots that a mode has lanes in.
  wire [3:0] bad_slot;
  genvar slot;
  generate
    for (slot = 0; slot < 4; slot = slot + 1) begin : gen_slot
      wire is_lane = is_small || (is_p8 && slot % 3 == 0);
      wire [3:0] x = ea[4*slot +: 4];
      wire [3:0] y = eb[4*slot +: 4];
`ifdef CELLS
      // Both are 8 above the exponent.
      wire signed [6:0] sum = $signed({3'd0, x}) + $signed({3'd0, y}) - 7'sd16;
      wire [6:0] up   = sum < 0 ? 7'd0 : sum;
      wire [6:0] down = sum < 0 ? -sum : 7'd0;
      assign bad_slot[slot] = is_lane && {2'd0, left[5*slot +: 5], 2'd0, right[5*slot +: 5]} != {up, down};
`else
      assign bad_slot[slot] = is_lane && distance[5*slot +: 5] != {1'b0, x} + {1'b0, y};
`endif
    end
  endgenerate

`ifdef SABOTAGE
  assign bad_exponents = bad_slot != 4'd0 || (is_p8 && ea == 16'h1234);
`else
  assign bad_exponents = bad_slot != 4'd0;
`endif
  // The bit above p16's exponent is 0, as the decoder's proof shows: the multiplier counts on it.
  assign bad_exponent_wide = is_p16 && !ea[10] && !eb[10] && distance_wide != {1'b0, ea[9:4]} + {1'b0, eb[9:4]};

endmodule

`default_nettype wire
