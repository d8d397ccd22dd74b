using Sanad.Figures;
using Sanad.Language;
using Sanad.Text;

namespace Sanad.Attribution;

/// <summary>
/// Finds who answers for figures that an article gives in its own voice: the press puts them first and the source behind ("… 17 tewas dan 28 hilang. "Data itu mengacu
/// pada manifes," kata Budi").
/// </summary>
internal static class FiguresPointedAt
{
    /// <summary>Tokens at the beginning of a statement among which its words point back.</summary>
    private const int Reach = 6;

    /// <summary>Sets <see cref="Figure.ToldBy"/> of figures in the sentence before a statement that points back at them.</summary>
    public static void Mark(Document document, List<Figure> figures, IReadOnlyList<Statement> statements)
    {
        QuantityWords words = QuantityWords.Of(document.Language);
        foreach (Statement statement in statements)
        {
            if (statement.Speaker.PartyId is null || !PointsBack(document, words, statement.Content[0])) continue;
            int sentence = Search.First(document.Sentences.Length, i => document.Tokens[document.Sentences[i].End - 1].End > statement.Content[0].Start);
            if (sentence == 0) continue;
            TextSpan before = document.SpanOf(document.Sentences[sentence - 1].First, document.Sentences[sentence - 1].End);
            for (int i = Search.First(figures.Count, i => figures[i].Span.Start >= before.Start); i < figures.Count && figures[i].Span.End <= before.End; i++)
            {
                if (figures[i].Statement is null && figures[i].ToldBy is null) figures[i] = figures[i] with { ToldBy = statement.Id };
            }
        }
    }

    private static bool PointsBack(Document document, QuantityWords words, TextSpan content)
    {
        int first = Search.First(document.Tokens.Length, i => document.Tokens[i].Start >= content.Start);
        for (int i = first; i < document.Tokens.Length && i - first < Reach && document.Tokens[i].End <= content.End && document.Tokens[i].Kind != TokenKind.Number; i++)
        {
            foreach (Hit hit in document.HitsAt(i, LexKind.Figure))
            {
                if (hit.Kind == LexKind.Figure && words.Roles[hit.Entry] == FigureRole.Pointer) return true;
            }
        }

        return false;
    }
}
