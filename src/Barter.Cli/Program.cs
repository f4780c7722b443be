using System.Runtime.InteropServices;
using Barter.Cli;

// Some programs send a signal to a process and to its group, so that it comes twice
const long SameSignalMillis = 500;

var signalledAt = long.MaxValue;
using var cancellation = new CancellationTokenSource();
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Cancel);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Cancel);

return await BarterCommand.InvokeAsync(args, CliConsole.OfProcess(), cancellation.Token);

void Cancel(PosixSignalContext signal)
{
    // A second signal ends the process at once, for those who cannot wait
    signal.Cancel = Environment.TickCount64 - SameSignalMillis < signalledAt;
    signalledAt = Math.Min(signalledAt, Environment.TickCount64);
    cancellation.Cancel();
}
