package io.vidstead.engines.pubsub;

class LocalPubSubTest extends PubSubContract {

    @Override
    protected PubSub open(int queueSize) {
        return new LocalPubSub(queueSize);
    }
}
