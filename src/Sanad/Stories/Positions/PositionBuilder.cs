using Sanad.Attribution;
using Sanad.Parties;

namespace Sanad.Stories.Positions;

/// <summary>What somebody confirms, denies or declines to say, and where each party stands on it over time.</summary>
internal static class PositionBuilder
{
    /// <summary>Least likeness (Dice) of two contents that are about one thing, or terms shared at least where both are short.</summary>
    private const double LeastLike = 0.4;
    private const int EnoughShared = 4;

    /// <summary>A statement that takes a side, in the proposition it is about.</summary>
    internal readonly record struct Side(int Proposition, StoryArticle Article, Statement Statement);

    public static List<Side> Sides(IReadOnlyList<StoryArticle> articles, TermWeights weights)
    {
        var taken = new List<(StoryArticle Article, int Statement)>();
        foreach (StoryArticle article in articles)
        {
            for (int i = 0; i < article.Analysis.Statements.Count; i++)
            {
                if (article.Analysis.Statements[i].Act is Act.Confirm or Act.Deny or Act.Neither) taken.Add((article, i));
            }
        }

        var sets = new DisjointSets(taken.Count);
        for (int i = 0; i < taken.Count; i++)
        {
            for (int j = i + 1; j < taken.Count; j++)
            {
                Wording a = taken[i].Article.Wordings[taken[i].Statement], b = taken[j].Article.Wordings[taken[j].Statement];
                if (a.Likeness(b, weights) >= LeastLike || a.Shared(b) >= EnoughShared) sets.Join(i, j);
            }
        }

        var sides = new List<Side>(taken.Count);
        int proposition = 0;
        foreach (List<int> group in sets.Groups())
        {
            foreach (int i in group) sides.Add(new Side(proposition, taken[i].Article, taken[i].Article.Analysis.Statements[taken[i].Statement]));
            proposition++;
        }

        return sides;
    }

    public static List<Position> Build(List<Side> sides)
    {
        var positions = new List<Position>();
        foreach (IGrouping<int, Side> proposition in sides.GroupBy(static side => side.Proposition))
        {
            string about = About(proposition);
            var moves = new Dictionary<string, (string Name, List<PositionMove> Moves)>(StringComparer.Ordinal);
            foreach (Side side in proposition)
            {
                var move = new PositionMove(side.Article.DayOf(side.Statement), side.Statement.Act, side.Article.Source, side.Statement.Id, side.Article.Cite(side.Statement));
                foreach ((string id, string name) in Holders(side))
                {
                    if (!moves.TryGetValue(id, out (string, List<PositionMove> Moves) held)) moves.Add(id, held = (name, []));
                    held.Moves.Add(move);
                }
            }

            foreach ((string name, List<PositionMove> held) in moves.Values)
            {
                held.Sort(static (a, b) => string.CompareOrdinal(a.On ?? "9", b.On ?? "9") is var day and not 0 ? day
                    : string.CompareOrdinal(a.Source, b.Source) is var source and not 0 ? source : a.Citation.Span.Start.CompareTo(b.Citation.Span.Start));
                positions.Add(new Position(name, about, held));
            }
        }

        return positions;
    }

    /// <summary>The fullest content of those that confirm, else of those that deny.</summary>
    public static string About(IEnumerable<Side> proposition)
    {
        string best = "";
        Act of = Act.Neither;
        foreach (Side side in proposition)
        {
            string content = side.Article.Analysis.ContentOf(side.Statement);
            bool better = side.Statement.Act == of ? content.Length > best.Length : side.Statement.Act < of;
            if (best.Length > 0 && !better) continue;
            (best, of) = (content, side.Statement.Act);
        }

        return best;
    }

    /// <summary>Who takes the side: the speakers, and the state that an official speaks for.</summary>
    private static IEnumerable<(string Id, string Name)> Holders(Side side)
    {
        if (side.Statement.Speaker.PartyIds.Count == 0 && side.Statement.Speaker.Name is { } unnamed) yield return (unnamed, unnamed);
        foreach (string id in side.Statement.Speaker.PartyIds)
        {
            if (side.Article.Party(id) is not { } party) continue;
            yield return (id, party.Name);
            foreach (Role role in party.Roles)
            {
                foreach (Party state in side.Article.Analysis.Parties)
                {
                    if (state.Kind == PartyKind.State && state.Name == role.Of) yield return (state.Id, state.Name);
                }
            }
        }
    }
}
