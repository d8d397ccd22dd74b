using Sanad.Stories;
using Sanad.Text;

namespace Sanad.Ledger;

/// <summary>A story on a page. Every line stands on its citations and was checked against them.</summary>
/// <param name="Summary">How many articles, outlets and origins, and from when to when.</param>
/// <param name="Dropped">Lines that their citations did not bear out, with the reason; they are not shown.</param>
public sealed record Brief(string Title, string Summary, IReadOnlyList<BriefLine> Lines, IReadOnlyList<(BriefLine Line, string Reason)> Dropped);

/// <summary>One line of a brief, built from a template; <see cref="Claims"/> are all the facts that were filled in, in the order of the text.</summary>
public sealed record BriefLine(string Heading, string Text, IReadOnlyList<Citation> Citations, IReadOnlyList<BriefClaim> Claims);

public enum ClaimKind
{
    /// <summary>Words given in quotation marks; an ellipsis at the end stands for the rest.</summary>
    Words,
    Speaker,
    Act,
    Day,

    /// <summary>A figure with its hedge.</summary>
    Value,

    /// <summary>The name of a quantity or place.</summary>
    Name,
}

/// <summary>A fact of a line as it is worded there, and what must bear it out.</summary>
/// <param name="Start">Where the wording begins in the line's text, in UTF-16 code units. Several citations may bear out one wording: then several claims begin there.</param>
/// <param name="Citation">Index in the line's list.</param>
/// <param name="At">Within the citation the figure, or the statement's content from its first word to its last, that the fact is about.</param>
public sealed record BriefClaim(ClaimKind Kind, string Wording, int Start, int Citation, TextSpan At);
