package io.masthead.kernel;

import io.masthead.text.TextRules;
import java.util.ArrayList;
import java.util.List;

/** Collects all violations of an input, so that a client learns of all of them at once. */
public final class Violations {

    private final List<FieldError> errors = new ArrayList<>();

    public void add(String field, String code, String detail) {
        errors.add(new FieldError(field, code, detail));
    }

    /** Adds the violation unless the rule holds. */
    public void require(boolean holds, String field, String code, String detail) {
        if (!holds) {
            add(field, code, detail);
        }
    }

    /** The rules for every stored text: a maximum length, and no characters that databases refuse. */
    public void text(String field, String value, int maxCodePoints) {
        if (value == null) {
            return;
        }
        if (!TextRules.isStorable(value)) {
            add(field, "invalid_characters", "'" + field + "' must not contain NUL or lone surrogate characters.");
        } else if (TextRules.codePoints(value) > maxCodePoints) {
            add(field, "too_long", "'" + field + "' may have at most " + maxCodePoints + " characters.");
        }
    }

    /** As {@link #text}, and neither null nor blank. */
    public void requiredText(String field, String value, int maxCodePoints) {
        if (value == null || value.isBlank()) {
            add(field, "required", "'" + field + "' must not be empty.");
        } else {
            text(field, value, maxCodePoints);
        }
    }

    /**
     * Adds a violation for an invalid value, and for a null, since the field cannot be cleared; returns whether
     * there is a value to check further.
     */
    public <T> boolean hasValue(String field, Patch<T> change) {
        addFault(change);
        if (change.isSet() && change.value() == null && change.fault() == null) {
            add(field, "null_not_allowed", "'" + field + "' must not be null.");
        }
        return change.isSet() && change.value() != null;
    }

    /** Adds a violation unless there is a valid value. */
    public void required(String field, Patch<?> change) {
        addFault(change);
        require(change.value() != null || change.fault() != null, field, "required", "'" + field + "' must be given.");
    }

    /** Adds the fault of an invalid value. */
    public void addFault(Patch<?> change) {
        if (change.fault() != null) {
            errors.add(change.fault());
        }
    }

    public boolean isEmpty() {
        return errors.isEmpty();
    }

    /** @throws CmsException {@link ErrorCode#VALIDATION_FAILED} with all violations */
    public void throwIfAny() {
        if (errors.isEmpty()) {
            return;
        }
        var message = errors.size() == 1
                ? errors.get(0).detail()
                : errors.size() + " fields are invalid; 'errors' names each.";
        throw new CmsException(ErrorCode.VALIDATION_FAILED, message, errors);
    }
}
