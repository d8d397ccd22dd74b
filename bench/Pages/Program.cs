using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using AngleSharp.Html.Parser;
using Sanad.Language;
using Sanad.Reading.Html;
using Sanad.Reading.Plain;

if (args.Length is 0 or > 2)
{
    Console.Error.WriteLine("""
        Reads the same pages with Sanad, with SmartReader and with AngleSharp's parser alone, in turn, on one thread.

        usage: dotnet run -c Release --project bench/Pages -- FOLDER [ROUNDS]

        FOLDER  pages: NAME.html or NAME.html.gz
        ROUNDS  counted rounds after one that warms up (5)

        Prints pages per second of processor time (median of the rounds), the ratios between them, bytes allocated, and the slowest page.
        """);
    return 2;
}

int rounds = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 5;
string[] pages = [.. Directory.GetFiles(args[0]).Order(StringComparer.Ordinal).Select(Load)];
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{pages.Length} pages, {pages.Sum(static page => (long)page.Length) / pages.Length / 1000} k characters each"));
var sanad = new PageReader(LanguageSet.Load());
Contender[] contenders =
[
    new("AngleSharp alone", static page => new HtmlParser().ParseDocument(page)),
    new("Sanad", page => sanad.Read("page", page, new Metadata())),
    new("SmartReader", static page => new SmartReader.Reader("https://example.org/a", page).GetArticle()),
];
for (int round = 0; round <= rounds; round++)
{
    foreach (Contender contender in contenders) contender.Run(pages, counts: round > 0);
}

foreach (Contender contender in contenders) Console.WriteLine(contender.Row(pages.Length));
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Sanad to SmartReader {contenders[2].Median / contenders[1].Median:F1}, Sanad to AngleSharp alone {contenders[0].Median / contenders[1].Median:F2}"));
return 0;

static string Load(string path)
{
    using Stream file = File.OpenRead(path);
    using Stream stream = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file;
    using var reader = new StreamReader(stream, Encoding.UTF8);
    return reader.ReadToEnd();
}

/// <summary>One way to read a page, and how long it took.</summary>
internal sealed class Contender(string name, Func<string, object?> read)
{
    private readonly List<double> _seconds = [];
    private long _allocated;
    private TimeSpan _slowest;

    public double Median => _seconds.Order().ElementAt(_seconds.Count / 2);

    /// <param name="counts">Whether the round is counted.</param>
    public void Run(string[] pages, bool counts)
    {
        GC.Collect();
        long allocated = GC.GetAllocatedBytesForCurrentThread();
        TimeSpan before = Environment.CpuUsage.TotalTime;
        foreach (string page in pages)
        {
            TimeSpan start = Environment.CpuUsage.TotalTime;
            try
            {
                _ = read(page);
            }
            catch (Exception e) when (name == "SmartReader")
            {
                // What another reader stumbles over is its own affair; the time is counted.
                Debug.WriteLine(e.Message);
            }

            TimeSpan took = Environment.CpuUsage.TotalTime - start;
            if (counts && took > _slowest) _slowest = took;
        }

        if (!counts) return;
        _seconds.Add((Environment.CpuUsage.TotalTime - before).TotalSeconds);
        _allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
    }

    public string Row(int pages) =>
        string.Create(CultureInfo.InvariantCulture, $"{name,-17} {pages / Median,6:F0} pages/s   {_allocated / pages / 1000,6:N0} kB a page   slowest {_slowest.TotalMilliseconds,5:F0} ms");
}
