using Sanad.Language;
using Sanad.Parties;
using Sanad.Text;

namespace Sanad.Attribution;

/// <summary>A credit in the text and the sentence it stands in; <see cref="Heads"/> tells that it opens the account and covers what follows.</summary>
internal readonly record struct FoundCredit(string Name, TextSpan Span, int Sentence, int Part, bool Heads);

/// <summary>Finds the agencies and outlets that an article draws on: "dilansir AP", "dikutip dari Reuters", "kepada CNN", "told Reuters".</summary>
internal static class CreditFinder
{
    public static List<FoundCredit> Find(Document document, PartyIndex parties)
    {
        var credits = new List<FoundCredit>();
        for (int s = 0; s < document.Sentences.Length; s++)
        {
            Sentence sentence = document.Sentences[s];
            if (document.PartOf(sentence) is PartKind.Caption or PartKind.Title) continue;
            for (int i = sentence.First; i < sentence.End; i++)
            {
                int after = i;
                bool told = document.Is(i, WordClass.Addressee) && IsOutlet(document, parties, i + 1, sentence.End);
                if (told) after = i + 1;
                else if (TryCredit(document, i, sentence.End, out int end)) after = end;
                else if (i > sentence.First && document.TryHit(i - 1, LexKind.Reporting, out Hit cue) && (document.Language.Reporting[cue.Entry].Frames & Frame.Told) != 0 && IsOutlet(document, parties, i, sentence.End)) told = true;
                else continue;
                Take(document, parties, sentence, s, after, !told && i <= sentence.First + 1, credits);
            }
        }

        return credits;
    }

    /// <summary>The names behind the cue: one, or several joined by commas and "dan".</summary>
    private static void Take(Document document, PartyIndex parties, Sentence sentence, int index, int i, bool heads, List<FoundCredit> credits)
    {
        while (i < sentence.End && parties.SegmentAt(i) < 0 && (document.Is(i, WordClass.Preposition | WordClass.Agent | WordClass.Determiner) || document.TryHit(i, LexKind.People, out _))) i++;
        while (i < sentence.End && parties.SegmentAt(i) is >= 0 and var segment)
        {
            NameSegment named = parties.Segments[segment];
            if (named.Kind is SegmentKind.Title or SegmentKind.Place || parties.IsPerson(parties.PartyOf(segment)) && named.End - named.First > 2) return;
            string name = named.Entry >= 0 && named.Kind == SegmentKind.Body ? document.Language.Bodies[named.Entry].Body.Name : document.SpanOf(named.First, named.End).Of(document.Text).ToString();
            TextSpan span = document.SpanOf(named.First, named.End);
            if (!credits.Exists(credit => credit.Span == span)) credits.Add(new FoundCredit(name, span, index, sentence.Part, heads));
            i = named.End;
            if (i < sentence.End && (document.IsMark(i, ',') || document.Is(i, WordClass.And)) && IsOutlet(document, parties, i + 1, sentence.End)) i++;
            else return;
        }
    }

    private static bool TryCredit(Document document, int i, int limit, out int end)
    {
        end = i;
        foreach (Hit hit in document.HitsAt(i, LexKind.Reporting))
        {
            if (hit.Kind == LexKind.Reporting && hit.End <= limit && (document.Language.Reporting[hit.Entry].Frames & Frame.Credit) != 0) end = Math.Max(end, hit.End);
        }

        return end > i;
    }

    private static bool IsOutlet(Document document, PartyIndex parties, int i, int limit)
    {
        if (i >= limit || parties.SegmentAt(i) is not (>= 0 and var segment)) return false;
        NameSegment named = parties.Segments[segment];
        return named.Kind == SegmentKind.Body && named.Entry >= 0 && document.Language.Bodies[named.Entry].Body.Kind == "outlet";
    }
}
