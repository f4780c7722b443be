namespace Barter.Engine.Risk;

/// <summary>What a risk policy says of a request.</summary>
public abstract record RiskVerdict
{
    private RiskVerdict()
    {
    }

    /// <summary>It may be sent.</summary>
    public static Approved Approve { get; } = new();

    /// <summary>It may not be sent.</summary>
    public static Refused Refuse(string reason) => new(reason);

    public sealed record Approved : RiskVerdict;

    public sealed record Refused(string Reason) : RiskVerdict;
}
