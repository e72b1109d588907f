package io.masthead.wp.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.masthead.wp.rest.RouteTable;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** The committed document is that of the routes, so that a change of contract is a diff. */
@QuarkusTest
class WpDocumentOfRoutesTest {

    private static final String WRITE = "masthead.openapi.write";

    @Inject
    RouteTable routes;

    @ConfigProperty(name = "quarkus.application.version")
    String version;

    @Test
    void the_committed_document_is_that_of_the_routes() throws IOException {
        var document = new ObjectMapper()
                        .writerWithDefaultPrettyPrinter()
                        .writeValueAsString(new WpDocument(routes, version).build())
                + "\n";
        if (Boolean.getBoolean(WRITE)) {
            Files.writeString(WpDocumentTest.COMMITTED, document);
        }
        assertThat(Files.readString(WpDocumentTest.COMMITTED))
                .as("The routes and openapi/wordpress.json differ. If the change is meant,"
                        + " write the file with ./mvnw test -Dtest=WpDocumentOfRoutesTest -D"
                        + WRITE
                        + "=true and commit it.")
                .isEqualTo(document);
    }
}
