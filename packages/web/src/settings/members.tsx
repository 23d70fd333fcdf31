import { NativeSelect } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { client, type Member, unwrap } from "../api/client.ts";
import { sessionQuery } from "../api/queries.ts";
import { ConfirmButton } from "../parts/confirm-button.tsx";
import { Failed, Loading, PageHead, Time } from "../parts/small.tsx";
import { Invitations, Invite } from "./invitations.tsx";
import { membersQuery, useIsAdmin } from "./queries.ts";

export function MembersPage() {
  const members = useQuery(membersQuery);
  const isAdmin = useIsAdmin();
  if (members.isPending) return <Loading />;
  if (members.error && !members.data)
    return <Failed error={members.error} onAgain={() => members.refetch()} />;
  const byName = [...members.data].sort((a, b) => a.name.localeCompare(b.name, "en"));
  return (
    <>
      <PageHead title="Members">
        <span className="soft">Admins change everything; users read.</span>
        {isAdmin && <Invite />}
      </PageHead>
      <div className="card" style={{ overflow: "hidden" }}>
        <table className="table">
          <thead>
            <tr>
              <th>Member</th>
              <th>Role</th>
              <th>Since</th>
              {isAdmin && <th aria-label="Actions" />}
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

function MemberRow({ member, isAdmin }: { member: Member; isAdmin: boolean }) {
  const isMe = useQuery(sessionQuery).data?.member?.id === member.id;
  return (
    <tr>
      <td className="wide">
        <strong className="breakable">{member.name}</strong> {isMe && <span className="tag">you</span>}
        <div className="soft small-text breakable">{member.email}</div>
      </td>
      <td data-label="Role">{isAdmin ? <RoleOf member={member} isMe={isMe} /> : member.role}</td>
      <td data-label="Since">
        <Time iso={member.createdAt} />
      </td>
      {isAdmin && (
        <td className="wide">
          <div className="row-actions">
            <Remove member={member} isMe={isMe} />
          </div>
        </td>
      )}
    </tr>
  );
}

/** Changed at once, and back again when the API refuses it. */
function RoleOf({ member: { id, name, role }, isMe }: { member: Member; isMe: boolean }) {
  const refresh = useRefresh();
  const change = useMutation({
    mutationFn: (to: Member["role"]) =>
      unwrap(client.PATCH("/api/v1/members/{id}", { params: { path: { id } }, body: { role: to } })),
    onSettled: () => refresh(isMe),
  });
  if (isMe && role === "admin")
    return (
      <span style={{ display: "inline-flex", gap: 8, alignItems: "center" }}>
        admin
        <ConfirmButton
          size="compact-xs"
          label="Make me a user"
          title="Give up your role?"
          action="Make me a user"
          act={() => change.mutateAsync("user")}
        >
          You can only read then. Another admin has to make you admin again.
        </ConfirmButton>
      </span>
    );
  return (
    <NativeSelect
      size="xs"
      w={110}
      aria-label={`Role of ${name}`}
      data={["admin", "user"]}
      value={change.isPending ? change.variables : role}
      onChange={(event) => change.mutate(event.currentTarget.value as Member["role"])}
      error={change.error?.message}
    />
  );
}

function Remove({ member: { id, name }, isMe }: { member: Member; isMe: boolean }) {
  const refresh = useRefresh();
  return (
    <ConfirmButton
      size="compact-xs"
      label={isMe ? "Leave" : "Remove"}
      title={isMe ? "Leave this account?" : `Remove ${name}?`}
      action={isMe ? "Leave" : "Remove"}
      act={async () => {
        await unwrap(client.DELETE("/api/v1/members/{id}", { params: { path: { id } } }));
        await refresh(isMe);
      }}
    >
      {isMe ? "You are" : `${name} is`} out at once, in every browser. The way back is a new invitation. What
      was done before stays in the audit trail.
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
