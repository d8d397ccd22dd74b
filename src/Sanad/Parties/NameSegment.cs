namespace Sanad.Parties;

/// <summary>What a stretch of a name phrase is.</summary>
public enum SegmentKind
{
    /// <summary>Role, rank or honorific: "Menteri Luar Negeri", "Kolonel", "Dr".</summary>
    Title,
    Place,
    Body,

    /// <summary>Capitalised words that no list knows: a person, mostly.</summary>
    Name,

    /// <summary>Degrees behind a name: ", S.H., M.Si.".</summary>
    Degree,
}

/// <summary>
/// Tokens <c>[First, End)</c> of one kind. <see cref="Entry"/> is the row of the list it was found in, -1 for what is read from
/// its form alone.
/// </summary>
public readonly record struct NameSegment(int First, int End, SegmentKind Kind, int Entry);
