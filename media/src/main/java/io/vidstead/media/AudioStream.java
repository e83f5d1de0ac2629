package io.vidstead.media;

/**
 * A sound stream of a file.
 *
 * @param index stream number within the file
 * @param codec ffmpeg's short name: aac, mp3, opus, …
 * @param profile ffmpeg's name of the profile ({@code LC}, {@code HE-AAC}), or empty
 * @param channels number of channels
 * @param sampleRateHz samples a second
 * @param language ISO 639 code as found in the file, or empty
 * @param title as found in the file, without control characters, or empty
 * @param preferred whether the file marks it as the one to play unless told otherwise
 */
public record AudioStream(
        int index,
        String codec,
        String profile,
        int channels,
        int sampleRateHz,
        String language,
        String title,
        boolean preferred) {

    /** A stream of which the file says no more. */
    public AudioStream(int index, String codec, String profile, int channels, int sampleRateHz, String language) {
        this(index, codec, profile, channels, sampleRateHz, language, "", false);
    }
}
