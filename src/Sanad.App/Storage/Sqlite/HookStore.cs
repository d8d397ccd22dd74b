using Microsoft.Data.Sqlite;
using Sanad.App.Hooks;

namespace Sanad.App.Storage.Sqlite;

/// <summary>The hooks of a ledger and their outbox, which <see cref="HookOutbox"/> fills.</summary>
internal sealed class HookStore(SqliteConnection connection, string ledger)
{
    /// <summary>For how long a message is taken by one Sanad; when that was killed, it comes due again after it.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    /// <summary>Messages that are kept for one hook when they are done with: delivered ones, and dead ones.</summary>
    private const int MostDelivered = 500, MostDead = 10_000;

    private const string Deliveries = "SELECT delivery.id, delivery.hook, delivery.change, change.kind, delivery.state, delivery.tries, delivery.due, delivery.tried, delivery.status, delivery.error FROM delivery JOIN change ON change.id = delivery.change ";

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<Hook> All() => Guarded(() => Read(null));

    /// <summary>Null where there is none of that id.</summary>
    public Hook? Find(string id) => Guarded(() => Read(id).FirstOrDefault());

    public void Add(Hook hook) => Guarded(() =>
    {
        using var insert = new Prepared(connection, "INSERT INTO hook (id, url, secret, story, kinds, made) VALUES (?1, ?2, ?3, ?4, ?5, ?6)");
        insert.Run(hook.Id, hook.Url, hook.Secret, hook.Story, hook.Kinds.Count == 0 ? null : string.Join(' ', hook.Kinds), hook.Made.ToUnixTimeSeconds());
        return true;
    });

    /// <summary>Takes a hook out, and all that waits for it; whether there was one of that id.</summary>
    public bool Remove(string id) => Guarded(() =>
    {
        using var delete = new Prepared(connection, "DELETE FROM hook WHERE id = ?1 RETURNING id");
        return delete.Value(id) is not null;
    });

    /// <summary>Has the dead messages of a hook tried again, and a hook that had ended told again from now on; how many messages.</summary>
    public int Retry(string id) => Guarded(() =>
    {
        using var revive = new Prepared(connection, "UPDATE hook SET ended = null, failures = 0, rests = 0 WHERE id = ?1");
        using var update = new Prepared(connection, "UPDATE delivery SET state = 'waiting', tries = 0, due = 0 WHERE hook = ?1 AND state = 'dead'");
        using var changes = new Prepared(connection, "SELECT changes()");
        revive.Run(id);
        update.Run(id);
        return (int)(long)changes.Value()!;
    });

    /// <summary>Messages, newest first.</summary>
    /// <param name="hook">Only those of one hook; null for all.</param>
    /// <param name="state">Only those that have come so far; null for all.</param>
    public IReadOnlyList<Delivery> Log(string? hook, DeliveryState? state, long before, int limit) => Guarded(() =>
    {
        using var select = new Prepared(connection, Deliveries + "WHERE (?1 IS NULL OR delivery.hook = ?1) AND (?2 IS NULL OR delivery.state = ?2) AND delivery.id < ?3 ORDER BY delivery.id DESC LIMIT ?4");
        return Deliver(select, hook, state is { } one ? NameOf(one) : null, before, limit);
    });

    /// <summary>Takes the messages that are due, the oldest of each hook, so that no other Sanad sends them too. A hook that rests gets none.</summary>
    public IReadOnlyList<Delivery> Claim(DateTimeOffset now, int limit) => Guarded(() =>
    {
        List<Delivery> due = [];
        WholeOrNot.Run(connection, () =>
        {
            using var select = new Prepared(connection, Deliveries + """
                WHERE delivery.id IN (
                  SELECT min(waiting.id) FROM delivery AS waiting JOIN hook ON hook.id = waiting.hook
                  WHERE waiting.state = 'waiting' AND waiting.due <= ?1 AND hook.rests <= ?1 AND hook.ended IS NULL GROUP BY waiting.hook)
                ORDER BY delivery.id LIMIT ?2
                """);
            using var take = new Prepared(connection, "UPDATE delivery SET due = ?2 WHERE id = ?1");
            using var hold = new Prepared(connection, "UPDATE hook SET rests = ?2 WHERE id = ?1");
            due = Deliver(select, now.ToUnixTimeSeconds(), limit);
            long until = (now + Lease).ToUnixTimeSeconds();
            foreach (Delivery delivery in due)
            {
                take.Run(delivery.Number, until);
                hold.Run(delivery.Hook, until);
            }
        });
        return due;
    });

    /// <summary>When the next message is due; null where none waits.</summary>
    public DateTimeOffset? NextDue() => Guarded(() =>
    {
        using var select = new Prepared(connection, "SELECT min(max(delivery.due, hook.rests)) FROM delivery JOIN hook ON hook.id = delivery.hook WHERE delivery.state = 'waiting' AND hook.ended IS NULL");
        return select.Value() is long due ? DateTimeOffset.FromUnixTimeSeconds(due) : (DateTimeOffset?)null;
    });

    public void Delivered(Delivery delivery, DateTimeOffset now, int status) => Together(() =>
    {
        using var update = new Prepared(connection, "UPDATE delivery SET state = 'delivered', tries = tries + 1, tried = ?2, status = ?3, error = null WHERE id = ?1");
        using var well = new Prepared(connection, "UPDATE hook SET failures = 0, rests = 0 WHERE id = ?1");
        update.Run(delivery.Number, now.ToUnixTimeSeconds(), status);
        well.Run(delivery.Hook);
        Prune(delivery.Hook, DeliveryState.Delivered, MostDelivered);
    });

    /// <summary>Keeps that a try failed, and gives the message up where it was the last.</summary>
    public void Failed(Delivery delivery, DateTimeOffset now, HookAnswer answer) => Together(() =>
    {
        int tries = delivery.Tries + 1;
        bool isDead = tries >= HookPace.MostTries;
        using var update = new Prepared(connection, "UPDATE delivery SET state = ?2, tries = ?3, due = ?4, tried = ?5, status = ?6, error = ?7 WHERE id = ?1");
        update.Run(delivery.Number, NameOf(isDead ? DeliveryState.Dead : DeliveryState.Waiting), tries, HookPace.Again(now, tries, answer.RetryAfter).ToUnixTimeSeconds(), now.ToUnixTimeSeconds(), answer.Status, answer.Error);
        using var failed = new Prepared(connection, "UPDATE hook SET failures = failures + 1 WHERE id = ?1 RETURNING failures");
        using var rest = new Prepared(connection, "UPDATE hook SET rests = ?2 WHERE id = ?1");
        if (failed.Value(delivery.Hook) is long failures) rest.Run(delivery.Hook, HookPace.RestsUntil(now, (int)failures, answer.RetryAfter).ToUnixTimeSeconds());
        if (isDead) Prune(delivery.Hook, DeliveryState.Dead, MostDead);
    });

    /// <summary>Ends a hook that wants nothing more: what waits for it is dead.</summary>
    public void End(Delivery delivery, DateTimeOffset now, HookAnswer answer) => Together(() =>
    {
        using var end = new Prepared(connection, "UPDATE hook SET ended = ?2, rests = 0 WHERE id = ?1");
        using var dead = new Prepared(connection, "UPDATE delivery SET state = 'dead', error = coalesce(error, ?2) WHERE hook = ?1 AND state = 'waiting'");
        using var last = new Prepared(connection, "UPDATE delivery SET tries = tries + 1, tried = ?2, status = ?3, error = ?4 WHERE id = ?1");
        end.Run(delivery.Hook, answer.Error);
        dead.Run(delivery.Hook, answer.Error);
        last.Run(delivery.Number, now.ToUnixTimeSeconds(), answer.Status, answer.Error);
        Prune(delivery.Hook, DeliveryState.Dead, MostDead);
    });

    private static string NameOf(DeliveryState state) => state switch
    {
        DeliveryState.Waiting => "waiting",
        DeliveryState.Delivered => "delivered",
        _ => "dead",
    };

    private void Prune(string hook, DeliveryState state, int most)
    {
        using var delete = new Prepared(connection, "DELETE FROM delivery WHERE hook = ?1 AND state = ?2 AND id <= (SELECT id FROM delivery WHERE hook = ?1 AND state = ?2 ORDER BY id DESC LIMIT 1 OFFSET ?3)");
        delete.Run(hook, NameOf(state), most);
    }

    private List<Hook> Read(string? id)
    {
        var hooks = new List<Hook>();
        using var select = new Prepared(connection, """
            SELECT id, url, secret, story, kinds, made, ended, failures,
              (SELECT count(*) FROM delivery WHERE hook = hook.id AND state = 'waiting'), (SELECT count(*) FROM delivery WHERE hook = hook.id AND state = 'dead')
            FROM hook WHERE ?1 IS NULL OR id = ?1 ORDER BY made, id
            """);
        using Cursor row = select.Rows(id);
        while (row.Read())
        {
            hooks.Add(new Hook(row.String(0), row.String(1), row.String(2), (long?)row.Number(3), (row.Text(4) ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries), DateTimeOffset.FromUnixTimeSeconds(row.Long(5)), row.Text(6))
            {
                Failures = (int)row.Long(7), Waiting = row.Long(8), Dead = row.Long(9),
            });
        }

        return hooks;
    }

    private static List<Delivery> Deliver(Prepared select, params ReadOnlySpan<object?> values)
    {
        var deliveries = new List<Delivery>();
        using Cursor row = select.Rows(values);
        while (row.Read())
        {
            deliveries.Add(new Delivery(row.Long(0), row.String(1), row.Long(2), row.String(3), Enum.Parse<DeliveryState>(row.String(4), ignoreCase: true), (int)row.Long(5), DateTimeOffset.FromUnixTimeSeconds(row.Long(6)),
                row.Number(7) is { } tried ? DateTimeOffset.FromUnixTimeSeconds((long)tried) : null, (int?)row.Number(8), row.Text(9)));
        }

        return deliveries;
    }

    private void Together(Action changes) => Guarded(() =>
    {
        WholeOrNot.Run(connection, changes);
        return true;
    });

    private T Guarded<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (SqliteException e)
        {
            throw new LedgerException(ledger, LedgerFile.ReasonOf(e), e);
        }
    }
}
