using Sanad.Attribution;
using Sanad.Stories;

namespace Sanad.App.Server.LedgerAccess;

/// <summary>A statement where it stands.</summary>
/// <param name="On">The day it was said, else that of the article; null where neither is known.</param>
public sealed record PlacedStatement(Analysis In, Statement Statement, DateOnly? On)
{
    public string Source => In.Article.Source;
}

/// <summary>What somebody said on one occasion, as one or more articles give it.</summary>
/// <param name="Places">At least one; that of the earliest article first.</param>
public sealed record Saying(IReadOnlyList<PlacedStatement> Places)
{
    public PlacedStatement First => Places[0];

    /// <summary>All sayings of a story, newest first. What only its headline says is left out: the text below says it again.</summary>
    public static IReadOnlyList<Saying> Of(OpenStory story)
    {
        var groups = new Dictionary<(string Source, string Statement), Utterance>();
        foreach (Utterance utterance in story.Ledger.Utterances)
        {
            foreach (UtteranceMember member in utterance.Members) groups.TryAdd((member.Source, member.Statement), utterance);
        }

        var byUtterance = new Dictionary<Utterance, List<PlacedStatement>>(ReferenceEqualityComparer.Instance);
        var sayings = new List<Saying>();
        foreach (Analysis analysis in story.Ledger.Articles)
        {
            foreach (Statement statement in analysis.Statements)
            {
                if (statement.Headline) continue;
                var placed = new PlacedStatement(analysis, statement, statement.Said?.First ?? analysis.Publication.Anchor);
                if (!groups.TryGetValue((analysis.Article.Source, statement.Id), out Utterance? utterance))
                {
                    sayings.Add(new Saying([placed]));
                }
                else if (byUtterance.TryGetValue(utterance, out List<PlacedStatement>? places))
                {
                    places.Add(placed);
                }
                else
                {
                    byUtterance.Add(utterance, places = [placed]);
                    sayings.Add(new Saying(places));
                }
            }
        }

        // The sort is stable: of one day as the articles have them.
        return [.. sayings.OrderByDescending(static saying => saying.First.On ?? DateOnly.MinValue)];
    }
}
