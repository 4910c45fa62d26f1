package dev.flashsale.process;

/** Names of the event processors that run the processes, as operators see them. */
public final class ProcessGroups {
    /** Runs the sales' own clocks. */
    public static final String SALES = "Process_SaleLifecycle";

    /** Runs the purchases. */
    public static final String PURCHASES = "Process_Purchase";

    /** Runs what must follow single events. */
    public static final String AUTOMATIONS = "Automations";

    private ProcessGroups() {}
}
