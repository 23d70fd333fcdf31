import { Button, type ButtonProps } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useMutation } from "@tanstack/react-query";
import { lazy, useState } from "react";
import { Later } from "../layout/later.tsx";

const loadQuestion = () => import("./confirm-question.tsx");
/** Dialogs come with code that most pages do without. */
const ConfirmQuestion = lazy(loadQuestion);

/** A button that asks before it acts. What the API refuses is told in the question's own dialog, which then stays. */
export function ConfirmButton({
  label,
  title,
  action,
  act,
  children,
  isHarmless = false,
  ...button
}: {
  label: string;
  title: string;
  action: string;
  act(): Promise<unknown>;
  /** What is lost or what follows. */
  children: React.ReactNode;
  isHarmless?: boolean;
} & Omit<ButtonProps, "children">) {
  const [isAsking, { open, close }] = useDisclosure();
  const [wasAsked, setAsked] = useState(false);
  const run = useMutation({ mutationFn: act, onSuccess: close });
  return (
    <>
      <Button
        variant="default"
        onClick={() => {
          run.reset();
          setAsked(true);
          open();
        }}
        onPointerEnter={() => void loadQuestion().catch(() => undefined)}
        {...button}
      >
        {label}
      </Button>
      {wasAsked && (
        <Later>
          <ConfirmQuestion
            isOpen={isAsking}
            onClose={close}
            title={title}
            action={action}
            isHarmless={isHarmless}
            isPending={run.isPending}
            problem={run.error?.message}
            onAct={() => run.mutate()}
          >
            {children}
          </ConfirmQuestion>
        </Later>
      )}
    </>
  );
}
