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
import static io.masthead.kernel.Capability.MANAGE_MENUS;
import static io.masthead.kernel.Capability.PUBLISH_PAGES;
import static io.masthead.kernel.Capability.PUBLISH_POSTS;
import static io.masthead.kernel.Capability.READ_PRIVATE_PAGES;
import static io.masthead.kernel.Capability.READ_PRIVATE_POSTS;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a credential may be used for. A credential never grants more than its owner has: of the capabilities of
 * the owner's role only those remain that one of its scopes covers. Writes require their scope as well, since
 * seeing a draft takes the same capability as changing it.
 */
public enum Scope {
    /** See what the owner can see: drafts, private posts, protected texts. */
    CONTENT_READ(content()),
    /** Write, change and delete posts, pages, categories, tags and menus; change and delete media. */
    CONTENT_WRITE(content()),
    /** Comment as the owner, and change the owner's comments. */
    COMMENTS_WRITE(EnumSet.noneOf(Capability.class)),
    /** See, moderate, change and delete the comments of others. */
    COMMENTS_MODERATE(EnumSet.of(Capability.MODERATE_COMMENTS)),
    /** Upload, change and delete media. */
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
    /** Export and erase personal data. */
    PRIVACY_WRITE(EnumSet.of(Capability.MANAGE_PRIVACY)),
    /**
     * Set the first password of accounts that the client creates. API tokens cannot have it; application
     * passwords do, since WordPress clients create no account without a password.
     */
    FIRST_PASSWORDS(EnumSet.noneOf(Capability.class)),
    /** Import content from another site. */
    IMPORTS_WRITE(EnumSet.of(Capability.IMPORT)),
    /** Read the audit trail. */
    AUDIT_READ(EnumSet.of(Capability.READ_AUDIT)),
    /**
     * Change the owner's access: profile, password, second factor, sessions, tokens. Only signed-in users have
     * it; a token cannot, or it could outlive its own revocation.
     */
    ACCOUNT(EnumSet.noneOf(Capability.class));

    private final Set<Capability> capabilities;

    Scope(Set<Capability> capabilities) {
        this.capabilities = Set.copyOf(capabilities);
    }

    /** The capabilities that remain if this is the only scope. */
    public Set<Capability> capabilities() {
        return capabilities;
    }

    /** Whether tokens can have it. */
    public boolean isGrantable() {
        return this != ACCOUNT && this != FIRST_PASSWORDS;
    }

    /** All scopes that a token can have. */
    public static Set<Scope> grantable() {
        return EnumSet.complementOf(EnumSet.of(ACCOUNT, FIRST_PASSWORDS));
    }

    /** All scopes of an application password, since WordPress clients know no scopes. */
    public static Set<Scope> ofApplicationPasswords() {
        return EnumSet.complementOf(EnumSet.of(ACCOUNT));
    }

    /** The name in APIs, for example {@code content:read}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', ':');
    }

    /** The scope with this name. */
    public static Optional<Scope> find(String word) {
        return Arrays.stream(values())
                .filter(scope -> scope.word().equals(word))
                .findFirst();
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
                MANAGE_CATEGORIES,
                MANAGE_MENUS);
    }
}
