using System.Globalization;
using System.Reflection;
using Scriban;
using Scriban.Runtime;
using XrNpe.Coproc;

namespace XrNpe.Rtlgen;

/// <summary>Renders embedded Scriban templates, strict about undefined names.</summary>
internal static class Renderer
{
    private const string HeaderTemplate = "header.sbn";
    private const string FunctionsTemplate = "functions.sbn";

    /// <summary>Renders a module's template with its header comment.</summary>
    public static GeneratedFile Module(ModuleModel model, CoprocConfig config, Unit unit)
    {
        GeneratedFile file = File(model, config, unit, script => script["module_name"] = model.Name);
        return file with { Text = PortAligner.Apply(file.Text) };
    }

    /// <summary>Renders any template with its header comment.</summary>
    public static GeneratedFile File(TemplateModel model, CoprocConfig config, Unit unit) => File(model, config, unit, _ => { });

    private static GeneratedFile File(TemplateModel model, CoprocConfig config, Unit unit, Action<ScriptObject> addNames)
    {
        ScriptObject script = CommonScript.Create(config);
        script["header"] = Header(model, config, unit);
        addNames(script);
        model.Populate(script, config);
        return new GeneratedFile(model.FileName, Render(model.TemplateName, script));
    }

    /// <summary>The header comment: licence, purpose, parameters, how to regenerate.</summary>
    private static string Header(TemplateModel model, CoprocConfig config, Unit unit)
    {
        var parameters = new ScriptArray();
        foreach (HeaderParameter parameter in model.Parameters(config))
        {
            parameters.Add(new ScriptObject
            {
                ["name"] = parameter.Name,
                ["value"] = parameter.Value,
                ["meaning"] = parameter.Meaning,
            });
        }

        string source = Presets.Find(config.Name) == config ? $"--preset {config.Name}" : "--config FILE";
        return Render(HeaderTemplate, new ScriptObject
        {
            ["comment"] = model.Comment,
            ["purpose"] = new ScriptArray(Wrap(model.Purpose, 96)),
            ["parameters"] = parameters,
            ["config_name"] = config.Name,
            ["command"] = $"xrnpe generate --unit {unit.ToString().ToLowerInvariant()} {source} --out DIR",
        }).TrimEnd('\n');
    }

    private static IEnumerable<string> Wrap(string sentence, int columns)
    {
        string line = "";
        foreach (string word in sentence.Split(' '))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > columns)
            {
                yield return line;
                line = "";
            }

            line = line.Length == 0 ? word : line + " " + word;
        }

        yield return line;
    }

    /// <summary>Renders one template.</summary>
    /// <exception cref="InvalidOperationException">The template is missing or wrong: a defect of this library.</exception>
    public static string Render(string templateName, ScriptObject script)
    {
        var context = new TemplateContext
        {
            StrictVariables = true,
            EnableRelaxedMemberAccess = false,
            EnableRelaxedIndexerAccess = false,
            LoopLimit = 0,
            LimitToString = 0,
            NewLine = "\n",
        };
        context.PushCulture(CultureInfo.InvariantCulture);
        context.PushGlobal(script);
        Parse(FunctionsTemplate).Render(context);
        return Parse(templateName).Render(context);
    }

    private static Template Parse(string templateName)
    {
        Template template = Template.Parse(Read(templateName), templateName);
        return template.HasErrors
            ? throw new InvalidOperationException($"{templateName}: {string.Join("; ", template.Messages)}")
            : template;
    }

    private static string Read(string templateName)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(templateName)
            ?? throw new InvalidOperationException($"no template {templateName} is embedded");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
