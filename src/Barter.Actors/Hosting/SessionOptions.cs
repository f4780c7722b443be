using System.Globalization;
using Barter.Engine.Strategies;
using Barter.MarketData;
using Barter.Model;
using Barter.Statistics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Barter.Actors.Hosting;

/// <summary>Binds, checks and reads the options of one session; every complaint names the key and the value.</summary>
internal sealed class SessionOptions(SessionRegistration registration, HostSettings host)
    : IConfigureNamedOptions<HostedSessionOptions>, IValidateOptions<HostedSessionOptions>
{
    private const double FastestSpeed = 1_000_000;

    public void Configure(HostedSessionOptions options)
    {
    }

    public void Configure(string? name, HostedSessionOptions options)
    {
        if (!IsMine(name))
        {
            return;
        }

        try
        {
            host.Section(registration.Section)?.Bind(options, binder => binder.ErrorOnUnknownConfiguration = true);
        }
        catch (InvalidOperationException misfit)
        {
            var text = misfit.Message + (misfit.InnerException is { } inner ? $" {inner.Message}" : "");
            throw new OptionsValidationException(
                registration.Name, typeof(HostedSessionOptions), [$"{registration.Section}: {text}"]);
        }
    }

    public ValidateOptionsResult Validate(string? name, HostedSessionOptions options)
    {
        if (!IsMine(name))
        {
            return ValidateOptionsResult.Skip;
        }

        var complaints = Complaints(options).ToArray();
        return complaints.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(complaints);
    }

    /// <summary>The options as a system takes them.</summary>
    public TradingSystemOptions Read(HostedSessionOptions options, InstrumentCatalog catalog) => new()
    {
        TradingEnabled = options.TradingEnabled,
        Audit = options.Audit,
        FeedMode = EngineFeedModes.Parse(options.FeedMode),
        RiskFreeReturn = options.RiskFreeReturn,
        SummaryInterval = ReturnInterval.Parse(options.SummaryInterval),
        Strategy = () => NewStrategy(options),
        Market = FeedOf(options, catalog),
    };

    private bool IsMine(string? name) => string.Equals(name, registration.Name, StringComparison.Ordinal);

    private static IStrategy NewStrategy(HostedSessionOptions options) => ShippedStrategies.Create(
        options.Strategy, options.Parameters.Select(parameter => $"{parameter.Key}={parameter.Value}"));

    /// <returns>None for as fast as it can be.</returns>
    /// <exception cref="FormatException">It is no speed.</exception>
    private static double? SpeedOf(string text)
    {
        if (text is "max")
        {
            return null;
        }

        return double.TryParse(text.TrimEnd('x'), NumberStyles.Float, CultureInfo.InvariantCulture, out var speed)
            && speed is > 0 and <= FastestSpeed
                ? speed
                : throw new FormatException("it must be max, or a multiple above 0 such as 10x");
    }

    private MarketFeed FeedOf(HostedSessionOptions options, InstrumentCatalog catalog)
    {
        if (options.MarketData is null)
        {
            return MarketFeed.None;
        }

        var source = new RecordedMarketData(host.PathOf(options.MarketData), catalog);
        return SpeedOf(options.Speed) is { } speed ? MarketFeed.Paced(source, speed) : MarketFeed.Replayed(source);
    }

    private IEnumerable<string> Complaints(HostedSessionOptions options)
    {
        if (registration.Config is null && string.IsNullOrWhiteSpace(options.Config))
        {
            yield return $"{registration.Section}:Config is missing: it names the file of instruments and exchanges";
        }

        (string Key, string? Value, Action Read)[] checks =
        [
            (nameof(options.Config), options.Config, () => Find(options.Config)),
            (nameof(options.MarketData), options.MarketData, () => Find(options.MarketData)),
            (nameof(options.Speed), options.Speed, () => SpeedOf(options.Speed)),
            (nameof(options.Strategy), options.Strategy, () => NewStrategy(options)),
            (nameof(options.FeedMode), options.FeedMode, () => EngineFeedModes.Parse(options.FeedMode)),
            (nameof(options.SummaryInterval), options.SummaryInterval,
                () => ReturnInterval.Parse(options.SummaryInterval)),
        ];
        foreach (var (key, value, read) in checks)
        {
            if (Complaint(read) is { } complaint)
            {
                yield return $"{registration.Section}:{key} = '{value}': {complaint}";
            }
        }
    }

    private static string? Complaint(Action read)
    {
        try
        {
            read();
            return null;
        }
        catch (Exception misfit) when (misfit is FormatException or ArgumentException or FileNotFoundException)
        {
            return misfit.Message.Split(" (Parameter")[0];
        }
    }

    private void Find(string? path)
    {
        if (!string.IsNullOrWhiteSpace(path) && !File.Exists(host.PathOf(path)))
        {
            throw new FileNotFoundException($"there is no file {host.PathOf(path)}");
        }
    }
}
