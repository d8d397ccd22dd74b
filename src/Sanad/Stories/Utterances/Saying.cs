using Sanad.Attribution;
using Sanad.Text;

namespace Sanad.Stories.Utterances;

/// <summary>What one article has of somebody's words: a statement, or one clause of it where another article gives that clause alone.</summary>
/// <param name="Content">The stretches of the statement's content, or the clause.</param>
internal readonly record struct Saying(StoryArticle Article, Statement Statement, IReadOnlyList<TextSpan> Content, Wording Wording, bool IsClause)
{
    public static Saying Of(StoryArticle article, int statement)
    {
        Statement whole = article.Analysis.Statements[statement];
        return new Saying(article, whole, whole.Content, article.Wordings[statement], false);
    }

    /// <summary>The day on which it was said, or of the article where it tells of none.</summary>
    public DateOnly? Day => Statement.Said is { IsOneDay: true } said ? said.First : Article.Day;

    /// <summary>Whether all words of this one are words of the other: "radar showed that …" holds what radar showed.</summary>
    public bool IsWithin(Saying other)
    {
        if (Article != other.Article) return false;
        foreach (TextSpan span in Content)
        {
            bool held = false;
            foreach (TextSpan whole in other.Content) held |= whole.Contains(span);
            if (!held) return false;
        }

        return true;
    }
}
