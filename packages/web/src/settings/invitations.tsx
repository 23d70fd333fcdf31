import { Button, Modal, Textarea } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconUserPlus } from "@tabler/icons-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { ApiProblem, client, type Invitation, type Member, unwrap } from "../api/client.ts";
import { t } from "../language/language.ts";
import { ConfirmButton } from "../parts/confirm-button.tsx";
import { FormProblem } from "../parts/form-problem.tsx";
import { ShownOnce } from "../parts/shown-once.tsx";
import { Failed, Time } from "../parts/small.tsx";
import { PrivilegeWords, RoleAndPrivileges } from "./privileges.tsx";
import { invitationsQuery } from "./queries.ts";
import { roleNames } from "./role-choice.tsx";

const stateWords: Record<Invitation["state"], string> = {
  open: t("Open"),
  used: t("Used"),
  expired: t("Expired"),
};
const stateClass: Record<Invitation["state"], string> = {
  open: "state-coming",
  used: "state-ok",
  expired: "state-unknown",
};

export function Invite() {
  const [isOpen, { open, close }] = useDisclosure();
  const [made, setMade] = useState<Invitation[]>();
  const [first] = made ?? [];
  return (
    <>
      <Button leftSection={<IconUserPlus size={16} />} onClick={open} ml="auto">
        {t("Invite")}
      </Button>
      <Modal opened={isOpen} onClose={close} title={t("Invite people")} centered>
        <InviteForm
          onInvited={(items) => {
            close();
            setMade(items);
          }}
        />
      </Modal>
      <ShownOnce
        title={
          made?.length === 1
            ? t("{email} is invited", { email: first?.email })
            : t("{count} people are invited", { count: made?.length })
        }
        label={made?.length === 1 ? t("Registration link") : t("Registration links")}
        value={made?.map(({ email, link }) => (made.length === 1 ? link : `${email} ${link}`)).join("\n")}
        onDone={() => setMade(undefined)}
      >
        {t(
          "Refill mails it, if it has a mail server. Otherwise send it yourself. It works once, for this address, for seven days; if it is lost, send the invitation again.",
        )}
      </ShownOnce>
    </>
  );
}

function InviteForm({ onInvited }: { onInvited(items: Invitation[]): void }) {
  const [role, setRole] = useState<Member["role"]>("user");
  const [privileges, setPrivileges] = useState<Member["privileges"]>([]);
  const [text, setText] = useState("");
  const queries = useQueryClient();
  const emails = text.split(/[\s,;]+/).filter((each) => each !== "");
  const invite = useMutation({
    mutationFn: () =>
      unwrap(
        client.POST("/api/v1/invitations", {
          body: { emails, role, privileges: role === "admin" ? [] : privileges },
        }),
      ),
    onSuccess: ({ items }) => {
      void queries.invalidateQueries({ queryKey: invitationsQuery.queryKey });
      onInvited(items);
    },
  });
  const wrong = invite.error && fieldAt(invite.error, emails);
  return (
    <form
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        invite.mutate();
      }}
    >
      <Textarea
        label={t("E-mail addresses")}
        description={t("One or many, each on a line. Nobody registers with another one")}
        placeholder={t("maria.berger@acme.example")}
        autosize
        minRows={2}
        maxRows={8}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          invite.reset();
        }}
        error={wrong}
        data-autofocus
      />
      <RoleAndPrivileges
        role={role}
        privileges={privileges}
        onChange={(nextRole, next) => {
          setRole(nextRole);
          setPrivileges(next);
        }}
      />
      <FormProblem error={invite.error} shown={["emails"]} />
      <Button type="submit" loading={invite.isPending} disabled={emails.length === 0}>
        {emails.length > 1 ? t("Invite {count} people", { count: emails.length }) : t("Invite")}
      </Button>
    </form>
  );
}

/** Which of the addresses is wrong, by its place in the list. */
function fieldAt(error: Error, emails: readonly string[]): string | undefined {
  if (!(error instanceof ApiProblem)) return undefined;
  const found = Object.entries(error.fields).map(([field, message]) => {
    const [, index] = /^emails\[(\d+)\]/.exec(field) ?? [];
    const isPattern = /pattern/.test(message);
    return index === undefined
      ? undefined
      : `${emails[Number(index)]} ${isPattern ? t("is no e-mail address") : message}`;
  });
  return found.filter((each) => each !== undefined).join("; ") || undefined;
}

export function Invitations({ isAdmin }: { isAdmin: boolean }) {
  const invitations = useQuery(invitationsQuery);
  const rank = { open: 0, used: 1, expired: 2 };
  const items = [...(invitations.data ?? [])].sort(
    (a, b) => rank[a.state] - rank[b.state] || b.createdAt.localeCompare(a.createdAt),
  );
  return (
    <section style={{ marginTop: 28 }} aria-label={t("Invitations")}>
      <h2 className="section-head">{t("Invitations")}</h2>
      {invitations.error && !invitations.data ? (
        <Failed error={invitations.error} onAgain={() => invitations.refetch()} />
      ) : items.length === 0 ? (
        <p className="soft section-note">
          {isAdmin
            ? t("Nobody is invited. Invite sends a link by which somebody joins you.")
            : t("Nobody is invited.")}
        </p>
      ) : (
        <div className="card" style={{ overflow: "hidden", marginTop: 10 }}>
          <table className="table">
            <thead>
              <tr>
                <th>{t("For")}</th>
                <th>{t("Role")}</th>
                <th>{t("State")}</th>
                <th>{t("Made")}</th>
                <th>{t("Until")}</th>
                {isAdmin && (
                  <th>
                    <span className="visually-hidden">{t("Actions")}</span>
                  </th>
                )}
              </tr>
            </thead>
            <tbody>
              {items.map((invitation) => (
                <InvitationRow key={invitation.id} invitation={invitation} isAdmin={isAdmin} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

function InvitationRow({ invitation, isAdmin }: { invitation: Invitation; isAdmin: boolean }) {
  const { id, email, role, state, createdAt, expiresAt, usedAt, mailedAt, mailProblem, isForMember } =
    invitation;
  const [link, setLink] = useState<string>();
  const queries = useQueryClient();
  return (
    <tr>
      <td className="wide breakable">
        {email ?? <span className="soft">{t("whoever has the link")}</span>}
        {isForMember && <div className="soft small-text">{t("a new way in for a member")}</div>}
        {mailProblem && (
          <div className="problem small-text">{t("Not mailed: {mailProblem}", { mailProblem })}</div>
        )}
        {mailedAt && !usedAt && (
          <div className="soft small-text">{t("mailed {time}", { time: <Time iso={mailedAt} /> })}</div>
        )}
      </td>
      <td data-label={t("Role")}>
        {roleNames[role]}
        <PrivilegeWords names={invitation.privileges} />
      </td>
      <td data-label={t("State")}>
        <span className={`state ${stateClass[state]}`}>{stateWords[state]}</span>
      </td>
      <td data-label={t("Made")}>
        <Time iso={createdAt} />
      </td>
      <td data-label={usedAt ? t("Used") : t("Until")}>
        {usedAt ? (
          <span className="soft">{t("used {time}", { time: <Time iso={usedAt} /> })}</span>
        ) : (
          <Time iso={expiresAt} />
        )}
      </td>
      {isAdmin && (
        <td className="wide">
          <div className="row-actions">
            {state !== "used" && (
              <ConfirmButton
                size="compact-sm"
                isHarmless
                label={t("Send again")}
                title={t("Send it again to {email}?", { email: email ?? t("whoever has it") })}
                action={t("Send again")}
                act={async () => {
                  const sent = await unwrap(
                    client.POST("/api/v1/invitations/{id}/send", { params: { path: { id } } }),
                  );
                  setLink(sent.link);
                  await queries.invalidateQueries({ queryKey: invitationsQuery.queryKey });
                }}
              >
                {t("With a new link, for seven days from now. The link before opens nothing any more.")}
              </ConfirmButton>
            )}
            {state === "open" && (
              <ConfirmButton
                size="compact-sm"
                label={t("Withdraw")}
                title={t("Withdraw this invitation?")}
                action={t("Withdraw")}
                act={async () => {
                  await unwrap(client.DELETE("/api/v1/invitations/{id}", { params: { path: { id } } }));
                  await queries.invalidateQueries({ queryKey: invitationsQuery.queryKey });
                }}
              >
                {t("Its link opens nothing from now on.")}
              </ConfirmButton>
            )}
            <ShownOnce
              title={t("The new link")}
              label={t("Registration link")}
              value={link}
              onDone={() => setLink(undefined)}
            >
              {t("Refill mails it, if it has a mail server. Otherwise send it yourself.")}
            </ShownOnce>
          </div>
        </td>
      )}
    </tr>
  );
}
