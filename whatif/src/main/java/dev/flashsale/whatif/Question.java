package dev.flashsale.whatif;

import dev.flashsale.whatif.Answer.Change;
import dev.flashsale.whatif.Answer.Side;
import dev.flashsale.whatif.Answer.Who;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Asks what a policy would have changed; but first, whether the rules give the record itself. */
final class Question {
    private Question() {}

    /**
     * The answer.
     *
     * @throws UnfaithfulRecordException when the unchanged policy does not give what was recorded
     */
    static Answer ask(Recording recording, Policy policy) throws UnfaithfulRecordException {
        Redo redo = Redo.of(recording);
        Divergence notTheRules = redo.first().orElse(null);
        if (notTheRules != null) {
            throw new UnfaithfulRecordException(notTheRules);
        }
        Map<Long, Integer> unseen = redo.unseen();
        Course recorded = Simulation.run(recording, unseen, Policy.asRecorded());
        Change notTheRecord = first(recorded).orElse(null);
        if (notTheRecord != null) {
            throw new UnfaithfulRecordException(Divergence.of(notTheRecord));
        }
        Course other = Simulation.run(recording, unseen, policy);
        return new Answer(
                recording.saleId(),
                recording.currency(),
                policy,
                Tally.of(recorded),
                Tally.of(other),
                other.differences().size(),
                first(other).orElse(null),
                better(recorded, other),
                better(other, recorded),
                Assumptions.of(policy, recording, unseen.size()),
                Assumptions.unknowable(recording));
    }

    private static Optional<Change> first(Course course) {
        return course.differences().stream().findFirst().map(Change::of);
    }

    /** Who is served in one course and was not in the other; both hold the same requests in the same order. */
    private static Side better(Course from, Course to) {
        Set<String> servedBefore = new HashSet<>();
        from.verdicts().stream()
                .filter(Verdict::served)
                .forEach(verdict -> servedBefore.add(verdict.attempt().userId()));
        List<Who> purchases = new ArrayList<>();
        for (int i = 0; i < to.verdicts().size(); i++) {
            Attempt attempt = to.verdicts().get(i).attempt();
            if (to.verdicts().get(i).served() && !from.verdicts().get(i).served()) {
                purchases.add(new Who(attempt.purchaseId(), attempt.userId()));
            }
        }
        long users = purchases.stream()
                .map(Who::userId)
                .distinct()
                .filter(user -> !servedBefore.contains(user))
                .count();
        return new Side(users, purchases);
    }
}
