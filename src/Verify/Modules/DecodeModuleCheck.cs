using XrNpe.Arith;

namespace XrNpe.Verify;

/// <summary><c>xrnpe_decode</c>: every word and every lane mask of every format.</summary>
internal sealed unsafe class DecodeModuleCheck() : Check(3, "rtl-decode", needsRtl: true)
{
    private const int Words = 1 << 16;
    private const int Masks = 1 << 4;

    /// <inheritdoc/>
    public override void Run(CheckRun run)
    {
        var sweep = (delegate* unmanaged[Cdecl]<uint*, ulong*, long, void>)ModuleLibrary.SmallUnit("decode");
        foreach (FormatInfo info in FormatInfo.Inputs) run.ForAll(info.Name, Masks, Words, mask => Wrong(sweep, info, (int)mask));
    }

    private static string? Wrong(delegate* unmanaged[Cdecl]<uint*, ulong*, long, void> sweep, FormatInfo info, int mask)
    {
        uint[] inputs = new uint[Words];
        ulong[] operands = new ulong[Words];
        for (int word = 0; word < Words; word++) inputs[word] = (uint)word | ((uint)mask << 16) | ((uint)info.Format << 20);
        fixed (uint* i = inputs)
        fixed (ulong* o = operands)
        {
            sweep(i, o, Words);
        }

        for (int word = 0; word < Words; word++)
        {
            ulong expected = OperandBus.Decode(info.Format, (ushort)word, mask);
            if (((operands[word] ^ expected) & ~DontCare(info, expected)) != 0)
            {
                return $"word {word:x4}, lanes {mask:x}: operand {operands[word]:x9}, should be {expected:x9}";
            }
        }

        return null;
    }

    /// <summary>The exponents of zeros.</summary>
    private static ulong DontCare(FormatInfo info, ulong operand)
    {
        int pitch = OperandBus.SignificandBits / info.Lanes / 2 * 2;
        ulong dontCare = 0;
        for (int lane = 0; lane < info.Lanes; lane++)
        {
            uint significand = OperandBus.Significands(operand) >> (lane * pitch) & ((1u << pitch) - 1);
            int bits = info.Lanes == 1 ? OperandBus.WideExponentBits : OperandBus.LaneExponentBits;
            if (significand == 0) dontCare |= ((1ul << bits) - 1) << (OperandBus.SignificandBits + (lane * info.Bits));
        }

        return dontCare;
    }
}
