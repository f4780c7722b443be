using System.Buffers;

namespace Barter.MarketData.Recorded;

/// <summary>Each object in one array is an element.</summary>
internal sealed class ArraySplitter(SourceText source) : ElementSplitter(source)
{
    private static readonly SearchValues<byte> Marks = SearchValues.Create("{}[]\""u8);

    private bool _opened;
    private bool _hasElement;

    protected override bool MoveToElement()
    {
        if (!_opened)
        {
            Source.Advance(1);
            _opened = true;
        }

        if (Peek() == ']')
        {
            return Close();
        }

        if (_hasElement)
        {
            if (Peek() != ',')
            {
                throw Source.Bad("a comma or ']' must stand between two elements of the array");
            }

            Source.Advance(1);
        }

        if (Peek() != '{')
        {
            throw Source.Bad("""an element of the array must be an object such as {"Item":{...}}""");
        }

        _hasElement = true;
        return true;
    }

    protected override int Measure()
    {
        var (seen, depth, inText) = (0, 0, false);
        while (true)
        {
            var rest = Source.Unread[seen..];
            var found = inText ? rest.IndexOfAny((byte)'"', (byte)'\\') : rest.IndexOfAny(Marks);
            if (found < 0 || (rest[found] == '\\' && found + 1 == rest.Length))
            {
                seen += found < 0 ? rest.Length : found;
                Await("the file ends inside the element that starts here; it was cut off, fetch it again");
                continue;
            }

            seen += found + 1;
            switch (rest[found])
            {
                case (byte)'"':
                    inText = !inText;
                    break;
                case (byte)'\\':
                    seen++;
                    break;
                case (byte)'{' or (byte)'[':
                    depth++;
                    break;
                default:
                    if (--depth == 0)
                    {
                        return seen;
                    }

                    break;
            }
        }
    }

    private byte Peek()
    {
        if (!Source.SkipWhiteSpace())
        {
            throw Source.Bad("the file ends before the array does; it was cut off, fetch it again");
        }

        return Source.Unread[0];
    }

    private bool Close()
    {
        Source.Advance(1);
        return Source.SkipWhiteSpace()
            ? throw Source.Bad("there is text after the end of the array; remove it")
            : false;
    }

    private void Await(string otherwise)
    {
        if (!Source.Fill())
        {
            throw Source.Bad(otherwise);
        }
    }
}
