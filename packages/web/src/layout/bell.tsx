import { ActionIcon, Popover } from "@mantine/core";
import { IconBell } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { learn, t } from "../language/language.ts";
import { newestQuery } from "../notifications/queries.ts";
import { Loading } from "../parts/small.tsx";
import { pieces } from "../words.ts";

const loadPanel = async () => {
  await learn("notifications");
  return { default: (await import("../notifications/panel.tsx")).NotificationPanel };
};
const Panel = lazy(loadPanel);
/** More are no number that anybody reads. */
const mostCounted = 99;

/** How much is new, and the newest of it. */
export function Bell() {
  const [isOpen, setOpen] = useState(false);
  const unread = useQuery(newestQuery).data?.unread ?? 0;
  return (
    <Popover
      opened={isOpen}
      onChange={setOpen}
      position="bottom-end"
      width={400}
      withinPortal
      trapFocus
      returnFocus
      shadow="md"
    >
      <Popover.Target>
        <ActionIcon
          className="bell"
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={t(
            "{count, plural, =0 {Notifications} one {Notifications: # new} other {Notifications: # new}}",
            {
              count: unread,
            },
          )}
          onClick={() => setOpen((open) => !open)}
          onPointerEnter={() => void loadPanel()}
        >
          <IconBell size={20} stroke={1.8} />
          {unread > 0 && (
            <span className="bell-count" aria-hidden>
              {unread > mostCounted ? `${mostCounted}+` : pieces(unread)}
            </span>
          )}
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown className="bell-panel" aria-label={t("Notifications")}>
        <Suspense fallback={<Loading />}>
          <Panel onClose={() => setOpen(false)} />
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  );
}
