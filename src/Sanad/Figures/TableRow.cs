using Sanad.Language;

namespace Sanad.Figures;

/// <summary>Reads tables written as a sentence: "Cianjur 12, Cugenang 30, dan Pacet 8".</summary>
internal sealed class TableRow(Document document)
{
    /// <summary>Fewer rows are a name with its number as likely ("Boeing 737, Airbus 320").</summary>
    private const int Fewest = 3;

    private const int LongestName = 3;

    /// <summary>Rows looked ahead over, at most.</summary>
    private const int MostRows = 12;

    /// <summary>Words of what is counted behind the number: "Banten 8 lokasi".</summary>
    private const int LongestNoun = 2;

    /// <summary>Whether the number is the value of a row; <paramref name="name"/> is the first token of the row's name, which ends before the number.</summary>
    public bool TryRead(int number, Sentence sentence, out int name)
    {
        name = NameBefore(number, sentence);
        if (name == number || document.Tokens[number].Length > 7) return false;
        int rows = 1;
        for (int at = number; rows < Fewest && Next(at, sentence) is var next && next > at; at = next) rows++;
        for (int at = number; rows < Fewest && Previous(at, sentence) is var before && before >= 0; at = before) rows++;
        return rows >= Fewest;
    }

    /// <summary>How many rows there are from the number's on; <paramref name="last"/> is the number of the last one.</summary>
    public int Count(int number, Sentence sentence, out int last)
    {
        int rows = 1;
        last = number;
        for (int next = Next(last, sentence); next > last && rows < MostRows; next = Next(last, sentence), rows++) last = next;
        return rows;
    }

    /// <summary>What the last row says that all of them count: "Cianjur 12, Cugenang 30, dan Pacet 8 korban meninggal"; null where it says nothing.</summary>
    public string? Noun(int number, Sentence sentence, CountedPhrase counted) =>
        Count(number, sentence, out int last) > 1 ? counted.TextOf(last + 1, counted.End(last + 1, sentence.End)) : null;

    private bool IsNoun(int at) => document.Tokens[at] is { Kind: TokenKind.Word, IsCapital: false } && !document.Is(at, WordClass.And | WordClass.Preposition | WordClass.Conjunction);

    private int NameBefore(int number, Sentence sentence)
    {
        int at = number;
        while (at > sentence.First && number - at < LongestName && document.Tokens[at - 1] is { Kind: TokenKind.Word, IsCapital: true }) at--;
        return at;
    }

    /// <summary>The number of the row behind; the number itself where none is.</summary>
    private int Next(int number, Sentence sentence)
    {
        int at = number + 1;
        while (at < sentence.End && at - number <= LongestNoun && IsNoun(at)) at++;
        if (at < sentence.End && document.IsMark(at, ',')) at++;
        if (at < sentence.End && document.Is(at, WordClass.And)) at++;
        int name = at;
        while (at < sentence.End && at - name < LongestName && document.Tokens[at] is { Kind: TokenKind.Word, IsCapital: true }) at++;
        return name > number + 1 && at > name && at < sentence.End && document.Tokens[at] is { Kind: TokenKind.Number, IsGlued: false } ? at : number;
    }

    /// <summary>The number of the row before; -1 where none is.</summary>
    private int Previous(int number, Sentence sentence)
    {
        int name = NameBefore(number, sentence), at = name - 1;
        if (at > sentence.First && document.Is(at, WordClass.And)) at--;
        if (at > sentence.First && document.IsMark(at, ',')) at--;
        for (int noun = 0; noun < LongestNoun && at > sentence.First && at < name - 1 && IsNoun(at); noun++) at--;
        return name < number && at < name - 1 && at >= sentence.First && document.Tokens[at].Kind == TokenKind.Number && NameBefore(at, sentence) < at ? at : -1;
    }
}
