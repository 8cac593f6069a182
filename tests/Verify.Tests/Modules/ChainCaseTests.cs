using XrNpe.Coproc;

namespace XrNpe.Verify.Tests;

/// <summary>Random chains are worth their time only when they end in every way that they can.</summary>
public sealed class ChainCaseTests
{
    [Fact]
    public void Random_chains_meet_all_that_can_go_wrong()
    {
        var met = new HashSet<ErrorCode>();
        for (int i = 0; i < 2500; i++) met.Add(ChainCase.Random(new Random(i), Presets.Tiny).Emulate().Code);
        ErrorCode[] wanted =
        [
            ErrorCode.None, ErrorCode.NarToFp4, ErrorCode.ReadSlaveError, ErrorCode.ReadDecodeError, ErrorCode.WriteSlaveError, ErrorCode.WriteDecodeError,
            ErrorCode.Watchdog, ErrorCode.PaddingNotZero, ErrorCode.BadOpcode, ErrorCode.BadFormat, ErrorCode.BadActivation, ErrorCode.ZeroDimension,
            ErrorCode.DotTooLong, ErrorCode.BadWindow, ErrorCode.Misaligned, ErrorCode.DescriptorMisaligned, ErrorCode.StrideTooSmall, ErrorCode.Overlap,
        ];
        Assert.Empty(wanted.Except(met));
    }
}
