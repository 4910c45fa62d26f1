package dev.flashsale.query.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashsale.query.storefront.browser.Browser;
import dev.flashsale.query.storefront.browser.Shopper;
import dev.flashsale.query.storefront.stub.StubShop;
import dev.flashsale.query.storefront.stub.StubState;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.HttpStatus;

/** The gate in a real browser: challenges, tickets, and what shoppers read when they are turned away. */
class GateBrowserTest {
    private static final Duration OPEN_FOR_A_WHILE = Duration.ofMinutes(-10);
    private static final String NOTE = "[data-offer=kettle] .readiness";
    private static final String RESULT = "[data-offer=kettle] .result";
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
        browser.open(StubShop.addressOf(shop));
        browser.forget();
        browser.desktop();
        browser.dark(false);
        browser.errors();
    }

    @Test
    void whoGetsReadyBeforeTheOpeningBuysWithTheTicketTheyHave() {
        // given a sale that opens in a moment and asks for a proof of work and a journey
        state.sale("tea", "Autumn tea sale", Duration.ofSeconds(8), 100);
        state.demand("tea", "PROOF_OF_WORK", true);
        signedInAtTheSale();
        browser.seeText(".terms", "small sum");

        // when
        browser.click("[data-offer=kettle] .get-ready");
        browser.seeText(NOTE, "Your ticket is ready");
        browser.screenshot("gate-ready");
        shopper.buy("kettle");
        shopper.seePurchase("AWAITING_PAYMENT");

        // then
        assertThat(state.ticketCount()).isEqualTo(1);
        assertThat(state.journeyCount()).isEqualTo(1);
        assertThat(state.evidence().values())
                .allSatisfy(value -> assertThat(value).isInstanceOf(Integer.class));
        assertThat(state.evidence()).containsKeys("pointerMoves", "clicks", "touches", "keys", "scrolls", "activeMs");
        assertThat(browser.errors()).isEmpty();
    }

    @Test
    void whoDidNotGetReadyEarnsTheTicketOnTheWay() {
        // given
        openSaleDemanding("PROOF_OF_WORK");

        // when
        shopper.buy("kettle");
        shopper.seePurchase("AWAITING_PAYMENT");

        // then
        assertThat(state.ticketCount()).isEqualTo(1);
        assertThat(browser.errors()).isEmpty();
    }

    @Test
    void aWrongAnswerMayBeCorrected() {
        // given
        openSaleDemanding("QUIZ");
        shopper.buy("kettle");

        // when
        browser.type("#gate [name=answer]", "mint");
        browser.screenshot("gate-quiz");
        browser.click("#gate [type=submit]");
        browser.seeText("#gate .notice", "2 times more");
        browser.type("#gate [name=answer]", "camellia");
        browser.click("#gate [type=submit]");

        // then
        shopper.seePurchase("AWAITING_PAYMENT");
        assertThat(state.challengeCount()).isEqualTo(1);
        assertThat(browser.errors()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"SLIDER", "ROTATE"})
    void aPictureIsPutRightByTheKeyboardAlone(String kind) {
        // given
        openSaleDemanding(kind);
        shopper.buy("kettle");

        // when
        browser.see("#gate input[type=range]")
                .sendKeys(String.valueOf(Keys.ARROW_RIGHT).repeat(120));
        browser.screenshot("gate-" + kind.toLowerCase(Locale.ROOT));
        browser.see("#gate input[type=range]").sendKeys(Keys.ENTER);

        // then
        shopper.seePurchase("AWAITING_PAYMENT");
        assertThat(browser.errors()).isEmpty();
    }

    @Test
    void signsAreClickedByTheKeyboardToo() {
        // given
        openSaleDemanding("CLICK");
        shopper.buy("kettle");

        // when
        browser.see("#gate .board").click();
        browser.see("#gate .board").sendKeys(Keys.ARROW_LEFT, Keys.ARROW_LEFT, Keys.ENTER);
        browser.screenshot("gate-click");
        browser.click("#gate [type=submit]");

        // then
        shopper.seePurchase("AWAITING_PAYMENT");
        assertThat(browser.errors()).isEmpty();
    }

    @Test
    void anotherPictureMayBeAskedForAndTheGateMayBeLeft() {
        // given
        openSaleDemanding("SLIDER");
        shopper.buy("kettle");
        browser.see("#gate input[type=range]");

        // when
        browser.click("#gate .actions button:nth-child(2)");
        browser.see("#gate button:enabled[type=submit]");
        browser.click("#gate .actions button:nth-child(3)");

        // then
        browser.see("#buy-kettle:enabled");
        assertThat(state.challengeCount()).isEqualTo(2);
        assertThat(state.keys()).isEmpty();
        assertThat(browser.errors()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ticket-expired", "ticket-used", "ticket-invalid", "ticket-required"})
    void aTicketThatIsNoLongerGoodIsReplacedUnderTheSameKey(String problem) {
        // given
        openSaleDemanding("PROOF_OF_WORK");
        state.turnAwayNext(HttpStatus.FORBIDDEN, problem, Map.of());

        // when
        shopper.buy("kettle");
        shopper.seePurchase("AWAITING_PAYMENT");

        // then
        assertThat(state.ticketCount()).isEqualTo(2);
        assertThat(state.purchaseCount()).isEqualTo(1);
    }

    @Test
    void aQueueThatIsTooLongIsWaitedForWithTheSameKey() {
        // given
        openSaleDemanding(null);
        for (int round = 3; round > 0; round--) {
            state.turnAwayNext(
                    HttpStatus.CONFLICT,
                    "queue-full",
                    Map.of("retryable", true, "position", 10 + round, "remaining", 4, "expectedWaitMs", 8_000));
        }

        // when
        shopper.buy("kettle");
        browser.seeText("#waiting .queue", "units left");
        browser.seeText("#waiting-text", "More people");
        browser.screenshot("gate-queue");
        shopper.seePurchase("AWAITING_PAYMENT");

        // then
        assertThat(state.ticketCount()).isEqualTo(1);
        assertThat(Set.copyOf(state.keys())).hasSize(1);
        assertThat(browser.errors()).isEmpty();
    }

    @Test
    void aQueueMayBeLeft() {
        // given
        openSaleDemanding(null);
        for (int round = 0; round < 20; round++) {
            state.turnAwayNext(HttpStatus.CONFLICT, "queue-full", Map.of("retryable", true, "position", 12));
        }
        shopper.buy("kettle");

        // when
        browser.click("#waiting .actions button");

        // then
        browser.seeText(RESULT, "Nothing was bought");
        browser.see("#buy-kettle:enabled");
        assertThat(state.purchaseCount()).isZero();
    }

    @Test
    void whoIsTooFastWaitsAsLongAsTheShopSays() {
        // given
        openSaleDemanding(null);
        state.turnAwayNext(HttpStatus.TOO_MANY_REQUESTS, "rate-limited", Map.of("retryable", true, "limit", "user"));

        // when
        shopper.buy("kettle");

        // then
        browser.seeText("#waiting-text", "a little too fast. Please wait 00:01");
        shopper.seePurchase("AWAITING_PAYMENT");
    }

    @Test
    void everyRefusalForGoodIsToldInASentence() {
        // given
        openSaleDemanding(null);

        // then
        refused("blocked", Map.of("until", Instant.now().plusSeconds(600)), "You cannot buy here until");
        refused("not-eligible", Map.of("rule", "ACCOUNT_TOO_NEW"), "yours is too new");
        refused("not-eligible", Map.of("rule", "NOT_ON_ALLOW_LIST"), "invited shoppers");
        refused("journey-suspect", Map.of(), "takes this visit for a program");
        browser.screenshot("gate-refused");
        assertThat(browser.errors()).isEmpty();
    }

    @Test
    void aPhoneInTheDarkShowsTheGateWithoutScrollingSideways() {
        // given
        browser.phone();
        browser.dark(true);
        openSaleDemanding("SLIDER");
        state.eligible("tea", Map.of("leastAccountAgeMs", 2_592_000_000L, "leastLevel", 2, "allowListOnly", true));

        // when
        browser.seeText(".terms", "30 days old");
        browser.screenshot("gate-phone-terms");
        shopper.buy("kettle");
        browser.see("#gate input[type=range]");
        browser.screenshot("gate-phone-slider");

        // then
        assertThat(browser.overflow()).isZero();
        assertThat(browser.errors()).isEmpty();
    }

    private static void refused(String problem, Map<String, Object> members, String sentence) {
        state.turnAwayNext(HttpStatus.FORBIDDEN, problem, members);
        shopper.buy("kettle");
        browser.seeText(RESULT, sentence);
    }

    private static void openSaleDemanding(@Nullable String challenge) {
        state.sale("tea", "Autumn tea sale", OPEN_FOR_A_WHILE, 100);
        state.demand("tea", challenge, false);
        signedInAtTheSale();
    }

    private static void signedInAtTheSale() {
        shopper.register("ada", "correct horse battery");
        shopper.chooseSale("tea");
        browser.see("#buy-kettle");
    }
}
