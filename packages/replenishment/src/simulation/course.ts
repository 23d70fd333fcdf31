/** What happened to the stock over time, for a plot. */
export interface CoursePoint {
  /** The first of its days, days since 1 January 1970. */
  day: number;
  /** Days that it stands for. */
  days: number;
  /** Pieces on the shelf after the day's demand; of several days the lowest and the highest. */
  lowest: number;
  highest: number;
  /** On hand + on order − waited for, at the end. */
  position: number;
  /** Sums of pieces. */
  demand: number;
  unmet: number;
  ordered: number;
  received: number;
}

interface Day {
  onHand: number;
  position: number;
  demand: number;
  unmet: number;
  ordered: number;
  received: number;
}

const MOST_POINTS = 1000;

/** Takes one day after the other; where there are more than 1,000, several make a point, so that no low is lost. */
export function openCourse(days: number, firstDay: number): { add(day: Day): void; points(): CoursePoint[] } {
  const daysPerPoint = Math.max(1, Math.ceil(days / MOST_POINTS));
  const points: CoursePoint[] = [];
  let count = 0;
  return {
    add({ onHand, position, demand, unmet, ordered, received }) {
      const last = points.at(-1);
      if (last === undefined || last.days === daysPerPoint)
        points.push({
          day: firstDay + count,
          days: 1,
          lowest: onHand,
          highest: onHand,
          position,
          demand,
          unmet,
          ordered,
          received,
        });
      else {
        last.days += 1;
        last.lowest = Math.min(last.lowest, onHand);
        last.highest = Math.max(last.highest, onHand);
        last.position = position;
        last.demand += demand;
        last.unmet += unmet;
        last.ordered += ordered;
        last.received += received;
      }
      count += 1;
    },
    points: () => points,
  };
}
