namespace Akka.Stress;

/// <summary>What one receiver has heard, and what came after its end. One actor at a time writes.</summary>
internal sealed class Ledger(int pairs, int each)
{
    private readonly int[] _next = new int[pairs];
    private readonly TaskCompletionSource _full = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly HashSet<(int Pair, int Number)> _buried = [];
    private string? _offence;

    public long Expected { get; } = (long)pairs * each;

    public long Heard { get; private set; }

    public Task Full => _full.Task;

    /// <summary>Gets the first message that was lost, twice there or out of turn; null when there was none.</summary>
    public string? Offence => _offence
        ?? (Heard == Expected ? null : $"heard {Heard} of {Expected}");

    public void Hear(Parcel parcel)
    {
        if (_next[parcel.Pair] != parcel.Number)
        {
            _offence ??= $"heard {parcel.Number} from sender {parcel.Pair} where {_next[parcel.Pair]} was next";
        }

        _next[parcel.Pair] = parcel.Number + 1;
        Count();
    }

    /// <summary>A dead letter. These may overtake each other, but none may be there twice or have been heard.</summary>
    public void Bury(Parcel parcel)
    {
        if (parcel.Number < _next[parcel.Pair] || !_buried.Add((parcel.Pair, parcel.Number)))
        {
            _offence ??= $"{parcel.Number} from sender {parcel.Pair} was heard, or buried twice";
        }

        Count();
    }

    private void Count()
    {
        if (++Heard == Expected)
        {
            _full.SetResult();
        }
    }
}
