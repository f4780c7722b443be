using Barter.Model;

namespace Barter.Execution.Simulation;

/// <summary>What an order has to satisfy to be accepted, as a ladder: the first failed rung answers.</summary>
internal static class OrderRules
{
    public static ApiError? FirstBroken(
        OrderRequestOpen request, IndexedInstrument instrument, MarketView market, Settlement settlement)
    {
        var offer = market.OfferTo(request.Side);
        var broken = BrokenBound(request)
            ?? BrokenSpec(request, instrument.Definition.Spec, request.Price ?? offer?.Price)
            ?? BrokenTerms(request)
            ?? BrokenByMarket(request, instrument, market, offer);
        return broken is not null
            ? new ApiError.OrderRejected(broken)
            : MissingBalance(request, instrument, settlement, offer);
    }

    /// <summary>How much of an order would trade on arrival.</summary>
    public static decimal Takeable(OrderRequestOpen request, Offer? offer)
    {
        if (offer is not { } found || (request.Price is { } limit && !IsWithin(request.Side, found.Price, limit)))
        {
            return 0m;
        }

        var available = found.Amount is { } amount
            ? Math.Min(request.Quantity, Amounts.Cut(amount))
            : request.Quantity;
        var isAllOrNothing = request.TimeInForce.Kind == TimeInForce.Kinds.FillOrKill;
        return isAllOrNothing && available < request.Quantity ? 0m : available;
    }

    private static bool IsWithin(Side side, decimal price, decimal limit) =>
        side == Side.Buy ? price <= limit : price >= limit;

    private static string? BrokenBound(OrderRequestOpen request)
    {
        if (request.Quantity <= 0m)
        {
            return $"quantity must be above 0: {Text(request.Quantity)}";
        }

        if (request.Price <= 0m)
        {
            return $"limit price must be above 0: {Text(request.Price.Value)}";
        }

        if (request.Quantity > Amounts.OrderMax)
        {
            return $"quantity must be at most {Text(Amounts.OrderMax)}: {Text(request.Quantity)}";
        }

        if (request.Price > Amounts.OrderMax)
        {
            return $"limit price must be at most {Text(Amounts.OrderMax)}: {Text(request.Price.Value)}";
        }

        return Amounts.IsOnGrid(request.Quantity)
            ? null
            : string.Create(null, $"quantity must have at most {Amounts.Decimals} decimals: {Text(request.Quantity)}");
    }

    private static string? BrokenSpec(OrderRequestOpen request, InstrumentSpec? spec, decimal? expectedPrice)
    {
        if (spec is null)
        {
            return null;
        }

        if (request.Price < spec.Price.Min)
        {
            return $"price must be at least {Text(spec.Price.Min)}: {Text(request.Price.Value)}";
        }

        if (request.Price is { } limit && limit % spec.Price.TickSize != 0m)
        {
            return $"price must be a multiple of tick size {Text(spec.Price.TickSize)}: {Text(limit)}";
        }

        if (request.Quantity < spec.Quantity.Min)
        {
            return $"quantity must be at least {Text(spec.Quantity.Min)}: {Text(request.Quantity)}";
        }

        var increment = spec.Quantity.Increment;
        if (request.Quantity % increment != 0m)
        {
            return $"quantity must be a multiple of increment {Text(increment)}: {Text(request.Quantity)}";
        }

        return expectedPrice * request.Quantity is { } notional && notional < spec.Notional.Min
            ? $"notional must be at least {Text(spec.Notional.Min)}: {Text(notional)}"
            : null;
    }

    private static string? BrokenTerms(OrderRequestOpen request)
    {
        if (!Enum.IsDefined(request.Side) || !Enum.IsDefined(request.Kind))
        {
            return $"unknown side or kind of order: {request.Side}, {request.Kind}";
        }

        return request is { Kind: OrderKind.Market, TimeInForce.PostOnly: true }
            ? "a market order cannot be post-only: it always takes"
            : null;
    }

    private static string? BrokenByMarket(
        OrderRequestOpen request, IndexedInstrument instrument, MarketView market, Offer? offer)
    {
        if (request.Kind == OrderKind.Market && !market.HasPrice)
        {
            return $"no market price for {instrument.Name} yet";
        }

        return request.TimeInForce.PostOnly && Takeable(request, offer) > 0m
            ? $"post-only order would take: limit {Text(request.Price!.Value)}, offer {Text(offer!.Value.Price)}"
            : null;
    }

    private static ApiError.BalanceInsufficient? MissingBalance(
        OrderRequestOpen request, IndexedInstrument instrument, Settlement settlement, Offer? offer)
    {
        var required = request.Price is { } limit
            ? settlement.RequiredToRest(request.Side, limit, request.Quantity)
            : settlement.RequiredToTake(request.Side, offer?.Price ?? 0m, request.Quantity);
        var asset = Settlement.GivenAsset(instrument, request.Side);
        var free = settlement.FreeOf(asset);
        return free >= required
            ? null
            : new ApiError.BalanceInsufficient(
                asset, $"Available Balance: {Text(free)}, Required Balance inc. fees: {Text(required)}");
    }

    private static string Text(decimal value) => DecimalText.Format(value);
}
