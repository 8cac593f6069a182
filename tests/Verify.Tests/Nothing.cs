namespace XrNpe.Verify.Tests;

/// <summary>A check without cases, to make runs for.</summary>
internal sealed class Nothing() : Check(1, "nothing")
{
    public override void Run(CheckRun run)
    {
    }
}
