package dev.flashsale.command.admission;

import dev.flashsale.kernel.admission.AdmissionPolicy;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Asks the checkpoints, stage by stage. The first that turns somebody away has spoken for all. */
@Component
public class Gate {
    private final AdmissionPolicies policies;
    private final Map<Stage, List<Checkpoint>> checkpoints = new EnumMap<>(Stage.class);

    Gate(AdmissionPolicies policies, ObjectProvider<Checkpoint> checkpoints) {
        this.policies = policies;
        for (Stage stage : Stage.values()) {
            this.checkpoints.put(
                    stage,
                    checkpoints
                            .orderedStream()
                            .filter(checkpoint -> checkpoint.stage() == stage)
                            .toList());
        }
    }

    /** What the sale demands. */
    public AdmissionPolicy policyOf(String saleId) {
        return policies.of(saleId);
    }

    /** Why this visitor is turned away at this stage; null lets them on. */
    public @Nullable TurnedAway check(Stage stage, Visit visit) {
        for (Checkpoint checkpoint : checkpoints.getOrDefault(stage, List.of())) {
            TurnedAway turnedAway = checkpoint.check(visit);
            if (turnedAway != null) {
                return turnedAway;
            }
        }
        return null;
    }
}
