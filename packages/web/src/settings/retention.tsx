import { Button, Modal, NumberInput } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { notifications } from "@mantine/notifications";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { client, unwrap } from "../api/client.ts";
import { accountQuery } from "../api/queries.ts";
import { t } from "../language/language.ts";
import { FormProblem, fieldProblem } from "../parts/form-problem.tsx";
import { pieces } from "../words.ts";

/** For how long raw measurements are kept; to shorten it asks first, since what is older is lost. */
export function Retention({ days, isAdmin }: { days: number; isAdmin: boolean }) {
  return (
    <section className="card card-section form" aria-label={t("Raw measurements")}>
      <div>
        <strong>{t("Raw measurements")}</strong>
        <div className="soft">
          {t("Each reading is kept for {days} days. Sums by hour and day stay for good.", {
            days: pieces(days),
          })}
        </div>
      </div>
      {/* Somebody else may change it meanwhile: then it begins with what there is now. */}
      {isAdmin && <Form key={days} days={days} />}
    </section>
  );
}

function Form({ days }: { days: number }) {
  const [value, setValue] = useState<number | string>(days);
  const [isAsking, { open, close }] = useDisclosure();
  const queries = useQueryClient();
  const save = useMutation({
    mutationFn: () =>
      unwrap(client.PATCH("/api/v1/account", { body: { rawMeasurementDays: Number(value) } })),
    onSuccess: (account) => {
      queries.setQueryData(accountQuery.queryKey, account);
      notifications.show({ message: `Raw measurements are kept for ${account.rawMeasurementDays} days.` });
    },
    onSettled: close,
  });
  const wanted = Number(value);
  return (
    <form
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (wanted < days) open();
        else save.mutate();
      }}
    >
      <NumberInput
        label={t("Days")}
        description={t("30 to 3,650")}
        w={160}
        allowDecimal={false}
        allowNegative={false}
        clampBehavior="none"
        value={value}
        onChange={setValue}
        error={fieldProblem(save.error, "rawMeasurementDays")}
      />
      <FormProblem error={save.error} shown={["rawMeasurementDays"]} />
      <Button
        type="submit"
        variant="default"
        style={{ justifySelf: "start" }}
        disabled={value === "" || wanted === days}
        loading={save.isPending}
      >
        {t("Save")}
      </Button>
      <Modal
        opened={isAsking}
        onClose={close}
        title={t("Keep only {wanted} days?", { wanted: pieces(wanted) })}
        centered
      >
        <div className="form">
          <div>
            {t(
              "Raw measurements that are older are removed, and can't be brought back. Their sums by hour and day stay. Export them first if you need them.",
            )}
          </div>
          <Button color="red" fullWidth loading={save.isPending} onClick={() => save.mutate()}>
            {t("Remove older ones")}
          </Button>
        </div>
      </Modal>
    </form>
  );
}
