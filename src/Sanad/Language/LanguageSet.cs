namespace Sanad.Language;

/// <summary>The languages there are, loaded once.</summary>
public sealed class LanguageSet
{
    private readonly LanguagePack[] _packs;

    /// <summary>Read when first asked for: only stories need them.</summary>
    private readonly Lazy<Measures> _measures = new(Measures.Load);
    private readonly Lazy<OccasionWords> _occasions = new(OccasionWords.Load);
    private readonly Lazy<CountStates> _states = new(CountStates.Load);

    private LanguageSet(LanguagePack[] packs)
    {
        _packs = packs;
        Concepts = Concepts.Load(packs);
    }

    public IReadOnlyList<LanguagePack> All => _packs;

    public Concepts Concepts { get; }

    public Wires Wires { get; } = Wires.Load();

    public Measures Measures => _measures.Value;

    public OccasionWords Occasions => _occasions.Value;

    public CountStates States => _states.Value;

    /// <summary>Loads every folder of <c>languages/</c>, all at once on the machine's processors.</summary>
    /// <exception cref="LanguageFileException">A language file is wrong.</exception>
    public static LanguageSet Load()
    {
        string[] codes = LanguageFile.Codes();
        var loading = new Task<LanguagePack>[codes.Length];
        for (int i = 0; i < codes.Length; i++)
        {
            string code = codes[i];
            loading[i] = Task.Run(() => LanguagePack.Load(code));
        }

        var packs = new LanguagePack[codes.Length];
        for (int i = 0; i < packs.Length; i++) packs[i] = loading[i].GetAwaiter().GetResult();
        return new LanguageSet(packs);
    }

    public bool TryGet(string? code, out LanguagePack pack)
    {
        foreach (LanguagePack candidate in _packs)
        {
            if (code is null || !code.StartsWith(candidate.Code, StringComparison.OrdinalIgnoreCase)) continue;
            if (code.Length > candidate.Code.Length && code[candidate.Code.Length] is not ('-' or '_')) continue;
            pack = candidate;
            return true;
        }

        pack = null!;
        return false;
    }

    /// <summary>The language of the code ("id", "id-ID").</summary>
    /// <exception cref="ArgumentException">There is no such language.</exception>
    public LanguagePack this[string code] => TryGet(code, out LanguagePack pack) ? pack : throw new ArgumentException($"no language '{code}'", nameof(code));

    /// <summary>The language whose function words the text uses most; the first one where it uses none.</summary>
    public LanguagePack Detect(string text) => LanguageDetector.Detect(text, _packs, out _);

    /// <summary>The same, where enough of the text's words are that language's; false for texts of other languages and for lists of names.</summary>
    /// <param name="likely">The language that it is said to be in, which is tried first; null where nothing is said.</param>
    public bool TryDetect(string text, LanguagePack? likely, out LanguagePack pack)
    {
        if (likely is not null && (LanguageDetector.IsSurely(text, likely) || LanguageDetector.ShareOf(text, likely) >= LanguageDetector.SureShare))
        {
            pack = likely;
            return true;
        }

        pack = LanguageDetector.Detect(text, _packs, out double share);
        return share >= LanguageDetector.LeastShare;
    }
}
