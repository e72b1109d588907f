package io.masthead.platform.db;

import static org.hibernate.type.SqlTypes.CLOB;
import static org.hibernate.type.SqlTypes.LONGVARCHAR;
import static org.hibernate.type.SqlTypes.OTHER;

import org.eclipse.microprofile.config.ConfigProvider;
import org.hibernate.dialect.DatabaseVersion;
import org.hibernate.dialect.PostgreSQLDialect;
import org.hibernate.type.SqlTypes;

/** PostgreSQL's dialect, restricted to what H2 in its PostgreSQL mode understands. */
public class EitherDialect extends PostgreSQLDialect {

    /** The oldest PostgreSQL whose SQL may be generated; H2 supports about as much. */
    private static final DatabaseVersion VERSION = DatabaseVersion.make(14);

    public EitherDialect() {
        super(VERSION);
    }

    @Override
    public String getForUpdateString() {
        return forUpdate();
    }

    /**
     * On PostgreSQL other transactions may still refer to a locked row. With {@code for update}, two that add
     * posts to one category would deadlock: each holds the category's key for its foreign key and wants the
     * whole row for its count. H2 2.4 refuses the weaker lock.
     */
    static String forUpdate() {
        return isPostgresql() ? " for no key update" : " for update";
    }

    static boolean isPostgresql() {
        // Read each time, since the dialect is created before the runtime configuration is known.
        var url = ConfigProvider.getConfig().getOptionalValue("masthead.db.url", String.class);
        return url.flatMap(Database::of).filter(Database.POSTGRESQL::equals).isPresent();
    }

    /**
     * Lets a string attribute map to a {@code text} column, which H2 reports as CLOB, and to a {@code jsonb}
     * column, which PostgreSQL's driver reports as OTHER.
     */
    @Override
    public boolean equivalentTypes(int one, int other) {
        return super.equivalentTypes(one, other)
                || (isText(one) && isStoredText(other))
                || (isText(other) && isStoredText(one));
    }

    private static boolean isText(int code) {
        return SqlTypes.isVarcharType(code) || code == LONGVARCHAR || code == CLOB;
    }

    private static boolean isStoredText(int code) {
        return isText(code) || code == OTHER;
    }
}
