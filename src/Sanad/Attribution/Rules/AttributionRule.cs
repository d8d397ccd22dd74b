using Sanad.Language;

namespace Sanad.Attribution.Rules;

/// <summary>
/// One way in which the press attributes words to a speaker. A rule looks at one sentence and proposes candidates; it
/// resolves no speaker and weighs nothing.
/// </summary>
internal abstract class AttributionRule
{
    /// <summary>Stamped on what the rule finds (<c>foundBy</c>); its row in <c>confidence.tsv</c>.</summary>
    public abstract string Name { get; }

    public abstract void Propose(SentenceView view, List<Candidate> candidates);

    /// <summary>In the order in which they are asked; a cue or quotation taken by one is left alone by the next.</summary>
    public static IReadOnlyList<AttributionRule> All { get; } =
    [
        new HeadlineRule(), new ThisWasSaidRule(), new QuoteThenCueRule(), new ClauseThenCueRule(), new AccordingToRule(),
        new PassiveRule(), new NounOfSayingRule(), new SpeakerThenCueRule(), new SignedQuoteRule(), new QuoteBelowRule(), new LoneQuoteRule(), new CreditedClauseRule(),
    ];

    protected Candidate Make(SentenceView view, Cue cue, SpeakerSource from, TokenRange speaker, List<TokenRange> content) => new()
    {
        Rule = Name, Sentence = view.Index, Cue = new TokenRange(cue.First, cue.End), Act = cue.Act, From = from, Speaker = speaker, Content = content,
    };

    protected static bool IsTaken(List<Candidate> candidates, SentenceView view, Cue cue)
    {
        for (int i = candidates.Count - 1; i >= 0 && candidates[i].Sentence == view.Index; i--)
        {
            if (candidates[i].Cue.Overlaps(new TokenRange(cue.First, cue.End))) return true;
        }

        return false;
    }

    /// <summary>Whether a phrase can be somebody who speaks: a name, a pronoun, a title, a noun of people.</summary>
    protected static bool CanSpeak(SentenceView view, TokenRange phrase)
    {
        for (int i = phrase.First; i < phrase.End; i++)
        {
            if (view.Parties.SegmentAt(i) is >= 0 and var segment && view.Parties.Segments[segment] is var named
                && (named.Kind != Parties.SegmentKind.Place || view.Parties.PartyOf(segment) >= 0)) return true;
            if (view.Document.TryHit(i, LexKind.People, out _) || view.Document.TryHit(i, LexKind.Title, out _)) return true;
            if (view.Document.TryHit(i, LexKind.Pronoun, out Hit pronoun) && view.Document.Language.Pronouns[pronoun.Entry].Number != "self") return true;
        }

        return false;
    }

    /// <summary>First token behind "TANJUNG SOWA, SUARA PULAU -" at the head of a paragraph.</summary>
    internal static int AfterDateline(SentenceView view)
    {
        for (int i = view.First; i < view.End && i - view.First <= 8; i++)
        {
            if (view.IsDash(i) && i > view.First) return i + 1;
            if (!view.Document.Tokens[i].IsCapital && view.Document.Tokens[i].Kind != TokenKind.Number && !view.IsComma(i) && !view.Document.IsMark(i, '.') && !view.Document.IsMark(i, '(') && !view.Document.IsMark(i, ')')) break;
        }

        return view.First;
    }

    /// <summary>First token of the sentence behind words that only link it to the one before ("Namun,").</summary>
    protected static int ClauseStart(SentenceView view)
    {
        int i = AfterDateline(view);
        while (i < view.End)
        {
            WordClass classes = view.Document.ClassOf(i, out int count);
            if (i + count < view.End && (classes & WordClass.Connective) != 0 && view.IsComma(i + count)) { i += count + 1; continue; }
            if ((classes & WordClass.Connective) != 0 && (classes & (WordClass.Preposition | WordClass.Auxiliary)) == 0) { i += count; continue; }
            break;
        }

        return i;
    }
}
