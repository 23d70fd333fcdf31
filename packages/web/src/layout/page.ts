import { lazyRouteComponent, type RouteComponent } from "@tanstack/react-router";
import { learn } from "../language/language.ts";

/**
 * A page's code, loaded when somebody goes there; its sections' words come first, since the code uses them when it is read.
 * `name`: of the component among what `load` gives.
 */
export function page(
  sections: string | readonly string[],
  load: () => Promise<Record<string, unknown>>,
  name: string,
): RouteComponent {
  return lazyRouteComponent(async () => {
    await Promise.all([sections].flat().map(learn));
    return (await load()) as Record<string, RouteComponent>;
  }, name) as RouteComponent;
}
