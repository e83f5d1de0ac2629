package io.vidstead.media.tools;

/** How pictures of high dynamic range are shown on ordinary screens. */
public final class ToneMap {
    /** Filters from PQ or HLG to BT.709; costly, so to be used on pictures that are already scaled down. */
    public static final String FILTERS = "zscale=t=linear:npl=100,format=gbrpf32le,zscale=p=bt709,tonemap=hable:desat=0"
            + ",zscale=t=bt709:m=bt709:r=tv";

    private ToneMap() {}
}
