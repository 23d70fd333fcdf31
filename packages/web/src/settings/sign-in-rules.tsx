import { ActionIcon, Button, Checkbox, Select, Switch, TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconArrowDown, IconArrowUp } from "@tabler/icons-react";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import type { Connection } from "../api/client.ts";
import { t } from "../language/language.ts";
import { FormProblem, fieldProblem } from "../parts/form-problem.tsx";
import { rolesQuery } from "./queries.ts";
import { useConnectionChange } from "./sign-in-change.ts";
import { SignInStep } from "./sign-in-step.tsx";

type Rule = Connection["rules"][number];
/** Rules have no id; this one lasts while they are edited, so that a moved rule stays the same on the page. */
type Keyed = { key: string; rule: Rule };
interface Draft {
  admits: boolean;
  rules: Keyed[];
  /** What there was when the edit began. */
  base: string;
}

function presentOf({ admitsByRules, rules }: Connection): string {
  return JSON.stringify([admitsByRules, rules]);
}

function draftOf(connection: Connection): Draft {
  return {
    admits: connection.admitsByRules,
    rules: connection.rules.map((rule, index) => ({ key: `present-${index}`, rule })),
    base: presentOf(connection),
  };
}

/** As they are sent: an admin may do everything anyway. */
function sentOf({ rules }: Draft): Rule[] {
  return rules.map(({ rule: { attribute, value, role, privileges } }) => ({
    attribute: attribute.trim(),
    value: value.trim(),
    role,
    privileges: role === "admin" ? [] : privileges,
  }));
}

/** Whom the connection lets in, and as what. An edit that is not saved outlasts what else is changed on the page. */
export function SignInRules({ connection }: { connection: Connection }) {
  const [edit, setEdit] = useState<Draft>();
  const list = useRef<HTMLDivElement>(null);
  const toFocus = useRef<string>(undefined);
  const change = useConnectionChange(connection);
  const draft = edit ?? draftOf(connection);
  const sent = sentOf(draft);
  const save = useMutation({
    mutationFn: () => change({ admitsByRules: draft.admits, rules: sent }),
    onSuccess: () => {
      setEdit(undefined);
      notifications.show({ message: t("Saved.") });
    },
  });
  // A moved rule takes the focus along, which browsers drop when an element is put elsewhere.
  useEffect(() => {
    if (toFocus.current === undefined) return;
    const wanted = list.current?.querySelectorAll<HTMLButtonElement>(toFocus.current) ?? [];
    [...wanted].find(({ disabled }) => !disabled)?.focus();
    toFocus.current = undefined;
  });
  const set = (next: Partial<Draft>) => {
    // What was refused belongs to the rules as they stood then.
    save.reset();
    setEdit({ ...draft, ...next });
  };
  const { rules } = draft;
  const move = (index: number, by: -1 | 1) => {
    const { key } = rules[index]!;
    const next = [...rules];
    next.splice(index + by, 0, ...next.splice(index, 1));
    const first = `[data-move="${key} ${by}"]`;
    const isAtEnd = index + by === 0 || index + by === rules.length - 1;
    toFocus.current = isAtEnd ? `[data-move="${key} ${-by}"]` : first;
    set({ rules: next });
  };
  const isSame = draft.admits === connection.admitsByRules && isEqual(sent, connection.rules);
  const isOvertaken = edit !== undefined && !isSame && edit.base !== presentOf(connection);
  const isIncomplete = sent.some(({ attribute, value }) => attribute === "" || value === "");
  return (
    <SignInStep title={t("Who comes in")}>
      <Switch
        label={t("People whom a rule fits become members by signing in")}
        description={t(
          "Otherwise they need an invitation. Who came by a rule has the role that the rules give at each sign-in",
        )}
        checked={draft.admits}
        disabled={save.isPending}
        onChange={(event) => set({ admits: event.currentTarget.checked })}
      />
      {rules.length > 1 && (
        <p className="soft small-text" style={{ margin: 0 }}>
          {t("The first rule that fits counts.")}
        </p>
      )}
      <div className="form" ref={list}>
        {rules.map(({ key, rule }, index) => (
          <RuleFields
            key={key}
            rule={rule}
            number={index + 1}
            ruleKey={key}
            isFirst={index === 0}
            isLast={index === rules.length - 1}
            isDisabled={save.isPending}
            problem={(field) => fieldProblem(save.error, `rules[${index}].${field}`)}
            onChange={(next) =>
              set({ rules: rules.map((each) => (each.key === key ? { key, rule: next } : each)) })
            }
            onMove={(by) => move(index, by)}
            onRemove={() => {
              toFocus.current = "[data-add]";
              set({ rules: rules.filter((each) => each.key !== key) });
            }}
          />
        ))}
        {rules.length === 0 && (
          <p className="soft small-text" style={{ margin: 0 }}>
            {t(
              "No rules. A rule says: whose attribute <code>groups</code> has the value <code2>Stores</code2> is a user.",
              { code: (inside) => <code>{inside}</code>, code2: (inside) => <code>{inside}</code> },
            )}
          </p>
        )}
        <Button
          variant="default"
          data-add
          disabled={save.isPending || rules.length >= 100}
          onClick={() =>
            set({
              rules: [
                ...rules,
                {
                  key: crypto.randomUUID(),
                  rule: { attribute: "groups", value: "", role: "user", privileges: [] },
                },
              ],
            })
          }
        >
          {t("Add a rule")}
        </Button>
      </div>
      {draft.admits && rules.length === 0 && (
        <p role="status" className="soft small-text" style={{ margin: 0 }}>
          {t("Without a rule, nobody comes in by one.")}
        </p>
      )}
      {isOvertaken && (
        <p role="status" className="problem">
          {t("Somebody changed these rules meanwhile: with Save, yours take their place.")}
        </p>
      )}
      <FormProblem
        error={save.error}
        shown={rules.flatMap((_, index) => [`rules[${index}].attribute`, `rules[${index}].value`])}
      />
      <div className="dialog-buttons">
        <Button loading={save.isPending} disabled={isSame || isIncomplete} onClick={() => save.mutate()}>
          {isIncomplete ? t("Each rule needs an attribute and a value") : t("Save")}
        </Button>
        {!isSame && (
          <Button
            variant="default"
            disabled={save.isPending}
            onClick={() => {
              save.reset();
              setEdit(undefined);
            }}
          >
            {t("Discard")}
          </Button>
        )}
      </div>
    </SignInStep>
  );
}

function isEqual(one: readonly Rule[], other: readonly Rule[]): boolean {
  const text = (rules: readonly Rule[]) =>
    JSON.stringify(
      rules.map(({ attribute, value, role, privileges }) => [attribute, value, role, [...privileges].sort()]),
    );
  return text(one) === text(other);
}

function RuleFields({
  rule,
  number,
  ruleKey,
  isFirst,
  isLast,
  isDisabled,
  problem,
  onChange,
  onMove,
  onRemove,
}: {
  rule: Rule;
  number: number;
  ruleKey: string;
  isFirst: boolean;
  isLast: boolean;
  isDisabled: boolean;
  problem(field: "attribute" | "value"): string | undefined;
  onChange(rule: Rule): void;
  onMove(by: -1 | 1): void;
  onRemove(): void;
}) {
  const roles = useQuery(rolesQuery);
  return (
    <fieldset className="rule" disabled={isDisabled}>
      <legend>{t("Rule {number}", { number })}</legend>
      <div className="rule-fields">
        <TextInput
          label={t("Attribute")}
          maxLength={200}
          value={rule.attribute}
          onChange={(event) => onChange({ ...rule, attribute: event.currentTarget.value })}
          error={problem("attribute")}
        />
        <TextInput
          label={t("has the value")}
          maxLength={500}
          value={rule.value}
          onChange={(event) => onChange({ ...rule, value: event.currentTarget.value })}
          error={problem("value")}
        />
        <Select
          label={t("Role")}
          data={[
            { value: "user", label: t("User") },
            { value: "admin", label: t("Admin") },
          ]}
          value={rule.role}
          allowDeselect={false}
          onChange={(role) => onChange({ ...rule, role: role as Rule["role"] })}
        />
      </div>
      {rule.role === "user" &&
        (roles.error && !roles.data ? (
          <p role="alert" className="problem">
            {t("The privileges could not be loaded: {message}", { message: roles.error.message })}
          </p>
        ) : (
          <Checkbox.Group
            label={t("May also")}
            value={rule.privileges}
            onChange={(next) => onChange({ ...rule, privileges: next as Rule["privileges"] })}
          >
            <div className="privileges">
              {roles.data?.privileges.map(({ name, title }) => (
                <Checkbox key={name} value={name} label={title} />
              ))}
            </div>
          </Checkbox.Group>
        ))}
      <div className="card-line">
        {([-1, 1] as const).map((by) => (
          <ActionIcon
            key={by}
            variant="default"
            data-move={`${ruleKey} ${by}`}
            aria-label={
              by < 0 ? t("Move rule {number} up", { number }) : t("Move rule {number} down", { number })
            }
            disabled={by < 0 ? isFirst : isLast}
            onClick={() => onMove(by)}
          >
            {by < 0 ? <IconArrowUp size={16} /> : <IconArrowDown size={16} />}
          </ActionIcon>
        ))}
        <Button size="compact-sm" variant="default" onClick={onRemove}>
          {t("Remove rule {number}", { number })}
        </Button>
      </div>
    </fieldset>
  );
}
