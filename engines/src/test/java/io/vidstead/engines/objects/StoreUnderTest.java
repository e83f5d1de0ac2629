package io.vidstead.engines.objects;

/** What a suite needs of an engine. */
interface StoreUnderTest {

    ObjectKey KEY = new ObjectKey("processed/abc/video.mp4");

    /** Empty at first. */
    ObjectStore store();

    /** The same store, after the process that used it was killed. */
    ObjectStore restarted();
}
