using System.Text;
using Sanad.Language;
using Sanad.Text;

namespace Sanad.Reading.Html;

/// <summary>Puts the blocks that are an article's together as its text, a line each, and says what each line is.</summary>
internal static class ArticleComposer
{
    public static (string Text, IReadOnlyList<Part> Parts) Compose(Page page, bool[] chosen, LanguageSet languages)
    {
        var text = new StringBuilder();
        var parts = new List<Part>();
        bool any = chosen.AsSpan().Contains(true);
        for (int i = 0; any && i < chosen.Length; i++)
        {
            if (KindOf(page, i, chosen[i]) is not { } kind) continue;
            ReadOnlySpan<char> block = page.TextOf(i);
            foreach (Range range in block.Split('\n'))
            {
                ReadOnlySpan<char> line = block[range].Trim();
                if (line.IsEmpty) continue;
                if (text.Length > 0) text.Append('\n');
                int start = text.Length;
                text.Append(line);
                parts.Add(new Part(kind == PartKind.Body && IsFurniture(line, languages) ? PartKind.Furniture : kind, new TextSpan(start, text.Length)));
            }
        }

        return (text.ToString(), parts);
    }

    private static PartKind? KindOf(Page page, int block, bool isChosen)
    {
        if (block == page.TitleBlock) return PartKind.Title;
        if (isChosen) return PartKind.Body;
        return page.Blocks[block].Role == Role.Caption ? PartKind.Caption : null;
    }

    private static bool IsFurniture(ReadOnlySpan<char> line, LanguageSet languages)
    {
        foreach (LanguagePack pack in languages.All)
        {
            if (pack.Furniture.TryMatch(line, out PartKind kind) && kind == PartKind.Furniture) return true;
        }

        return false;
    }
}
