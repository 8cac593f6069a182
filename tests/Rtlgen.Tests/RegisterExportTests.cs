using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using XrNpe.Coproc;

namespace XrNpe.Rtlgen.Tests;

/// <summary>The register map as other tools read it.</summary>
public sealed partial class RegisterExportTests
{
    [Theory]
    [MemberData(nameof(TestConfigs.Names), MemberType = typeof(TestConfigs))]
    public void Svd_has_every_register_and_field(string name)
    {
        CoprocConfig config = TestConfigs.Get(name);
        IReadOnlyDictionary<Register, uint> constants = RegisterMap.Constants(config);
        XElement[] registers = [.. XDocument.Parse(Text(config, "xrnpe.svd")).Descendants("register")];
        Assert.Equal(RegisterMap.All.Select(r => r.Name), registers.Select(x => Value(x, "name")));
        foreach ((Register register, XElement x) in RegisterMap.All.Zip(registers))
        {
            Assert.Equal(register.Offset, Number(Value(x, "addressOffset")));
            Assert.Equal(Reset(register, constants), Number(Value(x, "resetValue")));
            Assert.Equal(register.Description, Value(x, "description"));
            XElement[] fields = [.. x.Descendants("field")];
            Assert.Equal(register.Fields.Select(f => f.Name), fields.Select(f => Value(f, "name")));
            foreach ((RegisterField field, XElement f) in register.Fields.Zip(fields))
            {
                Assert.Equal(field.Lsb, (int)Number(Value(f, "bitOffset")));
                Assert.Equal(field.Width, (int)Number(Value(f, "bitWidth")));
                Assert.Equal(field.Description, Value(f, "description"));
                Assert.Equal(SvdAccess(field.Access), Value(f, "access"));
                Assert.Equal(field.Access == FieldAccess.WriteOneToClear, f.Element("modifiedWriteValues")?.Value == "oneToClear");
            }
        }

        IEnumerable<XElement> errors = registers.Single(x => Value(x, "name") == RegisterMap.Error.Name).Descendants("enumeratedValue");
        Assert.Equal(ErrorCodes.All.Select(c => ((int)c, ErrorCodes.HardwareName(c))), errors.Select(e => ((int)Number(Value(e, "value")), Value(e, "name"))));
    }

    [Theory]
    [MemberData(nameof(TestConfigs.Names), MemberType = typeof(TestConfigs))]
    public void Rdl_has_every_register_and_field(string name)
    {
        CoprocConfig config = TestConfigs.Get(name);
        IReadOnlyDictionary<Register, uint> constants = RegisterMap.Constants(config);
        string text = Text(config, "xrnpe.rdl");
        Assert.Equal(text.Count(c => c == '{'), text.Count(c => c == '}'));
        string[] bodies = [.. text.Split("\n  reg {\n").Skip(1)];
        Assert.Equal(RegisterMap.All.Count, bodies.Length);
        foreach ((Register register, string body) in RegisterMap.All.Zip(bodies))
        {
            Assert.Contains($"}} {register.Name} @ 0x{register.Offset:x2};", body, StringComparison.Ordinal);
            Match[] fields = RdlField().Matches(body).ToArray();
            Assert.Equal(register.Fields.Select(f => f.Name), fields.Select(m => m.Groups["name"].Value));
            foreach ((RegisterField field, Match match) in register.Fields.Zip(fields))
            {
                Assert.Equal((field.Lsb + field.Width - 1, field.Lsb), (Int(match, "msb"), Int(match, "lsb")));
                Assert.Equal(RdlAccess(field.Access), match.Groups["access"].Value);
                if (field.Access == FieldAccess.ReadOnly) continue;
                Assert.Equal(field.Get(Reset(register, constants)), uint.Parse(match.Groups["reset"].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture));
            }
        }
    }

    [Fact]
    public void Drawings_are_there_for_what_the_document_shows()
    {
        IReadOnlyList<GeneratedFile> files = Generator.Generate(Presets.Default);
        string document = files.Single(f => f.Path == "xrnpe_regs.md").Text;
        string[] shown = [.. Image().Matches(document).Select(m => m.Groups[1].Value)];
        Assert.Equal(files.Select(f => f.Path).Where(p => p.EndsWith(".svg", StringComparison.Ordinal)).Order(StringComparer.Ordinal), shown.Order(StringComparer.Ordinal));
        foreach (Register register in RegisterMap.All)
        {
            string[] texts = Texts(files, shown.Single(path => path.EndsWith("/" + register.Name + ".svg", StringComparison.OrdinalIgnoreCase)));
            Assert.All(register.Fields, field => Assert.Contains(field.Name, texts));
        }

        // A name that is too long for its bytes stands in several lines.
        string all = string.Concat(Texts(files, shown.Single(path => path.EndsWith("/descriptor.svg", StringComparison.Ordinal))));
        Assert.All(DescriptorLayout.Fields, field => Assert.Contains(field.Name, all, StringComparison.Ordinal));
    }

    private static string[] Texts(IReadOnlyList<GeneratedFile> files, string path) =>
        [.. XDocument.Parse(files.Single(f => f.Path == path).Text).Descendants().Where(x => x.Name.LocalName == "text").Select(x => x.Value)];

    private static string Text(CoprocConfig config, string path) => Generator.Generate(config).Single(f => f.Path == path).Text;

    private static uint Reset(Register register, IReadOnlyDictionary<Register, uint> constants) =>
        constants.TryGetValue(register, out uint constant) ? constant : register.Fields.Aggregate(0u, (value, field) => value | field.Put(field.Reset));

    private static string Value(XElement x, string name) => x.Element(name)!.Value;

    private static uint Number(string text) => text.StartsWith("0x", StringComparison.Ordinal)
        ? uint.Parse(text[2..], NumberStyles.HexNumber, CultureInfo.InvariantCulture)
        : uint.Parse(text, CultureInfo.InvariantCulture);

    private static int Int(Match match, string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    private static string SvdAccess(FieldAccess access) => access switch
    {
        FieldAccess.Constant or FieldAccess.ReadOnly => "read-only",
        FieldAccess.Pulse => "write-only",
        _ => "read-write",
    };

    private static string RdlAccess(FieldAccess access) => access switch
    {
        FieldAccess.Constant => "sw = r; hw = na;",
        FieldAccess.ReadOnly => "sw = r; hw = w;",
        FieldAccess.ReadWrite => "sw = rw; hw = r;",
        FieldAccess.Pulse => "sw = w; hw = r; singlepulse;",
        _ => "sw = rw; hw = r; hwset; woclr;",
    };

    [GeneratedRegex("""    field \{\n      desc = "[^"]+";\n      (?<access>sw = [^\n]+)\n(      encode = \w+;\n)?    \} (?<name>\w+)\[(?<msb>\d+):(?<lsb>\d+)\]( = \d+'h(?<reset>[0-9a-f]+))?;\n""")]
    private static partial Regex RdlField();

    [GeneratedRegex(@"!\[[^\]]*\]\(([^)]+)\)")]
    private static partial Regex Image();
}
