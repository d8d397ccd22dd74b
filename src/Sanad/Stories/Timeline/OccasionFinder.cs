using Sanad.Attribution;
using Sanad.Language;
using Sanad.Parties;
using Sanad.Text;
using Sanad.Time;

namespace Sanad.Stories.Timeline;

/// <summary>
/// Finds the occasions on which a story's words were said: a press conference, a hearing. The sentence that tells who spoke names it; what the same speaker says further on
/// in the article on that day was said there too, unless another is named. Articles that name the same kind of occasion, day and speaker, or place, mean one.
/// </summary>
internal static class OccasionFinder
{
    /// <summary>By day, then kind; what only one statement was said on is none worth telling of.</summary>
    public static List<Occasion> Find(IReadOnlyList<StoryArticle> articles, LanguageSet languages)
    {
        var drafts = new List<Draft>();
        foreach (StoryArticle article in articles)
        {
            if (article.Analysis.Statements.Count > 0) Read(article, languages, drafts);
        }

        var occasions = new List<Occasion>();
        foreach (Draft draft in drafts)
        {
            if (draft.Members.Count < 2) continue;
            occasions.Add(new Occasion(draft.Day, draft.Kind, draft.Place, [.. draft.Speakers.Select(static speaker => speaker.Statement.Speaker.Name!).Distinct(StringComparer.Ordinal)], draft.Members, draft.Named));
        }

        occasions.Sort(static (a, b) => string.CompareOrdinal(a.On, b.On) is var day and not 0 ? day : a.Kind.CompareTo(b.Kind) is var kind and not 0 ? kind
            : string.CompareOrdinal(a.Named.Source, b.Named.Source) is var source and not 0 ? source : a.Named.Span.Start.CompareTo(b.Named.Span.Start));
        return occasions;
    }

    private static void Read(StoryArticle article, LanguageSet languages, List<Draft> drafts)
    {
        Analysis analysis = article.Analysis;
        LanguagePack language = languages[analysis.Article.Language];
        Document document = Document.Read(analysis.Article, language);
        var going = new Dictionary<(string Speaker, string Day), Draft>();
        foreach (Statement statement in analysis.Statements)
        {
            if (statement.Headline || statement.Inside is not null || statement.Said is not { IsOneDay: true } said || statement.Speaker is not { Name: not null, PartyId: { } party }) continue;
            string day = CalendarValue.OfDay(said.First).ToIso();
            if (Named(document, statement, analysis.Statements, languages.Occasions) is var (kind, at))
            {
                string? place = PlaceBehind(analysis, document, at);
                Draft draft = Meant(drafts, day, kind, place, article, statement) ?? new Draft(day, kind, article.Cite(at));
                if (draft.Members.Count == 0) drafts.Add(draft);
                draft.Place ??= place;
                going[(party, day)] = draft;
            }

            if (going.TryGetValue((party, day), out Draft? occasion)) occasion.Add(article, statement);
        }
    }

    /// <summary>The occasion that the statement's own sentence names outside of what anybody says in it, nearest behind its cue first.</summary>
    private static (OccasionKind Kind, TextSpan At)? Named(Document document, Statement statement, IReadOnlyList<Statement> all, OccasionWords words)
    {
        int anchor = (statement.Cue ?? statement.Content[0]).Start;
        int sentence = Search.First(document.Sentences.Length, i => document.Tokens[document.Sentences[i].End - 1].End > anchor);
        if (sentence == document.Sentences.Length) return null;
        var tokens = new List<Token>();
        for (int i = document.Sentences[sentence].First; i < document.Sentences[sentence].End; i++) tokens.Add(document.Tokens[i]);
        (OccasionKind, TextSpan)? found = null;
        for (int i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Kind != TokenKind.Word || words.At(document.Text, tokens, i, document.Language.Code, out int length) is not { } kind) continue;
            var span = new TextSpan(tokens[i].Start, tokens[i + length - 1].End);
            i += length - 1;
            if (IsSaid(span, all)) continue;
            if (found is null || found.Value.Item2.Start < anchor) found = (kind, span);
        }

        return found;
    }

    private static bool IsSaid(TextSpan span, IReadOnlyList<Statement> statements)
    {
        foreach (Statement statement in statements)
        {
            foreach (TextSpan content in statement.Content)
            {
                if (content.Overlaps(span)) return true;
            }
        }

        return false;
    }

    /// <summary>The place named right behind the occasion ("konferensi pers di Wairang"); null where there is none.</summary>
    private static string? PlaceBehind(Analysis analysis, Document document, TextSpan at)
    {
        int token = Search.First(document.Tokens.Length, i => document.Tokens[i].Start >= at.End);
        if (token + 1 >= document.Tokens.Length || !document.Is(token, WordClass.Preposition)) return null;
        foreach (Mention mention in analysis.Mentions)
        {
            if (mention.Kind == MentionKind.Place && mention.Span.Start >= document.Tokens[token].End && mention.Span.Start <= document.Tokens[token + 1].End) return mention.Span.Of(document.Text).ToString();
        }

        return null;
    }

    private static Draft? Meant(List<Draft> drafts, string day, OccasionKind kind, string? place, StoryArticle article, Statement statement) =>
        drafts.Find(draft => draft.Day == day && draft.Kind == kind
            && (draft.Speakers.Exists(other => SpeakerMatch.IsSame(other.Article, other.Statement, article, statement)) || (place is not null && draft.Place == place)));

    private sealed class Draft(string day, OccasionKind kind, Citation named)
    {
        public string Day { get; } = day;

        public OccasionKind Kind { get; } = kind;

        public Citation Named { get; } = named;

        public string? Place { get; set; }

        public List<(StoryArticle Article, Statement Statement)> Speakers { get; } = [];

        public List<OccasionMember> Members { get; } = [];

        public void Add(StoryArticle article, Statement statement)
        {
            if (!Speakers.Exists(other => other.Statement.Speaker.PartyId == statement.Speaker.PartyId)) Speakers.Add((article, statement));
            Members.Add(new OccasionMember(article.Source, statement.Id));
        }
    }
}
