// Runs xrnpe_output over an array of quires; built by the verification ladder together with the Verilated model.

#include <cstdint>

#include "Vmodel.h"

namespace {

struct Settings {
  uint32_t input_format;
  uint32_t output_format;
  uint32_t activation;
  uint32_t slope_m;
  uint32_t slope_s;
  int32_t scale;
};

struct Quire {
  uint64_t low;
  uint64_t high;
  uint32_t nar;
  uint32_t gap;  // idle cycles before it
};

struct Result {
  uint32_t code;
  uint32_t nar_to_fp4;
};

constexpr int kFlushCycles = 16;

void tick(Vmodel &model) {
  model.clk_i = 0;
  model.eval();
  model.clk_i = 1;
  model.eval();
}

}  // namespace

// Returns the number of results, of which at most count are stored.
extern "C" __attribute__((visibility("default"))) int64_t xrnpe_sweep(const Settings *settings, const Quire *quires, Result *results,
                                                                      int64_t count) {
  VerilatedContext context;
  Vmodel model(&context, "");
  model.rst_ni = 0;
  tick(model);
  model.rst_ni = 1;
  model.input_format_i = settings->input_format;
  model.output_format_i = settings->output_format;
  model.activation_i = settings->activation;
  model.slope_m_i = settings->slope_m;
  model.slope_s_i = settings->slope_s;
  model.scale_i = static_cast<uint8_t>(settings->scale);

  int64_t done = 0;
  const auto step = [&] {
    tick(model);
    if (!model.valid_o) return;
    if (done < count) results[done] = {model.code_o, model.nar_to_fp4_o};
    done++;
  };

  for (int64_t i = 0; i < count; i++) {
    model.valid_i = 0;
    for (uint32_t gap = 0; gap < quires[i].gap; gap++) step();
    model.valid_i = 1;
    model.sum_i[0] = static_cast<uint32_t>(quires[i].low);
    model.sum_i[1] = static_cast<uint32_t>(quires[i].low >> 32);
    model.sum_i[2] = static_cast<uint32_t>(quires[i].high);
    model.sum_i[3] = static_cast<uint32_t>(quires[i].high >> 32);
    model.nar_i = quires[i].nar;
    step();
  }

  model.valid_i = 0;
  for (int i = 0; i < kFlushCycles; i++) step();
  return done;
}
