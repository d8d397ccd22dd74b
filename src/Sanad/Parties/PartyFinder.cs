using Sanad.Language;

namespace Sanad.Parties;

/// <summary>Joins the names of an article to parties: short and full forms of one person, aliases of one state or body.</summary>
public sealed class PartyFinder
{
    /// <summary>Letters of the first name that a nickname keeps at least: fewer begin many names.</summary>
    private const int ShortestNickname = 4;

    /// <summary>Parties that a name is compared with at most, so that a text made of names costs no square of its length.</summary>
    private const int MostCompared = 500;

    private readonly Document _document;
    private readonly List<NameSegment> _segments;
    private readonly int[] _partyOf;
    private readonly WordSet _alone;
    private readonly List<PartyDraft> _drafts = [];
    private readonly Dictionary<string, int> _byId = new(StringComparer.Ordinal);
    private readonly List<Tenure> _tenures = [];

    /// <summary>Whether the article introduces a short form or another name somewhere: keys of <see cref="_byId"/> that begin with "alias:".</summary>
    private bool _anyAlias;

    /// <summary>Bodies that no list knows.</summary>
    private int _bodies;

    /// <summary>What the learned weights call names; null in languages without weights.</summary>
    private readonly List<TaggedName>? _names;

    private PartyFinder(Document document)
    {
        _document = document;
        _segments = NameReader.Read(document, out _alone);
        if (document.Language.MentionWeights is { } weights)
        {
            using var features = new MentionFeatures(document, document.Language.Kinds, _segments);
            new MentionTagger(weights).Read(document, features, _names = []);
            _segments = NameCuts.Recut(document, _segments, _names, _alone);
        }

        _partyOf = new int[_segments.Count];
        Array.Fill(_partyOf, -1);
    }

    public static PartyIndex Find(Document document)
    {
        var finder = new PartyFinder(document);
        finder.NameListed();
        finder.NamePeople();
        finder.GiveTitles();
        return finder.Build();
    }

    private void NameListed()
    {
        for (int i = 0; i < _segments.Count; i++)
        {
            if (_segments[i] is { Kind: SegmentKind.Body, Entry: < 0 } body && ShortFormIn(body) is >= 0 and var open) IntroduceBody(i, open);
        }

        for (int i = 0; i < _segments.Count; i++)
        {
            NameSegment segment = _segments[i];
            if (_partyOf[i] >= 0) continue;
            if (segment.Kind == SegmentKind.Place && segment.Entry >= 0 && _document.Language.Places[segment.Entry].Place is { IsState: true } place)
            {
                Take(i, "state:" + place.Id, place.Name, PartyKind.State);
            }
            else if (segment.Kind == SegmentKind.Body)
            {
                Body? body = segment.Entry >= 0 ? _document.Language.Bodies[segment.Entry].Body : null;
                string words = TextOf(segment);
                if (body is null && _anyAlias && segment.End == segment.First + 1 && _byId.TryGetValue("alias:" + Slug.Of(words), out int named)) Join(i, named);
                else Take(i, body?.Id ?? "body:" + Slug.Of(words), body is null || words.Length > body.Name.Length ? words : body.Name, PartyKind.Body);
            }
        }
    }

    /// <summary>"Ikatan Nelayan Sowa (INS)": the bracket that opens the body's short form at its end; -1 where there is none.</summary>
    private int ShortFormIn(NameSegment body)
    {
        int open = body.End - 3;
        return open > body.First && _document.IsMark(body.End - 1, ')') && _document.IsMark(open, '(') && _document.Tokens[open + 1].Kind == TokenKind.Word ? open : -1;
    }

    /// <summary>A body under its full name, which the article calls by the short form in brackets from there on.</summary>
    private void IntroduceBody(int i, int open)
    {
        string words = _document.SpanOf(_segments[i].First, open).Of(_document.Text).ToString();
        Take(i, "body:" + Slug.Of(words), words, PartyKind.Body);
        _drafts[_partyOf[i]].Name = words;
        _anyAlias |= _byId.TryAdd("alias:" + Slug.Of(_document.WordAt(open + 1).ToString()), _partyOf[i]);
    }

    private void Join(int segment, int draft)
    {
        _partyOf[segment] = draft;
        _drafts[draft].Call(WordsOf(_segments[segment]));
    }

    /// <summary>Full names first, then the shorter ones that are part of them; of several that fit, the one named last before.</summary>
    private void NamePeople()
    {
        var order = new List<int>();
        for (int i = 0; i < _segments.Count; i++)
        {
            if (_segments[i].Kind != SegmentKind.Name) continue;
            if (PersonReader.IsBeforeHolder(_document, _segments, i))
            {
                TakeOffice(i);
                continue;
            }

            _segments[i] = PersonReader.WithoutUnit(_document, _segments, i, _alone);
            order.Add(i);
        }

        order.Sort((a, b) => (_segments[b].End - _segments[b].First, a).CompareTo((_segments[a].End - _segments[a].First, b)));
        foreach (int i in order)
        {
            string[] words = Slug.Words(TextOf(_segments[i]));
            if (words.Length == 0) continue;
            int found = -1;
            for (int d = _drafts.Count - 1; d >= Math.Max(0, _drafts.Count - MostCompared); d--)
            {
                if (_drafts[d].IsPair || (_segments[i].First < _drafts[d].First && _drafts[d].IsOffshootOf(words))) continue;
                if (_drafts[d].Words.Length > 0 && _drafts[d].Holds(words)) found = found >= 0 && _drafts[d].IsInitial ? found : d;
                if (found >= 0 && !_drafts[found].IsInitial) break;
            }

            if (found < 0 && OtherNameOf(i) is >= 0 and var other)
            {
                found = other;
                string slug = Slug.Of(words);
                if (_byId.TryAdd("alias:" + slug, other) && _bodies > 0 && _byId.TryGetValue("body:" + slug, out int same)) Merge(same, other);
                _anyAlias = true;
            }

            if (found < 0 && words.Length == 1) found = ShortenedIn(words[0], i);
            if (found < 0 && _anyAlias && _byId.TryGetValue("alias:" + Slug.Of(words), out int named)) found = named;
            if ((found < 0 || _drafts[found].IsOffshootOf(words)) && BodyCalled(words, i) is >= 0 and var body)
            {
                Join(i, body);
                continue;
            }

            if (found >= 0)
            {
                _partyOf[i] = found;
                _drafts[found].Vouched = _drafts[found].Vouched || PersonReader.IsTitled(_document, _segments, i);
                _drafts[found].Heard = _drafts[found].Heard || PersonReader.IsPerson(_document, _segments, i);
                _drafts[found].Call(WordsOf(_segments[i]));
                continue;
            }

            if (!PersonReader.IsPerson(_document, _segments, i))
            {
                if (_document.Tokens[_segments[i].First].IsAllCaps && !IsCalledPerson(_segments[i])) Take(i, "body:" + Slug.Of(words), TextOf(_segments[i]), PartyKind.Body);
                else if (PersonReader.IsPlace(_document, _segments[i])) _segments[i] = _segments[i] with { Kind = SegmentKind.Place };
                else TakePerson(i, words);
                continue;
            }

            TakePerson(i, words);
            _drafts[_partyOf[i]].IsInitial = words.Length > 1 && IsInitial(_segments[i].First);
            _drafts[_partyOf[i]].Vouched |= PersonReader.IsTitled(_document, _segments, i);
            _drafts[_partyOf[i]].Heard |= PersonReader.IsPerson(_document, _segments, i);
        }
    }

    /// <summary>"Pras", after "Menteri Prasetyo Hadi": the one person with a title, named in full before, whose first name begins with the word; -1 where there is none, or more than one.</summary>
    private int ShortenedIn(string word, int i)
    {
        if (word.Length < ShortestNickname || !PersonReader.IsPerson(_document, _segments, i)) return -1;
        int found = -1;
        for (int d = Math.Max(0, _drafts.Count - MostCompared); d < _drafts.Count; d++)
        {
            PartyDraft draft = _drafts[d];
            if (!draft.Vouched || draft.Words.Length < 2 || draft.First > _segments[i].First || !draft.Words[0].StartsWith(word, StringComparison.Ordinal)) continue;
            if (found >= 0) return -1;
            found = d;
        }

        return found;
    }

    /// <summary>The body of no list that bears just these words elsewhere in the article; -1 where there is none, or where a title before them tells of a person.</summary>
    private int BodyCalled(string[] words, int i)
    {
        if (words.Length > 2 || _bodies == 0 || PersonReader.IsTitled(_document, _segments, i)) return -1;
        return _byId.TryGetValue("body:" + Slug.Of(words), out int body) ? body : -1;
    }

    /// <summary>Gives all that the one party is called to the other, which is the same by another name.</summary>
    private void Merge(int from, int into)
    {
        if (from == into) return;
        for (int i = 0; i < _partyOf.Length; i++)
        {
            if (_partyOf[i] == from) Join(i, into);
        }

        _drafts[from].IsGone = true;
    }

    /// <summary>What somebody heads: a body where its first word says so, else a place.</summary>
    private void TakeOffice(int i)
    {
        bool isBody = _document.Tokens[_segments[i].First].IsAllCaps || _document.Has(_segments[i].First, LexKind.BodyWord);
        _segments[i] = _segments[i] with { Kind = isBody ? SegmentKind.Body : SegmentKind.Place };
        if (isBody) Take(i, "body:" + Slug.Of(Slug.Words(TextOf(_segments[i]))), TextOf(_segments[i]), PartyKind.Body);
    }

    private bool IsInitial(int token)
    {
        if (token == 0 || (_document.Tokens[token].Shape & TokenShape.LineStart) != 0) return true;
        Token before = _document.Tokens[token - 1];
        return before.Kind == TokenKind.Quote || (before.Kind == TokenKind.Punctuation && _document.Text[before.Start] is '.' or '!' or '?' && !(before.IsGlued && token >= 2 && _document.Tokens[token - 2].Length <= 2));
    }

    /// <summary>"Saifullah Yusuf (Gus Ipul)", "Alvino Evan Hakim atau AEH": the other name of the person named right before; -1 where there is none.</summary>
    private int OtherNameOf(int i)
    {
        int before = i - 1;
        while (before >= 0 && _segments[before].Kind == SegmentKind.Title && _segments[before].End == _segments[before + 1].First) before--;
        if (before < 0 || _segments[before].Kind is not (SegmentKind.Name or SegmentKind.Body) || _partyOf[before] < 0) return -1;
        int mark = _segments[before].End;
        if (IsOtherShortForm(_segments[before], _segments[i])) return -1;
        bool bracketed = _document.IsMark(mark, '(') && mark + 1 == _segments[before + 1].First && _segments[i].End < _document.Tokens.Length && _document.IsMark(_segments[i].End, ')');
        return bracketed ? _partyOf[before] : -1;
    }

    /// <summary>"Wairang (INS)": letters none of which begins a word of the name before shorten something else.</summary>
    private bool IsOtherShortForm(NameSegment name, NameSegment letters)
    {
        if (letters.End != letters.First + 1 || !_document.Tokens[letters.First].IsAllCaps) return false;
        char first = _document.WordAt(letters.First)[0];
        for (int i = name.First; i < name.End; i++)
        {
            if (_document.WordAt(i)[0] == first) return false;
        }

        return true;
    }

    private void TakePerson(int i, string[] words)
    {
        string id = "person:" + Slug.Of(words);
        if (!_byId.TryGetValue(id, out int index))
        {
            index = _drafts.Count;
            _byId.Add(id, index);
            _drafts.Add(new PartyDraft(id, TextOf(_segments[i]), PartyKind.Person) { Words = words, First = _segments[i].First, IsPair = words.Length > 1 && _segments[i].End == _segments[i].First + 1 });
        }

        _partyOf[i] = index;
    }

    private void GiveTitles()
    {
        for (int i = 0; i < _segments.Count; i++)
        {
            if (_segments[i].Kind != SegmentKind.Title || TitlePhrase.KindOf(_document, _segments[i]) != "role") continue;
            if (!TitlePhrase.TryRead(_document, _segments, i, out TitlePhrase phrase)) continue;
            int person = phrase.Person >= 0 ? _partyOf[phrase.Person] : -1;
            string? of = phrase.Of >= 0 && _partyOf[phrase.Of] >= 0 ? _drafts[_partyOf[phrase.Of]].Id : null;
            if (person < 0 || _drafts[person].Kind != PartyKind.Person) continue;
            _tenures.Add(new Tenure(phrase.Key, of, person, _segments[i].First));
            string? ofName = of is null ? null : _drafts[_partyOf[phrase.Of]].Name;
            var role = new Role(phrase.Key, ofName);
            if (!_drafts[person].Roles.Contains(role)) _drafts[person].Roles.Add(role);
        }
    }

    private PartyIndex Build()
    {
        if (_names is not null) Count(_names);
        var parties = new List<Party>(_drafts.Count);
        int[] places = new int[_drafts.Count];
        var vouched = new List<bool>(_drafts.Count);
        for (int d = 0; d < _drafts.Count; d++)
        {
            PartyDraft draft = _drafts[d];
            if (draft.IsGone || draft.IsNobody(_names is not null)) { places[d] = -1; continue; }
            if (draft is { Kind: PartyKind.Person, Vouched: false, Persons: 0, Bodies: > 0 }) draft.BecomeBody();
            draft.Aliases.Remove(draft.Name);
            places[d] = parties.Count;
            vouched.Add(draft.Vouched || draft.Persons > 0);
            parties.Add(new Party(draft.Id, draft.Name, draft.Kind, draft.Roles, [.. draft.Aliases]));
        }

        for (int i = 0; i < _partyOf.Length; i++) _partyOf[i] = _partyOf[i] < 0 ? -1 : places[_partyOf[i]];
        for (int i = 0; i < _tenures.Count; i++) _tenures[i] = _tenures[i] with { Party = places[_tenures[i].Party] };
        return new PartyIndex(_document, _segments, _partyOf, parties, Mentions.Of(_document, _segments, _partyOf, parties, _names), _tenures, [.. vouched]);
    }

    /// <summary>Counts for each party as what the learned weights see it.</summary>
    private void Count(List<TaggedName> names)
    {
        int at = 0;
        for (int i = 0; i < _segments.Count; i++)
        {
            if (_partyOf[i] < 0 || _segments[i].Kind != SegmentKind.Name) continue;
            while (at < names.Count && names[at].End <= _segments[i].First) at++;
            PartyDraft draft = _drafts[_partyOf[i]];
            if (at == names.Count || names[at].First >= _segments[i].End || names[at].Kind == MentionKind.Place) draft.Others++;
            else if (names[at].Kind == MentionKind.Person || NameCuts.IsWhoSaid(_document, names[at])) draft.Persons++;
            else draft.Bodies++;
        }
    }

    /// <summary>Whether the learned weights call just these words a person: initials, mostly.</summary>
    private bool IsCalledPerson(NameSegment segment)
    {
        int low = 0, high = _names?.Count ?? 0;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (_names![middle].First < segment.First) low = middle + 1;
            else high = middle;
        }

        return _names is not null && low < _names.Count && _names[low] is { Kind: MentionKind.Person } name && name.First == segment.First && name.End == segment.End;
    }

    private void Take(int segment, string id, string name, PartyKind kind)
    {
        if (!_byId.TryGetValue(id, out int index))
        {
            index = _drafts.Count;
            _byId.Add(id, index);
            _drafts.Add(new PartyDraft(id, name, kind));
            if (kind == PartyKind.Body && _segments[segment].Entry < 0) _bodies++;
        }

        _partyOf[segment] = index;
        string words = _drafts[index].Call(WordsOf(_segments[segment]));
        if (kind == PartyKind.Body && words.Length > _drafts[index].Name.Length) _drafts[index].Name = words;
    }

    private ReadOnlySpan<char> WordsOf(NameSegment segment) => _document.SpanOf(segment.First, segment.End).Of(_document.Text);

    private string TextOf(NameSegment segment) => WordsOf(segment).ToString();
}
