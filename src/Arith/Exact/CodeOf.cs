using System.Runtime.CompilerServices;

namespace XrNpe.Arith;

/// <summary>The way from a number type to its codes and their exact values, for code that is generic over the four types.</summary>
/// <typeparam name="T"><see cref="Fp4"/>, <see cref="Posit4"/>, <see cref="Posit8"/> or <see cref="Posit16"/>.</typeparam>
internal static class CodeOf<T>
    where T : unmanaged
{
    /// <summary>Held here, because a generic type's own constant is a constant to the compiler, too; empty for any other type.</summary>
    private static readonly long[] Values = IsWide || IsByte ? FixedPoint.Table(Format) : [];

    /// <summary>Of a type without NaR, a code that no number has.</summary>
    private static readonly uint NaR = (IsWide || IsByte) && FormatInfo.Of(Format).HasNaR ? FormatInfo.Of(Format).NaRCode : uint.MaxValue;

    /// <summary>The format of the type.</summary>
    /// <exception cref="NotSupportedException">The type is not a number type of the engine.</exception>
    public static NumberFormat Format
    {
        get
        {
            if (typeof(T) == typeof(Fp4)) return NumberFormat.Fp4;
            if (typeof(T) == typeof(Posit4)) return NumberFormat.P4;
            if (typeof(T) == typeof(Posit8)) return NumberFormat.P8;
            return IsWide ? NumberFormat.P16 : throw Unsupported();
        }
    }

    /// <summary>True for the type whose codes are two bytes wide and whose products need 128 bits.</summary>
    public static bool IsWide => typeof(T) == typeof(Posit16);

    private static bool IsByte => typeof(T) == typeof(Fp4) || typeof(T) == typeof(Posit4) || typeof(T) == typeof(Posit8);

    /// <summary>The code of a number. Bits above the format's width, which only a reinterpreting cast can set, are dropped.</summary>
    /// <exception cref="NotSupportedException">The type is not a number type of the engine.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Get(T number)
    {
        if (IsWide) return Unsafe.BitCast<T, ushort>(number);
        return IsByte ? Unsafe.BitCast<T, byte>(number) & ((uint)Values.Length - 1) : throw Unsupported();
    }

    /// <summary>The number with a code that <see cref="RoundPack"/> made.</summary>
    public static T From(uint code) => IsWide ? Unsafe.BitCast<ushort, T>((ushort)code) : Unsafe.BitCast<byte, T>((byte)code);

    /// <summary>True for the code of NaR.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsNaR(uint code) => code == NaR;

    /// <summary>The value of a code in units of the format's smallest positive value; 0 for NaR.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Value(uint code) => Values[(int)code];

    private static NotSupportedException Unsupported() => new($"{typeof(T)} is none of Fp4, Posit4, Posit8 and Posit16");
}
