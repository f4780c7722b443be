namespace Barter.Cli.Serving;

/// <summary>
/// What goes wrong between an exchange and its clients, drawn from a seed: the nth draw of a kind is always the same.
/// </summary>
internal sealed class ServingFaults(int seed)
{
    private static readonly RequestFault[] OfRequests =
    [
        RequestFault.FailsBefore, RequestFault.FailsAfter, RequestFault.IsCut, RequestFault.IsSlow,
    ];

    private static readonly ReportFault[] OfReports =
    [
        ReportFault.Lost, ReportFault.Doubled, ReportFault.Late, ReportFault.Overtaken, ReportFault.Cut,
    ];

    private readonly Lock _gate = new();
    private readonly Random _requests = new(seed);
    private readonly Random _reports = new(unchecked(seed + 1));

    public enum RequestFault
    {
        None,

        /// <summary>Answered with an error, and not carried out.</summary>
        FailsBefore,

        /// <summary>Carried out, and answered with an error.</summary>
        FailsAfter,

        /// <summary>Carried out, and the connection is cut before the answer.</summary>
        IsCut,
        IsSlow,
    }

    public enum ReportFault
    {
        None,
        Lost,
        Doubled,
        Late,

        /// <summary>Told after the one behind it.</summary>
        Overtaken,

        /// <summary>The connection is cut in its middle.</summary>
        Cut,
    }

    public static TimeSpan Slowness { get; } = TimeSpan.FromMilliseconds(200);

    /// <summary>One in eight requests.</summary>
    public RequestFault OfRequest()
    {
        lock (_gate)
        {
            return _requests.Next(8) == 0 ? OfRequests[_requests.Next(OfRequests.Length)] : RequestFault.None;
        }
    }

    /// <summary>One in ten reports.</summary>
    public ReportFault OfReport()
    {
        lock (_gate)
        {
            return _reports.Next(10) == 0 ? OfReports[_reports.Next(OfReports.Length)] : ReportFault.None;
        }
    }
}
