package dev.flashsale.query.redis;

/**
 * How far a Redis projection has come, as PostgreSQL knows it.
 *
 * @param generation changes with every rebuild
 * @param lastIndex newest event applied; -1 when none
 * @param completeAt a rebuild is complete when lastIndex has reached this
 */
record Mark(String generation, long lastIndex, long completeAt) {
    boolean isRebuilding() {
        return lastIndex < completeAt;
    }
}
