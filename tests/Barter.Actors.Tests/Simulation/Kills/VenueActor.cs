using Akka.Actor;
using Barter.Model;
using static Barter.Actors.Execution.ExchangeProtocol;

namespace Barter.Actors.Tests.Simulation.Kills;

/// <summary>The session's link to a <see cref="Venue"/>; it dies with the session, and the venue does not.</summary>
internal sealed class VenueActor : ReceiveActor
{
    private readonly Venue _venue;
    private readonly Action _refresh;
    private IActorRef? _client;
    private long _told;

    /// <param name="venue">Outlives the session.</param>
    /// <param name="now">Its time; none where it stands.</param>
    public VenueActor(Venue venue, Func<Timestamp>? now)
    {
        _venue = venue;
        var hasClock = now is not null;
        _refresh = () => venue.Now = now is null ? venue.Now : Timestamp.Max(venue.Now, now());
        Receive<Connect>(Answer);
        Receive<Place>(place => Act(() => venue.Account.Place(
            place.Request, hasClock ? place.ValidUntil : null, venue.Now)));
        Receive<Withdraw>(withdraw => Act(() => venue.Account.Cancel(withdraw.Request, venue.Now)));
        Receive<Poll>(poll => TellFrom(poll.After));
        Receive<Query>(Answer);
        ReceiveAny(_ => { });
    }

    private void Answer(Query query)
    {
        _refresh();
        Sender.Tell(new Evidence(_venue.Account.Evidence(
            query.Orders.Select(order => (order.Key, order.ValidUntil)), query.FillsSince, _venue.Now)));
    }

    private void Answer(Connect connect)
    {
        _refresh();
        _client = Sender;
        _venue.Account.TellAccount(_venue.Now);
        TellFrom(connect.After);
    }

    private void Act(Action deed)
    {
        _refresh();
        deed();
        TellFrom(_told);
    }

    private void TellFrom(long after)
    {
        for (var number = Math.Max(after, _venue.Account.Forgotten) + 1; number <= _venue.Account.Last; number++)
        {
            _client?.Tell(new Told(number, _venue.Account[number]));
        }

        _told = _venue.Account.Last;
    }
}
