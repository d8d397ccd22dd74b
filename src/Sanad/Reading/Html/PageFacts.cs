using Sanad.Text;

namespace Sanad.Reading.Html;

/// <summary>Notes for each field of an article where on the page it was found.</summary>
internal sealed class PageFacts
{
    /// <summary>The path of what the page itself does not say.</summary>
    private const string Told = "told with the page";

    private readonly List<FieldPath> _paths = [];

    public IReadOnlyList<FieldPath> Paths => _paths;

    /// <returns>The value; its path is noted where there is one.</returns>
    public T? Keep<T>(string field, T? value, string? path)
        where T : class
    {
        if (value is not null) _paths.Add(new FieldPath(field, path!));
        return value;
    }

    public string? Keep(string field, (string Value, string Path)? found) => Keep(field, found?.Value, found?.Path);

    /// <param name="told">What is known from outside.</param>
    /// <param name="found">What the page says.</param>
    public string? Keep(string field, string? told, (string Value, string Path)? found, bool toldFirst) =>
        told is not null && (toldFirst || found is null) ? Keep(field, told, Told) : Keep(field, found);
}
