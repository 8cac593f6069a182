using Scriban.Runtime;
using XrNpe.Coproc;

namespace XrNpe.Rtlgen;

/// <summary>How the quire is cut into segments when it saves its carries.</summary>
internal static class QuireShape
{
    /// <summary>Bits of a segment: an adder of them is fast enough without looking ahead.</summary>
    public const int Segment = 8;

    /// <summary>Carries that wait between segments.</summary>
    public const int Carries = (Geometry.QuireWidth / Segment) - 1;

    /// <summary>What the templates that touch the quire may read.</summary>
    public static void Populate(ScriptObject script, CoprocConfig config)
    {
        script["carry_save"] = config.Quire == QuireKind.CarrySave;
        script["segment"] = Segment;
        script["segments"] = Geometry.QuireWidth / Segment;
        script["carries"] = Carries;
    }
}
