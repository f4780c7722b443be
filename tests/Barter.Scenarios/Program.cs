namespace Barter.Scenarios;

/// <summary><c>cases</c> lists which acceptance cases the tests cover; tests run with the test runner.</summary>
internal static class Program
{
    private static int Main(string[] args)
    {
        if (args is ["cases", .. var rest])
        {
            return CaseList.Print(Console.Out, isLong: rest.Contains("--all", StringComparer.Ordinal));
        }

        Console.Error.WriteLine("usage: dotnet run --project tests/Barter.Scenarios -- cases [--all]");
        return 2;
    }
}
