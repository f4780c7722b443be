using Barter.Actors.Hosting;
using Barter.Configuration;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Barter.Actors.Tests.Hosting;

/// <summary>Hosts that know nothing but what a test says.</summary>
internal static class Hosts
{
    public static SystemConfig Spot { get; } = SystemConfig.Load(Repository.File("data/config/spot.json"));

    /// <param name="add">Adds sessions and services.</param>
    /// <param name="settings">Keys and values of the configuration.</param>
    public static IHost Build(Action<HostApplicationBuilder> add, params (string Key, string Value)[] settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings
        {
            ContentRootPath = Repository.File(""),
        });
        builder.Configuration.AddInMemoryCollection(
            settings.Select(setting => KeyValuePair.Create<string, string?>(setting.Key, setting.Value)));
        builder.Services.AddMetrics();
        add(builder);
        return builder.Build();
    }

    public static ITradingSessions Sessions(this IHost host) => host.Services.GetRequiredService<ITradingSessions>();

    public static async Task<(HealthStatus Status, string? Text)> HealthOf(this IHost host, string name)
    {
        var report = await host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync();
        return (report.Entries[name].Status, report.Entries[name].Description);
    }

    /// <summary>A file of settings in a folder that goes with it.</summary>
    public static TemporaryFile Hocon(string text) => new(text);

    internal sealed class TemporaryFile : IDisposable
    {
        private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("barter-hosting-");

        public TemporaryFile(string text)
        {
            Path = System.IO.Path.Combine(_folder.FullName, "test.conf");
            File.WriteAllText(Path, text);
        }

        public string Path { get; }

        public void Dispose() => _folder.Delete(recursive: true);
    }

    /// <summary>Keeps every line with its values by name.</summary>
    internal sealed class Lines : ILoggerProvider, ILogger
    {
        private readonly List<(LogLevel Level, string Text, IReadOnlyDictionary<string, object?> Values)> _lines = [];
        private readonly Lock _lock = new();

        public IReadOnlyList<(LogLevel Level, string Text, IReadOnlyDictionary<string, object?> Values)> All
        {
            get
            {
                lock (_lock)
                {
                    return [.. _lines];
                }
            }
        }

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception,
            Func<TState, Exception?, string> formatter)
        {
            var values = (state as IEnumerable<KeyValuePair<string, object?>> ?? []).ToDictionary();
            lock (_lock)
            {
                _lines.Add((logLevel, formatter(state, exception), values));
            }
        }

        public void Dispose()
        {
        }
    }
}
