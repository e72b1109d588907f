package io.masthead.testsupport;

import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.hibernate.resource.jdbc.spi.StatementInspector;

/** The SQL that Hibernate has sent last, with question marks for the values. */
@PersistenceUnitExtension
public class SentStatements implements StatementInspector {

    private static final long serialVersionUID = 1;
    private static final int KEPT = 200;
    private static final Deque<String> LAST = new ArrayDeque<>();

    @Override
    public String inspect(String sql) {
        synchronized (LAST) {
            if (LAST.size() == KEPT) {
                LAST.remove();
            }
            LAST.add(sql);
        }
        return sql;
    }

    public static void forget() {
        synchronized (LAST) {
            LAST.clear();
        }
    }

    /** In the order in which they were sent. */
    public static List<String> all() {
        synchronized (LAST) {
            return List.copyOf(LAST);
        }
    }
}
