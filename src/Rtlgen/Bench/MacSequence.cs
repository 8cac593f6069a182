using System.Numerics;
using XrNpe.Arith;
using XrNpe.Coproc;

namespace XrNpe.Rtlgen;

/// <summary>
/// What a MAC is fed, cycle by cycle, and the results that the golden model gets from it: dot products of every format built in, with gaps,
/// masked lanes, NaR, changes of format between two dot products and of the output settings when none is in flight, resets, every output format.
/// </summary>
public sealed class MacSequence
{
    /// <summary>The codes of powers of two, by format.</summary>
    private static readonly uint[][] PowersOfTwo = [.. FormatInfo.Inputs.Select(info => Enumerable.Range(0, 1 << info.Bits)
        .Select(code => (uint)code)
        .Where(code => BitOperations.IsPow2(Decode.Code(info.Format, code).Significand))
        .OrderBy(code => Exponent(code, info))
        .ToArray())];

    private readonly CoprocConfig _config;
    private readonly VectorRandom _random;
    private readonly List<MacVector> _vectors = [];
    private readonly List<MacAnswer> _answers = [];
    private NumberFormat _output;
    private int _scale;

    private MacSequence(CoprocConfig config, ulong seed)
    {
        _config = config;
        _random = new VectorRandom(seed);
    }

    /// <summary>The inputs, one cycle each.</summary>
    public IReadOnlyList<MacVector> Vectors => _vectors;

    /// <summary>The results, in order.</summary>
    public IReadOnlyList<MacAnswer> Answers => _answers;

    /// <summary>The sequence of a configuration and a seed; the same everywhere and always.</summary>
    /// <param name="config">What the MAC is generated from.</param>
    /// <param name="seed">Seed.</param>
    /// <param name="cycles">At least so many cycles.</param>
    public static MacSequence Create(CoprocConfig config, ulong seed, int cycles)
    {
        var sequence = new MacSequence(config, seed);
        while (sequence._vectors.Count < cycles)
        {
            // All formats in turn, so that the shortest sequence has them all.
            foreach (FormatInfo output in FormatInfo.All.Where(f => config.HasOutput(f.Format))) sequence.Part(output.Format);
        }

        return sequence;
    }

    /// <summary>Dot products with the same output settings, begun and ended with nothing in flight.</summary>
    private void Part(NumberFormat output)
    {
        (_output, _scale) = (output, Scale());
        int most = _random.Pick<int>([1, 3, 24]);
        int narOdds = _random.Pick<int>([3, 40]);
        int gapOdds = _random.Pick<int>([2, 6, 1000]);
        foreach (FormatInfo input in FormatInfo.Inputs.Where(f => _config.HasInput(f.Format))) DotProduct(input.Format, 1 + _random.Next(most), narOdds, gapOdds);
        int more = 2 + _random.Next(8);
        for (int i = 0; i < more; i++) DotProduct(_random.Pick(_config.Formats), 1 + _random.Next(most), narOdds, gapOdds);
        Drain();
        if (!_random.OneIn(3)) return;

        // A dot product that a reset cuts off.
        DotProduct(_random.Pick(_config.Formats), 1 + _random.Next(most), narOdds, gapOdds, isCutOff: true);
        Drain();
        _vectors.Add(Garbage() with { Reset = true });
    }

    /// <summary>0 mostly; over the whole range; where float32 has subnormals.</summary>
    private int Scale() => _random.Next(6) switch { 0 => _random.Next(256) - 128, 1 => _random.Next(60) - 30, 2 => _random.Next(32) - 128, _ => 0 };

    private void DotProduct(NumberFormat format, int length, int narOdds, int gapOdds, bool isCutOff = false)
    {
        FormatInfo info = FormatInfo.Of(format);
        bool hasNaR = info.HasNaR && _random.OneIn(narOdds);
        bool isMasked = _random.OneIn(2);
        bool cancels = !isMasked && _random.OneIn(3);
        bool isSparse = !cancels && _random.OneIn(3);
        int[] exponents = isSparse && _random.OneIn(2) ? Tie(info) : [];
        if (isSparse) length = exponents.Length > 0 ? exponents.Length : 1 + _random.Next(4);
        int narTerm = _random.Next(length);
        ulong a = 0, b = 0;
        var all = new Quire128(format);
        var lane0 = new Quire128(format);
        for (int term = 0; term < length; term++)
        {
            while (_random.OneIn(gapOdds)) _vectors.Add(Garbage());
            int lanes = isMasked ? _random.Next(1 << (4 * _config.Slices)) : (1 << (4 * _config.Slices)) - 1;
            if (cancels && term % 2 == 1)
            {
                // All lanes but one of the term before come back with the other sign: what is left is small.
                ulong lane = (ulong)info.Mask << (info.Bits * _random.Next(_config.Slices * info.Lanes));
                (a, b) = (Negative(info, a), (b & ~lane) | (Words(info) & lane));
            }
            else
            {
                (a, b) = exponents.Length > 0 ? (Power(info, exponents[term] >> 1), Power(info, exponents[term] - (exponents[term] >> 1)))
                    : isSparse ? (Powers(info), Powers(info))
                    : (Words(info), Words(info));
            }

            if (hasNaR && term == narTerm)
            {
                int low = (16 * _random.Next(_config.Slices)) + (info.Bits * _random.Next(info.Lanes));
                ulong mask = ~((ulong)info.Mask << low), nar = (ulong)info.NaRCode << low;
                (a, b) = _random.OneIn(2) ? ((a & mask) | nar, b) : (a, (b & mask) | nar);
            }

            Add(ref all, info, lanes, a, b);
            lane0.AddProduct((uint)a & info.Mask, (uint)b & info.Mask);
            _vectors.Add(new MacVector
            {
                Valid = true,
                First = term == 0,
                Last = term == length - 1 && !isCutOff,
                Input = format,
                LaneValid = lanes,
                A = a,
                B = b,
                Output = _output,
                Scale = _scale,
            });
        }

        if (isCutOff) return;
        uint code = OutputStage.Finish(all, Activation.None, _scale, _output, out bool narToFp4);
        uint laneCode = OutputStage.Finish(lane0, Activation.None, _scale, _output, out bool laneNarToFp4);
        _answers.Add(new MacAnswer(code, narToFp4, laneCode, laneNarToFp4));
    }

    private void Add(ref Quire128 quire, FormatInfo info, int laneValid, ulong a, ulong b)
    {
        for (int slice = 0; slice < _config.Slices; slice++)
        {
            for (int lane = 0; lane < info.Lanes; lane++)
            {
                if ((laneValid >> ((4 * slice) + lane) & 1) == 0) continue;
                int low = (16 * slice) + (lane * info.Bits);
                quire.AddProduct((uint)(a >> low) & info.Mask, (uint)(b >> low) & info.Mask);
            }
        }
    }

    /// <summary>Gaps until no result is in flight.</summary>
    private void Drain()
    {
        for (int i = 0; i <= MacPorts.Latency(_config); i++) _vectors.Add(Garbage());
    }

    /// <summary>A gap: nothing counts, so everything is anything.</summary>
    private MacVector Garbage() => new()
    {
        First = _random.OneIn(2),
        Last = _random.OneIn(2),
        Input = _random.Pick(_config.Formats),
        LaneValid = _random.Next(1 << (4 * _config.Slices)),
        A = _random.Next64() & WordMask,
        B = _random.Next64() & WordMask,
        Output = _output,
        Scale = _scale,
    };

    private ulong WordMask => ulong.MaxValue >> (64 - (16 * _config.Slices));

    /// <summary>Words of codes without NaR: uniform codes, and as many that are spread evenly over the orders of magnitude.</summary>
    private ulong Words(FormatInfo info)
    {
        ulong words = 0;
        for (int lane = 0; lane < _config.Slices * info.Lanes; lane++)
        {
            uint code = (uint)_random.Next64() & info.Mask;
            if (_random.OneIn(2))
            {
                code >>= _random.Next(info.Bits + 1);
                if (_random.OneIn(2)) code ^= info.Mask >> 1;
                if (_random.OneIn(2)) code ^= info.Mask;
            }

            if (info.HasNaR && code == info.NaRCode) code = 1;
            words |= (ulong)code << (lane * info.Bits);
        }

        return words;
    }

    /// <summary>Words of powers of two: few of them make sums that lie on a tie, or beside one by a single bit far below.</summary>
    private ulong Powers(FormatInfo info)
    {
        ulong words = 0;
        for (int lane = 0; lane < _config.Slices * info.Lanes; lane++) words |= (ulong)_random.Pick(PowersOfTwo[(int)info.Format]) << (lane * info.Bits);
        return words;
    }

    /// <summary>
    /// Exponents of a sum of three: one anywhere, one that may be the half unit at which it is rounded, and one below that decides.
    /// </summary>
    private int[] Tie(FormatInfo info)
    {
        int least = 2 * Exponent(PowersOfTwo[(int)info.Format][0], info), most = 2 * Exponent(PowersOfTwo[(int)info.Format][^1], info);
        int top = least + _random.Next(most - least + 1);
        int bits = FormatInfo.Of(_output).SignificandBits;
        int half = Math.Max(least, top - (_output == NumberFormat.F32 ? bits : 1 + _random.Next(bits)));
        return [top, half, least + _random.Next(half - least + 1)];
    }

    /// <summary>A power of two of any sign in lane 0, zeros in the others; p4 has no 8 and takes the 4 below.</summary>
    private ulong Power(FormatInfo info, int exponent)
    {
        uint[] codes = PowersOfTwo[(int)info.Format];
        int nearest = codes.Max(code => Exponent(code, info) <= exponent ? Exponent(code, info) : int.MinValue);
        return _random.Pick([.. codes.Where(code => Exponent(code, info) == nearest)]);
    }

    private static int Exponent(uint code, FormatInfo info) =>
        Decode.Code(info.Format, code).Exponent + BitOperations.Log2(Decode.Code(info.Format, code).Significand) - (info.SignificandBits - 1);

    /// <summary>Every lane negated: FP4 by its sign bit, posits by two's complement.</summary>
    private ulong Negative(FormatInfo info, ulong words)
    {
        ulong negative = 0;
        for (int low = 0; low < 16 * _config.Slices; low += info.Bits)
        {
            uint code = (uint)(words >> low) & info.Mask;
            code = info.IsPosit ? (0 - code) & info.Mask : code ^ (1u << (info.Bits - 1));
            negative |= (ulong)code << low;
        }

        return negative;
    }
}
