using System.Globalization;
using Sanad.Language;
using Sanad.Parties;
using Sanad.Text;
using Sanad.Time;

namespace Sanad.Stories;

/// <summary>
/// What a stretch of text says, as a set of terms without language: ids of parties, numbers, concepts, stems. Two wordings of
/// one sentence share most of theirs; a sentence and its translation share the names, numbers and concepts.
/// </summary>
public sealed class Wording
{
    /// <summary>What a word of one language weighs in a comparison across languages, against what it weighs within.</summary>
    private const double BoundWeight = 0.4;

    private readonly HashSet<string> _terms, _bound;

    /// <summary>The weight of all terms by the weights last asked for: one wording is compared with hundreds of others.</summary>
    private Weighed? _weighed;

    private Wording(HashSet<string> terms, HashSet<string> bound) => (_terms, _bound) = (terms, bound);

    public IReadOnlySet<string> Terms => _terms;

    /// <summary>Whether the term is a word of one language, which a translation cannot share.</summary>
    public bool IsBound(string term) => _bound.Contains(term);

    public static Wording Of(Analysis analysis, IEnumerable<TextSpan> spans, LanguageSet languages)
    {
        LanguagePack language = languages[analysis.Article.Language];
        HashSet<string> terms = new(StringComparer.Ordinal), bound = new(StringComparer.Ordinal);
        var tokens = new List<Token>();
        foreach (TextSpan span in spans)
        {
            tokens.Clear();
            bool title = IsTitle(analysis.Article, span);
            Tokenizer.Cut(analysis.Article.Text, span, language, tokens);
            int mention = FirstMention(analysis.Mentions, span.Start), time = FirstTime(analysis.Times, span.Start);
            for (int i = 0; i < tokens.Count; i++)
            {
                Token token = tokens[i];
                while (time < analysis.Times.Count && analysis.Times[time].Span.End <= token.Start) time++;
                if (token.Kind == TokenKind.Number && time < analysis.Times.Count && analysis.Times[time].Span.Contains(token.Span) && analysis.Times[time].Value.Clock is { } clock)
                {
                    // "21.38" here is "9:38 p.m." there.
                    terms.Add(clock.ToString("'#'HH:mm", CultureInfo.InvariantCulture));
                    continue;
                }

                while (mention < analysis.Mentions.Count && analysis.Mentions[mention].Span.End <= token.Start) mention++;
                bool mentioned = mention < analysis.Mentions.Count && analysis.Mentions[mention].Span.Overlaps(token.Span);
                if (mentioned && analysis.Mentions[mention].PartyId is { } party && party.StartsWith("state:", StringComparison.Ordinal))
                {
                    terms.Add(party);
                    continue;
                }

                if (i + 1 < tokens.Count && PhraseAt(analysis.Article.Text, token, tokens[i + 1], language, languages.Concepts) is { } phrase)
                {
                    terms.Add(phrase);
                    i++;
                    continue;
                }

                Add(analysis.Article.Text, token, language, languages.Concepts, terms, bound, token.IsCapital && (mentioned || !title));
            }
        }

        return new Wording(terms, bound);
    }

    /// <summary>The concept of two words that stand for one thing ("rumah sakit", "angkatan laut"); null where they do not.</summary>
    private static string? PhraseAt(string text, Token first, Token second, LanguagePack language, Concepts concepts) =>
        first.Kind == TokenKind.Word && second.Kind == TokenKind.Word && second.Start == first.End + 1 && second.StemLength > 0
            ? concepts.Of(language.Code, text[first.Start..(second.Start + second.StemLength)])
            : null;

    private static void Add(string text, Token token, LanguagePack language, Concepts concepts, HashSet<string> terms, HashSet<string> bound, bool name)
    {
        if (token.Kind == TokenKind.Number)
        {
            terms.Add("#" + text[token.Start..token.End].Replace(language.GroupMark.ToString(), "", StringComparison.Ordinal).Replace(',', '.'));
            return;
        }

        if (token.Kind != TokenKind.Word) return;
        if (token.Word != 0 && language.TryWord(token.Word, LexKind.Calendar, out int row) && language.Calendar[row].Row[1] is "weekday" or "month" && token.IsCapital)
        {
            terms.Add(language.Calendar[row].Row[1] + ":" + language.Calendar[row].Row[2]);
            return;
        }

        if (token.Word != 0 && language.TryWord(token.Word, LexKind.Number, out row))
        {
            terms.Add("#" + language.Numbers[row].Row[1]);
            return;
        }

        string word = text.Substring(token.Start, token.StemLength);
        if (concepts.OfWord(language, word) is { } concept)
        {
            terms.Add(concept);
            return;
        }

        if (token.Word != 0 && language.IsFunctionWord(token.Word)) return;
        if (word.Length < 3) return;
        string term = name ? Slug.Of(word) : language.Stemmer.Stem(word);
        terms.Add(term);
        if (!name) bound.Add(term);
    }

    /// <summary>In a title a capital makes no name.</summary>
    private static bool IsTitle(Article article, TextSpan span)
    {
        foreach (Part part in article.Parts)
        {
            if (part.Kind == PartKind.Title && part.Span.Contains(span.Start)) return true;
        }

        return false;
    }

    /// <summary>Weight of the terms shared by both, over the mean weight of each (Dice's coefficient), 0 to 1; 0 for empty ones.</summary>
    public double Likeness(Wording other, TermWeights weights) => Against(other, weights, false).Likeness;

    /// <summary>All that is asked of two wordings, by one look at each of the first one's terms.</summary>
    /// <param name="across">The two are in different languages: words of one language weigh little then, since no list of equivalents holds them all.</param>
    internal WordingOverlap Against(Wording other, TermWeights weights, bool across)
    {
        (int shared, int telling, double weight) = (0, 0, 0);
        foreach (string term in _terms)
        {
            if (!other._terms.Contains(term)) continue;
            shared++;
            if (term[0] != '#' && term[^1] != '!') telling++;
            weight += weights.Of(term);
        }

        double mine = WeightBy(weights), others = other.WeightBy(weights);
        return across
            ? new WordingOverlap(shared, telling, weight, WeightAcross(other, weights, mine), other.WeightAcross(this, weights, others), mine, others)
            : new WordingOverlap(shared, telling, weight, mine, others, mine, others);
    }

    private double WeightBy(TermWeights weights)
    {
        Weighed? weighed = _weighed;
        if (weighed?.By != weights) _weighed = weighed = new Weighed(weights, weights.Of(_terms));
        return weighed.All;
    }

    private double WeightAcross(Wording other, TermWeights weights, double all)
    {
        foreach (string term in _bound)
        {
            if (!other._terms.Contains(term)) all -= (1 - BoundWeight) * weights.Of(term);
        }

        return all;
    }

    public int Shared(Wording other)
    {
        (HashSet<string> few, HashSet<string> many) = _terms.Count <= other._terms.Count ? (_terms, other._terms) : (other._terms, _terms);
        int shared = 0;
        foreach (string term in few) shared += many.Contains(term) ? 1 : 0;
        return shared;
    }

    private static int FirstMention(IReadOnlyList<Mention> mentions, int start) => First(mentions.Count, i => mentions[i].Span.End > start);

    private static int FirstTime(IReadOnlyList<TimeMention> times, int start) => First(times.Count, i => times[i].Span.End > start);

    /// <summary>The first place from which on the condition holds; the count where it never does.</summary>
    private static int First(int count, Func<int, bool> holds)
    {
        int low = 0, high = count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (holds(middle)) high = middle;
            else low = middle + 1;
        }

        return low;
    }

    private sealed record Weighed(TermWeights By, double All);
}

/// <summary>What two wordings have in common.</summary>
/// <param name="Shared">Terms of both.</param>
/// <param name="Telling">Of these all but numbers and states of people: two offices that give one toll have not said one thing.</param>
/// <param name="Weight">Weight of the shared terms.</param>
/// <param name="Left">Weight of the first one's terms; across languages its words of one language weigh little.</param>
/// <param name="Right">Of the second one's.</param>
/// <param name="LeftInFull">Weight of the first one's terms, all in full.</param>
/// <param name="RightInFull">Of the second one's.</param>
internal readonly record struct WordingOverlap(int Shared, int Telling, double Weight, double Left, double Right, double LeftInFull, double RightInFull)
{
    /// <summary>Weight of the shared terms over the mean weight of each (Dice's coefficient), 0 to 1; 0 for empty ones.</summary>
    public double Likeness => Left + Right is var all && all == 0 ? 0 : 2 * Weight / all;

    /// <summary>Share, by weight, of the lighter one's terms that the other holds.</summary>
    public double Held => Share(Math.Min(Left, Right));

    /// <summary>The same with all words in full.</summary>
    public double HeldInFull => Share(Math.Min(LeftInFull, RightInFull));

    private double Share(double least) => least == 0 ? 0 : Weight / least;
}
