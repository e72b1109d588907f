package io.masthead.kernel;

import static io.masthead.kernel.Capability.DELETE_OTHERS_PAGES;
import static io.masthead.kernel.Capability.DELETE_OTHERS_POSTS;
import static io.masthead.kernel.Capability.DELETE_PAGES;
import static io.masthead.kernel.Capability.DELETE_POSTS;
import static io.masthead.kernel.Capability.DELETE_PRIVATE_PAGES;
import static io.masthead.kernel.Capability.DELETE_PRIVATE_POSTS;
import static io.masthead.kernel.Capability.DELETE_PUBLISHED_PAGES;
import static io.masthead.kernel.Capability.DELETE_PUBLISHED_POSTS;
import static io.masthead.kernel.Capability.EDIT_OTHERS_PAGES;
import static io.masthead.kernel.Capability.EDIT_OTHERS_POSTS;
import static io.masthead.kernel.Capability.EDIT_PAGES;
import static io.masthead.kernel.Capability.EDIT_POSTS;
import static io.masthead.kernel.Capability.EDIT_PRIVATE_PAGES;
import static io.masthead.kernel.Capability.EDIT_PRIVATE_POSTS;
import static io.masthead.kernel.Capability.EDIT_PUBLISHED_PAGES;
import static io.masthead.kernel.Capability.EDIT_PUBLISHED_POSTS;
import static io.masthead.kernel.Capability.MANAGE_CATEGORIES;
import static io.masthead.kernel.Capability.PUBLISH_PAGES;
import static io.masthead.kernel.Capability.PUBLISH_POSTS;
import static io.masthead.kernel.Capability.READ_PRIVATE_PAGES;
import static io.masthead.kernel.Capability.READ_PRIVATE_POSTS;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * What a credential may be used for. A credential never gives more than its owner has: of the
 * capabilities of the owner's role only those remain that one of its scopes covers, and what writes
 * asks for its scope besides, since seeing a draft takes the same capability as changing it.
 */
public enum Scope {
    /** See what the owner sees: drafts, private posts, protected texts. */
    CONTENT_READ(content()),
    /** Write, change and delete posts, pages, categories and tags. */
    CONTENT_WRITE(content()),
    /** Comment as the owner, and change the owner's comments. */
    COMMENTS_WRITE(EnumSet.noneOf(Capability.class)),
    /** See, decide on, change and delete the comments of others. */
    COMMENTS_MODERATE(EnumSet.of(Capability.MODERATE_COMMENTS)),
    /** Add and change media. */
    MEDIA_WRITE(EnumSet.of(Capability.UPLOAD_FILES)),
    /** See and change all settings of the site. */
    SETTINGS_WRITE(EnumSet.of(Capability.MANAGE_SETTINGS)),
    /** See accounts: logins, e-mail addresses and roles. */
    USERS_READ(EnumSet.of(Capability.LIST_USERS)),
    /** Create, change, suspend and delete users, and end their sessions. */
    USERS_WRITE(EnumSet.of(
            Capability.LIST_USERS,
            Capability.CREATE_USERS,
            Capability.EDIT_USERS,
            Capability.DELETE_USERS,
            Capability.PROMOTE_USERS)),
    /** Tell and forget what is known of people. */
    PRIVACY_WRITE(EnumSet.of(Capability.MANAGE_PRIVACY)),
    /**
     * Give accounts that one creates their first passwords. No API token is given it; application
     * passwords have it, since WordPress' clients make no account without a password.
     */
    FIRST_PASSWORDS(EnumSet.noneOf(Capability.class)),
    /** Import content of another site. */
    IMPORTS_WRITE(EnumSet.of(Capability.IMPORT)),
    /** Read who did what, when. */
    AUDIT_READ(EnumSet.of(Capability.READ_AUDIT)),
    /**
     * Change how the owner gets in: profile, password, second factor, sessions, tokens. Only who
     * has signed in has it; no token is given it, or it could outlive its own revocation.
     */
    ACCOUNT(EnumSet.noneOf(Capability.class));

    private final Set<Capability> capabilities;

    Scope(Set<Capability> capabilities) {
        this.capabilities = Set.copyOf(capabilities);
    }

    /** What remains of an owner's capabilities where this scope is the only one. */
    public Set<Capability> capabilities() {
        return capabilities;
    }

    /** Whether a token may be given it. */
    public boolean isGrantable() {
        return this != ACCOUNT && this != FIRST_PASSWORDS;
    }

    /** All that a token may be given. */
    public static Set<Scope> grantable() {
        return EnumSet.complementOf(EnumSet.of(ACCOUNT, FIRST_PASSWORDS));
    }

    /**
     * All that an application password may be used for, since WordPress' clients know no scopes.
     */
    public static Set<Scope> ofApplicationPasswords() {
        return EnumSet.complementOf(EnumSet.of(ACCOUNT));
    }

    /** As people and programs write it, for example {@code content:read}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', ':');
    }

    private static Set<Capability> content() {
        return EnumSet.of(
                EDIT_POSTS,
                EDIT_OTHERS_POSTS,
                EDIT_PUBLISHED_POSTS,
                EDIT_PRIVATE_POSTS,
                PUBLISH_POSTS,
                DELETE_POSTS,
                DELETE_OTHERS_POSTS,
                DELETE_PUBLISHED_POSTS,
                DELETE_PRIVATE_POSTS,
                READ_PRIVATE_POSTS,
                EDIT_PAGES,
                EDIT_OTHERS_PAGES,
                EDIT_PUBLISHED_PAGES,
                EDIT_PRIVATE_PAGES,
                PUBLISH_PAGES,
                DELETE_PAGES,
                DELETE_OTHERS_PAGES,
                DELETE_PUBLISHED_PAGES,
                DELETE_PRIVATE_PAGES,
                READ_PRIVATE_PAGES,
                MANAGE_CATEGORIES);
    }
}
