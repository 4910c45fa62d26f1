package dev.flashsale.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashsale.analysis.asof.AsOfVerb;
import dev.flashsale.analysis.audit.PenSale;
import dev.flashsale.analysis.export.ExportVerb;
import dev.flashsale.analysis.open.OpenVerb;
import dev.flashsale.analysis.sql.SqlVerb;
import dev.flashsale.analysis.store.StoreVerb;
import dev.flashsale.analysis.store.StoredRows;
import dev.flashsale.analysis.store.Verbs;
import dev.flashsale.analysis.trace.TraceVerb;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class VerbsChangeNothingTest {
    private final StoredRows rows = StoredRows.empty();

    @TempDir
    Path directory;

    static Stream<Arguments> verbs() {
        return Stream.of(
                Arguments.of(new OpenVerb(), new String[0]),
                Arguments.of(new AsOfVerb(), new String[] {"open+1s", "--diff", "open+2s"}),
                Arguments.of(new TraceVerb(), new String[] {"p-bob"}),
                Arguments.of(new SqlVerb(), new String[] {"delete from events returning global_index"}),
                Arguments.of(new SqlVerb(), new String[] {"--query", "fairness"}),
                Arguments.of(new ExportVerb(), new String[] {"--jsonl", "DIR"}));
    }

    @ParameterizedTest
    @MethodSource("verbs")
    void aVerbLeavesTheStoreAsItWas(StoreVerb verb, String[] arguments) {
        // given
        rows.store(PenSale.told().history().events());
        String before = rows.checksum();
        Stream<String> own = Stream.of(arguments)
                .map(argument ->
                        argument.equals("DIR") ? directory.resolve("out").toString() : argument);

        // when
        Verbs ran = Verbs.run(
                verb,
                Stream.concat(Stream.of("--url", rows.url(), "--user", "postgres"), own)
                        .toArray(String[]::new));

        // then
        assertThat(ran.err()).isEmpty();
        assertThat(ran.code()).isZero();
        assertThat(rows.checksum()).isEqualTo(before);
    }
}
