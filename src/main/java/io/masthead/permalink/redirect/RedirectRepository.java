package io.masthead.permalink.redirect;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
class RedirectRepository implements PanacheRepository<Redirect> {

    /** An exact one wins over a prefix, and a longer one over a shorter. */
    private static final Comparator<Redirect> PRECEDENCE = Comparator.comparing(Redirect::match)
            .thenComparing(redirect -> redirect.source().length(), Comparator.reverseOrder())
            .thenComparing(Redirect::source);

    /** Paths with more segments have no redirects of longer prefixes. */
    private static final int MAX_SEGMENTS = 50;

    /** The first one by {@link #PRECEDENCE} for a path. */
    Optional<Redirect> findFor(String path, String query) {
        var exact = query.isEmpty() ? List.of(path) : List.of(path + "?" + query, path);
        return list("(match = EXACT and source in ?1) or (match = PREFIX and source in ?2)", exact, prefixes(path))
                .stream()
                .min(PRECEDENCE);
    }

    /** The path itself and those above it. */
    private static List<String> prefixes(String path) {
        var prefixes = new ArrayList<String>();
        int end = path.indexOf('/');
        while (end >= 0 && prefixes.size() < MAX_SEGMENTS) {
            prefixes.add(path.substring(0, end));
            end = path.indexOf('/', end + 1);
        }
        prefixes.add(path);
        return prefixes;
    }

    Optional<Redirect> lock(long id) {
        return Optional.ofNullable(findById(id, LockModeType.PESSIMISTIC_WRITE));
    }

    Optional<Redirect> findBySource(String source, RedirectMatch match) {
        return find("source = ?1 and match = ?2", source, match).singleResultOptional();
    }

    /**
     * By {@link #PRECEDENCE}.
     *
     * @param updatedFrom null for all
     */
    List<Redirect> listed(Instant updatedFrom) {
        var found = updatedFrom == null ? listAll() : list("updatedAt >= ?1", updatedFrom);
        return found.stream().sorted(PRECEDENCE).toList();
    }
}
