namespace Sanad.Language;

/// <summary>What kind of occasion words name.</summary>
public enum OccasionKind
{
    PressConference,
    WrittenStatement,
    Interview,
    Hearing,
    Trial,
    Speech,
    Post,
    Meeting,
}

/// <summary>Words for occasions on which something is said, read from <c>languages/occasions.tsv</c>.</summary>
public sealed class OccasionWords
{
    private readonly Phrases<OccasionKind> _phrases = new();

    private OccasionWords()
    {
        string[] languages = ["id", "en"];
        foreach (LanguageRow row in LanguageFile.Rows("", "occasions.tsv"))
        {
            var kind = row.Kind<OccasionKind>(0, "occasion");
            for (int i = 0; i < languages.Length; i++)
            {
                foreach (string phrase in row.List(i + 1))
                {
                    if (!_phrases.TryAdd(languages[i], phrase, kind)) throw row.Error($"'{phrase}' stands for two occasions");
                }
            }
        }
    }

    internal static OccasionWords Load() => new();

    /// <summary>The occasion that the longest phrase beginning at a token names; null where none does. <paramref name="length"/> is that of the phrase in tokens, 0 for none.</summary>
    public OccasionKind? At(string text, IReadOnlyList<Token> tokens, int first, string language, out int length) =>
        _phrases.TryAt(text, tokens, first, language, static _ => true, out OccasionKind kind, out length) ? kind : null;
}
