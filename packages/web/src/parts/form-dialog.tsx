import { Button, type ButtonProps, Modal } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";

/** A button that opens a form; the form is made anew each time, and closes the dialog when it is done. */
export function FormDialog({
  label,
  title,
  children,
  ...button
}: {
  label: React.ReactNode;
  title: string;
  children(close: () => void): React.ReactNode;
} & Omit<ButtonProps, "children">) {
  const [isOpen, { open, close }] = useDisclosure();
  return (
    <>
      <Button variant="default" onClick={open} {...button}>
        {label}
      </Button>
      <Modal opened={isOpen} onClose={close} title={title} centered>
        {children(close)}
      </Modal>
    </>
  );
}
