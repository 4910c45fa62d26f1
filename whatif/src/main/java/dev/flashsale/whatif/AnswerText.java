package dev.flashsale.whatif;

import dev.flashsale.whatif.Answer.Change;
import dev.flashsale.whatif.Answer.Side;
import dev.flashsale.whatif.Answer.Who;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** An answer for people. */
final class AnswerText {
    private final Answer answer;
    private final int names;
    private final StringBuilder text = new StringBuilder();

    private AnswerText(Answer answer, int names) {
        this.answer = answer;
        this.names = names;
    }

    /** The answer, with at most so many purchases named on each side. */
    static String of(Answer answer, int names) {
        AnswerText text = new AnswerText(answer, names);
        text.write();
        return text.text.toString().stripTrailing();
    }

    private void write() {
        Tally was = answer.recorded();
        Tally is = answer.whatIf();
        line(
                "sale %s: %,d attempts decided again by the same rules; as recorded, 0 differ",
                answer.saleId(), was.attempts());
        line("");
        line("%-30s %15s %15s %12s", "", "recorded", "what if", "difference");
        row("reserved", was.reserved(), is.reserved());
        row("paid", was.paid(), is.paid());
        row("expired or cancelled", was.givenBack(), is.givenBack());
        row("bundle incomplete", was.incomplete(), is.incomplete());
        row("open at the end", was.open(), is.open());
        for (String item : both(was.soldUnits().keySet(), is.soldUnits().keySet())) {
            row(
                    "sold units of " + item,
                    was.soldUnits().getOrDefault(item, 0),
                    is.soldUnits().getOrDefault(item, 0));
        }
        row("revenue, minor units " + answer.currency(), was.revenueMinor(), is.revenueMinor());
        row("users served", was.usersServed(), is.usersServed());
        for (String reason : both(was.refused().keySet(), is.refused().keySet())) {
            row(
                    "refused " + reason,
                    was.refused().getOrDefault(reason, 0L),
                    is.refused().getOrDefault(reason, 0L));
        }
        line("");
        changes();
        list("assumed", answer.assumed());
        list("cannot be known", answer.unknowable());
    }

    private void changes() {
        line("%,d requests are decided otherwise", answer.decidedOtherwise());
        Change first = answer.first();
        if (first != null) {
            line(
                    "first: event %d at %s, %d of %s by user %s",
                    first.index(), first.at(), first.quantity(), first.offerId(), first.userId());
            line("       purchase %s: %s, what if: %s", first.purchaseId(), first.recorded(), first.whatIf());
        }
        side("gain", answer.gain());
        side("lose", answer.lose());
    }

    private void side(String name, Side side) {
        int more = side.purchases().size() - names;
        String ids = side.purchases().stream().limit(names).map(Who::purchaseId).collect(Collectors.joining(", "));
        line(
                "%s: %,d purchases, %,d users%s%s",
                name,
                side.purchases().size(),
                side.users(),
                ids.isEmpty() ? "" : ": " + ids,
                more > 0 && names > 0 ? ", and " + more + " more" : "");
    }

    private void list(String title, List<String> sentences) {
        line("");
        line("%s:", title);
        sentences.forEach(sentence -> line("- %s", sentence));
    }

    private void row(String name, long was, long is) {
        if (was != 0 || is != 0) {
            line(
                    "%-30s %,15d %,15d %12s",
                    name, was, is, is == was ? "" : String.format(Locale.ROOT, "%+,d", is - was));
        }
    }

    private static Set<String> both(Set<String> one, Set<String> other) {
        Set<String> all = new TreeSet<>(one);
        all.addAll(other);
        return all;
    }

    private void line(String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values).stripTrailing()).append('\n');
    }
}
