namespace XrNpe.Vio.Tests;

public sealed class PredictionFileTests : IDisposable
{
    private const string Key = "network a, sequence 00";
    private static readonly RelativePose Pose = new(0.1, -0.2, 1.0 / 3, 1e-17, 5, -6);
    private readonly Scratch _scratch = new();

    private string Target => _scratch.PathOf("run.csv");

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void A_finished_file_has_every_pair_in_order_to_the_last_digit()
    {
        using (PredictionFile file = PredictionFile.Open(Target, Key))
        {
            file.Add(4, Pose);
            file.Add(3, default);
            file.Complete(Key);
        }

        string[] lines = File.ReadAllLines(Target);
        Assert.Equal(["# " + Key, "pair,rx,ry,rz,tx,ty,tz", "3,0,0,0,0,0,0"], lines[..3]);
        Assert.Equal(Pose.ToNumbers(), lines[3].Split(',').Skip(1).Select(field => double.Parse(field, System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal(["run.csv"], _scratch.Names);
    }

    [Fact]
    public void An_interrupted_file_is_gone_on_with()
    {
        using (PredictionFile file = PredictionFile.Open(Target, Key)) file.Add(7, Pose);
        Assert.Equal(["run.csv.partial"], _scratch.Names);

        // As when the process ends in the middle of a line.
        File.AppendAllText(Target + ".partial", "8,0.1,0.2,0.3,0.4,0.5,0.6");
        using PredictionFile again = PredictionFile.Open(Target, Key);
        Assert.Equal([7], again.Done.Keys);
        Assert.Equal(Pose, again.Done[7]);
    }

    [Fact]
    public void Predictions_of_another_run_are_not()
    {
        using (PredictionFile file = PredictionFile.Open(Target, Key)) file.Add(7, Pose);
        using PredictionFile other = PredictionFile.Open(Target, Key + ", precision p8");
        Assert.Empty(other.Done);
    }

    [Fact]
    public void A_folder_that_is_not_there_is_named() =>
        Assert.Contains("no folder", Assert.Throws<InputException>(() => PredictionFile.Open(_scratch.PathOf("missing/run.csv"), Key)).Message, StringComparison.Ordinal);
}
