using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Sanad.Reading.Html;

namespace Sanad.LearnBlocks;

/// <summary>A page with the text that people say is its article's, and what that makes of each block.</summary>
internal sealed class LabelledPage
{
    private const int Gram = 4;

    public LabelledPage(string name, Page page, string truth)
    {
        (Name, Page, Truth) = (name, page, truth);
        Statistics = new PageStatistics(page);
        Labels = Label(page, truth);
    }

    public string Name { get; }

    public Page Page { get; }

    public string Truth { get; }

    public PageStatistics Statistics { get; }

    /// <summary>Whether each block is the article's.</summary>
    public bool[] Labels { get; }

    /// <summary>Reads <c>FOLDER/truth.json</c> and <c>FOLDER/html</c>, sorted by name.</summary>
    public static IEnumerable<LabelledPage> Read(string folder, PageParser parser)
    {
        using JsonDocument truth = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "truth.json")));
        foreach (string path in Directory.GetFiles(Path.Combine(folder, "html")).Order(StringComparer.Ordinal))
        {
            string name = Path.GetFileName(path);
            name = name[..name.IndexOf('.', StringComparison.Ordinal)];
            using Stream file = File.OpenRead(path);
            using Stream stream = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file;
            using var reader = new StreamReader(stream, Encoding.UTF8);
            if (truth.RootElement.TryGetProperty(name, out JsonElement entry)) yield return new LabelledPage(name, parser.Parse(reader.ReadToEnd()), entry.GetProperty("articleBody").GetString()!);
        }
    }

    public string TextOf(bool[] chosen) => string.Join('\n', Enumerable.Range(0, chosen.Length).Where(i => chosen[i]).Select(i => Page.TextOf(i).ToString()));

    /// <summary>Precision and recall over word 4-grams, as the public article extraction benchmark counts them.</summary>
    public (double Precision, double Recall, bool Same) Score(string text)
    {
        Dictionary<string, int> wanted = Grams(WordsOf(Truth)), got = Grams(WordsOf(text));
        int hit = 0, all = 0, want = 0;
        foreach ((string gram, int count) in got)
        {
            all += count;
            hit += Math.Min(count, wanted.GetValueOrDefault(gram));
        }

        foreach (int count in wanted.Values) want += count;
        return (all == 0 ? 0 : (double)hit / all, want == 0 ? 0 : (double)hit / want, hit == all && hit == want);
    }

    public static List<string> WordsOf(ReadOnlySpan<char> text)
    {
        var words = new List<string>();
        int start = -1;
        for (int i = 0; i <= text.Length; i++)
        {
            bool letter = i < text.Length && (char.IsLetterOrDigit(text[i]) || text[i] == '_' || char.GetUnicodeCategory(text[i]) is System.Globalization.UnicodeCategory.NonSpacingMark && start >= 0);
            if (letter && start < 0) start = i;
            if (letter || start < 0) continue;
            words.Add(text[start..i].ToString());
            start = -1;
        }

        return words;
    }

    private static Dictionary<string, int> Grams(List<string> words)
    {
        var grams = new Dictionary<string, int>(StringComparer.Ordinal);
        if (words.Count == 0) return grams;
        for (int i = 0; i < Math.Max(1, words.Count - Gram + 1); i++)
        {
            string gram = string.Join(' ', words.Skip(i).Take(Gram));
            grams[gram] = grams.GetValueOrDefault(gram) + 1;
        }

        return grams;
    }

    /// <summary>
    /// A block is the article's when most of its 4-grams are in the truth; one of fewer words when it is a line there, or when the truth goes on
    /// with its words where the block before left off.
    /// </summary>
    private static bool[] Label(Page page, string truth)
    {
        List<string> all = WordsOf(truth);
        string joined = " " + string.Join(' ', all) + " ";
        Dictionary<string, int> grams = Grams(all);
        var lines = new HashSet<string>(truth.Split('\n').Select(static line => string.Join(' ', WordsOf(line))), StringComparer.Ordinal);
        bool[] labels = new bool[page.Blocks.Count];
        string before = "";
        for (int i = 0; i < labels.Length; i++)
        {
            List<string> words = WordsOf(page.TextOf(i));
            if (words.Count == 0) continue;
            string text = string.Join(' ', words);
            if (words.Count >= Gram)
            {
                int found = 0, count = words.Count - Gram + 1;
                for (int k = 0; k < count; k++)
                {
                    string gram = string.Join(' ', words.Skip(k).Take(Gram));
                    if (grams.ContainsKey(gram)) found++;
                }

                labels[i] = found * 2 > count;
            }
            else
            {
                labels[i] = lines.Contains(text) || (before.Length > 0 && joined.Contains($" {before} {text} ", StringComparison.Ordinal));
            }

            if (labels[i]) before = string.Join(' ', words.TakeLast(4));
        }

        return labels;
    }
}
