using System.CommandLine;
using System.Globalization;
using System.IO.Compression;
using Sanad.App.Correcting;
using Sanad.App.Export;
using Sanad.App.Input;
using Sanad.App.Pipeline;
using Sanad.App.Storage.Sqlite;
using Sanad.Language;
using Sanad.Ledger.Corrections;
using Sanad.Stories;

namespace Sanad.App.Cli.Commands.Import;

/// <summary><c>sanad import</c>: takes over what another ledger held.</summary>
internal static class ImportCommand
{
    /// <summary>Articles of one transaction.</summary>
    private const int Batch = 128;

    public static Command Create(Surroundings surroundings)
    {
        Argument<string> file = new("file") { Description = "What `sanad export --format ledger` printed, also in .gz; - for standard input.", HelpName = "FILE|-" };
        Option<string?> database = Options.Database();
        Option<int> jobs = Options.Jobs();
        var command = new ExampleCommand("import", "Take over an exported ledger with its corrections. A ledger that holds nothing yet becomes the same as that one; to one that does it is added.",
            "sanad import --db copy.db ledger.jsonl", "sanad export --all --format ledger | sanad import --db copy.db -") { file, database, jobs };
        command.SetAction(parsed =>
        {
            string name = parsed.GetValue(file)!;
            LanguageSet languages = Languages.All;
            using SqliteLedger ledger = SqliteLedger.Open(Options.PathOf(parsed.GetValue(database)), create: true);
            try
            {
                using Stream stream = Open(name);
                new Importing(ledger, languages, surroundings, parsed.GetValue(jobs)).Run(stream, name);
            }
            catch (Exception e) when (e is IOException and not OutputClosedException and not OutputFailedException or InvalidDataException or UnauthorizedAccessException)
            {
                surroundings.Complaints.Fail(name, InputReader.ReasonOf(e));
            }

            return surroundings.ExitCode;
        });
        return command;
    }

    private static Stream Open(string name)
    {
        if (name == "-") return Console.OpenStandardInput();
        Stream stream = new FileStream(name, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16);
        return name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(stream, CompressionMode.Decompress) : stream;
    }

    /// <summary>One run of taking over.</summary>
    private sealed class Importing(SqliteLedger ledger, LanguageSet languages, Surroundings surroundings, int jobs)
    {
        private readonly DateOnly _today = DateOnly.FromDateTime(surroundings.Time.GetLocalNow().DateTime);
        private readonly List<Correction> _corrections = [];
        private int _added, _known, _made;

        public void Run(Stream stream, string name)
        {
            bool isEmpty = ledger.StoryNumbers().Count == 0;
            var reader = new StoryReader(ledger, languages, jobs, Overlay.None);
            try
            {
                using LedgerWriter writer = ledger.Writer();
                foreach ((LedgerText version, Analysis analysis, StoryFeatures features) in OrderedWork.Run(Versions(stream, name), version => Analyze(reader, version), jobs, surroundings.Stop.Token, weigh: static version => version.Text.Text.Length, mostWeight: 4_000_000))
                {
                    // Corrections come before the articles, so that these are written as they were corrected.
                    if (isEmpty && _added == 0) Keep(writer);
                    Added added = Added.New;
                    if (isEmpty) writer.Restore(analysis, features, version.Story, version.Address, _today, version.Fetched);
                    else added = writer.Add(analysis, features, version.Address, _today, version.Fetched is { } fetched ? DateTimeOffset.Parse(fetched, CultureInfo.InvariantCulture) : null);
                    if (added == Added.Known) _known++;
                    else _added++;
                    if ((_added + _known) % Batch != 0) continue;
                    writer.Commit();
                    surroundings.Complaints.Progress(Summary());
                }

                writer.Commit();
                if (!isEmpty) writer.Settle(_today);
            }
            finally
            {
                surroundings.Complaints.ProgressDone();
            }

            MakeCorrections();
            new StoryReader(ledger, languages, jobs).Refresh(_today, surroundings.Stop.Token);
            using var page = new Page(surroundings.Output);
            page.Line(Page.Safe($"{Summary()} · {ledger.Path}"));
        }

        private string Summary() => string.Create(CultureInfo.InvariantCulture, $"{_added:N0} texts taken over, {_known:N0} known already, {_made:N0} corrections");

        /// <summary>Keeps the corrections read so far: there is nothing yet that they could change.</summary>
        private void Keep(LedgerWriter writer)
        {
            List<Correction> corrections = Taken();
            if (corrections.Count > 0) writer.Correct(corrections, []);
            _made += corrections.Count;
        }

        private void MakeCorrections()
        {
            if (Taken() is { Count: > 0 } corrections) _made += new CorrectionDesk(ledger, languages, jobs).Make(corrections, _today, surroundings.Stop.Token).Made.Count;
        }

        /// <summary>The corrections read since the last time; the input is read on another thread.</summary>
        private List<Correction> Taken()
        {
            lock (_corrections)
            {
                List<Correction> taken = [.. _corrections];
                _corrections.Clear();
                return taken;
            }
        }

        private static (LedgerText, Analysis, StoryFeatures) Analyze(StoryReader reader, LedgerText version)
        {
            Analysis analysis = reader.AnalyzeAsFound(version.Text);
            return (version, analysis, StoryFeatures.Of(analysis, reader.Languages));
        }

        private IEnumerable<LedgerText> Versions(Stream stream, string name)
        {
            int number = 0;
            foreach (byte[]? line in LedgerLines.Cut(stream))
            {
                number++;
                LedgerText? version = null;
                try
                {
                    if (line is null) throw new FormatException("is longer than any line of a ledger");
                    (Correction? correction, version) = LedgerLines.Read(line);
                    if (correction is not null)
                    {
                        lock (_corrections) _corrections.Add(correction);
                    }
                }
                catch (FormatException e)
                {
                    surroundings.Complaints.Fail(string.Create(CultureInfo.InvariantCulture, $"{name}: line {number}"), e.Message);
                }

                if (version is not null) yield return version;
            }
        }
    }
}
