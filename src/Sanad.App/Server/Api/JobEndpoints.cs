using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Sanad.App.Fetching;
using Sanad.App.Jobs;
using Sanad.App.Json;
using Sanad.App.Server.Access;
using Sanad.App.Server.Feeds;

namespace Sanad.App.Server.Api;

/// <summary><c>POST /api/articles</c> and <c>/api/jobs</c>: addresses that are fetched and added in the background.</summary>
internal static class JobEndpoints
{
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(15);

    public static void Map(IEndpointRouteBuilder app)
    {
        Map(app, HttpMethods.Post, "/api/articles", AddAsync);
        Map(app, HttpMethods.Get, "/api/jobs", List);
        Map(app, HttpMethods.Get, "/api/jobs/{job}", Show);
        Map(app, HttpMethods.Delete, "/api/jobs/{job}", Cancel);
        Map(app, HttpMethods.Get, "/api/jobs/{job}/events", FollowAsync);
    }

    private static void Map(IEndpointRouteBuilder app, string method, string pattern, Func<ApiRequest, AddingDesk, Task<IResult>> answer) =>
        app.MapMethods(pattern, [method], (Delegate)((HttpContext http, AddingDesk desk) => ApiEndpoints.AnswerAsync(() =>
        {
            AccessGate.Need(http, Scopes.Add);
            http.Response.Headers.CacheControl = "no-store";
            return answer(new ApiRequest(http), desk);
        })));

    private static async Task<IResult> AddAsync(ApiRequest request, AddingDesk desk)
    {
        using JsonDocument body = await RequestBody.ReadAsync(request.Http);
        string url = RequestBody.String(body.RootElement, "url") ?? throw ApiRequest.Wrong("url", "is missing");
        bool watches = RequestBody.Flag(body.RootElement, "watch");
        if (WebTarget.Read(url, out string? wrong) is null) throw new ProblemException(StatusCodes.Status422UnprocessableEntity, wrong!);
        if (desk.Start(url, watches, AccessGate.Of(request.Http).Name, out string? reason) is not { } job)
        {
            request.Http.Response.Headers.RetryAfter = "30";
            throw new ProblemException(StatusCodes.Status503ServiceUnavailable, reason!);
        }

        request.Http.Response.Headers.Location = $"/api/jobs/{job.Number.ToString(CultureInfo.InvariantCulture)}";
        return Answer(request, job.Report(), StatusCodes.Status202Accepted);
    }

    private static Task<IResult> List(ApiRequest request, AddingDesk desk)
    {
        IReadOnlyList<JobReport> jobs = desk.All();
        return Task.FromResult<IResult>(new JsonAnswer(json =>
        {
            json.WriteStartObject();
            json.List("items", jobs, static (json, job) => JobJson.Write(json, job, null));
            json.WriteEndObject();
        }));
    }

    private static Task<IResult> Show(ApiRequest request, AddingDesk desk) => Task.FromResult(Answer(request, JobOf(request, desk).Report()));

    private static Task<IResult> Cancel(ApiRequest request, AddingDesk desk)
    {
        AddingJob job = JobOf(request, desk);
        job.Cancel();
        return Task.FromResult(Answer(request, job.Report()));
    }

    /// <summary>Sends how far the job has come whenever that changes, and ends with it.</summary>
    private static async Task<IResult> FollowAsync(ApiRequest request, AddingDesk desk)
    {
        AddingJob job = JobOf(request, desk);
        IServiceProvider services = request.Http.RequestServices;
        TimeProvider time = services.GetRequiredService<TimeProvider>();
        using IDisposable place = services.GetRequiredService<OpenStreams>().Take();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(request.Stop, services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping);
        HttpResponse response = request.Http.Response;
        try
        {
            await OpenStreams.BeginAsync(response, "how far the job has come", stop.Token);
            while (true)
            {
                JobReport report = job.Report();
                await OpenStreams.WriteAsync(response, Text(report), stop.Token);
                if (report.IsOver) return Results.Empty;
                while (await Task.WhenAny(job.ChangedAsync(report.Revision, stop.Token), Task.Delay(Quiet, time, stop.Token)) is var first && job.Report().Revision == report.Revision)
                {
                    await first;
                    await OpenStreams.WriteAsync(response, ":\n\n", stop.Token);
                }
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Whoever listened has left, or the server ends.
            return Results.Empty;
        }
    }

    private static string Text(JobReport job)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, JsonFields.Options)) JobJson.Write(json, job, null);
        return string.Create(CultureInfo.InvariantCulture, $"id: {job.Revision}\nevent: progress\ndata: {Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length)}\n\n");
    }

    private static AddingJob JobOf(ApiRequest request, AddingDesk desk) =>
        desk.Find(request.Number("job")) ?? throw new ProblemException(StatusCodes.Status404NotFound, $"there is no job {request.Route("job")}; jobs are forgotten when the server ends");

    private static IResult Answer(ApiRequest request, JobReport job, int status = StatusCodes.Status200OK) =>
        new JsonAnswer(json => JobJson.Write(json, job, request.Pool.Use(ledger => ledger.PlacesOf(job))), status: status);
}
