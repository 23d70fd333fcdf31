import { Progress } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { client, type KeyRotation, unwrap } from "../api/client.ts";
import { accountQuery } from "../api/queries.ts";
import { t } from "../language/language.ts";
import { ConfirmButton } from "../parts/confirm-button.tsx";
import { Time } from "../parts/small.tsx";
import { pieces } from "../words.ts";
import { keyRotationsQuery } from "./queries.ts";

const mostShown = 5;

/** The data key that seals the account's records, and its changes. */
export function Encryption({ generation, isAdmin }: { generation: number; isAdmin: boolean }) {
  const rotations = useQuery(keyRotationsQuery);
  const queries = useQueryClient();
  const items = rotations.data ?? [];
  const isRunning = items.some(({ state }) => state === "running");
  return (
    <section className="card card-section form" aria-label={t("Encryption")}>
      <div>
        <strong>{t("Encryption")}</strong>
        <div className="soft">
          {t(
            "Data key {generation} seals every record (AES-256). Only your customer key in the key vault opens it.",
            { generation },
          )}
        </div>
      </div>
      {rotations.error && !rotations.data && (
        <p role="alert" className="problem">
          {rotations.error.message}
        </p>
      )}
      {items.slice(0, mostShown).map((rotation) => (
        <Rotation key={rotation.id} rotation={rotation} />
      ))}
      {items.length > mostShown && (
        <span className="soft small-text">
          {t("and {length} earlier ones", { length: items.length - mostShown })}
        </span>
      )}
      {isAdmin && !isRunning && rotations.isSuccess && (
        <ConfirmButton
          label={t("New data key")}
          title={t("Give the account a new data key?")}
          action={t("Make a new data key")}
          isHarmless
          style={{ justifySelf: "start" }}
          act={async () => {
            await unwrap(client.POST("/api/v1/account/key-rotations"));
            await queries.invalidateQueries({ queryKey: keyRotationsQuery.queryKey });
            void queries.invalidateQueries({ queryKey: accountQuery.queryKey });
          }}
        >
          {t(
            "It seals from now on. All records are sealed anew in the background, which takes a minute or longer; everything goes on meanwhile. Then the keys before are destroyed.",
          )}
        </ConfirmButton>
      )}
    </section>
  );
}

function Rotation({
  rotation: { generation, state, startedAt, finishedAt, records },
}: {
  rotation: KeyRotation;
}) {
  const share = records.total === 0 ? 0 : records.done / records.total;
  return (
    <div>
      <div className="usage-head">
        <span>{t("Data key {generation}", { generation })}</span>
        <span className="soft">
          {state === "done"
            ? t("{done} records, done {time}", {
                done: pieces(records.done),
                time: <Time iso={finishedAt} />,
              })
            : t("begun {time}", { time: <Time iso={startedAt} /> })}
        </span>
      </div>
      {state === "running" && (
        <>
          <Progress
            value={Math.min(99, share * 100)}
            animated
            aria-label={t("Records sealed anew with data key {generation}", { generation })}
          />
          <div className="soft small-text">
            {t("{done} of about {total} records are sealed anew", {
              done: pieces(records.done),
              total: pieces(records.total),
            })}
          </div>
        </>
      )}
    </div>
  );
}
