namespace Barter.MarketData.Recorded;

/// <summary>Cuts a <see cref="SourceText"/> into elements.</summary>
/// <remarks>
/// The element handed out stays at the front of the window until the next one is asked for, so that the source's line
/// is the line where the element starts.
/// </remarks>
internal abstract class ElementSplitter(SourceText source)
{
    private int _length;

    protected SourceText Source => source;

    /// <summary>Whether the end of the file, and nothing else, ended the last element.</summary>
    public bool EndedWithFile { get; protected set; }

    /// <summary>The next element; false at the end.</summary>
    public bool TryNext(out ReadOnlySpan<byte> element)
    {
        source.Advance(_length);
        _length = 0;
        if (!MoveToElement())
        {
            element = default;
            return false;
        }

        _length = Measure();
        if (_length > SourceText.MaxElementBytes)
        {
            throw source.TooLong();
        }

        element = source.Unread[.._length];
        return true;
    }

    /// <summary>Moves the source to the first byte of the next element; false at the end.</summary>
    protected abstract bool MoveToElement();

    /// <summary>The length of the element at which the source stands.</summary>
    protected abstract int Measure();
}
