package io.vidstead.processing;

import io.vidstead.jobs.Job;
import io.vidstead.jobs.Lane;
import io.vidstead.kernel.VideoId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jboss.logging.Logger;

/** Encodes a video of high dynamic range for screens that show it; all others have the ladder. */
@ApplicationScoped
class HdrJob implements Job {

    /** After everything else that encodes. */
    static final int PRIORITY = -100;

    private static final Logger LOG = Logger.getLogger(HdrJob.class);

    private final LaterRungs later;

    HdrJob(LaterRungs later) {
        this.later = later;
    }

    @Override
    public String name() {
        return "hdr";
    }

    @Override
    public Lane lane() {
        return Lane.ENCODE;
    }

    @Override
    public void run(String key) throws Exception {
        later.add(new VideoId(key), plan -> List.of(plan.hdr()));
    }

    @Override
    public void givenUp(String key, Throwable cause) {
        LOG.warnf("video %s goes without high dynamic range: %s", key, cause.getMessage());
    }
}
