using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;

namespace Sanad.App.Server.Pages;

/// <summary>Answers with a component rendered to a whole page.</summary>
/// <typeparam name="T">Takes a <c>Model</c>.</typeparam>
internal sealed class PageResult<T>(object model, int status = StatusCodes.Status200OK) : IResult
    where T : IComponent
{
    public async Task ExecuteAsync(HttpContext http)
    {
        await using var renderer = new HtmlRenderer(http.RequestServices, NullLoggerFactory.Instance);
        var page = new StringWriter();
        page.Write("<!doctype html>\n");
        await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var parameters = ParameterView.FromDictionary(new Dictionary<string, object?> { ["Model"] = model, ["Page"] = PageContext.Of(http) });
            (await renderer.RenderComponentAsync<T>(parameters)).WriteHtmlTo(page);
        });
        byte[] bytes = Encoding.UTF8.GetBytes(page.ToString());
        http.Response.StatusCode = status;
        http.Response.ContentType = "text/html; charset=utf-8";
        http.Response.ContentLength = bytes.Length;
        http.Response.Headers.CacheControl = "private, no-cache";
        http.Response.Headers.Vary = "Accept-Language, Cookie";
        if (!HttpMethods.IsHead(http.Request.Method)) await http.Response.Body.WriteAsync(bytes, http.RequestAborted);
    }
}
