using System.Text.Json;
using Akka.Actor;
using Akka.Configuration;
using Akka.Event;

namespace Barter.Cli.Paper;

/// <summary>Writes what a session logs to a file, so that the terminal is left alone.</summary>
#pragma warning disable CA1001 // An actor ends what it owns in PostStop
internal sealed class FileLogger : ReceiveActor
#pragma warning restore CA1001
{
    private const string PathKey = "barter.cli.log-file";

    private readonly StreamWriter _file;

    public FileLogger()
    {
        _file = new StreamWriter(Context.System.Settings.Config.GetString(PathKey)!) { AutoFlush = true };
        Receive<InitializeLogger>(_ => Sender.Tell(new LoggerInitialized()));
        Receive<LogEvent>(line => _file.WriteLine(line));
    }

    /// <summary>Settings under which a session logs to a file, or not at all.</summary>
    /// <exception cref="IOException">Nothing can be written there.</exception>
    public static Config SettingsFor(string? path)
    {
        if (path is null)
        {
            return "akka { loglevel = OFF, stdout-loglevel = OFF, loggers = [] }";
        }

        File.WriteAllText(path, "");
        return $$"""
            akka {
              loglevel = INFO, stdout-loglevel = OFF
              loggers = ["{{typeof(FileLogger).FullName}}, {{typeof(FileLogger).Assembly.GetName().Name}}"]
            }
            {{PathKey}} = "{{JsonEncodedText.Encode(Path.GetFullPath(path))}}"
            """;
    }

    protected override void PostStop() => _file.Dispose();
}
