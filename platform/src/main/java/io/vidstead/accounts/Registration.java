package io.vidstead.accounts;

import io.vidstead.accounts.Sessions.Device;
import io.vidstead.accounts.Sessions.Session;
import io.vidstead.accounts.UserStore.NewUser;
import io.vidstead.kernel.Events;
import io.vidstead.kernel.Ids;
import io.vidstead.kernel.Problem;
import io.vidstead.kernel.Role;
import io.vidstead.kernel.Settings;
import io.vidstead.kernel.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/** Makes users, and signs them in. */
@ApplicationScoped
class Registration {

    static final String CREATED = "account.created";

    /** What a person tells of themself, already checked for form. */
    record Applicant(String username, String email, String password, Optional<String> displayName) {}

    private final Transactions transactions;
    private final Passwords passwords;
    private final Sessions sessions;
    private final LoginLimits limits;
    private final Events events;
    private final Ids ids;
    private final Clock clock;
    private final boolean open;

    Registration(
            Transactions transactions,
            Passwords passwords,
            Sessions sessions,
            LoginLimits limits,
            Events events,
            Ids ids,
            Clock clock,
            Settings.Registration settings) {
        this.transactions = transactions;
        this.passwords = passwords;
        this.sessions = sessions;
        this.limits = limits;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
        this.open = settings.open();
    }

    /** @throws Problem forbidden, conflict, limited or unavailable */
    Session register(Applicant applicant, Device device) {
        if (!open) {
            throw Problem.forbidden("registration_closed", "This site does not take new users at the moment.");
        }
        return create(applicant, Role.USER, device, _ -> {});
    }

    /**
     * @param guard runs first in the transaction and may refuse
     * @throws Problem conflict, limited, unavailable, or what the guard throws
     */
    Session create(Applicant applicant, Role role, Device device, Consumer<Handle> guard) {
        limits.checkRegistration(device.address());
        NewUser user = new NewUser(
                ids.newUserId(),
                applicant.username(),
                applicant.email().strip().toLowerCase(Locale.ROOT),
                passwords.hash(applicant.password()),
                role,
                applicant.displayName().map(String::strip).filter(name -> !name.isEmpty()),
                clock.instant());
        return transactions.call(tx -> {
            guard.accept(tx);
            if (!UserStore.insert(tx, user)) {
                throw taken(tx, user);
            }
            events.add(
                    tx,
                    CREATED,
                    user.id().toString(),
                    user.id(),
                    Map.of("user_id", user.id(), "username", user.username()));
            return sessions.open(tx, user.id(), role, device);
        });
    }

    private static Problem taken(Handle tx, NewUser user) {
        return UserStore.usernameTaken(tx, user.username())
                ? Problem.conflict("username_taken", "Somebody has this user name already.")
                : Problem.conflict("email_taken", "Somebody has registered with this e-mail address already.");
    }
}
