namespace XrNpe.Vio;

/// <summary>What a node wants and we do not have: <c>Clip to [0, 6]</c>. All of a model are collected and reported at once.</summary>
public sealed class UnsupportedException(string what) : Exception(what);
