namespace Sanad.Reading.Archives;

/// <summary>What an archive's reader has gone through.</summary>
/// <param name="Records">All records, of whatever type.</param>
/// <param name="Pages">Pages handed out.</param>
/// <param name="OtherTypes">Answers that are no pages: pictures, scripts, styles, feeds, documents.</param>
/// <param name="OtherAnswers">Answers other than 200: redirects, errors.</param>
/// <param name="Unchanged">Records that say a page was as it had been before under the same address, where that is in the archive.</param>
public readonly record struct ArchiveTally(long Records, long Pages, long OtherTypes, long OtherAnswers, long Unchanged)
{
    public static ArchiveTally operator +(ArchiveTally left, ArchiveTally right) => new(
        left.Records + right.Records, left.Pages + right.Pages, left.OtherTypes + right.OtherTypes, left.OtherAnswers + right.OtherAnswers, left.Unchanged + right.Unchanged);
}
