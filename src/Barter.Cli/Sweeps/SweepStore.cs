using System.Buffers.Binary;
using Barter.Backtest.Sweeps;
using Barter.Model;
using Microsoft.Data.Sqlite;

namespace Barter.Cli.Sweeps;

/// <summary>The trials of one sweep in a database, so that a sweep that was killed goes on where it was.</summary>
internal sealed class SweepStore : IDisposable
{
    private const int Layout = 1;

    private const string Tables = """
        CREATE TABLE sweep (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
        CREATE TABLE trial (
            stage TEXT NOT NULL, parameters TEXT NOT NULL, failure TEXT, pnl TEXT, total_return TEXT, sharpe TEXT,
            sortino TEXT, calmar TEXT, drawdown_max TEXT, fills INTEGER NOT NULL, positions_closed INTEGER NOT NULL,
            audit_digest TEXT NOT NULL, risk_free_return REAL NOT NULL, returns BLOB NOT NULL,
            PRIMARY KEY (stage, parameters)) WITHOUT ROWID;
        """;

    private readonly Lock _lock = new();
    private readonly SqliteConnection _connection;

    private SweepStore(string path, SqliteConnection connection) => (Path, _connection) = (path, connection);

    public string Path { get; }

    /// <summary>Opens the store of a sweep, or makes one.</summary>
    /// <param name="path">The file.</param>
    /// <param name="identity">What must be the same for trials to be the same: a name for each, and its hash.</param>
    /// <exception cref="IOException">It is another sweep's, or no store.</exception>
    public static SweepStore Open(string path, IReadOnlyList<(string Name, string Value)> identity)
    {
        var settings = new SqliteConnectionStringBuilder { DataSource = path, Pooling = false, DefaultTimeout = 5 };
        var connection = new SqliteConnection(settings.ToString());
        try
        {
            connection.Open();
            var store = new SweepStore(path, connection);
            store.Begin(identity);
            return store;
        }
        catch (SqliteException exception)
        {
            connection.Dispose();
            throw new IOException(
                $"{path}: cannot be used as the store of a sweep ({exception.Message}); give another --store",
                exception);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>What is known of a stage, by parameters.</summary>
    public IReadOnlyDictionary<ValueList<string>, SweepTrial> Trials(string stage)
    {
        using var command = Command(
            "SELECT parameters, failure, pnl, total_return, sharpe, sortino, calmar, drawdown_max, fills, "
            + "positions_closed, audit_digest, risk_free_return, returns FROM trial WHERE stage = $0", stage);
        using var row = command.ExecuteReader();
        var found = new Dictionary<ValueList<string>, SweepTrial>();
        while (row.Read())
        {
            var trial = new SweepTrial
            {
                Parameters = row.GetString(0).Split('\n').ToValueList(),
                Failure = row.IsDBNull(1) ? null : row.GetString(1),
                Pnl = Number(row, 2),
                TotalReturn = Number(row, 3),
                Sharpe = Number(row, 4),
                Sortino = Number(row, 5),
                Calmar = Number(row, 6),
                DrawdownMax = Number(row, 7),
                Fills = row.GetInt64(8),
                PositionsClosed = row.GetInt64(9),
                AuditDigest = row.GetString(10),
                RiskFreeReturn = row.GetDouble(11),
                Returns = Doubles(row.GetFieldValue<byte[]>(12)),
            };
            found[trial.Parameters] = trial;
        }

        return found;
    }

    /// <summary>Keeps a trial; from any thread.</summary>
    public void Put(string stage, SweepTrial trial)
    {
        lock (_lock)
        {
            using var command = Command(
                "INSERT OR REPLACE INTO trial VALUES ($0, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
                stage, string.Join('\n', trial.Parameters), trial.Failure, Text(trial.Pnl), Text(trial.TotalReturn),
                Text(trial.Sharpe), Text(trial.Sortino), Text(trial.Calmar), Text(trial.DrawdownMax), trial.Fills,
                trial.PositionsClosed, trial.AuditDigest, trial.RiskFreeReturn, Bytes(trial.Returns));
            command.ExecuteNonQuery();
        }
    }

    public void Dispose() => _connection.Dispose();

    private void Begin(IReadOnlyList<(string Name, string Value)> identity)
    {
        // A killed process loses nothing; a machine without power loses trials, which are run again
        Execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF;");
        Execute("BEGIN IMMEDIATE");
        using (var version = Command("PRAGMA user_version"))
        {
            switch (version.ExecuteScalar())
            {
                case 0L:
                    Execute($"{Tables} PRAGMA user_version = {Layout};");
                    break;
                case not (long)Layout:
                    throw new IOException($"{Path}: is no store of a sweep of this version; give another --store");
            }
        }

        foreach (var (name, value) in identity)
        {
            using var known = Command("SELECT value FROM sweep WHERE name = $0", name);
            if (known.ExecuteScalar() is not string before)
            {
                using var insert = Command("INSERT INTO sweep VALUES ($0, $1)", name, value);
                insert.ExecuteNonQuery();
            }
            else if (!string.Equals(before, value, StringComparison.Ordinal))
            {
                throw new IOException(
                    $"{Path}: is of a sweep with another {name} ({Short(before)}, and here {Short(value)}); "
                    + "give another --store, or delete this one");
            }
        }

        Execute("COMMIT");
    }

    private static string Short(string value) => value.Length == 64 ? value[..12] : $"'{value}'";

    private static ValueList<double> Doubles(byte[] bytes)
    {
        var values = new double[bytes.Length / sizeof(double)];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = BinaryPrimitives.ReadDoubleLittleEndian(bytes.AsSpan(i * sizeof(double)));
        }

        return values.ToValueList();
    }

    private static byte[] Bytes(ValueList<double> values)
    {
        var bytes = new byte[values.Count * sizeof(double)];
        for (var i = 0; i < values.Count; i++)
        {
            BinaryPrimitives.WriteDoubleLittleEndian(bytes.AsSpan(i * sizeof(double)), values[i]);
        }

        return bytes;
    }

    private static string? Text(decimal? value) => value is { } known ? DecimalText.Format(known) : null;

    private static decimal? Number(SqliteDataReader row, int column) =>
        !row.IsDBNull(column) && DecimalText.TryParse(row.GetString(column), out var value) ? value : null;

    private void Execute(string text)
    {
        using var command = Command(text);
        command.ExecuteNonQuery();
    }

    private SqliteCommand Command(string text, params ReadOnlySpan<object?> values)
    {
        var command = _connection.CreateCommand();
        command.CommandText = text;
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters.AddWithValue(string.Create(null, $"${i}"), values[i] ?? DBNull.Value);
        }

        return command;
    }
}
