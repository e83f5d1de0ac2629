package io.vidstead.notifications;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hypersistence.tsid.TSID;
import io.vidstead.accounts.Accounts;
import io.vidstead.accounts.Contact;
import io.vidstead.engines.push.PushMessage;
import io.vidstead.engines.push.PushMessage.Urgency;
import io.vidstead.engines.push.PushSender;
import io.vidstead.engines.push.PushSender.Outcome;
import io.vidstead.kernel.Transactions;
import io.vidstead.kernel.UserId;
import io.vidstead.notifications.Deliveries.Delivery;
import io.vidstead.notifications.PushSubscriptions.Browser;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;

/** Sends one person's notifications to all of their browsers. */
@ApplicationScoped
class PushDelivery {

    private static final Logger LOG = Logger.getLogger(PushDelivery.class);
    private static final Duration WORTH = Duration.ofDays(2);

    private final Transactions transactions;
    private final Browsers subscribed;
    private final PushSender pushes;
    private final Teller teller;
    private final Accounts accounts;
    private final ObjectMapper json;
    private final Clock clock;

    PushDelivery(
            Transactions transactions,
            Browsers subscribed,
            PushSender pushes,
            Teller teller,
            Accounts accounts,
            ObjectMapper json,
            Clock clock) {
        this.transactions = transactions;
        this.subscribed = subscribed;
        this.pushes = pushes;
        this.teller = teller;
        this.accounts = accounts;
        this.json = json;
        this.clock = clock;
    }

    /**
     * What the service worker gets.
     *
     * @param tag a later one takes the place of an earlier one that has it too
     */
    record Message(String title, String body, String url, String tag, String language) {}

    void send(List<Delivery> theirs) {
        UserId user = theirs.getFirst().notification().user();
        List<Browser> browsers = subscribed.of(user);
        Contact contact = accounts.contacts(Set.of(user)).get(user);
        if (contact == null) {
            finish(theirs, new ArrayList<>(), Duration.ZERO); // the account was switched off meanwhile
            return;
        }
        List<Told> told = browsers.isEmpty()
                ? List.of()
                : teller.tell(theirs.stream().map(Delivery::notification).toList());
        List<Delivery> again = new ArrayList<>();
        Duration pause = Duration.ZERO;
        for (Told one : told) {
            for (Browser browser : browsers) {
                Outcome outcome = pushes.send(browser.target(), message(one, contact));
                if (outcome instanceof Outcome.Later(Duration asked)) {
                    theirs.stream()
                            .filter(delivery -> delivery.notification().equals(one.notification()))
                            .filter(delivery -> !again.contains(delivery))
                            .forEach(again::add);
                    pause = asked.compareTo(pause) > 0 ? asked : pause;
                } else {
                    settle(browser, outcome);
                }
            }
        }
        finish(theirs, again, pause);
    }

    private void settle(Browser browser, Outcome outcome) {
        switch (outcome) {
            case Outcome.Gone _ -> transactions.run(tx -> PushSubscriptions.remove(tx, browser.user(), browser.id()));
            case Outcome.Refused(String reason) -> {
                LOG.infof("a browser's push subscription is dropped: %s", reason);
                transactions.run(tx -> PushSubscriptions.remove(tx, browser.user(), browser.id()));
            }
            case Outcome.Taken _, Outcome.Later _ -> {}
        }
    }

    private void finish(List<Delivery> theirs, List<Delivery> again, Duration pause) {
        List<Delivery> done = new ArrayList<>(theirs);
        if (!again.isEmpty() && !Attempts.exhausted(again)) {
            done.removeAll(again);
        } else {
            again.clear();
        }
        transactions.run(tx -> {
            Deliveries.done(tx, Way.PUSH, done);
            if (!again.isEmpty()) {
                Deliveries.later(tx, Way.PUSH, again, clock.instant().plus(Attempts.pause(again, pause)));
            }
        });
    }

    private PushMessage message(Told told, Contact contact) {
        String tag = TSID.from(told.notification().id()).toString();
        Words words = Words.in(contact.language());
        Urgency urgency = told.excerpt().isEmpty() ? Urgency.NORMAL : Urgency.HIGH;
        try {
            String content = json.writeValueAsString(
                    new Message(words.sentence(told), told.excerpt(), told.path(), tag, words.code()));
            return new PushMessage(content, tag, WORTH, urgency);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("messages are plain records", e);
        }
    }
}
