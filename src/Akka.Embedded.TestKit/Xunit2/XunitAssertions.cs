using Xunit;

namespace Akka.TestKit.Xunit2;

/// <summary>Fails tests the way xUnit does.</summary>
public class XunitAssertions : ITestKitAssertions
{
    public void Fail(string format = "", params object[] args) => Assert.Fail(Text(format, args));

    public void AssertTrue(bool condition, string format = "", params object[] args) =>
        Assert.True(condition, Text(format, args));

    public void AssertFalse(bool condition, string format = "", params object[] args) =>
        Assert.False(condition, Text(format, args));

    public void AssertEqual<T>(T expected, T actual, string format = "", params object[] args) =>
        Assert.Equal(expected, actual);

    public void AssertEqual<T>(
        T expected, T actual, Func<T, T, bool> comparer, string format = "", params object[] args)
    {
        if (!comparer(expected, actual))
        {
            Assert.Fail($"Expected {Say.Message(expected)}; it is {Say.Message(actual)}. {Text(format, args)}");
        }
    }

    private static string Text(string format, object[] args) =>
        args.Length == 0 ? format : string.Format(null, format, args);
}
