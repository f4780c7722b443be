namespace Barter.MarketData.Recorded;

/// <summary>Each line that is not blank is an element.</summary>
internal sealed class LineSplitter(SourceText source) : ElementSplitter(source)
{
    protected override bool MoveToElement() => Source.SkipWhiteSpace();

    protected override int Measure()
    {
        var seen = 0;
        while (true)
        {
            var end = Source.Unread[seen..].IndexOf((byte)'\n');
            if (end >= 0)
            {
                return seen + end;
            }

            seen = Source.Unread.Length;
            if (!Source.Fill())
            {
                EndedWithFile = true;
                return seen;
            }
        }
    }
}
