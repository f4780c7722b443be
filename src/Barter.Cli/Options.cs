using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Barter.Model;
using Barter.Statistics;

namespace Barter.Cli;

/// <summary>Options whose bad values are refused while the command line is read.</summary>
internal static class Options
{
    public static Option<string> RequiredPath(string name, string description) => Path(name, description, true);

    public static Option<string> Path(string name, string description, bool isRequired) => new(name)
    {
        Description = description,
        HelpName = "file",
        Required = isRequired,
        CustomParser = result => One(result, NotBlank),
    };

    /// <summary>A file that is read, without an option's name before it.</summary>
    public static Argument<string> FileArgument(string name, string description) => new(name)
    {
        Description = description,
        HelpName = $"{name}.json",
    };

    /// <summary>A file or folder that is read, without an option's name before it.</summary>
    public static Argument<string> PathArgument(string word, string description) => new("path")
    {
        Description = description,
        HelpName = word,
    };

    public static Option<string?> Text(string name, string word, string description) => new(name)
    {
        Description = description,
        HelpName = word,
        CustomParser = result => One(result, NotBlank),
    };

    public static Option<T> Of<T>(string name, string word, string description, Func<string, T> parse) => new(name)
    {
        Description = description,
        HelpName = word,
        CustomParser = result => One(result, parse),
    };

    public static Option<T> Of<T>(string name, string word, string description, Func<string, T> parse, T otherwise)
    {
        var option = Of(name, word, description, parse);
        option.DefaultValueFactory = _ => otherwise;
        return option;
    }

    /// <summary>An option that may stand many times.</summary>
    public static Option<T[]> ManyOf<T>(string name, string word, string description, Func<string, T> parse)
    {
        return new Option<T[]>(name)
        {
            Description = description,
            HelpName = word,
            Arity = ArgumentArity.OneOrMore,
            DefaultValueFactory = _ => [],
            CustomParser = result => Many(result, parse),
        };
    }

    /// <summary>Whether the result is JSON, rather than for people.</summary>
    /// <param name="otherwise">What it is for people.</param>
    public static Option<string> Format(string otherwise = "table") => Of(
        "--format",
        $"{otherwise}|json",
        "what is written",
        text => text is "json" || string.Equals(text, otherwise, StringComparison.Ordinal)
            ? text
            : throw new FormatException($"'{text}' is neither {otherwise} nor json"),
        otherwise);

    /// <summary>From when on market data is read.</summary>
    public static Option<Timestamp?> From() => Of<Timestamp?>(
        "--from", "time", "leave out what happened before; such as 2025-01-02 or 2025-01-02T03:04:05Z",
        text => Time(text));

    /// <summary>Until when market data is read.</summary>
    public static Option<Timestamp?> To() => Of<Timestamp?>(
        "--to", "time", "leave out what happened then and later", text => Time(text));

    public static decimal Number(string text) => DecimalText.TryParse(text, out var number)
        ? number
        : throw new FormatException($"'{text}' is not a number");

    public static T Whole<T>(string text)
        where T : struct, ISpanParsable<T> => T.TryParse(text, CultureInfo.InvariantCulture, out var number)
        ? number
        : throw new FormatException($"'{text}' is not a whole number in range");

    /// <summary>A positive length of time, such as <c>90s</c>, <c>4h</c> or <c>00:30:00</c>.</summary>
    public static TimeSpan Length(string text)
    {
        try
        {
            return char.IsAsciiDigit(text.FirstOrDefault())
                ? ReturnInterval.Parse(text).Length
                : throw new FormatException();
        }
        catch (FormatException exception)
        {
            throw new FormatException($"'{text}' is not a length of time such as 90s, 5m, 4h or 00:30:00", exception);
        }
    }

    /// <summary>An instant, or a date that means its first.</summary>
    public static Timestamp Time(string text) =>
        Timestamp.TryParse(text, out var time) || Timestamp.TryParse($"{text}T00:00:00Z", out time)
            ? time
            : throw new FormatException($"'{text}' is not a time such as 2025-01-02 or 2025-01-02T03:04:05Z");

    public static string NotBlank(string text) => string.IsNullOrWhiteSpace(text)
        ? throw new FormatException("the value is empty")
        : text;

    private static T? One<T>(ArgumentResult result, Func<string, T> parse) =>
        result.Tokens is [var token] && TryParse(result, token.Value, parse, out var value) ? value : default;

    private static T[] Many<T>(ArgumentResult result, Func<string, T> parse)
    {
        var values = new List<T>();
        foreach (var token in result.Tokens)
        {
            if (TryParse(result, token.Value, parse, out var value))
            {
                values.Add(value!);
            }
        }

        return [.. values];
    }

    private static bool TryParse<T>(ArgumentResult result, string text, Func<string, T> parse, out T? value)
    {
        try
        {
            value = parse(text);
            return true;
        }
        catch (FormatException exception)
        {
            var option = (result.Parent as OptionResult)?.Option.Name;
            result.AddError($"{option}: {exception.Message}");
            value = default;
            return false;
        }
    }
}
