using System.Globalization;
using XrNpe.Arith;

namespace XrNpe.Vio;

/// <summary>Which test vectors are wanted.</summary>
/// <param name="Operation">What is computed.</param>
/// <param name="Format">Format of the operands.</param>
/// <param name="Output">Format of the result; another one for <see cref="VectorOperation.Dot"/> and <see cref="VectorOperation.Convert"/> only.</param>
public sealed record VectorRequest(VectorOperation Operation, NumberFormat Format, NumberFormat Output)
{
    /// <summary>2^32 cases, all pairs of p16, take minutes; what is beyond takes years.</summary>
    private const int MostBits = 32;

    /// <summary>How many random cases; null for every case that there is.</summary>
    public long? Count { get; init; }

    /// <summary>Seed of the random cases.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Codes in each of a dot product's lists.</summary>
    public int Terms { get; init; } = 4;

    /// <summary>Codes that a case starts with.</summary>
    internal int Operands => Operation switch
    {
        VectorOperation.Dot => 2 * Terms,
        VectorOperation.Convert or VectorOperation.Decode => 1,
        _ => CodeArithmetic.Operands((EvalOperation)Operation),
    };

    /// <summary>The number of cases.</summary>
    internal long Total => Count ?? (1L << (Operands * FormatInfo.Of(Format).Bits)) - (LacksNaR ? 1 : 0);

    /// <summary>True when the operands can make NaR and the result cannot be one: such cases are left out.</summary>
    internal bool LacksNaR => Output == NumberFormat.Fp4 && Format != NumberFormat.Fp4;

    /// <summary>The fields of a case.</summary>
    internal VectorField[] Fields
    {
        get
        {
            int code = FormatInfo.Of(Format).Bits;
            var result = new VectorField("result", FormatInfo.Of(Output).Bits);
            return Operation switch
            {
                VectorOperation.Dot => [new("a", code, Terms), new("b", code, Terms), result],
                VectorOperation.Fma => [new("a", code), new("b", code), new("c", code), result],
                VectorOperation.Convert => [new("a", code), result],

                // Whole digits; the exponent is a byte in two's complement.
                VectorOperation.Decode => [new("a", code), new("nar", 4), new("sign", 4), new("exponent", 8), new("significand", (FormatInfo.Of(Format).SignificandBits + 3) / 4 * 4)],
                _ => [new("a", code), new("b", code), result],
            };
        }
    }

    /// <summary>Checks that this can be made.</summary>
    /// <exception cref="InputException">It cannot; the message says why.</exception>
    public void Check()
    {
        string name = Operation.ToString().ToLowerInvariant();
        FormatInfo format = FormatInfo.Of(Format);
        if (Output != Format && Operation is not (VectorOperation.Dot or VectorOperation.Convert))
        {
            throw new InputException($"--out-format {FormatInfo.Of(Output)} with {name}: only dot and convert have a result in another format");
        }

        if (Terms < 1 || Terms > Quire128.MaxTerms) throw new InputException($"--terms {Terms}: 1 to {Quire128.MaxTerms}, the longest dot product that fits the quire");
        if (Count < 1) throw new InputException(FormattableString.Invariant($"--count {Count}: 1 or more"));
        int bits = Operands * format.Bits;
        if (Count is null && bits > MostBits)
        {
            throw new InputException(string.Create(CultureInfo.InvariantCulture, $"--all of {name} in {format} is 2^{bits} cases, and 2^{MostBits} are the most: take --count N"));
        }
    }
}

/// <summary>A field of a test vector.</summary>
/// <param name="Name">What it is called in headers.</param>
/// <param name="Bits">Width, whole hexadecimal digits.</param>
/// <param name="Length">How many codes it holds.</param>
internal readonly record struct VectorField(string Name, int Bits, int Length = 1);
