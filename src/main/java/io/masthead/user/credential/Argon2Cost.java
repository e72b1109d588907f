package io.masthead.user.credential;

/**
 * The cost of an Argon2id hash (RFC 9106 section 3.1). Bounded, so that neither a setting nor a stored hash can
 * demand more than a sign-in may take.
 *
 * @param memory in KiB
 * @param iterations the number of passes over the memory
 */
public record Argon2Cost(int memory, int iterations) {

    public static final int MIN_MEMORY = 7_168;
    public static final int MAX_MEMORY = 131_072;
    public static final int MIN_ITERATIONS = 1;
    public static final int MAX_ITERATIONS = 10;

    /** @throws IllegalArgumentException if it is out of bounds */
    public Argon2Cost {
        if (!isAllowed(memory, iterations)) {
            throw new IllegalArgumentException("Argon2id with m=" + memory + ", t=" + iterations + " is out of bounds");
        }
    }

    static boolean isAllowed(int memory, int iterations) {
        return memory >= MIN_MEMORY
                && memory <= MAX_MEMORY
                && iterations >= MIN_ITERATIONS
                && iterations <= MAX_ITERATIONS;
    }

    /** Whether neither value is below the other cost. */
    boolean reaches(Argon2Cost other) {
        return memory >= other.memory && iterations >= other.iterations;
    }
}
