using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Sanad.App.Server.Hardening;

/// <summary>The address by which others reach a server that stands behind another one, which speaks TLS for it. All that is asked is taken as asked for there: no request can make the server believe that it is called otherwise.</summary>
internal static class PublicAddress
{
    /// <param name="address">Of which scheme and authority are used.</param>
    public static void UsePublicAddress(this IApplicationBuilder app, Uri address) => app.Use((context, next) =>
    {
        context.Request.Scheme = address.Scheme;
        context.Request.Host = new HostString(address.Authority);
        return next(context);
    });
}
