package io.vidstead.processing;

import io.vidstead.catalog.CaptionTrack;
import io.vidstead.catalog.Derivatives;
import io.vidstead.jobs.Job;
import io.vidstead.jobs.Lane;
import io.vidstead.kernel.VideoId;
import io.vidstead.media.Cancellation;
import io.vidstead.media.MediaInfo;
import io.vidstead.media.derive.EmbeddedText;
import io.vidstead.media.derive.EmbeddedTexts;
import io.vidstead.media.derive.ExtractedCaptions;
import io.vidstead.media.probe.ProbeResult;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/** Takes chapters and subtitles out of the container. A video without them plays all the same. */
@ApplicationScoped
class WordsJob implements Job {

    private static final Logger LOG = Logger.getLogger(WordsJob.class);

    private final Steps steps;
    private final Toolbox toolbox;
    private final Probed probed;
    private final StoredDerivatives stored;
    private final Derivatives derivatives;

    WordsJob(Steps steps, Toolbox toolbox, Probed probed, StoredDerivatives stored, Derivatives derivatives) {
        this.steps = steps;
        this.toolbox = toolbox;
        this.probed = probed;
        this.stored = stored;
        this.derivatives = derivatives;
    }

    @Override
    public String name() {
        return "words";
    }

    @Override
    public Lane lane() {
        return Lane.SHORT;
    }

    @Override
    public void run(String key) throws Exception {
        steps.runAside(new VideoId(key), work -> {
            if (probed.probe(work.key(), work.original()) instanceof ProbeResult.Accepted(var info)) {
                take(work, info);
            }
        });
    }

    @Override
    public void givenUp(String key, Throwable cause) {
        LOG.warnf("video %s goes without the words of its file: %s", key, cause.getMessage());
    }

    private void take(Steps.Work work, MediaInfo info) throws InterruptedException {
        EmbeddedTexts texts = toolbox.tools().texts();
        EmbeddedText found = texts.find(work.original(), info, new Cancellation());
        if (found.bitmaps() > 0) {
            LOG.infof("video %s: %d subtitle tracks are pictures and left out", work.id(), found.bitmaps());
        }
        List<ExtractedCaptions> captions =
                texts.extract(work.original(), info, found.subtitles(), work.folder(), new Cancellation());
        List<CaptionName> names =
                CaptionName.of(captions.stream().map(ExtractedCaptions::stream).toList());
        List<CaptionTrack> tracks = new ArrayList<>();
        for (int i = 0; i < captions.size(); i++) {
            tracks.add(stored.captions(work.id(), captions.get(i), names.get(i)));
        }
        steps.commit(tx -> derivatives.setWords(tx, work.id(), work.key().value(), found.chapters(), tracks));
    }
}
