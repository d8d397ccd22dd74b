using System.Globalization;
using System.Text;
using System.Text.Json;
using ModelContextProtocol;
using Sanad.App.Cli.Commands.Add;
using Sanad.App.Fetching;
using Sanad.App.Input;
using Sanad.App.Json;
using Sanad.App.Storage.Sqlite;

namespace Sanad.App.Cli.Commands.Mcp;

/// <summary>Adds pages that a model asks for, one at a time, as <c>sanad add</c> does.</summary>
internal sealed class PageAdding(string path, FetchSettings settings, int limit, Surroundings surroundings)
{
    private readonly Lock _one = new();

    /// <returns>As JSON what was added, and where it stands.</returns>
    /// <exception cref="McpException">It was not added; the message says why.</exception>
    public string Add(string url)
    {
        if (!WebTarget.IsAddress(url)) throw new McpException($"'{url}' is no address of a page");
        lock (_one)
        {
            using var told = new StringWriter();
            var complaints = new Complaints(told);
            Surroundings own = surroundings with { Complaints = complaints };
            using SqliteLedger ledger = SqliteLedger.Open(path, create: true);
            var archives = ArchiveReading.Fresh();
            var adding = new Adding(ledger, Languages.All, archives, own) { Jobs = 1 };
            using (var memory = new FetchMemory(ledger.Path))
            using (var web = new WebAccess(settings, own) { Limit = limit, Known = memory.Find }) adding.Run(InputReader.Read([url], archives, web.Reader));
            if (adding.New + adding.Changed + adding.Known == 0) throw new McpException(told.ToString().Trim() is { Length: > 0 } reason ? reason : "nothing was found there");
            using var buffer = new MemoryStream();
            using (var json = new Utf8JsonWriter(buffer, JsonFields.Options))
            {
                json.WriteStartObject();
                json.WriteNumber("added", adding.New);
                json.WriteNumber("changed", adding.Changed);
                json.WriteNumber("known", adding.Known);
                json.List("articles", ledger.Named(url).Take(1), static (json, article) =>
                {
                    json.WriteStartObject();
                    json.WriteString("id", article.Id.ToString(CultureInfo.InvariantCulture));
                    json.WriteString("story", article.Story.ToString(CultureInfo.InvariantCulture));
                    json.WriteString("textHash", article.Hash.Value);
                    json.Field("title", article.Text.Metadata.Title);
                    json.WriteEndObject();
                });
                json.WriteEndObject();
            }

            return Encoding.UTF8.GetString(buffer.ToArray());
        }
    }
}
