package io.vidstead.processing;

import io.vidstead.jobs.Job;
import io.vidstead.jobs.Lane;
import io.vidstead.kernel.Transactions;
import io.vidstead.kernel.VideoId;
import io.vidstead.media.encode.LadderPlan;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Encodes a video in AV1 beside what it has. */
@ApplicationScoped
class Av1Job implements Job {

    /** After everything else that encodes. */
    static final int PRIORITY = -100;

    private static final Logger LOG = Logger.getLogger(Av1Job.class);

    private final LaterRungs later;
    private final ProcessingStore store;
    private final Transactions transactions;

    Av1Job(LaterRungs later, ProcessingStore store, Transactions transactions) {
        this.later = later;
        this.store = store;
        this.transactions = transactions;
    }

    @Override
    public String name() {
        return "av1";
    }

    @Override
    public Lane lane() {
        return Lane.ENCODE;
    }

    @Override
    public void run(String key) throws Exception {
        VideoId video = new VideoId(key);
        if (!transactions.<Boolean>read(handle -> store.isAv1GivenUp(handle, video))) {
            later.add(video, LadderPlan::av1);
        }
    }

    @Override
    public void givenUp(String key, Throwable cause) {
        LOG.warnf("video %s goes without AV1: %s", key, cause.getMessage());
        transactions.run(tx -> store.giveUpAv1(tx, new VideoId(key)));
    }
}
