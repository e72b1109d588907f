package io.masthead.adapter.s3;

import io.minio.MinioAsyncClient;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;

/** Makes the client of MinIO, with limits that the client has not by itself. */
final class S3Client {

    private static final Duration CONNECT = Duration.ofSeconds(5);

    /** Between two bytes. Readers wait for no more than one other request, and are gone after 30 s. */
    private static final Duration READER_PATIENCE = Duration.ofSeconds(10);

    /** Between two bytes, or until a server has put together the parts of a large file. */
    private static final Duration WRITER_PATIENCE = Duration.ofSeconds(60);

    private static final int IDLE_CONNECTIONS = 32;
    private static final long IDLE_SECONDS = 60;

    private S3Client() {}

    /** Connects when it is first used. */
    static S3Bucket bucket(String name, S3Config config) {
        var http = http();
        var forReading = http.newBuilder().readTimeout(READER_PATIENCE).build();
        return new S3Bucket(client(config, http), client(config, forReading), name);
    }

    private static MinioAsyncClient client(S3Config config, OkHttpClient http) {
        var client = MinioAsyncClient.builder()
                .endpoint(config.endpoint().toString())
                // Otherwise the client asks for it, in places that may not wait.
                .region(config.region())
                .credentials(
                        config.accessKey().orElseThrow(), config.secretKey().orElseThrow())
                .httpClient(http)
                .build();
        if (config.pathStyle()) {
            client.disableVirtualStyleEndpoint();
        } else {
            client.enableVirtualStyleEndpoint();
        }
        return client;
    }

    private static OkHttpClient http() {
        return new OkHttpClient.Builder()
                .connectTimeout(CONNECT)
                .readTimeout(WRITER_PATIENCE)
                .writeTimeout(WRITER_PATIENCE)
                .followRedirects(false)
                .protocols(List.of(Protocol.HTTP_1_1))
                .connectionPool(new ConnectionPool(IDLE_CONNECTIONS, IDLE_SECONDS, TimeUnit.SECONDS))
                .dispatcher(dispatcher())
                .build();
    }

    /** Whoever sends a request waits for it in a thread, so their number is limited already. */
    private static Dispatcher dispatcher() {
        // Of daemons: the server must not wait for them at its end.
        var dispatcher = new Dispatcher(new ThreadPoolExecutor(
                0, Integer.MAX_VALUE, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), work -> {
                    var thread = new Thread(work, "s3");
                    thread.setDaemon(true);
                    return thread;
                }));
        dispatcher.setMaxRequests(Integer.MAX_VALUE);
        dispatcher.setMaxRequestsPerHost(Integer.MAX_VALUE);
        return dispatcher;
    }
}
