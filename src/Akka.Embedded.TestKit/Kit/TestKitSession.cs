using Akka.Actor;
using Akka.Actor.Setup;
using Akka.Event;
using Akka.TestKit.Configs;

namespace Akka.TestKit;

/// <summary>A test's system, its test actor, and what both were started with.</summary>
internal sealed class TestKitSession
{
    private TestKitSession(TestKitBase kit, Inbox inbox, ActorSystem system, string? testActorName)
    {
        System = system;
        Settings = TestKitExtension.For(system);
        CallingThreadDispatcher.AddTo(system);
        Log = Logging.GetLogger(system, kit.GetType());
        EventFilter = new EventFilterFactory(kit, system);
        TestActor = CreateListener(inbox, testActorName ?? $"testActor{Settings.NextTestActor()}");
    }

    public ActorSystem System { get; }

    public TestKitSettings Settings { get; }

    public ILoggingAdapter Log { get; }

    public EventFilterFactory EventFilter { get; }

    public IActorRef TestActor { get; }

    public static TestKitSession Start(
        TestKitBase kit,
        Inbox inbox,
        ActorSystem? system,
        ActorSystemSetup setup,
        string systemName,
        string? testActorName)
    {
        var session = new TestKitSession(
            kit, inbox, system ?? ActorSystem.Create(systemName, WithDefaults(setup)), testActorName);
        if (kit is not INoImplicitSender)
        {
            ImplicitSender.Set(((LocalActorRef)session.TestActor).Cell);
        }
        else if (kit is not TestProbe)
        {
            // A test that ran on this thread before may have left its own
            ActorCell.Current = null;
        }

        return session;
    }

    public IActorRef CreateListener(Inbox inbox, string name) => ((ExtendedActorSystem)System).SystemActorOf(
        Props.Create(() => new Listener(inbox)).WithDispatcher(CallingThreadDispatcher.Id), name);

    private static ActorSystemSetup WithDefaults(ActorSystemSetup setup)
    {
        var bootstrap = setup.Get<BootstrapSetup>() ?? BootstrapSetup.Create();
        var config = bootstrap.Config?.WithFallback(TestConfigs.DefaultConfig) ?? TestConfigs.DefaultConfig;
        return setup.And(bootstrap.WithConfig(config));
    }
}
