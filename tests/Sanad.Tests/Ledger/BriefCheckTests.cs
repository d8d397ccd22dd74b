using Sanad.Ledger;
using Sanad.Stories;
using Sanad.Text;
using Xunit;

namespace Sanad.Tests.Ledger;

/// <summary>Lines made wrong on purpose: none of them may be printed.</summary>
public sealed class BriefCheckTests
{
    private readonly BriefWords _words = new(Reader.Languages["id"]);
    private readonly Analysis _article = Reader.Analyze(
        "Banjir Rendam Wairang\n\nBupati Rana Sulaiman mengatakan sedikitnya 14 orang tewas, Selasa (17/6/2025). Camat Tomas Beliu menyebut 21 orang tewas, Rabu (18/6/2025). "
        + "Rana Sulaiman membantah tuduhan suap itu.", "id", "2025-06-18", "banjir");

    [Fact]
    public void True_lines_are_borne_out()
    {
        Assert.Null(Check(Said()));
        Assert.Null(Check(Moved()));
    }

    [Fact]
    public void A_changed_number_is_not() => Assert.NotNull(Check(Changed(Moved(), "14", "41")));

    [Fact]
    public void A_changed_number_is_not_even_if_claimed() => Assert.NotNull(Check(Claimed(Moved(), ClaimKind.Value, "sedikitnya 14", "sedikitnya 41")));

    [Fact]
    public void A_dropped_hedge_is_not() => Assert.NotNull(Check(Claimed(Moved(), ClaimKind.Value, "sedikitnya 14", "14")));

    [Fact]
    public void A_figure_that_counts_something_else_is_not() => Assert.NotNull(Check(Claimed(Moved(), ClaimKind.Name, "orang tewas", "orang hilang")));

    [Theory]
    [InlineData("Tomas Beliu")]
    [InlineData("Bupati Wairang")]
    public void Another_speaker_is_not(string speaker) => Assert.NotNull(Check(Claimed(Said(), ClaimKind.Speaker, "Rana Sulaiman", speaker)));

    [Fact]
    public void Another_day_is_not() => Assert.NotNull(Check(Claimed(Said(), ClaimKind.Day, "17 Juni 2025", "18 Juni 2025")));

    [Theory]
    [InlineData("membenarkan")]
    [InlineData("membantah")]
    public void Another_act_is_not(string act) => Assert.NotNull(Check(Claimed(Said(), ClaimKind.Act, "menyatakan", act)));

    [Fact]
    public void An_act_that_nothing_claims_is_not() =>
        Assert.NotNull(Check(Line(("Rana Sulaiman", ClaimKind.Speaker, 0), (" membantah (", null, 0), ("17 Juni 2025", ClaimKind.Day, 0), ("): “", null, 0), (Words(0), ClaimKind.Words, 0), ("”", null, 0))));

    [Fact]
    public void Words_that_were_not_said_are_not() => Assert.NotNull(Check(Claimed(Said(), ClaimKind.Words, "sedikitnya 14 orang tewas", "sedikitnya 14 orang selamat")));

    [Fact]
    public void Words_cut_without_a_sign_of_it_are_not()
    {
        Assert.NotNull(Check(Claimed(Said(), ClaimKind.Words, "sedikitnya 14 orang tewas", "sedikitnya 14 orang")));
        Assert.Null(Check(Claimed(Said(), ClaimKind.Words, "sedikitnya 14 orang tewas", "sedikitnya 14 orang…")));
    }

    [Fact]
    public void Values_that_changed_places_are_not() => Assert.NotNull(Check(Moved("21", 1, "sedikitnya 14", 0)));

    [Fact]
    public void Values_that_changed_places_with_what_they_cite_are_not() => Assert.NotNull(Check(Moved("21", 0, "sedikitnya 14", 1)));

    [Fact]
    public void Days_turned_around_are_not() => Assert.NotNull(Check(Line(
        ("orang tewas", ClaimKind.Name, 0), (": ", null, 0), ("21", ClaimKind.Value, 1), (" (", null, 0), ("Tomas Beliu", ClaimKind.Speaker, 1), (", ", null, 0), ("18 Juni 2025", ClaimKind.Day, 1),
        (") → ", null, 0), ("sedikitnya 14", ClaimKind.Value, 0), (" (", null, 0), ("Rana Sulaiman", ClaimKind.Speaker, 0), (", ", null, 0), ("17 Juni 2025", ClaimKind.Day, 0), (")", null, 0))));

    [Theory]
    [InlineData(" 99")]
    [InlineData(" “kami salah”")]
    [InlineData(" Tomas Beliu")]
    [InlineData(" korupsi")]
    public void What_nothing_claims_is_not(string more) => Assert.NotNull(Check(Said() with { Text = Said().Text + more }));

    [Fact]
    public void A_shifted_span_is_not()
    {
        BriefLine line = Said();
        Citation citation = line.Citations[0];
        Assert.NotNull(Check(line with { Citations = [citation with { Span = new TextSpan(citation.Span.Start - 1, citation.Span.End - 1) }] }));
    }

    [Fact]
    public void Another_text_under_the_name_is_not()
    {
        BriefLine line = Said();
        Assert.NotNull(Check(line with { Citations = [line.Citations[0] with { TextHash = TextHash.Of("another") }] }));
    }

    [Fact]
    public void A_line_without_citation_is_not() => Assert.NotNull(Check(Said() with { Citations = [], Claims = [] }));

    private string? Check(BriefLine line) => new BriefCheck([_article], _words, new SpeakerWords(Reader.Languages, _words)).Check(line);

    private BriefLine Said() => Line(
        ("Rana Sulaiman", ClaimKind.Speaker, 0), (" ", null, 0), ("menyatakan", ClaimKind.Act, 0), (" (", null, 0), ("17 Juni 2025", ClaimKind.Day, 0), ("): “", null, 0), (Words(0), ClaimKind.Words, 0), ("”", null, 0));

    private BriefLine Moved(string before = "sedikitnya 14", int cites = 0, string after = "21", int then = 1) => Line(
        ("orang tewas", ClaimKind.Name, 0), (": ", null, 0), (before, ClaimKind.Value, cites), (" (", null, 0), ("Rana Sulaiman", ClaimKind.Speaker, 0), (", ", null, 0), ("17 Juni 2025", ClaimKind.Day, 0),
        (") → ", null, 0), (after, ClaimKind.Value, then), (" (", null, 0), ("Tomas Beliu", ClaimKind.Speaker, 1), (", ", null, 0), ("18 Juni 2025", ClaimKind.Day, 1), (")", null, 0));

    private string Words(int statement) => _article.Statements[statement].Content[0].Of(_article.Article.Text).ToString();

    /// <summary>A line of fixed words and claims, all of the first or second sentence; both stand in one citation.</summary>
    private BriefLine Line(params (string Text, ClaimKind? Kind, int Entry)[] pieces)
    {
        string text = _article.Article.Text;
        var whole = new TextSpan(text.IndexOf("Bupati", StringComparison.Ordinal), text.Length);
        var claims = new List<BriefClaim>();
        string line = "";
        foreach ((string piece, ClaimKind? kind, int entry) in pieces)
        {
            bool figure = pieces.Any(static other => other.Kind == ClaimKind.Value);
            if (kind is { } claimed) claims.Add(new BriefClaim(claimed, piece, line.Length, 0, figure ? _article.Figures[entry].Span : _article.Statements[entry].Content[0]));
            line += piece;
        }

        return new BriefLine("Angka", line, [new Citation("banjir", _article.Article.Hash, whole, whole.Of(text).ToString())], claims);
    }

    /// <summary>The text changed, the claims not.</summary>
    private static BriefLine Changed(BriefLine line, string from, string to) => line with { Text = line.Text.Replace(from, to, StringComparison.Ordinal) };

    /// <summary>Text and claim changed alike: a lie that agrees with itself.</summary>
    private static BriefLine Claimed(BriefLine line, ClaimKind kind, string from, string to)
    {
        BriefClaim changed = line.Claims.First(claim => claim.Kind == kind && claim.Wording == from);
        return line with
        {
            Text = line.Text.Remove(changed.Start, from.Length).Insert(changed.Start, to),
            Claims = [.. line.Claims.Select(claim => claim == changed ? claim with { Wording = to } : claim.Start > changed.Start ? claim with { Start = claim.Start + to.Length - from.Length } : claim)],
        };
    }
}
