// Runs xrnpe_rmmec over arrays of decoded operands; built by the verification ladder together with the Verilated model.

#include <cstdint>

#include "Vmodel.h"

#define EXPORT extern "C" __attribute__((visibility("default")))

namespace {

constexpr uint64_t kSignificandMask = (1u << 14) - 1;

void drive_a(Vmodel &model, uint64_t operand) {
  model.a_significand_i = operand & kSignificandMask;
  model.a_exponent_i = operand >> 14 & 0xffff;
}

void drive_b(Vmodel &model, uint64_t operand) {
  model.b_significand_i = operand & kSignificandMask;
  model.b_exponent_i = operand >> 14 & 0xffff;
}

// What the small lanes' exponents become, by the ports that the exponent unit in use has: distances to the right in [19:0] out of
// adders; left distances in [19:0] and right ones in [39:20] out of cells.
template <class Model>
auto slots(const Model &model, int) -> decltype(uint64_t{model.distance_o}) {
  return model.distance_o;
}
template <class Model>
auto slots(const Model &model, long) -> decltype(uint64_t{model.left_o}) {
  return model.left_o | static_cast<uint64_t>(model.right_o) << 20;
}

// p16's exponent of an operand: how far it is below the top, over slots 1 and 2.
uint32_t wide_exponent(uint64_t operand) { return operand >> 18 & 0x3f; }

}  // namespace

// Operands as xrnpe_decode gives them, pair by pair. Exponents: see slots; p16's distance in [46:40].
EXPORT void xrnpe_sweep(uint32_t format, const uint64_t *a, const uint64_t *b, uint32_t *products, uint64_t *exponents, int64_t count) {
  VerilatedContext context;
  Vmodel model(&context, "");
  model.format_i = format;
  for (int64_t i = 0; i < count; i++) {
    drive_a(model, a[i]);
    drive_b(model, b[i]);
    model.eval();
    products[i] = model.product_o;
    exponents[i] = slots(model, 0) | static_cast<uint64_t>(model.distance_wide_o) << 40;
  }
}

// One p16 operand of A against many of B, compared here, because there are 2^32 pairs. The index of the first whose product is not the
// product of the significands, or whose distance is not the sum of the distances; -1 when there is none.
EXPORT int64_t xrnpe_row(uint32_t format, uint64_t a, const uint64_t *b, int64_t count) {
  VerilatedContext context;
  Vmodel model(&context, "");
  model.format_i = format;
  drive_a(model, a);
  const uint32_t significand = a & kSignificandMask;
  const uint32_t exponent = wide_exponent(a);
  for (int64_t i = 0; i < count; i++) {
    const uint64_t y = b[i];
    drive_b(model, y);
    model.eval();
    const uint32_t product = significand * static_cast<uint32_t>(y & kSignificandMask);
    const uint32_t sum = exponent + wide_exponent(y);
    if (model.product_o != product || model.distance_wide_o != sum) return i;
  }

  return -1;
}
