using XrNpe.Arith;
using XrNpe.Coproc;

namespace XrNpe.Verify;

/// <summary>
/// <c>xrnpe_rmmec</c>: every pair of the small formats in every lane, with other codes in the other lanes; p16 at random and at its edges,
/// and at the exhaustive level all 2^32 pairs, one step for each code of A, resumed where the last run ended.
/// </summary>
internal sealed unsafe class RmmecModuleCheck() : Check(3, "rtl-rmmec", needsRtl: true)
{
    private const int AllLanes = 0xf;
    private const int Codes16 = 1 << 16;
    private const string Module = "rmmec";

    private static readonly FormatInfo P16 = FormatInfo.Of(NumberFormat.P16);

    /// <inheritdoc/>
    public override void Run(CheckRun run)
    {
        var sweep = (delegate* unmanaged[Cdecl]<uint, ulong*, long, ulong*, uint*, uint*, long, void>)ModuleLibrary.Sweep(Module, Presets.Tiny);
        foreach (FormatInfo info in FormatInfo.Inputs.Where(f => f.Bits <= 8))
        {
            int codes = 1 << info.Bits;
            run.ForAll($"{info}, every pair in every lane", info.Lanes * codes, codes, step =>
                SmallRow(sweep, info, (int)step / codes, (uint)step % (uint)codes, run));
        }

        ulong[] operands = [.. Enumerable.Range(0, Codes16).Select(code => OperandBus.Decode(NumberFormat.P16, (ushort)code, AllLanes))];
        if (run.Level == VerifyLevel.Exhaustive)
        {
            using var log = ResumeLog.For(run, Module, Presets.Tiny);
            run.ForAll("p16, every pair", Codes16, Codes16, a => log.Once(a, () => WideRow(sweep, operands, (int)a, operands)));
            return;
        }

        const int Row = 4096;
        run.ForAll("p16, random and edges", run.Pick(256, 8192), Row, step =>
        {
            Random random = run.RandomOf("rmmec16", step);
            int[] edges = [0, 1, 0x3fff, 0x4000, 0x7fff, 0x8000, 0x8001, 0xc000, 0xffff];
            int a = step < edges.Length ? edges[step] : random.Next(Codes16);
            return WideRow(sweep, operands, a, [.. Enumerable.Range(0, Row).Select(_ => operands[random.Next(Codes16)])]);
        });
    }

    /// <summary>One code of A in one lane against all of B, random codes in the other lanes.</summary>
    private static string? SmallRow(
        delegate* unmanaged[Cdecl]<uint, ulong*, long, ulong*, uint*, uint*, long, void> sweep, FormatInfo info, int lane, uint code, CheckRun run)
    {
        Random random = run.RandomOf(info.Name, (lane << 16) + code);
        int count = 1 << info.Bits;
        int clear = ~((int)info.Mask << (lane * info.Bits));
        ulong[] a = new ulong[count];
        ulong[] b = new ulong[count];
        for (int i = 0; i < count; i++)
        {
            ushort wordA = (ushort)((random.Next(Codes16) & clear) | ((int)code << (lane * info.Bits)));
            ushort wordB = (ushort)((random.Next(Codes16) & clear) | (i << (lane * info.Bits)));
            (a[i], b[i]) = (OperandBus.Decode(info.Format, wordA, AllLanes), OperandBus.Decode(info.Format, wordB, AllLanes));
        }

        uint[] products = new uint[count];
        uint[] exponents = new uint[count];
        Sweep(sweep, info, a, step: 1, b, products, exponents);
        for (int i = 0; i < count; i++)
        {
            uint expected = Rmmec.Multiply(info.Format, OperandBus.Significands(a[i]), OperandBus.Significands(b[i]));
            if (products[i] != expected) return $"operands {a[i]:x9} and {b[i]:x9}: product {products[i]:x7}, should be {expected:x7}";
            if (WrongExponent(info, a[i], b[i], exponents[i]) is { } wrong) return wrong;
        }

        return null;
    }

    /// <summary>One code of A against many of B. The golden grid equals the plain product, which rung 2 has shown.</summary>
    private static string? WideRow(
        delegate* unmanaged[Cdecl]<uint, ulong*, long, ulong*, uint*, uint*, long, void> sweep, ulong[] operands, int code, ulong[] b)
    {
        uint[] products = new uint[b.Length];
        uint[] exponents = new uint[b.Length];
        ulong a = operands[code];
        Sweep(sweep, P16, [a], step: 0, b, products, exponents);
        for (int i = 0; i < b.Length; i++)
        {
            uint expected = OperandBus.Significands(a) * OperandBus.Significands(b[i]);
            if (products[i] != expected) return $"operands {a:x9} and {b[i]:x9}: product {products[i]:x7}, should be {expected:x7}";
            if (WrongExponent(P16, a, b[i], exponents[i]) is { } wrong) return wrong;
        }

        return null;
    }

    private static string? WrongExponent(FormatInfo info, ulong a, ulong b, uint exponents)
    {
        for (int lane = 0; lane < info.Lanes; lane++)
        {
            int expected = OperandBus.Exponent(info, a, lane) + OperandBus.Exponent(info, b, lane);
            int actual = OperandLayout.ExponentSum(info, exponents, lane);
            if (actual != expected) return $"operands {a:x9} and {b:x9}, lane {lane}: exponent sum {actual}, should be {expected}";
        }

        return null;
    }

    private static void Sweep(
        delegate* unmanaged[Cdecl]<uint, ulong*, long, ulong*, uint*, uint*, long, void> sweep,
        FormatInfo info,
        ulong[] a,
        int step,
        ulong[] b,
        uint[] products,
        uint[] exponents)
    {
        fixed (ulong* x = a, y = b)
        fixed (uint* p = products, e = exponents)
        {
            sweep((uint)info.Format, x, step, y, p, e, b.Length);
        }
    }
}
