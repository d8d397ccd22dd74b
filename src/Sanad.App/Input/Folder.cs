namespace Sanad.App.Input;

/// <summary>
/// A folder with all below it, in the order of names. Only what is surely meant to be read is: endings of articles, and feeds, sitemaps
/// and OPML lists by what is in them. What else lies there (pictures, notes) is no failure. Linked folders are not entered: they may lead back.
/// </summary>
internal static class Folder
{
    public static IEnumerable<InputItem> Read(string folder, ArchiveReading archives)
    {
        string[] entries = [];
        string? reason = null;
        try
        {
            entries = Directory.GetFileSystemEntries(folder);
            Array.Sort(entries, StringComparer.Ordinal);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            reason = InputReader.ReasonOf(e);
        }

        if (reason is not null) yield return InputItem.Failed(folder, reason);
        foreach (string entry in entries)
        {
            if (Path.GetFileName(entry).StartsWith('.')) continue;
            IEnumerable<InputItem> items = Directory.Exists(entry)
                ? IsLink(entry) || IsResources(entry) ? [] : Read(entry, archives)
                : InputReader.IsArticle(entry) || (InputReader.IsList(entry) && TextFile.HoldsList(entry)) ? InputReader.ReadFile(entry, archives) : [];
            foreach (InputItem item in items) yield return item;
        }
    }

    /// <summary>Whether a browser saved it beside a page: its pictures and frames, <c>NAME_files</c> beside <c>NAME.html</c>.</summary>
    private static bool IsResources(string folder) =>
        folder.EndsWith("_files", StringComparison.Ordinal) && (File.Exists(folder[..^6] + ".html") || File.Exists(folder[..^6] + ".htm") || File.Exists(folder[..^6] + ".xhtml"));

    private static bool IsLink(string folder) => new DirectoryInfo(folder).LinkTarget is not null;
}
