package io.vidstead.routes;

import io.vidstead.engines.mail.Mail;
import io.vidstead.engines.mail.Mailer;
import io.vidstead.kernel.Ids;
import io.vidstead.kernel.VideoId;
import io.vidstead.testing.Films;
import io.vidstead.testing.Visitor;
import io.vidstead.testing.Visitor.Answer;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;

/** Things of one owner, each made when it is first asked for. */
final class Belongings {

    private final Visitor owner;
    private final Visitor guest;
    private final Visitor administrator;
    private final String privacy;
    private final Tools tools;
    private final Map<String, String> made = new ConcurrentHashMap<>();

    /** What makes things. */
    record Tools(Films films, Jdbi jdbi, Ids ids, Mailer mailer) {}

    /**
     * @param guest who takes part in playlists
     * @param privacy of the things
     */
    Belongings(Visitor owner, Visitor guest, Visitor administrator, String privacy, Tools tools) {
        this.owner = owner;
        this.guest = guest;
        this.administrator = administrator;
        this.privacy = privacy;
        this.tools = tools;
    }

    private String once(String name, Supplier<String> make) {
        String known = made.get(name);
        if (known == null) {
            known = make.get();
            made.put(name, known);
        }
        return known;
    }

    String owner() {
        return owner.username();
    }

    /** Fills the path's parameters. */
    String fill(String path) {
        StringBuilder filled = new StringBuilder();
        for (int at = 0; at < path.length(); ) {
            int begin = path.indexOf('{', at);
            if (begin < 0) {
                return filled.append(path, at, path.length()).toString();
            }
            int end = path.indexOf('}', begin);
            filled.append(path, at, begin).append(parameter(path.substring(0, begin), path.substring(begin + 1, end)));
            at = end + 1;
        }
        return filled.toString();
    }

    private String parameter(String before, String name) {
        return switch (name) {
            case "username" -> before.contains("entitlements") ? guest.username() : owner.username();
            case "user_id" -> owner.id().toString();
            case "user" -> collaborator();
            case "upload_id" -> upload();
            case "run_id" -> run();
            case "experiment" -> experiment();
            case "item" -> item();
            case "name" -> captions();
            case "video" -> before.contains("history") || before.contains("taste") ? watched() : playlistVideo();
            case "key" -> "originals/" + video() + "/film";
            case "id" ->
                switch (before) {
                    case "/api/v1/videos/", "/media/" -> video();
                    case "/api/v1/world-events/" -> video(); // begins no event: those come and go by themselves
                    case "/api/v1/playlists/" -> playlist();
                    case "/api/v1/comments/" -> comment();
                    case "/api/v1/notifications/" -> notification();
                    case "/api/v1/push/subscriptions/" -> pushSubscription();
                    case "/api/v1/admin/mail/" -> mail();
                    default -> throw new IllegalStateException("what is the id of " + before + "?");
                };
            default -> throw new IllegalStateException("what is {" + name + "} of " + before + "?");
        };
    }

    String video() {
        return once(
                "video",
                () -> tools.films()
                        .done(owner.id(), Films.titled("A film", privacy))
                        .value());
    }

    String captions() {
        return once(
                "captions",
                () -> require(
                                owner.send(
                                        "POST",
                                        "/api/v1/videos/" + video() + "/captions?language=de",
                                        BodyPublishers.ofString("WEBVTT\n\n00:01.000 --> 00:02.000\nWorte\n"),
                                        "Content-Type",
                                        "text/vtt"),
                                201)
                        .json()
                        .path("name")
                        .asText());
    }

    private String watched() {
        return once("watched", () -> {
            owner.post("/api/v1/videos/" + video() + "/watch-position", "{\"position\": 10, \"duration\": 40}");
            return video();
        });
    }

    String comment() {
        return once(
                "comment",
                () -> require(owner.post("/api/v1/videos/" + video() + "/comments", "{\"content\": \"A word\"}"), 201)
                        .json()
                        .path("comment_id")
                        .asText());
    }

    String playlist() {
        return once(
                "playlist",
                () -> require(
                                owner.post(
                                        "/api/v1/playlists",
                                        "{\"title\": \"A list\", \"privacy\": \"" + privacy + "\"}"),
                                201)
                        .json()
                        .path("playlist_id")
                        .asText());
    }

    private String playlistVideo() {
        return once("playlistVideo", () -> {
            VideoId film = tools.films().playing(owner.id(), Films.titled("In a list", "public"));
            require(owner.send("PUT", list() + "/videos/" + film, BodyPublishers.noBody()), 200);
            return film.value();
        });
    }

    private String item() {
        return once("item", () -> {
            playlistVideo();
            return owner.get(list() + "/videos")
                    .json()
                    .path("videos")
                    .path(0)
                    .path("item_id")
                    .asText();
        });
    }

    String invitation() {
        return once(
                "invitation",
                () -> require(owner.post(list() + "/invitation", "{}"), 200)
                        .json()
                        .path("token")
                        .asText());
    }

    private String collaborator() {
        return once("collaborator", () -> {
            require(guest.post(list() + "/collaborators", "{\"token\": \"" + invitation() + "\"}"), 200);
            return guest.id().toString();
        });
    }

    private String list() {
        return "/api/v1/playlists/" + playlist();
    }

    private String upload() {
        return once(
                "upload",
                () -> require(owner.post("/api/v1/videos/upload/initiate", Bodies.UPLOAD), 201)
                        .json()
                        .path("upload_id")
                        .asText());
    }

    private String notification() {
        return once("notification", () -> {
            long id = tools.ids().newNumber();
            tools.jdbi().useHandle(handle -> handle.execute("""
                    insert into notifications (notification_id, user_id, kind, subject, position, in_app, happened_at)
                    values (?, ?, 'milestone', ?, ?, true, now())
                    """, id, owner.id(), "test " + id, id));
            return owner.get("/api/v1/notifications")
                    .json()
                    .path("notifications")
                    .path(0)
                    .path("id")
                    .asText();
        });
    }

    private String pushSubscription() {
        return once(
                "push",
                () -> require(owner.post("/api/v1/push/subscriptions", Bodies.pushSubscription()), 201)
                        .json()
                        .path("id")
                        .asText());
    }

    private String mail() {
        return once("mail", () -> {
            tools.mailer()
                    .send(new Mail(
                            UUID.randomUUID().toString(),
                            owner.username() + "@example.org",
                            "A letter",
                            "words",
                            "<p>words</p>",
                            Map.of()));
            return administrator
                    .get("/api/v1/admin/mail")
                    .json()
                    .path("mails")
                    .path(0)
                    .path("id")
                    .asText();
        });
    }

    private String run() {
        return once(
                "run",
                () -> require(
                                administrator.post(
                                        "/api/v1/admin/reencode",
                                        "{\"scope\": \"video\", \"video_id\": \"" + video() + "\"}"),
                                202)
                        .json()
                        .path("run_id")
                        .asText());
    }

    private String experiment() {
        return once("experiment", () -> {
            endExperiments();
            return require(
                            administrator.post(
                                    "/api/v1/admin/experiments",
                                    "{\"trial\": \"recommendations.diversity\", \"percent\": 1}"),
                            201)
                    .json()
                    .path("experiment_id")
                    .asText();
        });
    }

    /** One trial runs once at a time. */
    void endExperiments() {
        tools.jdbi()
                .useHandle(handle -> handle.execute("update experiments set ended_at = now() where ended_at is null"));
    }

    private static Answer require(Answer answer, int status) {
        if (answer.status() != status) {
            throw new AssertionError(answer.toString());
        }
        return answer;
    }
}
