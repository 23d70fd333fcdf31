import { Alert, Button, Modal } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconAlertTriangle, IconShieldCheck } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { type AuditVerification, client, unwrap } from "../api/client.ts";
import { t } from "../language/language.ts";
import { Facts } from "../parts/facts.tsx";
import { pieces } from "../words.ts";

const faultWords: Record<NonNullable<AuditVerification["fault"]>["kind"], string> = {
  missing: t("is missing"),
  changed: t("was changed"),
  unreadable: t("can't be read"),
  "too-many": t("should not be there"),
};

/** Follows the whole trail by its hashes. */
export function VerifyTrail() {
  const [isOpen, { open, close }] = useDisclosure();
  const verify = useMutation({ mutationFn: () => unwrap(client.GET("/api/v1/audit-trail/verification")) });
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconShieldCheck size={16} />}
        onClick={() => {
          open();
          verify.mutate();
        }}
      >
        {t("Verify")}
      </Button>
      <Modal opened={isOpen} onClose={close} title={t("Is the audit trail whole?")} centered size="lg">
        <div className="form" aria-live="polite">
          {verify.isPending && <span>{t("Following every entry from the first one on …")}</span>}
          {verify.error && (
            <p role="alert" className="problem">
              {verify.error.message}
            </p>
          )}
          {verify.data && !verify.isPending && <Result result={verify.data} />}
          {!verify.isPending && (
            <Button variant="default" onClick={() => verify.mutate()}>
              {t("Verify again")}
            </Button>
          )}
        </div>
      </Modal>
    </>
  );
}

function Result({ result: { isIntact, entries, head, anchor, fault } }: { result: AuditVerification }) {
  return (
    <>
      {isIntact ? (
        <Alert color="spruce" icon={<IconShieldCheck size={18} />} title={t("It is whole")}>
          {t(
            "{count, plural, one {# entry was} other {# entries were}} followed: each is there, unchanged and in order.",
            { count: entries },
          )}
        </Alert>
      ) : (
        <Alert color="red" icon={<IconAlertTriangle size={18} />} title={t("It is not whole")} role="alert">
          {fault &&
            t("Entry {number} {fault}.", {
              number: pieces(fault.sequence),
              fault: faultWords[fault.kind],
            })}{" "}
          {t(
            "{entries} entries before were good. Tell whoever runs Refill, and keep your exports of the trail.",
            {
              entries: pieces(entries),
            },
          )}
        </Alert>
      )}
      <Facts
        facts={[
          [t("Last entry"), <Point key="head" point={head} />],
          [
            t("Noted in the key vault"),
            anchor ? <Point key="anchor" point={anchor} /> : t("nothing yet: it is noted from time to time"),
          ],
        ]}
      />
    </>
  );
}

function Point({ point: { sequence, hash } }: { point: AuditVerification["head"] }) {
  return (
    <>
      {pieces(sequence)} <code className="small-text soft">{hash}</code>
    </>
  );
}
