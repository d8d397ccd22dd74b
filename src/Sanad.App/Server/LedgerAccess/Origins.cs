using Sanad.Stories;

namespace Sanad.App.Server.LedgerAccess;

/// <summary>Several articles that go back to one text.</summary>
/// <param name="Name">The agency they name, or the source of the article the others copy; null when it cannot be told.</param>
/// <param name="Sources">In the order of the story's articles.</param>
public sealed record Origin(string? Name, IReadOnlyList<string> Sources);

/// <summary>Which of a story's articles stand on their own, and which repeat one text.</summary>
public sealed class Origins
{
    private readonly Dictionary<string, int> _of = new(StringComparer.Ordinal);

    public Origins(StoryLedger story)
    {
        var groups = new List<(string? Name, HashSet<string> Sources)>();
        foreach (CopyGroup copies in story.Copies)
        {
            // Groups that share an article are one: the wire's text and its translation, say.
            var joined = new HashSet<string>(copies.Members, StringComparer.Ordinal);
            string? name = copies.Origin;
            for (int i = groups.Count - 1; i >= 0; i--)
            {
                if (!groups[i].Sources.Overlaps(joined)) continue;
                joined.UnionWith(groups[i].Sources);
                name = groups[i].Name ?? name;
                groups.RemoveAt(i);
            }

            groups.Add((name, joined));
        }

        var shared = new List<Origin>(groups.Count);
        foreach ((string? name, HashSet<string> sources) in groups)
        {
            foreach (string source in sources) _of[source] = shared.Count;
            shared.Add(new Origin(name, [.. story.Articles.Select(static analysis => analysis.Article.Source).Where(sources.Contains)]));
        }

        Shared = shared;
    }

    /// <summary>Those that more than one article goes back to.</summary>
    public IReadOnlyList<Origin> Shared { get; }

    /// <summary>Index in <see cref="Shared"/>; null for an article that stands on its own.</summary>
    public int? IndexOf(string source) => _of.TryGetValue(source, out int index) ? index : null;

    /// <summary>How many origins some articles go back to.</summary>
    public int Count(IEnumerable<string> sources) =>
        sources.Distinct(StringComparer.Ordinal).Select(source => _of.TryGetValue(source, out int index) ? (object)index : source).Distinct().Count();
}
