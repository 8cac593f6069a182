// Copyright The XR-NPE developers. Licensed under the Apache License, Version 2.0.
// SPDX-License-Identifier: Apache-2.0
#include "machine.h"

#include <cstdlib>

// The pins that timing diagrams show; of a data bus the lowest word.
#define PINS(X)                                                                                                                   \
  X(irq_o) X(s_axil_awaddr_i) X(s_axil_awvalid_i) X(s_axil_awready_o) X(s_axil_wdata_i) X(s_axil_wstrb_i) X(s_axil_wvalid_i)      \
  X(s_axil_wready_o) X(s_axil_bresp_o) X(s_axil_bvalid_o) X(s_axil_bready_i) X(s_axil_araddr_i) X(s_axil_arvalid_i)               \
  X(s_axil_arready_o) X(s_axil_rdata_o) X(s_axil_rresp_o) X(s_axil_rvalid_o) X(s_axil_rready_i) X(m_axi_awaddr_o)                 \
  X(m_axi_awlen_o) X(m_axi_awvalid_o) X(m_axi_awready_i) X(m_axi_wdata_o) X(m_axi_wstrb_o) X(m_axi_wlast_o) X(m_axi_wvalid_o)     \
  X(m_axi_wready_i) X(m_axi_bresp_i) X(m_axi_bvalid_i) X(m_axi_bready_o) X(m_axi_araddr_o) X(m_axi_arlen_o) X(m_axi_arvalid_o)    \
  X(m_axi_arready_i) X(m_axi_rdata_i) X(m_axi_rresp_i) X(m_axi_rlast_i) X(m_axi_rvalid_i) X(m_axi_rready_o)

namespace {
constexpr size_t kMemoryBytes = 1 << 16;
constexpr int kPatience = 1000;

unsigned long long number(unsigned long long pin) { return pin; }
[[maybe_unused]] unsigned long long number(const VlWide<4>& pin) { return pin[0] | static_cast<unsigned long long>(pin[1]) << 32; }

[[noreturn]] void fail(const char* what, uint32_t offset) {
  std::printf("FAIL: register %02x: %s\n", offset, what);
  std::exit(1);
}
}  // namespace

Machine::Machine(unsigned seed) : random(seed), memory(kMemoryBytes, random), model_(new Vmodel(&context_)) {
  device.io.context = this;
  device.io.read = read;
  device.io.write = write;
  device.io.clean = [](void* machine, const void*, size_t) { ++static_cast<Machine*>(machine)->cleaned; };
  device.io.invalidate = [](void* machine, void*, size_t) { ++static_cast<Machine*>(machine)->invalidated; };
  device.io.relax = [](void* machine) {
    for (int i = 0; i < 20; ++i) static_cast<Machine*>(machine)->step();
  };
  for (int i = 0; i < 4; ++i) step();
  model_->rst_ni = 1;
}

Machine::~Machine() { model_->final(); }

// One cycle. Inputs change after an edge, and are seen by the next.
void Machine::step() {
  Vmodel& m = *model_;
  memory.drive(m);
  m.clk_i = 0;
  m.eval();
  if (log_) log_pins();
  if (m.rst_ni) memory.sample(m);
  m.clk_i = 1;
  m.eval();
  m.clk_i = 0;
  m.eval();
}

void Machine::log_to(std::FILE* file) {
  log_ = file;
#define NAME(pin) std::fprintf(file, "%s,", #pin);
  if (file) {
    PINS(NAME)
    std::fprintf(file, "\n");
  }
#undef NAME
}

void Machine::log_pins() {
#define VALUE(pin) std::fprintf(log_, "%llx,", number(model_->pin));
  PINS(VALUE)
  std::fprintf(log_, "\n");
#undef VALUE
}

void Machine::wait_some() {
  for (unsigned i = random() % 4; i > 0; --i) step();
}

uint32_t Machine::read(void* machine, uint32_t offset) {
  Machine& self = *static_cast<Machine*>(machine);
  Vmodel& m = *self.model_;
  self.wait_some();
  m.s_axil_araddr_i = offset;
  m.s_axil_arvalid_i = 1;
  m.eval();
  for (int i = 0; !m.s_axil_arready_o; ++i) {
    if (i == kPatience) fail("read address not taken", offset);
    self.step();
  }
  self.step();
  m.s_axil_arvalid_i = 0;
  self.wait_some();
  for (int i = 0; !m.s_axil_rvalid_o; ++i) {
    if (i == kPatience) fail("read not answered", offset);
    self.step();
  }
  uint32_t value = m.s_axil_rdata_o;
  if (m.s_axil_rresp_o != 0) fail("read refused", offset);
  m.s_axil_rready_i = 1;
  self.step();
  m.s_axil_rready_i = 0;
  return value;
}

void Machine::write(void* machine, uint32_t offset, uint32_t value) {
  Machine& self = *static_cast<Machine*>(machine);
  Vmodel& m = *self.model_;
  m.s_axil_awaddr_i = offset;
  m.s_axil_wdata_i = value;
  m.s_axil_wstrb_i = 0xf;

  // Address and data come in any order.
  unsigned address_delay = self.random() % 3, data_delay = self.random() % 3;
  bool address_done = false, data_done = false;
  for (unsigned i = 0; !address_done || !data_done; ++i) {
    if (i == kPatience) fail("write not taken", offset);
    m.s_axil_awvalid_i = !address_done && i >= address_delay;
    m.s_axil_wvalid_i = !data_done && i >= data_delay;
    m.eval();
    address_done |= m.s_axil_awvalid_i && m.s_axil_awready_o;
    data_done |= m.s_axil_wvalid_i && m.s_axil_wready_o;
    self.step();
  }
  m.s_axil_awvalid_i = m.s_axil_wvalid_i = 0;
  self.wait_some();
  for (int i = 0; !m.s_axil_bvalid_o; ++i) {
    if (i == kPatience) fail("write not answered", offset);
    self.step();
  }
  if (m.s_axil_bresp_o != 0) fail("write refused", offset);
  m.s_axil_bready_i = 1;
  self.step();
  m.s_axil_bready_i = 0;
}
