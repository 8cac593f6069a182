// Copyright The XR-NPE developers. Licensed under the Apache License, Version 2.0.
// SPDX-License-Identifier: Apache-2.0
//
// Adders as parallel-prefix networks of Sklansky: the least levels; their fan-outs are buffered later.

(* techmap_celltype = "$alu" *)
module _alu (A, B, CI, BI, X, Y, CO);
  parameter A_SIGNED = 0; parameter B_SIGNED = 0;
  parameter A_WIDTH = 1; parameter B_WIDTH = 1; parameter Y_WIDTH = 1;
  input [A_WIDTH-1:0] A; input [B_WIDTH-1:0] B; input CI, BI;
  output [Y_WIDTH-1:0] X, Y, CO;
  wire [Y_WIDTH-1:0] AA, BX;
  generate if (A_WIDTH == 0) assign AA = 0; else
  \$pos #(.A_SIGNED(A_SIGNED), .A_WIDTH(A_WIDTH), .Y_WIDTH(Y_WIDTH)) pa (.A(A), .Y(AA));
  endgenerate
  generate if (B_WIDTH == 0) assign BX = 0; else
  \$pos #(.A_SIGNED(B_SIGNED), .A_WIDTH(B_WIDTH), .Y_WIDTH(Y_WIDTH)) pb (.A(B), .Y(BX));
  endgenerate
  wire [Y_WIDTH-1:0] BB = BX ^ {Y_WIDTH{BI}};
  assign X = AA ^ BB;
  localparam L = $clog2(Y_WIDTH);
  genvar l, i;
  wire [Y_WIDTH*(L+1)-1:0] g, p;
  wire [Y_WIDTH-1:0] gg = AA & BB;
  assign g[Y_WIDTH-1:0] = gg | {{(Y_WIDTH){1'b0}}, X[0] & CI};
  assign p[Y_WIDTH-1:0] = X;
  generate for (l = 0; l < L; l = l + 1) begin : lev
    for (i = 0; i < Y_WIDTH; i = i + 1) begin : b
      if ((i >> l) & 1) begin
        assign g[Y_WIDTH*(l+1)+i] = g[Y_WIDTH*l+i] | (p[Y_WIDTH*l+i] & g[Y_WIDTH*l+((i >> l) << l)-1]);
        assign p[Y_WIDTH*(l+1)+i] = p[Y_WIDTH*l+i] & p[Y_WIDTH*l+((i >> l) << l)-1];
      end else begin
        assign g[Y_WIDTH*(l+1)+i] = g[Y_WIDTH*l+i];
        assign p[Y_WIDTH*(l+1)+i] = p[Y_WIDTH*l+i];
      end
    end
  end endgenerate
  assign CO = g[Y_WIDTH*L +: Y_WIDTH];
  assign Y = X ^ {CO, CI};
endmodule
