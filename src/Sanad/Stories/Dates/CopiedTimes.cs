using System.Globalization;
using Sanad.Text;
using Sanad.Time;

namespace Sanad.Stories.Dates;

/// <summary>A copy whose "yesterday" is that of its origin: read anew as of the origin's day.</summary>
/// <param name="Reread">The copy with its times as the origin means them, its own day of publication kept.</param>
internal sealed record RereadCopy(string Source, Analysis Reread, DateOnly Day, string Because, IReadOnlyList<BorrowedTime> Times);

/// <summary>
/// Finds copies that took over words like "yesterday" from an origin of an earlier day. Each time is read both ways: where the origin has
/// the same words for the day that comes out as of its own day, or tells of that day and not of the one that comes out as of the copy's, the
/// words were taken over.
/// </summary>
internal static class CopiedTimes
{
    /// <summary>Days that a copy comes after its origin, at most.</summary>
    private const int MostDays = 4;

    public static List<RereadCopy> Find(IReadOnlyList<StoryArticle> articles, IReadOnlyList<CopyGroup> copies, Func<Article, CalendarValue?, Analysis> analyze)
    {
        var reread = new List<RereadCopy>();
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (CopyGroup group in copies)
        {
            if (group.Kind == CopyKind.Updated) continue;
            HashSet<string> sources = new(group.Members, StringComparer.Ordinal);
            List<StoryArticle> members = [.. articles.Where(article => sources.Contains(article.Source))];
            StoryArticle origin = members[0];
            if (origin.Analysis.Publication.Day is not { } first) continue;
            foreach (StoryArticle copy in members)
            {
                if (copy.Analysis.Publication.Day is not { } own || own <= first || own.DayNumber - first.DayNumber > MostDays || known.Contains(copy.Source)) continue;
                if (Reread(origin.Analysis, copy.Analysis, first, analyze) is not { } found) continue;
                reread.Add(found);
                known.Add(copy.Source);
            }
        }

        return reread;
    }

    private static RereadCopy? Reread(Analysis origin, Analysis copy, DateOnly day, Func<Article, CalendarValue?, Analysis> analyze)
    {
        var told = new HashSet<string>(StringComparer.Ordinal);
        foreach (TimeMention time in origin.Times) told.Add(time.Value.ToIso());
        string iso = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        string because = $"its words are taken from {origin.Article.Source} of {iso}";
        Analysis asOrigin = analyze(copy.Article with { Published = iso }, null);
        var times = new List<BorrowedTime>();
        foreach (TimeMention time in asOrigin.Times)
        {
            if (copy.Times.FirstOrDefault(other => other.Span == time.Span) is not { } own) continue;
            (string there, string here) = (time.Value.ToIso(), own.Value.ToIso());
            if (there == here) continue;
            string words = time.Span.Of(copy.Article.Text).ToString();
            bool isTakenOver = origin.Times.Any(other => other.Value == time.Value && other.Span.Of(origin.Article.Text).Equals(words, StringComparison.OrdinalIgnoreCase));
            if (!isTakenOver && told.Contains(there) == told.Contains(here)) continue;
            if (!isTakenOver && told.Contains(here)) return null;
            times.Add(new BorrowedTime(words, there, because));
        }

        return times.Count == 0 ? null : new RereadCopy(copy.Article.Source, asOrigin with { Article = copy.Article, Publication = copy.Publication }, day, because, times);
    }
}
