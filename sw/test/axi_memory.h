// Copyright The XR-NPE developers. Licensed under the Apache License, Version 2.0.
// SPDX-License-Identifier: Apache-2.0
//
// The memory behind the co-processor's AXI4 master: latency, random stalls, and an error outside of it.
#pragma once

#include <cstdint>
#include <deque>
#include <random>
#include <vector>

#include "Vmodel.h"

// What the rest of the machine shares: one source of chance, so that a seed says everything.
using Random = std::mt19937;

class AxiMemory {
 public:
  static constexpr uint64_t kBase = 0x1'2000'0000;  // above 4 GiB: the upper halves of addresses must count

  AxiMemory(size_t bytes, Random& random) : bytes_(bytes, 0xa5), random_(random) {}

  uint64_t latency = 20;  // cycles from a request to its answer, at least

  uint8_t* at(uint64_t address) { return &bytes_.at(address - kBase); }
  std::vector<uint8_t>& bytes() { return bytes_; }

  // Sets the memory's side of the pins for a cycle.
  void drive(Vmodel& model);

  // Takes note of the cycle's handshakes: call when inputs have settled, before the clock's edge.
  void sample(Vmodel& model);

 private:
  struct Burst {
    uint64_t address;
    int beats;
    uint64_t due;
    unsigned id;
  };
  struct Beat {
    std::vector<uint8_t> data;
    uint32_t strobes;
  };
  struct Answer {
    Burst burst;
    std::vector<Beat> beats;
  };

  bool stalls() { return random_() % 4 == 0; }
  bool contains(uint64_t address, size_t bytes) const {
    return address >= kBase && address - kBase + bytes <= bytes_.size();
  }

  static constexpr size_t kMost = 8;  // bursts that may be open

  std::vector<uint8_t> bytes_;
  Random& random_;
  uint64_t cycle_ = 0;
  std::deque<Burst> reads_;
  int beat_ = 0;
  bool reading_ = false;  // a beat is offered
  std::deque<Burst> addresses_;
  std::deque<std::vector<Beat>> data_;
  std::vector<Beat> open_;
  std::deque<Answer> answers_;
  bool answering_ = false;
};
