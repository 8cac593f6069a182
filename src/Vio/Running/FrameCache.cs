namespace XrNpe.Vio;

/// <summary>A sequence that keeps the last frames it gave: a pair shares a frame with the next.</summary>
/// <param name="inner">The sequence.</param>
internal sealed class FrameCache(ISensorSequence inner) : ISensorSequence
{
    private const int Kept = 16;

    private readonly LinkedList<((int, int, int, int) Key, Lazy<Frame> Frame)> _recent = new();
    private readonly Lock _keep = new();

    /// <inheritdoc/>
    public string Name => inner.Name;

    /// <inheritdoc/>
    public int FrameCount => inner.FrameCount;

    /// <inheritdoc/>
    public int PairCount => inner.PairCount;

    /// <inheritdoc/>
    public IReadOnlyList<Pose>? Poses => inner.Poses;

    /// <inheritdoc/>
    public Frame Frame(int index, int width, int height, int channels)
    {
        Lazy<Frame> frame;
        lock (_keep)
        {
            (int, int, int, int) key = (index, width, height, channels);
            frame = _recent.FirstOrDefault(entry => entry.Key == key).Frame ?? Add(key, new Lazy<Frame>(() => inner.Frame(index, width, height, channels)));
        }

        // Outside the lock: two threads may read two frames at once.
        return frame.Value;
    }

    /// <inheritdoc/>
    public double[] Imu(int pair) => inner.Imu(pair);

    /// <inheritdoc/>
    public RelativePose? Truth(int pair) => inner.Truth(pair);

    private Lazy<Frame> Add((int, int, int, int) key, Lazy<Frame> frame)
    {
        _recent.AddFirst((key, frame));
        if (_recent.Count > Kept) _recent.RemoveLast();
        return frame;
    }
}
