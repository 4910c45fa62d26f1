package dev.flashsale.process.deadline;

import java.time.Instant;
import org.axonframework.deadline.DeadlineMessage;
import org.axonframework.deadline.GenericDeadlineMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.ScopeDescriptor;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;

/** A deadline as it is stored; everything but its name is in the serializer's form. */
record StoredDeadline(
        String id,
        String name,
        Instant dueAt,
        String scopeType,
        String scope,
        String payloadType,
        @Nullable String payloadRevision,
        String payload,
        String metaData) {
    static StoredDeadline of(
            String id, Instant dueAt, ScopeDescriptor scope, DeadlineMessage<?> message, Serializer serializer) {
        SerializedObject<String> scopeText = serializer.serialize(scope, String.class);
        SerializedObject<String> payloadText = serializer.serialize(message.getPayload(), String.class);
        return new StoredDeadline(
                id,
                message.getDeadlineName(),
                dueAt,
                scopeText.getType().getName(),
                scopeText.getData(),
                payloadText.getType().getName(),
                payloadText.getType().getRevision(),
                payloadText.getData(),
                serializer.serialize(message.getMetaData(), String.class).getData());
    }

    ScopeDescriptor scope(Serializer serializer) {
        return serializer.deserialize(new SimpleSerializedObject<>(scope, String.class, scopeType, null));
    }

    DeadlineMessage<?> message(Serializer serializer) {
        Object content = serializer.deserialize(
                new SimpleSerializedObject<>(payload, String.class, payloadType, payloadRevision));
        MetaData meta = serializer.deserialize(
                new SimpleSerializedObject<>(metaData, String.class, MetaData.class.getName(), null));
        return new GenericDeadlineMessage<>(name, content, meta);
    }
}
