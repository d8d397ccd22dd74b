using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Sanad.App.Jobs;
using Sanad.App.Server.Access;
using Sanad.App.Server.LedgerAccess;

namespace Sanad.App.Server.Pages.Adding;

/// <summary>The pages that add an address, and show what became of it.</summary>
internal static class AddEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapMethods("/add", [HttpMethods.Get, HttpMethods.Head], static (HttpContext http, AddingDesk desk) => Form(http, desk, http.Request.Query["url"].ToString(), watch: false, wrong: null, StatusCodes.Status200OK));
        app.MapPost("/add", AddAsync);
        app.MapMethods("/add/{job:long}", [HttpMethods.Get, HttpMethods.Head], static (long job, HttpContext http, AddingDesk desk, LedgerPool pool) => Job(job, http, desk, pool));
        app.MapPost("/add/{job:long}/cancel", static (long job, HttpContext http, AddingDesk desk) => Cancel(job, http, desk));
    }

    private static PageResult<AddPage> Form(HttpContext http, AddingDesk desk, string url, bool watch, string? wrong, int status)
    {
        bool mayAdd = AccessGate.Of(http).Allows(Scopes.Add);
        return new(new AddModel(mayAdd, url, watch, wrong, mayAdd ? desk.All() : []), status);
    }

    private static async Task<IResult> AddAsync(HttpContext http, AddingDesk desk)
    {
        Visitor visitor = AccessGate.Of(http);
        if (!visitor.Allows(Scopes.Add)) return Form(http, desk, "", watch: false, wrong: null, StatusCodes.Status403Forbidden);
        IFormCollection form = await SentForm.ReadAsync(http);
        (string url, bool watch) = (form["url"].ToString().Trim(), form["watch"] == "1");
        return desk.Start(url, watch, visitor.Name, out string? wrong) is { } job
            ? new SeeOther(Addresses.Job(job.Number))
            : Form(http, desk, url, watch, wrong, StatusCodes.Status422UnprocessableEntity);
    }

    private static IResult Job(long number, HttpContext http, AddingDesk desk, LedgerPool pool)
    {
        if (!AccessGate.Of(http).Allows(Scopes.Add)) return Form(http, desk, "", watch: false, wrong: null, StatusCodes.Status403Forbidden);
        if (desk.Find(number)?.Report() is not { } job) return PageEndpoints.Fault(StatusCodes.Status404NotFound);
        return new PageResult<JobPage>(new JobModel(job, pool.Use(ledger => ledger.PlacesOf(job))));
    }

    private static IResult Cancel(long number, HttpContext http, AddingDesk desk)
    {
        if (!AccessGate.Of(http).Allows(Scopes.Add)) return Form(http, desk, "", watch: false, wrong: null, StatusCodes.Status403Forbidden);
        if (desk.Find(number) is not { } job) return PageEndpoints.Fault(StatusCodes.Status404NotFound);
        job.Cancel();
        return new SeeOther(Addresses.Job(number));
    }
}
