using System.Globalization;

namespace Sanad.Reading.Archives;

/// <summary>
/// Reads the pages of a web archive (WARC 1.0 and 1.1, ISO 28500; the drafts 0.17 and 0.18 too), plain or in gzip members, one record at a time in
/// constant memory. What is damaged is handed out as a <see cref="LostStretch"/> and reading goes on at the next record that can be made out.
/// Answers 200 with HTML are pages; pictures, scripts, redirects and the crawler's own notes are passed over and counted.
/// </summary>
/// <remarks>The stream stays the caller's. Where it cannot seek, fewer damaged stretches can be read around, and no record that refers back to another.</remarks>
public sealed class WarcReader : ArchiveReader
{
    /// <summary>Bytes of pages that are read a second time because other addresses had the same; beyond them a record that refers back is not resolved.</summary>
    private const long MostReread = 4L << 30;

    private const string BreaksOff = "breaks off in a record";

    private readonly Stream _stream;
    private readonly ArchivePosition _from;
    private readonly bool _compressed;
    private readonly int _longest;
    private readonly RecordFrames _frames;
    private readonly RevisitIndex _index = new();
    private readonly string? _refusal;
    private ArchiveTally _tally;
    private ArchiveItem? _held;
    private long _reread;
    private bool _indexed, _ended;

    /// <param name="stream">Read from where it stands; in one that can seek, that has to be the start.</param>
    /// <param name="from">Where to begin: the <see cref="ArchiveItem.End"/> of an earlier reading of the same archive.</param>
    /// <param name="compressed">Whether it is in gzip members, where its first bytes are too damaged to tell.</param>
    /// <param name="longest">Bytes of the longest page to read.</param>
    public WarcReader(Stream stream, ArchivePosition from = default, bool compressed = false, int longest = LongestPage)
    {
        byte[] head = new byte[WarcHead.Magic.Length];
        int count = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        if (stream.CanSeek) stream.Position = 0;
        else stream = new Plain.HeadedStream(head[..count], stream);
        _compressed = head is [0x1F, 0x8B, ..] || (compressed && !head.AsSpan().SequenceEqual(WarcHead.Magic));
        (_stream, _from, _longest) = (stream, from, longest);
        _frames = _compressed ? new GzipFrames(stream, from) : new PlainFrames(stream, from);
        if (head is [0x28, 0xB5, 0x2F, 0xFD, ..] or [>= 0x50 and <= 0x5F, 0x2A, 0x4D, 0x18, ..]) _refusal = "is compressed with zstd, which is not read; `zstd -d` makes a .warc of it";
    }

    public override ArchiveTally Tally => _tally;

    public override long BytesRead => _frames.BytesRead;

    /// <summary>Whether bytes open as a WARC does; compressed bytes as far as they are given.</summary>
    public static bool IsWarc(ReadOnlySpan<byte> head) => head.StartsWith(WarcHead.Magic) || GzipMember.BeginsRecord(head);

    public override ArchiveItem? Next()
    {
        if (_ended) return null;
        if (_refusal is { } refusal)
        {
            _ended = true;
            return new LostStretch(_from, _from, refusal);
        }

        if (_held is { } held)
        {
            _held = null;
            return held;
        }

        // What is lost in one go is named in one go, however often reading tried to go on in between.
        LostStretch? lost = null;
        while (true)
        {
            string? damage;
            ArchiveItem? item = null;
            bool broken = false;
            try
            {
                if (!_frames.TryBegin())
                {
                    _ended = true;
                    return lost;
                }

                damage = ReadRecord(out item) ?? _frames.End();
            }
            catch (InvalidDataException e)
            {
                (damage, broken) = (e.Message, true);
            }

            ArchivePosition begun = _frames.Start;
            if (damage is not null)
            {
                _frames.Resync(broken);
                lost = lost is null ? new LostStretch(begun, _frames.Next, damage) : lost with { End = _frames.Next };
                continue;
            }

            if (item is ArchivedPage) _tally = _tally with { Pages = _tally.Pages + 1 };
            if (item is not null) item = item with { End = _frames.Next };
            if (lost is null && item is null) continue;
            if (lost is not null) _held = item;
            return lost ?? item;
        }
    }

    public override void Dispose() => _frames.Dispose();

    /// <param name="item">What there is to hand out, its end still open.</param>
    /// <returns>Why the record cannot be made out; null where it was taken whole.</returns>
    private string? ReadRecord(out ArchiveItem? item)
    {
        item = null;
        WarcHead? head = WarcHead.Read(_frames.Content, out string? reason);
        reason ??= _frames.Check(head!.Length);
        if (reason is not null) return reason;
        _tally = _tally with { Records = _tally.Records + 1 };
        switch (head!.Type)
        {
            case "response":
                return ReadResponse(head, out item);
            case "resource" when head.Length > 0 && MayBePage(head.BlockType):
                return ReadPage(head, null, out item);
            case "revisit":
                item = ReadRevisit(head, PeekAnswer(head));
                return Skip(head);
            default:
                return Skip(head);
        }
    }

    private string? ReadResponse(WarcHead head, out ArchiveItem? item)
    {
        item = null;
        HttpAnswer? answer = PeekAnswer(head);
        if (answer is null && head.BlockType == "application/http" && head.Length > 0)
        {
            item = Lost("holds no answer of HTTP");
            return Skip(head);
        }

        if (answer is not { Status: 200 })
        {
            if (answer is not null) _tally = _tally with { OtherAnswers = _tally.OtherAnswers + 1 };
            return Skip(head);
        }

        if (MayBePage(MediaType.Of(answer.Value.Fields["Content-Type"]))) return ReadPage(head, answer, out item);
        _tally = _tally with { OtherTypes = _tally.OtherTypes + 1 };
        return Skip(head);
    }

    /// <summary>Takes the block of a record that holds a page, or of which only the content can tell whether it does.</summary>
    /// <param name="answer">Null where the block is the page itself.</param>
    private string? ReadPage(WarcHead head, HttpAnswer? answer, out ArchiveItem? item)
    {
        item = null;
        string? contentType = answer is null ? head.Fields["Content-Type"] : answer.Value.Fields["Content-Type"];
        string? type = MediaType.Of(contentType);
        int bodyStart = answer?.HeadLength ?? 0;
        if (head.Length - bodyStart > _longest)
        {
            if (MediaType.IsUntold(type)) _tally = _tally with { OtherTypes = _tally.OtherTypes + 1 };
            else item = Lost(string.Create(CultureInfo.InvariantCulture, $"a page of {head.Length:N0} bytes; at most {_longest >> 20} MB are read"));
            return Skip(head);
        }

        byte[] block = TakeBlock((int)head.Length);
        if (block.Length < head.Length) return BreaksOff;
        if (Digest.Contradicts(head.BlockDigest, block)) item = Lost("its bytes are not those that its digest was made of");
        if (head.Url is null) item ??= Lost("the record tells no address");
        if (item is not null) return null;
        ContentCoding.Outcome body = ContentCoding.Undo(block.AsMemory(bodyStart), answer?.Fields.Joined("Transfer-Encoding"), answer?.Fields.Joined("Content-Encoding"), _longest);
        if (body.Reason is not null) item = Lost($"{head.Url}: {body.Reason}");
        else if (body.Body.IsEmpty || (MediaType.IsUntold(type) && !MediaType.LooksLikePage(body.Body.Span))) _tally = _tally with { OtherTypes = _tally.OtherTypes + 1 };
        else
        {
            _index.Add(head, head.Url!, _frames.Start);
            string? cut = head.Truncated is { } why ? $"the crawler cut it off ({why})" : head.IsSegment ? "its rest stands in another record, which is not read" : body.Cut;
            item = new ArchivedPage(_frames.Start, default, head.Url!, head.Date, contentType, answer?.Status ?? 200, body.Body) { Cut = cut };
        }

        return null;
    }

    /// <summary>What a record comes to that says: as it had been before. Under the same address nothing is new; under another one the page is read once more.</summary>
    private ArchiveItem? ReadRevisit(WarcHead head, HttpAnswer? answer)
    {
        string? type = MediaType.Of(answer?.Fields["Content-Type"]);
        if (head.Url is not { } url || answer is { Status: not (200 or 304) } || (type is not null && !MayBePage(type)))
        {
            _tally = _tally with { OtherAnswers = _tally.OtherAnswers + 1 };
            return null;
        }

        RevisitIndex.Place? found = _index.Find(head, url);
        if (found is null && _from != default && !_indexed)
        {
            IndexWhatWasRead();
            found = _index.Find(head, url);
        }

        if (found is not { } place) return new UnresolvedRevisit(_frames.Start, default, url);
        if (place.Address == RevisitIndex.AddressKey(url))
        {
            _tally = _tally with { Unchanged = _tally.Unchanged + 1 };
            return null;
        }

        return ReadAgain(place.Position) is { } page ? page with { Start = _frames.Start, Url = url, Date = head.Date } : new UnresolvedRevisit(_frames.Start, default, url);
    }

    private ArchivedPage? ReadAgain(ArchivePosition position)
    {
        if (!_stream.CanSeek || _reread > MostReread) return null;
        long here = _stream.Position;
        try
        {
            using WarcReader again = At(position);
            if (again.Next() is not ArchivedPage page || page.Start != position) return null;
            _reread += page.Body.Length;
            return page;
        }
        finally
        {
            _stream.Position = here;
        }
    }

    /// <summary>Taken up in the middle, an archive is gone through from its start once a record refers back beyond that: what a page says must not depend on where reading was stopped.</summary>
    private void IndexWhatWasRead()
    {
        _indexed = true;
        if (!_stream.CanSeek) return;
        long here = _stream.Position;
        try
        {
            using WarcReader before = At(default(ArchivePosition) with { File = _from.File });
            while (before.Next() is { } item && item.End <= _from)
            {
            }

            _index.AddOlder(before._index);
        }
        finally
        {
            _stream.Position = here;
        }
    }

    private WarcReader At(ArchivePosition position)
    {
        _stream.Position = 0;
        return new WarcReader(_stream, position, _compressed, _longest);
    }

    /// <summary>The answer at the head of the block that comes next, which stays untaken.</summary>
    private HttpAnswer? PeekAnswer(WarcHead head)
    {
        const int Usual = 1 << 12;
        int most = (int)Math.Min(head.Length, HttpAnswer.LongestHead);
        for (int size = Math.Min(most, Usual); ; size = most)
        {
            _frames.Content.Need(size);
            HttpAnswer? answer = HttpAnswer.Read(_frames.Content.Unread[..Math.Min(size, _frames.Content.Unread.Length)], out bool ended);
            if (ended || size == most) return answer;
        }
    }

    /// <summary>So many bytes; fewer where the content ends. Memory grows with what is there, not with what a length claims.</summary>
    private byte[] TakeBlock(int length)
    {
        byte[] block = new byte[Math.Min(length, ByteWindow.Size)];
        int count = 0;
        while (true)
        {
            int taken = _frames.Content.Take(block.AsSpan(count));
            count += taken;
            if (count == length) return block;
            if (count < block.Length) return block[..count];
            Array.Resize(ref block, (int)Math.Min(length, block.Length * 2L));
        }
    }

    private string? Skip(WarcHead head) => _frames.Content.Skip(head.Length) == head.Length ? null : BreaksOff;

    private LostStretch Lost(string reason) => new(_frames.Start, default, reason);

    private static bool MayBePage(string? type) => MediaType.IsUntold(type) || MediaType.IsPage(type!);
}
