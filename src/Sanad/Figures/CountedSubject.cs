using Sanad.Language;
using Sanad.Text;

namespace Sanad.Figures;

/// <summary>The words before a figure that say what it counts: tokens <c>[First, End)</c> and a relative clause <c>[Relative, RelativeEnd)</c>, either may be empty.</summary>
/// <param name="IsPredicate">The number completes a predicate: "mencapai 63 jiwa".</param>
internal readonly record struct Subject(int First, int End, int Relative, int RelativeEnd, bool IsPredicate)
{
    /// <summary>Only a place stands there ("di dalam rumah 25 cm"), so that what is measured is what was measured before.</summary>
    public bool IsPlace { get; init; }

    /// <summary>A word such as "jumlah" leads to it, so that a name is counted too: "jumlah ASN sekitar 3.500 orang".</summary>
    public bool IsValue { get; init; }

    /// <summary>A relative clause without its noun: "yang dirawat 158 orang".</summary>
    public bool IsHeadless => End == First && RelativeEnd > Relative;
}

/// <summary>
/// What is counted or measured where it stands before the number: the subject of "mencapai 63 jiwa" or the noun that "senilai"
/// and "sebesar" belong to.
/// </summary>
internal sealed class CountedSubject(Document document, CountedPhrase counted, UnitReader units, bool[] time)
{
    /// <summary>Tokens looked at before the number, at most.</summary>
    private const int Reach = 40;

    /// <summary>Tokens of a subject that are kept, at most.</summary>
    private const int Longest = 12;

    /// <summary>Tokens of a relative clause that are kept, at most.</summary>
    private const int LongestRelative = 4;

    private bool IsIndonesian { get; } = document.Language.Code == "id";

    /// <summary>The subject of the number that begins at <paramref name="first"/>.</summary>
    /// <param name="after">End of the figure before in the sentence, which bounds the clause; the sentence's start where there is none.</param>
    /// <param name="isMeasure">A measured thing keeps "total nilai" before it; counted people do not.</param>
    /// <param name="isBehindMeasure">The figure before is a measure or a fraction, which ends with its own words.</param>
    public Subject Find(int first, int after, Sentence sentence, bool isMeasure, bool isBehindMeasure = false)
    {
        int end = BeforePredicate(first, sentence, out bool isPredicate, out bool isCount);
        if (!isMeasure) isPredicate &= isCount;
        int start = ClauseStart(end, after < end ? after : sentence.First, isMeasure);
        if (start < end && document.Is(start, WordClass.Relative)) return new Subject(start, start, start, RelativeEnd(start, end), isPredicate);
        if (start < end && !IsPreposition(start) && !document.TryHit(start, LexKind.Pronoun, out _) && (isPredicate || IsNominal(start, end, sentence)))
        {
            int subject = SubjectEnd(start, end, out int relative);

            // "total tersangka 12 orang"
            isPredicate |= !isMeasure && start > sentence.First && counted.Is(FigureRole.Value, start - 1);
            if (subject > start && HasNoun(start, subject) && !IsTransitive(subject, Math.Max(subject, Math.Min(relative, end)), end)) return new Subject(start, subject, relative, relative < end ? RelativeEnd(relative, end) : relative, isPredicate);
        }

        // What the figure before measures in is no noun of this one: "600 ribu barel per hari | dari 640 ribu".
        int noun = end <= after && isBehindMeasure ? end : ObjectStart(start, end, after > sentence.First && after < end);
        while (!isMeasure && noun < end && counted.Is(FigureRole.Value, noun)) noun++;
        bool isValue = noun > sentence.First && noun < end && counted.Is(FigureRole.Value, noun - 1);
        if (isValue && !isMeasure) return new Subject(noun, end, end, end, true) { IsValue = true };
        bool isPlace = noun == end || IsPlace(start, noun) || (IsName(noun, end, sentence) && !counted.Has(FigureRole.Noun, noun, end, out _) && document.PartOf(sentence) != PartKind.Title);
        return isPlace ? new Subject(end, end, end, end, isPredicate) { IsPlace = start < end } : new Subject(noun, end, end, end, isPredicate);
    }

    /// <summary>"tercatat sebanyak": verbs and hedges alone are counted by nobody.</summary>
    private bool HasNoun(int first, int end)
    {
        for (int i = first; i < end; i++)
        {
            if (!IsVerb(i) && !document.Has(i, LexKind.Hedge)) return true;
        }

        return false;
    }

    /// <summary>A verb behind the subject takes an object, which then is what the number counts: "BPBD mengoreksi jumlah korban tewas menjadi 24".</summary>
    private bool IsTransitive(int subject, int relative, int end)
    {
        for (int i = subject; i < end && (relative == subject || i < relative); i++)
        {
            if (IsVerb(i) && document.Language.VerbForms.Is(VerbForm.Transitive, document.WordAt(i)) && !document.Is(subject, WordClass.Relative)) return true;
        }

        return false;
    }

    /// <summary>Only prepositions of place stand before the noun: "di dalam rumah".</summary>
    private bool IsPlace(int start, int noun)
    {
        for (int i = start; i < noun; i++)
        {
            if (!IsPreposition(i)) return false;
        }

        return noun > start && counted.Is(FigureRole.Place, start);
    }

    /// <summary>A clause without a verb, whose predicate is the number: "besaran gajinya sebagai presiden sekitar 24.000".</summary>
    private bool IsNominal(int start, int end, Sentence sentence)
    {
        if (!IsIndonesian || end - start > 8 || document.Is(start, WordClass.Negation | WordClass.Auxiliary)) return false;
        for (int i = start; i < end; i++)
        {
            if (document.Tokens[i].Kind != TokenKind.Word || IsVerb(i) || document.Is(i, WordClass.Relative)) return false;
        }

        return !IsName(start, end, sentence);
    }

    private bool IsName(int first, int end, Sentence sentence)
    {
        for (int i = first; i < end; i++)
        {
            // A sentence begins with a capital whatever the word.
            if (!document.Tokens[i].IsCapital || (i == sentence.First && end == i + 1 && !document.TryHit(i, LexKind.Place, out _))) return false;
        }

        return IsIndonesian;
    }

    private int RelativeEnd(int relative, int end)
    {
        int i = Math.Min(end, relative + 1 + LongestRelative);
        while (i > relative && (document.Is(i - 1, WordClass.Preposition | WordClass.Conjunction) || document.Tokens[i - 1].Kind != TokenKind.Word)) i--;
        return i;
    }

    /// <summary>Behind the predicate that the number completes: verbs, auxiliaries, hedges and other measures ("naik hampir 2% menjadi").</summary>
    private int BeforePredicate(int first, Sentence sentence, out bool isPredicate, out bool isCount)
    {
        isPredicate = isCount = false;
        int end = first;
        while (end > sentence.First && first - end < 8)
        {
            int i = end - 1;
            Token token = document.Tokens[i];
            bool verb = IsVerb(i);

            // "kasus demam berdarah | mencapai 1.204": behind a noun and before the predicate it is an adjective.
            if (verb && isPredicate && IsStative(i) && !counted.Is(FigureRole.Verb, i) && !counted.Is(FigureRole.Change, i) && !counted.Is(FigureRole.Growth, i)) break;
            bool number = isPredicate && (token.Kind == TokenKind.Number || (units.TryRead(i, end, out _, out UnitWord unit) && unit.Kind is UnitKind.Percent or UnitKind.Measure or UnitKind.Currency && IsBesideNumber(i, sentence)));
            int hedge = verb ? 0 : HedgeBefore(end, sentence);
            if (!verb && !number && hedge == 0 && !IsSkipped(i)) break;
            if (verb && i - 1 > sentence.First && document.Is(i - 1, WordClass.Relative))
            {
                // "cakupan yang mencapai 25%"; in "nilai yang diciptakan dapat mencapai" the clause belongs to the subject.
                if (isPredicate) break;
                isPredicate = true;
                isCount |= IsOfCounts(i);
                return i - 1;
            }

            isPredicate |= verb;
            isCount |= verb && IsOfCounts(i);
            end = hedge > 1 ? end - hedge : i;
        }

        return isPredicate ? BehindRelative(end, first, sentence) : end;
    }

    /// <summary>"orang yang masih dicari | melonjak menjadi 61": the first verb behind the relative word is its clause's, where another says how many; else the token itself.</summary>
    private int BehindRelative(int end, int first, Sentence sentence)
    {
        if (end == sentence.First || !document.Is(end - 1, WordClass.Relative)) return end;
        int verb = end;
        while (verb < first && !IsVerb(verb) && document.Is(verb, WordClass.Auxiliary | WordClass.Negation)) verb++;
        for (int i = verb + 1; i < first && IsVerb(verb); i++)
        {
            if (IsVerb(i)) return verb + 1;
        }

        return end;
    }

    private bool IsBesideNumber(int i, Sentence sentence) =>
        (i > sentence.First && (document.Tokens[i - 1].Kind == TokenKind.Number || document.TryHit(i - 1, LexKind.Scale, out _))) || (i + 1 < sentence.End && document.Tokens[i + 1].Kind == TokenKind.Number);

    /// <summary>Length of the hedge that ends before the token: "sedikit di atas".</summary>
    private int HedgeBefore(int end, Sentence sentence)
    {
        for (int back = 4; back >= 2; back--)
        {
            if (end - back >= sentence.First && document.TryHit(end - back, LexKind.Hedge, out Hit hit, end) && hit.End == end) return back;
        }

        return 0;
    }

    private bool IsSkipped(int i) =>
        document.Tokens[i].Kind == TokenKind.Word
        && (document.Is(i, WordClass.Auxiliary | WordClass.Predicate | WordClass.Negation) || (document.Is(i, WordClass.Determiner) && !time[i]) || document.TryHit(i, LexKind.Hedge, out _, i + 1)
            || IsPreposition(i) || counted.IsTo(i, i + 1) || counted.Is(FigureRole.Level, i) || counted.Is(FigureRole.Value, i));

    private bool IsVerb(int i) =>
        document.Tokens[i].Kind == TokenKind.Word && !time[i]
        && (counted.IsVerb(i) || document.Is(i, WordClass.Predicate) || counted.Is(FigureRole.Change, i) || counted.Is(FigureRole.Verb, i));

    /// <summary>"ber-" words stand behind nouns as adjectives: "kontrak berjangka".</summary>
    private bool IsStative(int i) => document.Language.VerbForms.Is(VerbForm.Stative, document.WordAt(i));

    /// <summary>A verb that says how many the subject is ("bertambah menjadi", "tersisa"), not whom it acts on ("mempekerjakan 4 ribu orang").</summary>
    private bool IsOfCounts(int i) =>
        document.Is(i, WordClass.Predicate) || counted.Is(FigureRole.Verb, i) || counted.Is(FigureRole.Change, i) || counted.Is(FigureRole.Becomes, i) || counted.Is(FigureRole.Level, i) || document.TryHit(i, LexKind.Hedge, out _, i + 1);

    private bool IsPreposition(int i) => document.Is(i, WordClass.Preposition);

    /// <summary>The first token of the clause; brackets are stepped over, and commas before a relative clause.</summary>
    private int ClauseStart(int end, int bound, bool isMeasure)
    {
        int i = end;
        while (i > bound && end - i < Reach)
        {
            int before = i - 1;
            if (document.IsMark(before, ')'))
            {
                while (before > bound && end - before < Reach && !document.IsMark(before, '(')) before--;
                i = before;
                continue;
            }

            Token token = document.Tokens[before];
            if (token.Kind == TokenKind.Quote || (token.Kind == TokenKind.Punctuation && !document.IsMark(before, ',') && !(token.IsGlued && document.Text[token.Start] is '-' or '/' or '&'))) break;
            if (document.IsMark(before, ',') && !IsInside(i, end)) break;
            // "dengan" joins a circumstance that has a subject of its own.
            bool joins = document.Is(before, WordClass.Coordinator) && IsPreposition(before);
            if (joins || document.Is(before, WordClass.Complementizer | WordClass.Connective)) break;
            if (document.TryHit(before, LexKind.Reporting, out Hit said, end))
            {
                // "total nilai bantuan", "nilai tukar": what reports elsewhere begins a noun here.
                if (isMeasure && counted.Is(FigureRole.Value, before))
                {
                    i = before;
                    continue;
                }

                i = counted.Has(FigureRole.Noun, before, end, out _) ? before : said.End;
                break;
            }

            i = before;
        }

        while (i < end && (document.WordAt(i) is "secara" or "Secara" || (i > bound && document.WordAt(i - 1) is "secara" or "Secara") || document.Is(i, WordClass.Connective | WordClass.Conjunction | WordClass.Complementizer | WordClass.Determiner) || IsTopic(i) || counted.Is(FigureRole.Empty, i) || counted.Is(FigureRole.Part, i) || time[i] || (i + 1 < end && time[i + 1] && (IsPreposition(i) || IsRate(i))) || document.IsMark(i, ',')
            || (!isMeasure && (document.TryHit(i, LexKind.Hedge, out _, i + 1) || counted.Is(FigureRole.Value, i))))) i++;
        return i;
    }

    /// <summary>"suara soal | kasus korupsi senilai": what is spoken of begins behind it.</summary>
    private bool IsTopic(int i) => IsIndonesian && document.Is(i, WordClass.Topic);

    /// <summary>"Per Juni 2025": the word of rates, which before a time tells as of when.</summary>
    private bool IsRate(int i) => units.TryRead(i, i + 1, out _, out UnitWord unit) && unit.Kind == UnitKind.Rate;

    /// <summary>A comma that does not end the clause: a relative clause or one capitalised word stands behind it ("Seram, Maluku, yang …").</summary>
    private bool IsInside(int behind, int end)
    {
        if (behind >= end) return false;
        if (document.Is(behind, WordClass.Relative)) return true;
        return behind + 1 < end && document.Tokens[behind].IsCapital && document.IsMark(behind + 1, ',');
    }

    /// <summary>The subject goes up to the first verb that no relative word leads to, or to a comma or bracket; <paramref name="relative"/> is the relative word behind it.</summary>
    private int SubjectEnd(int start, int end, out int relative)
    {
        relative = start;
        while (relative < end && !document.Is(relative, WordClass.Relative)) relative++;
        int longest = relative < end ? Longest / 2 : Longest;
        for (int i = start; i < end; i++)
        {
            bool cut = document.Tokens[i].Kind is TokenKind.Quote || (document.Tokens[i].Kind == TokenKind.Number && !IsGluedOn(i)) || document.IsMark(i, '(') || document.IsMark(i, ',') || (i > start && counted.IsMoney(i));
            if (i - start >= longest || i == relative || cut)
            {
                // "Kabupaten Bima dari | Rp 1,2 triliun"
                int last = i;
                while (last > start + 1 && (IsPreposition(last - 1) || document.Is(last - 1, WordClass.Determiner))) last--;
                return last;
            }

            if (counted.Has(FigureRole.State, i, end, out int state))
            {
                i += state - 1;
                continue;
            }

            if (i == start || (!(IsVerb(i) && !IsStative(i)) && !document.Is(i, WordClass.Negation | WordClass.Auxiliary))) continue;
            if (i < relative) relative = end;
            return i;
        }

        return end;
    }

    /// <summary>The noun phrase that ends at <paramref name="end"/>.</summary>
    /// <param name="isSecond">A figure stands before it in the clause, which "and" joins to this one: "naik 5 persen pada beras dan | gula 3 persen".</param>
    private int ObjectStart(int start, int end, bool isSecond)
    {
        int i = end;
        while (i > start && end - i < 6)
        {
            int before = i - 1;
            if (document.Tokens[before].Kind != TokenKind.Word || time[before]) break;
            if (before < end - 1 && (IsParticiple(before) || IsTopic(before))) break;

            // "a margin of error of 2.9 points"
            if (!IsIndonesian && i < end && document.WordAt(before) is "of" && before > start && IsNoun(before - 1) && !counted.Is(FigureRole.Value, before - 1))
            {
                i = before;
                continue;
            }

            bool and = document.Is(before, WordClass.And);
            if (and ? isSecond || i == end || before == start || !IsNoun(before - 1) : !IsNoun(before)) break;
            i = before;
        }

        // "belum stabil | di bawah US$ 94": what is negated is a predicate.
        if (i < end && i > 0 && document.Is(i - 1, WordClass.Negation)) return end;

        // "12 tahun penjara dan | denda Rp 500 juta": the first noun has a number of its own.
        if (i < end && i > 0 && document.Tokens[i - 1].Kind == TokenKind.Number)
        {
            int own = end;
            while (own > i && !document.Is(own - 1, WordClass.And)) own--;
            if (own > i) i = own;
        }

        // "a 40-year high"
        return i < end - 1 && i > start && !IsIndonesian && IsGluedOn(i) ? i + 1 : i;
    }

    /// <summary>Bound by a hyphen to what stands before it: "COVID-19", "40-year".</summary>
    private bool IsGluedOn(int i) => i > 0 && document.Tokens[i].IsGlued && document.IsMark(i - 1, '-') && document.Tokens[i - 1].IsGlued;

    /// <summary>"valuing the launches": the thing follows.</summary>
    private bool IsParticiple(int i) =>
        !IsIndonesian && document.Tokens[i] is { IsCapital: false, Length: > 5 } && document.WordAt(i).EndsWith("ing", StringComparison.Ordinal);

    /// <summary>"rose by 1,200 in a day to 45,300": a stretch of time is what it took.</summary>
    private bool IsDay(int i) => !IsIndonesian && i > 0 && document.Is(i - 1, WordClass.Determiner) && units.TryRead(i, i + 1, out _, out UnitWord unit) && unit.Kind == UnitKind.Duration;

    private bool IsNoun(int i) =>
        document.Tokens[i].Kind == TokenKind.Word && !time[i] && !IsVerb(i) && !counted.Is(FigureRole.Empty, i) && (IsIndonesian || !document.Has(i, LexKind.Number)) && !IsDay(i)
        && !document.Is(i, WordClass.Preposition | WordClass.Conjunction | WordClass.Relative | WordClass.Connective | WordClass.Complementizer | WordClass.Auxiliary | WordClass.Determiner | WordClass.Negation);
}
