using Sanad.Text;

namespace Sanad.Ledger.Corrections;

/// <summary>
/// The words that a correction is about. It points at words and not at ids: an article that is read again, by a newer Sanad or in another ledger, may number its
/// entries anew, but the same text has the same words at the same place.
/// </summary>
/// <param name="Text">The text they stand in.</param>
/// <param name="Source">The name that the article bore; it tells two articles of one text apart and is shown where the text is not kept.</param>
/// <param name="Span">Where they stand: a statement's content from its first word to its last, a figure, a name. Null for the article as a whole.</param>
/// <param name="Words">The words themselves; for a whole article its title.</param>
public sealed record CorrectionTarget(TextHash Text, string Source, TextSpan? Span, string Words)
{
    internal string Key => Span is { } span ? $"{Text.Value}{span}" : Text.Value;
}

/// <summary>Somebody as an article names him.</summary>
/// <param name="At">The words that name him.</param>
/// <param name="Party">The id that he was found under.</param>
/// <param name="Name">The name that he was found under.</param>
public sealed record PartyTarget(CorrectionTarget At, string Party, string Name);
