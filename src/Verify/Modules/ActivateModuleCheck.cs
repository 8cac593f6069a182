using System.Numerics;
using System.Runtime.InteropServices;
using XrNpe.Arith;
using XrNpe.Coproc;

namespace XrNpe.Verify;

/// <summary><c>xrnpe_activate</c>: random sums and those at the ends, every activation and slope, against whole numbers of any size.</summary>
internal sealed unsafe class ActivateModuleCheck() : Check(3, "rtl-activate", needsRtl: true)
{
    private const int Batch = 4096;
    private const int SumWords = 5;

    /// <summary>Slopes m/2^s: 8 and 4 bits.</summary>
    private const int Slopes = 1 << 12;

    private static readonly Int128[] Ends = [0, 1, -1, 2, -2, Int128.MaxValue, Int128.MinValue + 1, Int128.One << 112, -(Int128.One << 112)];

    /// <inheritdoc/>
    public override void Run(CheckRun run)
    {
        var sweep = (delegate* unmanaged[Cdecl]<Input*, Output*, long, long>)ModuleLibrary.Function(ModuleLibrary.Units, ModuleLibrary.UnitsOf(ExponentUnit.Adders), "activate");
        run.ForAll("ends, every slope", Ends.Length, Slopes, step => Wrong(
            sweep, [.. Enumerable.Range(0, Slopes).Select(slope => (new Quire128(NumberFormat.P16, Ends[step], isNaR: false), Leaky(slope)))]));
        run.ForAll("random", run.Pick(50, 2000), Batch, step =>
        {
            Random random = run.RandomOf("activate", step);
            return Wrong(sweep, [.. Enumerable.Range(0, Batch).Select(_ => (RandomQuire.Next(random, NumberFormat.P16), RandomActivation(random)))]);
        });
    }

    private static Activation Leaky(int slope) => Activation.LeakyRelu((byte)slope, (byte)(slope >> 8));

    private static Activation RandomActivation(Random random) => random.Next(4) switch
    {
        0 => Activation.None,
        1 => Activation.Relu,
        _ => Leaky(random.Next(Slopes)),
    };

    private static string? Wrong(delegate* unmanaged[Cdecl]<Input*, Output*, long, long> sweep, (Quire128 Quire, Activation Activation)[] cases)
    {
        var inputs = new Input[cases.Length];
        for (int i = 0; i < cases.Length; i++)
        {
            (Quire128 quire, Activation activation) = cases[i];
            inputs[i] = new Input
            {
                Low = (ulong)quire.Sum,
                High = (ulong)(quire.Sum >> 64),
                IsNaR = quire.IsNaR ? 1u : 0,
                Activation = (uint)activation.Kind,
                SlopeM = activation.SlopeM,
                SlopeS = activation.SlopeS,
            };
        }

        var outputs = new Output[cases.Length];
        long count;
        fixed (Input* i = inputs)
        fixed (Output* o = outputs)
        {
            count = sweep(i, o, cases.Length);
        }

        if (count != cases.Length) return $"{count} results of {cases.Length}";
        for (int i = 0; i < cases.Length; i++)
        {
            (Quire128 quire, Activation activation) = cases[i];
            string what = $"{activation.Kind} {activation.SlopeM}/2^{activation.SlopeS} of {QuireText.Of(quire)}";
            if (outputs[i].IsNaR != 0 != quire.IsNaR) return $"{what}: nar_o is {outputs[i].IsNaR}";
            if (quire.IsNaR) continue;

            // Compared as multiples of 2^-15, the finest slope.
            BigInteger expected = Activated((BigInteger)quire.Sum, activation);
            BigInteger actual = Sum(outputs[i]) << (Finest - (int)outputs[i].Shift);
            if (actual != expected) return $"{what}: {actual}/2^{Finest}, should be {expected}/2^{Finest}";
        }

        return null;
    }

    private const int Finest = 15;

    private static BigInteger Activated(BigInteger sum, Activation activation)
    {
        if (sum >= 0 || activation.Kind == ActivationKind.None) return sum << Finest;
        return activation.Kind == ActivationKind.Relu ? 0 : (sum * activation.SlopeM) << (Finest - activation.SlopeS);
    }

    private static BigInteger Sum(Output output) => new(MemoryMarshal.AsBytes(new ReadOnlySpan<uint>(output.Sum, SumWords)));

    [StructLayout(LayoutKind.Sequential)]
    private struct Input
    {
        public ulong Low;
        public ulong High;
        public uint IsNaR;
        public uint Activation;
        public uint SlopeM;
        public uint SlopeS;
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct Output
    {
        public fixed uint Sum[SumWords];
        public uint Shift;
        public uint IsNaR;
    }
}
