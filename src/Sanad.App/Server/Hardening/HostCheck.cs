using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Sanad.App.Server.Hardening;

/// <summary>
/// Answers only what was asked of this machine by its own name. A page elsewhere can have its own name lead to 127.0.0.1 and would then read the
/// ledger through its visitor's browser (DNS rebinding); its name stands in the request.
/// </summary>
internal static class HostCheck
{
    /// <param name="called">Another name by which a server before this one asks; null for none.</param>
    public static void UseHostCheck(this IApplicationBuilder app, string? called) => app.Use((context, next) =>
    {
        string host = context.Request.Host.Host;
        if (ListenAddress.IsLoopback(host.Trim('[', ']')) || host.Equals(called, StringComparison.OrdinalIgnoreCase)) return next(context);
        context.Response.StatusCode = StatusCodes.Status421MisdirectedRequest;
        return Task.CompletedTask;
    });
}
