package io.masthead.adapter.s3;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * As much of the protocol of S3 as the store uses, with one bucket in memory. It accepts any signature of its access
 * key, and fails as it is told.
 */
final class FakeS3 implements AutoCloseable {

    static final String BUCKET = "media";
    static final String ACCESS_KEY = "AKIDEXAMPLE";

    /** It lists that many at once, so that a few objects make several pages. */
    private static final int PAGE = 3;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, Stored> objects = new ConcurrentSkipListMap<>();
    private final Map<String, Upload> uploads = new ConcurrentSkipListMap<>();

    /** Method and rest of each request, such as {@code PUT /media/a}. */
    final List<String> requests = new CopyOnWriteArrayList<>();

    /** Called before each answer; null to answer as usual. */
    volatile Fault fault;

    /** Whether it knows {@code If-None-Match} for writes. */
    volatile boolean isConditional = true;

    FakeS3() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    /** Answers in place of the server. */
    interface Fault {

        /** @return false to answer as usual */
        boolean answer(HttpExchange exchange) throws IOException;
    }

    /** An error in the form of S3. */
    static Fault error(int status, String code) {
        return exchange -> {
            exchange.getRequestBody().readAllBytes();
            refuse(exchange, status, code);
            return true;
        };
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    void put(String name, byte[] bytes, Instant modified) {
        objects.put(name, new Stored(bytes, modified, "application/octet-stream"));
    }

    void date(String name, Instant modified) {
        objects.computeIfPresent(name, (key, stored) -> new Stored(stored.bytes, modified, stored.type));
    }

    List<String> names() {
        return List.copyOf(objects.keySet());
    }

    byte[] bytes(String name) {
        return objects.get(name).bytes;
    }

    /** The names for which parts are kept. */
    List<String> uploads() {
        return uploads.values().stream().map(upload -> upload.name).toList();
    }

    void beginUpload(String name, Instant at) {
        uploads.put("id" + uploads.size(), new Upload(name, at, new TreeMap<>()));
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
            var answer = fault;
            if (answer != null && answer.answer(exchange)) {
                return;
            }
            var path = exchange.getRequestURI().getPath().substring(1);
            var query = query(exchange.getRequestURI());
            if (!isSigned(exchange, query)) {
                refuse(exchange, 403, "InvalidAccessKeyId");
            } else if (!(path + '/').startsWith(BUCKET + '/')) {
                refuse(exchange, 404, "NoSuchBucket");
            } else if (path.length() <= BUCKET.length() + 1) {
                ofBucket(exchange, query);
            } else {
                ofObject(exchange, path.substring(BUCKET.length() + 1), query);
            }
        }
    }

    private static boolean isSigned(HttpExchange exchange, Map<String, String> query) {
        var header = exchange.getRequestHeaders().getFirst("Authorization");
        return header == null
                ? query.getOrDefault("X-Amz-Credential", "").startsWith(ACCESS_KEY + '/')
                        && query.containsKey("X-Amz-Signature")
                : header.startsWith("AWS4-HMAC-SHA256 Credential=" + ACCESS_KEY + '/');
    }

    private void ofBucket(HttpExchange exchange, Map<String, String> query) throws IOException {
        var prefix = query.getOrDefault("prefix", "");
        if (query.containsKey("uploads")) {
            var xml = new StringBuilder("<ListMultipartUploadsResult><Bucket>media</Bucket><IsTruncated>false"
                    + "</IsTruncated><MaxUploads>1000</MaxUploads>");
            uploads.forEach((id, upload) -> {
                if (upload.name.startsWith(prefix)) {
                    xml.append(
                            ("<Upload><Key>%s</Key><UploadId>%s</UploadId><Initiator><ID>a</ID></Initiator><Owner><ID>a"
                                            + "</ID></Owner><StorageClass>STANDARD</StorageClass><Initiated>%s</Initiated></Upload>")
                                    .formatted(upload.name, id, millis(upload.at)));
                }
            });
            xml(exchange, 200, xml.append("</ListMultipartUploadsResult>").toString());
            return;
        }
        var entries = new TreeSet<String>();
        var delimiter = query.getOrDefault("delimiter", "");
        for (var name : objects.keySet()) {
            if (name.startsWith(prefix)) {
                int end = delimiter.isEmpty() ? -1 : name.indexOf(delimiter, prefix.length());
                entries.add(end < 0 ? name : name.substring(0, end + 1));
            }
        }
        var after = query.getOrDefault("continuation-token", "");
        var page = entries.stream().filter(name -> name.compareTo(after) > 0).toList();
        var shown = page.subList(0, Math.min(PAGE, page.size()));
        var xml = new StringBuilder("<ListBucketResult><Name>media</Name><Prefix>%s</Prefix><KeyCount>%d</KeyCount>"
                .formatted(prefix, shown.size()));
        xml.append("<MaxKeys>1000</MaxKeys><IsTruncated>%s</IsTruncated>".formatted(shown.size() < page.size()));
        if (shown.size() < page.size()) {
            xml.append("<NextContinuationToken>%s</NextContinuationToken>".formatted(shown.get(PAGE - 1)));
        }
        for (var name : shown) {
            if (!delimiter.isEmpty() && name.endsWith(delimiter)) {
                xml.append("<CommonPrefixes><Prefix>%s</Prefix></CommonPrefixes>".formatted(name));
            } else {
                var stored = objects.get(name);
                xml.append(("<Contents><Key>%s</Key><LastModified>%s</LastModified><ETag>\"e\"</ETag><Size>%d</Size>"
                                + "</Contents>")
                        .formatted(name, millis(stored.modified), stored.bytes.length));
            }
        }
        xml(exchange, 200, xml.append("</ListBucketResult>").toString());
    }

    private void ofObject(HttpExchange exchange, String name, Map<String, String> query) throws IOException {
        var body = exchange.getRequestBody().readAllBytes();
        var id = query.get("uploadId");
        switch (exchange.getRequestMethod()) {
            case "PUT" -> {
                if (id != null) {
                    uploads.get(id).parts.put(Integer.valueOf(query.get("partNumber")), body);
                    exchange.getResponseHeaders().set("ETag", "\"p\"");
                    exchange.sendResponseHeaders(200, -1);
                } else if (exchange.getRequestHeaders().containsKey("x-amz-copy-source")) {
                    copy(exchange, name);
                } else {
                    write(exchange, name, body, "");
                }
            }
            case "POST" -> {
                if (id == null) {
                    var made = "id" + System.nanoTime();
                    uploads.put(made, new Upload(name, Instant.now(), new TreeMap<>()));
                    xml(
                            exchange,
                            200,
                            "<InitiateMultipartUploadResult><Bucket>media</Bucket><Key>%s</Key><UploadId>%s</UploadId>"
                                            .formatted(name, made)
                                    + "</InitiateMultipartUploadResult>");
                } else {
                    var whole = new ByteArrayOutputStream();
                    for (var part : uploads.get(id).parts.values()) {
                        whole.write(part);
                    }
                    if (write(
                            exchange,
                            name,
                            whole.toByteArray(),
                            "<CompleteMultipartUploadResult><Bucket>media</Bucket><Key>%s</Key><ETag>\"e\"</ETag>"
                                            .formatted(name)
                                    + "<Location>/</Location></CompleteMultipartUploadResult>")) {
                        uploads.remove(id);
                    }
                }
            }
            case "DELETE" -> {
                if (id != null) {
                    uploads.remove(id);
                } else {
                    objects.remove(name);
                }
                exchange.sendResponseHeaders(204, -1);
            }
            default -> read(exchange, name, query);
        }
    }

    private boolean write(HttpExchange exchange, String name, byte[] bytes, String answer) throws IOException {
        var stored =
                new Stored(bytes, Instant.now(), exchange.getRequestHeaders().getFirst("Content-Type"));
        if (exchange.getRequestHeaders().containsKey("If-None-Match")) {
            if (!isConditional) {
                refuse(exchange, 501, "NotImplemented");
                return false;
            }
            if (objects.putIfAbsent(name, stored) != null) {
                refuse(exchange, 412, "PreconditionFailed");
                return false;
            }
        }
        objects.put(name, stored);
        exchange.getResponseHeaders().set("ETag", "\"e\"");
        xml(exchange, 200, answer);
        return true;
    }

    private void copy(HttpExchange exchange, String name) throws IOException {
        var source = exchange.getRequestHeaders().getFirst("x-amz-copy-source");
        var stored = objects.get(URLDecoder.decode(source, UTF_8).substring(BUCKET.length() + 2));
        if (stored == null) {
            refuse(exchange, 404, "NoSuchKey");
            return;
        }
        objects.put(name, new Stored(stored.bytes, Instant.now(), stored.type));
        xml(
                exchange,
                200,
                "<CopyObjectResult><LastModified>%s</LastModified><ETag>\"e\"</ETag></CopyObjectResult>"
                        .formatted(millis(Instant.now())));
    }

    private void read(HttpExchange exchange, String name, Map<String, String> query) throws IOException {
        var stored = objects.get(name);
        boolean isHead = exchange.getRequestMethod().equals("HEAD");
        if (stored == null) {
            if (isHead) {
                exchange.sendResponseHeaders(404, -1);
            } else {
                refuse(exchange, 404, "NoSuchKey");
            }
            return;
        }
        var headers = exchange.getResponseHeaders();
        headers.set("ETag", "\"e\"");
        headers.set(
                "Last-Modified",
                DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
                        .format(stored.modified.atOffset(ZoneOffset.UTC)));
        headers.set("Content-Type", query.getOrDefault("response-content-type", stored.type));
        if (query.containsKey("response-content-disposition")) {
            headers.set("Content-Disposition", query.get("response-content-disposition"));
        }
        if (isHead) {
            headers.set("Content-Length", Integer.toString(stored.bytes.length));
            exchange.sendResponseHeaders(200, -1);
            return;
        }
        var range = exchange.getRequestHeaders().getFirst("Range");
        var bytes = stored.bytes;
        if (range != null) {
            var ends = range.substring("bytes=".length()).split("-");
            int from = Integer.parseInt(ends[0]);
            int to = Math.min(Integer.parseInt(ends[1]), bytes.length - 1);
            if (from >= bytes.length) {
                refuse(exchange, 416, "InvalidRange");
                return;
            }
            headers.set("Content-Range", "bytes %d-%d/%d".formatted(from, to, bytes.length));
            bytes = Arrays.copyOfRange(bytes, from, to + 1);
        }
        exchange.sendResponseHeaders(range == null ? 200 : 206, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static void refuse(HttpExchange exchange, int status, String code) throws IOException {
        xml(exchange, status, "<Error><Code>%s</Code><Message>Told by the test</Message></Error>".formatted(code));
    }

    private static void xml(HttpExchange exchange, int status, String xml) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/xml");
        if (exchange.getRequestMethod().equals("HEAD") || xml.isEmpty()) {
            exchange.sendResponseHeaders(status, -1);
            return;
        }
        var bytes = ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + xml).getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static String millis(Instant time) {
        return DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'")
                .format(time.truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC));
    }

    private static Map<String, String> query(URI uri) {
        var query = new TreeMap<String, String>();
        var raw = uri.getRawQuery();
        for (var pair : raw == null ? new ArrayList<String>() : List.of(raw.split("&"))) {
            int equals = pair.indexOf('=');
            query.put(
                    URLDecoder.decode(equals < 0 ? pair : pair.substring(0, equals), UTF_8),
                    equals < 0 ? "" : URLDecoder.decode(pair.substring(equals + 1), UTF_8));
        }
        return query;
    }

    private record Stored(byte[] bytes, Instant modified, String type) {}

    private record Upload(String name, Instant at, Map<Integer, byte[]> parts) {}
}
