package io.masthead.user;

import io.masthead.kernel.Actor;
import io.masthead.kernel.Capability;
import io.masthead.kernel.WordSearch;
import io.masthead.text.Folding;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Locale;

/** An account of someone who writes, edits or reads under a name. */
@Entity
@Table(name = "users")
public class User {

    /** The administrator that the first start creates. */
    public static final long FIRST_ADMINISTRATOR = 1;

    @Id
    private Long id;

    @Version
    private int version;

    private String login;

    @Column(name = "login_key")
    private String loginKey;

    private String email;

    @Column(name = "email_key")
    private String emailKey;

    @Column(name = "email_unconfirmed")
    private boolean emailUnconfirmed;

    @Column(name = "display_name")
    private String displayName;

    @Column(name = "name_key")
    private String nameKey;

    // What searches compare; null only between an upgrade and the next start.
    @Column(name = "search_text")
    private String searchText;

    private String slug;
    private String biography = "";
    private String url = "";

    @Column(name = "avatar_url")
    private String avatarUrl = "";

    private Person person = Person.UNKNOWN;

    @Enumerated(EnumType.STRING)
    private Role role;

    // Changed by separate statements, which an older value read before must not overwrite.
    @Column(name = "published_count", updatable = false)
    private int publishedCount;

    @Column(name = "public_profile", updatable = false)
    private boolean publicProfile;

    @Column(name = "suspended_at")
    private Instant suspendedAt;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    protected User() {} // for Hibernate

    /** @param email null if unknown */
    User(long id, String login, String email, String displayName, String slug, Role role, Instant now) {
        this.id = id;
        this.login = login;
        this.loginKey = key(login);
        this.email = email;
        this.emailKey = email == null ? null : key(email);
        this.displayName = displayName;
        this.nameKey = Folding.key(displayName);
        this.slug = slug;
        this.searchText = searchText(displayName, slug);
        this.role = role;
        this.createdAt = now;
        this.updatedAt = now;
    }

    /** Sets the public profile, checked and with its slug claimed; an equal profile changes nothing. */
    void updateProfile(Profile profile, Instant now) {
        if (!profile.equals(profile())) {
            this.displayName = profile.name();
            this.nameKey = Folding.key(profile.name());
            this.slug = profile.slug();
            this.searchText = searchText(displayName, slug);
            this.biography = profile.biography();
            this.url = profile.url();
            this.avatarUrl = profile.avatarUrl();
            this.updatedAt = now;
        }
    }

    /** Sets checked personal details; equal details change nothing. */
    void updatePerson(Person details, Instant now) {
        if (!details.equals(person)) {
            this.person = details;
            this.updatedAt = now;
        }
    }

    /** @param unconfirmed whether only the owner of the account claims that the address is theirs */
    void changeEmail(String newEmail, boolean unconfirmed, Instant now) {
        this.email = newEmail;
        this.emailKey = key(newEmail);
        this.emailUnconfirmed = unconfirmed;
        this.updatedAt = now;
    }

    void changeRole(Role newRole, Instant now) {
        this.role = newRole;
        this.updatedAt = now;
    }

    void suspend(Instant now) {
        this.suspendedAt = now;
        this.updatedAt = now;
    }

    void reinstate(Instant now) {
        this.suspendedAt = null;
        this.updatedAt = now;
    }

    /** Whether this can be a login: what WordPress accepts in its strict mode. */
    public static boolean isLogin(String text) {
        return UserText.isLogin(text);
    }

    /** The form in which equal logins, or equal e-mail addresses, are the same. */
    public static String key(String loginOrEmail) {
        return loginOrEmail.strip().toLowerCase(Locale.ROOT);
    }

    /** What searches compare: nothing that would let an account be guessed. */
    static String searchText(String displayName, String slug) {
        return WordSearch.folded(displayName, slug);
    }

    public Long id() {
        return id;
    }

    public int version() {
        return version;
    }

    /** What the account signs in with; never part of a public response. */
    public String login() {
        return login;
    }

    /** Null if unknown; never part of a public response. */
    public String email() {
        return email;
    }

    public String displayName() {
        return displayName;
    }

    /** The display name as sort key. */
    public String nameKey() {
        return nameKey;
    }

    public String slug() {
        return slug;
    }

    public String biography() {
        return biography;
    }

    public String url() {
        return url;
    }

    /** The URL of a picture; empty if there is none. */
    public String avatarUrl() {
        return avatarUrl;
    }

    /** Never part of a public response. */
    public Person person() {
        return person;
    }

    /** Whether the user is barred from signing in, by any method, for now. */
    public boolean isSuspended() {
        return suspendedAt != null;
    }

    /** Null unless suspended. */
    public Instant suspendedAt() {
        return suspendedAt;
    }

    /** The login in comparable form. */
    public String loginKey() {
        return loginKey;
    }

    /** The e-mail address in comparable form; null if unknown. */
    public String emailKey() {
        return emailKey;
    }

    /** Whether only the owner of the account claims that the e-mail address is theirs. */
    public boolean hasUnconfirmedEmail() {
        return emailUnconfirmed;
    }

    public Role role() {
        return role;
    }

    boolean isActiveAdministrator() {
        return role == Role.ADMINISTRATOR && !isSuspended();
    }

    /** The number of published posts and pages. */
    public int publishedCount() {
        return publishedCount;
    }

    /** Decides who may see the profile; besides this, only the list of users does. */
    public boolean isVisibleTo(Actor actor) {
        return publicProfile || actor.is(id) || actor.can(Capability.LIST_USERS);
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    /** This user as an actor, with the capabilities of the role. */
    public Actor asActor() {
        return new Actor(id, role.capabilities());
    }

    private Profile profile() {
        return new Profile(displayName, slug, biography, url, avatarUrl);
    }
}
