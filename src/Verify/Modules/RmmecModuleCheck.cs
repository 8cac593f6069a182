using XrNpe.Arith;
using XrNpe.Coproc;

namespace XrNpe.Verify;

/// <summary>
/// <c>xrnpe_rmmec</c> with either exponent unit: every pair of the small formats in every lane, with other codes in the other lanes; p16 row by
/// row, a code of A with all 2^16 of B: at its edges and at random, and at the exhaustive level all 2^32 pairs, resumed where the last run ended.
/// </summary>
internal sealed unsafe class RmmecModuleCheck() : Check(3, "rtl-rmmec", needsRtl: true)
{
    private const int AllLanes = 0xf;
    private const int Codes16 = 1 << 16;
    private const string Module = "rmmec";

    /// <inheritdoc/>
    public override void Run(CheckRun run)
    {
        foreach (ExponentUnit unit in Enum.GetValues<ExponentUnit>())
        {
            // The shallowest pipeline, which has no register in the multiplier. What is deeper is checked with the MAC.
            CoprocConfig config = Presets.Tiny with { Exponents = unit, Pipeline = 0 };
            var sweep = new Sweep(config);
            string name = unit.ToString().ToLowerInvariant();
            foreach (FormatInfo info in FormatInfo.Inputs.Where(f => f.Bits <= 8))
            {
                int codes = 1 << info.Bits;
                run.ForAll($"{info}, exponents by {name}, every pair in every lane", info.Lanes * codes, codes, step =>
                    SmallRow(sweep, info, (int)step / codes, (uint)step % (uint)codes, run));
            }

            if (run.Level == VerifyLevel.Exhaustive)
            {
                using var log = ResumeLog.For(run, $"{Module}-{name}", Module, config);
                run.ForAll($"p16, exponents by {name}, every pair", Codes16, Codes16, a => log.Once(a, () => sweep.WrongRow((int)a)));
                continue;
            }

            uint[] edges = [.. Posit16Edges.Codes];
            run.ForAll($"p16, exponents by {name}, rows of edges", edges.Length, Codes16, i => sweep.WrongRow((int)edges[i]));
            run.ForAll($"p16, exponents by {name}, random rows", run.Pick(64, 4096), Codes16, i =>
                sweep.WrongRow(run.RandomOf("rmmec16", i).Next(Codes16)));
        }
    }

    /// <summary>One code of A in one lane against all of B, random codes in the other lanes.</summary>
    private static string? SmallRow(Sweep sweep, FormatInfo info, int lane, uint code, CheckRun run)
    {
        Random random = run.RandomOf(info.Name, (lane << 16) + code);
        int count = 1 << info.Bits;
        int clear = ~((int)info.Mask << (lane * info.Bits));
        ushort[] a = new ushort[count];
        ushort[] b = new ushort[count];
        for (int i = 0; i < count; i++)
        {
            a[i] = (ushort)((random.Next(Codes16) & clear) | ((int)code << (lane * info.Bits)));
            b[i] = (ushort)((random.Next(Codes16) & clear) | (i << (lane * info.Bits)));
        }

        return sweep.WrongPair(info, a, b);
    }

    /// <summary>The module, and what is wrong with what it gives.</summary>
    private sealed class Sweep
    {
        private const int SlotBits = 5;
        private const int RightLow = 20;
        private const int WideLow = 40;
        private const int WideBits = 7;

        /// <summary>p16 is written the same way for either exponent unit.</summary>
        private static readonly ulong[] Operands =
            [.. Enumerable.Range(0, Codes16).Select(code => OperandBus.Decode(NumberFormat.P16, (ushort)code, AllLanes))];

        private readonly bool _cells;
        private readonly delegate* unmanaged[Cdecl]<uint, ulong*, ulong*, uint*, ulong*, long, void> _sweep;
        private readonly delegate* unmanaged[Cdecl]<uint, ulong, ulong*, long, long> _row;

        public Sweep(CoprocConfig config)
        {
            _cells = config.Exponents == ExponentUnit.Cells;
            _sweep = (delegate* unmanaged[Cdecl]<uint, ulong*, ulong*, uint*, ulong*, long, void>)ModuleLibrary.Function(Module, config, "sweep");
            _row = (delegate* unmanaged[Cdecl]<uint, ulong, ulong*, long, long>)ModuleLibrary.Function(Module, config, "row");
        }

        /// <summary>One p16 code with all others. The shim compares with the plain product, which rung 2 has shown the golden grid to be.</summary>
        public string? WrongRow(int code)
        {
            long wrong;
            fixed (ulong* all = Operands)
            {
                wrong = _row((uint)NumberFormat.P16, Operands[code], all, Codes16);
            }

            if (wrong < 0) return null;
            return WrongPair(FormatInfo.Of(NumberFormat.P16), [(ushort)code], [(ushort)wrong])
                ?? $"codes {code:x4} and {wrong:x4}: wrong in a row of pairs, right by themselves";
        }

        /// <summary>Pairs of words against the golden grid.</summary>
        public string? WrongPair(FormatInfo info, ushort[] a, ushort[] b)
        {
            ExponentCoding coding = _cells ? ExponentCoding.Offset : ExponentCoding.Distance;
            ulong[] busA = [.. a.Select(word => OperandBus.Decode(info.Format, word, AllLanes, coding))];
            ulong[] busB = [.. b.Select(word => OperandBus.Decode(info.Format, word, AllLanes, coding))];
            uint[] products = new uint[a.Length];
            ulong[] exponents = new ulong[a.Length];
            fixed (ulong* x = busA, y = busB, e = exponents)
            fixed (uint* p = products)
            {
                _sweep((uint)info.Format, x, y, p, e, a.Length);
            }

            for (int i = 0; i < a.Length; i++)
            {
                RmmecResult expected = Rmmec.Evaluate(
                    info.Format, OperandBus.Decode(info.Format, a[i], AllLanes), OperandBus.Decode(info.Format, b[i], AllLanes));
                string pair = $"{info} words {a[i]:x4} and {b[i]:x4}, operands {busA[i]:x9} and {busB[i]:x9}";
                if (products[i] != expected.Product) return $"{pair}: product {products[i]:x7}, should be {expected.Product:x7}";
                for (int lane = 0; lane < info.Lanes; lane++)
                {
                    if (WrongExponent(info, expected, lane, exponents[i]) is { } wrong) return $"{pair}, lane {lane}: {wrong}";
                }
            }

            return null;
        }

        private string? WrongExponent(FormatInfo info, RmmecResult expected, int lane, ulong exponents)
        {
            int low = SlotBits * OperandBus.Slot(info, lane);
            if (_cells && info.Lanes > 1)
            {
                (int left, int right) = (Field(exponents, low, SlotBits), Field(exponents, RightLow + low, SlotBits));
                return left == expected.Left(lane) && right == expected.Right(lane)
                    ? null
                    : $"distances {left} and {right}, should be {expected.Left(lane)} and {expected.Right(lane)}";
            }

            int distance = info.Lanes == 1 ? Field(exponents, WideLow, WideBits) : Field(exponents, low, SlotBits);
            int golden = (2 * OperandBus.DistanceBase(info)) - expected.Exponent(lane);
            return distance == golden ? null : $"distance {distance}, should be {golden}";
        }

        private static int Field(ulong word, int low, int bits) => (int)(word >> low & ((1ul << bits) - 1));
    }
}
