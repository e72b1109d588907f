package io.masthead.adapter.s3;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Collections;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** MinIO's client reads XML by reflection; what an executable needs for that, an extension registers. */
class S3NativeTest {

    @Test
    void the_extension_for_executables_is_there_and_the_one_with_settings_of_its_own_is_not() throws IOException {
        var deployments = new StringBuilder();
        for (var one :
                Collections.list(getClass().getClassLoader().getResources("META-INF/quarkus-extension.properties"))) {
            var properties = new Properties();
            try (var in = one.openStream()) {
                properties.load(in);
            }
            deployments.append(properties.getProperty("deployment-artifact")).append('\n');
        }
        assertThat(deployments)
                .contains("io.quarkiverse.minio:quarkus-minio-native-deployment:")
                .doesNotContain("io.quarkiverse.minio:quarkus-minio-deployment:");
    }
}
