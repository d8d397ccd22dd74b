using Sanad.App.Charts;
using Sanad.App.Server.LedgerAccess;
using Sanad.Stories;

namespace Sanad.App.Server.Pages.Charts;

/// <summary>A story's figure lines as pages show them: those that move as charts, the others in a table; what most articles count first.</summary>
internal sealed class StoryFigures
{
    private StoryFigures(OpenStory story)
    {
        var moving = new List<FigureLine>();
        var still = new List<FigureLine>();
        foreach (FigureLine line in story.Ledger.FigureLines.OrderByDescending(static line => line.Points.Count))
        {
            if (ChartLayout.Of(line) is { IsMoving: true }) moving.Add(line);
            else still.Add(line);
        }

        (Moving, Still) = (moving, still);
    }

    public IReadOnlyList<FigureLine> Moving { get; }

    public IReadOnlyList<FigureLine> Still { get; }

    public static StoryFigures Of(OpenStory story) => story.Derived(static story => new StoryFigures(story));
}
