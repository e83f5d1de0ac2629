package io.vidstead.catalog;

import io.quarkus.test.common.http.TestHTTPResource;
import io.vidstead.kernel.Role;
import io.vidstead.kernel.VideoId;
import io.vidstead.testing.Films;
import io.vidstead.testing.Visitor;
import io.vidstead.testing.Visitor.Answer;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;

/** Visitors of all kinds, anew for each test but for those with a role, and films for them to see. */
abstract class VideoVisits {

    @TestHTTPResource("/")
    URI site;

    @Inject
    Films films;

    @Inject
    Jdbi jdbi;

    Visitor anonymous;

    Visitor owner;

    Visitor other;

    static Visitor moderator;

    static Visitor administrator;

    @BeforeEach
    void come() {
        anonymous = Visitor.anonymous(site);
        owner = Visitor.user(site);
        other = Visitor.user(site);
        if (moderator == null) {
            moderator = Visitor.of(site, Role.MODERATOR, jdbi);
            administrator = Visitor.of(site, Role.ADMINISTRATOR, jdbi);
        }
    }

    static String path(VideoId video) {
        return "/api/v1/videos/" + video;
    }

    Visitor visitor(String who) {
        return switch (who) {
            case "anonymous" -> anonymous;
            case "owner" -> owner;
            case "other" -> other;
            case "moderator" -> moderator;
            default -> administrator;
        };
    }

    String channel() {
        return "/api/v1/videos?channel=" + owner.username();
    }

    static List<String> ids(Answer list) {
        List<String> ids = new ArrayList<>();
        list.json()
                .path("videos")
                .forEach(video -> ids.add(video.path("video_id").asText()));
        return ids;
    }
}
