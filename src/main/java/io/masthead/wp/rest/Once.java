package io.masthead.wp.rest;

import java.util.function.Supplier;

/** Loads something when it is first asked for, and then hands on the same: a value or a refusal. */
final class Once<T> implements Supplier<T> {

    private final Supplier<T> load;
    private Supplier<T> outcome;

    Once(Supplier<T> load) {
        this.load = load;
    }

    @Override
    public T get() {
        if (outcome == null) {
            outcome = outcome();
        }
        return outcome.get();
    }

    private Supplier<T> outcome() {
        try {
            var value = load.get();
            return () -> value;
        } catch (RuntimeException e) {
            return () -> {
                throw e;
            };
        }
    }
}
