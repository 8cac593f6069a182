using System.Runtime.InteropServices;
using XrNpe.Arith;
using XrNpe.Coproc;

namespace XrNpe.Verify;

/// <summary>
/// <c>xrnpe_resolve</c>: sums that break rounders, each with random carries waiting, and what a quire that saves its carries comes to
/// hold after random addends.
/// </summary>
internal sealed unsafe class ResolveModuleCheck() : Check(3, "rtl-resolve", needsRtl: true)
{
    private const int Batch = 2000;

    /// <inheritdoc/>
    public override void Run(CheckRun run)
    {
        var resolve = (delegate* unmanaged[Cdecl]<Input*, Output*, long, void>)ModuleLibrary.Function(
            ModuleLibrary.Units, ModuleLibrary.UnitsOf(ExponentUnit.Adders), "resolve");
        run.ForAll("any carries", run.Pick(100, 5000), Batch, step =>
        {
            Random random = run.RandomOf("any", step);
            return Wrong(resolve, [.. Enumerable.Range(0, Batch).Select(_ => CarrySaveQuire.Of(Next(random), Carries(random)))]);
        });
        run.ForAll("carries of addends", run.Pick(100, 5000), Batch, step =>
        {
            Random random = run.RandomOf("addends", step);
            var quires = new CarrySaveQuire[Batch];
            for (int i = 1; i < Batch; i++) quires[i] = quires[i - 1].Add(Next(random) >> 8);
            return Wrong(resolve, quires);
        });
    }

    private static Int128 Next(Random random) => RandomQuire.Next(random, NumberFormat.P16).Sum;

    /// <summary>Often all of them or one: what runs farthest.</summary>
    private static uint Carries(Random random)
    {
        const uint All = (1u << CarrySaveQuire.Carries) - 1;
        return random.Next(4) switch { 0 => All, 1 => 1u << random.Next(CarrySaveQuire.Carries), _ => (uint)random.Next((int)All + 1) };
    }

    private static string? Wrong(delegate* unmanaged[Cdecl]<Input*, Output*, long, void> resolve, CarrySaveQuire[] quires)
    {
        Input[] inputs = [.. quires.Select(quire => new Input { Low = (ulong)quire.Sum, High = (ulong)(quire.Sum >> 64), Carry = quire.Carry })];
        var outputs = new Output[quires.Length];
        fixed (Input* i = inputs)
        fixed (Output* o = outputs)
        {
            resolve(i, o, inputs.Length);
        }

        for (int i = 0; i < quires.Length; i++)
        {
            var actual = (Int128)new UInt128(outputs[i].High, outputs[i].Low);
            if (actual != quires[i].Value) return $"segments {quires[i].Sum:x32}, carries {quires[i].Carry:x4}: {actual:x32}, should be {quires[i].Value:x32}";
        }

        return null;
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct Input
    {
        public ulong Low;
        public ulong High;
        public ulong Carry;
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct Output
    {
        public ulong Low;
        public ulong High;
    }
}
