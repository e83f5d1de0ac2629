package io.vidstead.captions;

import static io.vidstead.engines.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vidstead.engines.objects.ObjectKey;
import io.vidstead.engines.objects.ObjectStore;
import io.vidstead.kernel.Role;
import io.vidstead.kernel.VideoId;
import io.vidstead.testing.PlatformTest;
import io.vidstead.testing.Visitor;
import io.vidstead.testing.Visitor.Answer;
import jakarta.inject.Inject;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Captions that owners bring, edit and take away. */
@PlatformTest
class CaptionTest extends CaptionVisits {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    private static final Map<String, String> BAD_EDITS = Map.of(
            "{}", "bad_captions",
            "{\"cues\": []}", "bad_captions",
            "{\"cues\": [null]}", "bad_captions",
            "{\"cues\": [{\"start\": 2, \"end\": 1, \"text\": \"x\"}]}", "bad_captions",
            "{\"cues\": [{\"start\": -1, \"end\": 1, \"text\": \"x\"}]}", "bad_captions",
            "{\"cues\": [{\"start\": 1, \"end\": 1e300, \"text\": \"x\"}]}", "bad_captions",
            "{\"cues\": [{\"start\": 1, \"end\": \"NaN\", \"text\": \"x\"}]}", "invalid",
            "{\"cues\": [{\"start\": 1, \"end\": 2, \"text\": \"x\"}], \"label\": \"\"}", "bad_label",
            "{\"cues\": [{\"start\": 1, \"end\": 2, \"text\": \"x\"}], \"language\": \"-\"}", "bad_language");

    @Inject
    Captions captions;

    @Inject
    ObjectStore objects;

    private List<TimedWords> said(VideoId of) {
        return captions.transcripts(of).stream()
                .flatMap(transcript -> transcript.words().stream())
                .toList();
    }

    private JsonNode page() {
        return anonymous.get(path("")).json();
    }

    @Test
    void whatTheOwnerBringsIsInThePlayerAtOnce() {
        Answer added = upload(owner, "?language=DE", VTT);
        assertThat(added.status()).as(added.toString()).isEqualTo(201);
        assertThat(added.json().path("name").asText()).isEqualTo("de");
        assertThat(added.json().path("label").asText()).isEqualTo("Deutsch");
        assertThat(added.json().path("origin").asText()).isEqualTo("owner");
        assertThat(added.header("Location")).isEqualTo(path("/captions/de"));

        JsonNode shown = page().path("captions").path(0);
        assertThat(shown.path("language").asText()).isEqualTo("de");
        assertThat(shown.path("automatic").asBoolean(true)).isFalse();
        String file = shown.path("url").asText();
        assertThat(anonymous.get(file).text()).isEqualTo("""
                WEBVTT

                00:00:01.000 --> 00:00:02.500
                Hello <i>there</i> &amp; all

                00:00:03.000 --> 00:00:04.000
                Second line
                """);
        String folder = "/media/" + video + "/";
        assertThat(anonymous.get(folder + "master.m3u8").text())
                .contains("TYPE=SUBTITLES", "NAME=\"Deutsch\"", "LANGUAGE=\"de\"", "URI=\"captions-de.m3u8\"");
        assertThat(anonymous.get(folder + "captions-de.m3u8").text())
                .contains(file.substring(file.lastIndexOf('/') + 1));
        assertThat(anonymous.get(folder + "manifest.mpd").text())
                .contains("contentType=\"text\"", "lang=\"de\"", file.substring(file.lastIndexOf('/') + 1));
    }

    @Test
    void theWordsCanBeReadAsDataByWhoMaySeeTheVideo() {
        bring("en-GB");
        bring("fr");
        JsonNode transcript = anonymous.get(path("/transcript?language=en")).json();
        assertThat(transcript.path("language").isMissingNode()).isTrue(); // nothing in English at large
        transcript = anonymous.get(path("/transcript?language=en-GB")).json();
        assertThat(transcript.path("captions").asText()).isEqualTo("en-gb");
        assertThat(transcript.path("cues").path(0).toString())
                .isEqualTo("{\"start\":1.0,\"end\":2.5,\"text\":\"Hello there & all\"}");
        assertThat(anonymous.get(path("/captions")).json().path("captions")).hasSize(2);
        assertThat(anonymous
                        .get(path("/captions/fr"))
                        .json()
                        .path("cues")
                        .path(0)
                        .path("text")
                        .asText())
                .isEqualTo("Hello <i>there</i> & all");

        Answer first = anonymous.get(path("/transcript"));
        assertThat(anonymous
                        .get(path("/transcript"), "If-None-Match", first.header("ETag"))
                        .status())
                .isEqualTo(304);
        assertThat(said(video)).hasSize(4);
        assertThat(captions.transcripts(video)).noneMatch(Transcript::automatic);
        assertThat(said(video).getFirst().text()).isEqualTo("Hello there & all");
    }

    @Test
    void anEditReplacesAllCuesUnlessAnotherCameBetween() {
        String name = bring("en");
        Answer read = owner.get(path("/captions/" + name));
        String before = page().path("captions").path(0).path("url").asText();
        String edit = """
                {"cues": [{"start": 5, "end": 6.25, "text": "Later <b>5 < 6</b>"},
                          {"start": 0.5, "end": 1, "text": "First<script>"}], "label": "English (mine)"}
                """;
        Answer edited = put(owner, name, edit, "If-Match", read.header("ETag"));
        assertThat(edited.status()).as(edited.toString()).isEqualTo(200);
        assertThat(put(owner, name, edit, "If-Match", read.header("ETag")).status())
                .isEqualTo(412);
        assertThat(put(owner, name, edit, "If-Match", edited.header("ETag")).status())
                .isEqualTo(200);

        JsonNode now = owner.get(path("/captions/" + name)).json();
        assertThat(now.path("cues").findValuesAsText("text")).containsExactly("First", "Later <b>5 < 6</b>");
        assertThat(now.path("captions").path("label").asText()).isEqualTo("English (mine)");
        String after = page().path("captions").path(0).path("url").asText();
        assertThat(after).isNotEqualTo(before);
        assertThat(anonymous.get(after).text()).contains("Later <b>5 &lt; 6</b>");
        assertThat(anonymous.get(before).text()).as("for who began with it").contains("Second line");
    }

    @Test
    void aFileReplacesTheCuesAndWhatIsPreferredIsShownByItself() {
        String english = bring("en");
        bring("de");
        assertThat(put(owner, english, "{\"cues\": [{\"start\": 1, \"end\": 2, \"text\": \"x\"}], \"preferred\": true}")
                        .status())
                .isEqualTo(200);
        assertThat(anonymous.get("/media/" + video + "/master.m3u8").text())
                .contains("LANGUAGE=\"en\",DEFAULT=YES", "LANGUAGE=\"de\",DEFAULT=NO");
        Answer replaced = owner.send(
                "PUT",
                path("/captions/en/file"),
                BodyPublishers.ofString("1\n00:00:01,000 --> 00:00:02,000\nFrom a file\n"),
                "Content-Type",
                "application/x-subrip");
        assertThat(replaced.status()).as(replaced.toString()).isEqualTo(200);
        assertThat(replaced.json().path("captions").path("preferred").asBoolean())
                .isTrue();
        assertThat(said(video)).anyMatch(words -> words.text().equals("From a file"));
    }

    @Test
    void whatIsTakenAwayIsGoneAtOnce() {
        String name = bring("en");
        String file = page().path("captions").path(0).path("url").asText();
        assertThat(anonymous.get(file).status()).isEqualTo(200);
        assertThat(owner.delete(path("/captions/" + name)).status()).isEqualTo(204);
        assertThat(page().path("captions")).isEmpty();
        assertThat(anonymous.get(file).status()).isEqualTo(404);
        assertThat(anonymous.get(path("/captions/" + name)).code()).isEqualTo("captions_not_found");
        assertThat(anonymous.get(path("/transcript")).code()).isEqualTo("captions_not_found");
        assertThat(owner.delete(path("/captions/" + name)).status()).isEqualTo(404);
        String key = "captions/" + video + "/" + file.substring(file.lastIndexOf('/') + 1);
        assertThat(objects.stat(new ObjectKey(key))).isEmpty();
        assertThat(said(video)).isEmpty();
    }

    @Test
    void eachChangeIsTold() {
        String name = bring("en");
        put(owner, name, "{\"cues\": [{\"start\": 1, \"end\": 2, \"text\": \"x\"}]}");
        owner.delete(path("/captions/" + name));
        await("three events", LIMIT, () -> told().size() == 3);
        assertThat(told()).containsOnly("{\"video_id\":\"" + video + "\"}");
    }

    @Test
    void aFaultIsToldWithItsLine() {
        Answer backwards = upload(owner, "?language=en", "WEBVTT\n\n00:05.000 --> 00:04.000\nx");
        assertThat(backwards.status()).isEqualTo(400);
        assertThat(backwards.code()).isEqualTo("bad_captions");
        assertThat(backwards.json().path("detail").asText()).isEqualTo("Line 3: the cue ends before it begins.");
        assertThat(backwards.json().path("fault").asText()).isEqualTo("backwards");
        assertThat(backwards.json().path("line").asInt()).isEqualTo(3);
        Answer lost = upload(owner, "?language=en", "1\n00:00:01,000 --> 00:00:02,000\nx\n\n2\nno times\n");
        assertThat(lost.json().path("detail").asText()).startsWith("Line 5: words without a time line");
        assertThat(page().path("captions")).isEmpty();
    }

    @Test
    void whatIsTooLargeOrOfNoLanguageIsRefused() {
        byte[] large = ("WEBVTT\n\n00:01.000 --> 00:02.000\nx\n\n" + "NOTE\n\n".repeat(400_000))
                .getBytes(StandardCharsets.UTF_8);
        assertThat(upload(owner, "?language=en", large).status()).isEqualTo(413);
        assertThat(upload(owner, "?language=en", new byte[0]).code()).isEqualTo("bad_captions");
        for (String query :
                List.of("", "?language=", "?language=und", "?language=%3Cb%3E", "?language=of-no-country-at-all")) {
            assertThat(upload(owner, query, VTT).code()).as(query).isEqualTo("bad_language");
        }
    }

    @Test
    void anEditMustBeSound() {
        String name = bring("en");
        BAD_EDITS.forEach((json, code) -> {
            Answer refused = put(owner, name, json);
            assertThat(refused.status()).as(refused.toString()).isEqualTo(400);
            assertThat(refused.code()).as(json).isEqualTo(code);
        });
    }

    @Test
    void oneLabelNamesOneTrack() {
        bring("en");
        Answer again = upload(owner, "?language=en", VTT);
        assertThat(again.code()).isEqualTo("captions_exist");
        assertThat(again.json().path("name").asText()).isEqualTo("en");
        Answer labelled = upload(owner, "?language=en&label=Commentary", VTT);
        assertThat(labelled.json().path("name").asText()).isEqualTo("en-2");
    }

    @Test
    void onlyOwnersAndAdministratorsWriteAndPrivateWordsStayPrivate() {
        String name = bring("en");
        Visitor administrator = Visitor.of(site, Role.ADMINISTRATOR, jdbi);
        assertThat(upload(other, "?language=de", VTT).status()).isEqualTo(403);
        assertThat(upload(anonymous, "?language=de", VTT).status()).isEqualTo(401);
        assertThat(upload(administrator, "?language=de", VTT).status()).isEqualTo(201);
        owner.patch(path(""), "{\"privacy\": \"private\"}");
        for (String hidden : List.of("/captions", "/captions/" + name, "/transcript")) {
            assertThat(anonymous.get(path(hidden)).status()).as(hidden).isEqualTo(404);
            assertThat(other.get(path(hidden)).status()).as(hidden).isEqualTo(404);
            assertThat(owner.get(path(hidden)).status()).as(hidden).isEqualTo(200);
        }
        String signed = owner.get(path("/captions"))
                .json()
                .path("captions")
                .path(0)
                .path("url")
                .asText();
        assertThat(anonymous.get(signed).status()).isEqualTo(200);
    }

    @Test
    void theWordsOfAPremiumVideoAreForThoseWhoMayPlayIt() {
        bring("en");
        jdbi.useHandle(handle -> handle.execute("update videos set premium = true where video_id = ?", video.value()));
        assertThat(other.get(path("/captions")).status()).isEqualTo(200);
        assertThat(other.get(path("/transcript")).code()).isEqualTo("not_entitled");
        assertThat(other.get(path("/captions/en")).code()).isEqualTo("not_entitled");
        assertThat(owner.get(path("/transcript")).status()).isEqualTo(200);
    }

    @Test
    void nothingIsLeftOfADeletedVideo() {
        bring("en");
        owner.delete(path(""));
        assertThat(said(video)).isEmpty();
        assertThat(anonymous.get(path("/captions")).status()).isEqualTo(404);
    }
}
