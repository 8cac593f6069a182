using System.CommandLine;
using XrNpe.Coproc;
using XrNpe.Proof;

var only = new Option<string?>("--only") { Description = "Run the proofs whose name begins so.", HelpName = "NAME" };
var formal = new Command("formal", "Prove what can be proven about the generated Verilog, with yosys and berkeley-abc.") { only };
formal.SetAction(parsed => FormalCommand.Run(parsed.GetValue(only)));

var count = new Option<int>("--count") { Description = "Mutants.", DefaultValueFactory = _ => 200, HelpName = "N" };
var seed = new Option<int>("--seed") { Description = "Seed of the choice of mutants.", DefaultValueFactory = _ => 1, HelpName = "N" };
var mutants = new Command("mutants", "Mutate the MAC's netlist and count the mutants that its vectors catch.") { count, seed };
mutants.SetAction(parsed => MutantsCommand.Run(Presets.Tiny, parsed.GetValue(count), parsed.GetValue(seed)));

var root = new RootCommand("Proofs about the Verilog of XR-NPE, and mutants of it.") { formal, mutants };
return root.Parse(args).Invoke();
