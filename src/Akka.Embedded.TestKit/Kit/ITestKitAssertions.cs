namespace Akka.TestKit;

/// <summary>How a test framework fails tests.</summary>
public interface ITestKitAssertions
{
    /// <param name="format">The text of the failure; a format only where there are arguments.</param>
    void Fail(string format = "", params object[] args);

    void AssertTrue(bool condition, string format = "", params object[] args);

    void AssertFalse(bool condition, string format = "", params object[] args);

    void AssertEqual<T>(T expected, T actual, string format = "", params object[] args);

    void AssertEqual<T>(T expected, T actual, Func<T, T, bool> comparer, string format = "", params object[] args);
}
