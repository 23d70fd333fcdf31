import { notifications } from "@mantine/notifications";
import { useQueryClient } from "@tanstack/react-query";
import { client, type Location, type Policy, unwrap } from "../../api/client.ts";
import { putInList } from "../../api/lists.ts";
import { locationsQuery, useMay } from "../../api/queries.ts";
import { t } from "../../language/language.ts";
import { ConfirmButton } from "../../parts/confirm-button.tsx";
import { policyShort } from "../../policy-words.ts";
import { pieces } from "../../words.ts";

/** Gives the location the policy that was tried. */
export function TakeOver({
  location,
  policy,
  safetyStock,
  isSound,
}: {
  location: Location;
  policy: Policy;
  safetyStock: number;
  isSound: boolean;
}) {
  const queries = useQueryClient();
  const manages = useMay("manage-inventory");
  if (!manages) return null;
  return (
    <ConfirmButton
      size="xs"
      label={t("Use it …")}
      disabled={!isSound}
      title={t("Change the policy of {name}?", { name: location.name })}
      action={t("Change it")}
      isHarmless
      act={async () => {
        const changed = await unwrap(
          client.PATCH("/api/v1/locations/{id}", {
            params: { path: { id: location.id } },
            body: { policy, safetyStock },
          }),
        );
        putInList(queries, locationsQuery.queryKey, changed);
        notifications.show({ message: t("{name} orders by it from now on.", { name: changed.name }) });
      }}
    >
      {t("From now on: {policy}, safety stock {safetyStock}.", {
        policy: policyShort(policy),
        safetyStock: pieces(safetyStock),
      })}
    </ConfirmButton>
  );
}
