namespace Barter.Actors;

/// <summary>Why a system stopped.</summary>
/// <param name="Kind">How.</param>
/// <param name="Message">In words.</param>
/// <param name="Exception">What was thrown, if anything.</param>
public sealed record TerminationReason(TerminationKind Kind, string Message, Exception? Exception = null)
{
    internal static readonly TerminationReason ShutDown = new(TerminationKind.Shutdown, "it was shut down");

    internal static readonly TerminationReason ShutDownByEvent =
        new(TerminationKind.ShutdownEvent, "a shutdown event was processed");

    internal static readonly TerminationReason Aborted = new(TerminationKind.Aborted, "it was aborted");

    public override string ToString() => $"{Kind}: {Message}";
}
