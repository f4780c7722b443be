using Barter.Model;

namespace Barter.Engine.Audit;

/// <summary>A hash over every step of an engine, in order: equal digests mean equal runs.</summary>
/// <remarks>
/// What comes often goes in as numbers, decimals without their trailing zeros, so that the same market gives the same
/// digest whatever file it came from; what is rare goes in as its JSON. Of a step, number and time go in only where
/// they are not the next number and the time of the market event.
/// </remarks>
public sealed class AuditDigest
{
    // What the first byte of a step tells beside the kind of a market event, which takes its lowest three bits
    internal const int IsLoud = 0x08;
    internal const int IsOutOfOrder = 0x10;
    internal const int IsHeardLater = 0x20;
    internal const int IsSameMarket = 0x40;
    internal const int IsOther = 0x80;

    private readonly DigestBlocks _blocks = new();
    private readonly DigestedMarkets _markets = new();
    private ulong _next;

    /// <summary>Adds a step that a market event caused.</summary>
    public void Add(in MarketEvent market, in EngineStep step)
    {
        _markets.Put(_blocks, market, step, step.Sequence == _next && step.Time == market.TimeExchange);
        End(step);
    }

    /// <summary>Adds a step that any event caused.</summary>
    public void Add(EngineEvent cause, in EngineStep step)
    {
        if (cause is EngineEvent.Market { Event: var market })
        {
            Add(market, step);
            return;
        }

        var isInOrder = step.Sequence == _next;
        _blocks.Put((byte)(IsOther | (step.IsQuiet ? 0 : IsLoud) | (isInOrder ? 0 : IsOutOfOrder)));
        if (!isInOrder)
        {
            _blocks.Put(unchecked((long)step.Sequence));
        }

        _blocks.Put(step.Time);
        DigestedEvents.Put(_blocks, cause);
        End(step);
    }

    /// <summary>The hash of all steps so far, in lower-case hexadecimal. Further steps may be added.</summary>
    public string ToHex() => _blocks.ToHex();

    private void End(in EngineStep step)
    {
        _next = unchecked(step.Sequence + 1);
        if (!step.IsQuiet)
        {
            DigestedAudit.Put(_blocks, step.Outputs, step.Errors);
        }

        _blocks.EndPart();
    }
}
