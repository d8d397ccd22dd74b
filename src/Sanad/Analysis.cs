using Sanad.Attribution;
using Sanad.Figures;
using Sanad.Parties;
using Sanad.Text;
using Sanad.Time;

namespace Sanad;

/// <summary>All that was found in one article. Lists are in reading order.</summary>
public sealed record Analysis(Article Article)
{
    public required Publication Publication { get; init; }

    public required IReadOnlyList<Credit> Credits { get; init; }

    public required IReadOnlyList<Party> Parties { get; init; }

    public required IReadOnlyList<Mention> Mentions { get; init; }

    public required IReadOnlyList<TimeMention> Times { get; init; }

    public required IReadOnlyList<Figure> Figures { get; init; }

    public required IReadOnlyList<Statement> Statements { get; init; }

    /// <summary>Statements that were found and that a person says are none, each with who says so; they are in no other list.</summary>
    public IReadOnlyList<Statement> Struck { get; init; } = [];

    /// <summary>The words of a statement's content, its stretches joined by " … ".</summary>
    public string ContentOf(Statement statement) => statement.Content.Count == 1
        ? statement.Content[0].Of(Article.Text).ToString()
        : string.Join(" … ", statement.Content.Select(span => span.Of(Article.Text).ToString()));
}
