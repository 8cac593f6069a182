namespace XrNpe.Coproc;

/// <summary>
/// A co-processor as software sees it: registers, memory that it shares with the host, and an interrupt. The emulator and
/// the Verilated RTL both are one, so one driver serves both.
/// </summary>
public interface ICoprocessor : IDisposable
{
    /// <summary>The memory behind the AXI4 master port.</summary>
    MemoryImage Memory { get; }

    /// <summary>Reads a 32-bit register.</summary>
    /// <param name="offset">Byte offset from <see cref="RegisterMap"/>, a multiple of 4.</param>
    uint ReadRegister(uint offset);

    /// <summary>Writes a 32-bit register.</summary>
    /// <param name="offset">Byte offset from <see cref="RegisterMap"/>, a multiple of 4.</param>
    /// <param name="value">The value.</param>
    void WriteRegister(uint offset, uint value);

    /// <summary>Lets the hardware run until it raises its interrupt.</summary>
    /// <param name="cycleLimit">Give up after so many cycles.</param>
    /// <exception cref="TimeoutException">The limit was reached; the message says where the hardware stood.</exception>
    void WaitForInterrupt(long cycleLimit);
}
