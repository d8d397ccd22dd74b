namespace Sanad.App.Server.Pages;

/// <summary>The parts of a story's page. Each is also a page of its own, which shows all of it.</summary>
internal static class StorySections
{
    public const string Brief = "brief", Figures = "figures", Statements = "statements", Positions = "positions", Conflicts = "conflicts", Copies = "copies",
        Timeline = "timeline", Places = "places", Articles = "articles", Changes = "changes";

    public static IReadOnlyList<string> All { get; } = [Brief, Figures, Statements, Positions, Conflicts, Timeline, Places, Copies, Articles, Changes];
}
