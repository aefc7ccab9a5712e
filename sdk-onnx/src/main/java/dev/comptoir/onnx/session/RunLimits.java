package dev.comptoir.onnx.session;

import java.time.Duration;

/**
 * How many use a model at once, and how long the others wait.
 *
 * @param workers most runs at once, each in one thread
 * @param queue most callers who wait; the next one is refused at once
 * @param maxWait longest wait for a free worker
 */
public record RunLimits(int workers, int queue, Duration maxWait) {}
