using System.Runtime.InteropServices;
using Barter.Cli;

using var cancellation = new CancellationTokenSource();
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Cancel);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Cancel);

return await BarterCommand.InvokeAsync(args, CliConsole.OfProcess(), cancellation.Token);

void Cancel(PosixSignalContext signal)
{
    // A second signal ends the process at once, for those who cannot wait
    signal.Cancel = !cancellation.IsCancellationRequested;
    cancellation.Cancel();
}
