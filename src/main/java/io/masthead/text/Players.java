package io.masthead.text;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the player of a page on another site: a video, a track, a post, a chart. Also knows the addresses of
 * their former Flash players.
 */
public final class Players {

    private static final int MAX_ADDRESS = 2_000;

    private static final String WIDE = "560x315";

    /**
     * A site.
     *
     * @param name its title, for readers who do not see the player
     * @param address what follows the scheme, with or without {@code www.}
     * @param player the address of the player; {@code $0} is the whole address, encoded
     * @param size the usual width and height
     */
    private record Site(String name, Pattern address, String player, String size) {

        static Site of(String name, String address, String player, String size) {
            return new Site(name, Pattern.compile("(?:www\\.)?+" + address), player, size);
        }
    }

    private static final String END = "(?:[/?#&].*+)?+";

    private static final List<Site> SITES = List.of(
            Site.of(
                    "YouTube",
                    "(?:m\\.|music\\.)?+youtube(?:-nocookie)?+\\.com/(?:watch/?+\\?(?:[^#]*?&)??v=|embed/|v/|shorts/"
                            + "|live/|e/)(?!videoseries)([\\w-]{6,20}+)"
                            + END,
                    "https://www.youtube.com/embed/$1",
                    WIDE),
            Site.of("YouTube", "youtu\\.be/([\\w-]{6,20}+)" + END, "https://www.youtube.com/embed/$1", WIDE),
            Site.of(
                    "YouTube",
                    "(?:m\\.|music\\.)?+youtube(?:-nocookie)?+\\.com/(?:playlist|embed/videoseries)\\?(?:[^#]*?&)??"
                            + "list=([\\w-]{6,60}+)"
                            + END,
                    "https://www.youtube.com/embed/videoseries?list=$1",
                    WIDE),
            Site.of(
                    "Vimeo",
                    "(?:player\\.)?+vimeo\\.com/(?:video/|(?:channels|groups|album|showcase)/[\\w-]++/(?:videos?/)?+)?+"
                            + "([0-9]{4,12}+)"
                            + END,
                    "https://player.vimeo.com/video/$1",
                    WIDE),
            Site.of(
                    "Vimeo",
                    "vimeo\\.com/moogaloop\\.swf\\?(?:[^#]*?&)??clip_id=([0-9]{4,12}+)" + END,
                    "https://player.vimeo.com/video/$1",
                    WIDE),
            Site.of(
                    "Dailymotion",
                    "dailymotion\\.com/(?:embed/)?+(?:video|swf/video|swf)/([a-zA-Z0-9]{5,20}+)(?:[_/?#&].*+)?+",
                    "https://www.dailymotion.com/embed/video/$1",
                    WIDE),
            Site.of(
                    "Dailymotion",
                    "dai\\.ly/([a-zA-Z0-9]{5,20}+)" + END,
                    "https://www.dailymotion.com/embed/video/$1",
                    WIDE),
            Site.of(
                    "SoundCloud",
                    "(?:m\\.|api\\.)?+soundcloud\\.com/[\\w-]++/[\\w%/-]++" + END,
                    "https://w.soundcloud.com/player/?url=$0",
                    "560x166"),
            Site.of(
                    "Spotify",
                    "open\\.spotify\\.com/(?:intl-[a-z]{2}/)?+(?:embed/)?+(?:user/[\\w.-]++/)?+"
                            + "(track|album|artist|playlist|episode|show)/(\\w{10,40}+)"
                            + END,
                    "https://open.spotify.com/embed/$1/$2",
                    "560x352"),
            Site.of("TED", "(?:embed\\.)?+ted\\.com/talks/([\\w-]++)" + END, "https://embed.ted.com/talks/$1", WIDE),
            Site.of(
                    "VideoPress",
                    "(?:video\\.wordpress|videopress)\\.com/(?:v|embed)/(\\w{6,12}+)" + END,
                    "https://videopress.com/embed/$1",
                    WIDE),
            Site.of(
                    "Mixcloud",
                    "mixcloud\\.com/(?!widget/)([\\w%-]++/[\\w%-]++)/?+",
                    "https://player-widget.mixcloud.com/widget/iframe/?feed=%2F$1%2F",
                    "560x120"),
            Site.of(
                    "Apple Podcasts",
                    "podcasts\\.apple\\.com/([a-z]{2}/podcast/[^\\s\"'<>#]++)" + END,
                    "https://embed.podcasts.apple.com/$1",
                    "560x175"),
            Site.of(
                    "Apple Music",
                    "music\\.apple\\.com/([a-z]{2}/(?:album|playlist|song)/[^\\s\"'<>#]++)" + END,
                    "https://embed.music.apple.com/$1",
                    "560x175"),
            Site.of(
                    "TikTok",
                    "tiktok\\.com/@[\\w.-]++/(?:video|photo)/([0-9]{6,24}+)" + END,
                    "https://www.tiktok.com/embed/v2/$1",
                    "340x740"),
            Site.of(
                    "Instagram",
                    "(?:instagram\\.com|instagr\\.am)/(?:[\\w.]++/)?(p|reel|tv)/([\\w-]{5,40}+)" + END,
                    "https://www.instagram.com/$1/$2/embed",
                    "400x560"),
            Site.of(
                    "X",
                    "(?:mobile\\.)?+(?:twitter|x)\\.com/\\w++/status(?:es)?+/([0-9]{1,24}+)" + END,
                    "https://platform.twitter.com/embed/Tweet.html?id=$1",
                    "550x400"),
            Site.of(
                    "Facebook",
                    "facebook\\.com/(?:watch/?+\\?(?:[^#]*?&)??v=[0-9]++|[\\w.-]++/videos/).*+",
                    "https://www.facebook.com/plugins/video.php?href=$0",
                    WIDE),
            Site.of(
                    "Facebook",
                    "facebook\\.com/(?:[\\w.-]++/(?:posts|photos)/|permalink\\.php\\?|photo(?:\\.php)?+/?+\\?).*+",
                    "https://www.facebook.com/plugins/post.php?href=$0&show_text=true",
                    "500x500"),
            Site.of(
                    "Bluesky",
                    "bsky\\.app/profile/(did:plc:[a-z2-7]{24})/post/(\\w{5,20}+)" + END,
                    "https://embed.bsky.app/embed/$1/app.bsky.feed.post/$2",
                    "600x400"),
            Site.of(
                    "Reddit",
                    "(?:old\\.)?+reddit\\.com/(r/\\w++/comments/\\w++(?:/[\\w%-]++)?+)" + END,
                    "https://embed.reddit.com/$1/",
                    "560x480"),
            Site.of(
                    "Datawrapper",
                    "datawrapper\\.dwcdn\\.net/(\\w{4,8}+)" + END,
                    "https://datawrapper.dwcdn.net/$1/",
                    "600x400"),
            Site.of(
                    "Flourish",
                    "(?:public\\.flourish\\.studio|flo\\.uri\\.sh)/(visualisation|story)/([0-9]++)" + END,
                    "https://flo.uri.sh/$1/$2/embed",
                    "600x500"),
            Site.of(
                    "Infogram",
                    "(?:e\\.)?+infogram\\.com/((?!app/)[\\w-]{8,200}+)" + END,
                    "https://e.infogram.com/$1?src=embed",
                    "550x600"),
            Site.of(
                    "DocumentCloud",
                    "(?:embed\\.)?+documentcloud\\.org/documents/([0-9]++-?+[\\w.%-]*+)" + END,
                    "https://embed.documentcloud.org/documents/$1/?embed=1",
                    "600x800"),
            Site.of(
                    "Scribd",
                    "scribd\\.com/(?:doc|document|embeds)/([0-9]++)" + END,
                    "https://www.scribd.com/embeds/$1/content",
                    "600x800"),
            Site.of(
                    "Internet Archive",
                    "archive\\.org/(?:details|embed)/([\\w.-]++)" + END,
                    "https://archive.org/embed/$1",
                    WIDE),
            Site.of(
                    "Streamable",
                    "streamable\\.com/(?:e/)?+([a-z0-9]{4,8}+)" + END,
                    "https://streamable.com/e/$1",
                    WIDE),
            Site.of("Loom", "loom\\.com/(?:share|embed)/([0-9a-f]{32})" + END, "https://www.loom.com/embed/$1", WIDE),
            Site.of(
                    "CodePen",
                    "codepen\\.io/([\\w-]++)/(?:pen|embed)/(\\w++)" + END,
                    "https://codepen.io/$1/embed/$2",
                    "600x300"));

    private static final Pattern SCHEME = Pattern.compile("(?i)(?:https?:)?//");

    private static final Pattern START = Pattern.compile("[?&#](?:t|start)=([0-9]{1,6}+)s?+(?:&.*+)?+$");

    private static final Pattern TO_ENCODE = Pattern.compile("[\"'<>`\\s\\\\]");

    private Players() {}

    /** The address of a player, and how to show it. */
    public record Player(String address, String title, int width, int height) {

        private static Player of(String address, Site site) {
            var size = site.size().split("x", 2);
            return new Player(address, site.name(), Integer.parseInt(size[0]), Integer.parseInt(size[1]));
        }
    }

    /** The player of a page that people copy from their browser's address bar; empty if none is known. */
    public static Optional<Player> find(String address) {
        var scheme = SCHEME.matcher(address);
        if (address.length() > MAX_ADDRESS
                || !scheme.lookingAt()
                || TO_ENCODE.matcher(address).find()) {
            return Optional.empty();
        }
        int slash = address.indexOf('/', scheme.end());
        if (slash < 0) {
            return Optional.empty();
        }
        var place = address.substring(scheme.end(), slash).toLowerCase(Locale.ROOT) + address.substring(slash);
        for (var site : SITES) {
            var found = site.address().matcher(place);
            if (found.matches()) {
                return Optional.of(Player.of(player(site, found, address), site));
            }
        }
        return Optional.empty();
    }

    private static String player(Site site, Matcher found, String address) {
        var whole = "https://" + SCHEME.matcher(address).replaceFirst("");
        var player = site.player().replace("$0", URLEncoder.encode(whole, StandardCharsets.UTF_8));
        for (int group = found.groupCount(); group > 0; group--) {
            player = player.replace("$" + group, found.group(group));
        }
        var start = START.matcher(address);
        return site.name().equals("YouTube") && start.find()
                ? player + (player.contains("?") ? "&" : "?") + "start=" + start.group(1)
                : player;
    }
}
