using XrNpe.Coproc;

namespace XrNpe.Verify.Tests;

public sealed class DescriptorStimulusTests
{
    private const int Count = 20_000;

    /// <summary>Far more than a handful of each, or a check that the RTL lacks could go unnoticed.</summary>
    private const int Least = 50;

    [Fact]
    public void Every_error_and_none_is_met_with_and_without_a_window_in_every_configuration()
    {
        foreach (CoprocConfig config in ModuleConfigs.Descriptor(VerifyLevel.Full))
        {
            var random = new Random(1);
            var met = new Dictionary<(ErrorCode Code, bool Window), int>();
            for (int i = 0; i < Count; i++)
            {
                byte[] bytes = DescriptorStimulus.Next(random, config);
                var key = (DescriptorCheck.Find(bytes, 0, config)?.Code ?? ErrorCode.None, ConvWindow.FromDescriptor(Descriptor.FromBytes(bytes)) is not null);
                met[key] = met.GetValueOrDefault(key) + 1;
            }

            foreach (ErrorCode code in Enum.GetValues<ErrorCode>().Where(code => code is ErrorCode.None or (>= ErrorCode.PaddingNotZero and <= ErrorCode.Overlap)))
            {
                bool ofWindows = code is ErrorCode.BadWindow or ErrorCode.WindowTooWide;
                if (!ofWindows) AssertMet(code, window: false);
                AssertMet(code, window: true);
            }

            void AssertMet(ErrorCode code, bool window)
            {
                int times = met.GetValueOrDefault((code, window));
                Assert.True(times >= Least, $"bus {config.DataWidth}, buffers {config.BufferDepth}: {code}, window {window}: {times} times");
            }
        }
    }
}
