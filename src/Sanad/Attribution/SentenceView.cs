using Sanad.Language;
using Sanad.Parties;
using Sanad.Text;

namespace Sanad.Attribution;

/// <summary>One sentence with all that the rules look at: its cues, quotations, names and times.</summary>
internal sealed class SentenceView
{
    /// <summary>Fewest words in marks that count as a quotation and not as a word held up.</summary>
    private const int ShortestQuote = 3;

    /// <summary>Tokens between a rating ("put") and its number, at most.</summary>
    private const int LongestRated = 16;

    private readonly bool[] _time;
    private readonly List<TokenRange> _silent = [];

    public SentenceView(Document document, PartyIndex parties, bool[] time, int index)
    {
        Document = document;
        Parties = parties;
        _time = time;
        Index = index;
        Sentence = document.Sentences[index];
        Quotations = QuotationsOf(document, Sentence);
        CueFinder.Find(document, Sentence.First, Sentence.End, Quotations, Cues, _silent);
        for (int i = Cues.Count - 1; i >= 0; i--)
        {
            if (Cues[i].Has(Frame.Rating) && !IsRated(Cues[i].End)) Cues.RemoveAt(i);
        }
    }

    public Document Document { get; }

    public PartyIndex Parties { get; }

    public int Index { get; }

    public Sentence Sentence { get; }

    public int First => Sentence.First;

    /// <summary>End of the sentence, its full stop included.</summary>
    public int End => Sentence.End;

    public bool IsTitle => Document.PartOf(Sentence) == PartKind.Title;

    /// <summary>Quotations in double marks, and in single ones that are no part of those.</summary>
    public List<Quotation> Quotations { get; }

    public List<Cue> Cues { get; } = [];

    /// <summary>The sentence before; there must be one.</summary>
    public SentenceView Above() => new(Document, Parties, _time, Index - 1);

    public bool IsTime(int token) => token >= 0 && token < _time.Length && _time[token];

    public bool IsQuoted(int token) => TryQuotation(token, out Quotation quotation) && quotation.Open < token && token < quotation.Close;

    /// <summary>The quotation that covers the token, its marks included.</summary>
    public bool TryQuotation(int token, out Quotation found)
    {
        foreach (Quotation quotation in Quotations)
        {
            if (token >= quotation.Open && token <= quotation.Close && (token < quotation.Close || quotation.Closed))
            {
                found = quotation;
                return true;
            }
        }

        found = default;
        return false;
    }

    /// <summary>Whether the quotation says something by itself: long enough, or ending like a sentence.</summary>
    public bool IsSpeech(Quotation quotation)
    {
        int words = 0;
        for (int i = quotation.Open + 1; i < quotation.Close; i++) words += Document.Tokens[i].Kind is TokenKind.Word or TokenKind.Number ? 1 : 0;
        if (words == 0) return false;
        Token last = Document.Tokens[quotation.Close - 1];
        return words >= ShortestQuote || Document.Text[last.Start] is ',' or '.' or '!' or '?';
    }

    /// <summary>Whether the token is a comma, dash, bracket, quotation mark or the like, where a phrase ends.</summary>
    public bool IsBreak(int token) => Document.Tokens[token].Kind is TokenKind.Punctuation or TokenKind.Quote && !Document.IsMark(token, '\'');

    public bool IsComma(int token) => token >= First && token < End && Document.IsMark(token, ',');

    public bool IsDash(int token) => token >= First && token < End && Document.Tokens[token].Kind == TokenKind.Punctuation && Document.Text[Document.Tokens[token].Start] is '–' or '—' or '―' or '-' && !Document.Tokens[token].IsGlued;

    public bool Is(int token, WordClass classes) => token >= First && token < End && Document.Is(token, classes);

    /// <summary>The cue that begins at the token, or null.</summary>
    public Cue? CueAt(int token)
    {
        foreach (Cue cue in Cues)
        {
            if (cue.First == token) return cue;
        }

        return null;
    }

    /// <summary>"put | the dead at 34", "put | the distance at less than 500 meters": the number stands behind the object, its hedge between.</summary>
    private bool IsRated(int from)
    {
        for (int i = from + 1; i < End - 1 && i - from < LongestRated && !Document.IsMark(i, ';'); i++)
        {
            if (!Is(i, WordClass.Rating) || IsTime(i + 1)) continue;
            int number = Document.TryHit(i + 1, LexKind.Hedge, out Hit hedge, End) ? hedge.End : i + 1;
            if (number < End && !IsTime(number) && (Document.Tokens[number].Kind == TokenKind.Number || Document.Has(number, LexKind.Number) || Document.Has(number, LexKind.Unit))) return true;
        }

        return false;
    }

    /// <summary>A rating ("put") whose object gets no number, so that it reports nothing.</summary>
    public bool IsUnrated(int token) =>
        CueAt(token) is null && Document.TryHit(token, LexKind.Reporting, out Hit hit, End) && (Document.Language.Reporting[hit.Entry].Frames & Frame.Rating) != 0;

    /// <summary>Whether the token stands in a phrase that reports nothing: "asked not to be named".</summary>
    public bool IsSilent(int token)
    {
        foreach (TokenRange phrase in _silent)
        {
            if (phrase.Contains(token)) return true;
        }

        return false;
    }

    /// <summary>"Neither the mayor nor his deputy answered": the phrase tells who said nothing.</summary>
    public bool IsNobody(TokenRange phrase) => !phrase.IsEmpty && Is(phrase.First, WordClass.Negation) && !Is(phrase.First, WordClass.Determiner);

    /// <summary>"Mayor shuts mine as | owner admits leak": where in a title the clause of the cue begins, behind the last word that joins two clauses.</summary>
    public int ClauseBefore(int first, int cue)
    {
        for (int i = cue - 1; i > first; i--)
        {
            if (Is(i, WordClass.Conjunction) && !Is(i, WordClass.And | WordClass.Relative) && SpeakerSigns.BeginsNoun(this, i + 1, cue)) return i + 1;
        }

        return first;
    }

    private static List<Quotation> QuotationsOf(Document document, Sentence sentence)
    {
        var found = new List<Quotation>();
        ReadOnlyArray<Quotation> all = document.Quotations;
        int low = 0, high = all.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (all[middle].Open < sentence.First) low = middle + 1;
            else high = middle;
        }

        for (int i = low; i < all.Length && all[i].Open < sentence.End; i++)
        {
            if (!all[i].Inner) found.Add(all[i] with { Close = Math.Min(all[i].Close, sentence.End) });
        }

        return found;
    }
}
