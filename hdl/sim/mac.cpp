// Runs xrnpe_mac over a sequence of cycles; built by the verification ladder together with the Verilated model.

#include <cstdint>

#include "Vmodel.h"

#define EXPORT extern "C" __attribute__((visibility("default")))

namespace {

struct Settings {
  uint32_t output_format;
  int32_t scale;
};

struct Cycle {
  uint64_t a;  // slice 0 in the low 16 bits
  uint64_t b;
  uint32_t lane_valid;  // 4 bits a slice
  uint32_t flags;       // valid [0], first [1], last [2], input format [5:4]
};

struct Result {
  uint32_t code;
  uint32_t nar_to_fp4;
  int64_t cycle;  // at whose end valid_o was high
};

constexpr int kFlushCycles = 16;

void reset(Vmodel &model, const Settings &settings) {
  model.clk_i = 0;
  model.rst_ni = 0;
  model.eval();
  model.clk_i = 1;
  model.eval();
  model.rst_ni = 1;
  model.output_format_i = settings.output_format;
  model.scale_i = static_cast<uint8_t>(settings.scale);
}

// Inputs, and outputs as they are right before the rising edge.
void settle(Vmodel &model, const Cycle &cycle) {
  model.clk_i = 0;
  model.valid_i = cycle.flags & 1;
  model.first_i = cycle.flags >> 1 & 1;
  model.last_i = cycle.flags >> 2 & 1;
  model.input_format_i = cycle.flags >> 4 & 3;
  model.lane_valid_i = cycle.lane_valid;
  model.a_i = cycle.a;
  model.b_i = cycle.b;
  model.eval();
}

void edge(Vmodel &model) {
  model.clk_i = 1;
  model.eval();
}

}  // namespace

// Returns the number of results, of which at most capacity are stored.
EXPORT int64_t xrnpe_sweep(const Settings *settings, const Cycle *cycles, int64_t count, Result *results, int64_t capacity) {
  VerilatedContext context;
  Vmodel model(&context, "");
  reset(model, *settings);
  int64_t done = 0;
  for (int64_t i = 0; i < count + kFlushCycles; i++) {
    settle(model, i < count ? cycles[i] : Cycle{0, 0, 0, 0});
    if (model.valid_o) {
      if (done < capacity) results[done] = {model.code_o, model.nar_to_fp4_o, i};
      done++;
    }
    edge(model);
  }

  return done;
}

// Products of one code of A with codes 0, 1, ... of B in lane 0, each a dot product of its own, one every cycle, compared here, because there
// are 2^32 of p16. The number of the first that is not the expected one, or not there latency cycles after its words; -1 when there is none.
EXPORT int64_t xrnpe_row(const Settings *settings, uint32_t format, uint64_t a, const uint32_t *expected, int64_t count, int64_t latency) {
  VerilatedContext context;
  Vmodel model(&context, "");
  reset(model, *settings);
  for (int64_t i = 0; i < count + latency; i++) {
    const Cycle product = {a, static_cast<uint64_t>(i), 1, 7 | format << 4};
    settle(model, i < count ? product : Cycle{0, 0, 0, 0});
    const bool due = i >= latency;
    if (model.valid_o != due) return due ? i - latency : 0;
    if (due && (model.code_o != expected[i - latency] || model.nar_to_fp4_o)) return i - latency;
    edge(model);
  }

  return -1;
}
