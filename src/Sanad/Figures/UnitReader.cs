using Sanad.Language;

namespace Sanad.Figures;

/// <summary>Reads units, currencies and rates at a token.</summary>
internal sealed class UnitReader(Document document, QuantityWords words, bool[] time)
{
    public bool TryRead(int at, int limit, out Hit hit, out UnitWord unit)
    {
        unit = default;
        hit = default;
        if (at < 0 || at >= limit) return false;
        bool found = false;
        foreach (Hit candidate in document.HitsAt(at, LexKind.Unit))
        {
            if (candidate.Kind != LexKind.Unit || candidate.End > limit || (found && candidate.Count < hit.Count)) continue;
            UnitWord word = words.Units[candidate.Entry];
            if (word.Kind == UnitKind.Leading) continue;
            if (found && candidate.Count == hit.Count && (word.Kind == UnitKind.Label || !IsAsListed(candidate))) continue;
            if (word.Kind == UnitKind.Currency && !IsCurrency(candidate)) continue;

            // "5G" is no gram and "4.3M" no metre: one letter is a unit only as the list writes it.
            if (document.Tokens[at] is { Kind: TokenKind.Word, Length: 1 } && candidate.Count == 1 && document.Language.Units[candidate.Entry].Form[0] != document.Text[document.Tokens[at].Start]) continue;
            hit = candidate;
            unit = word;
            found = true;
        }

        return found;
    }

    /// <summary>A unit that leads to the number at the token ("magnitudo 5,6", "M 5,6"); <paramref name="first"/> is its first token.</summary>
    public bool TryLeading(int number, int bound, out int first, out UnitWord unit)
    {
        unit = default;
        for (first = number - 1; first >= bound && number - first <= 3; first--)
        {
            foreach (Hit hit in document.HitsAt(first, LexKind.Unit))
            {
                if (hit.Kind != LexKind.Unit || hit.End != number || words.Units[hit.Entry].Kind != UnitKind.Leading) continue;

                // One letter leads only to digits with a decimal mark: "M 5,6".
                if (hit.Count == 1 && document.Tokens[first].Length == 1 && (!document.Tokens[first].IsCapital || !WrittenDigits.IsMarked(document.WordAt(number)))) continue;
                unit = words.Units[hit.Entry];
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a currency may begin at the token; the most units stand behind numbers only.</summary>
    public bool IsCurrencyAt(int at)
    {
        foreach (Hit hit in document.HitsAt(at, LexKind.Unit))
        {
            if (hit.Kind == LexKind.Unit && words.Units[hit.Entry].Kind is UnitKind.Currency or UnitKind.Sign) return true;
        }

        return false;
    }

    /// <summary>A currency before its number; a word in small letters is none there ("won four finals").</summary>
    public bool TryCurrencyBefore(int at, int limit, out Hit hit, out UnitWord currency)
    {
        if (!TryRead(at, limit, out hit, out currency)) return false;
        if (currency.Kind == UnitKind.Sign) return IsAmountGlued(hit.End, limit);


        // "Euro 2016": the tournament of a year.
        if (hit.Count == 1 && currency.Kind == UnitKind.Currency && document.Tokens[at].Kind == TokenKind.Word && document.Tokens[at].Length > 3 && IsYear(hit.End, limit)) return false;
        return currency.Kind == UnitKind.Currency && (document.Tokens[at] is not { Kind: TokenKind.Word, IsCapital: false } || document.Tokens[at].Length <= 2);
    }

    private bool IsYear(int at, int limit)
    {
        if (at >= limit || document.Tokens[at] is not { Kind: TokenKind.Number, Length: 4 }) return false;
        ReadOnlySpan<char> digits = document.WordAt(at);
        return digits[0] is '1' && digits[1] is '9' || digits[0] is '2' && digits[1] is '0';
    }

    /// <summary>Digits glued to letters that stand for a sign, long or marked or with a scale glued on: "PS2.7m" is money, "PS5" is none.</summary>
    private bool IsAmountGlued(int at, int limit)
    {
        if (at >= limit || document.Tokens[at] is not { Kind: TokenKind.Number, IsGlued: true } digits) return false;
        return digits.Length > 2 || (at + 1 < limit && document.Tokens[at + 1] is { IsGlued: true, Kind: TokenKind.Word } && document.Has(at + 1, LexKind.Scale));
    }

    /// <summary>Whether the words behind an amount say whose money it is: "$75 U.S.", "$5 million Canadian", "$20 USD".</summary>
    public bool IsOwner(string money, Hit hit, UnitWord behind, int limit)
    {
        if (behind.Name is null || !behind.Name.EndsWith(money, StringComparison.Ordinal)) return false;
        if (behind.Kind == UnitKind.Currency) return true;
        if (behind.Kind != UnitKind.Owner) return false;
        return hit.End >= limit || document.Tokens[hit.End].Kind == TokenKind.Punctuation || document.Is(hit.End, WordClass.Preposition | WordClass.Conjunction | WordClass.Determiner) || (TryRead(hit.End, limit, out _, out UnitWord rate) && rate.Kind == UnitKind.Rate);
    }

    /// <summary>Whether the words stand as the list spells them, so that "nm" and "Nm" are told apart.</summary>
    private bool IsAsListed(Hit hit) => hit.Count > 1 || document.WordAt(hit.First).SequenceEqual(document.Language.Units[hit.Entry].Form);

    /// <summary>Letters with a sign ("A$", "$US") are one word in capitals, so that "a $5 coin" has no Australian dollars.</summary>
    private bool IsCurrency(Hit hit)
    {
        if (hit.Count == 1) return document.Tokens[hit.First].Kind != TokenKind.Word || document.Tokens[hit.First].Length > 2 || document.Tokens[hit.First].IsCapital;
        Token first = document.Tokens[hit.First], second = document.Tokens[hit.First + 1];
        if (first.Kind == TokenKind.Word && second.Kind == TokenKind.Word) return true;
        Token letters = first.Kind == TokenKind.Word ? first : second;
        return letters.IsCapital && (second.IsGlued || letters.IsAllCaps);
    }

    /// <summary>"per barel", "/liter", and behind money or a measure in English "a share", "an ounce"; <paramref name="end"/> moves behind it.</summary>
    public bool TryRate(ref int end, int limit, out string? unit)
    {
        unit = null;
        if (end >= limit) return false;
        int at = end;
        if (document.IsMark(at, '/') || (TryRead(at, limit, out _, out UnitWord word) && word.Kind == UnitKind.Rate)) at++;
        else if (document.Language.Code != "id" && document.WordAt(at) is "a" or "an" && TryRead(at + 1, limit, out _, out word) && word.Kind is UnitKind.Duration or UnitKind.Measure) at++;
        else return false;
        if (at >= limit || document.Tokens[at].Kind != TokenKind.Word || time[at]) return false;
        bool known = TryRead(at, limit, out Hit hit, out word) && word.Kind is UnitKind.Measure or UnitKind.Duration or UnitKind.Currency;
        unit = known ? word.Name ?? document.SpanOf(at, hit.End).Of(document.Text).ToString() : document.WordAt(at).ToString();
        end = known ? hit.End : at + 1;
        return true;
    }

    /// <summary>The unit that a piece of a hyphened word names: "mile" in "billion-mile".</summary>
    public bool TryPiece(ReadOnlySpan<char> piece, out UnitWord unit)
    {
        unit = default;
        if (document.Language.Lexicon.Word(piece) is var word and not 0 && document.Language.TryWord(word, LexKind.Unit, out int row)) unit = words.Units[row];
        else return false;
        if (unit.Kind == UnitKind.Leading) unit = unit with { Kind = UnitKind.Measure };
        return unit.Kind != UnitKind.Label;
    }
}
