package dev.flashsale.kernel.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashsale.kernel.attempt.Attempt;
import dev.flashsale.kernel.samples.EventFields.Field;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Nothing that is stored for good tells who somebody is: people appear by a pseudonymous id only, so that forgetting an
 * account is enough and no event need ever be changed. What may be stored is listed; anything else is refused until somebody
 * has looked at it.
 */
class PersonalDataTest {
    /** Types that no person's data fits into. Enums and the kernel's own records come on top. */
    private static final Set<Class<?>> PLAIN = Set.of(int.class, long.class, boolean.class, Instant.class);

    /** A text can hold anything: each was reviewed, and stays on this list as long as the reason holds. */
    private static final Set<String> REVIEWED_TEXTS = Set.of(
            // random or derived ids
            "saleId",
            "stockId",
            "fromStockId",
            "toStockId",
            "transferId",
            "additionId",
            "purchaseId",
            "orderId",
            "paymentId",
            "refundId",
            // pseudonyms: random ids of accounts, which mean nobody once the account is gone
            "userId",
            "scheduledBy",
            "blockedBy",
            "liftedBy",
            // a user id, or the keyed hash of a network: without the key it names nobody, and nobody stores the address
            "blockId",
            "subject",
            "setBy",
            // chosen by the merchant for what is sold
            "itemId",
            "bundleId",
            "offerId",
            "SaleItem.title",
            "Bundle.title",
            "FlashSaleScheduled.title",
            "currency",
            // other sales
            "boughtInSaleId",
            "notBoughtInSaleId",
            // written by the merchant for all shoppers to answer
            "QuizQuestion.questionId",
            "QuizQuestion.text",
            "QuizQuestion.acceptedAnswers",
            // written by the merchant for all shoppers to read
            "FlashSaleCancelled.reason",
            // written by the merchant for who is blocked to read, or a rule's name
            "Blocked.reason",
            // a Refusal's name
            "Attempt.reason");

    /** Everything about people that is written once and kept: events, and refused attempts. */
    static Stream<Class<?>> stored() {
        return Stream.concat(Samples.eventTypes().stream(), Stream.of(Attempt.class));
    }

    @ParameterizedTest
    @MethodSource("stored")
    void whatIsStoredHoldsOnlyWhatWasReviewed(Class<?> type) {
        assertThat(EventFields.of(type)).allMatch(PersonalDataTest::isReviewed);
    }

    /** Positive control: what would have to be looked at first. */
    @Test
    void aFieldThatNobodyReviewedIsNoticed() {
        // given
        record Delivery(String orderId, String recipient, Map<String, String> details, Object anything, Instant at) {}

        // then
        assertThat(EventFields.of(Delivery.class).stream()
                        .filter(field -> !isReviewed(field))
                        .map(Field::name))
                .containsExactly("recipient", "details", "anything");
    }

    /** A list that names what is gone would let it come back unseen. */
    @Test
    void theListNamesNothingThatIsNotStored() {
        // given
        List<Field> fields =
                stored().flatMap(type -> EventFields.of(type).stream()).toList();

        // then
        assertThat(REVIEWED_TEXTS)
                .allSatisfy(entry -> assertThat(fields)
                        .anyMatch(field -> field.name().equals(entry)
                                || field.qualifiedName().equals(entry)));
    }

    private static boolean isReviewed(Field field) {
        if (field.type() == String.class) {
            return REVIEWED_TEXTS.contains(field.name()) || REVIEWED_TEXTS.contains(field.qualifiedName());
        }
        // the fields of records are looked at one by one
        return PLAIN.contains(field.type())
                || field.type().isEnum()
                || field.type().isRecord();
    }
}
