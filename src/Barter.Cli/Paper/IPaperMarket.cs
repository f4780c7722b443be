using Barter.Actors;
using Barter.MarketData;
using Barter.Model;

namespace Barter.Cli.Paper;

/// <summary>The market of a session, with how far it has come.</summary>
internal interface IPaperMarket
{
    /// <summary>What is fed to the session.</summary>
    MarketFeed Feed { get; }

    /// <summary>Whether the market's own clock goes on without the session.</summary>
    bool IsPaced { get; }

    /// <summary>Completes where the market is over, fails with what is wrong with it; not told where the feed does.
    /// </summary>
    Task Broken { get; }

    /// <summary>How much of it has happened, from 0 to 1; none where its length is not known.</summary>
    double? Share { get; }

    MarketDataReport Report { get; }

    /// <summary>How many events, and which share of all, happened until a time.</summary>
    (long Events, double? Share) ProgressAt(Timestamp time);
}
