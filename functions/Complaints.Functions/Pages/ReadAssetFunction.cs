using Complaints.Functions.Access;
using Complaints.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Complaints.Functions.Pages;

internal sealed class ReadAssetFunction(PageFiles assets)
{
    [Function("ReadAsset")]
    [Allow(Roles.None, Unpaced = true)]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "assets/{name}")] HttpRequest http, string name)
    {
        if (assets.Find(name) is not { } asset)
        {
            return Problems.NoSuchAddress(http);
        }

        var headers = http.HttpContext.Response.Headers;
        headers.CacheControl = "public, max-age=31536000, immutable";
        headers.Vary = "Accept-Encoding";

        if (!http.TakesGzip())
        {
            return Results.Bytes(asset.Plain, asset.Type);
        }

        headers.ContentEncoding = "gzip";
        return Results.Bytes(asset.Zipped, asset.Type);
    }
}
