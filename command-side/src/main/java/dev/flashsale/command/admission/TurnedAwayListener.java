package dev.flashsale.command.admission;

/** Hears of everybody whom the gate turned away; every bean of this type does. It must not take time: the visitor waits. */
public interface TurnedAwayListener {
    /** Somebody was turned away at this stage. */
    void turnedAway(Stage stage, Visit visit, TurnedAway turnedAway);
}
