package io.masthead.api.v1.site;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.masthead.api.v1.http.Representation;
import io.masthead.setting.SettingsView;
import io.masthead.web.CacheTags;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The settings on the wire. */
@Schema(name = "Settings", description = "What is set for the whole site.")
record SettingsJson(
        @Schema(description = "Plain text.", examples = "The Harbour Gazette")
        String title,

        @Schema(description = "Plain text; may be empty.", examples = "News from the waterfront")
        String description,

        @Schema(
                description = "Where readers find the site, without a slash at the end.",
                examples = "https://example.com")
        String url,

        @Schema(description = "As BCP 47 names it.", examples = "en")
        String language,

        @Schema(description = "A region of the IANA time zone database, or UTC.", examples = "Europe/Berlin")
        String timeZone,

        @Schema(description = "Whether guests must leave a name and an e-mail address.", examples = "true")
        boolean commentsRequireName,

        @Schema(description = "Whether only users may comment.", examples = "false")
        boolean commentsRequireSignIn,

        @Schema(description = "Days after publishing at which comments close; 0 for never.", examples = "0")
        int commentsCloseDays,

        @Schema(description = "How deep replies nest.", examples = "5")
        int commentsMaxDepth,

        @Schema(description = "How long an author may change a comment; 0 for not at all.", examples = "300")
        int commentsEditSeconds,

        @Schema(
                description = "How long guests must have had the comment form; 0 asks for no" + " form.",
                examples = "0")
        int commentsMinFormSeconds,

        @Schema(
                description = "How the address of a post is made up, in tags such as %postname%;"
                        + " empty for addresses of the form ?p=12.",
                examples = "/%year%/%monthnum%/%postname%/")
        String permalinkStructure,

        @Schema(description = "What stands before the slugs of categories in an address.", examples = "category")
        String categoryBase,

        @Schema(description = "What stands before the slug of a tag in an address.", examples = "tag")
        String tagBase,

        @Schema(description = "How to show dates, in the letters of PHP's date.", examples = "F j, Y")
        String dateFormat,

        @Schema(description = "How to show times, in the letters of PHP's date.", examples = "g:i a")
        String timeFormat,

        @Schema(description = "0 for Sunday to 6 for Saturday.", examples = "1")
        int startOfWeek,

        @Schema(description = "Whether to show :-) as a picture.", examples = "true")
        boolean useSmilies,

        @Schema(description = "How many posts a page of the site shows; -1 for all.", examples = "10")
        int postsPerPage,

        @Schema(
                description = "Whether a page is the front of the site, and not the latest" + " posts.",
                examples = "false")
        boolean pageInFront,

        @Schema(nullable = true, description = "The page that is the front; null for none.", examples = "2")
        Long frontPageId,

        @Schema(
                nullable = true,
                description = "The page that shows the latest posts instead; null for none.",
                examples = "3")
        Long postsPageId,

        @Schema(nullable = true, description = "The image that is the logo; null for none.", examples = "5")
        Long logoId,

        @Schema(nullable = true, description = "The image that is the icon; null for none.", examples = "6")
        Long iconId,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(
                description = "Where posts go that name no category; only for callers who may" + " manage settings.",
                examples = "1")
        Long defaultCategoryId,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(
                description = "Whether comments are open on a post that does not say; only for"
                        + " callers who may manage settings.",
                examples = "true")
        Boolean defaultCommentsOpen,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(
                description = "Whether pings are open on a post that does not say; only for"
                        + " callers who may manage settings.",
                examples = "true")
        Boolean defaultPingsOpen,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(
                description =
                        "Whether every comment waits for a moderator; only for callers who" + " may manage settings.",
                examples = "false")
        Boolean commentsHoldAll,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(
                description = "Whether a comment waits whose author has none that was approved;"
                        + " only for callers who may manage settings.",
                examples = "true")
        Boolean commentsHoldFirst,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(
                description = "From how many links on a comment waits; 0 for never; only for"
                        + " callers who may manage settings.",
                examples = "2")
        Integer commentsHoldLinks,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(
                description = "A comment waits that has one of these in it, in any case, or in"
                        + " what is known of its author. Words are taken literally;"
                        + " only for callers who may manage settings.",
                examples = "[\"casino\"]")
        List<String> commentsModerationWords,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(
                description = "As commentsModerationWords; such a comment goes to the trash; only"
                        + " for callers who may manage settings.",
                examples = "[\"casino\"]")
        List<String> commentsDisallowedWords,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(
                description = "How long an author waits between two comments; 0 for not at all;"
                        + " only for callers who may manage settings.",
                examples = "15")
        Integer commentsFloodSeconds,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(
                description = "Days after which the addresses of comments are forgotten; 0 for"
                        + " never; only for callers who may manage settings.",
                examples = "0")
        Integer commentsAddressDays,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(
                description = "Where mail about the site goes; only for callers who may manage" + " settings.",
                examples = "editor@example.com")
        String adminEmail,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(
                description = "What editors suggest for a new post; only for callers who may" + " manage settings.",
                examples = "standard")
        String defaultPostFormat,

        @JsonIgnore Integer rowVersion)
        implements Representation {

    static SettingsJson of(SettingsView view) {
        var settings = view.settings();
        return new SettingsJson(
                settings.title(),
                settings.description(),
                settings.url(),
                settings.language(),
                settings.timeZone().getId(),
                settings.commentsRequireName(),
                settings.commentsRequireSignIn(),
                settings.commentsCloseDays(),
                settings.commentsMaxDepth(),
                settings.commentsEditSeconds(),
                settings.commentsMinFormSeconds(),
                settings.addresses().permalinkStructure(),
                settings.addresses().categoryBase(),
                settings.addresses().tagBase(),
                settings.display().dateFormat(),
                settings.display().timeFormat(),
                settings.display().startOfWeek(),
                settings.display().useSmilies(),
                settings.display().postsPerPage(),
                settings.display().pageInFront(),
                settings.display().frontPageId(),
                settings.display().postsPageId(),
                settings.display().logoId(),
                settings.display().iconId(),
                view.allVisible() ? settings.defaultCategoryId() : null,
                view.allVisible() ? settings.defaultCommentsOpen() : null,
                view.allVisible() ? settings.defaultPingsOpen() : null,
                view.allVisible() ? settings.commentsHoldAll() : null,
                view.allVisible() ? settings.commentsHoldFirst() : null,
                view.allVisible() ? settings.commentsHoldLinks() : null,
                view.allVisible() ? settings.commentsModerationWords() : null,
                view.allVisible() ? settings.commentsDisallowedWords() : null,
                view.allVisible() ? settings.commentsFloodSeconds() : null,
                view.allVisible() ? settings.commentsAddressDays() : null,
                view.allVisible() ? settings.adminEmail() : null,
                view.allVisible() ? settings.display().defaultPostFormat() : null,
                settings.version());
    }

    @Override
    public Stream<String> cacheTags() {
        return Stream.of(CacheTags.SETTINGS);
    }
}
