package io.masthead.media.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Keeps files under keys that the server makes. Bytes are streamed, never held whole in memory. Several nodes may use
 * one store.
 */
public interface MediaStore {

    /**
     * Receives a file into a temporary place of the store. It must be closed, which removes it unless it was kept.
     *
     * @param bytes read to its end or until there are too many, and left open
     * @throws TooManyBytesException if there are more than {@code maxBytes}
     * @throws StoreFullException if there is no room
     * @throws IOException if it cannot be read or stored; nothing of it is left then
     */
    StagedFile receive(InputStream bytes, long maxBytes) throws IOException;

    /**
     * Makes another file of a received one, in a temporary place as well. The received one stays.
     *
     * @throws StoreFullException if there is no room
     * @throws IOException if it cannot be stored; nothing of it is left then
     */
    <E extends Exception> StagedFile rewrite(StagedFile file, Rewriting<E> rewriting) throws IOException, E;

    /**
     * Writes another form of a file.
     *
     * @param <E> thrown for a file that has no such form
     */
    interface Rewriting<E extends Exception> {

        /** @param target does not exist yet */
        void write(Path source, Path target) throws IOException, E;
    }

    /**
     * Keeps a received file under a key that has no file yet, durably: it survives a crash that happens after the
     * return.
     *
     * @return false if the key has a file, which stays as it is
     * @throws StoreFullException if there is no room
     */
    boolean keep(StagedFile file, StorageKey key) throws IOException;

    /**
     * The file under this key; empty if there is none. A store on another server is not asked: then it is reading that
     * finds none.
     */
    Optional<FileSource> find(StorageKey key) throws IOException;

    /**
     * The file under this key as a local one, for programs that need a path; empty if there is none. It must be closed.
     */
    Optional<LocalFile> open(StorageKey key) throws IOException;

    /** Removes the file under this key; nothing happens if there is none. */
    void remove(StorageKey key) throws IOException;

    /**
     * Removes what crashes have left for longer than an upload takes: temporary files, and files that nothing refers
     * to. The latter can be recovered for 30 days, since it may be the database that is not the right one.
     *
     * @param known of some keys those that are referred to
     * @return the number of files that nothing referred to
     */
    int sweep(Instant now, Function<Collection<StorageKey>, Set<StorageKey>> known) throws IOException;
}
