/** The air temperature for which ultrasonic sensors convert the time of flight when they do not measure it, °C. */
const ASSUMED_C = 20;

/**
 * The true distance behind the one that an ultrasonic sensor without compensation reports, mm. Sound travels with the
 * square root of the absolute temperature (dry air, ideal gas: c = 331.3 m/s · √(1 + ϑ/273.15 °C)): at 0 °C a metre is
 * reported 36 mm too long. `temperatureC`: of the air, -60 … 80; the distance is returned as it is outside of that.
 */
export function compensated(distanceMm: number, temperatureC: number | undefined): number {
  if (temperatureC === undefined || !(temperatureC >= -60 && temperatureC <= 80)) return distanceMm;
  return distanceMm * Math.sqrt((273.15 + temperatureC) / (273.15 + ASSUMED_C));
}
