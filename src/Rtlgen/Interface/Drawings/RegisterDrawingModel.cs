using Scriban.Runtime;
using XrNpe.Coproc;

namespace XrNpe.Rtlgen;

/// <summary>Feeds the bit-field drawing of a register, highest bit left.</summary>
internal sealed class RegisterDrawingModel(Register register) : TemplateModel(Drawings.Of(register), $"Bits of {register.Name}.")
{
    private const int Bits = 32;
    private const int BitWidth = 25;
    private const int Margin = 10;
    private const int Top = 22;
    private const int LeastHeight = 34;

    /// <inheritdoc/>
    public override string TemplateName => "register.svg.sbn";

    /// <inheritdoc/>
    public override void Populate(ScriptObject script, CoprocConfig config)
    {
        // Names that are wider than their field are turned, and the boxes grow until the longest of them fits.
        int turned = register.Fields.Where(field => !Box(field.Name, field.Lsb, field.Width, LeastHeight).Fits)
            .Select(field => (field.Name.Length * DrawnField.LetterWidth) + 12).DefaultIfEmpty(0).Max();
        int height = Math.Max(LeastHeight, turned);
        script["name"] = register.Name;
        script["width"] = (Bits * BitWidth) + (2 * Margin);
        script["height"] = Top + height + 24;
        script["bottom"] = Top + height + 15;
        script["boxes"] = new ScriptArray(Parts().Select(part => Script(part, height)));
    }

    private static ScriptObject Script((RegisterField? Field, int Lsb, int Width) part, int height)
    {
        DrawnField box = Box(part.Field?.Name ?? "", part.Lsb, part.Width, height);
        ScriptObject script = box.Script(isTurned: true);
        script["msb"] = part.Lsb + part.Width - 1;
        script["lsb"] = part.Lsb;
        script["msb_x"] = box.X + (BitWidth / 2);
        script["lsb_x"] = box.X + box.Width - (BitWidth / 2);
        script["access"] = part.Field?.Access switch
        {
            null => "",
            FieldAccess.Constant => "const",
            FieldAccess.ReadOnly => "ro",
            FieldAccess.ReadWrite => "rw",
            FieldAccess.Pulse => "w1p",
            FieldAccess.WriteOneToClear => "w1c",
            _ => throw new ArgumentOutOfRangeException(nameof(part), part.Field.Access, "not an access kind"),
        };
        return script;
    }

    /// <summary>Fields and the bits between them, lowest first.</summary>
    private IEnumerable<(RegisterField? Field, int Lsb, int Width)> Parts()
    {
        int next = 0;
        foreach (RegisterField field in register.Fields)
        {
            if (field.Lsb > next) yield return (null, next, field.Lsb - next);
            yield return (field, field.Lsb, field.Width);
            next = field.Lsb + field.Width;
        }

        if (next < Bits) yield return (null, next, Bits - next);
    }

    private static DrawnField Box(string name, int lsb, int width, int height) =>
        new(name, Margin + ((Bits - lsb - width) * BitWidth), Top, width * BitWidth, height);
}
