// C ABI around the Verilated co-processor: what C# loads. Everything clever (memory, checks, driver) is on the other side.
//
// The structs are the top module's ports, grouped by direction, and mirrored in src/Coproc/Bus/CoprocPins.cs.
#include "Vmodel.h"
#if VM_TRACE
#include "verilated_vcd_c.h"
#endif

#if VM_COVERAGE
#include <unistd.h>

#include <atomic>
#include <cstdlib>
#include <string>

#include "verilated_cov.h"
#endif

#define EXPORT extern "C" __attribute__((visibility("default")))

struct Inputs {
  uint32_t rst_ni;
  uint32_t axil_awaddr, axil_awprot, axil_awvalid;
  uint32_t axil_wdata, axil_wstrb, axil_wvalid;
  uint32_t axil_bready;
  uint32_t axil_araddr, axil_arprot, axil_arvalid;
  uint32_t axil_rready;
  uint32_t axi_awready, axi_wready;
  uint32_t axi_bresp, axi_bvalid;
  uint32_t axi_arready;
  uint32_t axi_rresp, axi_rlast, axi_rvalid;
  uint32_t axi_rdata[4];
};

struct Outputs {
  uint64_t axi_awaddr, axi_araddr;
  uint32_t irq;
  uint32_t axil_awready, axil_wready;
  uint32_t axil_bresp, axil_bvalid;
  uint32_t axil_arready;
  uint32_t axil_rdata, axil_rresp, axil_rvalid;
  uint32_t axi_awlen, axi_awsize, axi_awburst, axi_awcache, axi_awprot, axi_awvalid;
  uint32_t axi_wstrb, axi_wlast, axi_wvalid;
  uint32_t axi_bready;
  uint32_t axi_arlen, axi_arsize, axi_arburst, axi_arcache, axi_arprot, axi_arvalid;
  uint32_t axi_rready;
  uint32_t axi_wdata[4];
};

namespace {

// A data bus is a QData when it has 64 bits, a VlWide<4> when it has 128.
void put(QData& port, const uint32_t* words) { port = words[0] | static_cast<QData>(words[1]) << 32; }
void put(VlWide<4>& port, const uint32_t* words) {
  for (int i = 0; i < 4; ++i) port[i] = words[i];
}
void get(uint32_t* words, const QData& port) {
  words[0] = static_cast<uint32_t>(port);
  words[1] = static_cast<uint32_t>(port >> 32);
  words[2] = words[3] = 0;
}
void get(uint32_t* words, const VlWide<4>& port) {
  for (int i = 0; i < 4; ++i) words[i] = port[i];
}

struct Instance {
  VerilatedContext context;
  Vmodel model{&context};
#if VM_TRACE
  VerilatedVcdC* trace = nullptr;
#endif

  // A model that dies takes its scopes out of the context that its thread used last, which may be another's and gone: tests end on other threads
  // than they began on.
  ~Instance() { Verilated::threadContextp(&context); }

  void eval() {
    model.eval();
#if VM_TRACE
    if (trace) trace->dump(context.time());
#endif
    context.timeInc(1);
  }
};

}  // namespace

// Sizes of the structs, so that the other side can check its mirror.
EXPORT void xrnpe_sizes(uint32_t* inputs, uint32_t* outputs) {
  *inputs = sizeof(Inputs);
  *outputs = sizeof(Outputs);
}

// The instance stays evaluated with the clock low between steps.
EXPORT void* xrnpe_create() {
  Instance* instance = new Instance;
#if VM_TRACE
  instance->context.traceEverOn(true);
#endif
  instance->model.clk_i = 0;
  return instance;
}

// One clock cycle: applies the inputs, lets combinational paths settle, reads the outputs as the coming edge will
// see them, then gives the edge.
EXPORT void xrnpe_step(void* handle, const Inputs* in, Outputs* out) {
  Instance* instance = static_cast<Instance*>(handle);
  Vmodel& m = instance->model;
  m.clk_i = 0;
  m.rst_ni = in->rst_ni;
  m.s_axil_awaddr_i = in->axil_awaddr;
  m.s_axil_awprot_i = in->axil_awprot;
  m.s_axil_awvalid_i = in->axil_awvalid;
  m.s_axil_wdata_i = in->axil_wdata;
  m.s_axil_wstrb_i = in->axil_wstrb;
  m.s_axil_wvalid_i = in->axil_wvalid;
  m.s_axil_bready_i = in->axil_bready;
  m.s_axil_araddr_i = in->axil_araddr;
  m.s_axil_arprot_i = in->axil_arprot;
  m.s_axil_arvalid_i = in->axil_arvalid;
  m.s_axil_rready_i = in->axil_rready;
  m.m_axi_awready_i = in->axi_awready;
  m.m_axi_wready_i = in->axi_wready;
  m.m_axi_bresp_i = in->axi_bresp;
  m.m_axi_bvalid_i = in->axi_bvalid;
  m.m_axi_arready_i = in->axi_arready;
  m.m_axi_rresp_i = in->axi_rresp;
  m.m_axi_rlast_i = in->axi_rlast;
  m.m_axi_rvalid_i = in->axi_rvalid;
  put(m.m_axi_rdata_i, in->axi_rdata);
  m.m_axi_bid_i = 0;  // all transactions have ID 0
  m.m_axi_rid_i = 0;
  instance->eval();

  out->irq = m.irq_o;
  out->axil_awready = m.s_axil_awready_o;
  out->axil_wready = m.s_axil_wready_o;
  out->axil_bresp = m.s_axil_bresp_o;
  out->axil_bvalid = m.s_axil_bvalid_o;
  out->axil_arready = m.s_axil_arready_o;
  out->axil_rdata = m.s_axil_rdata_o;
  out->axil_rresp = m.s_axil_rresp_o;
  out->axil_rvalid = m.s_axil_rvalid_o;
  out->axi_awaddr = m.m_axi_awaddr_o;
  out->axi_awlen = m.m_axi_awlen_o;
  out->axi_awsize = m.m_axi_awsize_o;
  out->axi_awburst = m.m_axi_awburst_o;
  out->axi_awcache = m.m_axi_awcache_o;
  out->axi_awprot = m.m_axi_awprot_o;
  out->axi_awvalid = m.m_axi_awvalid_o;
  get(out->axi_wdata, m.m_axi_wdata_o);
  out->axi_wstrb = m.m_axi_wstrb_o;
  out->axi_wlast = m.m_axi_wlast_o;
  out->axi_wvalid = m.m_axi_wvalid_o;
  out->axi_bready = m.m_axi_bready_o;
  out->axi_araddr = m.m_axi_araddr_o;
  out->axi_arlen = m.m_axi_arlen_o;
  out->axi_arsize = m.m_axi_arsize_o;
  out->axi_arburst = m.m_axi_arburst_o;
  out->axi_arcache = m.m_axi_arcache_o;
  out->axi_arprot = m.m_axi_arprot_o;
  out->axi_arvalid = m.m_axi_arvalid_o;
  out->axi_rready = m.m_axi_rready_o;

  m.clk_i = 1;
  instance->eval();
}

EXPORT void xrnpe_trace_off(void* handle) {
#if VM_TRACE
  Instance* instance = static_cast<Instance*>(handle);
  if (instance->trace) instance->trace->close();
  delete instance->trace;
  instance->trace = nullptr;
#else
  (void)handle;
#endif
}

// Starts a VCD at path. Returns 1, or 0 when the file cannot be written or the library was built without traces.
EXPORT int xrnpe_trace_on(void* handle, const char* path) {
#if VM_TRACE
  xrnpe_trace_off(handle);
  Instance* instance = static_cast<Instance*>(handle);
  instance->trace = new VerilatedVcdC;
  instance->model.trace(instance->trace, 99);
  instance->trace->open(path);
  return instance->trace->isOpen();
#else
  (void)handle;
  (void)path;
  return 0;
#endif
}

EXPORT void xrnpe_destroy(void* handle) {
  Instance* instance = static_cast<Instance*>(handle);
  xrnpe_trace_off(handle);
  instance->model.final();
#if VM_COVERAGE
  // A file for each instance, to be merged. A process may have loaded several designs: the counter's address tells them apart.
  static std::atomic<int> number{0};
  if (const char* folder = std::getenv("XRNPE_COVERAGE_DIR")) {
    std::string name = std::to_string(getpid()) + "-" + std::to_string(reinterpret_cast<uintptr_t>(&number)) + "-" + std::to_string(number++);
    instance->context.coveragep()->write((folder + ("/" + name + ".dat")).c_str());
  }
#endif
  delete instance;
}
