using Sanad.Language;

namespace Sanad.Time;

/// <summary>
/// Puts expressions on the calendar. A bare weekday is the nearest one not after the day of publication, as the press
/// writes it, or the next one where the sentence looks ahead; a weekday that the article itself has dated keeps that day.
/// </summary>
public sealed class TimeResolver
{
    /// <summary>How far a bare weekday may lie from a day that the article gives with that weekday.</summary>
    private const int NearDays = 8;

    /// <summary>Months ahead in the same year that a bare month may mean.</summary>
    private const int MonthsAhead = 3;

    /// <summary>Full dates that a date without its year is held against, at most.</summary>
    private const int MostFull = 20;

    /// <summary>"A year ago" counts from publication where no quarter has been told of; "a year earlier" from the year told of.</summary>
    private const int FromPublication = -2;

    private readonly SaidDays _said;
    private readonly Publication _publication;
    private readonly Dictionary<int, DateOnly> _dated = [];
    private readonly List<int> _years = [];

    /// <summary>The first full dates of the article.</summary>
    private readonly List<DateOnly> _full = [];
    private DateOnly? _last;
    private CalendarValue? _period;
    private int? _year;

    /// <summary>The year told of last, alone or with a day.</summary>
    private int? _toldYear;

    /// <summary>The day that a quotation was said, where the expression stands in one that is dated.</summary>
    private DateOnly? _from;

    private TimeResolver(Document document, Publication publication)
    {
        _said = new SaidDays(document);
        _publication = publication;
    }

    /// <summary>Expressions with their values; those that nothing lets one resolve are left out.</summary>
    public static IReadOnlyList<TimeMention> Resolve(Document document, IReadOnlyList<TimeExpression> expressions, Publication publication)
    {
        var resolver = new TimeResolver(document, publication);
        foreach (TimeExpression expression in expressions)
        {
            if (expression.Year is { } year) resolver._years.Add(year);
            if (expression.IsFull && resolver._full.Count < MostFull && DayIn(expression.Year!.Value, expression.Month!.Value, expression.Day!.Value) is { } full) resolver._full.Add(full);
        }

        foreach (TimeExpression expression in expressions)
        {
            if (expression is { Weekday: { } weekday, IsDate: true } && resolver.DateOf(expression, out _, out _) is { } day) resolver._dated.TryAdd(weekday, day);
        }

        var mentions = new List<TimeMention>(expressions.Count);
        TimeExpression[] all = [.. expressions];
        for (int i = 0; i < all.Length; i++)
        {
            TimeExpression expression = all[i];
            resolver._from = expression is { Offset: not null, IsGloss: false } && resolver.Anchor is { } published ? resolver._said.Of(expression, all.AsSpan(i + 1), published, resolver.Dated) : null;
            resolver._said.See(expression, expression.IsDate ? resolver.Dated(expression) : null);
            if (resolver.Value(expression, out TimeBasis basis, out string? because) is { } value) mentions.Add(new TimeMention(expression.Span, value, basis, because));
        }

        return mentions;
    }

    private DateOnly? Dated(TimeExpression expression) => DateOf(expression, out _, out _);

    private DateOnly? Anchor => _publication.Anchor;

    private TimeBasis Relative => _publication.Day is not null ? TimeBasis.Published : TimeBasis.Inferred;

    private CalendarValue? Value(TimeExpression expression, out TimeBasis basis, out string? because)
    {
        basis = Relative;
        because = null;
        DateOnly? day = null;
        if (expression.IsDate)
        {
            day = DateOf(expression, out basis, out because);
            if (day is { } from && expression.LastDay is { } to) return to <= DateTime.DaysInMonth(from.Year, from.Month) ? CalendarValue.OfRange(from, new DateOnly(from.Year, from.Month, to)) : null;
            if (day is { } inside && expression.Unit == 2) return CalendarValue.OfWeek(inside);
        }
        else if (expression.Hijri is not null) return HijriOf(expression, out basis, out because);
        else if (expression.Named is { } named) return NamedOf(expression, named, out basis);
        else if (expression.Season is { } season) return SeasonOf(expression, season, out basis);
        else if (expression.Quarter is not null || expression.Half is not null) return Told(expression, PartOfYear(expression, out basis));
        else if (expression.Same is { } same && expression.Unit is null) return SameOf(expression, same, out basis, out because);
        else if (expression.FromTold)
        {
            because = "counted from the day told of before";
            if (expression.Unit == 4 && _toldYear is { } year0 && year0 + expression.Toward is { } counted and >= 1 and <= 9998) return CalendarValue.OfYear(counted);
            if (_last is not { } told) return null;
            if (expression.Unit != 1) return UnitOf(expression, told);
            day = Math.Abs(expression.Toward!.Value) > 2000 ? null : told.AddDays(expression.Toward.Value);
        }
        else if (expression.Weekday is { } weekday) day = WeekdayOf(expression, weekday, out because);
        else if (expression.Offset is { } offset) 
        {
            if (_from is not null) because = "counted from the day that the quotation was said";
            day = (_from ?? Anchor)?.AddDays(offset);
        }
        else if (expression.Next is { } next) day = _last?.AddDays(next);
        else if (expression.Month is not null) return MonthOf(expression, out basis);
        else if (expression.Unit is not null) return expression.Same is null ? UnitOf(expression, Anchor) : Told(expression, CurrentOf(expression));
        else if (expression.Year is { } year)
        {
            basis = TimeBasis.Absolute;
            _year = _toldYear = year;
            if (expression.IsDecade) return CalendarValue.OfRange(new DateOnly(year, 1, 1), new DateOnly(year + 9, 12, 31));
            if (expression.LastYear is { } until) return CalendarValue.OfRange(new DateOnly(year, 1, 1), new DateOnly(until, 12, 31));
            return CalendarValue.OfYear(year);
        }
        else if (expression.Clock is not null)
        {
            day = _last ?? (_publication.Day is null ? null : Anchor);
            because = day is null ? null : "the day told of before";
        }

        if (day is not { } found) return null;
        _last = found;
        _toldYear = found.Year;
        return expression.Clock is { } clock ? CalendarValue.OfMinute(found, clock) : CalendarValue.OfDay(found);
    }

    /// <summary>Keeps a quarter or year as the one that "the latest quarter" or "a year earlier" go back to.</summary>
    private CalendarValue? Told(TimeExpression expression, CalendarValue? value)
    {
        if (expression.Same < 0) return value;
        if (value is { IsYearPart: true } part) _period = part;
        else if (value is { Grain: Grain.Year } year) _period ??= year;
        return value;
    }

    /// <summary>A quarter or half: of the year named, else the last one of that number that has begun, or the next where the sentence looks ahead.</summary>
    private CalendarValue? PartOfYear(TimeExpression expression, out TimeBasis basis)
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

    /// <summary>"the latest quarter", "the 1988 period", "a year earlier": the quarter or year told of before, in its own or another year.</summary>
    private CalendarValue? SameOf(TimeExpression expression, int back, out TimeBasis basis, out string? because)
    {
        basis = Relative;
        because = "the quarter or year told of before";
        if (_period is not { } period)
        {
            if (expression.Year is { } named) return CalendarValue.OfYear(named);
            int? reference = back switch { 0 => null, FromPublication => Anchor?.Year, _ => _year ?? Anchor?.Year };
            because = null;
            return reference is { } from and > 1 ? CalendarValue.OfYear(from - 1) : null;
        }

        int year = expression.Year ?? period.First.Year - (back < 0 ? 1 : 0);
        if (year is < 1 or > 9998) return null;
        if (!period.IsYearPart) return CalendarValue.OfYear(year);
        return period.Last.Month - period.First.Month > 2 ? CalendarValue.OfHalf(year, (period.First.Month + 5) / 6) : CalendarValue.OfQuarter(year, (period.First.Month + 2) / 3);
    }

    /// <summary>"for the year", "over the weekend": the one that publication lies in, a weekend that has begun.</summary>
    private CalendarValue? CurrentOf(TimeExpression expression)
    {
        if (Anchor is not { } anchor) return null;
        return expression.Unit == 5 && Iso(anchor) < 6 ? UnitOf(expression with { Toward = -1 }, anchor) : UnitOf(expression, anchor);
    }

    /// <summary>A day that moves by a rule: in the year named, else the one nearest to publication.</summary>
    private CalendarValue? NamedOf(TimeExpression expression, CalendarWord named, out TimeBasis basis)
    {
        basis = expression.Year is null ? Relative : TimeBasis.Absolute;
        if (expression.Year is { } year) return NamedDays.In(year, named.Kind, named.Number) is { } day ? CalendarValue.OfDay(day) : null;
        if (Anchor is not { } anchor) return null;
        DateOnly? best = null;
        for (int y = anchor.Year - 1; y <= anchor.Year + 1; y++)
        {
            if (NamedDays.In(y, named.Kind, named.Number) is not { } candidate) continue;
            if (best is not { } so || Math.Abs(candidate.DayNumber - anchor.DayNumber) < Math.Abs(so.DayNumber - anchor.DayNumber)) best = candidate;
        }

        return best is { } nearest ? CalendarValue.OfDay(nearest) : null;
    }

    /// <summary>A season: of the year named or told ("last spring" is the last that has ended), else the last one that has begun, or the next where the sentence looks ahead.</summary>
    private CalendarValue? SeasonOf(TimeExpression expression, int season, out TimeBasis basis)
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
    private CalendarValue? HijriOf(TimeExpression expression, out TimeBasis basis, out string? because)
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

    /// <summary>The day of a date; a missing year is the one nearest to publication, or the one in which the weekday fits.</summary>
    internal DateOnly? DateOf(TimeExpression expression, out TimeBasis basis, out string? because)
    {
        basis = TimeBasis.Absolute;
        because = null;
        int month = expression.Month!.Value, day = expression.Day!.Value;
        if (expression.Year is { } year)
        {
            if (DayIn(year, month, day) is not { } written) return null;
            if (expression.Weekday is not { } weekday || Iso(written) == weekday) return written;
            if (Anchor is { } near && near.Year != year && DayIn(near.Year, month, day) is { } meant && Iso(meant) == weekday && Math.Abs(meant.DayNumber - near.DayNumber) < 60)
            {
                because = $"printed with the year {year}, in which the day is no such weekday";
                return meant;
            }

            because = "the weekday printed is not that of the date";
            return written;
        }

        basis = Relative;
        if (Anchor is { } anchor)
        {
            DateOnly? best = null;
            for (int y = anchor.Year - 1; y <= anchor.Year + 1; y++)
            {
                if (DayIn(y, month, day) is not { } candidate) continue;
                if (best is not { } so || Distance(candidate, anchor, expression) < Distance(so, anchor, expression)) best = candidate;
            }

            return best > anchor && !expression.Ahead && expression.Weekday is null && NearFull(month, day) is { } told ? told : best;
        }

        // No day of publication: the weekday must fit in a year that the article names.
        if (expression.Weekday is not { } printed) return null;
        foreach (int named in _years)
        {
            for (int y = named; y <= named + 1; y++)
            {
                if (DayIn(y, month, day) is not { } candidate || Iso(candidate) != printed) continue;
                basis = TimeBasis.Inferred;
                because = $"the weekday fits the year {y}, which the article names";
                return candidate;
            }
        }

        return null;
    }

    /// <summary>A day that would lie ahead, in the year of a full date of the article that it lies near: "9 Agustus" beside "10 Agustus 2025".</summary>
    private DateOnly? NearFull(int month, int day)
    {
        foreach (DateOnly full in _full)
        {
            if (DayIn(full.Year, month, day) is { } candidate && Math.Abs(candidate.DayNumber - full.DayNumber) <= NearDays && candidate <= Anchor) return candidate;
        }

        return null;
    }

    private static int Distance(DateOnly day, DateOnly anchor, TimeExpression expression)
    {
        int days = Math.Abs(day.DayNumber - anchor.DayNumber);
        if (expression.Toward < 0 && day > anchor) days += 400;
        return expression.Weekday is { } weekday && Iso(day) != weekday ? days + 200 : days;
    }

    private DateOnly? WeekdayOf(TimeExpression expression, int weekday, out string? because)
    {
        because = null;
        if (expression.Unit is null && _dated.TryGetValue(weekday, out DateOnly dated) && expression.Toward is null or < 0
            && (Anchor is not { } near || Math.Abs(near.DayNumber - dated.DayNumber) <= NearDays))
        {
            because = "the article gives the date of that weekday";
            return dated;
        }

        if (Anchor is not { } anchor) return null;
        int back = (Iso(anchor) - weekday + 7) % 7;
        if (expression.Unit == 2) return anchor.AddDays(1 - Iso(anchor) + (7 * expression.Toward!.Value) + weekday - 1);
        if (expression.Toward == 0) return anchor.AddDays(weekday - Iso(anchor));
        if (expression.Toward > 0 || (expression.Ahead && expression.Toward is null)) return anchor.AddDays(back == 0 && expression.Toward is null ? 0 : 7 - back);
        if (expression.Toward < 0 && back == 0) back = 7;

        // Late on Monday "on Tuesday" is the day that has begun further east.
        if (back == 6 && expression.Toward is null && _publication.IsLate) return anchor.AddDays(1);
        return anchor.AddDays(-back);
    }

    private CalendarValue? MonthOf(TimeExpression expression, out TimeBasis basis)
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
    private CalendarValue? UnitOf(TimeExpression expression, DateOnly? from)
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

    private static DateOnly? DayIn(int year, int month, int day) =>
        year is >= 1 and <= 9998 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;

    private static int Iso(DateOnly day) => day.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)day.DayOfWeek;
}
