namespace XrNpe.Cosim;

/// <summary>The timing diagrams of <c>docs/integration.md</c> are what the RTL does. <c>make integration</c> writes them again.</summary>
[Collection(nameof(DriverBuild))]
public sealed class TimingDiagramTests(DriverBuild build)
{
    private const string WriteVariable = "XRNPE_WRITE_INTEGRATION";
    private const int Most = 18;

    [Fact]
    public void Diagrams_are_what_the_hardware_does()
    {
        build.Make("pins");
        var log = new PinLog(build.PathOf("pins.csv"));
        foreach ((string name, string svg) in new[] { RegisterWrite(log), RegisterRead(log), ReadBurst(log), WriteBurst(log), Interrupt(log) })
        {
            string path = Path.Combine(DriverBuild.Repository, "docs", "images", name + ".svg");
            if (Environment.GetEnvironmentVariable(WriteVariable) == "1") File.WriteAllText(path, svg);
            Assert.True(File.Exists(path) && File.ReadAllText(path) == svg, $"docs/images/{name}.svg is stale: make integration");
        }
    }

    private static (string Name, string Svg) RegisterWrite(PinLog log)
    {
        int start = log.First(c => log.IsHigh("s_axil_awvalid_i", c) || log.IsHigh("s_axil_wvalid_i", c));
        int end = log.First(c => log.IsHigh("s_axil_bvalid_o", c) && log.IsHigh("s_axil_bready_i", c), start);
        return ("wave-register-write", TimingDiagram.Svg("A register write", log, Math.Max(0, start - 1), end + 1,
        [
            new("s_axil_awaddr_i", true, "s_axil_awvalid_i"), new("s_axil_awvalid_i"), new("s_axil_awready_o"),
            new("s_axil_wdata_i", true, "s_axil_wvalid_i"), new("s_axil_wstrb_i", true, "s_axil_wvalid_i"), new("s_axil_wvalid_i"), new("s_axil_wready_o"),
            new("s_axil_bresp_o", true, "s_axil_bvalid_o"), new("s_axil_bvalid_o"), new("s_axil_bready_i"),
        ]));
    }

    private static (string Name, string Svg) RegisterRead(PinLog log)
    {
        int start = log.First(c => log.IsHigh("s_axil_arvalid_i", c));
        int end = log.First(c => log.IsHigh("s_axil_rvalid_o", c) && log.IsHigh("s_axil_rready_i", c), start);
        return ("wave-register-read", TimingDiagram.Svg("A register read", log, Math.Max(0, start - 1), end + 1,
        [
            new("s_axil_araddr_i", true, "s_axil_arvalid_i"), new("s_axil_arvalid_i"), new("s_axil_arready_o"),
            new("s_axil_rdata_o", true, "s_axil_rvalid_o"), new("s_axil_rresp_o", true, "s_axil_rvalid_o"), new("s_axil_rvalid_o"), new("s_axil_rready_i"),
        ]));
    }

    /// <summary>A burst of a few beats while no other is open; the descriptor's, which is longer, where there is none.</summary>
    private static (string Name, string Svg) ReadBurst(PinLog log)
    {
        int asked = log.First(c => log.IsHigh("m_axi_arvalid_o", c)), open = 0;
        for (int c = asked; c < log.Cycles; c++)
        {
            if (log.IsHigh("m_axi_arvalid_o", c) && open == 0 && log["m_axi_arlen_o"][c] is > 1 and < 8)
            {
                asked = c;
                break;
            }

            if (log.IsHigh("m_axi_arvalid_o", c) && log.IsHigh("m_axi_arready_i", c)) open++;
            if (EndsRead(c)) open--;
        }

        int end = log.First(EndsRead, asked);
        int first = Math.Max(0, asked - 1);
        string svg = TimingDiagram.Svg("A read burst", log, first, Math.Min(end + 1, first + (2 * Most)),
        [
            new("m_axi_araddr_o", true, "m_axi_arvalid_o"), new("m_axi_arlen_o", true, "m_axi_arvalid_o"), new("m_axi_arvalid_o"), new("m_axi_arready_i"),
            new("m_axi_rdata_i", true, "m_axi_rvalid_i"), new("m_axi_rresp_i", true, "m_axi_rvalid_i"), new("m_axi_rlast_i", true, "m_axi_rvalid_i"),
            new("m_axi_rvalid_i"), new("m_axi_rready_o"),
        ]);
        return ("wave-read-burst", svg);

        bool EndsRead(int c) => log.IsHigh("m_axi_rvalid_i", c) && log.IsHigh("m_axi_rready_o", c) && log.IsHigh("m_axi_rlast_i", c);
    }

    private static (string Name, string Svg) WriteBurst(PinLog log)
    {
        // More than one beat: C's rows begin and end within a bus word.
        int start = log.First(c => log.IsHigh("m_axi_awvalid_o", c) && log["m_axi_awlen_o"][c] > 0);
        int end = log.First(c => log.IsHigh("m_axi_bvalid_i", c) && log.IsHigh("m_axi_bready_o", c), start);
        int first = Math.Max(0, start - 1);
        string svg = TimingDiagram.Svg("A write burst with strobes", log, first, Math.Min(end + 1, first + (2 * Most)),
        [
            new("m_axi_awaddr_o", true, "m_axi_awvalid_o"), new("m_axi_awlen_o", true, "m_axi_awvalid_o"), new("m_axi_awvalid_o"), new("m_axi_awready_i"),
            new("m_axi_wdata_o", true, "m_axi_wvalid_o"), new("m_axi_wstrb_o", true, "m_axi_wvalid_o"), new("m_axi_wlast_o", true, "m_axi_wvalid_o"), new("m_axi_wvalid_o"), new("m_axi_wready_i"),
            new("m_axi_bresp_i", true, "m_axi_bvalid_i"), new("m_axi_bvalid_i"), new("m_axi_bready_o"),
        ]);
        return ("wave-write-burst", svg);
    }

    /// <summary>The last response of memory, the interrupt, and the write that takes it back.</summary>
    private static (string Name, string Svg) Interrupt(PinLog log)
    {
        int rise = log.First(c => log.IsHigh("irq_o", c));
        int fall = log.First(c => !log.IsHigh("irq_o", c), rise);
        int end = log.First(c => log.IsHigh("s_axil_bvalid_o", c) && log.IsHigh("s_axil_bready_i", c), fall - 1);
        int first = Math.Max(0, rise - 3);
        string svg = TimingDiagram.Svg("The interrupt", log, first, Math.Min(end + 1, first + (2 * Most)),
        [
            new("m_axi_bvalid_i"), new("m_axi_bready_o"), new("irq_o"),
            new("s_axil_araddr_i", true, "s_axil_arvalid_i"), new("s_axil_arvalid_i"), new("s_axil_arready_o"),
            new("s_axil_rdata_o", true, "s_axil_rvalid_o"), new("s_axil_rvalid_o"), new("s_axil_rready_i"),
            new("s_axil_awaddr_i", true, "s_axil_awvalid_i"), new("s_axil_awvalid_i"), new("s_axil_awready_o"),
            new("s_axil_wdata_i", true, "s_axil_wvalid_i"), new("s_axil_wvalid_i"), new("s_axil_wready_o"),
            new("s_axil_bvalid_o"), new("s_axil_bready_i"),
        ]);
        return ("wave-interrupt", svg);
    }
}
