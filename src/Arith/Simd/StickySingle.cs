using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace XrNpe.Arith;

/// <summary>Doubles on their way to one of the engine's formats by way of float bits, without a rounding in between.</summary>
internal static class StickySingle
{
    /// <summary>
    /// A double as float bits with everything below the float's last bit folded into that bit: enough to round to 16 bits
    /// as the double would. Magnitudes below 2^-60 count as 2^-60: all that matters there is the sign. ±0 is +0.
    /// </summary>
    /// <param name="value">Of magnitudes inside float32's range.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<int> Bits(Vector256<double> value)
    {
        const int DroppedBits = 52 - 23;
        const long Rebias = (1023L - 127) << 23;
        Vector256<long> bits = value.AsInt64();
        Vector256<long> magnitude = bits & Vector256.Create(long.MaxValue);
        Vector256<long> isZero = Vector256.Equals(magnitude, Vector256<long>.Zero);
        magnitude = Vector256.Max(magnitude, Vector256.Create((1023L - 60) << 52));
        Vector256<long> dropped = magnitude & Vector256.Create((1L << DroppedBits) - 1);
        Vector256<long> sticky = Vector256.AndNot(Vector256.Create(1L), Vector256.Equals(dropped, Vector256<long>.Zero));
        Vector256<long> single = (Vector256.ShiftRightLogical(magnitude, DroppedBits) - Vector256.Create(Rebias)) | sticky;
        single |= Vector256.ShiftRightLogical(bits, 63) << 31;
        single = Vector256.AndNot(single, isZero);
        return Vector256.Narrow(single, single).GetLower();
    }
}
