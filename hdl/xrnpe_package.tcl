# Copyright The XR-NPE developers. Licensed under the Apache License, Version 2.0.
# SPDX-License-Identifier: Apache-2.0
#
# Packages the co-processor as a Vivado IP: vivado -mode batch -source xrnpe_package.tcl
#
# Generated from configuration "default": edit the template, not this file. Regenerate:
#   xrnpe generate --unit coproc --preset default --out DIR
#
# Written after UG1118 and not run: no Vivado was at hand. What Vivado infers by itself from port
# names does not find ports that end in _i and _o, so every interface is mapped by hand.

set here [file dirname [file normalize [info script]]]
set out  [file join $here ip]
if {$argc > 0} { set out [file normalize [lindex $argv 0]] }

set sources [list \
  xrnpe_accumulate.v \
  xrnpe_activate.v \
  xrnpe_align.v \
  xrnpe_align_coarse.v \
  xrnpe_align_fine.v \
  xrnpe_align_lane.v \
  xrnpe_align_sum.v \
  xrnpe_array.v \
  xrnpe_axi_read.v \
  xrnpe_axi_write.v \
  xrnpe_axil_regs.v \
  xrnpe_bias.v \
  xrnpe_channel_table.v \
  xrnpe_compress.v \
  xrnpe_control.v \
  xrnpe_coproc.v \
  xrnpe_counters.v \
  xrnpe_decode.v \
  xrnpe_decode_small.v \
  xrnpe_descriptor.v \
  xrnpe_drain.v \
  xrnpe_issue.v \
  xrnpe_job.v \
  xrnpe_leading_zeros.v \
  xrnpe_loader.v \
  xrnpe_normalize.v \
  xrnpe_operand_buffer.v \
  xrnpe_operand_register.v \
  xrnpe_out_unit.v \
  xrnpe_output.v \
  xrnpe_pe.v \
  xrnpe_plan.v \
  xrnpe_resolve.v \
  xrnpe_rmmec.v \
  xrnpe_rmmec_cell.v \
  xrnpe_rmmec_grid.v \
  xrnpe_round.v \
  xrnpe_round_pack.v \
  xrnpe_scale.v \
  xrnpe_shadow.v \
]

file mkdir $out
create_project -force xrnpe_package [file join $out project]
foreach source $sources { add_files -norecurse [file join $here $source] }
set_property top xrnpe_coproc [current_fileset]

ipx::package_project -root_dir $out -vendor xrnpe -library xrnpe -taxonomy /UserIP -import_files -force
set core [ipx::current_core]
set_property name         xrnpe_coproc $core
set_property version      0.1 $core
set_property display_name "XR-NPE matrix co-processor" $core
set_property description  "Mixed-precision posit and FP4 matrix multiply: configuration default" $core

# What was inferred, if anything, gives way to what is mapped here.
foreach bus [ipx::get_bus_interfaces -of_objects $core] {
  ipx::remove_bus_interface [get_property name $bus] $core
}

proc add_bus {core name type mode ports} {
  set bus [ipx::add_bus_interface $name $core]
  set_property abstraction_type_vlnv xilinx.com:${type}_rtl:1.0 $bus
  set_property bus_type_vlnv xilinx.com:$type:1.0 $bus
  set_property interface_mode $mode $bus
  foreach {logical physical} $ports {
    set_property physical_name $physical [ipx::add_port_map $logical $bus]
  }
  return $bus
}

proc add_parameter {bus name value} {
  set_property value $value [ipx::add_bus_parameter $name $bus]
}

# ------------------------------------------------------------------------------------------------
# AXI4-Lite slave: registers
# ------------------------------------------------------------------------------------------------

set slave [add_bus $core s_axil interface:aximm slave {
  AWADDR   s_axil_awaddr_i
  AWPROT   s_axil_awprot_i
  AWVALID  s_axil_awvalid_i
  AWREADY  s_axil_awready_o
  WDATA    s_axil_wdata_i
  WSTRB    s_axil_wstrb_i
  WVALID   s_axil_wvalid_i
  WREADY   s_axil_wready_o
  BRESP    s_axil_bresp_o
  BVALID   s_axil_bvalid_o
  BREADY   s_axil_bready_i
  ARADDR   s_axil_araddr_i
  ARPROT   s_axil_arprot_i
  ARVALID  s_axil_arvalid_i
  ARREADY  s_axil_arready_o
  RDATA    s_axil_rdata_o
  RRESP    s_axil_rresp_o
  RVALID   s_axil_rvalid_o
  RREADY   s_axil_rready_i
}]
add_parameter $slave PROTOCOL AXI4LITE
set map [ipx::add_memory_map s_axil $core]
set_property slave_memory_map_ref s_axil $slave
set block [ipx::add_address_block registers $map]
set_property range 256 $block
set_property width 32 $block
set_property usage register $block

# ------------------------------------------------------------------------------------------------
# AXI4 master: memory
# ------------------------------------------------------------------------------------------------

set master [add_bus $core m_axi interface:aximm master {
  AWID     m_axi_awid_o
  AWADDR   m_axi_awaddr_o
  AWLEN    m_axi_awlen_o
  AWSIZE   m_axi_awsize_o
  AWBURST  m_axi_awburst_o
  AWCACHE  m_axi_awcache_o
  AWPROT   m_axi_awprot_o
  AWVALID  m_axi_awvalid_o
  AWREADY  m_axi_awready_i
  WDATA    m_axi_wdata_o
  WSTRB    m_axi_wstrb_o
  WLAST    m_axi_wlast_o
  WVALID   m_axi_wvalid_o
  WREADY   m_axi_wready_i
  BID      m_axi_bid_i
  BRESP    m_axi_bresp_i
  BVALID   m_axi_bvalid_i
  BREADY   m_axi_bready_o
  ARID     m_axi_arid_o
  ARADDR   m_axi_araddr_o
  ARLEN    m_axi_arlen_o
  ARSIZE   m_axi_arsize_o
  ARBURST  m_axi_arburst_o
  ARCACHE  m_axi_arcache_o
  ARPROT   m_axi_arprot_o
  ARVALID  m_axi_arvalid_o
  ARREADY  m_axi_arready_i
  RID      m_axi_rid_i
  RDATA    m_axi_rdata_i
  RRESP    m_axi_rresp_i
  RLAST    m_axi_rlast_i
  RVALID   m_axi_rvalid_i
  RREADY   m_axi_rready_o
}]
add_parameter $master PROTOCOL AXI4
add_parameter $master DATA_WIDTH 128
add_parameter $master ADDR_WIDTH 64
add_parameter $master SUPPORTS_NARROW_BURST 0
add_parameter $master MAX_BURST_LENGTH 16
set space [ipx::add_address_space m_axi $core]
set_property range 16E $space
set_property width 64 $space
set_property master_address_space_ref m_axi $master

# ------------------------------------------------------------------------------------------------
# Clock, reset, interrupt
# ------------------------------------------------------------------------------------------------

set clock [add_bus $core clk_i signal:clock slave {CLK clk_i}]
add_parameter $clock ASSOCIATED_BUSIF s_axil:m_axi
add_parameter $clock ASSOCIATED_RESET rst_ni
set reset [add_bus $core rst_ni signal:reset slave {RST rst_ni}]
add_parameter $reset POLARITY ACTIVE_LOW
set interrupt [add_bus $core irq_o signal:interrupt master {INTERRUPT irq_o}]
add_parameter $interrupt SENSITIVITY LEVEL_HIGH

ipx::create_xgui_files $core
ipx::update_checksums $core
if {[ipx::check_integrity $core] != 1} { error "the packaged IP is not consistent" }
ipx::save_core $core
close_project
puts "packaged in $out: add it to ip_repo_paths"
