namespace Akka.Actor;

/// <summary>Timers of one actor, by key; they end with the incarnation that started them.</summary>
/// <remarks>
/// A timer that is started anew or cancelled is not heard any more, even where its message was under way.
/// </remarks>
public interface ITimerScheduler
{
    void StartPeriodicTimer(object key, object msg, TimeSpan interval);

    void StartPeriodicTimer(object key, object msg, TimeSpan initialDelay, TimeSpan interval);

    void StartSingleTimer(object key, object msg, TimeSpan timeout);

    bool IsTimerActive(object key);

    void Cancel(object key);

    void CancelAll();
}
