package io.masthead.imports;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import io.masthead.imports.files.FileOrigin;
import io.masthead.testsupport.Blog;
import io.masthead.testsupport.OnBothDatabases;
import io.masthead.testsupport.Tokens;
import io.masthead.user.Role;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Exports of one site under several URLs. */
@OnBothDatabases
@QuarkusTest
class MovedSitesTest {

    @Inject
    ImportRuns runs;

    @Inject
    ImportSources sources;

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

    @Test
    void first_imports_at_once_that_spell_a_site_in_different_ways_share_it() throws Exception {
        for (int round = 0; round < 5; round++) {
            var site = Blog.unique("race") + ".example";
            var both = new CyclicBarrier(2);
            var ids = new ArrayList<Future<Long>>();
            var threads = Executors.newFixedThreadPool(2);
            for (var url : List.of("https://" + site, "http://www." + site + "/")) {
                ids.add(threads.submit(() -> {
                    both.await(30, TimeUnit.SECONDS);
                    return QuarkusTransaction.requiringNew().call(() -> sources.of(url, null));
                }));
            }
            threads.shutdown();
            assertThat(ids.get(0).get(30, TimeUnit.SECONDS))
                    .isEqualTo(ids.get(1).get(30, TimeUnit.SECONDS));
        }
    }

    @Test
    void sites_that_an_earlier_version_told_apart_stay_apart() {
        var site = Blog.unique("apart") + ".example";
        QuarkusTransaction.requiringNew()
                .run(() -> List.of(site, "www." + site)
                        .forEach(url -> entities.createNativeQuery("insert into import_source (id, url) values"
                                        + " (nextval('import_source_id_seq'), :url)")
                                .setParameter("url", url)
                                .executeUpdate()));

        long plain = QuarkusTransaction.requiringNew().call(() -> sources.of("https://" + site, null));
        long www = QuarkusTransaction.requiringNew().call(() -> sources.of("http://www." + site, null));
        assertThat(www).isGreaterThan(plain);
    }

    private long number(String sql) {
        return QuarkusTransaction.requiringNew()
                .call(() -> ((Number) entities.createNativeQuery(sql).getSingleResult()).longValue());
    }
}
