namespace Akka.Actor;

/// <summary>An actor with timers; the runtime sets the property after the constructor and before PreStart.</summary>
public interface IWithTimers
{
    ITimerScheduler Timers { get; set; }
}
