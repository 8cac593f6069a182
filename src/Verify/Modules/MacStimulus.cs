using System.Globalization;
using XrNpe.Arith;

namespace XrNpe.Verify;

/// <summary>What a stand-alone MAC is fed, and what must come out.</summary>
/// <param name="Settings">Formats, activation, scale.</param>
/// <param name="Slices">Words per operand and cycle.</param>
/// <param name="Cycles">The inputs, cycle by cycle.</param>
internal sealed record MacStimulus(OutputSettings Settings, int Slices, IReadOnlyList<MacCycle> Cycles)
{
    private const uint Valid = 1;
    private const uint First = 2;
    private const uint Last = 4;

    /// <summary>Cycles from the last words of a dot product to its result: the edge that samples them counts as the first.</summary>
    private const int Latency = 7;

    /// <summary>Dot products of random length with gaps.</summary>
    public static MacStimulus Random(Random random, OutputSettings settings, int slices, int count)
    {
        FormatInfo info = FormatInfo.Of(settings.Input);
        int narOdds = random.Next(3) == 0 ? 4 : 500;
        int lengths = random.Next(3) switch { 0 => 1, 1 => 6, _ => 60 };
        var cycles = new MacCycle[count];
        bool first = true;
        for (int i = 0; i < count; i++)
        {
            bool valid = random.Next(5) != 0;
            bool last = random.Next(lengths) == 0;
            cycles[i] = new MacCycle
            {
                A = Words(random, info, slices, narOdds),
                B = Words(random, info, slices, narOdds),
                LaneValid = random.Next(2) == 0 ? (1u << (4 * slices)) - 1 : (uint)random.Next(1 << (4 * slices)),

                // In a gap first and last mean nothing, so they are anything.
                Flags = valid ? Valid | (first ? First : 0) | (last ? Last : 0) : (uint)random.Next(4) * First,
            };
            if (valid) first = last;
        }

        return new MacStimulus(settings, slices, cycles);
    }

    /// <summary>
    /// Products of one code of A with many of B, each a dot product of its own, in one lane; what is in the other lanes does not count.
    /// </summary>
    public static MacStimulus Products(Random random, NumberFormat format, int lane, uint a, uint[] b)
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
                Flags = Valid | First | Last,
            };
        }

        return new MacStimulus(new OutputSettings(format, format, Activation.None, 0), 1, cycles);
    }

    /// <summary>The same without some cycles; what is then the first term of a dot product says so.</summary>
    public MacStimulus Without(int start, int length)
    {
        List<MacCycle> cycles = [.. Cycles.Take(start), .. Cycles.Skip(start + length)];
        bool first = true;
        for (int i = 0; i < cycles.Count; i++)
        {
            MacCycle cycle = cycles[i];
            if ((cycle.Flags & Valid) == 0) continue;
            cycle.Flags = (cycle.Flags & ~First) | (first ? First : 0);
            first = (cycle.Flags & Last) != 0;
            cycles[i] = cycle;
        }

        return this with { Cycles = cycles };
    }

    /// <summary>What the golden model makes of it.</summary>
    public List<MacResult> Expected()
    {
        FormatInfo info = FormatInfo.Of(Settings.Input);
        var results = new List<MacResult>();
        var quire = new Quire128(Settings.Input);
        for (int i = 0; i < Cycles.Count; i++)
        {
            MacCycle cycle = Cycles[i];
            if ((cycle.Flags & Valid) == 0) continue;
            if ((cycle.Flags & First) != 0) quire = new Quire128(Settings.Input);
            for (int lane = 0; lane < Slices * info.Lanes; lane++)
            {
                int slice = lane / info.Lanes;
                if ((cycle.LaneValid >> ((4 * slice) + (lane % info.Lanes)) & 1) == 0) continue;
                int low = (16 * slice) + (lane % info.Lanes * info.Bits);
                quire.AddProduct((uint)(cycle.A >> low) & info.Mask, (uint)(cycle.B >> low) & info.Mask);
            }

            if ((cycle.Flags & Last) == 0) continue;
            uint code = OutputStage.Finish(quire, Settings.Activation, Settings.Scale, Settings.Output, out bool narToFp4);
            results.Add(new MacResult { Code = code, NarToFp4 = narToFp4 ? 1u : 0, Cycle = i + Latency });
        }

        return results;
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        const int MostShown = 8;
        IEnumerable<string> shown = Cycles.Take(MostShown).Select(c => string.Create(
            CultureInfo.InvariantCulture, $"[a {c.A:x}, b {c.B:x}, lanes {c.LaneValid:x}, flags {c.Flags:x}]"));
        return $"{Settings}, {Slices} slices, {Cycles.Count} cycles {string.Join(' ', shown)}";
    }

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
