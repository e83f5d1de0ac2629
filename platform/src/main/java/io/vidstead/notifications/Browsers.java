package io.vidstead.notifications;

import io.vidstead.accounts.Accounts;
import io.vidstead.kernel.Transactions;
import io.vidstead.kernel.UserId;
import io.vidstead.notifications.PushSubscriptions.Browser;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The browsers that somebody wants messages in, as long as they are signed in there. */
@ApplicationScoped
class Browsers {

    private final Transactions transactions;
    private final Accounts accounts;

    Browsers(Transactions transactions, Accounts accounts) {
        this.transactions = transactions;
        this.accounts = accounts;
    }

    /** Forgets those whose sign-in has ended: whoever sits there now is not to read on. */
    List<Browser> of(UserId user) {
        List<Browser> all = transactions.read(db -> PushSubscriptions.list(db, Set.of(user)));
        Set<Long> ended = accounts.endedSignIns(
                all.stream().map(Browser::signIn).filter(Objects::nonNull).collect(Collectors.toSet()));
        List<Browser> left =
                all.stream().filter(browser -> ended.contains(browser.signIn())).toList();
        if (!left.isEmpty()) {
            transactions.run(tx -> left.forEach(browser -> PushSubscriptions.remove(tx, browser.user(), browser.id())));
        }
        return all.stream().filter(browser -> !left.contains(browser)).toList();
    }
}
