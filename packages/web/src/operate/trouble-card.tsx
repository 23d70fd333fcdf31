import { IconAlertTriangle, IconInfoCircle } from "@tabler/icons-react";

/** What is wrong, what it means, what to do, and the way there. */
export function TroubleCard({
  severity,
  title,
  meaning,
  remedy,
  where,
}: {
  severity: "alarm" | "notice";
  title: React.ReactNode;
  meaning: string;
  remedy: string;
  /** Links. */
  where?: React.ReactNode;
}) {
  const Icon = severity === "alarm" ? IconAlertTriangle : IconInfoCircle;
  return (
    <li className={`trouble trouble-${severity}`}>
      <Icon size={22} stroke={1.8} aria-hidden />
      <div>
        <strong>{title}</strong>
        <p>{meaning}</p>
        <p className="trouble-remedy">{remedy}</p>
      </div>
      {where && <div className="trouble-where">{where}</div>}
    </li>
  );
}
