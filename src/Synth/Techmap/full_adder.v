// Copyright The XR-NPE developers. Licensed under the Apache License, Version 2.0.
// SPDX-License-Identifier: Apache-2.0
//
// A full adder, kept whole by synthesis until the flow maps it.

(* blackbox *)
module xrnpe_full_adder (input a_i, input b_i, input c_i, output sum_o, output carry_o);
endmodule
