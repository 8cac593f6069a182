namespace XrNpe.Synth.Tests;

/// <summary>A cell library of a few lines, in a file of its own.</summary>
internal sealed class TinyLibrary : IDisposable
{
    public const string FullAdder = """
          cell (ADD3) {
            area : 9;
            pin (x) { direction : input; } pin (y) { direction : input; } pin (z) { direction : input; }
            pin (s) { direction : output; function : "x ^ y ^ z"; }
            pin (cn) { direction : output; function : "!(x*y | z*(x | y))"; }
          }

        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("xrnpe-liberty-").FullName;

    public TinyLibrary(string cells = FullAdder, string? text = null)
    {
        // A blank in the name, because somebody has one.
        Path = System.IO.Path.Combine(_folder, "my cells.lib");
        File.WriteAllText(Path, text ?? $$"""
            /* comment */
            library (tiny) {
              time_unit : "1ns";
              capacitive_load_unit (1,pf);
              lu_table_template (t) { variable_1 : total_output_net_capacitance; index_1 ("1, 2, \
                3"); }
              cell (ND2) {
                area : 2;
                pin (A) { direction : input; capacitance : 0.01; } pin (B) { direction : input; capacitance : 0.01; }
                pin (Y) { direction : output; function : "(A&B)'"; }
              }
              cell (NR2) {
                area : 2;
                pin (A) { direction : input; } pin (B) { direction : input; }
                pin (Y) { direction : output; function : "!(A+B)"; }
              }
              cell (IV) {
                area : 1;
                pin (A) { direction : input; capacitance : 0.01; }
                pin (Y) { direction : output; function : "!A"; }
              }
              cell (ND2_BIG) { area : 1.5; dont_use : true; pin (A) { direction : input; } pin (B) { direction : input; } pin (Y) { direction : output; function : "!(A B)"; } }
              cell (DF) {
                area : 8;
                ff (IQ, IQN) { clocked_on : "CK"; next_state : "D"; }
                pin (CK) { direction : input; clock : true; } pin (D) { direction : input; }
                pin (Q) { direction : output; function : "IQ"; }
              }
              {{cells}}
            }
            """);
    }

    public string Path { get; }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
