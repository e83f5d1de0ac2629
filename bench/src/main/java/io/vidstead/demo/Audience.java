package io.vidstead.demo;

import io.vidstead.outside.Person;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Anonymous viewers. A site counts a view only after some seconds were really played, by its own clock: so they all begin,
 * wait together, and end together.
 */
final class Audience {

    private static final Duration PLAYED = Duration.ofSeconds(11);

    private record Seat(String videoId, int number) {
        String agent() {
            return "Mozilla/5.0 (demo viewer " + number + ")";
        }

        String session() {
            return "demo-" + videoId + "-" + number;
        }
    }

    private final URI site;
    private final List<Seat> seats = new ArrayList<>();

    Audience(URI site) {
        this.site = site;
    }

    void seat(String videoId, int viewers) {
        for (int number = 1; number <= viewers; number++) {
            seats.add(new Seat(videoId, number));
        }
    }

    void watch() throws IOException, InterruptedException {
        if (seats.isEmpty()) {
            return;
        }
        report(0);
        Thread.sleep(PLAYED);
        report(PLAYED.toSeconds());
    }

    private void report(long played) throws IOException, InterruptedException {
        for (Seat seat : seats) {
            Person.heartbeat(site, seat.videoId(), seat.session(), seat.agent(), played);
        }
    }
}
