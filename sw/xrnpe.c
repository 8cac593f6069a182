// Copyright The XR-NPE developers. Licensed under the Apache License, Version 2.0.
// SPDX-License-Identifier: Apache-2.0
#include "xrnpe.h"

#define WORD_BITS 16u
#define WORD_BYTES 2u
#define BYTE_BITS 8u

// Registers may be mapped as device memory, descriptors as normal memory: without a fence a start could overtake what it starts.
static void fence(void) {
#if defined(__GNUC__)
  __sync_synchronize();
#endif
}

static uint32_t read_register(const xrnpe_device *device, uint32_t offset) {
  if (device->io.read) return device->io.read(device->io.context, offset);
  return device->io.base[offset / sizeof(uint32_t)];
}

static void write_register(const xrnpe_device *device, uint32_t offset, uint32_t value) {
  if (device->io.write) {
    device->io.write(device->io.context, offset, value);
  } else {
    device->io.base[offset / sizeof(uint32_t)] = value;
  }
}

static uint64_t read_pair(const xrnpe_device *device, uint32_t low, uint32_t high) {
  uint64_t upper = read_register(device, high);
  return upper << 32 | read_register(device, low);
}

// Byte by byte: little-endian whatever the processor is, and no alignment is asked of it.
static void put(uint8_t *memory, uint32_t bytes, uint64_t value) {
  for (uint32_t i = 0; i < bytes; ++i) memory[i] = (uint8_t)(value >> (BYTE_BITS * i) & 0xffu);
}

xrnpe_result xrnpe_probe(xrnpe_device *device) {
  if (read_register(device, XRNPE_ID) != XRNPE_ID_VALUE) return XRNPE_NO_DEVICE;
  uint32_t abi = read_register(device, XRNPE_ABI);
  device->abi_minor = (abi & XRNPE_ABI_MINOR_MASK) >> XRNPE_ABI_MINOR_SHIFT;
  if ((abi & XRNPE_ABI_MAJOR_MASK) >> XRNPE_ABI_MAJOR_SHIFT != XRNPE_ABI_VERSION_MAJOR) return XRNPE_OTHER_ABI;
#define XRNPE_READ(name, reg, shift, mask) device->config.name = (read_register(device, reg) & (mask)) >> (shift);
  XRNPE_CONFIG_FIELDS(XRNPE_READ)
#undef XRNPE_READ
  return XRNPE_OK;
}

uint32_t xrnpe_row_bytes(uint32_t format, uint32_t count) {
  uint32_t bits = 0;
  switch (format) {
#define XRNPE_CASE(name, code, width) \
  case code:                          \
    bits = (width);                   \
    break;
    XRNPE_FORMATS(XRNPE_CASE)
#undef XRNPE_CASE
    default:
      break;
  }
  if (bits >= WORD_BITS) return count * (bits / BYTE_BITS);
  uint32_t lanes = bits == 0 ? 1 : WORD_BITS / bits;
  return (count / lanes + (count % lanes != 0)) * WORD_BYTES;
}

xrnpe_descriptor xrnpe_matmul(uint32_t input_format, uint32_t output_format, uint32_t m, uint32_t n, uint32_t k) {
  xrnpe_descriptor job = {0};
  job.opcode = (uint8_t)XRNPE_OPCODE_MATMUL;
  job.input_format = (uint8_t)input_format;
  job.output_format = (uint8_t)output_format;
  job.m = m;
  job.n = n;
  job.k = k;
  job.a_stride = xrnpe_row_bytes(input_format, k);
  job.b_stride = job.a_stride;
  job.c_stride = xrnpe_row_bytes(output_format, n);
  return job;
}

bool xrnpe_window(xrnpe_descriptor *job) {
  uint32_t height = (uint32_t)job->window_height + job->window_pad_top + job->window_pad_bottom;
  uint32_t width = (uint32_t)job->window_width + job->window_pad_left + job->window_pad_right;
  uint32_t kernel = (uint32_t)job->window_kernel_height * job->window_kernel_width;
  if (kernel == 0 || job->window_channels == 0 || job->window_stride_y == 0 || job->window_stride_x == 0) return false;
  if (height < job->window_kernel_height || width < job->window_kernel_width) return false;
  uint32_t rows = (height - job->window_kernel_height) / job->window_stride_y + 1;
  uint32_t columns = (width - job->window_kernel_width) / job->window_stride_x + 1;
  if (rows > UINT16_MAX || columns > UINT16_MAX) return false;
  uint32_t pixel = xrnpe_row_bytes(job->input_format, job->window_channels);
  job->window_out_height = (uint16_t)rows;
  job->window_out_width = (uint16_t)columns;
  job->m = rows * columns;
  job->k = kernel * job->window_channels;
  job->a_stride = job->window_width * pixel;
  job->b_stride = kernel * pixel;
  return true;
}

void xrnpe_store(const xrnpe_device *device, const xrnpe_descriptor *job, void *memory) {
  uint8_t *bytes = memory;
  for (uint32_t i = 0; i < XRNPE_DESCRIPTOR_BYTES; ++i) bytes[i] = 0;  // reserved bytes must be
#define XRNPE_PUT(name, offset, size, type) put(bytes + (offset), size, (uint64_t)job->name);
  XRNPE_DESCRIPTOR_FIELDS(XRNPE_PUT)
#undef XRNPE_PUT
  xrnpe_to_device(device, memory, XRNPE_DESCRIPTOR_BYTES);
}

void xrnpe_store_channel(const xrnpe_channel *channel, void *table, size_t index) {
  uint8_t *bytes = (uint8_t *)table + index * XRNPE_CHANNEL_BYTES;
  for (uint32_t i = 0; i < XRNPE_CHANNEL_BYTES; ++i) bytes[i] = 0;
#define XRNPE_PUT(name, offset, size, type) put(bytes + (offset), size, (uint64_t)channel->name);
  XRNPE_CHANNEL_FIELDS(XRNPE_PUT)
#undef XRNPE_PUT
}

void xrnpe_to_device(const xrnpe_device *device, const void *data, size_t bytes) {
  if (device->io.clean) device->io.clean(device->io.context, data, bytes);
}

void xrnpe_from_device(const xrnpe_device *device, void *data, size_t bytes) {
  if (device->io.invalidate) device->io.invalidate(device->io.context, data, bytes);
}

void xrnpe_enable_interrupt(const xrnpe_device *device, bool enable) {
  write_register(device, XRNPE_CONTROL, enable ? XRNPE_CONTROL_IRQ_ENABLE_MASK : 0);
}

void xrnpe_set_watchdog(const xrnpe_device *device, uint32_t cycles) { write_register(device, XRNPE_WATCHDOG, cycles); }

// Writes a pulse of CONTROL and leaves the rest of it as it is.
static void pulse(const xrnpe_device *device, uint32_t mask) {
  write_register(device, XRNPE_CONTROL, read_register(device, XRNPE_CONTROL) | mask);
}

xrnpe_result xrnpe_start(const xrnpe_device *device, uint64_t descriptor) {
  if (read_register(device, XRNPE_STATUS) & XRNPE_STATUS_BUSY_MASK) return XRNPE_BUSY;
  write_register(device, XRNPE_STATUS, XRNPE_STATUS_DONE_MASK);  // of a chain before
  write_register(device, XRNPE_DESCRIPTOR_LO, (uint32_t)descriptor);
  write_register(device, XRNPE_DESCRIPTOR_HI, (uint32_t)(descriptor >> 32));
  fence();
  pulse(device, XRNPE_CONTROL_START_MASK);
  return XRNPE_OK;
}

bool xrnpe_acknowledge(const xrnpe_device *device) {
  if (!(read_register(device, XRNPE_STATUS) & XRNPE_STATUS_DONE_MASK)) return false;
  write_register(device, XRNPE_STATUS, XRNPE_STATUS_DONE_MASK);
  fence();  // results are read after this
  return true;
}

xrnpe_result xrnpe_outcome(const xrnpe_device *device, xrnpe_error *error) {
  uint32_t code = (read_register(device, XRNPE_ERROR) & XRNPE_ERROR_CODE_MASK) >> XRNPE_ERROR_CODE_SHIFT;
  if (error) {
    error->code = code;
    error->index = read_register(device, XRNPE_ERROR_INDEX);
    error->descriptor = read_pair(device, XRNPE_ERROR_DESCRIPTOR_LO, XRNPE_ERROR_DESCRIPTOR_HI);
    error->nar_row = read_register(device, XRNPE_NAR_ROW);
    error->nar_col = read_register(device, XRNPE_NAR_COL);
  }
  return code == XRNPE_ERROR_NONE ? XRNPE_OK : XRNPE_CHAIN_ERROR;
}

// True when a chain ended within so many polls.
static bool ends(const xrnpe_device *device, uint32_t polls) {
  for (uint32_t i = 0; i < polls; ++i) {
    if (xrnpe_acknowledge(device)) return true;
    if (device->io.relax) device->io.relax(device->io.context);
  }
  return false;
}

xrnpe_result xrnpe_wait(const xrnpe_device *device, uint32_t polls, xrnpe_error *error) {
  return ends(device, polls) ? xrnpe_outcome(device, error) : XRNPE_TIMED_OUT;
}

xrnpe_result xrnpe_soft_reset(const xrnpe_device *device, uint32_t polls) {
  if (!(read_register(device, XRNPE_STATUS) & XRNPE_STATUS_BUSY_MASK)) return XRNPE_OK;
  pulse(device, XRNPE_CONTROL_SOFT_RESET_MASK);
  return ends(device, polls) ? XRNPE_OK : XRNPE_TIMED_OUT;
}

void xrnpe_read_counters(const xrnpe_device *device, xrnpe_counters *counters) {
#define XRNPE_READ(name, low) counters->name = read_pair(device, low, (low) + 4u);
  XRNPE_COUNTERS(XRNPE_READ)
#undef XRNPE_READ
}

const char *xrnpe_error_name(uint32_t code) {
  switch (code) {
#define XRNPE_CASE(name, value, text) \
  case value:                         \
    return #name;
    XRNPE_ERRORS(XRNPE_CASE)
#undef XRNPE_CASE
    default:
      return "UNKNOWN";
  }
}

const char *xrnpe_error_text(uint32_t code) {
  switch (code) {
#define XRNPE_CASE(name, value, text) \
  case value:                         \
    return text;
    XRNPE_ERRORS(XRNPE_CASE)
#undef XRNPE_CASE
    default:
      return "an error code that this driver does not know";
  }
}
