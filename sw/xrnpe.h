// Copyright The XR-NPE developers. Licensed under the Apache License, Version 2.0.
// SPDX-License-Identifier: Apache-2.0
//
// Bare-metal driver of the XR-NPE co-processor: C99, no allocation, no global state. It finds out what the hardware is from the hardware.
#ifndef XRNPE_H
#define XRNPE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "xrnpe_regs.h"  // generated beside the Verilog

#ifdef __cplusplus
extern "C" {
#endif

// How a call ended.
typedef enum xrnpe_result {
  XRNPE_OK,
  XRNPE_NO_DEVICE,   // ID does not read "XNPE"
  XRNPE_OTHER_ABI,   // registers or descriptors of another major version
  XRNPE_BUSY,        // a chain is running
  XRNPE_TIMED_OUT,   // not done after so many polls
  XRNPE_CHAIN_ERROR  // the chain ended with an error: see xrnpe_error
} xrnpe_result;

// How the driver reaches the hardware. All hooks but read and write may be null, and those two when base is given.
typedef struct xrnpe_io {
  volatile uint32_t *base;  // the registers, where they are mapped
  uint32_t (*read)(void *context, uint32_t offset);
  void (*write)(void *context, uint32_t offset, uint32_t value);
  void (*clean)(void *context, const void *data, size_t bytes);  // caches to memory, before the hardware reads
  void (*invalidate)(void *context, void *data, size_t bytes);   // drops cache lines, before the processor reads
  void (*relax)(void *context);                                  // between two polls
  void *context;                                                 // handed to every hook
} xrnpe_io;

// What the hardware was built with: one member for each field of the CONFIG registers, such as array_rows and bus_data_width.
typedef struct xrnpe_config {
#define XRNPE_MEMBER(name, reg, shift, mask) uint32_t name;
  XRNPE_CONFIG_FIELDS(XRNPE_MEMBER)
#undef XRNPE_MEMBER
} xrnpe_config;

// A device. Fill in io, then call xrnpe_probe.
typedef struct xrnpe_device {
  xrnpe_io io;
  xrnpe_config config;
  uint32_t abi_minor;
} xrnpe_device;

// A job, with every field of the descriptor by name. Start from xrnpe_matmul, or from zeros.
typedef struct xrnpe_descriptor {
#define XRNPE_MEMBER(name, offset, bytes, type) type name;
  XRNPE_DESCRIPTOR_FIELDS(XRNPE_MEMBER)
#undef XRNPE_MEMBER
} xrnpe_descriptor;

// What an output channel has of its own.
typedef struct xrnpe_channel {
#define XRNPE_MEMBER(name, offset, bytes, type) type name;
  XRNPE_CHANNEL_FIELDS(XRNPE_MEMBER)
#undef XRNPE_MEMBER
} xrnpe_channel;

// The performance counters of the last chain.
typedef struct xrnpe_counters {
#define XRNPE_MEMBER(name, reg) uint64_t name;
  XRNPE_COUNTERS(XRNPE_MEMBER)
#undef XRNPE_MEMBER
} xrnpe_counters;

// How a chain ended.
typedef struct xrnpe_error {
  uint32_t code;        // XRNPE_ERROR_...
  uint32_t index;       // which descriptor of the chain, from 0
  uint64_t descriptor;  // its address
  uint32_t nar_row;     // with XRNPE_ERROR_NAR_TO_FP4: the first such element of C
  uint32_t nar_col;
} xrnpe_error;

// ---- Finding the hardware ----

// Checks ID and ABI and reads the configuration.
xrnpe_result xrnpe_probe(xrnpe_device *device);

// ---- Making jobs ----

// Bytes of a row of `count` codes in memory: whole 16-bit words.
uint32_t xrnpe_row_bytes(uint32_t format, uint32_t count);

// C = A B with rows one after the other. B has K contiguous: N rows of K codes.
xrnpe_descriptor xrnpe_matmul(uint32_t input_format, uint32_t output_format, uint32_t m, uint32_t n, uint32_t k);

// Makes the job a convolution over an NHWC image at a_address: fill in the window_... fields but window_out_..., then call this. It sets m, k, the strides
// of A and B and the size of the result. False when kernel and step do not fit the image.
bool xrnpe_window(xrnpe_descriptor *job);

// Writes a descriptor to memory, XRNPE_DESCRIPTOR_BYTES at a multiple of as many, and cleans the cache there.
void xrnpe_store(const xrnpe_device *device, const xrnpe_descriptor *job, void *memory);

// Writes entry `index` of a channel table; clean the cache with xrnpe_to_device when it is complete.
void xrnpe_store_channel(const xrnpe_channel *channel, void *table, size_t index);

// Cache maintenance around operands and results.
void xrnpe_to_device(const xrnpe_device *device, const void *data, size_t bytes);
void xrnpe_from_device(const xrnpe_device *device, void *data, size_t bytes);

// ---- Running chains ----

// Raises the interrupt when a chain has ended, or never.
void xrnpe_enable_interrupt(const xrnpe_device *device, bool enable);

// Cycles without progress on the bus after which the hardware gives up; 0 for never.
void xrnpe_set_watchdog(const xrnpe_device *device, uint32_t cycles);

// Starts the chain whose first descriptor stands at this bus address.
xrnpe_result xrnpe_start(const xrnpe_device *device, uint64_t descriptor);

// Takes note that a chain has ended: true when one had, whose interrupt is then gone. For interrupt handlers and polling loops.
bool xrnpe_acknowledge(const xrnpe_device *device);

// How the last chain ended; `error` may be null.
xrnpe_result xrnpe_outcome(const xrnpe_device *device, xrnpe_error *error);

// Polls until the chain has ended, at most so many times; then as xrnpe_outcome.
xrnpe_result xrnpe_wait(const xrnpe_device *device, uint32_t polls, xrnpe_error *error);

// Ends a running chain and waits for that. The hardware is as after a chain; registers keep their values.
xrnpe_result xrnpe_soft_reset(const xrnpe_device *device, uint32_t polls);

void xrnpe_read_counters(const xrnpe_device *device, xrnpe_counters *counters);

// ---- Telling what was wrong ----

const char *xrnpe_error_name(uint32_t code);  // "BAD_FORMAT"
const char *xrnpe_error_text(uint32_t code);  // "the input or output format is unknown or not built in"

#ifdef __cplusplus
}
#endif

#endif  // XRNPE_H
