using CsCheck;
using Sanad.Attribution;
using Sanad.Figures;
using Sanad.Text;
using Sanad.Time;
using Xunit;

namespace Sanad.Tests;

public sealed class PropertyTests
{
    private static readonly string[] Pieces =
    [
        "Bupati ", "Rana Sulaiman ", "mengatakan ", "\"", "“", "”", "sedikitnya 14 orang tewas", ", ", ". ", "kata ", "Menurut ", "Selasa (17/6) ", "AS ", "dan ", "bahwa ", "(", ")", "12.5 ",
        "Rp 3,5 triliun ", "31 di antaranya ", "hingga ", "US$ 4 ", "kuartal III ", "300-an ", "½ ", "minus -5 ", "naik dari 3 menjadi ", "katanya", "\n\n", "'", "–", "dibantah oleh ", "Ia ", "tidak ", "sekitar ", "ribuan ", "di Wairang ", "1-2 ", "@x ", "🇮🇩", "\ud83d", "\u0000", "pukul 25.99 ", "31/2 ", "9999999999999999999999 ",
    ];

    private static readonly Gen<string> Texts = Gen.Int[0, Pieces.Length - 1].Array[0, 60].Select(static picks => string.Concat(picks.Select(pick => Pieces[pick])));

    [Fact]
    public void Every_span_lies_inside_its_article() => Texts.Sample(static text =>
    {
        foreach (string language in (string[])["id", "en"])
        {
            Analysis analysis = Reader.Analyze(text, language, "2025-06-18");
            foreach (TextSpan span in SpansOf(analysis)) Assert.InRange(span.End, span.Start, text.Length);
        }
    }, iter: 400);

    [Theory]
    [InlineData("bahwa Menurut dibantah oleh ")]
    [InlineData("Rana menegaskan warga.\nHal ini disampaikan BNPB, kata DPR")]
    public void A_text_that_ends_in_the_middle_of_a_phrase_is_read_to_its_end(string text) => Assert.Equal(text, Reader.Analyze(text, "id", "2025-06-18").Article.Text);

    [Fact]
    public void The_same_text_gives_the_same_analysis() => Texts.Sample(static text =>
        Assert.Equal(Print(Reader.Analyze(text, "id", "2025-06-18")), Print(Reader.Analyze(text, "id", "2025-06-18"))), iter: 200);

    [Fact]
    public void The_text_stays_as_given_character_for_character() => Texts.Sample(static text => Assert.Equal(text, Reader.Analyze(text, "id").Article.Text), iter: 200);

    [Fact]
    public void A_paragraph_put_before_changes_nothing_in_the_figures_behind_it()
    {
        const string Body = "Sedikitnya 14 orang tewas di Wairang. Sebanyak 30 kapal mencari korban.";
        Analysis alone = Reader.Analyze("Judul\n\n" + Body, "id", "2025-06-18");
        Analysis behind = Reader.Analyze("Judul\n\nPasar itu sepi.\n\n" + Body, "id", "2025-06-18");
        Assert.Equal(alone.Figures.Select(figure => (figure.Low, figure.High, figure.What)), behind.Figures.Select(figure => (figure.Low, figure.High, figure.What)));
    }

    private static IEnumerable<TextSpan> SpansOf(Analysis analysis)
    {
        foreach (Part part in analysis.Article.Parts) yield return part.Span;
        foreach (TimeMention time in analysis.Times) yield return time.Span;
        foreach (Figure figure in analysis.Figures) yield return figure.Span;
        foreach (Sanad.Parties.Mention mention in analysis.Mentions) yield return mention.Span;
        foreach (Statement statement in analysis.Statements)
        {
            if (statement.Cue is { } cue) yield return cue;
            if (statement.Speaker.Span is { } speaker) yield return speaker;
            foreach (TextSpan content in statement.Content) yield return content;
        }
    }

    private static string Print(Analysis analysis) => string.Join('\n',
        analysis.Statements.Select(statement => $"{statement.Id} {statement.Speaker.Name} {statement.Act} {string.Join(',', statement.Content)} {statement.Confidence}")
            .Concat(analysis.Figures.Select(figure => $"{figure.Id} {figure.Span} {figure.Low} {figure.High} {figure.What}")).Concat(analysis.Times.Select(time => $"{time.Span} {time.Value}")));
}
