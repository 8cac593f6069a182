using System.Diagnostics;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace XrNpe.Vio.Tests;

/// <summary>The page in a browser without a window.</summary>
public sealed class BrowserTests
{
    private static readonly string[] Browsers = ["chromium", "chromium-browser", "google-chrome"];

    [Fact]
    public void A_browser_reads_the_page_as_it_was_written_and_has_nothing_to_complain_of()
    {
        using var scratch = new Scratch();
        VioReport.Write(scratch.PathOf("report.html"), ReportSample.Data, "xrnpe vio report");
        (string dom, string log) = Open(scratch, "report.html");
        Assert.DoesNotContain("CONSOLE", log, StringComparison.Ordinal);
        Assert.Contains("<h1>ulvio-s on sequence eight-7</h1>", dom, StringComparison.Ordinal);

        // What was closed or nested wrongly would give other elements in HTML than in XML.
        XDocument written = ReportSample.Parse(File.ReadAllText(scratch.PathOf("report.html")));
        foreach (IGrouping<string, XElement> name in written.Descendants().GroupBy(element => element.Name.LocalName))
        {
            Assert.Equal($"{name.Count()} {name.Key}", $"{Regex.Count(dom, $"<{name.Key}[ >]")} {name.Key}");
        }
    }

    [Fact]
    public void A_script_would_be_complained_of()
    {
        using var scratch = new Scratch();
        File.WriteAllText(scratch.PathOf("bad.html"), ReportSample.Page.Replace("</main>", "<script>document.title = 'run';</script></main>", StringComparison.Ordinal));
        (string dom, string log) = Open(scratch, "bad.html");
        Assert.Contains("CONSOLE", log, StringComparison.Ordinal);
        Assert.DoesNotContain("<title>run</title>", dom, StringComparison.Ordinal);
    }

    private static (string Dom, string Log) Open(Scratch scratch, string page)
    {
        string? browser = Browsers.SelectMany(name => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists);
        if (browser is null) Assert.Skip($"no browser: {string.Join(", ", Browsers)} are not on the PATH; apt-get install chromium");
        string[] arguments =
        [
            "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
            $"--user-data-dir={scratch.PathOf("profile")}", "--enable-logging=stderr", "--v=0", "--dump-dom", new Uri(scratch.PathOf(page)).AbsoluteUri,
        ];
        using Process process = Process.Start(new ProcessStartInfo(browser, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        Task<string> log = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        string dom = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (dom, log.GetAwaiter().GetResult());
    }
}
