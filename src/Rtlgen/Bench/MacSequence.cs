using XrNpe.Arith;
using XrNpe.Coproc;

namespace XrNpe.Rtlgen;

/// <summary>
/// What a MAC is fed, cycle by cycle, and the results that the golden model gets from it: dot products of every format built in, with gaps,
/// masked lanes, NaR, changes of format between two dot products and of the output settings when none is in flight, resets, every output format.
/// </summary>
public sealed class MacSequence
{
    private readonly CoprocConfig _config;
    private readonly VectorRandom _random;
    private readonly List<MacVector> _vectors = [];
    private readonly List<MacAnswer> _answers = [];
    private NumberFormat _output;
    private NumberFormat _input;
    private int _scale;

    private MacSequence(CoprocConfig config, ulong seed)
    {
        _config = config;
        _random = new VectorRandom(seed);
        _input = config.Formats[0];
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
        (_output, _scale) = (output, _random.Next(4) switch { 0 => _random.Next(256) - 128, 1 => _random.Next(60) - 30, _ => 0 });
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

    private void DotProduct(NumberFormat format, int length, int narOdds, int gapOdds, bool isCutOff = false)
    {
        if (format != _input && !MacPorts.FormatTravels) Drain();
        _input = format;
        FormatInfo info = FormatInfo.Of(format);
        bool hasNaR = info.HasNaR && _random.OneIn(narOdds);
        bool isMasked = _random.OneIn(2);
        int narTerm = _random.Next(length);
        var all = new Quire128(format);
        var lane0 = new Quire128(format);
        for (int term = 0; term < length; term++)
        {
            while (_random.OneIn(gapOdds)) _vectors.Add(Garbage());
            int lanes = isMasked ? _random.Next(1 << (4 * _config.Slices)) : (1 << (4 * _config.Slices)) - 1;
            ulong a = Words(info), b = Words(info);
            if (hasNaR && term == narTerm)
            {
                int low = (16 * _random.Next(_config.Slices)) + (info.Bits * _random.Next(info.Lanes));
                a = (a & ~((ulong)info.Mask << low)) | ((ulong)info.NaRCode << low);
            }

            Add(ref all, info, lanes, a, b);
            lane0.AddProduct((uint)a & info.Mask, (uint)b & info.Mask);
            _vectors.Add(new MacVector
            {
                Valid = true, First = term == 0, Last = term == length - 1 && !isCutOff,
                Input = format, LaneValid = lanes, A = a, B = b, Output = _output, Scale = _scale,
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
        First = _random.OneIn(2), Last = _random.OneIn(2),
        Input = MacPorts.FormatTravels ? _random.Pick(_config.Formats) : _input,
        LaneValid = _random.Next(1 << (4 * _config.Slices)), A = _random.Next64() & WordMask, B = _random.Next64() & WordMask,
        Output = _output, Scale = _scale,
    };

    private ulong WordMask => ulong.MaxValue >> (64 - (16 * _config.Slices));

    /// <summary>Words of codes without NaR; one code in six is zero, or stands at an end of the number line, or beside one.</summary>
    private ulong Words(FormatInfo info)
    {
        ulong words = 0;
        for (int lane = 0; lane < _config.Slices * info.Lanes; lane++)
        {
            uint code = (uint)_random.Next64() & info.Mask;
            if (_random.OneIn(6)) code = (_random.Pick<uint>([0, 1, info.Mask, info.Mask >> 1, (info.Mask >> 1) + 2, info.Mask >> 2]) + (_random.OneIn(2) ? 0u : 1)) & info.Mask;
            if (info.HasNaR && code == info.NaRCode) code = 1;
            words |= (ulong)code << (lane * info.Bits);
        }

        return words;
    }
}
