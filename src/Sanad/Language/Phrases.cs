namespace Sanad.Language;

/// <summary>Phrases of several languages and what each stands for, regardless of case; of two that begin alike the longer counts.</summary>
internal sealed class Phrases<T>
{
    private readonly Dictionary<string, Dictionary<string, T>> _values = new(StringComparer.Ordinal);
    private int _longest = 1;

    /// <summary>False where the language has the phrase already.</summary>
    public bool TryAdd(string language, string phrase, T value)
    {
        if (!_values.TryGetValue(language, out Dictionary<string, T>? phrases)) _values.Add(language, phrases = new Dictionary<string, T>(StringComparer.OrdinalIgnoreCase));
        _longest = Math.Max(_longest, phrase.AsSpan().Count(' ') + 1);
        return phrases.TryAdd(phrase, value);
    }

    /// <summary>What a phrase stands for.</summary>
    public bool TryGet(string language, string phrase, [System.Diagnostics.CodeAnalysis.MaybeNullWhen(false)] out T value)
    {
        value = default;
        return _values.TryGetValue(language, out Dictionary<string, T>? phrases) && phrases.TryGetValue(phrase, out value);
    }

    /// <summary>The longest phrase that begins at a token and passes the test. <paramref name="length"/> is its length in tokens, 0 where there is none.</summary>
    public bool TryAt(string text, IReadOnlyList<Token> tokens, int first, string language, Func<T, bool> test, [System.Diagnostics.CodeAnalysis.MaybeNullWhen(false)] out T value, out int length)
    {
        if (_values.TryGetValue(language, out Dictionary<string, T>? phrases))
        {
            Dictionary<string, T>.AlternateLookup<ReadOnlySpan<char>> known = phrases.GetAlternateLookup<ReadOnlySpan<char>>();
            for (length = Math.Min(_longest, tokens.Count - first); length > 0; length--)
            {
                if (known.TryGetValue(text.AsSpan(tokens[first].Start, tokens[first + length - 1].End - tokens[first].Start), out value) && test(value)) return true;
            }
        }

        (value, length) = (default, 0);
        return false;
    }
}
