using Sanad.Language;

namespace Sanad.Attribution;

/// <summary>A reporting word or phrase in a sentence: tokens <c>[First, End)</c> and how it takes speaker and content.</summary>
/// <param name="Clitic">It carries its speaker as an ending: "tuturnya".</param>
/// <param name="Quoted">It stands inside a quotation.</param>
internal readonly record struct Cue(int First, int End, Act Act, Frame Frames, bool Clitic, bool Quoted)
{
    public bool Has(Frame frame) => (Frames & frame) != 0;
}

/// <summary>Finds the reporting words of a sentence.</summary>
internal static class CueFinder
{
    /// <summary>The longest phrases, none overlapping; all frames that the lists give to one phrase are joined.</summary>
    /// <param name="silent">Gets the phrases that hold a reporting word and are none.</param>
    public static void Find(Document document, int first, int end, IReadOnlyList<Quotation> quotations, List<Cue> cues, List<TokenRange> silent)
    {
        for (int i = first; i < end;)
        {
            int longest = 0;
            Frame frames = Frame.None;
            Act act = Act.Say;
            bool clitic = false;
            foreach (Hit hit in document.HitsAt(i, LexKind.Reporting))
            {
                if (hit.Kind != LexKind.Reporting || hit.End > end || hit.Count < longest) continue;
                ReportingWord word = document.Language.Reporting[hit.Entry];
                if (hit.Count > longest) (longest, frames, act) = (hit.Count, Frame.None, word.Act);
                else if (act == Act.Say) act = word.Act;
                frames |= word.Frames;
                clitic = hit.Clitic;
            }

            if (longest == 0) { i++; continue; }
            if (frames == Frame.Silent)
            {
                silent.Add(new TokenRange(i, i + longest));
                i += longest;
                continue;
            }

            bool quoted = false;
            foreach (Quotation quotation in quotations) quoted |= quotation.Open < i && i < quotation.Close;
            cues.Add(new Cue(i, i + longest, act, frames, clitic, quoted));
            i += longest;
        }
    }
}
