package io.masthead.text;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The sites whose pages may be shown in a frame: they are made for embedding, and run in their own origin. */
public final class EmbedHosts {

    /** Hosts, or hosts with the beginning of a path; subdomains count only if they are listed. */
    private static final Set<String> DEFAULT = words("""
            anchor.fm
            archive.org
            art19.com
            assets.pinterest.com
            bandcamp.com
            calendar.google.com
            cdn.jwplayer.com
            cdn.knightlab.com
            codepen.io
            commons.wikimedia.org
            content.jwplatform.com
            creators.spotify.com
            datawrapper.dwcdn.net
            docs.google.com
            drive.google.com
            e.infogram.com
            e.issuu.com
            embed.acast.com
            embed.bsky.app
            embed.documentcloud.org
            embed.music.apple.com
            embed.podcasts.apple.com
            embed.reddit.com
            embed.ted.com
            embed.tidal.com
            fast.wistia.com
            fast.wistia.net
            flo.uri.sh
            geo.dailymotion.com
            giphy.com
            html5-player.libsyn.com
            iframe.videodelivery.net
            infogram.com
            issuu.com
            maps.google.com
            national.theatlantic.com
            omny.fm
            open.spotify.com
            play.libsyn.com
            player.bfi.org.uk
            player.blubrry.com
            player.captivate.fm
            player.fireside.fm
            player.megaphone.fm
            player.pbs.org
            player.simplecast.com
            player.twitch.tv
            player.vimeo.com
            player-widget.mixcloud.com
            players.brightcove.net
            playlist.megaphone.fm
            platform.twitter.com
            podcasters.spotify.com
            podcasts.google.com
            public.flourish.studio
            public.tableau.com
            rumble.com/embed/
            share.transistor.fm
            slides.com
            storymaps.arcgis.com
            streamable.com
            uploads.knightlab.com
            video.wordpress.com
            videopress.com
            w.soundcloud.com
            widget.deezer.com
            widget.spreaker.com
            www.arcgis.com
            www.buzzsprout.com
            www.c-span.org/video/standalone/
            www.dailymotion.com
            www.documentcloud.org
            www.facebook.com/plugins/
            www.google.com/maps/
            www.instagram.com
            www.linkedin.com/embed/
            www.loom.com/embed/
            www.mixcloud.com/widget/
            www.npr.org/player/embed/
            www.openstreetmap.org/export/embed.html
            www.podbean.com
            www.reddit.com
            www.redditmedia.com
            www.scribd.com/embeds/
            www.slideshare.net
            www.ted.com
            www.thinglink.com
            www.threads.net
            www.tiktok.com/embed/
            www.tiktok.com/player/
            www.youtube.com
            www.youtube-nocookie.com
            youtube.com
            youtube-nocookie.com
            """);

    private static final Pattern HOST = Pattern.compile("(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.){1,10}[a-z]{2,63}");

    /** Set once, at the start. */
    private static volatile Set<String> added = Set.of();

    private EmbedHosts() {}

    /** Whether it is the name of a host, without a port, which {@link #add} accepts. */
    public static boolean isHost(String name) {
        return name.length() <= 253 && HOST.matcher(name).matches();
    }

    /** Allows more hosts than those that are known; replaces what was added before. */
    public static void add(List<String> hosts) {
        added = Set.copyOf(hosts);
    }

    /** Whether a frame may show this address: over HTTPS, without credentials or a port. */
    public static boolean allows(String address) {
        try {
            var uri = new URI(address.startsWith("//") ? "https:" + address : address);
            return "https".equalsIgnoreCase(uri.getScheme())
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && uri.getPort() == -1
                    && allows(uri.getHost().toLowerCase(Locale.ROOT), uri.getRawPath());
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static boolean allows(String host, String path) {
        return DEFAULT.contains(host) || added.contains(host) || (path != null && allowsPath(host, path));
    }

    private static boolean allowsPath(String host, String path) {
        // Browsers resolve these before they send the request.
        var lower = path.toLowerCase(Locale.ROOT);
        return !lower.contains("..")
                && !lower.contains("%2e")
                && DEFAULT.stream().anyMatch(place -> place.indexOf('/') > 0 && (host + path).startsWith(place));
    }

    private static Set<String> words(String text) {
        return text.strip().lines().map(String::strip).collect(Collectors.toUnmodifiableSet());
    }
}
