using System.Globalization;
using System.Text.RegularExpressions;

namespace Barter.Cli.Chaos;

/// <summary>One life of the session.</summary>
internal sealed partial class ChaosSession : IDisposable
{
    private static readonly TimeSpan ReadyMax = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan EndMax = TimeSpan.FromSeconds(30);

    private readonly BarterProcess _process;
    private readonly List<string> _said = [];

    private ChaosSession(BarterProcess process) => _process = process;

    /// <summary>From the start of the process until it could trade; none that was not there yet.</summary>
    public TimeSpan? ReadyAfter { get; private set; }

    /// <summary>How many entries it found.</summary>
    public long Recovered { get; private set; }

    /// <summary>Whether the process before it was killed while it wrote.</summary>
    public bool FoundTorn { get; private set; }

    public bool HasExited => _process.HasExited;

    public static ChaosSession Start(ChaosPlan plan, string exchange) =>
        new(BarterProcess.Start(plan.SessionArgs(exchange), readsOutput: true));

    /// <summary>Waits until it trades.</summary>
    /// <exception cref="ChaosException">It does not come so far.</exception>
    public async Task ReadyAsync(CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(ReadyMax);
        try
        {
            while (await _process.Error.ReadLineAsync(limit.Token) is { } line)
            {
                _said.Add(line);
                if (Greeting().Match(line) is { Success: true } greeting)
                {
                    ReadyAfter = _process.Age;
                    FoundTorn = line.Contains("cut off", StringComparison.Ordinal);
                    Recovered = greeting.Groups["entries"] is { Success: true, Value: var entries }
                        ? long.Parse(entries, NumberStyles.AllowThousands, CultureInfo.InvariantCulture)
                        : 0;
                    return;
                }
            }
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new ChaosException($"the session was not ready within {ReadyMax.TotalSeconds} s");
        }

        var (code, _) = await _process.EndAsync(cancellation);
        throw new ChaosException($"the session did not start, and ended with {code}: {string.Join(' ', _said)}");
    }

    /// <summary>Kills it, which no process is to come before.</summary>
    /// <exception cref="ChaosException">It had ended by itself.</exception>
    public async Task KillAsync(CancellationToken cancellation)
    {
        if (_process.HasExited)
        {
            var (code, _) = await _process.EndAsync(cancellation);
            var said = string.Join(' ', _said) + await _process.Error.ReadToEndAsync(cancellation);
            throw new ChaosException($"the session ended by itself with {code}: {said}");
        }

        await _process.KillAsync(cancellation);
    }

    public void Ask() => _process.Ask();

    /// <summary>What it says at its end, which it was asked for.</summary>
    /// <exception cref="ChaosException">It does not end, or not well.</exception>
    public async Task<SessionEnd> EndAsync(CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(EndMax);
        try
        {
            var (code, output) = await _process.EndAsync(limit.Token);
            return code == ExitCode.Done
                ? SessionEnd.Parse(output)
                : throw new ChaosException(
                    $"the session ended with {code}: {await _process.Error.ReadToEndAsync(cancellation)}");
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new ChaosException($"the session did not end within {EndMax.TotalSeconds} s");
        }
    }

    public void Dispose() => _process.Dispose();

    [GeneratedRegex(
        "^session [^:]+: recovered (?<entries>[0-9,]+) events|^session .+ is new;", RegexOptions.None, 1000)]
    private static partial Regex Greeting();
}
