import { IconTableImport } from "@tabler/icons-react";
import { useMay } from "../api/queries.ts";
import { t } from "../language/language.ts";
import { ButtonLink } from "./button-link.tsx";

/** From a list to where its kind is imported from a file; nothing for who may not. */
export function ImportLink({
  kind,
}: {
  kind: "sites" | "suppliers" | "parts" | "locations" | "stock-counts";
}) {
  const manages = useMay("manage-inventory");
  if (!manages) return null;
  return (
    <ButtonLink
      to="/settings/imports"
      search={{ kind }}
      variant="default"
      leftSection={<IconTableImport size={16} stroke={1.7} />}
    >
      {t("Import")}
    </ButtonLink>
  );
}
