using Akka.Actor;
using Akka.Actor.Setup;
using Akka.Support;

namespace Akka.Event;

/// <summary>Systems whose logs a test reads.</summary>
public sealed class HeardBy(Inbox inbox) : Setup
{
    public const string Logger = "akka.loggers = [\"Akka.Event.HeardBy+InboxLogger, Akka.Embedded.Tests\"]\n";

    public Inbox Inbox => inbox;

    /// <summary>A system with the logger and the further settings.</summary>
    public static ActorSystem Start(Inbox inbox, string hocon = "") => ActorSystem.Create(
        "heard", ActorSystemSetup.Create(BootstrapSetup.Create().WithConfig(Logger + hocon), new HeardBy(inbox)));

    public sealed class InboxLogger : ReceiveActor
    {
        public InboxLogger()
        {
            var inbox = ((ExtendedActorSystem)Context.System).Setup.Get<HeardBy>()!.Inbox;
            Receive<InitializeLogger>(_ => Sender.Tell(new LoggerInitialized()));
            Receive<LogEvent>(inbox.Hear);
        }
    }
}
