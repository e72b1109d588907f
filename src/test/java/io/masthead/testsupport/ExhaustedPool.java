package io.masthead.testsupport;

import io.agroal.api.AgroalDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.concurrent.Callable;

/** A pool of which all connections are in use. */
public final class ExhaustedPool {

    private ExhaustedPool() {}

    /** Does some work while a test holds all connections of the pool. */
    public static <T> T during(Callable<T> work) throws Exception {
        var pool = InProcess.bean(AgroalDataSource.class);
        int size = pool.getConfiguration().connectionPoolConfiguration().maxSize();
        var held = new ArrayList<Connection>();
        try {
            for (int i = 0; i < size; i++) {
                held.add(pool.getConnection());
            }
            return work.call();
        } finally {
            release(held);
        }
    }

    private static void release(Iterable<Connection> held) throws SQLException {
        for (var connection : held) {
            connection.close();
        }
    }
}
