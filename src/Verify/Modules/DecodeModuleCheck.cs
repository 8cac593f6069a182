using XrNpe.Arith;
using XrNpe.Coproc;

namespace XrNpe.Verify;

/// <summary><c>xrnpe_decode</c> for either exponent unit: every word and every lane mask of every format.</summary>
internal sealed unsafe class DecodeModuleCheck() : Check(3, "rtl-decode", needsRtl: true)
{
    private const int Words = 1 << 16;
    private const int Masks = 1 << 4;

    /// <inheritdoc/>
    public override void Run(CheckRun run)
    {
        foreach (ExponentUnit unit in Enum.GetValues<ExponentUnit>())
        {
            var sweep = (delegate* unmanaged[Cdecl]<uint*, ulong*, long, void>)ModuleLibrary.Function(
                ModuleLibrary.Units, ModuleLibrary.UnitsOf(unit), "decode");
            ExponentCoding coding = unit == ExponentUnit.Cells ? ExponentCoding.Offset : ExponentCoding.Distance;
            foreach (FormatInfo info in FormatInfo.Inputs)
            {
                run.ForAll($"{info}, exponents for {unit.ToString().ToLowerInvariant()}", Masks, Words, mask => Wrong(sweep, info, (int)mask, coding));
            }
        }
    }

    private static string? Wrong(delegate* unmanaged[Cdecl]<uint*, ulong*, long, void> sweep, FormatInfo info, int mask, ExponentCoding coding)
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
            ulong expected = OperandBus.Decode(info.Format, (ushort)word, mask, coding);
            if (((operands[word] ^ expected) & ~DontCare(info, expected)) != 0)
            {
                return $"word {word:x4}, lanes {mask:x}: operand {operands[word]:x9}, should be {expected:x9}";
            }
        }

        return null;
    }

    /// <summary>Slots and signs that the format does not use, and exponents and signs of zeros; with NaR, all that is not NaR.</summary>
    private static ulong DontCare(FormatInfo info, ulong operand)
    {
        if (OperandBus.IsNaR(operand)) return (1ul << (OperandBus.Bits - 1)) - 1;
        int pitch = OperandBus.SignificandBits / info.Lanes / 2 * 2;
        ulong exponent = info.Lanes == 1 ? (1ul << OperandBus.WideExponentBits) - 1 : (1ul << OperandBus.SlotBits) - 1;
        ulong matters = (1ul << OperandBus.SignificandBits) - 1;

        // The multiplier adds the bit above p16's exponent.
        if (info.Lanes == 1) matters |= 1ul << (OperandBus.SignificandBits + (OperandBus.SlotBits * OperandBus.Slot(info, 0)) + OperandBus.WideExponentBits);
        for (int lane = 0; lane < info.Lanes; lane++)
        {
            uint significand = OperandBus.Significands(operand) >> (lane * pitch) & ((1u << pitch) - 1);
            if (significand == 0) continue;
            matters |= 1ul << (OperandBus.SignificandBits + OperandBus.ExponentBits + OperandBus.SignBit(info, lane));
            matters |= exponent << (OperandBus.SignificandBits + (OperandBus.SlotBits * OperandBus.Slot(info, lane)));
        }

        return (1ul << (OperandBus.Bits - 1)) - 1 - matters;
    }
}
