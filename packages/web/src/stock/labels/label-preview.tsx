import { useCatalogue } from "../../api/queries.ts";
import { t } from "../../language/language.ts";
import { QrCode } from "../../parts/qr-code.tsx";
import { pieces } from "../../words.ts";
import type { LabelTemplate } from "../queries.ts";
import type { Labelled } from "./print-labels.tsx";

/** How the first label will look, in its own proportions. */
export function LabelPreview({
  locations = [],
  devices = [],
  racks = [],
  template,
  showsReorderPoint,
  language,
}: Labelled & { template: LabelTemplate; showsReorderPoint: boolean; language: "en" | "de" }) {
  const { part, site, area, rack } = useCatalogue();
  const [location] = locations;
  const [device] = devices;
  const [first] = racks;
  const label = location
    ? {
        title: location.name,
        subtitle: part.get(location.partId)?.number ?? "",
        lines: [
          part.get(location.partId)?.name ?? "",
          showsReorderPoint && location.reorderPoint !== null
            ? `${language === "de" ? "Bestellpunkt" : "Reorder at"} ${pieces(location.reorderPoint, part.get(location.partId)?.unit)}`
            : "",
          [site.get(location.siteId), area.get(location.areaId ?? ""), rack.get(location.rackId ?? "")]
            .flatMap((place) => place?.name ?? [])
            .join(" · "),
        ],
        link: `/l/${location.id}`,
      }
    : device
      ? { title: device.name, subtitle: device.devEui.toUpperCase(), lines: [], link: `/d/${device.id}` }
      : first && {
          title: first.name,
          subtitle: area.get(first.areaId)?.name ?? "",
          lines: [],
          link: `/r/${first.id}`,
        };
  if (!label) return null;
  const isUpright = template.labelHeightMm > template.labelWidthMm;
  return (
    <figure className="label-figure">
      <div className={isUpright ? "label-paper is-upright" : "label-paper"}>
        <div
          className={isUpright ? "label-preview is-upright" : "label-preview"}
          style={{ aspectRatio: `${template.labelWidthMm} / ${template.labelHeightMm}` }}
        >
          <QrCode
            text={`${window.location.origin}${label.link}`}
            label={t("QR code that opens it on a phone")}
          />
          <div>
            <strong>{label.title}</strong>
            <b>{label.subtitle}</b>
            {label.lines
              .filter((line) => line !== "")
              .map((line) => (
                <span key={line}>{line}</span>
              ))}
          </div>
        </div>
      </div>
      <figcaption className="soft small-text">
        {t("{width} × {height} mm", {
          width: pieces(template.labelWidthMm),
          height: pieces(template.labelHeightMm),
        })}
      </figcaption>
    </figure>
  );
}
