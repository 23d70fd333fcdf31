import { t } from "../language/language.ts";
import "../settings/settings.css";
import { Button, Checkbox, Modal, Select, TextInput } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { notifications } from "@mantine/notifications";
import { allPages } from "@refill/client";
import { IconDeviceMobile, IconFingerprint, IconKey } from "@tabler/icons-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { client, type OwnSession, type Passkey, type Profile, unwrap } from "../api/client.ts";
import { profileQuery, sessionQuery } from "../api/queries.ts";
import { choose } from "../language/person.ts";
import { ConfirmButton } from "../parts/confirm-button.tsx";
import { FormProblem, fieldProblem } from "../parts/form-problem.tsx";
import { deviceWords, makePasskey, passkeyObstacle } from "../parts/passkey.ts";
import { Failed, Loading, PageHead, Time } from "../parts/small.tsx";
import { RecoveryCodes } from "./recovery-codes.tsx";
import { AuthenticatorSecret, CodeField } from "./second-factor.tsx";

const passkeysQuery = {
  queryKey: ["passkeys"],
  queryFn: () => allPages((query) => client.GET("/api/v1/profile/passkeys", { params: { query } })),
};
const sessionsQuery = {
  queryKey: ["sessions"],
  queryFn: () => allPages((query) => client.GET("/api/v1/sessions", { params: { query } })),
  refetchInterval: 15_000,
};

/** What people set of themselves: name, language, how they sign in, and where they are signed in. */
export function ProfilePage() {
  const profile = useQuery(profileQuery);
  const [codes, setCodes] = useState<string[]>();
  if (profile.isPending) return <Loading />;
  if (!profile.data) return <Failed error={profile.error!} onAgain={() => profile.refetch()} />;
  const isNew = new URLSearchParams(location.search).has("welcome");
  return (
    <>
      <PageHead title={t("My profile")}>
        <span className="soft">{profile.data.email}</span>
      </PageHead>
      {isNew && profile.data.recoveryCodesLeft === 0 && (
        <div className="card welcome" role="status">
          <div>
            <strong>{t("You are in. One more thing:")}</strong>
            <div className="soft">
              {t("Keep recovery codes, for the day on which your passkey is lost. It takes half a minute.")}
            </div>
          </div>
          <MakeRecoveryCodes label={t("Make recovery codes")} isFirst onMade={setCodes} />
        </div>
      )}
      <div className="profile-grid">
        <Person profile={profile.data} />
        <SignInWays profile={profile.data} onCodes={setCodes} />
      </div>
      <Sessions />
      <RecoveryCodes codes={codes} onDone={() => setCodes(undefined)} />
    </>
  );
}

function Person({ profile }: { profile: Profile }) {
  const [name, setName] = useState(profile.name);
  const [language, setLanguage] = useState<Profile["language"]>(profile.language);
  const [timeZone, setTimeZone] = useState(profile.timeZone);
  const [mailsSignIns, setMails] = useState(profile.mailsSignIns);
  const queries = useQueryClient();
  const save = useMutation({
    mutationFn: () =>
      unwrap(
        client.PATCH("/api/v1/profile", { body: { name: name.trim(), language, timeZone, mailsSignIns } }),
      ),
    onSuccess: async () => {
      choose({ language, timeZone });
      await queries.invalidateQueries({ queryKey: profileQuery.queryKey });
      await queries.invalidateQueries({ queryKey: sessionQuery.queryKey });
      notifications.show({ message: t("Saved.") });
    },
  });
  const isSame =
    name.trim() === profile.name &&
    language === profile.language &&
    timeZone === profile.timeZone &&
    mailsSignIns === profile.mailsSignIns;
  return (
    <section className="card card-section" aria-label={t("About me")}>
      <h2 className="section-head">{t("About me")}</h2>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        <TextInput
          label={t("Name")}
          required
          maxLength={200}
          autoComplete="name"
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={fieldProblem(save.error, "name")}
        />
        <Select
          label={t("Language")}
          data={[
            { value: "en", label: "English" },
            { value: "de", label: "Deutsch" },
          ]}
          allowDeselect={false}
          value={language}
          onChange={(value) => value && setLanguage(value as Profile["language"])}
        />
        <Select
          label={t("Time zone")}
          placeholder={t("As this device has it")}
          clearable
          searchable
          data={Intl.supportedValuesOf("timeZone")}
          value={timeZone}
          onChange={setTimeZone}
          error={fieldProblem(save.error, "timeZone")}
        />
        <Checkbox
          label={t("Tell me by e-mail when I sign in from a new device")}
          checked={mailsSignIns}
          onChange={(event) => setMails(event.currentTarget.checked)}
        />
        <FormProblem error={save.error} shown={["name"]} />
        <Button type="submit" loading={save.isPending} disabled={isSame}>
          {t("Save")}
        </Button>
      </form>
    </section>
  );
}

function SignInWays({ profile, onCodes }: { profile: Profile; onCodes(codes: string[]): void }) {
  return (
    <section className="card card-section" aria-label={t("How I sign in")}>
      <h2 className="section-head">{t("How I sign in")}</h2>
      <Passkeys />
      {profile.connections.map((name) => (
        <div className="way" key={name}>
          <IconKey size={20} stroke={1.7} aria-hidden />
          <div>
            <strong>{name}</strong>
            <div className="soft small-text">{t("Your company's single sign-on")}</div>
          </div>
        </div>
      ))}
      <Authenticator profile={profile} />
      <div className="way">
        <IconKey size={20} stroke={1.7} aria-hidden />
        <div>
          <strong>{t("Recovery codes")}</strong>
          <div className={`small-text ${profile.recoveryCodesLeft === 0 ? "problem" : "soft"}`}>
            {profile.recoveryCodesLeft === 0
              ? t("You have none.")
              : t("{count} left", { count: profile.recoveryCodesLeft })}
          </div>
        </div>
        <MakeRecoveryCodes
          label={profile.recoveryCodesLeft === 0 ? t("Make ten") : t("Make new ones")}
          isFirst={profile.recoveryCodesLeft === 0}
          onMade={onCodes}
        />
      </div>
    </section>
  );
}

function Passkeys() {
  const passkeys = useQuery(passkeysQuery);
  const queries = useQueryClient();
  const refresh = async () => {
    await queries.invalidateQueries({ queryKey: passkeysQuery.queryKey });
    await queries.invalidateQueries({ queryKey: profileQuery.queryKey });
  };
  const add = useMutation({
    mutationFn: async () => {
      const passkey = await makePasskey(await unwrap(client.POST("/api/v1/profile/passkey-options")));
      return unwrap(client.POST("/api/v1/profile/passkeys", { body: { name: deviceWords(), passkey } }));
    },
    onSuccess: refresh,
  });
  const obstacle = passkeyObstacle();
  return (
    <>
      {passkeys.data?.map((passkey) => (
        <PasskeyRow key={passkey.id} passkey={passkey} onChanged={refresh} />
      ))}
      <Button
        variant="default"
        leftSection={<IconFingerprint size={18} />}
        disabled={obstacle !== undefined}
        loading={add.isPending}
        onClick={() => add.mutate()}
      >
        {t("Add a passkey")}
      </Button>
      {obstacle && <p className="soft small-text">{obstacle}</p>}
      {add.error && (
        <p role="alert" className="problem">
          {add.error.message}
        </p>
      )}
    </>
  );
}

function PasskeyRow({ passkey, onChanged }: { passkey: Passkey; onChanged(): Promise<void> }) {
  const { id, name, isBackedUp, createdAt, lastUsedAt } = passkey;
  const [isNaming, { open, close }] = useDisclosure();
  const [text, setText] = useState(name);
  const params = { path: { id } };
  const rename = useMutation({
    mutationFn: () =>
      unwrap(client.PATCH("/api/v1/profile/passkeys/{id}", { params, body: { name: text.trim() } })),
    onSuccess: async () => {
      await onChanged();
      close();
    },
  });
  return (
    <div className="way">
      <IconFingerprint size={20} stroke={1.7} aria-hidden />
      <div>
        <strong className="breakable">{name}</strong>
        <div className="soft small-text">
          {isBackedUp ? t("Passkey, synchronised") : t("Passkey, on one device")}
          {" · "}
          {t("made {made} · used {used}", {
            made: <Time iso={createdAt} />,
            used: <Time iso={lastUsedAt} none={t("never")} />,
          })}
        </div>
      </div>
      <div className="row-actions">
        <Button size="compact-xs" variant="default" aria-label={t("Rename {name}", { name })} onClick={open}>
          {t("Rename")}
        </Button>
        <ConfirmButton
          size="compact-xs"
          label={t("Remove")}
          title={t("Remove the passkey {name}?", { name })}
          action={t("Remove")}
          act={async () => {
            await unwrap(client.DELETE("/api/v1/profile/passkeys/{id}", { params }));
            await onChanged();
          }}
        >
          {t("Nobody signs in with it any more. Remove it in the device's own list of passkeys, too.")}
        </ConfirmButton>
      </div>
      <Modal opened={isNaming} onClose={close} title={t("Rename the passkey")} centered>
        <form
          className="form"
          onSubmit={(event) => {
            event.preventDefault();
            rename.mutate();
          }}
        >
          <TextInput
            label={t("Name")}
            required
            maxLength={200}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            error={fieldProblem(rename.error, "name")}
            data-autofocus
          />
          <FormProblem error={rename.error} shown={["name"]} />
          <Button type="submit" loading={rename.isPending}>
            {t("Save")}
          </Button>
        </form>
      </Modal>
    </div>
  );
}

function Authenticator({ profile }: { profile: Profile }) {
  const [isOpen, { open, close }] = useDisclosure();
  const [code, setCode] = useState("");
  const queries = useQueryClient();
  const refresh = () => queries.invalidateQueries({ queryKey: profileQuery.queryKey });
  const begin = useMutation({
    mutationFn: () => unwrap(client.POST("/api/v1/profile/authenticator/secret")),
    onSuccess: () => {
      setCode("");
      open();
    },
  });
  const keep = useMutation({
    mutationFn: () =>
      unwrap(client.POST("/api/v1/profile/authenticator", { body: { code: code.replace(/\s/g, "") } })),
    onSuccess: async () => {
      await refresh();
      close();
      notifications.show({ message: t("The app is your second factor from now on.") });
    },
  });
  return (
    <div className="way">
      <IconDeviceMobile size={20} stroke={1.7} aria-hidden />
      <div>
        <strong>{t("Authenticator app")}</strong>
        <div className="soft small-text">
          {profile.hasAuthenticator
            ? t("Asked for when your provider alone has let you in")
            : t("Codes as second factor, e.g. with single sign-on")}
        </div>
        {begin.error && (
          <p role="alert" className="problem">
            {begin.error.message}
          </p>
        )}
      </div>
      <div className="row-actions">
        <Button size="compact-xs" variant="default" loading={begin.isPending} onClick={() => begin.mutate()}>
          {profile.hasAuthenticator ? t("Change") : t("Set up")}
        </Button>
        {profile.hasAuthenticator && (
          <ConfirmButton
            size="compact-xs"
            label={t("Remove")}
            title={t("Remove the authenticator app?")}
            action={t("Remove")}
            act={async () => {
              await unwrap(client.DELETE("/api/v1/profile/authenticator"));
              await refresh();
            }}
          >
            {t("Its codes are worth nothing from now on.")}
          </ConfirmButton>
        )}
      </div>
      <Modal opened={isOpen} onClose={close} title={t("Set up the authenticator app")} centered>
        <form
          className="form"
          onSubmit={(event) => {
            event.preventDefault();
            keep.mutate();
          }}
        >
          {begin.data && <AuthenticatorSecret {...begin.data} />}
          <CodeField code={code} onChange={setCode} error={keep.error} />
          <Button type="submit" loading={keep.isPending}>
            {t("Use this app")}
          </Button>
        </form>
      </Modal>
    </div>
  );
}

function MakeRecoveryCodes({
  label,
  isFirst,
  onMade,
}: {
  label: string;
  isFirst: boolean;
  onMade(codes: string[]): void;
}) {
  const queries = useQueryClient();
  const make = async () => {
    const { codes } = await unwrap(client.POST("/api/v1/profile/recovery-codes"));
    await queries.invalidateQueries({ queryKey: profileQuery.queryKey });
    onMade(codes);
  };
  const run = useMutation({ mutationFn: make });
  if (isFirst)
    return (
      <div>
        <Button size="compact-sm" variant="default" loading={run.isPending} onClick={() => run.mutate()}>
          {label}
        </Button>
        {run.error && (
          <p role="alert" className="problem">
            {run.error.message}
          </p>
        )}
      </div>
    );
  return (
    <ConfirmButton
      size="compact-xs"
      isHarmless
      label={label}
      title={t("Make new recovery codes?")}
      action={t("Make ten new ones")}
      act={make}
    >
      {t("Those that you have kept are worth nothing then.")}
    </ConfirmButton>
  );
}

const wayWords: Record<OwnSession["way"], string> = {
  passkey: t("by passkey"),
  connection: t("by single sign-on"),
  visit: t("as an operator"),
};

function Sessions() {
  const sessions = useQuery(sessionsQuery);
  const queries = useQueryClient();
  const refresh = () => queries.invalidateQueries({ queryKey: sessionsQuery.queryKey });
  const items = [...(sessions.data ?? [])].sort(
    (a, b) => Number(b.isThis) - Number(a.isThis) || b.lastUsedAt.localeCompare(a.lastUsedAt),
  );
  return (
    <section style={{ marginTop: 28 }} aria-label={t("Where I am signed in")}>
      <div className="page-head">
        <h2 className="section-head">{t("Where I am signed in")}</h2>
        {items.length > 1 && (
          <ConfirmButton
            ml="auto"
            size="xs"
            label={t("Sign out everywhere else")}
            title={t("Sign out everywhere else?")}
            action={t("Sign out")}
            act={async () => {
              await unwrap(client.POST("/api/v1/sessions/end-others"));
              await refresh();
            }}
          >
            {t("Every other browser is out at once. This one stays.")}
          </ConfirmButton>
        )}
      </div>
      {sessions.error && !sessions.data ? (
        <Failed error={sessions.error} onAgain={() => sessions.refetch()} />
      ) : (
        <div className="card" style={{ overflow: "hidden" }}>
          <table className="table">
            <thead>
              <tr>
                <th>{t("Device")}</th>
                <th>{t("Place")}</th>
                <th>{t("Signed in")}</th>
                <th>{t("Used")}</th>
                <th>
                  <span className="visually-hidden">{t("Actions")}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {items.map((session) => (
                <tr key={session.id}>
                  <td className="wide">
                    <strong>{session.device}</strong>{" "}
                    {session.isThis && <span className="tag">{t("this one")}</span>}
                  </td>
                  <td data-label={t("Place")}>{session.lastUsedFrom}</td>
                  <td data-label={t("Signed in")}>
                    <Time iso={session.createdAt} />{" "}
                    <span className="soft">
                      {session.connection
                        ? t("by {connection}", { connection: session.connection })
                        : wayWords[session.way]}
                    </span>
                  </td>
                  <td data-label={t("Used")}>
                    <Time iso={session.lastUsedAt} />
                  </td>
                  <td className="wide">
                    <div className="row-actions">
                      {!session.isThis && (
                        <ConfirmButton
                          size="compact-xs"
                          label={t("End")}
                          title={t("End the session on {device}?", { device: session.device })}
                          action={t("End it")}
                          act={async () => {
                            const params = { path: { id: session.id } };
                            await unwrap(client.DELETE("/api/v1/sessions/{id}", { params }));
                            await refresh();
                          }}
                        >
                          {t("That browser is out at once.")}
                        </ConfirmButton>
                      )}
                    </div>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
