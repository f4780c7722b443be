using Barter.Model;

namespace Barter.Scenarios.Integration;

public sealed class SocketErrorTests
{
    [Fact]
    [Trait("Case", "SOCK-001")]
    public void A_socket_exception_tells_what_failed_with_its_details()
    {
        var failure = Record.Exception(() => Fail(new SocketError.Subscribe("subscription failed")));

        var raised = Assert.IsType<ExchangeSocketException>(failure);
        Assert.Contains("error subscribing", raised.Message);
        Assert.Equal("subscription failed", Assert.IsType<SocketError.Subscribe>(raised.Error).Message);
    }

    private static void Fail(SocketError error) => throw new ExchangeSocketException(error);
}
