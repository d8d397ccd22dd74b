using Sanad.Figures;

namespace Sanad.App.Server.Pages;

/// <summary>Hedges by the names under which rows of the ledger keep them.</summary>
internal static class Bounds
{
    /// <summary><c>at_least</c> and its like; a name that is none counts as exact.</summary>
    public static Bound Of(string? name) => Enum.TryParse(name?.Replace("_", "", StringComparison.Ordinal), ignoreCase: true, out Bound bound) ? bound : Bound.Exact;
}
