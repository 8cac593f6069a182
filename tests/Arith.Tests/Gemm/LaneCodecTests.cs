namespace XrNpe.Arith.Tests;

/// <summary>The lane-parallel codec against the plain one, at every width of vectors.</summary>
public unsafe class LaneCodecTests
{
    [Fact]
    public void Every_code_of_every_format_becomes_its_float()
    {
        foreach (LaneWidth width in Enum.GetValues<LaneWidth>())
        {
            AssertDecodes<Posit16ToSingle>(NumberFormat.P16, width);
            AssertDecodes<Posit8ToSingle>(NumberFormat.P8, width);
            AssertDecodes<Posit4ToSingle>(NumberFormat.P4, width);
            AssertDecodes<Fp4ToSingle>(NumberFormat.Fp4, width);
        }
    }

    [Fact]
    public void Floats_round_as_the_plain_path_rounds_them()
    {
        uint[] floats = [.. InterestingFloats()];
        foreach (LaneWidth width in Enum.GetValues<LaneWidth>())
        {
            AssertEncodes<SingleToPosit16>(NumberFormat.P16, floats, width);
            AssertEncodes<SingleToPosit8>(NumberFormat.P8, floats, width);
            AssertEncodes<SingleToPosit4>(NumberFormat.P4, floats, width);
            AssertEncodes<SingleToFp4>(NumberFormat.Fp4, [.. floats.Where(bits => !float.IsNaN(BitConverter.UInt32BitsToSingle(bits)))], width);
        }
    }

    /// <summary>Every code's value and every tie between two codes, each with its neighbours, both signs; then random bits.</summary>
    private static IEnumerable<uint> InterestingFloats()
    {
        foreach (FormatInfo info in FormatInfo.Inputs)
        {
            foreach (uint code in info.Format.Codes())
            {
                // The code of twice the precision between this one and the next: the tie of a posit; for FP4 the mean.
                float value = FormatConvert.ToSingle(info.Format, code);
                float next = FormatConvert.ToSingle(info.Format, (code + 1) & info.Mask);
                float geometric = MathF.CopySign(MathF.Sqrt(MathF.Abs(value * next)), value);
                foreach (float middle in new[] { value, (value + next) / 2, geometric })
                {
                    uint bits = BitConverter.SingleToUInt32Bits(middle);
                    for (int offset = -1; offset <= 1; offset++) yield return (uint)(bits + offset);
                }
            }
        }

        var random = new Random(1);
        for (int i = 0; i < 200_000; i++) yield return (uint)random.NextInt64(1L << 32);
    }

    private static void AssertDecodes<TOperation>(NumberFormat format, LaneWidth width)
        where TOperation : struct, ILaneOperation
    {
        uint[] codes = [.. format.Codes()];
        byte[] source = [.. codes.SelectMany(code => BitConverter.GetBytes(code)[..TOperation.SourceBytes])];
        var singles = new uint[codes.Length];
        fixed (byte* from = source)
        fixed (uint* to = singles) LaneLoop<TOperation>.Run(from, to, codes.Length, width);
        foreach (uint code in codes) TestFormats.AssertCode(FormatConvert.ToFormat(format, code, NumberFormat.F32), singles[code], format, $"float at {width}", code);
    }

    private static void AssertEncodes<TOperation>(NumberFormat format, uint[] floats, LaneWidth width)
        where TOperation : struct, ILaneOperation
    {
        var codes = new byte[floats.Length * TOperation.TargetBytes];
        fixed (uint* from = floats)
        fixed (byte* to = codes) LaneLoop<TOperation>.Run(from, to, floats.Length, width);
        for (int i = 0; i < floats.Length; i++)
        {
            uint code = TOperation.TargetBytes == 1 ? codes[i] : BitConverter.ToUInt16(codes, 2 * i);
            TestFormats.AssertCode(
                FormatConvert.FromSingle(format, BitConverter.UInt32BitsToSingle(floats[i])), code, format, $"rounding at {width}", floats[i]);
        }
    }
}
