using System.Globalization;
using Sanad.Attribution;
using Sanad.Attribution.Learned;
using Sanad.Language;

namespace Sanad.LearnAttribution;

/// <summary>Turns labelled articles into samples and learns the weights of the tagger from them.</summary>
internal sealed class Course
{
    private readonly Dictionary<uint, float> _cueness = [];


    private const int Folds = 4, Rounds = 8, VerdictRounds = 5;

    /// <summary>Classes of words.</summary>
    private const int Fine = 200, Coarse = 45;

    /// <summary>Fewest times that a feature is met.</summary>
    private const int Rare = 2;

    /// <summary>Steps to which weights are rounded.</summary>
    private const float Scale = 0.05f;

    /// <summary>The verdict learns from proposals on articles that the proposer did not learn from, as it will meet them.</summary>
    public HashedWeights Learn(List<LabelledArticle> articles)
    {
        CountCueness(articles);
        var cues = new List<Sample>[articles.Count];
        var choices = new List<Sample>[articles.Count];
        for (int i = 0; i < articles.Count; i++) Add(articles[i], cues[i] = [], choices[i] = []);
        foreach (List<Sample>[] samples in new[] { cues, choices }) DropRare(samples);
        var verdicts = new List<Sample>[Folds];
        Parallel.For(0, Folds, fold =>
        {
            Learner part = Proposer([.. Enumerable.Range(0, articles.Count).Where(i => i % Folds != fold)], cues, choices);
            var tagger = new AttributionTagger(HashedWeights.Of(part.Weights, Scale));
            verdicts[fold] = [.. Enumerable.Range(0, articles.Count).Where(i => i % Folds == fold).SelectMany(i => Verdicts(articles[i], tagger))];
        });
        Learner whole = Proposer([.. Enumerable.Range(0, articles.Count)], cues, choices);
        DropRare(verdicts);
        whole.Learn([.. verdicts.SelectMany(static part => part)], VerdictRounds);
        return HashedWeights.Of(whole.Weights, Scale);
    }

    /// <summary>Takes out the features that are met too seldom to be worth their place in the file.</summary>
    private static void DropRare(List<Sample>[] samples)
    {
        int[] counts = new int[1 << HashedWeights.Bits];
        foreach (int[] option in samples.SelectMany(static part => part).SelectMany(static sample => sample.Options))
        {
            foreach (int slot in option) counts[slot]++;
        }

        foreach (List<Sample> part in samples)
        {
            for (int i = 0; i < part.Count; i++) part[i] = part[i] with { Options = [.. part[i].Options.Select(option => option.Where(slot => counts[slot] >= Rare).ToArray())] };
        }
    }


    /// <summary>Sorts the words of the articles into classes, and writes them down.</summary>
    public static WordKinds LearnKinds(List<LabelledArticle> articles, string path, string from)
    {
        List<Document> documents = articles.ConvertAll(static article => article.Document);
        var kinds = new WordKinds();
        using var writer = new StreamWriter(path);
        writer.WriteLine("# Words and their classes by the company they keep: word TAB fine class TAB coarse class (see src/Sanad/Language/WordKinds.cs).");
        writer.WriteLine($"# Learned by tools/LearnAttribution from the words of {articles.Count} articles ({from}); not written by hand.");
        foreach (((string word, int fine), (_, int coarse)) in WordClasses.Learn(documents, Fine).Zip(WordClasses.Learn(documents, Coarse)))
        {
            // These two mean something else in a list.
            if (word[0] == '#' || word == "-") continue;
            writer.WriteLine($"{word}\t{fine}\t{coarse}");
            kinds.Add(word, (ushort)fine, (ushort)coarse);
        }

        return kinds;
    }

    public static void Try(AttributionTagger tagger, List<LabelledArticle> articles)
    {
        foreach (float stands in new[] { 0.25f, 0.3f, 0.35f, 0.4f, 0.45f, 0.5f })
        {
            var score = new Score();
            foreach (LabelledArticle article in articles)
            {
                var tagged = new List<Tagged>();
                foreach (LabelledSentence sentence in article.Sentences) tagger.Read(sentence.Signs, sentence.Rules, tagged);
                score.Count(article, tagged.FindAll(item => item.Chance >= stands));
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"from {stands:F2}: {score.Print()}"));
        }
    }

    private static Learner Proposer(List<int> articles, List<Sample>[] cues, List<Sample>[] choices)
    {
        var learner = new Learner();
        learner.Learn([.. articles.SelectMany(i => cues[i])], Rounds);
        learner.Learn([.. articles.SelectMany(i => choices[i])], Rounds);
        return learner;
    }

    private static List<Sample> Verdicts(LabelledArticle article, AttributionTagger tagger)
    {
        var samples = new List<Sample>();
        var tagged = new List<Tagged>();
        uint[] room = new uint[VerdictFeatures.Most];
        foreach (LabelledSentence sentence in article.Sentences)
        {
            var proposals = new List<Proposal>();
            TokenRange further = QuoteRun.After(article.Document, sentence.Signs.View.Index);
            tagger.Propose(sentence.Signs, sentence.Rules, proposals);
            for (int i = 0; i < proposals.Count; i++)
            {
                var list = VerdictFeatures.Start(room);
                VerdictFeatures.Read(sentence.Signs, sentence.Rules, proposals, i, ref list);
                samples.Add(new Sample([Slots(list)], 0));
                tagged.Add(AttributionTagger.TaggedOf(sentence.Signs, proposals[i], further, proposals[i].Chance));
            }
        }

        HashSet<int> right = Score.Right(article, tagged);
        return [.. samples.Select((sample, i) => right.Contains(i) ? sample with { Right = 1 } : sample)];
    }

    /// <summary>How often each word stands in a cue, of all its occurrences.</summary>
    private void CountCueness(List<LabelledArticle> articles)
    {
        var inside = new Dictionary<uint, int>();
        var all = new Dictionary<uint, int>();
        foreach (LabelledArticle article in articles)
        {
            for (int i = 0; i < article.Document.Tokens.Length; i++)
            {
                uint word = FeatureList.Of(article.Document.WordAt(i));
                all[word] = all.GetValueOrDefault(word) + 1;
            }

            foreach (Gold gold in article.Gold)
            {
                foreach (TokenRange range in gold.Cue)
                {
                    for (int i = range.First; i < range.End; i++)
                    {
                        uint word = FeatureList.Of(article.Document.WordAt(i));
                        inside[word] = inside.GetValueOrDefault(word) + 1;
                    }
                }
            }
        }

        foreach ((uint word, int count) in all) _cueness[word] = (inside.GetValueOrDefault(word) + 0.5f) / (count + 5f);
    }

    /// <summary>The token of the cue that is most a cue's; -1 where the cue is outside the sentences that are read.</summary>
    public int HeartOf(LabelledArticle article, Gold gold)
    {
        int best = -1;
        float most = -1;
        foreach (TokenRange range in gold.Cue)
        {
            for (int i = range.First; i < range.End; i++)
            {
                float share = _cueness.GetValueOrDefault(FeatureList.Of(article.Document.WordAt(i)));
                if (share > most) (best, most) = (i, share);
            }
        }

        return best;
    }

    public static LabelledSentence? SentenceOf(LabelledArticle article, int token)
    {
        int low = 0, high = article.Sentences.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (article.Sentences[middle].Signs.End <= token) low = middle + 1;
            else high = middle;
        }

        return low < article.Sentences.Count && article.Sentences[low].Signs.First <= token ? article.Sentences[low] : null;
    }

    private void Add(LabelledArticle article, List<Sample> cues, List<Sample> choices)
    {
        var hearts = new Dictionary<int, Gold>();
        foreach (Gold gold in article.Gold)
        {
            if (HeartOf(article, gold) is >= 0 and var heart) hearts.TryAdd(heart, gold);
        }

        Span<uint> room = stackalloc uint[Math.Max(CueFeatures.Most, BoundaryFeatures.Most)];
        var boundaries = new List<int>();
        foreach (LabelledSentence sentence in article.Sentences)
        {
            for (int i = sentence.Signs.First; i < sentence.Signs.End; i++)
            {
                if (!CueFeatures.MayBe(sentence.Signs, i)) continue;
                var list = CueFeatures.Start(room);
                CueFeatures.Read(sentence.Signs, sentence.Rules, i, ref list);
                cues.Add(new Sample([Slots(list)], hearts.ContainsKey(i) ? 1 : 0));
            }
        }

        foreach ((int heart, Gold gold) in hearts)
        {
            if (SentenceOf(article, heart) is not { } sentence || !TryAnswers(sentence.Signs, heart, gold, out Answers right)) continue;
            var known = new Answers(heart);
            foreach (Question question in AttributionTagger.Order)
            {
                if (!known.Asks(question)) continue;
                BoundaryFeatures.Candidates(sentence.Signs, question, known, boundaries);
                int at = boundaries.IndexOf(right.Of(question));
                if (at < 0) break;
                var options = new int[boundaries.Count][];
                for (int k = 0; k < options.Length; k++)
                {
                    var list = new FeatureList(room, (uint)question);
                    BoundaryFeatures.Read(sentence.Signs, sentence.Rules, question, known, boundaries[k], ref list);
                    options[k] = Slots(list);
                }

                if (options.Length > 1) choices.Add(new Sample(options, at));
                known.Set(question, right.Of(question));
            }
        }
    }

    /// <summary>The right answers for the cue, as far as they lie in its sentence.</summary>
    private static bool TryAnswers(Signs signs, int heart, Gold gold, out Answers answers)
    {
        answers = new Answers(heart);
        if (gold.Source.Count > 0)
        {
            TokenRange source = Trim(signs, gold.Source[0]);
            if (!source.IsEmpty && source.First >= signs.First && source.End <= signs.End) (answers.SourceStart, answers.SourceEnd) = (source.First, source.End);
        }

        foreach (TokenRange piece in gold.Content)
        {
            TokenRange range = Trim(signs, new TokenRange(Math.Max(piece.First, signs.First), Math.Min(piece.End, signs.End)));
            if (range.IsEmpty) continue;
            if (range.End <= heart)
            {
                if (answers.LeftEnd < 0) answers.LeftStart = range.First;
                answers.LeftEnd = range.End;
            }
            else if (range.First > heart)
            {
                if (answers.RightStart < 0) answers.RightStart = range.First;
                answers.RightEnd = range.End;
            }
        }

        return answers.LeftEnd >= 0 || answers.RightStart >= 0;
    }

    private static TokenRange Trim(Signs signs, TokenRange range)
    {
        int first = range.First, end = range.End;
        while (first < end && signs[first].Tag is Tag.Comma or Tag.Stop or Tag.Colon or Tag.Dash) first++;
        while (first < end && signs[end - 1].Tag is Tag.Comma or Tag.Stop or Tag.Colon or Tag.Dash) end--;
        return new TokenRange(first, end);
    }

    private static int[] Slots(FeatureList list)
    {
        int[] slots = new int[list.Hashes.Length];
        for (int i = 0; i < slots.Length; i++) slots[i] = HashedWeights.SlotOf(list.Hashes[i]);
        return slots;
    }
}
