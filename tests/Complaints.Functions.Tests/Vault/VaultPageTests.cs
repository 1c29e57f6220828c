using Complaints.Functions.Tests.Pages;

namespace Complaints.Functions.Tests.Vault;

/// <summary>Consent and erasure through the pages.</summary>
public sealed class VaultPageTests(Tracker tracker)
{
    [Fact]
    public async Task Consent_ThroughTheForm_IsShownOnTheComplaint()
    {
        var vault = await AVaultCase.MakeAsync(tracker, isFull: false);
        using var browser = new Browser(tracker, AVaultCase.Owner);
        Assert.Contains("Consent: publishing the record not known", (await browser.OpenAsync($"/complaints/{vault.Id}")).Text, StringComparison.Ordinal);
        var form = await browser.OpenAsync($"/complaints/{vault.Id}/consent");

        var empty = await browser.SendAsync(form);
        var sent = await browser.SendAsync(
            form, [("purpose", "publishing"), ("given", "false"), ("way", "orally"), .. AForm.Moment("at", 11, 1, 2021, "9:00")]);
        var page = await browser.OpenAsync(sent.Location!);

        Assert.Equal((400, 303), (empty.Status, sent.Status));
        Assert.Contains("Consent: publishing the record withdrawn", page.Text, StringComparison.Ordinal);
        Assert.Contains("What the party said has been recorded", page.Text, StringComparison.Ordinal);
        Assert.Contains("Consent withdrawn: publishing the record", (await browser.OpenAsync($"/complaints/{vault.Id}/history")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain($"/complaints/{vault.Id}/erase", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Erase_ThroughTheForm_IsRefusedWhileHeldThenDone()
    {
        var vault = await AVaultCase.MakeAsync(tracker);
        using var browser = new Browser(tracker, AVaultCase.Coordinator);
        Assert.Contains($"/complaints/{vault.Id}/erase", (await browser.OpenAsync($"/complaints/{vault.Id}")).Html, StringComparison.Ordinal);
        await HoldAsync(vault, true, "court_order");
        var form = await browser.OpenAsync($"/complaints/{vault.Id}/erase");

        var held = await browser.SendAsync(form, ("reason", "party_request"));
        await HoldAsync(vault, false, "order_lifted");
        var sent = await browser.SendAsync(form, ("reason", "party_request"));
        var page = await browser.OpenAsync(sent.Location!);

        Assert.Equal((422, 303), (held.Status, sent.Status));
        Assert.Contains("A legal hold stands", held.Text, StringComparison.Ordinal);
        Assert.Contains("Names, texts and documents of this complaint were erased", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain($"/complaints/{vault.Id}/identity", page.Html, StringComparison.Ordinal);
        Assert.Equal(410, (await browser.OpenAsync($"/complaints/{vault.Id}/identity")).Status);
    }

    [Theory]
    [InlineData("ru", "Согласие: публикация записи неизвестно", "Удалить имена, тексты и документы")]
    [InlineData("kk", "Келісім: жазбаны жариялау белгісіз", "Есімдерді, мәтіндерді және құжаттарды жою")]
    public async Task Page_InOtherLanguages_SpeaksThem(string language, string consent, string erase)
    {
        var vault = await AVaultCase.MakeAsync(tracker, isFull: false);
        using var browser = new Browser(tracker, AVaultCase.Coordinator);

        var page = await browser.OpenAsync($"/complaints/{vault.Id}?lang={language}");
        var form = await browser.OpenAsync($"/complaints/{vault.Id}/erase");

        Assert.Contains(consent, page.Text, StringComparison.Ordinal);
        Assert.Contains(erase, page.Text, StringComparison.Ordinal);
        Assert.Contains(erase, form.Text, StringComparison.Ordinal);
    }

    private async Task HoldAsync(AVaultCase vault, bool set, string reason)
    {
        var held = await tracker.PostAsync($"{vault.Path}/hold", new { set, reason }, AVaultCase.Coordinator);
        Assert.True(held.Status == 200, held.Text);
    }
}
