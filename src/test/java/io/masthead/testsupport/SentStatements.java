package io.masthead.testsupport;

import io.masthead.web.cache.ResponseCache;
import io.quarkus.arc.Arc;
import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.ToLongFunction;
import java.util.stream.LongStream;
import org.hibernate.resource.jdbc.spi.StatementInspector;

/**
 * The SQL that Hibernate sends while a test runs some work: on the thread of the test, and for the HTTP requests
 * that are answered. The statements of jobs and other background work are left out, and so is plain JDBC.
 */
@PersistenceUnitExtension
public class SentStatements implements StatementInspector {

    private static final long serialVersionUID = 1;

    /** The first time may fill a cache. */
    public static final int TRIES = 3;

    private static volatile Watch watch;

    private record Sent(String sql, Object transaction) {}

    private record Watch(Thread thread, List<Sent> sent) {}

    @Override
    public String inspect(String sql) {
        var present = watch;
        if (present != null && (Thread.currentThread() == present.thread() || isForRequest())) {
            present.sent().add(new Sent(sql, transaction()));
        }
        return sql;
    }

    /** In the order in which they are sent, with question marks for the values. */
    public static List<String> during(Runnable work) {
        return watch(work).stream().map(Sent::sql).toList();
    }

    /** How many statements the work takes, the minimum of three runs. */
    public static long count(Runnable work) {
        return least(work, sent -> sent.size());
    }

    /** How many transactions with statements the work takes, the minimum of three runs. */
    public static long countTransactions(Runnable work) {
        return least(
                work,
                sent -> sent.stream()
                        .map(Sent::transaction)
                        .filter(Objects::nonNull)
                        .distinct()
                        .count());
    }

    private static long least(Runnable work, ToLongFunction<List<Sent>> count) {
        return LongStream.range(0, TRIES)
                .map(attempt -> count.applyAsLong(watch(work)))
                .min()
                .orElseThrow();
    }

    private static List<Sent> watch(Runnable work) {
        InProcess.bean(ResponseCache.class).clear();
        var sent = new CopyOnWriteArrayList<Sent>();
        watch = new Watch(Thread.currentThread(), sent);
        try {
            work.run();
        } finally {
            watch = null;
        }
        return sent;
    }

    private static boolean isForRequest() {
        var container = Arc.container();
        return container.requestContext().isActive()
                && container.instance(CurrentVertxRequest.class).get().getCurrent() != null;
    }

    private static Object transaction() {
        return Arc.container()
                .instance(TransactionSynchronizationRegistry.class)
                .get()
                .getTransactionKey();
    }
}
