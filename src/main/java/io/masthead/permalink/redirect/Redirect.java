package io.masthead.permalink.redirect;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Objects;

/** A redirect that an administrator made. */
@Entity
public class Redirect {

    /** The status of a page that is gone, which has no target. */
    public static final int GONE = 410;

    @Id
    @SequenceGenerator(name = "redirect", sequenceName = "redirect_id_seq", allocationSize = 1)
    @GeneratedValue(generator = "redirect")
    private Long id;

    @Version
    private int version;

    private String source;

    @Enumerated(EnumType.STRING)
    private RedirectMatch match;

    private String target;
    private int status;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    protected Redirect() {} // for Hibernate

    Redirect(RedirectValues values, Instant now) {
        this.createdAt = now;
        write(values, now);
    }

    /** Equal values change nothing. */
    void update(RedirectValues values, Instant now) {
        if (!values.equals(values())) {
            write(values, now);
        }
    }

    private void write(RedirectValues values, Instant now) {
        this.source = values.source();
        this.match = values.match();
        this.target = values.target();
        this.status = values.status();
        this.updatedAt = now;
    }

    RedirectValues values() {
        return new RedirectValues(source, match, target, status);
    }

    public Long id() {
        return id;
    }

    public int version() {
        return version;
    }

    /** A decoded path within the site, with slashes at neither end, and for an exact one perhaps with a query. */
    public String source() {
        return source;
    }

    public RedirectMatch match() {
        return match;
    }

    /** An absolute URL, or a path within the site that begins with a slash; null with the status 410. */
    public String target() {
        return target;
    }

    /** 301, 302, 307, 308 or 410. */
    public int status() {
        return status;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    boolean isSame(Redirect other) {
        return Objects.equals(id, other.id);
    }
}
