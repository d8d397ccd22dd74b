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

    /// <summary>Full dates that a date without its year is held against, at most.</summary>
    private const int MostFull = 20;

    /// <summary>"A year ago" counts from publication where no quarter has been told of; "a year earlier" from the year told of.</summary>
    private const int FromPublication = -2;

    /// <summary>Letters between "the quarter" and the day on which it ended, at most: " ended on ".</summary>
    private const int LongestEnded = 12;

    /// <summary>Days by which a date ahead may lie further off than one past and still be meant, where the words say that it lies ahead or may.</summary>
    private const int FarAhead = 150, NearAhead = 60;

    /// <summary>Days from the middle of a quarter to its end.</summary>
    private const int HalfQuarter = 45;

    private readonly SaidDays _said;
    private readonly Publication _publication;
    private readonly AnchoredPeriods _periods;
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

    /// <summary>The day on which the quarter ended, where the words behind it say so.</summary>
    private DateOnly? _ends;

    private TimeResolver(Document document, Publication publication)
    {
        _said = new SaidDays(document);
        _publication = publication;
        _periods = new AnchoredPeriods(publication);
    }

    /// <summary>Expressions with their values; those that nothing lets one resolve are left out.</summary>
    public static IReadOnlyList<TimeMention> Resolve(Document document, IReadOnlyList<TimeExpression> expressions, Publication publication)
    {
        var resolver = new TimeResolver(document, publication);
        foreach (TimeExpression expression in expressions)
        {
            if (expression.Year is { } year) resolver._years.Add(year);
            if (expression.IsFull && resolver._full.Count < MostFull && AnchoredPeriods.DayIn(expression.Year!.Value, expression.Month!.Value, expression.Day!.Value) is { } full) resolver._full.Add(full);
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
            resolver._ends = expression.Same == 0 && i + 1 < all.Length && all[i + 1] is { IsDate: true, Toward: -1 } end && end.Span.Start - expression.Span.End <= LongestEnded ? resolver.Dated(end) : null;
            if (resolver.Value(expression, out TimeBasis basis, out string? because) is { } value) mentions.Add(new TimeMention(expression.Span, value, basis, because));
        }

        return mentions;
    }

    private DateOnly? Dated(TimeExpression expression) => DateOf(expression, out _, out _);

    private DateOnly? Anchor => _publication.Anchor;

    private CalendarValue? Value(TimeExpression expression, out TimeBasis basis, out string? because)
    {
        basis = _periods.Relative;
        because = null;
        DateOnly? day = null;
        if (expression.IsDate)
        {
            day = DateOf(expression, out basis, out because);
            if (day is { } from && expression.LastDay is { } to) return to <= DateTime.DaysInMonth(from.Year, from.Month) ? CalendarValue.OfRange(from, new DateOnly(from.Year, from.Month, to)) : null;
            if (day is { } inside && expression.Unit == 2) return CalendarValue.OfWeek(inside);
        }
        else if (expression.Hijri is not null) return _periods.HijriOf(expression, out basis, out because);
        else if (expression.Named is { } named) return _periods.NamedOf(expression, named, out basis, out because);
        else if (expression.Season is { } season) return _periods.SeasonOf(expression, season, out basis);
        else if (expression.Quarter is not null || expression.Half is not null) return Told(expression, _periods.PartOfYear(expression, out basis));
        else if (expression.Same is { } same && expression.Unit is null) return SameOf(expression, same, out basis, out because);
        else if (expression.FromTold)
        {
            because = "counted from the day told of before";
            if (expression.Unit == 4 && _toldYear is { } year0 && year0 + expression.Toward is { } counted and >= 1 and <= 9998) return CalendarValue.OfYear(counted);
            if (_last is not { } told) return null;
            if (expression.Unit != 1) return _periods.UnitOf(expression, told);
            day = Math.Abs(expression.Toward!.Value) > 2000 ? null : told.AddDays(expression.Toward.Value);
        }
        else if (expression.Weekday is { } weekday) day = WeekdayOf(expression, weekday, out because);
        else if (expression.Offset is { } offset) 
        {
            if (_from is not null) because = "counted from the day that the quotation was said";
            day = (_from ?? Anchor)?.AddDays(offset);
        }
        else if (expression.Next is { } next) day = _last?.AddDays(next);
        else if (expression.Month is not null) return _periods.MonthOf(expression, out basis);
        else if (expression.Unit is not null) return expression.Same is null ? _periods.UnitOf(expression, Anchor) : Told(expression, _periods.CurrentOf(expression));
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

        // A quarter ahead is none that "the latest quarter" or "a year earlier" go back to, and one that still runs only where no other was told of.
        bool hasEnded = value is { } told && !(told.Last > Anchor);
        if (value is { IsYearPart: true } part && (hasEnded || (_period is not { IsYearPart: true } && !(part.First > Anchor)))) _period = part;
        else if (value is { Grain: Grain.Year } year) _period ??= year;
        return value;
    }

    /// <summary>"the latest quarter", "the 1988 period", "a year earlier": the quarter or year told of before, in its own or another year.</summary>
    private CalendarValue? SameOf(TimeExpression expression, int back, out TimeBasis basis, out string? because)
    {
        basis = _periods.Relative;
        if (_ends is { } end && end.DayNumber > HalfQuarter)
        {
            because = "by the day on which it ended";
            DateOnly middle = end.AddDays(-HalfQuarter);
            return Told(expression, CalendarValue.OfQuarter(middle.Year, (middle.Month + 2) / 3));
        }

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

    /// <summary>The day of a date; a missing year is the one nearest to publication, or the one in which the weekday fits.</summary>
    internal DateOnly? DateOf(TimeExpression expression, out TimeBasis basis, out string? because)
    {
        basis = TimeBasis.Absolute;
        because = null;
        int month = expression.Month!.Value, day = expression.Day!.Value;
        if (expression.Year is { } year)
        {
            if (AnchoredPeriods.DayIn(year, month, day) is not { } written) return null;
            if (expression.Weekday is not { } weekday || AnchoredPeriods.Iso(written) == weekday) return written;
            if (Anchor is { } near && near.Year != year && AnchoredPeriods.DayIn(near.Year, month, day) is { } meant && AnchoredPeriods.Iso(meant) == weekday && Math.Abs(meant.DayNumber - near.DayNumber) < 60)
            {
                because = $"printed with the year {year}, in which the day is no such weekday";
                return meant;
            }

            because = "the weekday printed is not that of the date";
            return written;
        }

        basis = _periods.Relative;
        if (Anchor is { } anchor)
        {
            DateOnly? best = null;
            for (int y = anchor.Year - 1; y <= anchor.Year + 1; y++)
            {
                if (AnchoredPeriods.DayIn(y, month, day) is not { } candidate) continue;
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
                if (AnchoredPeriods.DayIn(y, month, day) is not { } candidate || AnchoredPeriods.Iso(candidate) != printed) continue;
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
            if (AnchoredPeriods.DayIn(full.Year, month, day) is { } candidate && Math.Abs(candidate.DayNumber - full.DayNumber) <= NearDays && candidate <= Anchor) return candidate;
        }

        return null;
    }

    private static int Distance(DateOnly day, DateOnly anchor, TimeExpression expression)
    {
        int days = Math.Abs(day.DayNumber - anchor.DayNumber);
        if (expression.Toward < 0 && day > anchor) days += 400;

        // "by Christmas" in June
        if (day < anchor && expression.Weekday is null) days += expression.Ahead ? FarAhead : expression.Near ? NearAhead : 0;
        return expression.Weekday is { } weekday && AnchoredPeriods.Iso(day) != weekday ? days + 200 : days;
    }

    private DateOnly? WeekdayOf(TimeExpression expression, int weekday, out string? because)
    {
        because = null;
        if (expression.IsPrevious && _last is { } told && told <= Anchor && told.DayNumber > 7)
        {
            because = "counted from the day told of before";
            return told.AddDays(-((AnchoredPeriods.Iso(told) - weekday + 6) % 7) - 1);
        }

        if (expression.Unit is null && _dated.TryGetValue(weekday, out DateOnly dated) && expression.Toward is null or < 0
            && (Anchor is not { } near || Math.Abs(near.DayNumber - dated.DayNumber) <= NearDays))
        {
            because = "the article gives the date of that weekday";
            return dated;
        }

        if (Anchor is not { } anchor) return null;
        int back = (AnchoredPeriods.Iso(anchor) - weekday + 7) % 7;
        if (expression.Unit == 2) return anchor.AddDays(1 - AnchoredPeriods.Iso(anchor) + (7 * expression.Toward!.Value) + weekday - 1);
        if (expression.Toward == 0) return anchor.AddDays(weekday - AnchoredPeriods.Iso(anchor));
        if (expression.Toward > 0 || (expression.Ahead && expression.Toward is null)) return anchor.AddDays(back == 0 && expression.Toward is null ? 0 : 7 - back);
        if (expression.Toward < 0 && back == 0) back = 7;

        // Late on Monday "on Tuesday" is the day that has begun further east.
        if (back == 6 && expression.Toward is null && _publication.IsLate) return anchor.AddDays(1);
        return anchor.AddDays(-back);
    }
}
