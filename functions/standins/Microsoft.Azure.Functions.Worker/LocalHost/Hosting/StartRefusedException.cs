namespace Microsoft.Azure.Functions.Worker.LocalHost;

/// <summary>The program cannot start; the message has one line for each reason.</summary>
internal sealed class StartRefusedException(string reasons) : Exception(reasons);
