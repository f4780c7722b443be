using Barter.Engine.Strategies;
using Barter.Model;

namespace Barter.Engine.Risk;

/// <summary>Enforces configured limits on what a position could become if every working order traded.</summary>
/// <remarks>
/// An order that only reduces a position is always approved. A refusal names the limit, its value and the excess.
/// Notional is valued at the order's own price, or at the market's where it has none.
/// </remarks>
public sealed class RiskLimitPolicy : IRiskPolicy, ISnapshotState
{
    private readonly PerInstrument<RiskLimits?> _limits;

    /// <param name="limits">The limits of each instrument; none means unlimited.</param>
    public RiskLimitPolicy(PerInstrument<RiskLimits?> limits) => _limits = limits;

    public RiskVerdict Check(OrderRequestOpen request, EngineState state)
    {
        if (!state.Catalog.Contains(request.Key.Instrument) || _limits[request.Key.Instrument] is not { } limits)
        {
            return RiskVerdict.Approve;
        }

        var row = state[request.Key.Instrument];
        var held = row.Position?.QuantitySigned ?? 0m;
        var sign = request.Side == Side.Buy ? 1m : -1m;
        var worst = Math.Abs(held + (sign * (request.Quantity + row.Orders.QuantityRemaining(request.Side))));
        if (worst <= Math.Abs(held))
        {
            return RiskVerdict.Approve;
        }

        return Exceeds("max_position_quantity", limits.MaxPositionQuantity, worst, row)
            ?? CheckWorth(request, state, limits, row, worst)
            ?? RiskVerdict.Approve;
    }

    object? ISnapshotState.SaveState() => null;

    void ISnapshotState.RestoreState(object? state)
    {
    }

    private static RiskVerdict? CheckWorth(
        OrderRequestOpen request, EngineState state, RiskLimits limits, InstrumentState row, decimal worst)
    {
        if (limits.MaxPositionNotional is null && limits.MaxLeverage is null && limits.MaxExposureFraction is null)
        {
            return null;
        }

        if ((request.Price ?? row.Price) is not { } price)
        {
            return RiskVerdict.Refuse($"no price is known for {row.Instrument}, so its limits cannot be checked");
        }

        var notional = row.Instrument.NotionalOf(worst, price);
        return Exceeds("max_position_notional", limits.MaxPositionNotional, notional, row)
            ?? CheckEquity(state, limits, row, notional);
    }

    private static RiskVerdict? CheckEquity(
        EngineState state, RiskLimits limits, InstrumentState row, decimal notional)
    {
        if (limits.MaxLeverage is null && limits.MaxExposureFraction is null)
        {
            return null;
        }

        var equity = Worth.Equity(state, row.Instrument);
        if (equity <= 0m)
        {
            return RiskVerdict.Refuse(
                $"there is no equity at {row.Instrument.ExchangeId} to hold {row.Instrument} against");
        }

        var others = Worth.GrossNotional(state, row.Instrument);
        return Exceeds("max_exposure_percent", limits.MaxExposureFraction, notional / equity, row)
            ?? Exceeds("max_leverage", limits.MaxLeverage, (notional + others) / equity, row);
    }

    private static RiskVerdict.Refused? Exceeds(string limit, decimal? allowed, decimal actual, InstrumentState row) =>
        allowed is { } most && actual > most
            ? RiskVerdict.Refuse(
                $"{limit}: {DecimalText.Format(actual)} exceeds {DecimalText.Format(most)} "
                + $"by {DecimalText.Format(actual - most)} on {row.Instrument}")
            : null;
}
