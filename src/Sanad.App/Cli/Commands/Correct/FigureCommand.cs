using System.CommandLine;
using System.Globalization;
using Sanad.App.Json;
using Sanad.Figures;
using Sanad.Ledger.Corrections;

namespace Sanad.App.Cli.Commands.Correct;

/// <summary><c>sanad correct figure</c>.</summary>
internal static class FigureCommand
{
    /// <summary>Whom a figure is found by, for the report: figures have no rules.</summary>
    private const string Finder = "figures";

    public static Command Create(Surroundings surroundings)
    {
        Argument<string> article = CorrectOptions.Article("article", "The article.");
        Argument<string> figure = new("figure") { Description = "Its id (f2), as `sanad read` and `sanad show` print it, or its stretch ([40,52)).", HelpName = "FIGURE" };
        Option<string?> value = new("--value") { Description = "The number, or both ends of a range: 14, 1200.5, 3..5.", HelpName = "N|N..N" };
        Option<string?> bound = new("--bound") { Description = "How it is hedged.", HelpName = string.Join('|', JsonNames<Bound>.All) };
        bound.AcceptOnlyFromAmong([.. JsonNames<Bound>.All]);
        Option<string?> what = new("--what") { Description = "What is counted, in the article's language.", HelpName = "WORDS" };
        Option<string?> unit = new("--unit") { Description = "Unit of measure; '' for none.", HelpName = "UNIT" };
        Option<string?> where = new("--where") { Description = "The place it is counted in; '' for none.", HelpName = "PLACE" };
        Option<bool> none = new("--not-a-figure") { Description = "It is no figure at all: a year, a house number, part of a name." };
        var options = new CorrectOptions();
        var command = new ExampleCommand("figure", "Say how a figure is to be read. What you do not say stays as it is found.",
            "sanad correct figure id-suarapulau-20250310-jebol.txt f2 --value 14 --bound at_least --reason 'sedikitnya 14'", "sanad correct figure id-suarapulau-20250310-jebol.txt f1 --not-a-figure --reason 'only the title again'")
        {
            article, figure, value, bound, what, unit, where, none,
        };
        options.AddTo(command);
        command.SetAction(parsed =>
        {
            (double Low, double? High)? read = null;
            if (parsed.GetValue(value) is { } text && (read = ValueOf(text)) is null) return CorrectOptions.Wrong(surroundings, $"--value is a number like 1200.5 or a range like 3..5, not '{text}'");
            FigureReading? reading = new(read?.Low, read?.High, parsed.GetValue(bound) is { } hedge && JsonNames<Bound>.TryParse(hedge, out Bound known) ? known : null, parsed.GetValue(what), parsed.GetValue(unit), parsed.GetValue(where));
            bool isEmpty = reading == new FigureReading(null, null, null, null, null, null);
            if (parsed.GetValue(none) != isEmpty) return CorrectOptions.Wrong(surroundings, "say how it is to be read (--value, --bound, --what, --unit, --where), or --not-a-figure");
            return options.Run(parsed, surroundings, (finder, by) =>
            {
                (CorrectionTarget target, Figure found, _) = finder.Figure(parsed.GetValue(article)!, parsed.GetValue(figure)!);
                return new FigureCorrection(by.By, by.At, by.Reason, target, isEmpty ? null : reading) { Was = Overlay.WordsOf(found), FoundBy = Finder };
            });
        });
        return command;
    }

    private static (double Low, double? High)? ValueOf(string text)
    {
        string[] ends = text.Split("..");
        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        if (ends.Length > 2 || !double.TryParse(ends[0], Style, CultureInfo.InvariantCulture, out double low) || !double.IsFinite(low)) return null;
        if (ends.Length == 1) return (low, null);
        return double.TryParse(ends[1], Style, CultureInfo.InvariantCulture, out double high) && double.IsFinite(high) && high >= low ? (low, high) : null;
    }
}
