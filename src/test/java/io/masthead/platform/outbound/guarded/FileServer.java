package io.masthead.platform.outbound.guarded;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;

/** A server of this machine that answers as tests say, well or badly, one request for each connection. */
public final class FileServer implements AutoCloseable {

    /** What is written after the head of a request was read. */
    public interface Answer {

        void write(OutputStream out) throws IOException, InterruptedException;
    }

    private final ServerSocket socket;
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final CopyOnWriteArrayList<String> heads = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger open = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        var thread = new Thread(work, "file-server");
        thread.setDaemon(true);
        return thread;
    });

    public FileServer() throws IOException {
        this(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
    }

    FileServer(SSLContext tls) throws IOException {
        this(tls.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress()));
    }

    private FileServer(ServerSocket socket) {
        this.socket = socket;
        threads.execute(this::accept);
    }

    public int port() {
        return socket.getLocalPort();
    }

    /** What has been connected, also without a request. */
    public int connections() {
        return connections.get();
    }

    /** What is connected, until it is known to have ended. */
    public int open() {
        return open.get();
    }

    /** The heads of the requests so far. */
    public CopyOnWriteArrayList<String> heads() {
        return heads;
    }

    /** For a path with its query, until another answer is set. */
    public FileServer at(String path, Answer answer) {
        answers.put(path, answer);
        return this;
    }

    /** An answer that is well formed but for what is said here. */
    public static Answer answer(String head, byte[] body) {
        return out -> {
            out.write((head.replace("\n", "\r\n") + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
            out.write(body);
        };
    }

    public static Answer ok(String type, byte[] body) {
        return answer("HTTP/1.1 200 OK\nContent-Type: %s\nContent-Length: %d".formatted(type, body.length), body);
    }

    public static Answer redirect(int status, String location) {
        return answer("HTTP/1.1 %d Moved\nLocation: %s\nContent-Length: 0".formatted(status, location), new byte[0]);
    }

    /** Nothing, until the client or the server goes. */
    public static Answer silence() {
        return out -> Thread.currentThread().join();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                var client = socket.accept();
                connections.incrementAndGet();
                open.incrementAndGet();
                threads.execute(() -> serve(client));
            } catch (IOException e) {
                // It is closed.
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
            var head = new StringBuilder();
            for (var line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
                head.append(line).append('\n');
            }
            if (head.isEmpty()) {
                return;
            }
            heads.add(head.toString());
            var answer = answers.get(head.toString().split(" ", 3)[1]);
            var writing = threads.submit(() -> {
                (answer == null ? answer("HTTP/1.1 404 Not Found\nContent-Length: 0", new byte[0]) : answer)
                        .write(client.getOutputStream());
                client.shutdownOutput();
                return null;
            });
            while (in.read() >= 0) {
                // Until the client has gone.
            }
            writing.cancel(true);
        } catch (IOException | UnsupportedOperationException e) {
            // The client has gone, or the test has ended.
        } finally {
            open.decrementAndGet();
        }
    }

    static byte[] chunked(byte[]... chunks) {
        var out = new ByteArrayOutputStream();
        for (var chunk : chunks) {
            out.writeBytes((Integer.toHexString(chunk.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
            out.writeBytes(chunk);
            out.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
        }
        out.writeBytes("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        return out.toByteArray();
    }

    @Override
    public void close() throws IOException {
        socket.close();
        threads.shutdownNow();
    }
}
