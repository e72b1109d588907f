package io.masthead.web.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.embedded.EmbeddedChannel;
import io.quarkus.runtime.configuration.MemorySize;
import java.math.BigInteger;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** If too much waits for all clients together, the one that has waited longest is disconnected. */
class AnswerQueuesTotalTest {

    private static final int MOST = 10_000;

    private static final ConnectionGuard.Limits PATIENT = new ConnectionGuard.Limits(Long.MAX_VALUE, 1, Long.MAX_VALUE);

    private final AnswerQueues queues = new AnswerQueues(new Config());

    @Test
    void the_slowest_client_is_disconnected_and_the_other_continues() {
        var slow = new Client();
        var other = new Client();

        slow.isSent(6_000);
        other.isSent(3_000);
        assertThat(slow.isOpen()).isTrue();

        other.isSent(3_000);
        assertThat(slow.isOpen()).isFalse();
        assertThat(other.isOpen()).isTrue();
        assertThat(queues.bytes()).isBetween(6_000L, 7_000L);

        other.reads();
        assertThat(other.received()).isEqualTo(6_000);
        assertThat(queues.bytes()).isZero();
    }

    @Test
    void a_client_that_has_read_all_is_not_the_slowest_any_more() {
        var first = new Client();
        var second = new Client();
        first.isSent(3_000);
        second.isSent(3_000);
        first.reads();
        first.stops();

        first.isSent(8_000);

        assertThat(first.isOpen()).isTrue();
        assertThat(second.isOpen()).isFalse();
    }

    @Test
    void as_many_are_cut_off_as_it_takes_and_no_more() {
        var first = new Client();
        var second = new Client();
        var third = new Client();
        var last = new Client();
        for (var client : new Client[] {first, second, third}) {
            client.isSent(3_000);
        }

        last.isSent(5_000);

        assertThat(first.isOpen()).isFalse();
        assertThat(second.isOpen()).isFalse();
        assertThat(third.isOpen()).isTrue();
        assertThat(last.isOpen()).isTrue();
    }

    /** Reads nothing until requested. */
    private final class Client {

        private final Wire wire = new Wire();

        private Client() {
            wire.pipeline().addFirst(new ConnectionGuard(PATIENT, queues));
        }

        void isSent(int bytes) {
            var unused = wire.pipeline().writeAndFlush(Unpooled.wrappedBuffer(new byte[bytes]));
            wire.runPendingTasks();
        }

        void reads() {
            wire.stuck = false;
            wire.flush();
            wire.runPendingTasks();
        }

        void stops() {
            wire.stuck = true;
        }

        long received() {
            return wire.outboundMessages().stream()
                    .mapToLong(message -> ((ByteBuf) message).readableBytes())
                    .sum();
        }

        boolean isOpen() {
            wire.runPendingTasks();
            return wire.isOpen();
        }
    }

    private static final class Wire extends EmbeddedChannel {

        private boolean stuck = true;

        @Override
        protected void doWrite(ChannelOutboundBuffer waiting) throws Exception {
            if (!stuck) {
                super.doWrite(waiting);
            }
        }
    }

    private static final class Config implements AnswerConfig {

        @Override
        public MemorySize queued() {
            return new MemorySize(BigInteger.valueOf(MOST));
        }

        @Override
        public MemorySize rate() {
            throw new UnsupportedOperationException("the guards know it");
        }

        @Override
        public Duration patience() {
            throw new UnsupportedOperationException("the guards know it");
        }
    }
}
