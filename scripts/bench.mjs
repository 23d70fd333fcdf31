// npm run bench: measures; it never fails on a time.
import { installWhatIsMissing, runOnPinnedNode } from "./node26.mjs";

installWhatIsMissing();
runOnPinnedNode(["packages/refill/bench/main.ts", ...process.argv.slice(2)]);
