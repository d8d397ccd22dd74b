using Sanad.Language;

namespace Sanad.Attribution.Rules;

/// <summary>Titles: "Menlu AS: Pasukan akan dikerahkan", "AS Konfirmasi …", "Pengusaha Teriak …". Titles leave out prefixes and complementisers.</summary>
internal sealed class HeadlineRule : AttributionRule
{
    public override string Name => "headline";

    public override void Propose(SentenceView view, List<Candidate> candidates)
    {
        if (!view.IsTitle) return;
        Document document = view.Document;
        for (int i = view.First + 1; i < view.End - 2 && i - view.First <= 8; i++)
        {
            var before = new TokenRange(view.First, i);
            if (document.IsMark(i, ':'))
            {
                if (CanSpeak(view, before) && !view.Is(view.First, WordClass.Preposition))
                {
                    var colon = new Cue(i, i + 1, Act.Say, Frame.Headline, false, false);
                    candidates.Add(Make(view, colon, SpeakerSource.Phrase, before, [new TokenRange(i + 1, ContentReader.LastWord(view, view.End))]));
                }

                return;
            }

            if (view.CueAt(i) is not { } cue || !(cue.Has(Frame.Headline) || cue.Has(Frame.Clause) || cue.Has(Frame.Object)) || cue.Quoted) continue;
            for (int c = i - 1; c > view.First; c--)
            {
                if (view.IsComma(c) && !Names(view, before.First, c)) { before = new TokenRange(c + 1, i); break; }
            }

            before = before with { First = view.ClauseBefore(before.First, i) };
            if (!SpeakerSigns.BeginsNoun(view, before.First, i) || !CanSpeak(view, before) || NounPhrase.IsUnsaid(view, cue, before.First)) continue;
            int from = ContentReader.Start(view, cue, out _);
            int end = ContentReader.LastWord(view, view.End);
            if (end - from < 1) continue;
            candidates.Add(Make(view, cue, SpeakerSource.Phrase, before, [new TokenRange(from, end)]));
            return;
        }
    }

    private static bool Names(SentenceView view, int first, int end) => CanSpeak(view, new TokenRange(first, end)) && SpeakerSigns.BeginsNoun(view, first, end);
}
