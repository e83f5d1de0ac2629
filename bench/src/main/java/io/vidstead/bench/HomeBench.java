package io.vidstead.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.vidstead.engines.database.EmbeddedPostgres;
import io.vidstead.outside.Clips;
import io.vidstead.outside.Folders;
import io.vidstead.outside.Person;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How fast a viewer's lists come: cold, when they must be ranked first, and warm. A site of thousands of videos, on which
 * thousands of people have watched what is of their taste; each of those who ask knows some dozens of them.
 */
final class HomeBench {

    private static final int VIDEOS = 5_000;
    private static final int VIEWERS = 2_000;
    private static final int EACH_WATCHED = 50;
    /** They also own the videos. */
    private static final int ASKING = 200;

    private static final int FIRST = 50;
    private static final int WARM = 5;
    private static final int TASTES = 10;
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final Duration POLL = Duration.ofMillis(200);

    private final Path repository;

    HomeBench(Path repository) {
        this.repository = repository;
    }

    Report run() throws IOException, InterruptedException, SQLException {
        Report report = new Report(
                "home",
                "Lists of recommendations of %,d viewers, one after the other, on a site of %,d videos and %,d viewings; milliseconds."
                        .formatted(ASKING - FIRST, VIDEOS, (VIEWERS + ASKING) * EACH_WATCHED),
                "list",
                "cold median",
                "cold p99",
                "target",
                "warm median",
                "warm p99",
                "target");
        Path data = Folders.temporary("home");
        Path clips = Folders.temporary("clips");
        try {
            String video;
            try (Site site = start(data);
                    Person owner = Person.named(site.address(), name(0))) {
                Path clip =
                        Clips.drawnBy(repository.resolve("run/tools"), clips).draw("426x240", 2);
                video = owner.upload(clip, "One of many").videoId();
                owner.awaitDone(video, LIMIT);
                for (int person = 1; person < ASKING; person++) {
                    Person.named(site.address(), name(person)).close();
                }
            }
            fill(data, video);
            Folders.remove(data.resolve("search")); // made anew of all the videos
            try (Site site = start(data)) {
                measure(report, site);
            }
        } finally {
            Folders.remove(clips);
            Folders.remove(data);
        }
        return report;
    }

    private Site start(Path data) throws IOException, InterruptedException {
        return Site.start(repository, data, "--registration.per-hour", "1000");
    }

    private static String name(int person) {
        return "viewer" + person;
    }

    /** Copies of one video with other words, and what people watched, a taste each; by the database itself. */
    private static void fill(Path data, String video) throws SQLException {
        try (var database = EmbeddedPostgres.start(
                        data.resolve("database"), EmbeddedPostgres.Options.of(data.resolve("tools/postgresql")));
                Connection connection =
                        DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password());
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "create temporary table owners as select id as user_id, row_number() over () - 1 as number from users");
            statement.execute("""
                    insert into videos
                    select (jsonb_populate_record(v, jsonb_build_object(
                        'video_id', 'benc' || lpad(n::text, 6, '0') || 'A',
                        'user_id', (select user_id from owners where number = n %% %d),
                        'title', 'Part ' || n || ' of taste ' || n %% %d,
                        'tags', jsonb_build_array('taste' || n %% %d, 'kind' || n %% 100),
                        'published_at', now() - n * interval '10 minutes'))).*
                    from videos v cross join generate_series(1, %d) as n where v.video_id = '%s'
                    """.formatted(ASKING, TASTES, TASTES, VIDEOS, video));
            for (String table : List.of("video_counts", "renditions", "thumbnails")) {
                statement.execute("""
                        insert into %s select (jsonb_populate_record(t, jsonb_build_object('video_id', v.video_id))).*
                        from %s t cross join videos v where t.video_id = '%s' and v.video_id like 'benc%%A'
                        """.formatted(table, table, video));
            }
            statement.execute("update video_counts set view_count = (random() * 10000)::int");
            // A video of one's taste nine times out of ten; among them, what came first is watched more.
            statement.execute("""
                    insert into taste_signals (user_id, video_id, watched, completed, reaction, at)
                    select u.user_id,
                           'benc' || lpad((1 + 10 * ((%d / 10 - 1) * power(random(), 2))::int
                               + case when random() < 0.9 then u.number %% %d else (random() * 9)::int end)::text, 6, '0') || 'A',
                           1, true, (random() < 0.3)::int, now() - random() * interval '60 days'
                    from (select user_id, number from owners
                          union all select 1000000 + n, n from generate_series(1, %d) as n) u
                         cross join generate_series(1, %d) as w
                    on conflict do nothing
                    """.formatted(VIDEOS, TASTES, VIEWERS, EACH_WATCHED));
            statement.execute("update job set execution_time = now() where task_name = 'recommendations.train'");
            statement.execute("update users set role = 'administrator' where username = 'viewer0'");
            statement.execute("analyze");
        }
    }

    private static void measure(Report report, Site site) throws IOException, InterruptedException {
        List<Person> people = new ArrayList<>();
        try {
            for (int person = 0; person < ASKING; person++) {
                people.add(Person.named(site.address(), name(person)));
            }
            awaitSettled(people.getFirst());
            List<Person> asking = people.subList(FIRST, ASKING);
            for (String path : List.of(
                    "/api/v1/recommendations?limit=20",
                    "/api/v1/recommendations/home",
                    "/api/v1/videos/benc000042A/related")) {
                time(people.subList(0, FIRST), path, WARM); // the program is warm, and nobody's list that is measured
                Samples cold = time(asking, path, 1);
                Samples warm = time(asking, path, WARM);
                report.row(
                        path.replaceAll("[?].*|benc\\d+A", "").replace("//", "/…/"),
                        Report.number(cold.median(), 1),
                        Report.number(cold.quantile(0.99), 1),
                        "< 100",
                        Report.number(warm.median(), 1),
                        Report.number(warm.quantile(0.99), 1),
                        "< 10");
            }
        } finally {
            people.forEach(Person::close);
        }
    }

    /** Until somebody's list has what others of the same taste watched, and nothing is made any more in the background. */
    private static void awaitSettled(Person administrator) throws IOException, InterruptedException {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!administrator
                        .read("/api/v1/recommendations?limit=20")
                        .toString()
                        .matches(".*\"(liked|watched)\".*")
                || !settled(administrator.read("/api/v1/admin/search"))) {
            if (System.nanoTime() > end) {
                throw new IOException("the neighbours or the index were not ready within " + LIMIT);
            }
            Thread.sleep(POLL);
        }
    }

    private static boolean settled(JsonNode index) {
        return index.path("state").asText().equals("complete")
                && index.path("meanings_left").asInt() == 0;
    }

    private static Samples time(List<Person> people, String path, int rounds) throws IOException, InterruptedException {
        Samples samples = new Samples();
        for (int round = 0; round < rounds; round++) {
            for (Person person : people) {
                long begun = System.nanoTime();
                person.read(path);
                samples.add((System.nanoTime() - begun) / 1e6);
            }
        }
        return samples;
    }
}
