import type { IncomingMessage } from "node:http";
import type { KoaContextWithOIDC } from "oidc-provider";
import type { Person } from "./index.ts";
import { endSession } from "./logout.ts";
import { errors, interactionPolicy, type Middleware, type Provider } from "./oidc.ts";
import { choicePage, messagePage, showPage } from "./pages.ts";
import type { People } from "./people.ts";
import type { FormTargets } from "./provider.ts";

type Context = Parameters<Middleware>[0];
type Interaction = Awaited<ReturnType<Provider["interactionDetails"]>>;

const path = /^\/interaction\/([\w-]+)(\/sign-in)?$/;

/** When oidc-provider asks: as ever, and when it would not notice that a new sign-in is due. */
export function newPolicy(people: People) {
  const policy = interactionPolicy.base();
  policy.add(new interactionPolicy.Prompt({ name: "select_account", requestable: true }), 0);
  const add = (reason: string, description: string, isDue: (oidc: KoaContextWithOIDC["oidc"]) => boolean) =>
    policy
      .get("login")
      ?.checks.add(
        new interactionPolicy.Check(reason, description, ({ oidc }) => !oidc.result?.login && isDue(oidc)),
      );
  add("login_hint", "someone else is signed in", ({ params, session }) => {
    const hinted = people.hinted(params?.login_hint);
    return hinted !== undefined && hinted.id !== session?.accountId;
  });
  // Within the same second as the last sign-in, too.
  add("max_age_zero", "a new sign-in is asked for", ({ params }) => Number(params?.max_age ?? 1) === 0);
  add("account_gone", "who was signed in is nobody anymore", ({ account }) => !account);
  return policy;
}

/** The page on which an identity is chosen, and the choice. */
export function newInteractions(
  provider: Provider,
  people: People,
  page: { title: string; prefix: string; targets: FormTargets },
): Middleware {
  return async (context, next) => {
    const [, uid, isChoice] = path.exec(context.path) ?? [];
    if (!uid) return next();
    if (context.method !== (isChoice ? "POST" : "GET")) {
      context.status = 405;
      return;
    }
    const interaction = await findInteraction(provider, context, uid);
    if (!interaction) {
      showMissing(context);
    } else if (isChoice) {
      const person = people.get((await readForm(context.req)).get("person") ?? "");
      if (person) await signIn(provider, context, interaction, person);
      else showMissing(context);
    } else if (interaction.prompt.name === "consent") {
      await finish(provider, context, { consent: {} });
    } else {
      const hinted = people.hinted(interaction.params.login_hint);
      if (hinted && !mustAsk(interaction)) {
        await signIn(provider, context, interaction, hinted);
      } else {
        const action = `${page.prefix}/interaction/${uid}/sign-in`;
        const html = choicePage({ title: page.title, action, people: inOrder(people, hinted) });
        showPage(context, html, page.targets(interaction.params.client_id));
      }
    }
  };
}

/** Otherwise a hint is enough, for a new sign-in (`prompt=login`), too. */
function mustAsk({ prompt }: Interaction): boolean {
  return prompt.name === "select_account";
}

function inOrder(people: People, first: Person | undefined): readonly Person[] {
  return first ? [first, ...people.all.filter((person) => person !== first)] : people.all;
}

/** Only with the cookie of the browser that began it. */
async function findInteraction(provider: Provider, context: Context, uid: string) {
  try {
    const interaction = await provider.interactionDetails(context.req, context.res);
    return interaction.uid === uid ? interaction : undefined;
  } catch (error) {
    if (error instanceof errors.SessionNotFound) return undefined;
    throw error;
  }
}

async function signIn(
  provider: Provider,
  context: Context,
  interaction: Interaction,
  { id, amr, acr }: Person,
): Promise<void> {
  await leaveOther(provider, context, interaction, id);
  await finish(provider, context, {
    select_account: {},
    login: { accountId: id, ...(amr && { amr: [...amr] }), ...(acr && { acr }) },
  });
}

/** Who was signed in before is signed out, here as oidc-provider would do it with a page that submits itself. */
async function leaveOther(
  provider: Provider,
  context: Context,
  interaction: Interaction,
  id: string,
): Promise<void> {
  const session = await provider.Session.get(context);
  if (!session.accountId || session.accountId === id) return;
  interaction.session = undefined;
  await interaction.persist();
  await endSession(provider, session);
}

async function finish(provider: Provider, context: Context, result: object): Promise<void> {
  const target = await provider.interactionResult(context.req, context.res, { ...result });
  context.status = 303;
  context.redirect(target);
}

function showMissing(context: Context): void {
  context.status = 400;
  showPage(
    context,
    messagePage("This sign-in is no longer valid", "Go back to the application and sign in again."),
  );
}

async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  let text = "";
  for await (const chunk of request.setEncoding("utf8")) {
    text += chunk;
    if (text.length > 4096) return new URLSearchParams();
  }
  return new URLSearchParams(text);
}
