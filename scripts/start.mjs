// npm start: installs what is missing, then runs `refill start` on the pinned Node.
import { installWhatIsMissing, runOnPinnedNode } from "./node26.mjs";

installWhatIsMissing();
runOnPinnedNode(["packages/refill/src/main.ts", "start", ...process.argv.slice(2)]);
