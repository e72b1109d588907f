package io.masthead.wp.v2;

import io.masthead.wp.rest.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The fields of comments and the parameters of their routes. */
final class CommentSchema {

    static final Schema COMMENT = Schema.object(fields());

    private CommentSchema() {}

    private static Map<String, Schema> fields() {
        return Schema.properties(
                "id",
                Schema.integer()
                        .describe("The number of the comment.")
                        .in("vem")
                        .readonly(),
                "author",
                Schema.integer()
                        .describe("The user who wrote it; 0 for a guest.")
                        .in("vem"),
                "author_email",
                Schema.string()
                        .describe("The e-mail address of who wrote it.")
                        .format("email")
                        .in("e")
                        .taking(CommentSchema::isEmptyOrTooLong),
                "author_ip",
                Schema.string()
                        .describe("The network address it came from.")
                        .format("ip")
                        .in("e"),
                "author_name",
                Schema.string().describe("The name of who wrote it.").in("vem"),
                "author_url",
                Schema.string()
                        .describe("The web address of who wrote it.")
                        .format("uri")
                        .in("vem"),
                "author_user_agent",
                Schema.string().describe("What the client said it is.").in("e"),
                "content",
                Schema.of("object")
                        .describe("What it says.")
                        .in("vem")
                        .with(
                                "properties",
                                Schema.properties(
                                        "raw",
                                        Schema.string()
                                                .describe("As it was written.")
                                                .in("e"),
                                        "rendered",
                                        Schema.string()
                                                .describe("As readers see it.")
                                                .in("vem")
                                                .readonly()))
                        .taking(value -> true),
                "date",
                Schema.string()
                        .describe("When it was written, in the time of the site.")
                        .format("date-time")
                        .in("vem"),
                "date_gmt",
                Schema.string()
                        .describe("When it was written, in UTC.")
                        .format("date-time")
                        .in("ve"),
                "link",
                Schema.string()
                        .describe("Where readers find it.")
                        .format("uri")
                        .in("vem")
                        .readonly(),
                "parent",
                Schema.integer()
                        .describe("The comment it answers; 0 for none.")
                        .in("vem")
                        .byDefault(0L),
                "post",
                Schema.integer().describe("The post it is on.").in("ve").byDefault(0L),
                "status",
                Schema.string().describe("Whether readers see it, and why not.").in("ve"),
                "type",
                Schema.string()
                        .describe("A comment, or what another site sent.")
                        .in("vem")
                        .readonly()
                        .byDefault("comment"),
                "author_avatar_urls",
                Schema.of("object")
                        .describe("Pictures of who wrote it.")
                        .in("vem")
                        .readonly()
                        .with("properties", Avatars.schema()),
                "meta",
                Schema.of("object")
                        .describe("Fields of plugins.")
                        .in("ve")
                        .with(
                                "properties",
                                Schema.properties(
                                        "_wp_note_status",
                                        Schema.string()
                                                .title("")
                                                .describe("Whether a note is settled.")
                                                .byDefault("")
                                                .oneOfValues("resolved", "reopen"))));
    }

    /** Of both there is more to say than that it is no e-mail address. */
    private static boolean isEmptyOrTooLong(Object email) {
        return email instanceof String text && (text.isEmpty() || text.length() > 100);
    }

    static Map<String, Schema> ofList() {
        var arguments = ListArguments.paged();
        arguments.put("after", date("Only those written after this."));
        arguments.put("author", numbers("Only those by these users; for who may write posts."));
        arguments.put("author_exclude", numbers("None by these users; for who may write posts."));
        arguments.put(
                "author_email",
                Schema.any()
                        .byDefault(null)
                        .describe("Only those of this e-mail address; for moderators.")
                        .format("email")
                        .with("type", List.of("string"))
                        .taking(""::equals));
        arguments.put("before", date("Only those written before this."));
        arguments.put("exclude", ListArguments.exclude());
        arguments.put("include", ListArguments.include());
        arguments.put("offset", ListArguments.offset());
        arguments.put("order", ListArguments.order("desc"));
        arguments.put(
                "orderby",
                Schema.string()
                        .describe("What to sort by.")
                        .byDefault("date_gmt")
                        .oneOfValues("date", "date_gmt", "id", "include", "post", "parent", "type"));
        arguments.put("parent", ListArguments.ids("Only answers to these; 0 for those that answer none."));
        arguments.put("parent_exclude", ListArguments.ids("No answers to these."));
        arguments.put("post", ListArguments.ids("Only those on these posts."));
        arguments.put(
                "status",
                Schema.string().byDefault("approve").describe("Only those with this status; for who may write posts."));
        arguments.put(
                "type",
                Schema.string().byDefault("comment").describe("Only those of this type; for who may write posts."));
        arguments.put("password", password());
        return arguments;
    }

    static Map<String, Schema> ofRead() {
        return Schema.properties("id", id(), "context", ListArguments.context(), "password", password());
    }

    static Map<String, Schema> ofCreate() {
        return COMMENT.arguments();
    }

    /** What is not sent stays as it is, so nothing has a default. */
    static Map<String, Schema> ofUpdate() {
        var arguments = new LinkedHashMap<String, Schema>();
        arguments.put("id", id());
        COMMENT.arguments().forEach((name, schema) -> arguments.put(name, schema.withoutDefault()));
        return arguments;
    }

    static Map<String, Schema> ofDelete() {
        return Schema.properties(
                "id",
                id(),
                "force",
                ListArguments.force("Whether to delete it for good and not to trash it."),
                "password",
                password());
    }

    private static Schema id() {
        return Schema.integer().describe("The number of the comment.");
    }

    private static Schema date(String description) {
        return Schema.string().describe(description).format("date-time");
    }

    private static Schema password() {
        return Schema.string().describe("The password of the post, if it has one.");
    }

    private static Schema numbers(String description) {
        return Schema.list(Schema.integer()).describe(description);
    }
}
