using System.Globalization;
using System.Text.Json;
using Sanad.Language;
using Sanad.LearnAttribution;
using Sanad.LearnMentions;
using Sanad.Parties;

if (args.Length < 3)
{
    Console.Error.WriteLine("""
        Learns to tell Indonesian names of persons, bodies and places from labelled sentences.

        usage: dotnet run -c Release --project tools/LearnMentions -- LANGUAGE_FOLDER LABELLED_FOLDER UNLABELLED.jsonl [--try HELD_FOLDER]

        LANGUAGE_FOLDER   languages/id, where wordkinds.tsv and mentions.weights are written
        LABELLED_FOLDER   NAME.txt with NAME.mentions.json beside it: {"mentions": [{"span": [0, 5], "kind": "person"}]}
        UNLABELLED.jsonl  articles {"text": "…"} from which the classes of words are learned, together with the labelled ones
        --try             prints how well what was learned reads another folder

        Prints the scores of five-fold cross-validation. The same texts give the same files.
        """);
    return 2;
}

var languages = LanguageSet.Load();
List<LabelledText> train = LabelledText.ReadFolder(args[1], languages);
List<Document> words = [.. train.Select(static text => text.Document)];
foreach (string line in File.ReadLines(args[2]))
{
    using JsonDocument article = JsonDocument.Parse(line);
    words.Add(LabelledText.Cut(article.RootElement.GetProperty("text").GetString()!, languages));
}

Dictionary<string, (int Capital, int All)> capitals = CapitalsOf(words);
const int Fine = 200, Coarse = 45;
var kinds = new WordKinds();
using (var writer = new StreamWriter(Path.Combine(args[0], "wordkinds.tsv")))
{
    writer.WriteLine("# Words and their classes by the company they keep: word TAB fine class TAB coarse class TAB tenths of its places inside sentences where it has a capital, 1 to 10 (see src/Sanad/Language/WordKinds.cs).");
    writer.WriteLine($"# Learned by tools/LearnMentions from the words of {words.Count} texts ({Path.GetFileName(args[2])} and {Path.GetFileName(Path.TrimEndingDirectorySeparator(args[1]))}); not written by hand.");
    foreach (((string word, int fine), (_, int coarse)) in WordClasses.Learn(words, Fine).Zip(WordClasses.Learn(words, Coarse)))
    {
        if (word[0] == '#' || word == "-") continue;
        (int capital, int places) = capitals.GetValueOrDefault(word);
        int tenths = places < 4 ? 0 : 1 + Math.Min(9, 10 * capital / places);
        writer.WriteLine($"{word}\t{fine}\t{coarse}\t{(tenths == 0 ? "-" : tenths)}");
        kinds.Add(word, (ushort)fine, (ushort)coarse, (byte)tenths);
    }
}

const int Folds = 5;
Count crossed = new();
for (int fold = 0; fold < Folds; fold++)
{
    HashedWeights part = MentionLearner.Learn([.. train.Where((_, i) => i % Folds != fold)], kinds);
    foreach (LabelledText text in train.Where((_, i) => i % Folds == fold)) crossed.Add(text, new MentionTagger(part.ToRows()), kinds);
}

Console.WriteLine($"{train.Count} texts, cross-validated: {crossed}");
HashedWeights weights = MentionLearner.Learn(train, kinds);
using (FileStream file = File.Create(Path.Combine(args[0], "mentions.weights")))
{
    weights.Write(file);
    Console.WriteLine($"weights of {file.Length} bytes");
}

if (Array.IndexOf(args, "--try") is var at && at > 0)
{
    Count held = new();
    foreach (LabelledText text in LabelledText.ReadFolder(args[at + 1], languages)) held.Add(text, new MentionTagger(weights.ToRows()), kinds);
    Console.WriteLine($"held out: {held}");
}

return 0;

// Where a word begins a sentence or a quotation its capital tells nothing.
static Dictionary<string, (int Capital, int All)> CapitalsOf(List<Document> documents)
{
    var counts = new Dictionary<string, (int Capital, int All)>(StringComparer.Ordinal);
    foreach (Document document in documents)
    {
        foreach (Sentence sentence in document.Sentences)
        {
            for (int i = sentence.First + 1; i < sentence.End; i++)
            {
                if (document.Tokens[i].Kind != TokenKind.Word || document.Tokens[i - 1].Kind is TokenKind.Quote or TokenKind.Punctuation) continue;
                string word = document.WordAt(i).ToString().ToLowerInvariant();
                (int capital, int all) = counts.GetValueOrDefault(word);
                counts[word] = (capital + (document.Tokens[i].IsCapital ? 1 : 0), all + 1);
            }
        }
    }

    return counts;
}

/// <summary>Names with the same bounds and kind, of those found and those labelled.</summary>
internal sealed class Count
{
    private readonly int[] _right = new int[4], _found = new int[4], _labelled = new int[4];

    public void Add(LabelledText text, MentionTagger tagger, WordKinds kinds)
    {
        var found = new List<TaggedName>();
        using var features = new MentionFeatures(text.Document, kinds, text.Segments);
        tagger.Read(text.Document, features, found);
        foreach (TaggedName name in found)
        {
            _found[(int)name.Kind]++;
            if (text.Names.Contains(name)) _right[(int)name.Kind]++;
        }

        foreach (TaggedName name in text.Names) _labelled[(int)name.Kind]++;
    }

    public override string ToString() => string.Join("; ", Enumerable.Range(0, 4).Select(kind => kind < 3
        ? $"{((MentionKind)kind).ToString().ToLowerInvariant()} {Print(_right[kind], _found[kind], _labelled[kind])}" : $"all {Print(_right.Sum(), _found.Sum(), _labelled.Sum())}"));

    private static string Print(int right, int found, int labelled) => string.Create(CultureInfo.InvariantCulture, $"P {100.0 * right / Math.Max(1, found):F1} R {100.0 * right / Math.Max(1, labelled):F1} F1 {200.0 * right / Math.Max(1, found + labelled):F1}");
}
