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

/** An account: somebody who writes, edits or reads with a name. */
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

    // What searches look into; null only until the start that follows an upgrade.
    @Column(name = "search_text")
    private String searchText;

    private String slug;
    private String biography = "";
    private String url = "";

    @Column(name = "avatar_url")
    private String avatarUrl = "";

    private Person person = Person.UNTOLD;

    @Enumerated(EnumType.STRING)
    private Role role;

    // Counted by statements of their own, which must not be overwritten by what was read before.
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

    /**
     * @param email null where none is known
     */
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

    /** Shows readers what has been checked and claimed for it; the same again is no change. */
    void present(Profile profile, Instant now) {
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

    /** Takes on what has been checked; the same again is no change. */
    void describe(Person told, Instant now) {
        if (!told.equals(person)) {
            this.person = told;
            this.updatedAt = now;
        }
    }

    /**
     * @param unconfirmed whether nothing but the word of the account's owner says whose it is
     */
    void receiveMailAt(String newEmail, boolean unconfirmed, Instant now) {
        this.email = newEmail;
        this.emailKey = key(newEmail);
        this.emailUnconfirmed = unconfirmed;
        this.updatedAt = now;
    }

    void become(Role newRole, Instant now) {
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

    /** Whether somebody may be given this login: what WordPress takes in its strict mode. */
    public static boolean isLogin(String text) {
        return UserText.isLogin(text);
    }

    /** The form in which two logins, or two e-mail addresses, are the same. */
    public static String key(String loginOrEmail) {
        return loginOrEmail.strip().toLowerCase(Locale.ROOT);
    }

    /** What searches look into: nothing by which an account could be guessed. */
    static String searchText(String displayName, String slug) {
        return WordSearch.folded(displayName, slug);
    }

    public Long id() {
        return id;
    }

    public int version() {
        return version;
    }

    /** What the account signs in with; never part of a public answer. */
    public String login() {
        return login;
    }

    /** Null where none is known; never part of a public answer. */
    public String email() {
        return email;
    }

    public String displayName() {
        return displayName;
    }

    /** The display name as it sorts. */
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

    /** A picture; empty where there is none. */
    public String avatarUrl() {
        return avatarUrl;
    }

    /** Never part of a public answer. */
    public Person person() {
        return person;
    }

    /** Whether the user gets in by no way, for the time being. */
    public boolean isSuspended() {
        return suspendedAt != null;
    }

    /** Null unless suspended. */
    public Instant suspendedAt() {
        return suspendedAt;
    }

    /** The login as it compares. */
    public String loginKey() {
        return loginKey;
    }

    /** The e-mail address as it compares; null where none is known. */
    public String emailKey() {
        return emailKey;
    }

    /** Whether nothing but the word of the account's owner says whose the e-mail address is. */
    public boolean hasUnconfirmedEmail() {
        return emailUnconfirmed;
    }

    public Role role() {
        return role;
    }

    boolean isActiveAdministrator() {
        return role == Role.ADMINISTRATOR && !isSuspended();
    }

    /** Published posts and pages. */
    public int publishedCount() {
        return publishedCount;
    }

    /** The one place that decides who may see the profile, beside the list of users. */
    public boolean isVisibleTo(Actor actor) {
        return publicProfile || actor.is(id) || actor.can(Capability.LIST_USERS);
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    /** This user as a caller, with the powers of the role. */
    public Actor asActor() {
        return new Actor(id, role.capabilities());
    }

    private Profile profile() {
        return new Profile(displayName, slug, biography, url, avatarUrl);
    }
}
