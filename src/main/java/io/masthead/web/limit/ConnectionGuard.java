package io.masthead.web.limit;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.FileRegion;
import io.netty.util.AttributeKey;
import io.netty.util.concurrent.ScheduledFuture;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Watches one connection below HTTP: how long the headers of a request take, and how fast its client reads.
 * While a response waits to be read, no further request of the connection is processed and nothing more is read
 * from it, so that at most one response waits.
 */
final class ConnectionGuard extends ChannelDuplexHandler {

    /**
     * @param headNanos the time limit for the headers of a request
     * @param rate the minimum of bytes per second while a response waits
     * @param patienceNanos the period over which the rate is measured
     */
    record Limits(long headNanos, long rate, long patienceNanos) {}

    private static final AttributeKey<ConnectionGuard> GUARD = AttributeKey.valueOf("masthead.guard");
    private static final Logger LOG = Logger.getLogger(ConnectionGuard.class);
    private static final long CHECK_MILLIS = 1_000;

    private final Limits limits;
    private final AnswerQueues queues;
    private final Queue<Runnable> held = new ArrayDeque<>();

    private ChannelHandlerContext context;
    private ScheduledFuture<?> check;
    private boolean readHeld;
    private boolean refused;

    /** When the first byte of an incomplete request head arrived; 0 for none. */
    private long headSince;

    private int requests;

    private long written;
    private long measuredAt;
    private long readBefore;

    private volatile long queued;
    private volatile long waitingSince;

    ConnectionGuard(Limits limits, AnswerQueues queues) {
        this.limits = limits;
        this.queues = queues;
    }

    /** Null if the connection has none. */
    static ConnectionGuard of(Channel channel) {
        return channel.attr(GUARD).get();
    }

    /** Since when data waits to be read; for comparisons only. */
    long waitingSince() {
        return waitingSince;
    }

    /** How many bytes wait to be read. */
    long queued() {
        return queued;
    }

    void cutOff(String why) {
        LOG.debugf("%s is cut off: %s", context.channel().remoteAddress(), why);
        // Not by the channel, whose upper handlers would wait until everything is written.
        var unused = context.close();
    }

    /** Requests after the refused one are not answered. */
    void refuse() {
        refused = true;
        held.clear();
    }

    /** Runs the handler of a request, as soon as the previous response has been read. */
    void begin(Runnable request) {
        if (refused) {
            return;
        }
        headSince = 0;
        requests++;
        if (held.isEmpty() && context.channel().isWritable()) {
            request.run();
        } else {
            held.add(request);
        }
    }

    /** A request has been answered. */
    void end() {
        requests--;
        headSince = 0;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        this.context = context;
        context.channel().attr(GUARD).set(this);
        if (context.channel().isActive()) {
            watch();
        }
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        watch();
        context.fireChannelActive();
    }

    private void watch() {
        if (check == null) {
            headSince = System.nanoTime();
            check = context.executor()
                    .scheduleWithFixedDelay(this::check, CHECK_MILLIS, CHECK_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        if (check != null) {
            check.cancel(false);
        }
        held.clear();
        count(0);
        context.fireChannelInactive();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (requests == 0 && headSince == 0) {
            headSince = System.nanoTime();
        }
        context.fireChannelRead(message);
    }

    @Override
    public void read(ChannelHandlerContext context) {
        if (context.channel().isWritable()) {
            context.read();
        } else {
            readHeld = true;
        }
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        written += size(message);
        var unused = context.write(message, promise);
    }

    @Override
    public void flush(ChannelHandlerContext context) {
        context.flush();
        count(pending());
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        if (context.channel().isWritable()) {
            count(pending());
            goOn();
        }
        context.fireChannelWritabilityChanged();
    }

    private void goOn() {
        while (!held.isEmpty() && context.channel().isWritable()) {
            held.remove().run();
        }
        if (readHeld && context.channel().isWritable()) {
            readHeld = false;
            context.read();
        }
    }

    private void check() {
        long now = System.nanoTime();
        if (headSince != 0 && now - headSince > limits.headNanos()) {
            cutOff("the headers of a request arrived too slowly");
            return;
        }
        count(pending());
        if (queued == 0 || now - measuredAt < limits.patienceNanos()) {
            return;
        }
        long read = written - unsent();
        if ((read - readBefore) * 1_000_000_000.0 < (double) limits.rate() * (now - measuredAt)) {
            cutOff("it reads responses too slowly");
        }
        measuredAt = now;
        readBefore = read;
    }

    private void count(long now) {
        long before = queued;
        if (now == before) {
            return;
        }
        if (before == 0) {
            measuredAt = System.nanoTime();
            waitingSince = measuredAt;
            readBefore = written - now;
        }
        queued = now;
        queues.changed(this, before, now);
    }

    /** What was written and has not been passed to the system yet, counting whole buffers. */
    private long pending() {
        var buffers = context.channel().unsafe().outboundBuffer();
        return buffers == null ? 0 : buffers.totalPendingWriteBytes();
    }

    /** The exact number of bytes. */
    private long unsent() {
        var buffers = context.channel().unsafe().outboundBuffer();
        var sum = new long[1];
        if (buffers != null) {
            try {
                buffers.forEachFlushedMessage(message -> {
                    sum[0] += size(message);
                    return true;
                });
            } catch (Exception e) {
                throw new IllegalStateException("adding up does not fail", e);
            }
        }
        return sum[0];
    }

    private static long size(Object message) {
        if (message instanceof ByteBuf bytes) {
            return bytes.readableBytes();
        }
        return message instanceof FileRegion file ? file.count() - file.transferred() : 0;
    }
}
