package io.masthead.platform.db;

import static org.hibernate.type.SqlTypes.CLOB;
import static org.hibernate.type.SqlTypes.LONGVARCHAR;
import static org.hibernate.type.SqlTypes.OTHER;

import org.eclipse.microprofile.config.ConfigProvider;
import org.hibernate.dialect.DatabaseVersion;
import org.hibernate.dialect.PostgreSQLDialect;
import org.hibernate.type.SqlTypes;

/** PostgreSQL's dialect, kept to what H2 in its PostgreSQL mode understands too. */
public class EitherDialect extends PostgreSQLDialect {

    /** The oldest PostgreSQL whose SQL may be produced; H2 speaks about as much of it. */
    private static final DatabaseVersion VERSION = DatabaseVersion.make(14);

    public EitherDialect() {
        super(VERSION);
    }

    @Override
    public String getForUpdateString() {
        return forUpdate();
    }

    /**
     * On PostgreSQL others may still refer to a row that is held: {@code for update} would have two
     * who add posts to one category wait for each other, each holding the category's key for its
     * foreign key and wanting all of the row for its count. H2 2.4 refuses the weaker lock.
     */
    static String forUpdate() {
        return isPostgresql() ? " for no key update" : " for update";
    }

    static boolean isPostgresql() {
        // Asked each time, since the dialect is made before the settings of the run are known.
        var url = ConfigProvider.getConfig().getOptionalValue("masthead.db.url", String.class);
        return url.flatMap(Database::of).filter(Database.POSTGRESQL::equals).isPresent();
    }

    /**
     * Lets a string attribute lie in a {@code text} column, which H2 reports as a CLOB, and in a
     * {@code jsonb} column, which PostgreSQL's driver reports as OTHER.
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
