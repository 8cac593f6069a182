using BenchmarkDotNet.Attributes;
using XrNpe.Arith;

namespace XrNpe.Bench;

/// <summary>Matrix multiplies of square and skinny shapes, codes to correctly rounded codes.</summary>
public class GemmBenchmarks
{
    private Posit16[] _p16A = [], _p16B = [], _p16C = [];
    private Posit8[] _p8A = [], _p8B = [], _p8C = [];
    private Fp4[] _fp4A = [], _fp4B = [], _fp4C = [];
    private int _m, _k, _n;

    /// <summary>M×K×N.</summary>
    [Params("512x512x512", "256x256x256", "512x576x64", "1x576x64", "256x256x1", "256x1x256")]
    public string Shape { get; set; } = "";

    /// <summary>Threads.</summary>
    [Params(1, 2)]
    public int Threads { get; set; }

    /// <summary>Draws the operands.</summary>
    [GlobalSetup]
    public void Setup()
    {
        int[] sizes = [.. Shape.Split('x').Select(int.Parse)];
        (_m, _k, _n) = (sizes[0], sizes[1], sizes[2]);
        _p16A = RandomData.Draw(_m * _k, 1, r => (Posit16)RandomData.Normal(r));
        _p16B = RandomData.Draw(_k * _n, 2, r => (Posit16)RandomData.Normal(r));
        _p8A = RandomData.Draw(_m * _k, 3, r => (Posit8)RandomData.Normal(r));
        _p8B = RandomData.Draw(_k * _n, 4, r => (Posit8)RandomData.Normal(r));
        _fp4A = RandomData.Draw(_m * _k, 5, r => Fp4.FromBits((byte)r.Next(16)));
        _fp4B = RandomData.Draw(_k * _n, 6, r => Fp4.FromBits((byte)r.Next(16)));
        _p16C = new Posit16[_m * _n];
        _p8C = new Posit8[_m * _n];
        _fp4C = new Fp4[_m * _n];
    }

    /// <summary>Posit(16,1).</summary>
    [Benchmark]
    public void P16() => Gemm.Multiply(new ReadOnlyMatrix<Posit16>(_p16A, _m, _k), new ReadOnlyMatrix<Posit16>(_p16B, _k, _n), new Matrix<Posit16>(_p16C, _m, _n), Threads);

    /// <summary>Posit(8,0).</summary>
    [Benchmark]
    public void P8() => Gemm.Multiply(new ReadOnlyMatrix<Posit8>(_p8A, _m, _k), new ReadOnlyMatrix<Posit8>(_p8B, _k, _n), new Matrix<Posit8>(_p8C, _m, _n), Threads);

    /// <summary>FP4.</summary>
    [Benchmark]
    public void Fp4Codes() => Gemm.Multiply(new ReadOnlyMatrix<Fp4>(_fp4A, _m, _k), new ReadOnlyMatrix<Fp4>(_fp4B, _k, _n), new Matrix<Fp4>(_fp4C, _m, _n), Threads);
}
