// Copyright The XR-NPE developers. Licensed under the Apache License, Version 2.0.
// SPDX-License-Identifier: Apache-2.0
//
// Takes one 4-bit code apart, without its sign.
//
// Generated for:
//   formats       = fp4 p4 p8 p16      input formats built in
//   exponents     = adders             exponents of narrow lanes: by adders or cells
//
// Generated from configuration "default": edit the template, not this file. Regenerate:
//   xrnpe generate --unit coproc --preset default --out DIR

`default_nettype none

module xrnpe_decode_small (
  input  wire       is_p4_i,       // the code is p4, else fp4
  input  wire [3:0] code_i,
  output wire       nar_o,         // of p4, if it is
  output wire [3:0] exponent_o,    // distance: fp4 8 - exponent, p4 4 - exponent; of zero anything
  output wire [1:0] significand_o  // 0 for zero and NaR
);

  // fp4: exponent field 0 is subnormal; it has no leading one, and the exponent of field 1.
  wire [3:0] fp4_exponent    = {~code_i[2], code_i[2], code_i[2], code_i[2] & ~code_i[1]};
  wire [1:0] fp4_significand = {|code_i[2:1], code_i[0]};

  // p4: a power of two. Magnitudes 1 to 7 are 2^-4, 2^-2, 2^-1, 2^0, 2^1, 2^2, 2^4.
  wire [2:0] magnitude = code_i[2:0] ^ ({code_i[1] | code_i[0], code_i[0], 1'b0} & {3{code_i[3]}});
  wire       one       = |magnitude;
  wire [3:0] p4_exponent = {
    ~magnitude[2] & ~magnitude[1],
    magnitude[2] ? ~magnitude[1] & ~magnitude[0] : magnitude[1],
    magnitude[2] ? magnitude[1] ^ magnitude[0] : magnitude[1] & ~magnitude[0],
    magnitude[0] & (magnitude[2] ^ magnitude[1])
  };

  assign nar_o = code_i[3] & ~one;

  assign exponent_o    = is_p4_i ? p4_exponent : fp4_exponent;
  assign significand_o = is_p4_i ? {1'b0, one} : fp4_significand;

endmodule

`default_nettype wire
