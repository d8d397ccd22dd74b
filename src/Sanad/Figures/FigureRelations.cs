using Sanad.Language;

namespace Sanad.Figures;

/// <summary>Where a figure stands, tokens <c>[First, End)</c>, and what it counts without the clauses that narrow it down.</summary>
/// <param name="Head">The noun alone, without the state it is counted in: "penumpang" of "penumpang tewas"; null where the number has no noun of its own.</param>
internal readonly record struct FigureTokens(int First, int End, int Sentence, string? Plain, string? Head);

/// <summary>What a figure takes from the figures before it: the whole it is part of, the thing counted, the value it replaces.</summary>
internal readonly struct FigureRelations(List<Figure> found, List<FigureTokens> tokens, Document document)
{
    /// <summary>How many sentences back the whole of a part may stand.</summary>
    private const int Reach = 2;

    /// <summary>How many figures back are looked at: keeps the time linear where a sentence is all numbers.</summary>
    private const int Window = 60;

    private int Oldest => Math.Max(0, found.Count - Window);

    /// <summary>The nearest figure before that is no part itself: "10.000 tentara, termasuk 8.000 …".</summary>
    public string? Whole(int sentence, int first)
    {
        for (int i = found.Count - 1; i >= Oldest && sentence - tokens[i].Sentence <= Reach; i--)
        {
            if (tokens[i].First < first && found[i].PartOf is null && found[i].Unit is null) return found[i].Id;
        }

        return null;
    }

    /// <summary>The noun of the whole, which its parts do without ("Dari 243 penumpang, 208 selamat"); null where it has none.</summary>
    public string? HeadOf(string id)
    {
        for (int i = found.Count - 1; i >= Oldest; i--)
        {
            if (found[i].Id == id) return tokens[i].Head;
        }

        return null;
    }

    /// <summary>The noun of the figure before, for "33 lainnya" and "four others".</summary>
    public string? SharedHead(int sentence, int first)
    {
        for (int i = found.Count - 1; i >= Oldest && sentence - tokens[i].Sentence <= 1; i--)
        {
            if (tokens[i].First < first && found[i].Unit is null && tokens[i].Head is { } head) return head;
        }

        return null;
    }

    /// <summary>Whether a figure before counts the very same, so that "dua orang lainnya tewas" comes on top of it.</summary>
    public bool IsCounted(string what, int sentence)
    {
        for (int i = found.Count - 1; i >= Oldest && sentence - tokens[i].Sentence <= Reach; i--)
        {
            if (found[i].Unit is null && string.Equals(found[i].What, what, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }

    /// <summary>The figure before that counts all of the group ("38 people confirmed dead" for "the dead"); null where none does.</summary>
    public string? Group(string group, double? value)
    {
        for (int i = found.Count - 1; i >= Oldest; i--)
        {
            if (found[i] is { Unit: null, PartOf: null, What: { } what } && found[i].Low > value && what.EndsWith(group, StringComparison.OrdinalIgnoreCase)) return found[i].Id;
        }

        return null;
    }

    /// <summary>The last figure before the token in the sentence, or the one before it: the total whose parts follow. It is marked as one.</summary>
    public string? TotalBefore(int sentence, int token)
    {
        for (int i = found.Count - 1; i >= Oldest && sentence - tokens[i].Sentence <= 1; i--)
        {
            if (tokens[i].First >= token || found[i].PartOf is not null || found[i].Unit is not null) continue;
            if (IsMadeUp(i)) return null;
            found[i] = found[i] with { IsTotal = true };
            return found[i].Id;
        }

        return null;
    }

    /// <summary>Makes the plain counts behind the token in the sentence parts of the figure to come, which is a total where there are two or more.</summary>
    public void Total(string id, int sentence, int token, ref bool total)
    {
        int parts = 0;
        for (int i = found.Count - 1; i >= Oldest && tokens[i].Sentence == sentence && tokens[i].First > token; i--)
        {
            if (found[i] is not { Unit: null, PartOf: null, Bound: Bound.Exact }) return;
            parts++;
        }

        total = parts >= 2;
        for (int i = found.Count - parts; total && i < found.Count; i++) found[i] = found[i] with { PartOf = id };
    }

    /// <summary>Whether the parts named so far come to the whole, so that what follows is something else ("164 penumpang dan 23 awak, serta 34 kendaraan").</summary>
    private bool IsMadeUp(int whole)
    {
        double sum = 0;
        for (int i = whole + 1; i < found.Count; i++)
        {
            if (found[i].PartOf == found[whole].Id) sum += found[i].Low ?? 0;
        }

        return sum > 0 && sum == found[whole].Low;
    }

    /// <summary>What the figure before counts, for a bare number in the same run.</summary>
    public string? SharedWhat(int sentence, int first)
    {
        for (int i = found.Count - 1; i >= Oldest && sentence - tokens[i].Sentence <= 1; i--)
        {
            if (tokens[i].First < first && found[i].Unit is null && found[i].What is not null) return found[i].What;
        }

        return null;
    }

    /// <summary>
    /// The counted thing with the modifiers that an earlier figure of the same head gives: "8.000 tentara" behind "10.000 tentara Korea Utara". The
    /// same value again is the same thing with all that was said of it; another value takes no relative clause, which may hold for those alone.
    /// </summary>
    public string? Completed(string? what, int sentence, int first, double? value)
    {
        if (what is null) return what;
        string? nearest = null;
        bool one = !what.Contains(' ', StringComparison.Ordinal);
        for (int i = found.Count - 1; i >= Oldest && sentence - tokens[i].Sentence <= 2 * Reach; i--)
        {
            if (tokens[i].First >= first || found[i].Unit is not null) continue;
            if (found[i].Low == value && IsLonger(found[i].What, what)) return found[i].What;
            if (one && sentence - tokens[i].Sentence <= Reach && IsLonger(tokens[i].Plain, what)) nearest ??= tokens[i].Plain;
        }

        return nearest ?? what;
    }

    /// <summary>Whether a wording has the same head and says more.</summary>
    private bool IsLonger(string? longer, string what)
    {
        if (longer is null || longer.Length <= what.Length) return false;
        return document.Language.Code == "id"
            ? longer.StartsWith(what, StringComparison.OrdinalIgnoreCase) && longer[what.Length] == ' '
            : longer.EndsWith(what, StringComparison.OrdinalIgnoreCase) && longer[^(what.Length + 1)] == ' ';
    }

    /// <summary>"4 juta, 14 juta, dan 26 juta kasus": the last of a run of bare numbers says what all of them count.</summary>
    public void ShareLast(int sentence, Sentence span)
    {
        for (int i = found.Count - 2; i >= Oldest && tokens[i].Sentence == sentence; i--)
        {
            if (tokens[i + 1].Sentence != sentence || found[i] is not { Unit: null } || found[i + 1] is not { What: { } what, Unit: null }) continue;
            bool run = document.Tokens[tokens[i].End - 1].Kind == TokenKind.Number || document.Has(tokens[i].End - 1, LexKind.Scale);
            for (int gap = tokens[i].End; gap < tokens[i + 1].First && gap < span.End; gap++) run &= document.IsMark(gap, ',') || document.Is(gap, WordClass.And);
            if (run) found[i] = found[i] with { What = tokens[i + 1].Plain ?? what };
        }
    }

    /// <summary>What a measure before counts in the same unit, or in another of its kind.</summary>
    public string? SharedMeasure(int sentence, int first, string? unit)
    {
        string? any = null;
        for (int i = found.Count - 1; i >= Oldest && sentence - tokens[i].Sentence <= 1; i--)
        {
            if (tokens[i].First >= first || found[i] is not { Unit: { } other, What: { } what }) continue;
            if (other == unit) return what;
            any ??= what;
        }

        return any;
    }

    /// <summary>The second of two figures replaces the first where "from" led to it; else the first was the change that led to the second.</summary>
    public void Revise(int older, int newer, bool isFrom)
    {
        if (found[older].Low is not { } value) return;
        if (!isFrom)
        {
            found[older] = found[older] with { IsChange = found[older].Unit == found[newer].Unit, What = tokens[older].Head is null && found[older].Unit is null ? Longer(found[older].What, found[newer].What) : found[older].What };
            return;
        }

        // "The toll rose from 12 to 30 people": of whom the toll is was said before the older value.
        string? counted = found[newer].What;
        if (tokens[older].Head is null && found[older].What is { } state && CountedThing.IsPeople(counted) && !CountedThing.IsPeople(state) && !state.StartsWith(counted + " ", StringComparison.OrdinalIgnoreCase)) counted = counted + " " + state;
        found[newer] = found[newer] with { Revises = value, What = counted };
        found[older] = found[older] with { IsOlder = true, What = Longer(found[older].What, found[newer].What) };
    }

    private static string? Longer(string? what, string? other) => what is null || other?.Length > what.Length ? other : what;

    /// <summary>Marks the figure before in the same sentence and unit as replacing the older value; false where there is none.</summary>
    public bool TryRevise(int sentence, int first, double older, string? unit)
    {
        for (int i = found.Count - 1; i >= Oldest && tokens[i].Sentence == sentence; i--)
        {
            if (tokens[i].First >= first || found[i].Unit != unit) continue;
            found[i] = found[i] with { Revises = older };
            return true;
        }

        return false;
    }
}
