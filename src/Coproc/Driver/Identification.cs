using XrNpe.Arith;

namespace XrNpe.Coproc;

/// <summary>Who is there: reads the identification registers.</summary>
internal static class Identification
{
    /// <summary>The configuration, from registers alone.</summary>
    /// <exception cref="NotSupportedException">No XR-NPE answers, or one whose ABI this driver does not know.</exception>
    public static CoprocConfig Read(ICoprocessor hardware)
    {
        uint id = hardware.ReadRegister(RegisterMap.Id.Offset);
        if (id != RegisterMap.IdValue)
        {
            throw new NotSupportedException($"no XR-NPE here: ID reads 0x{id:x8}, not 0x{RegisterMap.IdValue:x8}; is this its base address?");
        }

        uint major = Field(RegisterMap.Abi, "major");
        if (major != RegisterMap.AbiMajor)
        {
            throw new NotSupportedException(
                $"the hardware's ABI is {major}.{Field(RegisterMap.Abi, "minor")}, this driver speaks {RegisterMap.AbiMajor}.x: use the driver of that version");
        }

        uint formats = Field(RegisterMap.ConfigFormats, "input");
        return new CoprocConfig
        {
            Name = "hardware",
            Rows = (int)Field(RegisterMap.ConfigArray, "rows"),
            Cols = (int)Field(RegisterMap.ConfigArray, "cols"),
            Slices = (int)Field(RegisterMap.ConfigArray, "slices"),
            DataWidth = (int)Field(RegisterMap.ConfigBus, "data_width"),
            MaxBurst = (int)Field(RegisterMap.ConfigBus, "max_burst"),
            BufferDepth = (int)Field(RegisterMap.ConfigBuffer, "depth"),
            IdWidth = (int)Field(RegisterMap.ConfigMaster, "id_width"),
            OutstandingReads = (int)Field(RegisterMap.ConfigMaster, "outstanding_reads"),
            OutUnits = (int)Field(RegisterMap.ConfigMaster, "out_units"),
            Pipeline = (int)Field(RegisterMap.ConfigDatapath, "pipeline"),
            Quire = (QuireKind)Field(RegisterMap.ConfigDatapath, "quire"),
            Exponents = (ExponentUnit)Field(RegisterMap.ConfigDatapath, "exponents"),
            ClockGate = Field(RegisterMap.ConfigDatapath, "clock_gate") != 0,
            Formats = [.. FormatInfo.Inputs.Select(f => f.Format).Where(f => (formats >> (int)f & 1) != 0)],
        };

        uint Field(Register register, string field) => register.Field(field).Get(hardware.ReadRegister(register.Offset));
    }
}
