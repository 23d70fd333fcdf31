import { Button, type ButtonProps } from "@mantine/core";
import { createLink } from "@tanstack/react-router";

type Props = ButtonProps & Omit<React.ComponentProps<"a">, keyof ButtonProps>;

/** A link that looks like a button. */
export const ButtonLink = createLink((props: Props) => <Button component="a" {...props} />);
