import { Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { client, type Device, unwrap } from "../api/client.ts";
import { devicesQuery, locationsQuery } from "../api/queries.ts";
import { t } from "../language/language.ts";
import { Time } from "../parts/small.tsx";

/** Whose place it took, or who took its own; taken back while the new one was not heard. */
export function InPlaceOf({ device, manages }: { device: Device; manages: boolean }) {
  const devices = useQuery(devicesQuery).data ?? [];
  const undo = useUndo(device);
  const before = devices.find(({ id }) => id === device.replacesId);
  const after = devices.find(({ replacesId }) => replacesId === device.id);
  if (device.state === "retired" && after)
    return (
      <p className="card notice-line">
        <span>
          {t("Out of service since {time}: {link} has taken its place.", {
            time: <Time key="time" iso={device.retiredAt} none="" />,
            link: (
              <Link key="link" to="/devices/$id" params={{ id: after.id }}>
                {after.name}
              </Link>
            ),
          })}
        </span>
      </p>
    );
  if (!before?.retiredAt) return null;
  const isHeard = device.lastSeenAt !== null && device.lastSeenAt >= before.retiredAt;
  return (
    <div className="card notice-line">
      <span>
        {t("It took the place of {link}, {time}.", {
          link: (
            <Link key="link" to="/devices/$id" params={{ id: before.id }}>
              {before.name}
            </Link>
          ),
          time: <Time key="time" iso={before.retiredAt} none="" />,
        })}{" "}
        {!isHeard && t("Until it is heard, that can be taken back.")}
      </span>
      {manages && !isHeard && (
        <Button variant="default" size="xs" loading={undo.isPending} onClick={() => undo.mutate()}>
          {t("Take it back")}
        </Button>
      )}
      {undo.error && (
        <span role="alert" className="problem">
          {undo.error.message}
        </span>
      )}
    </div>
  );
}

/** Puts the device before back into its place, and goes to it. */
export function useUndo(device: Device) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: () =>
      unwrap(client.POST("/api/v1/devices/{id}/replace/undo", { params: { path: { id: device.id } } })),
    onSuccess: async ({ device: back }) => {
      await queries.invalidateQueries({ queryKey: devicesQuery.queryKey });
      void queries.invalidateQueries({ queryKey: locationsQuery.queryKey });
      notifications.show({ message: t("{name} is back in its place.", { name: back.name }) });
      void navigate({ to: "/devices/$id", params: { id: back.id } });
    },
  });
}
