using XrNpe.Arith;

namespace XrNpe.Vio;

/// <summary>Computes what stands behind the operands of a test vector.</summary>
internal sealed class VectorResult(VectorRequest request)
{
    private readonly ushort[] _terms = new ushort[request.Operands];

    /// <summary>Fills in the results behind the operands.</summary>
    /// <returns>False when the result has no code: NaR as FP4.</returns>
    public bool TryFill(Span<uint> codes)
    {
        NumberFormat format = request.Format;
        Span<uint> results = codes[request.Operands..];
        switch (request.Operation)
        {
            case VectorOperation.Dot:
                for (int i = 0; i < _terms.Length; i++) _terms[i] = (ushort)codes[i];
                return CodeArithmetic.TryDot(format, _terms.AsSpan(0, request.Terms), _terms.AsSpan(request.Terms), request.Output, out results[0]);
            case VectorOperation.Convert:
                if (request.LacksNaR && codes[0] == FormatInfo.Of(format).NaRCode) return false;
                results[0] = FormatConvert.ToFormat(format, codes[0], request.Output);
                return true;
            case VectorOperation.Decode:
                Unpacked value = Decode.Code(format, codes[0]);
                results[0] = value.IsNaR ? 1u : 0;
                results[1] = value.Sign ? 1u : 0;
                results[2] = (byte)value.Exponent;
                results[3] = value.Significand;
                return true;
            default:
                results[0] = CodeArithmetic.Elementary((EvalOperation)request.Operation, format, codes);
                return true;
        }
    }
}
