using Akka.Actor;
using Akka.Event;

namespace Akka.Simulation;

/// <summary>Messages in words that do not change from run to run.</summary>
internal static class Words
{
    public static string Of(object message) => message switch
    {
        string text => text,
        Exception failure => $"{failure.GetType().Name}: {failure.Message}",
        Status.Failure failure => $"Failure: {Of(failure.Cause)}",
        Status.Success success => $"Success: {(success.Status is null ? "" : Of(success.Status))}",
        LogEvent line => $"{line.LogLevel()} {line.LogSource} {line.Message}",
        Crash crash => $"{Of(crash.Original)} (crash)",
        _ when message.GetType() == typeof(object) => "object",
        _ => message.ToString() ?? message.GetType().Name,
    };

    public static string Of(IActorRef? actor) => actor is null ? "-" : actor.Path.ToStringWithoutAddress();
}
