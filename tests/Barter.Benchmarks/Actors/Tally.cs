namespace Barter.Benchmarks.Actors;

/// <summary>Counts messages up to what is expected; the same for actors and for channels.</summary>
internal sealed class Tally
{
    private Expect? _expected;
    private int _left;

    public void Hear(object message)
    {
        if (message is Expect expected)
        {
            (_expected, _left) = (expected, expected.Messages);
        }
        else if (--_left == 0)
        {
            _expected!.Meet();
        }
    }
}
