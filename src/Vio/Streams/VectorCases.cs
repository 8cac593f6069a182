using XrNpe.Arith;

namespace XrNpe.Vio;

/// <summary>The operands of test vectors: every combination, or random ones with the awkward codes more often than chance would have them.</summary>
internal sealed class VectorCases
{
    private readonly VectorRequest _request;
    private readonly FormatInfo _format;
    private readonly uint[] _edges;
    private ulong _state;
    private ulong _next;

    /// <summary>Starts at the first case.</summary>
    public VectorCases(VectorRequest request)
    {
        _request = request;
        _format = FormatInfo.Of(request.Format);
        _edges = Edges(_format);
        _state = request.Seed;
    }

    /// <summary>The operands of the next case.</summary>
    public void Next(Span<uint> operands)
    {
        if (_request.Count is null) NextOfAll(operands);
        else NextRandom(operands);
    }

    /// <summary>Zero, NaR (FP4: −0), ±1, the smallest and the largest of either sign, and what stands beside each.</summary>
    private static uint[] Edges(FormatInfo format)
    {
        uint one = FormatConvert.FromDouble(format.Format, 1);
        uint[] corners = [0, format.NaRCode, one, Scalar.Negate(format.Format, one), 1, format.NaRCode - 1, format.NaRCode + 1, format.Mask];
        return [.. corners.SelectMany(code => new[] { code, code - 1, code + 1 }).Select(code => code & format.Mask).Distinct().Order()];
    }

    /// <summary>The last operand runs fastest.</summary>
    private void NextOfAll(Span<uint> operands)
    {
        ulong rest = _next++;
        for (int i = operands.Length - 1; i >= 0; i--)
        {
            operands[i] = (uint)rest & _format.Mask;
            rest >>= _format.Bits;
        }
    }

    private void NextRandom(Span<uint> operands)
    {
        ulong kind = Random();
        bool narAllowed = _request.Operation != VectorOperation.Dot || (kind & 15) == 0;
        for (int i = 0; i < operands.Length; i++)
        {
            do operands[i] = Code();
            while (!narAllowed && _format.HasNaR && operands[i] == _format.NaRCode);
        }

        // One case in eight nearly cancels: where digits are lost is where adders go wrong.
        if ((kind >> 4 & 7) == 0) NearlyCancel(operands, (uint)(kind >> 8) % 3);
    }

    /// <summary>One code in four is an edge.</summary>
    private uint Code()
    {
        ulong bits = Random();
        return (bits & 3) == 0 ? _edges[(int)((bits >> 2) % (ulong)_edges.Length)] : (uint)(bits >> 32) & _format.Mask;
    }

    /// <summary>Makes the last term the opposite of the first, or a neighbour of that.</summary>
    private void NearlyCancel(Span<uint> operands, uint step)
    {
        NumberFormat format = _format.Format;
        switch (_request.Operation)
        {
            case VectorOperation.Add:
                operands[1] = Beside(Scalar.Negate(format, operands[0]));
                break;
            case VectorOperation.Sub:
                operands[1] = Beside(operands[0]);
                break;
            case VectorOperation.Fma:
                operands[2] = Beside(Scalar.Negate(format, Scalar.Multiply(format, operands[0], operands[1])));
                break;
            case VectorOperation.Dot when _request.Terms > 1:
                operands[_request.Terms - 1] = Scalar.Negate(format, operands[0]);
                operands[^1] = operands[_request.Terms];
                break;
        }

        uint Beside(uint code) => (code + step - 1) & _format.Mask;
    }

    /// <summary>SplitMix64 (Steele, Lea and Flood 2014): the same on every machine and in every version of .NET.</summary>
    private ulong Random()
    {
        ulong z = _state += 0x9e37_79b9_7f4a_7c15;
        z = (z ^ (z >> 30)) * 0xbf58_476d_1ce4_e5b9;
        z = (z ^ (z >> 27)) * 0x94d0_49bb_1331_11eb;
        return z ^ (z >> 31);
    }
}
