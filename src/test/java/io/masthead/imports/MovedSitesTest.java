package io.masthead.imports;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import io.masthead.imports.files.FileOrigin;
import io.masthead.testsupport.OnBothDatabases;
import io.masthead.testsupport.Tokens;
import io.masthead.user.Role;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Exports of one site under several URLs. */
@OnBothDatabases
@QuarkusTest
class MovedSitesTest {

    @Inject
    ImportRuns runs;

    @Inject
    EntityManager entities;

    @Test
    void a_site_is_the_same_with_or_without_www_and_by_http_or_https() {
        var names = List.of("https://same.example", "http://www.same.example/", "https://WWW.same.example");
        for (var name : names) {
            var done = runs.of(Wxr.of("same.example")
                    .item(896_901, "Once", "once-896901")
                    .text()
                    .replace("https://same.example", name));
            assertThat(done.status()).isEqualTo(ImportStatus.COMPLETED);
        }

        assertThat(number("select count(*) from post where slug like 'once-896901%'"))
                .isEqualTo(1);
        runs.of(Wxr.of("another-same.example")
                .item(896_901, "Once", "once-896901")
                .text());
        assertThat(number("select count(*) from post where slug like 'once-896901%'"))
                .isEqualTo(2);
    }

    @Test
    void a_site_that_has_moved_to_another_domain_finds_its_records_if_that_is_said() {
        runs.of(Wxr.of("before.example").item(896_911, "Moved", "moved-896911").text());
        var options = new ImportOptions(
                Map.of(), Map.of(), Role.SUBSCRIBER, false, FileOrigin.NONE, false, "http://www.before.example", false);
        runs.of(Wxr.of("after.example").item(896_911, "Moved", "moved-896911").text(), options);

        // It is remembered.
        runs.of(Wxr.of("www.after.example")
                .item(896_911, "Moved", "moved-896911")
                .text());

        assertThat(number("select count(*) from post where slug like 'moved-896911%'"))
                .isEqualTo(1);
        given().auth()
                .oauth2(new Tokens().of(Role.ADMINISTRATOR))
                .contentType(ContentType.MULTIPART)
                .multiPart("file", "export.xml", Wxr.of("after.example").text().getBytes(UTF_8))
                .multiPart("options", "{\"sameAs\": \"https://never.example\"}")
                .post("/api/v1/imports")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", is("/options/sameAs"))
                .body("errors[0].code", is("unknown_site"));
    }

    private long number(String sql) {
        return QuarkusTransaction.requiringNew()
                .call(() -> ((Number) entities.createNativeQuery(sql).getSingleResult()).longValue());
    }
}
