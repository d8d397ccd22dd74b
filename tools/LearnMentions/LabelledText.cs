using System.Text.Json;
using Sanad.Language;
using Sanad.Parties;
using Sanad.Reading.Plain;

namespace Sanad.LearnMentions;

/// <summary>A text with the names that people marked in it, as tokens.</summary>
internal sealed record LabelledText(Document Document, List<NameSegment> Segments, List<TaggedName> Names)
{
    public static List<LabelledText> ReadFolder(string folder, LanguageSet languages)
    {
        var texts = new List<LabelledText>();
        foreach (string path in Directory.GetFiles(folder, "*.txt").Order(StringComparer.Ordinal))
        {
            Document document = Cut(File.ReadAllText(path), languages);
            using JsonDocument labels = JsonDocument.Parse(File.ReadAllText(Path.ChangeExtension(path, ".mentions.json")));
            var names = new List<TaggedName>();
            foreach (JsonElement label in labels.RootElement.GetProperty("mentions").EnumerateArray())
            {
                int first = TokenAt(document, label.GetProperty("span")[0].GetInt32()), end = TokenAt(document, label.GetProperty("span")[1].GetInt32());
                MentionKind kind = label.GetProperty("kind").GetString() switch { "person" => MentionKind.Person, "body" => MentionKind.Body, _ => MentionKind.Place };
                if (end > first) names.Add(new TaggedName(first, end, kind));
            }

            texts.Add(new LabelledText(document, NameReader.Read(document, out _), names));
        }

        return texts;
    }

    public static Document Cut(string text, LanguageSet languages) => Document.Read(new PlainReader(languages).Read("labelled", text, new Metadata { Language = "id" }), languages["id"]);

    /// <summary>First token that begins at the offset or later.</summary>
    private static int TokenAt(Document document, int offset)
    {
        int i = 0;
        while (i < document.Tokens.Length && document.Tokens[i].Start < offset) i++;
        return i;
    }
}
