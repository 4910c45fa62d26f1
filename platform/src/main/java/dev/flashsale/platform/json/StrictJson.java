package dev.flashsale.platform.json;

import java.time.Instant;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jackson.autoconfigure.JsonFactoryBuilderCustomizer;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

/**
 * Makes Spring's JSON mapper refuse what it would otherwise guess: unknown or repeated fields, {@code 1.99} or
 * {@code "1"} for a whole number, {@code null} for a primitive, a number for a text, an enum or an instant, deep nesting.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BodyLimits.class)
public class StrictJson {
    private static final int DEEPEST_NESTING = 20;
    private static final int LONGEST_NUMBER = 40;
    private static final int LONGEST_NAME = 128;

    @Bean
    JsonFactoryBuilderCustomizer strictReading() {
        return factory -> factory.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEEPEST_NESTING)
                        .maxNumberLength(LONGEST_NUMBER)
                        .maxNameLength(LONGEST_NAME)
                        .build());
    }

    @Bean
    JsonMapperBuilderCustomizer strictBinding() {
        return mapper -> {
            mapper.enable(
                    DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                    DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
            mapper.enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS);
            mapper.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
            mapper.disable(MapperFeature.ALLOW_COERCION_OF_SCALARS);
            mapper.addModule(
                    new SimpleModule("strict-instants").addDeserializer(Instant.class, new InstantDeserializer()));
            refuse(mapper, LogicalType.Textual, CoercionInputShape.Integer, CoercionInputShape.Float);
            refuse(mapper, LogicalType.Textual, CoercionInputShape.Boolean);
            refuse(mapper, LogicalType.Integer, CoercionInputShape.Float, CoercionInputShape.String);
            refuse(mapper, LogicalType.Integer, CoercionInputShape.EmptyString, CoercionInputShape.Boolean);
            refuse(mapper, LogicalType.Boolean, CoercionInputShape.Integer, CoercionInputShape.String);
            refuse(mapper, LogicalType.Boolean, CoercionInputShape.EmptyString);
            refuse(mapper, LogicalType.Enum, CoercionInputShape.EmptyString);
            refuse(mapper, LogicalType.POJO, CoercionInputShape.EmptyString, CoercionInputShape.EmptyArray);
            refuse(mapper, LogicalType.Collection, CoercionInputShape.EmptyString);
        };
    }

    private static void refuse(JsonMapper.Builder mapper, LogicalType type, CoercionInputShape... shapes) {
        mapper.withCoercionConfig(type, config -> {
            for (CoercionInputShape shape : shapes) {
                config.setCoercion(shape, CoercionAction.Fail);
            }
        });
    }
}
