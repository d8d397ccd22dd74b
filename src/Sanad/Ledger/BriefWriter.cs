using Sanad.Language;
using Sanad.Stories;

namespace Sanad.Ledger;

/// <summary>
/// Writes a story's brief from its entries: figures and how they moved, who stands where, what differs, what was said day by
/// day. Templates and quoted words only, and no line that <see cref="BriefCheck"/> does not bear out.
/// </summary>
public sealed class BriefWriter(LanguageSet languages)
{
    public Brief Write(StoryLedger story, LanguagePack language)
    {
        var words = new BriefWords(language);
        var speakers = new SpeakerWords(languages, words);
        var cited = new CitedSentences(story, languages);
        var lines = new List<BriefLine>();
        new FigureLinesInBrief(story, languages, words, speakers, cited).Write(lines);
        new PositionsInBrief(story, words, speakers, cited).Write(lines);
        new ConflictsInBrief(story, words, speakers, cited).Write(lines);
        new EventsInBrief(story, words, speakers, cited).Write(lines);
        var check = new BriefCheck(story.Articles, words, speakers);
        var kept = new List<BriefLine>(lines.Count);
        var dropped = new List<(BriefLine, string)>();
        foreach (BriefLine line in lines)
        {
            if (check.Check(line) is { } reason) dropped.Add((line, reason));
            else kept.Add(line);
        }

        return new Brief(story.Title, Summary(story, words), kept, dropped);
    }

    /// <summary>The language most of the story's articles are in.</summary>
    public LanguagePack LanguageOf(StoryLedger story)
    {
        string code = story.Articles.GroupBy(static analysis => analysis.Article.Language).OrderByDescending(static group => group.Count()).ThenBy(static group => group.Key, StringComparer.Ordinal).First().Key;
        return languages[code];
    }

    private static string Summary(StoryLedger story, BriefWords words)
    {
        List<DateOnly> days = [.. story.Articles.Where(static analysis => analysis.Publication.Anchor is not null).Select(static analysis => analysis.Publication.Anchor!.Value)];
        days.Sort();
        string text = words["summary"].Replace("{articles}", words.Count("articles", story.Articles.Count), StringComparison.Ordinal)
            .Replace("{outlets}", words.Count("outlets", story.Outlets), StringComparison.Ordinal).Replace("{origins}", words.Count("origins", story.Origins), StringComparison.Ordinal);
        if (story.Versions.Count > 0) text += "; " + words.Count("revised", story.Versions.Count);
        return text.Replace("{first}", days.Count > 0 ? words.Day(days[0]) : "?", StringComparison.Ordinal).Replace("{last}", days.Count > 0 ? words.Day(days[^1]) : "?", StringComparison.Ordinal);
    }
}
