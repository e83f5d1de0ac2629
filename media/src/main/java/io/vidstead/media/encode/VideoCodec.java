package io.vidstead.media.encode;

/** How an encoder codes pictures. */
public enum VideoCodec {
    /** By x264, 8 bits a sample: what every player understands. */
    H264,
    /** By SVT-AV1, 8 bits a sample: about a third fewer bytes than {@link #H264}, for more than twice the processor time. */
    AV1,
    /** By SVT-AV1, 10 bits a sample, with the light of a source of high dynamic range as it is. */
    AV1_HDR
}
