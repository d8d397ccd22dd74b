using System.Diagnostics;
using Sanad.Attribution;
using Sanad.Figures;
using Sanad.Language;
using Sanad.Parties;
using Sanad.Reading.Html;
using Sanad.Reading.Plain;
using Sanad.Text;
using Sanad.Time;

namespace Sanad.FuzzPages;

/// <summary>What is wrong with how a page was read.</summary>
/// <param name="Kind">Equal for findings that most likely have one cause.</param>
internal sealed record Finding(string Kind, string Detail);

/// <summary>Reads and analyses a page as the program does and tells what breaks a promise.</summary>
internal sealed class Examination(LanguageSet languages)
{
    /// <summary>Processor time that no page may take.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    /// <summary>Memory that the process may have taken at its peak, in bytes.</summary>
    public const long MostMemory = 500_000_000;

    private readonly PageReader _reader = new(languages);
    private readonly Analyzer _analyzer = new(languages);

    /// <summary>Processor time of the last page's reading and analysis.</summary>
    public TimeSpan Taken { get; private set; }

    /// <summary>Whether the last page held an article.</summary>
    public bool HadArticle { get; private set; }

    /// <returns>Null where all is well.</returns>
    /// <param name="again">Whether it is read twice, to see that both give the same.</param>
    public Finding? Examine(DamagedPage page, bool again)
    {
        HadArticle = false;
        TimeSpan before = Environment.CpuUsage.TotalTime;
        long start = Stopwatch.GetTimestamp();
        try
        {
            Analysis? analysis = Read(page, out PageReading? reading);
            Taken = Since(before, start);
            HadArticle = analysis is not null;
            if (Taken > Longest) return new Finding("slow", $"{Taken.TotalSeconds:F1} s of processor time");
            if (analysis is null) return null;
            if (Broken(analysis) is { } broken) return new Finding(broken, broken);
            if (again && (Read(page, out PageReading? second) is not { } other || !IsSame(reading!, second!) || other.Statements.Count != analysis.Statements.Count)) return new Finding("two readings differ", "two readings differ");
            return null;
        }
        catch (Exception e)
        {
            Taken = Since(before, start);
            return new Finding($"{e.GetType().Name} {PlaceOf(e)}", e.ToString());
        }
    }

    /// <summary>The processor time of this thread is at most that of the process, to which others may add, and at most the time that went by, in which others may have run.</summary>
    private static TimeSpan Since(TimeSpan before, long start)
    {
        TimeSpan processor = Environment.CpuUsage.TotalTime - before, elapsed = Stopwatch.GetElapsedTime(start);
        return processor < elapsed ? processor : elapsed;
    }

    private Analysis? Read(DamagedPage page, out PageReading? reading)
    {
        reading = null;
        DecodedText decoded = PageDecoder.Decode(page.Bytes, page.ContentType);
        if (decoded.Text is null) return null;
        reading = _reader.Read("page", decoded.Text, new Metadata { Url = page.Url });
        return reading.Article is null ? null : _analyzer.Analyze(reading.Article);
    }

    private static bool IsSame(PageReading one, PageReading other) =>
        one.Article!.Text == other.Article?.Text && one.Article.Parts.SequenceEqual(other.Article.Parts) && one.Article.Paths.SequenceEqual(other.Article.Paths)
        && one.Article.Published == other.Article.Published && one.Remark == other.Remark && one.NextPage == other.NextPage;

    private static string? Broken(Analysis analysis)
    {
        string text = analysis.Article.Text;
        int end = 0;
        foreach (Part part in analysis.Article.Parts)
        {
            if (part.Span.Start < end || part.Span.End <= part.Span.Start || part.Span.End > text.Length) return "parts out of order";
            if (!text.AsSpan(end, part.Span.Start - end).IsWhiteSpace()) return "text between parts";
            if (text.AsSpan(part.Span.Start, part.Span.End - part.Span.Start).ContainsAny('\n', '\r')) return "a line break within a part";
            end = part.Span.End;
        }

        if (!text.AsSpan(end).IsWhiteSpace()) return "text behind all parts";
        foreach (TextSpan span in SpansOf(analysis))
        {
            if (span.Start < 0 || span.End < span.Start || span.End > text.Length) return "a span outside the text";
        }

        return null;
    }

    private static IEnumerable<TextSpan> SpansOf(Analysis analysis)
    {
        foreach (TimeMention time in analysis.Times) yield return time.Span;
        foreach (Figure figure in analysis.Figures) yield return figure.Span;
        foreach (Mention mention in analysis.Mentions) yield return mention.Span;
        foreach (Statement statement in analysis.Statements)
        {
            if (statement.Cue is { } cue) yield return cue;
            if (statement.Speaker.Span is { } speaker) yield return speaker;
            foreach (TextSpan content in statement.Content) yield return content;
        }
    }

    /// <summary>The innermost place in the project that the failure came through.</summary>
    private static string PlaceOf(Exception e)
    {
        foreach (StackFrame frame in new StackTrace(e).GetFrames())
        {
            if (frame.GetMethod() is { DeclaringType: { } type } method && type.Namespace?.StartsWith("Sanad", StringComparison.Ordinal) == true) return $"{type.Name}.{method.Name}";
        }

        return "";
    }
}
