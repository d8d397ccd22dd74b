using System.Globalization;
using Sanad.App.Correcting;
using Sanad.App.Json;
using Sanad.Attribution;
using Sanad.Figures;
using Sanad.Ledger.Corrections;
using Sanad.Parties;
using Sanad.Text;

namespace Sanad.App.Server.Pages.Correcting;

/// <summary>Makes a correction of what a form of the pages says, or tells the key of what is wrong with it.</summary>
internal static class FormCorrection
{
    /// <summary>Longest name that a form takes, in UTF-16 code units.</summary>
    public const int LongestName = 300;

    /// <summary>Whom figures, names, grouping and copies are found by, for the report: they have no rules.</summary>
    private const string Figures = "figures", Names = "parties", Grouping = "grouping", Copies = "copies";

    /// <param name="elsewhere">The article that the form names by its number; null where there is none.</param>
    public static (Correction? Correction, string? Wrong) Of(CorrectModel model, string by, DateTimeOffset at, Analysis? elsewhere)
    {
        if (model.Undoes is { } undoes) return (new Undoing(by, at, model.Reason, undoes.Id), null);
        if (model.Statement is { } statement) return OfStatement(model, statement, by, at);
        return model.Figure is { } figure ? OfFigure(model, figure, by, at) : OfArticle(model, by, at, elsewhere);
    }

    /// <summary>How a party of the story is called in a form: the article's number and the id there.</summary>
    public static string PartyName(long article, Party party) => string.Create(CultureInfo.InvariantCulture, $"{article} {party.Id}");

    /// <summary>A number as a form's field holds it.</summary>
    public static string Number(double? number) => number?.ToString("R", CultureInfo.InvariantCulture) ?? "";

    private static (Correction? Correction, string? Wrong) OfStatement(CorrectModel model, Statement statement, string by, DateTimeOffset at)
    {
        CorrectionTarget target = EntryFinder.Target(model.Analysis.Article, statement);
        switch (model.Choice)
        {
            case "none":
                return (new StatementCorrection(by, at, model.Reason, target, null) { Was = model.Analysis.ContentOf(statement), FoundBy = statement.FoundBy }, null);
            case "words":
                try
                {
                    // A browser sends the lines of a form's text ended its own way.
                    TextSpan content = EntryFinder.Words(model.Analysis, statement, model.Field("words").ReplaceLineEndings("\n").Trim());
                    return (new StatementCorrection(by, at, model.Reason, target, content) { Was = model.Analysis.ContentOf(statement), FoundBy = statement.FoundBy }, null);
                }
                catch (UnknownEntryException)
                {
                    return (null, "correct.wrong.words");
                }

            case "speaker":
                if (model.Field("speaker") is not { Length: > 0 and <= LongestName } name) return (null, "correct.wrong.speaker");
                return (new SpeakerCorrection(by, at, model.Reason, target, name == "-" ? null : name, null) { Was = statement.Speaker.Name ?? "nobody", FoundBy = statement.FoundBy }, null);
            case "act":
                return JsonNames<Act>.TryParse(model.Field("act"), out Act act)
                    ? (new ActCorrection(by, at, model.Reason, target, act) { Was = JsonNames<Act>.Of(statement.Act).ToString(), FoundBy = statement.FoundBy }, null)
                    : (null, "correct.wrong.choice");
            default:
                return (null, "correct.wrong.choice");
        }
    }

    private static (Correction? Correction, string? Wrong) OfFigure(CorrectModel model, Figure figure, string by, DateTimeOffset at)
    {
        FigureReading? reading = null;
        if (model.Choice == "reading")
        {
            (double? low, double? high) = (NumberIn(model.Field("low")), NumberIn(model.Field("high")));
            if ((low is null && model.Field("low").Length > 0) || (high is null && model.Field("high").Length > 0) || low > high || model.Field("what").Length > LongestName || model.Field("unit").Length > LongestName || model.Field("where").Length > LongestName)
                return (null, "correct.wrong.figure");
            bool isValue = model.Field("low") != Number(figure.Low) || model.Field("high") != HighOf(figure);
            // What stands as it was found is not said, so that it follows what is found the next time.
            reading = new FigureReading(isValue ? low : null, isValue ? high : null, JsonNames<Bound>.TryParse(model.Field("bound"), out Bound bound) && bound != figure.Bound ? bound : null,
                Other(model.Field("what"), figure.What), Other(model.Field("unit"), figure.Unit), Other(model.Field("where"), figure.Where));
            if (reading == new FigureReading(null, null, null, null, null, null)) return (null, "correct.wrong.same");
        }
        else if (model.Choice != "none") return (null, "correct.wrong.choice");

        return (new FigureCorrection(by, at, model.Reason, EntryFinder.Target(model.Analysis.Article, figure.Span), reading) { Was = Overlay.WordsOf(figure), FoundBy = Figures }, null);
    }

    /// <summary>The upper end of a range as the form shows it; empty for one value.</summary>
    public static string HighOf(Figure figure) => figure.High == figure.Low ? "" : Number(figure.High);

    private static (Correction? Correction, string? Wrong) OfArticle(CorrectModel model, string by, DateTimeOffset at, Analysis? elsewhere)
    {
        string choice = model.Choice;
        if (choice is "one" or "two") return OfNames(model, by, at, isSame: choice == "one");
        bool isHere = choice is "different" or "copy" or "original";
        if (!isHere && choice != "same") return (null, "correct.wrong.choice");
        Analysis? other = isHere ? NumberOf(model.Field("other")) is { } number ? model.Story.Find(number) : null : elsewhere;
        if (other is null || other.Article.Source == model.Analysis.Article.Source) return (null, "correct.wrong.article");
        (CorrectionTarget own, CorrectionTarget its) = (EntryFinder.Whole(model.Analysis.Article), EntryFinder.Whole(other.Article));
        return (choice is "copy" or "original"
            ? new CopyCorrection(by, at, model.Reason, own, its, choice == "copy") { Was = choice == "copy" ? "no copy" : "copy", FoundBy = Copies }
            : new StoryCorrection(by, at, model.Reason, own, its, choice == "same") { Was = choice == "same" ? "different" : "same", FoundBy = Grouping }, null);
    }

    private static (Correction? Correction, string? Wrong) OfNames(CorrectModel model, string by, DateTimeOffset at, bool isSame) =>
        Party(model, "first") is { } first && Party(model, "second") is { } second && first.At != second.At
            ? (new PartyCorrection(by, at, model.Reason, first, second, isSame) { Was = isSame ? "different" : "same", FoundBy = Names }, null)
            : (null, "correct.wrong.names");

    /// <summary>The party that a field names, with the first words that name him; null where there is none.</summary>
    private static PartyTarget? Party(CorrectModel model, string field)
    {
        string[] parts = model.Field(field).Split(' ', 2);
        if (parts.Length < 2 || NumberOf(parts[0]) is not { } number || model.Story.Find(number) is not { } analysis) return null;
        return analysis.Parties.FirstOrDefault(party => party.Id == parts[1]) is { } party ? EntryFinder.Named(analysis, party) : null;
    }

    public static long? NumberOf(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? number : null;

    private static double? NumberIn(string text) =>
        double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number) ? number : null;

    private static string? Other(string said, string? found) => said == (found ?? "") ? null : said;
}
