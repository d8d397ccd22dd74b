using System.Globalization;
using System.Text;
using Sanad.App.Charts;
using Sanad.App.Cli.Commands.Brief;
using Sanad.App.Drawing;
using Sanad.App.Export.Tables;
using Sanad.App.Pipeline;
using Sanad.App.Server.Interface;
using Sanad.App.Storage.Sqlite;
using Sanad.Language;
using Sanad.Ledger;
using Sanad.Ledger.Corrections;
using Sanad.Stories;
using Sanad.Text;

namespace Sanad.App.Export;

/// <summary>Writes a story, or all of a ledger one after the other, in one of the formats. Of all, few stories are in memory at once.</summary>
/// <param name="jobs">Articles worked on at once.</param>
internal sealed class Exporting(SqliteLedger ledger, LanguageSet languages, int jobs, CancellationToken stop)
{
    /// <summary>Null for all stories.</summary>
    public long? Story { get; init; }

    /// <summary>One of <see cref="ExportFormat.Names"/>.</summary>
    public required string Format { get; init; }

    /// <summary>The only table that is wanted of csv and parquet; null for the package of all.</summary>
    public string? Table { get; init; }

    /// <summary>Which figure line svg and png draw, from 1.</summary>
    public int Line { get; init; } = 1;

    /// <summary>Language of the words around the entries; null for that of most articles of a story.</summary>
    public string? Language { get; init; }

    /// <summary>Writes one file.</summary>
    /// <exception cref="ExportException">There is nothing of that kind to write.</exception>
    public void Write(Stream output)
    {
        switch (Format)
        {
            case "csv" or "parquet": WriteTable(output, LedgerTables.All.First(table => table.Name == Table)); break;
            case "jsonl": WriteRows(LedgerTables.All, table => new JsonTable(output, table)); break;
            case "jsonld": LinkedDataJson.Write(output, Stories()); break;
            case "annotations": AnnotationJson.Write(output, Stories()); break;
            case "svg" or "png": WriteChart(output); break;
            case "ledger": LedgerLines.Write(output, Corrections(), ledger.Versions(Story)); break;
            default:
                using (var text = new StreamWriter(output, new UTF8Encoding(false), 1 << 16, leaveOpen: true)) WriteText(text);
                break;
        }
    }

    /// <summary>Writes the tables and what describes them into a folder, which is made where it is not there.</summary>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public void WritePackage(string folder)
    {
        Directory.CreateDirectory(folder);
        WriteRows(LedgerTables.All, table => TableOf(new FileStream(Path.Combine(folder, $"{table.Name}.{Format}"), FileMode.Create, FileAccess.ReadWrite, FileShare.Read, 1 << 16), table, ownsStream: true));
        string title = Story is { } story ? ledger.Stories().FirstOrDefault(summary => summary.Id == story)?.Title ?? "" : "A ledger of press articles";
        using var file = new FileStream(Path.Combine(folder, DataPackage.FileName), FileMode.Create);
        DataPackage.Write(file, title, Format);
    }

    private IEnumerable<StoryLedger> Stories() => new StoryReader(ledger, languages, jobs).ReadAll(Story is { } story ? [story] : ledger.StoryNumbers(), stop);

    private void WriteText(TextWriter output)
    {
        if (Format == "html")
        {
            new HtmlLedger(output, languages).Write(Stories(), Language);
            return;
        }

        bool isFirst = true;
        foreach (StoryLedger story in Stories())
        {
            var writer = new BriefWriter(languages);
            LanguagePack pack = languages.TryGet(Language, out LanguagePack chosen) ? chosen : writer.LanguageOf(story);
            var words = new BriefWords(pack);
            if (!isFirst) output.Write("\n---\n\n");
            isFirst = false;
            Ledger.Brief brief = writer.Write(story, pack);
            BriefMarkdown.Write(output, brief, story, new CorrectionNotes(brief, story, words));
        }
    }

    /// <summary>One figure line of one story; a value leads to its article on the web, where its page is known.</summary>
    private void WriteChart(Stream output)
    {
        StoryLedger story = Stories().First();
        if (Line > story.FigureLines.Count) throw new ExportException(string.Create(CultureInfo.InvariantCulture, $"story {story.Id} has {story.FigureLines.Count} figure lines; there is no line {Line}"));
        Dictionary<string, Analysis> articles = story.Articles.ToDictionary(static analysis => analysis.Article.Source, StringComparer.Ordinal);
        LanguagePack pack = languages.TryGet(Language, out LanguagePack chosen) ? chosen : new BriefWriter(languages).LanguageOf(story);
        FigureLine line = story.FigureLines[Line - 1];
        var words = new InterfaceLanguage(pack);
        Picture chart = FigureChart.Of(line, FigureName.Of(line, words, source => articles[source]), words, point => WebAddress.Of(articles[point.Source].Article.Url), new SpeakerWords(languages, new BriefWords(pack)).In(story.Articles), source => articles[source].Article.Outlet ?? source)
            ?? throw new ExportException(string.Create(CultureInfo.InvariantCulture, $"line {Line} has no value on a day, so that there is nothing to draw"));
        if (Format == "png")
        {
            PngPainter.Write(output, chart);
            return;
        }

        using var text = new StreamWriter(output, new UTF8Encoding(false), 1 << 16, leaveOpen: true);
        SvgPainter.WriteFile(text, chart);
    }

    private void WriteTable(Stream output, Table table) => WriteRows([table], only => TableOf(output, only, ownsStream: false));

    private void WriteRows(IReadOnlyList<Table> tables, Func<Table, IRowWriter> open)
    {
        var writers = new List<IRowWriter>();
        try
        {
            foreach (Table table in tables) writers.Add(open(table));
            foreach (StoryLedger story in Stories())
            {
                for (int i = 0; i < tables.Count; i++)
                {
                    foreach (object?[] row in LedgerTables.Rows(tables[i], story)) writers[i].Write(row);
                }
            }
        }
        finally
        {
            foreach (IRowWriter writer in writers) writer.Dispose();
        }
    }

    private IRowWriter TableOf(Stream stream, Table table, bool ownsStream)
    {
        IRowWriter writer = Format == "csv" ? new CsvTable(stream, table) : new ParquetTable(stream, table);
        return ownsStream ? new OwningTable(writer, stream) : writer;
    }

    /// <summary>All corrections; of one story those about its articles, with what undoes them.</summary>
    private IEnumerable<Correction> Corrections()
    {
        CorrectionLog log = ledger.Corrections();
        IEnumerable<LoggedCorrection> wanted = Story is { } story ? log.About(ledger.Versions(story).Select(static version => TextHash.Of(version.Text.Text)).ToHashSet()) : log.All;
        return wanted.Select(static logged => logged.Correction);
    }

    /// <summary>A table whose file is closed with it.</summary>
    private sealed class OwningTable(IRowWriter table, Stream stream) : IRowWriter
    {
        public void Write(object?[] row) => table.Write(row);

        public void Dispose()
        {
            table.Dispose();
            stream.Dispose();
        }
    }
}
