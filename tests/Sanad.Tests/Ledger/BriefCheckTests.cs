using Sanad.Ledger;
using Sanad.Stories;
using Xunit;

namespace Sanad.Tests.Ledger;

/// <summary>Lines made wrong on purpose: none of them may be printed.</summary>
public sealed class BriefCheckTests
{
    private readonly BriefWords _words = new(Reader.Languages["id"]);
    private readonly Analysis _article = Reader.Analyze(
        "Banjir Rendam Wairang\n\nBupati Rana Sulaiman mengatakan sedikitnya 14 orang tewas, Selasa (17/6/2025). Rana Sulaiman membantah tuduhan suap itu.", "id", "2025-06-17", "banjir");

    [Fact]
    public void A_true_line_is_borne_out() => Assert.Null(Check(Line()));

    [Fact]
    public void A_changed_number_is_not() => Assert.NotNull(Check(Changed("14", "41")));

    [Fact]
    public void A_changed_number_is_not_even_if_claimed() => Assert.NotNull(Check(Claimed(ClaimKind.Value, "sedikitnya 14", "sedikitnya 41")));

    [Fact]
    public void A_dropped_hedge_is_not() => Assert.NotNull(Check(Claimed(ClaimKind.Value, "sedikitnya 14", "14")));

    [Fact]
    public void Another_speaker_is_not() => Assert.NotNull(Check(Claimed(ClaimKind.Speaker, "Rana Sulaiman", "Tomas Beliu")));

    [Fact]
    public void Another_day_is_not() => Assert.NotNull(Check(Claimed(ClaimKind.Day, "17 Juni 2025", "18 Juni 2025")));

    [Fact]
    public void Confirm_for_say_is_not() => Assert.NotNull(Check(Claimed(ClaimKind.Act, "menyatakan", "membenarkan")));

    [Fact]
    public void Words_that_were_not_said_are_not() => Assert.NotNull(Check(Claimed(ClaimKind.Words, "sedikitnya 14 orang tewas", "sedikitnya 14 orang selamat")));

    [Fact]
    public void A_number_that_nothing_claims_is_not() => Assert.NotNull(Check(Line() with { Text = Line().Text + " 99" }));

    [Fact]
    public void Quoted_words_that_nothing_claims_are_not() => Assert.NotNull(Check(Line() with { Text = Line().Text + " “kami salah”" }));

    [Fact]
    public void A_shifted_span_is_not()
    {
        BriefLine line = Line();
        Citation citation = line.Citations[0];
        var shifted = new Text.TextSpan(citation.Span.Start + 1, citation.Span.End + 1);
        Assert.NotNull(Check(line with { Citations = [citation with { Span = shifted }] }));
    }

    [Fact]
    public void Another_text_under_the_name_is_not()
    {
        BriefLine line = Line();
        Assert.NotNull(Check(line with { Citations = [line.Citations[0] with { TextHash = Text.TextHash.Of("another") }] }));
    }

    [Fact]
    public void A_line_without_citation_is_not() => Assert.NotNull(Check(Line() with { Citations = [], Claims = [] }));

    private string? Check(BriefLine line) => new BriefCheck([_article], _words).Check(line);

    private BriefLine Line()
    {
        Sanad.Attribution.Statement statement = _article.Statements[0];
        var citation = new Citation("banjir", _article.Article.Hash, statement.Content[0], statement.Content[0].Of(_article.Article.Text).ToString());
        return new BriefLine("Angka", "17 Juni 2025: Rana Sulaiman menyatakan: “sedikitnya 14 orang tewas” (sedikitnya 14)", [citation],
        [
            new BriefClaim(ClaimKind.Day, "17 Juni 2025", 0), new BriefClaim(ClaimKind.Speaker, "Rana Sulaiman", 0), new BriefClaim(ClaimKind.Act, "menyatakan", 0),
            new BriefClaim(ClaimKind.Words, "sedikitnya 14 orang tewas", 0), new BriefClaim(ClaimKind.Value, "sedikitnya 14", 0),
        ]);
    }

    /// <summary>The text changed, the claims not.</summary>
    private BriefLine Changed(string from, string to) => Line() with { Text = Line().Text.Replace(from, to, StringComparison.Ordinal) };

    /// <summary>Text and claim changed alike: a lie that agrees with itself.</summary>
    private BriefLine Claimed(ClaimKind kind, string from, string to)
    {
        BriefLine line = Line();
        return line with
        {
            Text = line.Text.Replace(from, to, StringComparison.Ordinal),
            Claims = [.. line.Claims.Select(claim => claim.Kind == kind ? claim with { Wording = to } : claim with { Wording = claim.Wording.Replace(from, to, StringComparison.Ordinal) })],
        };
    }
}
