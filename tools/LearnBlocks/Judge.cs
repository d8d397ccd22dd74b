using System.Globalization;
using System.IO.Compression;
using Sanad.Language;
using Sanad.Reading.Html;

namespace Sanad.LearnBlocks;

/// <summary>Shows how the weights that the program has judge a page.</summary>
internal static class Judge
{
    public static void Print(string path)
    {
        byte[] bytes = File.ReadAllBytes(path);
        if (path.EndsWith(".gz", StringComparison.Ordinal))
        {
            using var stream = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
            using var all = new MemoryStream();
            stream.CopyTo(all);
            bytes = all.ToArray();
        }

        var parser = new PageParser();
        Page page = parser.Parse(PageDecoder.Decode(bytes, null).Text ?? "");
        var words = new PageWords();
        BlockModel model = BlockModel.Load(new BlockFeatures(parser.Hints, words, [.. LanguageSet.Load().All.Select(static pack => pack.Furniture)]));
        float[] chances = model.Chances(page, new PageStatistics(page));
        bool[] chosen = BlockChooser.Choose(page, chances, words);
        for (int i = 0; i < chances.Length; i++)
        {
            string text = page.TextOf(i).ToString().Replace('\n', '/');
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{(i == page.TitleBlock ? "T" : chosen[i] ? "+" : "-")} {chances[i]:F2} {page.Blocks[i].Role,-10} {(text.Length > 130 ? text[..130] + "…" : text)}"));
        }
    }
}
