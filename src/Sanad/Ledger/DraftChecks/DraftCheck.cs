using Sanad.Language;
using Sanad.Stories;

namespace Sanad.Ledger.DraftChecks;

/// <summary>
/// Holds a draft, or one sentence, against stories: who has said each of its figures and statements, and when. It finds out whether the ledger has something, not whether it is true; where it
/// cannot be told, it says that it found nothing.
/// </summary>
public sealed class DraftCheck(LanguageSet languages)
{
    /// <summary>Most witnesses, and most candidates, of one finding.</summary>
    public const int MostWitnesses = 12;

    /// <param name="stories">Stories that the draft may belong to. Of one that shares no name with it nothing is taken: everywhere somebody counts 24 dead.</param>
    /// <param name="isSure">The draft is known to belong to them.</param>
    public DraftReport Check(Analysis draft, IReadOnlyList<StoryLedger> stories, bool isSure = false)
    {
        var article = new StoryArticle(draft, languages);
        List<CheckedStory> open = [.. stories.Select(story => new CheckedStory(story, article, languages)).Where(story => isSure || story.SharesName(draft))];
        var figures = new FiguresInDraft(article, languages);
        var statements = new StatementsInDraft(article, languages);
        var none = new CheckedStory(Empty, article, languages);
        var findings = new List<DraftFinding>();
        for (int i = 0; i < draft.Figures.Count; i++)
        {
            int figure = i;
            if (Best(open, none, story => figures.Check(figure, story)) is { } finding) findings.Add(finding);
        }

        for (int i = 0; i < draft.Statements.Count; i++)
        {
            int statement = i;
            if (Best(open, none, story => statements.Check(statement, story)) is { } finding) findings.Add(finding);
        }

        if (draft.Statements.Count == 0 && Best(open, none, statements.CheckSentence) is { } sentence && sentence.Words.Length > 0) findings.Add(sentence);
        findings.RemoveAll(statement => IsToldByFigure(statement, findings));
        findings.Sort(static (a, b) => a.Span.CompareTo(b.Span) is var span and not 0 ? span : a.Kind.CompareTo(b.Kind));
        return new DraftReport(draft, findings, [.. open.Select(static story => story.Ledger.Id)]);
    }

    /// <summary>A statement of which nothing was found, as nobody gives a number of it: that the figure says, with what comes near it.</summary>
    private static bool IsToldByFigure(DraftFinding statement, List<DraftFinding> findings) =>
        statement is { Kind: DraftEntry.Statement, Verdict: Verdict.NotFound, Candidates.Count: 0 }
        && findings.Exists(figure => figure is { Kind: DraftEntry.Figure, Verdict: Verdict.NotFound } && statement.Span.Contains(figure.Span));

    private static StoryLedger Empty => new("", "", []) { Dates = [], Copies = [], Utterances = [], FigureLines = [], Positions = [], Conflicts = [], Sums = [], Timeline = [], Outlets = 0, Origins = 0 };

    /// <summary>That of the story which says most to it.</summary>
    private static DraftFinding? Best(List<CheckedStory> stories, CheckedStory none, Func<CheckedStory, DraftFinding?> check)
    {
        DraftFinding? best = check(none);
        foreach (CheckedStory story in stories)
        {
            if (best is null) return null;
            if (check(story) is { } finding && (finding.Verdict < best.Verdict || (finding.Verdict == best.Verdict && finding.Candidates.Count > best.Candidates.Count))) best = finding;
        }

        return best;
    }
}
