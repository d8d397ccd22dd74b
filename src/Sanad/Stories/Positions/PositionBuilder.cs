using Sanad.Attribution;
using Sanad.Language;
using Sanad.Parties;
using Sanad.Text;

namespace Sanad.Stories.Positions;

/// <summary>What somebody confirms, denies or declines to say, and where each party stands on it over time.</summary>
internal static class PositionBuilder
{
    /// <summary>Least likeness (Dice) of two contents that are about one thing, or terms shared at least where both are short.</summary>
    private const double LeastLike = 0.4;
    private const int EnoughShared = 4;

    /// <summary>How far before its cue a word may stand that tells of earlier, and how far apart two verbs of one denial, in UTF-16 code units.</summary>
    private const int Reach = 40;

    /// <summary>A statement that takes a side, in the proposition it is about.</summary>
    internal readonly record struct Side(int Proposition, StoryArticle Article, Statement Statement, bool Earlier);

    /// <param name="utterances">What is one utterance is about one thing, also where no word of it is shared: "retak" and "cracked".</param>
    public static List<Side> Sides(IReadOnlyList<StoryArticle> articles, IReadOnlyList<Utterance> utterances, TermWeights weights, LanguageSet languages)
    {
        var taken = new List<(StoryArticle Article, int Statement)>();
        foreach (StoryArticle article in articles)
        {
            for (int i = 0; i < article.Analysis.Statements.Count; i++)
            {
                if (article.Analysis.Statements[i].Act is Act.Confirm or Act.Deny or Act.Neither && !IsRefusalAlone(article, i)) taken.Add((article, i));
            }
        }

        var sets = new DisjointSets(taken.Count);
        var index = new SharedTerms();
        var found = new List<SharedTerms.Sharer>();
        for (int j = 0; j < taken.Count; j++)
        {
            Wording wording = WordingOf(taken[j]);
            index.Find(wording, found);
            index.Add(wording);
            foreach (SharedTerms.Sharer other in found)
            {
                if (sets.Root(other.Place) != sets.Root(j) && (other.Shared >= EnoughShared || WordingOf(taken[other.Place]).Likeness(wording, weights) >= LeastLike)) sets.Join(other.Place, j);
            }

            for (int i = j - 1; i >= 0 && taken[i].Article == taken[j].Article; i--)
            {
                if (GoesOn(taken[i], taken[j])) sets.Join(i, j);
            }
        }

        JoinUtterances(taken, utterances, sets);
        var sides = new List<Side>(taken.Count);
        int proposition = 0;
        foreach (List<int> group in sets.Groups())
        {
            foreach (int i in group)
            {
                (StoryArticle article, Statement statement) = (taken[i].Article, StatementOf(taken[i]));

                if (statement.Headline && taken.Exists(other => IsFullerThan(taken[i], other))) continue;
                bool earlier = IsEarlier(article, statement, languages) || (i > 0 && GoesOn(taken[i - 1], taken[i]) && IsEarlier(article, StatementOf(taken[i - 1]), languages));
                sides.Add(new Side(proposition, article, statement, earlier));
            }

            proposition++;
        }

        return sides;
    }

    private static void JoinUtterances(List<(StoryArticle Article, int Statement)> taken, IReadOnlyList<Utterance> utterances, DisjointSets sets)
    {
        var places = new Dictionary<(string, string), int>(taken.Count);
        for (int i = 0; i < taken.Count; i++) places[(taken[i].Article.Source, StatementOf(taken[i]).Id)] = i;
        foreach (Utterance utterance in utterances)
        {
            int first = -1;
            foreach (UtteranceMember member in utterance.Members)
            {
                if (!places.TryGetValue((member.Source, member.Statement), out int place)) continue;
                if (first >= 0) sets.Join(first, place);
                else first = place;
            }
        }
    }

    /// <summary>"enggan | memastikan": one word, which says that something was refused and not what.</summary>
    private static bool IsRefusalAlone(StoryArticle article, int statement) =>
        article.Analysis.Statements[statement] is { Act: Act.Neither, Content: [var content] } && content.Of(article.Analysis.Article.Text).IndexOf(' ') < 0;

    private static Wording WordingOf((StoryArticle Article, int Statement) taken) => taken.Article.Wordings[taken.Statement];

    private static Statement StatementOf((StoryArticle Article, int Statement) taken) => taken.Article.Analysis.Statements[taken.Statement];

    /// <summary>Whether a sentence of the article says in full what its headline says.</summary>
    private static bool IsFullerThan((StoryArticle Article, int Statement) headline, (StoryArticle Article, int Statement) other) =>
        headline.Article == other.Article && StatementOf(other) is { Headline: false } full && full.Act == StatementOf(headline).Act
        && headline.Article.Wordings[headline.Statement].Shared(other.Article.Wordings[other.Statement]) > 0;

    /// <summary>Whether the second statement takes the first one's side in other words and the same breath: "denied the report and called it fake news".</summary>
    private static bool GoesOn((StoryArticle Article, int Statement) first, (StoryArticle Article, int Statement) second)
    {
        if (first.Article != second.Article) return false;
        (Statement one, Statement other) = (StatementOf(first), StatementOf(second));
        if (one.Act != other.Act || one.Speaker.Name is null || one.Speaker.Name != other.Speaker.Name) return false;
        int from = one.Content[^1].End, to = Math.Min(other.Content[0].Start, other.Cue?.Start ?? int.MaxValue);
        return from <= to && to - from <= Reach && first.Article.Analysis.Article.Text.AsSpan(from, to - from).IndexOfAny(".\n") < 0;
    }

    /// <summary>Whether a word before the cue tells that it was so earlier: "awalnya membantah", "initially denied".</summary>
    private static bool IsEarlier(StoryArticle article, Statement statement, LanguageSet languages)
    {
        if (statement.Cue is not { } cue) return false;
        string text = article.Analysis.Article.Text;
        int from = Math.Max(0, cue.Start - Reach);
        from += text.AsSpan(from, cue.Start - from).LastIndexOfAny(".\n") + 1;
        LanguagePack language = languages[article.Analysis.Article.Language];
        var tokens = new List<Token>();
        Tokenizer.Cut(text, new TextSpan(from, cue.Start), language, tokens);
        foreach (Token token in tokens)
        {
            if (token.Word != 0 && language.TryWord(token.Word, LexKind.Grammar, out int row) && (language.Grammar[row].Classes & WordClass.Earlier) != 0) return true;
        }

        return false;
    }

    public static List<Position> Build(List<Side> sides)
    {
        var positions = new List<Position>();
        foreach (IGrouping<int, Side> proposition in sides.GroupBy(static side => side.Proposition))
        {
            string about = About(proposition);
            var moves = new Dictionary<string, (string Name, List<PositionMove> Moves)>(StringComparer.Ordinal);
            var keys = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (Side side in proposition)
            {
                var move = new PositionMove(side.Article.DayOf(side.Statement), side.Statement.Act, side.Article.Source, side.Statement.Id, side.Article.Cite(side.Statement), side.Earlier);
                foreach ((string id, string name) in Holders(side))
                {
                    if (!keys.TryGetValue(id, out string? known)) keys.Add(id, known = moves.Keys.FirstOrDefault(other => SpeakerMatch.IsSamePerson(other, id)) ?? id);
                    if (!moves.TryGetValue(known, out (string, List<PositionMove> Moves) held)) moves.Add(known, held = (name, []));
                    held.Moves.Add(move);
                }
            }

            foreach ((string name, List<PositionMove> held) in moves.Values)
            {
                held.Sort(static (a, b) => string.CompareOrdinal(a.On ?? "9", b.On ?? "9") is var day and not 0 ? day
                    : b.Earlier.CompareTo(a.Earlier) is var earlier and not 0 ? earlier
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
