package io.masthead.testsupport;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;

/** Searches the whole database, for what must be nowhere in it. */
@ApplicationScoped
public class StoredText {

    private final EntityManager entities;

    StoredText(EntityManager entities) {
        this.entities = entities;
    }

    /** The columns that hold the text, as {@code table.column}. */
    public List<String> placesOf(String text) {
        return QuarkusTransaction.requiringNew().call(() -> search(text));
    }

    private List<String> search(String text) {
        var places = new ArrayList<String>();
        for (var column : columns()) {
            var found = (Number) entities.createNativeQuery(
                            ("select count(*) from \"%s\" where" + " position(:text in cast(\"%s\" as" + " text)) > 0")
                                    .formatted(column[0], column[1]))
                    .setParameter("text", text)
                    .getSingleResult();
            if (found.longValue() > 0) {
                places.add(column[0] + "." + column[1]);
            }
        }
        return places;
    }

    @SuppressWarnings("unchecked") // a native query has no type
    private List<Object[]> columns() {
        return entities.createNativeQuery(
                        "select table_name, column_name from information_schema.columns"
                                + " where table_schema = 'public' and lower(data_type) in"
                                + " ('character varying', 'text', 'character large object',"
                                + " 'jsonb')",
                        Object[].class)
                .getResultList();
    }
}
