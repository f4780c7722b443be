using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Barter.Cli.Chaos;

/// <summary>This command in a process of its own, to be killed.</summary>
internal sealed partial class BarterProcess : IDisposable
{
    private const int Terminate = 15;

    private readonly Process _process;
    private readonly Task<string> _output;

    private BarterProcess(Process process, bool readsOutput)
    {
        _process = process;
        _output = readsOutput ? process.StandardOutput.ReadToEndAsync() : Task.FromResult("");
    }

    /// <summary>How long it runs by now.</summary>
    public TimeSpan Age => DateTime.Now - _process.StartTime;

    public bool HasExited => _process.HasExited;

    public StreamReader Error => _process.StandardError;

    /// <summary>Standard output, for one who reads it line by line.</summary>
    public StreamReader Output => _process.StandardOutput;

    /// <param name="args">The command line.</param>
    /// <param name="readsOutput">Whether <see cref="EndAsync"/> is to give all that it wrote.</param>
    public static BarterProcess Start(IEnumerable<string> args, bool readsOutput)
    {
        // Most of a short life is its start: code that is not worth to be made fast is not made slowly
        var start = new ProcessStartInfo("dotnet", [typeof(BarterCommand).Assembly.Location, .. args])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            Environment = { ["DOTNET_TieredPGO"] = "0" },
        };
        return new BarterProcess(Process.Start(start)!, readsOutput);
    }

    /// <summary>As <c>kill -9</c> does: it runs nothing any more.</summary>
    public async Task KillAsync(CancellationToken cancellation)
    {
        _process.Kill();
        await _process.WaitForExitAsync(cancellation);
    }

    /// <summary>Asks it to end, as Ctrl+C does.</summary>
    public void Ask()
    {
        if (OperatingSystem.IsWindows())
        {
            throw new PlatformNotSupportedException("there are no signals here");
        }

        _ = Signal(_process.Id, Terminate);
    }

    /// <summary>Waits for its end.</summary>
    public async Task<(int Code, string Output)> EndAsync(CancellationToken cancellation)
    {
        await _process.WaitForExitAsync(cancellation);
        return (_process.ExitCode, await _output);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static partial int Signal(int process, int signal);
}
