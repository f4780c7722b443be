using Akka.Actor;
using Akka.Event;

namespace Barter.Actors.Supervision;

/// <summary>Everything a <see cref="SessionSupervisor"/> hears and says.</summary>
internal static class SessionProtocol
{
    /// <summary>From the engine: every exchange has told its account.</summary>
    public sealed record Ready : IDeadLetterSuppression;

    /// <summary>From the engine: it stops once what is in flight is answered.</summary>
    public sealed record Stopping : IDeadLetterSuppression;

    /// <summary>From the engine: nothing is processed any more.</summary>
    public sealed record Ended(TerminationReason Reason) : IDeadLetterSuppression;

    /// <summary>From who starts a part again: why it has to.</summary>
    public sealed record PartFailed(Exception Cause) : IDeadLetterSuppression;

    /// <summary>From the engine or a history: the recording is over, and all of it was processed.</summary>
    public sealed record MarketEnded : IDeadLetterSuppression;

    /// <summary>Asks for <see cref="Opened"/>, as soon as the session is ready.</summary>
    public sealed record WhenReady : IDeadLetterSuppression;

    public sealed record Opened(IActorRef Engine) : IDeadLetterSuppression;

    /// <summary>The session cannot start, or is no more.</summary>
    public sealed record Failed(TerminationReason Reason) : IDeadLetterSuppression;

    /// <summary>End once the engine has taken in what was told before, and be gone.</summary>
    public sealed record Leave : IDeadLetterSuppression;
}
