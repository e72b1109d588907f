package io.masthead.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
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

    /** The id of a site, created by its first import. Imports at once that spell it in different ways share a row. */
    long of(String url) {
        return find(url).orElseGet(() -> create(url));
    }

    /** Empty if no export of the site was imported. */
    Optional<Long> find(String url) {
        List<?> found = entities.createNativeQuery("select id from import_source where url in (:urls) order by id")
                .setParameter("urls", spellings(url))
                .setMaxResults(1)
                .getResultList();
        return found.stream().map(id -> ((Number) id).longValue()).findFirst();
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
        return Set.copyOf(List.of(withoutScheme(url), key(url), WWW + key(url)));
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
