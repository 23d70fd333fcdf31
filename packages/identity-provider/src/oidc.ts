/** `oidc-provider`, without its warning on the console that this Node is no LTS release (yet). */
const { warn } = console;
console.warn = (...said: unknown[]) => {
  if (!String(said[0]).includes("oidc-provider WARNING: Unsupported runtime")) warn(...said);
};
const loading = import("oidc-provider");
const loaded = await loading.finally(() => {
  console.warn = warn;
});

export const Provider = loaded.default;
export type Provider = InstanceType<typeof loaded.default>;
export type Middleware = Parameters<Provider["use"]>[0];
export const { errors, interactionPolicy } = loaded;
