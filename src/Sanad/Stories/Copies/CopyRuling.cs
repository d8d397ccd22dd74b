using Sanad.Text;

namespace Sanad.Stories.Copies;

/// <summary>An article by its text.</summary>
/// <param name="Source">Its name too, where another article of the story has the same text; else null.</param>
public sealed record ArticleReference(TextHash Text, string? Source)
{
    internal bool Is(Article article) => article.Hash == Text && (Source is null || Source == article.Source);
}

/// <summary>What a person said: that one article is a copy of another, or that it is none. It outranks what is measured.</summary>
public sealed record CopyRuling(ArticleReference Copy, ArticleReference Origin, bool IsCopy, Corrected By);

/// <summary>Lays what people ruled of copies over the groups that were found.</summary>
internal static class CopyRulings
{
    public static List<CopyGroup> Apply(List<CopyGroup> groups, IReadOnlyList<StoryArticle> articles, IReadOnlyList<CopyRuling> rulings)
    {
        foreach (CopyRuling ruling in rulings)
        {
            StoryArticle? copy = Find(articles, ruling.Copy), origin = Find(articles, ruling.Origin);
            if (copy is null || origin is null || copy == origin) continue;
            if (ruling.IsCopy) Join(groups, copy, origin, ruling.By);
            else Part(groups, copy, origin, ruling.By);
        }

        return groups;
    }

    private static StoryArticle? Find(IReadOnlyList<StoryArticle> articles, ArticleReference reference)
    {
        foreach (StoryArticle article in articles)
        {
            if (reference.Is(article.Analysis.Article)) return article;
        }

        return null;
    }

    private static bool HoldsBoth(CopyGroup group, StoryArticle a, StoryArticle b) => group.Members.Contains(a.Source) && group.Members.Contains(b.Source);

    /// <summary>Into the group of the origin where there is one, else a group of the two.</summary>
    private static void Join(List<CopyGroup> groups, StoryArticle copy, StoryArticle origin, Corrected by)
    {
        int at = groups.FindIndex(group => HoldsBoth(group, copy, origin));
        if (at >= 0)
        {
            groups[at] = groups[at] with { Origin = groups[at].Kind == CopyKind.SameWire ? groups[at].Origin : origin.Source, Corrected = by };
            return;
        }

        bool across = copy.Analysis.Article.Language != origin.Analysis.Article.Language;
        CopyKind kind = across ? CopyKind.Translated
            : copy.Analysis.Article.Outlet is { } outlet && outlet == origin.Analysis.Article.Outlet ? CopyKind.Updated : copy.Analysis.Article.Hash == origin.Analysis.Article.Hash ? CopyKind.Verbatim : CopyKind.Edited;
        at = groups.FindIndex(group => group.Kind == kind && group.Members.Contains(origin.Source));
        if (at >= 0) groups[at] = groups[at] with { Members = [.. groups[at].Members, copy.Source], Corrected = by };
        else groups.Add(new CopyGroup(kind, [origin.Source, copy.Source], origin.Source, kind == CopyKind.Verbatim ? 1 : 0, []) { Corrected = by });
    }

    /// <summary>Takes the copy out of the groups that hold both; what is left of a group of two is none.</summary>
    private static void Part(List<CopyGroup> groups, StoryArticle copy, StoryArticle origin, Corrected by)
    {
        for (int i = groups.Count - 1; i >= 0; i--)
        {
            CopyGroup group = groups[i];
            if (!HoldsBoth(group, copy, origin)) continue;
            List<string> left = [.. group.Members.Where(member => member != copy.Source)];
            if (left.Count < 2)
            {
                groups.RemoveAt(i);
                continue;
            }

            groups[i] = group with { Members = left, Origin = group.Origin == copy.Source ? left[0] : group.Origin, Lost = [.. group.Lost.Where(loss => loss.Source != copy.Source)], Corrected = by };
        }
    }
}
