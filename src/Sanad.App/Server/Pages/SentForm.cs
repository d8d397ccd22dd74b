using Microsoft.AspNetCore.Http;

namespace Sanad.App.Server.Pages;

/// <summary>Reads what a form of the pages sends.</summary>
internal static class SentForm
{
    /// <exception cref="BadHttpRequestException">It is none, or is damaged; its status is to be sent.</exception>
    public static async Task<IFormCollection> ReadAsync(HttpContext http)
    {
        if (!http.Request.HasFormContentType) throw new BadHttpRequestException("no form", StatusCodes.Status415UnsupportedMediaType);
        try
        {
            return await http.Request.ReadFormAsync(http.RequestAborted);
        }
        catch (Exception e) when (e is InvalidDataException or IOException and not BadHttpRequestException)
        {
            throw new BadHttpRequestException("a damaged form", StatusCodes.Status400BadRequest, e);
        }
    }
}
