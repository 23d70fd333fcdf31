import { Button, Checkbox, Menu, Modal, TextInput } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconBookmark, IconColumns3, IconTrash } from "@tabler/icons-react";
import { useLocation, useNavigate } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import { usePreference } from "../api/preferences.ts";
import { t } from "../language/language.ts";
import type { Column } from "./column.ts";

interface View {
  name: string;
  /** Of the page's address. */
  search: Record<string, unknown>;
  columns: string[] | null;
}
interface Kept {
  /** Keys of those that are shown; null: as the list comes. */
  columns: string[] | null;
  views: View[];
}
const nothingKept: Kept = { columns: null, views: [] };
const mostViews = 20;

export interface ChosenColumns<Row> {
  columns: readonly Column<Row>[];
  kept: Kept;
  keep(kept: Kept): void;
}

/** Those of the list's columns that the person wants to see. */
export function useColumns<Row>(name: string, columns: readonly Column<Row>[]): ChosenColumns<Row> {
  const [kept, keep] = usePreference(`table-${name}`, nothingKept, isKept);
  const shown = useMemo(() => {
    const own = columns.filter(({ key, isOptional }) =>
      kept.columns ? kept.columns.includes(key) : !isOptional,
    );
    // The first names the row.
    return own.includes(columns[0]!) ? own : [columns[0]!, ...own];
  }, [columns, kept.columns]);
  return { columns: shown, kept, keep };
}

/** Which columns are shown, and views under a name: search, filters, order and columns. */
export function ViewsMenu<Row>({
  columns,
  chosen: { columns: shown, kept, keep },
}: {
  columns: readonly Column<Row>[];
  chosen: ChosenColumns<Row>;
}) {
  const navigate = useNavigate();
  const search = useLocation({ select: (location) => location.search as Record<string, unknown> });
  const [isNaming, naming] = useDisclosure();
  const [title, setTitle] = useState("");
  const isShown = (key: string) => shown.some((column) => column.key === key);
  const toggle = (key: string) => {
    const wanted = columns.filter((column) => (column.key === key ? !isShown(key) : isShown(column.key)));
    keep({ ...kept, columns: wanted.map((column) => column.key) });
  };
  const save = () => {
    const view: View = { name: title.trim(), search, columns: kept.columns };
    const others = kept.views.filter((each) => each.name !== view.name);
    keep({ ...kept, views: [...others, view].slice(-mostViews) });
    naming.close();
  };
  return (
    <>
      <Menu position="bottom-end" width={240} closeOnItemClick={false}>
        <Menu.Target>
          <Button variant="default" leftSection={<IconColumns3 size={16} stroke={1.7} />}>
            {t("Columns")}
          </Button>
        </Menu.Target>
        <Menu.Dropdown mah={420} style={{ overflowY: "auto" }}>
          {columns.slice(1).map((column) => (
            <Menu.Item
              key={column.key}
              role="menuitemcheckbox"
              aria-checked={isShown(column.key)}
              leftSection={<Checkbox.Indicator size="xs" checked={isShown(column.key)} aria-hidden />}
              onClick={() => toggle(column.key)}
            >
              {column.name}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item onClick={() => keep({ ...kept, columns: null })}>{t("As it comes")}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Menu position="bottom-end" width={260}>
        <Menu.Target>
          <Button variant="default" leftSection={<IconBookmark size={16} stroke={1.7} />}>
            {t("Views")}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {kept.views.length === 0 && (
            <Menu.Label>{t("Keep what you search and filter for often under a name.")}</Menu.Label>
          )}
          {kept.views.map((view) => (
            <Menu.Item
              key={view.name}
              onClick={() => {
                if (view.columns !== kept.columns) keep({ ...kept, columns: view.columns });
                void navigate({ to: ".", search: view.search as never });
              }}
            >
              {view.name}
            </Menu.Item>
          ))}
          {kept.views.length > 0 && <Menu.Divider />}
          <Menu.Item
            onClick={() => {
              setTitle("");
              naming.open();
            }}
          >
            {t("Keep this view …")}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Modal opened={isNaming} onClose={naming.close} title={t("Keep this view")} centered>
        <form
          className="form"
          onSubmit={(event) => {
            event.preventDefault();
            save();
          }}
        >
          <TextInput
            data-autofocus
            label={t("Name")}
            description={t("It keeps search, filters, order and columns of this list, for you.")}
            maxLength={60}
            value={title}
            onChange={(event) => setTitle(event.currentTarget.value)}
          />
          <Button type="submit" disabled={title.trim() === ""}>
            {kept.views.some((view) => view.name === title.trim()) ? t("Replace it") : t("Keep")}
          </Button>
          {kept.views.length > 0 && (
            <div>
              <strong className="small-text">{t("Kept views")}</strong>
              {kept.views.map((view) => (
                <div key={view.name} className="card-line">
                  <span>{view.name}</span>
                  <Button
                    size="compact-xs"
                    variant="subtle"
                    color="red"
                    leftSection={<IconTrash size={14} />}
                    aria-label={t("Forget the view {name}", { name: view.name })}
                    onClick={() =>
                      keep({ ...kept, views: kept.views.filter((each) => each.name !== view.name) })
                    }
                  >
                    {t("Forget")}
                  </Button>
                </div>
              ))}
            </div>
          )}
        </form>
      </Modal>
    </>
  );
}

function isKept(value: unknown): value is Kept {
  if (typeof value !== "object" || value === null) return false;
  const { columns, views } = value as Partial<Kept>;
  return (columns === null || Array.isArray(columns)) && Array.isArray(views);
}
