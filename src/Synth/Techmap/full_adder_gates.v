// Copyright The XR-NPE developers. Licensed under the Apache License, Version 2.0.
// SPDX-License-Identifier: Apache-2.0
//
// Full adders out of gates.

(* techmap_celltype = "xrnpe_full_adder" *)
module _gates_fa (a_i, b_i, c_i, sum_o, carry_o);
  input a_i, b_i, c_i; output sum_o, carry_o;
  wire x = a_i ^ b_i;
  assign sum_o = x ^ c_i;
  assign carry_o = (a_i & b_i) | (x & c_i);
endmodule
