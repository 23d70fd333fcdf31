import { SegmentedControl } from "@mantine/core";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { t } from "../../language/language.ts";
import { PageHead } from "../../parts/small.tsx";
import { FromFile } from "./from-file.tsx";
import { FromLocation } from "./from-location.tsx";

/** What would have been with another policy: demand replayed, a location's own or that of a file. */
export function WhatIfPage() {
  const { location } = useSearch({ from: "/inside/planning/what-if" });
  const navigate = useNavigate();
  const [source, setSource] = useState<"location" | "file">("location");
  return (
    <>
      <PageHead title={t("What if")}>
        <SegmentedControl
          size="xs"
          aria-label={t("Demand from")}
          style={{ marginLeft: "auto" }}
          data={[
            { value: "location", label: t("A location's history") },
            { value: "file", label: t("A file") },
          ]}
          value={source}
          onChange={(next) => setSource(next as typeof source)}
        />
      </PageHead>
      <p className="soft what-if-intro">
        {t(
          "Replays day by day what was used, once with today's policy and once with another one, with the same decisions that Refill makes. Nothing is changed by it.",
        )}
      </p>
      {source === "file" ? (
        <FromFile />
      ) : (
        <FromLocation
          id={location ?? null}
          onChoose={(id) =>
            void navigate({ to: "/planning/what-if", search: { location: id }, replace: true })
          }
        />
      )}
    </>
  );
}
