package io.masthead.wp.rest;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A link: a JSON object of its URL and attributes, and the {@link Target} that it leads to. */
@RegisterForReflection
final class Link extends AbstractMap<String, Object> {

    static final String EMBEDDABLE = "embeddable";

    private final Map<String, Object> json;
    private final Target target;

    /**
     * @param target null where no answer can embed it
     */
    Link(String href, Target target, Map<String, ?> attributes) {
        // In one order on every node and start: entity tags are made of what is written.
        this.json = new TreeMap<>(attributes);
        this.json.put("href", href);
        this.target = target;
    }

    @Override
    public Set<Entry<String, Object>> entrySet() {
        return json.entrySet();
    }

    Target target() {
        return target;
    }

    /** Null where {@code _embed} does not follow it. */
    Target embedded() {
        return json.containsKey(EMBEDDABLE) ? target : null;
    }
}
