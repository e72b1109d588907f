package io.masthead.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.masthead.testsupport.OnBothDatabases;
import io.masthead.user.FirstAdministrator;
import io.masthead.wp.conformance.Snapshots;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The export of the WordPress site that was recorded, and what that site showed. Both are beside the project
 * where it is developed.
 */
@OnBothDatabases
@QuarkusTest
class RecordedSeedTest {

    private static final Logger LOG = Logger.getLogger(RecordedSeedTest.class);

    /** The export has neither: WordPress leaves out spam and users without posts. */
    private static final Map<String, Set<Long>> NOT_EXPORTED = Map.of("comments", Set.of(40L), "users", Set.of(8L));

    private static final Map<String, String> TABLES = Map.of(
            "posts", "post",
            "pages", "post",
            "media", "media",
            "categories", "term",
            "tags", "term",
            "comments", "comment",
            "users", "users");

    private static final String BEFORE = "before_recorded_seed";
    private static final String EMPTY = "empty_for_recorded_seed";

    @Inject
    Snapshots database;

    @Inject
    FirstAdministrator administrator;

    @Inject
    ImportRuns runs;

    @Inject
    EntityManager entities;

    /** Other tests may have used ids of the export. */
    @BeforeEach
    void begin_with_a_site_that_was_just_made() {
        database.keep(BEFORE);
        database.makeEmpty(EMPTY);
        database.bringBack(EMPTY);
        QuarkusTransaction.requiringNew().run(administrator::add);
    }

    @AfterEach
    void bring_back_what_others_made() {
        database.bringBack(BEFORE);
        database.drop(BEFORE);
        database.drop(EMPTY);
    }

    @Test
    void ids_and_their_data_are_those_of_wordpress() throws IOException {
        var folder = Path.of(System.getProperty("masthead.shared", "../shared"), "wordpress");
        var file = folder.resolve("oracle-seed.wxr.xml");
        Assumptions.assumeTrue(Files.isReadable(file), () -> "There is no " + file);
        var recorded = recorded(folder.resolve("golden"));
        // Other tests may have used an id or a slug; those are not compared.
        var before = new HashMap<String, Set<Long>>();
        TABLES.values().forEach(table -> before.put(table, ids(table)));
        var slugsBefore = slugs();

        var done = runs.of(Files.readString(file));

        assertThat(done.status()).isEqualTo(ImportStatus.COMPLETED);
        var counts = done.counts().stream().collect(Collectors.toMap(ImportCount::kind, Function.identity()));
        assertThat(counts.get("posts").found()).isEqualTo(78);
        assertThat(counts.get("pages").found()).isEqualTo(28);
        assertThat(counts.get("media").found()).isEqualTo(3);
        assertThat(counts.get("comments").found()).isEqualTo(48);
        assertThat(counts.get("categories").found()).isEqualTo(71);
        assertThat(counts.get("tags").found()).isEqualTo(117);
        var table = new StringBuilder("The import compared with the recordings:");
        counts.values()
                .forEach(count -> table.append("%n%-14s found %4d, written %4d, skipped %4d"
                        .formatted(count.kind(), count.found(), count.written(), count.skipped())));
        var authors = authors(done.siteUrl());
        var differences = new ArrayList<String>();
        recorded.forEach((kind, things) -> {
            var now = rows(kind);
            now.values().forEach(row -> row.computeIfPresent("author", (name, id) -> authors.get(id)));
            int equal = 0;
            for (var thing : things.entrySet()) {
                long id = thing.getKey();
                if (before.get(TABLES.get(kind)).contains(id)
                        || NOT_EXPORTED.getOrDefault(kind, Set.of()).contains(id)) {
                    continue;
                }
                var found = differences(thing.getValue(), now.get(id), slugsBefore);
                found.forEach(each -> differences.add(kind + " " + id + " " + each));
                equal += found.isEmpty() ? 1 : 0;
            }
            table.append("%n%-14s %4d of %4d recorded are equal".formatted(kind, equal, things.size()));
        });
        LOG.info(table);
        assertThat(differences).isEmpty();
    }

    private static List<String> differences(JsonNode wanted, Map<String, Object> row, Set<String> slugsBefore) {
        if (row == null) {
            return List.of("is not there");
        }
        var differences = new ArrayList<String>();
        var fields = new TreeMap<String, Object>(row);
        fields.forEach((name, value) -> {
            var node = wanted.path(name);
            if (node.isMissingNode() || (node.isNull() && value == null)) {
                return;
            }
            var text = name.equals("slug") ? decoded(node.asText()) : node.asText();
            var ours = Objects.toString(value, node.isNumber() ? "0" : "");
            if (name.equals("slug") && (text.endsWith("__trashed") || slugsBefore.contains(text))) {
                return;
            }
            if (!text.equals(ours)) {
                differences.add("%s: %s, not %s".formatted(name, ours, text));
            }
        });
        return differences;
    }

    /** What the recorded site showed before any change, by kind and id. */
    private static Map<String, Map<Long, JsonNode>> recorded(Path golden) throws IOException {
        var json = new ObjectMapper();
        var recorded = new TreeMap<String, Map<Long, JsonNode>>();
        for (var group : List.of("posts-list", "pages", "media", "categories", "comments-read", "users")) {
            for (var line : Files.readAllLines(golden.resolve(group + ".jsonl"))) {
                var exchange = json.readTree(line);
                if (!exchange.path("method").asText().equals("GET")) {
                    if (exchange.path("status").asInt() < 400
                            && !exchange.path("method").asText().equals("OPTIONS")
                            && !exchange.path("method").asText().equals("HEAD")) {
                        break;
                    }
                    continue;
                }
                var path = exchange.path("path").asText().split("/", -1);
                var kind = path.length > 4 ? path[4] : "";
                if (!TABLES.containsKey(kind)
                        || path.length > 6
                        || exchange.path("status").asInt() != 200) {
                    continue;
                }
                var body = exchange.path("resp_body");
                var things = body.isArray() ? body : json.createArrayNode().add(body);
                for (var thing : things) {
                    if (thing.path("id").canConvertToLong() && thing.path("id").asLong() > 0) {
                        recorded.computeIfAbsent(kind, each -> new TreeMap<>())
                                .merge(thing.path("id").asLong(), thing, (a, b) -> a.size() < b.size() ? b : a);
                    }
                }
            }
        }
        return recorded;
    }

    /** Our values in the format of the recordings. */
    private Map<Long, Map<String, Object>> rows(String kind) {
        var post = "select id, slug, case status when 'PUBLISHED' then 'publish' when 'SCHEDULED' then"
                + " 'future' when 'TRASHED' then 'trash' else lower(status) end as status,"
                + " %s, menu_order, author_id as author, featured_media_id as"
                + " featured_media, template from post where type = '%s'";
        return switch (kind) {
            case "posts" -> read(post.formatted("sticky, lower(format) as format", "POST"));
            case "pages" -> read(post.formatted("parent_id as parent", "PAGE"));
            case "media" ->
                read("select id, slug, mime_type, source_url, alt_text, author_id as author,"
                        + " post_id as post from media");
            case "categories" ->
                read("select id, slug, parent_id as parent, published_count as count from"
                        + " term where kind = 'CATEGORY'");
            case "tags" -> read("select id, slug, published_count as count from term where kind = 'TAG'");
            case "comments" ->
                read("select id, post_id as post, parent_id as parent, author_name, case"
                        + " status when 'PENDING' then 'hold' when 'TRASHED' then"
                        + " 'trash' else lower(status) end as status, lower(type) as"
                        + " type from comment");
            case "users" -> read("select id, slug, display_name as name from users where id <> 1");
            default -> throw new IllegalArgumentException(kind);
        };
    }

    private Map<Long, Map<String, Object>> read(String sql) {
        var names = Arrays.stream(sql.substring("select ".length(), sql.lastIndexOf(" from "))
                        .replaceAll("case .*? end", "case")
                        .split(","))
                .map(column -> column.strip().replaceAll("^.* as ", ""))
                .toList();
        return QuarkusTransaction.requiringNew().call(() -> {
            var rows = new HashMap<Long, Map<String, Object>>();
            List<?> found = entities.createNativeQuery(sql).getResultList();
            for (var each : found) {
                var cells = (Object[]) each;
                var row = new HashMap<String, Object>();
                for (int i = 1; i < names.size(); i++) {
                    row.put(names.get(i), cells[i]);
                }
                rows.put(((Number) cells[0]).longValue(), row);
            }
            return rows;
        });
    }

    /** The recorded site's ids of users, by ours: other tests have users with the same logins. */
    private Map<Object, String> authors(String site) {
        return QuarkusTransaction.requiringNew().call(() -> {
            List<?> found = entities.createNativeQuery("select m.target_id, substring(m.source_key"
                            + " from 4) from import_mapping m where"
                            + " m.kind = 'user' and m.source_key like"
                            + " 'id:%' and m.source_id = (select s.id"
                            + " from import_source s where s.url ="
                            + " :url)")
                    .setParameter("url", site)
                    .getResultList();
            return found.stream()
                    .map(Object[].class::cast)
                    .collect(Collectors.toMap(row -> row[0], row -> row[1].toString()));
        });
    }

    private Set<Long> ids(String table) {
        return QuarkusTransaction.requiringNew().call(() -> {
            List<?> found =
                    entities.createNativeQuery("select id from " + table).getResultList();
            return found.stream().map(id -> ((Number) id).longValue()).collect(Collectors.toSet());
        });
    }

    private Set<String> slugs() {
        return QuarkusTransaction.requiringNew().call(() -> {
            List<?> found = entities.createNativeQuery("select slug from slug").getResultList();
            return found.stream().map(Object::toString).collect(Collectors.toCollection(HashSet::new));
        });
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
