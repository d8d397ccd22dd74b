namespace Sanad.Reading;

/// <summary>Reads the clock time of a printed date and the zone behind it.</summary>
internal static class ClockTime
{
    /// <summary>Offsets from UTC that some place on earth has, in minutes.</summary>
    private const int Westmost = -12 * 60, Eastmost = 14 * 60;

    /// <summary>"18:43", "18:43:00.120", "6.43 p.m.", "pukul 18.43 WIB", "6 PM", "T184300"; with a point only where something shows that it is a time.</summary>
    public static bool TryRead(DateTokens tokens, ref int i, ref DateParts parts)
    {
        int at = i, minute = 0, second = 0;
        if (tokens.Digits(at) is 4 or 6 && tokens.Glued(at) && tokens.IsLetter(at - 1, 'T'))
        {
            int digits = tokens.Value(at);
            if (tokens.Digits(at) == 4) digits *= 100;
            parts.SetTime(digits / 10000, digits / 100 % 100, digits % 100);
            i = at + 1;
            ReadZone(tokens, ref i, ref parts);
            return true;
        }

        if (!tokens.IsNumber(at, 1, 2)) return false;
        int hour = tokens.Value(at++);
        bool points = false;
        if (IsPart(tokens, at, ':') || (points = IsPart(tokens, at, '.')))
        {
            char mark = points ? '.' : ':';
            minute = tokens.Value(at + 1);
            at += 2;
            if (IsPart(tokens, at, mark))
            {
                second = tokens.Value(at + 1);
                at += 2;
            }

            // Parts of a second.
            if ((tokens.IsMark(at, '.') || tokens.IsMark(at, ',')) && tokens.Glued(at) && tokens.Glued(at + 1) && tokens.Digits(at + 1) > 0) at += 2;
        }
        else if (!tokens.Is(at, DateWordKind.Am, out _) && !tokens.Is(at, DateWordKind.Pm, out _))
        {
            return false;
        }

        bool pm = tokens.Is(at, DateWordKind.Pm, out int length), am = !pm && tokens.Is(at, DateWordKind.Am, out length);
        bool shown = pm || am || parts.HasDay || tokens.Word(at).Kind == DateWordKind.Zone || tokens.Word(i - 1).Kind == DateWordKind.Clock;
        if (points && !shown) return false;
        if (pm || am)
        {
            at += length;
            hour = hour is >= 1 and <= 12 ? (hour % 12) + (pm ? 12 : 0) : pm && hour is > 12 and < 24 ? hour : 99;
            if (length == 3 && tokens.IsMark(at, '.')) at++;
        }

        parts.SetTime(hour, minute, second);
        i = at;
        ReadZone(tokens, ref i, ref parts);
        return true;
    }

    /// <summary>Zones and offsets right behind a time: "WIB", "+07:00", "GMT+7", "(WIB)", "+0700 (WIB)".</summary>
    public static void ReadZone(DateTokens tokens, ref int i, ref DateParts parts)
    {
        int at = i;
        if (tokens.IsMark(at, '(')) at++;
        bool named = tokens.Word(at) is { Kind: DateWordKind.Zone };
        if (named)
        {
            DateWord zone = tokens.Word(at);
            i = at + 1;
            if (zone.Number == 0 && TryReadOffset(tokens, ref i, afterName: true, out int? beyond)) parts.SetOffset(beyond, zone.DayFirst);
            else parts.SetOffset(zone.Number, zone.DayFirst);
        }
        else if (TryReadOffset(tokens, ref at, afterName: false, out int? offset))
        {
            i = at;
            parts.SetOffset(offset, false);
            if (tokens.IsMark(at, '(')) at++;
            if (tokens.Word(at) is not { Kind: DateWordKind.Zone } beside) return;
            parts.SetOffset(beside.Number, beside.DayFirst);
            i = at + 1;
        }
    }

    /// <summary>"+07:00", "-0700", "+07"; behind a name also "+7".</summary>
    /// <param name="minutes">Null for what no place on earth has.</param>
    private static bool TryReadOffset(DateTokens tokens, ref int i, bool afterName, out int? minutes)
    {
        minutes = null;
        bool east = tokens.IsMark(i, '+');
        if ((!east && !tokens.IsMark(i, '-') && !tokens.IsMark(i, '\u2212')) || !tokens.Glued(i + 1)) return false;
        int at = i + 1, value;
        if (tokens.IsNumber(at, 4, 4))
        {
            value = (tokens.Value(at) / 100 * 60) + (tokens.Value(at) % 100);
            at++;
        }
        else if (tokens.IsNumber(at, 1, 2) && (IsPart(tokens, at + 1, ':') || IsPart(tokens, at + 1, '.')))
        {
            value = (tokens.Value(at) * 60) + tokens.Value(at + 2);
            at += 3;
        }
        else if (tokens.IsNumber(at, afterName ? 1 : 2, 2) && (afterName || tokens.Glued(i)))
        {
            value = tokens.Value(at) * 60;
            at++;
        }
        else
        {
            return false;
        }

        i = at;
        if (!east) value = -value;
        if (value is >= Westmost and <= Eastmost) minutes = value;
        return true;
    }

    /// <summary>Whether the mark and two digits are glued to what goes before.</summary>
    private static bool IsPart(DateTokens tokens, int i, char mark) =>
        tokens.IsMark(i, mark) && tokens.Glued(i) && tokens.Glued(i + 1) && tokens.IsNumber(i + 1, 2, 2);
}
