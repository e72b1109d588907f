package io.masthead.adapter.s3;

import static org.assertj.core.api.Assertions.assertThat;

import io.masthead.media.storage.StorageLocation;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class S3ProbeTest {

    private static final StorageLocation.Bucket BUCKET = new StorageLocation.Bucket(FakeS3.BUCKET, "site/");

    @Test
    void the_operator_reads_what_is_wrong_with_the_bucket() throws IOException {
        URI gone;
        try (var server = new FakeS3()) {
            gone = server.endpoint();
            assertThat(problem(server, BUCKET)).isEmpty();
            assertThat(problem(server, new StorageLocation.Bucket("other", "")))
                    .hasValueSatisfying(said -> assertThat(said).startsWith("There is no bucket other at http://"));
            server.fault = FakeS3.error(403, "SignatureDoesNotMatch");
            assertThat(problem(server, BUCKET))
                    .hasValueSatisfying(said -> assertThat(said)
                            .contains("MASTHEAD_MEDIA_S3_SECRET_KEY", "SignatureDoesNotMatch")
                            .doesNotContain(TestConfig.SECRET)
                            .doesNotContain(FakeS3.ACCESS_KEY));
        }
        assertThat(problem(gone, BUCKET))
                .hasValueSatisfying(said -> assertThat(said).contains("does not answer", "Connect"));
    }

    private static Optional<String> problem(FakeS3 server, StorageLocation.Bucket bucket) {
        return problem(server.endpoint(), bucket);
    }

    private static Optional<String> problem(URI endpoint, StorageLocation.Bucket bucket) {
        return new S3Probe(bucket, new TestConfig(endpoint, false)).problem();
    }
}
