using System.Globalization;
using System.Text;

namespace XrNpe.Arith.Tests;

/// <summary>The examples of src/Arith/README.md, word for word, and that they print what it says.</summary>
public class ReadmeExamples
{
    private static void Numbers()
    {
        Posit16 x = (Posit16)3.14159;
        Console.WriteLine($"{x} {x.ToBits():x4}"); // 3.1416 5922
        Console.WriteLine(x * x + Posit16.One); // 10.87
        Console.WriteLine(Posit16.FusedMultiplyAdd(x, x, -(x * x))); // -0.001434
        Console.WriteLine(Posit8.Parse("1e9")); // 64
        Console.WriteLine(Posit8.NaR * Posit8.Zero); // NaR
        Console.WriteLine((Fp4)5.0f + Fp4.One); // 4
    }

    private static void Sums()
    {
        var quire = new Quire128(NumberFormat.P8);
        uint maxpos = Posit8.MaxValue.ToBits(), minpos = Posit8.MinPositive.ToBits();
        quire.AddProduct(maxpos, maxpos);
        quire.AddProduct(minpos, minpos);
        quire.AddProduct(maxpos, Scalar.Negate(NumberFormat.P8, maxpos));
        Console.WriteLine(quire.Sum); // 1
        uint sum = OutputStage.Finish(quire, Activation.None, 0, NumberFormat.F32, out _);
        Console.WriteLine(BitConverter.UInt32BitsToSingle(sum)); // 0.00024414062
    }

    private static void Matrices()
    {
        Posit8[] a = new Posit8[6], b = new Posit8[6], c = new Posit8[4];
        SpanConvert.FromSingle<Posit8>([1, 2, 3, 4, 5, 6], a); // 2×3
        SpanConvert.FromSingle<Posit8>([0.5f, 1, 0.25f, 0, -1, -0.5f], b); // 3×2
        Gemm.Multiply(new ReadOnlyMatrix<Posit8>(a, 2, 3), new ReadOnlyMatrix<Posit8>(b, 3, 2), new Matrix<Posit8>(c, 2, 2));
        Console.WriteLine(string.Join(' ', c)); // -2 -0.5 -2.7 1
    }

    private static readonly Action[] Examples = [Numbers, Sums, Matrices];

    [Fact]
    public void The_examples_are_these_and_print_what_they_say()
    {
        string source = Dedented(File.ReadAllText(Path.Combine(RepositoryRoot.Path, "tests", "Arith.Tests", "PublicApi", "ReadmeExamples.cs")));
        string readme = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "src", "Arith", "README.md"));
        string[] blocks = [.. readme.Split("```csharp\n").Skip(1).Select(part => part[..part.IndexOf("```", StringComparison.Ordinal)])];
        Assert.Equal(Examples.Length, blocks.Length);
        foreach ((string block, Action example) in blocks.Zip(Examples))
        {
            Assert.Contains("{\n" + block + "}\n", source, StringComparison.Ordinal);
            Console.Clear();
            example();
            IEnumerable<string> printing = block.Split('\n').Where(line => line.StartsWith("Console.", StringComparison.Ordinal));
            Assert.Equal(string.Concat(printing.Select(line => line[(line.IndexOf("// ", StringComparison.Ordinal) + 3)..] + "\n")), Console.Text);
        }
    }

    private static string Dedented(string text) => string.Join('\n', text.Split('\n').Select(line => line.TrimStart()));

    /// <summary>Stands in for the real one, so that what an example prints can be read.</summary>
    private static class Console
    {
        private static readonly StringBuilder Printed = new();

        public static string Text => Printed.ToString();

        public static void Clear() => Printed.Clear();

        public static void WriteLine(object value) => Printed.Append(CultureInfo.InvariantCulture, $"{value}\n");
    }
}
