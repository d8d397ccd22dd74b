using Sanad.App.Storage.Sqlite;

namespace Sanad.App.Server.Pages;

public sealed record PartyModel(PartyRecord Party, int Number, int Size);
