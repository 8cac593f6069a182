using System.Globalization;
using XrNpe.Coproc;
using XrNpe.Rtlgen;

namespace XrNpe.Proof;

/// <summary>Claims about <c>xrnpe_axil_regs</c>, the AXI4-Lite slave, under any master.</summary>
internal static class RegisterSlave
{
    private const string Slave = "xrnpe_axil_regs";
    private const string Checker = "axil_checker";
    private const string Top = "axil_formal";
    private const string Bus = "s_axil_";
    private const string Method = "PDR";

    private static readonly CoprocConfig Config = Presets.Tiny;

    /// <summary>The assertions but the register's own, each with a wire that breaks it: an input of the slave that gets something else than the checker sees.</summary>
    private static readonly (string Name, string Claim, string Input, string Wiring)[] Rules =
    [
        ("b_stays_until_taken", "a write response stays as it is until it is taken", "s_axil_bready_i", "1'b1"),
        ("r_stays_until_taken", "read data stay as they are until they are taken", "s_axil_rready_i", "1'b1"),
        ("b_after_address_and_data", "no write response before address and data", "s_axil_wvalid_i", "1'b1"),
        ("r_after_address", "no read data before their address", "s_axil_arvalid_i", "1'b1"),
        ("b_comes", "every write gets its response", "s_axil_awvalid_i", "s_axil_awvalid_i && s_axil_wvalid_i"),
        ("r_comes", "every read gets its data", "s_axil_arvalid_i", "s_axil_arvalid_i && !s_axil_rready_i"),
        ("requests_wait_their_turn", "no request is taken before there is room for its answer", "s_axil_bready_i", "1'b1"),
        ("b_is_of_its_address", "a write is refused where no register is, and only there", "s_axil_awaddr_i", "s_axil_awaddr_i & 8'h7f"),
        ("r_is_of_its_address", "a read is refused where no register is, and only there", "s_axil_araddr_i", "s_axil_araddr_i & 8'h7f"),
    ];

    /// <summary>All of them, each followed by its broken copy.</summary>
    public static IEnumerable<Proof> All
    {
        get
        {
            foreach ((string name, string claim, string input, string wiring) in Rules)
            {
                yield return Of(name, name, claim, RegisterMap.Watchdog);
                yield return Of($"{name}, broken", name, claim, RegisterMap.Watchdog, input, wiring);
            }

            foreach (Register register in RegisterMap.All.Where(r => Written(r) != 0))
            {
                string name = $"{register.Name} reads back", claim = "what was written is what is read, byte by byte";
                yield return Of(name, "register_reads_back", claim, register);
                yield return Of($"{name}, broken", "register_reads_back", claim, register, "s_axil_wstrb_i", "4'hf");
            }
        }
    }

    private static Proof Of(string name, string assertion, string claim, Register register, string? input = null, string wiring = "") => new(
        $"registers: {name}", claim, Method, folder =>
        {
            Design(folder, register, input, wiring);
            Aiger graph = Netlist.Of(folder, Top, [], Assertions.CellsOf(folder, Checker + ".v", assertion));
            return Abc.Prove(folder, graph, graph.Bad.Single());
        }, input is not null);

    /// <summary>The slave with its checker, its reset active in the first cycle and never again.</summary>
    private static void Design(string folder, Register register, string? input, string wiring)
    {
        string slave = Generator.Generate(Config).Single(file => file.Path == Slave + ".v").Text;
        File.WriteAllText(Path.Combine(folder, Slave + ".v"), slave);
        File.WriteAllText(Path.Combine(folder, Checker + ".v"), Designs.Resource(Checker + ".v"));

        TopPort[] ports = [.. TopPorts.Read(slave).Where(port => port.Name is not ("clk_i" or "rst_ni"))];
        string declared = string.Join(", ", ports.Select(p => string.Create(CultureInfo.InvariantCulture, $"{(p.IsOutput ? "output" : "input")} wire [{p.Width - 1}:0] {p.Name}")));
        string connected = string.Join(", ", ports.Select(p => $".{p.Name}({(p.Name == input ? wiring : p.Name)})"));
        string watched = string.Join(", ", ports.Where(p => p.Name.StartsWith(Bus, StringComparison.Ordinal) && !p.Name.Contains("prot", StringComparison.Ordinal))
            .Select(p => $".{p.Name[Bus.Length..^2]}_i({p.Name})"));
        uint reset = register.Fields.Aggregate(0u, (value, field) => value | field.Put(field.Reset));
        File.WriteAllText(
            Path.Combine(folder, Top + ".v"),
            string.Create(
                CultureInfo.InvariantCulture,
                $"""
                module {Top} (input wire clk_i, {declared});
                  reg running = 1'b0;
                  always @(posedge clk_i) running <= 1'b1;
                  wire aw_known = {Known("s_axil_awaddr_i")};
                  wire ar_known = {Known("s_axil_araddr_i")};
                  {Slave} u_slave (.clk_i(clk_i), .rst_ni(running), {connected});
                  {Checker} #(.WORD(6'd{register.Offset / 4}), .MASK(32'd{Written(register)}), .RESET(32'd{reset})) u_checker (
                    .clk_i(clk_i), .rst_ni(running), .aw_known_i(aw_known), .ar_known_i(ar_known), {watched});
                endmodule

                """));
    }

    private static string Known(string address) =>
        string.Join(" || ", RegisterMap.All.Select(r => string.Create(CultureInfo.InvariantCulture, $"{address}[7:2] == 6'd{r.Offset / 4}")));

    private static uint Written(Register register) =>
        register.Fields.Where(field => field.Access == FieldAccess.ReadWrite).Aggregate(0u, (mask, field) => mask | field.Mask);
}
