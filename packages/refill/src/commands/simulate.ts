import { writeFileSync } from "node:fs";
import {
  compare,
  isoDay,
  type Plan,
  type Policy,
  planLocation,
  type SimulatedPolicy,
  type SimulationInput,
  seriesOfValues,
  validatePolicy,
  validateSupply,
} from "@refill/replenishment";
import type { Command } from "commander";
import { CommandRefused } from "../command-refused.ts";
import { figuresOf } from "../what-if/figures.ts";
import { readChoice, readNumber, readPolicy, type SimulateOptions } from "../what-if/options.ts";
import { type PartToReplay, partOfFile, partOfLocation } from "../what-if/part-to-replay.ts";
import { svgPlot } from "../what-if/svg-plot.ts";
import { textPlot } from "../what-if/text-plot.ts";
import { readTextFile } from "./device.ts";

const PIECES = { from: 0, to: 1e9, isWhole: true };
const MONEY = { from: 0, to: 1e9 };
const UNLIMITED = 1e9;
/** Days of a half from which on a policy is planned on the first half only. */
const LEAST_HALF = 56;
/** The demand that Refill gives of a location: 104 weeks. */
const MOST_DAYS = 728;

/** `refill simulate` with its options. */
export function addSimulate(program: Command): void {
  program
    .command("simulate [file]")
    .description(
      "replay past demand against today's and a proposed policy: service, stock, orders and cost of both",
    )
    .option("--present <policy>", "today's policy (default: the location's), e.g. min-max:40/100")
    .option("--present-safety <pieces>", "today's safety stock (default: the location's, or 0)")
    .option("--proposed <policy>", "the proposed policy (default: planned for --service)")
    .option("--proposed-safety <pieces>", "its safety stock (default: as planned, or 0)")
    .option("--service <percent>", "what is planned for (default: the account's, or 98)")
    .option(
      "--measure <measure>",
      "of the service: fill-rate (pieces) or cycle (default: the account's, or fill-rate)",
    )
    .option("--plan-days <n>", "plan on the first n days, replay those after them; 0: all (default: half)")
    .option("--location <id>", "replay this storage location's history instead of a file")
    .option("--url <url>", "address of Refill, for --location")
    .option("--api-key <key>", "key for its REST API (default: REFILL_API_KEY)")
    .option("--days <n>", "so many days of the location's history, at most 728 (default: 365)")
    .option("--gaps <meaning>", "a day that the file does not name: zero or missing (default: zero)")
    .option("--lead-time <days>", "from the order to the shelf (default: the supplier's)")
    .option("--lead-time-deviation <days>", "standard deviation (default: 0)")
    .option("--pack <pieces>", "pieces in a pack (default: the supply's, or 1)")
    .option("--minimum-order <pieces>", "minimum order quantity (default: the supply's, or 0)")
    .option("--multiple <pieces>", "orders are a multiple of it (default: the supply's, or 1)")
    .option("--capacity <pieces>", "most that fit (default: the location's, or no limit)")
    .option("--start-stock <pieces>", "at the begin (default: what the policy orders up to)")
    .option("--price <amount>", "of a piece (default: the supply's; without one, stock costs nothing)")
    .option("--holding-rate <percent>", "cost of stock a year, of its value (default: the account's, or 20)")
    .option("--order-cost <amount>", "of an order (default: the account's, or 5)")
    .option(
      "--shortage-cost <amount>",
      "of a piece that is waited for, a day; with --lost, of each (default: 0)",
    )
    .option("--lost", "what is not there is not waited for")
    .option("--seed <n>", "of lead times that vary (default: 1)")
    .option("--svg <file>", "write the plot as SVG")
    .option("--json", "print as JSON")
    .addHelpText(
      "after",
      `
The file has a line a day, e.g. 2027-03-31,12 (also 31.03.2027;12); a header may name the columns date and quantity.
Policies: min-max:MINIMUM/MAXIMUM, reorder-point:POINT/QUANTITY, periodic:POINT/MAXIMUM/DAYS (1,4: Mondays and
Thursdays), kanban:CARDS/PIECES, two-bin:PIECES, event:QUANTITY (ordered when the safety stock is begun).

Examples:
  npx refill simulate demand.csv --present min-max:40/100 --lead-time 7 --price 2.50
  npx refill simulate demand.csv --present min-max:40/100 --proposed reorder-point:30/50 --lead-time 7 --svg plot.svg
  npx refill simulate --location LOCATION_ID --url http://localhost:8080 --api-key KEY --service 99`,
    )
    .action(simulateCommand);
}

/** `refill simulate`: what a part's past demand would have done to today's policy and to a proposed one. */
export async function simulateCommand(file: string | undefined, options: SimulateOptions): Promise<void> {
  const part = await partOf(file, options);
  const terms = termsOf(part, options);
  const present = presentOf(part, options);
  checkPolicy("--present", present, terms.capacity);
  const length = part.demand.length;
  const isPlanned = options.proposed === undefined;
  const planDays = isPlanned ? planDaysOf(options, length) : 0;
  const proposed = isPlanned
    ? planned(part, terms, present, planDays, options)
    : {
        policy: readPolicy("--proposed", options.proposed!),
        safetyStock: readNumber("--proposed-safety", options.proposedSafety, PIECES) ?? 0,
      };
  checkPolicy("--proposed", proposed, terms.capacity);

  const input: SimulationInput = {
    ...terms,
    demand: Float64Array.from(part.demand).subarray(planDays),
    firstDay: part.firstDay + planDays,
  };
  const both = compare(input, present, proposed);
  if (options.svg !== undefined)
    write(
      options.svg,
      svgPlot(`${part.name}: today's and proposed policy`, [
        { title: "today", run: both.present },
        { title: "proposed", run: both.proposed },
      ]),
    );
  if (options.json) {
    const result = {
      name: part.name,
      from: isoDay(input.firstDay!),
      to: isoDay(part.firstDay + length - 1),
      plannedOnDays: isPlanned ? planDays || length : null,
      present: { ...present, ...both.present },
      proposed: { ...proposed, ...both.proposed },
      difference: both.difference,
    };
    return console.log(JSON.stringify(result));
  }
  const { days, missingDays, demand } = both.present;
  const unknown = missingDays > 0 ? `, ${missingDays} of them not known (filled in from other weeks)` : "";
  console.log(
    `${part.name}: ${days} days replayed, ${isoDay(input.firstDay!)} to ${isoDay(part.firstDay + length - 1)}${unknown}; ${demand} pieces of demand`,
  );
  if (isPlanned)
    console.log(
      planDays > 0
        ? `The proposed policy was planned on the ${planDays} days before that.`
        : "The proposed policy was planned on these same days: it knew what would come, so real figures will be worse.",
    );
  console.log(
    figuresOf(
      { title: "today", chosen: present, run: both.present },
      { title: "proposed", chosen: proposed, run: both.proposed },
      both,
    ),
  );
  const highest = Math.max(both.present.maximumStock, both.proposed.maximumStock);
  console.log(`\n${textPlot("today", both.present, highest)}`);
  console.log(`\n${textPlot("proposed", both.proposed, highest)}`);
  if (options.svg !== undefined) console.log(`\nThe plot lies in ${options.svg}.`);
}

async function partOf(file: string | undefined, options: SimulateOptions): Promise<PartToReplay> {
  const gaps = readChoice("--gaps", options.gaps, ["zero", "missing"] as const) ?? "zero";
  if ((file === undefined) === (options.location === undefined))
    throw new CommandRefused(
      "Give either a CSV file of demand, or --location with --url and --api-key. See `refill simulate --help`.",
    );
  if (file !== undefined) return partOfFile(file, readTextFile(file), gaps);
  const apiKey = options.apiKey ?? process.env.REFILL_API_KEY;
  if (options.url === undefined || !apiKey)
    throw new CommandRefused(
      "--location needs --url, the address of Refill, and --api-key (or REFILL_API_KEY), a key for its REST API.",
    );
  const days = readNumber("--days", options.days, { from: 1, to: MOST_DAYS, isWhole: true }) ?? 365;
  return partOfLocation({ url: options.url, apiKey, locationId: options.location! }, days, Date.now());
}

type Terms = Omit<SimulationInput, "demand" | "firstDay">;

/** What the options say counts before what is known of the location. */
function termsOf(part: PartToReplay, options: SimulateOptions): Terms {
  const days = { from: 0, to: 730 };
  const meanDays = readNumber("--lead-time", options.leadTime, days) ?? part.leadTimeDays;
  if (meanDays === null) throw new CommandRefused("Give --lead-time: days from the order to the shelf.");
  const supply = {
    packSize: readNumber("--pack", options.pack, PIECES) ?? part.supply.packSize,
    minimumOrderQuantity:
      readNumber("--minimum-order", options.minimumOrder, PIECES) ?? part.supply.minimumOrderQuantity,
    orderMultiple: readNumber("--multiple", options.multiple, PIECES) ?? part.supply.orderMultiple,
  };
  const capacity = readNumber("--capacity", options.capacity, PIECES) ?? part.capacity ?? UNLIMITED;
  const [problem] = validateSupply(supply, capacity);
  if (problem) throw new CommandRefused(`The part can't be ordered: ${problem.field} ${problem.message}.`);
  const holdingPercent = readNumber("--holding-rate", options.holdingRate, { from: 0, to: 1000 });
  const shortageCost = readNumber("--shortage-cost", options.shortageCost, MONEY) ?? 0;
  return {
    leadTime: { meanDays, sdDays: readNumber("--lead-time-deviation", options.leadTimeDeviation, days) ?? 0 },
    supply,
    capacity,
    calendar: part.calendar,
    startStock: readNumber("--start-stock", options.startStock, PIECES) ?? null,
    costs: {
      unitPrice: readNumber("--price", options.price, MONEY) ?? part.prices[0]?.price ?? null,
      holdingRate: holdingPercent === undefined ? (part.planning?.holdingRate ?? 0.2) : holdingPercent / 100,
      orderCost: readNumber("--order-cost", options.orderCost, MONEY) ?? part.planning?.orderCost ?? 5,
      backorderCost: shortageCost,
      lostSaleCost: shortageCost,
    },
    unmet: options.lost ? "lost" : "backordered",
    seed: readNumber("--seed", options.seed, PIECES) ?? 1,
  };
}

function presentOf(part: PartToReplay, options: SimulateOptions): SimulatedPolicy {
  const policy = options.present === undefined ? part.policy : readPolicy("--present", options.present);
  if (policy === null)
    throw new CommandRefused("Give today's policy by --present, e.g. --present min-max:40/100.");
  const safety = readNumber("--present-safety", options.presentSafety, PIECES);
  return { policy, safetyStock: safety ?? (options.present === undefined ? part.safetyStock : 0) };
}

/** Days at the begin on which the proposed policy is planned; 0: on all of them. */
function planDaysOf(options: SimulateOptions, length: number): number {
  const chosen = readNumber("--plan-days", options.planDays, { from: 0, to: 7305, isWhole: true });
  if (chosen !== undefined && chosen >= length)
    throw new CommandRefused(
      `--plan-days ${chosen} leaves nothing to replay: the demand has ${length} days.`,
    );
  const half = Math.floor(length / 2);
  return chosen ?? (half >= LEAST_HALF ? half : 0);
}

function planned(
  part: PartToReplay,
  terms: Terms,
  present: SimulatedPolicy,
  planDays: number,
  options: SimulateOptions,
): SimulatedPolicy {
  const days = Float64Array.from(part.demand);
  const percent = readNumber("--service", options.service, { from: 50, to: 99.99 });
  const level = percent === undefined ? (part.planning?.serviceLevel ?? 0.98) : percent / 100;
  const chosen = readChoice("--measure", options.measure, ["fill-rate", "cycle"] as const);
  const measure = chosen ?? part.planning?.serviceMeasure ?? "fill-rate";
  const plan = planLocation({
    id: part.name,
    history: seriesOfValues(planDays > 0 ? days.subarray(0, planDays) : days, 1, part.firstDay),
    leadTime: terms.leadTime,
    // The replay looks once a day.
    reviewDays: 1,
    unitPrice: terms.costs.unitPrice,
    prices: options.price === undefined ? part.prices : [],
    holdingRate: terms.costs.holdingRate,
    orderCost: terms.costs.orderCost,
    service: { measure, level },
    supply: terms.supply,
    capacity: terms.capacity,
    policy: present.policy,
    safetyStock: present.safetyStock,
  });
  if (plan.recommended === null) throw new CommandRefused(whyNone(plan));
  const { policy, safetyStock } = plan.recommended;
  return {
    policy,
    safetyStock: readNumber("--proposed-safety", options.proposedSafety, PIECES) ?? safetyStock,
  };
}

function whyNone({ notes }: Plan): string {
  return notes.includes("no-demand")
    ? "Nothing is used in the days that are planned on, so no policy can be proposed: give one by --proposed, or other --plan-days."
    : "No policy can be proposed for this supply and capacity: give one by --proposed.";
}

function checkPolicy(option: string, { policy, safetyStock }: SimulatedPolicy, capacity: number): void {
  const [problem] = validatePolicy(policy as Policy, capacity, safetyStock);
  if (problem) throw new CommandRefused(`${option}: ${problem.field} ${problem.message}.`);
}

function write(file: string, text: string): void {
  try {
    writeFileSync(file, text);
  } catch (error) {
    throw new CommandRefused(`${file} can't be written: ${(error as Error).message}`);
  }
}
