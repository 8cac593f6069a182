using System.CommandLine;
using XrNpe.Proof;

var only = new Option<string?>("--only") { Description = "Run the proofs whose name begins so.", HelpName = "NAME" };
var formal = new Command("formal", "Prove what can be proven about the generated Verilog, with yosys and berkeley-abc.") { only };
formal.SetAction(parsed => FormalCommand.Run(parsed.GetValue(only)));

var root = new RootCommand("Proofs about the Verilog of XR-NPE, and mutants of it.") { formal };
return root.Parse(args).Invoke();
