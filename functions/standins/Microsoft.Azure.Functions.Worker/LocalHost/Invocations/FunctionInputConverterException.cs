namespace Microsoft.Azure.Functions.Worker.LocalHost;

/// <summary>A parameter of a function could not be given a value.</summary>
internal sealed class FunctionInputConverterException(string message, Exception? innerException) : Exception(message, innerException);
