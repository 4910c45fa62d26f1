package dev.flashsale.query;

/** Stands for a public class of another module, so that a rule can be shown what it must catch. */
public final class NeighbourInQuery {}
