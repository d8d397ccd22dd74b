using System.Globalization;
using Sanad.App.Storage.Sqlite;
using Sanad.Attribution;
using Sanad.Figures;
using Sanad.Ledger.Corrections;
using Sanad.Parties;
using Sanad.Text;

namespace Sanad.App.Correcting;

/// <summary>That what is meant cannot be told. The message says why, for its user.</summary>
internal sealed class UnknownEntryException(string reason) : Exception(reason);

/// <summary>
/// Finds what a person means by the names that <c>read</c> and <c>show</c> print: an article by its source, address or text's hash, an entry by its id (<c>s4</c>, <c>f2</c>) or
/// its stretch (<c>[120,160)</c>, also <c>120,160</c>), a party by name, id or stretch.
/// </summary>
/// <param name="analyze">An article as the ledger shows it.</param>
internal sealed class EntryFinder(SqliteLedger ledger, Func<KeptText, Analysis> analyze)
{
    /// <exception cref="UnknownEntryException">There is none, or more than one.</exception>
    public KeptArticle Article(string name)
    {
        IReadOnlyList<KeptArticle> articles = ledger.Named(name);
        if (articles.Count == 1) return articles[0];
        if (articles.Count == 0) throw new UnknownEntryException($"no article of {ledger.Path} is called '{name}'; `sanad show` prints their names");
        throw new UnknownEntryException($"'{name}' may be any of {string.Join(", ", articles.Take(5).Select(static article => article.Text.Source))}");
    }

    /// <exception cref="UnknownEntryException">There is none.</exception>
    public (CorrectionTarget Target, Statement Statement, Analysis Analysis) Statement(string article, string entry)
    {
        Analysis analysis = analyze(Article(article).Text);
        Statement? statement = SpanOf(entry) is { } span
            ? Nearest(analysis.Statements, span, static statement => (AllOf(statement), ContentOf(statement)))
            : analysis.Statements.FirstOrDefault(statement => statement.Id == entry);
        if (statement is null) throw new UnknownEntryException($"{analysis.Article.Source} has no statement '{entry}'; {(analysis.Statements.Count == 0 ? "it has none at all" : $"it has s1 to {analysis.Statements[^1].Id}, which `sanad read` prints")}");
        return (Target(analysis.Article, ContentOf(statement)), statement, analysis);
    }

    /// <summary>Where an article has these very words, and of several places that which is nearest to the statement's.</summary>
    /// <exception cref="UnknownEntryException">It does not have them.</exception>
    public static TextSpan Words(Analysis analysis, Statement statement, string words)
    {
        string text = analysis.Article.Text;
        TextSpan found = ContentOf(statement);
        int best = -1;
        for (int at = text.IndexOf(words, StringComparison.Ordinal); at >= 0 && words.Length > 0; at = text.IndexOf(words, at + 1, StringComparison.Ordinal))
        {
            if (best < 0 || Math.Abs(at - found.Start) < Math.Abs(best - found.Start)) best = at;
        }

        return best >= 0 ? new TextSpan(best, best + words.Length) : throw new UnknownEntryException($"{analysis.Article.Source} has no words '{Cli.Printable.Line(words, 80)}'; they are to be given as they stand there");
    }

    /// <exception cref="UnknownEntryException">There is none.</exception>
    public (CorrectionTarget Target, Figure Figure, Analysis Analysis) Figure(string article, string entry)
    {
        Analysis analysis = analyze(Article(article).Text);
        Figure? figure = SpanOf(entry) is { } span ? Nearest(analysis.Figures, span, static figure => (figure.Span, figure.Span)) : analysis.Figures.FirstOrDefault(figure => figure.Id == entry);
        if (figure is null) throw new UnknownEntryException($"{analysis.Article.Source} has no figure '{entry}'; {(analysis.Figures.Count == 0 ? "it has none at all" : $"it has f1 to {analysis.Figures[^1].Id}, which `sanad read` prints")}");
        return (Target(analysis.Article, figure.Span), figure, analysis);
    }

    /// <summary>The party and the first words that name him.</summary>
    /// <exception cref="UnknownEntryException">There is none, or nothing names him.</exception>
    public PartyTarget Party(string article, string name)
    {
        Analysis analysis = analyze(Article(article).Text);
        if (SpanOf(name) is { } span)
        {
            foreach ((TextSpan at, string? id) in Names(analysis))
            {
                if (at.Overlaps(span) && analysis.Parties.FirstOrDefault(party => party.Id == id) is { } named) return new PartyTarget(Target(analysis.Article, at), named.Id, named.Name);
            }

            throw new UnknownEntryException($"{analysis.Article.Source} names nobody at {span}");
        }

        Party? party = analysis.Parties.FirstOrDefault(party => party.Id == name || party.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            ?? analysis.Parties.FirstOrDefault(party => party.Aliases.Contains(name, StringComparer.OrdinalIgnoreCase));
        if (party is null) throw new UnknownEntryException($"{analysis.Article.Source} names no '{name}'; it names {(analysis.Parties.Count == 0 ? "nobody" : string.Join(", ", analysis.Parties.Take(12).Select(static party => party.Name)))}");
        return Named(analysis, party) ?? throw new UnknownEntryException($"no words of {analysis.Article.Source} name {party.Name}");
    }

    /// <summary>The first words of an article that name a party of it; null where none do.</summary>
    public static PartyTarget? Named(Analysis analysis, Party party)
    {
        foreach ((TextSpan at, string? id) in Names(analysis))
        {
            if (id == party.Id) return new PartyTarget(Target(analysis.Article, at), party.Id, party.Name);
        }

        return null;
    }

    /// <summary>The correction whose id begins so.</summary>
    /// <exception cref="UnknownEntryException">There is none, or more than one.</exception>
    public Correction Correction(string id) => ledger.Corrections().Find(id)?.Correction ?? throw new UnknownEntryException($"no correction's id begins with '{id}', or more than one's; `sanad corrections` lists them");

    public static CorrectionTarget Whole(KeptArticle article) => new(article.Hash, article.Text.Source, null, article.Text.Metadata.Title ?? "");

    /// <summary>The article as a whole.</summary>
    public static CorrectionTarget Whole(Article article) => new(article.Hash, article.Source, null, article.Title ?? "");

    /// <summary>The words that name somebody, in reading order.</summary>
    private static IEnumerable<(TextSpan At, string? Party)> Names(Analysis analysis) =>
        analysis.Mentions.Select(static mention => (At: mention.Span, Party: mention.PartyId))
            .Concat(analysis.Statements.Where(static statement => statement.Speaker.Span is not null).Select(static statement => (At: statement.Speaker.Span!.Value, Party: statement.Speaker.PartyId)))
            .Where(static name => name.Party is not null).OrderBy(static name => name.At);

    /// <summary>The words of a statement's content, from the first to the last.</summary>
    public static CorrectionTarget Target(Article article, Statement statement) => Target(article, ContentOf(statement));

    public static CorrectionTarget Target(Article article, TextSpan span) => new(article.Hash, article.Source, span, span.Of(article.Text).ToString());

    private static TextSpan ContentOf(Statement statement) => new(statement.Content[0].Start, statement.Content[^1].End);

    /// <summary>With its cue, as citations give it.</summary>
    private static TextSpan AllOf(Statement statement) =>
        new(Math.Min(statement.Content[0].Start, statement.Cue?.Start ?? int.MaxValue), Math.Max(statement.Content[^1].End, statement.Cue?.End ?? 0));

    private static T? Nearest<T>(IReadOnlyList<T> entries, TextSpan span, Func<T, (TextSpan All, TextSpan Content)> spansOf) where T : class
    {
        T? best = null;
        double most = 0.5;
        foreach (T entry in entries)
        {
            (TextSpan all, TextSpan content) = spansOf(entry);
            double share = Math.Max(Share(span, all), Share(span, content));
            if (share > most) (best, most) = (entry, share);
        }

        return best;
    }

    /// <summary>What both cover, of what either does: 1 for the same stretch.</summary>
    private static double Share(TextSpan a, TextSpan b)
    {
        int both = Math.Min(a.End, b.End) - Math.Max(a.Start, b.Start);
        return both <= 0 ? 0 : (double)both / (a.Length + b.Length - both);
    }

    /// <summary><c>[120,160)</c> or <c>120,160</c>; null for anything else.</summary>
    private static TextSpan? SpanOf(string entry)
    {
        string[] ends = entry.Trim('[', ')', ']', ' ').Split(',');
        return ends.Length == 2 && int.TryParse(ends[0], NumberStyles.None, CultureInfo.InvariantCulture, out int start) && int.TryParse(ends[1].Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out int end) && start <= end
            ? new TextSpan(start, end) : null;
    }
}
