namespace XrNpe.Vio;

/// <summary>Motions through the synthetic world.</summary>
public enum TrackKind
{
    /// <summary>A vehicle on a race track, some 8 to 15 m/s, 10 frames a second.</summary>
    Race,

    /// <summary>A vehicle on a figure of eight, some 5 to 10 m/s, 10 frames a second.</summary>
    Eight,

    /// <summary>A headset in a room, 20 frames a second.</summary>
    Headset,
}
