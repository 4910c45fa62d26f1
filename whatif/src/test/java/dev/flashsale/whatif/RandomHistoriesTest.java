package dev.flashsale.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Over histories that the real rules wrote; a failure names its seed. */
class RandomHistoriesTest {
    private static final int STEPS = 400;

    static LongStream seeds() {
        long first = System.nanoTime();
        System.out.println("seeds from " + first);
        return LongStream.range(first, first + 40);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theUnchangedPolicyChangesNothing(long seed) throws IOException {
        // given
        Recording recording = new RandomSale(seed).run(STEPS);

        // when
        Answer answer = Question.ask(recording, Policy.asRecorded());

        // then
        assertThat(answer.differs()).isFalse();
        assertThat(answer.first()).isNull();
        assertThat(answer.recorded().attempts()).isPositive();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void underNoPolicyIsMoreSoldThanThereIs(long seed) throws IOException {
        // given
        RandomSale sale = new RandomSale(seed);
        Recording recording = sale.run(STEPS);
        Random random = new Random(seed);
        int stock = random.nextInt(60);
        NewWinners newWinners = NewWinners.values()[random.nextInt(2)];
        Double rate = random.nextBoolean() ? null : 0.5 + random.nextInt(3);
        Policy policy = new Policy(
                Set.of(PaperSale.PEN), stock, 1 + random.nextInt(3), null, 1 + random.nextInt(6), rate, newWinners);

        // when
        Answer answer = Question.ask(recording, policy);

        // then
        assertThat(answer.whatIf().soldUnits().getOrDefault(PaperSale.PEN, 0))
                .isLessThanOrEqualTo(stock + sale.addedPens);
        assertThat(answer.whatIf().attempts()).isEqualTo(answer.recorded().attempts());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void howTheUnitsAreSplitDecidesNoSale(long seed) throws IOException {
        // given: nobody overtakes anybody, so only the total counts
        PaperSale sale = new PaperSale(20, 3, 0, 1);
        Random random = new Random(seed);
        for (int i = 0; i < 40; i++) {
            if (sale.buy("p-" + i, "user-" + random.nextInt(1_000), PaperSale.PEN)) {
                sale.pay("p-" + i);
            }
        }

        // when
        Policy policy = new Policy(Set.of(), null, null, null, 1 + random.nextInt(8), null, NewWinners.PAY);

        // then
        assertThat(Question.ask(sale.recording(), policy).differs()).isFalse();
    }
}
