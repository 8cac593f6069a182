using System.Globalization;
using Scriban.Runtime;

namespace XrNpe.Rtlgen;

/// <summary>Plans a tree of 3:2 compressors: at each level three rows become two, until two are left.</summary>
internal static class CompressorTree
{
    /// <summary>Adds <c>compressors</c>, in order, each with <c>a b c sum carry</c>, and <c>result_sum</c> and <c>result_carry</c>.</summary>
    /// <param name="script">The template's names.</param>
    /// <param name="rows">Names of the rows to add, lowest weight first; at least two.</param>
    public static void Populate(ScriptObject script, IEnumerable<string> rows)
    {
        var compressors = new ScriptArray();
        List<string> left = [.. rows];
        for (int level = 1; left.Count > 2; level++)
        {
            var next = new List<string>();
            for (int i = 0; i + 2 < left.Count; i += 3)
            {
                string name = string.Create(CultureInfo.InvariantCulture, $"{level}_{i / 3}");
                var compressor = new ScriptObject
                {
                    ["a"] = left[i],
                    ["b"] = left[i + 1],
                    ["c"] = left[i + 2],
                    ["sum"] = "sum_" + name,
                    ["carry"] = "carry_" + name,
                };
                compressors.Add(compressor);
                next.Add("sum_" + name);
                next.Add("carry_" + name);
            }

            // What makes no three goes on as it is.
            next.AddRange(left.Skip(left.Count / 3 * 3));
            left = next;
        }

        script["compressors"] = compressors;
        script["result_sum"] = left[0];
        script["result_carry"] = left[1];
    }
}
