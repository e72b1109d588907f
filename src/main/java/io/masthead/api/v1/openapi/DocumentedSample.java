package io.masthead.api.v1.openapi;

import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.parameters.Parameter.In;
import org.eclipse.microprofile.openapi.models.parameters.RequestBody;

/**
 * The values that the interactive page fills in: path parameters and small bodies that succeed on the
 * sample publication.
 */
final class DocumentedSample {

    private static final String ADDRESS = "ada@example.org";
    private static final String TEXT = "text";
    private static final String TITLE = "title";
    private static final String STATUS = "status";
    private static final String IDS = "ids";
    private static final String DESCRIPTION = "description";
    private static final String BIOGRAPHY = "biography";
    private static final String CODE = "code";
    private static final String CONTENT = "content";
    private static final String ITEMS = "items";

    private static final Map<String, Object> MENU_ITEM = Map.of("reference", Map.of("type", "page", "id", 101));

    private static final Map<String, Integer> IDS_BY_NOUN = Map.of(
            "posts", 112,
            "pages", 101,
            "categories", 5,
            "tags", 10,
            "menus", 31,
            "patterns", 130,
            "comments", 504,
            "media", 103,
            "users", 21,
            "imports", 1);

    private static final Map<String, String> SLUGS_BY_NOUN = Map.of(
            "posts", "winter-timetable-ferry",
            "pages", "about",
            "categories", "harbour-life",
            "tags", "ferry",
            "menus", "main",
            "users", "edda-marrow");

    private static final Map<String, Map<String, Object>> BODIES = Map.ofEntries(
            Map.entry(
                    "createPost",
                    Map.of(TITLE, "The ferry is back", CONTENT, Map.of("source", "The *ferry* is back."))),
            Map.entry("updatePost", Map.of(TITLE, "The winter timetable of the ferry")),
            Map.entry("changePostStatuses", Map.of(IDS, List.of(112, 113), STATUS, "published")),
            Map.entry("putPostAutosave", Map.of(TITLE, "The winter timetable, once more")),
            Map.entry("createPage", Map.of(TITLE, "Contact", CONTENT, Map.of("source", "Write to us."))),
            Map.entry("updatePage", Map.of(TITLE, "About us")),
            Map.entry("changePageStatuses", Map.of(IDS, List.of(101, 102), STATUS, "published")),
            Map.entry("putPageAutosave", Map.of(TITLE, "About all of us")),
            Map.entry("createCategory", Map.of("name", "Weather")),
            Map.entry("updateCategory", Map.of(DESCRIPTION, "<p>All that floats.</p>")),
            Map.entry("createTag", Map.of("name", "Fog")),
            Map.entry("updateTag", Map.of(DESCRIPTION, "<p>Boats that come back.</p>")),
            Map.entry("createMenu", Map.of("name", "Footer", ITEMS, List.of(MENU_ITEM))),
            Map.entry(
                    "replaceMenu",
                    Map.of("name", "Main menu", "places", List.of("primary"), ITEMS, List.of(MENU_ITEM))),
            Map.entry(
                    "createPattern",
                    Map.of(
                            TITLE,
                            "Opening hours",
                            "source",
                            "<!-- wp:paragraph --><p>9 to 5</p><!-- /wp:paragraph -->")),
            Map.entry("updatePattern", Map.of(TITLE, "Opening hours of the office")),
            Map.entry("updateMenu", Map.of(DESCRIPTION, "At the top of each page")),
            Map.entry("commentOnPost", Map.of(TEXT, "Well *said*.")),
            Map.entry("commentOnPage", Map.of(TEXT, "Well *said*.")),
            Map.entry("updateComment", Map.of(TEXT, "Well *said* indeed.")),
            Map.entry("changeCommentStatuses", Map.of(IDS, List.of(504, 505), STATUS, "approved")),
            Map.entry(
                    "fetchMedia",
                    Map.of("url", "https://example.org/pictures/ferry.jpg", "altText", "The ferry at the pier")),
            Map.entry("updateMedia", Map.of("altText", "The ferry at the pier", "credit", "Ada Quill")),
            Map.entry("updateSettings", Map.of("postsPerPage", 12)),
            Map.entry("createRedirect", Map.of("source", "/old-page/", "target", "/about/")),
            Map.entry("updateRedirect", Map.of(STATUS, 308)),
            Map.entry(
                    "importRedirects",
                    Map.of(
                            "redirects",
                            List.of(Map.of(
                                    "url",
                                    "/older-page/",
                                    "action_code",
                                    301,
                                    "action_data",
                                    Map.of("url", "/about/"))))),
            Map.entry("createUser", Map.of("login", "ada", "email", ADDRESS, "name", "Ada Quill")),
            Map.entry("updateUser", Map.of(BIOGRAPHY, "Writes about boats.")),
            Map.entry("updateMe", Map.of(BIOGRAPHY, "Reads every letter.")),
            Map.entry("changePassword", Map.of("newPassword", "a loud harbour at dawn")),
            Map.entry("createMyToken", Map.of("name", "Static site build", "scopes", List.of("content:read"))),
            Map.entry("createMyApplicationPassword", Map.of("name", "Phone")),
            Map.entry("beginMySecondFactor", Map.of()),
            Map.entry("confirmMySecondFactor", Map.of(CODE, "492039")),
            Map.entry("renewMyRecoveryCodes", Map.of(CODE, "492039")),
            Map.entry("turnOffMySecondFactor", Map.of(CODE, "492039")),
            Map.entry("addMyIdentity", Map.of("provider", "google")),
            Map.entry("exportPersonalData", Map.of("email", ADDRESS)),
            Map.entry("erasePersonalData", Map.of("email", ADDRESS)),
            Map.entry("requestPasswordReset", Map.of("email", ADDRESS)),
            Map.entry("confirmPasswordReset", Map.of("token", "mh_rst_…", "password", "a loud harbour at dawn")),
            Map.entry("login", Map.of("login", "ada", "password", "a loud harbour")),
            Map.entry("refresh", Map.of("refreshToken", "mh_ref_…")),
            Map.entry("logout", Map.of("refreshToken", "mh_ref_…")),
            Map.entry("answerChallenge", Map.of("challenge", "mh_2nd_…", CODE, "492039")),
            Map.entry(
                    "exchangeSignIn",
                    Map.of(CODE, "mh_exc_…", "verifier", "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk")),
            Map.entry("linkSignIn", Map.of("challenge", "mh_lnc_…", "password", "a loud harbour")));

    private DocumentedSample() {}

    /** Sets the sample for the first id of a path; further ids differ on every site. */
    static void fillId(String path, Parameter parameter) {
        var id = IDS_BY_NOUN.get(noun(path));
        if (parameter.getIn() == In.PATH && parameter.getName().equals("id") && id != null) {
            parameter.setExample(id);
        }
    }

    /** Describes a parameter that has a sample value; returns whether it has one. */
    static boolean fill(String path, Operation operation, Parameter parameter) {
        return switch (parameter.getName()) {
            case "slug" -> parameter.getIn() == In.PATH && fillSlug(path, parameter, 200);
            case "path" -> parameter.getIn() == In.PATH && fillSlug(path, parameter, 1_000);
            case CONTENT -> fillContent(operation, parameter);
            default -> false;
        };
    }

    private static boolean fillSlug(String path, Parameter parameter, int maxLength) {
        parameter
                .description(
                        parameter.getName().equals("path")
                                ? "The slugs from the top of the tree to the page, separated by slashes; current or former ones."
                                : "The current slug or a former one.")
                .schema(OASFactory.createSchema()
                        .type(List.of(SchemaType.STRING))
                        .minLength(1)
                        .maxLength(maxLength))
                .example(SLUGS_BY_NOUN.get(noun(path)));
        return true;
    }

    /** The deletion of a user requires a choice for their content. */
    private static boolean fillContent(Operation operation, Parameter parameter) {
        if (!operation.getOperationId().equals("deleteUser")) {
            return false;
        }
        parameter.setExample("trash");
        return true;
    }

    static void fill(String operationId, RequestBody body) {
        var example = BODIES.get(operationId);
        body.getContent().getMediaTypes().forEach((type, content) -> {
            var isFile = content.getSchema() != null
                    && "binary".equals(content.getSchema().getFormat());
            if (type.equals(MediaType.MULTIPART_FORM_DATA) || isFile) {
                return;
            }
            if (example == null) {
                throw new IllegalStateException(operationId + " has no example of its body");
            }
            content.setExample(ordered(example));
        });
    }

    /** With the names of all objects in alphabetical order: that of {@code Map.of} differs from one start to the next. */
    private static Object ordered(Object value) {
        if (value instanceof Map<?, ?> object) {
            var sorted = new TreeMap<String, Object>();
            object.forEach((name, nested) -> sorted.put(String.valueOf(name), ordered(nested)));
            return sorted;
        }
        return value instanceof List<?> list
                ? list.stream().map(DocumentedSample::ordered).toList()
                : value;
    }

    /** The first word of a path below the root; empty for the root itself. */
    static String noun(String path) {
        var parts = path.split("/", -1);
        return parts.length > 3 ? parts[3] : "";
    }
}
