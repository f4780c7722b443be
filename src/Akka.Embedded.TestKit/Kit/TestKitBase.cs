using Akka.Actor;
using Akka.Actor.Setup;
using Akka.Configuration;
using Akka.Event;
using Akka.TestKit.Configs;

namespace Akka.TestKit;

/// <summary>A test with an actor of its own, <see cref="TestActor"/>, whose messages the test expects.</summary>
/// <remarks>One test at a time may use it; messages are looked at in the order in which they came.</remarks>
public abstract partial class TestKitBase : IActorRefFactory
{
    private readonly ITestKitAssertions _assertions;
    private readonly Inbox _inbox = new();
    private TestKitSession _session = null!;
    private MessageEnvelope _last = NullMessageEnvelope.Instance;

    /// <param name="system">Null for a new one, which then is this test's to shut down.</param>
    protected TestKitBase(ITestKitAssertions assertions, ActorSystem? system = null, string? testActorName = null)
        : this(assertions, system, ActorSystemSetup.Empty, null, testActorName)
    {
    }

    protected TestKitBase(
        ITestKitAssertions assertions,
        ActorSystemSetup setup,
        string? actorSystemName = null,
        string? testActorName = null)
        : this(assertions, null, setup, actorSystemName, testActorName)
    {
    }

    protected TestKitBase(
        ITestKitAssertions assertions,
        Config? config,
        string? actorSystemName = null,
        string? testActorName = null)
        : this(assertions, null, SetupOf(config), actorSystemName, testActorName)
    {
    }

    protected TestKitBase(
        ITestKitAssertions assertions,
        ActorSystem? system,
        ActorSystemSetup config,
        string? actorSystemName,
        string? testActorName)
    {
        _assertions = assertions;
        InitializeTest(system, config, actorSystemName, testActorName);
    }

    /// <summary>Gets what the systems of tests fall back to.</summary>
    public static Config DefaultConfig => TestConfigs.DefaultConfig;

    /// <summary>Gets settings that log whatever actors do.</summary>
    public static Config FullDebugConfig { get; } = ConfigurationFactory.ParseString(
        """
        akka.loglevel = DEBUG
        akka.log-dead-letters = on
        akka.actor.debug {
          receive = on
          autoreceive = on
          lifecycle = on
          event-stream = on
          unhandled = on
        }
        """);

    public ActorSystem Sys => _session.System;

    public TestKitSettings TestKitSettings => _session.Settings;

    /// <summary>Gets the actor that hears for this test; what the test tells comes from it.</summary>
    public IActorRef TestActor => _session.TestActor;

    public ILoggingAdapter Log => _session.Log;

    /// <summary>Gets the message that the last expectation took.</summary>
    /// <exception cref="IllegalActorStateException">It took none.</exception>
    public object LastMessage => _last.Message;

    /// <summary>Gets the sender of <see cref="LastMessage"/>.</summary>
    /// <exception cref="IllegalActorStateException">The last expectation took no message.</exception>
    public IActorRef LastSender => _last.Sender;

    /// <summary>Gets a value indicating whether there is a message that nobody has looked at.</summary>
    public bool HasMessages => _inbox.HasMessages;

    /// <summary>Gets the makers of event filters: what is expected to be logged.</summary>
    public EventFilterFactory EventFilter => _session.EventFilter;

    public EventFilterFactory CreateEventFilter(ActorSystem system) => new(this, system);

    /// <summary>Keeps messages from the test: they are neither expected nor counted.</summary>
    public void IgnoreMessages(Func<object, bool> shouldIgnoreMessage) =>
        TestActor.Tell(new ListenerCommand.SetIgnore(shouldIgnoreMessage), ActorRefs.NoSender);

    public void IgnoreMessages<TMsg>(Func<TMsg, bool> shouldIgnoreMessage) =>
        IgnoreMessages(message => message is TMsg typed && shouldIgnoreMessage(typed));

    public void IgnoreMessages<TMsg>() => IgnoreMessages(message => message is TMsg);

    /// <summary>Ends <see cref="IgnoreMessages(Func{object, bool})"/>.</summary>
    public void IgnoreNoMessages() => TestActor.Tell(new ListenerCommand.SetIgnore(null), ActorRefs.NoSender);

    /// <summary>Sets what answers for the test actor from the next message on.</summary>
    public void SetAutoPilot(AutoPilot pilot) =>
        TestActor.Tell(new ListenerCommand.SetAutoPilot(pilot), ActorRefs.NoSender);

    /// <summary>Makes the test actor hear <see cref="Terminated"/> when the other one ends.</summary>
    public IActorRef Watch(IActorRef actorToWatch)
    {
        TestActor.Tell(new ListenerCommand.Watch(actorToWatch), ActorRefs.NoSender);
        return actorToWatch;
    }

    public Task<IActorRef> WatchAsync(IActorRef actorToWatch) => Task.FromResult(Watch(actorToWatch));

    public IActorRef Unwatch(IActorRef actorToUnwatch)
    {
        TestActor.Tell(new ListenerCommand.Unwatch(actorToUnwatch), ActorRefs.NoSender);
        return actorToUnwatch;
    }

    public Task<IActorRef> UnwatchAsync(IActorRef actorToUnwatch) => Task.FromResult(Unwatch(actorToUnwatch));

    /// <summary>Creates a further actor that hears for this test.</summary>
    public IActorRef CreateTestActor(string name) => _session.CreateListener(_inbox, name);

    /// <param name="name">The actor's name; null for one of its own.</param>
    public virtual TestProbe CreateTestProbe(string? name = null) => CreateTestProbe(Sys, name);

    public virtual TestProbe CreateTestProbe(ActorSystem system, string? name = null) =>
        new(system, _assertions, name);

    public virtual TestLatch CreateTestLatch(int count = 1) => new(count, Dilated(TestKitSettings.DefaultTimeout));

    protected virtual void InitializeTest(
        ActorSystem? system, ActorSystemSetup config, string? actorSystemName, string? testActorName) =>
        _session = TestKitSession.Start(this, _inbox, system, config, actorSystemName ?? "test", testActorName);

    protected void InitializeTest(
        ActorSystem? system, Config? config, string? actorSystemName, string? testActorName) =>
        InitializeTest(system, SetupOf(config), actorSystemName, testActorName);

    private static ActorSystemSetup SetupOf(Config? config) => config is null
        ? ActorSystemSetup.Empty
        : ActorSystemSetup.Create(BootstrapSetup.Create().WithConfig(config));
}
