using System.Runtime.InteropServices;
using Sanad.Text;

namespace Sanad.Language;

/// <summary>
/// An article cut into tokens, sentences and quotations, every word looked up. What all later stages read; immutable.
/// </summary>
public sealed class Document
{
    private readonly Token[] _tokens;
    private readonly Hit[] _hits;
    private readonly int[] _firstHit;

    /// <summary>For each token the kinds of the phrases that begin there, one bit a <see cref="LexKind"/>: most questions end here.</summary>
    private readonly ushort[] _kinds;
    private readonly Sentence[] _sentences;
    private readonly Quotation[] _quotations;

    private Document(Article article, LanguagePack language, List<Token> tokens, List<Sentence> sentences, List<Quotation> quotations)
    {
        Article = article;
        Language = language;
        _tokens = [.. tokens];
        _sentences = [.. sentences];
        _quotations = [.. quotations];
        _firstHit = new int[_tokens.Length + 1];
        _kinds = new ushort[_tokens.Length];
        List<Hit> hits = ScratchList<Hit>.Rent();
        for (int i = 0; i < _tokens.Length; i++)
        {
            _firstHit[i] = hits.Count;
            if (_tokens[i].Word != 0) _kinds[i] = (ushort)language.Lexicon.Match(Tokens, i, hits);
        }

        _firstHit[_tokens.Length] = hits.Count;
        _hits = [.. hits];
        ScratchList<Hit>.Return(hits);
    }

    public Article Article { get; }

    public LanguagePack Language { get; }

    public string Text => Article.Text;

    public ReadOnlyArray<Token> Tokens => new(_tokens);

    public ReadOnlyArray<Sentence> Sentences => new(_sentences);

    /// <summary>In order of their opening marks.</summary>
    public ReadOnlyArray<Quotation> Quotations => new(_quotations);

    /// <summary>Phrases of the lexicon that begin at the token, shortest first.</summary>
    public HitList HitsAt(int token) => new(_hits, _firstHit[token], _firstHit[token + 1]);

    /// <summary>The same, and nothing where none of the phrases is of the kind.</summary>
    public HitList HitsAt(int token, LexKind kind) => Has(token, kind) ? HitsAt(token) : new(_hits, 0, 0);

    /// <summary>Whether a phrase of the kind begins at the token.</summary>
    public bool Has(int token, LexKind kind) => (_kinds[token] & (1 << (int)kind)) != 0;

    /// <summary>The longest phrase of a kind that begins at the token and ends by <paramref name="limit"/>.</summary>
    public bool TryHit(int token, LexKind kind, out Hit hit, int limit = int.MaxValue)
    {
        if (!Has(token, kind))
        {
            hit = default;
            return false;
        }

        for (int i = _firstHit[token + 1] - 1; i >= _firstHit[token]; i--)
        {
            if (_hits[i].Kind == kind && _hits[i].End <= limit)
            {
                hit = _hits[i];
                return true;
            }
        }

        hit = default;
        return false;
    }

    /// <summary>Union of the classes that <c>grammar.tsv</c> gives the longest phrase at the token; <paramref name="count"/> is its length.</summary>
    public WordClass ClassOf(int token, out int count)
    {
        if (TryHit(token, LexKind.Grammar, out Hit hit))
        {
            count = hit.Count;
            return Language.Grammar[hit.Entry].Classes;
        }

        count = 0;
        return WordClass.None;
    }

    public bool Is(int token, WordClass classes) => (ClassOf(token, out _) & classes) != 0;

    /// <summary>Hash of the token's word regardless of case, as <see cref="FeatureList.Of"/> gives it.</summary>
    internal uint HashAt(int token) => _tokens[token].Hash;

    public ReadOnlySpan<char> WordAt(int token) => Text.AsSpan(_tokens[token].Start, _tokens[token].Length);

    public bool IsMark(int token, char mark) => _tokens[token].Length == 1 && Text[_tokens[token].Start] == mark;

    /// <summary>What the sentence's line is to its reader; a subhead of the text counts as one, however it was told.</summary>
    public PartKind PartOf(Sentence sentence) => Article.Parts[sentence.Part] is { IsHeading: true } ? PartKind.Subheading : Article.Parts[sentence.Part].Kind;

    /// <summary>The text from the first of the tokens to the last, the end not included.</summary>
    public TextSpan SpanOf(int first, int end) => new(_tokens[first].Start, _tokens[end - 1].End);

    /// <summary>Cuts the parts of the article that a reader reads: all but furniture. Of a language that is not read nothing: every finding would be a guess.</summary>
    public static Document Read(Article article, LanguagePack language)
    {
        List<Token> tokens = ScratchList<Token>.Rent();
        List<Sentence> sentences = ScratchList<Sentence>.Rent();
        List<Quotation> quotations = ScratchList<Quotation>.Rent();
        for (int part = 0; part < article.Parts.Count && !article.IsForeign; part++)
        {
            if (article.Parts[part].Kind == PartKind.Furniture) continue;
            int first = tokens.Count, firstQuotation = quotations.Count;
            Tokenizer.Cut(article.Text, article.Parts[part].Span, language, tokens);
            Sanad.Language.Quotations.Pair(article.Text, CollectionsMarshal.AsSpan(tokens), first, tokens.Count, quotations);
            SentenceSplitter.Split(article.Text, language, CollectionsMarshal.AsSpan(tokens), first, tokens.Count, part, CollectionsMarshal.AsSpan(quotations), firstQuotation, sentences);
        }

        var document = new Document(article, language, tokens, sentences, quotations);
        ScratchList<Token>.Return(tokens);
        ScratchList<Sentence>.Return(sentences);
        ScratchList<Quotation>.Return(quotations);
        return document;
    }
}
