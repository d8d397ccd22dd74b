using Sanad.Language;
using Sanad.Text;
using Sanad.Time;

namespace Sanad.Attribution;

/// <summary>
/// The day on which something was said: a day beside speaker or cue; else the day on which the same speaker was last heard
/// in this article, or of what two did together in the sentence before. A day right after a credit is the day of citing and says nothing.
/// </summary>
internal sealed class SayingDays(Document document, IReadOnlyList<TimeMention> times, IReadOnlyList<Candidate> candidates)
{
    private readonly Dictionary<string, CalendarValue> _occasions = new(StringComparer.Ordinal);

    public CalendarValue? Of(Candidate candidate, Speaker speaker, bool nested)
    {
        Sentence sentence = document.Sentences[candidate.Sentence];
        TextSpan whole = document.SpanOf(sentence.First, sentence.End);
        if (BeginsThen(sentence) && candidate.Sentence > 0 && LastDay(document.Sentences[candidate.Sentence - 1]) is { } then) return then;
        bool earlier = IsEarlier(candidate, sentence);
        CalendarValue? said = null;
        for (int i = FirstTime(whole.Start); i < times.Count; i++)
        {
            TimeMention time = times[i];
            if (time.Span.Start >= whole.End) break;
            if (time.Value.Grain is Grain.Year or Grain.Range || IsContent(candidate, time.Span) || IsCited(time.Span, whole)) continue;
            bool isFar = Distance(candidate, time.Span) > 40;

            // A month or week far from the cue is what is told of: "… terlambat dari target sebelumnya, Januari 2026".
            if (isFar && (earlier || nested || time.Value.Grain is not (Grain.Day or Grain.Minute))) continue;
            if (said is null || Distance(candidate, time.Span) < 40) said = OfDay(time.Value);
        }

        if (nested || earlier) return said;
        string key = speaker.PartyId ?? speaker.Name ?? "";
        if (said is { } known) _occasions[key] = known;
        else if (_occasions.TryGetValue(key, out CalendarValue occasion)) said = occasion;
        else if (OnlyDayBefore(candidate) is { } occasionBefore) said = _occasions[key] = occasionBefore;
        return said;
    }

    /// <summary>
    /// "Budi dan Rana bertemu pada Rabu. Keduanya mendesak …": the day on which those two did together what the sentence before tells, where it
    /// names one day alone; null for other speakers: what one does on a day and what he says are two things.
    /// </summary>
    private CalendarValue? OnlyDayBefore(Candidate candidate)
    {
        if (candidate.Speaker.IsEmpty || candidate.Sentence == 0 || !document.TryHit(candidate.Speaker.First, LexKind.Pronoun, out Hit pronoun) || document.Language.Pronouns[pronoun.Entry].Number != "dual") return null;
        Sentence before = document.Sentences[candidate.Sentence - 1];
        if (before.Part != document.Sentences[candidate.Sentence].Part) return null;
        TextSpan whole = document.SpanOf(before.First, before.End);
        CalendarValue? only = null;
        for (int i = FirstTime(whole.Start); i < times.Count && times[i].Span.Start < whole.End; i++)
        {
            if (times[i].Value.Grain is not (Grain.Day or Grain.Minute) || IsCited(times[i].Span, whole)) return null;
            CalendarValue day = CalendarValue.OfDay(times[i].Value.First);
            if (only is not null && only != day) return null;
            only = day;
        }

        return only;
    }

    /// <summary>"Ketika itu Herman bersikeras …".</summary>
    private bool BeginsThen(Sentence sentence) =>
        document.TryHit(sentence.First, LexKind.Grammar, out Hit hit, sentence.End) && (document.Language.Grammar[hit.Entry].Classes & WordClass.Then) != 0;

    /// <summary>The day named last in the sentence; null where none is.</summary>
    private CalendarValue? LastDay(Sentence sentence)
    {
        TextSpan whole = document.SpanOf(sentence.First, sentence.End);
        for (int i = FirstTime(whole.End) - 1; i >= 0 && times[i].Span.Start >= whole.Start; i--)
        {
            if (times[i].Value.Grain is Grain.Day or Grain.Minute) return CalendarValue.OfDay(times[i].Value.First);
        }

        return null;
    }

    /// <summary>"had first said that X, admitted on Saturday": what was said before was not said on the day of the sentence.</summary>
    private bool IsEarlier(Candidate candidate, Sentence sentence)
    {
        for (int i = candidate.Cue.First - 1; !candidate.Cue.IsEmpty && i >= sentence.First && candidate.Cue.First - i <= 3; i--)
        {
            if (document.TryHit(i, LexKind.Grammar, out Hit hit, candidate.Cue.First) && hit.End == candidate.Cue.First && (document.Language.Grammar[hit.Entry].Classes & WordClass.Earlier) != 0) return true;
        }

        return false;
    }

    private static CalendarValue OfDay(CalendarValue value) => value.Grain == Grain.Minute ? CalendarValue.OfDay(value.First) : value;

    /// <summary>Whether the time belongs to what is said: by the candidate, or by another of its sentence ("asked for calm and said schools would stay closed until Tuesday").</summary>
    private bool IsContent(Candidate candidate, TextSpan span)
    {
        for (int i = First(candidate.Sentence); i < candidates.Count && candidates[i].Sentence == candidate.Sentence; i++)
        {
            if (candidates[i].Cue != candidate.Cue && Holds(candidates[i], span)) return true;
        }

        return Holds(candidate, span);
    }

    /// <summary>The first candidate of the sentence; candidates are in the order of sentences.</summary>
    private int First(int sentence) => Search.First(candidates.Count, i => candidates[i].Sentence >= sentence);

    private static bool Holds(Candidate candidate, TextSpan span)
    {
        foreach (TextSpan content in candidate.Spans)
        {
            if (content.Overlaps(span)) return true;
        }

        return false;
    }

    private int Distance(Candidate candidate, TextSpan span)
    {
        if (candidate.Cue.IsEmpty) return int.MaxValue;
        int cue = document.Tokens[candidate.Cue.First].Start;
        return Math.Abs(span.Start - cue);
    }

    /// <summary>Whether a credit stands right before the day: "dikutip Reuters, Selasa (26/5)".</summary>
    private bool IsCited(TextSpan span, TextSpan sentence)
    {
        int from = Math.Max(sentence.Start, span.Start - 60);
        int token = TokenAt(from);
        for (; token < document.Tokens.Length && document.Tokens[token].Start < span.Start; token++)
        {
            if (document.TryHit(token, LexKind.Reporting, out Hit hit) && (document.Language.Reporting[hit.Entry].Frames & Frame.Credit) != 0
                && document.Tokens[hit.End - 1].End <= span.Start) return true;
        }

        return false;
    }

    /// <summary>The first time that begins at the offset or behind it; times are in reading order.</summary>
    private int FirstTime(int offset) => Search.First(times.Count, i => times[i].Span.Start >= offset);

    private int TokenAt(int offset) => Search.First(document.Tokens.Length, i => document.Tokens[i].Start >= offset);
}
