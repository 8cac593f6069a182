using System.Runtime.CompilerServices;

namespace XrNpe.Arith;

/// <summary>
/// Values by code as the kernels want them: integers in units of the format's smallest value, doubles in units of 1. NaR
/// counts as 0: it is found by its code. Built at first use, pinned and kept.
/// </summary>
internal static unsafe class KernelTables
{
    private static readonly Lazy<short[]>[] Int16Tables = PerFormat(value => (short)value);
    private static readonly Lazy<sbyte[]>[] SByteTables = PerFormat(value => (sbyte)value);
    private static readonly Lazy<byte[]>[] ByteTables = PerFormat(value => (byte)value);
    private static readonly Lazy<double[]> Posit16Table = new(BuildPosit16);

    /// <summary>16-bit values of fp4, p4 and p8.</summary>
    public static short* Int16(NumberFormat format) => Pointer(Int16Tables[(int)format].Value);

    /// <summary>Signed bytes of the 4-bit formats. Posit(4,1)'s ±16 does not fit: whoever uses this has made sure that there is none.</summary>
    public static sbyte* SByte(NumberFormat format) => Pointer(SByteTables[(int)format].Value);

    /// <summary>Unsigned bytes of the 4-bit formats: the value plus <see cref="Offset"/>.</summary>
    public static byte* Byte(NumberFormat format) => Pointer(ByteTables[(int)format].Value);

    /// <summary>Doubles of posit(16,1).</summary>
    public static double* Posit16 => Pointer(Posit16Table.Value);

    /// <summary>What <see cref="Byte"/> adds, so that no value is negative: fp4's 6 in halves, posit(4,1)'s 4 in sixteenths.</summary>
    public static int Offset(NumberFormat format) => format == NumberFormat.Fp4 ? 12 : 64;

    private static T* Pointer<T>(T[] pinned)
        where T : unmanaged => (T*)Unsafe.AsPointer(ref pinned[0]);

    private static Lazy<T[]>[] PerFormat<T>(Func<long, T> narrow)
        where T : unmanaged =>
        [
            .. FormatInfo.Inputs.Select(info => new Lazy<T[]>(() =>
            {
                // Only the unsigned table has an offset.
                int offset = typeof(T) == typeof(byte) ? Offset(info.Format) : 0;
                ReadOnlySpan<long> values = FixedPoint.Table(info.Format);
                T[] table = GC.AllocateArray<T>(values.Length, pinned: true);
                for (int code = 0; code < table.Length; code++) table[code] = narrow(values[code] + offset);
                return table;
            })),
        ];

    private static double[] BuildPosit16()
    {
        double[] table = GC.AllocateArray<double>(1 << 16, pinned: true);
        for (uint code = 0; code < table.Length; code++)
        {
            double value = FormatConvert.ToDouble(NumberFormat.P16, code);
            table[code] = double.IsNaN(value) ? 0 : value;
        }

        return table;
    }
}
