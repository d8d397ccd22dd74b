using Sanad.Attribution.Learned;
using Sanad.Language;
using Sanad.LearnAttribution;

if (args.Length < 2)
{
    Console.Error.WriteLine("""
        Learns to read English attributions from labelled articles.

        usage: dotnet run -c Release --project tools/LearnAttribution -- LANGUAGE_FOLDER LABELLED_FOLDER [--try HELD_FOLDER]

        LANGUAGE_FOLDER  languages/en, where wordkinds.tsv and attribution.weights are written
        LABELLED_FOLDER  articles as NAME.txt with NAME.ann beside them: "T1 Source 0 5 …" and "E1 Attribution:T4 Content:T3 Cue:T2 Source:T1"
        --try            prints how well what was learned reads the articles of another folder, for several chances from which on an attribution stands

        Takes some minutes. The rules have their say first, so learn again when rules or word lists change. The same articles give the same files.
        """);
    return 2;
}

var languages = LanguageSet.Load();
List<LabelledArticle> train = LabelledArticle.ReadFolder(args[1], languages);
WordKinds kinds = Course.LearnKinds(train, Path.Combine(args[0], "wordkinds.tsv"), Path.GetFileName(Path.TrimEndingDirectorySeparator(args[1])));
train.ForEach(article => article.Look(kinds));
HashedWeights weights = new Course().Learn(train);
using (FileStream file = File.Create(Path.Combine(args[0], "attribution.weights")))
{
    weights.Write(file);
    Console.WriteLine($"{train.Count} articles, weights of {file.Length} bytes");
}

if (Array.IndexOf(args, "--try") is var at && at > 0)
{
    List<LabelledArticle> held = LabelledArticle.ReadFolder(args[at + 1], languages);
    held.ForEach(article => article.Look(kinds));
    Course.Try(new AttributionTagger(weights), held);
}

return 0;
