using System.Globalization;
using System.Text;
using CsCheck;
using Sanad.Time;
using Xunit;

namespace Sanad.Tests.Time;

public sealed class DatePropertyTests
{
    private const int FirstYear = 2000, Years = 50;

    private static readonly CultureInfo English = CultureInfo.InvariantCulture;

    private static readonly string[] IndonesianMonths = ["Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November", "Desember"];

    private static readonly string[] IndonesianDays = ["Minggu", "Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu"];

    public static TheoryData<int> Styles => [.. Enumerable.Range(0, 10)];

    [Theory, MemberData(nameof(Styles))]
    public void Every_date_of_fifty_years_reads_back_from_an_Indonesian_style(int style) => ReadBack("id", day => Indonesian(day, style));

    [Theory, MemberData(nameof(Styles))]
    public void Every_date_of_fifty_years_reads_back_from_an_English_style(int style) => ReadBack("en", day => InEnglish(day, style));

    [Fact]
    public void A_date_without_its_year_reads_back_around_its_publication() => Days.Sample(static day =>
    {
        Assert.Equal(day, Read($"Rapat digelar {IndonesianDays[(int)day.DayOfWeek]} ({day.Day}/{day.Month}).", "id", day.AddDays(2)));
        Assert.Equal(day, Read($"The council met on {day.ToString("MMMM d", English)}.", "en", day.AddDays(2)));
        Assert.Equal(day, Read($"Rapat digelar {day.Day} {IndonesianMonths[day.Month - 1]}.", "id", day.AddDays(30)));
    }, iter: 500);

    [Fact]
    public void Days_move_with_the_publication() => Gen.Select(Days, Gen.Int[-400, 400], Gen.Int[0, 5]).Sample(static (published, k, which) =>
    {
        string[] indonesian = ["kemarin", "hari ini", "besok", "dua hari lalu", "tadi malam", "lusa"], english = ["yesterday", "today", "tomorrow", "two days ago", "last night", "this morning"];
        Assert.Equal(Read($"Rapat digelar {indonesian[which]}.", "id", published).AddDays(k), Read($"Rapat digelar {indonesian[which]}.", "id", published.AddDays(k)));
        Assert.Equal(Read($"The council met {english[which]}.", "en", published).AddDays(k), Read($"The council met {english[which]}.", "en", published.AddDays(k)));
    }, iter: 500);

    [Fact]
    public void Weekdays_and_weeks_move_with_the_publication_by_whole_weeks() => Gen.Select(Days, Gen.Int[-60, 60], Gen.Int[0, 6]).Sample(static (published, weeks, weekday) =>
    {
        string[] sentences = [$"Rapat digelar {IndonesianDays[weekday]}.", $"Rapat akan digelar {IndonesianDays[weekday]}.", $"Rapat digelar {IndonesianDays[weekday]} pekan lalu.", "Rapat digelar pekan depan.", "Rapat digelar akhir pekan ini."];
        foreach (string sentence in sentences)
        {
            CalendarValue before = Value(sentence, "id", published), after = Value(sentence, "id", published.AddDays(7 * weeks));
            Assert.Equal((before.First.AddDays(7 * weeks), before.Last.AddDays(7 * weeks), before.Grain), (after.First, after.Last, after.Grain));
        }
    }, iter: 300);

    [Fact]
    public void A_bare_weekday_is_the_nearest_one_not_ahead() => Gen.Select(Days, Gen.Int[0, 6]).Sample(static (published, weekday) =>
    {
        DateOnly day = Read($"Rapat digelar {IndonesianDays[weekday]}.", "id", published);
        Assert.Equal((DayOfWeek)weekday, day.DayOfWeek);
        Assert.InRange(published.DayNumber - day.DayNumber, 0, 6);
    }, iter: 300);

    private static Gen<DateOnly> Days => Gen.Int[0, (365 * Years) - 1].Select(static day => new DateOnly(FirstYear + 1, 1, 1).AddDays(day));

    private static DateOnly Read(string sentence, string language, DateOnly published) => Value(sentence, language, published) is { IsOneDay: true } value ? value.First : throw new Xunit.Sdk.XunitException("no day: " + sentence);

    private static CalendarValue Value(string sentence, string language, DateOnly published) =>
        Assert.Single(Reader.Sentence(sentence, language, published.ToString("yyyy-MM-dd", English)).Times).Value;

    /// <summary>A year an article, a day a paragraph.</summary>
    private static void ReadBack(string language, Func<DateOnly, string> print)
    {
        for (int year = FirstYear; year < FirstYear + Years; year++)
        {
            var text = new StringBuilder("-");
            var days = new List<DateOnly>();
            for (var day = new DateOnly(year, 1, 1); day.Year == year; day = day.AddDays(1))
            {
                text.Append(English, $"\n\n{(language == "id" ? "Rapat digelar pada" : "The council met on")} {print(day)} di sana.");
                days.Add(day);
            }

            Assert.Equal(days, Reader.Analyze(text.ToString(), language).Times.Select(static time => time.Value.First));
        }
    }

    private static string Indonesian(DateOnly day, int style)
    {
        string month = IndonesianMonths[day.Month - 1], weekday = IndonesianDays[(int)day.DayOfWeek];
        return style switch
        {
            0 => $"{day.Day} {month} {day.Year}",
            1 => $"{weekday} ({day.Day}/{day.Month}/{day.Year})",
            2 => $"{weekday}, {day.Day} {month} {day.Year}",
            3 => day.ToString("dd/MM/yyyy", English),
            4 => day.ToString("d/M/yy", English),
            5 => $"({day.ToString("dd/MM/yyyy", English)})",
            6 => $"{day.Day} {month[..3]} {day.Year}",
            7 => day.ToString("yyyy-MM-dd", English),
            8 => day.ToString("dd.MM.yyyy", English),
            _ => $"hari {weekday} tanggal {day.Day} {month} {day.Year}",
        };
    }

    private static string InEnglish(DateOnly day, int style)
    {
        string month = day.ToString("MMMM", English), brief = month.Length <= 4 ? month : month == "September" ? "Sept." : month[..3] + ".";
        return style switch
        {
            0 => $"{month} {day.Day}, {day.Year}",
            1 => $"{brief} {day.Day}, {day.Year}",
            2 => $"{day.Day} {month} {day.Year}",
            3 => $"{day.DayOfWeek}, {month} {day.Day}, {day.Year}",
            4 => $"{day.DayOfWeek}, {brief} {day.Day}, {day.Year}",
            5 => $"{day.DayOfWeek} {day.Day} {month} {day.Year}",
            6 => $"{day.Day} {month[..3]} {day.Year}",
            7 => day.ToString("yyyy-MM-dd", English),
            8 => $"{month} {day.Day}{(day.Day is 1 or 21 or 31 ? "st" : day.Day is 2 or 22 ? "nd" : day.Day is 3 or 23 ? "rd" : "th")}, {day.Year}",
            _ => $"{month} {day.Day} {day.Year}",
        };
    }
}
