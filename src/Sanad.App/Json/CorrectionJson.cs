using System.Globalization;
using System.Text;
using System.Text.Json;
using Sanad.Figures;
using Sanad.Ledger.Corrections;
using Sanad.Text;

namespace Sanad.App.Json;

/// <summary>
/// Corrections as JSON: as a ledger keeps them, <c>sanad corrections export</c> prints them and others hand them in. <c>id</c> is written for the reader's sake; what is
/// read is given the one that follows from what it says.
/// </summary>
internal static class CorrectionJson
{
    /// <summary>Longest correction that is read, in UTF-16 code units.</summary>
    public const int Longest = 1 << 20;

    public static string Text(Correction correction)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, JsonFields.Options)) Write(json, correction);
        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    public static void Write(Utf8JsonWriter json, Correction correction)
    {
        json.WriteStartObject();
        Fields(json, correction);
        json.WriteEndObject();
    }

    /// <summary>A correction of the log, with whether it holds and through which other one it does not.</summary>
    /// <param name="isResting">Whether its words are not found in the ledger.</param>
    public static void Write(Utf8JsonWriter json, LoggedCorrection logged, bool isResting = false)
    {
        json.WriteStartObject();
        Fields(json, logged.Correction);
        json.WriteString("standing", StandingOf(logged, isResting));
        json.Field("through", logged.Through);
        json.WriteEndObject();
    }

    /// <summary>"resting" where the words of a correction are not found, else what <see cref="LoggedCorrection.Standing"/> is called.</summary>
    public static string StandingOf(LoggedCorrection logged, bool isResting) => isResting ? "resting" : JsonNames<Standing>.Of(logged.Standing).ToString();

    /// <summary>Its fields, within an object that the caller opened.</summary>
    public static void Fields(Utf8JsonWriter json, Correction correction)
    {
        json.WriteString("id", correction.Id);
        json.WriteString("kind", correction.Kind);
        json.WriteString("by", correction.By);
        json.WriteString("at", correction.Time);
        json.WriteString("reason", correction.Reason);
        switch (correction)
        {
            case SpeakerCorrection speaker:
                Target(json, "target", speaker.Target);
                json.Field("speaker", speaker.Name);
                json.Field("party", speaker.Party);
                break;
            case ActCorrection act:
                Target(json, "target", act.Target);
                json.WriteString("act", JsonNames<Act>.Of(act.Act));
                break;
            case StatementCorrection statement:
                Target(json, "target", statement.Target);
                json.WriteBoolean("isStatement", statement.Content is not null);
                if (statement.Content is { } content) json.Field("content", content);
                break;
            case FigureCorrection figure:
                Target(json, "target", figure.Target);
                json.WriteBoolean("isFigure", figure.Reading is not null);
                if (figure.Reading is { } reading)
                {
                    if (reading.Low is not null) json.Field("low", reading.Low);
                    if (reading.High is not null) json.Field("high", reading.High);
                    if (reading.Bound is { } bound) json.WriteString("bound", JsonNames<Bound>.Of(bound));
                    if (reading.What is not null) json.WriteString("what", reading.What);
                    if (reading.Unit is not null) json.WriteString("unit", reading.Unit);
                    if (reading.Where is not null) json.WriteString("where", reading.Where);
                }

                break;
            case PartyCorrection party:
                Party(json, "first", party.First);
                Party(json, "second", party.Second);
                json.WriteBoolean("same", party.Same);
                break;
            case StoryCorrection story:
                Target(json, "first", story.First);
                Target(json, "second", story.Second);
                json.WriteBoolean("same", story.Same);
                break;
            case CopyCorrection copy:
                Target(json, "copy", copy.Copy);
                Target(json, "origin", copy.Origin);
                json.WriteBoolean("isCopy", copy.IsCopy);
                break;
            case Undoing undoing:
                json.WriteString("undoes", undoing.Undoes);
                break;
        }

        if (correction.Was is not null) json.WriteString("was", correction.Was);
        if (correction.FoundBy is not null) json.WriteString("foundBy", correction.FoundBy);
    }

    /// <summary>The <c>corrected</c> field of an entry; nothing where it is as it was found.</summary>
    public static void Corrected(this Utf8JsonWriter json, Corrected? corrected)
    {
        if (corrected is null) return;
        json.WriteStartObject("corrected");
        json.WriteString("id", corrected.Id);
        json.WriteString("by", corrected.By);
        json.WriteString("at", corrected.At.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture));
        json.WriteString("reason", corrected.Reason);
        json.WriteString("was", corrected.Was);
        json.WriteEndObject();
    }

    /// <exception cref="FormatException">It is no correction; the message says why.</exception>
    public static Correction Read(string text)
    {
        if (text.Length > Longest) throw new FormatException("longer than any correction is");
        try
        {
            using JsonDocument json = JsonDocument.Parse(text);
            return Read(json.RootElement);
        }
        catch (JsonException e)
        {
            throw new FormatException("is no JSON", e);
        }
    }

    /// <exception cref="FormatException">As above.</exception>
    public static Correction Read(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object) throw new FormatException("is no object");
        string by = String(root, "by"), reason = String(root, "reason");
        if (!DateTimeOffset.TryParse(String(root, "at"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out DateTimeOffset at)) throw new FormatException("'at' is no time");
        Correction correction = String(root, "kind") switch
        {
            "speaker" => new SpeakerCorrection(by, at, reason, Spanned(root, "target"), Optional(root, "speaker"), Optional(root, "party")),
            "act" => new ActCorrection(by, at, reason, Spanned(root, "target"), Value<Act>(String(root, "act"), "act")),
            "statement" => new StatementCorrection(by, at, reason, Spanned(root, "target"), Is(root, "isStatement") ? Span(root, "content") ?? throw new FormatException("'content' is missing") : null),
            "figure" => new FigureCorrection(by, at, reason, Spanned(root, "target"), Is(root, "isFigure") ? Reading(root) : null),
            "party" => new PartyCorrection(by, at, reason, Party(root, "first"), Party(root, "second"), Is(root, "same")),
            "story" => new StoryCorrection(by, at, reason, Target(root, "first"), Target(root, "second"), Is(root, "same")),
            "copy" => new CopyCorrection(by, at, reason, Target(root, "copy"), Target(root, "origin"), Is(root, "isCopy")),
            "undo" => new Undoing(by, at, reason, String(root, "undoes")),
            var kind => throw new FormatException($"there is no kind '{kind}'"),
        };
        return correction with { Was = Optional(root, "was"), FoundBy = Optional(root, "foundBy") };
    }

    private static void Target(Utf8JsonWriter json, string name, CorrectionTarget target)
    {
        json.WriteStartObject(name);
        TargetFields(json, target);
        json.WriteEndObject();
    }

    private static void TargetFields(Utf8JsonWriter json, CorrectionTarget target)
    {
        json.WriteString("textHash", target.Text.Value);
        json.WriteString("source", target.Source);
        json.Field("span", target.Span);
        json.WriteString("words", target.Words);
    }

    private static void Party(Utf8JsonWriter json, string name, PartyTarget party)
    {
        json.WriteStartObject(name);
        TargetFields(json, party.At);
        json.WriteString("party", party.Party);
        json.WriteString("name", party.Name);
        json.WriteEndObject();
    }

    private static FigureReading Reading(JsonElement root) => new(Number(root, "low"), Number(root, "high"), Optional(root, "bound") is { } bound ? Value<Bound>(bound, "bound") : null,
        Optional(root, "what"), Optional(root, "unit"), Optional(root, "where"));

    private static PartyTarget Party(JsonElement root, string name)
    {
        JsonElement party = Object(root, name);
        return new PartyTarget(Spanned(root, name), String(party, "party"), String(party, "name"));
    }

    private static CorrectionTarget Spanned(JsonElement root, string name) => Target(root, name) is { Span: not null } target ? target : throw new FormatException($"'{name}' has no span");

    private static CorrectionTarget Target(JsonElement root, string name)
    {
        JsonElement target = Object(root, name);
        string hash = String(target, "textHash");
        if (!hash.StartsWith("sha256:", StringComparison.Ordinal) || hash.Length != "sha256:".Length + 64 || !hash.AsSpan("sha256:".Length).ContainsOnlyHex()) throw new FormatException("'textHash' is no SHA-256");
        return new CorrectionTarget(new TextHash(hash), String(target, "source"), Span(target, "span"), String(target, "words"));
    }

    private static TextSpan? Span(JsonElement root, string name)
    {
        if (!root.TryGetProperty(name, out JsonElement ends) || ends.ValueKind == JsonValueKind.Null) return null;
        if (ends.ValueKind != JsonValueKind.Array || ends.GetArrayLength() != 2 || ends[0].ValueKind != JsonValueKind.Number || ends[1].ValueKind != JsonValueKind.Number
            || !ends[0].TryGetInt32(out int start) || !ends[1].TryGetInt32(out int end) || start < 0 || end < start) throw new FormatException($"'{name}' is no pair of offsets");
        return new TextSpan(start, end);
    }

    private static bool ContainsOnlyHex(this ReadOnlySpan<char> digits) => digits.IndexOfAnyExcept("0123456789abcdef") < 0;

    private static JsonElement Object(JsonElement root, string name) =>
        root.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.Object ? value : throw new FormatException($"'{name}' is missing");

    private static string String(JsonElement root, string name) => Optional(root, name) ?? throw new FormatException($"'{name}' is missing");

    private static string? Optional(JsonElement root, string name)
    {
        if (!root.TryGetProperty(name, out JsonElement value) || value.ValueKind == JsonValueKind.Null) return null;
        return value.ValueKind == JsonValueKind.String ? value.GetString() : throw new FormatException($"'{name}' is no text");
    }

    private static double? Number(JsonElement root, string name)
    {
        if (!root.TryGetProperty(name, out JsonElement value) || value.ValueKind == JsonValueKind.Null) return null;
        return value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out double number) && double.IsFinite(number) ? number : throw new FormatException($"'{name}' is no number");
    }

    private static bool Is(JsonElement root, string name) => root.TryGetProperty(name, out JsonElement value) && value.ValueKind is JsonValueKind.True or JsonValueKind.False
        ? value.GetBoolean() : throw new FormatException($"'{name}' is neither true nor false");

    private static T Value<T>(string text, string name) where T : struct, Enum => JsonNames<T>.TryParse(text, out T value) ? value : throw new FormatException($"'{name}' cannot be '{text}'");
}
