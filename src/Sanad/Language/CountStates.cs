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

    private readonly Phrases<(string State, string Of)> _phrases = new();
    private readonly Dictionary<(string Language, string State), string> _names = [];

    private CountStates()
    {
        string[] languages = ["id", "en"];
        foreach (LanguageRow row in LanguageFile.Rows("", "states.tsv"))
        {
            if (row[1] is not (Length or People)) throw row.Error($"'{row[1]}' is nothing that has a state");
            for (int i = 0; i < languages.Length; i++)
            {
                foreach (string phrase in row.List(i + 2))
                {
                    if (!_phrases.TryAdd(languages[i], phrase, (row[0], row[1]))) throw row.Error($"'{phrase}' stands for two states");
                    _names.TryAdd((languages[i], row[0]), phrase);
                }
            }
        }
    }

    internal static CountStates Load() => new();

    /// <summary>The words for a state behind a noun ("di atas kapal"); null where the language has none.</summary>
    public string? NameOf(string language, string state) => _names.GetValueOrDefault((language, state));

    /// <summary>The state that the first or last word of a phrase names ("jarak kedua kapal", "the distance"); null where neither does.</summary>
    /// <param name="of"><see cref="People"/> or <see cref="Length"/>.</param>
    public string? Of(string language, string phrase, string of)
    {
        int first = phrase.IndexOf(' '), last = phrase.LastIndexOf(' ') + 1;
        return (_phrases.TryGet(language, first < 0 ? phrase : phrase[..first], out (string State, string Of) found) || _phrases.TryGet(language, phrase[last..], out found)) && found.Of == of ? found.State : null;
    }

    /// <summary>
    /// The state that the longest phrase beginning at a token names; null where none does. <paramref name="length"/> is that of the phrase in tokens, 0 for none.
    /// </summary>
    /// <param name="of"><see cref="People"/> or <see cref="Length"/>.</param>
    public string? At(string text, IReadOnlyList<Token> tokens, int first, string language, string of, out int length) =>
        _phrases.TryAt(text, tokens, first, language, found => found.Of == of, out (string State, string Of) state, out length) ? state.State : null;
}
