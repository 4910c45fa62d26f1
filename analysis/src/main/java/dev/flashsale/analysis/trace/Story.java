package dev.flashsale.analysis.trace;

import java.util.ArrayList;
import java.util.List;

/** The events of one purchase, in global order. */
record Story(String purchaseId, List<Told> events) {
    Story(String purchaseId) {
        this(purchaseId, new ArrayList<>());
    }
}
