using System.IO.Hashing;
using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;
using Sanad.App.Server.Api;

namespace Sanad.App.Server.Pages;

/// <summary>Answers with a component rendered to a whole page.</summary>
/// <typeparam name="T">Takes a <c>Model</c>.</typeparam>
/// <param name="state">Where what the page is made of stands, for a page that says more than that (how long a search took); null to tell a page by its content.</param>
internal sealed class PageResult<T>(object model, int status = StatusCodes.Status200OK, string? state = null) : IResult
    where T : IComponent
{
    public async Task ExecuteAsync(HttpContext http)
    {
        PageContext context = PageContext.Of(http);
        await using var renderer = new HtmlRenderer(http.RequestServices, NullLoggerFactory.Instance);
        var page = new StringWriter();
        page.Write("<!doctype html>\n");
        await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var parameters = ParameterView.FromDictionary(new Dictionary<string, object?> { ["Model"] = model, ["Page"] = context });
            (await renderer.RenderComponentAsync<T>(parameters)).WriteHtmlTo(page);
        });
        byte[] bytes = Encoding.UTF8.GetBytes(page.ToString());
        http.Response.Headers.CacheControl = "private, no-cache";
        http.Response.Headers.Vary = "Accept-Language, Cookie";
        if (status == StatusCodes.Status200OK)
        {
            // A page is another one for another reader, in another language and other colours.
            ReadOnlySpan<byte> told = state is null ? bytes : Encoding.UTF8.GetBytes($"{state} {context.Words.Code} {context.Colours} {context.Account} {context.Path}");
            string tag = $"\"{Convert.ToHexStringLower(XxHash64.Hash(told))}\"";
            http.Response.Headers.ETag = tag;
            if (Freshness.IsKnown(http.Request, tag))
            {
                http.Response.StatusCode = StatusCodes.Status304NotModified;
                return;
            }
        }

        http.Response.StatusCode = status;
        http.Response.ContentType = "text/html; charset=utf-8";
        http.Response.ContentLength = bytes.Length;
        if (!HttpMethods.IsHead(http.Request.Method)) await http.Response.Body.WriteAsync(bytes, http.RequestAborted);
    }
}
