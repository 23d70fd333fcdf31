import { Modal } from "@mantine/core";
import { t } from "../language/language.ts";
import type { MainLink } from "./main-links.tsx";

/** All keys that work on every page. */
export default function KeyList({ links, onClose }: { links: readonly MainLink[]; onClose(): void }) {
  return (
    <Modal opened onClose={onClose} title={t("Keyboard shortcuts")} centered>
      <dl className="key-list">
        <div>
          <dt>
            <kbd>{t("Ctrl")}</kbd> <kbd>K</kbd> {t("or")} <kbd>/</kbd>
          </dt>
          <dd>{t("Search or jump to anything")}</dd>
        </div>
        {links.map(({ to, name, letter }) => (
          <div key={to}>
            <dt>
              <kbd>g</kbd> <kbd>{letter}</kbd>
            </dt>
            <dd>{name}</dd>
          </div>
        ))}
        <div>
          <dt>
            <kbd>?</kbd>
          </dt>
          <dd>{t("This list")}</dd>
        </div>
        <div>
          <dt>
            <kbd>Esc</kbd>
          </dt>
          <dd>{t("Close what is open")}</dd>
        </div>
      </dl>
    </Modal>
  );
}
