import { Button, Modal, TextInput } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconUserPlus } from "@tabler/icons-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { client, type Invitation, type Member, unwrap } from "../api/client.ts";
import { ConfirmButton } from "../parts/confirm-button.tsx";
import { FormProblem, fieldProblem } from "../parts/form-problem.tsx";
import { ShownOnce } from "../parts/shown-once.tsx";
import { Failed, Time } from "../parts/small.tsx";
import { invitationsQuery } from "./queries.ts";
import { RoleChoice } from "./role-choice.tsx";

const stateWords: Record<Invitation["state"], string> = { open: "Open", used: "Used", expired: "Expired" };
const stateClass: Record<Invitation["state"], string> = {
  open: "state-coming",
  used: "state-ok",
  expired: "state-unknown",
};

export function Invite() {
  const [isOpen, { open, close }] = useDisclosure();
  const [link, setLink] = useState<string>();
  return (
    <>
      <Button leftSection={<IconUserPlus size={16} />} onClick={open} ml="auto">
        Invite
      </Button>
      <Modal opened={isOpen} onClose={close} title="Invite somebody" centered>
        <InviteForm
          onInvited={(made) => {
            close();
            setLink(made);
          }}
        />
      </Modal>
      <ShownOnce
        title="Send this link to whom you invite"
        label="Registration link"
        value={link}
        onDone={() => setLink(undefined)}
      >
        Refill does not send it. It works once, for seven days. If it is lost, withdraw the invitation and
        make another one.
      </ShownOnce>
    </>
  );
}

function InviteForm({ onInvited }: { onInvited(link: string | undefined): void }) {
  const [role, setRole] = useState<Member["role"]>("user");
  const [email, setEmail] = useState("");
  const queries = useQueryClient();
  const invite = useMutation({
    mutationFn: () =>
      unwrap(
        client.POST("/api/v1/invitations", {
          body: { role, ...(email.trim() ? { email: email.trim() } : {}) },
        }),
      ),
    onSuccess: ({ link }) => {
      void queries.invalidateQueries({ queryKey: invitationsQuery.queryKey });
      onInvited(link);
    },
  });
  return (
    <form
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        invite.mutate();
      }}
    >
      <RoleChoice value={role} onChange={setRole} />
      <TextInput
        type="email"
        label="E-mail address"
        description="Nobody registers with another one. Without it, whoever has the link does"
        placeholder="not needed"
        maxLength={254}
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
        error={fieldProblem(invite.error, "email")}
        data-autofocus
      />
      <FormProblem error={invite.error} shown={["email"]} />
      <Button type="submit" loading={invite.isPending}>
        Make the link
      </Button>
    </form>
  );
}

export function Invitations({ isAdmin }: { isAdmin: boolean }) {
  const invitations = useQuery(invitationsQuery);
  const rank = { open: 0, used: 1, expired: 2 };
  const items = [...(invitations.data ?? [])].sort(
    (a, b) => rank[a.state] - rank[b.state] || b.createdAt.localeCompare(a.createdAt),
  );
  return (
    <section style={{ marginTop: 28 }} aria-label="Invitations">
      <h2 className="section-head">Invitations</h2>
      {invitations.error && !invitations.data ? (
        <Failed error={invitations.error} onAgain={() => invitations.refetch()} />
      ) : items.length === 0 ? (
        <p className="soft section-note">
          {isAdmin
            ? "Nobody is invited. Invite makes a link by which somebody joins you."
            : "Nobody is invited."}
        </p>
      ) : (
        <div className="card" style={{ overflow: "hidden", marginTop: 10 }}>
          <table className="table">
            <thead>
              <tr>
                <th>For</th>
                <th>Role</th>
                <th>State</th>
                <th>Made</th>
                <th>Until</th>
                {isAdmin && <th aria-label="Actions" />}
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
  const { id, email, role, state, createdAt, expiresAt, usedAt } = invitation;
  const queries = useQueryClient();
  return (
    <tr>
      <td className="wide breakable">{email ?? <span className="soft">whoever has the link</span>}</td>
      <td data-label="Role">{role}</td>
      <td data-label="State">
        <span className={`state ${stateClass[state]}`}>{stateWords[state]}</span>
      </td>
      <td data-label="Made">
        <Time iso={createdAt} />
      </td>
      <td data-label={usedAt ? "Used" : "Until"}>
        {usedAt ? (
          <span className="soft">
            used <Time iso={usedAt} />
          </span>
        ) : (
          <Time iso={expiresAt} />
        )}
      </td>
      {isAdmin && (
        <td className="wide">
          <div className="row-actions">
            {state === "open" && (
              <ConfirmButton
                size="compact-xs"
                label="Withdraw"
                title="Withdraw this invitation?"
                action="Withdraw"
                act={async () => {
                  await unwrap(client.DELETE("/api/v1/invitations/{id}", { params: { path: { id } } }));
                  await queries.invalidateQueries({ queryKey: invitationsQuery.queryKey });
                }}
              >
                Its link opens nothing from now on.
              </ConfirmButton>
            )}
          </div>
        </td>
      )}
    </tr>
  );
}
