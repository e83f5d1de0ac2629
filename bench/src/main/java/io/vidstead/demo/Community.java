package io.vidstead.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.vidstead.demo.Talk.Remark;
import io.vidstead.demo.Talk.Shelf;
import io.vidstead.outside.Person;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Plays the demo's {@link Talk}. Done again, everything is there once: comments have names, lists are known by title. */
final class Community {

    private record Film(String id, double seconds) {}

    private final Map<String, Person> people;
    private final Map<String, Film> films = new HashMap<>();

    /** @param people by user name; the visitors among them */
    Community(Map<String, Person> people) throws IOException, InterruptedException {
        this.people = people;
        for (JsonNode video : person("mira").read("/api/v1/videos?limit=100").path("videos")) {
            films.put(
                    video.path("title").asText(),
                    new Film(
                            video.path("video_id").asText(),
                            video.path("duration").asDouble()));
        }
    }

    void gather() throws IOException, InterruptedException {
        follow();
        like();
        for (Map.Entry<String, List<Remark>> below : Talk.remarks().entrySet()) {
            for (Remark remark : below.getValue()) {
                say(below.getKey(), null, remark);
            }
        }
        mark();
        for (Shelf shelf : Talk.SHELVES) {
            fill(shelf);
        }
        for (String title : Talk.LATER) {
            put("mira", "watch-later", title);
        }
        for (Talk.Watched watched : Talk.WATCHED) {
            watch(watched);
        }
    }

    private void follow() throws IOException, InterruptedException {
        for (Map.Entry<String, List<String>> fan : Talk.FOLLOWS.entrySet()) {
            for (String channel : fan.getValue()) {
                person(fan.getKey()).put("/api/v1/channels/" + channel + "/subscription", Map.of("bell", "all"));
            }
        }
    }

    private void like() throws IOException, InterruptedException {
        for (Map.Entry<String, List<String>> fan : Talk.LIKES.entrySet()) {
            for (String title : fan.getValue()) {
                Film film = films.get(title);
                if (film != null) {
                    person(fan.getKey()).post("/api/v1/videos/" + film.id() + "/like", Map.of("action", "like"), 200);
                }
            }
        }
    }

    private void say(String title, @Nullable String parent, Remark remark) throws IOException, InterruptedException {
        Film film = films.get(title);
        if (film == null) {
            return;
        }
        String id = post(film, parent, remark);
        for (Remark answer : remark.answers()) {
            say(title, id, answer);
        }
    }

    private String post(Film film, @Nullable String parent, Remark remark) throws IOException, InterruptedException {
        Map<String, Object> body = new HashMap<>(Map.of("content", remark.words()));
        if (parent != null) {
            body.put("parent_id", parent);
        }
        String name = "demo-" + Integer.toHexString((film.id() + remark.words()).hashCode());
        return person(remark.author())
                .postOnce("/api/v1/videos/" + film.id() + "/comments", body, name)
                .path("comment_id")
                .asText();
    }

    /** What the channel's owner marks, what waits for her, and what others like. */
    private void mark() throws IOException, InterruptedException {
        Film dive = films.get(Talk.DIVE);
        if (dive == null) {
            return;
        }
        List<Remark> remarks = Talk.remarks().getOrDefault(Talk.DIVE, List.of());
        String first = "/api/v1/comments/" + post(dive, null, remarks.getFirst());
        person("mira").post(first + "/pin", Map.of(), 204);
        person("mira").post(first + "/heart", Map.of(), 204);
        for (String fan : List.of("mira", "jonas", "testcard", "klangraum")) {
            person(fan).post(first + "/like", Map.of("action", "like"), 200);
        }
        String second = "/api/v1/comments/" + post(dive, null, remarks.get(1));
        person("ines").post(second + "/like", Map.of("action", "like"), 200);
        post(dive, null, Talk.ADVERTISING);
    }

    private void fill(Shelf shelf) throws IOException, InterruptedException {
        Person owner = person(shelf.owner());
        for (JsonNode list : owner.read("/api/v1/me/playlists?limit=100").path("playlists")) {
            if (list.path("title").asText().equals(shelf.title())) {
                return;
            }
        }
        String id = owner.postJson(
                        "/api/v1/playlists",
                        Map.of(
                                "title", shelf.title(),
                                "description", shelf.description(),
                                "privacy", shelf.privacy()),
                        201)
                .path("playlist_id")
                .asText();
        for (String title : shelf.videos()) {
            put(shelf.owner(), id, title);
        }
    }

    private void put(String owner, String list, String title) throws IOException, InterruptedException {
        Film film = films.get(title);
        if (film != null) {
            person(owner).put("/api/v1/playlists/" + list + "/videos/" + film.id(), Map.of());
        }
    }

    private void watch(Talk.Watched watched) throws IOException, InterruptedException {
        Film film = films.get(watched.video());
        if (film != null) {
            person(watched.viewer())
                    .post(
                            "/api/v1/videos/" + film.id() + "/watch-position",
                            Map.of("position", film.seconds() * watched.part(), "duration", film.seconds()),
                            200);
        }
    }

    private Person person(String username) {
        Person person = people.get(username);
        if (person == null) {
            throw new IllegalStateException("nobody is called " + username);
        }
        return person;
    }
}
