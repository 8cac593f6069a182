// Copyright The XR-NPE developers. Licensed under the Apache License, Version 2.0.
// SPDX-License-Identifier: Apache-2.0
//
// The Verilated co-processor with memory, and the driver's device on it.
#pragma once

#include <cstdio>
#include <memory>

#include "Vmodel.h"
#include "axi_memory.h"
#include "xrnpe.h"

class Machine {
 public:
  explicit Machine(unsigned seed);
  ~Machine();

  xrnpe_device device{};
  Random random;
  AxiMemory memory;
  unsigned cleaned = 0;  // calls of the cache hooks
  unsigned invalidated = 0;

  // Where every cycle's pins go from now on, as comma-separated hexadecimal numbers under their names; null for nowhere.
  void log_to(std::FILE* file);

  bool interrupt() const { return model_->irq_o; }
  void step();

 private:
  static uint32_t read(void* machine, uint32_t offset);
  static void write(void* machine, uint32_t offset, uint32_t value);
  void wait_some();
  void log_pins();

  VerilatedContext context_;
  std::unique_ptr<Vmodel> model_;
  std::FILE* log_ = nullptr;
};
