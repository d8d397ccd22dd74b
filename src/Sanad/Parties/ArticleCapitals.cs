using Sanad.Language;

namespace Sanad.Parties;

/// <summary>The words that an article writes with capitals inside its sentences, and in small letters: at the head of a sentence a capital tells nothing by itself.</summary>
internal sealed class ArticleCapitals
{
    private readonly Document _document;

    /// <summary>Capitalised words that stand inside a sentence somewhere in the article, and all words in small letters.</summary>
    private readonly WordSet _capital, _smallWords;

    /// <summary>Runs of two capitalised words or more that stand by themselves somewhere: names in full ("Tanjung Sowa", "PT Besi Lereh Raya").</summary>
    private readonly WordSet _runs;

    /// <summary>Words that the article calls a place somewhere: "di Kabupaten Wairang".</summary>
    private readonly HashSet<string> _placed = new(StringComparer.Ordinal);

    public ArticleCapitals(Document document)
    {
        _document = document;
        _capital = new WordSet(document.Text, StringComparison.Ordinal);
        _smallWords = new WordSet(document.Text, StringComparison.OrdinalIgnoreCase);
        Alone = new WordSet(document.Text, StringComparison.Ordinal);
        _runs = new WordSet(document.Text, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Capitalised words that also stand alone, as surnames do after the first mention.</summary>
    public WordSet Alone { get; }

    /// <summary>Whether the word, hashed as <see cref="StemHash"/> does, has a capital inside a sentence somewhere.</summary>
    public bool IsCapital(uint hash, ReadOnlySpan<char> word) => _capital.Contains(hash, word);

    public bool IsSmall(uint hash, ReadOnlySpan<char> word) => _smallWords.Contains(hash, word);

    /// <summary>Whether the article calls the word a place somewhere.</summary>
    public bool IsPlaced(int i) => _placed.Count > 0 && _placed.Contains(_document.WordAt(i).ToString());

    public void Collect(Sentence sentence)
    {
        CollectRuns(sentence);
        for (int i = sentence.First; i < sentence.End; i++)
        {
            Token token = _document.Tokens[i];
            if (token.Kind != TokenKind.Word) continue;
            if (!token.IsCapital) _smallWords.Add(StemHash(token), token.Start, token.StemLength);
            else if (!NameWords.IsInitial(_document, sentence, i)) _capital.Add(StemHash(token), token.Start, token.StemLength);
            if (token.IsCapital && !NameWords.NextTo(_document, sentence, i, -1) && !NameWords.NextTo(_document, sentence, i, 1)) Alone.Add(token.Hash, token.Start, token.Length);
            if (token.IsCapital && i > sentence.First && !NameWords.NextTo(_document, sentence, i, 1) && NameWords.IsKindOfPlace(_document, i - 1)) _placed.Add(_document.WordAt(i).ToString());
        }
    }

    public uint StemHash(Token token) => token.StemLength == token.Length ? token.Hash : FeatureList.Of(_document.Text.AsSpan(token.Start, token.StemLength));

    private void CollectRuns(Sentence sentence)
    {
        for (int i = sentence.First; i < sentence.End; i++)
        {
            if (_document.Tokens[i].Kind != TokenKind.Word || !_document.Tokens[i].IsCapital || (NameWords.IsInitial(_document, sentence, i) && NameWords.IsListed(_document, i))) continue;
            int end = i + 1;
            while (end < sentence.End && _document.Tokens[end].Kind == TokenKind.Word && _document.Tokens[end].IsCapital) end++;
            if (end - i is >= 2 and <= 5 && !_document.TryHit(i, LexKind.Title, out _)) _runs.Add(_document.Tokens[i].Start, _document.Tokens[end - 1].End - _document.Tokens[i].Start);
            i = end;
        }
    }

    /// <summary>End of the longest run from the token that stands by itself elsewhere and leaves something of this one; the token itself where none does.</summary>
    public int KnownRun(int i, int limit)
    {
        int end = i;
        while (end < limit && _document.Tokens[end].Kind == TokenKind.Word && _document.Tokens[end].IsCapital) end++;
        for (int stop = Math.Min(end, i + 6) - 1; stop >= i + 2; stop--)
        {
            if (_runs.Contains(_document.SpanOf(i, stop).Of(_document.Text))) return stop;
        }

        return i;
    }

    /// <summary>Whether the word also stands alone as a name, as people's names do after the first mention.</summary>
    public bool HasSoloMention(int i) => Alone.Contains(_document.HashAt(i), _document.WordAt(i));
}
