namespace Barter.MarketData.Checking;

/// <summary>What a <see cref="MarketDataCheck"/> looks for.</summary>
public enum FindingKind
{
    /// <summary>An error item, which the reader skipped.</summary>
    Error,

    /// <summary>An item whose exchange time is before that of an earlier item.</summary>
    TimeTravel,

    /// <summary>A silence of an instrument that is longer than allowed; told at the event that ends it.</summary>
    Gap,

    /// <summary>A trade whose id an earlier trade of the instrument has.</summary>
    DuplicateTrade,

    /// <summary>An event that equals the one before it of the instrument, and is not a trade.</summary>
    RepeatedEvent,

    /// <summary>A book whose best bid is above its best ask.</summary>
    CrossedQuote,

    /// <summary>A book whose best bid is its best ask.</summary>
    LockedQuote,

    /// <summary>A trade, a liquidation or a best quote of no size, or less.</summary>
    BadSize,

    /// <summary>The link was lost; not a problem by itself.</summary>
    Reconnect,
}
