import { Button, type ButtonProps, Modal, Textarea } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { t } from "../language/language.ts";
import { FormProblem, fieldProblem } from "../parts/form-problem.tsx";

/** A button that says what will happen, asks why, and acts; the reason stands in the service's trail. */
export function ReasonDialog({
  label,
  title,
  action,
  act,
  children,
  isDangerous = false,
  ...button
}: {
  label: string;
  title: string;
  action: string;
  act(reason: string): Promise<unknown>;
  /** What follows from it. */
  children: React.ReactNode;
  isDangerous?: boolean;
} & Omit<ButtonProps, "children"> & { "aria-label"?: string }) {
  const [isOpen, { open, close }] = useDisclosure();
  const [reason, setReason] = useState("");
  const queries = useQueryClient();
  const run = useMutation({
    mutationFn: () => act(reason.trim()),
    onSuccess: async () => {
      close();
      setReason("");
      await queries.invalidateQueries({ queryKey: ["operation"] });
    },
  });
  return (
    <>
      <Button
        variant="default"
        onClick={() => {
          run.reset();
          open();
        }}
        {...button}
      >
        {label}
      </Button>
      <Modal opened={isOpen} onClose={close} title={title} centered>
        <form
          className="form"
          onSubmit={(event) => {
            event.preventDefault();
            run.mutate();
          }}
        >
          <div>{children}</div>
          <Textarea
            label={t("Why?")}
            description={t(
              "It stands in the service's trail, and where it concerns a customer in its own, too",
            )}
            required
            maxLength={500}
            autosize
            minRows={2}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            error={fieldProblem(run.error, "reason")}
            data-autofocus
          />
          <FormProblem error={run.error} shown={["reason"]} />
          <Button
            type="submit"
            loading={run.isPending}
            disabled={reason.trim() === ""}
            {...(isDangerous ? { color: "red" } : {})}
          >
            {action}
          </Button>
        </form>
      </Modal>
    </>
  );
}
