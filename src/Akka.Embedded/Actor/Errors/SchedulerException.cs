namespace Akka.Actor;

/// <summary>The scheduler cannot do what was asked.</summary>
public sealed class SchedulerException : AkkaException
{
    public SchedulerException(string? message, Exception? cause = null)
        : base(message, cause)
    {
    }
}
