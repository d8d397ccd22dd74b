using System.Text;
using System.Text.Json;

namespace Sanad.Reading.Html;

/// <summary>
/// What a page says of its article in JSON-LD, by the names of schema.org. Of several objects the first of a kind of article counts, and what it does
/// not say the page's other objects may.
/// </summary>
internal sealed class LinkedData
{
    /// <summary>Objects looked at in one page.</summary>
    private const int MostObjects = 2_000;

    public static LinkedData None { get; } = new();

    private int _objects;

    public string? Headline { get; private set; }

    public string? Description { get; private set; }

    public string? ArticleBody { get; private set; }

    public string? Published { get; private set; }

    public string? Modified { get; private set; }

    public string? Publisher { get; private set; }

    public string? Url { get; private set; }

    public string? Language { get; private set; }

    public List<string> Authors { get; } = [];

    /// <summary>False where the page says that its text is for subscribers.</summary>
    public bool? IsFree { get; private set; }

    /// <summary>Whether the page says that it is a report that goes on being written.</summary>
    public bool IsLiveBlog { get; private set; }

    public bool HasArticle => Type is not null;

    /// <summary>The type that the object with the article's own data gives itself; null where there is none.</summary>
    public string? Type { get; private set; }

    public static LinkedData Read(IReadOnlyList<string> scripts)
    {
        var data = new LinkedData();
        var articles = new List<JsonElement>();
        var others = new List<JsonElement>();
        foreach (string script in scripts)
        {
            if (TryParse(Surrogates.Paired(script)) is { } root) data.Gather(root, articles, others, 0);
        }

        foreach (JsonElement article in articles) data.Take(article);
        foreach (JsonElement other in others) data.TakePage(other);
        return data;
    }

    private static JsonElement? TryParse(string script)
    {
        try
        {
            return Parse(script);
        }
        catch (JsonException)
        {
            // Line feeds inside strings are the most usual mistake, comments and closing semicolons the next.
        }

        try
        {
            return Parse(Mended(script));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static JsonElement Parse(string script)
    {
        using JsonDocument document = JsonDocument.Parse(script, new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 64 });
        return document.RootElement.Clone();
    }

    private static string Mended(string script)
    {
        var mended = new StringBuilder(script.Length);
        foreach (char c in script) mended.Append(c < ' ' ? ' ' : c);
        ReadOnlySpan<char> text = mended.ToString().AsSpan().Trim();
        foreach (string open in (ReadOnlySpan<string>)["<!--", "//", "<![CDATA[", "/*<![CDATA[*/"])
        {
            if (text.StartsWith(open)) text = text[open.Length..].TrimStart();
        }

        foreach (string close in (ReadOnlySpan<string>)["-->", "/*]]>*/", "]]>", "//", ";"])
        {
            if (text.EndsWith(close)) text = text[..^close.Length].TrimEnd();
        }

        return text.ToString();
    }

    private void Gather(JsonElement element, List<JsonElement> articles, List<JsonElement> others, int depth)
    {
        if (depth > 6 || ++_objects > MostObjects) return;
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (JsonElement item in element.EnumerateArray()) Gather(item, articles, others, depth + 1);
        }
        else if (element.ValueKind == JsonValueKind.Object)
        {
            string type = TypeOf(element);
            if (IsArticle(type)) articles.Add(element);
            else others.Add(element);
            if (element.TryGetProperty("@graph", out JsonElement graph)) Gather(graph, articles, others, depth + 1);
            if (element.TryGetProperty("mainEntity", out JsonElement main)) Gather(main, articles, others, depth + 1);
            else if (element.TryGetProperty("mainEntityOfPage", out JsonElement of)) Gather(of, articles, others, depth + 1);
        }
    }

    private static bool IsArticle(string type) => type.EndsWith("Article", StringComparison.Ordinal) || type.EndsWith("Posting", StringComparison.Ordinal) || type is "Report" or "Review" or "Recipe";

    private static string TypeOf(JsonElement element)
    {
        if (!element.TryGetProperty("@type", out JsonElement type)) return "";
        if (type.ValueKind == JsonValueKind.String) return Last(type.GetString()!);
        if (type.ValueKind != JsonValueKind.Array) return "";
        string first = "";
        foreach (JsonElement one in type.EnumerateArray())
        {
            if (one.ValueKind != JsonValueKind.String) continue;
            if (IsArticle(Last(one.GetString()!))) return Last(one.GetString()!);
            if (first.Length == 0) first = Last(one.GetString()!);
        }

        return first;

        static string Last(string name) => name[(name.LastIndexOf('/') + 1)..];
    }

    private void Take(JsonElement article)
    {
        Type ??= TypeOf(article);
        Headline ??= Text(article, "headline") ?? Text(article, "name");
        Description ??= Text(article, "description");
        ArticleBody ??= Text(article, "articleBody");
        Published ??= Text(article, "datePublished");
        Modified ??= Text(article, "dateModified");
        Url ??= Text(article, "url") ?? (article.TryGetProperty("mainEntityOfPage", out JsonElement page) ? page.ValueKind == JsonValueKind.String ? page.GetString() : Text(page, "@id") : null);
        Language ??= Text(article, "inLanguage");
        IsLiveBlog |= TypeOf(article) == "LiveBlogPosting";
        if (article.TryGetProperty("isAccessibleForFree", out JsonElement free))
            IsFree ??= free.ValueKind == JsonValueKind.False || (free.ValueKind == JsonValueKind.String && free.GetString()!.Equals("false", StringComparison.OrdinalIgnoreCase)) ? false : true;
        if (Authors.Count == 0 && article.TryGetProperty("author", out JsonElement author)) AddNames(author);
        if (article.TryGetProperty("publisher", out JsonElement publisher)) Publisher ??= publisher.ValueKind == JsonValueKind.String ? publisher.GetString() : Text(publisher, "name");
    }

    /// <summary>Of a page that is no article only its dates count, and the site's name.</summary>
    private void TakePage(JsonElement page)
    {
        string type = TypeOf(page);
        if (type.EndsWith("Page", StringComparison.Ordinal))
        {
            Published ??= Text(page, "datePublished");
            Modified ??= Text(page, "dateModified");
            Language ??= Text(page, "inLanguage");
        }
        else if (type is "NewsMediaOrganization" or "WebSite" or "Organization")
        {
            Publisher ??= Text(page, "name");
        }
    }

    private void AddNames(JsonElement author)
    {
        if (author.ValueKind == JsonValueKind.Array)
        {
            foreach (JsonElement one in author.EnumerateArray()) AddNames(one);
        }
        else if ((author.ValueKind == JsonValueKind.String ? author.GetString() : Text(author, "name")) is { } name && Authors.Count < 20)
        {
            Authors.Add(name.Trim());
        }
    }

    private static string? Text(JsonElement element, string name)
    {
        if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out JsonElement value)) return null;
        if (value.ValueKind == JsonValueKind.Array && value.GetArrayLength() > 0) value = value[0];
        if (value.ValueKind == JsonValueKind.Object && value.TryGetProperty("name", out JsonElement inner)) value = inner;
        return value.ValueKind == JsonValueKind.String && !string.IsNullOrWhiteSpace(value.GetString()) ? Unescaped(value.GetString()!.Trim()) : null;
    }

    /// <summary>Some systems escape for HTML what stands in JSON: "Kopi &amp;#038; Teh".</summary>
    private static string Unescaped(string text) => text.Contains('&', StringComparison.Ordinal) ? System.Net.WebUtility.HtmlDecode(text) : text;
}
