// Copyright The XR-NPE developers. Licensed under the Apache License, Version 2.0.
// SPDX-License-Identifier: Apache-2.0
#include "axi_memory.h"

#include <cstring>

namespace {

constexpr unsigned kOkay = 0, kDecodeError = 3;

// A data bus is a QData when it has 64 bits, a VlWide<4> when it has 128.
[[maybe_unused]] size_t width(const QData&) { return 8; }
[[maybe_unused]] size_t width(const VlWide<4>&) { return 16; }
[[maybe_unused]] void put(QData& port, const uint8_t* bytes) { std::memcpy(&port, bytes, 8); }
[[maybe_unused]] void put(VlWide<4>& port, const uint8_t* bytes) { std::memcpy(port.data(), bytes, 16); }
[[maybe_unused]] void get(uint8_t* bytes, const QData& port) { std::memcpy(bytes, &port, 8); }
[[maybe_unused]] void get(uint8_t* bytes, const VlWide<4>& port) { std::memcpy(bytes, port.data(), 16); }

// Transaction IDs, for hardware that has them: the second of each pair is taken where the first names a port that is missing.
template <class M> auto read_id(M& m, int) -> decltype(unsigned(m.m_axi_arid_o)) { return m.m_axi_arid_o; }
template <class M> unsigned read_id(M&, long) { return 0; }
template <class M> auto write_id(M& m, int) -> decltype(unsigned(m.m_axi_awid_o)) { return m.m_axi_awid_o; }
template <class M> unsigned write_id(M&, long) { return 0; }
template <class M> auto answer_read(M& m, unsigned id, int) -> decltype(void(m.m_axi_rid_i)) { m.m_axi_rid_i = id; }
template <class M> void answer_read(M&, unsigned, long) {}
template <class M> auto answer_write(M& m, unsigned id, int) -> decltype(void(m.m_axi_bid_i)) { m.m_axi_bid_i = id; }
template <class M> void answer_write(M&, unsigned, long) {}

}  // namespace

void AxiMemory::drive(Vmodel& m) {
  m.m_axi_arready_i = !stalls() && reads_.size() < kMost;
  m.m_axi_awready_i = !stalls() && addresses_.size() + answers_.size() < kMost;
  m.m_axi_wready_i = !stalls() && data_.size() < kMost;

  // What was offered stays until it is taken.
  if (!reading_) {
    reading_ = !stalls() && !reads_.empty() && reads_.front().due <= cycle_;
    m.m_axi_rvalid_i = reading_;
    if (reading_) {
      const Burst& burst = reads_.front();
      size_t bus = width(m.m_axi_rdata_i);
      uint64_t address = (burst.address & ~uint64_t(bus - 1)) + uint64_t(beat_) * bus;
      bool inside = contains(address, bus);
      static const uint8_t nothing[16] = {};
      put(m.m_axi_rdata_i, inside ? at(address) : nothing);
      m.m_axi_rresp_i = inside ? kOkay : kDecodeError;
      m.m_axi_rlast_i = beat_ == burst.beats - 1;
      answer_read(m, burst.id, 0);
    }
  }
  if (!answering_) {
    answering_ = !stalls() && !answers_.empty() && answers_.front().burst.due <= cycle_;
    m.m_axi_bvalid_i = answering_;
    if (answering_) {
      const Answer& answer = answers_.front();
      size_t bytes = answer.beats.size() * width(m.m_axi_wdata_o);
      m.m_axi_bresp_i = contains(answer.burst.address, bytes) ? kOkay : kDecodeError;
      answer_write(m, answer.burst.id, 0);
    }
  }
}

void AxiMemory::sample(Vmodel& m) {
  ++cycle_;
  size_t bus = width(m.m_axi_wdata_o);
  if (m.m_axi_arvalid_o && m.m_axi_arready_i) reads_.push_back({m.m_axi_araddr_o, m.m_axi_arlen_o + 1, cycle_ + latency, read_id(m, 0)});
  if (reading_ && m.m_axi_rready_o) {
    reading_ = false;
    ++beat_;
    if (m.m_axi_rlast_i) {
      reads_.pop_front();
      beat_ = 0;
    }
  }

  if (m.m_axi_awvalid_o && m.m_axi_awready_i) {
    addresses_.push_back({m.m_axi_awaddr_o & ~uint64_t(bus - 1), m.m_axi_awlen_o + 1, 0, write_id(m, 0)});
  }
  if (m.m_axi_wvalid_o && m.m_axi_wready_i) {
    Beat beat{std::vector<uint8_t>(bus), uint32_t(m.m_axi_wstrb_o)};
    get(beat.data.data(), m.m_axi_wdata_o);
    open_.push_back(beat);
    if (m.m_axi_wlast_o) {
      data_.push_back(open_);
      open_.clear();
    }
  }
  while (!addresses_.empty() && !data_.empty()) {
    addresses_.front().due = cycle_ + latency;
    answers_.push_back({addresses_.front(), data_.front()});
    addresses_.pop_front();
    data_.pop_front();
  }

  // Bytes reach the memory when their answer is taken, not before: who reads too early reads old data.
  if (answering_ && m.m_axi_bready_o) {
    answering_ = false;
    const Answer& answer = answers_.front();
    for (size_t i = 0; m.m_axi_bresp_i == kOkay && i < answer.beats.size(); ++i) {
      uint8_t* target = at(answer.burst.address + i * bus);
      for (size_t lane = 0; lane < bus; ++lane) {
        if (answer.beats[i].strobes >> lane & 1) target[lane] = answer.beats[i].data[lane];
      }
    }
    answers_.pop_front();
  }
}
