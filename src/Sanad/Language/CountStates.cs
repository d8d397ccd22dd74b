namespace Sanad.Language;

/// <summary>What a state is of, and where its words stand.</summary>
[Flags]
public enum StateOf
{
    People = 1,
    Things = 2,

    /// <summary>What a length is of: distance, depth.</summary>
    Length = 4,

    /// <summary>Right before the number, of whatever is counted: "menewaskan 12 pekerja".</summary>
    Cause = 8,
}

/// <summary>
/// The states in which the press counts people and things, and what lengths are of, read from <c>languages/states.tsv</c>: "187 people on board" and "membawa 187
/// orang" are one quantity, "19 people taken from the water" is another.
/// </summary>
public sealed class CountStates
{
    private readonly Phrases<List<(string State, StateOf Of)>> _phrases = new();
    private readonly Dictionary<(string Language, string State), string> _names = [];
    private readonly HashSet<(string State, StateOf Of)> _known = [];

    private CountStates()
    {
        string[] languages = ["id", "en"];
        foreach (LanguageRow row in LanguageFile.Rows("", "states.tsv"))
        {
            var of = row.Kind<StateOf>(1, "thing that has a state");
            _known.Add((row[0], of));
            for (int i = 0; i < languages.Length; i++)
            {
                foreach (string phrase in row.List(i + 2))
                {
                    if (!_phrases.TryGet(languages[i], phrase, out List<(string State, StateOf Of)>? states)) _phrases.TryAdd(languages[i], phrase, states = []);
                    if (states.Exists(known => known.Of == of)) throw row.Error($"'{phrase}' stands for two states");
                    states.Add((row[0], of));
                    if (of != StateOf.Cause) _names.TryAdd((languages[i], row[0]), phrase);
                }
            }
        }
    }

    internal static CountStates Load() => new();

    /// <summary>Whether the state is one of these.</summary>
    public bool IsOf(string state, StateOf of) => _known.Contains((state, of));

    /// <summary>The words for a state behind a noun ("di atas kapal"); null where the language has none.</summary>
    public string? NameOf(string language, string state) => _names.GetValueOrDefault((language, state));

    /// <summary>The state that the first or last word of a phrase names ("jarak kedua kapal", "the distance"); null where neither does.</summary>
    public string? Of(string language, string phrase, StateOf of)
    {
        int first = phrase.IndexOf(' '), last = phrase.LastIndexOf(' ') + 1;
        return StateIn(language, first < 0 ? phrase : phrase[..first], of) ?? StateIn(language, phrase[last..], of);
    }

    /// <summary>Whether a word of the phrase names the state.</summary>
    public bool IsIn(string language, string phrase, string state)
    {
        foreach (string word in phrase.Split(' '))
        {
            if (_phrases.TryGet(language, word, out List<(string State, StateOf Of)>? states) && states.Exists(known => known.State == state)) return true;
        }

        return false;
    }

    /// <summary>
    /// The state that the longest phrase beginning at a token names; null where none does. <paramref name="length"/> is that of the phrase in tokens, 0 for none.
    /// </summary>
    public string? At(string text, IReadOnlyList<Token> tokens, int first, string language, StateOf of, out int length) =>
        _phrases.TryAt(text, tokens, first, language, states => One(states, of) is not null, out List<(string State, StateOf Of)>? found, out length) ? One(found, of) : null;

    private string? StateIn(string language, string phrase, StateOf of) => _phrases.TryGet(language, phrase, out List<(string State, StateOf Of)>? states) ? One(states, of) : null;

    private static string? One(List<(string State, StateOf Of)> states, StateOf of)
    {
        foreach ((string state, StateOf known) in states)
        {
            if ((known & of) != 0) return state;
        }

        return null;
    }
}
