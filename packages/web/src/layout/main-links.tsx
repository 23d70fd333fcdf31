import {
  IconAntenna,
  IconBoxMultiple,
  IconBuildingWarehouse,
  IconChartDots3,
  IconDots,
  IconMail,
  IconRadar2,
  IconSettings,
  IconTruckDelivery,
  IconUsersGroup,
} from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import type { Session } from "../api/client.ts";

const links = [
  { to: "/", name: "Overview", Icon: IconBuildingWarehouse },
  { to: "/orders", name: "Orders", Icon: IconTruckDelivery },
  { to: "/planning", name: "Planning", Icon: IconChartDots3 },
  { to: "/inventory", name: "Inventory", Icon: IconBoxMultiple },
  { to: "/devices", name: "Devices", Icon: IconRadar2 },
  { to: "/gateways", name: "Gateways", Icon: IconAntenna },
  { to: "/mailbox", name: "Mailbox", Icon: IconMail },
  { to: "/settings", name: "Settings", Icon: IconSettings },
] as const;
/** Operators have no stock of their own. */
const operatorLinks = [
  { to: "/operate", name: "Customers", Icon: IconUsersGroup },
  { to: "/settings", name: "Settings", Icon: IconSettings },
] as const;
/** So many stand side by side on a phone. */
const mostOnPhone = 5;

type Shown = (typeof links)[number] | (typeof operatorLinks)[number];

function linksFor({ kind, demonstration }: Session): readonly Shown[] {
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

function More({ shown }: { shown: readonly Shown[] }) {
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
        More
      </summary>
      <div>
        <Links shown={shown} />
      </div>
    </details>
  );
}

function Links({ shown }: { shown: readonly Shown[] }) {
  return shown.map(({ to, name, Icon }) => (
    <Link
      key={to}
      to={to}
      className="rail-link"
      activeProps={{ className: "active", "aria-current": "page" }}
      activeOptions={{ exact: to === "/" }}
    >
      <Icon size={20} stroke={1.7} aria-hidden />
      {name}
    </Link>
  ));
}
