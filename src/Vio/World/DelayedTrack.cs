namespace XrNpe.Vio;

/// <summary>A track that starts later.</summary>
/// <param name="track">The track.</param>
/// <param name="start">Its time at time 0, s.</param>
internal sealed class DelayedTrack(Track track, double start) : Track
{
    /// <inheritdoc/>
    public override double FrameRate => track.FrameRate;

    /// <inheritdoc/>
    public override Pose Body(double time) => track.Body(time + start);
}
