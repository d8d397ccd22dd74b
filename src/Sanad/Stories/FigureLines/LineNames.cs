using Sanad.Language;

namespace Sanad.Stories.FigureLines;

/// <summary>How a point's article words a quantity and its place.</summary>
/// <param name="State">The state it is counted in, where only the words beside the number tell it; null otherwise.</param>
internal readonly record struct PointWording(string What, string? Where, string Language, string? State);

/// <summary>Chooses the one name that a line of figures bears, in the language that most of the story's articles are in.</summary>
internal sealed class LineNames(LanguageSet languages, string main)
{
    /// <summary>Share of a line's points that must name one place for the line to bear it.</summary>
    private const double LeastPlace = 0.5;

    /// <summary>The concept of "the others", who are whoever was named before.</summary>
    private const string Others = "different";

    /// <summary>The wording given most often in the main language, those first that name a thing and not only its state, of these the commonest word for the state, and titles last; else another language's, put into it where it is a state or a unit.</summary>
    public string What(List<PointWording> points)
    {
        SortedDictionary<string, int> counts = new(StringComparer.Ordinal), states = new(StringComparer.Ordinal);
        foreach (PointWording point in points)
        {
            if (point.Language != main) continue;
            string wording = Worded(point, point.What);
            counts[wording] = counts.GetValueOrDefault(wording) + 1;
            string state = StateOf(wording);
            states[state] = states.GetValueOrDefault(state) + 1;
        }

        if (counts.Count == 0) return Translated(points[0]);
        string best = "";
        (bool Names, int State, bool IsSmall, int Count, int Shortness) most = default;
        foreach ((string wording, int count) in counts)
        {
            (bool, int, bool, int, int) rank = (NamesThing(wording), states[StateOf(wording)], wording.Length > 0 && char.IsLower(wording[0]), count, -wording.Length);
            if (best.Length == 0 || rank.CompareTo(most) > 0) (best, most) = (wording, rank);
        }

        return best;
    }

    /// <summary>The place that most points name; null where fewer than half of them do.</summary>
    public static string? Where(List<PointWording> points)
    {
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (PointWording point in points)
        {
            if (point.Where is { } where) counts[where] = counts.GetValueOrDefault(where) + 1;
        }

        if (counts.Count == 0) return null;
        (string place, int count) = counts.MaxBy(static place => place.Value);
        return count >= LeastPlace * points.Count ? place : null;
    }

    /// <summary>Whether a word of it stands for people or things: "orang hilang" does, "lainnya hilang" does not.</summary>
    private bool NamesThing(string wording)
    {
        foreach (string word in wording.Split(' '))
        {
            string? concept = languages.Concepts.Of(main, word);
            if (concept is null || (concept[^1] != '!' && concept != Others)) return true;
        }

        return false;
    }

    /// <summary>The word of it that tells a state ("hilang"), in small letters; empty where there is none.</summary>
    private string StateOf(string wording)
    {
        foreach (string word in wording.Split(' '))
        {
            if (languages.Concepts.Of(main, word) is { } concept && concept[^1] == '!') return word.ToLowerInvariant();
        }

        return "";
    }

    /// <summary>Only states and units are put into another language: words that mean the same to a comparison ("accounts", "keterangan") may not to a reader.</summary>
    private string Translated(PointWording point)
    {
        string? concept = languages.Concepts.Of(point.Language, point.What);
        bool isSure = concept is [.., '!'] || languages.Measures.TryGet(point.Language, point.What, out _);
        return Worded(point, isSure && concept is not null && languages.Concepts.FormOf(main, concept) is { } form ? form : point.What);
    }

    /// <summary>The thing with the state that only the words beside the number tell: "orang di atas kapal".</summary>
    private string Worded(PointWording point, string what) =>
        point.State is { } state && languages.States.NameOf(main, state) is { } name ? (what.Length == 0 ? name : what + " " + name) : what;
}
