using System.Globalization;
using Sanad.Attribution;
using Sanad.Attribution.Learned;
using Sanad.Attribution.Rules;
using Sanad.Language;
using Sanad.Parties;
using Sanad.Reading.Plain;
using Sanad.Text;
using Sanad.Time;

namespace Sanad.LearnAttribution;

/// <summary>A labelled attribution as tokens; empty where a part of it is not there.</summary>
internal sealed record Gold(List<TokenRange> Content, List<TokenRange> Cue, List<TokenRange> Source);

/// <summary>A sentence with what the tagger sees of it.</summary>
internal sealed record LabelledSentence(Signs Signs, RuleSigns Rules);

/// <summary>An article with its labels, from <c>NAME.txt</c> and <c>NAME.ann</c> ("T1 Source 0 5 …", "E1 Attribution:T4 Content:T3 Cue:T2 Source:T1").</summary>
internal sealed class LabelledArticle
{
    public required string Name { get; init; }

    public required Document Document { get; init; }

    /// <summary>Empty before <see cref="Look"/>.</summary>
    public List<LabelledSentence> Sentences { get; } = [];

    public required List<Gold> Gold { get; init; }

    public static List<LabelledArticle> ReadFolder(string folder, LanguageSet languages) =>
        [.. Directory.GetFiles(folder, "*.txt").Order(StringComparer.Ordinal).Select(path => Read(path, languages))];

    private static LabelledArticle Read(string path, LanguageSet languages)
    {
        string text = File.ReadAllText(path);
        Article article = new PlainReader(languages).Read(path, text, new Metadata { Language = "en" });
        Document document = Document.Read(article, languages["en"]);
        return new LabelledArticle { Name = Path.GetFileNameWithoutExtension(path), Document = document, Gold = Labels(Path.ChangeExtension(path, ".ann"), document, text) };
    }

    /// <summary>Lets the rules propose and takes down what the tagger will see.</summary>
    public void Look(WordKinds kinds)
    {
        PartyIndex parties = PartyFinder.Find(Document);
        bool[] time = StatementFinder.TimeTokens(Document, TimeFinder.Find(Document));
        for (int s = 0; s < Document.Sentences.Length; s++)
        {
            if (Document.PartOf(Document.Sentences[s]) is not (PartKind.Body or PartKind.Title)) continue;
            var view = new SentenceView(Document, parties, time, s);
            var candidates = new List<Candidate>();
            foreach (AttributionRule rule in AttributionRule.All) rule.Propose(view, candidates);
            Sentences.Add(new LabelledSentence(new Signs(view, kinds), new RuleSigns(view, candidates)));
        }
    }

    private static List<Gold> Labels(string path, Document document, string text)
    {
        int[] units = UnitsOf(text);
        var marks = new Dictionary<string, List<TokenRange>>(StringComparer.Ordinal);
        var gold = new List<Gold>();
        foreach (string line in File.ReadLines(path))
        {
            string[] fields = line.Split('\t');
            if (fields.Length < 2 || fields[0].Length < 2 || !char.IsDigit(fields[0][1])) continue;
            if (fields[0][0] == 'T') marks[fields[0]] = Ranges(fields[1], units, document);
            else if (fields[0][0] == 'E') gold.Add(Event(fields[1], marks));
        }

        gold.RemoveAll(static item => item.Content.Count == 0);
        return gold;
    }

    private static Gold Event(string roles, Dictionary<string, List<TokenRange>> marks)
    {
        var gold = new Gold([], [], []);
        foreach (string role in roles.Split(' '))
        {
            int colon = role.IndexOf(':', StringComparison.Ordinal);
            if (colon < 0 || !marks.TryGetValue(role[(colon + 1)..], out List<TokenRange>? ranges)) continue;
            string name = role[..colon].TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
            (name switch { "Content" => gold.Content, "Cue" => gold.Cue, "Source" => gold.Source, _ => [] }).AddRange(ranges);
        }

        foreach (List<TokenRange> ranges in new[] { gold.Content, gold.Cue, gold.Source }) ranges.Sort(static (a, b) => a.First.CompareTo(b.First));
        return gold;
    }

    private static List<TokenRange> Ranges(string field, int[] units, Document document)
    {
        var ranges = new List<TokenRange>();
        string[] numbers = field[(field.IndexOf(' ', StringComparison.Ordinal) + 1)..].Split(';', ' ');
        for (int i = 0; i + 1 < numbers.Length; i += 2)
        {
            int start = units[Math.Min(int.Parse(numbers[i], CultureInfo.InvariantCulture), units.Length - 1)];
            int end = units[Math.Min(int.Parse(numbers[i + 1], CultureInfo.InvariantCulture), units.Length - 1)];
            int first = FirstFrom(document, start), last = FirstFrom(document, end);
            if (last > first) ranges.Add(new TokenRange(first, last));
        }

        return ranges;
    }

    /// <summary>First token that begins at the offset or later.</summary>
    private static int FirstFrom(Document document, int offset)
    {
        int low = 0, high = document.Tokens.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (document.Tokens[middle].Start < offset) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    /// <summary>Code points to UTF-16 code units.</summary>
    private static int[] UnitsOf(string text)
    {
        var units = new List<int>(text.Length + 1);
        for (int i = 0; i < text.Length; i += char.IsSurrogatePair(text, i) ? 2 : 1) units.Add(i);
        units.Add(text.Length);
        return [.. units];
    }
}
