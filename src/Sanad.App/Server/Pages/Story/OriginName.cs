using Sanad.App.Cli;
using Sanad.App.Server.LedgerAccess;

namespace Sanad.App.Server.Pages.Story;

/// <summary>What an origin is called on a page.</summary>
internal static class OriginName
{
    /// <summary>The agency's name; of an article that others copy, its outlet's; the first outlet where it cannot be told who was first.</summary>
    public static string Of(Origin origin, OpenStory story) => Of(origin.Name, story) ?? Printable.Line(story.OutletOf(origin.Sources[0]), 60) + " …";

    /// <summary>Null for an origin that cannot be told.</summary>
    public static string? Of(string? origin, OpenStory story) => origin is null ? null
        : Printable.Line(story.Ledger.Articles.Any(analysis => analysis.Article.Source == origin) ? story.OutletOf(origin) : origin, 60);
}
