package dev.flashsale.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashsale.analysis.ledger.StoredEvent;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

class PageTest {
    private static final long SEED = 20261121;

    @Test
    void theSameEventsMakeTheSamePage() {
        // given
        List<StoredEvent> events = RushHour.of(500, 100, SEED);

        // when
        String once = page(events);
        String again = page(RushHour.of(500, 100, SEED));

        // then
        assertThat(again).isEqualTo(once);
    }

    @Test
    void aSingleOtherEventMakesAnotherHash() {
        // given
        List<StoredEvent> events = RushHour.of(200, 50, SEED);

        // when
        String fewer = page(events.subList(0, events.size() - 1));

        // then
        assertThat(hash(fewer)).isNotEqualTo(hash(page(events)));
    }

    @Test
    void thePageNeedsNoNetworkAndRunsNoScript() throws Exception {
        // when
        String page = page(RushHour.of(3_000, 500, SEED));

        // then
        Files.writeString(Path.of("target/report-rush.html"), page);
        assertThat(page).doesNotContain("<script", "http://", "https://", "url(", "@import", "src=", "href=", "onload");
    }

    @Test
    void everyChartIsWellFormedAndHasNoPlaceThatIsNotANumber() throws Exception {
        // given
        Matcher charts = Pattern.compile("<svg.*?</svg>", Pattern.DOTALL).matcher(page(RushHour.of(800, 90, SEED)));

        // when
        int count = 0;
        while (charts.find()) {
            DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(charts.group())));
            assertThat(charts.group()).doesNotContain("NaN", "Infinity");
            count++;
        }

        // then six charts, each for a wide page and for a phone
        assertThat(count).isEqualTo(12);
    }

    @Test
    void markupInATitleIsShownAsText() {
        // when
        String page = page(RushHour.of("sale-<b>", "Pens <script>alert(1)</script> & \"more\"", 20, 5, SEED));

        // then
        assertThat(page)
                .contains("Pens &lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;more&quot;", "sale-&lt;b&gt;")
                .doesNotContain("<script");
    }

    @Test
    void theHeadlineSaysThatTheSaleSoldExactlyItsStock() {
        // when
        String page = page(RushHour.of(2_000, 100, SEED));

        // then
        assertThat(page).contains("class=\"verdict good\"").contains("Sold 100 of 100 units.");
    }

    @Test
    void aBrokenHistoryIsSaidInTheHeadlineAndNamesItsRule() {
        // given an order that was never reserved
        List<StoredEvent> events = new ArrayList<>(RushHour.of(50, 60, SEED));
        events.remove(2);

        // when
        String page = page(events);

        // then
        assertThat(page).contains("class=\"verdict bad\"", "✗ broken").doesNotContain("Every rule held");
    }

    @Test
    void aSaleThatNobodyCameToHasAPageToo() {
        // when
        String page = page(RushHour.of(0, 10, SEED));

        // then
        assertThat(page).contains("Sold 0 of 10 units.", "Nobody tried to buy.").doesNotContain("NaN");
    }

    private static String page(List<StoredEvent> events) {
        Story story = new Story(false);
        events.forEach(story::accept);
        return Page.of(story, List.copyOf(story.sales().values()), "report --html FILE")
                .html();
    }

    private static String hash(String page) {
        Matcher hash = Pattern.compile("[0-9a-f]{64}").matcher(page);
        assertThat(hash.find()).isTrue();
        return hash.group();
    }
}
