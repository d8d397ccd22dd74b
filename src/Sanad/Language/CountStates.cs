namespace Sanad.Language;

/// <summary>
/// The states in which the press counts people, and what lengths are of, read from <c>languages/states.tsv</c>: "187 people on board" and "membawa 187 orang" are
/// one quantity, "19 people taken from the water" is another.
/// </summary>
public sealed class CountStates
{
    /// <summary>What lengths are of, among the states.</summary>
    public const string Length = "length";

    /// <summary>What people are in.</summary>
    public const string People = "people";

    private readonly Dictionary<string, Dictionary<string, (string State, string Of)>> _phrases = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Language, string State), string> _names = [];
    private readonly int _longest = 1;

    private CountStates()
    {
        string[] languages = ["id", "en"];
        foreach (string language in languages) _phrases.Add(language, new Dictionary<string, (string, string)>(StringComparer.OrdinalIgnoreCase));
        foreach (LanguageRow row in LanguageFile.Rows("", "states.tsv"))
        {
            if (row[1] is not (Length or People)) throw row.Error($"'{row[1]}' is nothing that has a state");
            for (int i = 0; i < languages.Length; i++)
            {
                foreach (string phrase in row.List(i + 2))
                {
                    if (!_phrases[languages[i]].TryAdd(phrase, (row[0], row[1]))) throw row.Error($"'{phrase}' stands for two states");
                    _names.TryAdd((languages[i], row[0]), phrase);
                    _longest = Math.Max(_longest, phrase.AsSpan().Count(' ') + 1);
                }
            }
        }
    }

    internal static CountStates Load() => new();

    /// <summary>The words for a state behind a noun ("di atas kapal"); null where the language has none.</summary>
    public string? NameOf(string language, string state) => _names.GetValueOrDefault((language, state));

    /// <summary>The state that the first or last word of a phrase names ("jarak kedua kapal", "the distance"); null where neither does.</summary>
    public string? Of(string language, string phrase, string of)
    {
        int first = phrase.IndexOf(' '), last = phrase.LastIndexOf(' ') + 1;
        return _phrases.TryGetValue(language, out Dictionary<string, (string State, string Of)>? phrases)
            && (phrases.TryGetValue(first < 0 ? phrase : phrase[..first], out (string State, string Of) found) || phrases.TryGetValue(phrase[last..], out found)) && found.Of == of ? found.State : null;
    }

    /// <summary>
    /// The state that the longest phrase beginning at a token names; null where none does. <paramref name="length"/> is that of the phrase in tokens, 0 for none.
    /// </summary>
    /// <param name="of"><see cref="People"/> or <see cref="Length"/>.</param>
    public string? At(string text, IReadOnlyList<Token> tokens, int first, string language, string of, out int length)
    {
        if (_phrases.TryGetValue(language, out Dictionary<string, (string State, string Of)>? phrases))
        {
            Dictionary<string, (string State, string Of)>.AlternateLookup<ReadOnlySpan<char>> known = phrases.GetAlternateLookup<ReadOnlySpan<char>>();
            for (length = Math.Min(_longest, tokens.Count - first); length > 0; length--)
            {
                ReadOnlySpan<char> words = text.AsSpan(tokens[first].Start, tokens[first + length - 1].End - tokens[first].Start);
                if (known.TryGetValue(words, out (string State, string Of) found) && found.Of == of) return found.State;
            }
        }

        length = 0;
        return null;
    }
}
