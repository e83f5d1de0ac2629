package io.vidstead.accounts;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vidstead.accounts.Registration.Applicant;
import io.vidstead.engines.mail.Mail;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What people send. Lengths are the columns'. */
final class Requests {

    private static final String USERNAME = "[a-z0-9_][a-z0-9_.-]{2,49}";
    private static final String USERNAME_RULE = "must be 3 to 50 of a-z, 0-9, _, . and -, not starting with . or -";
    private static final String EMAIL_RULE = "must be an address such as name@example.org, without quotes and brackets";
    private static final String ONE_LINE = "[^\\p{Cntrl}]*";
    private static final String ONE_LINE_RULE = "must be one line of text";

    private Requests() {}

    record Register(
            @NotNull @Pattern(regexp = USERNAME, message = USERNAME_RULE)
            String username,

            @NotNull @Email(regexp = Mail.ADDRESS, message = EMAIL_RULE) @Size(min = 3, max = 255)
            String email,

            @NotNull @Size(min = 10, max = 200) String password,

            @Size(max = 100) @Pattern(regexp = ONE_LINE, message = ONE_LINE_RULE) @Nullable
            String displayName) {

        Applicant applicant() {
            return new Applicant(username, email, password, Optional.ofNullable(displayName));
        }
    }

    record FirstAdministrator(
            @NotNull @Size(max = 100) String token,

            @NotNull @Pattern(regexp = USERNAME, message = USERNAME_RULE)
            String username,

            @NotNull @Email(regexp = Mail.ADDRESS, message = EMAIL_RULE) @Size(min = 3, max = 255)
            String email,

            @NotNull @Size(min = 10, max = 200) String password,

            @Size(max = 100) @Pattern(regexp = ONE_LINE, message = ONE_LINE_RULE) @Nullable
            String displayName) {

        Applicant applicant() {
            return new Applicant(username, email, password, Optional.ofNullable(displayName));
        }
    }

    /** @param login user name or e-mail address */
    record Login(
            @NotNull @Size(max = 255) String login,
            @NotNull @Size(max = 200) String password) {}

    record Refresh(@Nullable String refreshToken) {}

    /** Absent fields stay as they are; empty texts take the value away. */
    record ProfileChange(
            @Size(max = 100) @Pattern(regexp = ONE_LINE, message = ONE_LINE_RULE) @Nullable
            String displayName,

            @Size(max = 100) @Pattern(regexp = ONE_LINE, message = ONE_LINE_RULE) @Nullable
            String channelName,

            @Size(max = 5_000) @Nullable String channelDescription,

            @Email(regexp = Mail.ADDRESS, message = EMAIL_RULE) @Size(min = 3, max = 255) @Nullable
            String email,

            @Nullable Boolean publicDislikes,
            @Nullable ObjectNode preferences) {}

    record PasswordChange(
            @NotNull @Size(max = 200) String currentPassword,
            @NotNull @Size(min = 10, max = 200) String newPassword) {}
}
