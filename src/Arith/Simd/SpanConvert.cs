using System.Numerics;

namespace XrNpe.Arith;

/// <summary>Float32 to and from the engine's number types over whole spans, with the widest vectors of this processor.</summary>
public static unsafe class SpanConvert
{
    /// <summary>Rounds every float once. ±Inf and NaN are NaR in a posit; in FP4 ±Inf is ±6.</summary>
    /// <typeparam name="T"><see cref="Fp4"/>, <see cref="Posit4"/>, <see cref="Posit8"/> or <see cref="Posit16"/>.</typeparam>
    /// <param name="source">The floats.</param>
    /// <param name="target">Receives as many numbers; must not overlap the source.</param>
    /// <exception cref="ArgumentException">The spans differ in length; the message gives both.</exception>
    /// <exception cref="OverflowException">NaN to FP4, which has no code for it; the message names the element.</exception>
    public static void FromSingle<T>(ReadOnlySpan<float> source, Span<T> target)
        where T : unmanaged
    {
        NumberFormat format = NumberTypes.FormatOf<T>();
        Check(source.Length, target.Length);
        if (format == NumberFormat.Fp4) RefuseNaN(source);
        fixed (float* from = source)
        fixed (T* to = target)
        {
            switch (format)
            {
                case NumberFormat.Fp4: LaneLoop<SingleToFp4>.Run(from, to, source.Length); break;
                case NumberFormat.P4: LaneLoop<SingleToPosit4>.Run(from, to, source.Length); break;
                case NumberFormat.P8: LaneLoop<SingleToPosit8>.Run(from, to, source.Length); break;
                default: LaneLoop<SingleToPosit16>.Run(from, to, source.Length); break;
            }
        }
    }

    /// <summary>The exact value of every number; NaR is NaN.</summary>
    /// <typeparam name="T"><see cref="Fp4"/>, <see cref="Posit4"/>, <see cref="Posit8"/> or <see cref="Posit16"/>.</typeparam>
    /// <param name="source">The numbers.</param>
    /// <param name="target">Receives as many floats; must not overlap the source.</param>
    /// <exception cref="ArgumentException">The spans differ in length; the message gives both.</exception>
    public static void ToSingle<T>(ReadOnlySpan<T> source, Span<float> target)
        where T : unmanaged
    {
        NumberFormat format = NumberTypes.FormatOf<T>();
        Check(source.Length, target.Length);
        fixed (T* from = source)
        fixed (float* to = target)
        {
            switch (format)
            {
                case NumberFormat.Fp4: LaneLoop<Fp4ToSingle>.Run(from, to, source.Length); break;
                case NumberFormat.P4: LaneLoop<Posit4ToSingle>.Run(from, to, source.Length); break;
                case NumberFormat.P8: LaneLoop<Posit8ToSingle>.Run(from, to, source.Length); break;
                default: LaneLoop<Posit16ToSingle>.Run(from, to, source.Length); break;
            }
        }
    }

    private static void Check(int source, int target)
    {
        if (source != target) throw new ArgumentException($"a source of {source} elements and a target of {target}: the lengths must be equal", nameof(target));
    }

    private static void RefuseNaN(ReadOnlySpan<float> source)
    {
        int i = 0;
        for (; i <= source.Length - Vector<float>.Count; i += Vector<float>.Count)
        {
            // NaN alone differs from itself.
            var chunk = new Vector<float>(source[i..]);
            if (!Vector.EqualsAll(chunk, chunk)) break;
        }

        for (; i < source.Length; i++)
        {
            if (float.IsNaN(source[i])) throw new OverflowException($"element {i} is NaN, and fp4 has no code for it");
        }
    }
}
