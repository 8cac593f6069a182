// Copyright The XR-NPE developers. Licensed under the Apache License, Version 2.0.
// SPDX-License-Identifier: Apache-2.0
//
// Verilog files of xrnpe_coproc, relative to this file: verilator -F, or -f from this folder.
//
// Generated from configuration "default": edit the template, not this file. Regenerate:
//   xrnpe generate --unit coproc --preset default --out DIR

xrnpe_accumulate.v
xrnpe_align.v
xrnpe_array.v
xrnpe_axi_read.v
xrnpe_axi_write.v
xrnpe_axil_regs.v
xrnpe_coproc.v
xrnpe_counters.v
xrnpe_decode.v
xrnpe_decode_fp4.v
xrnpe_decode_p16.v
xrnpe_decode_p4.v
xrnpe_decode_p8.v
xrnpe_descriptor.v
xrnpe_drain.v
xrnpe_normalize.v
xrnpe_operand_buffer.v
xrnpe_output.v
xrnpe_pe.v
xrnpe_rmmec.v
xrnpe_rmmec_cell.v
xrnpe_round_f32.v
xrnpe_round_fp4.v
xrnpe_round_p16.v
xrnpe_round_p4.v
xrnpe_round_p8.v
xrnpe_round_pack.v
xrnpe_scale.v
xrnpe_sequencer.v
