using Sanad.Text;

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
    private readonly WordTable _words;
    private readonly Dictionary<long, int> _edges;
    private readonly Node[] _nodes;

    /// <summary>For each word the node that it leads to from the root, 0 for none: most phrases end there.</summary>
    private readonly int[] _first;

    /// <summary>Whether the word goes on in any phrase: most do not, and are spared the look at the edges.</summary>
    private readonly bool[] _inner;

    private Lexicon(WordTable words, Dictionary<long, int> edges, Node[] nodes, int[] first, bool[] inner)
    {
        _words = words;
        _edges = edges;
        _nodes = nodes;
        _first = first;
        _inner = inner;
    }

    /// <param name="Leaves">Phrases that end here.</param>
    /// <param name="GoesOn">Whether longer phrases go on from here.</param>
    private readonly record struct Node(Leaf[] Leaves, bool GoesOn);

    private readonly record struct Leaf(LexKind Kind, int Entry, bool Capitals);

    /// <summary>The word's number, regardless of case; 0 when the lexicon does not hold it.</summary>
    public int Word(ReadOnlySpan<char> word) => _words.Find(word, FeatureList.Of(word));

    /// <param name="hash">From <see cref="FeatureList.Of"/>.</param>
    internal int Word(ReadOnlySpan<char> word, uint hash) => _words.Find(word, hash);

    /// <summary>The row of a list that consists of the one word.</summary>
    public bool TryWord(int word, LexKind kind, out int row)
    {
        row = -1;
        foreach (Leaf leaf in _nodes[_first[word]].Leaves)
        {
            if (leaf.Kind == kind) row = leaf.Entry;
        }

        return row >= 0;
    }

    /// <summary>
    /// Adds to <paramref name="hits"/> every phrase that begins at token <paramref name="first"/>, shortest first.
    /// Short forms in capitals ("AS", "US") match only words in capitals, so that the English word "as" is no state.
    /// </summary>
    /// <returns>The kinds of the phrases added, one bit a <see cref="LexKind"/>.</returns>
    public uint Match(ReadOnlyArray<Token> tokens, int first, List<Hit> hits)
    {
        int node = _first[tokens[first].Word];
        uint kinds = 0;
        bool capitals = true;
        for (int i = first; node != 0; i++)
        {
            Token token = tokens[i];
            capitals &= token.IsAllCaps || token.Kind != TokenKind.Word || token is { Length: 1, IsCapital: true };
            foreach (Leaf leaf in _nodes[node].Leaves)
            {
                if (leaf.Capitals && !capitals) continue;
                hits.Add(new Hit(first, i - first + 1, leaf.Kind, leaf.Entry, token.HasClitic));
                kinds |= 1u << (int)leaf.Kind;
            }

            if (token.HasClitic || !_nodes[node].GoesOn || i + 1 >= tokens.Length || !_inner[tokens[i + 1].Word] || (tokens[i + 1].Shape & TokenShape.LineStart) != 0) break;
            if (!_edges.TryGetValue(((long)node << 32) | (uint)tokens[i + 1].Word, out node)) break;
        }

        return kinds;
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
            var nodes = new Node[_leaves.Count];
            int[] first = new int[_words.Count + 1];
            bool[] inner = new bool[first.Length];
            for (int i = 0; i < nodes.Length; i++) nodes[i] = new Node([.. _leaves[i]], false);
            foreach ((long edge, int next) in _edges)
            {
                int from = (int)(edge >> 32);
                if (from == 0) first[(int)edge] = next;
                else (nodes[from], inner[(int)edge]) = (nodes[from] with { GoesOn = true }, true);
            }

            return new Lexicon(new WordTable(_words), _edges, nodes, first, inner);
        }
    }
}
