package dev.flashsale.query.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashsale.query.storefront.stub.StubShop;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;

class StorefrontPagesTest {
    private static final Pattern ASSET = Pattern.compile("/assets/[0-9a-f]{16}/[a-z/.]+");
    private static ConfigurableApplicationContext shop;
    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeAll
    static void start() {
        shop = StubShop.start();
    }

    @AfterAll
    static void stop() {
        shop.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/index.html", "/merchant.html"})
    void aPageIsAskedForAgainEachTime(String path) throws Exception {
        // when
        HttpResponse<String> page = get(path);

        // then
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-cache");
    }

    @Test
    void aPageThatIsTheSameIsNotSentAgain() throws Exception {
        // given
        String tag = get("/index.html").headers().firstValue("ETag").orElseThrow();

        // when
        HttpResponse<String> again = get("/index.html", "If-None-Match", tag);

        // then
        assertThat(again.statusCode()).isEqualTo(304);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/index.html", "/merchant.html"})
    void everythingThatAPageNamesMayBeKeptForEver(String path) throws Exception {
        // given
        Matcher assets = ASSET.matcher(get(path).body());
        assertThat(assets.results()).hasSize(4);
        assets.reset();

        // then
        while (assets.find()) {
            HttpResponse<String> asset = get(assets.group());
            assertThat(asset.statusCode()).as(assets.group()).isEqualTo(200);
            assertThat(asset.headers().firstValue("Cache-Control")).contains("max-age=31536000, public, immutable");
        }
    }

    @Test
    void whoAcceptsGzipGetsTheTwinThatTheBuildCompressed() throws Exception {
        // given
        Matcher script = ASSET.matcher(get("/index.html").body());
        assertThat(script.find()).isTrue();

        // when
        HttpResponse<String> page = get("/index.html", "Accept-Encoding", "gzip");
        HttpResponse<String> asset = get(script.group(), "Accept-Encoding", "gzip");

        // then
        assertThat(page.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(asset.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(asset.headers().allValues("Vary")).contains("Accept-Encoding");
    }

    @Test
    void anAddressOfAnotherBuildIsNotFoundAndNotKept() throws Exception {
        // when
        HttpResponse<String> old = get("/assets/0123456789abcdef/js/shop.js");

        // then
        assertThat(old.statusCode()).isEqualTo(404);
        assertThat(old.headers().firstValue("Cache-Control")).isEmpty();
    }

    private HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(StubShop.addressOf(shop) + path));
        if (headers.length > 0) request.headers(headers);
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
