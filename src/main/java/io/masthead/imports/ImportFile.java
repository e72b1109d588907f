package io.masthead.imports;

import io.masthead.platform.db.Transactions;
import io.masthead.platform.db.UntilShutdown;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * Export files in the database, in chunks of 256 KB, so that every node can read them with one chunk in memory.
 */
@ApplicationScoped
class ImportFile {

    private static final int CHUNK = 256 * 1024;
    private static final int FEW = 8;

    /** How long chunks without an import are kept: their upload may still be running. */
    private static final Duration ABANDONED = Duration.ofDays(1);

    private final EntityManager entities;
    private final Clock clock;

    ImportFile(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /**
     * Stores the file, each chunk in its own transaction, so that none is open while the client is slow.
     *
     * @return its size in bytes
     */
    long store(long importId, InputStream file) throws IOException {
        long size = 0;
        int number = 0;
        for (byte[] chunk = file.readNBytes(CHUNK); chunk.length > 0; ) {
            store(importId, number++, chunk);
            size += chunk.length;
            chunk = file.readNBytes(CHUNK);
        }
        return size;
    }

    private void store(long importId, int number, byte[] chunk) {
        Transactions.requiringNew()
                .run(() -> entities.createNativeQuery("insert into import_chunk (import_id, number,"
                                + " bytes, created_at) values (:id, :number,"
                                + " :bytes, :now)")
                        .setParameter("id", importId)
                        .setParameter("number", number)
                        .setParameter("bytes", chunk)
                        .setParameter("now", clock.instant())
                        .executeUpdate());
    }

    /** The content of the file; chunks are read as needed. */
    InputStream open(long importId) {
        return new Chunks(importId);
    }

    /** Deletes a file, a few chunks in each transaction: H2 keeps in memory what a transaction deletes. */
    void delete(long importId) {
        int number = 0;
        while (deleteFew(importId, number) > 0) {
            number += FEW;
        }
    }

    private int deleteFew(long importId, int first) {
        return Transactions.requiringNew()
                .call(() -> entities.createNativeQuery("delete from import_chunk where import_id = :id and"
                                + " number >= :first and number < :end")
                        .setParameter("id", importId)
                        .setParameter("first", first)
                        .setParameter("end", first + FEW)
                        .executeUpdate());
    }

    /** Files of broken uploads or of nodes that died. */
    @UntilShutdown
    @Scheduled(every = "24h", delayed = "1m")
    void purgeAbandoned() {
        Transactions.requiringNew().call(this::abandoned).forEach(this::delete);
    }

    private List<Long> abandoned() {
        List<?> ids = entities.createNativeQuery("select distinct import_id from import_chunk where created_at <"
                        + " :then and import_id not in (select id from import_run"
                        + " where status in ('QUEUED', 'RUNNING'))")
                .setParameter("then", clock.instant().minus(ABANDONED))
                .getResultList();
        return ids.stream().map(id -> ((Number) id).longValue()).toList();
    }

    private List<byte[]> read(long importId, int number) {
        return Transactions.requiringNew().call(() -> {
            List<?> rows = entities.createNativeQuery(
                            "select bytes from import_chunk where import_id" + " = :id and number = :number",
                            byte[].class)
                    .setParameter("id", importId)
                    .setParameter("number", number)
                    .getResultList();
            return rows.stream().map(byte[].class::cast).toList();
        });
    }

    private final class Chunks extends InputStream {

        private final long importId;
        private int number;
        private InputStream chunk = InputStream.nullInputStream();

        Chunks(long importId) {
            this.importId = importId;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int count = chunk.read(target, offset, length);
            while (count < 0) {
                var next = ImportFile.this.read(importId, number);
                if (next.isEmpty()) {
                    return -1;
                }
                number++;
                chunk = new ByteArrayInputStream(next.get(0));
                count = chunk.read(target, offset, length);
            }
            return count;
        }
    }
}
