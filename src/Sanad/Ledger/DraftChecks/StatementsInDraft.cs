using System.Globalization;
using System.Text;
using Sanad.Attribution;
using Sanad.Language;
using Sanad.Stories;
using Sanad.Stories.Utterances;
using Sanad.Text;

namespace Sanad.Ledger.DraftChecks;

/// <summary>Holds what a draft says that people said against what the articles of a story say that they said.</summary>
internal sealed class StatementsInDraft(StoryArticle draft, LanguageSet languages)
{
    /// <summary>Terms shared without which nothing is looked at more closely.</summary>
    private const int LeastShared = 2;

    /// <summary>Share, by weight, of the draft's terms that a saying must hold, so that the draft does not say more than it; in another language only names, numbers and concepts are shared.</summary>
    private const double LeastHeld = 0.55, LeastHeldAcross = 0.35;

    /// <summary>Share that does where the speaker is the same, however the words are put.</summary>
    private const double LeastHeldInOtherWords = 0.7;

    /// <summary>What a word of one language weighs against words of another.</summary>
    private const double BoundWeight = 0.4;

    /// <summary>Terms and share of the draft's that must be shared where it names no speaker.</summary>
    private const int LeastSharedUnnamed = 4;
    private const double LeastHeldUnnamed = 0.5;

    /// <summary>Words from which on a quotation found letter by letter cannot be somebody else's by chance.</summary>
    private const int TellingWords = 5;

    /// <summary>The concept of a negation in wordings.</summary>
    private const string Negation = "no";

    public DraftFinding Check(int statement, CheckedStory story)
    {
        Statement drafted = draft.Analysis.Statements[statement];
        Saying mine = Saying.Of(draft, statement);
        var finding = new DraftFinding(DraftEntry.Statement, drafted.Id, new TextSpan(drafted.Content[0].Start, drafted.Content[^1].End), draft.Analysis.ContentOf(drafted), drafted.Speaker.Name, Verdict.NotFound, []);
        string words = Plain(finding.Words);
        List<Saying> verbatim = [], alike = [], others = [], unclear = [];
        foreach (Saying saying in story.SayingsSharing(mine.Wording, LeastShared))
        {
            SpeakerSide side = SpeakerSides.Of(draft, drafted, story, saying.Article, saying.Statement);
            bool isSame = IsSameWords(words, saying);
            if (!isSame && !IsSameSaid(mine, saying, side, story.Weights)) continue;
            if (side == SpeakerSide.Unclear || !AreOfOneSide(mine, saying)) unclear.Add(saying);
            else if (side == SpeakerSide.Same) (isSame ? verbatim : alike).Add(saying);
            else if (isSame ? Count(words) >= TellingWords : UtteranceMatcher.IsOne(mine, saying, story.Weights, out _)) others.Add(saying);
        }

        bool isQuote = drafted.Kind != StatementKind.Indirect;
        if (verbatim.Count > 0) return finding with { Verdict = Verdict.BorneOut, Witnesses = Witnesses(isQuote ? verbatim : [.. verbatim, .. alike], story) };
        if (alike.Count > 0) return finding with { Verdict = isQuote ? Verdict.OtherWording : Verdict.BorneOut, Witnesses = Witnesses(alike, story) };
        if (others.Count > 0 && unclear.Count == 0) return finding with { Verdict = Verdict.OtherSpeaker, Witnesses = Witnesses(others, story) };
        return finding with { Candidates = Witnesses([.. others, .. unclear], story) };
    }

    /// <summary>Who has said what stands in the draft, of a draft in which nobody speaks.</summary>
    public DraftFinding CheckSentence(CheckedStory story)
    {
        Article article = draft.Analysis.Article;
        TextSpan span = article.Parts.Count == 0 ? default : new TextSpan(article.Parts[0].Span.Start, article.Parts[^1].Span.End);
        Wording wording = Wording.Of(draft.Analysis, [span], languages);
        var finding = new DraftFinding(DraftEntry.Sentence, "sentence", span, span.Of(article.Text).ToString(), null, Verdict.NotFound, []);
        var weights = new TermWeights([wording, .. story.SayingsSharing(wording, LeastShared).Select(static saying => saying.Wording)]);
        List<Saying> said = [], near = [];
        foreach (Saying saying in story.SayingsSharing(wording, LeastSharedUnnamed))
        {
            bool across = saying.Article.Analysis.Article.Language != article.Language;
            if (saying.IsClause || Held(wording, saying.Wording, weights, across) < (across ? LeastHeld : LeastHeldUnnamed)) continue;
            bool isSide = HasNumbers(wording, saying.Wording) && saying.Statement.Act != Act.Neither && wording.Terms.Contains(Negation) == Denies(saying);
            (isSide ? said : near).Add(saying);
        }

        return said.Count > 0 ? finding with { Verdict = Verdict.BorneOut, Witnesses = Witnesses(said, story) } : finding with { Candidates = Witnesses(near, story) };
    }

    /// <summary>Each statement once, by day.</summary>
    private static IReadOnlyList<Witness> Witnesses(List<Saying> sayings, CheckedStory story)
    {
        var seen = new HashSet<(string, string)>();
        return [.. sayings.Where(saying => seen.Add((saying.Article.Source, saying.Statement.Id))).Select(story.Witness)
            .OrderBy(static witness => witness.On ?? "9999", StringComparer.Ordinal).ThenBy(static witness => witness.Citation.Source, StringComparer.Ordinal).Take(DraftCheck.MostWitnesses)];
    }

    private static bool IsSameSaid(Saying mine, Saying saying, SpeakerSide side, TermWeights weights)
    {
        bool across = mine.Article.Analysis.Article.Language != saying.Article.Analysis.Article.Language;
        double held = Held(mine.Wording, saying.Wording, weights, across);
        return HasNumbers(mine.Wording, saying.Wording) && held >= (across ? LeastHeldAcross : LeastHeld)
            && (UtteranceMatcher.IsOne(mine, saying, weights, out _) || (side == SpeakerSide.Same && held >= LeastHeldInOtherWords && mine.Wording.Shared(saying.Wording) >= LeastSharedUnnamed));
    }

    /// <summary>Share, by weight, of the draft's terms that the saying has; words of one language count little in another.</summary>
    private static double Held(Wording mine, Wording saying, TermWeights weights, bool across)
    {
        double all = 0, held = 0;
        foreach (string term in mine.Terms)
        {
            double weight = weights.Of(term) * (across && mine.IsBound(term) ? BoundWeight : 1);
            all += weight;
            if (saying.Terms.Contains(term)) held += weight;
        }

        return all == 0 ? 0 : held / all;
    }

    /// <summary>Whether the saying gives each number that the draft does.</summary>
    private static bool HasNumbers(Wording mine, Wording saying)
    {
        foreach (string term in mine.Terms)
        {
            if (term[0] == '#' && !saying.Terms.Contains(term)) return false;
        }

        return true;
    }

    /// <summary>Whether both say it is so, or both that it is not, or both will not say.</summary>
    private static bool AreOfOneSide(Saying mine, Saying saying) => (mine.Statement.Act == Act.Neither) == (saying.Statement.Act == Act.Neither) && Denies(mine) == Denies(saying);

    /// <summary>To deny that something is not so is to say that it is.</summary>
    private static bool Denies(Saying saying) => saying.Statement.Act == Act.Deny ^ saying.Wording.Terms.Contains(Negation);

    private static bool IsSameWords(string words, Saying saying)
    {
        if (words.Length == 0) return false;
        var content = new StringBuilder();
        foreach (TextSpan span in saying.Content) content.Append(span.Of(saying.Article.Analysis.Article.Text)).Append(' ');
        return (" " + Plain(content.ToString()) + " ").Contains(" " + words + " ", StringComparison.Ordinal);
    }

    private static int Count(string words) => words.Length == 0 ? 0 : words.Split(' ').Length;

    /// <summary>Letters and digits in small letters, whatever stands between them one blank.</summary>
    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune)) plain.Append(Rune.ToLower(rune, CultureInfo.InvariantCulture));
            else if (plain.Length > 0 && plain[^1] != ' ') plain.Append(' ');
        }

        return plain.ToString().TrimEnd();
    }
}
