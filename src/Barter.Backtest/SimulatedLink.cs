using Barter.Configuration;
using Barter.Execution.Simulation;
using Barter.Model;

namespace Barter.Backtest;

/// <summary>A simulated exchange as configured, and how long requests and reports are on their way.</summary>
internal sealed record SimulatedLink(
    ExchangeIndex Exchange, SimulatedExchangeSettings Settings, long RequestNanos, long ReportNanos)
{
    public static ValueList<SimulatedLink> Of(SystemConfig config, InstrumentCatalog catalog) =>
        config.Executions.OfType<SimulatedExecutionConfig>().Select(row => Of(row, catalog)).ToValueList();

    /// <exception cref="BacktestException">The exchange cannot be simulated as it is configured.</exception>
    public SimulatedExchange Build(InstrumentCatalog catalog)
    {
        try
        {
            return new SimulatedExchange(Exchange, catalog, Settings);
        }
        catch (Exception exception) when (exception is NotSupportedException or ArgumentException)
        {
            throw new BacktestException(exception.Message.ReplaceLineEndings(" "), exception);
        }
    }

    private static SimulatedLink Of(SimulatedExecutionConfig config, InstrumentCatalog catalog)
    {
        var latency = config.Latency.Ticks * Timestamp.NanosPerTick;
        var balances = config.Balances
            .Select(row => new AssetBalance(
                catalog.FindAsset(config.Exchange, row.Asset), row.Balance, Timestamp.Epoch))
            .ToValueList();
        return new SimulatedLink(
            catalog.Find(config.Exchange),
            new SimulatedExchangeSettings(
                config.MakerFeesPercent,
                config.TakerFeesPercent,
                balances,
                config.Orders.Select(order => OrderOf(order, config.Exchange, catalog)).ToValueList()),
            latency / 2,
            latency - (latency / 2));
    }

    private static Order OrderOf(StartingOrder order, ExchangeId exchange, InstrumentCatalog catalog)
    {
        var key = new OrderKey(
            catalog.Find(exchange),
            catalog.FindInstrument(exchange, order.Instrument),
            order.Strategy,
            order.ClientOrderId);
        return new Order(
            key, order.Side, order.Price, order.Quantity, OrderKind.Limit, order.TimeInForce, order.State);
    }
}
