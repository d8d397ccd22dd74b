using Sanad.Attribution;
using Sanad.Figures;
using Sanad.Language;
using Sanad.Stories.Copies;
using Sanad.Text;
using Sanad.Time;

namespace Sanad.Stories.FigureLines;

/// <summary>Lays the figures of a story out as lines: one quantity, point after point.</summary>
internal static class FigureLineBuilder
{
    /// <summary>Share of a value below which another of the same line counts something beside it ("two bodies had been counted twice") and does not revise it.</summary>
    public const double FarBelow = 0.2;

    /// <summary>UTF-16 code units before a figure in which its sentence may set it against others.</summary>
    private const int Sentence = 200;

    /// <summary>Lines with most points first.</summary>
    public static List<FigureLine> Build(IReadOnlyList<StoryArticle> articles, StoryParties parties, CopyMembership copies, LanguageSet languages)
    {
        var lines = new Dictionary<string, List<(FigurePoint Point, PointWording Wording)>>(StringComparer.Ordinal);
        foreach (StoryArticle article in articles)
        {
            IReadOnlyList<Quantity?> quantities = article.Quantities;
            for (int i = 0; i < quantities.Count; i++)
            {
                Figure figure = article.Analysis.Figures[i];

                // Who denies a figure does not state it.
                if (article.Statement(figure.Statement) is { Act: Act.Deny }) continue;
                if (figure.IsOlder || figure.IsChange || (figure.Low is null && figure.High is null)) continue;
                if (quantities[i] is not { } quantity) continue;
                string key = figure.PartOf is not null && figure.Where is not null ? quantity.Key + "@" + figure.Where.ToLowerInvariant() : quantity.Key;
                if (!lines.TryGetValue(key, out List<(FigurePoint, PointWording)>? points)) lines.Add(key, points = []);
                points.Add((PointOf(article, figure, parties) with { Scale = quantity.Scale, LikeFigure = quantity.LikeFigure, IsContrasted = IsContrasted(article, figure, languages) }, new PointWording(figure.What ?? figure.Unit ?? "", figure.Where, article.Analysis.Article.Language, quantity.State)));
            }
        }

        // A line bears one name, in the language that most of the story's articles are in.
        var names = new LineNames(languages, MainLanguage.Of(articles.Select(static article => article.Analysis.Article)));
        var outlets = new Dictionary<string, StoryArticle>(StringComparer.Ordinal);
        foreach (StoryArticle article in articles) outlets[article.Source] = article;
        var built = new List<FigureLine>(lines.Count);
        foreach ((string key, List<(FigurePoint Point, PointWording Wording)> points) in lines)
        {
            List<FigurePoint> ordered = [.. points.Select(static point => point.Point)];
            ordered.Sort(static (a, b) => Order(a).CompareTo(Order(b)));
            Revise(ordered);
            MarkCopies(ordered, copies);
            FarOff.Mark(ordered);
            List<PointWording> wordings = [.. points.Select(static point => point.Wording)];
            built.Add(new FigureLine(names.What(wordings), LineNames.Where(wordings), ordered) { IsOfState = key.Split('@')[0][^1] == '!', Stands = OutletStands.Of(ordered, outlets) });
        }

        built.Sort(static (a, b) => b.Points.Count.CompareTo(a.Points.Count) is var count and not 0 ? count : string.CompareOrdinal(a.What, b.What));
        return built;
    }

    private static FigurePoint PointOf(StoryArticle article, Figure figure, StoryParties parties)
    {
        Statement? statement = article.Statement(figure.Statement ?? figure.ToldBy);
        CalendarValue? said = figure.AsOf ?? statement?.Said;
        CalendarValue? on = said ?? (article.Day is { } day ? CalendarValue.OfDay(day) : null);
        return new FigurePoint(on, statement is null ? null : parties.NameOf(statement), figure.Low, figure.High, figure.Bound, article.Source, figure.Id, figure.Revises,
            figure.PartOf is null ? null : article.Source + "#" + figure.PartOf, null, article.Cite(figure.Span))
        {
            IsDated = said is not null, Unit = figure.Unit, For = statement is null ? null : parties.BodyOf(statement),
        };
    }

    private static bool IsContrasted(StoryArticle article, Figure figure, LanguageSet languages)
    {
        string text = article.Analysis.Article.Text;
        LanguagePack language = languages[article.Analysis.Article.Language];
        int from = text.AsSpan(0, figure.Span.Start).LastIndexOfAny('.', '\n') + 1;
        var tokens = new List<Token>();
        Tokenizer.Cut(text, new TextSpan(Math.Max(from, figure.Span.Start - Sentence), figure.Span.Start), language, tokens);
        foreach (Token token in tokens)
        {
            if (language.TryWord(token.Word, LexKind.Grammar, out int row) && (language.Grammar[row].Classes & WordClass.Contrast) != 0) return true;
        }

        return false;
    }

    private static (int Day, string Source, int Start) Order(FigurePoint point) => (point.On?.First.DayNumber ?? int.MaxValue, point.Source, point.Citation.Span.Start);

    /// <summary>A speaker who gives another value on a later day revises the earlier one.</summary>
    private static void Revise(List<FigurePoint> points)
    {
        for (int i = 1; i < points.Count; i++)
        {
            if (points[i].Revises is not null || points[i].PartOf is not null || points[i].By is null || points[i].On is null) continue;
            for (int j = i - 1; j >= 0; j--)
            {
                if (points[j].PartOf is not null || !points[j].IsOfSameParty(points[i]) || points[j].On is not { } earlier || earlier.First >= points[i].On!.Value.First) continue;
                if (points[j].Low is not null && points[i].Low is not null && points[j].Level is var older && points[i].Level is var newer && older != newer && newer >= FarBelow * older) points[i] = points[i] with { Revises = older / points[i].Scale };
                break;
            }
        }
    }

    /// <summary>A point that a copy repeats counts once: it names the first point of that value that it repeats.</summary>
    private static void MarkCopies(List<FigurePoint> points, CopyMembership copies)
    {
        var places = new Dictionary<(double?, double?), List<int>>();
        for (int i = 0; i < points.Count; i++)
        {
            if (!places.TryGetValue(ValueOf(points[i]), out List<int>? held)) places.Add(ValueOf(points[i]), held = []);
            held.Add(i);
        }

        for (int i = 0; i < points.Count; i++)
        {
            foreach (int j in places[ValueOf(points[i])])
            {
                if (points[j].CopiesOf is not null || points[i].Source == points[j].Source || !IsCopyOf(copies, points[i].Source, points[j].Source)) continue;
                points[i] = points[i] with { CopiesOf = points[j].Source + "#" + points[j].Figure };
                break;
            }
        }
    }

    /// <summary>In the basic unit: a translation may have turned it into another.</summary>
    private static (double?, double?) ValueOf(FigurePoint point) => (point.Low * point.Scale, point.High * point.Scale);

    private static bool IsCopyOf(CopyMembership copies, string copy, string origin)
    {
        (bool areCopies, bool isOrigin) = (false, false);
        foreach (CopyGroup group in copies.OfBoth(copy, origin))
        {
            areCopies |= group.Kind != CopyKind.Updated;
            isOrigin |= group.Origin == origin || (group.Origin != copy && string.CompareOrdinal(origin, copy) < 0);
        }

        return areCopies && isOrigin;
    }
}
