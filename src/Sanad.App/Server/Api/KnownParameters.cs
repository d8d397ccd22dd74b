using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Sanad.App.Server.Api;

/// <summary>Refuses what a program asks by a parameter that is none: a misspelt <c>limt</c> would be passed over, and the answer taken for what was asked. The description says what there is.</summary>
internal static class KnownParameters
{
    public static void UseKnownParameters(this IApplicationBuilder app) => app.Use(static (context, next) =>
    {
        if (context.Request.Query.Count == 0 || !Problem.IsAsked(context) || Description.OperationOf(context.Request.Method, context.Request.Path.Value!) is not { } operation) return next(context);
        List<string> known = [.. operation.Parameters.Where(static parameter => parameter.In == "query").Select(static parameter => parameter.Name)];
        foreach (string name in context.Request.Query.Keys)
        {
            if (!known.Contains(name))
                return new Problem(StatusCodes.Status400BadRequest, $"'{Cli.Printable.Line(name, 60)}' is no parameter here; {(known.Count == 0 ? "there is none" : "there are " + string.Join(", ", known))}").ExecuteAsync(context);
        }

        return next(context);
    });
}
