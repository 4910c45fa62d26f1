package dev.flashsale.process.sagastore;

/** Somebody else changed a saga since it was read. Nothing is stored, and the events come again. */
public final class SagaConflictException extends RuntimeException {
    SagaConflictException(String sagaType) {
        super("another node changed a saga of type " + sagaType + " at the same time");
    }
}
