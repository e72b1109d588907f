package io.masthead.wp.rest;

import java.util.function.Supplier;

/** Loads something when it is first asked for, and then hands on the same. */
final class Once<T> implements Supplier<T> {

    private final Supplier<T> load;
    private boolean loaded;
    private T value;

    Once(Supplier<T> load) {
        this.load = load;
    }

    @Override
    public T get() {
        if (!loaded) {
            value = load.get();
            loaded = true;
        }
        return value;
    }
}
