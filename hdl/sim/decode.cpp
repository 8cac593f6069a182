// Runs xrnpe_decode over an array of inputs; built by the verification ladder together with the Verilated model.

#include <cstdint>

#include "Vmodel.h"

namespace {

// One input: word [15:0], lane valid [19:16], format [21:20].
void drive(Vmodel &model, uint32_t input) {
  model.word_i = input & 0xffff;
  model.lane_valid_i = input >> 16 & 0xf;
  model.format_i = input >> 20 & 3;
}

}  // namespace

extern "C" __attribute__((visibility("default"))) void xrnpe_sweep(const uint32_t *inputs, uint64_t *operands, int64_t count) {
  VerilatedContext context;
  Vmodel model(&context, "");
  for (int64_t i = 0; i < count; i++) {
    drive(model, inputs[i]);
    model.eval();
    operands[i] = model.operand_o;
  }
}
