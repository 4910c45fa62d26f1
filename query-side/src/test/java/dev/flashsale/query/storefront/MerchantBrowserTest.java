package dev.flashsale.query.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashsale.query.storefront.browser.Browser;
import dev.flashsale.query.storefront.stub.StubShop;
import dev.flashsale.query.storefront.stub.StubState;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** The merchant's page in a real browser, over a stubbed API. */
class MerchantBrowserTest {
    private static ConfigurableApplicationContext shop;
    private static StubState state;
    private static Browser browser;

    @BeforeAll
    static void start() {
        shop = StubShop.start();
        state = shop.getBean(StubState.class);
        browser = new Browser();
    }

    @AfterAll
    static void stop() {
        browser.close();
        shop.close();
    }

    @BeforeEach
    void signedIn() {
        state.clear();
        browser.open(StubShop.addressOf(shop) + "/merchant.html#/login");
        browser.reload();
        browser.type("[name=username]", "merchant");
        browser.type("[name=password]", "correct horse battery");
        browser.click("#account-form button");
        browser.see(".table-box");
    }

    @Test
    void aMerchantSchedulesASaleAndWatchesIt() {
        // given
        browser.click("nav a[href='#/schedule']");
        browser.type("[name=title]", "Winter lamps");
        browser.type("[name=itemTitle]", "Reading lamp");
        browser.type("[name=listPrice]", "59.90");
        browser.type("[name=salePrice]", "24.9");
        browser.click("#bundles + button");
        browser.type("[name=bundleTitle]", "Two lamps and a cup");
        browser.type("[name=bundlePrice]", "55");
        browser.type("[name=parts]", "item-1 × 2, cup");
        browser.screenshot("merchant-schedule");

        // when
        browser.click("#schedule");

        // then
        browser.see("#sale-status[data-status=UPCOMING]");
        browser.seeText("h1", "Winter lamps");
        assertThat(state.scheduled())
                .contains("listPriceMinor=5990", "salePriceMinor=2490", "priceMinor=5500")
                .contains("{itemId=item-1, units=2}", "{itemId=cup, units=1}");
        assertThat(browser.errors()).isEmpty();
    }

    @Test
    void aMerchantSaysWhoMayTryWithASchedule() {
        // given
        browser.click("nav a[href='#/schedule']");
        browser.type("[name=title]", "Winter lamps");
        browser.type("[name=itemTitle]", "Reading lamp");
        browser.type("[name=listPrice]", "59.90");
        browser.type("[name=salePrice]", "24.9");

        // when
        browser.click("[data-preset=Strict]");
        browser.choose("[data-part=challenge] [name=kind]", "QUIZ");
        browser.type("[name=question]", "Which plant does tea come from?");
        browser.type("[name=answers]", "Camellia\nthe tea plant");
        browser.screenshot("merchant-admission");
        browser.click("#schedule");

        // then
        browser.seeText("h1", "Winter lamps");
        assertThat(state.scheduled())
                .contains("kind=QUIZ", "acceptedAnswers=[Camellia, the tea plant]", "lifetimeMs=120000")
                .contains("leastReadMs=1000", "refuseFrom=70", "ticket=true", "queue=true")
                .contains("perUser={capacity=3, refillTokens=1, refillPeriodMs=1000}");
        assertThat(browser.errors()).isEmpty();
    }

    @Test
    void aMerchantChangesWhoMayTryWhileTheSaleRuns() {
        // given a sale that asks for a picture
        watchingATeaSale();
        browser.click("#gate-panel summary");
        browser.click("[data-preset=Strict]");
        browser.click("#save-admission");
        browser.seeText("#gate-messages", "Saved");
        assertThat(state.policy().toString()).contains("kind=SLIDER");

        // when it is opened to everybody, but for a rate
        browser.reload();
        browser.click("#gate-panel summary");
        browser.see("[name='part.journey']:checked");
        browser.screenshot("merchant-gate");
        browser.click("[data-preset=Open]");
        browser.click("[name='part.rates.perUser']");
        browser.type("[data-part='rates.perUser'] [name=capacity]", "7");
        browser.click("#save-admission");
        browser.seeText("#gate-messages", "Saved");

        // then
        assertThat(state.policy())
                .isEqualTo(Map.of(
                        "ticket",
                        false,
                        "queue",
                        false,
                        "rates",
                        Map.of("perUser", Map.of("capacity", 7, "refillTokens", 1, "refillPeriodMs", 1_000))));
        assertThat(browser.errors()).isEmpty();
    }

    @Test
    void aMerchantBlocksSomebodyAndLetsThemBackIn() {
        // given
        browser.click("nav a[href='#/blocklist']");
        browser.seeText("main", "Nobody is blocked");

        // when
        browser.choose("#block-form [name=kind]", "address");
        browser.type("#block-form [name=value]", "192.0.2.77");
        browser.type("#block-form [name=reason]", "A hundred requests a second");
        browser.click("#block-form button");

        // then
        browser.seeText("#blocks", "A hundred requests a second");
        browser.screenshot("merchant-blocklist");
        browser.click("#blocks button");
        browser.seeText("#messages", "lifted");
        browser.seeText("main", "Nobody is blocked");
        assertThat(browser.errors()).isEmpty();
    }

    @Test
    void unitsMoveWhileTheMerchantWatches() {
        // given
        watchingATeaSale();

        // when
        state.remaining("tea", 37);

        // then
        browser.seeText("[data-item=kettle] .number", "37 of 100 left");
        browser.screenshot("merchant-live");
    }

    @Test
    void aMerchantAddsStock() {
        // given
        watchingATeaSale();
        state.remaining("tea", 0);
        browser.see("[data-item=kettle] [data-status=SOLD_OUT]");

        // when
        browser.type("[data-item=kettle] input", "25");
        browser.click("[data-item=kettle] button");

        // then
        browser.seeText("[data-item=kettle] .number", "25 of");
    }

    @Test
    void aMerchantCancelsASaleOnlyWithAReason() {
        // given
        watchingATeaSale();

        // when
        browser.click("#cancel-sale");
        browser.type("dialog [name=reason]", "Wrong price");
        browser.click("dialog .danger");

        // then
        browser.see("#sale-status[data-status=CANCELLED]");
    }

    @Test
    void aPhoneShowsEverythingWithoutScrollingSideways() {
        // given
        browser.phone();
        browser.dark(true);

        // when
        watchingATeaSale();
        browser.screenshot("merchant-phone");

        // then
        assertThat(browser.overflow()).isZero();
        browser.click("nav a[href='#/schedule']");
        browser.click("[data-preset=Strict]");
        browser.screenshot("merchant-phone-admission");
        assertThat(browser.overflow()).isZero();
        browser.click("nav a[href='#/blocklist']");
        browser.see("#block-form");
        browser.screenshot("merchant-phone-blocklist");
        assertThat(browser.overflow()).isZero();
        browser.desktop();
        browser.dark(false);
    }

    private static void watchingATeaSale() {
        state.sale("tea", "Autumn tea sale", Duration.ofMinutes(-10), 100);
        browser.click("#merchant-sales a[href='#/sales/tea']");
        browser.see("#sale-status[data-status=OPEN]");
    }
}
