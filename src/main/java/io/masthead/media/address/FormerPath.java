package io.masthead.media.address;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.text.Normalizer;
import java.util.Optional;

/** A path at which a file of a media item was before, whole or as a smaller version. */
@Entity
@Table(name = "media_former_path")
public class FormerPath {

    private static final int MAX_LENGTH = 500;

    @Id
    private String path;

    @Column(name = "media_id")
    private long mediaId;

    private Integer width;
    private Integer height;

    protected FormerPath() {} // for Hibernate

    /**
     * The form in which paths are kept and compared.
     *
     * @param decoded an absolute path, without percent-encoding
     * @return empty for a path that no file can have had: a long one, or one with control characters
     */
    public static Optional<String> normalized(String decoded) {
        var path = Normalizer.normalize(decoded, Normalizer.Form.NFC);
        boolean isPossible = path.length() <= MAX_LENGTH
                && path.codePoints().noneMatch(FormerPath::isRefused)
                && !path.contains("/../");
        return isPossible ? Optional.of(path) : Optional.empty();
    }

    private static boolean isRefused(int character) {
        int type = Character.getType(character);
        return type == Character.CONTROL || type == Character.SURROGATE;
    }

    public String path() {
        return path;
    }

    public long mediaId() {
        return mediaId;
    }

    /** Of a smaller version, in pixels; null for the file itself. */
    public Integer width() {
        return width;
    }

    /** Of a smaller version, in pixels; null for the file itself. */
    public Integer height() {
        return height;
    }
}
