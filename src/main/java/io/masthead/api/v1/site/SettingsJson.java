package io.masthead.api.v1.site;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.masthead.api.v1.http.Representation;
import io.masthead.setting.SettingsView;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The settings on the wire. */
@Schema(name = "Settings", description = "The settings of the site.")
record SettingsJson(
        @Schema(description = "Plain text.", examples = "The Harbour Gazette")
        String title,

        @Schema(description = "Plain text; may be empty.", examples = "News from the waterfront")
        String description,

        @Schema(description = "The URL of the site, without a trailing slash.", examples = "https://example.com")
        String url,

        @Schema(description = "A BCP 47 language tag.", examples = "en")
        String language,

        @Schema(description = "A region of the IANA time zone database, or UTC.", examples = "Europe/Berlin")
        String timeZone,

        @Schema(description = "Whether guests must leave a name and an e-mail address.", examples = "true")
        boolean commentsRequireName,

        @Schema(description = "Whether only signed-in users can comment.", examples = "false")
        boolean commentsRequireSignIn,

        @Schema(description = "The number of days after publication when comments close; 0 for never.", examples = "0")
        int commentsCloseDays,

        @Schema(description = "The maximum depth of nested replies.", examples = "5")
        int commentsMaxDepth,

        @Schema(
                description = "The time in seconds in which authors can change a comment; 0 for none.",
                examples = "300")
        int commentsEditSeconds,

        @Schema(
                description = "The minimum time in seconds between form and comment for guests; 0 for no form.",
                examples = "0")
        int commentsMinFormSeconds,

        @Schema(
                description = "The structure of post URLs, with tags such as %postname%; empty for URLs such as ?p=12.",
                examples = "/%year%/%monthnum%/%postname%/")
        String permalinkStructure,

        @Schema(description = "The path before the slugs of categories in URLs.", examples = "category")
        String categoryBase,

        @Schema(description = "The path before the slugs of tags in URLs.", examples = "tag")
        String tagBase,

        @Schema(description = "The format of dates, in the syntax of PHP's date().", examples = "F j, Y")
        String dateFormat,

        @Schema(description = "The format of times, in the syntax of PHP's date().", examples = "g:i a")
        String timeFormat,

        @Schema(description = "The first day of the week, from 0 for Sunday to 6 for Saturday.", examples = "1")
        int startOfWeek,

        @Schema(description = "Whether to show emoticons such as :-) as pictures.", examples = "true")
        boolean useSmilies,

        @Schema(description = "The number of posts per page of the site; -1 for all.", examples = "10")
        int postsPerPage,

        @Schema(description = "Whether the front page is a page instead of the latest posts.", examples = "false")
        boolean pageInFront,

        @Schema(nullable = true, description = "The id of the front page; null for none.", examples = "2")
        Long frontPageId,

        @Schema(
                nullable = true,
                description = "The id of the page that shows the latest posts; null for none.",
                examples = "3")
        Long postsPageId,

        @Schema(nullable = true, description = "The id of the image that is the logo; null for none.", examples = "5")
        Long logoId,

        @Schema(nullable = true, description = "The id of the image that is the icon; null for none.", examples = "6")
        Long iconId,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(
                description = "The id of the category of posts without one; only for callers who may manage settings.",
                examples = "1")
        Long defaultCategoryId,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(
                description = "Whether comments are open by default; only for callers who may manage settings.",
                examples = "true")
        Boolean defaultCommentsOpen,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(
                description = "Whether pings are open by default; only for callers who may manage settings.",
                examples = "true")
        Boolean defaultPingsOpen,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(
                description = "Whether every comment needs approval; only for callers who may manage settings.",
                examples = "false")
        Boolean commentsHoldAll,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(
                description = "Whether a comment needs approval if its author has no approved one; only for callers who"
                        + " may manage settings.",
                examples = "true")
        Boolean commentsHoldFirst,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(
                description = "The number of links from which a comment needs approval; 0 for never; only for callers"
                        + " who may manage settings.",
                examples = "2")
        Integer commentsHoldLinks,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(
                description = "A comment needs approval if its text or the data of its author contains one of these"
                        + " words, taken literally, ignoring case; only for callers who may manage settings.",
                examples = "[\"casino\"]")
        List<String> commentsModerationWords,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(
                description = "As commentsModerationWords, but such a comment goes to the trash; only for callers who"
                        + " may manage settings.",
                examples = "[\"casino\"]")
        List<String> commentsDisallowedWords,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(
                description = "The minimum time in seconds between two comments of an author; 0 for none; only for"
                        + " callers who may manage settings.",
                examples = "15")
        Integer commentsFloodSeconds,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(
                description = "The number of days after which network addresses of comments are deleted; 0 for never;"
                        + " only for callers who may manage settings.",
                examples = "0")
        Integer commentsAddressDays,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(
                description = "The e-mail address of the administrator; only for callers who may manage settings.",
                examples = "editor@example.com")
        String adminEmail,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(
                description = "The default format of new posts; only for callers who may manage settings.",
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
}
