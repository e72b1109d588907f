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

    /** Paths with more segments have no redirects of longer prefixes. */
    private static final int MAX_SEGMENTS = 50;

    /** The redirect for a path: an exact one before a prefix, and a longer one before a shorter. */
    Optional<Redirect> findFor(String path, String query) {
        var exact = query.isEmpty() ? List.of(path) : List.of(path + "?" + query, path);
        return list("(match = EXACT and source in ?1) or (match = PREFIX and source in ?2)", exact, prefixes(path))
                .stream()
                .max(Comparator.comparing((Redirect found) -> found.match() == RedirectMatch.EXACT)
                        .thenComparing(found -> found.source().length()));
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

    /** @param updatedFrom null for all */
    List<Redirect> listed(Instant updatedFrom) {
        return updatedFrom == null
                ? list("order by source, match")
                : list("updatedAt >= ?1 order by source, match", updatedFrom);
    }
}
