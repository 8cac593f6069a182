// Runs xrnpe_output over an array of quires; built by the verification ladder together with the Verilated model.

#include <cstdint>

#include "Vmodel.h"

namespace {

struct Settings {
  uint32_t output_format;
  int32_t scale;
};

struct Quire {
  uint64_t low;
  uint64_t high;
  uint32_t carry;  // saved carries, where the quire has them
  uint32_t nar;
  uint32_t format;
  uint32_t gap;  // idle cycles before it
};

struct Result {
  uint32_t code;
  uint32_t nar_to_fp4;
  int64_t cycle;  // at whose end valid_o was high
};

constexpr int kFlushCycles = 16;

template <class Model>
auto drive_carry(Model &model, uint32_t carry, int) -> decltype(void(model.carry_i)) {
  model.carry_i = carry;
}
template <class Model>
void drive_carry(Model &, uint32_t, long) {}

void drive(Vmodel &model, const Quire &quire) {
  model.sum_i[0] = static_cast<uint32_t>(quire.low);
  model.sum_i[1] = static_cast<uint32_t>(quire.low >> 32);
  model.sum_i[2] = static_cast<uint32_t>(quire.high);
  model.sum_i[3] = static_cast<uint32_t>(quire.high >> 32);
  drive_carry(model, quire.carry, 0);
  model.nar_i = quire.nar;
  model.input_format_i = quire.format;
}

}  // namespace

// Returns the number of results, of which at most count are stored. Outputs are looked at right before the rising edge, so a unit
// without registers answers in the same cycle.
extern "C" __attribute__((visibility("default"))) int64_t xrnpe_sweep(const Settings *settings, const Quire *quires, Result *results,
                                                                      int64_t count) {
  VerilatedContext context;
  Vmodel model(&context, "");
  model.clk_i = 0;
  model.rst_ni = 0;
  model.eval();
  model.clk_i = 1;
  model.eval();
  model.rst_ni = 1;
  model.output_format_i = settings->output_format;
  model.scale_i = static_cast<uint8_t>(settings->scale);

  int64_t done = 0;
  int64_t cycle = 0;
  const auto step = [&](bool valid, const Quire &quire) {
    model.clk_i = 0;
    model.valid_i = valid;
    drive(model, quire);
    model.eval();
    if (model.valid_o) {
      if (done < count) results[done] = {model.code_o, model.nar_to_fp4_o, cycle};
      done++;
    }
    model.clk_i = 1;
    model.eval();
    cycle++;
  };

  for (int64_t i = 0; i < count; i++) {
    // What is not valid is anything.
    const Quire noise = {~quires[i].low, ~quires[i].high, ~quires[i].carry & 0x7fff, !quires[i].nar, quires[i].format, 0};
    for (uint32_t gap = 0; gap < quires[i].gap; gap++) step(false, noise);
    step(true, quires[i]);
  }

  const Quire zero = {};
  for (int i = 0; i < kFlushCycles; i++) step(false, zero);
  return done;
}
