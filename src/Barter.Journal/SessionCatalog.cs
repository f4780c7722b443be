using System.Security.Cryptography;
using Barter.Model;
using Microsoft.Data.Sqlite;

namespace Barter.Journal;

/// <summary>A session's row for lists, and its snapshots, in a database beside its journal.</summary>
/// <remarks>
/// Only a cache: the journal says everything. So it is never waited for to be durable, and one that is lost or broken
/// is put aside and made anew.
/// </remarks>
public sealed class SessionCatalog : IDisposable
{
    private const string Name = "session.db";
    private const int Layout = 3;

    private const string Tables = """
        CREATE TABLE IF NOT EXISTS session (
            id INTEGER PRIMARY KEY CHECK (id = 1), state TEXT NOT NULL, reason TEXT NOT NULL,
            process INTEGER NOT NULL, started INTEGER NOT NULL, entries INTEGER NOT NULL, events INTEGER NOT NULL,
            last_time INTEGER NOT NULL, open_orders INTEGER NOT NULL, positions TEXT NOT NULL, pnl TEXT NOT NULL,
            updated INTEGER NOT NULL);
        CREATE TABLE IF NOT EXISTS snapshot (
            entries INTEGER PRIMARY KEY, now INTEGER NOT NULL, fingerprint TEXT NOT NULL, bytes BLOB NOT NULL,
            sha256 BLOB NOT NULL);
        """;

    private readonly SqliteConnection _connection;

    private SessionCatalog(SqliteConnection connection, string? warning) =>
        (_connection, Warning) = (connection, warning);

    /// <summary>What became of the database that was there, if it could not be used.</summary>
    public string? Warning { get; }

    /// <summary>Opens the catalogue in a session's directory, or makes one.</summary>
    /// <exception cref="JournalException">The disk fails.</exception>
    public static SessionCatalog Open(string directory)
    {
        var path = Path.Combine(directory, Name);
        try
        {
            Directory.CreateDirectory(directory);
            try
            {
                return new SessionCatalog(Connect(path), warning: null);
            }
            catch (SqliteException broken) when (IsBroken(broken))
            {
                var aside = PutAside(path);
                return new SessionCatalog(
                    Connect(path),
                    $"{Name} could not be used ({broken.Message}) and is now {aside}; a new one was made, "
                    + "and the session starts from its journal");
            }
        }
        catch (Exception failure) when (failure is SqliteException || DiskFaults.IsOne(failure))
        {
            throw DiskFaults.As($"{Name} cannot be opened", failure);
        }
    }

    /// <summary>The row of a session that others may be writing; null where there is none that can be read.</summary>
    public static SessionRow? Peek(string directory)
    {
        if (!File.Exists(Path.Combine(directory, Name)))
        {
            return null;
        }

        try
        {
            using var catalog = new SessionCatalog(Connect(Path.Combine(directory, Name)), warning: null);
            return catalog.Row();
        }
        catch (Exception unreadable) when (unreadable is SqliteException or JournalException)
        {
            return null;
        }
    }

    /// <summary>The session's row; null before the first was put.</summary>
    /// <exception cref="JournalException">The disk fails.</exception>
    public SessionRow? Row() => Do(() =>
    {
        using var command = Command(
            "SELECT state, reason, process, started, entries, events, last_time, open_orders, positions, pnl, updated "
            + "FROM session");
        using var row = command.ExecuteReader();
        return row.Read()
            ? new SessionRow(
                row.GetString(0), row.GetString(1), row.GetInt32(2), TimeAt(row, 3), row.GetInt64(4),
                row.GetInt64(5), TimeAt(row, 6), row.GetInt32(7), row.GetString(8), row.GetString(9),
                TimeAt(row, 10))
            : null;
    });

    /// <summary>Replaces the session's row.</summary>
    /// <exception cref="JournalException">The disk fails.</exception>
    public void Put(SessionRow row) => Do(() =>
    {
        using var command = Command(
            "INSERT OR REPLACE INTO session VALUES (1, $0, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
            row.State, row.Reason, row.ProcessId, row.Started.UnixNanos, row.Entries, row.Events,
            row.LastTime.UnixNanos, row.OpenOrders, row.Positions, row.Pnl, row.Updated.UnixNanos);
        return command.ExecuteNonQuery();
    });

    /// <summary>The snapshots that are whole, the newest first.</summary>
    /// <exception cref="JournalException">The disk fails.</exception>
    public IReadOnlyList<SessionSnapshot> Snapshots() => Do(() =>
    {
        using var command = Command(
            "SELECT entries, now, fingerprint, bytes, sha256 FROM snapshot ORDER BY entries DESC");
        using var row = command.ExecuteReader();
        var found = new List<SessionSnapshot>();
        while (row.Read())
        {
            var bytes = row.GetFieldValue<byte[]>(3);
            if (SHA256.HashData(bytes).AsSpan().SequenceEqual(row.GetFieldValue<byte[]>(4)))
            {
                found.Add(new SessionSnapshot(row.GetInt64(0), TimeAt(row, 1), row.GetString(2), bytes));
            }
        }

        return found;
    });

    /// <summary>Adds a snapshot, of entries that are durable, and drops all but the newest.</summary>
    /// <param name="snapshot">Replaces one of as many entries.</param>
    /// <param name="keep">How many stay.</param>
    /// <exception cref="JournalException">The disk fails.</exception>
    public void Put(SessionSnapshot snapshot, int keep)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(keep, 1);
        Do(() =>
        {
            var bytes = snapshot.Bytes.ToArray();
            using var transaction = _connection.BeginTransaction();
            using var insert = Command(
                "INSERT OR REPLACE INTO snapshot VALUES ($0, $1, $2, $3, $4)",
                snapshot.Entries, snapshot.Now.UnixNanos, snapshot.Fingerprint, bytes, SHA256.HashData(bytes));
            insert.ExecuteNonQuery();
            using var prune = Command(
                "DELETE FROM snapshot WHERE entries NOT IN "
                + "(SELECT entries FROM snapshot ORDER BY entries DESC LIMIT $0)",
                keep);
            prune.ExecuteNonQuery();
            transaction.Commit();
            return keep;
        });
    }

    /// <summary>Drops the snapshots that take in more entries than the journal has.</summary>
    /// <exception cref="JournalException">The disk fails.</exception>
    public void DropSnapshotsAbove(long entries) => Do(() =>
    {
        using var command = Command("DELETE FROM snapshot WHERE entries > $0", entries);
        return command.ExecuteNonQuery();
    });

    public void Dispose() => _connection.Dispose();

    private static SqliteConnection Connect(string path)
    {
        var settings = new SqliteConnectionStringBuilder { DataSource = path, Pooling = false, DefaultTimeout = 5 };
        var connection = new SqliteConnection(settings.ToString());
        try
        {
            connection.Open();
            Execute(connection, "PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF;");
            if (Scalar(connection, "PRAGMA quick_check") is not "ok")
            {
                throw new SqliteException("its pages are damaged", SQLitePCL.raw.SQLITE_CORRUPT);
            }

            var layout = Scalar(connection, "PRAGMA user_version");
            if (layout is 0L)
            {
                Execute(connection, $"BEGIN IMMEDIATE; {Tables} PRAGMA user_version = {Layout}; COMMIT;");
            }
            else if (layout is not (long)Layout)
            {
                throw new SqliteException($"it has layout {layout}", SQLitePCL.raw.SQLITE_NOTADB);
            }

            Scalar(connection, "SELECT count(*) FROM session, snapshot");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static bool IsBroken(SqliteException failure) => failure.SqliteErrorCode is
        SQLitePCL.raw.SQLITE_CORRUPT or SQLitePCL.raw.SQLITE_NOTADB or SQLitePCL.raw.SQLITE_ERROR;

    private static string PutAside(string path)
    {
        var aside = path + ".broken";
        for (var i = 2; File.Exists(aside); i++)
        {
            aside = string.Create(null, $"{path}.broken.{i}");
        }

        File.Move(path, aside);
        foreach (var end in (string[])["-wal", "-shm"])
        {
            if (File.Exists(path + end))
            {
                File.Move(path + end, aside + end, overwrite: true);
            }
        }

        return Path.GetFileName(aside);
    }

    private static void Execute(SqliteConnection connection, string text)
    {
        using var command = connection.CreateCommand();
        command.CommandText = text;
        command.ExecuteNonQuery();
    }

    private static object? Scalar(SqliteConnection connection, string text)
    {
        using var command = connection.CreateCommand();
        command.CommandText = text;
        return command.ExecuteScalar();
    }

    private static Timestamp TimeAt(SqliteDataReader row, int column) => new(row.GetInt64(column));

    private static T Do<T>(Func<T> action)
    {
        try
        {
            return action();
        }
        catch (SqliteException failure)
        {
            throw DiskFaults.As($"{Name} cannot be read or written", failure);
        }
    }

    private SqliteCommand Command(string text, params ReadOnlySpan<object> values)
    {
        var command = _connection.CreateCommand();
        command.CommandText = text;
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters.AddWithValue(string.Create(null, $"${i}"), values[i]);
        }

        return command;
    }
}
