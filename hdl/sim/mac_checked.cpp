// Runs a MAC over a sequence of cycles and stops at the first result that is not as expected; built by the verification ladder for
// xrnpe_mac_checked, and with XRNPE_SELECT, the name of an input, for a netlist of mutants.

#include <cstdint>

#include "Vmodel.h"

namespace {

struct Pins {
  uint64_t a;  // slice 0 in the low 16 bits
  uint64_t b;
  uint32_t lane_valid;  // 4 bits a slice
  uint32_t flags;       // valid [0], first [1], last [2], reset [3]
  uint32_t input_format;
  uint32_t output_format;
  int32_t scale;
  uint32_t unused;
};

struct Result {
  uint32_t code;
  uint32_t nar_to_fp4;
  int64_t cycle;  // in which valid_o was seen; inputs of cycle 0 are sampled by edge 0
};

constexpr int kFlushCycles = 16;
constexpr int64_t kMissing = -1;
constexpr int64_t kAssertion = -2;

void tick(Vmodel &model) {
  model.clk_i = 0;
  model.eval();
  model.clk_i = 1;
  model.eval();
}

}  // namespace

// Returns -1 when all is right, else the index of the expected result that is wrong, late or early, and what came in *actual.
extern "C" __attribute__((visibility("default"))) int64_t xrnpe_vectors(const Pins *pins, int64_t count, const Result *expected,
                                                                        int64_t expected_count, uint32_t select, Result *actual) {
  VerilatedContext context;
  Vmodel model(&context, "");
#ifdef XRNPE_SELECT
  model.XRNPE_SELECT = select;
#endif
  model.rst_ni = 1;
  model.clk_i = 0;
  model.eval();
  model.rst_ni = 0;
  tick(model);

  int64_t done = 0;
  for (int64_t i = 0; i < count + kFlushCycles; i++) {
    Pins cycle = pins[i < count ? i : count - 1];
    if (i >= count) cycle.flags = 0;
    model.rst_ni = !(cycle.flags >> 3 & 1);
    model.valid_i = cycle.flags & 1;
    model.first_i = cycle.flags >> 1 & 1;
    model.last_i = cycle.flags >> 2 & 1;
    model.lane_valid_i = cycle.lane_valid;
    model.a_i = cycle.a;
    model.b_i = cycle.b;
    model.input_format_i = cycle.input_format;
    model.output_format_i = cycle.output_format;
    model.scale_i = static_cast<uint8_t>(cycle.scale);
    tick(model);
#ifndef XRNPE_SELECT
    if (model.failed_o) {
      *actual = {0, 0, kAssertion};
      return done;
    }
#endif
    if (model.valid_o) {
      *actual = {model.code_o, model.nar_to_fp4_o, i};
      if (done == expected_count) return done;
      const Result &e = expected[done];
      if (actual->code != e.code || actual->nar_to_fp4 != e.nar_to_fp4 || actual->cycle != e.cycle) return done;
      done++;
    } else if (done < expected_count && i >= expected[done].cycle) {
      *actual = {0, 0, kMissing};
      return done;
    }
  }

  return -1;
}
