// Copyright The XR-NPE developers. Licensed under the Apache License, Version 2.0.
// SPDX-License-Identifier: Apache-2.0
//
// Exact p16 dot products, independent of the project's own model: sums are integers of 2^-56, and rounding looks for the two neighbours.
#pragma once

#include <cstdint>

namespace reference {

using Fixed = __int128;  // units of 2^-56

constexpr int kUnit = 56;

// A positive posit with es = 1 of `bits` bits, times 2^`scale`. Reads it from the top: regime, exponent, fraction.
inline Fixed positive(uint32_t code, int bits, int scale) {
  int i = bits - 2;
  uint32_t first = code >> i & 1;
  int run = 0;
  for (; i >= 0 && (code >> i & 1) == first; --i) ++run;
  --i;  // the bit that ends the regime
  int exponent = 2 * (first ? run - 1 : -run);
  if (i >= 0) exponent += code >> i-- & 1;
  int fraction_bits = i + 1 > 0 ? i + 1 : 0;
  Fixed significand = (Fixed(1) << fraction_bits) | (code & ((1u << fraction_bits) - 1));
  return significand << (scale + exponent - fraction_bits);
}

// A value of p16 in units of 2^-28: products of two are then in units of 2^-56.
inline Fixed value(uint16_t code) {
  if (code == 0) return 0;
  return code & 0x8000 ? -positive(uint16_t(-code), 16, kUnit / 2) : positive(code, 16, kUnit / 2);
}

// The p16 code nearest on the 17-bit pattern, ties to even, no value to 0 or NaR.
inline uint16_t round(Fixed x) {
  if (x == 0) return 0;
  if (x < 0) return uint16_t(-round(-x));
  uint32_t low = 1, high = 0x7fff;  // the largest code whose value is at most x
  while (low < high) {
    uint32_t middle = (low + high + 1) / 2;
    if (positive(middle, 16, kUnit) <= x) low = middle;
    else high = middle - 1;
  }
  if (low == 0x7fff || positive(low, 16, kUnit) > x) return uint16_t(low);
  Fixed tie = positive(2 * low + 1, 17, kUnit);
  if (x > tie || (x == tie && (low & 1))) ++low;
  return uint16_t(low);
}

}  // namespace reference
