// Runs xrnpe_descriptor over an array of descriptors; built by the verification ladder together with the Verilated model.

#include <cstdint>
#include <cstring>

#include "Vmodel.h"

namespace {

constexpr int kDescriptorBytes = 128;
constexpr int kCycleLimit = 100;
constexpr int kHoldCycles = 5;

void put(QData &port, const uint8_t *bytes) { std::memcpy(&port, bytes, sizeof(port)); }

template <std::size_t Words>
void put(VlWide<Words> &port, const uint8_t *bytes) {
  for (std::size_t word = 0; word < Words; word++) std::memcpy(&port[word], bytes + 4 * word, 4);
}

void cycle(Vmodel &model) {
  model.clk_i = 1;
  model.eval();
  model.clk_i = 0;
  model.eval();
}

// All that is handed out, in the order of the verification ladder's DescriptorModule.
struct Outputs {
  explicit Outputs(const Vmodel &model)
      : values{
            model.error_o, model.input_format_o, model.output_format_o, model.activation_o, model.slope_m_o,
            model.slope_s_o, model.scale_o, model.m_o, model.n_o, model.k_o, model.a_stride_o, model.b_stride_o,
            model.c_stride_o, model.a_address_o, model.b_address_o, model.c_address_o, model.next_o,
            model.has_table_o, model.table_address_o, model.window_o, model.kernel_height_o, model.kernel_width_o,
            model.stride_y_o, model.stride_x_o, model.pad_top_o, model.pad_left_o, model.image_height_o,
            model.image_width_o, model.out_height_o, model.out_width_o, model.channel_words_o, model.row_words_o,
            model.k_words_o, model.last_lanes_o, model.row_entries_o, model.window_entries_o,
            model.lane_step_words_o, model.c_row_bytes_o} {}

  bool operator==(const Outputs &other) const { return std::memcmp(values, other.values, sizeof(values)) == 0; }

  uint64_t values[38];
};

struct Verdict {
  Outputs outputs;
  int64_t cycles;  // from check_i to checked_o; above the limit when it never came
  int64_t stable;  // 1 when the outputs held
};

}  // namespace

// Loads and checks one descriptor after the other, some of them with gaps between their entries.
extern "C" __attribute__((visibility("default"))) void xrnpe_descriptor(const uint8_t *descriptors, Verdict *verdicts, int64_t count) {
  constexpr int kEntryBytes = sizeof(Vmodel::load_data_i);
  VerilatedContext context;
  Vmodel model(&context, "");
  model.clk_i = 0;
  model.rst_ni = 0;
  model.eval();
  cycle(model);
  model.rst_ni = 1;

  for (int64_t i = 0; i < count; i++) {
    const uint8_t *descriptor = descriptors + i * kDescriptorBytes;
    for (int offset = 0; offset < kDescriptorBytes; offset += kEntryBytes) {
      model.load_i = 1;
      put(model.load_data_i, descriptor + offset);
      cycle(model);
      model.load_i = 0;
      if (i % 3 == 0) cycle(model);
    }

    model.check_i = 1;
    model.eval();
    int64_t cycles = 0;
    while (!model.checked_o && cycles <= kCycleLimit) {
      cycle(model);
      model.check_i = 0;
      model.eval();
      cycles++;
    }

    const Outputs outputs(model);
    for (int hold = 0; hold < kHoldCycles; hold++) cycle(model);
    verdicts[i] = {outputs, cycles, outputs == Outputs(model) && !model.checked_o};
  }
}
