using Akka.Actor;
using Akka.Event;
using Akka.Parity.Tests.Support;

namespace Akka.Parity.Tests.Messaging;

public sealed class AskTests : ParityTest
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Impatience = TimeSpan.FromMilliseconds(50);

    private IActorRef Echo => Spawn((message, context) => context.Sender.Tell(message));

    private IActorRef Mute => Spawn((_, _) => { });

    [Fact]
    public async Task An_answer_of_the_asked_type_completes_the_task() =>
        Assert.Equal(42, await Echo.Ask<int>(42, Patience));

    [Fact]
    public async Task An_untyped_question_takes_any_answer() =>
        Assert.Equal("x", await Echo.Ask("x", Patience));

    [Fact]
    public async Task An_answer_of_a_derived_type_fits_the_asked_type()
    {
        var answer = await Echo.Ask<ArgumentException>(new ArgumentNullException("x"), Patience);

        Assert.IsType<ArgumentNullException>(answer);
    }

    [Fact]
    public async Task A_question_nobody_answers_times_out() =>
        await Assert.ThrowsAsync<AskTimeoutException>(() => Mute.Ask<string>("x", Impatience));

    [Fact]
    public async Task A_question_to_a_stopped_actor_times_out_and_is_a_dead_letter()
    {
        var actor = Mute;
        StopAndWait(actor);
        Sys.EventStream.Subscribe(TestActor, typeof(DeadLetter));

        await Assert.ThrowsAsync<AskTimeoutException>(() => actor.Ask<string>("x", Impatience));

        ExpectMsg<DeadLetter>(letter => letter.Message.Equals("x"));
    }

    [Fact]
    public async Task A_cancelled_question_is_cancelled()
    {
        using var source = new CancellationTokenSource();
        var question = Mute.Ask<string>("x", source.Token);

        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => question);
    }

    [Fact]
    public async Task An_answer_before_cancellation_counts()
    {
        using var source = new CancellationTokenSource();
        var answer = await Echo.Ask<string>("x", Patience, source.Token);
        await source.CancelAsync();

        Assert.Equal("x", answer);
    }

    [Fact]
    public async Task An_answer_of_another_type_faults_the_task_and_names_both_types()
    {
        var failure = await Assert.ThrowsAsync<ArgumentException>(() => Echo.Ask<int>("text", Patience));

        Assert.Contains("System.String", failure.Message, StringComparison.Ordinal);
        Assert.Contains("System.Int32", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failure_as_answer_faults_the_task_with_its_cause()
    {
        var cause = new TimeZoneNotFoundException("lost");
        var actor = Spawn((_, context) => context.Sender.Tell(new Status.Failure(cause)));

        var failure = await Assert.ThrowsAsync<TimeZoneNotFoundException>(() => actor.Ask<string>("x", Patience));

        Assert.Equal("lost", failure.Message);
    }

    [Fact]
    public async Task Many_questions_at_once_each_get_their_own_answer()
    {
        var echo = Echo;

        var answers = await Task.WhenAll(Enumerable.Range(0, 500).Select(i => echo.Ask<int>(i, Patience)));

        Assert.Equal(Enumerable.Range(0, 500), answers);
    }

    [Fact]
    public async Task The_sender_of_a_question_is_a_temporary_actor()
    {
        var actor = Spawn((_, context) => context.Sender.Tell(context.Sender.Path.ToStringWithoutAddress()));

        Assert.StartsWith("/temp/", await actor.Ask<string>("x", Patience), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_can_be_made_with_the_reference_to_answer_to()
    {
        var actor = Spawn((message, _) => ((IActorRef)message).Tell("to you"));

        Assert.Equal("to you", await actor.Ask<string>(replyTo => replyTo, Patience));
    }

    [Fact]
    public async Task Only_the_first_answer_counts()
    {
        var actor = Spawn((_, context) =>
        {
            context.Sender.Tell("first");
            context.Sender.Tell("second");
        });

        Assert.Equal("first", await actor.Ask<string>("x", Patience));
    }

    [Fact]
    public async Task A_selection_can_be_asked_too()
    {
        Spawn((message, context) => context.Sender.Tell(message), "echo");

        Assert.Equal("x", await Sys.ActorSelection("/user/echo").Ask<string>("x", Patience));
    }

    [Fact]
    public async Task An_actor_whose_handler_fails_does_not_answer()
    {
        var actor = Spawn((_, _) => throw new InvalidOperationException("planned"));

        await Assert.ThrowsAsync<AskTimeoutException>(() => actor.Ask<string>("x", Impatience));
    }
}
