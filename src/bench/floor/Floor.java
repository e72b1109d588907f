import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The floor of a comparison: a bare Vert.x server that writes responses recorded from Masthead, byte
 * for byte, and does nothing else.
 *
 * <pre>java -cp 'target/quarkus-app/lib/main/*' src/bench/floor/Floor.java PORT FOLDER</pre>
 *
 * <p>FOLDER has a file NAME.head (status line and headers, as curl -D writes them) and NAME.body for
 * each response; it is served at /NAME.
 */
final class Floor {

    private record Recorded(int status, MultiMap headers, Buffer body) {}

    private Floor() {}

    public static void main(String[] args) throws IOException {
        Map<String, Recorded> responses;
        try (var files = Files.list(Path.of(args[1]))) {
            responses = files.filter(file -> file.toString().endsWith(".head"))
                    .collect(Collectors.toMap(Floor::path, Floor::read));
        }
        int port = Integer.parseInt(args[0]);
        // As many event loops as Quarkus has by default.
        int loops = 2 * Runtime.getRuntime().availableProcessors();
        var vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(loops));
        vertx.deployVerticle(() -> new Server(port, responses), new DeploymentOptions().setInstances(loops))
                .onFailure(failure -> {
                    failure.printStackTrace();
                    System.exit(1);
                });
    }

    private static final class Server extends AbstractVerticle {

        private final int port;
        private final Map<String, Recorded> responses;

        Server(int port, Map<String, Recorded> responses) {
            this.port = port;
            this.responses = responses;
        }

        @Override
        public void start() {
            vertx.createHttpServer(new HttpServerOptions().setHost("127.0.0.1").setPort(port))
                    .requestHandler(this::answer)
                    .listen();
        }

        private void answer(HttpServerRequest request) {
            var recorded = responses.get(request.path());
            var response = request.response();
            if (recorded == null) {
                response.setStatusCode(404).end();
                return;
            }
            response.setStatusCode(recorded.status());
            response.headers().setAll(recorded.headers());
            if (recorded.status() == 304) {
                response.end();
            } else {
                response.end(recorded.body());
            }
        }
    }

    private static String path(Path head) {
        var name = head.getFileName().toString();
        return "/" + name.substring(0, name.length() - ".head".length());
    }

    private static Recorded read(Path head) {
        try {
            var lines = Files.readString(head, StandardCharsets.ISO_8859_1).split("\r\n");
            var body = Path.of(head.toString().replaceAll("head$", "body"));
            var headers = HttpHeaders.headers();
            for (int i = 1; i < lines.length; i++) {
                int colon = lines[i].indexOf(':');
                var name = lines[i].substring(0, colon);
                if (!name.equalsIgnoreCase("content-length") && !name.equalsIgnoreCase("transfer-encoding")) {
                    headers.add(name, lines[i].substring(colon + 1).strip());
                }
            }
            return new Recorded(
                    Integer.parseInt(lines[0].split(" ")[1]),
                    headers,
                    Buffer.buffer(Files.exists(body) ? Files.readAllBytes(body) : new byte[0]));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
