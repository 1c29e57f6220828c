namespace Complaints.Shape.Tests;

public sealed class RouteTests
{
    [Theory]
    [InlineData("api/complaints/{id}/documents/{n:int}")]
    [InlineData("assets/{*path}")]
    [InlineData(RouteRules.Home)]
    [InlineData(RouteRules.Elsewhere)]
    [InlineData("api/elections/{election}/export.{format:regex(^(csv|json)$)}")]
    [InlineData("{lang:regex(^(en|ru|kk)$)}/register")]
    public void Faults_KnownTemplate_None(string route) => Assert.Empty(RouteRules.FaultsOf(route));

    [Theory]
    [InlineData(null, "has no route")]
    [InlineData("", "has no route")]
    [InlineData("/api/health", "begins with a slash")]
    [InlineData("admin/x", "keeps for itself")]
    [InlineData("administration", "keeps for itself")]
    [InlineData("Runtime/x", "keeps for itself")]
    [InlineData("{ignored?}", "more than the start page")]
    [InlineData("{root=home}", "more than the start page")]
    [InlineData("{**rest}", "more than the start page")]
    [InlineData("a/{id", "is not a template")]
    [InlineData("a/{id}{n}", "is not a template")]
    [InlineData("a/{n:range(many)}", "constraint range(many)")]
    [InlineData("{root:length(0)}/{x:maybe?}", "constraint maybe")]
    [InlineData("{x:regex(^(a|b)$):slug}", "constraint slug")]
    public void Faults_BrokenTemplate_SaysWhy(string? route, string expected) => Assert.Contains(expected, Assert.Single(RouteRules.FaultsOf(route)));

    [Fact]
    public void Parameters_OfATemplate_AreItsNames() =>
        Assert.Equal(["lang", "id", "path"], RouteRules.ParametersOf("{lang:regex(^(en|ru)$)}/o/{id:int?}/{*path}"));

    [Theory]
    [InlineData("good/{id}", "Good/{other}", true)]
    [InlineData("good/{id:int}", "good/{id}", false)]
    [InlineData("good/{id}", "good/{*id}", false)]
    [InlineData("export.{format}", "export.{kind}", true)]
    public void Essence_OfTwoRoutes_IsWhatTheRouterTells(string one, string other, bool areSame) =>
        Assert.Equal(areSame, RouteRules.Essence(one) == RouteRules.Essence(other));
}
