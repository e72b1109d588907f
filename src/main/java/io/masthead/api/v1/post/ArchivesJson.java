package io.masthead.api.v1.post;

import io.masthead.api.v1.http.Representation;
import io.masthead.permalink.PermalinkBuilder;
import io.masthead.post.archive.MonthCount;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The months with published posts, on the wire. */
@Schema(name = "Archives", description = "The months with published posts, newest first.")
record ArchivesJson(List<MonthJson> items) implements Representation {

    /** One month. */
    @Schema(name = "ArchiveMonth", description = "A month in the time zone of the site.")
    record MonthJson(
            @Schema(examples = "2026") int year,

            @Schema(minimum = "1", maximum = "12", examples = "5")
            int month,

            @Schema(description = "The number of published posts.", examples = "3")
            long count,

            @Schema(
                    description = "The URL of the archive of the month.",
                    format = "uri",
                    examples = "https://news.example/2026/05/")
            String url,

            @Schema(description = "The path of 'url', with its query.", examples = "/2026/05/")
            String path,

            @Schema(description = "The start of the month; for 'publishedFrom'.", examples = "2026-04-30T22:00:00Z")
            Instant from,

            @Schema(
                    description = "The start of the next month; for 'publishedUntil'.",
                    examples = "2026-05-31T22:00:00Z")
            Instant until) {

        static MonthJson of(MonthCount month, PermalinkBuilder urls) {
            var url = urls.month(YearMonth.of(month.year(), month.month()));
            return new MonthJson(
                    month.year(),
                    month.month(),
                    month.count(),
                    url,
                    PermalinkBuilder.path(url),
                    month.from(),
                    month.until());
        }
    }

    static ArchivesJson of(List<MonthCount> months, PermalinkBuilder urls) {
        return new ArchivesJson(
                months.stream().map(month -> MonthJson.of(month, urls)).toList());
    }
}
