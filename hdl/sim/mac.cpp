// Runs xrnpe_mac over a sequence of cycles; built by the verification ladder together with the Verilated model.

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

struct Cycle {
  uint64_t a;  // slice 0 in the low 16 bits
  uint64_t b;
  uint32_t lane_valid;  // 4 bits a slice
  uint32_t flags;       // valid [0], first [1], last [2]
};

struct Result {
  uint32_t code;
  uint32_t nar_to_fp4;
  int64_t cycle;  // in which valid_o was seen; inputs of cycle 0 are sampled by edge 0
};

constexpr int kFlushCycles = 16;

void tick(Vmodel &model) {
  model.clk_i = 0;
  model.eval();
  model.clk_i = 1;
  model.eval();
}

}  // namespace

// Returns the number of results, of which at most capacity are stored.
extern "C" __attribute__((visibility("default"))) int64_t xrnpe_sweep(const Settings *settings, const Cycle *cycles, int64_t count,
                                                                      Result *results, int64_t capacity) {
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
  for (int64_t i = 0; i < count + kFlushCycles; i++) {
    const Cycle cycle = i < count ? cycles[i] : Cycle{0, 0, 0, 0};
    model.valid_i = cycle.flags & 1;
    model.first_i = cycle.flags >> 1 & 1;
    model.last_i = cycle.flags >> 2 & 1;
    model.lane_valid_i = cycle.lane_valid;
    model.a_i = cycle.a;
    model.b_i = cycle.b;
    tick(model);
    if (!model.valid_o) continue;
    if (done < capacity) results[done] = {model.code_o, model.nar_to_fp4_o, i};
    done++;
  }

  return done;
}
