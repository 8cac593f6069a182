using System.Text;

namespace XrNpe.Coproc;

/// <summary>One instance of the Verilated co-processor: a clock and pins.</summary>
internal sealed unsafe class VerilatedModel : IDisposable
{
    private readonly VerilatedLibrary _library;
    private nint _instance;

    /// <summary>Powers one up.</summary>
    public VerilatedModel(VerilatedLibrary library)
    {
        _library = library;
        _instance = library.Create();
    }

    ~VerilatedModel() => Release();

    /// <summary>One clock cycle.</summary>
    /// <param name="inputs">Applied well before the rising edge.</param>
    /// <param name="outputs">As they are right before the rising edge, combinational paths settled.</param>
    public void Step(in CoprocInputs inputs, out CoprocOutputs outputs)
    {
        ObjectDisposedException.ThrowIf(_instance == 0, this);
        fixed (CoprocInputs* i = &inputs)
        fixed (CoprocOutputs* o = &outputs)
        {
            _library.Step(_instance, i, o);
        }

        // The finalizer must not run while native code is using the instance.
        GC.KeepAlive(this);
    }

    /// <summary>Writes a waveform (VCD) from now on.</summary>
    /// <exception cref="InvalidOperationException">The file cannot be written, or the library was built without traces.</exception>
    public void TraceOn(string path)
    {
        ObjectDisposedException.ThrowIf(_instance == 0, this);
        fixed (byte* name = Encoding.UTF8.GetBytes(path + '\0'))
        {
            if (_library.TraceOn(_instance, name) == 0)
            {
                throw new InvalidOperationException($"no waveform in {path}: it cannot be written, or the library was built without trace: true");
            }
        }
    }

    /// <summary>Ends the waveform.</summary>
    public void TraceOff()
    {
        ObjectDisposedException.ThrowIf(_instance == 0, this);
        _library.TraceOff(_instance);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Release();
        GC.SuppressFinalize(this);
    }

    private void Release()
    {
        if (_instance != 0) _library.Destroy(_instance);
        _instance = 0;
    }
}
