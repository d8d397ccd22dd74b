using Sanad.Language;
using Sanad.Parties;
using Sanad.Text;

namespace Sanad.Attribution.Learned;

/// <summary>What one token shows: its word, its last letters, and what kind of thing it is.</summary>
/// <param name="Word">Hash of the word regardless of case.</param>
/// <param name="Stem">Hash of the word without its suffix, so that "claims" and "claimed" share one.</param>
/// <param name="Ending">Hash of its last three letters.</param>
/// <param name="Tag">Kind of mark, name, function word or ending.</param>
/// <param name="Shape">Capitals and quotation marks around it, as bits.</param>
/// <param name="Kind">Class of the word by the company it keeps; <see cref="Coarse"/> is the same with fewer classes.</param>
internal readonly record struct Sign(uint Word, uint Stem, uint Ending, Tag Tag, uint Shape, uint Kind, uint Coarse)
{
    public const uint Quoted = 4;
}

/// <summary>Kinds of token, coarse: a stand-in for parts of speech, read from the lists and from endings.</summary>
internal enum Tag : byte
{
    Outside, Comma, Stop, Colon, Dash, OpenBracket, CloseBracket, Mark, OpenQuote, CloseQuote, Number, Time, Name, InName, Body, InBody, Place, InPlace,
    Title, InTitle, Pronoun, Self, Complementizer, Relative, Negation, Auxiliary, Unreal, Preposition, Determiner, And, Conjunction, Connective, To, Question,
    SayingNoun, Saying, People, Capital, Ing, Ed, Adverb, Plural, Abstract, Possessive, Other,
}

/// <summary>One sentence as <see cref="Sign"/>s, with running counts for asking what lies between two tokens.</summary>
internal sealed class Signs
{
    private readonly Sign[] _signs;
    private readonly int[] _commas, _verbs, _heads;
    private readonly int _first;

    public Signs(SentenceView view, WordKinds kinds)
    {
        View = view;
        Setting = SettingOf(view);
        _first = view.First;
        int count = view.End - view.First;
        _signs = new Sign[count];
        _commas = new int[count + 1];
        _verbs = new int[count + 1];
        _heads = new int[count + 1];
        Stemmer stemmer = view.Document.Language.Stemmer;
        for (int k = 0; k < count; k++)
        {
            int i = _first + k;
            Token token = view.Document.Tokens[i];
            ReadOnlySpan<char> word = view.Document.WordAt(i);
            uint shape = (token.IsCapital ? 1u : 0) | (token.IsAllCaps ? 2u : 0) | (view.IsQuoted(i) ? Sign.Quoted : 0);
            Tag tag = TagOf(view, i);
            uint hash = token.Kind == TokenKind.Number ? FeatureList.Of("0") : FeatureList.Of(word), ending = FeatureList.Of(word[Math.Max(0, word.Length - 3)..]);
            (uint kind, uint coarse, _) = kinds.Of(hash);
            if (kind == 0) (kind, coarse) = (ending, 1000 + (uint)tag);
            _signs[k] = new Sign(hash, token.Kind == TokenKind.Word ? FeatureList.Of(stemmer.WithoutSuffix(word)) : hash, ending, tag, shape, kind, coarse);
            _commas[k + 1] = _commas[k] + (tag is Tag.Comma or Tag.Dash or Tag.Colon ? 1 : 0);
            _verbs[k + 1] = _verbs[k] + (tag is Tag.Auxiliary or Tag.Unreal or Tag.Saying or Tag.Ed ? 1 : 0);
            _heads[k + 1] = _heads[k] + (BeginsNoun(k) ? 1 : 0);
        }
    }

    public SentenceView View { get; }

    /// <summary>Where in its paragraph the sentence stands, whether it quotes, and whether the one before it in the paragraph does, as bits.</summary>
    public uint Setting { get; }

    public int First => _first;

    public int End => _first + _signs.Length;

    public Sign this[int token]
    {
        get
        {
            int k = token - _first;
            return (uint)k < (uint)_signs.Length ? _signs[k] : k < 0 ? new Sign(1, 1, 1, Tag.Outside, 0, 1, 1) : new Sign(2, 2, 2, Tag.Outside, 8, 2, 2);
        }
    }

    public int Commas(int from, int to) => Between(_commas, from, to);

    public int Verbs(int from, int to) => Between(_verbs, from, to);

    /// <summary>Noun phrases that begin between the two.</summary>
    public int Heads(int from, int to) => Between(_heads, from, to);

    public bool BeginsNounAt(int token) => token >= First && token < End && BeginsNoun(token - _first);

    private static uint SettingOf(SentenceView view)
    {
        ReadOnlyArray<Sentence> sentences = view.Document.Sentences;
        int part = view.Sentence.Part;
        bool first = view.Index == 0 || sentences[view.Index - 1].Part != part, last = view.Index + 1 == sentences.Length || sentences[view.Index + 1].Part != part;
        bool quoted = !first && view.Document.Tokens[sentences[view.Index - 1].First].Kind == TokenKind.Quote;
        return (first ? 1u : 0) | (last ? 2u : 0) | (view.Quotations.Count > 0 ? 4u : 0) | (quoted ? 8u : 0);
    }

    private int Between(int[] counts, int from, int to) => from <= to ? counts[to - _first] - counts[from - _first] : counts[from - _first] - counts[to - _first];

    private bool BeginsNoun(int k)
    {
        Tag tag = _signs[k].Tag, before = k == 0 ? Tag.Outside : _signs[k - 1].Tag;
        return tag switch
        {
            Tag.Pronoun or Tag.Self => true,
            Tag.Determiner => before != Tag.Determiner,
            Tag.Name or Tag.Body or Tag.Place or Tag.Title or Tag.Capital or Tag.People => before is not (Tag.Determiner or Tag.Name or Tag.InName or Tag.Body or Tag.InBody or Tag.Place or Tag.InPlace
                or Tag.Title or Tag.InTitle or Tag.Capital or Tag.Other or Tag.Number),
            _ => false,
        };
    }

    private static Tag TagOf(SentenceView view, int i)
    {
        Document document = view.Document;
        Token token = document.Tokens[i];
        if (token.Kind == TokenKind.Quote)
        {
            if (view.TryQuotation(i, out Quotation quotation)) return quotation.Open == i ? Tag.OpenQuote : Tag.CloseQuote;
            return token.IsGlued ? Tag.CloseQuote : Tag.OpenQuote;
        }

        if (token.Kind == TokenKind.Punctuation)
        {
            return document.Text[token.Start] switch
            {
                ',' or ';' => Tag.Comma, '.' or '!' or '?' or '…' => Tag.Stop, ':' => Tag.Colon, '-' or '–' or '—' or '―' => Tag.Dash, '(' or '[' => Tag.OpenBracket, ')' or ']' => Tag.CloseBracket, _ => Tag.Mark,
            };
        }

        if (view.IsTime(i)) return Tag.Time;
        int segment = view.Parties.SegmentAt(i);
        if (segment >= 0)
        {
            NameSegment named = view.Parties.Segments[segment];
            int inside = named.First == i ? 0 : 1;
            return named.Kind switch { SegmentKind.Name => Tag.Name + (byte)inside, SegmentKind.Body => Tag.Body + (byte)inside, SegmentKind.Place => Tag.Place + (byte)inside, _ => Tag.Title + (byte)inside };
        }

        if (token.Kind == TokenKind.Number) return Tag.Number;
        if (document.TryHit(i, LexKind.Pronoun, out Hit pronoun)) return document.Language.Pronouns[pronoun.Entry].Number == "self" ? Tag.Self : Tag.Pronoun;
        ReadOnlySpan<char> word = document.WordAt(i);
        if (word.Equals("to", StringComparison.OrdinalIgnoreCase)) return Tag.To;
        if (OfClass(document.ClassOf(i, out int count)) is { } tag && count > 0) return tag;
        if (document.TryHit(i, LexKind.Reporting, out Hit saying)) return (document.Language.Reporting[saying.Entry].Frames & Frame.Noun) != 0 ? Tag.SayingNoun : Tag.Saying;
        if (document.TryHit(i, LexKind.People, out _)) return Tag.People;
        if (word[0] is '\'' or '’') return Tag.Possessive;
        if (token.IsCapital && i > view.First) return Tag.Capital;
        if (word.EndsWith("ing", StringComparison.Ordinal)) return Tag.Ing;
        if (word.EndsWith("ed", StringComparison.Ordinal)) return Tag.Ed;
        if (word.EndsWith("ly", StringComparison.Ordinal)) return Tag.Adverb;
        if (word.EndsWith("ion", StringComparison.Ordinal) || word.EndsWith("ment", StringComparison.Ordinal) || word.EndsWith("ness", StringComparison.Ordinal) || word.EndsWith("ity", StringComparison.Ordinal)) return Tag.Abstract;
        return word.EndsWith("s", StringComparison.Ordinal) && !word.EndsWith("ss", StringComparison.Ordinal) ? Tag.Plural : Tag.Other;
    }

    private static Tag? OfClass(WordClass classes)
    {
        if ((classes & WordClass.Complementizer) != 0) return Tag.Complementizer;
        if ((classes & WordClass.Relative) != 0) return Tag.Relative;
        if ((classes & WordClass.Question) != 0) return Tag.Question;
        if ((classes & WordClass.Unreal) != 0) return Tag.Unreal;
        if ((classes & WordClass.Negation) != 0) return Tag.Negation;
        if ((classes & WordClass.Auxiliary) != 0) return Tag.Auxiliary;
        if ((classes & WordClass.Preposition) != 0) return Tag.Preposition;
        if ((classes & WordClass.Determiner) != 0) return Tag.Determiner;
        if ((classes & WordClass.And) != 0) return Tag.And;
        if ((classes & (WordClass.Conjunction | WordClass.Coordinator)) != 0) return Tag.Conjunction;
        return (classes & WordClass.Connective) != 0 ? Tag.Connective : null;
    }
}
