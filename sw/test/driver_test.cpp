// Copyright The XR-NPE developers. Licensed under the Apache License, Version 2.0.
// SPDX-License-Identifier: Apache-2.0
//
// The C driver on the Verilated co-processor. driver_test [CASE...]: all cases, or those named. driver_test --pins FILE: the pins of a register
// write, a register read and a job that ends with an interrupt, cycle by cycle.
#include <cstdio>
#include <cstring>
#include <string>
#include <vector>

#include "machine.h"
#include "reference.h"

#define CHECK(condition)                                                       \
  do {                                                                         \
    if (!(condition)) {                                                        \
      std::printf("FAIL: %s:%d: %s\n", __FILE__, __LINE__, #condition);        \
      return false;                                                            \
    }                                                                          \
  } while (0)

namespace {

constexpr uint32_t kPolls = 10000;
constexpr uint32_t kM = 5, kN = 7, kK = 9;
constexpr uint64_t kDescriptor = AxiMemory::kBase + 0x80;
constexpr uint64_t kA = AxiMemory::kBase + 0x1000, kB = kA + 0x1000, kC = kB + 0x1000;

// Codes without NaR, small and large.
std::vector<uint16_t> codes(Random& random, size_t count) {
  std::vector<uint16_t> codes(count);
  for (uint16_t& code : codes) {
    do code = uint16_t(random() % 2 ? random() : 0x4000 + random() % 0x2000 - 0x1000);
    while (code == 0x8000);
  }
  return codes;
}

void store(Machine& machine, uint64_t address, const std::vector<uint16_t>& codes) {
  std::memcpy(machine.memory.at(address), codes.data(), 2 * codes.size());
  xrnpe_to_device(&machine.device, machine.memory.at(address), 2 * codes.size());
}

std::vector<uint16_t> load(Machine& machine, uint64_t address, size_t count) {
  std::vector<uint16_t> codes(count);
  xrnpe_from_device(&machine.device, machine.memory.at(address), 2 * count);
  std::memcpy(codes.data(), machine.memory.at(address), 2 * count);
  return codes;
}

// A has m rows of k codes, B n rows of k.
std::vector<uint16_t> product(const std::vector<uint16_t>& a, const std::vector<uint16_t>& b, size_t m, size_t n, size_t k) {
  std::vector<uint16_t> c(m * n);
  for (size_t i = 0; i < m; ++i) {
    for (size_t j = 0; j < n; ++j) {
      reference::Fixed sum = 0;
      for (size_t t = 0; t < k; ++t) sum += reference::value(a[i * k + t]) * reference::value(b[j * k + t]);
      c[i * n + j] = reference::round(sum);
    }
  }
  return c;
}

xrnpe_descriptor job(uint64_t a, uint64_t b, uint64_t c, uint32_t m, uint32_t n, uint32_t k) {
  xrnpe_descriptor d = xrnpe_matmul(XRNPE_FORMAT_P16, XRNPE_FORMAT_P16, m, n, k);
  d.a_address = a;
  d.b_address = b;
  d.c_address = c;
  return d;
}

bool starts_and_ends(Machine& machine, uint64_t descriptor) {
  xrnpe_error error;
  CHECK(xrnpe_start(&machine.device, descriptor) == XRNPE_OK);
  xrnpe_result result = xrnpe_wait(&machine.device, kPolls, &error);
  if (result == XRNPE_CHAIN_ERROR) std::printf("%s: %s\n", xrnpe_error_name(error.code), xrnpe_error_text(error.code));
  CHECK(result == XRNPE_OK);
  return true;
}

// A matrix multiply and its check; the machine may have been through anything.
bool multiplies(Machine& machine) {
  std::vector<uint16_t> a = codes(machine.random, kM * kK), b = codes(machine.random, kN * kK);
  store(machine, kA, a);
  store(machine, kB, b);
  xrnpe_descriptor d = job(kA, kB, kC, kM, kN, kK);
  xrnpe_store(&machine.device, &d, machine.memory.at(kDescriptor));
  if (!starts_and_ends(machine, kDescriptor)) return false;
  CHECK(load(machine, kC, kM * kN) == product(a, b, kM, kN, kK));
  return true;
}

bool probe(Machine& machine) {
  const xrnpe_config& config = machine.device.config;
  CHECK(xrnpe_probe(&machine.device) == XRNPE_OK);
  CHECK(config.array_rows >= 2 && config.array_cols >= 2);
  CHECK(config.bus_data_width == 64 || config.bus_data_width == 128);
  CHECK(config.formats_input >> XRNPE_FORMAT_P16 & 1);
  CHECK(config.formats_output >> XRNPE_FORMAT_F32 & 1);

  // Mapped registers instead of functions, here an array.
  uint32_t registers[64] = {XRNPE_ID_VALUE, XRNPE_ABI_VERSION_MAJOR << 16};
  xrnpe_device mapped{};
  mapped.io.base = registers;
  CHECK(xrnpe_probe(&mapped) == XRNPE_OK && mapped.config.array_rows == 0);
  registers[1] += 1 << 16;
  CHECK(xrnpe_probe(&mapped) == XRNPE_OTHER_ABI);
  registers[0] = 0;
  CHECK(xrnpe_probe(&mapped) == XRNPE_NO_DEVICE);
  return true;
}

bool layout(Machine& machine) {
  CHECK(xrnpe_row_bytes(XRNPE_FORMAT_FP4, 9) == 6);
  CHECK(xrnpe_row_bytes(XRNPE_FORMAT_P8, 9) == 10);
  CHECK(xrnpe_row_bytes(XRNPE_FORMAT_P16, 9) == 18);
  CHECK(xrnpe_row_bytes(XRNPE_FORMAT_F32, 9) == 36);

  // Every field where the layout has it, little-endian, and zeros between.
  xrnpe_descriptor d{};
  uint8_t expected[XRNPE_DESCRIPTOR_BYTES] = {};
  unsigned next = 1;
#define FILL(name, offset, size, type)                                               \
  {                                                                                  \
    uint64_t value = 0;                                                              \
    for (unsigned i = 0; i < size; ++i) value |= uint64_t(expected[offset + i] = uint8_t(next++)) << 8 * i; \
    d.name = type(value);                                                            \
  }
  XRNPE_DESCRIPTOR_FIELDS(FILL)
#undef FILL
  xrnpe_store(&machine.device, &d, machine.memory.at(kDescriptor));
  CHECK(std::memcmp(machine.memory.at(kDescriptor), expected, sizeof expected) == 0);
  CHECK(machine.cleaned == 1);

  xrnpe_channel channel{};
  channel.bias = -2;
  channel.scale = -3;
  uint8_t table[2 * XRNPE_CHANNEL_BYTES];
  std::memset(table, 0xff, sizeof table);
  xrnpe_store_channel(&channel, table, 1);
  CHECK(table[0] == 0xff && table[XRNPE_CHANNEL_BYTES] == 0xfe && table[XRNPE_CHANNEL_BYTES + 3] == 0xff);
  CHECK(table[XRNPE_CHANNEL_BYTES + XRNPE_CHANNEL_SCALE] == 0xfd && table[2 * XRNPE_CHANNEL_BYTES - 1] == 0);

  // 6 by 8 pixels of 3 channels, a border of zeros, 3 by 3, every second pixel.
  xrnpe_descriptor w = xrnpe_matmul(XRNPE_FORMAT_P8, XRNPE_FORMAT_P8, 0, 16, 0);
  w.window_height = 6;
  w.window_width = 8;
  w.window_channels = 3;
  CHECK(!xrnpe_window(&w));
  w.window_kernel_height = w.window_kernel_width = 3;
  w.window_stride_y = w.window_stride_x = 2;
  w.window_pad_top = w.window_pad_left = w.window_pad_bottom = w.window_pad_right = 1;
  CHECK(xrnpe_window(&w));
  CHECK(w.window_out_height == 3 && w.window_out_width == 4 && w.m == 12 && w.k == 27);
  CHECK(w.a_stride == 8 * 4 && w.b_stride == 9 * 4);
  return true;
}

bool matmul(Machine& machine) {
  CHECK(multiplies(machine));
  CHECK(machine.invalidated == 1);
  xrnpe_counters counters;
  xrnpe_read_counters(&machine.device, &counters);
  CHECK(counters.cycles > 0 && counters.bytes_written == 2 * kM * kN && counters.bytes_read >= 2 * kK * (kM + kN));
  CHECK(!xrnpe_acknowledge(&machine.device));
  return true;
}

// The second job's A is the first one's C.
bool chain(Machine& machine) {
  constexpr uint64_t kSecond = kDescriptor + XRNPE_DESCRIPTOR_BYTES, kB2 = kC + 0x1000, kC2 = kB2 + 0x1000;
  constexpr uint32_t kN2 = 3;
  std::vector<uint16_t> a = codes(machine.random, kM * kK), b = codes(machine.random, kN * kK), b2 = codes(machine.random, kN2 * kN);
  store(machine, kA, a);
  store(machine, kB, b);
  store(machine, kB2, b2);
  xrnpe_descriptor first = job(kA, kB, kC, kM, kN, kK), second = job(kC, kB2, kC2, kM, kN2, kN);
  first.next = kSecond;
  xrnpe_store(&machine.device, &first, machine.memory.at(kDescriptor));
  xrnpe_store(&machine.device, &second, machine.memory.at(kSecond));
  if (!starts_and_ends(machine, kDescriptor)) return false;
  std::vector<uint16_t> c = product(a, b, kM, kN, kK);
  CHECK(load(machine, kC, kM * kN) == c);
  CHECK(load(machine, kC2, kM * kN2) == product(c, b2, kM, kN2, kN));
  return true;
}

bool interrupt(Machine& machine) {
  xrnpe_enable_interrupt(&machine.device, true);
  xrnpe_descriptor d = job(kA, kB, kC, 1, 1, 1);
  store(machine, kA, {0x4000});
  store(machine, kB, {0x5000});
  xrnpe_store(&machine.device, &d, machine.memory.at(kDescriptor));
  CHECK(!machine.interrupt());
  CHECK(xrnpe_start(&machine.device, kDescriptor) == XRNPE_OK);
  for (uint32_t i = 0; i < kPolls && !machine.interrupt(); ++i) machine.step();
  CHECK(machine.interrupt());
  CHECK(xrnpe_acknowledge(&machine.device) && !machine.interrupt());
  CHECK(xrnpe_outcome(&machine.device, nullptr) == XRNPE_OK);
  CHECK(load(machine, kC, 1)[0] == 0x5000);
  return true;
}

// The second descriptor is wrong: the error says which and why, and the next chain works.
bool bad_descriptor(Machine& machine) {
  constexpr uint64_t kSecond = kDescriptor + XRNPE_DESCRIPTOR_BYTES;
  store(machine, kA, codes(machine.random, kM * kK));
  store(machine, kB, codes(machine.random, kN * kK));
  xrnpe_descriptor first = job(kA, kB, kC, kM, kN, kK), second = first;
  first.next = kSecond;
  second.k = XRNPE_MAX_K + 1;
  xrnpe_store(&machine.device, &first, machine.memory.at(kDescriptor));
  xrnpe_store(&machine.device, &second, machine.memory.at(kSecond));
  xrnpe_error error;
  CHECK(xrnpe_start(&machine.device, kDescriptor) == XRNPE_OK);
  CHECK(xrnpe_wait(&machine.device, kPolls, &error) == XRNPE_CHAIN_ERROR);
  CHECK(error.code == XRNPE_ERROR_DOT_TOO_LONG && error.index == 1 && error.descriptor == kSecond);
  CHECK(std::string(xrnpe_error_name(error.code)) == "DOT_TOO_LONG");
  CHECK(std::string(xrnpe_error_text(error.code)).find("32767") != std::string::npos);
  CHECK(std::string(xrnpe_error_name(255)) == "UNKNOWN");
  CHECK(multiplies(machine));
  return true;
}

bool nowhere(Machine& machine) {
  xrnpe_descriptor d = job(0x1000, kB, kC, kM, kN, kK);
  xrnpe_store(&machine.device, &d, machine.memory.at(kDescriptor));
  xrnpe_error error;
  CHECK(xrnpe_start(&machine.device, kDescriptor) == XRNPE_OK);
  CHECK(xrnpe_wait(&machine.device, kPolls, &error) == XRNPE_CHAIN_ERROR);
  CHECK(error.code == XRNPE_ERROR_READ_DECODE_ERROR && error.index == 0 && error.descriptor == kDescriptor);
  CHECK(multiplies(machine));
  return true;
}

bool nar(Machine& machine) {
  std::vector<uint16_t> a(kM * kK, 0x4000), b(kN * kK, 0x4000);
  a[3 * kK + 2] = 0x8000;
  store(machine, kA, a);
  store(machine, kB, b);
  xrnpe_descriptor d = xrnpe_matmul(XRNPE_FORMAT_P16, XRNPE_FORMAT_FP4, kM, kN, kK);
  d.a_address = kA;
  d.b_address = kB;
  d.c_address = kC;
  xrnpe_store(&machine.device, &d, machine.memory.at(kDescriptor));
  xrnpe_error error;
  CHECK(xrnpe_start(&machine.device, kDescriptor) == XRNPE_OK);
  CHECK(xrnpe_wait(&machine.device, kPolls, &error) == XRNPE_CHAIN_ERROR);
  CHECK(error.code == XRNPE_ERROR_NAR_TO_FP4 && error.nar_row == 3 && error.nar_col == 0);
  return true;
}

// A chain that never ends by itself.
bool soft_reset(Machine& machine) {
  store(machine, kA, codes(machine.random, kM * kK));
  store(machine, kB, codes(machine.random, kN * kK));
  xrnpe_descriptor d = job(kA, kB, kC, kM, kN, kK);
  d.next = kDescriptor;
  xrnpe_store(&machine.device, &d, machine.memory.at(kDescriptor));
  CHECK(xrnpe_soft_reset(&machine.device, 1) == XRNPE_OK);
  CHECK(xrnpe_start(&machine.device, kDescriptor) == XRNPE_OK);
  CHECK(xrnpe_start(&machine.device, kDescriptor) == XRNPE_BUSY);
  CHECK(xrnpe_wait(&machine.device, 50, nullptr) == XRNPE_TIMED_OUT);
  CHECK(xrnpe_soft_reset(&machine.device, kPolls) == XRNPE_OK);
  xrnpe_error error;
  CHECK(xrnpe_outcome(&machine.device, &error) == XRNPE_CHAIN_ERROR && error.code == XRNPE_ERROR_SOFT_RESET);
  CHECK(multiplies(machine));
  return true;
}

// C begins and ends within a bus word, so that strobes matter.
bool pins(const char* path) {
  std::FILE* file = std::fopen(path, "w");
  if (!file) std::printf("FAIL: %s cannot be written\n", path);
  if (!file) return false;
  Machine machine(2);
  machine.memory.latency = 3;
  machine.log_to(file);
  for (int i = 0; i < 2; ++i) machine.step();
  xrnpe_set_watchdog(&machine.device, 5000);
  bool passed = machine.device.io.read(&machine, XRNPE_WATCHDOG) == 5000;
  store(machine, kA, codes(machine.random, 2 * 16));
  store(machine, kB, codes(machine.random, 6 * 16));
  xrnpe_descriptor d = job(kA, kB, kC + 2, 2, 6, 16);
  xrnpe_store(&machine.device, &d, machine.memory.at(kDescriptor));
  xrnpe_enable_interrupt(&machine.device, true);
  passed &= xrnpe_start(&machine.device, kDescriptor) == XRNPE_OK;
  for (uint32_t i = 0; i < kPolls && !machine.interrupt(); ++i) machine.step();
  passed &= xrnpe_acknowledge(&machine.device);
  for (int i = 0; i < 4; ++i) machine.step();
  std::fclose(file);
  return passed;
}

struct Case {
  const char* name;
  bool (*run)(Machine&);
};

constexpr Case kCases[] = {
    {"probe", probe},         {"layout", layout}, {"matmul", matmul},         {"chain", chain}, {"interrupt", interrupt},
    {"bad_descriptor", bad_descriptor}, {"nowhere", nowhere}, {"nar", nar}, {"soft_reset", soft_reset},
};

}  // namespace

int main(int argc, char** argv) {
  if (argc == 3 && std::strcmp(argv[1], "--pins") == 0) return !pins(argv[2]);
  int failed = 0, known = 0;
  for (const Case& test : kCases) {
    bool asked = argc == 1;
    for (int i = 1; i < argc; ++i) asked |= std::strcmp(argv[i], test.name) == 0;
    if (!asked) continue;
    ++known;
    bool passed = true;
    for (unsigned seed = 1; seed <= 5 && passed; ++seed) {
      Machine machine(seed);
      passed = test.run(machine);
    }
    std::printf("%s %s\n", passed ? "pass" : "FAIL", test.name);
    failed += !passed;
  }
  if (known == 0) std::printf("no such case\n");
  return known == 0 || failed != 0;
}
