using System.Numerics;
using System.Runtime.InteropServices;
using XrNpe.Arith;
using XrNpe.Coproc;

namespace XrNpe.Verify;

/// <summary>
/// <c>xrnpe_activate</c>: sums at the ends with every slope, and random sums, slopes and scales, each sum with its own, with gaps between
/// them, against whole numbers of any size.
/// </summary>
internal sealed unsafe class ActivateModuleCheck() : Check(3, "rtl-activate", needsRtl: true)
{
    private const int Batch = 1000;

    /// <summary>Slopes m/2^s: 8 and 4 bits.</summary>
    private const int Slopes = 1 << 12;

    /// <summary>Bits that a sum can lose into the sticky bit.</summary>
    private const int Lost = 8;

    /// <summary>From this power of two on, a sum that lost bits is larger than any output format's values, and need not say by how much.</summary>
    private const int Huge = 128;

    private static readonly Int128[] Ends =
    [
        0, 1, -1, 255, -255, Int128.MaxValue, Int128.MinValue, Int128.MinValue + 1, -(Int128.One << 112), -(Int128.One << 119), -(Int128.One << 119) - 1, -(Int128.One << 120),
        -((Int128.One << 127) / 255), -((Int128.One << 127) / 255) - 1,
    ];

    /// <inheritdoc/>
    public override void Run(CheckRun run)
    {
        var sweep = (delegate* unmanaged[Cdecl]<Input*, Output*, long, long>)ModuleLibrary.Function(
            ModuleLibrary.Units, ModuleLibrary.UnitsOf(ExponentUnit.Adders), "activate");
        Quire128[] ends = [.. Ends.Select(end => new Quire128(NumberFormat.P16, end, isNaR: false))];
        run.ForAll("ends, every slope", Slopes, Ends.Length, slope => Wrong(sweep, ends, Leaky((int)slope), run.RandomOf("ends", slope)));
        run.ForAll("random", run.Pick(200, 4000), Batch, step =>
        {
            Random random = run.RandomOf("activate", step);
            Quire128[] quires = [.. Enumerable.Range(0, Batch).Select(_ => RandomQuire.Next(random, NumberFormat.P16))];
            Activation activation = random.Next(4) switch { 0 => Activation.None, 1 => Activation.Relu, _ => Leaky(random.Next(Slopes)) };
            return Wrong(sweep, quires, activation, random);
        });
    }

    private static Activation Leaky(int slope) => Activation.LeakyRelu((byte)slope, (byte)(slope >> 8));

    private static string? Wrong(
        delegate* unmanaged[Cdecl]<Input*, Output*, long, long> sweep, Quire128[] quires, Activation activation, Random random)
    {
        int[] scales = [.. quires.Select(_ => RandomScale(random))];
        var inputs = new List<Input>();
        var at = new List<int>();
        foreach ((Quire128 quire, int scale) in quires.Zip(scales))
        {
            if (random.Next(8) == 0) inputs.Add(From(new Quire128(NumberFormat.P16, ~quire.Sum, !quire.IsNaR), activation, ~scale, valid: false));
            at.Add(inputs.Count);
            inputs.Add(From(quire, activation, scale, valid: true));
        }

        var outputs = new Output[inputs.Count];
        long count;
        fixed (Input* i = CollectionsMarshal.AsSpan(inputs))
        fixed (Output* o = outputs)
        {
            count = sweep(i, o, inputs.Count);
        }

        if (count != quires.Length) return $"{count} results of {quires.Length}";
        for (int i = 0; i < quires.Length; i++)
        {
            int scale = scales[i];
            string what = $"{activation.Kind} {activation.SlopeM}/2^{activation.SlopeS}, scale {scale}, of {QuireText.Of(quires[i])}";
            if (outputs[i].Cycle != at[i] + PipelineShape.ActivateLatency) return $"{what}: {outputs[i].Cycle - at[i]} cycles later";
            if (outputs[i].IsNaR != 0 != quires[i].IsNaR) return $"{what}: nar_o is {outputs[i].IsNaR}";
            if (!quires[i].IsNaR && WrongValue(outputs[i], quires[i], activation, scale) is { } wrong) return $"{what}: {wrong}";
        }

        return null;
    }

    /// <summary>Any that a job's and a channel's scale make, often at the ends and where the exponent stops to be exact.</summary>
    private static int RandomScale(Random random) => random.Next(4) switch
    {
        0 => random.Next(2) == 0 ? -256 : 254,
        1 => random.Next(Huge - 2, Huge + 17),
        _ => random.Next(-256, 255),
    };

    private static Input From(Quire128 quire, Activation activation, int scale, bool valid) => new()
    {
        Low = (ulong)quire.Sum,
        High = (ulong)(quire.Sum >> 64),
        IsNaR = quire.IsNaR ? 1u : 0,
        Activation = (uint)activation.Kind,
        SlopeM = activation.SlopeM,
        SlopeS = activation.SlopeS,
        Scale = scale,
        Valid = valid ? 1u : 0,
    };

    /// <summary>
    /// The sum times 2^scale must be the activated sum, or with the sticky bit lie below it, by less than its own lowest bit; then it must
    /// be so large that no rounder gets to see that bit.
    /// </summary>
    private static string? WrongValue(Output output, Quire128 quire, Activation activation, int scale)
    {
        (BigInteger expected, int divide) = Activated((BigInteger)quire.Sum, activation);
        var sum = (BigInteger)(Int128)new UInt128(output.High, output.Low);
        string actual = $"{sum} * 2^{output.Scale}{(output.Sticky != 0 ? ", sticky" : "")}";
        string message = $"{actual}, should be {expected} * 2^{scale - divide}";

        // Both in units of 2^(scale - divide), which can only be the finer one.
        int shift = output.Scale - (scale - divide);
        bool cut = BigInteger.Abs(expected) > BigInteger.One << 127 || expected == BigInteger.One << 127;
        if (cut && scale - divide >= Huge) shift += Lost;
        if (expected.IsZero) return sum.IsZero && output.Sticky == 0 ? null : message;
        if (shift is < 0 or > Lost) return message;
        BigInteger below = expected - (sum << shift);
        if (output.Sticky == 0) return below.IsZero ? null : message;
        return below > 0 && below < BigInteger.One << shift && BigInteger.Abs(sum) >= BigInteger.One << OutputModule.LeastSticky ? null : message;
    }

    private static (BigInteger Sum, int Divide) Activated(BigInteger sum, Activation activation) => activation.Kind switch
    {
        ActivationKind.Relu when sum < 0 => (0, 0),
        ActivationKind.LeakyRelu when sum < 0 => (sum * activation.SlopeM, activation.SlopeS),
        _ => (sum, 0),
    };

    [StructLayout(LayoutKind.Sequential)]
    private struct Input
    {
        public ulong Low;
        public ulong High;
        public uint IsNaR;
        public uint Activation;
        public uint SlopeM;
        public uint SlopeS;
        public int Scale;
        public uint Valid;
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct Output
    {
        public ulong Low;
        public ulong High;
        public uint Sticky;
        public uint IsNaR;
        public int Scale;
        public uint Unused;
        public long Cycle;
    }
}
