import { notifications as toasts } from "@mantine/notifications";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { client, type NotificationDefaults, type NotificationSettings, unwrap } from "../api/client.ts";
import { language, t } from "../language/language.ts";
import { defaultsQuery, settingsQuery } from "./queries.ts";

export type Way = NotificationSettings["kinds"][number]["way"];
export type Kind = NotificationSettings["kinds"][number]["kind"];
export type Times = Pick<NotificationDefaults, "quietHours" | "digest">;

export interface SettingsChange extends Partial<Times> {
  ways?: Partial<Record<Kind, Way | null>>;
  siteIds?: string[] | null;
}
export interface DefaultsChange extends Partial<Times> {
  admin?: Partial<Record<Kind, Way | null>>;
  user?: Partial<Record<Kind, Way | null>>;
}

const saving = { scope: { id: "notification-settings" } };

/** Each choice is kept at once, one after the other; what could not be kept is shown again as it is. */
export function useChangeSettings(): (change: SettingsChange) => void {
  const queries = useQueryClient();
  return useMutation({
    ...saving,
    mutationFn: (body: SettingsChange) =>
      unwrap(
        client.PATCH("/api/v1/profile/notifications", {
          params: { query: { language } },
          body: body as never,
        }),
      ),
    onMutate: (change) =>
      queries.setQueryData(settingsQuery.queryKey, (settings) => settings && withChange(settings, change)),
    onSuccess: (settings) => {
      queries.setQueryData(settingsQuery.queryKey, settings);
      void queries.invalidateQueries({ queryKey: ["notifications"] });
    },
    onError: (error) => {
      tell(error);
      void queries.invalidateQueries({ queryKey: settingsQuery.queryKey });
    },
  }).mutate;
}

export function useChangeDefaults(): (change: DefaultsChange) => void {
  const queries = useQueryClient();
  return useMutation({
    ...saving,
    mutationFn: (body: DefaultsChange) =>
      unwrap(
        client.PATCH("/api/v1/notification-defaults", {
          params: { query: { language } },
          body: body as never,
        }),
      ),
    onMutate: ({ admin, user, ...times }) =>
      queries.setQueryData(
        defaultsQuery.queryKey,
        (defaults) =>
          defaults && {
            ...defaults,
            ...times,
            kinds: defaults.kinds.map((each) => ({
              ...each,
              admin: admin?.[each.kind] ?? each.admin,
              user: user?.[each.kind] ?? each.user,
            })),
          },
      ),
    onSuccess: (defaults) => {
      queries.setQueryData(defaultsQuery.queryKey, defaults);
      void queries.invalidateQueries({ queryKey: settingsQuery.queryKey });
    },
    onError: (error) => {
      tell(error);
      void queries.invalidateQueries({ queryKey: defaultsQuery.queryKey });
    },
  }).mutate;
}

function withChange(
  settings: NotificationSettings,
  { ways, ...others }: SettingsChange,
): NotificationSettings {
  const kinds = settings.kinds.map((each) => {
    const way = ways?.[each.kind];
    if (way === undefined) return each;
    return { ...each, way: way ?? each.defaultWay, isChosen: way !== null };
  });
  return { ...settings, ...others, kinds };
}

function tell(error: Error): void {
  toasts.show({ color: "red", title: t("It was not saved"), message: error.message });
}
