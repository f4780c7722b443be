using Akka.Configuration;

namespace Barter.Actors.Settings;

/// <summary>The section <c>barter</c> of the settings, read once.</summary>
internal sealed record SessionSettings
{
    /// <summary>The thread of a session that has one of its own.</summary>
    public const string EngineDispatcher = "barter.engine-dispatcher";

    /// <summary>The thread of a journal: whoever waits for a disk must not keep others from running.</summary>
    public const string JournalDispatcher = "barter.journal-dispatcher";

    private SessionSettings(Config barter)
    {
        StartTimeout = Span(barter, "session.start-timeout");
        StopTimeout = Span(barter, "session.stop-timeout");
        RestartMin = Span(barter, "session.restart.min-pause");
        RestartMax = Span(barter, "session.restart.max-pause");
        RestartBudget = AtLeast(barter, "session.restart.budget", 0);
        MarketAhead = AtLeast(barter, "market-data.ahead", 1);
        MarketBatch = AtLeast(barter, "market-data.batch", 1);
        AnswerTimeout = Span(barter, "execution.answer-timeout");
        PollInterval = Span(barter, "execution.poll-interval");
        FlushAtLeast = Span(barter, "journal.flush-at-least");
        UnknownAlert = Span(barter, "execution.unknown-alert");
        RequestWindow = Span(barter, "execution.request-window");
        AuditCapacity = AtLeast(barter, "audit.capacity", 1);
        TradingOffTimeout = Span(barter, "shutdown.trading-off");
        IsCancelledAtShutdown = barter.GetBoolean("shutdown.cancel-all");
        IsClosedAtShutdown = barter.GetBoolean("shutdown.close-all");
        CommandsTimeout = Span(barter, "shutdown.commands");
        DrainTimeout = Span(barter, "shutdown.drain");
    }

    /// <summary>What holds where nobody says otherwise.</summary>
    public static Config Reference { get; } = ConfigurationFactory.FromResource(
        "Barter.Actors.reference.conf", typeof(SessionSettings).Assembly);

    public TimeSpan StartTimeout { get; }

    public TimeSpan StopTimeout { get; }

    public TimeSpan RestartMin { get; }

    public TimeSpan RestartMax { get; }

    public int RestartBudget { get; }

    public int MarketAhead { get; }

    public int MarketBatch { get; }

    public TimeSpan AnswerTimeout { get; }

    public TimeSpan PollInterval { get; }

    public TimeSpan FlushAtLeast { get; }
    public TimeSpan UnknownAlert { get; }

    /// <summary>In the time of the machine, as an order is on its way there.</summary>
    public TimeSpan RequestWindow { get; }

    public int AuditCapacity { get; }

    public TimeSpan TradingOffTimeout { get; }

    public bool IsCancelledAtShutdown { get; }

    public bool IsClosedAtShutdown { get; }

    public TimeSpan CommandsTimeout { get; }

    public TimeSpan DrainTimeout { get; }

    /// <exception cref="ConfigurationException">A value cannot be; the message names its key.</exception>
    public static SessionSettings Of(Config config) => new(config.WithFallback(Reference).GetConfig("barter"));

    private static TimeSpan Span(Config config, string key)
    {
        var span = config.GetTimeSpan(key, null, false);
        return span > TimeSpan.Zero
            ? span
            : throw new ConfigurationException($"barter.{key} = {span}: it must be above zero");
    }

    private static int AtLeast(Config config, string key, int least)
    {
        var number = config.GetInt(key);
        return number >= least
            ? number
            : throw new ConfigurationException($"barter.{key} = {number}: it must be at least {least}");
    }
}
