// Copyright The XR-NPE developers. Licensed under the Apache License, Version 2.0.
// SPDX-License-Identifier: Apache-2.0
//
// What a full adder becomes when an input is constant or two inputs are the same signal.

(* techmap_celltype = "xrnpe_full_adder" *)
module _simplify_fa (a_i, b_i, c_i, sum_o, carry_o);
  input a_i, b_i, c_i; output sum_o, carry_o;
  parameter _TECHMAP_CONSTMSK_a_i_ = 0; parameter _TECHMAP_CONSTVAL_a_i_ = 0;
  parameter _TECHMAP_CONSTMSK_b_i_ = 0; parameter _TECHMAP_CONSTVAL_b_i_ = 0;
  parameter _TECHMAP_CONSTMSK_c_i_ = 0; parameter _TECHMAP_CONSTVAL_c_i_ = 0;
  parameter _TECHMAP_BITS_CONNMAP_ = 1;
  parameter [_TECHMAP_BITS_CONNMAP_-1:0] _TECHMAP_CONNMAP_a_i_ = 0;
  parameter [_TECHMAP_BITS_CONNMAP_-1:0] _TECHMAP_CONNMAP_b_i_ = 0;
  parameter [_TECHMAP_BITS_CONNMAP_-1:0] _TECHMAP_CONNMAP_c_i_ = 0;
  generate
    if (_TECHMAP_CONSTMSK_a_i_) begin
      assign sum_o = _TECHMAP_CONSTVAL_a_i_ ? ~(b_i ^ c_i) : b_i ^ c_i;
      assign carry_o = _TECHMAP_CONSTVAL_a_i_ ? b_i | c_i : b_i & c_i;
    end else if (_TECHMAP_CONSTMSK_b_i_) begin
      assign sum_o = _TECHMAP_CONSTVAL_b_i_ ? ~(a_i ^ c_i) : a_i ^ c_i;
      assign carry_o = _TECHMAP_CONSTVAL_b_i_ ? a_i | c_i : a_i & c_i;
    end else if (_TECHMAP_CONSTMSK_c_i_) begin
      assign sum_o = _TECHMAP_CONSTVAL_c_i_ ? ~(a_i ^ b_i) : a_i ^ b_i;
      assign carry_o = _TECHMAP_CONSTVAL_c_i_ ? a_i | b_i : a_i & b_i;
    end else if (_TECHMAP_CONNMAP_a_i_ == _TECHMAP_CONNMAP_b_i_) begin
      assign sum_o = c_i; assign carry_o = a_i;
    end else if (_TECHMAP_CONNMAP_a_i_ == _TECHMAP_CONNMAP_c_i_) begin
      assign sum_o = b_i; assign carry_o = a_i;
    end else if (_TECHMAP_CONNMAP_b_i_ == _TECHMAP_CONNMAP_c_i_) begin
      assign sum_o = a_i; assign carry_o = b_i;
    end else
      wire _TECHMAP_FAIL_ = 1;
  endgenerate
endmodule
