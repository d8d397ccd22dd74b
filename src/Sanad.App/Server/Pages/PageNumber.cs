using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Sanad.App.Server.Pages;

/// <summary>Which page of a long list is asked for.</summary>
internal static class PageNumber
{
    private const int Highest = 100_000;

    /// <summary>From 1; the first where the address names none that there could be.</summary>
    public static int Of(IQueryCollection query) =>
        int.TryParse(query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number is >= 1 and <= Highest ? number : 1;
}
