
  // Proof: partial products of cells that the mode does not multiply with are zero, whatever the operands are.
  wire [48:0] dark_small;
  wire [48:0] dark_p8;
  genvar proof_row, proof_col;
  generate
    for (proof_row = 0; proof_row < 7; proof_row = proof_row + 1) begin : gen_proof_row
      for (proof_col = 0; proof_col < 7; proof_col = proof_col + 1) begin : gen_proof_col
        wire is_dark = {lower[14*proof_row + 2*proof_col +: 2], upper[14*proof_row + 2*proof_col +: 2]} == 4'd0;
        assign dark_small[7*proof_row + proof_col] = is_dark || (proof_row == proof_col && proof_row < 4);
        assign dark_p8[7*proof_row + proof_col] = is_dark || (proof_row / 3 == proof_col / 3 && proof_row < 6);
      end
    end
  endgenerate
`ifdef SABOTAGE
  assign bad_o = format_i == 2'd2 && !(&dark_small);
`else
  assign bad_o = (!format_i[1] && !(&dark_small)) || (format_i == 2'd2 && !(&dark_p8));
`endif
