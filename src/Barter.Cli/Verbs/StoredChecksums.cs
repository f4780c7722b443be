using Barter.Cli.Terminal;
using Barter.MarketData.Recorded.Columnar;

namespace Barter.Cli.Verbs;

/// <summary>Reads all of stored market data, also what a configuration does not know.</summary>
internal static class StoredChecksums
{
    /// <summary>Does nothing if the path is of other market data.</summary>
    /// <exception cref="MarketData.MarketDataException">A file is damaged, or not the one of its manifest.</exception>
    public static async Task VerifyAsync(CliConsole console, string path, CancellationToken cancellation)
    {
        if (!StoredMarketData.IsStored(path))
        {
            return;
        }

        var files = StoredPart.FilesOf(path);
        var done = 0;
        await ProgressBar.WatchAsync(
            console, "verifying", () => (double)Volatile.Read(ref done) / files.Count,
            Task.Run(() => Verify(), cancellation));

        bool Verify()
        {
            foreach (var file in files)
            {
                file.Refuse(StoredMarketData.Verify(file.Path, cancellation));
                Interlocked.Increment(ref done);
            }

            return true;
        }
    }
}
