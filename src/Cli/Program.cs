using System.Text;
using XrNpe.Cli;

// Large buffers: millions of lines pass through some verbs.
const int BufferSize = 1 << 16;
using var input = new StreamReader(Console.OpenStandardInput(), Encoding.UTF8, detectEncodingFromByteOrderMarks: true, BufferSize);
using Stream standardOutput = Console.OpenStandardOutput();
var output = new StreamWriter(standardOutput, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), BufferSize) { NewLine = "\n" };
return XrnpeTool.Run(args, new ToolConsole(input, output, Console.Error, !Console.IsErrorRedirected));
