// Copyright The XR-NPE developers. Licensed under the Apache License, Version 2.0.
// SPDX-License-Identifier: Apache-2.0
//
// Verilog files of xrnpe_coproc, relative to this file: verilator -F, or -f from this folder.
//
// Generated from configuration "default": edit the template, not this file. Regenerate:
//   xrnpe generate --unit coproc --preset default --out DIR

xrnpe_accumulate.v
xrnpe_activate.v
xrnpe_align.v
xrnpe_align_coarse.v
xrnpe_align_fine.v
xrnpe_align_lane.v
xrnpe_align_sum.v
xrnpe_array.v
xrnpe_axi_read.v
xrnpe_axi_write.v
xrnpe_axil_regs.v
xrnpe_bias.v
xrnpe_channel_table.v
xrnpe_compress.v
xrnpe_control.v
xrnpe_coproc.v
xrnpe_counters.v
xrnpe_decode.v
xrnpe_decode_small.v
xrnpe_descriptor.v
xrnpe_drain.v
xrnpe_issue.v
xrnpe_job.v
xrnpe_leading_zeros.v
xrnpe_loader.v
xrnpe_normalize.v
xrnpe_operand_buffer.v
xrnpe_operand_register.v
xrnpe_out_unit.v
xrnpe_output.v
xrnpe_pe.v
xrnpe_plan.v
xrnpe_resolve.v
xrnpe_rmmec.v
xrnpe_rmmec_cell.v
xrnpe_rmmec_grid.v
xrnpe_round.v
xrnpe_round_pack.v
xrnpe_scale.v
xrnpe_shadow.v
