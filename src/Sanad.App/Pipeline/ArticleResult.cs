using Sanad.App.Input;
using Sanad.Stories;

namespace Sanad.App.Pipeline;

/// <summary>What became of one input: an analysis, or the reason why there is none.</summary>
internal sealed record ArticleResult(InputItem Input)
{
    public Analysis? Analysis { get; init; }

    /// <summary>What it is matched by; null where that was not asked for.</summary>
    public StoryFeatures? Features { get; init; }

    public string? Reason { get; init; }

    /// <summary>Whether the reason is that the page holds no article.</summary>
    public bool IsWithoutArticle { get; init; }

    /// <summary>Whether it may take its day from a sibling: it tells none itself.</summary>
    public bool IsUndated => Analysis is { Publication.Anchor: null };
}
