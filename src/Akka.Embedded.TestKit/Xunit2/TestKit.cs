using Akka.Actor;
using Akka.Actor.Setup;
using Akka.Configuration;
using Akka.Event;
using Xunit.Abstractions;

namespace Akka.TestKit.Xunit2;

/// <summary>The base of xUnit tests of actors: a system and a test actor for each test, which end with it.</summary>
public class TestKit : TestKitBase, IDisposable
{
    private bool _isDisposed;

    /// <param name="output">Gets the log; null for none.</param>
    public TestKit(ITestOutputHelper? output)
        : this(ActorSystemSetup.Empty, null, output)
    {
    }

    /// <param name="system">Null for a new one.</param>
    public TestKit(ActorSystem? system = null, ITestOutputHelper? output = null)
        : base(Assertions, system) => ShowLog(output);

    public TestKit(ActorSystemSetup config, string? actorSystemName = null, ITestOutputHelper? output = null)
        : base(Assertions, config, actorSystemName) => ShowLog(output);

    public TestKit(Config? config, string? actorSystemName = null, ITestOutputHelper? output = null)
        : base(Assertions, config, actorSystemName) => ShowLog(output);

    /// <param name="config">HOCON.</param>
    public TestKit(string config, ITestOutputHelper? output = null)
        : this(ConfigurationFactory.ParseString(config), null, output)
    {
    }

    /// <summary>Gets how tests fail.</summary>
    protected static XunitAssertions Assertions { get; } = new();

    /// <summary>Gets where the log goes.</summary>
    protected ITestOutputHelper? Output { get; private set; }

    /// <summary>Ends the test.</summary>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Runs after the test and before its system ends.</summary>
    protected virtual void AfterAll() => Shutdown();

    protected virtual void Dispose(bool disposing)
    {
        if (_isDisposed || !disposing)
        {
            return;
        }

        _isDisposed = true;
        try
        {
            AfterAll();
        }
        finally
        {
            ImplicitSender.Clear(((LocalActorRef)TestActor).Cell);
        }
    }

    /// <summary>Makes what the system logs part of the test's output.</summary>
    protected void InitializeLogger(ActorSystem system)
    {
        if (Output is { } output)
        {
            var logger = ((ExtendedActorSystem)system).SystemActorOf(
                Props.Create(() => new TestOutputLogger(output)), "log-test");
            logger.Tell(new InitializeLogger(system.EventStream), ActorRefs.NoSender);
        }
    }

    private void ShowLog(ITestOutputHelper? output)
    {
        Output = output;
        InitializeLogger(Sys);
    }
}
