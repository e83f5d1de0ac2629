package io.vidstead.catalog;

import io.vidstead.kernel.Problem;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The {@code If-Match} header of an edit. A page's tag changes with every count and every rendition; of it only the number
 * of the owner's last edit is compared, so that an edit fails exactly when another edit came between. Weak tags are taken too: a proxy that
 * compresses answers makes tags weak, and the number of edits does not depend on the bytes.
 */
final class EditCondition {

    private static final Pattern TAG = Pattern.compile("(?:W/)?\"(\\d{1,18})-[A-Za-z0-9_-]+\"");

    private EditCondition() {}

    /** @throws Problem 412 when the header names no tag of this version */
    static void check(@Nullable String ifMatch, long version) {
        if (ifMatch == null || ifMatch.strip().equals("*")) {
            return;
        }
        boolean matches = Arrays.stream(ifMatch.split(","))
                .map(tag -> TAG.matcher(tag.strip()))
                .filter(Matcher::matches)
                .anyMatch(m -> Long.parseLong(m.group(1)) == version);
        if (!matches) {
            throw Problem.conflict("edited_meanwhile", "The video was edited since it was read; read it again.")
                    .status(412);
        }
    }
}
