package dev.flashsale.analysis.verify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.flashsale.analysis.audit.AuditReport;

/** A report for other programs: its fields, the verdict, and whether it holds. */
public final class ReportJson {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private ReportJson() {}

    /** The report as a JSON object. */
    public static String of(AuditReport report) {
        ObjectNode node = JSON.createObjectNode();
        node.put("verdict", report.verdict());
        node.put("holds", report.holds());
        node.setAll((ObjectNode) JSON.valueToTree(report));
        try {
            return JSON.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a report is always JSON", e);
        }
    }
}
