namespace Sanad.Reading;

/// <summary>The parts of a date as they are found, and what becomes of them where two contradict each other.</summary>
internal struct DateParts
{
    private int? _year, _month, _day, _offset;

    /// <summary>The first number is the month or the day.</summary>
    private bool _inDoubt, _onlyDayFirst;

    private bool _hasDay, _hasTime, _hasOffset, _twoDays, _noTime, _dayAfter;

    private TimeOnly _time;

    /// <summary>1 is Monday.</summary>
    public int? Weekday { get; set; }

    /// <summary>Whether dates of three numbers are known to have the day first.</summary>
    public bool DayFirst { get; set; }

    public readonly bool HasDay => _hasDay;

    public readonly bool LacksYear => _hasDay && _year is null;

    public void SetDay(int? year, int month, int day)
    {
        _twoDays |= _hasDay && (_inDoubt || _month != month || _day != day || (_year is { } other && year is { } one && other != one));
        (_year, _month, _day, _hasDay) = (_year ?? year, month, day, true);
    }

    /// <summary>A day of which it is not known whether the first number or the second is the month.</summary>
    /// <param name="onlyDayFirst">The first number may be the year as well: it is read only where the day is known to stand first.</param>
    public void SetDayInDoubt(int first, int second, int year, bool onlyDayFirst)
    {
        _onlyDayFirst |= onlyDayFirst;
        if (!onlyDayFirst && (first > 12 || second > 12 || first == second))
        {
            SetDay(year, first > 12 ? second : first, first > 12 ? first : second);
            return;
        }

        _twoDays |= _hasDay && (!_inDoubt || _month != second || _day != first || _year != year);
        (_year, _month, _day, _hasDay, _inDoubt) = (year, second, first, true, true);
    }

    public void SetYear(int year) => _year = year;

    /// <summary>24:00 is the next day's midnight, a leap second counts as the one before it; what no clock shows takes the time away.</summary>
    public void SetTime(int hour, int minute, int second)
    {
        bool midnight = hour == 24 && minute == 0 && second == 0;
        if (hour > (midnight ? 24 : 23) || minute > 59 || second > 60)
        {
            _noTime = true;
            return;
        }

        var time = new TimeOnly(hour % 24, minute, Math.Min(second, 59));
        _noTime |= _hasTime && time != _time;
        (_time, _hasTime, _dayAfter) = (time, true, midnight);
    }

    /// <summary>Two zones that differ leave the time without an offset.</summary>
    public void SetOffset(int? minutes, bool dayFirst)
    {
        DayFirst |= dayFirst;
        _offset = _hasOffset && _offset != minutes ? null : minutes;
        _hasOffset = true;
    }

    public readonly bool TryGet(out PublishedValue value)
    {
        value = default;
        if (_twoDays || _year is not { } year || _month is not { } month || _day is not { } day) return false;
        if (_onlyDayFirst && !DayFirst) return false;
        if (_inDoubt && !DayFirst)
        {
            bool dayMonth = IsWeekday(year, month, day), monthDay = IsWeekday(year, day, month);
            if (dayMonth == monthDay) return false;
            if (monthDay) (month, day) = (day, month);
        }

        if (!Exists(year, month, day)) return false;
        var date = new DateOnly(year, month, day);
        if (_noTime || !_hasTime) value = new PublishedValue(date, null, null);
        else value = new PublishedValue(_dayAfter && date < DateOnly.MaxValue ? date.AddDays(1) : date, _time, _offset is { } minutes ? TimeSpan.FromMinutes(minutes) : null);
        return true;
    }

    private readonly bool IsWeekday(int year, int month, int day) =>
        Exists(year, month, day) && Weekday is { } weekday && ((int)new DateOnly(year, month, day).DayOfWeek + 6) % 7 + 1 == weekday;

    private static bool Exists(int year, int month, int day) =>
        year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);
}
