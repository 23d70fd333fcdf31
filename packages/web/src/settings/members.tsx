import { Button, Modal } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { client, type Member, unwrap } from "../api/client.ts";
import { sessionQuery } from "../api/queries.ts";
import { t } from "../language/language.ts";
import { ConfirmButton } from "../parts/confirm-button.tsx";
import { FormProblem } from "../parts/form-problem.tsx";
import { ShownOnce } from "../parts/shown-once.tsx";
import { Failed, Loading, PageHead, Time } from "../parts/small.tsx";
import { Invitations, Invite } from "./invitations.tsx";
import { PrivilegeWords, RoleAndPrivileges } from "./privileges.tsx";
import { invitationsQuery, membersQuery, useIsAdmin } from "./queries.ts";
import { roleNames } from "./role-choice.tsx";

export function MembersPage() {
  const members = useQuery(membersQuery);
  const isAdmin = useIsAdmin();
  if (members.isPending) return <Loading />;
  if (members.error && !members.data)
    return <Failed error={members.error} onAgain={() => members.refetch()} />;
  const byName = [...members.data].sort((a, b) => a.name.localeCompare(b.name, "en"));
  return (
    <>
      <PageHead title={t("Members")}>
        <span className="soft">{t("Admins change everything; users read.")}</span>
        {isAdmin && <Invite />}
      </PageHead>
      <div className="card" style={{ overflow: "hidden" }}>
        <table className="table">
          <thead>
            <tr>
              <th>{t("Member")}</th>
              <th>{t("Role")}</th>
              <th>{t("Since")}</th>
              {isAdmin && (
                <th>
                  <span className="visually-hidden">{t("Actions")}</span>
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {byName.map((member) => (
              <MemberRow key={member.id} member={member} isAdmin={isAdmin} />
            ))}
          </tbody>
        </table>
      </div>
      <Invitations isAdmin={isAdmin} />
    </>
  );
}

const originWords: Record<Member["origin"], string> = {
  invitation: t("invited"),
  "sign-on": t("by single sign-on"),
  provisioning: t("by the directory service"),
};

function MemberRow({ member, isAdmin }: { member: Member; isAdmin: boolean }) {
  const isMe = useQuery(sessionQuery).data?.member?.id === member.id;
  return (
    <tr>
      <td className="wide">
        <strong className="breakable">{member.name}</strong> {isMe && <span className="tag">{t("you")}</span>}{" "}
        {member.state === "suspended" && <span className="state state-empty">{t("Suspended")}</span>}
        <div className="soft small-text breakable">
          {member.email}
          {!member.isEmailConfirmed && ` · ${t("address not confirmed")}`}
        </div>
      </td>
      <td data-label={t("Role")}>
        {roleNames[member.role]}
        <PrivilegeWords names={member.privileges} />
      </td>
      <td data-label={t("Since")}>
        <Time iso={member.createdAt} /> <span className="soft">{originWords[member.origin]}</span>
      </td>
      {isAdmin && (
        <td className="wide">
          <div className="row-actions">
            <ChangeMember member={member} isMe={isMe} />
            {!isMe && <NewSignInLink member={member} />}
            {!isMe && <Suspend member={member} />}
            <Remove member={member} isMe={isMe} />
          </div>
        </td>
      )}
    </tr>
  );
}

function ChangeMember({ member, isMe }: { member: Member; isMe: boolean }) {
  const [isOpen, { open, close }] = useDisclosure();
  const [role, setRole] = useState(member.role);
  const [privileges, setPrivileges] = useState(member.privileges);
  const refresh = useRefresh();
  const { id, name } = member;
  const save = useMutation({
    mutationFn: () =>
      unwrap(
        client.PATCH("/api/v1/members/{id}", {
          params: { path: { id }, header: { "if-match": `"${member.version}"` } },
          body: { role, privileges: role === "admin" ? [] : privileges },
        }),
      ),
    onSuccess: async () => {
      await refresh(isMe);
      close();
    },
  });
  return (
    <>
      <Button
        size="compact-sm"
        variant="default"
        aria-label={t("Role of {name}", { name })}
        onClick={() => {
          save.reset();
          setRole(member.role);
          setPrivileges(member.privileges);
          open();
        }}
      >
        {t("Role")}
      </Button>
      <Modal
        opened={isOpen}
        onClose={close}
        title={isMe ? t("Your role") : t("Role of {name}", { name })}
        centered
      >
        <form
          className="form"
          onSubmit={(event) => {
            event.preventDefault();
            save.mutate();
          }}
        >
          <RoleAndPrivileges
            role={role}
            privileges={privileges}
            onChange={(nextRole, next) => {
              setRole(nextRole);
              setPrivileges(next);
            }}
          />
          {isMe && role === "user" && (
            <p className="soft small-text" style={{ margin: 0 }}>
              {t("You can't undo this yourself: another admin has to make you admin again.")}
            </p>
          )}
          <FormProblem error={save.error} shown={[]} />
          <Button
            type="submit"
            loading={save.isPending}
            {...(isMe && role === "user" ? { color: "red" } : {})}
          >
            {isMe && role === "user" ? t("Make me a user") : t("Save")}
          </Button>
        </form>
      </Modal>
    </>
  );
}

function NewSignInLink({ member: { id, name } }: { member: Member }) {
  const [link, setLink] = useState<string>();
  const queries = useQueryClient();
  return (
    <>
      <ConfirmButton
        size="compact-sm"
        isHarmless
        label={t("New way in")}
        title={t("A new way in for {name}?", { name })}
        action={t("Make the link")}
        act={async () => {
          const made = await unwrap(
            client.POST("/api/v1/members/{id}/sign-in-link", { params: { path: { id } } }),
          );
          setLink(made.link);
          await queries.invalidateQueries({ queryKey: invitationsQuery.queryKey });
        }}
      >
        {t(
          "For who lost the passkey: a link, also mailed, by which {name} sets up a new one. Make sure that it is really {name} who asks.",
          { name },
        )}
      </ConfirmButton>
      <ShownOnce
        title={t("The sign-in link for {name}", { name })}
        label={t("Sign-in link")}
        value={link}
        onDone={() => setLink(undefined)}
      >
        {t("It works once, for seven days, and makes a new passkey for {name}. The present ones stay.", {
          name,
        })}
      </ShownOnce>
    </>
  );
}

function Suspend({ member: { id, name, state } }: { member: Member }) {
  const refresh = useRefresh();
  const isActive = state === "active";
  return (
    <ConfirmButton
      size="compact-sm"
      isHarmless={!isActive}
      label={isActive ? t("Suspend") : t("Let in again")}
      title={isActive ? t("Suspend {name}?", { name }) : t("Let {name} in again?", { name })}
      action={isActive ? t("Suspend") : t("Let in again")}
      act={async () => {
        await unwrap(
          client.PATCH("/api/v1/members/{id}", {
            params: { path: { id } },
            body: { state: isActive ? "suspended" : "active" },
          }),
        );
        await refresh(false);
      }}
    >
      {isActive
        ? t("{name} is out at once, in every browser, and can't sign in until you let them in again.", {
            name,
          })
        : t("{name} can sign in as before.", { name })}
    </ConfirmButton>
  );
}

function Remove({ member: { id, name }, isMe }: { member: Member; isMe: boolean }) {
  const refresh = useRefresh();
  return (
    <ConfirmButton
      size="compact-sm"
      label={isMe ? t("Leave") : t("Remove")}
      title={isMe ? t("Leave this account?") : t("Remove {name}?", { name })}
      action={isMe ? t("Leave") : t("Remove")}
      act={async () => {
        await unwrap(client.DELETE("/api/v1/members/{id}", { params: { path: { id } } }));
        await refresh(isMe);
      }}
    >
      {t(
        "{isMe, select, true {You are} other {{name} is}} out at once, in every browser. The way back is a new invitation. What was done before stays in the audit trail.",
        { isMe: String(isMe), name },
      )}
    </ConfirmButton>
  );
}

/** Whoever changes oneself may see other things from now on. */
function useRefresh() {
  const queries = useQueryClient();
  return async (isMe: boolean) => {
    if (isMe) await queries.invalidateQueries({ queryKey: sessionQuery.queryKey });
    await queries.invalidateQueries({ queryKey: membersQuery.queryKey });
  };
}
