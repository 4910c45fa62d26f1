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
    private final List<Checkpoint> all;
    private final List<TurnedAwayListener> listeners;

    Gate(
            AdmissionPolicies policies,
            ObjectProvider<Checkpoint> checkpoints,
            ObjectProvider<TurnedAwayListener> listeners) {
        this.policies = policies;
        this.all = checkpoints.orderedStream().toList();
        this.listeners = listeners.orderedStream().toList();
        for (Stage stage : Stage.values()) {
            this.checkpoints.put(
                    stage,
                    all.stream()
                            .filter(checkpoint -> checkpoint.stage() == stage)
                            .toList());
        }
    }

    /** What the sale demands. */
    public AdmissionPolicy policyOf(String saleId) {
        return policies.of(saleId);
    }

    /** Whether nobody is asked anything in a sale of this policy. */
    public boolean isOpen(AdmissionPolicy policy) {
        if (!policy.equals(AdmissionPolicy.OPEN)) {
            return false;
        }
        for (Checkpoint checkpoint : all) {
            if (checkpoint.concernsEverySale()) {
                return false;
            }
        }
        return true;
    }

    /** Why this visitor is turned away at this stage; null lets them on. */
    public @Nullable TurnedAway check(Stage stage, Visit visit) {
        for (Checkpoint checkpoint : checkpoints.getOrDefault(stage, List.of())) {
            TurnedAway turnedAway = checkpoint.check(visit);
            if (turnedAway != null) {
                tell(stage, visit, turnedAway);
                return turnedAway;
            }
        }
        return null;
    }

    /** Why this visitor, whose token was checked, may not take a step on the way to a ticket; null lets them on. */
    public @Nullable TurnedAway checkStep(Visit visit) {
        for (Checkpoint checkpoint : all) {
            TurnedAway turnedAway = checkpoint.guardsTheWay() ? checkpoint.check(visit) : null;
            if (turnedAway != null) {
                tell(checkpoint.stage(), visit, turnedAway);
                return turnedAway;
            }
        }
        return null;
    }

    /** Lets those hear who listen: also of whom a part of the gate turned away by itself. */
    public void tell(Stage stage, Visit visit, TurnedAway turnedAway) {
        listeners.forEach(listener -> listener.turnedAway(stage, visit, turnedAway));
    }
}
