package io.masthead.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.masthead.kernel.PageRequest;
import io.masthead.testsupport.OnBothDatabases;
import io.masthead.testsupport.WithSample;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@OnBothDatabases
@QuarkusTest
@TestProfile(WithSample.class)
class SamplePublicationTest {

    @Inject
    ImportService imports;

    @Inject
    SamplePublication sample;

    @Test
    void an_empty_site_gets_the_sample_once() {
        sample.onStart(new StartupEvent());

        var runs = imports.search(PageRequest.first(10), ImportRuns.OWNER).items();
        assertThat(runs).hasSize(1);
        var only = imports.get(runs.get(0).id(), ImportRuns.OWNER);
        assertThat(only.failure()).isNull();
        assertThat(only.status()).isEqualTo(ImportStatus.COMPLETED);
        // No export says where a theme shows a menu.
        assertThat(only.warnings())
                .singleElement()
                .satisfies(warning -> assertThat(warning.kind()).isEqualTo("menus"));
        assertThat(only.counts())
                .filteredOn(count -> count.kind().equals("posts"))
                .singleElement()
                .satisfies(count -> assertThat(count.written()).isPositive());
    }
}
