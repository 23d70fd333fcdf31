import {
  IconActivityHeartbeat,
  IconAntenna,
  IconBoxMultiple,
  IconBuildingWarehouse,
  IconChartDots3,
  IconDots,
  IconHistory,
  IconLayoutDashboard,
  IconMail,
  IconRadar2,
  IconServer2,
  IconSettings,
  IconStack2,
  IconTruckDelivery,
  IconUsersGroup,
} from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import type { Session } from "../api/client.ts";
import { t } from "../language/language.ts";

export interface MainLink {
  to:
    | "/"
    | "/floor"
    | "/orders"
    | "/planning"
    | "/inventory"
    | "/devices"
    | "/gateways"
    | "/mailbox"
    | "/settings"
    | "/operate"
    | "/operate/customers"
    | "/operate/network"
    | "/operate/jobs"
    | "/operate/health"
    | "/operate/trail";
  name: string;
  Icon: typeof IconAntenna;
  /** After "g" it leads there. */
  letter: string;
}
const links: readonly MainLink[] = [
  { to: "/", name: t("Overview"), Icon: IconLayoutDashboard, letter: "o" },
  { to: "/floor", name: t("Shop floor"), Icon: IconBuildingWarehouse, letter: "f" },
  { to: "/orders", name: t("Orders"), Icon: IconTruckDelivery, letter: "r" },
  { to: "/planning", name: t("Planning"), Icon: IconChartDots3, letter: "p" },
  { to: "/inventory", name: t("Inventory"), Icon: IconBoxMultiple, letter: "i" },
  { to: "/devices", name: t("Devices"), Icon: IconRadar2, letter: "d" },
  { to: "/gateways", name: t("Gateways"), Icon: IconAntenna, letter: "w" },
  { to: "/mailbox", name: t("Mailbox"), Icon: IconMail, letter: "m" },
  { to: "/settings", name: t("Settings"), Icon: IconSettings, letter: "s" },
];
/** Operators have no stock of their own. */
const operatorLinks: readonly MainLink[] = [
  { to: "/operate", name: t("Fleet"), Icon: IconActivityHeartbeat, letter: "f" },
  { to: "/operate/customers", name: t("Customers"), Icon: IconUsersGroup, letter: "c" },
  { to: "/operate/network", name: t("Network"), Icon: IconAntenna, letter: "n" },
  { to: "/operate/jobs", name: t("Jobs"), Icon: IconStack2, letter: "j" },
  { to: "/operate/health", name: t("Health"), Icon: IconServer2, letter: "h" },
  { to: "/operate/trail", name: t("Service trail"), Icon: IconHistory, letter: "t" },
  { to: "/settings", name: t("Settings"), Icon: IconSettings, letter: "s" },
];
/** So many stand side by side on a phone. */
const mostOnPhone = 5;

/** Where a person can go. */
export function linksFor({ kind, demonstration }: Session): readonly MainLink[] {
  return kind === "operator" ? operatorLinks : links.filter(({ to }) => demonstration || to !== "/mailbox");
}

export function MainLinks({ session }: { session: Session }) {
  return <Links shown={linksFor(session)} />;
}

/** The first ones, and the others behind "More". */
export function PhoneLinks({ session }: { session: Session }) {
  const all = linksFor(session);
  if (all.length <= mostOnPhone) return <Links shown={all} />;
  return (
    <>
      <Links shown={all.slice(0, mostOnPhone - 1)} />
      <More shown={all.slice(mostOnPhone - 1)} />
    </>
  );
}

function More({ shown }: { shown: readonly MainLink[] }) {
  const element = useRef<HTMLDetailsElement>(null);
  // It closes like any menu: by what is chosen, and by what is pressed elsewhere.
  useEffect(() => {
    const close = (event: Event) => {
      const details = element.current;
      const isInside = event.target instanceof Node && details?.contains(event.target);
      if (details && (!isInside || (event.target as Element).closest("a"))) details.open = false;
    };
    document.addEventListener("click", close);
    return () => document.removeEventListener("click", close);
  }, []);
  return (
    <details
      ref={element}
      className="more-links"
      onKeyDown={(event) => {
        if (event.key === "Escape") event.currentTarget.open = false;
      }}
    >
      <summary className="rail-link">
        <IconDots size={20} stroke={1.7} aria-hidden />
        {t("More")}
      </summary>
      <div>
        <Links shown={shown} />
      </div>
    </details>
  );
}

function Links({ shown }: { shown: readonly MainLink[] }) {
  return shown.map(({ to, name, Icon }) => (
    <Link
      key={to}
      to={to}
      className="rail-link"
      activeProps={{ className: "active", "aria-current": "page" }}
      activeOptions={{ exact: to === "/" || to === "/operate" }}
    >
      <Icon size={20} stroke={1.7} aria-hidden />
      {name}
    </Link>
  ));
}
