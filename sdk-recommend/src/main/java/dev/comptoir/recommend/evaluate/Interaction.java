package dev.comptoir.recommend.evaluate;

/**
 * One line of a data set: a user took an item. Immutable.
 *
 * @param user the data set's own id
 * @param item the data set's own id
 * @param timestamp seconds or any other number that grows with time; 0 where there is none
 * @param value a rating or a quantity; 1 where there is none
 */
public record Interaction(String user, String item, long timestamp, double value) {}
