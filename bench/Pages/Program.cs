using System.Globalization;
using System.IO.Compression;
using System.Runtime;
using System.Text;
using AngleSharp.Html.Parser;
using Sanad.Bench.Pages;
using Sanad.Language;
using Sanad.Reading.Html;
using Sanad.Reading.Plain;

const int Warmest = 60;

if (args.Length is 0 or > 2)
{
    Console.Error.WriteLine("""
        Reads the same pages with Sanad, with SmartReader and with AngleSharp's parser alone, on one thread.

        usage: dotnet run -c Release --project bench/Pages -- FOLDER [ROUNDS]

        FOLDER  pages: NAME.html or NAME.html.gz
        ROUNDS  counted rounds (12)

        Each page is read by all three, one right after the other, before the next page is: what else the machine does meets all alike. Rounds that are not
        counted go before, until one goes by in which no more code was compiled. A reading's time is the processor time of the process or the time that went by,
        whichever is less, so that neither other programs nor the compiler's own thread are counted; collecting garbage is, where it falls.

        Prints pages per second (median of the rounds), the ratios between them (each round's own, of these the median), bytes allocated, and the slowest reading of all.
        """);
    return 2;
}

int rounds = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 12;
string[] pages = [.. Directory.GetFiles(args[0]).Order(StringComparer.Ordinal).Select(Load)];
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{pages.Length} pages, {pages.Sum(static page => (long)page.Length) / pages.Length / 1000} k characters each"));
var sanad = new PageReader(LanguageSet.Load());
Contender[] contenders =
[
    new("AngleSharp alone", static page => new HtmlParser().ParseDocument(page)),
    new("Sanad", page => sanad.Read("page", page, new Metadata())),
    new("SmartReader", static page => new SmartReader.Reader("https://example.org/a", page).GetArticle()),
];
int warm = 0;
for (long compiled = -1; warm < Warmest && compiled != JitInfo.GetCompiledMethodCount(); warm++)
{
    compiled = JitInfo.GetCompiledMethodCount();
    Round();
}

foreach (Contender contender in contenders) contender.Forget();
for (int round = 0; round < rounds; round++) Round();
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{warm} rounds to warm up, {rounds} counted"));
foreach (Contender contender in contenders) Console.WriteLine(contender.Row(pages.Length));
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Sanad to SmartReader {contenders[2].TimesOf(contenders[1]):F1}, Sanad to AngleSharp alone {contenders[0].TimesOf(contenders[1]):F2}"));
return 0;

void Round()
{
    foreach (Contender contender in contenders) contender.Begin();
    GC.Collect();
    for (int page = 0; page < pages.Length; page++)
    {
        foreach (Contender contender in contenders) contender.Read(pages[page]);
    }
}

static string Load(string path)
{
    using Stream file = File.OpenRead(path);
    using Stream stream = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file;
    using var reader = new StreamReader(stream, Encoding.UTF8);
    return reader.ReadToEnd();
}
