export { VirtualGateway } from "./gateway.ts";
export { importsOf, type Load, type LoadResult, planLoad, startLoad } from "./load.ts";
export { encodePayload } from "./payload.ts";
export { type PlantPlan, planPlant } from "./plan.ts";
export { type Plant, type PlantMemory, runPlant } from "./plant.ts";
export { random } from "./random.ts";
export { SensorRadio } from "./sensor.ts";
export { type StationFiles, StationGateway } from "./station.ts";
export { playSuppliers } from "./suppliers.ts";
