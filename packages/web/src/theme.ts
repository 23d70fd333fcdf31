import { createTheme, type MantineColorsTuple } from "@mantine/core";
import { t } from "./language/language.ts";

/** Dark spruce for what is calm, signal orange for what wants a person, and paper behind it all. */
const spruce: MantineColorsTuple = [
  "#eaf4f1",
  "#d5e6e1",
  "#aacdc3",
  "#7cb3a4",
  "#579c8a",
  "#3f8d7a",
  "#2f8572",
  "#1f7261",
  "#146556",
  "#00574a",
];
const signal: MantineColorsTuple = [
  "#fff1e4",
  "#ffe1cd",
  "#fec29b",
  "#fda165",
  "#fc8438",
  "#fc731c",
  "#f2660a",
  "#d95804",
  "#c04d00",
  "#a74100",
];

export const theme = createTheme({
  primaryColor: "spruce",
  primaryShade: { light: 8, dark: 7 },
  colors: { spruce, signal },
  fontFamily:
    'Inter, "Segoe UI Variable", "Segoe UI", system-ui, -apple-system, Roboto, "Noto Sans", sans-serif',
  defaultRadius: "md",
  headings: { fontWeight: "650" },
  autoContrast: true,
  fontSizes: { xs: "12px", sm: "14px", md: "15px", lg: "17px", xl: "21px" },
  components: {
    Button: { defaultProps: { size: "sm" } },
    Alert: { styles: { title: { color: "var(--ink)" } } },
    Modal: {
      defaultProps: {
        overlayProps: { backgroundOpacity: 0.45 },
        // The head of a dialog is no second head of the page.
        attributes: { header: { role: "none" } },
      },
    },
    CloseButton: { defaultProps: { "aria-label": t("Close") } },
    Notification: { defaultProps: { closeButtonProps: { "aria-label": t("Close") } } },
    // Labels are read before fields: they are never lighter than what is typed.
    InputWrapper: { styles: { label: { marginBottom: 4, fontWeight: 600 } } },
    Tooltip: { defaultProps: { openDelay: 300 } },
    Menu: { defaultProps: { shadow: "md" } },
  },
});
