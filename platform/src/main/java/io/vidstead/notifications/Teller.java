package io.vidstead.notifications;

import io.vidstead.accounts.Accounts;
import io.vidstead.accounts.Profile;
import io.vidstead.catalog.Catalog;
import io.vidstead.catalog.Video;
import io.vidstead.kernel.UserId;
import io.vidstead.kernel.VideoId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Looks up the names in notifications before they leave the site; what its reader may not see any more is left out. */
@ApplicationScoped
class Teller {

    private final Catalog catalog;
    private final Accounts accounts;

    Teller(Catalog catalog, Accounts accounts) {
        this.catalog = catalog;
        this.accounts = accounts;
    }

    /** Those that may still be told and were not read on the site meanwhile. */
    List<Told> tell(List<Notification> notifications) {
        Map<VideoId, Optional<Video>> videos = new HashMap<>();
        Map<UserId, Profile> people = accounts.findAll(
                notifications.stream().flatMap(one -> one.actor().stream()).collect(Collectors.toSet()));
        return notifications.stream()
                .filter(one -> one.read().isEmpty())
                .flatMap(one -> {
                    Optional<Video> video = one.video().flatMap(id -> videos.computeIfAbsent(id, catalog::find));
                    boolean gone = one.video().isPresent()
                            && video.filter(found -> Sight.maySee(found, one.user()))
                                    .isEmpty();
                    return gone ? Optional.<Told>empty().stream() : Optional.of(told(one, video, people)).stream();
                })
                .toList();
    }

    private static Told told(Notification one, Optional<Video> video, Map<UserId, Profile> people) {
        String actor = one.actor().map(people::get).map(Profile::displayName).orElse("");
        String title = video.map(found -> found.details().title()).orElse("");
        return new Told(one, actor, Math.max(0, one.actors() - 1), title, path(one));
    }

    private static String path(Notification one) {
        if (one.video().isEmpty()) {
            return "/notifications";
        }
        VideoId video = one.video().get();
        if (one.kind() == Kind.PROCESSING_FAILED) {
            return "/studio/" + video;
        }
        return "/watch/" + video
                + one.comment().map(comment -> "?comment=" + comment).orElse("");
    }
}
