using System.Globalization;
using System.Text;
using XrNpe.Coproc;

namespace XrNpe.Rtlgen;

/// <summary>A sequence as the two files that the bench reads with <c>$readmemh</c>.</summary>
internal static class HexFiles
{
    /// <summary>Name of the file of inputs.</summary>
    public const string Stimulus = "xrnpe_mac_tb_stimulus.hex";

    /// <summary>Name of the file of results.</summary>
    public const string Results = "xrnpe_mac_tb_results.hex";

    private const string Licence = "// Copyright The XR-NPE developers. Licensed under the Apache License, Version 2.0.\n// SPDX-License-Identifier: Apache-2.0\n//\n";

    /// <summary>Both files.</summary>
    public static IEnumerable<GeneratedFile> Of(MacSequence sequence, CoprocConfig config)
    {
        string words = (4 * config.Slices).ToString(CultureInfo.InvariantCulture);
        string masks = config.Slices.ToString(CultureInfo.InvariantCulture);
        var text = new StringBuilder(Licence);
        text.Append("// A cycle a line: scale _ output format _ input format _ reset, last, first, valid _ lanes _ b _ a\n");
        foreach (MacVector v in sequence.Vectors)
        {
            int flags = (v.Reset ? 8 : 0) | (v.Last ? 4 : 0) | (v.First ? 2 : 0) | (v.Valid ? 1 : 0);
            text.Append(CultureInfo.InvariantCulture, $"{(byte)v.Scale:x2}_{(int)v.Output:x}_{(int)v.Input:x}_{flags:x}_");
            text.Append(v.LaneValid.ToString("x" + masks, CultureInfo.InvariantCulture)).Append('_');
            text.Append(v.B.ToString("x" + words, CultureInfo.InvariantCulture)).Append('_');
            text.Append(v.A.ToString("x" + words, CultureInfo.InvariantCulture)).Append('\n');
        }

        yield return new GeneratedFile(Stimulus, text.ToString());
        text = new StringBuilder(Licence).Append("// A result a line: nar_to_fp4 _ code of xrnpe_mac_lane, nar_to_fp4 _ code of xrnpe_mac\n");
        foreach (MacAnswer a in sequence.Answers)
        {
            text.Append(CultureInfo.InvariantCulture, $"{(a.LaneNarToFp4 ? 1 : 0)}_{a.LaneCode:x8}_{(a.NarToFp4 ? 1 : 0)}_{a.Code:x8}\n");
        }

        yield return new GeneratedFile(Results, text.ToString());
    }
}
