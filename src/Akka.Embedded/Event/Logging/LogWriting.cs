namespace Akka.Event;

/// <summary>Writes to a log where the level is enabled; arguments become objects only then.</summary>
internal static class LogWriting
{
    public static void Write(ILoggingAdapter log, LogLevel level, Exception? cause, string format)
    {
        if (log.IsEnabled(level))
        {
            log.Log(level, cause, format);
        }
    }

    public static void Write(ILoggingAdapter log, LogLevel level, Exception? cause, string format, object?[] args)
    {
        if (log.IsEnabled(level))
        {
            Make(log, level, cause, format, args ?? []);
        }
    }

    public static void Write<T1>(ILoggingAdapter log, LogLevel level, Exception? cause, string format, T1 arg1)
    {
        if (log.IsEnabled(level))
        {
            Make(log, level, cause, format, [arg1]);
        }
    }

    public static void Write<T1, T2>(
        ILoggingAdapter log, LogLevel level, Exception? cause, string format, T1 arg1, T2 arg2)
    {
        if (log.IsEnabled(level))
        {
            Make(log, level, cause, format, [arg1, arg2]);
        }
    }

    public static void Write<T1, T2, T3>(
        ILoggingAdapter log, LogLevel level, Exception? cause, string format, T1 arg1, T2 arg2, T3 arg3)
    {
        if (log.IsEnabled(level))
        {
            Make(log, level, cause, format, [arg1, arg2, arg3]);
        }
    }

    public static void Write<T1, T2, T3, T4>(
        ILoggingAdapter log, LogLevel level, Exception? cause, string format, T1 arg1, T2 arg2, T3 arg3, T4 arg4)
    {
        if (log.IsEnabled(level))
        {
            Make(log, level, cause, format, [arg1, arg2, arg3, arg4]);
        }
    }

    public static void Write<T1, T2, T3, T4, T5>(
        ILoggingAdapter log,
        LogLevel level,
        Exception? cause,
        string format,
        T1 arg1,
        T2 arg2,
        T3 arg3,
        T4 arg4,
        T5 arg5)
    {
        if (log.IsEnabled(level))
        {
            Make(log, level, cause, format, [arg1, arg2, arg3, arg4, arg5]);
        }
    }

    public static void Write<T1, T2, T3, T4, T5, T6>(
        ILoggingAdapter log,
        LogLevel level,
        Exception? cause,
        string format,
        T1 arg1,
        T2 arg2,
        T3 arg3,
        T4 arg4,
        T5 arg5,
        T6 arg6)
    {
        if (log.IsEnabled(level))
        {
            Make(log, level, cause, format, [arg1, arg2, arg3, arg4, arg5, arg6]);
        }
    }

    private static void Make(ILoggingAdapter log, LogLevel level, Exception? cause, string format, object?[] args) =>
        log.Log(level, cause, new TemplateMessage(log.Formatter, format, args));
}
