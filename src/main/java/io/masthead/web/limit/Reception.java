package io.masthead.web.limit;

import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import io.masthead.media.storage.StoreFullException;
import io.masthead.web.Failure;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.VertxException;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.nio.file.Path;
import org.jboss.logging.Logger;

/**
 * The reception of one body, all of it on the event loop, within limits for size and time. It ends with the
 * rest of the route, with a refusal, or with nothing if the client has disconnected.
 */
final class Reception {

    /**
     * @param bytes the maximum size
     * @param millis the time limit or, with a rate, the period of measurement
     * @param rate the minimum of bytes per second; 0 to limit the time of the whole body
     */
    record Limits(long bytes, long millis, long rate) {}

    private static final Logger LOG = Logger.getLogger(Reception.class);
    private static final int IN_MEMORY = 64 * 1024;

    private final RoutingContext route;
    private final HttpServerRequest request;
    private final Limits limits;
    private final Spool spool;
    private final Refusals refusals;
    private final Context context = Vertx.currentContext();

    private Buffer memory = Buffer.buffer();
    private Path path;
    private AsyncFile file;
    private Throwable broken;
    private long count;
    private long countBefore;
    private long taken;
    private long timer = -1;
    private boolean over;

    Reception(RoutingContext route, Limits limits, Spool spool, Refusals refusals) {
        this.route = route;
        this.request = route.request();
        this.limits = limits;
        this.spool = spool;
        this.refusals = refusals;
    }

    void start() {
        var vertx = route.vertx();
        timer = limits.rate() > 0
                ? vertx.setPeriodic(limits.millis(), id -> measure())
                : vertx.setTimer(limits.millis(), id -> tooSlow());
        if ("100-continue".equalsIgnoreCase(request.getHeader("Expect"))) {
            request.headers().remove("Expect");
            route.response().writeContinue();
        }
        request.handler(this::take);
        request.endHandler(end -> complete());
        request.exceptionHandler(this::cutOff);
        request.resume();
    }

    private void take(Buffer chunk) {
        if (over) {
            return;
        }
        count += chunk.length();
        if (count > limits.bytes()) {
            discard();
            refusals.refuseBody(route, tooLarge(limits.bytes()));
        } else if (memory != null) {
            memory.appendBuffer(chunk);
            if (path == null && memory.length() > IN_MEMORY) {
                moveToFile();
            }
        } else {
            write(chunk);
        }
    }

    private void moveToFile() {
        request.pause();
        path = spool.newFile();
        route.addEndHandler(end -> spool.delete(path));
        spool.open(path)
                .onSuccess(opened -> {
                    file = opened;
                    if (over) {
                        discard();
                        return;
                    }
                    var first = memory;
                    memory = null;
                    write(first);
                    request.resume();
                })
                .onFailure(this::failed);
    }

    private void write(Buffer chunk) {
        // Only bodies without a rate count; those with a rate are files of callers with an account.
        if (limits.rate() == 0) {
            if (!spool.reserve(chunk.length())) {
                discard();
                refusals.refuseBody(route, Failure.of(ErrorCode.UNAVAILABLE, "Too many large bodies at once."));
                return;
            }
            taken += chunk.length();
        }
        file.write(chunk).onFailure(this::failed);
        if (file.writeQueueFull()) {
            request.pause();
            file.drainHandler(drained -> request.resume());
        }
    }

    private void complete() {
        if (over) {
            return;
        }
        end();
        if (file == null) {
            goOn(ReceivedBody.of(memory));
        } else {
            closeWhole();
        }
    }

    /** Pending writes may still fail until the file is closed. */
    private void closeWhole() {
        var whole = file;
        file = null;
        whole.close()
                .onSuccess(closed -> {
                    if (broken == null) {
                        goOn(ReceivedBody.of(path));
                    } else {
                        unstored(broken);
                    }
                })
                .onFailure(this::unstored);
    }

    private void goOn(ReceivedBody body) {
        if (route.response().closed()) {
            discard();
            return;
        }
        if (taken > 0) {
            route.addEndHandler(end -> spool.release(taken));
        }
        IdleTime.suspend(route);
        route.put(BodyReception.RECEIVED, body);
        context.runOnContext(go -> route.next());
    }

    private void measure() {
        if ((count - countBefore) * 1_000 < limits.rate() * limits.millis()) {
            tooSlow();
        }
        countBefore = count;
    }

    private void tooSlow() {
        if (!over) {
            LOG.debugf("The body of %s %s arrived too slowly", request.method(), request.path());
            refuse(Failure.of(408, "The body came too slowly."));
        }
    }

    private void cutOff(Throwable cause) {
        if (over) {
            return;
        }
        if (cause instanceof VertxException || cause instanceof IOException) {
            LOG.debugf("%s %s was cut off in its body: %s", request.method(), request.path(), cause);
            discard();
        } else {
            refuse(Failure.of(400, "The end of the body is ambiguous."));
        }
    }

    private void failed(Throwable cause) {
        broken = cause;
        if (!over) {
            unstored(cause);
        }
    }

    private void unstored(Throwable cause) {
        LOG.errorf("A body could not be stored: %s", cause);
        discard();
        boolean isFull = cause instanceof IOException e && StoreFullException.orSame(e) instanceof StoreFullException;
        refusals.refuseBody(
                route,
                isFull
                        ? Failure.of(ErrorCode.STORAGE_FULL, "There is no room for this body on the server.")
                        : Failure.of(ErrorCode.UNAVAILABLE, "The body could not be stored."));
    }

    private void refuse(Failure failure) {
        discard();
        refusals.refuse(route, failure);
    }

    private void discard() {
        end();
        memory = null;
        spool.release(taken);
        taken = 0;
        if (file != null) {
            file.close();
            spool.delete(path);
        }
    }

    private void end() {
        over = true;
        route.vertx().cancelTimer(timer);
    }

    static Failure tooLarge(long bytes) {
        return Failure.of(new CmsException(ErrorCode.BODY_TOO_LARGE, "The body may have at most " + bytes + " bytes."));
    }
}
