using System.Globalization;
using System.IO.Hashing;
using System.Runtime.InteropServices;
using System.Text;
using Sanad.Attribution;
using Sanad.Figures;
using Sanad.Language;
using Sanad.Parties;
using Sanad.Text;

namespace Sanad.Stories;

/// <summary>
/// What makes an article findable: its names, places, telling numbers and the words of its title and those it repeats, without language where that can be,
/// each with a weight for its kind. A feature is known by a number that follows from its name, the same in every store and whatever came first. A store keeps
/// them as an inverted index.
/// </summary>
public sealed record StoryFeatures
{
    /// <summary>Features of an article at most.</summary>
    public const int Most = 80;

    private readonly long[] _numbers;
    private readonly Half[] _weights;

    /// <param name="weights">By name of the feature.</param>
    /// <param name="day">Day of publication or null.</param>
    public StoryFeatures(IReadOnlyDictionary<string, double> weights, DateOnly? day)
    {
        (_numbers, _weights, Day) = (new long[weights.Count], new Half[weights.Count], day);
        int i = 0;
        foreach ((string name, double weight) in weights) (_numbers[i], _weights[i++]) = (NumberOf(name), (Half)weight);
        Array.Sort(_numbers, _weights);
    }

    private StoryFeatures(long[] numbers, Half[] weights, DateOnly? day) => (_numbers, _weights, Day) = (numbers, weights, day);

    /// <summary>In ascending order.</summary>
    public ReadOnlySpan<long> Numbers => _numbers;

    /// <summary>By place, as <see cref="Numbers"/>; of few digits, so that what is kept is what was compared.</summary>
    public ReadOnlySpan<Half> Weights => _weights;

    public DateOnly? Day { get; init; }

    /// <summary>As they were once worked out.</summary>
    /// <param name="numbers">In ascending order; copied.</param>
    /// <param name="weights">As many; copied.</param>
    public static StoryFeatures Kept(ReadOnlySpan<long> numbers, ReadOnlySpan<Half> weights, DateOnly? day) => new(numbers.ToArray(), weights.ToArray(), day);

    /// <summary>The number of a feature: a hash of its name (XXH3, 64 bits). Two that share one count as one feature, which is rarer than one in millions and joins no stories by itself.</summary>
    public static long NumberOf(string name)
    {
        Span<byte> bytes = stackalloc byte[3 * LongestName];
        return name.Length <= LongestName ? (long)XxHash3.HashToUInt64(bytes[..Encoding.UTF8.GetBytes(name, bytes)]) : (long)XxHash3.HashToUInt64(MemoryMarshal.AsBytes(name.AsSpan()));
    }

    /// <summary>UTF-16 code units of a feature's name; longer ones are passed over.</summary>
    private const int LongestName = 64;

    private const double Person = 1.6, Name = 1.6, Body = 2, State = 0.6, Place = 1.2, Number = 1.2, TitleWord = 1.6, BodyWord = 0.8;

    /// <summary>What each further time adds to a word's weight, times the logarithm of the count.</summary>
    private const double Repeat = 0.6;

    /// <summary>UTF-16 code units of an article, and of one paragraph, in which words are counted: what follows is background.</summary>
    private const int MostRead = 6000, MostOfPart = 1500;

    public static StoryFeatures Of(Analysis analysis, LanguageSet languages)
    {
        LanguagePack language = languages[analysis.Article.Language];
        var weights = new Dictionary<string, double>(StringComparer.Ordinal);
        var known = new HashSet<string>(StringComparer.Ordinal);
        string? outlet = null;
        foreach (Party party in analysis.Parties)
        {
            if (party.Roles.Count > 0) known.Add(party.Id);
            if (party.Name.Equals(analysis.Article.Outlet, StringComparison.OrdinalIgnoreCase)) outlet = party.Id;
        }

        foreach (Statement statement in analysis.Statements) known.UnionWith(statement.Speaker.PartyIds);
        foreach (Mention mention in analysis.Mentions)
        {
            if (!IsTold(analysis.Article, mention.Span) || (outlet is not null && mention.PartyId == outlet)) continue;
            string? id = mention.PartyId;
            if (id is null && mention.Kind == MentionKind.Place) Raise(weights, "place:" + Slug.Of(mention.Span.Of(analysis.Article.Text).ToString()), Place);
            else if (id is null) continue;
            else if (id.StartsWith("person:", StringComparison.Ordinal)) Raise(weights, "name:" + id[(id.LastIndexOf('-') < 0 ? 7 : id.LastIndexOf('-') + 1)..], known.Contains(id) ? Person : Name);
            else if (id.StartsWith("state:", StringComparison.Ordinal)) Raise(weights, id, State);
            else Raise(weights, id, Body);
        }

        foreach (Figure figure in analysis.Figures)
        {
            if (figure.Low is not { } low || low < 13) continue;
            Raise(weights, "#" + low.ToString(CultureInfo.InvariantCulture), Number);
        }

        WordFeatures features = WordFeatures.Of(language, languages);
        var counts = new Dictionary<string, (double Weight, int Count)>(StringComparer.Ordinal);
        int read = 0;
        foreach (Part part in analysis.Article.Parts)
        {
            if (part.Kind == PartKind.Title) Words(analysis.Article.Text, part.Span, language, features, TitleWord, counts);
            else if (part.Kind == PartKind.Body && read <= MostRead)
            {
                read += part.Span.Length;
                Words(analysis.Article.Text, new TextSpan(part.Span.Start, Math.Min(part.Span.End, part.Span.Start + MostOfPart)), language, features, BodyWord, counts);
            }
        }

        if (analysis.Article.Title is { } title && analysis.Article.Parts is [{ Kind: not PartKind.Title }, ..]) Words(title, new TextSpan(0, title.Length), language, features, TitleWord, counts);
        foreach ((string word, (double weight, int count)) in counts)
        {
            // A word outside the title tells of the article where it comes again.
            if (weight > BodyWord || count > 1) Raise(weights, word, weight * (1 + Repeat * Math.Log(count)));
        }

        return new StoryFeatures(Heaviest(weights), analysis.Publication.Anchor);
    }

    /// <summary>Who wrote an article or carried it is in many of all stories: only what it tells counts.</summary>
    private static bool IsTold(Article article, TextSpan span)
    {
        foreach (Part part in article.Parts)
        {
            if (part.Span.Contains(span.Start)) return part.Kind is PartKind.Title or PartKind.Body or PartKind.Subheading or PartKind.Caption;
        }

        return false;
    }

    private static void Words(string text, TextSpan span, LanguagePack language, WordFeatures features, double weight, Dictionary<string, (double Weight, int Count)> counts)
    {
        List<Token> tokens = ScratchList<Token>.Rent();
        Tokenizer.Cut(text, span, language, tokens);
        foreach (Token token in tokens)
        {
            if (token.Kind != TokenKind.Word || token.StemLength < 4 || (token.Word != 0 && language.IsFunctionWord(token.Word))) continue;
            ref (double Weight, int Count) counted = ref CollectionsMarshal.GetValueRefOrAddDefault(counts, features[text.AsSpan(token.Start, token.StemLength)], out _);
            counted = (Math.Max(counted.Weight, weight), counted.Count + 1);
        }

        ScratchList<Token>.Return(tokens);
    }

    private static void Raise(Dictionary<string, double> weights, string feature, double weight)
    {
        if (feature.Length <= LongestName) weights[feature] = Math.Max(weights.GetValueOrDefault(feature), weight);
    }

    private static Dictionary<string, double> Heaviest(Dictionary<string, double> weights)
    {
        if (weights.Count <= Most) return weights;
        var kept = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach ((string feature, double weight) in weights.OrderByDescending(static pair => pair.Value).ThenBy(static pair => pair.Key, StringComparer.Ordinal).Take(Most)) kept.Add(feature, weight);
        return kept;
    }
}
