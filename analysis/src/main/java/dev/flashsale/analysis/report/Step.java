package dev.flashsale.analysis.report;

/** A stretch of a purchase that the store can measure: both ends are instants in stored events. */
enum Step {
    STORED("decided → stored", "from the instant that the decision carries to that of its event"),
    PLACED("reserved → order placed", "the process's first step, both ends as stored"),
    PAID("order placed → paid", "mostly the shopper's own time"),
    DELIVERED("paid → confirmed", "until the stock has booked the units as sold"),
    EXPIRED("payment window over → expired", "how late a deadline fires"),
    RELEASED("expired or cancelled → back on sale", "until the stock has the units again");

    final String label;
    final String meaning;

    Step(String label, String meaning) {
        this.label = label;
        this.meaning = meaning;
    }
}
