using System.Globalization;
using Sanad.App.Correcting;
using Sanad.App.Json;
using Sanad.Figures;
using Sanad.Ledger.Corrections;

namespace Sanad.App.Cli.Commands.Correct;

/// <summary>Tells a reader of corrections and of what they did.</summary>
internal static class CorrectionPage
{
    private const int Words = 100;

    /// <summary>One line: what holds now of which words.</summary>
    public static void Print(Page page, Correction correction) => page.Line($"[bold]{correction.Id}[/] {Page.Safe(Told(correction))}");

    public static void Print(Page page, CorrectionEffect effect)
    {
        if (effect.Made.Count == 0) page.Line("It was there already; nothing changed.");
        else if (effect.Entries == 0) page.Line("This changed no entry.");
        else page.Line($"This changed {Count(effect.Entries, "entry", "entries")}: {string.Join(", ", effect.Changed.Select(static changed => NameOf(changed)))}.");
        foreach (Correction overruled in effect.Overruled) page.Line($"[yellow]It contradicts {overruled.Id} by {Page.Safe(overruled.By)} ({Page.Safe(overruled.Time)}): {Page.Safe(Told(overruled))}. The later one holds.[/]");
    }

    /// <summary>What a correction says, in words.</summary>
    public static string Told(Correction correction) => correction switch
    {
        SpeakerCorrection speaker => $"speaker of {Quote(speaker.Target)} is {speaker.Name ?? "not known"}{Was(speaker)}",
        ActCorrection act => $"act of {Quote(act.Target)} is {JsonNames<Act>.Of(act.Act)}{Was(act)}",
        StatementCorrection { Content: null } statement => $"{Quote(statement.Target)} is no statement",
        StatementCorrection statement => $"what is said in {Quote(statement.Target)} stands at {statement.Content}",
        FigureCorrection { Reading: null } figure => $"{Quote(figure.Target)} is no figure{Was(figure)}",
        FigureCorrection figure => $"{Quote(figure.Target)} is {Reading(figure.Reading)}{Was(figure)}",
        PartyCorrection party => $"{party.First.Name} ({party.First.At.Source}) and {party.Second.Name} ({party.Second.At.Source}) are {(party.Same ? "one" : "two")}",
        StoryCorrection story => $"{story.First.Source} and {story.Second.Source} tell {(story.Same ? "one story" : "two stories")}",
        CopyCorrection copy => $"{copy.Copy.Source} is {(copy.IsCopy ? "a" : "no")} copy of {copy.Origin.Source}",
        Undoing undoing => $"undoes {undoing.Undoes}",
        _ => correction.Kind,
    };

    public static string Count(int count, string one, string many) => string.Create(CultureInfo.InvariantCulture, $"{count:N0} {(count == 1 ? one : many)}");

    private static string Was(Correction correction) => string.IsNullOrEmpty(correction.Was) ? "" : $" (was {correction.Was})";

    private static string Quote(CorrectionTarget target) => $"“{Printable.Line(target.Words, Words)}” in {target.Source} {target.Span}";

    private static string Reading(FigureReading reading)
    {
        string value = (reading.Low, reading.High) switch
        {
            ({ } low, { } high) when low != high => $"{Wording.Of(low)} to {Wording.Of(high)}",
            ({ } low, _) => Wording.Of(low),
            _ => "",
        };
        return string.Join(' ', ((string?[])[reading.Bound is { } bound ? JsonNames<Bound>.Of(bound).ToString() : null, value, reading.Unit, reading.What, reading.Where is { Length: > 0 } place ? "in " + place : null]).Where(static word => !string.IsNullOrEmpty(word)));
    }

    private static string NameOf(ChangedEntries changed) => changed.Kind switch
    {
        "statements" => Count(changed.Count, "statement", "statements"),
        "figures" => Count(changed.Count, "figure", "figures"),
        "parties" => Count(changed.Count, "party", "parties"),
        "points" => Count(changed.Count, "point of a figure line", "points of figure lines"),
        "moves" => Count(changed.Count, "position", "positions"),
        "copies" => Count(changed.Count, "group of copies", "groups of copies"),
        "utterances" => Count(changed.Count, "utterance", "utterances"),
        "conflicts" => Count(changed.Count, "conflict", "conflicts"),
        "sums" => Count(changed.Count, "sum", "sums"),
        "articles" => Count(changed.Count, "article's story", "articles' stories"),
        _ => Count(changed.Count, "line of the timeline", "lines of the timeline"),
    };
}
