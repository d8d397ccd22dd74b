namespace Sanad.Language;

/// <summary>The word lists that the lexicon compiles, one kind a list.</summary>
public enum LexKind : byte
{
    Reporting,
    Title,
    Pronoun,
    Number,
    Scale,
    Hedge,
    Unit,
    Calendar,
    Place,
    Body,
    Grammar,
    People,
    BodyWord,
    Particle,
    Act,
    Figure,
}

/// <summary>
/// A phrase of the lexicon that begins at a token: <see cref="Count"/> tokens long, <see cref="Entry"/> is the row of the
/// list <see cref="Kind"/>. <see cref="Clitic"/> tells that its last word carries one ("katanya" is "kata").
/// </summary>
public readonly record struct Hit(int First, int Count, LexKind Kind, int Entry, bool Clitic)
{
    public int End => First + Count;
}

/// <summary>
/// All words and phrases of a language, compiled: a word is looked up once, phrases are walked in a trie of word numbers.
/// Immutable after <see cref="Builder.Build"/> and safe to share between threads.
/// </summary>
public sealed class Lexicon
{
    private readonly Dictionary<string, int> _words;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly Dictionary<long, int> _edges;
    private readonly Leaf[][] _leaves;

    private Lexicon(Dictionary<string, int> words, Dictionary<long, int> edges, Leaf[][] leaves)
    {
        _words = words;
        _lookup = words.GetAlternateLookup<ReadOnlySpan<char>>();
        _edges = edges;
        _leaves = leaves;
    }

    private readonly record struct Leaf(LexKind Kind, int Entry, bool Capitals);

    /// <summary>The word's number, regardless of case; 0 when the lexicon does not hold it.</summary>
    public int Word(ReadOnlySpan<char> word) => _lookup.TryGetValue(word, out int id) ? id : 0;

    /// <summary>The row of a list that consists of the one word.</summary>
    public bool TryWord(int word, LexKind kind, out int row)
    {
        row = -1;
        if (!_edges.TryGetValue((uint)word, out int node) || _leaves[node] is not { } leaves) return false;
        foreach (Leaf leaf in leaves)
        {
            if (leaf.Kind == kind) row = leaf.Entry;
        }

        return row >= 0;
    }

    /// <summary>
    /// Adds to <paramref name="hits"/> every phrase that begins at token <paramref name="first"/>, shortest first.
    /// Short forms in capitals ("AS", "US") match only words in capitals, so that the English word "as" is no state.
    /// </summary>
    public void Match(ReadOnlySpan<Token> tokens, int first, List<Hit> hits)
    {
        int node = 0;
        bool capitals = true;
        for (int i = first; i < tokens.Length && tokens[i].Word != 0; i++)
        {
            if (i > first && (tokens[i].Shape & TokenShape.LineStart) != 0) break;
            if (!_edges.TryGetValue(((long)node << 32) | (uint)tokens[i].Word, out node)) break;
            capitals &= tokens[i].IsAllCaps || tokens[i].Kind != TokenKind.Word;
            if (_leaves[node] is { } leaves)
            {
                foreach (Leaf leaf in leaves)
                {
                    if (!leaf.Capitals || capitals)
                        hits.Add(new Hit(first, i - first + 1, leaf.Kind, leaf.Entry, tokens[i].HasClitic));
                }
            }

            if (tokens[i].HasClitic) break;
        }
    }

    /// <summary>Collects the lists of one language before they are compiled.</summary>
    public sealed class Builder
    {
        private readonly Dictionary<string, int> _words = new(StringComparer.OrdinalIgnoreCase);
        private readonly Dictionary<long, int> _edges = [];
        private readonly List<List<Leaf>> _leaves = [[]];

        /// <summary>Adds a form: words parted by spaces, as the tokenizer cuts them.</summary>
        public void Add(LexKind kind, string form, int entry)
        {
            int node = 0;
            bool capitals = form.Length <= 5;
            foreach (char c in form) capitals &= char.IsUpper(c) || c is '.' or ' ';
            foreach (string word in Tokenizer.Cut(form))
            {
                if (!_words.TryGetValue(word, out int id)) _words.Add(word, id = _words.Count + 1);
                long edge = ((long)node << 32) | (uint)id;
                if (!_edges.TryGetValue(edge, out int next))
                {
                    _edges.Add(edge, next = _leaves.Count);
                    _leaves.Add([]);
                }

                node = next;
            }

            if (node == 0) throw new ArgumentException($"'{form}' has no word", nameof(form));
            if (!_leaves[node].Exists(leaf => leaf.Kind == kind && leaf.Entry == entry))
                _leaves[node].Add(new Leaf(kind, entry, capitals && form.Length > 1));
        }

        public Lexicon Build()
        {
            var leaves = new Leaf[_leaves.Count][];
            for (int i = 0; i < leaves.Length; i++) leaves[i] = _leaves[i].Count == 0 ? null! : [.. _leaves[i]];
            return new Lexicon(_words, _edges, leaves);
        }
    }
}
