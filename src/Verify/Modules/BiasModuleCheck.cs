using System.Numerics;
using System.Runtime.InteropServices;
using XrNpe.Arith;

namespace XrNpe.Verify;

/// <summary>
/// <c>xrnpe_bias</c>: biases at the ends with every exponent on sums at the ends, and random ones with gaps between them, NaR now and then, against
/// <see cref="ChannelEntry.AddTo"/>, and that against whole numbers of any size.
/// </summary>
internal sealed unsafe class BiasModuleCheck() : Check(3, "rtl-bias", needsRtl: true)
{
    private const int Batch = 1000;
    private const int Exponents = 1 << 7;
    private const int NaROdds = 20;

    private static readonly int[] EndBiases = [0, 1, -1, 2, -2, 0x5555_5555, ~0x5555_5555, int.MaxValue, int.MinValue, int.MinValue + 1];

    private static readonly Int128[] EndSums =
    [
        0, 1, -1, int.MaxValue, int.MinValue, long.MaxValue, long.MinValue, Int128.MaxValue, Int128.MinValue, Int128.One << 126, -(Int128.One << 126),
    ];

    /// <inheritdoc/>
    public override void Run(CheckRun run)
    {
        var sweep = (delegate* unmanaged[Cdecl]<Input*, Output*, long, long>)ModuleLibrary.Function(
            ModuleLibrary.Units, ModuleLibrary.UnitsOf(Coproc.ExponentUnit.Adders), "bias");
        run.ForAll("ends, every exponent", Exponents, EndBiases.Length * EndSums.Length, exponent =>
        {
            Random random = run.RandomOf("ends", exponent);
            (Quire128, ChannelEntry, int)[] cases =
            [
                .. from bias in EndBiases
                   from sum in EndSums
                   select (new Quire128(NumberFormat.P16, sum, isNaR: false), new ChannelEntry(bias, (byte)exponent, 0), random.Next(-256, 255)),
            ];
            return Wrong(sweep, cases, random);
        });
        run.ForAll("random", run.Pick(200, 4000), Batch, step =>
        {
            Random random = run.RandomOf("bias", step);
            return Wrong(sweep, [.. Enumerable.Range(0, Batch).Select(_ => Next(random))], random);
        });
    }

    private static (Quire128 Quire, ChannelEntry Channel, int Scale) Next(Random random)
    {
        // Half of the sums use all bits, so that half of the additions in the highest places wrap.
        var anything = new Int128(Bits(random), Bits(random));
        Quire128 quire = random.Next(2) == 0
            ? RandomQuire.Next(random, NumberFormat.P16)
            : new Quire128(NumberFormat.P16, anything, isNaR: random.Next(NaROdds) == 0);
        int bias = random.Next(int.MinValue, int.MaxValue) >> random.Next(32);
        return (quire, new ChannelEntry(bias, (byte)random.Next(Exponents), 0), random.Next(-256, 255));
    }

    private static ulong Bits(Random random) => (ulong)random.NextInt64(long.MinValue, long.MaxValue);

    private static string? Wrong(
        delegate* unmanaged[Cdecl]<Input*, Output*, long, long> sweep, (Quire128 Quire, ChannelEntry Channel, int Scale)[] cases, Random random)
    {
        var inputs = new List<Input>();
        var at = new List<int>();
        foreach ((Quire128 quire, ChannelEntry channel, int scale) in cases)
        {
            const int GapOdds = 8;
            if (random.Next(GapOdds) == 0) inputs.Add(From(new Quire128(quire.Format, ~quire.Sum, !quire.IsNaR), channel, ~scale, valid: false));
            at.Add(inputs.Count);
            inputs.Add(From(quire, channel, scale, valid: true));
        }

        var outputs = new Output[inputs.Count];
        long count;
        fixed (Input* i = CollectionsMarshal.AsSpan(inputs))
        fixed (Output* o = outputs)
        {
            count = sweep(i, o, inputs.Count);
        }

        if (count != cases.Length) return $"{count} results of {cases.Length}";
        for (int i = 0; i < cases.Length; i++)
        {
            (Quire128 quire, ChannelEntry channel, int scale) = cases[i];
            Quire128 golden = channel.AddTo(quire);
            var actual = new Quire128(quire.Format, (Int128)new UInt128(outputs[i].High, outputs[i].Low), outputs[i].IsNaR != 0);
            string what = $"{channel.Bias} * 2^{channel.BiasExponent} on {QuireText.Of(quire)}";
            if (!golden.IsNaR && golden.Sum != Wrapped(quire, channel)) return $"{what}: golden is {golden.Sum:x32}, should be {Wrapped(quire, channel):x32}";
            if (actual != golden) return $"{what}: {QuireText.Of(actual)}, should be {QuireText.Of(golden)}";
            if (outputs[i].Scale != scale) return $"{what}: scale_o is {outputs[i].Scale}, should be {scale}";
            if (outputs[i].Cycle != at[i] + Coproc.PipelineShape.BiasLatency) return $"{what}: {outputs[i].Cycle - at[i]} cycles later";
        }

        return null;
    }

    private static Int128 Wrapped(in Quire128 quire, ChannelEntry channel)
    {
        BigInteger modulus = BigInteger.One << 128;
        BigInteger sum = (BigInteger)quire.Sum + (channel.Bias * BigInteger.Pow(2, channel.BiasExponent));
        BigInteger rest = ((sum % modulus) + modulus) % modulus;
        return (Int128)(UInt128)rest;
    }

    private static Input From(Quire128 quire, ChannelEntry channel, int scale, bool valid) => new()
    {
        Low = (ulong)quire.Sum,
        High = (ulong)(quire.Sum >> 64),
        Bias = channel.Bias,
        Exponent = channel.BiasExponent,
        IsNaR = quire.IsNaR ? 1u : 0,
        Scale = scale,
        Valid = valid ? 1u : 0,
    };

    [StructLayout(LayoutKind.Sequential)]
    private struct Input
    {
        public ulong Low;
        public ulong High;
        public int Bias;
        public uint Exponent;
        public uint IsNaR;
        public int Scale;
        public uint Valid;
        public uint Unused;
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct Output
    {
        public ulong Low;
        public ulong High;
        public uint IsNaR;
        public int Scale;
        public long Cycle;
    }
}
