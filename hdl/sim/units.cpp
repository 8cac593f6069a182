// Runs the small modules of xrnpe_units over arrays of inputs; built by the verification ladder together with the Verilated model.

#include <cstdint>

#include "Vmodel.h"

#define EXPORT extern "C" __attribute__((visibility("default")))

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
