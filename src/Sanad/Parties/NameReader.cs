using Sanad.Language;
using Sanad.Text;

namespace Sanad.Parties;

/// <summary>
/// Cuts the name phrases of a document into titles, places, bodies and names of people, from the word lists and from
/// capitals. Capitals tell nothing at the head of a sentence and in titles, where only words known from elsewhere count.
/// </summary>
internal sealed class NameReader
{
    private readonly Document _document;
    private readonly ArticleCapitals _capitals;
    private readonly NameAffixes _affixes;
    private readonly List<NameSegment> _segments = [];

    private NameReader(Document document)
    {
        _document = document;
        _capitals = new ArticleCapitals(document);
        _affixes = new NameAffixes(document);
    }

    /// <summary>Segments in reading order; they do not overlap.</summary>
    /// <param name="alone">Capitalised words that also stand alone, as surnames do after the first mention.</param>
    public static List<NameSegment> Read(Document document, out WordSet alone)
    {
        var reader = new NameReader(document);
        foreach (Sentence sentence in document.Sentences)
        {
            if (document.PartOf(sentence) != PartKind.Title) reader._capitals.Collect(sentence);
        }

        foreach (Sentence sentence in document.Sentences) reader.Read(sentence, document.PartOf(sentence) is PartKind.Title or PartKind.Subheading);
        reader.ExtendOffices();
        reader.PlaceUnits();
        alone = reader._capitals.Alone;
        return reader._segments;
    }

    /// <summary>"Kepala Desa Wairang, Tomas Beliu": between a title and the name behind the comma stands the place of the post.</summary>
    private void PlaceUnits()
    {
        for (int i = 1; i + 1 < _segments.Count; i++)
        {
            (NameSegment title, NameSegment unit, NameSegment name) = (_segments[i - 1], _segments[i], _segments[i + 1]);
            if (title.Kind != SegmentKind.Title || unit.Kind != SegmentKind.Name || name.Kind != SegmentKind.Name) continue;
            if (title.End != unit.First || unit.End - unit.First > (NameWords.TryBodyWord(_document, unit.First, out _) ? 3 : 1) || name.First != unit.End + 1 || name.End - name.First < 2 || !_document.IsMark(unit.End, ',')) continue;
            _segments[i] = unit with { Kind = SegmentKind.Place };
        }
    }

    /// <summary>"Direktur Jenderal Pengelolaan Pembiayaan dan Risiko | Kemenkeu": an office goes on over two fields of it or more.</summary>
    private void ExtendOffices()
    {
        for (int i = 0; i + 1 < _segments.Count; i++)
        {
            NameSegment title = _segments[i];
            if (title.Kind != SegmentKind.Title || _segments[i + 1].First != title.End || _segments[i + 1].Kind == SegmentKind.Title) continue;
            int end = title.End;
            bool isJoined = false;
            while (end < _document.Tokens.Length)
            {
                if (IsField(end)) end++;
                else if (end > title.End && end + 1 < _document.Tokens.Length && _document.Is(end, WordClass.And) && IsField(end + 1)) (end, isJoined) = (end + 2, true);
                else break;
            }

            if (!isJoined) continue;
            _segments[i] = title with { End = end };
            int next = i + 1;
            while (next < _segments.Count && _segments[next].End <= end) next++;
            _segments.RemoveRange(i + 1, next - i - 1);
            if (i + 1 == _segments.Count || _segments[i + 1].First >= end) continue;
            NameSegment rest = _segments[i + 1] with { First = end };
            if (_document.TryHit(end, LexKind.Body, out Hit body, rest.End))
            {
                _segments.Insert(i + 1, new NameSegment(end, body.End, SegmentKind.Body, body.Entry));
                if (body.End < rest.End) _segments[i + 2] = rest with { First = body.End };
                else _segments.RemoveAt(i + 2);
            }
            else
            {
                _segments[i + 1] = rest;
            }
        }
    }

    private bool IsField(int token) => _document.Tokens[token].IsCapital && NameWords.TryBodyWord(_document, token, out BodyWordClass classes) && (classes & BodyWordClass.Unit) != 0;

    private void Read(Sentence sentence, bool titleCase)
    {
        for (int i = sentence.First; i < sentence.End;)
        {
            if (_document.Tokens[i].Kind != TokenKind.Word) { i++; continue; }
            int end = SpelledBody.End(_document, i, sentence);
            if (end > i) _segments.Add(new NameSegment(i, end, SegmentKind.Body, -1));
            else end = ReadListed(i, sentence, titleCase);
            if (end == i) end = ReadComposed(i, sentence, titleCase);
            if (end == i) end = ReadName(i, sentence, titleCase);
            i = end == i ? i + 1 : end;
        }
    }

    /// <summary>A title, body or place of the word lists; the longest one, a body before a place before a title of equal length.</summary>
    private int ReadListed(int i, Sentence sentence, bool titleCase)
    {
        if (!_document.Has(i, LexKind.Body) && !_document.Has(i, LexKind.Place) && !_document.Has(i, LexKind.Title)) return i;
        Hit best = default;
        SegmentKind kind = default;
        foreach (Hit hit in _document.HitsAt(i))
        {
            if (hit.End > sentence.End || hit.Count < best.Count) continue;
            SegmentKind? of = hit.Kind switch { LexKind.Body => SegmentKind.Body, LexKind.Place => SegmentKind.Place, LexKind.Title => SegmentKind.Title, _ => null };
            if (of is null || (hit.Count == best.Count && of == SegmentKind.Title)) continue;
            if (of != SegmentKind.Title && !_document.Tokens[i].IsCapital) continue;
            if (of == SegmentKind.Title && hit.Count > 1 && EndsInBody(hit, sentence)) continue;
            best = hit;
            kind = of.Value;
        }

        if (best.Count == 0) return i;
        if (kind == SegmentKind.Place && !titleCase && _document.Language.Code == "en" && BodyFromPlace(best, sentence) is var whole && whole > best.End)
        {
            _segments.Add(new NameSegment(i, whole, SegmentKind.Body, -1));
            return whole;
        }

        if (kind == SegmentKind.Place && !titleCase && best.Count == 1 && IsNameGoingOn(i, sentence)) return i;
        int end = best.End;
        if (kind == SegmentKind.Title && _document.Language.Titles[best.Entry].Kind == "rank")
        {
            // What goes on from a rank makes it no other.
            _segments.Add(new NameSegment(i, _affixes.PastCorps(end, sentence), kind, best.Entry));
            return _segments[^1].End;
        }

        if (kind == SegmentKind.Body) end = ExtendBody(end, sentence);

        // "Prof. Budi", "H. Budi": the stop shortens what it stands behind.
        bool isShort = kind == SegmentKind.Title && _document.Language.Titles[best.Entry].Kind == "honorific" && end + 1 < sentence.End && _document.IsMark(end, '.') && _document.Tokens[end].IsGlued && _document.Tokens[end + 1].IsCapital;
        if (isShort) end++;
        _segments.Add(new NameSegment(i, end, kind, end == best.End || isShort ? best.Entry : -1));
        return end;
    }

    /// <summary>"British Transport Police", "London Ambulance Service": end of the body whose name begins with the place; the place's own end where none does.</summary>
    private int BodyFromPlace(Hit place, Sentence sentence)
    {
        int end = place.End, whole = place.End;
        while (end < sentence.End && end - place.End < 5 && _document.Tokens[end].Kind == TokenKind.Word && _document.Tokens[end].IsCapital && (!_document.Has(end, LexKind.Title) || IsInBody(end, sentence)) && !_document.Has(end, LexKind.Place))
        {
            if (NameWords.TryBodyWord(_document, end, out BodyWordClass classes) && (classes & BodyWordClass.Head) != 0) whole = end + 1;
            end++;
        }

        return whole == end ? whole : place.End;
    }

    /// <summary>Whether the title's last words begin a body's name: "Kepala Badan" of "Badan Nasional Penanggulangan Bencana".</summary>
    private bool EndsInBody(Hit title, Sentence sentence)
    {
        for (int i = title.First + 1; i < title.End; i++)
        {
            if (_document.TryHit(i, LexKind.Body, out Hit body, sentence.End) && body.End > title.End) return true;
        }

        return false;
    }

    /// <summary>"Kementerian Luar Negeri" + "Korea Utara", "BPBD" + "Banyumas": a body of another place than the listed one.</summary>
    private int ExtendBody(int end, Sentence sentence)
    {
        int next = end;
        if (next + 2 < sentence.End && _document.IsMark(next, '(') && _document.Tokens[next + 1].IsCapital && _document.IsMark(next + 2, ')')) next += 3;
        if (next < sentence.End && _document.Tokens[next].IsCapital && _document.TryHit(next, LexKind.Place, out Hit place, sentence.End)) return place.End;
        bool branch = next == end && next < sentence.End && _document.Tokens[next].Kind == TokenKind.Word && _document.Tokens[next].IsCapital && !_document.Tokens[next].IsAllCaps && !NameWords.IsListed(_document, next)
            && (next + 1 >= sentence.End || !_document.Tokens[next + 1].IsCapital) && !_document.TryHit(next, LexKind.Title, out _) && !_document.TryHit(next, LexKind.Body, out _);

        // "Palang Merah Sowa": one word behind a body is where it is; people stand behind a title or a comma.
        return branch && _document.Language.Code == "id" ? next + 1 : end;
    }

    /// <summary>A body or place read from its first word: "Dinas Kesehatan …", "Kabupaten …", and in English from its last.</summary>
    private int ReadComposed(int i, Sentence sentence, bool titleCase)
    {
        if (!_document.Tokens[i].IsCapital || titleCase || !NameWords.TryBodyWord(_document, i, out BodyWordClass classes) || (classes & (BodyWordClass.Head | BodyWordClass.Place)) == 0) return i;
        if ((classes & BodyWordClass.Firm) != 0)
        {
            int whole = i + 1;
            while (whole < sentence.End && whole - i < 6 && _document.Tokens[whole].Kind == TokenKind.Word && _document.Tokens[whole].IsCapital && !_document.TryHit(whole, LexKind.Title, out _)) whole++;
            if (_capitals.KnownRun(i, sentence.End) is var shorter && shorter > i) whole = Math.Min(whole, shorter);
            if (whole == i + 1) return i;
            _segments.Add(new NameSegment(i, whole, SegmentKind.Body, -1));
            return whole;
        }

        if ((classes & BodyWordClass.Head) != 0 && _document.Language.Code == "en") return i;
        int end = i + 1;
        bool place = (classes & BodyWordClass.Place) != 0;
        if (_capitals.KnownRun(i, sentence.End) is var known && known > i)
        {
            _segments.Add(new NameSegment(i, known, place ? SegmentKind.Place : SegmentKind.Body, -1));
            return known;
        }

        bool titled = _segments.Count > 0 && _segments[^1].End == i && (_segments[^1].Kind == SegmentKind.Title
            || (_segments.Count > 1 && _segments[^1].Kind == SegmentKind.Body && _segments[^2].Kind == SegmentKind.Title && _segments[^2].End == _segments[^1].First));
        int free = 0, most = !place ? 2 : titled ? 1 : 3;
        while (end < sentence.End)
        {
            if (_document.TryHit(end, LexKind.Place, out Hit hit, sentence.End) && _document.Tokens[end].IsCapital) { end = hit.End; break; }
            if (_document.TryHit(end, LexKind.Title, out _) && _document.Tokens[end].IsCapital) break;
            if (_document.Tokens[end].IsCapital && NameWords.TryBodyWord(_document, end, out _)) { end++; continue; }
            if (_document.Is(end, WordClass.And) && end + 1 < sentence.End && _document.Tokens[end + 1].IsCapital && NameWords.TryBodyWord(_document, end + 1, out _) && end > i + 1) { end += 2; continue; }
            if (_document.IsMark(end, '(') && end + 2 < sentence.End && _document.Tokens[end + 1].IsAllCaps && _document.IsMark(end + 2, ')')) { end += 3; continue; }
            if (_document.Tokens[end].IsCapital && _document.Tokens[end].Kind == TokenKind.Word && free < most && !_capitals.HasSoloMention(end)) { free++; end++; continue; }
            break;
        }

        if (end == i + 1) return i;
        _segments.Add(new NameSegment(i, end, place ? SegmentKind.Place : SegmentKind.Body, -1));
        return end;
    }

    /// <summary>A run of capitalised words that no list knows, with particles and initials.</summary>
    private int ReadName(int i, Sentence sentence, bool titleCase)
    {
        if (!IsNameWord(i, sentence, titleCase)) return i;

        // "Terdakwa Rana Sulaiman": what he is called before the court is none of his name.
        if (_document.Has(i, LexKind.People) && !_document.Tokens[i].IsAllCaps && _document.Language.Code == "id" && NameWords.NextTo(_document, sentence, i, 1) && !_affixes.TryParticle(i, "given", out _) && !NameWords.IsListed(_document, i + 1) && !_document.Has(i + 1, LexKind.BodyWord)) return i;
        int end = i + 1;
        if (IsPlaceOfPost(i, sentence))
        {
            _segments.Add(new NameSegment(i, end, SegmentKind.Place, -1));
            return end;
        }

        if (_segments.Count > 0 && _segments[^1].End == i && _segments[^1].Kind != SegmentKind.Name && _capitals.KnownRun(i, sentence.End) is var known && known > i && known < sentence.End)
        {
            // "Kepala Kepolisian Tanjung Sowa Rusdi Amakora": the place of the post, then who holds it.
            bool place = _segments[^1].Kind == SegmentKind.Body || _document.TryHit(i, LexKind.Place, out _) || (NameWords.TryBodyWord(_document, i, out BodyWordClass word) && (word & BodyWordClass.Place) != 0);
            if (place)
            {
                _segments.Add(new NameSegment(i, known, SegmentKind.Place, -1));
                return known;
            }
        }

        while (end < sentence.End && (_document.Tokens[end].Shape & TokenShape.LineStart) == 0)
        {
            if (IsMonthName(end, sentence)) { end++; continue; }
            if (_document.Has(end, LexKind.Particle) && _document.Tokens[end].IsCapital && _affixes.TryParticle(end, "degree", out _)) break;
            if (IsNameWord(end, sentence, titleCase) || IsGluedDigits(end)) end++;
            else if (IsInBody(end, sentence)) end += 2;
            else if (IsOwnedBody(end, sentence)) end += 2;
            else if (_document.IsMark(end, '.') && _document.Tokens[end].IsGlued && _document.Tokens[end - 1].Length <= 3 && end + 1 < sentence.End && IsNameWord(end + 1, sentence, titleCase)) end += 2;
            else if (_affixes.TryParticle(end, "inside", out _) && end + 1 < sentence.End && IsNameWord(end + 1, sentence, titleCase)) end += 2;
            else break;
        }

        bool body = _document.Language.Code == "en" && NameWords.TryBodyWord(_document, end - 1, out BodyWordClass last) && (last & BodyWordClass.Head) != 0;
        if (!body && end == i + 1 && NameWords.TryBodyWord(_document, i, out _) && !_document.Tokens[i].IsAllCaps) return i;
        _segments.Add(new NameSegment(i, end, body ? SegmentKind.Body : SegmentKind.Name, -1));
        int degrees = body || titleCase ? end : _affixes.PastDegrees(end, sentence);
        if (degrees > end) _segments.Add(new NameSegment(end, degrees, SegmentKind.Degree, -1));
        return degrees;
    }

    /// <summary>
    /// "Bupati Wairang Rana Sulaiman": behind an office stands a word that the article calls a place, or any word behind one that heads places, and a name of two
    /// words is left.
    /// </summary>
    private bool IsPlaceOfPost(int i, Sentence sentence)
    {
        if (_segments.Count == 0 || _segments[^1].End != i || _segments[^1].Kind is not (SegmentKind.Title or SegmentKind.Body)) return false;
        if (!NameWords.NextTo(_document, sentence, i, 1) || !NameWords.NextTo(_document, sentence, i + 1, 1) || _document.TryHit(i + 2, LexKind.Title, out _)) return false;
        bool isLocal = _segments[^1] is { Kind: SegmentKind.Title, Entry: >= 0 } title && _document.Language.Titles[title.Entry].IsLocal;
        return isLocal || _capitals.IsPlaced(i);
    }

    private bool IsNameWord(int i, Sentence sentence, bool titleCase)
    {
        Token token = _document.Tokens[i];
        if (token.Kind != TokenKind.Word || !token.IsCapital) return false;
        ReadOnlySpan<char> word = _document.Text.AsSpan(token.Start, token.StemLength);
        uint hash = _capitals.StemHash(token);
        bool known = _capitals.IsCapital(hash, word);
        if (titleCase) return known && !_capitals.IsSmall(hash, word) && !NameWords.IsListed(_document, i);
        if (NameWords.IsInitial(_document, sentence, i))
        {
            if (NameWords.IsListed(_document, i) || token.HasClitic) return false;
            if (known) return true;
            if (NameCuts.IsSmallWord(_document, i)) return false;
            bool nextCapital = i + 1 < sentence.End && _document.Tokens[i + 1].Kind == TokenKind.Word && _document.Tokens[i + 1].IsCapital && (!NameWords.IsListed(_document, i + 1) || IsInBody(i, sentence) || IsInBody(i + 1, sentence) || IsMonthName(i + 1, sentence));
            bool cued = i + 1 < sentence.End && _document.TryHit(i + 1, LexKind.Reporting, out _);
            return (nextCapital || cued || IsAge(i + 1, sentence)) && !_capitals.IsSmall(hash, word);
        }

        bool titled = _segments.Count > 0 && _segments[^1].End == i && _segments[^1] is { Kind: SegmentKind.Title, Entry: >= 0 } office && _document.Language.Titles[office.Entry].Kind == "honorific";
        if (titled && IsMonthName(i, sentence)) return true;
        if (_document.TryHit(i, LexKind.Title, out Hit title) && (title.Count == 1 || _document.Language.Titles[title.Entry].Kind == "rank") && token.Length > 1 && !token.IsAllCaps) return false;
        if (_document.TryHit(i, LexKind.Calendar, out _) || _document.TryHit(i, LexKind.Grammar, out _) || _document.TryHit(i, LexKind.Pronoun, out _)) return word.Length == 1 && !_document.Has(i, LexKind.Pronoun);
        return !_document.TryHit(i, LexKind.Place, out _) || _segments.Count == 0 || IsNameGoingOn(i, sentence) || _document.Tokens[i - 1].IsCapital;
    }

    /// <summary>"Theresa May", "Mrs May": in English a month right behind a name or its title, with no number behind it, is the surname.</summary>
    private bool IsMonthName(int i, Sentence sentence) =>
        _document.Language.Code == "en" && _document.Tokens[i] is { Kind: TokenKind.Word, IsCapital: true, IsGlued: false } && _document.Has(i, LexKind.Calendar)
        && !(i + 1 < sentence.End && _document.Tokens[i + 1].Kind == TokenKind.Number) && _document.Tokens[i - 1].Kind == TokenKind.Word && !_document.Has(i - 1, LexKind.Calendar);

    /// <summary>Whether a listed place stands inside a person's name: the words on both sides or the one before are unlisted capitals.</summary>
    private bool IsNameGoingOn(int i, Sentence sentence) =>
        i > sentence.First && _segments.Count > 0 && _segments[^1].End == i && _segments[^1].Kind == SegmentKind.Name;

    /// <summary>Whether a capital right before the last word of an English body's name is one of the name: "Wairang | General | Hospital".</summary>
    private bool IsInBody(int i, Sentence sentence) =>
        _document.Language.Code == "en" && i + 1 < sentence.End && _document.Tokens[i] is { Kind: TokenKind.Word, IsCapital: true } && _document.Tokens[i + 1].IsCapital
        && NameWords.TryBodyWord(_document, i + 1, out BodyWordClass classes) && (classes & BodyWordClass.Head) != 0;

    /// <summary>"Harbour Workers' | Union": the apostrophe behind a plural, and the last word of a body's name.</summary>
    private bool IsOwnedBody(int i, Sentence sentence) =>
        _document.Language.Code == "en" && i + 1 < sentence.End && _document.Tokens[i] is { IsGlued: true, Length: 1 } && _document.Text[_document.Tokens[i].Start] is '\'' or '’' && i > sentence.First
        && _document.WordAt(i - 1)[^1] == 's' && !_document.Tokens[i + 1].IsGlued && _document.Tokens[i + 1].IsCapital && NameWords.TryBodyWord(_document, i + 1, out BodyWordClass classes) && (classes & BodyWordClass.Head) != 0;

    private bool IsAge(int i, Sentence sentence) =>
        i + 1 < sentence.End && _document.IsMark(i, '(') && _document.Tokens[i + 1].Kind == TokenKind.Number;

    private bool IsGluedDigits(int i) => _document.Tokens[i].Kind == TokenKind.Number && _document.Tokens[i].IsGlued;
}
