namespace Sanad.Time;

/// <summary>Days, weeks, months, seasons and parts of years that count from the day of publication, or from the year that an expression names.</summary>
internal sealed class AnchoredPeriods(Publication publication)
{
    private DateOnly? Anchor => publication.Anchor;

    /// <summary>Months ahead in the same year that a bare month may mean.</summary>
    private const int MonthsAhead = 3;

    /// <summary>On what a value rests that counts from publication.</summary>
    public TimeBasis Relative => publication.Day is not null ? TimeBasis.Published : TimeBasis.Inferred;

    /// <summary>A quarter or half: of the year named, else the last one of that number that has begun, or the next where the sentence looks ahead.</summary>
    public CalendarValue? PartOfYear(TimeExpression expression, out TimeBasis basis)
    {
        basis = expression.Year is null ? Relative : TimeBasis.Absolute;
        int number = expression.Quarter ?? expression.Half!.Value;
        int? year = expression.Year;
        if (year is null && Anchor is { } anchor)
        {
            int begins = expression.Quarter is null ? (6 * number) - 5 : (3 * number) - 2;
            bool begun = begins <= anchor.Month;
            year = expression.Toward is { } toward ? anchor.Year + toward : begun || expression.Ahead ? anchor.Year : anchor.Year - 1;
            if (expression.Same < 0) year--;
        }

        if (year is not { } known) return null;
        return expression.Quarter is null ? CalendarValue.OfHalf(known, number) : CalendarValue.OfQuarter(known, number);
    }

    /// <summary>"for the year", "over the weekend": the one that publication lies in, a weekend that has begun.</summary>
    public CalendarValue? CurrentOf(TimeExpression expression)
    {
        if (Anchor is not { } anchor) return null;
        return expression.Unit == 5 && Iso(anchor) < 6 ? UnitOf(expression with { Toward = -1 }, anchor) : UnitOf(expression, anchor);
    }

    /// <summary>A day that moves by a rule: in the year named, else the one nearest to publication on the side that is told.</summary>
    public CalendarValue? NamedOf(TimeExpression expression, CalendarWord named, out TimeBasis basis, out string? because)
    {
        basis = expression.Year is null ? Relative : TimeBasis.Absolute;
        because = named.Kind switch
        {
            CalendarKind.NewMoon => "by the new moon, which the day falls on or behind",
            CalendarKind.FullMoon => "by the full moon in Western Indonesia",
            _ => null,
        };
        if (expression.Year is { } year) return NamedDays.In(year, named.Kind, named.Number);
        if (Anchor is not { } anchor) return null;
        if (expression.Unit == 4) return NamedDays.In(anchor.Year + expression.Toward!.Value, named.Kind, named.Number);
        CalendarValue? best = null;
        for (int y = anchor.Year - 1; y <= anchor.Year + 1; y++)
        {
            if (NamedDays.In(y, named.Kind, named.Number) is not { } candidate || (expression.Toward < 0 && candidate.First > anchor) || (expression.Toward > 0 && candidate.Last < anchor)) continue;
            if (best is not { } so || Math.Abs(candidate.First.DayNumber - anchor.DayNumber) < Math.Abs(so.First.DayNumber - anchor.DayNumber)) best = candidate;
        }

        return best;
    }

    /// <summary>A season: of the year named or told ("last spring" is the last that has ended), else the last one that has begun, or the next where the sentence looks ahead.</summary>
    public CalendarValue? SeasonOf(TimeExpression expression, int season, out TimeBasis basis)
    {
        basis = expression.Year is null ? Relative : TimeBasis.Absolute;
        int? year = expression.Year;
        if (year is null && Anchor is { } anchor)
        {
            int begins = 3 * season, ends = begins + 2;
            year = expression.Toward switch
            {
                < 0 => ends < anchor.Month ? anchor.Year : anchor.Year - 1,
                > 0 => begins > anchor.Month ? anchor.Year : anchor.Year + 1,
                0 => season == 4 && anchor.Month < 3 ? anchor.Year - 1 : anchor.Year,
                _ => begins <= anchor.Month || expression.Ahead ? anchor.Year : anchor.Year - 1,
            };
        }

        return year is >= 1 and <= 9998 ? CalendarValue.OfSeason(year.Value, season) : null;
    }

    /// <summary>A day or month of the Hijri calendar by the Umm al-Qura tables; the sighting of the moon may move it by a day, so that the range is a day longer.</summary>
    public CalendarValue? HijriOf(TimeExpression expression, out TimeBasis basis, out string? because)
    {
        basis = expression.Year is null ? Relative : TimeBasis.Absolute;
        because = "by the Umm al-Qura calendar, a day given for the sighting";
        if (expression.HijriYear is { } hijri)
        {
            basis = TimeBasis.Absolute;
            return HijriDays.In(hijri, expression.Hijri!.Value / 100, expression.Hijri.Value % 100);
        }

        DateOnly? near = expression.Year is { } year ? new DateOnly(year, 7, 1) : expression.Unit == 4 ? Anchor?.AddYears(expression.Toward!.Value) : Anchor;
        return near is { } day ? HijriDays.Nearest(expression.Hijri!.Value / 100, expression.Hijri.Value % 100, day, expression.Year ?? (expression.Unit == 4 ? day.Year : null), expression.Unit is null ? expression.Toward : null) : null;
    }

    /// <summary>A month or a part of one: of the year named or told, else of the one in which a report means it.</summary>
    public CalendarValue? MonthOf(TimeExpression expression, out TimeBasis basis)
    {
        basis = expression.Year is null ? Relative : TimeBasis.Absolute;
        int month = expression.Month!.Value;
        int? year = expression.Year;
        if (year is null && Anchor is { } anchor)
        {
            year = expression switch
            {
                { Unit: 4 } => anchor.Year + expression.Toward,
                { Toward: > 0 } => month > anchor.Month ? anchor.Year : anchor.Year + 1,
                { Toward: < 0 } => month < anchor.Month ? anchor.Year : anchor.Year - 1,
                { Toward: 0 } => anchor.Year,
                { Near: true } => NearestYear(month, anchor),
                { Ahead: true } => month >= anchor.Month ? anchor.Year : anchor.Year + 1,
                // A month ahead is nearer than the one of a year ago, and a report that meant that one would say so; by the end of a year January is the one past.
                _ => month <= anchor.Month + MonthsAhead ? anchor.Year : anchor.Year - 1,
            };
        }

        if (year is not { } known) return null;
        if (expression.Week is { } week)
        {
            var begins = new DateOnly(known, month, (7 * week) - 6);
            return CalendarValue.OfRange(begins, new DateOnly(known, month, Math.Min(7 * week, DateTime.DaysInMonth(known, month))));
        }

        if (expression.Part is { } part and < 4)
        {
            (DateOnly first, DateOnly last) = PartOf(known, month, part);
            if (expression.LastPart is { } until) last = PartOf(known, month, until).Last;
            return CalendarValue.OfRange(first, last);
        }

        if (expression.LastMonth is { } end && end >= month) return CalendarValue.OfRange(new DateOnly(known, month, 1), new DateOnly(known, end, DateTime.DaysInMonth(known, end)));
        return CalendarValue.OfMonth(known, month);
    }

    /// <summary>The year that puts the month nearest to the day, ahead where both are as near.</summary>
    private static int NearestYear(int month, DateOnly day) => (month - day.Month) switch { < -5 => day.Year + 1, > 6 => day.Year - 1, _ => day.Year };

    /// <summary>The first ten days of a month, the next ten, or the rest.</summary>
    private static (DateOnly First, DateOnly Last) PartOf(int year, int month, int part) => part switch
    {
        1 => (new DateOnly(year, month, 1), new DateOnly(year, month, 10)),
        2 => (new DateOnly(year, month, 11), new DateOnly(year, month, 20)),
        _ => (new DateOnly(year, month, 21), new DateOnly(year, month, DateTime.DaysInMonth(year, month))),
    };

    /// <param name="from">The day that units are counted from.</param>
    public CalendarValue? UnitOf(TimeExpression expression, DateOnly? from)
    {
        if (from is not { } anchor) return null;
        int toward = expression.Toward ?? 0;
        if (Math.Abs(toward) > 2000) return null;
        switch (expression.Unit)
        {
            case 1:
                return CalendarValue.OfDay(anchor.AddDays(toward));
            case 2:
                return CalendarValue.OfWeek(anchor.AddDays(7 * toward));
            case 3:
                DateOnly month = anchor.AddMonths(toward);
                return CalendarValue.OfMonth(month.Year, month.Month);
            case 4:
                int year = anchor.Year + toward;
                if (year is < 1 or > 9998) return null;
                return expression.Part == 4 ? CalendarValue.OfRange(anchor, new DateOnly(year, 12, 31)) : CalendarValue.OfYear(year);
            case 6:
                DateOnly inside = anchor.AddMonths(3 * toward);
                return CalendarValue.OfQuarter(inside.Year, (inside.Month + 2) / 3);
            case 7:
                // A sport's season runs from July into the next year.
                int begun = (anchor.Month > 6 ? anchor.Year : anchor.Year - 1) + toward;
                return begun is < 1 or > 9997 ? null : CalendarValue.OfRange(new DateOnly(begun, 1, 1), new DateOnly(begun + 1, 12, 31));
            default:
                DateOnly saturday = anchor.AddDays(6 - Iso(anchor) + (7 * toward));
                return CalendarValue.OfRange(saturday, saturday.AddDays(1));
        }
    }

    /// <summary>The day, null where the month has none such or the year none of the calendar.</summary>
    public static DateOnly? DayIn(int year, int month, int day) =>
        year is >= 1 and <= 9998 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;

    /// <summary>The weekday from 1, Monday, to 7.</summary>
    public static int Iso(DateOnly day) => day.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)day.DayOfWeek;
}
