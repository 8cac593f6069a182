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
  uint32_t sticky;  // a bit below
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

// A unit without registers has neither clock nor reset.
template <class Model>
auto clock(Model &model, int level, int) -> decltype(void(model.clk_i)) {
  model.clk_i = level;
}
template <class Model>
void clock(Model &, int, long) {}
template <class Model>
auto reset(Model &model, int level, int) -> decltype(void(model.rst_ni)) {
  model.rst_ni = level;
}
template <class Model>
void reset(Model &, int, long) {}

void drive(Vmodel &model, const Quire &quire) {
  model.sum_i[0] = static_cast<uint32_t>(quire.low);
  model.sum_i[1] = static_cast<uint32_t>(quire.low >> 32);
  model.sum_i[2] = static_cast<uint32_t>(quire.high);
  model.sum_i[3] = static_cast<uint32_t>(quire.high >> 32);
  model.sticky_i = quire.sticky;
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
  for (int level = 0; level <= 1; level++) {
    reset(model, 0, 0);
    clock(model, level, 0);
    model.eval();
  }
  reset(model, 1, 0);
  model.output_format_i = settings->output_format;
  model.scale_i = settings->scale & 0x3ff;

  int64_t done = 0;
  int64_t cycle = 0;
  const auto step = [&](bool valid, const Quire &quire) {
    clock(model, 0, 0);
    model.valid_i = valid;
    drive(model, quire);
    model.eval();
    if (model.valid_o) {
      if (done < count) results[done] = {model.code_o, model.nar_to_fp4_o, cycle};
      done++;
    }
    clock(model, 1, 0);
    model.eval();
    cycle++;
  };

  for (int64_t i = 0; i < count; i++) {
    // What is not valid is anything.
    const Quire noise = {~quires[i].low, ~quires[i].high, !quires[i].sticky, !quires[i].nar, quires[i].format ^ 3, 0};
    for (uint32_t gap = 0; gap < quires[i].gap; gap++) step(false, noise);
    step(true, quires[i]);
  }

  const Quire zero = {};
  for (int i = 0; i < kFlushCycles; i++) step(false, zero);
  return done;
}
