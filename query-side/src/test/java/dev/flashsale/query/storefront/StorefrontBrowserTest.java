package dev.flashsale.query.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashsale.query.storefront.browser.Browser;
import dev.flashsale.query.storefront.browser.PurchaseWalk;
import dev.flashsale.query.storefront.browser.Shopper;
import dev.flashsale.query.storefront.stub.StubShop;
import dev.flashsale.query.storefront.stub.StubState;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** The shop in a real browser, over a stubbed API that says what each test needs. */
class StorefrontBrowserTest {
    private static final Duration OPEN_FOR_A_WHILE = Duration.ofMinutes(-10);
    private static ConfigurableApplicationContext shop;
    private static StubState state;
    private static Browser browser;
    private static Shopper shopper;

    @BeforeAll
    static void start() {
        shop = StubShop.start();
        state = shop.getBean(StubState.class);
        browser = new Browser();
        shopper = new Shopper(browser, StubShop.addressOf(shop));
    }

    @AfterAll
    static void stop() {
        browser.close();
        shop.close();
    }

    @BeforeEach
    void aFreshShop() {
        state.clear();
        browser.desktop();
        browser.dark(false);
        browser.errors();
    }

    @Test
    void aWholePurchaseWorksFromTheAccountToTheOrder() {
        // given a sale that opens in a moment, by a clock that is hours away from the device's
        state.sale("tea", "Autumn tea sale", Duration.ofSeconds(6), 100);
        state.sale("bikes", "City bikes", Duration.ofHours(30), 20);

        // when
        String orderId = new PurchaseWalk(browser, StubShop.addressOf(shop)).run("ada", "tea", "kettle", "desktop");

        // then
        assertThat(state.keys()).hasSize(1);
        assertThat(orderId).isEqualTo("purchase-" + state.keys().getFirst());
    }

    @Test
    void theResultArrivesByServerSentEvents() {
        // given
        signedInAtTheSale();

        // when
        shopper.buy("kettle");
        shopper.seePurchase("AWAITING_PAYMENT");

        // then
        assertThat(shopper.transport()).isEqualTo("stream");
    }

    @Test
    void theResultArrivesByPollingWhereAStreamDoesNotGetThrough() {
        // given
        signedInAtTheSale();
        state.streams(false);

        // when
        shopper.buy("kettle");
        shopper.seePurchase("AWAITING_PAYMENT");

        // then
        assertThat(shopper.transport()).isEqualTo("poll");
    }

    @Test
    void anUnclearAnswerIsRepeatedWithTheSameKey() {
        // given
        signedInAtTheSale();
        state.unclearAnswers(3);

        // when
        shopper.buy("kettle");
        browser.seeText("#waiting-text", "you cannot buy twice");
        browser.screenshot("unclear");
        shopper.seePurchase("AWAITING_PAYMENT");

        // then
        assertThat(state.keys()).hasSize(4);
        assertThat(Set.copyOf(state.keys())).hasSize(1);
        assertThat(state.purchaseCount()).isEqualTo(1);
    }

    @Test
    void aReloadInTheMiddleGoesOnWithTheSameKey() {
        // given
        signedInAtTheSale();
        state.unclearAnswers(3);
        shopper.buy("kettle");
        browser.seeText("#waiting-text", "you cannot buy twice");

        // when
        browser.reload();
        shopper.seePurchase("AWAITING_PAYMENT");

        // then
        assertThat(state.purchaseCount()).isEqualTo(1);
    }

    @Test
    void anItemThatIsSoldOutIsWatchedAndCanBeBoughtWhenUnitsComeBack() {
        // given
        signedInAtTheSale();
        state.remaining("tea", 0);
        shopper.seeOffer("kettle", "SOLD_OUT");
        browser.seeText("[data-offer=kettle] .note", "may come back");
        browser.screenshot("sold-out");

        // when
        state.remaining("tea", 1);

        // then
        shopper.seeOffer("kettle", "LOW_STOCK");
        shopper.buy("kettle");
        shopper.seePurchase("AWAITING_PAYMENT");
    }

    @Test
    void aRefusalIsToldWhereTheButtonIs() {
        // given a page that still shows units while the last one is gone
        signedInAtTheSale();
        state.refuseNext();

        // when
        shopper.buy("kettle");

        // then
        browser.seeText("[data-offer=kettle] .result", "Sold out just now");
        assertThat(browser.errors()).isEmpty();
    }

    @Test
    void aPhoneShowsEverythingWithoutScrollingSideways() {
        // given
        browser.phone();
        signedInAtTheSale();

        // then
        browser.see("#buy-kettle");
        browser.screenshot("phone-sale");
        assertThat(browser.overflow()).isZero();
        shopper.buy("set");
        shopper.seePurchase("AWAITING_PAYMENT");
        browser.screenshot("phone-purchase");
        assertThat(browser.overflow()).isZero();
        shopper.seeOrder(shopper.purchaseId(), "AWAITING_PAYMENT");
        browser.screenshot("phone-orders");
        assertThat(browser.overflow()).isZero();
        browser.click("nav a[href='#/']");
        browser.see("[data-sale=tea]");
        browser.screenshot("phone-sales");
        assertThat(browser.overflow()).isZero();
        assertThat(browser.errors()).isEmpty();
    }

    @Test
    void aDeviceThatPrefersDarkColoursGetsThem() {
        // given
        browser.dark(true);

        // when
        signedInAtTheSale();
        browser.see("#buy-kettle");
        browser.screenshot("dark-sale");

        // then
        assertThat(browser.see("body").getCssValue("background-color")).contains("19, 19, 18");
    }

    @Test
    void aPriceHasAsManyDecimalsAsItsCurrency() {
        // given
        state.sale("yen", "In yen", "JPY", OPEN_FOR_A_WHILE, 100);
        state.sale("dinar", "In dinars", "KWD", OPEN_FOR_A_WHILE, 100);
        shopper.visit();

        // when
        shopper.chooseSale("yen");
        browser.seeText("[data-offer=kettle] .price b", "2,490");

        // then
        shopper.chooseSale("dinar");
        browser.seeText("[data-offer=kettle] .price b", "2.490");
    }

    private static void signedInAtTheSale() {
        state.sale("tea", "Autumn tea sale", OPEN_FOR_A_WHILE, 100);
        shopper.register("ada", "correct horse battery");
        shopper.chooseSale("tea");
        shopper.seeOffer("kettle", "OPEN");
    }
}
