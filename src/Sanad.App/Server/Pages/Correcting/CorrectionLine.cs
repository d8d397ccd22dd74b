using Sanad.App.Cli;
using Sanad.App.Server.Interface;
using Sanad.Ledger.Corrections;

namespace Sanad.App.Server.Pages.Correcting;

/// <summary>What a correction is about, in a line of a page.</summary>
internal static class CorrectionLine
{
    public static string Told(Correction correction, InterfaceLanguage words)
    {
        string of = correction.Targets.Count > 0 ? Printable.Line(correction.Targets[0].Words, 160) : "";
        return words.Fill("correct.one." + (correction switch
        {
            StatementCorrection { Content: null } => "statement.none",
            SpeakerCorrection or ActCorrection or StatementCorrection or FigureCorrection => correction.Kind,
            _ => "other",
        }), ("words", of));
    }
}
