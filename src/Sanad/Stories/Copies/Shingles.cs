using Sanad.Language;
using Sanad.Text;

namespace Sanad.Stories.Copies;

/// <summary>
/// A text as runs of <see cref="Length"/> words, hashed (FNV-1a), each with its place: what two copies share. Furniture and
/// captions are left out.
/// </summary>
internal sealed class Shingles
{
    /// <summary>Words a run; five in a row are seldom shared by chance.</summary>
    public const int Length = 5;

    private readonly Dictionary<ulong, int> _first = [];
    private readonly ulong[] _hashes;

    public Shingles(Analysis analysis, LanguagePack language)
    {
        var tokens = new List<Token>();
        foreach (Part part in analysis.Article.Parts)
        {
            if (part.Kind is PartKind.Body or PartKind.Subheading) Tokenizer.Cut(analysis.Article.Text, part.Span, language, tokens);
        }

        tokens.RemoveAll(static token => token.Kind is not (TokenKind.Word or TokenKind.Number));
        _hashes = new ulong[Math.Max(0, tokens.Count - Length + 1)];
        for (int i = 0; i < _hashes.Length; i++)
        {
            ulong hash = 14695981039346656037;
            for (int j = i; j < i + Length; j++)
            {
                foreach (char c in tokens[j].Span.Of(analysis.Article.Text)) hash = (hash ^ char.ToLowerInvariant(c)) * 1099511628211;
                hash = (hash ^ ' ') * 1099511628211;
            }

            _hashes[i] = hash;
            _first.TryAdd(hash, i);
        }
    }

    public int Count => _hashes.Length;

    /// <summary>Number of this text's runs that the other holds, repeats counted.</summary>
    public int Shared(Shingles other)
    {
        int shared = 0;
        foreach (ulong hash in _hashes) shared += other._first.ContainsKey(hash) ? 1 : 0;
        return shared;
    }
}
