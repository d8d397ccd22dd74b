using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Sanad.Language;
using Sanad.Parties;

namespace Sanad.Stories;

/// <summary>The feature that a word of a language is: its concept where the lists have one, else its stem. Kept once worked out, since articles share most of their words.</summary>
internal sealed class WordFeatures
{
    /// <summary>Words that are kept at most: a press's whole vocabulary, and no more memory for texts of nonsense.</summary>
    private const int MostKept = 1 << 16;

    private static readonly ConditionalWeakTable<LanguagePack, WordFeatures> Known = [];

    private readonly LanguagePack _language;
    private readonly Concepts _concepts;
    private readonly ConcurrentDictionary<string, string> _features = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private int _kept;

    private WordFeatures(LanguagePack language, Concepts concepts)
    {
        (_language, _concepts) = (language, concepts);
        _lookup = _features.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public static WordFeatures Of(LanguagePack language, LanguageSet languages) => Known.GetValue(language, language => new WordFeatures(language, languages.Concepts));

    public string this[ReadOnlySpan<char> word]
    {
        get
        {
            if (_lookup.TryGetValue(word, out string? feature)) return feature;
            string form = word.ToString();
            feature = _concepts.OfWord(_language, form) is { } concept ? "=" + concept : "w:" + _language.Stemmer.Stem(Slug.Of(form));
            if (Volatile.Read(ref _kept) < MostKept && _features.TryAdd(form, feature)) Interlocked.Increment(ref _kept);
            return feature;
        }
    }
}
