using System.Globalization;

namespace Sanad.Reading;

/// <summary>
/// When something was published, as precisely as it was printed: a day, a day and a clock time, or these with the time's offset from UTC.
/// The day and the time are those of the place that printed them, never turned to another zone.
/// </summary>
/// <param name="Time">Null where only a day is printed. Parts of a second are dropped.</param>
/// <param name="Offset">The zone's offset from UTC in whole minutes; null where none is printed, or none that is sure. Never without a time.</param>
public readonly record struct PublishedValue(DateOnly Day, TimeOnly? Time, TimeSpan? Offset)
{
    /// <summary>The instant; null where time or offset is missing.</summary>
    public DateTimeOffset? Instant => Time is { } time && Offset is { } offset ? new DateTimeOffset(Day.ToDateTime(time), offset) : null;

    /// <summary>
    /// ISO 8601 as precise as the value: <c>2024-10-31</c>, <c>2024-10-31T18:43</c> (the local time of a zone that is not known; with seconds
    /// where there are some), <c>2024-10-31T18:43:00+07:00</c>, <c>2024-10-31T11:43:00Z</c>.
    /// </summary>
    public string ToIso()
    {
        string day = Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        if (Time is not { } time) return day;
        string clock = time.ToString(Offset is null && time.Second == 0 ? "HH:mm" : "HH:mm:ss", CultureInfo.InvariantCulture);
        if (Offset is not { } offset) return $"{day}T{clock}";
        if (offset == TimeSpan.Zero) return $"{day}T{clock}Z";
        return string.Create(CultureInfo.InvariantCulture, $"{day}T{clock}{(offset < TimeSpan.Zero ? '-' : '+')}{offset:hh\\:mm}");
    }

    public override string ToString() => ToIso();
}
