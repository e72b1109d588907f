package io.masthead.media.rendition;

import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import io.masthead.media.image.FocalPoint;
import io.masthead.media.image.ImageRefusedException;
import io.masthead.media.image.ImageScaler;
import io.masthead.media.image.ImageType;
import io.masthead.media.image.RenditionRequest;
import io.masthead.media.image.ResizePlan;
import io.masthead.media.rendition.RenditionRepository.ImageSize;
import io.masthead.media.storage.MediaStore;
import io.masthead.media.storage.StagedFile;
import io.masthead.media.storage.StorageKey;
import io.masthead.platform.db.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Makes smaller versions of stored images, each once, and keeps them beside the originals. Their keys say what they
 * are, so that what a crash left without a row is found again.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.NEVER) // decoding takes seconds
public class Renditions {

    private static final Logger LOG = Logger.getLogger(Renditions.class);

    private static final String ONE = "one";

    /** Longer than an image takes that had to wait for others. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    /** Each occupies a thread. */
    private static final int MAX_WAITING = 32;

    private final Semaphore waiting = new Semaphore(MAX_WAITING);
    private final MediaStore store;
    private final RenditionRepository rows;
    private final RenditionLane lane;
    private final Clock clock;

    /** What single requests of this node are making. */
    private final Map<StorageKey, CompletableFuture<Optional<Rendition>>> running = new ConcurrentHashMap<>();

    Renditions(MediaStore store, RenditionRepository rows, RenditionLane lane, Clock clock) {
        this.store = store;
        this.rows = rows;
        this.lane = lane;
        this.clock = clock;
    }

    /**
     * Makes those that do not exist yet, by decoding the original once.
     *
     * @param withPlaceholder whether a placeholder is wanted even if nothing else is to be made
     * @return empty if the original has gone
     * @throws ImageRefusedException if the original cannot be decoded
     * @throws CmsException {@link ErrorCode#UNAVAILABLE} if too many images are
     *     being processed
     * @throws IOException if the store fails or has no room
     */
    public Optional<MadeRenditions> make(SourceImage source, List<RenditionRequest> requests, boolean withPlaceholder)
            throws IOException, ImageRefusedException {
        var kept = existing(source, requests);
        var missing = requests.stream()
                .filter(request -> !kept.containsKey(request.name()))
                .toList();
        if (missing.isEmpty() && !withPlaceholder) {
            return Optional.of(new MadeRenditions(inOrder(requests, kept), null));
        }
        try {
            return lane.run(() -> scale(source, missing)).map(made -> {
                kept.putAll(made.byName());
                return new MadeRenditions(inOrder(requests, kept), made.placeholder());
            });
        } catch (IOException | ImageRefusedException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("Scaling throws nothing else that is checked", e);
        }
    }

    /**
     * One rendition, which is made if it does not exist yet. Callers who want it at the same moment wait for the one
     * who makes it.
     *
     * @return empty if the original has gone
     * @throws ImageRefusedException as {@link #make}
     * @throws CmsException as {@link #make}
     * @throws IOException as {@link #make}
     */
    public Optional<Rendition> get(SourceImage source, ResizePlan plan, ImageType type)
            throws IOException, ImageRefusedException {
        var key = key(source, plan, type);
        var existing = Transactions.requiringNew().call(() -> rows.find(key));
        if (existing.isPresent()) {
            return existing;
        }
        var mine = new CompletableFuture<Optional<Rendition>>();
        var others = running.putIfAbsent(key, mine);
        if (others != null) {
            return waitFor(others);
        }
        try {
            var request = new RenditionRequest(ONE, plan, type, false);
            var made = make(source, List.of(request), false)
                    .map(all -> all.byName().get(ONE).get(0));
            mine.complete(made);
            return made;
        } catch (IOException | ImageRefusedException | RuntimeException e) {
            mine.completeExceptionally(e);
            throw e;
        } finally {
            running.remove(key, mine);
            mine.cancel(false);
        }
    }

    private Optional<Rendition> waitFor(CompletableFuture<Optional<Rendition>> making)
            throws IOException, ImageRefusedException {
        if (!waiting.tryAcquire()) {
            throw stillBeingMade();
        }
        try {
            return result(making);
        } finally {
            waiting.release();
        }
    }

    private static Optional<Rendition> result(CompletableFuture<Optional<Rendition>> making)
            throws IOException, ImageRefusedException {
        try {
            return making.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw stillBeingMade();
        } catch (TimeoutException | CancellationException e) {
            throw stillBeingMade();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ImageRefusedException refused) {
                throw refused;
            }
            if (e.getCause() instanceof CmsException refusal) {
                throw refusal;
            }
            throw new IOException("Another request failed to make it", e);
        }
    }

    private static CmsException stillBeingMade() {
        return new CmsException(
                ErrorCode.UNAVAILABLE, "The image is still being made; try again in a few seconds.", RETRY_AFTER);
    }

    /** Empty if there is none under this key. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Optional<Rendition> find(StorageKey key) {
        return Transactions.joiningExisting().call(() -> rows.find(key));
    }

    /** Those that have been made of a file so far. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<Rendition> ofFile(long fileId) {
        return Transactions.joiningExisting().call(() -> rows.ofFile(fileId));
    }

    /** Those of these keys that a rendition has. */
    public Set<StorageKey> known(Collection<StorageKey> keys) {
        return Transactions.requiringNew().call(() -> rows.known(keys));
    }

    /** Removes all renditions of a file of which no new ones are made any more. */
    public void removeAll(long fileId) throws IOException {
        for (var rendition : Transactions.requiringNew().call(() -> rows.ofFile(fileId))) {
            store.remove(rendition.key());
        }
        Transactions.requiringNew().run(() -> rows.deleteOfFile(fileId));
    }

    /** By the names of the requests. */
    private Map<String, List<Rendition>> existing(SourceImage source, List<RenditionRequest> requests) {
        var found = Transactions.requiringNew().call(() -> rows.ofFile(source.fileId())).stream()
                .collect(Collectors.toMap(Rendition::key, Function.identity()));
        var existing = new HashMap<String, List<Rendition>>();
        for (var request : requests) {
            var key = key(source, request.plan(), request.typeFor(source.type()));
            var webp = found.get(key(source, request.plan(), ImageType.WEBP));
            // The main file may have been asked for alone.
            if (found.containsKey(key) && (!request.webpBeside() || webp != null)) {
                var all = new ArrayList<>(List.of(found.get(key)));
                if (request.webpBeside() && webp.size() < all.get(0).size()) {
                    all.add(webp);
                }
                existing.put(request.name(), all);
            }
        }
        return existing;
    }

    private static Map<String, List<Rendition>> inOrder(
            List<RenditionRequest> requests, Map<String, List<Rendition>> byName) {
        var ordered = new LinkedHashMap<String, List<Rendition>>();
        requests.forEach(request -> ordered.put(request.name(), byName.get(request.name())));
        return ordered;
    }

    private Optional<MadeRenditions> scale(SourceImage source, List<RenditionRequest> requests)
            throws IOException, ImageRefusedException {
        var folder = Files.createTempDirectory("masthead-renditions");
        try (var original = store.open(source.key()).orElse(null)) {
            if (original == null) {
                return Optional.empty();
            }
            var scaled = ImageScaler.scale(original.path(), requests, folder);
            var plans = requests.stream().collect(Collectors.toMap(RenditionRequest::name, RenditionRequest::plan));
            var byName = new HashMap<String, List<Rendition>>();
            for (var image : scaled.renditions()) {
                var key = key(source, plans.get(image.name()), image.type());
                var rendition = keep(source, key, image);
                if (rendition.isEmpty()) {
                    return Optional.empty();
                }
                byName.computeIfAbsent(image.name(), name -> new ArrayList<>()).add(rendition.get());
            }
            return Optional.of(new MadeRenditions(byName, scaled.placeholder()));
        } finally {
            delete(folder);
        }
    }

    /** Empty if the original is being removed. */
    private Optional<Rendition> keep(SourceImage source, StorageKey key, ImageScaler.Rendition image)
            throws IOException {
        try (var staged = staged(image.file())) {
            boolean isNew = store.keep(staged, key);
            var row = Transactions.requiringNew().call(() -> {
                // From here on no other request writes renditions of this file.
                if (!rows.lockFile(source.fileId())) {
                    return Optional.<Rendition>empty();
                }
                var others = rows.find(key);
                if (others.isPresent()) {
                    return others;
                }
                if (!isNew) {
                    // A crash has left it, perhaps that of an older version, whose bytes may differ.
                    store.remove(key);
                    store.keep(staged, key);
                }
                var size = new ImageSize(image.width(), image.height());
                rows.insert(source, key, staged, size, image.type().mimeType(), clock.instant());
                return rows.find(key);
            });
            if (row.isEmpty() && isNew) {
                store.remove(key);
            }
            return row;
        }
    }

    private StagedFile staged(Path file) throws IOException {
        try (var bytes = Files.newInputStream(file)) {
            return store.receive(bytes, Files.size(file));
        }
    }

    /**
     * The key of a rendition, by its size; where a part of the image is shown that is not in its middle, the place of
     * the part is named too.
     */
    static StorageKey key(SourceImage source, ResizePlan plan, ImageType type) {
        var size = plan.width() + "x" + plan.height();
        boolean isCentred = plan.equals(ResizePlan.cover(
                        source.width(), source.height(), plan.width(), plan.height(), FocalPoint.CENTRE))
                || plan.isWhole(source.width(), source.height());
        return source.key().variant(isCentred ? size : size + "-at-" + plan.x() + "x" + plan.y(), type.extension());
    }

    private static void delete(Path folder) {
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException e) {
            LOG.warnf("The temporary folder %s could not be removed: %s", folder, e);
        }
    }
}
