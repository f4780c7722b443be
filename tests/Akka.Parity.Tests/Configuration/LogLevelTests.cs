using Akka.Actor;
using Akka.Configuration;
using Akka.Event;

namespace Akka.Parity.Tests.Configuration;

public sealed class LogLevelTests
{
    [Theory]
    [InlineData("everything", "DEBUG", true, true, true, true)]
    [InlineData("info and above", "INFO", false, true, true, true)]
    [InlineData("warnings and above", "WARNING", false, false, true, true)]
    [InlineData("errors only", "ERROR", false, false, false, true)]
    [InlineData("nothing", "OFF", false, false, false, false)]
    public async Task The_level_of_the_configuration_decides(
        string row, string level, bool debug, bool info, bool warning, bool error)
    {
        Assert.NotEmpty(row);
        var system = ActorSystem.Create("levels", ConfigurationFactory.ParseString(
            $"akka {{ loglevel = {level}, stdout-loglevel = OFF }}"));

        var log = Logging.GetLogger(system, "levels");

        Assert.Equal(
            (debug, info, warning, error),
            (log.IsDebugEnabled, log.IsInfoEnabled, log.IsWarningEnabled, log.IsErrorEnabled));
        await system.Terminate();
    }
}
