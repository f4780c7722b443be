using Akka.Actor;
using Akka.Event;
using Xunit.Abstractions;

namespace Akka.TestKit.Xunit2;

/// <summary>Writes what is logged to the output of a test.</summary>
internal sealed class TestOutputLogger(ITestOutputHelper output) : ActorBase
{
    protected override bool Receive(object message)
    {
        switch (message)
        {
            case InitializeLogger begin:
                begin.LoggingBus.Subscribe(Self, typeof(LogEvent));
                Sender.Tell(new LoggerInitialized(), Self);
                return true;
            case LogEvent line:
                Write(line);
                return true;
            default:
                return false;
        }
    }

    private void Write(LogEvent line)
    {
        try
        {
            output.WriteLine(line.ToString());
        }
        catch (InvalidOperationException)
        {
            // The test has ended, and nobody reads its output any more
        }
    }
}
