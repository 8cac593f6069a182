using System.Globalization;
using System.Reflection;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;

namespace XrNpe.Vio;

/// <summary>Renders embedded templates of the report: strict about undefined names, and whatever is not <see cref="Markup"/> is escaped.</summary>
internal static class ReportTemplate
{
    /// <summary>Renders a template.</summary>
    /// <exception cref="InvalidOperationException">The template is missing or wrong: a defect of this library.</exception>
    public static string Render(string name, ScriptObject script)
    {
        var template = Template.Parse(Read(name), name);
        if (template.HasErrors) throw new InvalidOperationException($"{name}: {string.Join("; ", template.Messages)}");
        var context = new EscapingContext();
        context.PushCulture(CultureInfo.InvariantCulture);
        context.PushGlobal(script);
        return template.Render(context);
    }

    /// <summary>An embedded file.</summary>
    public static string Read(string name)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"no template {name} is embedded");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private sealed class EscapingContext : TemplateContext
    {
        public EscapingContext()
        {
            StrictVariables = true;
            EnableRelaxedMemberAccess = false;
            EnableRelaxedIndexerAccess = false;
            LoopLimit = 0;
            LimitToString = 0;
            NewLine = "\n";
        }

        public override TemplateContext Write(SourceSpan span, object? textAsObject) => textAsObject is Markup markup
            ? Write(markup.Text)
            : Write(Markup.Escape(ObjectToString(textAsObject) ?? ""));
    }
}
