using System.Buffers;
using System.Globalization;
using System.Text;

namespace Akka.Configuration.Hocon;

internal enum TokenKind
{
    End,
    NewLine,
    Blank,
    OpenBrace,
    CloseBrace,
    OpenBracket,
    CloseBracket,
    Comma,
    Assign,
    Append,
    Reference,
    OptionalReference,
    Plain,
    Quoted,
}

internal readonly record struct Token(TokenKind Kind, string Text, Origin Origin)
{
    public string Described => Kind switch
    {
        TokenKind.End => "the end",
        TokenKind.NewLine => "the end of the line",
        TokenKind.Blank => "a blank",
        TokenKind.Quoted => $"\"{Text}\"",
        _ => $"'{Text}'",
    };
}

/// <summary>Cuts a document into tokens and leaves comments out.</summary>
internal sealed class Lexer(string text, string source)
{
    private static readonly SearchValues<char> Reserved = SearchValues.Create("$\"{}[]:=,#`^?!@*&\\");

    private int _index;
    private int _line = 1;
    private int _lineStart;

    private Origin Here => new(source, _line, _index - _lineStart + 1);

    public Token Next()
    {
        SkipComment();
        var start = Here;
        if (_index == text.Length)
        {
            return new Token(TokenKind.End, "", start);
        }

        var single = text[_index] switch
        {
            '{' => TokenKind.OpenBrace,
            '}' => TokenKind.CloseBrace,
            '[' => TokenKind.OpenBracket,
            ']' => TokenKind.CloseBracket,
            ',' => TokenKind.Comma,
            '=' or ':' => TokenKind.Assign,
            _ => TokenKind.End,
        };
        return single is not TokenKind.End ? Take(single, 1, start)
            : text[_index] == '\n' ? NewLine(start)
            : text[_index] == '"' ? Quoted(start)
            : At("+=") ? Take(TokenKind.Append, 2, start)
            : At("${?") ? Take(TokenKind.OptionalReference, 3, start)
            : At("${") ? Take(TokenKind.Reference, 2, start)
            : IsBlank(text[_index]) ? While(TokenKind.Blank, IsBlank, start)
            : Plain(start);
    }

    private static bool IsBlank(char letter) => letter != '\n' && (char.IsWhiteSpace(letter) || letter == '\uFEFF');

    private bool At(string word) => text.AsSpan(_index).StartsWith(word);

    private Token Take(TokenKind kind, int length, Origin start)
    {
        _index += length;
        return new Token(kind, text.Substring(_index - length, length), start);
    }

    private Token While(TokenKind kind, Predicate<char> belongs, Origin start)
    {
        var end = _index;
        while (end < text.Length && belongs(text[end]))
        {
            end++;
        }

        return Take(kind, end - _index, start);
    }

    private Token NewLine(Origin start)
    {
        var token = Take(TokenKind.NewLine, 1, start);
        StartLine();
        return token;
    }

    private void StartLine() => (_line, _lineStart) = (_line + 1, _index);

    private void SkipComment()
    {
        if (_index < text.Length && (text[_index] == '#' || At("//")))
        {
            var length = text.AsSpan(_index).IndexOf('\n');
            _index = length < 0 ? text.Length : _index + length;
        }
    }

    private Token Plain(Origin start)
    {
        var from = _index;
        while (_index < text.Length && !IsBlank(text[_index]) && text[_index] != '\n'
            && !Reserved.Contains(text[_index]) && !At("//") && !At("+="))
        {
            _index++;
        }

        return _index > from
            ? new Token(TokenKind.Plain, text[from.._index], start)
            : throw new ConfigurationException(
                $"{start}: found '{text[_index]}', expected a key or a value; put text with it into double quotes");
    }

    private Token Quoted(Origin start)
    {
        if (At("\"\"\""))
        {
            return TripleQuoted(start);
        }

        var value = new StringBuilder();
        _index++;
        while (true)
        {
            if (_index == text.Length || text[_index] == '\n')
            {
                throw new ConfigurationException(
                    $"{start}: found a text without an end, expected a closing quote in the same line; " +
                    "close it, or use three quotes for several lines");
            }

            var letter = text[_index++];
            if (letter == '"')
            {
                return new Token(TokenKind.Quoted, value.ToString(), start);
            }

            value.Append(letter == '\\' ? Escaped() : letter);
        }
    }

    private char Escaped()
    {
        var place = Here;
        var letter = _index < text.Length ? text[_index++] : '\n';
        const string Letters = "\"\\/bfnrt";
        if (Letters.IndexOf(letter, StringComparison.Ordinal) is >= 0 and var known)
        {
            return "\"\\/\b\f\n\r\t"[known];
        }

        if (letter == 'u' && _index + 4 <= text.Length
            && ushort.TryParse(text.AsSpan(_index, 4), NumberStyles.AllowHexSpecifier, null, out var code))
        {
            _index += 4;
            return (char)code;
        }

        throw new ConfigurationException(
            $"{place}: found an unknown escape, expected one of \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\uFFFF; " +
            "write \\\\ for a backslash");
    }

    private Token TripleQuoted(Origin start)
    {
        var from = _index + 3;
        var end = text.IndexOf("\"\"\"", from, StringComparison.Ordinal);
        if (end < 0)
        {
            throw new ConfigurationException(
                $"{start}: found a text without an end, expected three closing quotes; close it");
        }

        // Of more than three closing quotes the last three close
        while (end + 3 < text.Length && text[end + 3] == '"')
        {
            end++;
        }

        for (; _index < end + 3; _index++)
        {
            if (text[_index] == '\n')
            {
                _line++;
                _lineStart = _index + 1;
            }
        }

        return new Token(TokenKind.Quoted, text[from..end], start);
    }
}
