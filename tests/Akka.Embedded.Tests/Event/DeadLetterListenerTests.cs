using Akka.Actor;
using Akka.Support;

namespace Akka.Event;

public sealed class DeadLetterListenerTests
{
    private readonly Inbox _inbox = new();

    [Fact]
    public async Task The_first_dead_letters_are_logged_and_the_last_of_them_says_so()
    {
        using var system = HeardBy.Start(_inbox, $"akka.log-dead-letters = 2, {SteppedScheduler.Hocon}");
        var scheduler = (SteppedScheduler)system.Scheduler;

        foreach (var letter in new[] { "a", "b", "c", "d", "e" })
        {
            system.DeadLetters.Tell(letter, ActorRefs.NoSender);
        }

        Assert.EndsWith("dead letter 1", (await _inbox.Next<Info>()).Message.ToString(), StringComparison.Ordinal);
        Assert.EndsWith(
            "dead letter 2; no more are logged for 00:05:00 (akka.log-dead-letters)",
            (await _inbox.Next<Info>()).Message.ToString(),
            StringComparison.Ordinal);

        Assert.Equal(TimeSpan.FromMinutes(5), await scheduler.NextDelay());
        await ActorsHaveHeard(system);
        scheduler.Elapse(TimeSpan.FromMinutes(5));
        Assert.StartsWith(
            "3 dead letters were not logged", (await _inbox.Next<Info>()).Message.ToString(), StringComparison.Ordinal);

        system.DeadLetters.Tell("f", ActorRefs.NoSender);
        Assert.EndsWith("dead letter 1", (await _inbox.Next<Info>()).Message.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_dead_letter_is_logged_where_that_is_off()
    {
        using var system = HeardBy.Start(_inbox, "akka.log-dead-letters = off");

        system.DeadLetters.Tell("a", ActorRefs.NoSender);
        system.Log.Info("next");

        Assert.Equal("next", (await _inbox.Next<Info>()).Message);
    }

    [Fact]
    public async Task A_message_whose_loss_is_ordinary_is_not_logged()
    {
        using var system = HeardBy.Start(_inbox);

        system.DeadLetters.Tell(PoisonPill.Instance, ActorRefs.NoSender);
        system.DeadLetters.Tell("a", ActorRefs.NoSender);

        Assert.StartsWith(
            "System.String from ", (await _inbox.Next<Info>()).Message.ToString(), StringComparison.Ordinal);
    }

    private static Task ActorsHaveHeard(ActorSystem system) => system.ActorSelection("/system/deadLetterListener")
        .Ask<ActorIdentity>(new Identify(1), TimeSpan.FromSeconds(10));
}
