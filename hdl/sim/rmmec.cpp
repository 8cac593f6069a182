// Runs xrnpe_rmmec over arrays of decoded operands; built by the verification ladder together with the Verilated model.

#include <cstdint>

#include "Vmodel.h"

namespace {

constexpr uint64_t kSignificandMask = (1u << 14) - 1;

}  // namespace

// Operands as xrnpe_decode gives them. b_step is 1 for pairs, and a_step 0 runs one operand of A against all of B.
extern "C" __attribute__((visibility("default"))) void xrnpe_sweep(uint32_t format, const uint64_t *a, int64_t a_step, const uint64_t *b,
                                                                   uint32_t *products, uint32_t *exponents, int64_t count) {
  VerilatedContext context;
  Vmodel model(&context, "");
  model.format_i = format;
  for (int64_t i = 0; i < count; i++) {
    const uint64_t x = a[i * a_step];
    const uint64_t y = b[i];
    model.a_significand_i = x & kSignificandMask;
    model.a_exponent_i = x >> 14 & 0xffff;
    model.b_significand_i = y & kSignificandMask;
    model.b_exponent_i = y >> 14 & 0xffff;
    model.eval();
    products[i] = model.product_o;

    // Slots in [19:0], p16 in [26:20].
    exponents[i] = model.exponent_o | static_cast<uint32_t>(model.exponent_wide_o) << 20;
  }
}
