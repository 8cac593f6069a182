// Runs the small modules of xrnpe_units over arrays of inputs; built by the verification ladder together with the Verilated model.

#include <cstdint>

#include "Vmodel.h"

#define EXPORT extern "C" __attribute__((visibility("default")))

namespace {

struct Wide {
  uint64_t low;
  uint64_t high;
};

void put(VlWide<4> &port, const Wide &value) {
  port[0] = static_cast<uint32_t>(value.low);
  port[1] = static_cast<uint32_t>(value.low >> 32);
  port[2] = static_cast<uint32_t>(value.high);
  port[3] = static_cast<uint32_t>(value.high >> 32);
}

Wide get(const VlWide<4> &port) {
  return {port[0] | static_cast<uint64_t>(port[1]) << 32, port[2] | static_cast<uint64_t>(port[3]) << 32};
}

struct Quire {
  Wide segments;
  uint64_t carry;
};

struct Biased {
  Wide sum;
  uint32_t nar;
  int32_t scale;
  int64_t cycle;  // at whose end valid_o was high
};

struct Bias {
  Wide sum;
  int32_t bias;
  uint32_t exponent;
  uint32_t nar;
  int32_t scale;
  uint32_t valid;
  uint32_t unused;
};

struct Activation {
  Wide sum;
  uint32_t nar;
  uint32_t activation;
  uint32_t slope_m;
  uint32_t slope_s;
  int32_t scale;
  uint32_t valid;
};

struct Activated {
  Wide sum;
  uint32_t sticky;
  uint32_t nar;
  int32_t scale;
  uint32_t unused;
  int64_t cycle;  // at whose end valid_o was high
};

int32_t sign_extend(uint32_t value, int bits) { return static_cast<int32_t>(value << (32 - bits)) >> (32 - bits); }

void reset(Vmodel &model) {
  model.rst_ni = 0;
  for (int level = 0; level <= 1; level++) {
    model.clk_i = level;
    model.eval();
  }
  model.rst_ni = 1;
}

constexpr int kFlushCycles = 8;

}  // namespace

// xrnpe_decode. An input: word [15:0], lane valid [19:16], format [21:20].
EXPORT void xrnpe_decode(const uint32_t *inputs, uint64_t *operands, int64_t count) {
  VerilatedContext context;
  Vmodel model(&context, "");
  for (int64_t i = 0; i < count; i++) {
    model.word_i = inputs[i] & 0xffff;
    model.lane_valid_i = inputs[i] >> 16 & 0xf;
    model.format_i = inputs[i] >> 20 & 3;
    model.eval();
    operands[i] = model.operand_o;
  }
}

// Both kinds of cell. An input: a [1:0], b [3:2], a_exponent [5:4], b_exponent [7:6], a_borrow [8], b_borrow [9], exponent [10].
// An output: partial products of the exponent cell [3:0], a_minus_b [5:4], b_minus_a [7:6], a_borrow [8], b_borrow [9]; [13:10] the
// partial products of the cell that only multiplies.
EXPORT void xrnpe_cells(const uint32_t *inputs, uint32_t *outputs, int64_t count) {
  VerilatedContext context;
  Vmodel model(&context, "");
  for (int64_t i = 0; i < count; i++) {
    model.a_i = inputs[i] & 3;
    model.b_i = inputs[i] >> 2 & 3;
    model.a_exponent_i = inputs[i] >> 4 & 3;
    model.b_exponent_i = inputs[i] >> 6 & 3;
    model.a_borrow_i = inputs[i] >> 8 & 1;
    model.b_borrow_i = inputs[i] >> 9 & 1;
    model.exponent_i = inputs[i] >> 10 & 1;
    model.eval();
    outputs[i] = model.partial_o | model.a_minus_b_o << 4 | model.b_minus_a_o << 6 | model.a_borrow_o << 8 | model.b_borrow_o << 9 |
                 model.cell_partial_o << 10;
  }
}

// xrnpe_resolve.
EXPORT void xrnpe_resolve(const Quire *quires, Wide *sums, int64_t count) {
  VerilatedContext context;
  Vmodel model(&context, "");
  for (int64_t i = 0; i < count; i++) {
    put(model.segments_i, quires[i].segments);
    model.carry_i = quires[i].carry;
    model.eval();
    sums[i] = get(model.resolved_o);
  }
}

// xrnpe_bias, one input a cycle. Returns the number of results, of which at most count are stored.
EXPORT int64_t xrnpe_bias(const Bias *inputs, Biased *outputs, int64_t count) {
  VerilatedContext context;
  Vmodel model(&context, "");
  reset(model);
  int64_t done = 0;
  for (int64_t i = 0; i < count + kFlushCycles; i++) {
    const Bias &input = inputs[i < count ? i : count - 1];
    model.clk_i = 0;
    model.valid_i = i < count && input.valid;
    put(model.sum_i, input.sum);
    model.nar_i = input.nar;
    model.bias_i = static_cast<uint32_t>(input.bias);
    model.bias_exponent_i = input.exponent & 0x7f;
    model.scale_i = input.scale & 0x1ff;
    model.eval();
    if (model.biased_valid_o) {
      if (done < count) outputs[done] = {get(model.biased_sum_o), model.biased_nar_o, sign_extend(model.biased_scale_o, 9), i};
      done++;
    }
    model.clk_i = 1;
    model.eval();
  }

  return done;
}

// xrnpe_activate, one input a cycle. Its slope does not change with the data: inputs of one call must share it. Returns the number of
// results, of which at most count are stored.
EXPORT int64_t xrnpe_activate(const Activation *inputs, Activated *outputs, int64_t count) {
  VerilatedContext context;
  Vmodel model(&context, "");
  reset(model);
  int64_t done = 0;
  for (int64_t i = 0; i < count + kFlushCycles; i++) {
    const Activation &input = inputs[i < count ? i : count - 1];
    model.clk_i = 0;
    model.valid_i = i < count && input.valid;
    put(model.sum_i, input.sum);
    model.nar_i = input.nar;
    model.activation_i = input.activation;
    model.slope_m_i = input.slope_m;
    model.slope_s_i = input.slope_s;
    model.scale_i = input.scale & 0x1ff;
    model.eval();
    if (model.valid_o) {
      if (done < count) outputs[done] = {get(model.sum_o), model.sticky_o, model.nar_o, sign_extend(model.scale_o, 10), 0, i};
      done++;
    }
    model.clk_i = 1;
    model.eval();
  }

  return done;
}
