package io.masthead.api.v1.site;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.masthead.api.v1.http.WireJson;
import io.masthead.imports.Import;
import io.masthead.imports.ImportService;
import io.masthead.kernel.Actor;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Singleton;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.util.Optional;

/** Sends the progress of an import, on whichever node it runs. */
@Singleton
class ImportProgress {

    private static final Duration INTERVAL = Duration.ofMillis(500);

    /** An idle connection is closed after 30 s, so the state is sent every 15 s. */
    private static final int TICKS_OF_A_STATE = 30;

    /** Marks the end of the stream, after the last state. */
    private static final Optional<Import> END = Optional.empty();

    /** The audit entries to list. */
    private record Seen(long stretch, Import run) {}

    private final ImportService imports;
    private final WireJson json;

    ImportProgress(ImportService imports, WireJson json) {
        this.imports = imports;
        this.json = json;
    }

    /**
     * @throws io.masthead.kernel.CmsException as {@link ImportService#get}, before the first event
     */
    Multi<OutboundSseEvent> of(long id, Actor actor, Sse sse) {
        var first = imports.get(id, actor);
        if (first.status().isOver()) {
            return Multi.createFrom().item(event(ImportJson.of(first), sse));
        }
        return Multi.createFrom()
                .ticks()
                .every(INTERVAL)
                .onOverflow()
                .drop()
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(tick -> new Seen(tick / TICKS_OF_A_STATE, imports.get(id, actor)))
                .skip()
                .repetitions()
                .map(Seen::run)
                .onItem()
                .transformToMultiAndConcatenate(run -> run.status().isOver()
                        ? Multi.createFrom().items(Optional.of(run), END)
                        : Multi.createFrom().item(Optional.of(run)))
                .select()
                .first(Optional::isPresent)
                .map(run -> event(ImportJson.of(run.orElseThrow()), sse));
    }

    private OutboundSseEvent event(ImportJson run, Sse sse) {
        try {
            return sse.newEvent("progress", json.mapper().writeValueAsString(run));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An import is always JSON", e);
        }
    }
}
