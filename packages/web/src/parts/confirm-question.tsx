import { Button, Modal } from "@mantine/core";

/** The dialog of a button that asks before it acts. */
export default function ConfirmQuestion({
  isOpen,
  onClose,
  title,
  action,
  isHarmless,
  isPending,
  problem,
  onAct,
  children,
}: {
  isOpen: boolean;
  onClose(): void;
  title: string;
  action: string;
  isHarmless: boolean;
  isPending: boolean;
  /** What was refused. */
  problem: string | undefined;
  onAct(): void;
  children: React.ReactNode;
}) {
  return (
    <Modal opened={isOpen} onClose={onClose} title={title} centered>
      <div className="form">
        <div>{children}</div>
        {problem && (
          <p role="alert" className="problem">
            {problem}
          </p>
        )}
        <Button fullWidth {...(isHarmless ? {} : { color: "red" })} loading={isPending} onClick={onAct}>
          {action}
        </Button>
      </div>
    </Modal>
  );
}
