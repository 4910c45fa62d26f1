package dev.flashsale.probe;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.DocumentContext;
import com.jayway.jsonpath.JsonPath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ProbeTest
class OpenApiTest {
    @Autowired
    private Http http;

    @Test
    void everyOperationAnswersItsErrorsWithProblemsAndHidesTheUser() throws Exception {
        // when
        DocumentContext api = JsonPath.parse(http.send(http.to("/v3/api-docs")).body());
        // then
        Map<String, Object> operation = api.read("$.paths['/api/sales/{saleId}/purchases'].post");
        assertThat(JsonPath.<String>read(
                        operation, "$.responses.default.content['application/problem+json'].schema['$ref']"))
                .isEqualTo("#/components/schemas/Problem");
        assertThat(JsonPath.<List<String>>read(operation, "$.parameters[*].name"))
                .containsExactly("saleId");
        assertThat(JsonPath.<Map<String, Object>>read(operation, "$.responses")).containsOnlyKeys("200", "default");
        assertThat(api.<String>read("$.components.securitySchemes.bearer.scheme"))
                .isEqualTo("bearer");
    }
}
