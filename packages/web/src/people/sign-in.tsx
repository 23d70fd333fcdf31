import { Alert, Button, Divider, TextInput } from "@mantine/core";
import { IconFingerprint, IconKey, IconMail } from "@tabler/icons-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { client, type SignInState, unwrap } from "../api/client.ts";
import { t } from "../language/language.ts";
import { fieldProblem } from "../parts/form-problem.tsx";
import { fragmentToken } from "../parts/fragment-token.ts";
import { askForPasskey, passkeyObstacle } from "../parts/passkey.ts";
import { DemonstrationPeople } from "./demonstration-people.tsx";
import { rememberConnection, rememberedConnections } from "./remembered-connections.ts";
import { SecondFactor } from "./second-factor.tsx";
import { SignInCard } from "./sign-in-card.tsx";

const signInQuery = {
  queryKey: ["sign-in"],
  queryFn: () => unwrap(client.GET("/api/v1/sign-in")),
  staleTime: 0,
};

/** Why a provider's answer let nobody in, and what to do; nothing that tells an attacker anything. */
const problems: Record<string, string> = {
  "sign-in-over": t("This took too long, or was begun in another browser. Begin anew here."),
  "not-invited": t(
    "Your provider knows you, but nobody has invited you to Refill. Ask an admin of your account.",
  ),
  "invitation-for-another": t(
    "Your provider knows you by another address than the invited one. Ask for an invitation to that address.",
  ),
  "email-taken": t("You are a member already: sign in without the link."),
  "registration-link-used": t(
    "The link was used, replaced or withdrawn, or has expired. Ask an admin for a new one.",
  ),
  "sign-on-required": t("Your company requires another way to sign in. Enter your e-mail address below."),
  "too-many-requests": t("These were too many attempts. Wait a minute."),
};
const otherProblem = t("That did not work. Try again; if it fails again, tell an admin of your account.");

/** The page /sign-in, where providers lead back to as well. */
export function SignInPage() {
  const search = new URLSearchParams(location.search);
  return <SignIn problem={search.get("problem") ?? undefined} returnTo={search.get("returnTo") ?? "/"} />;
}

/** Also shown in place of any page that needs somebody signed in. */
export function SignIn({ problem, returnTo }: { problem?: string | undefined; returnTo: string }) {
  const state = useQuery(signInQuery);
  const queries = useQueryClient();
  useEffect(() => {
    document.title = `${t("Sign in")} · Refill`;
  }, []);
  const onSignedIn = (where: string) => {
    queries.clear();
    location.assign(where);
  };
  if (state.isPending)
    return (
      <SignInCard title="Refill">
        <p className="soft">{t("One moment …")}</p>
      </SignInCard>
    );
  if (state.error)
    return (
      <SignInCard title="Refill">
        <p role="alert">{state.error.message}</p>
        <Button onClick={() => state.refetch()}>{t("Try again")}</Button>
      </SignInCard>
    );
  if (state.data.state !== "nobody")
    return (
      <SecondFactor
        state={state.data}
        onSignedIn={onSignedIn}
        onGivenUp={async () => {
          await unwrap(client.DELETE("/api/v1/sign-in"));
          await queries.invalidateQueries({ queryKey: signInQuery.queryKey });
        }}
      />
    );
  return (
    <SignInCard title={t("Sign in to Refill")}>
      {problem && (
        <Alert color="orange" mb="md" role="alert">
          {problems[problem] ?? otherProblem}
        </Alert>
      )}
      <Ways state={state.data} returnTo={returnTo} onSignedIn={onSignedIn} refresh={() => state.refetch()} />
    </SignInCard>
  );
}

function Ways({
  state,
  returnTo,
  onSignedIn,
  refresh,
}: {
  state: SignInState;
  returnTo: string;
  onSignedIn(where: string): void;
  refresh(): void;
}) {
  const [token] = useState(fragmentToken);
  const named = useQuery({
    queryKey: ["connection-name", token],
    queryFn: () => unwrap(client.GET("/api/v1/sign-in/connections/{token}", { params: { path: { token } } })),
    enabled: token !== "",
    retry: false,
  });
  const signOn = useMutation({
    mutationFn: ({ token: to, hint, name }: { token: string; hint?: string; name?: string }) => {
      if (name) rememberConnection({ token: to, name });
      return unwrap(
        client.POST("/api/v1/sign-in/connections/{token}", {
          params: { path: { token: to } },
          body: { returnTo, ...(hint ? { hint } : {}) },
        }),
      );
    },
    onSuccess: ({ url }) => location.assign(url),
  });
  const passkey = useMutation({
    mutationFn: async () => {
      const options = await unwrap(client.POST("/api/v1/sign-in/passkey-options"));
      const answer = await askForPasskey(options);
      return unwrap(client.POST("/api/v1/sign-in/passkey", { body: { passkey: answer, returnTo } }));
    },
    onSuccess: ({ state: next, returnTo: where }) => (next === "signed-in" ? onSignedIn(where) : refresh()),
  });
  const obstacle = passkeyObstacle();
  const known = named.data ? [named.data] : rememberedConnections();
  const failure = passkey.error ?? signOn.error ?? named.error;
  return (
    <div className="form">
      {state.demonstration.length > 0 && (
        <DemonstrationPeople
          people={state.demonstration}
          busy={signOn.isPending ? signOn.variables.hint : undefined}
          onChosen={(person) => signOn.mutate(person)}
        />
      )}
      {known.map(({ token: to, name }) => (
        <Button
          key={to}
          fullWidth
          leftSection={<IconKey size={18} />}
          loading={signOn.isPending && signOn.variables.token === to && !signOn.variables.hint}
          onClick={() => signOn.mutate({ token: to, name })}
        >
          {t("Sign in with {name}", { name })}
        </Button>
      ))}
      <Button
        fullWidth
        variant={known.length + state.demonstration.length > 0 ? "default" : "filled"}
        leftSection={<IconFingerprint size={18} />}
        disabled={obstacle !== undefined}
        loading={passkey.isPending}
        onClick={() => passkey.mutate()}
      >
        {t("Sign in with a passkey")}
      </Button>
      {obstacle && <p className="soft small-text">{obstacle}</p>}
      {failure && (
        <p role="alert" className="problem">
          {failure.message}
        </p>
      )}
      <Divider label={t("or by your company")} />
      <ByAddress onFound={(connection) => signOn.mutate(connection)} />
      <Help canMail={state.canMail} />
    </div>
  );
}

function ByAddress({
  onFound,
}: {
  onFound(connection: { token: string; name: string; hint: string }): void;
}) {
  const [email, setEmail] = useState("");
  const look = useMutation({
    mutationFn: () => unwrap(client.POST("/api/v1/sign-in/ways", { body: { email: email.trim() } })),
    onSuccess: ({ items: [first] }) => {
      if (first) onFound({ ...first, hint: email.trim() });
    },
  });
  return (
    <form
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        look.mutate();
      }}
    >
      <TextInput
        type="email"
        label={t("Your e-mail address at work")}
        autoComplete="email"
        value={email}
        maxLength={254}
        onChange={(event) => {
          setEmail(event.currentTarget.value);
          look.reset();
        }}
        error={
          fieldProblem(look.error, "email")
            ? t("This is not an e-mail address.")
            : (look.error?.message ?? undefined)
        }
      />
      {look.data?.items.length === 0 && (
        <p className="soft small-text" role="status">
          {t(
            "No company has set up its own sign-in for this address. Use your passkey, or the sign-in address that your admin gave you.",
          )}
        </p>
      )}
      <Button type="submit" variant="default" loading={look.isPending} disabled={email.trim() === ""}>
        {t("Continue")}
      </Button>
    </form>
  );
}

/** The way back for who lost the passkey, and for who was never here. */
function Help({ canMail }: { canMail: boolean }) {
  const [isOpen, setOpen] = useState(false);
  const [email, setEmail] = useState("");
  const recover = useMutation({
    mutationFn: () => unwrap(client.POST("/api/v1/sign-in/recovery", { body: { email: email.trim() } })),
  });
  if (!isOpen)
    return (
      <button type="button" className="text-button" onClick={() => setOpen(true)}>
        {t("Lost your passkey, or here for the first time?")}
      </button>
    );
  return (
    <div className="form">
      <p className="soft small-text" style={{ margin: 0 }}>
        {t(
          "For the first time? Open the registration link that your admin, or Refill when it started, gave you. Lost your passkey? Any admin of your account can make you a new sign-in link under Settings, Members.",
        )}
      </p>
      {canMail && !recover.isSuccess && (
        <form
          className="form"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            recover.mutate();
          }}
        >
          <TextInput
            type="email"
            label={t("Or have a link mailed")}
            description={t("You need a recovery code or your authenticator app as well")}
            value={email}
            maxLength={254}
            onChange={(event) => setEmail(event.currentTarget.value)}
            error={
              fieldProblem(recover.error, "email")
                ? t("This is not an e-mail address.")
                : recover.error?.message
            }
          />
          <Button
            type="submit"
            variant="default"
            leftSection={<IconMail size={18} />}
            loading={recover.isPending}
            disabled={email.trim() === ""}
          >
            {t("Mail me a link")}
          </Button>
        </form>
      )}
      {recover.isSuccess && (
        <p role="status">
          {t(
            "If this address is a member's with recovery codes or an app, a link is on its way. It works for an hour.",
          )}
        </p>
      )}
    </div>
  );
}
