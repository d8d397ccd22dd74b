using Microsoft.AspNetCore.Http;

namespace Sanad.App.Server.Pages;

/// <summary>Leads a browser that sent a form on to a page, so that loading that page again sends nothing twice.</summary>
internal sealed class SeeOther(string path) : IResult
{
    public Task ExecuteAsync(HttpContext http)
    {
        http.Response.StatusCode = StatusCodes.Status303SeeOther;
        http.Response.Headers.Location = path;
        return Task.CompletedTask;
    }
}
