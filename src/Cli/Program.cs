using XrNpe.Cli;

using Stream input = Console.OpenStandardInput();
using Stream output = StandardOutput.Open();
return XrnpeTool.Run(args, new ToolConsole(input, output, Console.Error, !Console.IsErrorRedirected));
