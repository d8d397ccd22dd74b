using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Sanad.Language;

namespace Sanad.App.Server.Interface;

/// <summary>The languages that pages can be had in, and which of them a reader wants.</summary>
public sealed class InterfaceLanguages(LanguageSet languages)
{
    /// <summary>Of the query and of the cookie that remembers it.</summary>
    public const string Name = "lang";

    public IReadOnlyList<InterfaceLanguage> All { get; } = [.. languages.All.Select(static pack => new InterfaceLanguage(pack))];

    /// <summary>The one asked for in the address, else the one chosen before, else the first of the browser's that there is, else English.</summary>
    public InterfaceLanguage Of(HttpRequest request)
    {
        if (Find(request.Query[Name]) is { } asked) return asked;
        if (Find(request.Cookies[Name]) is { } chosen) return chosen;
        foreach (StringWithQualityHeaderValue wanted in request.GetTypedHeaders().AcceptLanguage.OrderByDescending(static wanted => wanted.Quality ?? 1))
        {
            if (wanted.Quality is not 0 && Find(wanted.Value.ToString()) is { } found) return found;
        }

        return Find("en")!;
    }

    private InterfaceLanguage? Find(string? code) =>
        languages.TryGet(string.IsNullOrEmpty(code) ? null : code, out LanguagePack pack) ? All.First(language => language.Pack == pack) : null;
}
