using Sanad.Time;
using Xunit;

namespace Sanad.Tests.Time;

public sealed class MoonPhasesTests
{
    /// <summary>Against the minutes that almanacs print; the formula is right to two.</summary>
    [Theory]
    [InlineData("2024-04-01", false, "2024-04-08T18:21")]
    [InlineData("2025-03-02", false, "2025-03-29T10:58")]
    [InlineData("2025-05-06", true, "2025-05-12T16:56")]
    [InlineData("2018-07-20", true, "2018-07-27T20:20")]
    public void The_next_moon_is_that_of_the_almanac(string from, bool isFull, string printed)
    {
        DateTime moon = MoonPhases.Next(DateOnly.ParseExact(from, "yyyy-MM-dd"), isFull);
        Assert.True((moon - DateTime.ParseExact(printed, "yyyy-MM-ddTHH:mm", null)).Duration() <= TimeSpan.FromMinutes(2), moon.ToString("s"));
    }

    /// <summary>Days off that the government of Indonesia decreed.</summary>
    [Theory]
    [InlineData(2015, "2015-06-02")]
    [InlineData(2018, "2018-05-29")]
    [InlineData(2020, "2020-05-07")]
    [InlineData(2023, "2023-06-04")]
    [InlineData(2024, "2024-05-23")]
    [InlineData(2026, "2026-05-31")]
    public void Waisak_is_the_day_that_was_decreed(int year, string day) =>
        Assert.Equal(day, Reader.Sentence($"Warga merayakan Waisak {year}.", "id", "2025-06-18").Times[0].Value.ToIso());

    [Theory]
    [InlineData(2008, "2008-03-07")]
    [InlineData(2014, "2014-03-31")]
    [InlineData(2019, "2019-03-07")]
    [InlineData(2022, "2022-03-03")]
    [InlineData(2023, "2023-03-22")]
    [InlineData(2025, "2025-03-29")]
    [InlineData(2026, "2026-03-19")]
    public void Nyepi_lies_in_its_two_days(int year, string day)
    {
        CalendarValue value = Reader.Sentence($"Bandara ditutup saat Nyepi {year}.", "id", "2025-06-18").Times[0].Value;
        Assert.True(value.Contains(DateOnly.ParseExact(day, "yyyy-MM-dd")), value.ToIso());
        Assert.Equal(1, value.Last.DayNumber - value.First.DayNumber);
    }
}
