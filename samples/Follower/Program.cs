// Follows the journal of a session while another process writes it, and holds the same state.
// Usage: Follower directory-of-a-session. It ends when the session ends, or on Ctrl+C. For one to follow:
//   barter paper --config data/config/spot.json --market-data data/markets/day.json.gz --strategy ema-cross \
//     --speed 600x --journal sessions

using Barter.Actors;
using Barter.Journal;
using Barter.Model;

if (args is not [var directory])
{
    Console.Error.WriteLine("usage: Follower directory-of-a-session, such as sessions/paper");
    return 2;
}

using var cancellation = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    cancellation.Cancel();
};

// A replica is told the journal alone. It makes the session's core again and compares every order with the journal's
var replica = new JournalReplica();
var shown = DateTime.MinValue;
Console.WriteLine($"following {directory}");
try
{
    await replica.FollowAsync(
        JournalDisk.At(directory), TimeProvider.System, TimeSpan.FromMilliseconds(20), Show, cancellation.Token);
    Print(replica);
    Console.WriteLine($"ended: {replica.EndedReason}");
    return 0;
}
catch (OperationCanceledException)
{
    Console.WriteLine($"left after {replica.Entries} entries");
    return 0;
}
catch (Exception refused) when (refused is JournalException or SessionRecoveryException)
{
    Console.Error.WriteLine(refused.Message);
    return 1;
}

void Show(JournalReplica seen)
{
    if (DateTime.UtcNow - shown > TimeSpan.FromSeconds(1) && seen.EndedReason is null)
    {
        shown = DateTime.UtcNow;
        Print(seen);
    }
}

void Print(JournalReplica seen)
{
    var lag = DateTime.UtcNow - Directory.EnumerateFiles(directory, "*.journal").Max(File.GetLastWriteTimeUtc);
    Console.WriteLine(
        $"{seen.Now}  {seen.Entries} entries  state {seen.StateDigest[..12]}  lag {lag.TotalMilliseconds:F0} ms  "
        + Positions(seen));
}

static string Positions(JournalReplica seen)
{
    var open = new List<string>();
    foreach (var row in seen.State.Instruments)
    {
        if (row.Position is { } position)
        {
            open.Add($"{DecimalText.Format(position.QuantitySigned)} {row.Instrument.Name}");
        }
    }

    return open.Count == 0 ? "no positions" : string.Join(", ", open);
}
