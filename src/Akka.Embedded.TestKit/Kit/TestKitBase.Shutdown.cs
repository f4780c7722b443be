using System.Text;
using Akka.Actor;
using Akka.Event;

namespace Akka.TestKit;

/// <content>The end of a test.</content>
public abstract partial class TestKitBase
{
    private static readonly TimeSpan ShutdownTime = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan ShutdownTimeMax = TimeSpan.FromSeconds(10);

    /// <summary>Ends the system and waits for that.</summary>
    /// <param name="duration">How long to wait.</param>
    /// <param name="verifySystemShutdown">Whether the test fails when the system has not ended then.</param>
    public virtual void Shutdown(TimeSpan? duration = null, bool verifySystemShutdown = false) =>
        Shutdown(Sys, duration, verifySystemShutdown);

    /// <exception cref="TimeoutException">The system has not ended, and that was to be verified.</exception>
    protected virtual void Shutdown(ActorSystem system, TimeSpan? duration = null, bool verifySystemShutdown = false)
    {
        var dilated = Dilated(duration ?? ShutdownTime);
        var max = duration is null && dilated > ShutdownTimeMax ? ShutdownTimeMax : dilated;
        if (((IAsyncResult)system.Terminate()).AsyncWaitHandle.WaitOne(max))
        {
            return;
        }

        var text = $"{system.Name} must end within {Say.Time(max)}; these actors still live:{Living(system)}";
        if (verifySystemShutdown)
        {
            throw new TimeoutException(text);
        }

        system.Log.Warning("{0}", text);
    }

    private static string Living(ActorSystem system)
    {
        var text = new StringBuilder();
        var extended = (ExtendedActorSystem)system;
        foreach (var guardian in new[] { extended.Guardian, extended.SystemGuardian })
        {
            Add(InternalActorRef.Of(guardian), "\n  ", text);
        }

        return text.ToString();

        static void Add(InternalActorRef actor, string indent, StringBuilder text)
        {
            text.Append($"{indent}{actor}");
            foreach (var child in actor.GetChildren())
            {
                Add(child, indent + "  ", text);
            }
        }
    }
}
