using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Sanad.App.Storage;

namespace Sanad.App.Server.Hardening;

/// <summary>Where a request's failure ends: it is told to whoever runs the server, counted, and answered with a page that gives nothing away.</summary>
internal static partial class FaultBoundary
{
    /// <param name="answer">What is sent for a status of 400 or above.</param>
    public static void UseFaultBoundary(this IApplicationBuilder app, ILogger log, Func<HttpContext, int, IResult> answer) => app.Use(async (context, next) =>
    {
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Whoever asked has left.
        }
        catch (BadHttpRequestException e)
        {
            if (!context.Response.HasStarted) await answer(context, e.StatusCode).ExecuteAsync(context);
        }
        catch (Exception e)
        {
            Failed(log, context.Request.Method, context.Request.Path, e.Message, e);
            if (context.Response.HasStarted)
            {
                context.Abort();
                return;
            }

            int status = e is LedgerException ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status500InternalServerError;
            if (status == StatusCodes.Status503ServiceUnavailable) context.Response.Headers.RetryAfter = "5";
            await answer(context, status).ExecuteAsync(context);
        }
    });

    [LoggerMessage(Level = LogLevel.Error, Message = "{Method} {Path}: {Reason}")]
    private static partial void Failed(ILogger log, string method, string path, string reason, Exception exception);
}
