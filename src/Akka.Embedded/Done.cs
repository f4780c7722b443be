namespace Akka;

/// <summary>Work without a result has been done.</summary>
public sealed class Done
{
    private Done()
    {
    }

    public static Done Instance { get; } = new();

    public override string ToString() => "Done";
}
