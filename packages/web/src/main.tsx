import "@mantine/core/styles.css";
import "@mantine/notifications/styles.css";
import "./styles.css";
import { MantineProvider } from "@mantine/core";
import { Notifications } from "@mantine/notifications";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { ApiProblem } from "./api/client.ts";
import { reloadForNewVersion } from "./layout/missing-code.ts";
import { router } from "./router.ts";
import { theme } from "./theme.ts";

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      // A refusal stays one; a server that is away comes back.
      retry: (count, error) =>
        !(error instanceof ApiProblem && error.status >= 400 && error.status < 500) && count < 5,
      refetchOnWindowFocus: false,
    },
    // A change that can't be sent fails at once and says so; sent later, it might not be meant any more.
    mutations: { networkMode: "always" },
  },
});

reloadForNewVersion();
/** In a task of its own: what was read so far took one already, and the browser may have something to do between them. */
setTimeout(() => {
  createRoot(document.getElementById("root")!).render(
    <StrictMode>
      <MantineProvider theme={theme} defaultColorScheme="auto">
        <Notifications position="top-right" />
        <QueryClientProvider client={queries}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </MantineProvider>
    </StrictMode>,
  );
});

// So that it can be installed, and opens without a connection.
if ("serviceWorker" in navigator && import.meta.env.PROD)
  void navigator.serviceWorker.register("/service-worker.js").catch(() => undefined);
