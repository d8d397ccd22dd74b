using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Sanad.App.Correcting;
using Sanad.App.Json;
using Sanad.App.Server.Access;
using Sanad.App.Storage.Sqlite;
using Sanad.Ledger.Corrections;

namespace Sanad.App.Server.Api;

/// <summary><c>/api/corrections</c>: what people corrected, and corrections by whoever bears a token that lets him. Its name is the author.</summary>
internal sealed class CorrectionEndpoints : IDisposable
{
    /// <summary>Longest reason, in UTF-16 code units.</summary>
    private const int LongestReason = 2000;

    /// <summary>Longest name, and longest source or title that a correction points at.</summary>
    private const int LongestName = 300, LongestSource = 4000;

    /// <summary>Corrections are made one after the other: each is worked out over those before it.</summary>
    private readonly SemaphoreSlim _one = new(1);

    public static void Map(IEndpointRouteBuilder app)
    {
        ApiEndpoints.Get(app, "/api/corrections", List);
        app.MapPost("/api/corrections", Post);
    }

    public void Dispose() => _one.Dispose();

    private static Task<IResult> Post(HttpContext http, CorrectionEndpoints corrections) => ApiEndpoints.AnswerAsync(() => corrections.MakeAsync(new ApiRequest(http)));

    private static Task<IResult> List(ApiRequest request)
    {
        CorrectionLog log = request.Pool.Use(static ledger => ledger.Corrections());
        return Task.FromResult<IResult>(new JsonAnswer(json =>
        {
            json.WriteStartObject();
            json.List("items", log.All, static (json, logged) => CorrectionJson.Write(json, logged));
            json.WriteEndObject();
        }));
    }

    private async Task<IResult> MakeAsync(ApiRequest request)
    {
        Visitor author = AccessGate.Need(request.Http, Scopes.Correct);
        using JsonDocument body = await RequestBody.ReadAsync(request.Http);
        TimeProvider time = request.Http.RequestServices.GetRequiredService<TimeProvider>();
        Correction correction = CorrectionOf(body.RootElement, author.Name, time.GetUtcNow());
        CorrectionEffect effect = await MakeAsync(request, correction);
        return new JsonAnswer(json => Write(json, correction, effect), status: effect.Made.Count > 0 ? StatusCodes.Status201Created : StatusCodes.Status200OK);
    }

    /// <summary>Makes a correction when those under way are made: for programs and for the pages.</summary>
    /// <exception cref="ProblemException">What it is about is not here.</exception>
    public async Task<CorrectionEffect> MakeAsync(ApiRequest request, Correction correction)
    {
        TimeProvider time = request.Http.RequestServices.GetRequiredService<TimeProvider>();
        await _one.WaitAsync(request.Stop);
        try
        {
            return request.Pool.Use(ledger =>
            {
                Check(correction, ledger);
                // Once begun it is made to its end, whoever has left meanwhile.
                return new CorrectionDesk(ledger, request.Languages, Environment.ProcessorCount).Make([correction], DateOnly.FromDateTime(time.GetLocalNow().DateTime), CancellationToken.None);
            });
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>Who corrects and when is not for the sender to say.</summary>
    private static Correction CorrectionOf(JsonElement body, string by, DateTimeOffset now)
    {
        if (RequestBody.String(body, "reason")?.Trim() is not { Length: > 0 and <= LongestReason }) throw ApiRequest.Wrong("reason", $"says why, in at most {LongestReason} characters");
        JsonObject fields = JsonObject.Create(body)!;
        foreach (string own in (string[])["id", "by", "at", "was", "foundBy"]) fields.Remove(own);
        fields["by"] = by;
        fields["at"] = now.ToString("O", CultureInfo.InvariantCulture);
        try
        {
            Correction correction = CorrectionJson.Read(fields.ToJsonString());
            return Wrong(correction) is { } wrong ? throw new ProblemException(StatusCodes.Status422UnprocessableEntity, wrong) : correction;
        }
        catch (FormatException e)
        {
            throw new ProblemException(StatusCodes.Status400BadRequest, e.Message);
        }
    }

    /// <summary>Why nothing can be meant by a correction; null where something can.</summary>
    private static string? Wrong(Correction correction)
    {
        string?[] names = correction switch
        {
            SpeakerCorrection speaker => [speaker.Name, speaker.Party],
            FigureCorrection { Reading: { } reading } => [reading.What, reading.Unit, reading.Where],
            PartyCorrection party => [party.First.Party, party.First.Name, party.Second.Party, party.Second.Name],
            _ => [],
        };
        if (names.Any(static name => name?.Length > LongestName)) return $"no name is longer than {LongestName} characters";
        if (correction.Targets.Any(static target => target.Source.Length > LongestSource || (target.Span is null && target.Words.Length > LongestSource))) return $"no source or title is longer than {LongestSource} characters";
        if (correction is FigureCorrection { Reading: { Low: { } low, High: { } high } } && low > high) return "'low' is more than 'high'";
        return correction.Targets is [var first, var second] && first == second ? "both are one and the same" : null;
    }

    /// <summary>What is corrected must be here: the text, and the very words at their place.</summary>
    private static void Check(Correction correction, SqliteLedger ledger)
    {
        if (correction is Undoing undoing && ledger.Corrections().All.All(logged => logged.Correction.Id != undoing.Undoes)) throw Unknown($"there is no correction {undoing.Undoes}");
        foreach (CorrectionTarget target in correction.Targets)
        {
            if (correction is StatementCorrection { Content: { } content } && ledger.ArticlesOf(target.Text) is [{ } whole, ..] && (content.IsEmpty || content.End > whole.Text.Text.Length)) throw Unknown($"{target.Source} has nothing at {content}");
            if (ledger.ArticlesOf(target.Text) is not [{ } article, ..]) throw Unknown($"no article's newest text is {target.Text}");
            if (target.Span is { } span && (span.End > article.Text.Text.Length || !span.Of(article.Text.Text).SequenceEqual(target.Words))) throw Unknown($"the words at {span} of {target.Source} are others");
        }
    }

    private static ProblemException Unknown(string detail) => new(StatusCodes.Status422UnprocessableEntity, detail);

    private static void Write(Utf8JsonWriter json, Correction correction, CorrectionEffect effect)
    {
        json.WriteStartObject();
        json.WriteString("id", correction.Id);
        json.WriteString("by", correction.By);
        json.List("changed", effect.Changed, static (json, changed) =>
        {
            json.WriteStartObject();
            json.WriteString("kind", changed.Kind);
            json.WriteNumber("count", changed.Count);
            json.WriteEndObject();
        });
        json.Strings("overruled", effect.Overruled.Select(static overruled => overruled.Id));
        json.WriteEndObject();
    }
}
