using System.Globalization;
using Scriban.Runtime;
using XrNpe.Coproc;

namespace XrNpe.Rtlgen;

/// <summary>Feeds the drawing of a descriptor: eight bytes a row, the lowest right, as in the registers' drawings.</summary>
internal sealed class DescriptorDrawingModel() : TemplateModel(Drawings.Descriptor, "Bytes of a descriptor.")
{
    private const int RowBytes = 8;
    private const int ByteWidth = 96;
    private const int RowHeight = 40;
    private const int Left = 52;
    private const int Top = 24;

    /// <inheritdoc/>
    public override string TemplateName => "descriptor.svg.sbn";

    /// <inheritdoc/>
    public override void Populate(ScriptObject script, CoprocConfig config)
    {
        const int Rows = DescriptorLayout.Bytes / RowBytes;
        script["width"] = Left + (RowBytes * ByteWidth) + 10;
        script["height"] = Top + (Rows * RowHeight) + 10;
        script["columns"] = new ScriptArray(Enumerable.Range(0, RowBytes).Select(i => new ScriptObject
        {
            ["text"] = string.Create(CultureInfo.InvariantCulture, $"+{i}"),
            ["x"] = Left + ((RowBytes - 1 - i) * ByteWidth) + (ByteWidth / 2),
        }));
        script["rows"] = new ScriptArray(Enumerable.Range(0, Rows).Select(i => new ScriptObject
        {
            ["text"] = (i * RowBytes).ToString(CultureInfo.InvariantCulture),
            ["y"] = Top + (i * RowHeight) + (RowHeight / 2) + 4,
        }));
        IEnumerable<(string Name, int Offset, int Bytes)> parts = DescriptorLayout.Fields.Select(field => (field.Name, field.Offset, field.Bytes))
            .Concat(DescriptorLayout.Reserved.Select(range => ("", range.Offset, range.Bytes)));
        script["boxes"] = new ScriptArray(parts.OrderBy(part => part.Offset).SelectMany(Boxes).Select(box => box.Script(isTurned: false)));
    }

    /// <summary>A box in each row that the bytes reach into.</summary>
    private static IEnumerable<DrawnField> Boxes((string Name, int Offset, int Bytes) part)
    {
        for (int first = part.Offset; first < part.Offset + part.Bytes;)
        {
            int count = Math.Min(part.Offset + part.Bytes - first, RowBytes - (first % RowBytes));
            int fromRight = (first % RowBytes) + count;
            yield return new DrawnField(
                part.Name, Left + ((RowBytes - fromRight) * ByteWidth), Top + (first / RowBytes * RowHeight), count * ByteWidth, RowHeight);
            first += count;
        }
    }
}
