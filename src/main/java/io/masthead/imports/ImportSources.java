package io.masthead.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The sites whose exports were imported. A site is the same with or without {@code www.}, by http or https. */
@ApplicationScoped
class ImportSources {

    private static final String WWW = "www.";

    private final EntityManager entities;

    ImportSources(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * The id of a site, created by its first import. Imports at once that spell it in different ways share a row.
     *
     * @param sameAs the URL of an earlier import that it had then, which is remembered; null if it is the same
     */
    long of(String url, String sameAs) {
        if (sameAs == null) {
            return find(url).orElseGet(() -> create(url));
        }
        long id = find(sameAs).orElseGet(() -> create(sameAs));
        if (find(url).isEmpty()) {
            entities.createNativeQuery(
                            "insert into import_source_alias (url, source_id) values (:url, :id) on conflict do nothing")
                    .setParameter("url", key(url))
                    .setParameter("id", id)
                    .executeUpdate();
        }
        return id;
    }

    /** Empty if no export of the site was imported. The exact spelling goes first: earlier versions told them apart. */
    Optional<Long> find(String url) {
        List<?> rows = entities.createNativeQuery(
                        "select id, url from import_source where url in (:urls)"
                                + " union all select source_id, url from import_source_alias where url in (:urls)",
                        Tuple.class)
                .setParameter("urls", spellings(url))
                .getResultList();
        return rows.stream()
                .map(Tuple.class::cast)
                .min(Comparator.comparing(
                                (Tuple row) -> !row.get(1, String.class).equals(withoutScheme(url)))
                        .thenComparing(row -> row.get(0, Number.class).longValue()))
                .map(row -> row.get(0, Number.class).longValue());
    }

    /** Whether two URLs are spellings of one site. */
    static boolean isSame(String url, String other) {
        return key(url).equals(key(other));
    }

    private long create(String url) {
        entities.createNativeQuery("insert into import_source (id, url) values"
                        + " (nextval('import_source_id_seq'), :url) on conflict do nothing")
                .setParameter("url", key(url))
                .executeUpdate();
        return find(url).orElseThrow();
    }

    /** The keys under which it may be stored: earlier versions kept {@code www.} and the case. */
    private static Set<String> spellings(String url) {
        return new HashSet<>(List.of(withoutScheme(url), key(url), WWW + key(url)));
    }

    private static String key(String url) {
        var site = withoutScheme(url);
        int path = site.indexOf('/');
        var host = (path < 0 ? site : site.substring(0, path)).toLowerCase(Locale.ROOT);
        return (host.startsWith(WWW) ? host.substring(WWW.length()) : host) + (path < 0 ? "" : site.substring(path));
    }

    /** A host, with the path of a site below its root. */
    static String withoutScheme(String url) {
        return url.strip().replaceFirst("(?i)^https?://", "").replaceFirst("/+$", "");
    }
}
