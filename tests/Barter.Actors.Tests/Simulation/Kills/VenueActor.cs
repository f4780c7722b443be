using Akka.Actor;
using static Barter.Actors.Execution.ExchangeProtocol;

namespace Barter.Actors.Tests.Simulation.Kills;

/// <summary>The session's link to a <see cref="Venue"/>; it dies with the session, and the venue does not.</summary>
internal sealed class VenueActor : ReceiveActor
{
    private readonly Venue _venue;
    private IActorRef? _client;
    private long _told;

    public VenueActor(Venue venue)
    {
        _venue = venue;
        Receive<Connect>(Answer);
        Receive<Place>(place => Act(() => venue.Account.Place(place.Request, validUntil: null, Venue.Now)));
        Receive<Withdraw>(withdraw => Act(() => venue.Account.Cancel(withdraw.Request, Venue.Now)));
        Receive<Poll>(poll => TellFrom(poll.After));
        Receive<Query>(query => Sender.Tell(new Evidence(venue.Account.Evidence(
            query.Orders.Select(order => (order.Key, order.ValidUntil)), query.FillsSince, Venue.Now))));
        ReceiveAny(_ => { });
    }

    private void Answer(Connect connect)
    {
        _client = Sender;
        _venue.Account.TellAccount(Venue.Now);
        TellFrom(connect.After);
    }

    private void Act(Action deed)
    {
        _venue.Requests++;
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
