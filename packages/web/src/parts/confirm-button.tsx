import { Button, type ButtonProps, Modal } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useMutation } from "@tanstack/react-query";

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
  const run = useMutation({ mutationFn: act, onSuccess: close });
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
      <Modal opened={isAsking} onClose={close} title={title} centered>
        <div className="form">
          <div>{children}</div>
          {run.error && (
            <p role="alert" className="problem">
              {run.error.message}
            </p>
          )}
          <Button
            fullWidth
            {...(isHarmless ? {} : { color: "red" })}
            loading={run.isPending}
            onClick={() => run.mutate()}
          >
            {action}
          </Button>
        </div>
      </Modal>
    </>
  );
}
