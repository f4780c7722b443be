using Barter.Configuration;

namespace Barter.Actors.Hosting;

/// <summary>What code said of a session when it was added.</summary>
internal sealed record SessionRegistration(
    string Name, SystemConfig? Config, Func<TradingSystemOptions, IServiceProvider, TradingSystemOptions>? Configure)
{
    public string Section => $"Barter:Sessions:{Name}";
}
