using XrNpe.Coproc;

namespace XrNpe.Verify;

/// <summary>
/// <c>xrnpe_descriptor</c>: descriptors around every boundary of every check must get the error code that
/// <see cref="DescriptorCheck"/> finds, those that pass the lengths of <see cref="DescriptorPlan"/>, all in the cycles it says.
/// </summary>
internal sealed class DescriptorModuleCheck() : Check(3, "rtl-descriptor", needsRtl: true)
{
    private const int Batch = 1000;

    /// <inheritdoc/>
    public override void Run(CheckRun run)
    {
        foreach (CoprocConfig config in ModuleConfigs.Descriptor(run.Level))
        {
            var module = new DescriptorModule(config);
            string part = module.ToString();
            run.ForAll(part, run.Pick(100, 1000), Batch, step =>
            {
                Random random = run.RandomOf(part, step);
                return module.Wrong([.. Enumerable.Range(0, Batch).Select(_ => DescriptorStimulus.Next(random, config))]);
            });
        }
    }
}
