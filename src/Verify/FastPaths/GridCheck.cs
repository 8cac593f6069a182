using XrNpe.Arith;

namespace XrNpe.Verify;

/// <summary>The golden grid, cell by cell, gives each lane the product of its significands and the shift distances of its exponents.</summary>
internal sealed class GridCheck() : Check(2, "rmmec-grid")
{
    /// <inheritdoc/>
    public override void Run(CheckRun run)
    {
        foreach (FormatInfo info in FormatInfo.Inputs.Where(f => f.Bits <= 8))
        {
            run.ForAll($"{info}, every pair in every lane", 1L << (2 * info.Bits), info.Lanes, step =>
                Wrong(info, Spread(info, (uint)step >> info.Bits), Spread(info, (uint)step & info.Mask)));
        }

        run.ForAll("p16, random", run.Pick(100_000, 10_000_000), 1, step =>
        {
            Random random = run.RandomOf("grid", step);
            return Wrong(FormatInfo.Of(NumberFormat.P16), (ushort)random.Next(65_536), (ushort)random.Next(65_536));
        });
    }

    /// <summary>A word with different codes in its lanes: the given one, and in the others it plus odd numbers.</summary>
    private static ushort Spread(FormatInfo info, uint code)
    {
        uint word = 0;
        for (int lane = 0; lane < info.Lanes; lane++) word |= ((code + (5 * (uint)lane)) & info.Mask) << (lane * info.Bits);
        return (ushort)word;
    }

    private static string? Wrong(FormatInfo info, ushort a, ushort b)
    {
        const int AllLanes = 0xf;
        RmmecResult result = Rmmec.Evaluate(
            info.Format, OperandBus.Decode(info.Format, a, AllLanes), OperandBus.Decode(info.Format, b, AllLanes));
        uint expected = 0;
        int pitch = 4 * ((info.SignificandBits + 1) / 2);
        for (int lane = 0; lane < info.Lanes; lane++)
        {
            Unpacked x = Decode.Code(info.Format, (uint)a >> (lane * info.Bits));
            Unpacked y = Decode.Code(info.Format, (uint)b >> (lane * info.Bits));
            expected |= (x.Significand * y.Significand) << (lane * pitch);
            (int left, int right) = (Math.Max(0, x.Exponent + y.Exponent), Math.Max(0, -(x.Exponent + y.Exponent)));
            if (result.Left(lane) != left || result.Right(lane) != right)
            {
                return $"words {a:x4} and {b:x4}, lane {lane}: distances {result.Left(lane)} and {result.Right(lane)}, should be {left} and {right}";
            }
        }

        return result.Product == expected ? null : $"words {a:x4} and {b:x4}: product {result.Product:x7}, should be {expected:x7}";
    }
}
