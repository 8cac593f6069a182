using System.Globalization;
using XrNpe.Arith;
using XrNpe.Coproc;

namespace XrNpe.Verify;

/// <summary>What a stand-alone MAC is fed, and what must come out.</summary>
/// <param name="Config">What the MAC is built from.</param>
/// <param name="Output">Output format.</param>
/// <param name="Scale">Power of two.</param>
/// <param name="Cycles">The inputs, cycle by cycle.</param>
internal sealed record MacStimulus(CoprocConfig Config, NumberFormat Output, int Scale, IReadOnlyList<MacCycle> Cycles)
{
    private const uint Valid = 1;
    private const uint First = 2;
    private const uint Last = 4;
    private const int FormatLow = 4;

    /// <summary>
    /// Dot products of random length, each in a format of its own, with gaps. Some are given up without a result: a first term clears the
    /// quire wherever it comes. In a gap every input is anything.
    /// </summary>
    public static MacStimulus Random(Random random, CoprocConfig config, NumberFormat output, int count)
    {
        int narOdds = random.Next(3) == 0 ? 4 : 500;
        int lengths = random.Next(3) switch { 0 => 1, 1 => 6, _ => 60 };
        int gapOdds = random.Next(3) switch { 0 => int.MaxValue, 1 => 5, _ => 2 };
        int clearOdds = random.Next(2) == 0 ? int.MaxValue : 10;
        int scale = random.Next(3) == 0 ? random.Next(-128, 128) : random.Next(-20, 20);
        var cycles = new MacCycle[count];
        FormatInfo info = Format();
        bool first = true;
        for (int i = 0; i < count; i++)
        {
            bool valid = random.Next(gapOdds) != 0;
            bool last = random.Next(lengths) == 0;
            first |= random.Next(clearOdds) == 0;
            FormatInfo other = Format();
            if (valid && first) info = other;
            FormatInfo shown = valid ? info : other;
            cycles[i] = new MacCycle
            {
                A = Words(random, shown, config.Slices, narOdds),
                B = Words(random, shown, config.Slices, narOdds),
                LaneValid = random.Next(2) == 0 ? (1u << (4 * config.Slices)) - 1 : (uint)random.Next(1 << (4 * config.Slices)),
                Flags = ((uint)shown.Format << FormatLow) | (valid ? Valid | (first ? First : 0) | (last ? Last : 0) : (uint)random.Next(4) * First),
            };
            if (valid) first = last;
        }

        return new MacStimulus(config, output, scale, cycles);

        FormatInfo Format() => FormatInfo.Of(config.Formats[random.Next(config.Formats.Count)]);
    }

    /// <summary>
    /// Products of one code of A with many of B, each a dot product of its own, in one lane; what is in the other lanes does not count. As float32,
    /// which holds a product of two small codes exactly.
    /// </summary>
    public static MacStimulus Products(Random random, CoprocConfig config, NumberFormat format, int lane, uint a, uint[] b)
    {
        FormatInfo info = FormatInfo.Of(format);
        int low = lane * info.Bits;
        ulong others = ~((ulong)info.Mask << low) & ushort.MaxValue;
        var cycles = new MacCycle[b.Length];
        for (int i = 0; i < b.Length; i++)
        {
            ulong noise = (ulong)random.Next(1 << 16);
            cycles[i] = new MacCycle
            {
                A = (noise & others) | ((ulong)a << low),
                B = (~noise & others) | ((ulong)b[i] << low),
                LaneValid = 1u << lane,
                Flags = Valid | First | Last | ((uint)format << FormatLow),
            };
        }

        return new MacStimulus(config, NumberFormat.F32, 0, cycles);
    }

    /// <summary>The same without some cycles; what is then the first term of a dot product says so.</summary>
    public MacStimulus Without(int start, int length)
    {
        List<MacCycle> cycles = [.. Cycles.Take(start), .. Cycles.Skip(start + length)];
        MacCycle? before = null;
        for (int i = 0; i < cycles.Count; i++)
        {
            MacCycle cycle = cycles[i];
            if ((cycle.Flags & Valid) == 0) continue;
            bool goesOn = before is { } b && (b.Flags & Last) == 0 && FormatOf(b) == FormatOf(cycle);
            if (!goesOn) cycle.Flags |= First;
            cycles[i] = cycle;
            before = cycle;
        }

        return this with { Cycles = cycles };
    }

    /// <summary>What the golden model makes of it.</summary>
    public List<SweepResult> Expected()
    {
        int latency = new PipelineShape(Config.Pipeline).MacLatency;
        var results = new List<SweepResult>();
        Quire128 quire = default;
        for (int i = 0; i < Cycles.Count; i++)
        {
            MacCycle cycle = Cycles[i];
            if ((cycle.Flags & Valid) == 0) continue;
            FormatInfo info = FormatInfo.Of(FormatOf(cycle));
            if ((cycle.Flags & First) != 0) quire = new Quire128(info.Format);
            for (int lane = 0; lane < Config.Slices * info.Lanes; lane++)
            {
                int slice = lane / info.Lanes;
                if ((cycle.LaneValid >> ((4 * slice) + (lane % info.Lanes)) & 1) == 0) continue;
                int low = (16 * slice) + (lane % info.Lanes * info.Bits);
                quire.AddProduct((uint)(cycle.A >> low) & info.Mask, (uint)(cycle.B >> low) & info.Mask);
            }

            if ((cycle.Flags & Last) == 0) continue;
            uint code = OutputStage.Finish(quire, Activation.None, Scale, Output, out bool narToFp4);
            results.Add(new SweepResult { Code = code, NarToFp4 = narToFp4 ? 1u : 0, Cycle = i + latency });
        }

        return results;
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        const int MostShown = 8;
        IEnumerable<string> shown = Cycles.Take(MostShown).Select(c => string.Create(
            CultureInfo.InvariantCulture, $"[a {c.A:x}, b {c.B:x}, lanes {c.LaneValid:x}, flags {c.Flags:x}]"));
        return $"{ModuleConfigs.Name(Config)}: to {FormatInfo.Of(Output)}, scale {Scale}, {Cycles.Count} cycles {string.Join(' ', shown)}";
    }

    private static NumberFormat FormatOf(in MacCycle cycle) => (NumberFormat)(cycle.Flags >> FormatLow);

    private static ulong Words(Random random, FormatInfo info, int slices, int narOdds)
    {
        ulong words = 0;
        for (int lane = 0; lane < slices * info.Lanes; lane++)
        {
            uint code = (uint)random.Next((int)info.Mask + 1);
            if (random.Next(20) == 0) code = random.Next(4) switch { 0 => 0, 1 => 1, 2 => info.Mask, _ => info.Mask >> 1 };
            if (info.HasNaR && code == info.NaRCode && random.Next(narOdds) != 0) code = 1;
            words |= (ulong)code << (lane * info.Bits);
        }

        return words;
    }
}
