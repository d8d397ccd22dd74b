using System.Diagnostics;
using System.Globalization;
using Sanad.FuzzPages;
using Sanad.Language;

if (!Course.TryRead(args, out Course? course))
{
    Console.Error.WriteLine("""
        Damages pages in every way it knows, reads and analyses them, and tells what goes wrong: a crash, more than a second of processor time,
        more than 500 MB of memory, parts out of order, two readings that differ.

        usage: dotnet run -c Release --project tools/FuzzPages -- FINDINGS --seed N [--pages N] [--minutes N] [--from N] [--only N] [FOLDER...]

        FINDINGS     folder in which what is found is written, made smaller where that can be done
        --seed N     the same seed and folders give the same pages
        --pages N    ends after so many pages (10,000 unless --minutes is given)
        --minutes N  ends after so many minutes
        --from N     begins with the page of that number
        --only N     that page alone; it is written as it is
        FOLDER       whole pages to begin from, *.html or *.html.gz, beside a few that the tool holds

        A page that ends the process (a stack that overflows) is found when the same command is given again: it is written, and the run goes on behind it.
        """);
    return 2;
}

return course.Run();

/// <summary>One run over many pages.</summary>
internal sealed class Course
{
    /// <summary>Processor time after which a page is given up, and with it the process.</summary>
    private static readonly TimeSpan Hopeless = TimeSpan.FromSeconds(60);

    /// <summary>Longest page that is made, in bytes.</summary>
    private const int Longest = 4_000_000;

    private readonly Examination _examination = new(LanguageSet.Load());
    private readonly Dictionary<string, int> _found = new(StringComparer.Ordinal);
    private readonly SeedPages _seeds = new();
    private readonly PageDamage _damage;
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private string _findings = "";
    private int _seed, _from, _pages = 10_000;
    private bool _isOnly;
    private TimeSpan _time = TimeSpan.MaxValue;
    private DamagedPage? _current;
    private TimeSpan _started;

    private Course() => _damage = new PageDamage(_seeds, Longest);

    public static bool TryRead(string[] args, out Course course)
    {
        course = new Course();
        bool seeded = false, counted = false;
        for (int i = 0; i < args.Length; i++)
        {
            if (!args[i].StartsWith("--", StringComparison.Ordinal))
            {
                if (course._findings.Length == 0) course._findings = args[i];
                else course._seeds.Add(args[i]);
                continue;
            }

            string name = args[i];
            if (++i == args.Length || !int.TryParse(args[i], CultureInfo.InvariantCulture, out int number)) return false;
            switch (name)
            {
                case "--seed":
                    (course._seed, seeded) = (number, true);
                    break;
                case "--pages":
                    (course._pages, counted) = (number, true);
                    break;
                case "--minutes":
                    course._time = TimeSpan.FromMinutes(number);
                    break;
                case "--from":
                    course._from = number;
                    break;
                case "--only":
                    (course._from, course._pages, course._isOnly, counted) = (number, 1, true, true);
                    break;
                default:
                    return false;
            }
        }

        if (!counted && course._time < TimeSpan.MaxValue) course._pages = int.MaxValue;
        return seeded && course._findings.Length > 0;
    }

    /// <returns>0 where nothing was found.</returns>
    public int Run()
    {
        Directory.CreateDirectory(_findings);
        string now = Path.Combine(_findings, "now");
        int number = _from, read = 0, articles = 0;
        if (!_isOnly && File.Exists(now) && int.TryParse(File.ReadAllText(now), CultureInfo.InvariantCulture, out int last))
        {
            Tell(last, _damage.Page(_seed, last), new Finding("ended the process", "the run before this one ended at this page"));
            number = last + 1;
        }

        using var over = new ManualResetEventSlim();
        var watchdog = new Thread(() => Watch(over)) { IsBackground = true };
        watchdog.Start();
        for (; read < _pages && _watch.Elapsed < _time; number++, read++)
        {
            DamagedPage page = _damage.Page(_seed, number);
            if (_isOnly) File.WriteAllBytes(Path.Combine(_findings, $"{number}.html"), page.Bytes);
            File.WriteAllText(now, number.ToString(CultureInfo.InvariantCulture));
            _started = Environment.CpuUsage.TotalTime;
            Volatile.Write(ref _current, page);
            Finding? finding = Examine(page, again: number % 8 == 0);
            Volatile.Write(ref _current, null);
            if (_examination.HadArticle) articles++;
            if (finding is not null) Tell(number, page, finding);
            if ((read + 1) % 1000 == 0) Console.WriteLine($"{read + 1} pages, {articles} with an article, {_watch.Elapsed:hh\\:mm\\:ss}");
        }

        over.Set();
        watchdog.Join();
        File.Delete(now);
        Console.WriteLine($"seed {_seed}: {read} pages ({articles} with an article) in {_watch.Elapsed:hh\\:mm\\:ss}, {_found.Values.Sum()} findings of {_found.Count} kinds");
        foreach ((string kind, int times) in _found.OrderByDescending(static pair => pair.Value)) Console.WriteLine($"  {times} times {kind}");
        return _found.Count == 0 ? 0 : 1;
    }

    /// <summary>
    /// What is slow or large at first may be so for what went before: code that was still being compiled, memory that the making of pages took. Then it is read once more.
    /// </summary>
    private Finding? Examine(DamagedPage page, bool again)
    {
        ForgetPeak();
        Finding? finding = _examination.Examine(page, again) ?? Peak();
        if (finding?.Kind is not ("slow" or "memory")) return finding;
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive);
        ForgetPeak();
        return _examination.Examine(page, again: false) ?? Peak();
    }

    private static Finding? Peak()
    {
        using Process process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64 > Examination.MostMemory ? new Finding("memory", $"{process.PeakWorkingSet64 / 1_000_000} MB at the peak") : null;
    }

    /// <summary>Linux forgets the peak when asked to; elsewhere every later page is told of too.</summary>
    private static void ForgetPeak()
    {
        if (OperatingSystem.IsLinux()) File.WriteAllText("/proc/self/clear_refs", "5");
    }

    private void Tell(int number, DamagedPage page, Finding finding)
    {
        ref int times = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(_found, finding.Kind, out _);
        times++;
        Console.WriteLine($"seed {_seed} page {number} ({page.Bytes.Length} bytes; {page.Damages}): {finding.Kind}: {finding.Detail}");
        // A page may be slow for many reasons; one crash is like the other.
        bool isOfManyCauses = finding.Kind is "slow" or "memory";
        if (times > (isOfManyCauses ? 40 : 3)) return;
        string path = Path.Combine(_findings, $"{_seed}-{number}.html");
        File.WriteAllBytes(path, page.Bytes);
        if (_isOnly || isOfManyCauses || finding.Kind == "ended the process") return;
        byte[] smaller = Reduction.Reduce(page.Bytes, bytes => Shows(page with { Bytes = bytes }, finding));
        File.WriteAllBytes(Path.Combine(_findings, $"{_seed}-{number}.small.html"), smaller);
        Console.WriteLine($"  {smaller.Length} bytes are enough, sent as {page.ContentType ?? "nothing"} from {page.Url ?? "nowhere"}");
    }

    private bool Shows(DamagedPage page, Finding finding) => _examination.Examine(page, again: finding.Kind == "two readings differ")?.Kind == finding.Kind;

    private void Watch(ManualResetEventSlim over)
    {
        while (!over.Wait(TimeSpan.FromSeconds(1)))
        {
            if (Volatile.Read(ref _current) is not { } page || Environment.CpuUsage.TotalTime - _started < Hopeless) continue;
            Console.WriteLine($"a page of {page.Bytes.Length} bytes ({page.Damages}) takes more than {Hopeless.TotalSeconds:F0} s of processor time");
            Environment.Exit(3);
        }
    }
}
