using XrNpe.Coproc;
using XrNpe.Rtlgen;

namespace XrNpe.Verify;

/// <summary>A case that a co-processor is put to.</summary>
/// <typeparam name="TSelf">The kind of case.</typeparam>
internal interface ICoprocCase<TSelf>
    where TSelf : ICoprocCase<TSelf>
{
    /// <summary>The co-processor.</summary>
    CoprocConfig Config { get; }

    /// <summary>What is wrong; null when nothing is.</summary>
    string? Wrong(VerilatedLibrary library);

    /// <summary>Cases with less in them that may fail for the same reason.</summary>
    IEnumerable<TSelf> Smaller();

    /// <summary>Runs the case on the RTL once more and writes its waveform.</summary>
    /// <param name="traced">The same hardware, built with traces.</param>
    /// <param name="path">The VCD file.</param>
    void WriteWaveform(VerilatedLibrary traced, string path);
}

/// <summary>What is done with such cases, whatever they hold.</summary>
internal static class CoprocCase
{
    /// <summary>The Verilated co-processor of a configuration.</summary>
    public static VerilatedLibrary Build(CoprocConfig config, bool trace) => ModuleLibrary.WithVerilog(
        config, Unit.Coproc, folder => VerilatedLibrary.Open(folder, Generator.Top(Unit.Coproc), trace));

    /// <summary>Looks at a case; one that fails is made smaller as long as it fails, and leaves a waveform.</summary>
    /// <param name="library">The co-processor.</param>
    /// <param name="found">The case.</param>
    /// <param name="path">Where the waveform goes.</param>
    /// <returns>What is wrong, and the waveform; null when nothing is.</returns>
    public static string? Look<TCase>(VerilatedLibrary library, TCase found, string path)
        where TCase : ICoprocCase<TCase>
    {
        if (found.Wrong(library) is not { } wrong) return null;
        bool smaller = true;
        while (smaller)
        {
            smaller = false;
            foreach (TCase candidate in found.Smaller())
            {
                if (candidate.Wrong(library) is not { } stillWrong) continue;
                (found, wrong, smaller) = (candidate, stillWrong, true);
                break;
            }
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        found.WriteWaveform(Build(found.Config, trace: true), path);
        return $"{wrong}; waveform: {path}";
    }
}
