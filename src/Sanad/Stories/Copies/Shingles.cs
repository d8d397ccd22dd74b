using System.Runtime.InteropServices;
using Sanad.Language;
using Sanad.Text;

namespace Sanad.Stories.Copies;

/// <summary>
/// A text as runs of <see cref="Length"/> words, hashed (FNV-1a), each with its place: what two copies share. Furniture and captions are left out. Runs within
/// quotation marks are kept apart: two reporters who quote one letter have not copied each other.
/// </summary>
internal sealed class Shingles
{
    /// <summary>Words a run; five in a row are seldom shared by chance.</summary>
    public const int Length = 5;

    private readonly HashSet<ulong> _held = [];
    private readonly ulong[] _hashes;
    private readonly TextSpan[] _words;
    private readonly bool[] _quoted;

    public Shingles(Analysis analysis, LanguagePack language)
    {
        string text = analysis.Article.Text;
        var words = new List<TextSpan>();
        var quoted = new List<bool>();
        var tokens = new List<Token>();
        var quotations = new List<Quotation>();
        foreach (Part part in analysis.Article.Parts)
        {
            if (part.Kind is not (PartKind.Body or PartKind.Subheading)) continue;
            tokens.Clear();
            quotations.Clear();
            Tokenizer.Cut(text, part.Span, language, tokens);
            Quotations.Pair(text, CollectionsMarshal.AsSpan(tokens), 0, tokens.Count, quotations);
            for (int i = 0; i < tokens.Count; i++)
            {
                if (tokens[i].Kind is not (TokenKind.Word or TokenKind.Number)) continue;
                words.Add(tokens[i].Span);
                quoted.Add(quotations.Exists(quotation => quotation.Open < i && i < quotation.Close));
            }
        }

        _words = [.. words];
        _hashes = new ulong[Math.Max(0, _words.Length - Length + 1)];
        _quoted = new bool[_hashes.Length];
        for (int i = 0; i < _hashes.Length; i++)
        {
            ulong hash = 14695981039346656037;
            bool allQuoted = true;
            for (int j = i; j < i + Length; j++)
            {
                foreach (char c in _words[j].Of(text)) hash = (hash ^ char.ToLowerInvariant(c)) * 1099511628211;
                hash = (hash ^ ' ') * 1099511628211;
                allQuoted &= quoted[j];
            }

            _hashes[i] = hash;
            _quoted[i] = allQuoted;
            _held.Add(hash);
            if (!allQuoted) Told++;
        }
    }

    /// <summary>Number of runs that are the article's own words, at least in part.</summary>
    public int Told { get; }

    /// <summary>Hashes of all runs, each once, and how often each is the article's own words, at least in part; 0 where it stands only in quotations.</summary>
    public Dictionary<ulong, int> Runs()
    {
        var runs = new Dictionary<ulong, int>(_held.Count);
        for (int i = 0; i < _hashes.Length; i++) CollectionsMarshal.GetValueRefOrAddDefault(runs, _hashes[i], out _) += _quoted[i] ? 0 : 1;
        return runs;
    }

    /// <summary>The stretches of this text that the other holds as well, quotations too, in order.</summary>
    public List<TextSpan> SharedSpans(Shingles other)
    {
        var spans = new List<TextSpan>();
        int end = -1;
        for (int i = 0; i < _hashes.Length; i++)
        {
            if (!other._held.Contains(_hashes[i])) continue;
            var run = new TextSpan(_words[i].Start, _words[i + Length - 1].End);
            if (i <= end) spans[^1] = new TextSpan(spans[^1].Start, run.End);
            else spans.Add(run);
            end = i + Length;
        }

        return spans;
    }
}
