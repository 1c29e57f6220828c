namespace Stateless.Graph;

/// <summary>Which way a diagram runs.</summary>
public enum MermaidGraphDirection
{
    /// <summary>From left to right.</summary>
    LeftToRight = 0,

    /// <summary>From right to left.</summary>
    RightToLeft = 1,

    /// <summary>From top to bottom.</summary>
    TopToBottom = 2,

    /// <summary>From bottom to top.</summary>
    BottomToTop = 3,
}
