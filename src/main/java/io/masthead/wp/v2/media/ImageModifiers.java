package io.masthead.wp.v2.media;

import io.masthead.media.image.ImageEdit;
import io.masthead.media.image.ImageEdit.Crop;
import io.masthead.media.image.ImageEdit.Flip;
import io.masthead.media.image.ImageEdit.Rotate;
import io.masthead.wp.rest.ParameterFault;
import io.masthead.wp.rest.WpException;
import io.masthead.wp.rest.WpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The edits of a request: its {@code modifiers} or, in the older form, a rotation and then a crop. */
final class ImageModifiers {

    /** Each takes up to a second of a core. */
    private static final int MAX_EDITS = 20;

    private static final int QUARTER = 90;

    private ImageModifiers() {}

    /**
     * Those that change something, in their order.
     *
     * @throws WpException for those that cannot be done
     */
    static List<ImageEdit> of(WpRequest request) {
        return request.parameters().get("modifiers") instanceof List<?> modifiers
                ? listed(modifiers)
                : single(request.parameters());
    }

    private static List<ImageEdit> listed(List<?> modifiers) {
        if (modifiers.size() > MAX_EDITS) {
            throw WpException.parameter(
                    "modifiers",
                    new ParameterFault(
                            "rest_too_many_items", "modifiers must contain at most " + MAX_EDITS + " items.", null));
        }
        var edits = new ArrayList<ImageEdit>();
        for (var modifier : modifiers) {
            var parts = (Map<?, ?>) modifier;
            var args = (Map<?, ?>) parts.get("args");
            edits.add(
                    switch (parts.get("type").toString()) {
                        case "flip" -> flip((Map<?, ?>) args.get("flip"));
                        case "rotate" -> rotation(args.get("angle"));
                        default -> crop(args.get("left"), args.get("top"), args.get("width"), args.get("height"));
                    });
        }
        return edits;
    }

    private static List<ImageEdit> single(Map<String, Object> sent) {
        var edits = new ArrayList<ImageEdit>();
        if (sent.get("rotation") != null) {
            edits.add(rotation(sent.get("rotation")));
        }
        if (Stream.of("x", "y", "width", "height").allMatch(name -> sent.get(name) != null)) {
            edits.add(crop(sent.get("x"), sent.get("y"), sent.get("width"), sent.get("height")));
        }
        return edits;
    }

    private static ImageEdit flip(Map<?, ?> flip) {
        return new Flip(Boolean.TRUE.equals(flip.get("horizontal")), Boolean.TRUE.equals(flip.get("vertical")));
    }

    private static ImageEdit rotation(Object angle) {
        double degrees = number(angle);
        if (degrees % QUARTER != 0) {
            throw new WpException(
                    400,
                    "rest_image_rotation_failed",
                    "Unable to rotate this image. It can be turned by 90, 180 or 270 degrees.");
        }
        return new Rotate((int) (degrees % (4 * QUARTER)));
    }

    private static ImageEdit crop(Object left, Object top, Object width, Object height) {
        if (!Crop.isValid(number(left), number(top), number(width), number(height))) {
            throw new WpException(
                    400,
                    "rest_image_crop_failed",
                    "Unable to crop this image. What is cut out has a width and a height, and lies within the image,"
                            + " in percent of it.");
        }
        return new Crop(number(left), number(top), number(width), number(height));
    }

    private static double number(Object value) {
        return ((Number) value).doubleValue();
    }
}
