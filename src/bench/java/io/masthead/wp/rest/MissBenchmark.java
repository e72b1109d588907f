package io.masthead.wp.rest;

import io.masthead.kernel.Cursor;
import io.masthead.web.EntityTags;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What a response costs that is not in memory, apart from the database. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class MissBenchmark {

    private final PhpJson json = new PhpJson();
    private final List<Map<String, Object>> posts =
            LongStream.rangeClosed(1, 10).mapToObj(MissBenchmark::post).toList();
    private final byte[] written = json.write(posts, false);
    private final Cursor cursor = new Cursor("published:desc", false, "0123456789abcdef", "2026-01-31T12:00:00Z", 4711);
    private final String encoded = cursor.encode();

    /** A list of ten posts with content, as WordPress writes it. */
    @Benchmark
    public byte[] writeWordPressList() {
        return json.write(posts, false);
    }

    /** The entity tag of that list, which is about 40 KB. */
    @Benchmark
    public String hashEntityTag() {
        return EntityTags.of(null, written);
    }

    @Benchmark
    public String encodeCursor() {
        return cursor.encode();
    }

    @Benchmark
    public Cursor decodeCursor() {
        return Cursor.decode(encoded);
    }

    /** A hash that each list makes of its filters. */
    @Benchmark
    public String hashFilters() {
        return Cursor.scopeOf("[PUBLISHED][][category-7][]");
    }

    private static Map<String, Object> post(long id) {
        var link = "https://bench.example/2026/01/31/post-" + id + "/";
        return Map.of(
                "id", id,
                "date", "2026-01-31T12:00:00",
                "link", link,
                "title", Map.of("rendered", "A title of a post"),
                "excerpt", Map.of("rendered", "<p>" + "Words of an excerpt. ".repeat(15) + "</p>\n", "protected", false),
                "content", Map.of("rendered", "<p>Words, “quoted”, and so on.</p>\n".repeat(90), "protected", false),
                "categories", List.of(7, 12),
                "tags", List.of(77, 78, 79, 80),
                "_links", Map.of("self", List.of(Map.of("href", link)), "author", List.of(Map.of("href", link))));
    }
}
