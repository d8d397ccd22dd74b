using System.Globalization;
using Sanad.Attribution;
using Sanad.Bench.Stages;
using Sanad.Figures;
using Sanad.Language;
using Sanad.Parties;
using Sanad.Reading.Plain;
using Sanad.Text;
using Sanad.Time;

if (args.Length is 0 or > 2)
{
    Console.Error.WriteLine("""
        Reads the same articles again and again on one thread and tells what each stage of the analysis costs.

        usage: dotnet run -c Release --project bench/Stages -- ARTICLES.jsonl [ROUNDS]

        ROUNDS  counted rounds after two that warm up (5)

        Prints for each stage microseconds an article (each article's least of the rounds, so that other work on the machine hardly counts)
        and kilobytes allocated.
        """);
    return 2;
}

int rounds = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 5;
TimeSpan before = Environment.CpuUsage.TotalTime;
LanguageSet languages = LanguageSet.Load();
var statements = new StatementFinder(Confidence.Load());
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"languages loaded in {(Environment.CpuUsage.TotalTime - before).TotalMilliseconds:F0} ms"));
var reader = new PlainReader(languages);
List<SuppliedText> texts = [];
using (FileStream file = File.OpenRead(args[0])) texts.AddRange(JsonLinesReader.Read(file, args[0]).Select(static line => line.Supplied).OfType<SuppliedText>());
var stages = new StageTimes(texts.Count);
for (int round = -2; round < rounds; round++)
{
    if (round == 0) stages = new StageTimes(texts.Count);
    for (int i = 0; i < texts.Count; i++)
    {
        stages.Begin(i);
        Article article = reader.Read(texts[i].Source, texts[i].Text, texts[i].Metadata);
        stages.End("reading");
        Document document = Document.Read(article, languages[article.Language]);
        stages.End("document");
        IReadOnlyList<TimeExpression> expressions = TimeFinder.Find(document);
        Publication publication = PublicationFinder.Find(document, expressions);
        IReadOnlyList<TimeMention> times = TimeResolver.Resolve(document, expressions, publication);
        stages.End("times");
        PartyIndex parties = PartyFinder.Find(document);
        stages.End("parties");
        IReadOnlyList<Figure> figures = FigureFinder.Find(document, [.. expressions.Select(static expression => expression.Span)]);
        stages.End("figures");
        Attributions found = statements.Find(document, parties, expressions, times);
        FigureAttribution.Attribute(document, figures, found.Statements, times);
        stages.End("statements");
    }
}

stages.Print();
return 0;
