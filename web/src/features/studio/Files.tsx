import { useTranslation } from "react-i18next";
import type { Video } from "@/api/types";
import { formatBitrate, formatBytes, formatDuration, formatNumber } from "@/lib/format";
import { useLanguage } from "@/lib/i18n/language";
import { useQualityName } from "../processing/useQualityName";
import { ReplaceFile } from "./ReplaceFile";

/** There is no room for it on a phone. */
const wide = "max-sm:hidden";

const columns = [
  { name: "quality", className: "" },
  { name: "resolution", className: "" },
  { name: "fps", className: wide },
  { name: "bitrate", className: "" },
  { name: "coding", className: wide },
] as const;

/** What was uploaded, and what was made of it. */
export function Files({ video }: { video: Video }) {
  const { t } = useTranslation("studio");
  const language = useLanguage();
  const qualityName = useQualityName();
  const orUnknown = (value: string | false | 0 | null | undefined) => value || t(($) => $.unknown);
  const fps = (value: number) => formatNumber(Math.round(value * 100) / 100, language);
  const original = [
    { name: t(($) => $.file.resolution), value: orUnknown(video.resolution?.replace("x", " × ")) },
    { name: t(($) => $.file.codec), value: orUnknown(video.codec) },
    { name: t(($) => $.file.fps), value: orUnknown(video.fps && fps(video.fps)) },
    { name: t(($) => $.file.bitrate), value: orUnknown(video.bitrate && formatBitrate(video.bitrate, language)) },
    { name: t(($) => $.file.duration), value: orUnknown(video.duration > 0 && formatDuration(video.duration)) },
    { name: t(($) => $.file.size), value: orUnknown(video.file_size && formatBytes(video.file_size, language)) },
  ];
  return (
    <div className="flex flex-col gap-8">
      <section>
        <h2 className="text-base font-semibold">{t(($) => $.original)}</h2>
        <dl className="mt-3 grid grid-cols-2 gap-x-6 gap-y-4 sm:grid-cols-3">
          {original.map(({ name, value }) => (
            <div key={name}>
              <dt className="text-xs text-ink-muted">{name}</dt>
              <dd className="tabular font-medium">{value}</dd>
            </div>
          ))}
        </dl>
      </section>
      <ReplaceFile video={video} />
      <section>
        <h2 className="text-base font-semibold">{t(($) => $.renditions)}</h2>
        <p className="mt-1 text-ink-muted">{t(($) => $.renditionsText)}</p>
        {video.renditions.length === 0 ? (
          <p className="mt-3 rounded-control bg-sunken p-4 text-ink-muted">{t(($) => $.noRenditions)}</p>
        ) : (
          <div className="mt-3 overflow-x-auto">
            <table className="w-full border-collapse sm:min-w-lg">
              <thead>
                <tr className="text-left text-xs text-ink-muted">
                  {columns.map(({ name, className }) => (
                    <th key={name} scope="col" className={`py-2 pr-4 font-medium ${className}`}>
                      {t(($) => $.file[name])}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody className="tabular">
                {[...video.renditions]
                  .sort((a, b) => b.height - a.height)
                  .map((rendition) => (
                    <tr key={rendition.name} className="border-t border-line">
                      <th scope="row" className="py-3 pr-4 text-left font-medium">
                        {qualityName(rendition.name)}
                        <span className="block text-xs font-normal text-ink-muted sm:hidden">{rendition.codecs}</span>
                      </th>
                      <td className="pr-4">{`${rendition.width} × ${rendition.height}`}</td>
                      <td className={`pr-4 ${wide}`}>{fps(rendition.fps)}</td>
                      <td className="pr-4">{formatBitrate(rendition.bandwidth, language)}</td>
                      <td className={`pr-4 text-ink-muted ${wide}`}>{rendition.codecs}</td>
                    </tr>
                  ))}
              </tbody>
            </table>
          </div>
        )}
      </section>
    </div>
  );
}
