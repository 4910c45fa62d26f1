package dev.flashsale.bench.report;

import dev.flashsale.bench.measure.Settings;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Everything the table was made from, every round included. */
public final class Json {
    private Json() {}

    /** Writes it there. */
    public static void write(Path file, Settings settings, List<Row> rows) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("at", Instant.now().toString());
        all.put("java", System.getProperty("java.vm.name") + " " + Runtime.version());
        all.put("cores", Runtime.getRuntime().availableProcessors());
        all.put("rounds", settings.rounds());
        all.put("seconds", settings.seconds());
        all.put("units", settings.units());
        all.put("shoppers", settings.shoppers());
        all.put("rows", rows.stream().map(Json::of).toList());
        JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build().writeValue(file.toFile(), all);
    }

    private static Map<String, Object> of(Row row) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("figure", row.figure());
        json.put("unit", row.unit());
        put(json, "", row.measured());
        Spread beside = row.beside();
        if (beside != null) {
            json.put("besideName", row.besideName());
            put(json, "beside", beside);
            json.put("ratio", row.ratio());
        }
        Goal goal = row.goal();
        if (goal != null) {
            json.put("goal", goal);
            json.put("met", row.fault().isEmpty() && goal.isMetBy(row.judged()));
        }
        json.put("verdict", row.verdict());
        json.put("othersCores", row.others());
        return json;
    }

    private static void put(Map<String, Object> json, String prefix, Spread spread) {
        json.put(name(prefix, "median"), spread.median());
        json.put(name(prefix, "least"), spread.least());
        json.put(name(prefix, "most"), spread.most());
        json.put(name(prefix, "rounds"), spread.rounds());
    }

    private static String name(String prefix, String what) {
        return prefix.isEmpty() ? what : prefix + Character.toUpperCase(what.charAt(0)) + what.substring(1);
    }
}
