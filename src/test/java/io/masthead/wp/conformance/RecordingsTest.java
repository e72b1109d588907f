package io.masthead.wp.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.net.URL;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** As many of the recorded exchanges are equal as have been before. */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecordingsTest {

    private static final String BEFORE = "before_replay";
    private static final String EMPTY = "empty_site";
    private static final String SEEDED = "seeded_site";

    private static final Recordings RECORDINGS = Recordings.beside();

    @TestHTTPResource
    URL address;

    @Inject
    Snapshots database;

    @Inject
    Seed seed;

    @Inject
    Site site;

    @Inject
    Credentials credentials;

    private final Report report = new Report();
    private final NotServed notServed = NotServed.read();
    private final StoredUploads uploads = new StoredUploads();
    private boolean sown;

    static Stream<String> groups() {
        return RECORDINGS.groups().stream();
    }

    @BeforeAll
    void sow() {
        if (!RECORDINGS.areThere()) {
            var reason = "skipped, there are no recordings in " + RECORDINGS.folder();
            Report.print(reason);
            Assumptions.abort(reason);
        }
        sown = true;
        RestAssured.port = address.getPort(); // set for tests alone
        database.keep(BEFORE);
        database.makeEmpty(EMPTY);
        site.setClock(RECORDINGS.seededAt());
        database.bringBack(EMPTY);
        seed.sow(RECORDINGS);
        site.open();
        credentials.issue(RECORDINGS);
        database.keep(SEEDED);
    }

    /** Other tests go on with the content that they know. */
    @AfterAll
    void leave() {
        if (sown) {
            report.close();
            RestAssured.port = address.getPort();
            database.bringBack(BEFORE);
            uploads.remove();
            site.close();
            for (var state : new String[] {BEFORE, EMPTY, SEEDED}) {
                database.drop(state);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("groups")
    void no_exchange_that_was_equal_differs(String group) {
        var rules = GroupRules.of(group);
        var exchanges = RECORDINGS.group(group);
        var begun = Instant.now();
        begin(group);
        credentials.read(exchanges);
        var names = new Names(RECORDINGS.names());
        var outcomes = new Replay(
                        site,
                        new Asking(address.getPort(), credentials),
                        names,
                        comparison(),
                        notServed,
                        rules.differences())
                .play(exchanges);
        report.add(group, outcomes, Duration.between(begun, Instant.now()), names);

        int equal = (int) outcomes.stream().filter(Outcome::isEqual).count();
        if (Boolean.getBoolean("masthead.conformance.raise") && equal > rules.floor()) {
            GroupRules.raise(group, equal);
        }
        var ownValues = ownValues(group, outcomes);
        assertThat(equal)
                .as("equal exchanges of %s; see target/conformance/%s.txt", group, group)
                .isGreaterThanOrEqualTo(rules.floor());
        assertThat(ownValues)
                .as(
                        "what we say where we differ on purpose; see target/conformance/%s.own.txt,"
                                + " and -D%s=true writes what is meant",
                        group, OwnValues.WRITE)
                .containsExactlyElementsOf(OwnValues.kept(group));
    }

    private static List<String> ownValues(String group, List<Outcome> outcomes) {
        var own = new OwnValues(RECORDINGS.seededAt());
        own.report(group, outcomes);
        var lines = own.of(outcomes);
        if (Boolean.getBoolean(OwnValues.WRITE)) {
            OwnValues.keep(group, lines);
        }
        return lines;
    }

    private void begin(String group) {
        site.setClock(RECORDINGS.recordedAt(group));
        database.bringBack(SEEDED);
        uploads.remove();
        site.begin();
    }

    private Comparison comparison() {
        return new Comparison(new Equivalence(new NewThings(RECORDINGS.names()), RECORDINGS.seededAt()), notServed);
    }
}
