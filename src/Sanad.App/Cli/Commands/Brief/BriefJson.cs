using System.Text.Json;
using Sanad.App.Json;
using Sanad.Ledger;
using Sanad.Stories;

namespace Sanad.App.Cli.Commands.Brief;

/// <summary>Writes a brief as JSON: its lines with what they cite and claim, and the lines that were dropped with the reason.</summary>
internal static class BriefJson
{
    public static void Write(Stream output, Ledger.Brief brief, StoryLedger story, string language, CorrectionNotes notes)
    {
        using var json = new Utf8JsonWriter(output, JsonFields.Options);
        json.WriteStartObject();
        json.WriteString("id", story.Id);
        json.WriteString("title", brief.Title);
        json.WriteString("language", language);
        json.WriteString("summary", brief.Summary);
        json.List("lines", brief.Lines, (json, line) =>
        {
            json.WriteStartObject();
            Fields(json, line);
            json.Corrected(notes.FirstOf(line));
            json.WriteEndObject();
        });
        json.List("dropped", brief.Dropped, static (json, dropped) =>
        {
            json.WriteStartObject();
            Fields(json, dropped.Line);
            json.WriteString("reason", dropped.Reason);
            json.WriteEndObject();
        });
        json.WriteEndObject();
        json.Flush();
        output.Write("\n"u8);
    }

    private static void Fields(Utf8JsonWriter json, BriefLine line)
    {
        json.WriteString("heading", line.Heading);
        json.WriteString("text", line.Text);
        json.List("citations", line.Citations, JsonFields.Citation);
        json.List("claims", line.Claims, static (json, claim) =>
        {
            json.WriteStartObject();
            json.WriteString("kind", JsonNames<ClaimKind>.Of(claim.Kind));
            json.WriteString("wording", claim.Wording);
            json.WriteNumber("start", claim.Start);
            json.WriteNumber("citation", claim.Citation);
            json.Field("at", (Text.TextSpan?)claim.At);
            json.WriteEndObject();
        });
    }
}
