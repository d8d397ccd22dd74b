using Sanad.Attribution;
using Sanad.Figures;
using Sanad.Language;
using Sanad.Parties;
using Sanad.Stories;
using Sanad.Text;

namespace Sanad.App.Maps;

/// <summary>An entry that is about a place.</summary>
/// <param name="Figure">The figure that is counted there; null for a statement in which the place is named.</param>
/// <param name="Statement">The statement; null for a figure.</param>
public sealed record PlaceEntry(Analysis In, Figure? Figure, Statement? Statement)
{
    public IReadOnlyList<TextSpan> Spans => Figure is not null ? [Figure.Span] : Statement!.Content;
}

/// <summary>A place that entries of a story are about.</summary>
/// <param name="Name">As most of them write it.</param>
/// <param name="On">Where it lies; null where the gazetteer does not tell.</param>
/// <param name="Entries">At least one, in the order of the articles.</param>
public sealed record NamedPlace(string Name, GazetteerPlace? On, IReadOnlyList<PlaceEntry> Entries);

/// <summary>The places that figures are counted in and statements speak of, those of most entries first. What a copy repeats is not counted again.</summary>
internal static class StoryPlaces
{
    public static IReadOnlyList<NamedPlace> Of(StoryLedger story, Gazetteer gazetteer)
    {
        HashSet<string> repeated = [.. story.FigureLines.SelectMany(static line => line.Points).Where(static point => point.CopiesOf is not null).Select(static point => point.Source + "#" + point.Figure)];
        var found = new Dictionary<string, (GazetteerPlace? On, SortedDictionary<string, int> Names, List<PlaceEntry> Entries)>(StringComparer.Ordinal);
        void Add(string name, GazetteerPlace? on, PlaceEntry entry)
        {
            string key = on?.Id ?? "?" + name.ToUpperInvariant();
            if (!found.TryGetValue(key, out var place)) found.Add(key, place = (on, new SortedDictionary<string, int>(StringComparer.Ordinal), []));
            place.Names[name] = place.Names.GetValueOrDefault(name) + 1;
            if (place.Entries.Count == 0 || place.Entries[^1] != entry) place.Entries.Add(entry);
        }

        foreach (Analysis analysis in story.Articles)
        {
            foreach (Figure figure in analysis.Figures)
            {
                if (figure.Where is { } where && !figure.IsOlder && !repeated.Contains(analysis.Article.Source + "#" + figure.Id)) Add(where, gazetteer.Find(where), new PlaceEntry(analysis, figure, null));
            }
        }

        HashSet<(string, string)> again = [.. story.Utterances.SelectMany(static utterance => utterance.Members.Skip(1)).Select(static member => (member.Source, member.Statement))];
        foreach (Analysis analysis in story.Articles)
        {
            foreach (Statement statement in analysis.Statements)
            {
                if (statement.Headline || again.Contains((analysis.Article.Source, statement.Id))) continue;
                var entry = new PlaceEntry(analysis, null, statement);
                foreach (Mention mention in analysis.Mentions)
                {
                    if (mention.Kind != MentionKind.Place || !statement.Content.Any(span => span.Start <= mention.Span.Start && mention.Span.End <= span.End)) continue;
                    string name = mention.Span.Of(analysis.Article.Text).ToString();
                    GazetteerPlace? on = gazetteer.Find(name);
                    if (!IsCountedIn(analysis, statement, on, gazetteer)) Add(name, on, entry);
                }
            }
        }

        // What is said to be counted there is an entry already.
        static bool IsCountedIn(Analysis analysis, Statement statement, GazetteerPlace? on, Gazetteer gazetteer) =>
            on is not null && analysis.Figures.Any(figure => figure.Statement == statement.Id && figure.Where is { } where && gazetteer.Find(where) == on);

        return [.. found.Values.Select(static place => new NamedPlace(place.Names.MaxBy(static name => name.Value).Key, place.On, place.Entries))
            .OrderByDescending(static place => place.Entries.Count).ThenBy(static place => place.Name, StringComparer.Ordinal)];
    }
}
