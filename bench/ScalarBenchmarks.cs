using BenchmarkDotNet.Attributes;
using XrNpe.Arith;

namespace XrNpe.Bench;

/// <summary>One operation after the other over arrays, as a user's loop does it.</summary>
public class ScalarBenchmarks
{
    private const int Count = 16_384;

    private readonly Posit8[] _p8A = RandomData.Draw(Count, 1, r => Posit8.FromBits((byte)r.Next(256)));
    private readonly Posit8[] _p8B = RandomData.Draw(Count, 2, r => Posit8.FromBits((byte)r.Next(256)));
    private readonly Posit8[] _p8C = new Posit8[Count];
    private readonly Posit16[] _p16A = RandomData.Draw(Count, 3, r => Posit16.FromBits((ushort)r.Next(65536)));
    private readonly Posit16[] _p16B = RandomData.Draw(Count, 4, r => Posit16.FromBits((ushort)r.Next(65536)));
    private readonly Posit16[] _p16C = new Posit16[Count];

    /// <summary>Posit(8,0) products.</summary>
    [Benchmark(OperationsPerInvoke = Count)]
    public void MultiplyP8()
    {
        for (int i = 0; i < Count; i++) _p8C[i] = _p8A[i] * _p8B[i];
    }

    /// <summary>Posit(8,0) sums.</summary>
    [Benchmark(OperationsPerInvoke = Count)]
    public void AddP8()
    {
        for (int i = 0; i < Count; i++) _p8C[i] = _p8A[i] + _p8B[i];
    }

    /// <summary>Posit(16,1) products.</summary>
    [Benchmark(OperationsPerInvoke = Count)]
    public void MultiplyP16()
    {
        for (int i = 0; i < Count; i++) _p16C[i] = _p16A[i] * _p16B[i];
    }

    /// <summary>Posit(16,1) sums.</summary>
    [Benchmark(OperationsPerInvoke = Count)]
    public void AddP16()
    {
        for (int i = 0; i < Count; i++) _p16C[i] = _p16A[i] + _p16B[i];
    }
}
