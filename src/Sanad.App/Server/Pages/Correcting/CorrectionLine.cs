using Sanad.App.Cli;
using Sanad.App.Json;
using Sanad.App.Server.Interface;
using Sanad.Ledger.Corrections;

namespace Sanad.App.Server.Pages.Correcting;

/// <summary>What a correction says, in a line of a page.</summary>
internal static class CorrectionLine
{
    public static string Told(Correction correction, InterfaceLanguage words)
    {
        string first = Of(correction, 0), second = Of(correction, 1);
        return correction switch
        {
            StatementCorrection { Content: null } => words.Fill("correct.one.statement.none", ("words", first)),
            StatementCorrection => words.Fill("correct.one.statement", ("words", first)),
            SpeakerCorrection speaker => words.Fill("correct.one.speaker", ("words", first), ("name", Printable.Line(words.Names(speaker.Name), 80))),
            ActCorrection act => words.Fill("correct.one.act", ("words", first), ("act", words.Act(act.Act))),
            FigureCorrection { Reading: null } => words.Fill("correct.one.figure.none", ("words", first)),
            FigureCorrection { Reading: { } reading } => words.Fill("correct.one.figure", ("words", first), ("reading", ReadingOf(reading, words))),
            PartyCorrection party => words.Fill(party.Same ? "correct.one.party.same" : "correct.one.party.different", ("first", Printable.Line(party.First.Name, 80)), ("second", Printable.Line(party.Second.Name, 80))),
            StoryCorrection story => words.Fill(story.Same ? "correct.one.story.same" : "correct.one.story.different", ("first", first), ("second", second)),
            CopyCorrection copy => words.Fill(copy.IsCopy ? "correct.one.copy.is" : "correct.one.copy.not", ("first", first), ("second", second)),
            Undoing undoing => words.Fill("correct.one.undo", ("id", undoing.Undoes)),
            _ => first,
        };
    }

    private static string ReadingOf(FigureReading reading, InterfaceLanguage words)
    {
        List<string> parts = [];
        if (reading.Bound is { } bound) parts.Add(words["bound." + JsonNames<Figures.Bound>.Of(bound)]);
        if (reading.Low is { } low) parts.Add(words.Number(low) + (reading.High is { } high ? "–" + words.Number(high) : ""));
        else if (reading.High is { } most) parts.Add("–" + words.Number(most));
        foreach (string? said in (string?[])[reading.Unit, reading.What, reading.Where])
        {
            if (!string.IsNullOrEmpty(said)) parts.Add(Printable.Line(said, 80));
        }

        return string.Join(' ', parts);
    }

    /// <summary>The words that it is about; of a whole article its title, or where it came from.</summary>
    private static string Of(Correction correction, int target) => target >= correction.Targets.Count ? ""
        : Printable.Line(correction.Targets[target].Words is { Length: > 0 } words ? words : correction.Targets[target].Source, 160);
}
