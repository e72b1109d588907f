package io.masthead.user;

import io.masthead.kernel.Capability;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** The five roles of WordPress, with the capabilities WordPress gives them on a single site. */
public enum Role {
    SUBSCRIBER(EnumSet.noneOf(Capability.class)),
    CONTRIBUTOR(EnumSet.of(Capability.EDIT_POSTS, Capability.DELETE_POSTS)),
    AUTHOR(with(
            CONTRIBUTOR.capabilities,
            Capability.EDIT_PUBLISHED_POSTS,
            Capability.PUBLISH_POSTS,
            Capability.DELETE_PUBLISHED_POSTS,
            Capability.UPLOAD_FILES)),
    EDITOR(with(
            AUTHOR.capabilities,
            Capability.EDIT_OTHERS_POSTS,
            Capability.EDIT_PRIVATE_POSTS,
            Capability.DELETE_OTHERS_POSTS,
            Capability.DELETE_PRIVATE_POSTS,
            Capability.READ_PRIVATE_POSTS,
            Capability.EDIT_PAGES,
            Capability.EDIT_OTHERS_PAGES,
            Capability.EDIT_PUBLISHED_PAGES,
            Capability.EDIT_PRIVATE_PAGES,
            Capability.PUBLISH_PAGES,
            Capability.DELETE_PAGES,
            Capability.DELETE_OTHERS_PAGES,
            Capability.DELETE_PUBLISHED_PAGES,
            Capability.DELETE_PRIVATE_PAGES,
            Capability.READ_PRIVATE_PAGES,
            Capability.MANAGE_CATEGORIES,
            Capability.MODERATE_COMMENTS)),
    ADMINISTRATOR(EnumSet.allOf(Capability.class));

    private final Set<Capability> capabilities;

    Role(Set<Capability> capabilities) {
        this.capabilities = Set.copyOf(capabilities);
    }

    public Set<Capability> capabilities() {
        return capabilities;
    }

    /** The role with the powers of all these; without any, nobody may do more than a subscriber. */
    public static Role highestOf(Collection<Role> roles) {
        return roles.isEmpty() ? SUBSCRIBER : Collections.max(roles);
    }

    private static Set<Capability> with(Set<Capability> base, Capability... more) {
        var all = EnumSet.noneOf(Capability.class);
        all.addAll(base);
        all.addAll(Set.of(more));
        return all;
    }
}
