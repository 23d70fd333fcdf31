import { Link } from "@tanstack/react-router";
import { locationsQuery, useCatalogue } from "../api/queries.ts";
import { t } from "../language/language.ts";
import { StateMark } from "../parts/bin.tsx";
import { Place } from "../parts/place.tsx";
import { policyAt, policyShort } from "../policy-words.ts";
import { ListPage } from "./list-page.tsx";

export function LocationsPage() {
  const { part } = useCatalogue();
  return (
    <ListPage
      title={t("Storage locations")}
      query={locationsQuery}
      add={{ to: "/inventory/locations/$id", label: t("Add location") }}
      columns={["Location", "Part", "Place", "Policy", "Sensors", "State"]}
      searched={({ name, partId }) => [name, part.get(partId)?.name, part.get(partId)?.number]}
      empty={{
        title: t("No storage locations yet"),
        text: t(
          "A storage location is where a part lies: a bin, a lane, a shelf. A sensor watches it, and a policy says when it is refilled. It needs a site and a part first.",
        ),
      }}
      row={(location) => {
        const own = part.get(location.partId);
        const policy = policyAt(location, own);
        return (
          <>
            <td>
              <Link to="/inventory/locations/$id" params={{ id: location.id }}>
                <strong>{location.name}</strong>
              </Link>
            </td>
            <td className="wide">
              {own?.name} <span className="soft">{own?.number}</span>
            </td>
            <td data-label="Place" className="wide">
              <Place location={location} />
            </td>
            <td data-label="Policy">
              {policy ? policyShort(policy) : t("none")}
              {policy && !location.policy && <span className="soft"> {t("(the part's)")}</span>}
            </td>
            <td data-label="Sensors">
              {location.deviceIds.length || <span className="soft">{t("none")}</span>}
            </td>
            <td data-label="State">
              <StateMark state={location.state} />
            </td>
          </>
        );
      }}
    />
  );
}
