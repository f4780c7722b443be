namespace Barter.Engine.Connectivity;

/// <summary>The links to one exchange.</summary>
/// <param name="MarketData">Health of its market data.</param>
/// <param name="Account">Health of our account there; none where we only listen.</param>
public readonly record struct ExchangeLinks(LinkHealth MarketData, LinkHealth? Account)
{
    public bool AreHealthy => MarketData == LinkHealth.Healthy && Account is null or LinkHealth.Healthy;

    public override string ToString() => $"market data {MarketData}, account {Account?.ToString() ?? "none"}";
}
