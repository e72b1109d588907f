package io.masthead.testsupport;

import io.restassured.RestAssured;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A connection to the server under test, for what no HTTP client sends. */
public final class RawHttp implements AutoCloseable {

    /** Far longer than any answer takes: what is still silent then has failed. */
    private static final int PATIENCE_MILLIS = 20_000;

    private final Socket socket;

    private RawHttp(Socket socket) {
        this.socket = socket;
    }

    /** To the port that RestAssured speaks to. */
    public static RawHttp open() throws IOException {
        var socket = new Socket("localhost", RestAssured.port);
        socket.setSoTimeout(PATIENCE_MILLIS);
        return new RawHttp(socket);
    }

    /** The same, with as little room as can be for what comes back and is not read. */
    public static RawHttp openNarrow() throws IOException {
        var socket = new Socket();
        socket.setReceiveBufferSize(1);
        socket.connect(new InetSocketAddress("localhost", RestAssured.port));
        socket.setSoTimeout(PATIENCE_MILLIS);
        return new RawHttp(socket);
    }

    /**
     * @param text with | for a line end, and ^ for one without its carriage return; each other
     *     character is a byte
     */
    public RawHttp send(String text) throws IOException {
        var wire = text.replace("|", "\r\n").replace('^', '\n');
        socket.getOutputStream().write(wire.getBytes(StandardCharsets.ISO_8859_1));
        return this;
    }

    /** Until the server closes the connection. */
    public String readToEnd() throws IOException {
        try {
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (SocketException reset) {
            return "";
        }
    }

    /** One answer with a Content-Length; the connection may live on. Empty if it is closed. */
    public String readAnswer() throws IOException {
        var in = socket.getInputStream();
        var head = new StringBuilder();
        while (!head.toString().endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                return head.toString();
            }
            head.append((char) next);
        }
        return head + new String(in.readNBytes(length(head.toString())), StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private static int length(String head) {
        var name = "\r\ncontent-length: ";
        int start = head.toLowerCase(Locale.ROOT).indexOf(name);
        if (start < 0) {
            return 0;
        }
        start += name.length();
        return Integer.parseInt(head.substring(start, head.indexOf('\r', start)).strip());
    }
}
