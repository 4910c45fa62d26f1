package dev.flashsale.query.redis;

/** Makes one more projector of a kind, for content that is built beside the one in use. */
public interface ProjectorFactory {
    /** The projection that it takes part in. */
    String projection();

    /** A projector that writes there and tells nobody. */
    Object writingTo(ReadModel readModel);
}
