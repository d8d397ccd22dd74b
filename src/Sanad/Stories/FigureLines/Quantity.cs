using Sanad.Figures;
using Sanad.Language;

namespace Sanad.Stories.FigureLines;

/// <summary>
/// What a figure counts, without language: the state of people or things where one is named ("dead!"), else the head noun's
/// concept, with the unit and the words that narrow it down.
/// </summary>
internal sealed record Quantity(string Key, IReadOnlySet<string> Words)
{
    /// <summary>Null where the figure says not what it counts.</summary>
    public static Quantity? Of(Figure figure, LanguagePack language, Concepts concepts)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        string? state = null, head = null, last = null;
        if (figure.What is { } what)
        {
            foreach (string word in what.Split([' ', ',', '(', ')', '/'], StringSplitOptions.RemoveEmptyEntries))
            {
                string term = concepts.Of(language.Code, word) ?? language.Stemmer.Stem(word);
                if (term.Length < 2) continue;
                words.Add(term);
                if (term[^1] == '!') state ??= term;
                head ??= term;
                last = term;
            }
        }

        if (language.Code != "id") head = last ?? head;
        string? key = state ?? head ?? (figure.Unit is null ? null : "");
        string? unit = figure.Unit is null ? null : concepts.Of(language.Code, figure.Unit) ?? figure.Unit;
        return key is null ? null : new Quantity(unit + "|" + key, words);
    }
}
