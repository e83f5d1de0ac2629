import type { PlayerSource } from "./stage";

interface TracksProps {
  source: PlayerSource;
  /** Whether captions come from here; where the browser itself reads the manifest, it brings them. */
  captions: boolean;
}

/** What goes along with the picture: pictures for the scrub bar, chapters, captions. */
export const Tracks = ({ source, captions }: TracksProps) => (
  <>
    {source.storyboardUrl ? (
      <track key={source.storyboardUrl} kind="metadata" label="thumbnails" src={source.storyboardUrl} default />
    ) : null}
    {source.chaptersUrl ? <track key={source.chaptersUrl} kind="chapters" src={source.chaptersUrl} default /> : null}
    {captions
      ? source.captions.map(({ url, label, language }) => (
          <track key={url} kind="captions" label={label} src={url} {...(language ? { srcLang: language } : {})} />
        ))
      : null}
  </>
);
